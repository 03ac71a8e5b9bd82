"""What the findings themselves suggest: codes, official names, amounts, formulas."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from selaras.model.book import Book
from selaras.model.row import read_shown
from selaras.values.a1 import position
from selaras.values.finding import Finding, Fix
from selaras_addin.fixes.change import CellChange, ChangeKind, sort_changes

#: Findings whose suggestion is the code in its proper form.
KODE_RULES = ("KOD001", "KOD004", "KOD010")
#: Findings whose suggestion is the official name.
NAME_RULES = ("KOD006",)

_KINDS: dict[str, ChangeKind] = {"value": "nilai", "formula": "rumus", "text": "teks"}


def propose_changes(
    book: Book, findings: Iterable[Finding], is_chosen: Callable[[Finding], bool]
) -> list[CellChange]:
    """Return the changes that the chosen findings suggest, one for each cell."""
    changes = [
        _build_change(book, finding.sheet, finding.fix)
        for finding in findings
        if finding.sheet is not None and finding.fix is not None and is_chosen(finding)
    ]
    return sort_changes(
        [change for change in changes if change is not None],
        [sheet.name for sheet in book.sheets],
    )


def _build_change(book: Book, name: str, fix: Fix) -> CellChange | None:
    if fix.value is None:
        return None
    sheet, place = book.sheet(name), position(fix.cell)
    before = read_shown(sheet, *place)
    if fix.kind != "formula" and before == fix.value:
        return None
    kind, formula = _KINDS[fix.kind], sheet.formulas.get(place)
    return CellChange(name, fix.cell, before, fix.value, kind, formula=formula)
