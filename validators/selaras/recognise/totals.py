"""Tell totals from indicators and names that begin with the same word.

"Jumlah Unit Kerja" labels a sum or counts units. The label alone decides only where it can mean
nothing else; then the place decides, a code or target of the row's own tells against a total, and
where the place leaves it open, whether the amounts are the sum.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from selaras.model.book import Value
from selaras.model.row import Jenis, Row, Uang
from selaras.model.table import Table
from selaras.recognise import traits
from selaras.recognise.traits import kosong
from selaras.values.kode_reading import Tingkat
from selaras.values.rupiah import baca_uang

Sel = Mapping[int, Value]


class Kolom(NamedTuple):
    """The sheet columns of a table that tell of a total or against it."""

    no: int | None
    names: Sequence[int]
    indikator: Sequence[int]
    target: Sequence[int]
    money: Sequence[int]
    #: Every column that the table knows.
    dikenal: frozenset[int]


class PembacaTotal:
    """Reads the totals of one table, from top to bottom."""

    def __init__(self, table: Table, kolom: Kolom) -> None:
        self._table = table
        self._kolom = kolom
        #: The highest rows so far: how many rows were looked at, and those of the least depth.
        self._dilihat = 0
        self._top_rows: list[Row] = []

    def find_label(self, cells: Sel, nama: str, *, beruang: bool) -> tuple[int, str] | None:
        """Return the column and the text of the label of a row that may be a total, else None."""
        texts = [
            (column, value)
            for column, value in cells.items()
            if isinstance(value, str) and not kosong(value)
        ]
        if nama and beruang:
            named = (*self._list_kode_columns(), *self._kolom.names)
            texts = [(column, text) for column, text in texts if column in named]
        elif not beruang and len(texts) != 1:
            return None
        return next((found for found in texts if traits.teks_total(found[1])), None)

    def is_total(self, cells: Sel, label: tuple[int, str]) -> bool | None:
        """Tell by label and place whether a row is a total; None where they leave it open."""
        kolom = self._kolom
        column, text = label
        plain = traits.total_polos(text)
        if column in kolom.indikator:
            # Where indicators stand, and with its target, it is one.
            if self._terisi(cells, kolom.target):
                return None if plain else False
            return True if plain else None
        if plain:
            return True
        if column in kolom.dikenal and column not in kolom.names and column not in self._list_kode_columns():
            return False
        others = [*kolom.indikator, *kolom.target]
        if kolom.no is not None and kolom.no != column:
            others.append(kolom.no)
        return not (self._terisi(cells, others) or traits.butir(text))

    def sejumlah(self, cells: Sel, rows: Sequence[Row]) -> bool:
        """Tell whether the amounts of a row are the sum of the highest rows above it.

        Of all of them, or of those since the last total.
        """
        tops = self._tertinggi(rows)
        written = {
            column: amount
            for column in self._kolom.money
            if (amount := self._uang(column, cells.get(column))) is not None
        }
        if not tops or not any(written.values()):
            return False
        last = max((row.row for row in rows if row.jenis is Jenis.TOTAL), default=0)
        since = [row for row in tops if row.row > last]
        return any(
            all(
                amount == sum(self._uang(column, self._nilai(row, column)) or 0 for row in parts)
                for column, amount in written.items()
            )
            for parts in (tops, since)
        )

    def _list_kode_columns(self) -> tuple[int, ...]:
        column = self._table.columns.get("kode")
        no = (self._kolom.no,) if self._kolom.no is not None else ()
        return (*column.columns, *no) if column is not None else no

    def _terisi(self, cells: Sel, columns: Sequence[int]) -> bool:
        return any(not kosong(cells.get(column)) for column in columns)

    def _tertinggi(self, rows: Sequence[Row]) -> list[Row]:
        for row in rows[self._dilihat :]:
            if row.jenis is not Jenis.POKOK or row.tingkat is None:
                continue
            top: Tingkat | None = self._top_rows[0].tingkat if self._top_rows else None
            if top is None or row.tingkat < top:
                self._top_rows = [row]
            elif row.tingkat == top:
                self._top_rows.append(row)
        self._dilihat = len(rows)
        return self._top_rows

    def _nilai(self, row: Row, column: int) -> Value:
        return self._table.sheet.value(row.row, column)

    def _uang(self, column: int, value: Value) -> Uang | None:
        if value is None or isinstance(value, bool):
            return None
        own = next((one for one in self._table.kolom_uang if one.first == column), None)
        read = baca_uang(value, own.inggris if own else None)
        return read.jumlah if read else None
