"""Tell a total that no known label names: the last amounts of a table, those of all above them."""

from __future__ import annotations

from collections.abc import Sequence

from selaras.model.row import Row, RowKind
from selaras.model.table import Table
from selaras.recognise.mistyped import tell_sums
from selaras.tables import Content


def mark_unlabelled_total(table: Table) -> None:
    """Call an amount without code at the end of a table its total where it is that of the top rows.

    It is where more columns equal that sum than do not; the others are then a total's mistakes.
    Where the row has a name, which may be that of a row that has lost its code, all must be equal,
    and the sum of more than one row. A section line with amounts and nothing below it, as the name
    of an agency, is a total where as many columns are equal as are not.
    """
    idle = [row for row in table.rows_of_kind(RowKind.HEADING) if row not in table.row_kinds.heads]
    last = next((row for row in reversed(table.rows) if row not in idle), None)
    if last is None or last.kind not in (RowKind.ORPHAN, RowKind.HEADING) or _aims(last):
        return
    tops = [table.roots()]
    if not table.has_kodes:
        # The levels may be in doubt, but the first row stands above all that follow.
        tops.append(table.main_rows[:1])
    if any(_is_total(last, top) for top in tops):
        last.kind = RowKind.TOTAL
        last.parent = None
        table.forget_readings()


def _is_total(last: Row, top: Sequence[Row]) -> bool:
    told = tell_sums(last, top)
    held, broken = told.count(True), told.count(False)
    section = last.kind is RowKind.HEADING
    if last.name and (len(top) < 2 or (broken and not section)):
        return False
    return held > broken or (section and 0 < held == broken)


def _aims(row: Row) -> bool:
    """Tell whether a row has an indicator or a target."""
    columns = row.table.columns.values()
    return any(
        row.text(c.key) for c in columns if c.spec.content in (Content.INDIKATOR, Content.TARGET)
    )
