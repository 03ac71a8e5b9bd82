"""The values of the cells, read by calamine from a package made for it.

calamine reads values faster than anything else at hand, but it lays out the whole rectangle that
the cells of a sheet span, and aborts the process when that does not fit in memory. So it never
sees the file itself: it gets a package of nothing but sheets, styles and strings that have passed
the checks. Members that need no change go in packed as they are. The cells of a sheet that lie far
apart go in one after the other, and back to their places when they come out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import NamedTuple

from python_calamine import CalamineWorkbook

from selaras.a1 import MAX_COLUMN, MAX_ROW, Area, column_letters, column_number
from selaras.intake.archive import Archive
from selaras.intake.package import Member, Package
from selaras.intake.refusal import Kind, Refusal
from selaras.intake.sheetpart import SheetPart
from selaras.model.book import DenseGrid, Grid, Position, SparseGrid, Value

#: A rectangle may have this many cells for each one with a value, and some more.
_SPREAD, _SPREAD_GRACE = 4, 10_000
#: The width of the block in which cells that lie far apart are handed over.
_FLOW = 256

_COLUMN = re.compile(rb'<c r="([A-Z]+)')
_ROW = re.compile(rb'<row r="(\d+)"')
_VALUED = re.compile(
    rb'<c r="([A-Z]+)(\d+)"([^>/]*)>(?:<f[^>]*?(?:/>|>[^<]*</f>))?(<v>[^<]+</v>|<is>.*?</is>)</c>',
    re.DOTALL,
)
_ERROR_CELL = re.compile(rb'<c [^>]* t="e"[^>]*>(?:<f[^>]*?(?:/>|>[^<]*</f>))?<v>[^<]*</v></c>')
#: The error values that calamine knows; at any other it gives up the sheet.
_KNOWN_ERRORS = frozenset(
    ("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#GETTING_DATA")
)
_HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_TAIL = b"</sheetData></worksheet>"


class Source(NamedTuple):
    """A part as calamine gets it: the member as it lies in the file, or bytes in its place."""

    member: Member
    changed: bytes | None = None


class Shared(NamedTuple):
    """The parts that all sheets share."""

    date1904: bool
    styles: Source | None
    strings: Source | None


class Plan(NamedTuple):
    """A sheet made ready for calamine."""

    source: Source
    #: The positions of cells handed over one after the other; None for a sheet as it lies.
    flow: list[Position] | None


def valued_cells(sheet: SheetPart) -> int:
    """Return the number of cells that may hold a value, never fewer than do."""
    return sheet.xml.count(b"</c>", sheet.start, sheet.end)


def plan(sheet: SheetPart, member: Member, errors: Iterable[str]) -> Plan:
    """Decide how a sheet is handed to calamine. Raises Refusal for cells outside the grid."""
    xml = sheet.xml[sheet.start : sheet.end] if sheet.rewritten else None
    area = _extent(sheet)
    if (area.bottom - area.top + 1) * (area.right - area.left + 1) <= (
        _SPREAD * valued_cells(sheet) + _SPREAD_GRACE
    ):
        if not _KNOWN_ERRORS.issuperset(errors):
            xml = _ERROR_CELL.sub(b"", sheet.xml[sheet.start : sheet.end])
        changed = None if xml is None else b"".join((_HEAD, xml, _TAIL))
        return Plan(Source(member, changed), None)
    return _flow(sheet, member)


def _extent(sheet: SheetPart) -> Area:
    """Return the rectangle of all rows and cells, with values or without."""
    xml, start, end = sheet.xml, sheet.start, sheet.end
    rows = list(map(int, _ROW.findall(xml, start, end)))
    columns = [column_number(name.decode()) for name in set(_COLUMN.findall(xml, start, end))]
    if not rows or not columns:
        return Area(1, 1, 0, 0)
    area = Area(min(rows), min(columns), max(rows), max(columns))
    if area.bottom > MAX_ROW or area.right > MAX_COLUMN:
        raise Refusal(Kind.OUT_OF_GRID, str(area))
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


def read_grids(package: Package, shared: Shared, plans: Sequence[Plan]) -> list[Grid | None]:
    """Return the values of each planned sheet; None for a sheet that calamine could not read.

    Raises Refusal when it can read none, because the styles or the strings are broken.
    """
    archive = _archive(package, shared, plans)
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(archive))
    except BaseException as error:
        raise refused(error) from None
    del archive
    grids: list[Grid | None] = []
    for number, planned in enumerate(plans, 1):
        try:
            sheet = workbook.get_sheet_by_name(str(number))
            rows: Sequence[Sequence[Value]] = sheet.to_python()
            start = sheet.start or (0, 0)
        except BaseException as error:
            refused(error)
            grids.append(None)
            continue
        top, left = start[0] + 1, start[1] + 1
        if planned.flow is None:
            grids.append(DenseGrid(rows, top, left))
        else:
            grids.append(_scattered(DenseGrid(rows, top, left), planned.flow))
    return grids


def refused(error: BaseException) -> Refusal:
    """Return what an exception out of calamine means; raise it again when it is not calamine's."""
    # A panic in Rust reaches Python as an exception that is no Exception, on purpose.
    if type(error).__name__ == "PanicException":
        return Refusal(Kind.CRASHED, str(error))
    if isinstance(error, MemoryError) or not isinstance(error, Exception):
        raise error
    return Refusal(Kind.BROKEN, f"{type(error).__name__}: {error}")


def _scattered(block: DenseGrid, positions: list[Position]) -> SparseGrid:
    rows: dict[int, dict[int, Value]] = {}
    for index, (row, column) in enumerate(positions):
        line, place = divmod(index, _FLOW)
        value = block.value(line + 1, place + 1)
        if value is not None:
            rows.setdefault(row, {})[column] = value
    return SparseGrid(rows)


_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def _archive(package: Package, shared: Shared, plans: Sequence[Plan]) -> bytes:
    """Return a zip file with the planned sheets under the names 1, 2, 3 ..."""
    archive = Archive()
    tabs: list[str] = []
    links: list[str] = []

    def put(kind: str, number: str, source: Source) -> None:
        name = f"{kind}{number}.xml"
        if source.changed is None:
            archive.copy(f"xl/{name}", source.member, package)
        else:
            archive.add(f"xl/{name}", source.changed)
        links.append(f'<Relationship Id="{kind}{number}" Type="{_OFFICE}/{kind}" Target="{name}"/>')

    for number, planned in enumerate(plans, 1):
        tabs.append(f'<sheet name="{number}" sheetId="{number}" r:id="worksheet{number}"/>')
        put("worksheet", str(number), planned.source)
    if shared.styles:
        put("styles", "", shared.styles)
    if shared.strings:
        put("sharedStrings", "", shared.strings)
    archive.add(
        "xl/workbook.xml",
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        f'<workbookPr date1904="{int(shared.date1904)}"/>'
        f"<sheets>{''.join(tabs)}</sheets></workbook>".encode(),
    )
    archive.add(
        "xl/_rels/workbook.xml.rels",
        f'<Relationships xmlns="{_PACKAGE}">{"".join(links)}</Relationships>'.encode(),
    )
    archive.add(
        "_rels/.rels",
        f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'.encode(),
    )
    archive.add("[Content_Types].xml", b"<Types/>")
    return archive.close()
