"""How a sheet is handed to calamine, which lays out the whole rectangle that its cells span.

A rectangle that is mostly blank is not worth its memory, and one from A1 to XFD1048576 ends the
process. The cells of such a sheet go in one after the other, and back to their places when they
come out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from selaras.intake import limits
from selaras.intake.package import Member
from selaras.intake.refusal import Refusal, RefusalKind
from selaras.intake.sheetpart import SheetPart
from selaras.model.book import ERROR_VALUES, DenseGrid, Position, SparseGrid, Value
from selaras.values.a1 import MAX_COLUMN, MAX_ROW, Area, column_letters, column_number

#: All rectangles of a workbook may have this many cells, whatever they hold ...
_ROOM = 2_000_000
#: ... and then this many for each cell with a value.
_SPREAD = 2
#: The width of the block in which cells that lie far apart are handed over.
_FLOW = 256
#: `<c r="A1"><v>1</v></c>`: no cell with a value is shorter.
_SHORTEST_CELL = 22

_COLUMN = re.compile(rb'<c r="([A-Z]+)')
_ROW = re.compile(rb'<row r="(\d+)"')
_VALUED = re.compile(
    rb'<c r="([A-Z]+)(\d+)"([^>/]*)>(?:<f[^>]*?(?:/>|>[^<]*</f>))?(<v>[^<]+</v>|<is>.*?</is>)</c>',
    re.DOTALL,
)
_ERROR_CELL = re.compile(rb'<c [^>]* t="e"[^>]*>(?:<f[^>]*?(?:/>|>[^<]*</f>))?<v>[^<]*</v></c>')
#: The error values that calamine knows; at any other it gives up the sheet.
_KNOWN_ERRORS = ERROR_VALUES | {"#GETTING_DATA"}
_HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_TAIL = b"</sheetData></worksheet>"


class Source(NamedTuple):
    """A part as calamine gets it: the member as it lies in the file, or bytes in its place."""

    member: Member
    changed: bytes | None = None


class Plan(NamedTuple):
    """A sheet made ready for calamine."""

    source: Source
    #: The positions of cells handed over one after the other; None for a sheet as it lies.
    flow: list[Position] | None


class Planner:
    """Plans the sheets of one workbook, within what a workbook may hold."""

    def __init__(self) -> None:
        self._room = _ROOM
        self._cells = 0

    def plan(self, sheet: SheetPart, member: Member, errors: Iterable[str]) -> Plan:
        """Decide how a sheet is handed to calamine.

        Raises Refusal for cells outside the grid, and for too many cells in all sheets.
        """
        # Counted only where the shortest cells would be too many, or a rectangle is large.
        most = (sheet.end - sheet.start) // _SHORTEST_CELL
        counted = most > limits.CELLS - self._cells
        if counted:
            most = valued_cells(sheet)
        self._cells += most
        if self._cells > limits.CELLS:
            raise Refusal(RefusalKind.TOO_LARGE, f"more than {limits.CELLS} cells")
        size = _size(_extent(sheet, exact=False))
        if size > self._room:
            size = _size(_extent(sheet, exact=True))
        if size > self._room:
            if size > _SPREAD * (most if counted else valued_cells(sheet)):
                return _flow(sheet, member)
        else:
            self._room -= size
        return _as_it_lies(sheet, member, errors)


def valued_cells(sheet: SheetPart) -> int:
    """Return the number of cells that may hold a value, never fewer than do."""
    return sheet.xml.count(b"</c>", sheet.start, sheet.end)


def _as_it_lies(sheet: SheetPart, member: Member, errors: Iterable[str]) -> Plan:
    cells = sheet.xml[sheet.start : sheet.end] if sheet.rewritten else b""
    if not _KNOWN_ERRORS.issuperset(errors):
        cells = _ERROR_CELL.sub(b"", sheet.xml[sheet.start : sheet.end])
    elif not sheet.rewritten:
        return Plan(Source(member), None)
    return Plan(Source(member, b"".join((_HEAD, cells, _TAIL))), None)


def _size(area: Area) -> int:
    return (area.bottom - area.top + 1) * (area.right - area.left + 1)


def _extent(sheet: SheetPart, *, exact: bool) -> Area:
    """Return the rectangle of all rows and cells, with values or without.

    Without `exact`, columns A to Z stand for any of them: looking at each cell takes longest.
    """
    xml, start, end = sheet.xml, sheet.start, sheet.end
    rows = list(map(int, _ROW.findall(xml, start, end)))
    if not rows:
        return Area(1, 1, 0, 0)
    left, right = 1, 26
    if exact or sheet.traits.wide:
        names = set(_COLUMN.findall(xml, start, end))
        columns = [column_number(name.decode()) for name in names]
        left, right = min(columns, default=1), max(columns, default=0)
    area = Area(min(rows), left, max(rows), right)
    if area.bottom > MAX_ROW or area.right > MAX_COLUMN:
        raise Refusal(RefusalKind.OUT_OF_GRID, str(area))
    return area


def _flow(sheet: SheetPart, member: Member) -> Plan:
    names = [column_letters(number).encode() for number in range(1, _FLOW + 1)]
    cells: list[bytes] = []
    positions: list[Position] = []
    for found in _VALUED.finditer(sheet.xml, sheet.start, sheet.end):
        letters, row, attributes, content = found.groups()
        if b' t="e"' in attributes:
            continue
        line, column = divmod(len(positions), _FLOW)
        if not column:
            cells.append(b'</row><row r="%d">' % (line + 1))
        cells.append(b'<c r="%b%d"%b>%b</c>' % (names[column], line + 1, attributes, content))
        positions.append((int(row), column_number(letters.decode())))
    body = b"".join(cells)[len(b"</row>") :]
    changed = b"".join((_HEAD, body, b"</row>" if body else b"", _TAIL))
    return Plan(Source(member, changed), positions)


def scattered(block: DenseGrid, positions: list[Position]) -> SparseGrid:
    """Return the values of cells that went in one after the other, at their true positions."""
    rows: dict[int, dict[int, Value]] = {}
    for index, (row, column) in enumerate(positions):
        line, place = divmod(index, _FLOW)
        value = block.value(line + 1, place + 1)
        if value is not None:
            rows.setdefault(row, {})[column] = value
    return SparseGrid(rows)
