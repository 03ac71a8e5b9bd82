"""How far a target was reached, in percent, from numbers and from texts with units."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from selaras.model.row import Money
from selaras.reckon.rates import compute_percent, compute_ratios
from selaras.reckon.shown import has_one_measure, is_measurable, write_percent
from selaras.values.equality import round_to
from selaras.values.target import TargetValue, read_target
from selaras.values.text import Text, cut_short
from selaras_addin.excel_errors import CellError
from selaras_addin.udf.alike import align_values
from selaras_addin.udf.arrays import (
    BadArguments,
    CellArray,
    CellResults,
    CellValue,
    fit_value,
    read_array,
    say_error,
    say_size,
)

#: Decimals of the percentage.
PERCENT_DECIMALS = 2


def compute_achievement(realisasi: object, target: object) -> CellResults:
    """Return what was reached in percent of the target, cell by cell; blank where either is.

    A single cell serves all cells of the other argument. A cell with several values ("1 paket ; 2
    unit") gives a text with as many percentages.
    """
    reached, wanted = _match_shapes(read_array(realisasi), read_array(target))
    return [
        [fit_value(_compute_rate(a, b)) for a, b in zip(row, other, strict=True)]
        for row, other in zip(reached, wanted, strict=True)
    ]


def _match_shapes(one: CellArray, other: CellArray) -> tuple[CellArray, CellArray]:
    """Return both arguments in one shape. Raises BadArguments where they have two."""
    shapes = [(len(rows), len(rows[0])) for rows in (one, other)]
    if shapes[0] == shapes[1]:
        return one, other
    if shapes[1] == (1, 1):
        return one, [other[0] * len(row) for row in one]
    if shapes[0] == (1, 1):
        return [one[0] * len(row) for row in other], other
    a, b = say_size(one), say_size(other)
    raise BadArguments(
        Text(
            f"realisasi ({a.id}) dan target ({b.id}) harus sama ukurannya.",
            f"realisasi ({a.en}) and target ({b.en}) must have the same size.",
        )
    )


def _compute_rate(realisasi: CellValue, target: CellValue) -> str | float | Text:
    if type(realisasi) is float and type(target) is float:
        # Two plain numbers, as most cells are: the reading below would say no more.
        percent = compute_percent(_take_exact(realisasi), _take_exact(target))
        if percent is not None:
            return float(round_to(percent, PERCENT_DECIMALS))
    for cell in (realisasi, target):
        if isinstance(cell, CellError):
            return say_error(cell)
    if type(realisasi) is str and type(target) is str:
        return _compute_text_rate(realisasi, target)
    return _compute_target_rate(realisasi, target)


@lru_cache(maxsize=1 << 14)
def _compute_text_rate(realisasi: str, target: str) -> str | float | Text:
    """Return the rate of two texts: a column has few pairs that are not there again."""
    return _compute_target_rate(realisasi, target)


def _compute_target_rate(realisasi: CellValue, target: CellValue) -> str | float | Text:
    reached, wanted = read_target(realisasi), read_target(target)
    if not reached or not wanted:
        return ""
    if len(reached) != len(wanted):
        return Text(
            f"Jumlah nilainya berbeda: {len(reached)} realisasi, {len(wanted)} target.",
            f"The numbers of values differ: {len(reached)} reached, {len(wanted)} targets.",
        )
    text_flags = (isinstance(realisasi, str), isinstance(target, str))
    found: list[Decimal] = []
    for reached_value, wanted_value in zip(reached, wanted, strict=True):
        percent = _compute_percent(reached_value, wanted_value, text_flags)
        if isinstance(percent, Text):
            return percent
        found.append(percent)
    if len(found) == 1:
        return float(round_to(found[0], PERCENT_DECIMALS))
    shown = [write_percent(percent) for percent in found]
    return Text(" ; ".join(text.id for text in shown), " ; ".join(text.en for text in shown))


def _take_exact(value: float) -> Money:
    return int(value) if value.is_integer() else Decimal(format(value, ".15g"))


def _compute_percent(
    reached_value: TargetValue, wanted_value: TargetValue, text_flags: tuple[bool, bool]
) -> Decimal | Text:
    """Return the rate of two values, or why there is none."""
    meant = align_values(reached_value, wanted_value, text_flags)
    if isinstance(meant, Text):
        return meant
    for percent in compute_ratios(*meant):
        return percent
    for value in (reached_value, wanted_value):
        if not is_measurable(value):
            text = cut_short(value.text, 60)
            return Text(
                f"“{text}” tidak terbaca sebagai satu angka.",
                f"“{text}” cannot be read as one number.",
            )
    if wanted_value.comparator:
        return Text(
            f"Target “{wanted_value.text}” adalah batas atas: capaiannya tidak dapat dihitung.",
            f"The target “{wanted_value.text}” is an upper bound: no rate follows from it.",
        )
    if not has_one_measure((reached_value, wanted_value)):
        return Text(
            f"Satuannya berbeda: {reached_value.measure} dan {wanted_value.measure}.",
            f"The units differ: {reached_value.measure} and {wanted_value.measure}.",
        )
    if wanted_value.number is not None and wanted_value.number > 0:
        return Text("Capaiannya terlalu besar untuk ditulis.", "The rate is too large to be shown.")
    return Text("Target nol atau negatif.", "The target is zero or negative.")
