"""JML007: amounts that can be no amount of rupiah."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.dasar import KEUANGAN
from selaras.finding import Finding, Severity
from selaras.model.table import Jenis, Row, Table, TableColumn
from selaras.rule import Silent, Speaks, table_rule
from selaras.rupiah import BacaUang, SalahUang, tulis_rupiah
from selaras.teks import Teks

_PERIKSA = (Jenis.POKOK, Jenis.RINCIAN, Jenis.TOTAL, Jenis.YATIM, Jenis.INDIKATOR, Jenis.LANJUTAN)


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

    Fix: type the amount again as a plain number, without letters, cents or sign.
    """,
)
def nilai(table: Table) -> Iterator[Finding]:
    """Pagu adalah bilangan bulat rupiah yang tidak negatif.

    Mengapa: pagu negatif, pagu bersen, atau teks yang tidak terbaca sebagai angka tidak dapat
    dijumlahkan dan tidak dapat dimasukkan ke SIPD. Yang paling sering: huruf yang mirip angka
    (25.OOO.OOO). Teks yang masih terbaca sebagai angka adalah temuan lain yang lebih ringan
    (ANG001).

    Perbaikan: ketik ulang pagunya sebagai angka biasa, tanpa huruf, sen, atau tanda minus.
    """
    for column in table.kolom_uang:
        for row in table.rows:
            if row.jenis not in _PERIKSA:
                continue
            baca = row.uang(column.key)
            if baca is not None and baca.salah is not None:
                if baca.salah is SalahUang.TAK_TERBACA and row.jenis is Jenis.TOTAL:
                    continue
                yield _temuan(row, column, baca, baca.salah)


def _temuan(row: Row, column: TableColumn, baca: BacaUang, salah: SalahUang) -> Finding:
    label = column.label
    name_id, name_en = f"{label.id} {row.sebutan}".strip(), f"{label.en} of {row.sebutan}"
    shown = row.text(column.key)
    if baca.jumlah is not None:
        told = Teks(tulis_rupiah(baca.jumlah), tulis_rupiah(baca.jumlah, "en"))
    else:
        told = Teks(f"“{shown}”", f"“{shown}”")
    reasons = {
        SalahUang.NEGATIF: Teks("negatif", "negative"),
        SalahUang.BERSEN: Teks("bersen (bukan rupiah bulat)", "not a whole number of rupiah"),
        SalahUang.TAK_HINGGA: Teks("bukan bilangan", "not a number"),
        SalahUang.TAK_TERBACA: Teks("tidak terbaca sebagai angka", "not readable as a number"),
    }
    reason = reasons[salah]
    return row.temuan(
        column.key,
        Teks(
            f"{name_id[:1].upper()}{name_id[1:]} tertulis {told.id}: {reason.id}.",
            f"The {name_en} says {told.en}: {reason.en}.",
        ),
        advice=Teks(
            f"Ketik ulang {row.cell(column.key)} sebagai angka bulat tanpa huruf, sen, atau minus.",
            f"Type {row.cell(column.key)} again as a whole number, without letters, cents or sign.",
        ),
    )


EXAMPLES = (
    Silent("kode|nama|pagu\n2.17.01|P|300\n2.17.02|Q|-"),
    Speaks("kode|nama|pagu\n2.17.01|P|25.OOO.OOO\n2.17.02|Q|5", "C2 actual=25.OOO.OOO"),
    Speaks("kode|nama|pagu\n2.17.01|P|-300\n2.17.02|Q|0.5", "C2 actual=-300\nC3 actual=0.5"),
)
