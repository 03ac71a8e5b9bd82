"""Codes split over several columns (2 | 17 | 01 | 2 | 01 | 0001): telling and joining them."""

from __future__ import annotations

import re

from selaras.kode import BacaKode
from selaras.recognise.kolom_kode import PembacaKode
from selaras_addin.galat import Galat
from selaras_addin.sel.bagan import tabel
from selaras_addin.sel.larik import Larik, Sel

#: No code has more parts.
_TERLEBAR = 6
#: So many rows of one kind more than of the other tell what a column is.
_CUKUP = 100
_SATU_BAGIAN = re.compile(r"\s*(?:\d{1,4}|[Xx]{1,2})[.\s]*")
#: Kewenangan and kegiatan, as they are spoken: "2.01".
_BERDUA = re.compile(r"\s*\d\.\d\d?\s*")


def terpecah(rows: Larik) -> bool:
    """Tell whether the cells of a row make up one code together, as most rows show.

    A row of several whole codes is none. Where no row tells, as in a blank one, they are taken for
    one code: a formula beside the table then fills one cell, as in its other rows.
    """
    width = len(rows[0])
    if not 1 < width <= _TERLEBAR:
        return False
    votes = 0
    for row in rows:
        filled = [value for value in row if value is not None and type(value) is not Galat]
        if len(filled) > 1:
            votes += 1 if _satu_kode(filled) else -1
            if abs(votes) > _CUKUP:
                break
    if votes:
        return votes > 0
    return len(rows) == 1 or not _kode_utuh(rows)


def _satu_kode(filled: list[Sel]) -> bool:
    *front, last = filled
    return all(map(_bagian, front)) and (_bagian(last) or (_pasangan(last) and len(front) >= 3))


def _bagian(value: Sel) -> bool:
    if isinstance(value, str):
        return _SATU_BAGIAN.fullmatch(value) is not None
    return isinstance(value, (int, float)) and float(value).is_integer()


def _pasangan(value: Sel) -> bool:
    return _BERDUA.fullmatch(value if isinstance(value, str) else repr(value)) is not None


def _kode_utuh(rows: Larik) -> bool:
    """Tell whether whole codes stand in columns beside the first."""
    return any(
        isinstance(value, str) and not _bagian(value) and "." in value
        for row in rows
        for value in row[1:]
    )


def baca_terpecah(rows: Larik) -> list[BacaKode | None]:
    """Return the code of each row; parts that a row leaves out are those of the row above."""
    reader = PembacaKode(tabel(rows), ())
    return [reader.baca(_terisi(row), "")[0] for row in rows]


def _terisi(row: tuple[Sel, ...]) -> dict[int, Sel]:
    return {place: v for place, v in enumerate(row, 1) if v is not None and type(v) is not Galat}
