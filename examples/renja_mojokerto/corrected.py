"""The document set right: what it might have been, and the list of what that took."""

from __future__ import annotations

from functools import cache

from .correction import Change, apply
from .corrections import CORRECTIONS
from .document import PRINTED, Document


@cache
def load_corrected() -> Document:
    """Return the document with its known mistakes set right."""
    return apply(PRINTED, CORRECTIONS)[0]


@cache
def list_changes() -> tuple[Change, ...]:
    """Return every cell that was set right, with the reason."""
    return tuple(apply(PRINTED, CORRECTIONS)[1])
