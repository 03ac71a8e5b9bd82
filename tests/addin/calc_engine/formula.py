"""Formulas between the two dialects: Excel's `'T-C.33'!A1,B1` and Calc's `$'T-C.33'.A1;B1`."""

from __future__ import annotations

import re
from collections.abc import Callable

from .counter import CalcError

#: A text, a quoted sheet name, or what lies between them.
_PIECE = re.compile(r'"(?:[^"]|"")*"|\$?\'(?:[^\']|\'\')*\'|(?:[^"\'$]|\$(?!\'))+')
_DOT = re.compile(r"(?<![A-Za-z0-9_.$])\$?([A-Za-z_][A-Za-z0-9_]*)\.(?=\$?[A-Z]{1,3}\$?\d|#REF!)")
_LEADING_DOT = re.compile(r"^\.(?=\$?[A-Z]{1,3}\$?\d|#REF!|\$)")
_EXCLAMATION = re.compile(r"([A-Za-z_][A-Za-z0-9_]*)!")
#: Excel takes no longer formula, and no longer text in one.
_LONGEST_FORMULA, _LONGEST_TEXT = 8192, 255


def check_formula(formula: str) -> None:
    """Raise CalcError for a formula that Excel would not take."""
    if len(formula) > _LONGEST_FORMULA:
        raise CalcError(f"a formula of {len(formula)} characters")
    for piece in _PIECE.findall(formula):
        piece_text = piece[1:-1].replace('""', '"') if piece.startswith('"') else ""
        if len(piece_text) > _LONGEST_TEXT:
            raise CalcError(f"a text of {len(piece_text)} characters in a formula")


def convert_to_excel(formula: str) -> str:
    """Return a formula of Calc's API as Excel's `Range.Formula` shows it."""
    if not formula.startswith("="):
        return formula
    if formula in ("=TRUE()", "=FALSE()"):
        # So Calc keeps a typed boolean.
        return formula[1:-2]

    def change_plain(text: str, after_name: bool) -> str:
        if after_name:
            text = _LEADING_DOT.sub("!", text)
        text = _DOT.sub(r"\1!", text).replace(":.", ":")
        return text.replace(";", ",").replace("|", ";")

    return _convert_each(formula, change_plain, dollars_dropped=True)


def convert_to_calc(formula: str) -> str:
    """Return a formula of Excel as Calc's API takes it."""

    def change_plain(text: str, after_name: bool) -> str:
        text = text.replace(";", "|").replace(",", ";")
        if after_name and text.startswith("!"):
            text = "." + text[1:]
        return _EXCLAMATION.sub(r"$\1.", text)

    return _convert_each(formula, change_plain, dollars_dropped=False)


def _convert_each(
    formula: str, change_plain: Callable[[str, bool], str], *, dollars_dropped: bool
) -> str:
    result: list[str] = []
    after_name = False
    for piece in _PIECE.findall(formula):
        quoted = piece.lstrip("$")[:1] == "'"
        if quoted:
            result.append(piece.lstrip("$") if dollars_dropped else "$" + piece.lstrip("$"))
        elif piece.startswith('"'):
            result.append(piece)
        else:
            result.append(change_plain(piece, after_name))
        after_name = quoted
    return "".join(result)
