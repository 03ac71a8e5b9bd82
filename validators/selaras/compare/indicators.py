"""Indicators and targets of one program, kegiatan or sub kegiatan as two tables state them.

What differs is told at the cells of the one side, a finding a cell however many sides differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from selaras.compare.cells import compact, is_target_alike, show_text
from selaras.compare.match import align_indikator
from selaras.model.row import Row
from selaras.model.table import Table
from selaras.values.finding import Finding, Place, Severity
from selaras.values.text import Text, capitalise


class ComparedSide(NamedTuple):
    """One side: the row of the hierarchy, the rows of its indicators, and where things stand."""

    row: Row
    rows: Sequence[Row]
    indikator: str
    target: tuple[str, ...]
    name: Text


class _CellDifference(NamedTuple):
    """How another side differs from a cell."""

    sentence: Text
    place: Place
    table: Table
    lain: str = ""
    is_spelling: bool = False


class DifferingCells:
    """The cells of one table that differ from what other sides say."""

    def __init__(self, is_spelling: Callable[[str, str], bool]) -> None:
        #: Whether two indicators differ in spelling only, which is but worth a look.
        self._is_spelling = is_spelling
        self._found: dict[tuple[Row, str], list[_CellDifference]] = {}
        self._agreeing: dict[tuple[Row, str], Text] = {}

    def banding(self, own: ComparedSide, lain: ComparedSide, *, extra: bool, missing: bool) -> None:
        """Compare the two sides; `lebih` and `kurang`: indicators that only one has count too."""
        if not own.rows or not lain.rows:
            self._target((own.row, own), (lain.row, lain))
            return
        pairs = align_indikator(own.rows, own.indikator, lain.rows, lain.indikator)
        for one, two, same in pairs.pairs:
            self._indikator((one, own), (two, lain))
            if same:
                self._target((one, own), (two, lain))
        for one in pairs.left if extra else ():
            said = show_text(one, own.indikator)
            sentence = Text(
                f"Indikator “{said}” tidak ada di {lain.name.id}.",
                f"The indicator “{said}” is not in {lain.name.en}.",
            )
            place = lain.row.place(lain.indikator)
            self._record(one, own.indikator, _CellDifference(sentence, place, lain.row.table))
        for two in pairs.right if missing else ():
            said = show_text(two, lain.indikator)
            sentence = Text(
                f"Indikator “{said}” di {lain.name.id} tidak ada di sini.",
                f"The indicator “{said}” of {lain.name.en} is not here.",
            )
            self._record(
                own.row,
                own.indikator,
                _CellDifference(sentence, two.place(lain.indikator), two.table),
            )

    def _indikator(self, one: tuple[Row, ComparedSide], two: tuple[Row, ComparedSide]) -> None:
        (row, own), (other, lain) = one, two
        mine, theirs = show_text(row, own.indikator), show_text(other, lain.indikator)
        if mine == theirs or compact(mine) == compact(theirs):
            self._agreeing[row, own.indikator] = lain.name
            return
        label = Text("Indikator", "The indicator")
        said = other, lain.indikator
        found = _build_difference(
            label, mine, theirs, said, lain.name, is_spelling=self._is_spelling(mine, theirs)
        )
        self._record(row, own.indikator, found)

    def _target(self, one: tuple[Row, ComparedSide], two: tuple[Row, ComparedSide]) -> None:
        (row, own), (other, lain) = one, two
        for key, other_key in zip(own.target, lain.target, strict=True):
            mine, theirs = row.target(key), other.target(other_key)
            if mine is None or theirs is None:
                continue
            if is_target_alike(mine, theirs):
                self._agreeing[row, key] = lain.name
                continue
            label = Text(capitalise(row.table.columns[key].label.id), "The target")
            said, other_said = show_text(row, key), show_text(other, other_key)
            at = other, other_key
            self._record(row, key, _build_difference(label, said, other_said, at, lain.name))

    def _record(self, row: Row, key: str, found: _CellDifference) -> None:
        self._found.setdefault((row, key), []).append(found)

    def is_differing(self, row: Row, key: str, source_table: Table) -> bool:
        """Tell whether a cell differs from what a table says."""
        return any(one.table is source_table for one in self._found.get((row, key), ()))

    def build_findings(self) -> Iterator[Finding]:
        """Yield a finding for each cell that differs."""
        for (row, key), differences in self._found.items():
            yield _build_finding(row, key, differences, self._agreeing.get((row, key)))


def _build_difference(
    label: Text,
    mine: str,
    theirs: str,
    at: tuple[Row, str],
    side: Text,
    *,
    is_spelling: bool = False,
) -> _CellDifference:
    row, key = at
    sentence = Text(
        f"{label.id} “{mine}” berbeda dari {side.id}: “{theirs}”.",
        f"{label.en} “{mine}” differs from {side.en}: “{theirs}”.",
    )
    return _CellDifference(sentence, row.place(key), row.table, theirs, is_spelling)


def _build_finding(
    row: Row, key: str, differences: Sequence[_CellDifference], agreeing: Text | None
) -> Finding:
    """Return the finding on a cell; `setuju` is the side that says what the cell says."""
    first = differences[0]
    more = [found.sentence for found in differences[1:]]
    cells = ", ".join(f"{found.place.sheet}!{found.place.cell}" for found in differences)
    if agreeing is None:
        advice = Text(
            f"Samakan dengan {cells}, atau betulkan di sana.",
            f"Take over what {cells} says, or mend it there.",
        )
    else:
        advice = Text(
            f"{agreeing.id} sama dengan sel ini; kemungkinan {cells} yang perlu dibetulkan.",
            f"{capitalise(agreeing.en)} agrees with this cell; it is probably {cells} that needs mending.",
        )
    finding = row.build_finding(
        key,
        sum((Text(f" {one.id}", f" {one.en}") for one in more), first.sentence),
        advice=advice,
        # Which of two spellings is right nobody knows, nor what should stand where sides disagree.
        expected=None if agreeing or first.is_spelling else first.lain or None,
        related=tuple(found.place for found in differences),
    )
    spelling = all(found.is_spelling for found in differences)
    return finding._replace(own_severity=Severity.INFO) if spelling else finding
