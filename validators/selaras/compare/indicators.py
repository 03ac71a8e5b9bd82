"""Indicators and targets of one program, kegiatan or sub kegiatan as two tables state them.

What differs is told at the cells of the one side, a finding a cell however many sides differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from selaras.compare.cells import compact, is_target_alike, show_text
from selaras.compare.match import Equivalent, align_indikator, pair_equivalents
from selaras.compare.years import find_column_year, find_year_columns, is_same_value
from selaras.model.row import Row
from selaras.model.table import Table
from selaras.model.work import Work
from selaras.reckon.difference_words import WHILE, build_difference_finding
from selaras.reckon.shown import show_cell
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
    said: str = ""
    is_spelling: bool = False


class DifferingCells:
    """The cells of one table that differ from what other sides say."""

    def __init__(self, is_spelling: Callable[[str, str], bool]) -> None:
        #: Whether two indicators differ in spelling only, which is but worth a look.
        self._is_spelling = is_spelling
        self._found: dict[tuple[Row, str], list[_CellDifference]] = {}
        self._agreeing: dict[tuple[Row, str], Text] = {}

    def compare(
        self, own: ComparedSide, other: ComparedSide, *, extra: bool, missing: bool
    ) -> None:
        """Compare the two sides; `extra` and `missing`: indicators that only one has count."""
        if not own.rows or not other.rows:
            self._compare_targets((own.row, own), (other.row, other))
            return
        pairs = align_indikator(own.rows, own.indikator, other.rows, other.indikator)
        for one, two, same in pairs.pairs:
            self._compare_texts((one, own), (two, other))
            if same:
                self._compare_targets((one, own), (two, other))
        for one in pairs.left if extra else ():
            said = show_text(one, own.indikator)
            sentence = Text(
                f"Indikator “{said}” tidak ada di {other.name.id}.",
                f"The indicator “{said}” is not in {other.name.en}.",
            )
            place = other.row.place(other.indikator)
            self._record(one, own.indikator, _CellDifference(sentence, place, other.row.table))
        for two in pairs.right if missing else ():
            said = show_text(two, other.indikator)
            sentence = Text(
                f"Indikator “{said}” di {other.name.id} tidak ada di sini.",
                f"The indicator “{said}” of {other.name.en} is not here.",
            )
            self._record(
                own.row,
                own.indikator,
                _CellDifference(sentence, two.place(other.indikator), two.table),
            )

    def _compare_texts(self, one: tuple[Row, ComparedSide], two: tuple[Row, ComparedSide]) -> None:
        (row, own), (other, side) = one, two
        mine, theirs = show_text(row, own.indikator), show_text(other, side.indikator)
        if mine == theirs or compact(mine) == compact(theirs):
            self._agreeing[row, own.indikator] = side.name
            return
        label = Text("Indikator", "The indicator")
        said = other, side.indikator
        found = _build_difference(
            label, mine, theirs, said, side.name, is_spelling=self._is_spelling(mine, theirs)
        )
        self._record(row, own.indikator, found)

    def _compare_targets(
        self, one: tuple[Row, ComparedSide], two: tuple[Row, ComparedSide]
    ) -> None:
        (row, own), (other, side) = one, two
        for key, other_key in zip(own.target, side.target, strict=True):
            mine, theirs = row.target(key), other.target(other_key)
            if mine is None or theirs is None:
                continue
            if is_target_alike(mine, theirs):
                self._agreeing[row, key] = side.name
                continue
            label = Text(capitalise(row.table.columns[key].label.id), "The target")
            said, other_said = show_text(row, key), show_text(other, other_key)
            at = other, other_key
            self._record(row, key, _build_difference(label, said, other_said, at, side.name))

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
    """Return the finding on a cell; `agreeing` is the side that says what the cell says."""
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
            f"{capitalise(agreeing.en)} agrees with this cell; it is probably {cells} that needs "
            "mending.",
        )
    finding = row.build_finding(
        key,
        sum((Text(f" {one.id}", f" {one.en}") for one in more), first.sentence),
        advice=advice,
        # Which of two spellings is right nobody knows, nor what should stand where sides disagree.
        expected=None if agreeing or first.is_spelling else first.said or None,
        related=tuple(found.place for found in differences),
    )
    spelling = all(found.is_spelling for found in differences)
    return finding._replace(own_severity=Severity.INFO) if spelling else finding


# One year's value in two tables


class YearlyColumns(NamedTuple):
    """What is compared: columns of T-C.29, how those of T-C.30 begin, and what messages say."""

    keys: tuple[str, ...]
    prefix: str
    label: Text


class _YearlyCells(NamedTuple):
    """A cell of T-C.29, and the one of T-C.30 for the same indicator and year."""

    row: Row
    key: str
    year: int
    other: Row
    other_key: str
    is_same: bool


def compare_yearly(work: Work, columns: YearlyColumns) -> Iterator[Finding]:
    """Yield a finding on each cell of T-C.29 that says otherwise than T-C.30 for the same year.

    Where an indicator stands on several rows in the same words, one that agrees is the one meant.
    """
    for pair in pair_equivalents(work.named("T-C.29"), work.named("T-C.30")):
        for key in columns.keys:
            found = list(_find_yearly_cells(pair, key, columns.prefix))
            if any(one.is_same for one in found):
                continue
            for one in {one.row: one for one in reversed(found)}.values():
                yield _build_yearly_finding(one, pair, columns.label)


def _find_yearly_cells(pair: Equivalent, key: str, prefix: str) -> Iterator[_YearlyCells]:
    for left in pair.left:
        year = find_column_year(left.row.table, key)
        if year is None:
            continue
        for right in pair.right:
            other = find_year_columns(right.row.table, prefix).get(year)
            if other is not None:
                same = is_same_value(left.row, key, right.row, other)
                if same is not None:
                    yield _YearlyCells(left.row, key, year, right.row, other, same)


def _build_yearly_finding(one: _YearlyCells, pair: Equivalent, label: Text) -> Finding:
    place, said = one.other.place(one.other_key), show_cell(one.other, one.other_key)
    where = f"({place.sheet}!{place.cell})"
    return build_difference_finding(
        one.row,
        one.key,
        said.id,
        label=label,
        year=one.year,
        joint=WHILE,
        because=Text(f"di T-C.30 {said.id} {where}", f"{said.en} in T-C.30 {where}") + pair.way,
        advice=Text(
            "Samakan kedua tabel dengan dokumen sumbernya (Renstra, laporan kinerja).",
            "Let both tables agree with their source (the Renstra, the performance report).",
        ),
        related=(place,),
    )
