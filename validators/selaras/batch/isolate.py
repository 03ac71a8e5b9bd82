"""Run one function in a child process that may hang, eat memory or die: the parent never does.

Parsers of workbooks can abort the whole process, and nothing inside that process can catch it. A
child costs milliseconds by fork, which is used where the system has it and no threads run.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from typing import Any, Literal, NamedTuple, Protocol

from selaras.model.setting import Limits

#: error: an exception came out; crash: the process died; garbage: it ended without an answer.
Kind = Literal["result", "timeout", "memory", "error", "crash", "garbage"]


class Outcome(NamedTuple):
    """How the work ended: with a value, or why there is none."""

    kind: Kind
    value: Any = None
    #: What is known of the failure: the exception's name, the signal's.
    detail: str = ""


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


def run(
    function: Callable[..., Any],
    *arguments: Any,
    limits: Limits,
    how: Literal["auto", "fork", "spawn"] = "auto",
) -> Outcome:
    """Run one function in a child and wait for it, never longer than its limit."""
    from selaras.batch.pool import ordered

    work = [(function, arguments, limits)]
    return next(ordered(work, jobs=1, how=how))


def _can_fork() -> bool:
    """Tell whether forking is possible and safe: other threads may hold locks for ever."""
    if not hasattr(os, "fork"):
        return False
    threading = sys.modules.get("threading")
    return threading is None or threading.active_count() <= 1


def deadline(limits: Limits) -> float:
    """Return when work that starts now must be done."""
    return time.monotonic() + limits.seconds
