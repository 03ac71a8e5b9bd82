"""Whether rows stand under their parents: it may be missing, elsewhere, or the code mistyped."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from selaras.model.row import Row
from selaras.reckon.kode_order import KodeParts, find_ascending
from selaras.values.kode_reading import Kode, read_kode


class Mistyped(NamedTuple):
    """A row whose code its place and its sums contradict; `proper` is "" where that is not sure."""

    row: Row
    proper: str


class ParentMissing(NamedTuple):
    """A row whose parent is not in the table, and the codes that are missing, from the top."""

    row: Row
    missing: Sequence[Kode]


class Misplaced(NamedTuple):
    """A row that stands under another row of its parent's level, or under none."""

    row: Row
    parent: Row
    above: Row | None


ParentFault = Mistyped | ParentMissing | Misplaced


def find_parent_faults(rows: Sequence[Row]) -> Iterator[ParentFault]:
    """Yield the rows of one OPD that do not stand under their parent."""
    yield from _ParentCheck(rows).check()


class _ParentCheck:
    """Looks for the parents of the rows of one OPD."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows
        self.codes = [row.placed_kode.parts for row in rows if row.placed_kode is not None]
        self.known = set(self.codes)
        self.widths = self._find_level_widths()
        #: By the number of a code's parts, how many parts the parent has that must be there.
        self.above = {
            parts: next((width for width in self.widths if width < parts), 0)
            for parts in (1, 2, 3, 5, 6)
        }
        self.missing: dict[KodeParts, list[Kode]] = {}

    def _find_level_widths(self) -> list[int]:
        """Return the widths of the levels that the table has the rows of, not just a stray one."""
        by_width: dict[int, list[KodeParts]] = {width: [] for width in (1, 2, 3, 5, 6)}
        for code in self.known:
            by_width[len(code)].append(code)
        widths: list[int] = []
        needed: Collection[KodeParts] = by_width[6]
        for width in (5, 3, 2, 1):
            own = by_width[width]
            needed = {*own} | {code[:width] for code in needed if code[0]}
            if own and len(own) * 2 >= len(needed):
                widths.append(width)
        return widths

    def check(self) -> Iterator[ParentFault]:
        """Yield the rows whose parent is missing, and those that do not stand under it."""
        doubtful: list[int] = []
        nearest: dict[int, KodeParts] = {}
        stray: dict[int, Row] = {}
        for index, code in enumerate(self.codes):
            parts = len(code)
            nearest[parts] = code
            row = self.rows[index]
            if row.likely is not None:
                stray[parts] = row
                yield Mistyped(row, self._write(row))
            width = self.above[parts]
            if not width:
                continue
            parent = code[:width]
            if nearest.get(width) == parent:  # nearly every row
                continue
            if width in stray and row.parent is stray[width]:
                continue  # mistyped as its parent is
            missing = self.missing.get(parent)
            if missing is None:
                missing = self.missing[parent] = self._find_missing(parent)
            if missing:
                yield ParentMissing(self.rows[index], missing)
            elif parent in self.known:
                doubtful.append(index)
        if doubtful:
            yield from self._find_misplaced(doubtful)

    def _write(self, row: Row) -> str:
        """Return the likely code of a row as its own is written; "" where another row has it."""
        likely, own, read = row.likely, row.kode, row.reading
        if likely is None or own is None or read is None:
            return ""
        if self.codes.count(likely.parts) > 1:
            return ""
        parts = re.split(r"([ .\-]+)", read.text.strip(" '`"))
        if read.style.cell_count > 1 or len(parts) != 2 * len(own.parts) - 1:
            return str(likely)
        for place, (number, other) in enumerate(zip(likely.parts, own.parts, strict=True)):
            if number != other:
                parts[2 * place] = f"{number:0{len(parts[2 * place])}d}"
        proper = "".join(parts)
        again = read_kode(proper)
        return proper if again is not None and again.kode == likely else str(likely)

    def _find_missing(self, parent: KodeParts) -> list[Kode]:
        """Return the codes from a missing parent upwards that the table has no row of.

        What the parent lacks above it is told at the parent. X.XX stands for any bidang, and a
        program X.XX.01 for the .01 of the bidang.
        """
        missing: list[Kode] = []
        for width in self.widths:
            code = parent[:width]
            if width > len(parent):
                continue
            if code in self.known or not code[0] or (0, 0, *code[2:]) in self.known:
                break
            missing.append(Kode(code))
        return missing

    def _find_misplaced(self, doubtful: Sequence[int]) -> Iterator[Misplaced]:
        """Yield the rows that stand under another parent.

        A row put in between out of the order of its level is no parent of what follows it.
        """
        wanted, kept = set(doubtful), self._find_in_order()
        first = dict(zip(reversed(self.codes), reversed(self.rows), strict=True))
        nearest: dict[int, Row] = {}
        for index, (row, code) in enumerate(zip(self.rows, self.codes, strict=True)):
            if index in wanted:
                width = self.above[len(code)]
                above = nearest.get(width)
                if above is None or above.kode is None or above.kode.parts != code[:width]:
                    yield Misplaced(row, first[code[:width]], above)
            if index in kept:
                nearest[len(code)] = row

    def _find_in_order(self) -> set[int]:
        """Return the indexes of the rows that are in order among those of their level."""
        kept: set[int] = set()
        for width in self.widths:
            level = [index for index, code in enumerate(self.codes) if len(code) == width]
            kept.update(
                level[place] for place in find_ascending([self.codes[index] for index in level])
            )
        return kept
