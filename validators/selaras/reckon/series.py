"""What several columns of one indicator come to: their sum where things are counted, else the last.

Only series that can be told beyond doubt are given: all cells hold as many values, each is one
number, and the units do not differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from selaras.model.row import Row, Uang, off_by_rounding
from selaras.reckon.shown import dengan_angka, desimal_format, kosong, satuan_cocok, terukur
from selaras.values.cumulative import is_state
from selaras.values.equality import are_equal
from selaras.values.fold import lipat
from selaras.values.target import Nilai


class Deret(NamedTuple):
    """The values of one indicator in several columns, and the value that they should come to."""

    #: By column, None where the cell holds none.
    values: tuple[Nilai | None, ...]
    #: What is written as their result; None where that cell is blank.
    hasil: Nilai | None
    #: The decimals to which the result is shown; None where its cell does not tell.
    desimal: int | None = None
    #: Whether the indicator says that it measures a state, whatever its unit.
    keadaan: bool = False

    def says(self, number: Decimal) -> bool:
        """Tell whether the result that is written is this number, as far as its cell shows it."""
        written = self.hasil.angka if self.hasil else None
        return written is not None and are_equal(written, number, self.desimal)

    @property
    def bagian(self) -> tuple[Nilai, ...]:
        """The values that are there, in the order of the columns."""
        return tuple(value for value in self.values if value is not None)

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """The numbers of the values that are there."""
        return tuple(value.angka for value in self.bagian if value.angka is not None)

    @property
    def total(self) -> Decimal:
        """The sum, none counting 0."""
        return sum(self.numbers, Decimal(0))

    @property
    def terakhir(self) -> Decimal:
        """The last number that is there."""
        return self.numbers[-1]

    @property
    def kumulatif(self) -> bool | None:
        """Whether the values add up; None where no unit tells."""
        known = [v.kumulatif for v in (*self.bagian, self.hasil) if v and v.kumulatif is not None]
        if known:
            return all(known)
        return False if self.keadaan and not any(v.satuan for v in self.bagian) else None

    @property
    def naik(self) -> bool:
        """Whether no value is below the one before: they may each include those before."""
        return all(one <= two for one, two in zip(self.numbers, self.numbers[1:], strict=False))

    def tahunan(self, akhir: Decimal | None) -> bool:
        """Tell whether one year alone reaches the target at the end: 29 people, each year again."""
        return akhir is not None and akhir <= max(self.numbers) and akhir < self.total

    def tulis(self, number: Decimal) -> str:
        """Return a number in the way that the indicator's values are written."""
        return dengan_angka(self.bagian[-1], number)


def deret(row: Row, keys: Sequence[str], hasil: str) -> Iterator[Deret | None]:
    """Yield a row's series, one for each value of the cells; None for one in doubt.

    Nothing is yielded where the cells cannot be held against each other at all.
    """
    cells = [row.target(key) for key in (*keys, hasil)]
    for key, cell in zip((*keys, hasil), cells, strict=True):
        if cell is None and not kosong(row, key):
            return
    counts = {len(cell) for cell in cells if cell}
    if len(counts) != 1 or not any(cells[:-1]):
        return
    shown, state = desimal_format(row, hasil), is_state(lipat(row.text("indikator")))
    for index in range(counts.pop()):
        series = _deret([cell[index] if cell else None for cell in cells])
        yield series and series._replace(desimal=shown, keadaan=state)


def _deret(values: Sequence[Nilai | None]) -> Deret | None:
    there = [value for value in values if value is not None]
    if not all(map(terukur, there)) or not satuan_cocok(there):
        return None
    bare = {not value.satuan for value in there if value.jenis != "grade"}
    if len(bare) > 1 and any(value.satuan == "persen" for value in there):
        return None  # 0,3 beside 30%
    return Deret(tuple(values[:-1]), values[-1])


class DeretUang(NamedTuple):
    """Amounts of one row in several columns; none counts 0."""

    values: tuple[Uang | None, ...]
    hasil: Uang

    @property
    def amounts(self) -> tuple[Uang, ...]:
        """The amounts that are there."""
        return tuple(amount for amount in self.values if amount is not None)

    @property
    def total(self) -> Uang:
        """Their sum."""
        return sum(self.amounts)

    @property
    def naik(self) -> bool:
        """Whether no amount is below the one before: they may each include those before."""
        return all(one <= two for one, two in zip(self.amounts, self.amounts[1:], strict=False))


def deret_uang(row: Row, keys: Sequence[str], hasil: str) -> DeretUang | None:
    """Return a row's amounts; None where one cannot be known, all are blank or the result is."""
    if any(row.tak_diketahui(key) for key in (*keys, hasil)):
        return None
    amounts = tuple(row.jumlah(key) for key in keys)
    result = row.jumlah(hasil)
    if result is None or not any(amount is not None for amount in amounts):
        return None
    return DeretUang(amounts, result)


def toleransi(row: Row, key: str, count: int) -> Uang:
    """Return by how much a sum in a column may be off: amounts in thousands are rounded each."""
    allowed = row.table.toleransi
    skala = row.table.columns[key].skala
    return (
        max(Decimal(allowed) / skala, count * off_by_rounding([row], key)) if skala > 1 else allowed
    )


def periksa_deret(series: Sequence[Deret | None], right: Sequence[Decimal | None]) -> str | None:
    """Return what a cell should say, its series' right numbers put in; None where none is wrong."""
    if not any(number is not None for number in right):
        return None
    shown: list[str] = []
    for one, number in zip(series, right, strict=True):
        if one is not None and number is not None:
            shown.append(one.tulis(number))
        else:
            shown.append(one.hasil.teks if one is not None and one.hasil is not None else "...")
    return " ; ".join(shown)
