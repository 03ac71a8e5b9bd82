"""One child at work: by fork, in milliseconds, where the system has it and no threads run."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any, Literal, Protocol

from selaras.batch.outcome import Outcome
from selaras.model.setting import Limits


class Worker(Protocol):
    """One child at work."""

    #: When it must be done, on the monotonic clock.
    deadline: float

    def fileno(self) -> int | None:
        """Return the descriptor to wait on; None where the system cannot wait on one."""
        ...

    def poll(self) -> Outcome | None:
        """Return how the work ended, or None while it goes on. Never blocks."""
        ...

    def expire(self) -> Outcome:
        """End work that has taken too long."""
        ...

    def kill(self) -> None:
        """End the child and all that it started; leave no zombie."""
        ...


def start(
    function: Callable[..., Any],
    arguments: tuple[Any, ...],
    limits: Limits,
    *,
    how: Literal["auto", "fork", "spawn"] = "auto",
) -> Worker:
    """Start `function(*arguments)` in a child; by spawn both must be picklable."""
    if how == "fork" or (how == "auto" and _can_fork()):
        from selaras.batch.forked import ForkedWorker

        return ForkedWorker(function, arguments, limits)
    from selaras.batch.spawned import SpawnedWorker

    return SpawnedWorker(function, arguments, limits)


def _can_fork() -> bool:
    """Tell whether forking is possible and safe: other threads may hold locks for ever."""
    if not hasattr(os, "fork"):
        return False
    threading = sys.modules.get("threading")
    return threading is None or threading.active_count() <= 1
