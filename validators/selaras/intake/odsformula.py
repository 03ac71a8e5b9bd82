"""Formulas of OpenDocument as Excel writes them."""

from __future__ import annotations

import re

#: A text in quotes, a reference in brackets, and the signs that Excel has others for.
_PIECE = re.compile(r'"(?:[^"]|"")*"|\[((?:[^\]\']|\'(?:[^\']|\'\')*\')*)\]|[;~]|COM\.MICROSOFT\.')
#: One end of a reference: the sheet, where one is named, and the cell.
_END = re.compile(
    r"(?:\$?((?:'(?:[^']|'')*'|[^.':])*))\.(\$?[A-Z]{1,3}\$?\d+|\$?[A-Z]{1,3}|\$?\d+|#REF!)"
)
_PREFIX = re.compile(r"[a-z]+:=|=")


def excel_formula(written: str) -> str:
    """Return the formula with its leading "=", sheets, ranges and separators as in Excel."""
    begins = _PREFIX.match(written)
    body = written[begins.end() :] if begins else written
    return "=" + _PIECE.sub(_translated, body)


def _translated(piece: re.Match[str]) -> str:
    text = piece[0]
    if piece[1] is not None:
        return _reference(piece[1])
    if text.startswith('"'):
        return text
    return "" if text.startswith("COM") else ","


def _reference(written: str) -> str:
    ends = list(_END.finditer(written))
    if not ends:
        return written
    sheet = ends[0][1]
    cells = ":".join(end[2] for end in ends)
    return f"{sheet}!{cells}" if sheet else cells
