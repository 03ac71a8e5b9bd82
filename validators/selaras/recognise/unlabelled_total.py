"""Tell a total that no known label names: the last amounts of a table, those of all above them."""

from __future__ import annotations

from collections.abc import Sequence

from selaras.model.row import Jenis, Row
from selaras.model.table import Table
from selaras.recognise.mistyped import tell_sums
from selaras.tables import Isi


def mark_unlabelled_total(table: Table) -> None:
    """Call an amount without code at the end of a table its total where it is that of the top rows.

    It is where more columns equal that sum than do not; the others are then a total's mistakes.
    Where the row has a name, which may be that of a row that has lost its code, all must be equal,
    and the sum of more than one row. A section line with amounts and nothing below it, as the name
    of an agency, is a total where as many columns are equal as are not.
    """
    idle = [row for row in table.rows_of_kind(Jenis.JUDUL) if row not in table.susunan.heads]
    last = next((row for row in reversed(table.rows) if row not in idle), None)
    if last is None or last.jenis not in (Jenis.YATIM, Jenis.JUDUL) or _aims(last):
        return
    tops = [table.puncak()]
    if not table.berkode:
        # The levels may be in doubt, but the first row stands above all that follow.
        tops.append(table.pokok[:1])
    if any(_is_total(last, top) for top in tops):
        last.jenis = Jenis.TOTAL
        last.induk = None
        table.baca_ulang()


def _is_total(last: Row, top: Sequence[Row]) -> bool:
    told = tell_sums(last, top)
    held, broken = told.count(True), told.count(False)
    section = last.jenis is Jenis.JUDUL
    if last.nama and (len(top) < 2 or (broken and not section)):
        return False
    return held > broken or (section and 0 < held == broken)


def _aims(row: Row) -> bool:
    """Tell whether a row has an indicator or a target."""
    columns = row.table.columns.values()
    return any(row.text(c.key) for c in columns if c.spec.isi in (Isi.INDIKATOR, Isi.TARGET))
