"""Read the code of a row: in one cell, in several, inherited from the row above, or in the name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from selaras.model.book import Value
from selaras.model.table import Table
from selaras.recognise.head_cell import show_head_text
from selaras.recognise.padded_codes import Padding, find_padding
from selaras.recognise.traits import is_blank_value, is_item_number
from selaras.values.kode_reading import (
    KodeReading,
    Level,
    read_kode,
    read_kode_opd,
    read_leading_kode,
    read_split_kode,
)

#: Rows that are looked at to see how a table without code column writes its codes.
KODE_SAMPLE = 60

KodeCells = Mapping[int, Value]
_KODE_STARTS = frozenset("0123456789Xx")


class KodeReader:
    """Reads codes of the rows of one table, from top to bottom."""

    def __init__(self, table: Table, name: Sequence[int], rows: Sequence[int] = ()) -> None:
        """Take the columns of the names, and the rows that show how codes are written."""
        columns = table.columns
        self.columns: tuple[int, ...] = columns["kode"].columns if "kode" in columns else ()
        self.name_columns = tuple(name)
        self.is_in_name = False
        #: Codes and names of each level step to the right under one head.
        self.is_stepped = False
        self._padding: Padding | None = None
        if not self.columns:
            self._find_form(table, rows[:KODE_SAMPLE])
        elif len(self.columns) == 1:
            values = (table.sheet.grid.value(row, self.columns[0]) for row in rows)
            self._padding = find_padding(v for v in values if isinstance(v, str))
        self.has_kodes = bool(self.columns) or self.is_in_name
        self._above: list[Value] = []
        #: The number of the item that was read last, in the run of a sub kegiatan; 0 outside one.
        self._item_number = 0
        self._is_repeating = len(self.columns) > 1 and self._has_repeated_parts(
            table, rows[:KODE_SAMPLE]
        )

    @property
    def is_item(self) -> bool:
        """Tell whether the row read last is an item that the last code column numbers."""
        return self._item_number > 0

    def _has_repeated_parts(self, table: Table, rows: Sequence[int]) -> bool:
        """Tell whether rows say the upper parts of their codes again, as the row before did."""
        again = 0
        before: list[Value] = []
        for row in rows:
            values = [table.sheet.grid.value(row, column) for column in self.columns]
            if any(is_blank_value(value) for value in values):
                continue
            again += values[:-1] == before
            before = values[:-1]
        return again >= 2

    def _find_form(self, table: Table, rows: Sequence[int]) -> None:
        seen = begins = steps = deep = 0
        upper = [column.name for column in table.levels if column.name is not None]
        for row in rows:
            cells = dict(table.sheet.grid.row(row))
            # As in the columns of upper levels, so in that of the names.
            for value in map(cells.get, upper):
                if isinstance(value, str) and read_leading_kode(value) is not None:
                    seen, begins = seen + 1, begins + 1
            filled = self._list_filled_names(cells)
            if not filled:
                continue
            seen += 1
            first = filled[0]
            if len(filled) > 1 and read_kode(first) is not None:
                steps += 1
            elif isinstance(first, str) and (split := read_leading_kode(first)) is not None:
                begins += 1
                code = split[0].kode
                deep += code is not None and code.level >= Level.KEGIATAN
        self.is_stepped = steps >= 2 and steps >= 0.4 * seen
        # Nothing but a code is as long as those of kegiatan; among many rincian they are few.
        enough = begins >= 0.4 * seen or deep >= 2
        self.is_in_name = self.is_stepped or (begins >= 2 and enough)

    def _list_filled_names(self, cells: KodeCells) -> list[Value]:
        """Return what the columns of names hold, without a list letter before code and name."""
        filled = [
            cells[column] for column in self.name_columns if not is_blank_value(cells.get(column))
        ]
        if len(filled) == 2 and is_item_number(filled[0]):
            code_and_name = filled[1]
            if isinstance(code_and_name, str) and read_leading_kode(code_and_name) is not None:
                return [code_and_name]
        return filled

    def read(self, cells: KodeCells, name: str) -> tuple[KodeReading | None, str]:
        """Return the code of a row, or None, and its name."""
        if self.columns:
            if not name and (whole := self._whole_in_cell(cells)) is not None:
                return whole
            read = self._read_kode_columns(cells)
            # Some rows have their code before the name, and their code cell blank.
            begins = read is None and name[:1] in _KODE_STARTS and self.join_cells(cells) is None
            split = read_leading_kode(name) if begins else None
            return split or with_code_of_name(read, name)
        if self.is_stepped:
            filled = self._list_filled_names(cells)
            if len(filled) > 1 and (read := read_kode(filled[0])) is not None:
                rest = next((value for value in filled[1:] if isinstance(value, str)), "")
                return read, " ".join(rest.split())
        if self.is_in_name and name and (split := read_leading_kode(name)):
            return split
        return None, name

    def _whole_in_cell(self, cells: KodeCells) -> tuple[KodeReading, str] | None:
        """Return code and name where both stand in the code cell, as in merged upper rows."""
        value = self.join_cells(cells)
        return read_leading_kode(value) if isinstance(value, str) else None

    def has_opd_kode(self, cells: KodeCells) -> bool:
        """Tell whether the code cells hold the code of an agency."""
        texts = [str(cells[column]) for column in self.columns if column in cells]
        return bool(texts) and read_kode_opd(".".join(texts)) is not None

    def read_clear(self, value: Value) -> KodeReading | None:
        """Return the code of a cell that holds a whole one, below an urusan; None otherwise."""
        if type(value) is not str or len(self.columns) > 1:
            return None
        read = self._read_cell(value)
        return read if read and read.kode and len(read.kode.parts) > 1 else None

    def _read_cell(self, value: Value) -> KodeReading | None:
        """Read a cell that holds a whole code, without the number of an indicator behind it."""
        if self._padding is not None and isinstance(value, str):
            value = self._padding.strip(value)
        return read_kode(value)

    def can_have_kode(self, cells: KodeCells, name: str) -> bool:
        """Tell whether a named row carries a code, whatever stands above it."""
        if not name:
            return bool(self.columns) and self._whole_in_cell(cells) is not None
        if self.columns:
            return self._read_cell(self.join_cells(cells)) is not None
        return self.is_in_name and read_leading_kode(name) is not None

    def join_cells(self, cells: KodeCells) -> Value:
        """Return what the filled code cells hold, joined by dots where there are several."""
        filled = [cells[c] for c in self.columns if not is_blank_value(cells.get(c))]
        if len(filled) > 1:
            return ".".join(show_head_text(value).strip() for value in filled)
        return filled[0] if filled else None

    def _read_kode_columns(self, cells: KodeCells) -> KodeReading | None:
        columns = self.columns
        if len(columns) == 1:
            value = cells.get(columns[0])
            return None if value is None or is_blank_value(value) else self._read_cell(value)
        values = [
            # Digits or a number, as nearly all parts of a code.
            value
            if type(value) is float
            or (type(value) is str and value.isdigit())
            or not is_blank_value(value)
            else None
            for value in map(cells.get, columns)
        ]
        while values and values[-1] is None:
            values.pop()
        if not values:
            return None
        if (number := self._read_item_number(values)) > 0:
            self._item_number = number
            return read_kode(values[-1])
        self._item_number = 0
        if values[0] is None:
            first = next(place for place, value in enumerate(values) if value is not None)
            whole = self._inherit(values, first, len(values) - 1)
            if whole is None:
                return read_kode(cells[columns[first]])
            values = whole
        self._above = values
        return read_kode(values[0]) if len(values) == 1 else read_split_kode(values)

    def _read_item_number(self, values: Sequence[Value]) -> int:
        """Return which item of the sub kegiatan above the last code column numbers; 0 for none.

        Items run from 1 under each sub kegiatan. Its own number is written wider (0001), or the
        rows of the hierarchy say all parts of their codes, which those of items leave blank.
        """
        last = len(self.columns) - 1
        if last < 1 or len(values) != last + 1 or len(self._above) != last + 1:
            return 0
        if any(value is not None for value in values[:last]):
            return 0
        number, above = (
            show_head_text(values[last]).strip(),
            show_head_text(self._above[last]).strip(),
        )
        if not (number.isascii() and number.isdigit() and above.isdigit()):
            return 0
        follows = number == "1" or 0 < self._item_number <= int(number) <= self._item_number + 1
        if not follows or number[0] == "0":
            return 0
        wider = above[0] == "0" and len(number) < len(above)
        begun = number != "1" and self._item_number > 0
        return int(number) if begun or wider or self._is_repeating else 0

    def _inherit(self, values: list[Value], first: int, last: int) -> list[Value] | None:
        """Return the code cells with those to the left as the row above has them.

        Cells merged downwards, and cells that are not said again, leave only the lower parts. None
        where the row holds a whole code: each level may have a column of its own.
        """
        left = self._above[:first]
        whole = read_kode(values[first]) if first == last else None
        parts = whole.kode.parts if whole and whole.kode else ()
        # "2.01" is kewenangan and kegiatan below a program, else it is a bidang.
        if len(parts) > 1 and not (len(parts) == 2 and _is_program_kode(left)):
            return None
        if len(left) < first or not all(isinstance(value, str | float | int) for value in left):
            return None if first == last else values
        return [*left, *values[first:]]


_Read = TypeVar("_Read", KodeReading, KodeReading | None)


def with_code_of_name(read: _Read, name: str) -> tuple[_Read, str]:
    """Return the code and the name of a row that may have a code before its name, too.

    It is the same again, or a lower one where the code column says of each row what it stands in.
    """
    if read is None or read.kode is None or name[:1] not in _KODE_STARTS:
        return read, name
    split = read_leading_kode(name)
    if split is None or split[0].kode is None:
        return read, name
    above, own = read.kode.parts, split[0].kode.parts
    if own == above:
        return read, split[1]
    return split if own[: len(above)] == above else (read, name)


def _is_program_kode(cells: Sequence[Value]) -> bool:
    """Tell whether the cells hold the code of a program."""
    read = read_split_kode(cells)
    return read is not None and read.kode is not None and read.kode.level is Level.PROGRAM
