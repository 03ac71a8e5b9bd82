"""How work in a child ended, and when it must have."""

from __future__ import annotations

import time
from typing import Any, Literal, NamedTuple

from selaras.model.setting import Limits

#: error: an exception came out; crash: the process died; garbage: it ended without an answer.
HowEnded = Literal["result", "timeout", "memory", "error", "crash", "garbage"]


class Outcome(NamedTuple):
    """How the work ended: with a value, or why there is none."""

    kind: HowEnded
    value: Any = None
    #: What is known of the failure: the exception's name, the signal's.
    detail: str = ""


def deadline(limits: Limits) -> float:
    """Return when work that starts now must be done."""
    return time.monotonic() + limits.seconds
