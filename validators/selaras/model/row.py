"""One row of a recognised table: what it is, where its cells stand, what they hold, its sums."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from selaras.values.a1 import address
from selaras.values.finding import Finding, Fix, Place, Shown
from selaras.values.fold import fold
from selaras.values.kode_reading import (
    Kode,
    KodeReading,
    Level,
    read_kode,
    read_kode_opd,
    read_leading_kode,
)
from selaras.values.rupiah import MoneyReading, read_money
from selaras.values.target import Target
from selaras.values.text import EMPTY, Text, cut_short

if TYPE_CHECKING:
    from selaras.model.book import Position, Sheet, Value
    from selaras.model.table import Table
    from selaras.model.unit import Unit

Money = int | Decimal


class RowKind(StrEnum):
    """What a row of the table is."""

    MAIN = "pokok"  # urusan, bidang, program, kegiatan, sub kegiatan
    RINCIAN_HEADING = "rincian_judul"
    RINCIAN = "rincian"
    INDIKATOR = "indikator"
    PART = "bagian"  # a part of the amount of the row above it, which says the same code
    CONTINUATION = "lanjutan"  # the rest of the row above
    HEADING = "judul"  # a section line
    TOTAL = "total"
    SUM_BELOW = "jumlah"  # the sum of a row above, below what it sums
    CARRIED_OVER = "pindahan"  # a sum carried from one printed page to the next
    ORPHAN = "yatim"  # an amount that belongs to nothing


#: Rows that are told apart by the row that they belong to.
_OWNED_KINDS = frozenset(
    (RowKind.RINCIAN, RowKind.INDIKATOR, RowKind.CONTINUATION, RowKind.SUM_BELOW, RowKind.PART)
)


class Sum(NamedTuple):
    """A recomputed sum and the rows that it was made of."""

    value: Money
    rows: tuple[Row, ...]


class Row:
    """One row of a table, with the rows that belong to it."""

    __slots__ = (
        "children",
        "continuations",
        "index",
        "indikator",
        "kind",
        "kode",
        "level",
        "likely",
        "name",
        "parent",
        "parts",
        "parts_doubtful",
        "reading",
        "rincian",
        "row",
        "table",
        "unit",
        "wrapped",
    )

    def __init__(self, table: Table, row: int, kind: RowKind) -> None:
        self.table = table
        self.row = row
        #: The row's place in `table.rows`.
        self.index = -1
        self.kind = kind
        self.reading: KodeReading | None = None
        self.kode: Kode | None = None
        self.level: Level | None = None
        #: The code that it should have, where its own contradicts its place and the sums there.
        self.likely: Kode | None = None
        self.name = ""
        #: Whose row it is; None where the workbook tells no units apart.
        self.unit: Unit | None = None
        self.parent: Row | None = None
        #: Nearest rows below in the tree (one level down, or deeper where a level is missing).
        self.children: Sequence[Row] = ()
        self.rincian: Sequence[Row] = ()
        self.indikator: Sequence[Row] = ()
        self.continuations: Sequence[Row] = ()
        #: Those of them that hold the next lines of its name and its indicator.
        self.wrapped: Sequence[Row] = ()
        #: The rows that hold further parts of its amount, which is the sum of all.
        self.parts: Sequence[Row] = ()
        #: Whether they may as well say the whole amount again: then it is not known.
        self.parts_doubtful = False

    def __repr__(self) -> str:
        return f"<{self.table.name} {self.table.sheet.name}!{self.row} {self.kind} {self.kode}>"

    @property
    def is_implied(self) -> bool:
        """Whether no row of the sheet is its own: it only stands for those below it."""
        return False

    # Where things stand

    def position(self, key: str) -> Position:
        """Return the cell of this row in a column; on a continuation row where the value is."""
        found = self.table.columns[key]
        columns, column = found.columns, found.first
        if key == "nama" and self.named_in_code and not self.table.is_filled(self.row, column):
            return self.kode_position()
        if len(columns) > 1 and found.spec.content == "nama":
            # Names of each level in a column of its own: where this row's name stands.
            filled = (number for number in columns[::-1] if self.table.is_filled(self.row, number))
            column = next(filled, column)
        elif len(columns) > 1 and found.spec.content == "uang":
            filled = (number for number in columns if self.table.is_filled(self.row, number))
            usual = found.by_level.get(self.level, column) if self.level else column
            column = next(filled, usual)
        if self.continuations and self.table.sheet.value(self.row, column) is None:
            money = found.spec.content == "uang"
            for row in self.continuations:
                # A sum below has a label of its own, and nothing else but amounts to give.
                if (money or row.kind is not RowKind.SUM_BELOW) and self.table.is_filled(
                    row.row, column
                ):
                    return row.row, column
            return self._find_entry_row(key) or self.row, column
        return self.row, column

    def _find_entry_row(self, key: str) -> int | None:
        """Return the row below in which a blank cell of this row is to be filled in, if any.

        A blank target stands beside its indicator, a blank fund source beside the amounts: SIPD
        prints the code and name of a sub kegiatan alone, and all else in the row below.
        """
        kind, kinds = self.table.columns[key].spec.content, ("indikator", "target")
        if kind in ("kode", "no", "nama"):
            return None
        beside = kinds if kind in kinds else ("uang",)
        columns = self.table.columns.values()
        own = [column.first for column in columns if column.spec.content in beside]
        if beside is not kinds and any(self.table.is_filled(self.row, column) for column in own):
            return None
        below = (row.row for row in self.continuations if row.kind is not RowKind.SUM_BELOW)
        return next((r for r in below if any(self.table.is_filled(r, c) for c in own)), None)

    def cell(self, key: str) -> str:
        """Return the A1 address of this row's cell in a column."""
        return address(*self.position(key))

    def place(self, key: str) -> Place:
        """Return sheet and address of this row's cell in a column."""
        return Place(self.table.sheet.name, self.cell(key))

    @property
    def placed_kode(self) -> Kode | None:
        """The code by which the row stands where it does: its own, unless that is mistyped."""
        return self.likely or self.kode

    def kode_position(self) -> Position:
        """Return the code cell: the first filled one where the code is split over cells.

        Among the names of a table without codes of their own it is the one that begins with a code.
        """
        column = self.table.columns.get("kode") or self.table.columns["nama"]
        filled = [number for number in column.columns if self.table.is_filled(self.row, number)]
        if column.spec.content == "nama":
            texts = {number: str(self.table.sheet.value(self.row, number)) for number in filled}
            coded = (n for n, text in texts.items() if read_leading_kode(text) or read_kode(text))
            filled = [next(coded, number) for number in filled[:1]]
        if filled:
            return self.row, filled[0]
        if self.kode is not None and "nama" in self.table.columns:
            return self.position("nama")  # before the name
        return self.row, column.first

    @property
    def named_in_code(self) -> bool:
        """Whether the name stands in the code cell, behind the code or in its place."""
        column = self.table.columns.get("kode")
        if column is None or not self.name:
            return False
        texts = (self.table.sheet.value(self.row, number) for number in column.columns)
        return any(isinstance(text, str) and self.name in " ".join(text.split()) for text in texts)

    def fix_kode(self, value: str, *, safe: bool = False) -> Fix | None:
        """Return the change of the code to another one; None where it stands in several cells.

        A name behind it in its cell, and the code of an agency before it, remain there.
        """
        if self.reading is None or self.reading.style.cell_count != 1:
            return None
        held = self.table.sheet.value(*self.kode_position())
        if isinstance(held, str) and held != self.reading.text:
            before, code, after = held.partition(self.reading.text)
            agency = bool(code) and read_kode_opd(before) is not None
            if agency or read_kode(held) is None:
                if not code or (before.strip() and not agency):
                    return None
                value = (before if agency else "") + value + after
        return Fix(kind="text", cell=self.cell_kode(), value=value, safe=safe)

    def cell_kode(self) -> str:
        """Return the A1 address of the code cell."""
        return address(*self.kode_position())

    def place_kode(self) -> Place:
        """Return sheet and address of the code cell."""
        return Place(self.table.sheet.name, self.cell_kode())

    # What stands there

    def value(self, key: str) -> Value:
        """Return what the cell holds; None when it is blank or the table lacks the column."""
        return self.table.values[key][self.index]

    def text(self, key: str) -> str:
        """Return the cell's text without outer blanks; "" when blank or only a dash."""
        return self.table.text[key][self.index]

    def read_money(self, key: str) -> MoneyReading | None:
        """Return the amount as read from the cell; None when the cell holds none."""
        return read_money(self.value(key), self.table.columns[key].english_style)

    def amount(self, key: str) -> Money | None:
        """Return the amount in the unit of the column; None when there is none to read."""
        return self.table.amounts[key][self.index]

    def target(self, key: str) -> Target | None:
        """Return the target as read from the cell, as it is shown; None when there is none."""
        return self.table.targets[key][self.index]

    def is_unknown(self, key: str) -> bool:
        """Tell whether an amount stands here that cannot be known (error, text, not calculated)."""
        return self.index in self.table.unknown[key]

    def is_unknowable(self, key: str) -> bool:
        """Tell whether the row's amount cannot be known, nor, where it is blank, what is below."""
        if self.amount(key) is not None:
            return False
        return self.is_unknown(key) or any(child.is_unknowable(key) for child in self.children)

    # Sums

    def amount_or_sum(self, key: str) -> Money | None:
        """Return the written amount or, where the row has none, the sum of what is below it.

        None when nothing stands there, or when an amount on the way cannot be known.
        """
        amount = self.amount(key)
        if amount is not None or self.is_unknown(key):
            return amount
        below = self.sum_children(key)
        return below.value if below else None

    def sum_children(self, key: str) -> Sum | None:
        """Return the sum of the rows below; None when none has an amount or one is unknown."""
        return add_up(self.children, key)

    def sum_rincian(self, key: str) -> Sum | None:
        """Return the sum of the rincian; None when none has an amount or one is unknown."""
        return add_up(self.rincian, key)

    # Findings

    @property
    def identity(self) -> str:
        """What identifies the row for a fingerprint: its code, else its indicator or name."""
        if self.kode is not None:
            return self.kode.write_canonical(2)
        if self.kind is RowKind.TOTAL:
            return "total"
        own = fold(self.name or self.text("indikator"))
        if self.kind in _OWNED_KINDS and self.parent:
            return f"{self.parent.identity}/{own}"
        return own

    @property
    def label(self) -> str:
        """How messages name the row: its code, else its name or indicator, cut short."""
        if self.kode is not None:
            return str(self.kode)
        text = " ".join((self.name or self.text("indikator")).split())
        return cut_short(text, 60)

    def _show_kode(self) -> Shown:
        """Return what the cells of a split code hold, as "2 | 17 | 01"; None where it is in one."""
        column = self.table.columns.get("kode")
        if column is None or len(column.columns) < 2:
            return None
        shown = [read_shown(self.table.sheet, self.row, number) for number in column.columns]
        parts = [str(part) for part in shown if part is not None]
        return " | ".join(parts) if len(parts) > 1 else None

    def build_finding(
        self,
        key: str,
        message: Text,
        *,
        position: Position | None = None,
        advice: Text = EMPTY,
        expected: Shown = None,
        difference: Money | None = None,
        actual: Shown = None,
        related: tuple[Place, ...] = (),
        fix: Fix | None = None,
    ) -> Finding:
        """Return a finding on this row's cell; `actual` is what the cell holds unless given."""
        row, column = position or (self.kode_position() if key == "kode" else self.position(key))
        if actual is None and position is None:
            if key == "kode":
                actual = self._show_kode()
            elif self.table.columns[key].parts:
                actual = self.amount(key)
        own_kode = self.kode or (self.parent.kode if self.parent else None)
        return Finding(
            message=message,
            advice=advice,
            sheet=self.table.sheet.name,
            cell=address(row, column),
            table=self.table.name,
            column=key,
            kode=str(own_kode) if own_kode else None,
            row_key=self.identity,
            expected=expected,
            actual=read_shown(self.table.sheet, row, column) if actual is None else actual,
            difference=difference,
            related=related,
            fix=fix,
        )


def add_up(rows: Sequence[Row], key: str) -> Sum | None:
    """Return the sum of the rows' amounts; None when none has one or one cannot be known."""
    amounts = [row.table.amounts[key][row.index] for row in rows]
    if None not in amounts:
        # Nearly every sum of a long table.
        return Sum(sum(filter(None, amounts)), tuple(rows)) if rows else None
    total: Money = 0
    parts: list[Row] = []
    for row in rows:
        amount = row.amount(key)
        if amount is None:
            if row.is_unknowable(key):
                return None
            below = row.sum_children(key)
            amount = below.value if below else None
        if amount is not None:
            total += amount
            parts.append(row)
    return Sum(total, tuple(parts)) if parts else None


def compute_rounding_off(rows: Sequence[Row], key: str) -> Money:
    """Return by how much a sum of the rows' amounts may be off, for each of them being rounded."""
    return sum(
        compute_rounding_off(row.children, key)
        if row.is_implied
        else row.table.rounding[key][row.index]
        for row in rows
    )


def read_shown(sheet: Sheet, row: int, column: int) -> Shown:
    """Return what a cell holds in the form that a report shows."""
    error = sheet.errors.get((row, column))
    if error is not None:
        return error
    value = sheet.value(row, column)
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        if value != value or value in (float("inf"), float("-inf")):
            return str(value)
        return int(value) if value.is_integer() else Decimal(repr(value))
    if isinstance(value, datetime.timedelta):
        return str(value)
    return value.isoformat()
