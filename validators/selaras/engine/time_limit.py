"""A time limit on a piece of work inside this process."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager


class TimeExceeded(Exception):
    """The work took longer than it may."""


@contextmanager
def limit_time(seconds: float) -> Iterator[None]:
    """Raise TimeExceeded inside the block when it runs longer than `seconds`.

    Needs the system's interval timer and the main thread. Where either is missing (Windows, a
    worker thread) only the limit on the whole workbook holds.
    """
    if seconds <= 0 or not hasattr(signal, "setitimer"):
        yield
        return

    def ring(_signal: int, _frame: object) -> None:
        raise TimeExceeded

    try:
        before = signal.signal(signal.SIGALRM, ring)
    except ValueError:  # not the main thread
        yield
        return
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
