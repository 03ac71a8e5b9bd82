"""What each button must do, by the button's id."""

from __future__ import annotations

from collections.abc import Callable

from .trial import Sidang

Harapan = Callable[[Sidang], None]
HARAPAN: dict[str, Harapan] = {}


def harapan(f: Harapan) -> Harapan:
    """Register what is expected of the button that has the function's name."""
    HARAPAN[f.__name__] = f
    return f
