"""Recompute the sums of a workbook: from rincian up to the total, as the rules of JML judge them.

The engine itself says which sums do not hold; each level is put right in a copy of the values
before the next one is looked at, so that a corrected kegiatan counts in its program.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple, TypeAlias

from selaras.engine.causes.sums import ROW_RULES, SUM_RULES
from selaras.engine.run import check_book, recognise_book
from selaras.formulas import FormulaReader
from selaras.formulas.proposal import build_sum_formula, is_counted_otherwise
from selaras.formulas.sum_tree import SumTree
from selaras.model.book import Book, Position
from selaras.model.row import Money, Row, RowKind, add_up, read_shown
from selaras.model.setting import Setting
from selaras.reckon.sum_words import name_cells
from selaras.reckon.sums import is_sum_written
from selaras.values.a1 import address, position
from selaras.values.finding import Finding
from selaras.values.text import Text
from selaras_addin.fixes.change import CellChange, sort_changes
from selaras_addin.fixes.results import compute_result, is_same_amount
from selaras_addin.ribbon import LABEL

WriteMode = Literal["nilai", "rumus"]

#: From the bottom up.
_ORDER = ("JML005", "JML001", "JML002", "JML003", "JML004")
#: Rules that tell why a sum does not hold, where that is to be mended first.
_CAUSES = (*ROW_RULES, "LBR004", "IND005", "RST010", "TBL004")
_CellPlace: TypeAlias = tuple[str, Position]


class _SumFormula(NamedTuple):
    """A sum and how it may be written as a formula."""

    amount: Money
    #: None where no formula gives what its parts are read as.
    formula: str | None
    #: Whether that is because amounts below it are typed as text.
    has_texts: bool


_TIDY_FIRST = Text(
    "ada angka yang tersimpan sebagai teks di bawahnya, sehingga subtotalnya ditulis sebagai "
    f"angka: rapikan dulu dengan {LABEL['terapkan_usulan'].id}",
    "there are numbers stored as text below, so that the sum is written as a number: tidy them up "
    f"first with {LABEL['terapkan_usulan'].en}",
)


def recompute_sums(book: Book, setting: Setting, mode: WriteMode) -> list[CellChange]:
    """Return the changes that make all sums hold.

    With "rumus" every sum that is a typed number becomes a formula; with "nilai" only the wrong
    ones change. A formula is replaced by a formula, and only where it adds the wrong rows: the
    others Excel recalculates. Where amounts below are texts, which no formula of Excel adds up, a
    right sum is left and a wrong one becomes a number. Sums whose parts cannot be read are left
    alone.
    """
    findings = _find_wrong(book, setting)
    new = _compute_amounts(book, setting, findings)
    plan = _WritePlan(book, findings, new, _find_sums(book, setting, findings, new, mode), mode)
    return sort_changes(plan.build_changes(), [sheet.name for sheet in book.sheets])


def find_postponed(book: Book, setting: Setting) -> Text | None:
    """Return what is to be mended before some sums can be reckoned; None where nothing is."""
    findings = _find_wrong(book, setting)
    by_print = {finding.fingerprint: finding for finding in findings}
    left: dict[str, None] = {}
    first: dict[str, None] = {}
    for finding in findings:
        if finding.code not in SUM_RULES or finding.cause is None:
            continue
        cause = by_print[finding.cause]
        while cause.cause is not None:
            cause = by_print[cause.cause]
        if cause.code not in SUM_RULES:
            left[f"{finding.sheet}!{finding.cell}"] = None
            first[f"{cause.sheet}!{cause.cell}"] = None
    if not left:
        return None
    sums, causes = name_cells(list(left)), name_cells(list(first))
    return Text(
        f"Tidak dihitung ulang: {sums.id}. Betulkan {causes.id} dahulu, lalu periksa lagi.",
        f"Not reckoned: {sums.en}. Mend {causes.en} first, then check again.",
    )


def is_held_back(book: Book, setting: Setting) -> bool:
    """Tell whether sums cannot become formulas because amounts below them are typed as text."""
    return any(one.has_texts for one in _find_formulas(book, setting).values())


def _find_wrong(book: Book, setting: Setting) -> Sequence[Finding]:
    return check_book(book, setting._replace(selected=("JML", *_CAUSES), ignored=())).findings


def _compute_amounts(
    book: Book, setting: Setting, findings: Sequence[Finding]
) -> dict[_CellPlace, Money]:
    """Return the amounts of all sums that do not hold (`findings`), as they should be."""
    new: dict[_CellPlace, Money] = {}
    for code in _ORDER:
        # An urusan follows its bidang by the same rule, and a sum repeated below its rows follows
        # the row above them.
        while found := {
            place: finding.fix.value
            for finding in findings
            if finding.code == code
            and finding.fix is not None
            and isinstance(finding.fix.value, int | Decimal)
            and (place := (finding.sheet or "", position(finding.fix.cell))) not in new
        }:
            new |= found
            findings = _find_wrong(_overwrite(book, new), setting)
    return new


def _overwrite(
    book: Book,
    new: Mapping[_CellPlace, Money],
    formulas: Mapping[_CellPlace, str | None] | None = None,
) -> Book:
    """Return the workbook with other amounts in some cells, and other formulas or none."""
    by_sheet: dict[str, dict[Position, float]] = {}
    for (name, place), amount in new.items():
        by_sheet.setdefault(name, {})[place] = float(amount)
    put: dict[str, dict[Position, str | None]] = {}
    for (name, place), formula in (formulas or {}).items():
        put.setdefault(name, {})[place] = formula
    return book._replace(
        sheets=tuple(
            sheet.with_values(
                by_sheet.get(sheet.name, {}),
                {
                    place: formula
                    for place, formula in {**sheet.formulas, **put.get(sheet.name, {})}.items()
                    if formula is not None
                },
            )
            if sheet.name in by_sheet or sheet.name in put
            else sheet
            for sheet in book.sheets
        )
    )


class _WritePlan:
    """What is to be written where, so that every sum shows what the engine reckons."""

    def __init__(
        self,
        book: Book,
        findings: Sequence[Finding],
        new: Mapping[_CellPlace, Money],
        sums: Mapping[_CellPlace, _SumFormula],
        mode: WriteMode,
    ) -> None:
        self._book = book
        self._new = new
        self._sums = sums
        self._mode = mode
        self._wrong = _find_wrong_places(findings)

    def build_changes(self) -> list[CellChange]:
        """Return the changes; a formula that will not show the new sum is one of them."""
        replaced = {at for at in self._wrong if _has_formula(self._book, at)}
        while True:
            changes = {
                at: change
                for at in dict.fromkeys((*self._sums, *self._new))
                if (change := self._build_change(at, replaced)) is not None
            }
            missed = self._find_missed(changes)
            if not missed:
                return list(changes.values())
            replaced |= missed

    def _build_change(self, at: _CellPlace, replaced: Container[_CellPlace]) -> CellChange | None:
        name, place = at
        live = _has_formula(self._book, at)
        if at not in replaced if live else at not in self._new and self._mode == "nilai":
            return None
        by_formula = live or self._mode == "rumus"
        sum_ = self._sums.get(at)
        wanted = sum_.formula if sum_ and by_formula else None
        if wanted is None and at not in self._new:
            return None
        held = by_formula and wanted is None and sum_ is not None and sum_.has_texts
        return CellChange(
            name,
            address(*place),
            read_shown(self._book.sheet(name), *place),
            self._new[at] if wanted is None else wanted,
            "nilai" if wanted is None else "rumus",
            _TIDY_FIRST if held else None,
            formula=self._book.sheet(name).formulas.get(place),
        )

    def _find_missed(self, changes: Mapping[_CellPlace, CellChange]) -> set[_CellPlace]:
        """Return the formulas that are left to Excel and will not show the sum that is due."""
        left = [at for at in self._new if at not in changes and _has_formula(self._book, at)]
        if not left:
            return set()
        written = {
            at: change.new if isinstance(change.new, str) else None
            for at, change in changes.items()
        }
        after = _overwrite(self._book, self._new, written)
        sheets = {sheet.name.casefold(): sheet for sheet in after.sheets}
        readers = {name: FormulaReader(after.sheet(name)) for name, _ in left}
        found: set[_CellPlace] = set()
        for name, place in left:
            sheet = after.sheet(name)
            shown = compute_result(sheets, sheet, readers[name].read(sheet.formulas[place]))
            if shown is not None and not is_same_amount(shown, self._new[name, place]):
                found.add((name, place))
        return found


def _find_wrong_places(findings: Sequence[Finding]) -> set[_CellPlace]:
    return {(f.sheet or "", f.position) for f in findings if f.fix is not None and f.position}


def _has_formula(book: Book, at: _CellPlace) -> bool:
    return at[1] in book.sheet(at[0]).formulas


def _find_sums(
    book: Book,
    setting: Setting,
    findings: Sequence[Finding],
    new: Mapping[_CellPlace, Money],
    mode: WriteMode,
) -> dict[_CellPlace, _SumFormula]:
    """Return how sums may be written as formulas once the new amounts stand there."""
    wrong = _find_wrong_places(findings)

    def is_text(at: _CellPlace) -> bool:
        return isinstance(book.sheet(at[0]).value(*at[1]), str)

    # A formula that shows a text will show one again.
    known = {
        at: amount
        for at, amount in new.items()
        if at in wrong or not (is_text(at) and _has_formula(book, at))
    }
    while True:
        found = _find_formulas(_overwrite(book, known), setting)
        if mode == "nilai":
            return found
        # A text that becomes a formula is a number for the sums above it.
        turned = {
            at: one.amount
            for at, one in found.items()
            if one.formula is not None
            and at not in known
            and is_text(at)
            and not _has_formula(book, at)
        }
        if not turned:
            return found
        known |= turned


def _find_formulas(book: Book, setting: Setting) -> dict[_CellPlace, _SumFormula]:
    """Return the sums that hold, each with the formula that gives it."""
    found: dict[_CellPlace, _SumFormula] = {}
    sheets = {sheet.name.casefold(): sheet for sheet in book.sheets}
    for table in recognise_book(book, setting)[0].tables:
        sheet, tree, reader = table.sheet, SumTree(table), FormulaReader(table.sheet)
        sums: list[tuple[Row, Sequence[Row]]] = [*tree.find_summed()]
        totals = list(table.rows_of_kind(RowKind.TOTAL))
        # Of several totals only the engine knows what each adds up; their amounts stay typed.
        sums += [(row, tree.find_roots()) for row in totals if len(totals) == 1]
        for row, below in sums:
            for column in table.money_columns:
                sum_ = add_up(below, column.key)
                if sum_ is None or not is_sum_written(row, column, sum_):
                    continue
                place = row.position(column.key)
                old = sheet.formulas.get(place, "")
                old_reading = reader.read(old) if "SUBTOTAL" in old else None
                formula = build_sum_formula(tree, below, column.key, old_reading)
                shown = compute_result(sheets, sheet, reader.read(formula)) if formula else None
                # Rows may be read in more than one way; the formula must add what the engine does.
                right = shown is not None and is_same_amount(shown, sum_.value)
                has_texts = formula is None and is_counted_otherwise(tree, below, column.key)
                found[sheet.name, place] = _SumFormula(
                    sum_.value, formula if right else None, has_texts
                )
    return found
