"""Formulas that are kept on another sheet, and there follow what happens to the workbook.

A formula that is kept as text goes stale as soon as a row is inserted. Kept as a formula whose
every reference names its sheet, Excel moves and renames in it what it moves and renames in others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

#: Excel takes no longer formula, and no more arguments.
_LONGEST, _MOST_ARGUMENTS = 8192, 255

_PIECE = re.compile(
    r"""
    (?P<reference>
      (?P<sheet>(?:(?:'(?:[^'\[\]:*?/\\]|'')++'|[^\W\d][\w.]*+)!)?+)
      (?P<cell>
        \$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6}(?::\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6})?
        | \$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}
        | \$?[1-9][0-9]{0,6}:\$?[1-9][0-9]{0,6}
        | \#REF!
      )
      (?![\w.\\?(!$\[])
    )
    | (?P<other>
        "(?:[^"]|"")*+"
      | [ \t\r\n]++
      | (?:[0-9]++(?:\.[0-9]*+)?|\.[0-9]++)(?:[Ee][+-]?[0-9]{1,3}(?![0-9]))?
      | \#(?:N/A|VALUE!|DIV/0!|NAME\?|NULL!|NUM!)
      | (?:TRUE|FALSE)(?![\w.\\?(!\[])
      | [^\W\d][\w.]*+\(
      | [-+*/^&=<>%(),;:{}@\#]
    )
    # Names, parts of tables, other workbooks: what they mean may depend on the sheet.
    | (?P<foreign>'(?:[^']|'')*+'!? | [^\W\d][\w.\\?]*+!? | .)
    """,
    re.VERBOSE | re.DOTALL,
)


class _Piece(NamedTuple):
    """A piece of a formula: a reference with the sheet that it names, or something else."""

    kind: str
    sheet: str
    text: str


def add_sheet_names(formula: str, sheet: str) -> str | None:
    """Return a formula of a sheet as any other sheet may hold it, each reference with its sheet.

    None where that cannot be: what names and parts of tables mean may depend on the sheet.
    """
    pieces = list(_split_formula(formula))
    if any(piece.kind == "foreign" for piece in pieces):
        return None
    text = "".join(_add_sheet_name(piece, sheet) for piece in pieces)
    return text if len(text) <= _LONGEST else None


def drop_sheet_names(held: str, formula: str, sheet: str) -> str | None:
    """Return what Excel has made of a formula with its sheet names, as the sheet would show it.

    `formula` is what it was made from: the sheet is named only where that named it itself. None
    where Excel made something else of it, so that this cannot be told.
    """
    before = [piece for piece in _split_formula(formula) if piece.kind == "reference"]
    pieces = list(_split_formula(held))
    if len(before) != sum(piece.kind == "reference" for piece in pieces):
        return None
    origin = iter(before)
    found: list[str] = []
    for piece in pieces:
        bare = piece.kind == "reference" and not next(origin).sheet
        own = _read_sheet_name(piece.sheet).casefold() == sheet.casefold()
        found.append(piece.text if bare and own else piece.sheet + piece.text)
    return "".join(found)


def build_guard(formula: str, sheet: str) -> str | None:
    """Return a formula that changes when cells move to which this one refers; "" if it has none.

    It is for formulas that cannot be held themselves. None where there are too many cells.
    """
    cells = dict.fromkeys(
        _add_sheet_name(piece, sheet)
        for piece in _split_formula(formula)
        if piece.kind == "reference" and piece.text != "#REF!"
    )
    text = f"=COUNTA({','.join(cells)})" if cells else ""
    return text if len(cells) <= _MOST_ARGUMENTS and len(text) <= _LONGEST else None


def _split_formula(formula: str) -> Iterator[_Piece]:
    for match in _PIECE.finditer(formula):
        kind = match.lastgroup or ""
        if match["reference"] is not None:
            yield _Piece("reference", match["sheet"], match["cell"])
        else:
            yield _Piece(kind, "", match[0])


def _add_sheet_name(piece: _Piece, sheet: str) -> str:
    if piece.kind != "reference" or piece.sheet or piece.text == "#REF!":
        return piece.sheet + piece.text
    return "'{}'!{}".format(sheet.replace("'", "''"), piece.text)


def _read_sheet_name(sheet: str) -> str:
    """Return the name of a sheet from the part of a reference that ends in "!"."""
    name = sheet.removesuffix("!")
    return name[1:-1].replace("''", "'") if name.startswith("'") else name
