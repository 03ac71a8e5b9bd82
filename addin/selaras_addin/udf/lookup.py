"""The amount of the same code in another table, however either table writes the code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from selaras.compare.match import CodeIndex
from selaras.model.row import Money
from selaras.values.kode_reading import Kode, KodeFault, KodeReading, Level
from selaras.values.text import Text
from selaras_addin.excel_errors import CellError
from selaras_addin.udf.arrays import (
    CellResults,
    CellValue,
    read_array,
    read_column,
    require_same_length,
    say_error,
)
from selaras_addin.udf.columns import read_kode_column
from selaras_addin.udf.kode import (
    CellReading,
    apply_to_kode,
    is_changed_by_excel,
    read_kode_array,
    take_clear_kode,
)
from selaras_addin.udf.money import read_amount

_NAMES = ("kolom_kode_lain", "kolom_pagu_lain")


def match_amounts(
    kode: object, other_kode_column: object, other_pagu_column: object
) -> CellResults:
    """Return, for each code, its amount in the other table; blank where it has none there.

    A code that stands there several times counts once, where its amounts do not contradict.
    """
    amounts, across = read_column(read_array(other_pagu_column), _NAMES[1])
    others = read_kode_column(
        other_kode_column, _NAMES[0], expected_count=len(amounts) if across else 0
    )
    require_same_length(_NAMES, len(others.readings), len(amounts))
    error_count = sum(isinstance(value, CellError) for row in others.cells for value in row)
    other = _OtherTable(others.readings, amounts, error_count)
    return [
        [apply_to_kode(read, other.find_pagu) for read in row]
        for row in read_kode_array(read_array(kode))
    ]


def _guess_kode(read: CellReading) -> Kode | None:
    return read.kode if isinstance(read, KodeReading) else None


class _OtherTable:
    """The other table: its amounts by code."""

    def __init__(
        self, readings: Sequence[CellReading], amounts: Sequence[CellValue], error_count: int
    ) -> None:
        #: How many of its code cells hold error values: any code may be among them.
        self.error_count = error_count
        self.readings = readings
        self.amounts: CodeIndex[CellValue] = CodeIndex(
            zip(map(take_clear_kode, readings), amounts, strict=True)
        )
        self._answers: dict[Kode, str | float | Text] = {}

    @cached_property
    def changed_levels(self) -> Counter[Level | None]:
        """How many of its codes Excel made numbers or dates of, by the level that they may have."""
        changed = filter(is_changed_by_excel, self.readings)
        return Counter(kode.level if (kode := _guess_kode(read)) else None for read in changed)

    @cached_property
    def several_count(self) -> int:
        """How many of its code cells hold several codes, which are not read."""
        return sum(
            isinstance(read, KodeReading) and read.fault is KodeFault.SEVERAL
            for read in self.readings
        )

    def find_pagu(self, kode: Kode) -> str | float | Text:
        """Return the amount of a code, "" where it has none, or why it cannot be told."""
        found = self._answers.get(kode)
        if found is None:
            found = self._answers[kode] = self._find(kode)
        return found

    def _find(self, kode: Kode) -> str | float | Text:
        cells = self.amounts.find_all(kode)
        if not cells:
            return self._say_missing(kode)
        if len(cells) == 1 and type(cells[0]) is float and cells[0].is_integer():
            return cells[0]  # a plain amount, as most are
        amounts: set[Money] = set()
        for cell in cells:
            amount = say_error(cell) if isinstance(cell, CellError) else read_amount(cell)
            if isinstance(amount, Text):
                return Text(f"Di tabel lain: {amount.id}", f"In the other table: {amount.en}")
            if amount is not None:
                amounts.add(amount)
        if len(amounts) > 1:
            return Text(
                f"{kode} ada {len(cells)} kali di tabel lain, dengan pagu berbeda.",
                f"{kode} stands {len(cells)} times in the other table, with different amounts.",
            )
        return float(amounts.pop()) if amounts else ""

    def _say_missing(self, kode: Kode) -> Text:
        told = Text(f"{kode} tidak ada di tabel lain", f"{kode} is not in the other table")
        if self.error_count:
            told += Text(
                f" ({self.error_count} sel kodenya berisi galat)",
                f" ({self.error_count} of its code cells hold errors)",
            )
        changed = self.changed_levels[kode.level] + self.changed_levels[None]
        if changed:
            told += Text(
                f" ({changed} sel kodenya tersimpan sebagai angka atau tanggal)",
                f" ({changed} of its code cells are stored as a number or a date)",
            )
        if self.several_count:
            told += Text(
                f" ({self.several_count} selnya memuat lebih dari satu kode)",
                f" ({self.several_count} of its cells hold more than one code)",
            )
        return told + Text(".", ".")
