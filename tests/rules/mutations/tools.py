"""The tools of a corruption: a copy of the document, the drawing of places, and what follows."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from hypothesis import assume

from layouts import Place, Row
from layouts.formulas import group_children
from rules.document import (
    MONEY_COLUMNS,
    SUM_RULES,
    DocumentCopy,
    WrittenDocument,
    open_corrected,
    parse_address,
    read_kode,
)
from selaras.model.book import Value
from selaras.model.setting import Setting
from selaras.values.a1 import address

T = TypeVar("T")
T22, T29, T30, T31, T33, T41 = "Tabel 2.2", "T-C.29", "T-C.30", "T-C.31", "T-C.33", "Tabel 4.1"
KODE_KINDS = ("program", "kegiatan", "sub_kegiatan")

_DEPTHS = {"total": -1, "program": 0, "kegiatan": 1, "sub_kegiatan": 2}

ONE_CELL_LAYOUTS = ("titik-2", "titik-4", "sipd", "sipd-2baris")
"""Layouts with the code in one cell (of the plan table, in those of SIPD)."""
SIX_CELL_LAYOUTS = ("asli", "tumpuk", "nama-lain", "bergeser")
"""Layouts with the code in six cells."""
COMMON_LAYOUTS = ("asli", "titik-4", "sipd", "nama-lain")
TABLE_41_LAYOUTS = ("asli", "titik-2", "tumpuk", "nama-lain")
"""Layouts that have T-C.33 and Tabel 4.1."""


class Lottery:
    """Draws places and values.

    Hypothesis gives the seed; the name of the corruption and its layout go in with it, so that one
    try of each already visits places all over the document.
    """

    def __init__(self, name: str, seed: int) -> None:
        self.random = random.Random(f"{name}/{seed}")

    def draw_one(self, choices: Sequence[T]) -> T:
        """Return one of the choices; the run is left out where there is none."""
        assume(choices)
        return self.random.choice(choices)

    def draw_number(self, low: int, high: int) -> int:
        """Return a number of the range."""
        return self.random.randint(low, high)


class PlanTree(NamedTuple):
    """Who stands above whom in a table of the document."""

    rows: Mapping[int, Row]
    above: Mapping[int, int]
    below: Mapping[int, Sequence[Row]]


class Corruption:
    """A copy of the document that is being spoiled, and what follows from it.

    Rows and cells are named as the document has them, before anything was moved.
    """

    def __init__(self, origin: WrittenDocument, lottery: Lottery) -> None:
        self.origin = origin
        self.lottery = lottery
        self.copy = DocumentCopy(origin)
        self.setting = Setting()
        #: Errors that follow: rule and cell, as the edited workbook has it.
        self.effects: set[tuple[str, Place]] = set()
        #: The table that a finding without a cell must name.
        self.missing_table: str | None = None
        self._tree: dict[str, PlanTree] = {}

    # Drawing

    def draw_one(self, choices: Iterable[T]) -> T:
        """Return one of the choices."""
        return self.lottery.draw_one(list(choices))

    def draw_number(self, low: int, high: int) -> int:
        """Return a number of the range."""
        return self.lottery.draw_number(low, high)

    def require(self, condition: bool) -> None:
        """Leave the drawn place out where the corruption would be none there."""
        assume(condition)

    def draw_table(self, *names: str) -> str:
        """Draw one of the tables that the layout has; of the plan tables without names."""
        return self.draw_one([name for name in names or (T33, T41) if self.origin.is_present(name)])

    def draw_money_column(self, table: str) -> str:
        """Draw a money column of a table."""
        return self.draw_one(MONEY_COLUMNS[table])

    # Reading

    @property
    def is_sipd(self) -> bool:
        """Tell whether the plan is in the SIPD form, which has no rincian."""
        return self.origin.name.startswith("sipd")

    def find_rows(self, table: str, *kinds: str) -> list[Row]:
        """Return rows of the document by their kind."""
        rows = self.origin.document.tables[table].rows
        return [row for row in rows if not kinds or row.kind in kinds]

    def find_with_pagu(self, table: str, key: str, *kinds: str) -> list[Row]:
        """Return rows that have an amount above 0."""
        return [row for row in self.find_rows(table, *(kinds or KODE_KINDS)) if row.values.get(key)]

    def build_tree(self, table: str) -> PlanTree:
        """Return who stands above whom."""
        if table not in self._tree:
            rows = self.origin.document.tables[table].rows
            below = {row.index: kids for row, kids in group_children(rows)}
            above = {kid.index: index for index, kids in below.items() for kid in kids}
            self._tree[table] = PlanTree({row.index: row for row in rows}, above, below)
        return self._tree[table]

    def find_children(self, table: str, row: Row) -> list[Row]:
        """Return the rows one level down that the layout has."""
        kids = self.build_tree(table).below.get(row.index, ())
        return [kid for kid in kids if not (self.is_sipd and kid.kind == "rincian")]

    def find_descendants(self, table: str, row: Row) -> list[Row]:
        """Return all rows with a code below a row."""
        found = []
        for kid in self.find_children(table, row):
            if kid.kind != "rincian":
                found += [kid, *self.find_descendants(table, kid)]
        return found

    def list_ancestors(self, table: str, row: Row) -> list[Row]:
        """Return the rows above a row, the nearest first, with the total."""
        tree, found = self.build_tree(table), []
        index = tree.above.get(row.index)
        while index is not None:
            found.append(tree.rows[index])
            index = tree.above.get(index)
        return found

    def find_place(self, table: str, row: Row, key: str) -> Place:
        """Return where a value of the document stands in the layout."""
        return self.origin.find_place(table, row.index, key)

    def find_now(self, table: str, row: Row, key: str) -> Place:
        """Return where it stands now."""
        return self.copy.find_moved(self.find_place(table, row, key))

    def find_head(self, table: str, key: str) -> Place:
        """Return the head of a column, where it stands now."""
        return self.copy.find_moved(self.origin.placement.heads[self.origin.name_table(table), key])

    def read_pagu(self, table: str, row: Row, key: str) -> int:
        """Return an amount of the copy."""
        value = self.copy.read_value(self.find_place(table, row, key))
        assert isinstance(value, int | float)
        return int(value)

    def read_value(self, table: str, row: Row, key: str) -> Value:
        """Return what a cell of the copy holds."""
        return self.copy.read_value(self.find_place(table, row, key))

    def has_place(self, table: str, row: Row, key: str) -> bool:
        """Tell whether the layout has a cell for a value."""
        return (self.origin.name_table(table), row.index, key) in self.origin.placement

    def find_formula(self, table: str, row: Row, key: str) -> str | None:
        """Return the formula of a cell."""
        place = self.find_place(table, row, key)
        return self.copy.sheets[place.sheet].formulas.get(parse_address(place.address))

    def find_counterpart(self, table: str, row: Row) -> tuple[str, Row] | None:
        """Return the row of the same code in the other plan table."""
        other = T41 if table == T33 else T33
        if not self.origin.is_present(T33) or not self.origin.is_present(T41):
            return None
        return next(
            (
                (other, one)
                for one in self.find_rows(other)
                if read_kode(one) == read_kode(row) and read_kode(row)
            ),
            None,
        )

    # Writing

    def write(self, table: str, row: Row, key: str, value: Value) -> Place:
        """Put a value into a cell; return where that is now."""
        self.copy.write(self.find_place(table, row, key), value)
        return self.find_now(table, row, key)

    def find_kode_cells(self, table: str, row: Row) -> tuple[list[Value], int]:
        """Return the cells of a row and the index of the first that its code stands in."""
        place = self.find_place(table, row, "kode")
        number, column = parse_address(place.address)
        sheet = self.copy.sheets[place.sheet]
        return sheet.rows[sheet.find_index(number)][1], column - 1

    @property
    def has_separate_kode(self) -> bool:
        """Tell whether the code of a plan table stands in six cells."""
        return self.origin.name not in (*ONE_CELL_LAYOUTS, "rumus-titik-4")

    def write_kode(self, table: str, row: Row, code: Sequence[int]) -> Place:
        """Give a row another code, written in the style of the layout; return its cell."""
        cells, first = self.find_kode_cells(table, row)
        if self.has_separate_kode or (self.is_sipd and table == T29):
            padded = table == T29
            digits = (1, 2, 2, 1, 2, 2)
            for at in range(6):
                part = code[at] if at < len(code) else None
                text = None if part is None else f"{part:0{digits[at]}d}"
                cells[first + at] = text if padded or part is None else float(part)
        else:
            last = 2 if self.origin.name == "titik-2" else 4
            digits = (1, 2, 2, 1, 2, last)
            cells[first] = ".".join(
                f"{n:0{width}d}" for n, width in zip(code, digits, strict=False)
            )
        return self.find_now(table, row, "kode")

    def delete(self, table: str, row: Row) -> None:
        """Delete a row."""
        place = self.find_place(table, row, "nama")
        self.copy.delete(place.sheet, parse_address(place.address)[0])

    def delete_whole(self, table: str, row: Row) -> None:
        """Delete a row with all that stands below it: indicators and rincian too."""
        rows = self.find_rows(table)
        level, at = _DEPTHS[row.kind], row.index
        while at == row.index or _DEPTHS.get(rows[at].kind, 9) > level:
            self.delete(table, rows[at])
            at += 1

    def insert(
        self, table: str, row: Row, values: Mapping[str, Value], *, is_below: bool = True
    ) -> Callable[[str], Place]:
        """Insert a row below or above another; return what tells where its columns stand."""
        place = self.find_place(table, row, "nama")
        columns = {
            key: parse_address(self.find_place(table, row, key).address)[1] for key in values
        }
        cells = {columns[key]: value for key, value in values.items()}
        new = self.copy.insert(
            place.sheet, parse_address(place.address)[0], cells, is_below=is_below
        )

        def where(key: str) -> Place:
            column = parse_address(self.find_place(table, row, key).address)[1]
            return Place(place.sheet, address(new, column))

        return where

    # What follows

    def expect_error(self, rule: str, table: str, row: Row, key: str) -> None:
        """State that an error follows at a cell."""
        self.effects.add((rule, self.find_now(table, row, key)))

    def expect_broken_sums(self, table: str, row: Row, key: str) -> list[tuple[str, Place]]:
        """State what a changed amount breaks: its own sum, that above it, the other tables.

        Returns the rule and cell of the broken sums, the row's own first.
        """
        broken = []
        if any(isinstance(kid.values[key], int) for kid in self.find_children(table, row)):
            broken.append((SUM_RULES[row.kind], self.find_now(table, row, key)))
        broken += [
            (SUM_RULES[above.kind], self.find_now(table, above, key))
            for above in self.list_ancestors(table, row)[:1]
        ]
        self.effects.update(broken)
        if key == "pagu":
            self.expect_pagu_differences(table, row)
        if self.origin.is_present("T-C.27") and table == T33:
            self.expect_error("RST009", T33, row, key)
        return broken

    def expect_pagu_differences(self, table: str, row: Row) -> None:
        """State which other tables a changed amount of the plan year differs from."""
        other = self.find_counterpart(table, row)
        if other is not None:
            second = (table, row) if table == T41 else other
            self.expect_error("TBL001", *second, "pagu")
        if table == T33 and row.kind in ("program", "total") and self.origin.is_present(T31):
            rule = "RKP004" if row.kind == "program" else "RKP006"
            self.expect_error(rule, T31, self.find_review_row(row), "kebutuhan_dana")

    def find_review_row(self, row: Row) -> Row:
        """Return the row of T-C.31 of a program or total of the plan."""
        if row.kind == "total":
            return self.find_rows(T31)[-1]
        number = self.find_rows(T33, "program").index(row)
        return self.find_rows(T31)[number]

    def expect_broken_ancestors(self, table: str, row: Row) -> None:
        """State that the sums above a row that falls out of them may break."""
        for above in self.list_ancestors(table, row):
            for key in MONEY_COLUMNS[table]:
                self.expect_error(SUM_RULES[above.kind], table, above, key)

    def expect_lost_kode(self, table: str, row: Row) -> None:
        """State what follows where a row's code cannot be known, or is another."""
        for kid in self.find_children(table, row):
            if kid.kind != "rincian":
                self.expect_error("KOD002", table, kid, "kode")
        if table in (T33, T41):
            self.expect_broken_ancestors(table, row)
            other = self.find_counterpart(table, row)
            if other is not None:
                self.expect_error("TBL004", *other, "kode")
                self.expect_error("TBL004", table, row, "kode")


Change = Callable[[Corruption], Place]


class Case(NamedTuple):
    """A corruption: which rule must speak, what it is called, how it is done, in which layouts."""

    rule_code: str
    name: str
    change: Change
    layouts: tuple[str, ...]
    origin: Callable[[str], WrittenDocument]


CASES: list[Case] = []
"""All corruptions, in the order in which the family modules enter them."""


def corrupt(
    rule_code: str,
    layouts: Sequence[str] = COMMON_LAYOUTS,
    *,
    variants: Iterable[object] | None = None,
    origin: Callable[[str], WrittenDocument] = open_corrected,
) -> Callable[[Callable[..., Place]], Callable[..., Place]]:
    """Enter a corruption; with variants, one for each, handed to the function (None too)."""

    def enter(spoil: Callable[..., Place]) -> Callable[..., Place]:
        name = spoil.__name__
        changes: list[tuple[str, Change]] = (
            [(name, spoil)]
            if variants is None
            else [(f"{name}[{one}]", _bind_variant(spoil, one)) for one in variants]
        )
        for full_name, change in changes:
            CASES.append(Case(rule_code, full_name, change, tuple(layouts), origin))
        return spoil

    return enter


def _bind_variant(spoil: Callable[..., Place], variant: object) -> Change:
    def change(copy: Corruption) -> Place:
        return spoil(copy, variant)

    return change
