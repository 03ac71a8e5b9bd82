"""A time limit on a piece of work inside this process."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Lewat(Exception):  # noqa: N818 - "over time", raised into the work that took too long
    """The work took longer than it may."""


@contextmanager
def batas_waktu(seconds: float) -> Iterator[None]:
    """Raise Lewat inside the block when it runs longer than `seconds`.

    Needs the system's interval timer and the main thread. Where either is missing (Windows, a
    worker thread) only the limit on the whole workbook holds.
    """
    timed = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if not timed or seconds <= 0:
        yield
        return

    def ring(_signal: int, _frame: object) -> None:
        raise Lewat

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
