"""The rows of a table that have been read, and what the next one may belong to."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from selaras.model.row import Row, RowKind
from selaras.model.table import Table
from selaras.recognise.row_columns import RowColumns
from selaras.recognise.traits import is_blank_value
from selaras.recognise.units import find_unit
from selaras.values.kode_reading import KodeReading, Level


class RowOwner(Enum):
    """What a row belongs to."""

    #: The table: it stands by itself, and what follows it belongs to what stands above it.
    TABLE = auto()
    #: The hierarchy: what follows belongs to it.
    HIERARCHY = auto()
    #: The last row of the hierarchy: its rincian, its further indicators, what continues it ...
    RINCIAN = auto()
    INDIKATOR = auto()
    CONTINUATION = auto()
    #: ... or none of these, though it stands there.
    REST = auto()
    #: A row above that it names and sums.
    SUMMED = auto()


class PlacedRows:
    """The rows so far, from top to bottom, each with those that belong to it."""

    def __init__(self, table: Table, columns: RowColumns) -> None:
        self._table = table
        self._columns = columns
        self.rows: list[Row] = []
        #: Whose rows are read: the title says it, and section rows after it.
        self.unit = find_unit(table)
        #: The last row of the hierarchy, and what belongs to it.
        self.main_row: Row | None = None
        self._owned: dict[RowOwner, list[Row]] = {}
        self.last_rincian: Row | None = None
        self.is_in_rincian = False
        #: A row of the hierarchy has lost its code: what follows it is not the last main row's.
        self.is_kode_lost = False
        #: A total has ended the table, unless a row of the hierarchy follows.
        self.has_ended = False
        #: Whether the rows are those of a signature block in the middle of the table.
        self.is_in_signature = False

    @property
    def top_level(self) -> Level | None:
        """The level of the first row that has one."""
        return next((row.level for row in self.rows if row.level is not None), None)

    def find_last(self) -> Row | None:
        """Return the row read last, but for what a page break has put in between."""
        return next(
            (row for row in reversed(self.rows) if row.kind is not RowKind.CARRIED_OVER), None
        )

    def has_left_blank(self, columns: Sequence[int]) -> bool:
        """Tell whether the last row of the hierarchy, and what continues it, lacks all of some."""
        if self.main_row is None or not columns:
            return False
        own = (self.main_row, *self.main_row.continuations)
        return not any(self._table.is_filled(row.row, column) for column in columns for row in own)

    # Where a row goes

    def place(self, row: Row, name: str, owner: RowOwner) -> None:
        """Add a row that belongs to the table or to the last row of the hierarchy."""
        if owner is not RowOwner.TABLE and self.main_row is not None:
            self._link(row, self.main_row, owner)
        row.name = name
        row.unit = self.unit
        row.index = len(self.rows)
        self.rows.append(row)

    def place_main(self, number: int, name: str, reading: KodeReading | None) -> None:
        """Add a row of the hierarchy, to which those after it belong."""
        row = Row(self._table, number, RowKind.MAIN)
        row.reading = reading
        if reading is not None:
            row.kode = reading.kode
            row.level = reading.kode.level if reading.kode else None
        self.close_rincian()
        self.place(row, name, RowOwner.TABLE)
        self.main_row = row
        self._owned = {}
        self.is_kode_lost = False
        self.has_ended = False
        self.is_in_signature = False

    def _link(self, row: Row, main_row: Row, owner: RowOwner) -> None:
        row.parent = main_row
        is_rincian = owner is RowOwner.RINCIAN
        is_astray = is_rincian and self.is_kode_lost
        own = self._owned.setdefault(RowOwner.REST if is_astray else owner, [])
        own.append(row)
        if is_rincian:
            if not is_astray:
                main_row.rincian = own
            self.last_rincian = row
            self.is_in_rincian = True
        elif owner is RowOwner.INDIKATOR:
            main_row.indikator = own
        elif owner is RowOwner.CONTINUATION:
            main_row.continuations = [*main_row.continuations, row]

    def close_rincian(self) -> None:
        """End the rincian of a row: what follows is no further item of it."""
        self.is_in_rincian = False
        self.last_rincian = None

    def finish(self) -> list[Row]:
        """Return the rows up to the last one that belongs to the table."""
        rows = self.rows
        idle = (RowKind.HEADING, RowKind.CONTINUATION)
        while rows and rows[-1].kind in idle and not self._says_something(rows[-1]):
            last = rows.pop()
            if last.parent is not None and last in last.parent.continuations:
                last.parent.continuations = [
                    row for row in last.parent.continuations if row is not last
                ]
        return rows

    def _says_something(self, row: Row) -> bool:
        """Tell whether a trailing row has amounts, indicators or targets."""
        columns = self._columns
        told = (*columns.money, *columns.indikator, *columns.target)
        value = self._table.sheet.grid.value
        return any(not is_blank_value(value(row.row, column)) for column in told)
