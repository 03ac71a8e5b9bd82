"""JML007: amounts that can be no amount of rupiah."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.model.row import Jenis, Row, tampil
from selaras.model.table import Table, TableColumn
from selaras.reckon.sum_words import sebut
from selaras.reckon.sums import uang_tak_biasa
from selaras.rule.registry import Silent, Speaks, table_rule
from selaras.rule.regulations import KEUANGAN
from selaras.values.finding import Finding, Severity
from selaras.values.rupiah import BacaUang, SalahUang, tulis_rupiah
from selaras.values.text import Teks, besar, pendek

_LEWAT = (Jenis.RINCIAN_JUDUL, Jenis.JUDUL)
#: Cents are how a column is written, where so many of its lowest amounts have them, and such a
#: share of these; a slip has them in one or two.
KEBIASAAN = 5
SEBAGIAN_BESAR = 0.5
#: It is so only where no more of its sums fail.
WRONG_SUMS = 0.34


@table_rule(
    "JML007",
    "nilai",
    Severity.ERROR,
    needs=("uang",),
    basis=KEUANGAN,
    english="""An amount is a whole, non-negative number of rupiah.

    Why: a negative amount, an amount with cents or a text in which no number can be read cannot be
    added up or taken over into SIPD. Letters that look like digits (25.OOO.OOO) are the commonest
    case. A text that can be read as a number is another, milder finding (ANG001).

    Fix: type the amount again as a plain number, without letters, cents or sign; round the result
    of a formula with ROUND in the lowest cell, and the sums above follow. Where a whole column is
    written with cents and nearly all its sums hold, one warning says so, at its first lowest cell.
    """,
)
def nilai(table: Table) -> Iterator[Finding]:
    """Pagu adalah bilangan bulat rupiah yang tidak negatif.

    Mengapa: pagu negatif, pagu bersen, atau teks yang tidak terbaca sebagai angka tidak dapat
    dijumlahkan dan tidak dapat dimasukkan ke SIPD. Yang paling sering: huruf yang mirip angka
    (25.OOO.OOO). Teks yang masih terbaca sebagai angka adalah temuan lain yang lebih ringan
    (ANG001).

    Perbaikan: ketik ulang pagunya sebagai angka biasa, tanpa huruf, sen, atau tanda minus; hasil
    rumus dibulatkan dengan ROUND di sel terendah, jumlah di atasnya mengikuti. Bila seluruh kolom
    ditulis dengan sen dan hampir semua jumlahnya cocok, cukup satu peringatan di sel terendah yang
    pertama.
    """
    for column in table.kolom_uang:
        bersen = _lazim_bersen(table, column)
        if bersen:
            yield _temuan_kolom(bersen, column)
        for row, baca in uang_tak_biasa(table, column):
            salah = baca.salah
            if salah is None or row.jenis in _LEWAT:
                continue
            if salah is SalahUang.TAK_TERBACA and row.jenis is Jenis.TOTAL:
                continue
            # "7500,5" in thousands is a whole number of rupiah.
            if salah is SalahUang.BERSEN and (bersen or column.skala > 1):
                continue
            yield _temuan(row, column, baca, _ALASAN[salah])


_ALASAN = {
    SalahUang.NEGATIF: Teks("pagu tidak boleh negatif", "an amount is never negative"),
    SalahUang.BERSEN: Teks("bukan rupiah bulat", "not a whole number of rupiah"),
    SalahUang.TAK_HINGGA: Teks("bukan bilangan", "not a number"),
    SalahUang.TAK_TERBACA: Teks("tidak terbaca sebagai angka", "cannot be read as a number"),
}


def _lazim_bersen(table: Table, column: TableColumn) -> list[tuple[Row, BacaUang]]:
    """Return the lowest rows with cents, where the column is written with them and adds up.

    A sum or two may be wrong all the same: that is told where it stands.
    """
    key = column.key
    wrong, sums = len(table.tak_sejumlah[key]), len(table.susunan.anak)
    if column.skala > 1 or wrong > WRONG_SUMS * sums:
        return []
    lowest = [
        (row, baca)
        for row, baca in uang_tak_biasa(table, column)
        if baca.salah is SalahUang.BERSEN and row.jenis is Jenis.POKOK and not row.anak
    ]
    if len(lowest) < KEBIASAAN:
        return []
    filled = sum(1 for row in table.pokok if not row.anak and row.jumlah(key) is not None)
    return lowest if len(lowest) >= SEBAGIAN_BESAR * filled else []


def _temuan_kolom(rows: list[tuple[Row, BacaUang]], column: TableColumn) -> Finding:
    """Return one finding for a column that is written with cents, at its first lowest cell."""
    row, baca = rows[0]
    found = _temuan(row, column, baca, _ALASAN[SalahUang.BERSEN])
    count, first = len(rows), found.message
    return found._replace(
        message=Teks(
            f"{first.id} Begitu pula {count - 1} baris terendah lain pada kolom ini.",
            f"{first.en} So are {count - 1} other lowest rows of this column.",
        ),
        own_severity=Severity.WARNING,
    )


def _temuan(row: Row, column: TableColumn, baca: BacaUang, reason: Teks) -> Finding:
    label, who, cell = column.label, sebut(row), row.cell(column.key)
    subject = Teks(f"{besar(label.id)} {who.id}", f"The {label.en} of {who.en}")
    if row.jenis is Jenis.TOTAL:
        subject = Teks(f"Total {label.id}", f"The total {label.en}")
    if baca.jumlah is not None:
        told = Teks(tulis_rupiah(baca.jumlah), tulis_rupiah(baca.jumlah, "en"))
    else:
        shown = tampil(row.table.sheet, *row.posisi(column.key))
        told = Teks(f"“{shown}”", f"“{shown}”")
    return row.temuan(
        column.key,
        Teks(
            f"{subject.id} tertulis {told.id}: {reason.id}.",
            f"{subject.en} is {told.en}: {reason.en}.",
        ),
        advice=_advise(row, column, baca, cell),
    )


def _advise(row: Row, column: TableColumn, baca: BacaUang, cell: str) -> Teks:
    """Return what to do: a formula is mended, only what was typed is typed again."""
    formula = row.table.sheet.formulas.get(row.posisi(column.key))
    if formula is None:
        return Teks(
            f"Ketik ulang {cell} sebagai angka bulat, tanpa huruf, sen, atau tanda minus.",
            f"Type {cell} again as a whole number, without letters, cents or a minus sign.",
        )
    if baca.salah is SalahUang.BERSEN:
        inner = pendek(formula.removeprefix("="), 60)
        return Teks(
            f"Bulatkan hasil rumusnya: =ROUND({inner},0) di {cell}.",
            f"Round the result of the formula: =ROUND({inner},0) in {cell}.",
        )
    return Teks(
        f"Betulkan rumus {cell}, atau angka yang dirujuknya.",
        f"Mend the formula in {cell}, or the amounts that it refers to.",
    )


_BERSEN = "\n".join(f"2.17.01.2.01.{urut:04d}|S|100.2" for urut in range(1, 6))
EXAMPLES = (
    Silent("kode|nama|pagu\n2.17.01|P|300\n2.17.02|Q|-"),
    # What binary arithmetic left over is no cents.
    Silent("kode|nama|pagu\n2.17.01|P|300.00000001\n2.17.02|Q|Rp 1.500,00"),
    Speaks("kode|nama|pagu\n2.17.01|P|25.OOO.OOO\n2.17.02|Q|5", "C2 actual=25.OOO.OOO"),
    Speaks("kode|nama|pagu\n2.17.01|P|-300\n2.17.02|Q|0.5", "C2 actual=-300\nC3 actual=0.5"),
    # A column that is written with cents, and adds up.
    Speaks(f"kode|nama|pagu\n2.17.01|P|501\n2.17.01.2.01|K|501\n{_BERSEN}", "C4 actual=100.2"),
    # Where the sums fail, each cell may be why.
    Speaks(
        f"kode|nama|pagu\n2.17.01|P|511\n2.17.01.2.01|K|510\n{_BERSEN}",
        "C4 actual=100.2\nC5 actual=100.2\nC6 actual=100.2\nC7 actual=100.2\nC8 actual=100.2",
    ),
)
