"""The cells of a table column by column: read once, row by row, for all rules that ask.

Every list has one entry for each row of the table, in its order (`Row.index` is the place). Where a
row goes on below, a cell is the one that is filled in, as `Row.position` tells.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Generic, TypeGuard, TypeVar, cast

from selaras.values.equality import count_decimals, shown_decimals
from selaras.values.rupiah import read_money
from selaras.values.target import Target, add_measure, read_target

if TYPE_CHECKING:
    from selaras.model.book import Value
    from selaras.model.row import Money, Row
    from selaras.model.table import Table
    from selaras.values.kode_reading import Level

T = TypeVar("T")

#: What people write in a cell for "none".
NONE_SIGNS = frozenset(("-", "–", "—", "--", ""))


class ColumnCache(dict[str, T], Generic[T]):
    """By the key of a column what `reading` made of it, made when it is first asked for."""

    __slots__ = ("_read", "_table")

    def __init__(self, table: Table, reading: Callable[[Table, str], T]) -> None:
        super().__init__()
        self._table = table
        self._read = reading

    def __missing__(self, key: str) -> T:
        made = self[key] = self._read(self._table, key)
        return made


def read_column_values(table: Table, key: str) -> list[Value]:
    """Return what the cells hold; None where blank, and everywhere if there is no such column."""
    column = table.columns.get(key)
    if column is None:
        return [None] * len(table.rows)
    sheet = table.sheet
    found = sheet.grid.column(column.first, table.row_kinds.row_numbers)
    for row in table.rows if len(column.columns) > 1 else table.row_kinds.continued_rows:
        if found[row.index] is None:
            found[row.index] = sheet.value(*row.position(key))
    if column.spec.content == "indikator":
        for row in table.row_kinds.continued_rows:
            if row.wrapped:
                lines = (sheet.value(one.row, column.first) for one in (row, *row.wrapped))
                found[row.index] = " ".join(line for line in lines if isinstance(line, str)) or None
    return found


def _find_types(values: list[Value]) -> set[type]:
    """Return what types of values there are: most columns hold one or two."""
    return set(map(type, values))


#: The types of a column that holds texts only. Equal texts are then one key of a dict, while a
#: number may be equal to another that is shown otherwise.
_TEXTS_ONLY = frozenset((str, type(None)))


def read_column_texts(table: Table, key: str) -> list[str]:
    """Return the cells' texts without outer blanks; "" for blank ones and those with a dash."""
    values = table.values[key]
    if _find_types(values) <= _TEXTS_ONLY:
        known = {value: _show_text(value) for value in set(values)}
        return list(map(known.__getitem__, values))
    return list(map(_show_text, values))


def _show_text(value: Value) -> str:
    if value is None:
        return ""
    text = (value if isinstance(value, str) else _show_number(value)).strip()
    return "" if text in NONE_SIGNS else text


def _show_number(value: Value) -> str:
    """Return a number as Excel would show it, others as they are: 5 and not 5.0."""
    return format(value, ".15g") if isinstance(value, float) else str(value)


def read_column_amounts(table: Table, key: str) -> list[Money | None]:
    """Return the amounts in the unit of the column; None where there is none to read.

    Raises KeyError where the table has no such column.
    """
    found = _read_own_amounts(table, key)
    for row in table.row_kinds.spread_rows:
        parts = [found[one.index] for one in (row, *row.parts)]
        known = [amount for amount in parts if amount is not None]
        unclear = row.parts_doubtful or any(
            amount is None and table.values[key][one.index] is not None
            for amount, one in zip(parts, (row, *row.parts), strict=True)
        )
        found[row.index] = None if unclear or not known else sum(known)
    return found


def _read_own_amounts(table: Table, key: str) -> list[Money | None]:
    """Return the amount that each row's own cell holds, or its cells of several columns."""
    if table.columns[key].parts:
        parts = [table.amounts[part] for part in table.columns[key].parts]
        known = ([one for one in cells if one is not None] for cells in zip(*parts, strict=True))
        return [sum(one) if one else None for one in known]
    english_style = table.columns[key].english_style
    values = table.values[key]
    if _is_whole(values):
        return list(map(int, values))
    found: list[Money | None] = []
    for value in values:
        if type(value) is float and value.is_integer():
            found.append(int(value))
        elif value is None:
            found.append(None)
        else:
            reading = read_money(value, english_style)
            found.append(reading.amount if reading else None)
    return found


def _is_whole(values: list[Value]) -> TypeGuard[list[float]]:
    """Tell whether whole numbers stand in all cells, as in most money columns."""
    return _find_types(values) == {float} and all(
        map(float.is_integer, cast("list[float]", values))
    )


def find_rounding(table: Table, key: str) -> list[Money]:
    """Return by how much amounts may be off where a column is not in rupiah; 0 where it is.

    Amounts in thousands or millions are rounded, each for itself, to the decimals that most rows
    of their level show.
    """
    column, sheet = table.columns[key], table.sheet
    if column.scale == 1:
        return [0] * len(table.rows)
    shown: dict[Level | None, list[int]] = {}
    for row, amount in zip(table.rows, table.amounts[key], strict=True):
        if amount:
            position = row.position(key)
            typed = isinstance(sheet.value(*position), str)
            form = None if typed else shown_decimals(sheet.style(*position).number_format)
            own = count_decimals(Decimal(amount)) if form is None else form
            shown.setdefault(row.level, []).append(own)
    off: dict[Level | None, Money] = {}
    for level, places in shown.items():
        middle = sorted(places)[len(places) // 2]
        off[level] = Decimal(1).scaleb(-middle) if middle else 1
    return [off.get(row.level, 1) for row in table.rows]


def find_not_whole(table: Table, key: str) -> list[int]:
    """Return the places of the rows whose very own cell holds anything but a whole number of 0 up.

    Raises KeyError where the table has no such column.
    """
    values = table.values[key]
    if _is_whole(values) and min(values) >= 0 and not table.row_kinds.continued_rows:
        return []
    column = table.columns[key]
    if column.by_level:
        values = [table.sheet.value(row.row, row.position(key)[1]) for row in table.rows]
    else:
        values = table.sheet.grid.column(column.first, table.row_kinds.row_numbers)
    return [
        place
        for place, value in enumerate(values)
        if not (value is None or (isinstance(value, float) and value >= 0 and value.is_integer()))
    ]


def find_not_just_sums(table: Table, key: str) -> frozenset[int]:
    """Return the places of the rows with rows below them whose amounts are not just theirs added.

    Another amount, none, or one missing below: such a row is worth a closer look, no other is.
    Raises KeyError where the table has no such column.
    """
    amounts = table.amounts[key]
    found: set[int] = set()
    for place, below in table.row_kinds.children:
        parts = [amounts[one] for one in below]
        if None in parts or sum(cast("list[Money]", parts)) != amounts[place]:
            found.add(place)
    return frozenset(found)


def find_unknown(table: Table, key: str) -> frozenset[int]:
    """Return the places of the rows with an amount that cannot be known: an error, a text, a
    formula that was not calculated.

    Raises KeyError where the table has no such column.
    """
    if table.columns[key].parts:
        return frozenset().union(*(table.unknown[part] for part in table.columns[key].parts))
    sheet, english_style = table.sheet, table.columns[key].english_style
    amounts, found = table.amounts[key], set()
    if None in amounts:
        found = {
            place
            for place, (value, amount) in enumerate(zip(table.values[key], amounts, strict=True))
            if amount is None and value is not None and read_money(value, english_style) is not None
        }
    for row in table.row_kinds.spread_rows:
        if any(one.index in found for one in row.parts):
            found.add(row.index)
    if sheet.errors or sheet.uncalculated:
        for row in table.rows:
            position = row.position(key)
            if position in sheet.errors or position in sheet.uncalculated:
                found.add(row.index)
    return frozenset(found)


def _read_with_measure(row: Row, key: str, measure_column: int) -> Target | None:
    """Return the target of a row whose unit stands in a column of its own."""
    at = row.position(key)
    sheet = row.table.sheet
    unit = sheet.value(at[0], measure_column)
    value = sheet.value(*at)
    read = read_target(value, sheet.style(*at).number_format)
    if not read or not isinstance(unit, str):
        return read
    return add_measure(read, unit, is_text=isinstance(value, str))


def read_column_targets(table: Table, key: str) -> list[Target | None]:
    """Return the targets as they are shown; None where there is none, or no such column."""
    column = table.columns.get(key)
    if column is not None and column.measure_column is not None:
        return [_read_with_measure(row, key, column.measure_column) for row in table.rows]
    values = table.values[key]
    known: dict[Value, Target | None] = {
        text: read_target(text) for text in set(values) if isinstance(text, str)
    }
    if _find_types(values) <= _TEXTS_ONLY:
        return list(map(known.get, values))
    found: list[Target | None] = []
    for place, value in enumerate(values):
        if value is None or isinstance(value, str):
            found.append(known.get(value))
        else:
            style = table.sheet.style(*table.rows[place].position(key))
            found.append(read_target(value, style.number_format))
    return found
