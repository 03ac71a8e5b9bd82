"""What the amounts of a column should be, by the sum rules of the engine, and how far off they are.

A sum is not said where an amount that it takes cannot be read; a place that carries no code stays
blank, but for a total, which is named in the code column.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain
from typing import TypeAlias

from selaras.model.row import Money, Row, RowKind, add_up
from selaras.model.table import Table
from selaras.reckon.sums import merge_repeats
from selaras.rules.jml.kegiatan import check_kegiatan_sums
from selaras.rules.jml.program import check_program_sums
from selaras.rules.jml.total import check_totals
from selaras.rules.jml.urusan import check_urusan_sums
from selaras.values.kode_reading import Kode, KodeReading
from selaras.values.text import Text
from selaras_addin.excel_errors import CellError
from selaras_addin.udf.arrays import (
    CellResults,
    CellValue,
    fit_values,
    read_array,
    read_column,
    require_same_length,
    say_error,
)
from selaras_addin.udf.columns import KodeColumn, build_row_table, read_kode_column, read_place
from selaras_addin.udf.columns_as_table import PAGU_KEY
from selaras_addin.udf.kode import say_mistake
from selaras_addin.udf.money import say_unreadable

_NAMES = ("kolom_kode", "kolom_pagu")

#: What is said in one place: an amount, nothing, or why there is none.
Answer: TypeAlias = Money | str | Text


def compute_subtotals(kode: object, pagu: object) -> CellResults:
    """Return what each amount should be: the sum of the rows below it, or itself."""
    return _compute_rows(kode, pagu, 0)


def compute_differences(kode: object, pagu: object) -> CellResults:
    """Return each amount minus what it should be."""
    return _compute_rows(kode, pagu, 1)


def _compute_rows(kode: object, pagu: object, part: int) -> CellResults:
    amounts, across = read_column(read_array(pagu), _NAMES[1])
    codes = read_kode_column(kode, _NAMES[0], expected_count=len(amounts) if across else 0)
    require_same_length(_NAMES, len(codes.readings), len(amounts))
    table = build_row_table(codes, _add_continuations(codes, amounts))
    adder = _Adder(table, amounts)
    for place, read in enumerate(codes.readings):
        if isinstance(read, KodeReading):
            if read.kode is not None:
                continue
            told = say_mistake(read)
        elif read is not None and any(isinstance(v, CellError) for v in codes.cells[place]):
            told = read
        else:
            continue
        adder.doubt(place, codes.name_place(place + 1))
        adder.write(place, told)
    return codes.shape_results(fit_values((adder.pagu, adder.differences)[part]))


def _add_continuations(codes: KodeColumn, amounts: Sequence[CellValue]) -> Sequence[CellValue]:
    """Return the amounts, that of a code which has none being what stands in the rows below it.

    A sub kegiatan may take two rows, its amount standing in the second, or only its parts may have
    amounts. Below the last code a total without a label may stand: there nothing is added.
    """
    if None not in amounts or None not in codes.readings:
        return amounts
    whole = list(amounts)
    owner: int | None = None
    parts: list[float] = []
    for place, (read, amount) in enumerate(zip(codes.readings, amounts, strict=True)):
        if read is not None:
            if owner is not None and parts:
                whole[owner] = sum(parts)
            coded = isinstance(read, KodeReading) and read.kode is not None
            owner = place if coded and amount is None else None
            parts = []
        elif type(amount) is float:
            parts.append(amount)
        elif amount is not None:
            owner = None
    return whole


class _Adder:
    """Takes the findings of the sum rules, and what they are silent about, place by place."""

    def __init__(self, table: Table, amounts: Sequence[CellValue]) -> None:
        self.table = table
        self.amounts = amounts
        #: Whether some amount may not be read: only then are sums looked at for it.
        self.doubtful = not set(map(type, amounts)) <= {float, type(None)}
        self.pagu: list[Answer] = [""] * len(amounts)
        self.differences: list[Answer] = []
        rules = (
            check_urusan_sums(table),
            check_program_sums(table),
            check_kegiatan_sums(table),
            check_totals(table),
        )
        self.findings = {read_place(found.cell): found for found in chain(*rules)}
        self._add_up()

    def write(self, place: int, pagu: Answer | None, difference: Answer | None = None) -> None:
        """Say what the amount in a place should be, and how far off it is; a reason is for both."""
        if pagu is not None:
            self.pagu[place] = pagu
            self.differences[place] = pagu if difference is None else difference

    def doubt(self, place: int, name: Text) -> None:
        """Take sums back that may lack the amount of a place whose code cannot be read.

        They are those of the rows above it, to the top, that do not agree without it.
        """
        if self.amounts[place] is None:
            return
        unknown = Text(
            f"Tidak diketahui: kode di {name.id} tidak terbaca.",
            f"Not known: the code in {name.en} cannot be read.",
        )
        number = bisect_left(self.table.row_kinds.row_numbers, place + 1) - 1
        row = self.table.rows[number] if number >= 0 else None
        above = [] if row is None else [row]
        while above and above[-1].parent is not None:
            above.append(above[-1].parent)
        for one in (*above, *self.table.rows_of_kind(RowKind.TOTAL)):
            if one.row in self.findings:
                self.write(one.row - 1, unknown)

    def _add_up(self) -> None:
        table = self.table
        for number, amount in zip(
            table.row_kinds.row_numbers, table.amounts[PAGU_KEY], strict=True
        ):
            if amount is not None:
                self.pagu[number - 1] = amount
        self.differences = ["" if amount == "" else 0 for amount in self.pagu]
        whole = self.doubtful or table.row_kinds.has_repeats
        families = merge_repeats(table, table.main_rows if whole else table.row_kinds.parents)
        for row, children in families:
            if children:
                self._tell_parent(row, children)
            elif self.doubtful:
                self.write(row.row - 1, self._say_unreadable(row))
        for row in table.rows_of_kind(RowKind.TOTAL):
            top = [family.row for family in merge_repeats(table, table.roots())]
            self._tell_parent(row, top)
        if table.row_kinds.has_repeats:
            self._repeat(families)

    def _tell_parent(self, row: Row, children: Sequence[Row]) -> None:
        """Say what a row should have, from those below it."""
        place, found = row.row - 1, self.findings.get(row.row)
        if found is not None:
            # Where none of those below has an amount, there is only something to say.
            expected = found.message if found.expected is None else found.expected
            self.write(place, expected, found.difference)
            return
        unread = self._say_unreadable(row) if self.doubtful else None
        written = row.amount(PAGU_KEY)
        if written and not self.doubtful:
            return
        sum_ = add_up(children, PAGU_KEY)
        if sum_ is None:
            closed = next((one for one in children if one.is_unknowable(PAGU_KEY)), None)
            told = _say_unknown(closed) if closed else unread
            self.write(place, told, unread or ("" if written is None else None))
        elif unread:
            self.write(place, sum_.value, unread)
        elif not written and written != sum_.value:
            # Blank is as good as the sum where the rules let it pass, and so is 0.
            self.write(place, sum_.value, "")

    def _repeat(self, families: Sequence[tuple[Row, Sequence[Row]]]) -> None:
        """Say of rows that only repeat one further up what is said of that one."""
        first: dict[Kode | None, int] = {}
        for row, _ in families:
            first.setdefault(row.kode, row.row - 1)
        repeated = {row.row for row in self.table.main_rows} - {row.row for row, _ in families}
        for row in self.table.main_rows:
            if row.row in repeated and row.amount(PAGU_KEY) is not None:
                place = first[row.kode]
                self.write(row.row - 1, self.pagu[place], self.differences[place])

    def _say_unreadable(self, row: Row) -> Text | None:
        """Return why the amount of a row is not known; None where it is, or is blank."""
        if not row.is_unknown(PAGU_KEY):
            return None
        value = self.amounts[row.row - 1]
        return say_error(value) if isinstance(value, CellError) else say_unreadable(value)


def _say_unknown(closed: Row) -> Text:
    return Text(
        f"Tidak diketahui: pagu {closed.kode} di bawahnya tidak terbaca.",
        f"Not known: the amount of {closed.kode} below it cannot be read.",
    )
