"""Sums at the head of a group of rows ("I | BELANJA PENUNJANG | 700"), and which do not hold.

No rule asks for such rows. Where the sums of a column's groups hold, all of them are meant as sums.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selaras.finding import Finding
from selaras.kalimat_jumlah import beda, jumlah_dari
from selaras.model.row import Jenis, Row, jumlahkan
from selaras.model.table import Table
from selaras.penjumlahan import bukan_ulangan, sama
from selaras.teks import Teks, besar


def check_groups(table: Table) -> Iterator[Finding]:
    """Yield a finding for each group whose sum is not that of the top rows below it.

    Nothing is said in a column in which as many are broken as hold, but for one of two.
    """
    groups = list(_groups(table))
    for column in table.kolom_uang if groups else ():
        held, wrong = 0, []
        for head, rows in groups:
            total = jumlahkan(rows, column.key)
            if head.jumlah(column.key) is None or total is None:
                continue
            if sama(head, column, total):
                held += 1
            else:
                wrong.append((head, total))
        if held < max(1, len(wrong)):
            continue
        for head, total in wrong:
            label, name = column.label, head.sebutan
            who = Teks(f"{besar(label.id)} kelompok “{name}”", f"The {label.en} of group “{name}”")
            yield beda(head, column, total, who, jumlah_dari(total))


def _groups(table: Table) -> Iterator[tuple[Row, Sequence[Row]]]:
    """Yield the heads of groups that have amounts, each with the top rows up to the next one."""
    heads = [row for row in table.jenis(Jenis.JUDUL) if _has_amount(row)]
    if not heads:
        return
    top = [family.row for family in bukan_ulangan(table, table.puncak())]
    ends = [row.row for row in (*table.jenis(Jenis.JUDUL), *table.jenis(Jenis.TOTAL))]
    for head in heads:
        end = min((row for row in ends if row > head.row), default=None)
        rows = [row for row in top if row.row > head.row and (end is None or row.row < end)]
        if rows:
            yield head, rows


def _has_amount(row: Row) -> bool:
    return any(row.jumlah(column.key) is not None for column in row.table.kolom_uang)
