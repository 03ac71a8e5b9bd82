"""The cells of a table column by column: read once, row by row, for all rules that ask.

Every list has one entry for each row of the table, in its order (`Row.urut` is the place). Where a
row goes on below, a cell is the one that is filled in, as `Row.posisi` tells.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Generic, TypeGuard, TypeVar, cast

from selaras.values.equality import desimal, shown_decimals
from selaras.values.rupiah import baca_uang
from selaras.values.target import Sasaran, baca_sasaran, dengan_satuan

if TYPE_CHECKING:
    from selaras.model.book import Value
    from selaras.model.row import Row, Uang
    from selaras.model.table import Table
    from selaras.values.kode_reading import Tingkat

T = TypeVar("T")

#: What people write in a cell for "none".
TAK_ADA = frozenset(("-", "–", "—", "--", ""))


class Lajur(dict[str, T], Generic[T]):
    """By the key of a column what `baca` made of it, made when it is first asked for."""

    __slots__ = ("_baca", "_table")

    def __init__(self, table: Table, baca: Callable[[Table, str], T]) -> None:
        super().__init__()
        self._table = table
        self._baca = baca

    def __missing__(self, key: str) -> T:
        made = self[key] = self._baca(self._table, key)
        return made


def nilai(table: Table, key: str) -> list[Value]:
    """Return what the cells hold; None where blank, and everywhere if there is no such column."""
    column = table.columns.get(key)
    if column is None:
        return [None] * len(table.rows)
    sheet = table.sheet
    found = sheet.grid.column(column.first, table.susunan.row_numbers)
    for row in table.rows if len(column.columns) > 1 else table.susunan.berlanjut:
        if found[row.urut] is None:
            found[row.urut] = sheet.value(*row.posisi(key))
    if column.spec.isi == "indikator":
        for row in table.susunan.berlanjut:
            if row.wrapped:
                lines = (sheet.value(one.row, column.first) for one in (row, *row.wrapped))
                found[row.urut] = " ".join(line for line in lines if isinstance(line, str)) or None
    return found


def _jenis(values: list[Value]) -> set[type]:
    """Return what types of values there are: most columns hold one or two."""
    return set(map(type, values))


#: The types of a column that holds texts only. Equal texts are then one key of a dict, while a
#: number may be equal to another that is shown otherwise.
_TEKS_SAJA = frozenset((str, type(None)))


def teks(table: Table, key: str) -> list[str]:
    """Return the cells' texts without outer blanks; "" for blank ones and those with a dash."""
    values = table.values[key]
    if _jenis(values) <= _TEKS_SAJA:
        known = {value: _teks(value) for value in set(values)}
        return list(map(known.__getitem__, values))
    return list(map(_teks, values))


def _teks(value: Value) -> str:
    if value is None:
        return ""
    text = (value if isinstance(value, str) else _angka(value)).strip()
    return "" if text in TAK_ADA else text


def _angka(value: Value) -> str:
    """Return a number as Excel would show it, others as they are: 5 and not 5.0."""
    return format(value, ".15g") if isinstance(value, float) else str(value)


def jumlah(table: Table, key: str) -> list[Uang | None]:
    """Return the amounts in the unit of the column; None where there is none to read.

    Raises KeyError where the table has no such column.
    """
    found = _jumlah(table, key)
    for row in table.susunan.berbagian:
        parts = [found[one.urut] for one in (row, *row.bagian)]
        known = [amount for amount in parts if amount is not None]
        unclear = row.bagian_ragu or any(
            amount is None and table.values[key][one.urut] is not None
            for amount, one in zip(parts, (row, *row.bagian), strict=True)
        )
        found[row.urut] = None if unclear or not known else sum(known)
    return found


def _jumlah(table: Table, key: str) -> list[Uang | None]:
    """Return the amount that each row's own cell holds, or its cells of several columns."""
    if table.columns[key].parts:
        parts = [table.amounts[part] for part in table.columns[key].parts]
        known = ([one for one in cells if one is not None] for cells in zip(*parts, strict=True))
        return [sum(one) if one else None for one in known]
    inggris = table.columns[key].inggris
    values = table.values[key]
    if _bulat(values):
        return list(map(int, values))
    found: list[Uang | None] = []
    for value in values:
        if type(value) is float and value.is_integer():
            found.append(int(value))
        elif value is None:
            found.append(None)
        else:
            baca = baca_uang(value, inggris)
            found.append(baca.jumlah if baca else None)
    return found


def _bulat(values: list[Value]) -> TypeGuard[list[float]]:
    """Tell whether whole numbers stand in all cells, as in most money columns."""
    return _jenis(values) == {float} and all(map(float.is_integer, cast("list[float]", values)))


def rounding(table: Table, key: str) -> list[Uang]:
    """Return by how much amounts may be off where a column is not in rupiah; 0 where it is.

    Amounts in thousands or millions are rounded, each for itself, to the decimals that most rows
    of their level show.
    """
    column, sheet = table.columns[key], table.sheet
    if column.skala == 1:
        return [0] * len(table.rows)
    shown: dict[Tingkat | None, list[int]] = {}
    for row, amount in zip(table.rows, table.amounts[key], strict=True):
        if amount:
            position = row.posisi(key)
            typed = isinstance(sheet.value(*position), str)
            form = None if typed else shown_decimals(sheet.style(*position).number_format)
            own = desimal(Decimal(amount)) if form is None else form
            shown.setdefault(row.tingkat, []).append(own)
    off: dict[Tingkat | None, Uang] = {}
    for tingkat, places in shown.items():
        middle = sorted(places)[len(places) // 2]
        off[tingkat] = Decimal(1).scaleb(-middle) if middle else 1
    return [off.get(row.tingkat, 1) for row in table.rows]


def tak_bulat(table: Table, key: str) -> list[int]:
    """Return the places of the rows whose very own cell holds anything but a whole number of 0 up.

    Raises KeyError where the table has no such column.
    """
    values = table.values[key]
    if _bulat(values) and min(values) >= 0 and not table.susunan.berlanjut:
        return []
    column = table.columns[key]
    if column.by_level:
        values = [table.sheet.value(row.row, row.posisi(key)[1]) for row in table.rows]
    else:
        values = table.sheet.grid.column(column.first, table.susunan.row_numbers)
    return [
        place
        for place, value in enumerate(values)
        if not (value is None or (isinstance(value, float) and value >= 0 and value.is_integer()))
    ]


def tak_sejumlah(table: Table, key: str) -> frozenset[int]:
    """Return the places of the rows with rows below them whose amounts are not just theirs added.

    Another amount, none, or one missing below: such a row is worth a closer look, no other is.
    Raises KeyError where the table has no such column.
    """
    amounts = table.amounts[key]
    found: set[int] = set()
    for place, below in table.susunan.anak:
        parts = [amounts[one] for one in below]
        if None in parts or sum(cast("list[Uang]", parts)) != amounts[place]:
            found.add(place)
    return frozenset(found)


def tak_diketahui(table: Table, key: str) -> frozenset[int]:
    """Return the places of the rows with an amount that cannot be known: an error, a text, a
    formula that was not calculated.

    Raises KeyError where the table has no such column.
    """
    if table.columns[key].parts:
        return frozenset().union(*(table.unknown[part] for part in table.columns[key].parts))
    sheet, inggris = table.sheet, table.columns[key].inggris
    amounts, found = table.amounts[key], set()
    if None in amounts:
        found = {
            place
            for place, (value, amount) in enumerate(zip(table.values[key], amounts, strict=True))
            if amount is None and value is not None and baca_uang(value, inggris) is not None
        }
    for row in table.susunan.berbagian:
        if any(one.urut in found for one in row.bagian):
            found.add(row.urut)
    if sheet.errors or sheet.uncalculated:
        for row in table.rows:
            position = row.posisi(key)
            if position in sheet.errors or position in sheet.uncalculated:
                found.add(row.urut)
    return frozenset(found)


def _bersatuan(row: Row, key: str, satuan: int) -> Sasaran | None:
    """Return the target of a row whose unit stands in a column of its own."""
    at = row.posisi(key)
    sheet = row.table.sheet
    unit = sheet.value(at[0], satuan)
    value = sheet.value(*at)
    read = baca_sasaran(value, sheet.style(*at).number_format)
    if not read or not isinstance(unit, str):
        return read
    return dengan_satuan(read, unit, tertulis=isinstance(value, str))


def sasaran(table: Table, key: str) -> list[Sasaran | None]:
    """Return the targets as they are shown; None where there is none, or no such column."""
    column = table.columns.get(key)
    if column is not None and column.measure_column is not None:
        return [_bersatuan(row, key, column.measure_column) for row in table.rows]
    values = table.values[key]
    known: dict[Value, Sasaran | None] = {
        text: baca_sasaran(text) for text in set(values) if isinstance(text, str)
    }
    if _jenis(values) <= _TEKS_SAJA:
        return list(map(known.get, values))
    found: list[Sasaran | None] = []
    for place, value in enumerate(values):
        if value is None or isinstance(value, str):
            found.append(known.get(value))
        else:
            style = table.sheet.style(*table.rows[place].posisi(key))
            found.append(baca_sasaran(value, style.number_format))
    return found
