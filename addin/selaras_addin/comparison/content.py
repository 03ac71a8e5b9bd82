"""What a comparison consists of: columns in groups, rows, cells that know where they are from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from selaras.compare.cells import read_in_rupiah, show_text
from selaras.model.per_unit import part_name
from selaras.model.row import Row
from selaras.model.work import Work
from selaras.values.finding import Place
from selaras.values.kode_reading import Level
from selaras.values.text import EMPTY as NO_TEXT
from selaras.values.text import Language, Text, capitalise

CellKind = Literal["kode", "teks", "target", "uang", "catatan"]


@dataclass(frozen=True, slots=True)
class ComparisonColumn:
    """A column: its head, the group that it stands under, and what it holds."""

    title: Text
    kind: CellKind
    group: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class ComparisonCell:
    """One cell: amounts in rupiah, the place that it was taken from, whether it differs."""

    value: str | int | Decimal | None = None
    origin: Place | None = None
    differs: bool = False

    def mark_different(self) -> ComparisonCell:
        """Return the cell as one that differs from its counterpart."""
        return ComparisonCell(self.value, self.origin, differs=True)


EMPTY_CELL = ComparisonCell()


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """One row, with the level that its weight shows; None for a further indicator."""

    cells: tuple[ComparisonCell, ...]
    level: Level | None = None
    is_total: bool = False
    #: It only names the unit or plan whose rows follow.
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """A comparison, ready to be put on a sheet."""

    #: Name of the sheet.
    sheet_name: str
    title: Text
    #: Lines that say what is compared with what, and what could not be.
    remarks: tuple[Text, ...]
    columns: tuple[ComparisonColumn, ...]
    rows: tuple[ComparisonRow, ...]

    @property
    def difference_count(self) -> int:
        """How many cells differ."""
        return sum(cell.differs for row in self.rows for cell in row.cells)


def build_text_cell(row: Row | None, key: str) -> ComparisonCell:
    """Return what a cell of a table shows, in one line."""
    if row is None or key not in row.table.columns:
        return EMPTY_CELL
    shown = show_text(row, key)
    return ComparisonCell(shown or None, row.place(key) if shown else None)


def build_money_cell(row: Row | None, key: str) -> ComparisonCell:
    """Return an amount of a table in rupiah; the written text where it cannot be read."""
    if row is None or key not in row.table.columns:
        return EMPTY_CELL
    amount = read_in_rupiah(row, key)
    if amount is None:
        return build_text_cell(row, key)
    return ComparisonCell(amount, row.place(key))


def build_difference_cell(
    own: ComparisonCell, baseline: ComparisonCell, *, differs: bool
) -> ComparisonCell:
    """Return the first amount less the second; whether that is a difference the check says."""
    if not isinstance(own.value, int | Decimal) or not isinstance(baseline.value, int | Decimal):
        return EMPTY_CELL
    return ComparisonCell(own.value - baseline.value, differs=differs)


def merge_notes(notes: Iterable[Text], language: Language) -> ComparisonCell:
    """Return several remarks as one cell."""
    return ComparisonCell(capitalise("; ".join(note.say_in(language) for note in notes)) or None)


def build_part_rows(
    parts: Sequence[Work], rows: Iterable[tuple[Work, Iterable[ComparisonRow]]], width: int
) -> Iterator[ComparisonRow]:
    """Yield the rows of each part of a workbook, below its name where there are several.

    The same code of another agency, sub unit or stage of the plan is another row: nothing is
    compared across them.
    """
    for part, own in rows:
        name = part_name(part)
        if len(parts) > 1 and name:
            yield ComparisonRow(
                (EMPTY_CELL, ComparisonCell(name), *(EMPTY_CELL,) * (width - 2)), is_heading=True
            )
        yield from own


def say_not_filled(work: Work, names: Sequence[str]) -> Text | None:
    """Return that a table is there but empty; None where none of these is there and empty."""
    empty = next((table for table in work.named(*names) if table.is_empty), None)
    if empty is None:
        return None
    name, sheet = empty.name, empty.sheet.name
    return Text(
        f"{name} di lembar {sheet} belum diisi, jadi tidak ada yang dapat dibandingkan.",
        f"{name} on sheet {sheet} is not filled in, so that there is nothing to compare.",
    )
