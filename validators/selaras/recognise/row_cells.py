"""What one sheet row fills in: its name, its code, indicators, targets, amounts, marks."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from selaras.model.book import Sheet, Value
from selaras.model.column_values import NONE_SIGNS
from selaras.model.row import Row
from selaras.recognise import traits
from selaras.recognise.candidates import is_number_row
from selaras.recognise.code_column import KodeReader
from selaras.recognise.pages import is_carried_label
from selaras.recognise.row_columns import RowColumns
from selaras.recognise.traits import is_blank_value
from selaras.values.kode_reading import KodeReading

CellsByColumn = dict[int, Value]
#: A list letter or number has at most so many characters.
_LONGEST_MARK = 6


class SeenRow:
    """A sheet row as it is seen before it is known what it is."""

    def __init__(
        self, sheet: Sheet, columns: RowColumns, row: int, cells: CellsByColumn | None = None
    ) -> None:
        self._sheet = sheet
        self.columns = columns
        self.row = row
        self.cells = dict(sheet.grid.row(row)) if cells is None else cells
        self.name = find_first_name(map(self.cells.get, columns.naming))
        #: What labels the row, should it be a sum: its name, else its first text.
        self.label = self.name
        self.reading: KodeReading | None = None
        #: The row above that this one sums, if it is a sum below.
        self.summed_row: Row | None = None

    def read_kode(self, kodes: KodeReader) -> None:
        """Read the code, and take it away from a name that begins with it."""
        self.label = self.name or self.first_text
        self.reading, self.name = kodes.read(self.cells, self.name)

    def is_filled(self, column: int) -> bool:
        """Tell whether the row says something in a column."""
        return not is_blank_value(self.cells.get(column))

    def list_filled(self, columns: Iterable[int]) -> list[int]:
        """Return those of some columns in which the row says something."""
        return [column for column in columns if self.is_filled(column)]

    @property
    def first_text(self) -> str:
        """The first text of the row; "" for none."""
        return next((value for value in self.cells.values() if isinstance(value, str)), "")

    @cached_property
    def carried_label(self) -> str | None:
        """The text that says that a sum is carried to or from another page; None for none."""
        texts = (value for value in self.cells.values() if isinstance(value, str))
        return next(filter(is_carried_label, texts), None)

    @cached_property
    def is_number_row(self) -> bool:
        """Whether the row only counts the columns."""
        return is_number_row(list(self.cells.items()))

    @cached_property
    def has_indikator(self) -> bool:
        """Whether the row has an indicator."""
        return any(map(self.is_filled, self.columns.indikator))

    @cached_property
    def has_target(self) -> bool:
        """Whether the row has a target."""
        return any(map(self.is_filled, self.columns.target))

    @property
    def has_aim(self) -> bool:
        """Whether the row has an indicator or a target."""
        return self.has_indikator or self.has_target

    @property
    def has_target_number(self) -> bool:
        """Whether a target of the row holds a number."""
        values = (self.cells.get(column) for column in self.columns.target)
        return any(
            not isinstance(v, str) or any(map(str.isdigit, v)) for v in values if v is not None
        )

    @cached_property
    def has_money(self) -> bool:
        """Whether the row has an amount, be it one that cannot be read."""
        return any(map(self.has_money_in, self.columns.money))

    def has_money_in(self, column: int) -> bool:
        """Tell whether the row has an amount in a column, be it one that cannot be read."""
        place = self.row, column
        if place in self._sheet.errors or place in self._sheet.uncalculated:
            return True
        value = self.cells.get(column)
        if isinstance(value, bool) or is_blank_value(value):
            return False
        if isinstance(value, str):
            # The place and year of a signature block may stand below a money column.
            return any(map(str.isdigit, value)) and not traits.is_signature_line((value,))
        return True

    @property
    def has_error(self) -> bool:
        """Whether a column of the table holds an error or a formula without its result."""
        sheet = self._sheet
        if not sheet.errors and not sheet.uncalculated:
            return False
        places = [(self.row, column) for column in self.columns.known]
        return any(place in sheet.errors or place in sheet.uncalculated for place in places)

    @property
    def has_list_mark(self) -> bool:
        """Whether a list letter or number stands in a cell of its own before the name."""
        for column, value in self.cells.items():
            if isinstance(value, str) and " ".join(value.split()) == self.name:
                return False
            own = column in self.columns.names or column not in self.columns.known
            if own and traits.is_item_number(value):
                return True
        return False

    def read_name_in_kode(self, kodes: KodeReader) -> None:
        """Take for the name of the row what stands where its code should, if that is a name."""
        value = kodes.join_cells(self.cells)
        words = " ".join(value.split()) if isinstance(value, str) else ""
        self.name = words if sum(map(str.isalpha, words)) > _LONGEST_MARK else ""


def find_first_name(values: Iterable[Value]) -> str:
    """Return the first text that says something, in one line; "" for none.

    A list letter or number ("a.", "1)") only says it where nothing follows it.
    """
    mark = ""
    for value in values:
        if isinstance(value, str):
            text = " ".join(value.split())
            if text in NONE_SIGNS:
                continue
            if len(text) > _LONGEST_MARK or not traits.is_item_number(text):
                return text
            mark = mark or text
    return mark
