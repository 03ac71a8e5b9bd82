"""Arrays as Excel hands them over: rows of cells in, rows of cells out, errors as words.

A cell comes as text, a float, a date, or, where it is formatted as currency, a Decimal. An error
value comes as a whole number, which no other cell does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, TypeAlias

from selaras.values.language import bahasa_pengguna
from selaras.values.text import Teks, pendek
from selaras_addin.excel_errors import Galat, dari_com

#: What a cell holds; None where it is blank.
Sel: TypeAlias = Any
#: Rows of cells, all of one length.
Larik: TypeAlias = list[tuple[Sel, ...]]
#: What goes back to Excel: texts and floats; "" is shown as blank.
Hasil: TypeAlias = list[list[str | float]]

#: Excel makes #VALUE! of a longer text in an array that comes from VBA, and xlwings returns even a
#: single cell as an array.
_TERPANJANG = 255
_TAK_TERHITUNG = Teks("Angka ini tidak dapat dihitung.", "This number cannot be reckoned with.")


class Keliru(Exception):
    """The arguments do not fit together; the message is for the user."""

    def __init__(self, pesan: Teks) -> None:
        super().__init__(pesan.id)
        self.pesan = pesan


def kata(text: Teks) -> str:
    """Return a sentence in the language of the output (SELARAS_LANG), fit for a cell."""
    return pendek(text.dalam(bahasa_pengguna()), _TERPANJANG)


def larik(value: object) -> Larik:
    """Return an argument as rows of cells: blank cells as None, error values as `Galat`.

    Amounts in a currency format are floats then, as in any other.
    """
    rows: Sequence[Any]
    if not isinstance(value, (tuple, list)):
        rows = ((value,),)
    elif not value or not isinstance(value[0], (tuple, list)):
        rows = (value,)  # a constant such as {1;2;3} comes without rows
    else:
        rows = value
    return [tuple(map(_sel, row)) for row in rows] if _berlainan(rows) else list(map(tuple, rows))


def _berlainan(rows: Sequence[Sequence[Any]]) -> bool:
    """Tell whether some cell may have to be handed on as another value."""
    kinds = {type(value) for row in rows for value in row}
    return not kinds.isdisjoint((int, Decimal)) or any(
        type(value) is str and (not value or value.isspace()) for row in rows for value in row
    )


def _sel(value: Any) -> Sel:
    if isinstance(value, str):
        return None if not value or value.isspace() else value
    if isinstance(value, Decimal):
        return float(value)
    return (dari_com(value) or value) if type(value) is int else value


def galat(value: Galat) -> Teks:
    """Return the sentence on an error value in a cell that a function was given."""
    return Teks(f"Sel ini berisi galat {value.nama}.", f"The cell holds the error {value.nama}.")


def kolom(rows: Larik, nama: str) -> tuple[list[Sel], bool]:
    """Return the cells of a single column or row, and whether it lies across.

    Raises Keliru for anything wider.
    """
    if len(rows) == 1:
        return list(rows[0]), len(rows[0]) > 1
    if len(rows[0]) != 1:
        raise Keliru(
            Teks(
                f"{nama} harus satu kolom atau satu baris, bukan {ukuran(rows).id}.",
                f"{nama} must be one column or one row, not {ukuran(rows).en}.",
            )
        )
    return [row[0] for row in rows], False


def ukuran(rows: Larik) -> Teks:
    """Return how large an array is, in words."""
    tall, wide = len(rows), len(rows[0])
    return Teks(f"{tall} baris x {wide} kolom", f"{tall} rows x {wide} columns")


def sepanjang(nama: Sequence[str], *panjang: int) -> None:
    """Raise Keliru where the arguments of these names have not one length."""
    if len(set(panjang)) > 1:
        told = [f"{name} ({length})" for name, length in zip(nama, panjang, strict=True)]
        raise Keliru(
            Teks(
                f"Jumlah barisnya harus sama: {' dan '.join(told)}.",
                f"The numbers of rows must be the same: {' and '.join(told)}.",
            )
        )


def tiap_sel(rows: Larik, isi: Callable[[Sel], str | float | Teks]) -> Hasil:
    """Return what a function makes of each cell; blank cells stay blank, errors are said."""
    return [[_hasil(value, isi) for value in row] for row in rows]


def _hasil(value: Sel, isi: Callable[[Sel], str | float | Teks]) -> str | float:
    if value is None:
        return ""
    try:
        return nilai(galat(value) if isinstance(value, Galat) else isi(value))
    except ArithmeticError:
        return nilai(_TAK_TERHITUNG)  # one odd number must not take its column along


def semua_nilai(found: Sequence[str | float | Decimal | Teks]) -> list[str | float]:
    """Return results as `nilai` does: most are numbers, or nothing."""
    return [float(one) if type(one) is int else nilai(one) for one in found]


def nilai(found: str | float | Decimal | Teks) -> str | float:
    """Return a result as Excel takes it: numbers as floats, texts cut to what an array takes."""
    if isinstance(found, str):
        return found if len(found) <= _TERPANJANG else pendek(found, _TERPANJANG)
    return kata(found) if isinstance(found, Teks) else float(found)
