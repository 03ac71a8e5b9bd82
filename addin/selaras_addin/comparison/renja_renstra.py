"""Renja against Renstra: targets and amounts of the plan beside those of T-C.27, T-C.30, T-C.29."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selaras.compare.cells import (
    find_first_tables,
    find_main_plan,
    list_indikator_rows,
    list_main_rows,
)
from selaras.compare.match import find_indikator_columns, index_rows, pair_equivalents
from selaras.compare.renstra import (
    KODE_TABLES,
    TARGET_TABLES,
    find_one_sided,
    pair_pagu,
    pair_renstra_targets,
)
from selaras.compare.years import find_column_year, find_year_columns
from selaras.model.per_unit import split_comparable
from selaras.model.row import Row
from selaras.model.work import Work
from selaras.tables import PLAN_TABLES
from selaras.values.text import EMPTY as NO_TEXT
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

RENSTRA_SHEET_NAME = "Banding Renja-Renstra"
#: All sheets that say something of the Renstra.
_ALL_RENSTRA = (*TARGET_TABLES, "T-C.29")

_RENSTRA = Text("Renstra", "Renstra")
_EVALUATION = Text("Evaluasi (T-C.29)", "Evaluation (T-C.29)")


def compare_renstra(work: Work, language: Language) -> Comparison | Text:
    """Return the comparison, or the sentence why the workbook allows none."""
    parts = split_comparable(work)
    plans = [part for part in parts if find_main_plan(part)]
    if not plans:
        return say_not_filled(work, PLAN_TABLES) or Text(
            "Buku kerja ini tidak memuat tabel rencana (T-C.33, bentuk SIPD, atau Tabel 4.1), jadi "
            "tidak ada yang dapat dibandingkan dengan Renstra.",
            "This workbook has no plan table (T-C.33, the SIPD form or Tabel 4.1), so that there "
            "is nothing to compare with the Renstra.",
        )
    compared = [part for part in plans if part.named(*_ALL_RENSTRA)]
    if not compared:
        return say_not_filled(work, _ALL_RENSTRA) or Text(
            "Buku kerja ini tidak memuat lembar Renstra (T-C.27, T-C.30, atau T-C.29). Salin dulu "
            "lembarnya ke buku kerja ini.",
            "This workbook has no sheet of the Renstra (T-C.27, T-C.30 or T-C.29). Copy one into "
            "this workbook first.",
        )
    year = work.year or ""
    sources = [name for name in _ALL_RENSTRA if any(part.named(name) for part in compared)]
    plan = find_main_plan(compared[0])[0].name
    columns = _build_columns(plan, year)
    rows = build_part_rows(
        parts,
        [(part, _Composer(part, language).build_rows()) for part in compared],
        len(columns),
    )
    return Comparison(
        RENSTRA_SHEET_NAME,
        Text(f"Perbandingan Renja dan Renstra {year}".strip(), f"Renja and Renstra {year}".strip()),
        tuple(_build_remarks(plan, sources)),
        columns,
        tuple(rows),
    )


def _build_remarks(plan: str, sources: Sequence[str]) -> Iterator[Text]:
    listed = ", ".join(sources)
    yield Text(
        f"{plan} dibandingkan dengan {listed}. Indikator dicocokkan dalam kode yang sama bila "
        "kedua tabel berkode, lalu menurut bunyinya.",
        f"{plan} is compared with {listed}. Indicators are matched within the same code where both "
        "tables have codes, then by their words.",
    )
    if "T-C.27" not in sources:
        yield Text(
            "Pagu Renstra tidak dapat dibandingkan: tidak ada T-C.27.",
            "The Renstra's amounts cannot be compared: there is no T-C.27.",
        )


def _build_columns(plan: str, year: int | str) -> tuple[ComparisonColumn, ...]:
    renja = Text(f"Renja ({plan})", f"Renja ({plan})")
    return (
        ComparisonColumn(Text("Kode", "Code"), "kode"),
        ComparisonColumn(
            Text("Program/kegiatan/sub kegiatan", "Programme/activity/sub-activity"), "teks"
        ),
        ComparisonColumn(Text("Indikator", "Indicator"), "teks", renja),
        ComparisonColumn(Text(f"Target {year}".strip(), f"Target {year}".strip()), "target", renja),
        ComparisonColumn(Text("Pagu", "Ceiling"), "uang", renja),
        ComparisonColumn(Text("Indikator", "Indicator"), "teks", _RENSTRA),
        ComparisonColumn(
            Text(f"Target {year}".strip(), f"Target {year}".strip()), "target", _RENSTRA
        ),
        ComparisonColumn(Text("Pagu", "Ceiling"), "uang", _RENSTRA),
        ComparisonColumn(
            Text("Target akhir Renstra", "End-of-Renstra target"), "target", _EVALUATION
        ),
        ComparisonColumn(
            Text("Realisasi s/d tahun lalu", "Reached up to last year"), "target", _EVALUATION
        ),
        ComparisonColumn(Text("Selisih pagu", "Difference"), "uang"),
        ComparisonColumn(Text("Keterangan", "Remarks"), "catatan"),
    )


class _Composer:
    """Makes the rows of the comparison."""

    def __init__(self, work: Work, language: Language) -> None:
        self._work = work
        self._plans = find_main_plan(work)
        self._language = language
        self._targets = {one.row: one for one in pair_renstra_targets(work)}
        self._evaluation = {
            one.row: pair.right[0].row
            for pair in pair_equivalents(self._plans, work.named("T-C.29"))
            for one in pair.left
        }
        self._renstra = index_rows(list_main_rows(work.named("T-C.27")))
        lacking = find_one_sided(work)
        self._only_renstra = lacking.renstra if lacking else []
        self._doubtful = lacking.doubtful if lacking else []
        self._only_renja = set(lacking.plan) if lacking else set()

    def build_rows(self) -> Iterator[ComparisonRow]:
        """Yield the rows of the plan, then what only the Renstra has."""
        yield from self._build_plan_rows()
        missing = Text("tidak ada di Renja", "not in the Renja")
        for row in self._only_renstra:
            yield self._build_lone_row(row, missing, differs=True)
        doubtful = Text("kodenya tidak ada di Renja", "its code is not in the Renja")
        for row in self._doubtful:
            yield self._build_lone_row(row, doubtful, differs=False)

    def _build_plan_rows(self) -> Iterator[ComparisonRow]:
        """Yield the rows of the plan, a further row for each further indicator."""
        for table in self._plans:
            for row in table.main_rows:
                first, *more = list_indikator_rows(row, find_indikator_columns(row)[0]) or [row]
                yield self._build_row(row, first, is_main=True)
                for further in more:
                    yield self._build_row(row, further, is_main=False)

    def _build_row(self, row: Row, indikator_row: Row, *, is_main: bool) -> ComparisonRow:
        notes: list[Text] = []
        indicator, key = find_indikator_columns(row)
        target = build_text_cell(indikator_row, key)
        renstra, year_target, target = self._compare_target(indikator_row, target, notes)
        amount = build_money_cell(row, "pagu") if is_main else EMPTY_CELL
        planned = EMPTY_CELL
        if is_main:
            planned, amount = self._compare_pagu(row, amount, notes)
            if row in self._only_renja:
                name = find_first_tables(self._work, KODE_TABLES)[0].name
                # An indicator may stand in T-C.30 all the same, which has no codes.
                notes.append(Text(f"kode tidak ada di {name}", f"the code is not in {name}"))
        reached = self._evaluation.get(indikator_row)
        code = ComparisonCell(str(row.kode) if row.kode else None, row.place_kode())
        return ComparisonRow(
            (
                code if is_main else EMPTY_CELL,
                build_text_cell(row, "nama") if is_main else EMPTY_CELL,
                build_text_cell(indikator_row, indicator),
                target,
                amount,
                renstra,
                year_target,
                planned,
                build_text_cell(reached, "target_akhir"),
                build_text_cell(reached, "realisasi_berjalan"),
                build_difference_cell(amount, planned, differs=amount.differs),
                merge_notes(notes, self._language),
            ),
            row.level if is_main else None,
        )

    def _compare_target(
        self, indikator_row: Row, target: ComparisonCell, notes: list[Text]
    ) -> tuple[ComparisonCell, ComparisonCell, ComparisonCell]:
        """Return the Renstra's indicator and target of the year, and the Renja's target."""
        match = self._targets.get(indikator_row)
        if match is None:
            return EMPTY_CELL, EMPTY_CELL, target
        said = build_text_cell(match.other, match.other_key)
        if match.is_same is False:
            said, target = said.mark_different(), target.mark_different()
            notes.append(Text("target berbeda", "the targets differ") + match.pair.way)
        elif match.pair.way != NO_TEXT:
            notes.append(Text("indikator", "indicator") + match.pair.way)
        return build_text_cell(match.other, "indikator"), said, target

    def _compare_pagu(
        self, row: Row, amount: ComparisonCell, notes: list[Text]
    ) -> tuple[ComparisonCell, ComparisonCell]:
        """Return the Renstra's amount of the year, and the Renja's."""
        pair = pair_pagu(row, "pagu", self._renstra)
        if pair is None:
            year = find_column_year(row.table, "pagu")
            shown = (
                build_money_cell(other, find_year_columns(other.table, "pagu_").get(year or 0, ""))
                for other in self._renstra.find_all(row.placed_kode)
            )
            return next(shown, EMPTY_CELL), amount
        planned = build_money_cell(pair.other, pair.other_key)
        if pair.mismatch is None:
            return planned, amount
        notes.append(
            Text("pagu di atas Renstra", "above the Renstra's amount")
            if pair.mismatch.difference > 0
            else Text("pagu di bawah Renstra", "below the Renstra's amount")
        )
        return planned.mark_different(), amount.mark_different()

    def _build_lone_row(self, row: Row, note: Text, *, differs: bool) -> ComparisonRow:
        """Return a row that the Renstra has and the plan lacks."""
        year = self._work.year or 0
        return ComparisonRow(
            (
                ComparisonCell(str(row.kode), row.place_kode(), differs=differs),
                build_text_cell(row, "nama"),
                *(EMPTY_CELL, EMPTY_CELL, EMPTY_CELL),
                build_text_cell(row, "indikator"),
                build_text_cell(row, find_year_columns(row.table, "target_").get(year, "")),
                build_money_cell(row, find_year_columns(row.table, "pagu_").get(year, "")),
                build_text_cell(row, "target_akhir"),
                build_text_cell(row, "realisasi_berjalan"),
                EMPTY_CELL,
                merge_notes([note], self._language),
            ),
            row.level,
        )
