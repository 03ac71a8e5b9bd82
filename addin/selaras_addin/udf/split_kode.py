"""Codes split over several columns (2 | 17 | 01 | 2 | 01 | 0001): telling and joining them."""

from __future__ import annotations

from selaras.recognise.code_column import PembacaKode
from selaras.recognise.traits import kosong
from selaras.values.kode_reading import BacaKode, kode_bersama, kode_bertingkat
from selaras_addin.excel_errors import Galat
from selaras_addin.udf.arrays import Larik, Sel
from selaras_addin.udf.columns_as_table import tabel

#: No code has more parts: of more columns some are blank.
_TERLEBAR = 6
#: So many rows of one kind more than of the other tell what a column is.
_CUKUP = 100


def terpecah(rows: Larik) -> bool:
    """Tell whether the cells of a row make up one code together, as most rows show.

    A row of several whole codes is none. They may still be one code in several rows, each a level
    further down than the one to its left (2 | 2.17 | 2.17.01): a lone row of them may as well lie
    across. Where no row has more than one cell, as a blank one, each row has one code at most: a
    formula beside the table then fills one cell, as in its other rows.
    """
    if len(rows[0]) == 1 or len(_lajur_terisi(rows)) > _TERLEBAR:
        return False
    lone = len(rows) == 1
    votes = 0
    for row in rows:
        filled = [value for value in _terisi(row).values() if not kosong(value)]
        if len(filled) > 1:
            one = kode_bersama(filled) or (not lone and kode_bertingkat(filled))
            votes += 1 if one else -1
            if abs(votes) > _CUKUP:
                break
    return votes >= 0


def baca_terpecah(rows: Larik) -> list[BacaKode | None]:
    """Return the code of each row; parts that a row leaves out are those of the row above."""
    places = _lajur_terisi(rows)
    if len(places) < len(rows[0]):
        rows = [tuple(row[place] for place in places) for row in rows]
    reader = PembacaKode(tabel(rows), ())
    return [reader.read(_terisi(row), "")[0] for row in rows]


def _lajur_terisi(rows: Larik) -> list[int]:
    """Return the places of the columns that may hold a part: blank ones only keep others apart.

    Where there are no more columns than a code has parts, a blank one may be a part left out.
    """
    width = len(rows[0])
    if width <= _TERLEBAR:
        return list(range(width))
    filled = (n for n in range(width) if not all(kosong(row[n]) for row in rows))
    return list(filled) or [0]


def _terisi(row: tuple[Sel, ...]) -> dict[int, Sel]:
    return {place: v for place, v in enumerate(row, 1) if v is not None and type(v) is not Galat}
