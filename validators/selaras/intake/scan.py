"""What calamine leaves out: formulas, error values, results never calculated, hidden rows.

Works on cells in plain form (see `sheetpart`), by searching for what is rare, so that a sheet
without formulas costs next to nothing.
"""

from __future__ import annotations

import re

from selaras.intake.shared_formula import Budget, SharedFormula
from selaras.intake.sheetpart import SheetPart
from selaras.model.book import Position
from selaras.values.a1 import column_number

_CELL = re.compile(rb'<c r="([A-Z]+)(\d+)"([^>]*)>')
_FORMULA = re.compile(rb"<f([^>]*?)(?:/>|>([^<]*)</f>)(<v>[^<]|<is>)?")
_ERROR = re.compile(rb' t="e"[^>]*>(?:<f[^>]*?(?:/>|>[^<]*</f>))?<v>([^<]+)</v>')
_HIDDEN_ROW = re.compile(rb'<row r="(\d+)"[^>]*? hidden="(?:1|true|on)"')
#: Columns A to Z, whose letters need no decoding.
_COLUMNS = {b"%c" % (64 + number): number for number in range(1, 27)}
_SHARED = re.compile(rb' si="(\d+)"')


class Scanned:
    """The findings of one scan; the fields are those of `Sheet`."""

    __slots__ = ("errors", "formulas", "hidden_rows", "uncalculated")

    def __init__(self) -> None:
        self.formulas: dict[Position, str] = {}
        self.errors: dict[Position, str] = {}
        self.uncalculated: set[Position] = set()
        self.hidden_rows: frozenset[int] = frozenset()


def scan(sheet: SheetPart, budget: Budget) -> Scanned:
    """Return what the cells hold besides values. Raises Refusal when formulas are too long."""
    xml, start, end = sheet.xml, sheet.start, sheet.end
    scanned = Scanned()
    if sheet.traits.formulas:
        _formulas(sheet, scanned, budget)
    if sheet.traits.errors:
        for found in _ERROR.finditer(xml, start, end):
            position, attributes = _cell_before(xml, start, found.start())
            if b' t="e"' in attributes:
                scanned.errors[position] = _text(found[1])
    if sheet.traits.hidden_rows:
        rows = (int(found[1]) for found in _HIDDEN_ROW.finditer(xml, start, end))
        scanned.hidden_rows = frozenset(rows)
    return scanned


def _formulas(sheet: SheetPart, scanned: Scanned, budget: Budget) -> None:
    xml, start, end = sheet.xml, sheet.start, sheet.end
    formulas, uncalculated = scanned.formulas, scanned.uncalculated
    shared: dict[bytes, SharedFormula] = {}
    waiting: list[tuple[Position, bytes]] = []
    for found in _FORMULA.finditer(xml, start, end):
        position, attributes = _cell_before(xml, start, found.start())
        kind, written, result = found.groups()
        if result is None and b' t="str"' not in attributes:
            uncalculated.add(position)
        text = _text(written) if written else ""
        group = _SHARED.search(kind) if kind else None
        if group:
            key = group[1]
            first = shared.get(key)
            if text:
                if first is None or b" ref=" in kind:
                    shared[key] = SharedFormula(text, *position)
            elif first:
                text = first.at(*position)
            else:
                waiting.append((position, key))
        if text:
            formulas[position] = budget.taken("=" + text)
    # Nearly always the first cell of a shared formula comes first. The file format does not say so.
    for position, key in waiting:
        if key in shared:
            formulas[position] = budget.taken("=" + shared[key].at(*position))


def _cell_before(xml: bytes, start: int, at: int) -> tuple[Position, bytes]:
    """Return the position and the attributes of the cell in which `at` lies."""
    found = _CELL.match(xml, xml.rfind(b"<c ", start, at))
    assert found is not None, "cells are in plain form"
    letters, row, attributes = found.groups()
    column = _COLUMNS.get(letters) or column_number(letters.decode())
    return (int(row), column), attributes


def _text(raw: bytes) -> str:
    text = raw.decode()
    if "&" in text:
        # All that plain form has: other character references send a part through `canonical`.
        for written, meant in _ENTITIES:
            text = text.replace(written, meant)
    return text


_ENTITIES = (
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", '"'),
    ("&apos;", "'"),
    ("&#13;", "\r"),
    ("&amp;", "&"),
)
