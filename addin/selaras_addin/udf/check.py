"""What is wrong with the codes of a column: form, parent, doubles, order."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.model.table import Table
from selaras.reckon.kode_order import GUESSED, separate_by_opd
from selaras.recognise import traits
from selaras.recognise.head_cell import is_like_head
from selaras.rules.kod.induk import check_parents
from selaras.rules.kod.urutan import check_kode_order
from selaras.values.finding import Finding
from selaras.values.kode_reading import KodeReading, read_kode
from selaras.values.text import Text
from selaras_addin.excel_errors import CellError
from selaras_addin.udf.arrays import CellResults, CellValue, fit_value, say_in_cell
from selaras_addin.udf.columns import (
    KodeColumn,
    build_row_table,
    find_label,
    read_kode_column,
    read_place,
)
from selaras_addin.udf.kode import is_kode_opd, say_flaw


def check_kodes(value: object) -> CellResults:
    """Return, place by place, what is wrong with the codes of a column; blank where nothing is."""
    codes = read_kode_column(value, "kolom_kode")
    said: dict[int, list[Text]] = {}
    table = build_row_table(codes)
    for number, told in (
        *_check_form(codes),
        *_check_parents(table, codes),
        *_check_doubles(table, codes),
        *_check_order(table),
    ):
        said.setdefault(number, []).append(told)
    return codes.shape_results(
        [
            fit_value(" ".join(map(say_in_cell, said[number]))) if number in said else ""
            for number in range(1, len(codes.readings) + 1)
        ]
    )


def _check_form(codes: KodeColumn) -> Iterator[tuple[int, Text]]:
    for number, read in enumerate(codes.readings, 1):
        if isinstance(read, KodeReading):
            told = say_flaw(read)
            if told is not None and not is_kode_opd(read):
                yield number, Text(f"Bentuk: {told.id}.", f"Form: {told.en}.")
        elif read is not None and not _is_heading(codes.cells[number - 1]):
            yield number, read


def _is_heading(cells: tuple[CellValue, ...]) -> bool:
    """Tell whether a text among codes is a head, a section or a total, which carry none."""
    if any(isinstance(value, CellError) for value in cells):
        return False
    text = find_label(cells)
    return (
        traits.is_total_label(text)
        or traits.is_rincian_heading((text,))
        or traits.is_section(text)
        or is_like_head(text)
    )


def _check_parents(table: Table, codes: KodeColumn) -> Iterator[tuple[int, Text]]:
    for finding in check_parents(table):
        parent = _name_parent(finding)
        read = read_kode(parent)
        level = f"{read.kode.level.label} " if read and read.kode else ""
        name = f"{level}{parent}"
        if finding.related:
            place = codes.name_place(read_place(finding.related[0].cell))
            told = Text(
                f"Induk: tidak berdiri di bawah induknya, {name} di {place.id}.",
                f"Parent: does not stand under its parent, {name} in {place.en}.",
            )
        else:
            told = Text(f"Induk: {name} tidak ada.", f"Parent: there is no {name}.")
        yield read_place(finding.cell), told


def _name_parent(finding: Finding) -> str:
    """Return the code of the parent: the one expected, else that of a missing row."""
    if finding.expected:
        return str(finding.expected)
    read = read_kode(finding.kode)
    above = read.kode.parent if read and read.kode else None
    return str(above) if above is not None else ""


def _check_doubles(table: Table, codes: KodeColumn) -> Iterator[tuple[int, Text]]:
    """Yield codes that stood there before: without names and amounts no repeat can be excused."""
    for rows in separate_by_opd(table):
        first: dict[tuple[int, ...], int] = {}
        for row in rows:
            if row.kode is None or (row.reading is not None and row.reading.fault in GUESSED):
                continue
            before = first.setdefault(row.kode.parts, row.row)
            if before != row.row:
                place = codes.name_place(before)
                yield (
                    row.row,
                    Text(f"Ganda: sudah dipakai di {place.id}.", f"Double: used in {place.en}."),
                )


def _check_order(table: Table) -> Iterator[tuple[int, Text]]:
    """Yield codes out of their order, with the neighbour that shows it."""
    for finding in check_kode_order(table):
        number = read_place(finding.cell)
        told = Text("Urutan: tidak pada urutannya", "Order: out of its order")
        for place in finding.related:
            other = read_place(place.cell)
            row, below = table.row_at(other), other > number
            if row is not None:
                told += Text(
                    f"; di {'bawahnya' if below else 'atasnya'} {row.kode}",
                    f"; {'below' if below else 'above'} it is {row.kode}",
                )
        yield number, told + Text(".", ".")
