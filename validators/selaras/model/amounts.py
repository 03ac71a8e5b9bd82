"""Whether a sheet holds amounts, whatever else it is."""

from __future__ import annotations

from selaras.model.book import Sheet
from selaras.values.rupiah import read_money

#: Smaller numbers are years, counts and codes as often as amounts.
SMALLEST_AMOUNT = 100_000
#: One such number may be anything; so many are a table.
FEWEST_AMOUNTS = 3


def holds_amounts(sheet: Sheet) -> bool:
    """Tell whether a sheet shows amounts of rupiah, counting no further than needed."""
    count = 0
    for row in sheet.grid.rows():
        for _, value in sheet.grid.row(row):
            if isinstance(value, bool) or not isinstance(value, int | float | str):
                continue
            if isinstance(value, str) and not any(character.isdigit() for character in value):
                continue
            reading = read_money(value)
            if (
                reading is not None
                and reading.amount is not None
                and reading.amount >= SMALLEST_AMOUNT
            ):
                count += 1
                if count >= FEWEST_AMOUNTS:
                    return True
    return False
