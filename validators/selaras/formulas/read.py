"""From the form of a formula to the cells of a sheet that it adds, each with how often."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from itertools import product, repeat
from typing import NamedTuple

from selaras.formulas.criteria import Criterion, read_criterion
from selaras.formulas.plain import read_plain_form
from selaras.formulas.shapes import CellRange, Condition, SumForm, Term
from selaras.model.book import Position, Sheet
from selaras.values.a1 import Area

#: Cells that one formula may add, and all formulas of a sheet together.
MOST_FORMULA_CELLS = 20_000
MOST_SHEET_CELLS = 2_000_000

_SUBTOTAL = re.compile(r"= *SUBTOTAL\([^()]*\) *", re.IGNORECASE)
_WITH_SUBTOTAL = re.compile(r"SUBTOTAL\(|AGGREGATE\(", re.IGNORECASE)


class FormulaReading(NamedTuple):
    """What a formula adds up, on its own sheet cell by cell."""

    form: SumForm
    #: How often each cell counts; a subtracted one is negative, one that cancels out is left out.
    cells: dict[Position, int]
    #: What it adds from other sheets.
    elsewhere: tuple[Term, ...]

    @property
    def constant(self) -> Decimal:
        """The constants that are added."""
        return self.form.constant

    @property
    def factors(self) -> tuple[str, ...]:
        """What the sum, or a part of it, is multiplied or divided by: "*1.1", "/13"."""
        return self.form.factors

    @property
    def is_reference(self) -> bool:
        """Whether it only refers to one cell."""
        return self.form.is_reference

    @property
    def is_sum(self) -> bool:
        """Whether it adds cells up and does nothing else that matters."""
        return self.form.is_sum


def _parse(formula: str) -> SumForm | None:
    # Imported here: many tables have no other formulas than the two plain ones.
    from selaras.formulas.parse import read_form

    return read_form(formula)


class FormulaReader:
    """Reads the formulas of one sheet."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._name = sheet.name.casefold()
        self._remaining = MOST_SHEET_CELLS
        self._used: Area | None = None
        self._criteria: dict[tuple[str | Decimal | CellRange, ...], Criterion | None] = {}

    def read(self, formula: str) -> FormulaReading | None:
        """Return which cells a formula adds; None when it is no sum, or too large a one.

        None, too, where that cannot be told from what the file stores: a SUMIF whose criterion may
        be read in two ways, a SUBTOTAL over hidden rows or over an unclear subtotal.
        """
        form = read_plain_form(formula) or _parse(formula)
        if form is None:
            return None
        counted: dict[Position, int] = {}
        elsewhere: list[Term] = []
        left = MOST_FORMULA_CELLS
        for term in form.terms:
            if not self._is_here(term.sheet):
                elsewhere.append(term)
                continue
            if term.way == "sel":
                place = term.area[:2]
                counted[place] = counted.get(place, 0) + term.times
                continue
            area = self._limit_area(
                term.conditions[0].cell_range.area if term.conditions else term.area
            )
            size = max(area.bottom - area.top + 1, 0) * max(area.right - area.left + 1, 0)
            left -= size
            self._remaining -= size
            if left < 0 or self._remaining < 0:
                return None
            places = (
                self._find_meeting(term, area) if term.conditions else self._find_cells(term, area)
            )
            if places is None:
                return None
            if not counted:
                counted = dict.fromkeys(places, term.times)
                continue
            for place in places:
                counted[place] = counted.get(place, 0) + term.times
        if 0 in counted.values():
            counted = {place: times for place, times in counted.items() if times}
        return FormulaReading(form, counted, tuple(elsewhere))

    def _is_here(self, name: str | None) -> bool:
        return name is None or name.casefold() == self._name

    def _limit_area(self, area: Area) -> Area:
        """Return the part of an area in which the sheet has anything."""
        used = self._used
        if used is None:
            used = self._used = _find_used(self._sheet)
        return Area(
            max(area.top, used.top),
            max(area.left, used.left),
            min(area.bottom, used.bottom),
            min(area.right, used.right),
        )

    # Ranges

    def _find_cells(self, term: Term, area: Area) -> Iterable[Position] | None:
        return _list_cells(area) if term.way == "rentang" else self._read_subtotal(term, area)

    def _read_subtotal(self, term: Term, area: Area) -> list[Position] | None:
        """Return the cells of a SUBTOTAL: it passes over other subtotals, and over hidden rows."""
        sheet = self._sheet
        if sheet.hidden_rows and (term.way == "subtotal_tampak" or sheet.filtered):
            for row in sheet.hidden_rows:
                if area.top <= row <= area.bottom:
                    return None
        places: list[Position] = []
        for place in _list_cells(area):
            formula = sheet.formulas.get(place)
            if formula is not None and _WITH_SUBTOTAL.search(formula):
                if not _SUBTOTAL.fullmatch(formula):
                    return None
                continue
            places.append(place)
        return places

    # Conditions

    def _find_meeting(self, term: Term, area: Area) -> list[Position] | None:
        """Return the cells to add of those rows whose cells meet all conditions."""
        first = term.conditions[0].cell_range.area
        down, right = term.area.top - first.top, term.area.left - first.left
        checks: list[tuple[int, int, Criterion]] = []
        for condition in term.conditions:
            criterion = self._find_criterion(condition)
            there = condition.cell_range.area
            if criterion is None or _measure_span(there) != _measure_span(first):
                return None
            if _measure_span(first) != _measure_span(term.area):
                return None
            checks.append((there.top - first.top, there.left - first.left, criterion))
        unknown, value = self._sheet.uncalculated, self._sheet.grid.value
        places: list[Position] = []
        for row, column in _list_cells(area):
            meets = True
            for below, beside, criterion in checks:
                place = (row + below, column + beside)
                met = None if place in unknown else criterion.is_match(value(*place))
                if met is None:
                    return None
                meets &= met
            if meets:
                places.append((row + down, column + right))
        return places

    def _find_criterion(self, condition: Condition) -> Criterion | None:
        if not self._is_here(condition.cell_range.sheet):
            return None
        pieces = condition.criterion
        if pieces not in self._criteria:
            texts = [self._read_text(piece) for piece in pieces]
            known = [text for text in texts if text is not None]
            self._criteria[pieces] = (
                read_criterion("".join(known)) if len(known) == len(texts) else None
            )
        return self._criteria[pieces]

    def _read_text(self, piece: str | Decimal | CellRange) -> str | None:
        """Return a piece of a criterion as text; None when it is not known or not certain."""
        if isinstance(piece, str):
            return piece
        if isinstance(piece, Decimal):
            return str(piece)
        place = piece.area.top, piece.area.left
        if not self._is_here(piece.sheet) or place in self._sheet.uncalculated:
            return None
        value = self._sheet.value(*place)
        if isinstance(value, float) and value.is_integer():
            return str(int(value))
        return value if isinstance(value, str) else None


def _list_cells(area: Area) -> Iterable[Position]:
    rows, columns = range(area.top, area.bottom + 1), range(area.left, area.right + 1)
    return zip(rows, repeat(area.left)) if len(columns) == 1 else product(rows, columns)


def _measure_span(area: Area) -> tuple[int, int]:
    return area.bottom - area.top, area.right - area.left


def _find_used(sheet: Sheet) -> Area:
    """Return the area of the sheet that holds values or formulas."""
    area = sheet.grid.area
    places = sheet.formulas.keys()
    if not places:
        return area
    rows, columns = [row for row, _ in places], [column for _, column in places]
    if area.bottom < area.top:
        return Area(min(rows), min(columns), max(rows), max(columns))
    return Area(
        min(area.top, *rows),
        min(area.left, *columns),
        max(area.bottom, *rows),
        max(area.right, *columns),
    )
