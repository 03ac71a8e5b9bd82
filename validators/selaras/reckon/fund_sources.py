"""Fund sources of rows against those of all that stands below them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from selaras.model.row import Row
from selaras.model.table import Table
from selaras.values.sumber_dana import SumberDana

#: What stands below a row that has nothing below it; never written to.
_NOTHING_BELOW: Mapping[str, Row] = {}


def _is_all_covered(known: SumberDana, cells: Iterable[Sequence[tuple[str, str | None]]]) -> bool:
    """Tell whether each of these cells covers all that stand in any: as in most tables, one."""
    named = {name for read in cells for _, name in read if name is not None}
    return all(
        any(name is None for _, name in read)
        or all(any(name and known.is_covering(name, one) for _, name in read) for one in named)
        for read in cells
        if read
    )


class UncoveredSumber(NamedTuple):
    """A row, and each source that only rows below it name, with the first row that does."""

    row: Row
    missing: Sequence[tuple[str, Row]]


def find_uncovered(table: Table, known: SumberDana) -> Iterator[UncoveredSumber]:
    """Yield the rows whose fund source does not cover those of all that stands below them."""
    texts = table.text["sumber_dana"]
    sources = {text: known.read(text) for text in set(texts)}
    names_in = {text: [n for _, n in read if n is not None] for text, read in sources.items()}
    if _is_all_covered(known, sources.values()):
        return
    below = _gather_below(table, names_in)
    for row in table.main_rows:
        if row.index not in below:
            continue
        written = sources[texts[row.index]]
        names = names_in[texts[row.index]]
        # A source that is not known may cover anything.
        if not written or len(names) < len(written):
            continue
        missing = [
            (name, place)
            for name, place in below[row.index].items()
            if not any(known.is_covering(upper, name) for upper in names)
        ]
        if missing:
            yield UncoveredSumber(row, sorted(missing, key=lambda one: one[1].row))


def _gather_below(
    table: Table, names_in: Mapping[str, Sequence[str]]
) -> Mapping[int, Mapping[str, Row]]:
    """Return, by the index of a row with others below it, what these name and where it is named."""
    texts = table.text["sumber_dana"]
    below: dict[int, dict[str, Row]] = {}
    for row in reversed(table.main_rows):
        if not row.children and not row.rincian:
            continue
        used: dict[str, Row] = {}
        for lower in (*row.rincian, *row.children):
            for one in (lower, *lower.parts):
                for name in names_in[texts[one.index]]:
                    used.setdefault(name, one)
            for name, place in below.get(lower.index, _NOTHING_BELOW).items():
                used.setdefault(name, place)
        below[row.index] = used
    return below
