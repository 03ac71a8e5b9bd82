"""An .xlsx or .xlsm package -> Book."""

from __future__ import annotations

from collections.abc import Mapping

from selaras.intake.layout import Plan, Planner, Source
from selaras.intake.package import Member, Package
from selaras.intake.refusal import Refusal, RefusalKind
from selaras.intake.scan import Scanned, scan
from selaras.intake.shared_formula import Budget
from selaras.intake.sheetpart import Around, SheetPart, trusted
from selaras.intake.strings import TextBound
from selaras.intake.values import Shared, read_grids
from selaras.intake.workbookpart import SheetEntry, workbook_parts
from selaras.intake.xmlpart import as_utf8
from selaras.model.book import Book, Grid, Position, Sheet, Style


def read_xlsx(path: str, sha256: str, package: Package, main: str) -> Book:
    """Return the workbook whose main part is `main`. Raises Refusal."""
    parts = workbook_parts(package, main)
    strings, text = _source(package, parts.strings)
    styles, _ = _source(package, parts.styles)
    shared = Shared(parts.date1904, styles, strings)
    bound = TextBound(text)
    formulas = Budget()
    planner = Planner()
    plans: list[Plan] = []
    scans: list[tuple[Scanned, Around]] = []
    for entry in parts.sheets:
        part = sheet_part(package, entry.member)
        bound.take(part)
        scanned = scan(part, formulas)
        scans.append((scanned, part.around))
        plans.append(planner.plan(part, entry.member, scanned.errors.values()))
    # From here on no unpacked part is kept: calamine unpacks its own.
    del text, bound, part
    sheets = [
        _sheet(package, parts.styles, entry, grid, *scanned_)
        for entry, grid, scanned_ in zip(
            parts.sheets, _grids(package, shared, plans), scans, strict=True
        )
    ]
    return Book(path, sha256, tuple(sheets), parts.notes)


def sheet_part(package: Package, member: Member) -> SheetPart:
    """Return a worksheet with its cells in plain form. Raises Refusal."""
    raw = package.read(member)
    part = as_utf8(raw, member.name)
    found = trusted(part, member.name)
    if found is None:
        return _rewritten(part, member.name)
    return found if part is raw else found._replace(rewritten=True)


def _rewritten(part: bytes, name: str) -> SheetPart:
    # Few files need it, so that not all pay for its import.
    from selaras.intake.canonical import canonical

    return canonical(part, name)


def _source(package: Package, member: Member | None) -> tuple[Source | None, bytes]:
    """Unpack a part that all sheets share, so that its size and encoding are known to be right."""
    if member is None:
        return None, b""
    raw = package.read(member)
    part = as_utf8(raw, member.name)
    return Source(member, None if part is raw else part), part


def _sheet(
    package: Package,
    styles: Member | None,
    entry: SheetEntry,
    grid: Grid,
    scanned: Scanned,
    around: Around,
) -> Sheet:
    def load_styles() -> Mapping[Position, Style]:
        if styles is None:
            return {}
        from selaras.intake.styles import read_styles

        return read_styles(package, styles, sheet_part(package, entry.member))

    return Sheet(
        entry.name,
        grid,
        entry.state,
        formulas=scanned.formulas,
        errors=scanned.errors,
        uncalculated=frozenset(scanned.uncalculated),
        hidden_rows=scanned.hidden_rows,
        hidden_columns=frozenset(around.hidden_columns),
        merges=tuple(around.merges),
        filtered=around.filter_in_use and bool(scanned.hidden_rows),
        load_styles=load_styles,
    )


def _grids(package: Package, shared: Shared, plans: list[Plan]) -> list[Grid]:
    grids = read_grids(package, shared, plans)
    failed = [number for number, grid in enumerate(grids) if grid is None]
    if failed:
        # What calamine stumbles over in a sheet (a letter in a number ...) the rewriter mends.
        mended = [_mended(package, plans[number].source.member) for number in failed]
        for number, grid in zip(failed, read_grids(package, shared, mended), strict=True):
            grids[number] = grid
    whole = [grid for grid in grids if grid is not None]
    if len(whole) < len(grids):
        raise Refusal(RefusalKind.BROKEN, "values")
    return whole


def _mended(package: Package, member: Member) -> Plan:
    part = _rewritten(as_utf8(package.read(member), member.name), member.name)
    return Planner().plan(part, member, scan(part, Budget()).errors.values())
