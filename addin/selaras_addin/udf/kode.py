"""Codes in cells: their canonical form, level, parent and official name."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from selaras.nomenklatur import NOT_LOADED, builtin, choose_list
from selaras.nomenklatur.place import find_lists_file
from selaras.recognise.traits import is_blank_value
from selaras.rules.kod.format import REASONS
from selaras.values.kode_reading import (
    Kode,
    KodeFault,
    KodeReading,
    read_kode,
    read_kode_opd,
    read_leading_kode,
)
from selaras.values.text import Text, cut_short
from selaras_addin.excel_errors import CellError
from selaras_addin.udf.arrays import (
    BadArguments,
    CellArray,
    CellResults,
    CellValue,
    fit_value,
    read_array,
    say_error,
)
from selaras_addin.udf.split_kode import is_split, read_split_kodes

if TYPE_CHECKING:
    from selaras.nomenklatur.entry import Nomenklatur

#: What was read in one place: nothing, a code or what is wrong with it, or why there is none.
CellReading: TypeAlias = "KodeReading | Text | None"

#: What Excel made of a code: its number or date only hints at the code.
_CHANGED_BY_EXCEL = {
    KodeFault.EXCEL_NUMBER: Text("tersimpan sebagai angka", "is stored as a number"),
    KodeFault.DATE: Text("tersimpan sebagai tanggal", "is stored as a date"),
}


def read_all_kodes(values: Sequence[CellValue]) -> list[CellReading]:
    """Return what each cell holds as a code, be it alone or before its name."""
    return [
        read or _read_embedded(value)
        for value, read in zip(values, map(read_kode, values), strict=True)
    ]


def _read_embedded(value: CellValue) -> CellReading:
    """Return the code before a name in a cell, or why there is none; None where it is blank."""
    if value is None:
        return None
    if isinstance(value, CellError):
        return say_error(value)
    if isinstance(value, str) and (found := read_leading_kode(value)):
        return found[0]
    return Text(f"“{_shorten(value)}” bukan kode.", f"“{_shorten(value)}” is no code.")


def _shorten(value: CellValue) -> str:
    return cut_short(" ".join(str(value).split()), 60)


def read_kode_array(rows: CellArray) -> list[list[CellReading]]:
    """Return the codes of an array: cell by cell, or row by row where they are split."""
    if len(rows[0]) == 1:
        return [[one] for one in read_all_kodes([value for (value,) in rows])]
    if not is_split(rows):
        return [read_all_kodes(row) for row in rows]
    return [[one] for one in read_split_rows(rows)]


def read_split_rows(rows: CellArray) -> list[CellReading]:
    """Return the code of each row of cells that hold one code together."""
    found: list[CellReading] = []
    for row, read in zip(rows, read_split_kodes(rows), strict=True):
        if CellError in map(type, row):
            found.append(say_error(next(value for value in row if isinstance(value, CellError))))
        elif read is not None or all(map(is_blank_value, row)):
            found.append(read)
        else:
            filled = [value for value in row if not is_blank_value(value)]
            alone = len(filled) == 1
            found += read_all_kodes(filled if alone else [" ".join(map(_shorten, filled))])
    return found


def say_flaw(read: KodeReading) -> Text | None:
    """Return what is wrong with how a code is written, as it follows "Kode ..."; None for nothing.

    Where the numbers are clear, or can be guessed, the right form is named.
    """
    if read.fault is None:
        return None
    changed = _CHANGED_BY_EXCEL.get(read.fault)
    told = changed or REASONS[read.fault]
    if read.kode is None:
        return told
    if changed:
        return told + Text(f"; mungkin maksudnya {read.kode}", f"; probably {read.kode}")
    return told + Text(f"; seharusnya {read.kode}", f"; it should be {read.kode}")


def say_mistake(read: KodeReading) -> Text:
    """Return why a code cannot be used whose numbers are not clear."""
    if is_kode_opd(read):
        return Text(
            f"“{read.text}” kode perangkat daerah, bukan kode program.",
            f"“{read.text}” is the code of an agency, not of a program.",
        )
    written, told = _shorten(read.text), say_flaw(read) or Text("", "")
    return Text(f"Kode “{written}” {told.id}.", f"The code “{written}” {told.en}.")


def is_kode_opd(read: KodeReading) -> bool:
    """Tell whether what reads as no code is that of an agency."""
    return read.kode is None and read_kode_opd(read.text) is not None


def _map_kodes(value: object, make: Callable[[Kode], str | Text]) -> CellResults:
    """Return what a function makes of each code; blanks stay blank, the rest is said in words."""
    return [
        [apply_to_kode(read, make) for read in row] for row in read_kode_array(read_array(value))
    ]


def apply_to_kode(read: CellReading, make: Callable[[Kode], str | float | Text]) -> str | float:
    """Return what a function makes of a code; blanks stay blank, the rest is said in words."""
    if read is None:
        return ""
    if isinstance(read, Text):
        return fit_value(read)
    kode = take_clear_kode(read)
    return fit_value(make(kode) if kode is not None else say_mistake(read))


def normalise_kodes(value: object) -> CellResults:
    """Return each code in its canonical form."""
    return _map_kodes(value, str)


def find_levels(value: object) -> CellResults:
    """Return the level of each code."""
    return _map_kodes(value, lambda kode: kode.level.label)


def find_parents(value: object) -> CellResults:
    """Return the parent's code of each code; blank for an urusan, which has none."""
    return _map_kodes(value, lambda kode: str(kode.parent or ""))


# Names


def find_names(value: object, year: object = None) -> CellResults:
    """Return the official name of each code, from the list for the year, else the one in use."""
    rows = read_kode_array(read_array(value))
    usable = [kode for row in rows for read in row if (kode := take_clear_kode(read)) is not None]
    names = _find_official_names(usable, _read_year(year))
    return [[apply_to_kode(read, lambda kode: names[kode.parts]) for read in row] for row in rows]


def take_clear_kode(read: CellReading) -> Kode | None:
    """Return the code where its numbers are clear; None where it is missing, or only guessed."""
    if not isinstance(read, KodeReading) or read.fault in _CHANGED_BY_EXCEL:
        return None
    return read.kode


def is_changed_by_excel(read: CellReading) -> bool:
    """Tell whether Excel made a number or a date of a code, which then can only be guessed."""
    return isinstance(read, KodeReading) and read.fault in _CHANGED_BY_EXCEL


def _read_year(value: object) -> int | None:
    """Return the year of an argument. Raises BadArguments where it is none."""
    ((year, *_), *_) = read_array(value)
    if year is None:
        return None
    try:
        return int(year)
    except (TypeError, ValueError):
        raise BadArguments(
            Text("Tahun harus angka, misalnya 2024.", "The year must be a number, such as 2024.")
        ) from None


def _find_official_names(
    kodes: Sequence[Kode], year: int | None
) -> Mapping[tuple[int, ...], str | Text]:
    """Return by its numbers the name of each code, or why there is none, in one look-up."""
    listed = _open_list(year, _read_timestamp())
    if isinstance(listed, Text):
        missing = Text(f"Tidak diketahui: {listed.id}.", f"Not known: {listed.en}.")
        return {kode.parts: builtin.find_name(kode) or missing for kode in kodes}
    found = zip(kodes, listed.find_names(kodes), strict=True)
    return {
        kode.parts: _say_missing(listed, kode) if name is None else name for kode, name in found
    }


def _say_missing(listed: Nomenklatur, kode: Kode) -> Text:
    new = listed.find_replacement(kode)
    if new is not None:
        return Text(f"{kode} sudah diganti {new}.", f"{kode} was replaced by {new}.")
    return Text(
        f"{kode} tidak ada di nomenklatur {listed.name}.",
        f"{kode} is not in the nomenclature {listed.name}.",
    )


@lru_cache(maxsize=8)
def _open_list(year: int | None, stamp: tuple[int, int] | None) -> Nomenklatur | Text:
    """Return the list for a year, opened once, and again only when the lists were changed."""
    return NOT_LOADED if stamp is None else choose_list(None, year)


def _read_timestamp() -> tuple[int, int] | None:
    try:
        found = os.stat(find_lists_file())  # noqa: PTH116 - asked at every calculation
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
