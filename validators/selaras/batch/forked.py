"""A child by fork: it starts in a millisecond, with everything imported that the parent has."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import time
from collections.abc import Callable
from typing import Any, NoReturn

from selaras.batch import child, wire
from selaras.batch.outcome import Outcome, deadline
from selaras.model.setting import Limits

_CHUNK = 1 << 20
#: How long a child may take to die after it has closed its end of the pipe.
_GRACE = 1.0


class ForkedWorker:
    """One forked child and the two pipes that come from it: the answer, and its last words."""

    def __init__(
        self, function: Callable[..., Any], arguments: tuple[Any, ...], limits: Limits
    ) -> None:
        self.deadline = deadline(limits)
        self._data = bytearray()
        self._answer, answer_end = os.pipe()
        self._words, words_end = os.pipe()
        self._pid = os.fork()
        if self._pid == 0:
            _live(function, arguments, limits, answer_end, words_end)
        os.close(answer_end)
        os.close(words_end)
        os.set_blocking(self._answer, False)
        os.set_blocking(self._words, False)
        # Both sides set the group, whichever comes first, so that killing it never misses.
        with contextlib.suppress(OSError):
            os.setpgid(self._pid, self._pid)

    def fileno(self) -> int:
        """Return the descriptor that the answer comes from."""
        return self._answer

    def poll(self) -> Outcome | None:
        """Return how the work ended, or None while it goes on."""
        try:
            while chunk := os.read(self._answer, _CHUNK):
                self._data += chunk
                if not wire.missing(self._data):
                    self.kill()
                    return outcome_of(self._data)
        except BlockingIOError:
            return None
        except wire.GarbageError as error:
            self.kill()
            return Outcome("garbage", detail=str(error))
        return self._autopsy()

    def expire(self) -> Outcome:
        """End work that has taken too long."""
        self.kill()
        return Outcome("timeout")

    def kill(self) -> None:
        """End the child and its group; leave no zombie and no open descriptor."""
        if self._pid:
            with contextlib.suppress(OSError):
                os.killpg(self._pid, signal.SIGKILL)
            with contextlib.suppress(OSError):
                os.kill(self._pid, signal.SIGKILL)
            with contextlib.suppress(ChildProcessError):
                os.waitpid(self._pid, 0)
            self._bury()

    def _bury(self) -> None:
        self._pid = 0
        os.close(self._answer)
        os.close(self._words)

    def _autopsy(self) -> Outcome:
        """The pipe has closed without a full answer: find out what the child died of."""
        patience = time.monotonic() + _GRACE
        pid, status = os.waitpid(self._pid, os.WNOHANG)
        while not pid and time.monotonic() < patience:
            time.sleep(0.001)
            pid, status = os.waitpid(self._pid, os.WNOHANG)
        if not pid:
            self.kill()
            return Outcome("garbage", detail="no answer")
        words = _read_some(self._words)
        self._bury()
        return death(-os.waitstatus_to_exitcode(status), words)


def outcome_of(data: bytes | bytearray) -> Outcome:
    """Return the outcome that a child's answer tells of."""
    try:
        ending, value = wire.unpack(data)
    except wire.GarbageError as error:
        return Outcome("garbage", detail=str(error))
    if ending == "result":
        return Outcome("result", value)
    if ending == "memory":
        return Outcome("memory")
    return Outcome("error", detail=str(value))


def death(number: int, words: bytes) -> Outcome:
    """Return the outcome of a child that died of signal `number` (below 1: by an exit)."""
    if number < 1:
        return Outcome("garbage", detail=f"exit {-number}")
    # Rust says this and aborts when the system gives no more memory; a SIGKILL that is not ours
    # is the kernel's, for the same reason.
    if b"memory allocation of" in words or number == getattr(signal, "SIGKILL", 9):
        return Outcome("memory")
    if number == getattr(signal, "SIGXCPU", None):
        return Outcome("timeout")
    try:
        name = signal.Signals(number).name
    except ValueError:
        name = f"signal {number}"
    return Outcome("crash", detail=name)


def _read_some(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 1 << 16)
    except BlockingIOError:
        return b""


def _live(
    function: Callable[..., Any],
    arguments: tuple[Any, ...],
    limits: Limits,
    answer_end: int,
    words_end: int,
) -> NoReturn:
    """Be the child. Leaves by `_exit`, so that nothing of the parent's runs or flushes twice."""
    status = 1
    try:
        with contextlib.suppress(OSError):
            os.setpgid(0, 0)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        if "faulthandler" in sys.modules:
            # It would print through a descriptor of its own.
            sys.modules["faulthandler"].disable()
        nothing = os.open(os.devnull, os.O_RDWR)
        os.dup2(nothing, 0)
        os.dup2(nothing, 1)
        if not os.environ.get("SELARAS_DEBUG"):
            # What a native reader says before it aborts helps the parent, not the user. Words
            # beyond the pipe's size are dropped: nobody reads while the child lives.
            os.set_blocking(words_end, False)
            os.dup2(words_end, 2)
        child.limit_resources(limits.seconds, limits.megabytes)
        child.write_all(answer_end, child.answer(function, arguments))
        status = 0
    finally:
        os._exit(status)
