"""Sums carried from one printed page to the next: what they add up, and which of them do not hold.

Nobody says which rows a carried sum adds: those of the top, of one level, the lowest, or the
rincian. The table tells: the rows under which most of its carried sums hold are meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from selaras.model.row import Money, Row, RowKind, Sum
from selaras.model.table import Table, TableColumn
from selaras.reckon.sum_words import build_sum_finding
from selaras.reckon.sums import is_sum_written
from selaras.values.finding import Finding
from selaras.values.kode_reading import Level
from selaras.values.text import Text, capitalise


class _Reading(NamedTuple):
    """The carried sums of a column under one reading of what they add."""

    #: How many hold by the rows above them, and not only because they repeat the one before.
    proof: int
    wrong_sums: Sequence[tuple[Row, Sum]]


def check_carried_sums(table: Table) -> Iterator[Finding]:
    """Yield a finding for each carried sum that is not the sum of the rows up to it.

    Nothing is said where no reading of the rows makes as many of them hold as it breaks. What goes
    on wrongly from a page before is told there only.
    """
    carried = list(table.rows_of_kind(RowKind.CARRIED_OVER))
    if not carried:
        return
    levels = _list_possible_rows(table)
    for column in table.money_columns:
        known = [row for row in carried if row.amount(column.key) is not None]
        readings = [_read_sums(known, rows, column) for rows in levels]
        best = max(readings, key=lambda one: (one.proof, -len(one.wrong_sums)), default=None)
        if best is None or best.proof < max(1, len(best.wrong_sums)):
            continue
        for row, sum_ in best.wrong_sums:
            label, name = column.label, row.label
            who = Text(f"{capitalise(label.id)} “{name}”", f"The {label.en} “{name}”")
            yield build_sum_finding(row, column, sum_, who, _say_rows(sum_))


def _list_possible_rows(table: Table) -> list[Sequence[Row]]:
    """Return the rows that carried sums may add: the lowest, each level, the top, the rincian."""
    levels = (Level.SUB_KEGIATAN, Level.KEGIATAN, Level.PROGRAM)
    found: list[Sequence[Row]] = [
        [row for row in table.main_rows if not row.children],
        *(table.rows_at(level) for level in levels),
        table.roots(),
        list(table.rows_of_kind(RowKind.RINCIAN)),
    ]
    return [rows for rows in found if rows]


def _read_sums(carried: Sequence[Row], rows: Sequence[Row], column: TableColumn) -> _Reading:
    key = column.key
    amounts = [row.amount_or_sum(key) or 0 for row in rows]
    running: list[Money] = [0, *accumulate(amounts)]
    unknown = [0, *accumulate(int(row.is_unknowable(key)) for row in rows)]
    proof = 0
    wrong: list[tuple[Row, Sum]] = []
    before: Money = 0
    start = place = 0
    for row in carried:
        while place < len(rows) and rows[place].row < row.row:
            place += 1
        page = running[place] - running[start]
        whole = Sum(running[place], tuple(rows[:place]))
        since = Sum(before + page, tuple(rows[start:place]))
        alone = Sum(page, since.rows)
        if unknown[place] == 0:
            if is_sum_written(row, column, whole) or (
                place > start and is_sum_written(row, column, since)
            ):
                proof += place > 0
            elif place > start and is_sum_written(row, column, alone):
                proof += 1
            elif not is_sum_written(row, column, since):
                wrong.append((row, whole))
        start, before = place, row.amount(key) or 0
    return _Reading(proof, wrong)


def _say_rows(sum_: Sum) -> Text:
    count = len(sum_.rows)
    return Text(f"jumlah {count} baris sampai di situ", f"the {count} rows up to it add up to")
