"""What T-C.31 asks for, found again in the plan: T-C.33, or the SIPD form in its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from selaras.compare.cells import (
    find_main_plan,
    is_spelling_difference,
    list_indikator_rows,
    list_main_rows,
    read_in_rupiah,
)
from selaras.compare.indicators import ComparedSide, DifferingCells
from selaras.compare.match import Named, find_indikator_columns, index_rows, match_named
from selaras.compare.review import RKPD, Proposal, Review, build_named
from selaras.model.row import Row, RowKind
from selaras.model.table import Table
from selaras.model.work import Work
from selaras.values.fold import fold
from selaras.values.kode_reading import Level
from selaras.values.text import Text


class PlanMatch(NamedTuple):
    """A row of T-C.31, the row of the plan that it is, and whether that is beyond doubt."""

    proposal: Proposal
    row: Row
    score: float
    is_certain: bool
    #: Others have the same name: which of them it is, is a guess.
    has_twin: bool = False


class PlanRows:
    """The plan's rows, looked up by what T-C.31 calls them."""

    def __init__(self, tables: Sequence[Table], likeness: float) -> None:
        self.tables = tables
        #: With the programs and kegiatan that only the rows below them tell of.
        self.rows = [*(row for table in tables for row in table.upper), *list_main_rows(tables)]
        self.programs = [row for row in self.rows if row.level is Level.PROGRAM]
        self._likeness = likeness
        self._by_code = index_rows(self.rows)
        self._below: dict[Row, list[Row]] = {}
        above = {
            row: upper
            for table in tables
            for upper in table.upper
            if upper.level is Level.PROGRAM
            for row in upper.children
        }
        self._without_kode: set[str] | None = None
        for row in self.rows:
            program = _find_program(row, above)
            if program is not None and program is not row:
                self._below.setdefault(program, []).append(row)

    @property
    def name(self) -> str:
        """What messages call the plan."""
        return self.tables[0].name

    def has_without_kode(self, name: str) -> bool:
        """Tell whether a row of the plan bears a name but has lost its code: it is there."""
        if self._without_kode is None:
            self._without_kode = {
                fold(row.name)
                for table in self.tables
                for row in table.rows
                if row.kode is None and row.kind in (RowKind.ORPHAN, RowKind.HEADING, RowKind.MAIN)
            }
        return fold(name) in self._without_kode

    def is_missing(self, proposal: Proposal) -> bool:
        """Tell whether the plan lacks what was not found in it."""
        return self.can_recognise(proposal) and not self.has_without_kode(proposal.name)

    def find_unreviewed(
        self, reviews: Sequence[Review], counterparts: Iterable[PlanMatch]
    ) -> list[Row]:
        """Return the programs with an amount that no review has: they have `counterparts`."""
        if not any(review.has_programs for review in reviews):
            return []
        found = {one.row for one in counterparts}
        # A program that stands twice under one code is no other program: that is KOD003's matter.
        reviewed = {row.kode for row in self.programs if row in found}
        coded = any(one.kode is not None for review in reviews for one in review.renja)
        return [
            row
            for row in self.programs
            if row not in found
            and (row.name or coded or not row.is_implied)
            and (row.kode is None or row.kode not in reviewed)
            and read_in_rupiah(row, "pagu", from_below=True) != 0
        ]

    def can_recognise(self, proposal: Proposal) -> bool:
        """Tell whether the plan would show something if it had it.

        A list of sub kegiatan may name no program; and what a plan has no level of, it does not
        lack.
        """
        if proposal.kode is not None:
            return any(row.level is proposal.kode.level for row in self.rows)
        unnamed = [row for row in self.rows if row.is_implied and not row.name]
        if proposal.program:
            return all(row.level is not Level.PROGRAM for row in unnamed)
        return not unnamed

    def match_proposals(self, proposals: Sequence[Proposal], review: Review) -> list[PlanMatch]:
        """Return the rows of the plan that these are; what is below a program, within it."""
        if not review.has_programs:
            return self._find(proposals, self.rows)
        found = self._find([one for one in proposals if one.program], self.programs)
        by_program: dict[Row, Row] = {match.proposal.row: match.row for match in found}
        groups: dict[Row, list[Proposal]] = {}
        above: Row | None = None
        for one in proposals:
            if one.program:
                above = by_program.get(one.row)
            elif above is not None:
                groups.setdefault(above, []).append(one)
        for program, lower in groups.items():
            found += self._find(lower, self._below.get(program, []))
        return found

    def _find(self, proposals: Sequence[Proposal], rows: Sequence[Row]) -> list[PlanMatch]:
        found = match_named(
            build_named(proposals),
            [Named(row, row.kode, row.name) for row in rows],
            self._likeness,
            by_kode=self._by_code,
            repeated=True,
        )
        return [PlanMatch(*match) for match in found]


def find_plan(work: Work) -> PlanRows | None:
    """Return the plan of the workbook; None where it has none."""
    tables = find_main_plan(work)
    return PlanRows(tables, work.setting.thresholds.likeness / 100) if tables else None


def _find_program(row: Row, without: Mapping[Row, Row]) -> Row | None:
    """Return the program that a row belongs to, or is; `without` has those without a row."""
    above: Row | None = row.children[0] if row.is_implied and row.children else row
    if row.level is Level.PROGRAM:
        return row
    while above is not None and above.level is not Level.PROGRAM:
        if above in without:
            return without[above]
        above = above.parent
    return above


def compare_indikator(review: Review, counterparts: Iterable[PlanMatch]) -> DifferingCells:
    """Return where indicators and targets of the OPD's half differ from the RKPD's and the plan's.

    `counterparts` are the rows of the plan that the OPD's half was found to be.
    """
    cells = DifferingCells(is_spelling_difference)
    for pair in review.pairs:
        cells.compare(_build_side(pair.renja), _build_side(pair.rkpd), extra=True, missing=True)
    for match in counterparts:
        # The plan may have more indicators than the review.
        if not (match.has_twin or match.row.is_implied):
            mine, theirs = _build_side(match.proposal), _build_plan_side(match.row)
            cells.compare(mine, theirs, extra=True, missing=False)
    return cells


def _build_side(proposal: Proposal) -> ComparedSide:
    row, key = proposal.row, proposal.side.indikator
    name = Text("RKPD", "the RKPD") if proposal.side is RKPD else Text("Renja", "the Renja")
    return ComparedSide(row, list_indikator_rows(row, key), key, (proposal.side.target,), name)


def _build_plan_side(row: Row) -> ComparedSide:
    key, target = find_indikator_columns(row)
    name = row.table.name
    return ComparedSide(row, list_indikator_rows(row, key), key, (target,), Text(name, name))
