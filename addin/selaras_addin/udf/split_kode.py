"""Codes split over several columns (2 | 17 | 01 | 2 | 01 | 0001): telling and joining them."""

from __future__ import annotations

from selaras.recognise.code_column import KodeReader
from selaras.recognise.traits import is_blank_value
from selaras.values.kode_reading import KodeReading, is_shared_kode, is_stepped_kode
from selaras_addin.excel_errors import CellError
from selaras_addin.udf.arrays import CellArray, CellValue
from selaras_addin.udf.columns_as_table import build_table

#: No code has more parts: of more columns some are blank.
_WIDEST = 6
#: So many rows of one kind more than of the other tell what a column is.
_ENOUGH = 100


def is_split(rows: CellArray) -> bool:
    """Tell whether the cells of a row make up one code together, as most rows show.

    A row of several whole codes is none. They may still be one code in several rows, each a level
    further down than the one to its left (2 | 2.17 | 2.17.01): a lone row of them may as well lie
    across. Where no row has more than one cell, as a blank one, each row has one code at most: a
    formula beside the table then fills one cell, as in its other rows.
    """
    if len(rows[0]) == 1 or len(_find_filled_columns(rows)) > _WIDEST:
        return False
    lone = len(rows) == 1
    votes = 0
    for row in rows:
        filled = [value for value in _keep_filled(row).values() if not is_blank_value(value)]
        if len(filled) > 1:
            one = is_shared_kode(filled) or (not lone and is_stepped_kode(filled))
            votes += 1 if one else -1
            if abs(votes) > _ENOUGH:
                break
    return votes >= 0


def read_split_kodes(rows: CellArray) -> list[KodeReading | None]:
    """Return the code of each row; parts that a row leaves out are those of the row above."""
    places = _find_filled_columns(rows)
    if len(places) < len(rows[0]):
        rows = [tuple(row[place] for place in places) for row in rows]
    reader = KodeReader(build_table(rows), ())
    return [reader.read(_keep_filled(row), "")[0] for row in rows]


def _find_filled_columns(rows: CellArray) -> list[int]:
    """Return the places of the columns that may hold a part: blank ones only keep others apart.

    Where there are no more columns than a code has parts, a blank one may be a part left out.
    """
    width = len(rows[0])
    if width <= _WIDEST:
        return list(range(width))
    filled = (n for n in range(width) if not all(is_blank_value(row[n]) for row in rows))
    return list(filled) or [0]


def _keep_filled(row: tuple[CellValue, ...]) -> dict[int, CellValue]:
    return {
        place: v for place, v in enumerate(row, 1) if v is not None and type(v) is not CellError
    }
