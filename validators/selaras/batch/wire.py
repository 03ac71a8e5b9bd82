"""What goes through the pipe between parent and child: a length, then a pickled answer.

The child has read untrusted bytes, so the parent unpickles nothing but plain values and the
product's own value classes.
"""

from __future__ import annotations

import io
import pickle
from typing import Any, Literal

#: How the child's work ended, as the child itself can tell.
Ending = Literal["result", "memory", "error"]

_HEADER = 8
#: No honest answer comes near this size.
MAX_ANSWER = 512 * 1024 * 1024


class GarbageError(Exception):
    """What came through the pipe is not an answer."""


class _ValuesOnly(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("decimal", "Decimal"):
            return super().find_class(module, name)
        if module.partition(".")[0] == "selaras" and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise GarbageError(f"{module}.{name}")


def pack(ending: Ending, value: object) -> bytes:
    """Return the bytes of an answer, with the length in front."""
    body = pickle.dumps((ending, value), pickle.HIGHEST_PROTOCOL)
    return len(body).to_bytes(_HEADER, "big") + body


def missing(data: bytes | bytearray) -> int:
    """Return how many bytes an answer that begins like this still lacks; at least 1 if unknown.

    Raises GarbageError when the length in front cannot be true.
    """
    if len(data) < _HEADER:
        return _HEADER - len(data)
    length = int.from_bytes(data[:_HEADER], "big")
    if length > MAX_ANSWER:
        raise GarbageError(f"{length} bytes")
    return max(0, _HEADER + length - len(data))


def unpack(data: bytes | bytearray) -> tuple[Ending, object]:
    """Return what `pack` was given. Raises GarbageError for anything else."""
    try:
        if missing(data):
            raise GarbageError("cut short")
        answer = _ValuesOnly(io.BytesIO(memoryview(data)[_HEADER:])).load()
    except GarbageError:
        raise
    except Exception as error:
        # Unpickling of broken bytes may raise anything at all.
        raise GarbageError(str(error)) from error
    if (
        not isinstance(answer, tuple)
        or len(answer) != 2
        or answer[0] not in ("result", "memory", "error")
    ):
        raise GarbageError("no answer")
    return answer
