"""What Excel will show in a cell whose formula adds up others that are about to change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from selaras.formulas import BacaRumus
from selaras.model.book import Position, Sheet
from selaras.model.row import Uang
from selaras.values.rupiah import baca_uang, mutlak


def hasil(sheets: Mapping[str, Sheet], sheet: Sheet, baca: BacaRumus | None) -> Uang | None:
    """Return what a formula of a sheet gives; None where that cannot be told for certain.

    `sheets` are all of the workbook, by their names in small letters. As in Excel a text counts as
    nothing in a range; what + makes of one hangs on the language of Excel.
    """
    if baca is None or baca.faktor:
        return None
    total: Uang = baca.tetap
    for there, place, times, alone in _sel(sheets, sheet, baca):
        if there is None or place in there.errors or place in there.uncalculated:
            return None
        value = there.value(*place)
        if isinstance(value, int | float) and not isinstance(value, bool):
            read = baca_uang(value)
            if read is None or read.jumlah is None:
                return None
            total += read.jumlah * times
        elif value is not None and (alone or not isinstance(value, str)):
            return None
    return total


def _sel(
    sheets: Mapping[str, Sheet], sheet: Sheet, baca: BacaRumus
) -> Iterator[tuple[Sheet | None, Position, int, bool]]:
    """Yield the cells that count: sheet, place, how often, and whether by + and not in a range.

    The sheet is None where it is not one of the workbook, or the cells are not told one by one.
    """
    single = {suku.area[:2] for suku in baca.bentuk.suku if suku.cara == "sel"}
    for place, times in baca.sel.items():
        yield sheet, place, times, place in single
    for suku in baca.lain:
        there = sheets.get((suku.lembar or "").casefold()) if suku.cara == "sel" else None
        yield there, suku.area[:2], suku.kali, True


def setara(one: Uang, other: Uang) -> bool:
    """Tell whether two amounts are the same to the sen."""
    return mutlak(one - other) < Decimal("0.005")
