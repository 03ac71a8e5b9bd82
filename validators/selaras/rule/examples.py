"""Examples inside rules, as workbooks: a head line of column keys, then rows, cells parted by "|".

Lines begin sheets of their own with "== TABLE" ("== -" for a sheet that holds no table). A number
stands for a number, "#2.1" for one in a text column; "=1+2→3" is a formula with its stored result,
"=1+2" one without; "#REF!" an error value. Anything else is text. A key may carry the year of its
column: "target_3@2024"; "pagu:DAK" is the part of the amount that DAK pays, "+Kas" a column of that
head which is none of the table's. "== nomenklatur" begins
the list that the workbook is held against: lines of "kode|nama|indikator|satuan|kode sebelumnya".
"-- judul ..." is the title of the sheet's table; it stands beside the head. An example is an
excerpt, of which no table is required; with "== dokumen" it is a whole document.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from selaras.model.book import Book, DenseGrid, Position, Sheet, Value
from selaras.model.setting import Setting
from selaras.model.table import Table, TableColumn, UntakenColumn
from selaras.model.work import UnreadSheet, Work
from selaras.nomenklatur.memory import build_from_lines
from selaras.recognise.levels import assign_levels
from selaras.recognise.rows import read_rows
from selaras.recognise.several_rows import join_rows
from selaras.recognise.tree import build_tree
from selaras.recognise.wrapped import join_wrapped
from selaras.rule.registry import Example
from selaras.tables import BY_NAME, ColumnSpec, Content, TableSpec
from selaras.tables.shared import make_split_pagu
from selaras.values.a1 import Area, column_number
from selaras.values.text import Text

#: Begins, in an example, the lines of a list of official names.
NOMENKLATUR = "nomenklatur"
#: Begins the head of a column that is none of the table's.
ASIDE = "+"

#: Stands, in an example, for a document that must have all its tables.
WHOLE_DOCUMENT = "dokumen"

#: Begins, in an example, the note of a title line.
TITLE_MARK = "judul "

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_ERROR_VALUE = re.compile(r"#[A-Z0-9/!?]+[!?A]")


def build_example(example: Example, setting: Setting | None = None) -> Work:
    """Return the workbook that an example describes, recognised by its column keys."""
    parts: list[tuple[str, list[str]]] = []
    for line in example.sheet.splitlines():
        if line.startswith("== "):
            parts.append((line[3:].strip(), []))
        else:
            if not parts:
                parts.append((example.table, []))
            parts[-1][1].append(line)
    sheets: list[Sheet] = []
    tables: list[Table] = []
    skipped: list[UnreadSheet] = []
    listed = [lines for name, lines in parts if name == NOMENKLATUR]
    if setting is None and all(name != WHOLE_DOCUMENT for name, _ in parts):
        setting = Setting(required=())
    parts = [part for part in parts if part[0] not in (NOMENKLATUR, WHOLE_DOCUMENT)]
    for number, (name, lines) in enumerate(parts, 1):
        spec = BY_NAME.get(name)
        notes = [line[3:] for line in lines if line.startswith("-- ")]
        titles = [note[len(TITLE_MARK) :] for note in notes if note.startswith(TITLE_MARK)]
        notes = [note for note in notes if not note.startswith(TITLE_MARK)]
        lines = [line for line in lines if not line.startswith("-- ")]
        sheet = _build_sheet(f"Lembar{number}", lines, notes, spec, titles)
        sheets.append(sheet)
        if spec is None:
            skipped.append(UnreadSheet(sheet.name, Text("tidak dikenal", "not known")))
        else:
            table = _build_table(sheet, lines, spec)
            table.title_cells = tuple((1, sheet.grid.area.right, title) for title in titles)
            tables.append(table)
    return Work(
        Book("contoh", "", tuple(sheets)),
        tuple(tables),
        setting or Setting(),
        tuple(skipped),
        build_from_lines(listed[0], "contoh") if listed else None,
    )


def _read_keys(head: str) -> list[tuple[str, int | None]]:
    """Return the column keys of a head line, and the years that they carry."""
    parts = (key.partition("@") for key in head.split("|"))
    return [(key, int(year) if year else None) for key, _, year in parts]


def _build_sheet(
    name: str, lines: list[str], notes: list[str], spec: TableSpec | None, titles: list[str]
) -> Sheet:
    keys = _read_keys(lines[0])
    numeric = {
        index
        for index, (key, _) in enumerate(keys)
        if spec is None
        or key.startswith(ASIDE)
        or _find_column(spec, key).content in (Content.MONEY, Content.NO)
    }
    cells = _Cells([], {}, {}, set())
    for number, line in enumerate(lines, 1):
        if number == 1:
            line = "|".join(key.removeprefix(ASIDE) for key in line.split("|"))
        cells.add_row(number, line.split("|"), numeric, len(keys))
    rows = cells.rows
    for title in titles:
        rows = [[*row, "", "" if number else title] for number, row in enumerate(rows)]
    told = [note.split() for note in notes]
    return Sheet(
        name,
        DenseGrid(rows),
        formulas=cells.formulas,
        errors=cells.errors,
        uncalculated=frozenset(cells.uncalculated),
        hidden_rows=frozenset(int(what) for verb, what in told if verb == "sembunyi"),
        merges=tuple(_read_area(what) for verb, what in told if verb == "gabung"),
    )


class _Cells(NamedTuple):
    """What the cells of a sheet hold, as lines of an example are read."""

    rows: list[list[Value]]
    formulas: dict[Position, str]
    errors: dict[Position, str]
    uncalculated: set[Position]

    def add_row(self, row: int, texts: list[str], numeric: set[int], width: int) -> None:
        """Read the cells of one line; those in `numeric` columns hold numbers."""
        values: list[Value] = []
        for index, text in enumerate(texts):
            position = (row, index + 1)
            formula, _, result = text.partition("→")
            if text.startswith("="):
                self.formulas[position] = formula
                if not result:
                    self.uncalculated.add(position)
                text = result
            if _ERROR_VALUE.fullmatch(text):
                self.errors[position] = text
                text = ""
            values.append(_read_value(text, numeric=index in numeric or text == result != ""))
        self.rows.append(values + [""] * (width - len(values)))


def _read_area(text: str) -> Area:
    found = re.fullmatch(r"([A-Z]+)(\d+):([A-Z]+)(\d+)", text)
    assert found is not None
    return Area(int(found[2]), column_number(found[1]), int(found[4]), column_number(found[3]))


def _read_value(text: str, *, numeric: bool) -> Value:
    if text.startswith("#") and _NUMBER.fullmatch(text[1:]):
        return float(text[1:])
    return float(text) if numeric and _NUMBER.fullmatch(text) else text


def _find_column(spec: TableSpec, key: str) -> ColumnSpec:
    _, colon, source = key.partition(":")
    return make_split_pagu(source) if colon else spec.column(key)


def _build_table(sheet: Sheet, lines: list[str], spec: TableSpec) -> Table:
    keys = _read_keys(lines[0])
    columns = {
        column.key: TableColumn(column, (index,), (1, index), year)
        for index, (key, year) in enumerate(keys, 1)
        if not key.startswith(ASIDE)
        for column in (_find_column(spec, key),)
    }
    table = Table(spec, sheet, Area(1, 1, 1, len(keys)), columns)
    table.untaken = tuple(
        UntakenColumn(range(index, index + 1), (1, index), key.removeprefix(ASIDE))
        for index, (key, _) in enumerate(keys, 1)
        if key.startswith(ASIDE)
    )
    read_rows(table, range(2, len(lines) + 1), frozenset())
    join_wrapped(table)
    if not table.has_kodes:
        assign_levels(table)
    join_rows(table)
    build_tree(table)
    return table
