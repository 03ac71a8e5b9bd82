"""Find the codes on a sheet that is no known table, so that at least these are checked.

Codes of programs and what lies below them must fill most of one column. A sheet with account codes
(5.1.02 ...) is a budget: the few program codes in it head its parts and are no list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from selaras.model.book import Sheet, Value
from selaras.model.table import Table, TableColumn
from selaras.recognise.rows import read_rows
from selaras.recognise.tree import build_tree
from selaras.tables.code_list import CODE_LIST
from selaras.values.a1 import Area
from selaras.values.kode_reading import Level, read_kode
from selaras.values.lazy_regex import LazyPattern

#: Fewer codes are no list.
FEWEST_KODES = 5
#: Such a share of a column's filled cells, from the first code on, must be codes.
KODE_SHARE = 0.7
#: Such a share of the rows with a code must have a name beside it.
NAMED_SHARE = 0.5
#: So many account codes make the sheet a budget.
ACCOUNTS = 2

_ACCOUNT = LazyPattern(r"[4-7]\.[1-9]\.\d\d(?:\.\d+)*\.?")
_CODE = LazyPattern(r"[0-9Xx]{1,2}(?:[.\-][0-9Xx]{1,4}){2,6}\.?")


def read_code_list(sheet: Sheet) -> Table | None:
    """Return the list of codes and names on a sheet, its rows read; None where it holds none."""
    codes: dict[int, list[int]] = {}
    #: How far down the codes of a column go: of those of each level, the lowest tell the rows.
    depths: Counter[int] = Counter()
    accounts = 0
    rows = list(sheet.grid.rows())
    for row in rows:
        for column, value in sheet.grid.row(row):
            if isinstance(value, str) and value[:1] in _FIRST:
                text = value.strip()
                if _ACCOUNT.fullmatch(text):
                    accounts += 1
                    if accounts >= ACCOUNTS:
                        return None
                elif depth := _depth(text):
                    codes.setdefault(column, []).append(row)
                    depths[column] += depth
    if not codes:
        return None
    column = max(codes, key=lambda one: (len(codes[one]), depths[one], -one))
    if len(codes[column]) < FEWEST_KODES:
        return None
    first, last = codes[column][0], codes[column][-1]
    data = [row for row in rows if first <= row <= last]
    above = [row for row in rows if row < first]
    filled = sum(sheet.value(row, column) is not None for row in data)
    if not above or len(codes[column]) < KODE_SHARE * filled:
        return None
    return _build(sheet, column, _find_names(sheet, column, codes[column]), above[-1], data)


_FIRST = frozenset("0123456789Xx ")


def _depth(text: str) -> int:
    """Return the level of the code of a program or of what lies below one; 0 for other texts."""
    if not 4 <= len(text) <= 30 or _CODE.fullmatch(text) is None:
        return 0
    read = read_kode(text)
    level = read.kode.level if read is not None and read.kode is not None else 0
    return level if level >= Level.PROGRAM else 0


def _find_names(sheet: Sheet, column: int, rows: Sequence[int]) -> int | None:
    """Return the nearest column to the right that holds words in most rows; None for none."""
    for place in range(column + 1, sheet.grid.area.right + 1):
        values = sheet.grid.column(place, rows)
        if sum(map(_is_name, values)) >= NAMED_SHARE * len(rows):
            return place
    return None


def _is_name(value: Value) -> bool:
    return isinstance(value, str) and sum(sign.isalpha() for sign in value) >= 4


def _build(sheet: Sheet, column: int, names: int | None, head: int, data: Sequence[int]) -> Table:
    places = {"kode": column} if names is None else {"kode": column, "nama": names}
    columns = {
        key: TableColumn(CODE_LIST.column(key), (place,), (head, place))
        for key, place in places.items()
    }
    table = Table(CODE_LIST, sheet, Area(head, column, head, names or column), columns)
    read_rows(table, data, frozenset())
    build_tree(table)
    return table
