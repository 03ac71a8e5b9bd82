"""The child's side: set the limits, be silent, do the work, send one answer, vanish.

Run as a module (`python -m selaras.batch.child`) it serves systems without fork: the work comes in
on standard input and the answer goes out on standard output.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any, NoReturn

from selaras.batch import wire

_MEBIBYTE = 1024 * 1024


def limit_resources(seconds: float, megabytes: int) -> None:
    """Cap memory, processor time and core dumps of this process, where the system can.

    The memory limit counts from what the process has mapped already: the libraries that a parent
    has loaded are not the workbook's doing.
    """
    try:
        import resource
    except ImportError:
        return
    whole_seconds = int(seconds) + 2
    _limit(resource.RLIMIT_CORE, 0)
    # The parent watches the clock; this one ends a stuck child whose parent was killed.
    _limit(resource.RLIMIT_CPU, whole_seconds)
    mapped = _mapped_bytes()
    if mapped is not None:
        _limit(resource.RLIMIT_AS, mapped + megabytes * _MEBIBYTE)


def _limit(what: int, amount: int) -> None:
    import resource

    hard = resource.getrlimit(what)[1]
    if hard != resource.RLIM_INFINITY:
        amount = min(amount, hard)
    try:
        resource.setrlimit(what, (amount, amount))
    except (OSError, ValueError):
        return


def _mapped_bytes() -> int | None:
    try:
        with open("/proc/self/statm", "rb") as file:
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return None


def answer(function: Callable[..., Any], arguments: tuple[Any, ...]) -> bytes:
    """Do the work and return the packed answer, whatever happens to it."""
    try:
        return wire.pack("result", function(*arguments))
    except MemoryError:
        return wire.pack("memory", None)
    except BaseException as error:
        # A panic of a native reader arrives as a BaseException of its own.
        if os.environ.get("SELARAS_DEBUG"):
            import traceback

            traceback.print_exc()
        return wire.pack("error", type(error).__name__)


def write_all(descriptor: int, data: bytes) -> None:
    """Write all bytes to a descriptor, however many calls that takes."""
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def main() -> NoReturn:
    """Serve one piece of work from standard input."""
    import pickle

    # Standard output carries the answer: nothing else may write there.
    channel = os.dup(1)
    os.dup2(2, 1)
    function, arguments, seconds, megabytes = pickle.loads(sys.stdin.buffer.read())
    limit_resources(seconds, megabytes)
    write_all(channel, answer(function, arguments))
    os._exit(0)


if __name__ == "__main__":
    main()
