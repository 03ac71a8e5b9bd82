"""Whether a sheet holds amounts, whatever else it is."""

from __future__ import annotations

from selaras.model.book import Sheet
from selaras.values.rupiah import baca_uang

#: Smaller numbers are years, counts and codes as often as amounts.
UANG_TERKECIL = 100_000
#: One such number may be anything; so many are a table.
TERSEDIKIT = 3


def holds_amounts(sheet: Sheet) -> bool:
    """Tell whether a sheet shows amounts of rupiah, counting no further than needed."""
    count = 0
    for row in sheet.grid.rows():
        for _, value in sheet.grid.row(row):
            if isinstance(value, bool) or not isinstance(value, int | float | str):
                continue
            if isinstance(value, str) and not any(character.isdigit() for character in value):
                continue
            baca = baca_uang(value)
            if baca is not None and baca.jumlah is not None and baca.jumlah >= UANG_TERKECIL:
                count += 1
                if count >= TERSEDIKIT:
                    return True
    return False
