"""Read the code of a row: in one cell, in several, inherited from the row above, or in the name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from selaras.model.book import Value
from selaras.model.table import Table
from selaras.recognise.candidates import teks
from selaras.recognise.padded_codes import Padding, find_padding
from selaras.recognise.traits import kosong, nomor_butir
from selaras.values.kode_reading import (
    BacaKode,
    Tingkat,
    baca_kode,
    baca_kode_opd,
    baca_kode_terpisah,
    kode_di_awal,
)

#: Rows that are looked at to see how a table without code column writes its codes.
CONTOH = 60

Sel = Mapping[int, Value]
_AWAL_KODE = frozenset("0123456789Xx")


class PembacaKode:
    """Reads codes of the rows of one table, from top to bottom."""

    def __init__(self, table: Table, nama: Sequence[int], rows: Sequence[int] = ()) -> None:
        """Take the columns of the names, and the rows that show how codes are written."""
        columns = table.columns
        self.kolom: tuple[int, ...] = columns["kode"].columns if "kode" in columns else ()
        self.name_columns = tuple(nama)
        self.di_nama = False
        #: Codes and names of each level step to the right under one head.
        self.berjenjang = False
        self._padding: Padding | None = None
        if not self.kolom:
            self._kenali(table, rows[:CONTOH])
        elif len(self.kolom) == 1:
            values = (table.sheet.grid.value(row, self.kolom[0]) for row in rows)
            self._padding = find_padding(v for v in values if isinstance(v, str))
        self.has_kodes = bool(self.kolom) or self.di_nama
        self._atas: list[Value] = []
        #: The number of the item that was read last, in the run of a sub kegiatan; 0 outside one.
        self._item_number = 0
        self._berulang = len(self.kolom) > 1 and self._mengulang(table, rows[:CONTOH])

    @property
    def butir(self) -> bool:
        """Tell whether the row read last is an item that the last code column numbers."""
        return self._item_number > 0

    def _mengulang(self, table: Table, rows: Sequence[int]) -> bool:
        """Tell whether rows say the upper parts of their codes again, as the row before did."""
        again = 0
        before: list[Value] = []
        for row in rows:
            values = [table.sheet.grid.value(row, column) for column in self.kolom]
            if any(kosong(value) for value in values):
                continue
            again += values[:-1] == before
            before = values[:-1]
        return again >= 2

    def _kenali(self, table: Table, rows: Sequence[int]) -> None:
        seen = begins = steps = deep = 0
        upper = [column.nama for column in table.levels if column.nama is not None]
        for row in rows:
            cells = dict(table.sheet.grid.row(row))
            # As in the columns of upper levels, so in that of the names.
            for value in map(cells.get, upper):
                if isinstance(value, str) and kode_di_awal(value) is not None:
                    seen, begins = seen + 1, begins + 1
            filled = self._list_filled_names(cells)
            if not filled:
                continue
            seen += 1
            first = filled[0]
            if len(filled) > 1 and baca_kode(first) is not None:
                steps += 1
            elif isinstance(first, str) and (split := kode_di_awal(first)) is not None:
                begins += 1
                code = split[0].kode
                deep += code is not None and code.tingkat >= Tingkat.KEGIATAN
        self.berjenjang = steps >= 2 and steps >= 0.4 * seen
        # Nothing but a code is as long as those of kegiatan; among many rincian they are few.
        enough = begins >= 0.4 * seen or deep >= 2
        self.di_nama = self.berjenjang or (begins >= 2 and enough)

    def _list_filled_names(self, cells: Sel) -> list[Value]:
        """Return what the columns of names hold, without a list letter before code and name."""
        filled = [cells[column] for column in self.name_columns if not kosong(cells.get(column))]
        if len(filled) == 2 and nomor_butir(filled[0]):
            code_and_name = filled[1]
            if isinstance(code_and_name, str) and kode_di_awal(code_and_name) is not None:
                return [code_and_name]
        return filled

    def read(self, cells: Sel, nama: str) -> tuple[BacaKode | None, str]:
        """Return the code of a row, or None, and its name."""
        if self.kolom:
            if not nama and (whole := self._whole_in_cell(cells)) is not None:
                return whole
            read = self._dari_kolom(cells)
            # Some rows have their code before the name, and their code cell blank.
            begins = read is None and nama[:1] in _AWAL_KODE and self.join_cells(cells) is None
            split = kode_di_awal(nama) if begins else None
            return split or with_code_of_name(read, nama)
        if self.berjenjang:
            filled = self._list_filled_names(cells)
            if len(filled) > 1 and (read := baca_kode(filled[0])) is not None:
                rest = next((value for value in filled[1:] if isinstance(value, str)), "")
                return read, " ".join(rest.split())
        if self.di_nama and nama and (split := kode_di_awal(nama)):
            return split
        return None, nama

    def _whole_in_cell(self, cells: Sel) -> tuple[BacaKode, str] | None:
        """Return code and name where both stand in the code cell, as in merged upper rows."""
        value = self.join_cells(cells)
        return kode_di_awal(value) if isinstance(value, str) else None

    def has_opd_kode(self, cells: Sel) -> bool:
        """Tell whether the code cells hold the code of an agency."""
        texts = [str(cells[column]) for column in self.kolom if column in cells]
        return bool(texts) and baca_kode_opd(".".join(texts)) is not None

    def jelas(self, value: Value) -> BacaKode | None:
        """Return the code of a cell that holds a whole one, below an urusan; None otherwise."""
        if type(value) is not str or len(self.kolom) > 1:
            return None
        read = self._baca_sel(value)
        return read if read and read.kode and len(read.kode.bagian) > 1 else None

    def _baca_sel(self, value: Value) -> BacaKode | None:
        """Read a cell that holds a whole code, without the number of an indicator behind it."""
        if self._padding is not None and isinstance(value, str):
            value = self._padding.strip(value)
        return baca_kode(value)

    def mungkin(self, cells: Sel, nama: str) -> bool:
        """Tell whether a named row carries a code, whatever stands above it."""
        if not nama:
            return bool(self.kolom) and self._whole_in_cell(cells) is not None
        if self.kolom:
            return self._baca_sel(self.join_cells(cells)) is not None
        return self.di_nama and kode_di_awal(nama) is not None

    def join_cells(self, cells: Sel) -> Value:
        """Return what the filled code cells hold, joined by dots where there are several."""
        filled = [cells[c] for c in self.kolom if not kosong(cells.get(c))]
        if len(filled) > 1:
            return ".".join(teks(value).strip() for value in filled)
        return filled[0] if filled else None

    def _dari_kolom(self, cells: Sel) -> BacaKode | None:
        kolom = self.kolom
        if len(kolom) == 1:
            value = cells.get(kolom[0])
            return None if value is None or kosong(value) else self._baca_sel(value)
        values = [
            # Digits or a number, as nearly all parts of a code.
            value
            if type(value) is float or (type(value) is str and value.isdigit()) or not kosong(value)
            else None
            for value in map(cells.get, kolom)
        ]
        while values and values[-1] is None:
            values.pop()
        if not values:
            return None
        if (number := self._nomor_butir(values)) > 0:
            self._item_number = number
            return baca_kode(values[-1])
        self._item_number = 0
        if values[0] is None:
            first = next(place for place, value in enumerate(values) if value is not None)
            whole = self._warisi(values, first, len(values) - 1)
            if whole is None:
                return baca_kode(cells[kolom[first]])
            values = whole
        self._atas = values
        return baca_kode(values[0]) if len(values) == 1 else baca_kode_terpisah(values)

    def _nomor_butir(self, values: Sequence[Value]) -> int:
        """Return which item of the sub kegiatan above the last code column numbers; 0 for none.

        Items run from 1 under each sub kegiatan. Its own number is written wider (0001), or the
        rows of the hierarchy say all parts of their codes, which those of items leave blank.
        """
        last = len(self.kolom) - 1
        if last < 1 or len(values) != last + 1 or len(self._atas) != last + 1:
            return 0
        if any(value is not None for value in values[:last]):
            return 0
        number, above = teks(values[last]).strip(), teks(self._atas[last]).strip()
        if not (number.isascii() and number.isdigit() and above.isdigit()):
            return 0
        follows = number == "1" or 0 < self._item_number <= int(number) <= self._item_number + 1
        if not follows or number[0] == "0":
            return 0
        wider = above[0] == "0" and len(number) < len(above)
        begun = number != "1" and self._item_number > 0
        return int(number) if begun or wider or self._berulang else 0

    def _warisi(self, values: list[Value], first: int, last: int) -> list[Value] | None:
        """Return the code cells with those to the left as the row above has them.

        Cells merged downwards, and cells that are not said again, leave only the lower parts. None
        where the row holds a whole code: each level may have a column of its own.
        """
        left = self._atas[:first]
        whole = baca_kode(values[first]) if first == last else None
        parts = whole.kode.bagian if whole and whole.kode else ()
        # "2.01" is kewenangan and kegiatan below a program, else it is a bidang.
        if len(parts) > 1 and not (len(parts) == 2 and _program(left)):
            return None
        if len(left) < first or not all(isinstance(value, str | float | int) for value in left):
            return None if first == last else values
        return [*left, *values[first:]]


_Read = TypeVar("_Read", BacaKode, BacaKode | None)


def with_code_of_name(read: _Read, nama: str) -> tuple[_Read, str]:
    """Return the code and the name of a row that may have a code before its name, too.

    It is the same again, or a lower one where the code column says of each row what it stands in.
    """
    if read is None or read.kode is None or nama[:1] not in _AWAL_KODE:
        return read, nama
    split = kode_di_awal(nama)
    if split is None or split[0].kode is None:
        return read, nama
    above, own = read.kode.bagian, split[0].kode.bagian
    if own == above:
        return read, split[1]
    return split if own[: len(above)] == above else (read, nama)


def _program(cells: Sequence[Value]) -> bool:
    """Tell whether the cells hold the code of a program."""
    read = baca_kode_terpisah(cells)
    return read is not None and read.kode is not None and read.kode.tingkat is Tingkat.PROGRAM
