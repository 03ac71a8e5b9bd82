"""What each button must do, by the button's id."""

from __future__ import annotations

from collections.abc import Callable

from .trial import Turn

Expectation = Callable[[Turn], None]
EXPECTATIONS: dict[str, Expectation] = {}


def expect(f: Expectation) -> Expectation:
    """Register what is expected of the button that has the function's name."""
    EXPECTATIONS[f.__name__] = f
    return f
