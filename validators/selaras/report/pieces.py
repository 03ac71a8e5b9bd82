"""Lines of styled pieces, from which text reports are made.

Whether the styles become colours is decided by whoever prints them (`report.terminal`); plain text
simply leaves them out.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import NamedTuple

#: Characters in a line of a report that no terminal shows.
WIDTH = 100


class Piece(NamedTuple):
    """Some text in one style: a severity's name, "strong", "faint" or ""."""

    text: str
    style: str = ""


Line = tuple[Piece, ...]
BLANK: Line = ()


def plain(lines: Iterator[Line]) -> str:
    """Return lines as text without styles."""
    return "".join(f"{''.join(piece.text for piece in line).rstrip()}\n" for line in lines)


def wrap(text: str, width: int, hang: int = 0) -> list[str]:
    """Return the text in lines of that width, all but the first indented by `hang`."""
    return textwrap.wrap(
        text, max(width, 20), subsequent_indent=" " * hang, break_on_hyphens=False
    ) or [""]
