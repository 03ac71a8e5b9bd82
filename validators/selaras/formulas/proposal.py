"""The formula that should stand in a cell: the plain sum of the rows below it.

It is proposed only where Excel gets the sum that Selaras gets. Selaras reads “400.000” typed as
text; SUM passes over it, and + turns it into 400 or an error.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum

from selaras.formulas.read import BacaRumus
from selaras.formulas.sum_tree import Pohon, bernilai, berpagu
from selaras.model.book import Position
from selaras.model.row import Row
from selaras.values.a1 import address

#: More cells than this are not written one by one.
TERBANYAK_SATUAN = 30
#: Excel takes no more arguments.
TERBANYAK_RENTANG = 255
#: Longest formula that a message shows in full.
RUMUS_DISEBUT = 60


def singkat(formula: str) -> str:
    """Return a formula as messages show it, cut where it is long."""
    return formula if len(formula) <= RUMUS_DISEBUT else formula[: RUMUS_DISEBUT - 3] + "..."


class _Hitung(IntEnum):
    """How Excel counts a cell in a sum, compared with the amount that is read from it."""

    SAMA = 0  #: as the same number; nothing for a blank
    HANYA_SUM = 1  #: as nothing in SUM, which is right, while + fails on it: a dash
    LAIN = 2  #: as another number, or it spoils the sum: an amount typed as text, an error


def rumus_jumlah(
    pohon: Pohon, anak: Sequence[Row], key: str, lama: BacaRumus | None = None
) -> str | None:
    """Return the formula that adds up the children; None when there is no simple one.

    None, too, where Excel does not count what is to be added as it is read (`terhitung_lain`).
    Where the formula that stands there is a SUBTOTAL the new one is too, for a sum in its place
    would be counted by the subtotals above it.
    """
    ways = {row.posisi(key): _hitung(row, key) for row in _baris(pohon, anak, key)}
    places = sorted(ways)
    if not places or len({column for _, column in places}) > 1:
        return None
    worst = max(ways.values())
    if worst is _Hitung.LAIN:
        return None
    runs = [_rentang(run) for run in _runtun(places)]
    if lama is not None and any(suku.cara.startswith("subtotal") for suku in lama.bentuk.suku):
        formulas = pohon.table.sheet.formulas
        if len(runs) > 1 or any("SUBTOTAL" in formulas.get(place, "") for place in places):
            return None
        return f"=SUBTOTAL(9,{runs[0]})"
    plus = worst is _Hitung.SAMA
    if len(places) == 1 and plus:
        return f"={runs[0]}"
    if len(runs) == 1:
        return f"=SUM({runs[0]})"
    if len(places) <= TERBANYAK_SATUAN and plus:
        return "=" + "+".join(address(*place) for place in places)
    return f"=SUM({','.join(runs)})" if len(runs) <= TERBANYAK_RENTANG else None


def terhitung_lain(pohon: Pohon, anak: Sequence[Row], key: str) -> bool:
    """Tell whether Excel would not count some amount of the children as it is read here."""
    return any(_hitung(row, key) is _Hitung.LAIN for row in _baris(pohon, anak, key))


def _baris(pohon: Pohon, anak: Sequence[Row], key: str) -> Iterator[Row]:
    """Yield the rows to add; where one is blank and those below it are not, they in its place."""
    for row in anak:
        if not bernilai(row, key) and berpagu(pohon, row, key):
            yield from _baris(pohon, pohon.find_children(row), key)
        else:
            yield from (row, *row.bagian)


def _hitung(row: Row, key: str) -> _Hitung:
    sheet, place = row.table.sheet, row.posisi(key)
    if place in sheet.errors:
        return _Hitung.LAIN
    value = sheet.value(*place)
    if value is None:
        # A formula that shows nothing gives a text; one that was never reckoned will give a number.
        shown = place not in sheet.formulas or place in sheet.uncalculated
        return _Hitung.SAMA if shown else _Hitung.HANYA_SUM
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _Hitung.SAMA
    read = isinstance(value, str) and not row.jumlah(key) and not row.tak_diketahui(key)
    return _Hitung.HANYA_SUM if read else _Hitung.LAIN


def _runtun(places: Sequence[Position]) -> Iterator[list[Position]]:
    """Yield runs of cells that touch."""
    run = [places[0]]
    for place in places[1:]:
        if place[0] != run[-1][0] + 1:
            yield run
            run = []
        run.append(place)
    yield run


def _rentang(run: Sequence[Position]) -> str:
    first, last = address(*run[0]), address(*run[-1])
    return first if first == last else f"{first}:{last}"
