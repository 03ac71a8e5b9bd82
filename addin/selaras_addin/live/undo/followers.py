"""Formulas that are kept on another sheet, and there follow what happens to the workbook.

A formula that is kept as text goes stale as soon as a row is inserted. Kept as a formula whose
every reference names its sheet, Excel moves and renames in it what it moves and renames in others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

#: Excel takes no longer formula, and no more arguments.
_TERPANJANG, _ARGUMEN = 8192, 255

_BAGIAN = re.compile(
    r"""
    (?P<rujukan>
      (?P<lembar>(?:(?:'(?:[^'\[\]:*?/\\]|'')++'|[^\W\d][\w.]*+)!)?+)
      (?P<sel>
        \$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6}(?::\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6})?
        | \$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}
        | \$?[1-9][0-9]{0,6}:\$?[1-9][0-9]{0,6}
        | \#REF!
      )
      (?![\w.\\?(!$\[])
    )
    | (?P<sama>
        "(?:[^"]|"")*+"
      | [ \t\r\n]++
      | (?:[0-9]++(?:\.[0-9]*+)?|\.[0-9]++)(?:[Ee][+-]?[0-9]{1,3}(?![0-9]))?
      | \#(?:N/A|VALUE!|DIV/0!|NAME\?|NULL!|NUM!)
      | (?:TRUE|FALSE)(?![\w.\\?(!\[])
      | [^\W\d][\w.]*+\(
      | [-+*/^&=<>%(),;:{}@\#]
    )
    # Names, parts of tables, other workbooks: what they mean may depend on the sheet.
    | (?P<asing>'(?:[^']|'')*+'!? | [^\W\d][\w.\\?]*+!? | .)
    """,
    re.VERBOSE | re.DOTALL,
)


class _Bagian(NamedTuple):
    """A piece of a formula: a reference with the sheet that it names, or something else."""

    jenis: str
    lembar: str
    teks: str


def berlembar(formula: str, sheet: str) -> str | None:
    """Return a formula of a sheet as any other sheet may hold it, each reference with its sheet.

    None where that cannot be: what names and parts of tables mean may depend on the sheet.
    """
    pieces = list(_bagian(formula))
    if any(piece.jenis == "asing" for piece in pieces):
        return None
    text = "".join(_penuh(piece, sheet) for piece in pieces)
    return text if len(text) <= _TERPANJANG else None


def tanpa_lembar(held: str, formula: str, sheet: str) -> str | None:
    """Return what Excel has made of `berlembar(formula)`, as a cell of the sheet would show it.

    The sheet is named only where the formula named it itself. None where Excel made something else
    of it, so that this cannot be told.
    """
    before = [piece for piece in _bagian(formula) if piece.jenis == "rujukan"]
    pieces = list(_bagian(held))
    if len(before) != sum(piece.jenis == "rujukan" for piece in pieces):
        return None
    origin = iter(before)
    found: list[str] = []
    for piece in pieces:
        bare = piece.jenis == "rujukan" and not next(origin).lembar
        own = _nama(piece.lembar).casefold() == sheet.casefold()
        found.append(piece.teks if bare and own else piece.lembar + piece.teks)
    return "".join(found)


def penjaga(formula: str, sheet: str) -> str | None:
    """Return a formula that changes when cells move to which this one refers; "" if it has none.

    It is for formulas that cannot be held themselves. None where there are too many cells.
    """
    cells = dict.fromkeys(
        _penuh(piece, sheet)
        for piece in _bagian(formula)
        if piece.jenis == "rujukan" and piece.teks != "#REF!"
    )
    text = f"=COUNTA({','.join(cells)})" if cells else ""
    return text if len(cells) <= _ARGUMEN and len(text) <= _TERPANJANG else None


def _bagian(formula: str) -> Iterator[_Bagian]:
    for match in _BAGIAN.finditer(formula):
        kind = match.lastgroup or ""
        if match["rujukan"] is not None:
            yield _Bagian("rujukan", match["lembar"], match["sel"])
        else:
            yield _Bagian(kind, "", match[0])


def _penuh(piece: _Bagian, sheet: str) -> str:
    if piece.jenis != "rujukan" or piece.lembar or piece.teks == "#REF!":
        return piece.lembar + piece.teks
    return "'{}'!{}".format(sheet.replace("'", "''"), piece.teks)


def _nama(lembar: str) -> str:
    """Return the name of a sheet from the part of a reference that ends in "!"."""
    name = lembar.removesuffix("!")
    return name[1:-1].replace("''", "'") if name.startswith("'") else name
