"""The raw workbook: sheets of cells that know their A1 address, before any meaning.

Sheets are sparse in what is rare (formulas, errors, merges, hidden rows) and keep values as rows of
plain objects, so that a large sheet costs no object per cell. A sheet comes from a file (`intake`)
or from a live Excel workbook; nothing here knows which.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from selaras.values.a1 import Area
from selaras.values.text import Text

#: What a cell holds. Blank is "" or None; numbers from a file are floats until someone reads them.
Value = (
    str
    | float
    | int
    | bool
    | datetime.datetime
    | datetime.date
    | datetime.time
    | datetime.timedelta
    | None
)
Position = tuple[int, int]
State = Literal["visible", "hidden", "veryHidden"]

#: Error values as workbooks show them, whatever program wrote them.
ERROR_VALUES = frozenset(("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"))


class Style(NamedTuple):
    """How a cell looks, as far as the engine needs to know."""

    bold: bool = False
    italic: bool = False
    indent: int = 0
    number_format: str = "General"


PLAIN = Style()


class DenseGrid:
    """Values as rows of equal length; the first row and column of the block may be any."""

    __slots__ = ("_left", "_rows", "_top", "area")

    def __init__(self, rows: Sequence[Sequence[Value]], top: int = 1, left: int = 1) -> None:
        self._rows = rows
        self._top = top
        self._left = left
        width = len(rows[0]) if rows else 0
        self.area = Area(top, left, top + len(rows) - 1, left + width - 1)

    def value(self, row: int, column: int) -> Value:
        """Return what the cell holds; None when it is blank."""
        row -= self._top
        column -= self._left
        if row < 0 or column < 0:
            return None
        try:
            value = self._rows[row][column]
        except IndexError:
            return None
        return None if value == "" else value

    def column(self, column: int, rows: Sequence[int]) -> list[Value]:
        """Return what the cells of a column hold in these rows, which ascend; None for blanks."""
        area, all_rows, place = self.area, self._rows, column - self._left
        if not area.left <= column <= area.right:
            return [None] * len(rows)
        if rows and not (area.top <= rows[0] and rows[-1] <= area.bottom):
            return [self.value(row, column) for row in rows]
        if rows and rows[-1] - rows[0] == len(rows) - 1:  # one below the other, as nearly always
            first = rows[0] - self._top
            found = [values[place] for values in all_rows[first : first + len(rows)]]
        else:
            found = [all_rows[row - self._top][place] for row in rows]
        return [None if value == "" else value for value in found]

    def row(self, row: int) -> list[tuple[int, Value]]:
        """Return the column and value of each cell of a row that is not blank."""
        area = self.area
        if not area.top <= row <= area.bottom:
            return []
        values = self._rows[row - area.top]
        return [
            (column, value)
            for column, value in enumerate(values, area.left)
            if value != "" and value is not None
        ]

    def rows(self, without: Container[int] = ()) -> Iterator[int]:
        """Yield, in order, the rows that hold a value, those in `without` left out."""
        for row, values in enumerate(self._rows, self.area.top):
            if row in without:
                continue
            for value in values:
                if value != "" and value is not None:
                    yield row
                    break


class SparseGrid:
    """Values by row, then by column: for sheets whose cells lie too far apart for a block."""

    __slots__ = ("_order", "_rows", "area")

    def __init__(self, rows: Mapping[int, Mapping[int, Value]]) -> None:
        self._rows = {row: dict(sorted(cells.items())) for row, cells in rows.items() if cells}
        self._order = sorted(self._rows)
        if self._order:
            left = min(next(iter(cells)) for cells in self._rows.values())
            right = max(next(reversed(cells)) for cells in self._rows.values())
            self.area = Area(self._order[0], left, self._order[-1], right)
        else:
            self.area = Area(1, 1, 0, 0)

    def value(self, row: int, column: int) -> Value:
        """Return what the cell holds; None when it is blank."""
        cells = self._rows.get(row)
        value = cells.get(column) if cells else None
        return None if value == "" else value

    def column(self, column: int, rows: Sequence[int]) -> list[Value]:
        """Return what the cells of a column hold in these rows; None for the blank ones."""
        return [self.value(row, column) for row in rows]

    def row(self, row: int) -> list[tuple[int, Value]]:
        """Return the column and value of each cell of a row that is not blank."""
        return [
            (column, value)
            for column, value in self._rows.get(row, {}).items()
            if value != "" and value is not None
        ]

    def rows(self, without: Container[int] = ()) -> Iterator[int]:
        """Yield, in order, the rows that hold a value, those in `without` left out."""
        return (row for row in self._order if row not in without)


Grid = DenseGrid | SparseGrid


def _no_styles() -> Mapping[Position, Style]:
    return {}


class Sheet:
    """One worksheet. Rows and columns are one-based, as the user sees them."""

    __slots__ = (
        "_load_styles",
        "_merge_tops",
        "_styles",
        "errors",
        "filtered",
        "formulas",
        "grid",
        "hidden_columns",
        "hidden_rows",
        "merges",
        "name",
        "state",
        "uncalculated",
    )

    def __init__(
        self,
        name: str,
        grid: Grid,
        state: State = "visible",
        *,
        formulas: Mapping[Position, str] | None = None,
        errors: Mapping[Position, str] | None = None,
        uncalculated: frozenset[Position] = frozenset(),
        hidden_rows: frozenset[int] = frozenset(),
        hidden_columns: frozenset[int] = frozenset(),
        merges: tuple[Area, ...] = (),
        filtered: bool = False,
        load_styles: Callable[[], Mapping[Position, Style]] = _no_styles,
    ) -> None:
        self.name = name
        self.grid = grid
        self.state = state
        #: Formula text with its leading "=", shared formulas expanded, English function names.
        self.formulas: Mapping[Position, str] = {} if formulas is None else formulas
        #: Error values as Excel shows them: "#REF!", "#DIV/0!" ...
        self.errors: Mapping[Position, str] = {} if errors is None else errors
        #: Formulas that the file stores without a value: their result is unknown, never 0.
        self.uncalculated = uncalculated
        self.hidden_rows = hidden_rows
        self.hidden_columns = hidden_columns
        self.merges = merges
        self.filtered = filtered
        # Reads the styles of all formatted cells; called once at most, when someone asks.
        self._load_styles = load_styles
        self._styles: Mapping[Position, Style] | None = None
        self._merge_tops: dict[Position, Area] | None = None

    def value(self, row: int, column: int) -> Value:
        """Return what the cell holds; None when it is blank. An error value reads as None."""
        return self.grid.value(row, column)

    def style(self, row: int, column: int) -> Style:
        """Return how the cell looks; plain when it has no formatting of its own."""
        if self._styles is None:
            self._styles = self._load_styles()
        return self._styles.get((row, column), PLAIN)

    def merge_at(self, row: int, column: int) -> Area | None:
        """Return the merged area that starts at this cell, if one does."""
        if self._merge_tops is None:
            self._merge_tops = {(area.top, area.left): area for area in self.merges}
        return self._merge_tops.get((row, column))

    def with_values(
        self, values: Mapping[Position, Value], formulas: Mapping[Position, str] | None = None
    ) -> Sheet:
        """Return the same sheet with other values in some cells; formulas and looks stay.

        `formulas` are all that the sheet is to have in place of its own.
        """
        rows = {row: dict(self.grid.row(row)) for row in self.grid.rows()}
        for (row, column), value in values.items():
            rows.setdefault(row, {})[column] = value
        changed = Sheet(
            self.name,
            SparseGrid(rows),
            self.state,
            formulas=self.formulas if formulas is None else formulas,
            errors=self.errors,
            uncalculated=self.uncalculated,
            hidden_rows=self.hidden_rows,
            hidden_columns=self.hidden_columns,
            merges=self.merges,
            filtered=self.filtered,
            load_styles=self._load_styles,
        )
        changed._styles = self._styles
        return changed


class Book(NamedTuple):
    """A workbook as read: its sheets in the order of their tabs, chart sheets left out."""

    path: str
    sha256: str
    sheets: tuple[Sheet, ...]
    #: What the file has that the reader did not look into (macros, external links ...).
    notes: tuple[Text, ...] = ()

    def sheet(self, name: str) -> Sheet:
        """Return the sheet of that name; KeyError when there is none."""
        for sheet in self.sheets:
            if sheet.name == name:
                return sheet
        raise KeyError(name)
