"""T-C.31 as its two halves: what the RKPD plans, what the OPD asks for, and which belong together.

The halves usually run side by side, but each is a list of its own: rows may stand in another order,
or on one side only. A half that leaves the name out, or says "sda", means the name beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from selaras.compare.cells import compact
from selaras.compare.match import CodeIndex, Named, is_same_code, match_named
from selaras.model.row import Row
from selaras.model.table import Table
from selaras.model.work import Work
from selaras.recognise.traits import is_section
from selaras.values.fold import fold
from selaras.values.kode_reading import Kode, Level, read_leading_kode
from selaras.values.text import Text, cut_short


class HalfColumns(NamedTuple):
    """The columns of one half."""

    name: str
    indikator: str
    target: str
    money_key: str


RKPD = HalfColumns("rkpd_nama", "rkpd_indikator", "rkpd_target", "rkpd_pagu")
RENJA = HalfColumns("nama", "indikator", "target", "kebutuhan_dana")
#: What people write instead of the same name again.
SAME_WORDS = frozenset(("sda", "s d a", "idem", "sama", "sama dengan rkpd", "tetap", "sesuai rkpd"))


class Proposal(NamedTuple):
    """A program or kegiatan as one half states it."""

    row: Row
    side: HalfColumns
    name: str
    kode: Kode | None

    @property
    def program(self) -> bool:
        """Whether code or name say that it is a program."""
        if self.kode is not None:
            return self.kode.level is Level.PROGRAM
        return fold(self.name).startswith("program ")

    @property
    def label(self) -> str:
        """How messages name it: its name, cut short."""
        return cut_short(self.name or self.row.label, 80)

    @property
    def need(self) -> Text:
        """How messages speak of the funds that it asks for."""
        return Text(f"Kebutuhan dana “{self.label}”", f"The funds needed for “{self.label}”")


class ReviewPair(NamedTuple):
    """What both halves have, and whether that is beyond doubt."""

    rkpd: Proposal
    renja: Proposal
    is_certain: bool


class Review(NamedTuple):
    """One T-C.31."""

    table: Table
    rkpd: list[Proposal]
    renja: list[Proposal]
    pairs: list[ReviewPair]
    #: Whether some rows are programs by name or code, and the others therefore below them.
    has_programs: bool

    def is_main(self, proposal: Proposal) -> bool:
        """Tell whether it is of the highest level: a program, where the table names any."""
        return proposal.program if self.has_programs else proposal.row.parent is None

    def find_unpaired(self, side: HalfColumns) -> list[Proposal]:
        """Return what is of the highest level and only in one half."""
        paired = {proposal.row for p in self.pairs for proposal in p[:2] if proposal.side is side}
        half = self.rkpd if side is RKPD else self.renja
        return [u for u in half if self.is_main(u) and u.row not in paired]


def find_reviews(work: Work) -> list[Review]:
    """Return the reviews of the workbook, halves paired."""
    likeness = work.setting.thresholds.likeness / 100
    return [_build_review(table, likeness) for table in work.named("T-C.31")]


def _build_review(table: Table, likeness: float) -> Review:
    left = [found for row in table.main_rows if (found := _read_proposal(row, RKPD, RENJA))]
    right = [found for row in table.main_rows if (found := _read_proposal(row, RENJA, RKPD))]
    programs = any(proposal.program for proposal in (*left, *right))
    return Review(table, left, right, _pair_halves(left, right, likeness), programs)


def _read_proposal(row: Row, side: HalfColumns, other: HalfColumns) -> Proposal | None:
    """Return what a half states in a row; None where the half is blank or only heads a section."""
    kode, name = _read_name(row, side)
    indicator = row.text(side.indikator)
    if not (name or indicator or row.text(side.target) or row.text(side.money_key)):
        return None
    if not name:
        kode, name = _read_name(row, other)
    if is_section(name) and not indicator:
        return None
    return Proposal(row, side, name, kode) if name else None


def _read_name(row: Row, side: HalfColumns) -> tuple[Kode | None, str]:
    text = " ".join(row.text(side.name).split())
    if fold(text) in SAME_WORDS or not fold(text):
        return None, ""
    split = read_leading_kode(text)
    return (split[0].kode, split[1]) if split else (None, text)


def _pair_halves(
    left: Sequence[Proposal], right: Sequence[Proposal], likeness: float
) -> list[ReviewPair]:
    """Pair the halves: side by side, by code, by name; programs with programs only."""
    beside = {proposal.row: proposal for proposal in right}
    pairs: list[ReviewPair] = []
    rest: list[Proposal] = []
    used: set[Row] = set()
    for one in left:
        other = beside.get(one.row)
        if other is not None and _is_same(one, other):
            pairs.append(ReviewPair(one, other, is_certain=True))
            used.add(other.row)
        else:
            rest.append(one)
    for program in (True, False):
        mine = [proposal for proposal in rest if proposal.program is program]
        theirs = [u for u in right if u.program is program and u.row not in used]
        by_code = CodeIndex((proposal.kode, proposal) for proposal in theirs)
        pairs += (
            ReviewPair(match.left, match.right, match.is_certain)
            for match in match_named(
                build_named(mine), build_named(theirs), likeness, by_kode=by_code, repeated=False
            )
        )
    return sorted(pairs, key=lambda pair: pair.renja.row.row)


def _is_same(one: Proposal, other: Proposal) -> bool:
    if one.kode is not None and other.kode is not None:
        return is_same_code(one.kode, other.kode)
    return compact(one.name) == compact(other.name)


def build_named(proposals: Sequence[Proposal]) -> list[Named[Proposal]]:
    """Return what a half states with what it is matched by."""
    return [Named(one, one.kode, one.name) for one in proposals]
