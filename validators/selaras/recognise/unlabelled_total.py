"""Tell a total without a label: the last amounts of a table that are those of all above them."""

from __future__ import annotations

from selaras.model.row import Jenis, jumlahkan
from selaras.model.table import Table


def mark_unlabelled_total(table: Table) -> None:
    """Call a nameless amount at the end of a table its total where it is the sum of the top rows.

    It is where more columns equal that sum than do not; the others are then a total's mistakes.
    """
    last = next((row for row in reversed(table.rows) if row.jenis is not Jenis.JUDUL), None)
    if last is None or last.jenis is not Jenis.YATIM or last.nama or last.text("indikator"):
        return
    top = table.puncak()
    held = broken = 0
    for column in table.kolom_uang:
        written, total = last.jumlah(column.key), jumlahkan(top, column.key)
        if written is not None and total is not None and (written or total.nilai):
            held, broken = held + (written == total.nilai), broken + (written != total.nilai)
    if held > broken:
        last.jenis = Jenis.TOTAL
        last.induk = None
        table.baca_ulang()
