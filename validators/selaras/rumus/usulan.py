"""The formula that should stand in a cell: the plain sum of the rows below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selaras.a1 import address
from selaras.model.book import Position
from selaras.model.row import Row
from selaras.rumus.baca import BacaRumus
from selaras.rumus.pohon import Pohon, bernilai, berpagu

#: More cells than this are not written one by one.
TERBANYAK_SATUAN = 30
#: Excel takes no more arguments.
TERBANYAK_RENTANG = 255
#: Longest formula that a message shows in full.
RUMUS_DISEBUT = 60


def singkat(formula: str) -> str:
    """Return a formula as messages show it, cut where it is long."""
    return formula if len(formula) <= RUMUS_DISEBUT else formula[: RUMUS_DISEBUT - 3] + "..."


def rumus_jumlah(
    pohon: Pohon, anak: Sequence[Row], key: str, lama: BacaRumus | None = None
) -> str | None:
    """Return the formula that adds up the children; None when there is no simple one.

    Where the formula that stands there is a SUBTOTAL the new one is too, for a sum in its place
    would be counted by the subtotals above it.
    """
    places = sorted(_sel(pohon, anak, key))
    if not places or len({column for _, column in places}) > 1:
        return None
    runs = [_rentang(run) for run in _runtun(places)]
    if lama is not None and any(suku.cara.startswith("subtotal") for suku in lama.bentuk.suku):
        formulas = pohon.table.sheet.formulas
        if len(runs) > 1 or any("SUBTOTAL" in formulas.get(place, "") for place in places):
            return None
        return f"=SUBTOTAL(9,{runs[0]})"
    if len(places) == 1:
        return f"={runs[0]}"
    if len(runs) == 1:
        return f"=SUM({runs[0]})"
    if len(places) <= TERBANYAK_SATUAN:
        return "=" + "+".join(address(*place) for place in places)
    return f"=SUM({','.join(runs)})" if len(runs) <= TERBANYAK_RENTANG else None


def _sel(pohon: Pohon, anak: Sequence[Row], key: str) -> Iterator[Position]:
    """Yield the cells to add; where a row is blank and those below it are not, theirs."""
    for row in anak:
        if not bernilai(row, key) and berpagu(pohon, row, key):
            yield from _sel(pohon, pohon.anak(row), key)
        else:
            yield row.posisi(key)


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
