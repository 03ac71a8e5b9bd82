"""Tell a total that no known label names: the last amounts of a table, those of all above them."""

from __future__ import annotations

from selaras.model.row import Jenis, Row, jumlahkan
from selaras.model.table import Table
from selaras.tables import Isi


def mark_unlabelled_total(table: Table) -> None:
    """Call an amount without code at the end of a table its total where it is that of the top rows.

    It is where more columns equal that sum than do not; the others are then a total's mistakes.
    Where the row has a name, which may be that of a row that has lost its code, all must be equal,
    and the sum of more than one row.
    """
    last = next((row for row in reversed(table.rows) if row.jenis is not Jenis.JUDUL), None)
    if last is None or last.jenis is not Jenis.YATIM or _aims(last):
        return
    top = table.puncak()
    held = broken = 0
    for column in table.kolom_uang:
        written, total = last.jumlah(column.key), jumlahkan(top, column.key)
        if written is not None and total is not None and (written or total.nilai):
            held, broken = held + (written == total.nilai), broken + (written != total.nilai)
    if last.nama and (broken or len(top) < 2):
        return
    if held > broken:
        last.jenis = Jenis.TOTAL
        last.induk = None
        table.baca_ulang()


def _aims(row: Row) -> bool:
    """Tell whether a row has an indicator or a target."""
    columns = row.table.columns.values()
    return any(row.text(c.key) for c in columns if c.spec.isi in (Isi.INDIKATOR, Isi.TARGET))
