"""The values of the cells, read by calamine from a package made for it.

calamine reads values faster than anything else at hand, but it aborts the process when memory does
not suffice. So it never sees the file itself: it gets a package of nothing but sheets, styles and
strings that have passed the checks. Members that need no change go in packed as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import NamedTuple

from python_calamine import CalamineWorkbook

from selaras.intake.archive import Archive
from selaras.intake.layout import Plan, Source, scattered
from selaras.intake.package import Package
from selaras.intake.refusal import Refusal, RefusalKind
from selaras.model.book import DenseGrid, Grid, Value


class Shared(NamedTuple):
    """The parts that all sheets share."""

    date1904: bool
    styles: Source | None
    strings: Source | None


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
            grids.append(scattered(DenseGrid(rows, top, left), planned.flow))
    return grids


def refused(error: BaseException) -> Refusal:
    """Return what an exception out of calamine means; raise it again when it is not calamine's."""
    # A panic in Rust reaches Python as an exception that is no Exception, on purpose.
    if type(error).__name__ == "PanicException":
        return Refusal(RefusalKind.CRASHED, str(error))
    if isinstance(error, MemoryError) or not isinstance(error, Exception):
        raise error
    return Refusal(RefusalKind.BROKEN, f"{type(error).__name__}: {error}")


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
