"""Tell totals from indicators and names that begin with the same word.

"Jumlah Unit Kerja" labels a sum or counts units. The label alone decides only where it can mean
nothing else; then the place decides, a code or target of the row's own tells against a total, and
where the place leaves it open, whether the amounts are the sum.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from selaras.model.book import Value
from selaras.model.row import Money, Row, RowKind
from selaras.model.table import Table
from selaras.recognise import traits
from selaras.recognise.row_columns import RowColumns
from selaras.recognise.traits import is_blank_value
from selaras.values.kode_reading import Level
from selaras.values.rupiah import read_money

RowCells = Mapping[int, Value]


class TotalReader:
    """Reads the totals of one table, from top to bottom."""

    def __init__(self, table: Table, columns: RowColumns) -> None:
        self._table = table
        self._columns = columns
        #: The highest rows so far: how many rows were looked at, and those of the least depth.
        self._seen_count = 0
        self._top_rows: list[Row] = []

    def find_label(self, cells: RowCells, name: str, *, has_money: bool) -> tuple[int, str] | None:
        """Return the column and the text of the label of a row that may be a total, else None."""
        texts = [
            (column, value)
            for column, value in cells.items()
            if isinstance(value, str) and not is_blank_value(value)
        ]
        if name and has_money:
            named = (*self._list_kode_columns(), *self._columns.names)
            texts = [(column, text) for column, text in texts if column in named]
        elif not has_money and len(texts) != 1:
            return None
        return next((found for found in texts if traits.is_total_label(found[1])), None)

    def is_total(self, cells: RowCells, label: tuple[int, str]) -> bool | None:
        """Tell by label and place whether a row is a total; None where they leave it open."""
        columns = self._columns
        column, text = label
        plain = traits.is_plain_total(text)
        if column in columns.indikator:
            # Where indicators stand, and with its target, it is one.
            if self._is_filled(cells, columns.target):
                return None if plain else False
            return True if plain else None
        if plain:
            return True
        if (
            column in columns.known
            and column not in columns.names
            and column not in self._list_kode_columns()
        ):
            return False
        others = [*columns.indikator, *columns.target]
        if columns.no is not None and columns.no != column:
            others.append(columns.no)
        return not (self._is_filled(cells, others) or traits.has_bullet(text))

    def is_sum(self, cells: RowCells, rows: Sequence[Row]) -> bool:
        """Tell whether the amounts of a row are the sum of the highest rows above it.

        Of all of them, or of those since the last total.
        """
        tops = self._find_top_rows(rows)
        written = {
            column: amount
            for column in self._columns.money
            if (amount := self._read_money(column, cells.get(column))) is not None
        }
        if not tops or not any(written.values()):
            return False
        last = max((row.row for row in rows if row.kind is RowKind.TOTAL), default=0)
        since = [row for row in tops if row.row > last]
        return any(
            all(
                amount
                == sum(
                    self._read_money(column, self._read_value(row, column)) or 0 for row in parts
                )
                for column, amount in written.items()
            )
            for parts in (tops, since)
        )

    def _list_kode_columns(self) -> tuple[int, ...]:
        column = self._table.columns.get("kode")
        no = (self._columns.no,) if self._columns.no is not None else ()
        return (*column.columns, *no) if column is not None else no

    def _is_filled(self, cells: RowCells, columns: Sequence[int]) -> bool:
        return any(not is_blank_value(cells.get(column)) for column in columns)

    def _find_top_rows(self, rows: Sequence[Row]) -> list[Row]:
        for row in rows[self._seen_count :]:
            if row.kind is not RowKind.MAIN or row.level is None:
                continue
            top: Level | None = self._top_rows[0].level if self._top_rows else None
            if top is None or row.level < top:
                self._top_rows = [row]
            elif row.level == top:
                self._top_rows.append(row)
        self._seen_count = len(rows)
        return self._top_rows

    def _read_value(self, row: Row, column: int) -> Value:
        return self._table.sheet.value(row.row, column)

    def _read_money(self, column: int, value: Value) -> Money | None:
        if value is None or isinstance(value, bool):
            return None
        own = next((one for one in self._table.money_columns if one.first == column), None)
        read = read_money(value, own.english_style if own else None)
        return read.amount if read else None
