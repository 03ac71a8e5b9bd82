"""Recompute the sums of a workbook: from rincian up to the total, as the rules of JML judge them.

The engine itself says which sums do not hold; each level is put right in a copy of the values
before the next one is looked at, so that a corrected kegiatan counts in its program.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Literal, TypeAlias

from selaras.a1 import address, position
from selaras.engine import check_book, kenali
from selaras.finding import Finding
from selaras.model.book import Book, Position
from selaras.model.row import Jenis, Row, Uang, tampil
from selaras.rumus.pohon import Pohon
from selaras.rumus.usulan import rumus_jumlah
from selaras.setting import Setting
from selaras.teks import Teks
from selaras_addin.perbaiki.perubahan import Perubahan, urut

Cara = Literal["nilai", "rumus"]

#: From the bottom up; the urusan above the bidang urusan are of one rule with them, one step later.
_URUTAN = ("JML005", "JML001", "JML002", "JML003", "JML003", "JML004")
_Tempat: TypeAlias = tuple[str, Position]


def subtotal(book: Book, setting: Setting, cara: Cara) -> list[Perubahan]:
    """Return the changes that make all sums hold.

    With "rumus" every sum that is a typed number becomes a formula; with "nilai" only the wrong
    ones change. A formula is replaced by a formula, and only where it adds the wrong rows: the
    others Excel recalculates. Sums whose parts cannot be read are left alone.
    """
    now = _salah(book, setting)
    new = _hitung(book, setting, now)
    changes = list(_perubahan(book, _timpa(book, new), setting, now, new, cara))
    return urut(changes, [sheet.name for sheet in book.sheets])


def _salah(book: Book, setting: Setting) -> Sequence[Finding]:
    return check_book(book, setting._replace(pilih=("JML",), abaikan=())).findings


def _hitung(book: Book, setting: Setting, now: Sequence[Finding]) -> dict[_Tempat, Uang]:
    """Return the amounts of all sums that do not hold (`now`), as they should be."""
    new: dict[_Tempat, Uang] = {}
    for code in _URUTAN:
        found = {
            (finding.sheet or "", position(finding.fix.cell)): finding.fix.value
            for finding in now
            if finding.code == code
            and finding.fix is not None
            and isinstance(finding.fix.value, int | Decimal)
        }
        if found:
            new |= found
            now = _salah(_timpa(book, new), setting)
    return new


def _timpa(book: Book, new: Mapping[_Tempat, Uang]) -> Book:
    """Return the workbook with other amounts in some cells."""
    by_sheet: dict[str, dict[Position, float]] = {}
    for (name, place), amount in new.items():
        by_sheet.setdefault(name, {})[place] = float(amount)
    return book._replace(
        sheets=tuple(
            sheet.with_values(by_sheet[sheet.name]) if sheet.name in by_sheet else sheet
            for sheet in book.sheets
        )
    )


def _perubahan(
    book: Book,
    after: Book,
    setting: Setting,
    now: Sequence[Finding],
    new: Mapping[_Tempat, Uang],
    cara: Cara,
) -> Iterator[Perubahan]:
    wrong = {(f.sheet or "", f.position) for f in now if f.fix is not None}
    doubt = _meragukan(now)
    columns = {(name, place[1]): why for (name, place), why in doubt.items()}
    formulas = _rumus(after, setting)
    for name, place in dict.fromkeys((*formulas, *new)):
        sheet = book.sheet(name)
        at = (name, place)
        if place in sheet.formulas:
            if at not in wrong:
                continue
        elif at not in new and cara == "nilai":
            continue
        wanted = formulas.get(at) if cara == "rumus" or place in sheet.formulas else None
        if wanted is None and at not in new:
            continue
        yield Perubahan(
            name,
            address(*place),
            tampil(sheet, *place),
            new[at] if wanted is None else wanted,
            "nilai" if wanted is None else "rumus",
            # A sum that is wrong only because of another one shares what speaks against that.
            doubt.get(at) or (None if at in wrong else columns.get((name, place[1]))),
            rumus=sheet.formulas.get(place),
        )


def _rumus(book: Book, setting: Setting) -> dict[_Tempat, str]:
    """Return, for each sum with an amount, the formula that adds its parts."""
    found: dict[_Tempat, str] = {}
    for table in kenali(book, setting)[0].tables:
        tree = Pohon(table)
        sums: list[tuple[Row, Sequence[Row]]] = [*tree.terjumlah()]
        totals = list(table.jenis(Jenis.TOTAL))
        # Of several totals only the engine knows what each adds up; their amounts stay typed.
        sums += [(row, tree.puncak()) for row in totals if len(totals) == 1]
        for row, below in sums:
            for column in table.kolom_uang:
                formula = rumus_jumlah(tree, below, column.key)
                # Above blanks alone stands an amount that is written nowhere else.
                filled = any(part.jumlah(column.key) is not None for part in below)
                if formula is not None and filled and row.jumlah(column.key) is not None:
                    found[table.sheet.name, row.posisi(column.key)] = formula
    return found


def _meragukan(findings: Sequence[Finding]) -> dict[_Tempat, Teks]:
    """Return what must be looked at first, by sum: an amount below it may be a pasted one."""
    pasted = {finding.fingerprint: finding for finding in findings if finding.code == "JML008"}
    found: dict[_Tempat, Teks] = {}
    for finding in findings:
        cause = pasted.get(finding.cause or "")
        if cause is not None and finding.sheet and finding.position:
            found[finding.sheet, finding.position] = Teks(
                f"periksa dulu {cause.sheet}!{cause.cell}: nilainya diduga salah salin",
                f"look at {cause.sheet}!{cause.cell} first: its amount seems to be pasted",
            )
    return found
