"""What the findings themselves suggest: codes, official names, amounts, formulas."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from selaras.model.book import Book
from selaras.model.row import tampil
from selaras.values.a1 import position
from selaras.values.finding import Finding, Fix
from selaras_addin.fixes.change import Jenis, Perubahan, urut

#: Findings whose suggestion is the code in its proper form.
KODE = ("KOD001", "KOD004", "KOD010")
#: Findings whose suggestion is the official name.
NAMA = ("KOD006",)

_JENIS: dict[str, Jenis] = {"value": "nilai", "formula": "rumus", "text": "teks"}


def usulan(
    book: Book, findings: Iterable[Finding], dipakai: Callable[[Finding], bool]
) -> list[Perubahan]:
    """Return the changes that the chosen findings suggest, one for each cell."""
    changes = [
        _perubahan(book, finding.sheet, finding.fix)
        for finding in findings
        if finding.sheet is not None and finding.fix is not None and dipakai(finding)
    ]
    return urut(
        [change for change in changes if change is not None],
        [sheet.name for sheet in book.sheets],
    )


def _perubahan(book: Book, name: str, fix: Fix) -> Perubahan | None:
    if fix.value is None:
        return None
    sheet, place = book.sheet(name), position(fix.cell)
    before = tampil(sheet, *place)
    if fix.kind != "formula" and before == fix.value:
        return None
    kind, formula = _JENIS[fix.kind], sheet.formulas.get(place)
    return Perubahan(name, fix.cell, before, fix.value, kind, rumus=formula)
