"""Binary workbooks through calamine: .xlsb, and what of .xls nothing else reads. Values only."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from python_calamine import (
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from selaras.intake import limits
from selaras.intake.archive import Archive
from selaras.intake.extent import check_xlsb
from selaras.intake.package import Member, Package
from selaras.intake.refusal import Refusal, RefusalKind
from selaras.intake.values import refused
from selaras.intake.workbookpart import relations
from selaras.model.book import Book, DenseGrid, Sheet, State, Value
from selaras.values.a1 import Area
from selaras.values.text import Text


def read_values_of_xls(path: str, sha256: str, content: bytes) -> Book:
    """Return an Excel 97-2003 workbook. Raises Refusal, of kind OLD_XLS where calamine fails."""
    return _read(path, sha256, content, ".xls", RefusalKind.OLD_XLS)


def read_xlsb(path: str, sha256: str, package: Package, main: str) -> Book:
    """Return a binary workbook. Raises Refusal."""
    for relation in relations(package, main).values():
        member = package.find(relation.target)
        if member and relation.kind == "worksheet":
            check_xlsb(package.read(member))
    return _read(path, sha256, _verified(package), ".xlsb", RefusalKind.BROKEN)


def _verified(package: Package) -> bytes:
    """Return the archive of the members that may be read, each unpacked once to see that it may."""
    archive = Archive()
    for member in package.members.values():
        if _may_be_read(member):
            package.read(member)
            archive.copy(member.name.replace("\\", "/"), member, package)
    return archive.close()


def _may_be_read(member: Member) -> bool:
    return member.name.lower().endswith((".xml", ".rels", ".bin"))


def _read(path: str, sha256: str, content: bytes, suffix: str, otherwise: RefusalKind) -> Book:
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(content))
        sheets = []
        cells = 0
        for entry in workbook.sheets_metadata:
            if entry.typ != SheetTypeEnum.WorkSheet:
                continue
            sheet = workbook.get_sheet_by_name(entry.name)
            cells += sheet.height * sheet.width
            if cells > limits.CELLS:
                raise Refusal(RefusalKind.TOO_LARGE, f"more than {limits.CELLS} cells")
            sheets.append(_sheet(sheet, _state(entry.visible)))
    except PasswordError:
        raise Refusal(RefusalKind.PASSWORD) from None
    except Refusal:
        raise
    except BaseException as error:
        refusal = refused(error)
        raise Refusal(otherwise, refusal.detail) from error
    if not sheets:
        raise Refusal(otherwise, "no worksheet")
    return Book(path, sha256, tuple(sheets), (_note(suffix),))


def _sheet(sheet: CalamineSheet, state: State) -> Sheet:
    rows: Sequence[Sequence[Value]] = sheet.to_python()
    top, left = sheet.start or (0, 0)
    merges = [
        Area(first[0] + 1, first[1] + 1, last[0] + 1, last[1] + 1)
        for first, last in sheet.merged_cell_ranges or ()
    ]
    return Sheet(sheet.name, DenseGrid(rows, top + 1, left + 1), state, merges=tuple(merges))


def _state(visible: SheetVisibleEnum) -> State:
    # calamine's enumeration has no hash, so no dictionary serves.
    if visible == SheetVisibleEnum.Hidden:
        return "hidden"
    return "veryHidden" if visible == SheetVisibleEnum.VeryHidden else "visible"


def _note(suffix: str) -> Text:
    return Text(
        f"Berkas {suffix} dibaca nilainya saja: rumus, galat, baris tersembunyi dan format tidak "
        "terlihat. Simpan sebagai .xlsx agar semuanya diperiksa.",
        f"Only values were read from this {suffix} file: formulas, errors, hidden rows and formats "
        "were not seen. Save it as .xlsx to have everything checked.",
    )
