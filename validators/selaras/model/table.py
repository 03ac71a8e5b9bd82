"""A recognised table: where it lies, its columns, its rows and what kinds of them it has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from selaras.model import column_values
from selaras.model.column_values import ColumnCache
from selaras.model.edition import Edition
from selaras.model.levels import LevelColumn
from selaras.model.row import Money, Row, RowKind, read_shown
from selaras.model.row_kinds import RowKinds
from selaras.values.a1 import Area, address, column_letters
from selaras.values.finding import Finding, Place, Shown
from selaras.values.kode_reading import Level
from selaras.values.text import EMPTY, Text

if TYPE_CHECKING:
    from selaras.model.book import Position, Sheet, Value
    from selaras.model.upper import UpperRow
    from selaras.tables.spec import ColumnSpec, TableSpec
    from selaras.values.target import Target


class WrittenMoneyUnit(NamedTuple):
    """The unit of amounts as a head or a caption names it: how many rupiah one is, and where."""

    scale: int
    position: Position


class TableColumn:
    """Where a column of the spec stands in the sheet."""

    __slots__ = (
        "by_level",
        "columns",
        "english_style",
        "head",
        "measure_column",
        "parts",
        "scale",
        "spec",
        "written_money_unit",
        "year",
    )

    def __init__(
        self, spec: ColumnSpec, columns: tuple[int, ...], head: Position, year: int | None = None
    ) -> None:
        self.spec = spec
        #: Sheet columns; more than one where the code is split over cells, and where names or
        #: amounts of each level have a column of their own.
        self.columns = columns
        #: Which of them holds the amounts of a level, where each has its own.
        self.by_level: Mapping[Level, int] = {}
        #: The keys of the columns whose sum it is, where no column of the sheet is its own.
        self.parts: tuple[str, ...] = ()
        self.head = head
        self.year = year
        #: How many rupiah one is: 1.000 for amounts in thousands; see `recognise.money_units`.
        self.scale = 1
        #: What head or caption say of it, which the amounts may contradict; None for nothing.
        self.written_money_unit: WrittenMoneyUnit | None = None
        #: Amounts written the English way (comma for thousands), as the column's own texts show.
        self.english_style: bool | None = None
        #: The sheet column that holds the unit of its targets, where that is one of its own.
        self.measure_column: int | None = None

    @property
    def key(self) -> str:
        """The key of the column: "pagu"."""
        return self.spec.key

    @property
    def label(self) -> Text:
        """What messages call the column, with its year in place of "n-2" where it is known."""
        label, year = self.spec.label, self.year
        if year is None or self.spec.year is None:
            return label
        said = re.compile(r"\bn[+-]\d\b")
        return Text(said.sub(str(year), label.id), said.sub(str(year), label.en))

    @property
    def first(self) -> int:
        """The sheet column, or the first of the split ones."""
        return self.columns[0]

    @property
    def letters(self) -> str:
        """The column in letters: "K", or "A:F" where it is split."""
        first, last = column_letters(self.columns[0]), column_letters(self.columns[-1])
        return first if first == last else f"{first}:{last}"


class UntakenColumn(NamedTuple):
    """What stands under a head of a table that is none of its columns, nor a known addition."""

    #: Sheet columns: more than one where none but the first has a head.
    columns: range
    #: The lowest cell of its head; where it has none, the cell below which its data begin.
    head: Position
    #: What stands over it, from group to leaf; empty where nothing does.
    text: str


class Table:
    """A table as recognised in a sheet."""

    __slots__ = (
        "_by_number",
        "_money_columns",
        "amounts",
        "bottom",
        "closes",
        "columns",
        "edition",
        "head_area",
        "levels",
        "not_just_sums",
        "not_whole",
        "old_codes",
        "rounding",
        "row_kinds",
        "rows",
        "score",
        "sheet",
        "spec",
        "targets",
        "text",
        "title_cells",
        "tolerance",
        "unknown",
        "untaken",
        "values",
        "year",
    )

    def __init__(
        self,
        spec: TableSpec,
        sheet: Sheet,
        head_area: Area,
        columns: dict[str, TableColumn],
        year: int | None = None,
        *,
        title: tuple[tuple[int, int, str], ...] = (),
        score: float = 0.0,
    ) -> None:
        self.spec = spec
        self.sheet = sheet
        #: The head rows, with the row of column numbers.
        self.head_area = head_area
        self.columns = columns
        self.year = year
        #: Filled once; what the columns hold is read only after that.
        self.rows: list[Row] = []
        #: Last row of the table.
        self.bottom = 0
        #: Money tolerance in rupiah, as the user has set it.
        self.tolerance = 0
        #: The columns of its area that were read as none of its own.
        self.untaken: tuple[UntakenColumn, ...] = ()
        #: The columns that say of each row what stands above it, in a list without such rows.
        self.levels: tuple[LevelColumn, ...] = ()
        #: Other tables of the sheet that its last total may take in, too.
        self.closes: tuple[Table, ...] = ()
        #: The first row whose code is one of the classification before Permendagri 90/2019, where
        #: the table has those: its rows then have levels and no codes.
        self.old_codes: Row | None = None
        #: The plan that it is of, among several of one agency.
        self.edition = Edition()
        #: Text above the head: (row, column, text).
        self.title_cells = title
        #: How sure the recogniser is, 0 to 1 and above; for the choice between readings.
        self.score = score
        #: What stands in a column, by its key, one entry for each row; see `column_values`.
        self.values: ColumnCache[list[Value]] = ColumnCache(self, column_values.read_column_values)
        self.text: ColumnCache[list[str]] = ColumnCache(self, column_values.read_column_texts)
        self.amounts: ColumnCache[list[Money | None]] = ColumnCache(
            self, column_values.read_column_amounts
        )
        #: By how much the amounts may be off, in the unit of the column, for being rounded.
        self.rounding: ColumnCache[list[Money]] = ColumnCache(self, column_values.find_rounding)
        self.targets: ColumnCache[list[Target | None]] = ColumnCache(
            self, column_values.read_column_targets
        )
        #: The places of the rows whose own cell holds anything but a whole number of 0 up.
        self.not_whole: ColumnCache[list[int]] = ColumnCache(self, column_values.find_not_whole)
        #: The places of the rows whose amount stands there but cannot be known.
        self.unknown: ColumnCache[frozenset[int]] = ColumnCache(self, column_values.find_unknown)
        #: The places of the rows whose amount is not just the sum of those below them.
        self.not_just_sums: ColumnCache[frozenset[int]] = ColumnCache(
            self, column_values.find_not_just_sums
        )
        #: The rows by what they are.
        self.row_kinds = RowKinds(self)
        self._money_columns: list[TableColumn] | None = None
        self._by_number: dict[int, Row] | None = None

    def forget_readings(self) -> None:
        """Forget what was read of the columns: rows belong together otherwise than they did."""
        for read in (
            self.values,
            self.text,
            self.amounts,
            self.rounding,
            self.targets,
            self.not_whole,
            self.unknown,
            self.not_just_sums,
        ):
            read.clear()
        self.row_kinds = RowKinds(self)

    @property
    def name(self) -> str:
        """The table's name: "T-C.33"."""
        return self.spec.name

    @property
    def area(self) -> Area:
        """Head and data, as the report gives it."""
        return Area(
            self.head_area.top,
            self.head_area.left,
            max(self.bottom, self.head_area.bottom),
            self.head_area.right,
        )

    @property
    def money_columns(self) -> list[TableColumn]:
        """The money columns, in the order of the sheet; not one that is the sum of others."""
        if self._money_columns is None:
            from selaras.tables.spec import Content

            money = (
                column for column in self.columns.values() if column.spec.content is Content.MONEY
            )
            found = [column for column in money if not column.parts]
            self._money_columns = sorted(found, key=lambda column: column.first)
        return self._money_columns

    @property
    def split_columns(self) -> list[TableColumn]:
        """The columns that hold the part of the amount that one fund source pays."""
        return [column for column in self.columns.values() if column.spec.sumber]

    @property
    def main_rows(self) -> list[Row]:
        """The rows of the hierarchy, in the order of the sheet."""
        return self.row_kinds.main_rows

    @property
    def is_empty(self) -> bool:
        """Whether the head is there and the data rows are not."""
        return self.row_kinds.is_empty

    @property
    def has_kodes(self) -> bool:
        """Whether rows carry codes."""
        return any(row.reading is not None for row in self.main_rows)

    def rows_at(self, level: Level) -> Sequence[Row]:
        """Return the rows of one level."""
        return self.row_kinds.by_level.get(level, ())

    @property
    def upper(self) -> list[UpperRow]:
        """The programs and kegiatan that it has no rows of, as the rows below them tell."""
        return self.row_kinds.upper

    def roots(self) -> list[Row]:
        """Return the rows that nothing stands above."""
        return [row for row in self.main_rows if row.parent is None]

    def rows_of_kind(self, kind: RowKind) -> Iterator[Row]:
        """Yield the rows of one kind."""
        rows = self.rows if kind in self.row_kinds.kinds else ()
        return (row for row in rows if row.kind is kind)

    def row_at(self, number: int) -> Row | None:
        """Return the row of the table that stands in a sheet row; None for a head or a gap."""
        if self._by_number is None:
            self._by_number = {row.row: row for row in self.rows}
        return self._by_number.get(number)

    def key_at(self, column: int) -> str | None:
        """Return the key of the column that a sheet column belongs to; None for one unknown."""
        for key, known in self.columns.items():
            if column in known.columns:
                return key
        return None

    def build_cell_finding(
        self, position: Position, message: Text, *, advice: Text = EMPTY
    ) -> Finding:
        """Return a finding on any cell of the table, told apart by its row and column."""
        key = self.key_at(position[1])
        row = self.row_at(position[0])
        if row is not None and key is not None:
            return row.build_finding(key, message, position=position, advice=advice)
        letters = column_letters(position[1])
        row_key = f"{row.identity if row else 'kepala'}/{letters}"
        return self.build_finding(position, message, column=key, advice=advice, row_key=row_key)

    def is_filled(self, row: int, column: int) -> bool:
        """Tell whether a cell holds anything: a value, an error or a formula without result."""
        sheet = self.sheet
        return (
            sheet.value(row, column) is not None
            or (row, column) in sheet.errors
            or (row, column) in sheet.uncalculated
        )

    def build_finding(
        self,
        position: Position,
        message: Text,
        *,
        column: str | None = None,
        advice: Text = EMPTY,
        expected: Shown = None,
        related: tuple[Place, ...] = (),
        row_key: str = "",
    ) -> Finding:
        """Return a finding on a cell of the table that is not a data row's (a head, say)."""
        return Finding(
            message=message,
            advice=advice,
            sheet=self.sheet.name,
            cell=address(*position),
            table=self.name,
            column=column,
            row_key=row_key,
            expected=expected,
            actual=read_shown(self.sheet, *position),
            related=related,
        )
