"""Renja against RKPD: both halves of T-C.31 beside the plan's own program (T-C.33 or SIPD)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from selaras.compare.cells import (
    compare_amounts,
    find_main_plan,
    list_indikator_rows,
    read_in_rupiah,
)
from selaras.compare.match import find_indikator_columns
from selaras.compare.plan import PlanMatch, PlanRows, compare_indikator, find_plan
from selaras.compare.plan_total import compare_totals, sum_plan
from selaras.compare.review import RENJA, RKPD, HalfColumns, Proposal, Review, find_reviews
from selaras.model.per_unit import split_comparable
from selaras.model.row import Row, RowKind
from selaras.model.table import Table
from selaras.model.work import Work
from selaras.values.kode_reading import Level
from selaras.values.text import Language, Text
from selaras_addin.comparison.content import (
    EMPTY_CELL,
    Comparison,
    ComparisonCell,
    ComparisonColumn,
    ComparisonRow,
    build_difference_cell,
    build_money_cell,
    build_part_rows,
    build_text_cell,
    merge_notes,
    say_not_filled,
)

RKPD_SHEET_NAME = "Banding Renja-RKPD"

_RKPD = Text("Rancangan awal RKPD", "Draft RKPD")
_RENJA = Text("Hasil analisis (T-C.31)", "The OPD's analysis (T-C.31)")
#: Indicator, target and amount.
_Half: TypeAlias = tuple[ComparisonCell, ComparisonCell, ComparisonCell]

_INDIKATOR = Text("Indikator", "Indicator")
_TARGET = Text("Target", "Target")


def compare_rkpd(work: Work, language: Language) -> Comparison | Text:
    """Return the comparison, or the sentence why the workbook allows none."""
    parts = split_comparable(work)
    compared = [(part, reviews) for part in parts if (reviews := find_reviews(part))]
    if not compared:
        return say_not_filled(work, ("T-C.31",)) or Text(
            "Buku kerja ini tidak memuat T-C.31 (review terhadap rancangan awal RKPD), jadi tidak "
            "ada yang dapat dibandingkan dengan RKPD.",
            "This workbook has no T-C.31 (review of the draft RKPD), so that there is nothing to "
            "compare with the RKPD.",
        )
    plans = [find_plan(part) for part, _ in compared]
    name = next((plan.name for plan in plans if plan is not None), None)
    if name is None:
        told = Text(
            "Tidak ada tabel rencana (T-C.33 atau bentuk SIPD); hanya kedua paruh T-C.31 yang "
            "dibandingkan.",
            "There is no plan table (T-C.33 or the SIPD form); only the two halves of T-C.31 are "
            "compared.",
        )
    else:
        told = Text(
            f"Program dan kegiatan T-C.31 dicocokkan dengan {name} menurut kode, lalu nama.",
            f"Programmes and activities of T-C.31 are matched with {name} by code, then by name.",
        )
    year = work.year or ""
    columns = _build_columns(name or "T-C.33")
    rows = build_part_rows(
        parts,
        [
            (part, _build_part_rows(part, reviews, plan, language))
            for (part, reviews), plan in zip(compared, plans, strict=True)
        ],
        len(columns),
    )
    return Comparison(
        RKPD_SHEET_NAME,
        Text(f"Perbandingan Renja dan RKPD {year}".strip(), f"Renja and RKPD {year}".strip()),
        (told,),
        columns,
        tuple(rows),
    )


def _build_part_rows(
    work: Work, reviews: Sequence[Review], plan: PlanRows | None, language: Language
) -> Iterator[ComparisonRow]:
    """Yield the rows of one agency: the reviews', what only the plan has, then the totals."""
    composers = [_Composer(review, plan, language) for review in reviews]
    for composer in composers:
        yield from composer.build_rows()
    if plan is not None:
        found = [match for composer in composers for match in composer.counterparts.values()]
        for row in plan.find_unreviewed(reviews, found):
            yield _build_plan_only(row, language)
    for review in reviews:
        yield from _build_totals(review, work, language)


def _build_columns(plan: str) -> tuple[ComparisonColumn, ...]:
    table = Text(f"Rencana ({plan})", f"Plan ({plan})")
    return (
        ComparisonColumn(Text("Kode", "Code"), "kode"),
        ComparisonColumn(Text("Program/Kegiatan", "Programme/activity"), "teks"),
        ComparisonColumn(_INDIKATOR, "teks", _RKPD),
        ComparisonColumn(_TARGET, "target", _RKPD),
        ComparisonColumn(Text("Pagu indikatif", "Ceiling"), "uang", _RKPD),
        ComparisonColumn(_INDIKATOR, "teks", _RENJA),
        ComparisonColumn(_TARGET, "target", _RENJA),
        ComparisonColumn(Text("Kebutuhan dana", "Funds needed"), "uang", _RENJA),
        ComparisonColumn(_INDIKATOR, "teks", table),
        ComparisonColumn(_TARGET, "target", table),
        ComparisonColumn(Text("Pagu", "Ceiling"), "uang", table),
        ComparisonColumn(Text("Selisih kebutuhan - RKPD", "Needed less RKPD"), "uang"),
        ComparisonColumn(Text("Catatan di T-C.31", "Note in T-C.31"), "catatan"),
        ComparisonColumn(Text("Keterangan", "Remarks"), "catatan"),
    )


class _Composer:
    """Makes the rows of one T-C.31."""

    def __init__(self, review: Review, plan: PlanRows | None, language: Language) -> None:
        self._review = review
        self._plan = plan
        self._language = language
        asked = plan.match_proposals(review.renja, review) if plan else []
        paired = {pair.rkpd for pair in review.pairs}
        self._only_rkpd = [one for one in review.rkpd if one not in paired]
        drafted = plan.match_proposals(review.rkpd, review) if plan else []
        alone = set(self._only_rkpd)
        left = [match for match in drafted if match.proposal in alone]
        #: The rows of the plan, by what asks for them.
        self.counterparts = {match.proposal: match for match in (*asked, *left)}
        self._differing = compare_indikator(review, asked)

    def build_rows(self) -> Iterator[ComparisonRow]:
        """Yield the rows in the order of the sheet."""
        pairs: list[tuple[Proposal | None, Proposal | None]] = [
            (pair.rkpd, pair.renja) for pair in self._review.pairs
        ]
        right = {pair.renja for pair in self._review.pairs}
        pairs += [(one, None) for one in self._only_rkpd]
        pairs += [(None, one) for one in self._review.renja if one not in right]
        pairs.sort(key=lambda pair: min(one.row.row for one in pair if one is not None))
        for pair in pairs:
            yield self._build_row(*pair)
            yield from self._build_continuations(*pair)

    def _build_row(self, rkpd: Proposal | None, renja: Proposal | None) -> ComparisonRow:
        either = renja or rkpd
        assert either is not None
        match = self.counterparts.get(either)
        plan = match.row if match else None
        notes: list[Text] = []
        left, right = _build_side(rkpd, RKPD), _build_side(renja, RENJA)
        third = _build_plan(plan)
        if rkpd and renja:
            right = self._mark_difference(right, rkpd, renja, notes)
        elif renja is None:
            notes.append(Text("tidak ada di hasil analisis", "not in the OPD's analysis"))
        else:
            notes.append(Text("tidak ada di rancangan awal RKPD", "not in the draft RKPD"))
        if renja and match:
            third = self._mark_plan(third, renja, match, notes)
        elif renja and self._plan is not None and self._plan.is_missing(renja):
            notes.append(
                Text(f"tidak ditemukan di {self._plan.name}", f"not found in {self._plan.name}")
            )
        code = str(plan.kode) if plan is not None and plan.kode else ""
        kode = ComparisonCell(code or (str(either.kode) if either.kode else None))
        name = ComparisonCell(either.name, either.row.place(either.side.name))
        level = Level.PROGRAM if self._review.is_main(either) else Level.KEGIATAN
        gap = build_difference_cell(right[2], left[2], differs=right[2].differs)
        said = build_text_cell(either.row, "catatan")
        return ComparisonRow(
            (kode, name, *left, *right, *third, gap, said, merge_notes(notes, self._language)),
            level,
        )

    def _build_continuations(
        self, rkpd: Proposal | None, renja: Proposal | None
    ) -> Iterator[ComparisonRow]:
        """Yield a row for each further indicator of the halves, beside those of the plan."""
        either = renja or rkpd
        match = self.counterparts.get(either) if either else None
        plan = find_indikator_columns(match.row) if match else ("", "")
        sides = (
            (rkpd.row if rkpd else None, RKPD.indikator, RKPD.target),
            (renja.row if renja else None, RENJA.indikator, RENJA.target),
            (match.row if match else None, *plan),
        )
        left, right, third = (_find_further_indikator(row, key) for row, key, _ in sides)
        for at in range(max(len(left), len(right))):
            rows = [rows[at] if at < len(rows) else None for rows in (left, right, third)]
            cells = [
                (build_text_cell(row, indicator), build_text_cell(row, target))
                for row, (_, indicator, target) in zip(rows, sides, strict=True)
            ]
            notes: list[Text] = []
            if renja and (own := rows[1]) is not None:
                tables = [renja.row.table, *([match.row.table] if match else [])]
                cells[1] = self._mark_continuation(own, cells[1], tables, notes)
            yield ComparisonRow(
                (
                    *(EMPTY_CELL, EMPTY_CELL),
                    *(cell for pair in cells for cell in (*pair, EMPTY_CELL)),
                    *(EMPTY_CELL, EMPTY_CELL),
                    merge_notes(notes, self._language),
                )
            )

    def _mark_continuation(
        self,
        row: Row,
        cells: tuple[ComparisonCell, ComparisonCell],
        tables: Sequence[Table],
        notes: list[Text],
    ) -> tuple[ComparisonCell, ComparisonCell]:
        """Return a further indicator and its target, marked where a table says otherwise."""
        found = []
        labels = Text("indikator", "the indicator"), Text("target", "the target")
        keys = RENJA.indikator, RENJA.target
        for cell, key, label in zip(cells, keys, labels, strict=True):
            others = [table for table in tables if self._differing.is_differing(row, key, table)]
            found.append(cell.mark_different() if others else cell)
            for table in others:
                own = table is row.table
                name = Text("RKPD", "the RKPD") if own else Text(table.name, table.name)
                notes.append(
                    Text(f"{label.id} berbeda dari {name.id}", f"{label.en} differs from {name.en}")
                )
        return found[0], found[1]

    def _mark_difference(
        self, right: _Half, rkpd: Proposal, renja: Proposal, notes: list[Text]
    ) -> _Half:
        """Return the OPD's half with what differs from the RKPD's marked, and say it."""
        indicator, target, amount = right
        other = rkpd.row.table
        if self._differing.is_differing(renja.row, RENJA.indikator, other):
            indicator = indicator.mark_different()
            notes.append(Text("indikator berbeda", "the indicators differ"))
        if self._differing.is_differing(renja.row, RENJA.target, other):
            target = target.mark_different()
            notes.append(Text("target berbeda", "the targets differ"))
        gap = compare_amounts(renja.row, RENJA.money_key, rkpd.row, RKPD.money_key)
        if gap is not None:
            amount = amount.mark_different()
            notes.append(
                Text("di atas pagu RKPD", "above the RKPD's ceiling")
                if gap.difference > 0
                else Text("di bawah pagu RKPD", "below the RKPD's ceiling")
            )
        return indicator, target, amount

    def _mark_plan(
        self, third: _Half, renja: Proposal, match: PlanMatch, notes: list[Text]
    ) -> _Half:
        """Return what the plan says with what the OPD's half says otherwise marked, and say it."""
        indicator, target, amount = third
        name = match.row.table.name
        if match.has_twin:
            notes.append(
                Text(
                    f"nama yang sama lebih dari satu, padanannya di {name} belum pasti",
                    f"the name stands there more than once, which one of {name} it is is a guess",
                )
            )
            return third
        if self._differing.is_differing(renja.row, RENJA.indikator, match.row.table):
            indicator = indicator.mark_different()
            notes.append(
                Text(f"indikator tidak sama dengan {name}", f"the indicator is not that of {name}")
            )
        if self._differing.is_differing(renja.row, RENJA.target, match.row.table):
            target = target.mark_different()
            notes.append(
                Text(f"target tidak sama dengan {name}", f"the target is not that of {name}")
            )
        if compare_amounts(renja.row, RENJA.money_key, match.row, "pagu", from_below=True):
            amount = amount.mark_different()
            notes.append(
                Text(
                    f"kebutuhan dana tidak sama dengan pagu {name}",
                    f"the funds needed are not the ceiling of {name}",
                )
            )
        if match.score < 1.0:
            percent = int(match.score * 100)
            notes.append(
                Text(
                    f"dicocokkan menurut kemiripan nama {percent}%",
                    f"matched by a likeness of names of {percent}%",
                )
            )
        return indicator, target, amount


def _build_plan_only(row: Row, language: Language) -> ComparisonRow:
    note = Text("tidak ada di T-C.31", "not in T-C.31")
    return ComparisonRow(
        (
            ComparisonCell(str(row.kode) if row.kode else None),
            ComparisonCell(row.name, row.place("nama")).mark_different(),
            *(EMPTY_CELL,) * 6,
            *_build_plan(row),
            *(EMPTY_CELL, EMPTY_CELL),
            merge_notes([note], language),
        ),
        Level.PROGRAM,
    )


def _build_totals(review: Review, work: Work, language: Language) -> Iterator[ComparisonRow]:
    """Yield the totals of a review that have an amount."""
    plans = find_main_plan(work)
    totals = compare_totals(work.named("T-C.31"), plans)
    value, places = sum_plan(plans) if plans else (None, ())
    for row in review.table.rows_of_kind(RowKind.TOTAL):
        left, right = build_money_cell(row, RKPD.money_key), build_money_cell(row, RENJA.money_key)
        if left.value is None and right.value is None:
            continue
        third = ComparisonCell(value, places[0] if len(places) == 1 else None)
        notes = []
        if totals is not None and totals.row is row and totals.mismatch is not None:
            third = third.mark_different()
            notes.append(Text("total tidak sama", "the totals differ"))
        differs = compare_amounts(row, RENJA.money_key, row, RKPD.money_key) is not None
        blank = (EMPTY_CELL, EMPTY_CELL)
        yield ComparisonRow(
            (
                EMPTY_CELL,
                ComparisonCell(Text("Jumlah", "Total").say_in(language)),
                *(*blank, left),
                *(*blank, right),
                *(*blank, third),
                build_difference_cell(right, left, differs=differs),
                EMPTY_CELL,
                merge_notes(notes, language),
            ),
            is_total=True,
        )


def _find_further_indikator(row: Row | None, key: str) -> list[Row]:
    return [one for one in list_indikator_rows(row, key) if one is not row] if row else []


def _build_side(proposal: Proposal | None, side: HalfColumns) -> _Half:
    row = proposal.row if proposal else None
    return (
        build_text_cell(row, side.indikator),
        build_text_cell(row, side.target),
        build_money_cell(row, side.money_key),
    )


def _build_plan(row: Row | None) -> _Half:
    if row is None:
        return EMPTY_CELL, EMPTY_CELL, EMPTY_CELL
    indicator, target = find_indikator_columns(row)
    amount = build_money_cell(row, "pagu")
    if amount.value is None:
        amount = ComparisonCell(read_in_rupiah(row, "pagu", from_below=True))
    return build_text_cell(row, indicator), build_text_cell(row, target), amount
