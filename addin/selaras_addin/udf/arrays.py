"""Arrays as Excel hands them over: rows of cells in, rows of cells out, errors as words.

A cell comes as text, a float, a date, or, where it is formatted as currency, a Decimal. An error
value comes as a whole number, which no other cell does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, TypeAlias

from selaras.values.language import find_user_language
from selaras.values.text import Text, cut_short
from selaras_addin.excel_errors import CellError, decode_com

#: What a cell holds; None where it is blank.
CellValue: TypeAlias = Any
#: Rows of cells, all of one length.
CellArray: TypeAlias = list[tuple[CellValue, ...]]
#: What goes back to Excel: texts and floats; "" is shown as blank.
CellResults: TypeAlias = list[list[str | float]]

#: Excel makes #VALUE! of a longer text in an array that comes from VBA, and xlwings returns even a
#: single cell as an array.
_LONGEST = 255
_NOT_COMPUTABLE = Text("Angka ini tidak dapat dihitung.", "This number cannot be reckoned with.")


class BadArguments(Exception):
    """The arguments do not fit together; the message is for the user."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.id)
        self.message = message


def say_in_cell(text: Text) -> str:
    """Return a sentence in the language of the output (SELARAS_LANG), fit for a cell."""
    return cut_short(text.say_in(find_user_language()), _LONGEST)


def read_array(value: object) -> CellArray:
    """Return an argument as rows of cells: blank cells as None, error values as `CellError`.

    Amounts in a currency format are floats then, as in any other.
    """
    rows: Sequence[Any]
    if not isinstance(value, (tuple, list)):
        rows = ((value,),)
    elif not value or not isinstance(value[0], (tuple, list)):
        rows = (value,)  # a constant such as {1;2;3} comes without rows
    else:
        rows = value
    return (
        [tuple(map(_read_cell, row)) for row in rows]
        if _has_unusual(rows)
        else list(map(tuple, rows))
    )


def _has_unusual(rows: Sequence[Sequence[Any]]) -> bool:
    """Tell whether some cell may have to be handed on as another value."""
    kinds = {type(value) for row in rows for value in row}
    return not kinds.isdisjoint((int, Decimal)) or any(
        type(value) is str and (not value or value.isspace()) for row in rows for value in row
    )


def _read_cell(value: Any) -> CellValue:
    if isinstance(value, str):
        return None if not value or value.isspace() else value
    if isinstance(value, Decimal):
        return float(value)
    return (decode_com(value) or value) if type(value) is int else value


def say_error(value: CellError) -> Text:
    """Return the sentence on an error value in a cell that a function was given."""
    return Text(f"Sel ini berisi galat {value.name}.", f"The cell holds the error {value.name}.")


def read_column(rows: CellArray, argument: str) -> tuple[list[CellValue], bool]:
    """Return the cells of a single column or row, and whether it lies across.

    Raises BadArguments for anything wider.
    """
    if len(rows) == 1:
        return list(rows[0]), len(rows[0]) > 1
    if len(rows[0]) != 1:
        raise BadArguments(
            Text(
                f"{argument} harus satu kolom atau satu baris, bukan {say_size(rows).id}.",
                f"{argument} must be one column or one row, not {say_size(rows).en}.",
            )
        )
    return [row[0] for row in rows], False


def say_size(rows: CellArray) -> Text:
    """Return how large an array is, in words."""
    tall, wide = len(rows), len(rows[0])
    return Text(f"{tall} baris x {wide} kolom", f"{tall} rows x {wide} columns")


def require_same_length(names: Sequence[str], *lengths: int) -> None:
    """Raise BadArguments where the arguments of these names have not one length."""
    if len(set(lengths)) > 1:
        told = [f"{name} ({length})" for name, length in zip(names, lengths, strict=True)]
        raise BadArguments(
            Text(
                f"Jumlah barisnya harus sama: {' dan '.join(told)}.",
                f"The numbers of rows must be the same: {' and '.join(told)}.",
            )
        )


def map_cells(rows: CellArray, make: Callable[[CellValue], str | float | Text]) -> CellResults:
    """Return what a function makes of each cell; blank cells stay blank, errors are said."""
    return [[_compute_cell(value, make) for value in row] for row in rows]


def _compute_cell(value: CellValue, make: Callable[[CellValue], str | float | Text]) -> str | float:
    if value is None:
        return ""
    try:
        return fit_value(say_error(value) if isinstance(value, CellError) else make(value))
    except ArithmeticError:
        return fit_value(_NOT_COMPUTABLE)  # one odd number must not take its column along


def fit_values(found: Sequence[str | float | Decimal | Text]) -> list[str | float]:
    """Return results as `fit_value` does: most are numbers, or nothing."""
    return [float(one) if type(one) is int else fit_value(one) for one in found]


def fit_value(found: str | float | Decimal | Text) -> str | float:
    """Return a result as Excel takes it: numbers as floats, texts cut to what an array takes."""
    if isinstance(found, str):
        return found if len(found) <= _LONGEST else cut_short(found, _LONGEST)
    return say_in_cell(found) if isinstance(found, Text) else float(found)
