"""Run one function in a child process that may hang, eat memory or die: the parent never does.

Parsers of workbooks can abort the whole process, and nothing inside that process can catch it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from selaras.batch.outcome import Outcome
from selaras.batch.pool import ordered
from selaras.model.setting import Limits


def run_isolated(
    function: Callable[..., Any],
    *arguments: Any,
    limits: Limits,
    how: Literal["auto", "fork", "spawn"] = "auto",
) -> Outcome:
    """Run one function in a child and wait for it, never longer than its limit."""
    work = [(function, arguments, limits)]
    return next(ordered(work, jobs=1, how=how))
