"""Tell the rows of a table apart: hierarchy, rincian, further indicators, totals, the rest.

A row is judged by what it fills in (code, number, name, indicator, amount) and by the row it stands
under. The table ends at its last row that says something, or where the signature block begins.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence

from selaras.model.book import Value
from selaras.model.column_values import NONE_SIGNS
from selaras.model.row import Row, RowKind
from selaras.model.table import Table, TableColumn
from selaras.recognise import traits
from selaras.recognise.candidates import is_number_row
from selaras.recognise.code_column import KodeReader, with_code_of_name
from selaras.recognise.groups import GroupMarks
from selaras.recognise.pages import is_carried_label, is_page_label
from selaras.recognise.sums_below import find_summed_row, link_sum, read_summed_name
from selaras.recognise.totals import TotalColumns, TotalReader
from selaras.recognise.traits import is_blank_value
from selaras.recognise.units import find_unit, read_row_unit, read_unit
from selaras.tables import Content
from selaras.values.kode_reading import KodeFault, KodeReading, Level

CellsByColumn = dict[int, Value]
#: A row that names a unit has at most so many texts, and its first code follows so soon.
UNIT_ROW_LIMIT = 4
#: A list letter or number has at most so many characters.
_LONGEST_MARK = 6


def read_rows(table: Table, rows: Sequence[int], repeated: frozenset[int]) -> None:
    """Fill the table with the rows of its data area; `ulang` are rows of repeated heads."""
    rows = [row for row in rows if row not in repeated]
    reader = _RowReader(table, rows)
    for row in rows:
        if not reader.read_row(row):
            break
    table.rows = reader.finish()
    table.bottom = table.rows[-1].row if table.rows else table.head_area.bottom


class _RowReader:
    """Reads rows from top to bottom and remembers what they may belong to."""

    def __init__(self, table: Table, rows: Sequence[int]) -> None:
        self.table = table
        self.grid = table.sheet.grid
        self.all_rows = rows
        columns = table.columns
        self.no_column = columns["no"].first if "no" in columns else None
        self.name_columns = [
            column
            for key in ("nama", "rkpd_nama")
            if key in columns
            for column in columns[key].columns
        ]
        self.kode_reader = KodeReader(table, self.name_columns, rows)
        if "nama" in columns and _has_own_heads(table, columns["nama"]):
            # "Program", "Kegiatan", "Sub Kegiatan": the row is of the lowest level that it names.
            self.name_columns.reverse()
        self.has_kodes = self.kode_reader.has_kodes
        self.money_columns = [number for column in table.money_columns for number in column.columns]
        self.indikator_columns = [
            column.first
            for column in columns.values()
            if column.spec.content is Content.INDIKATOR and column.first not in self.name_columns
        ]
        self.target_columns = [
            column.first for column in columns.values() if column.spec.content is Content.TARGET
        ]
        self.known_columns = frozenset(
            number for column in columns.values() for number in column.columns
        )
        self.total_reader = TotalReader(
            table,
            TotalColumns(
                self.no_column,
                self.name_columns,
                self.indikator_columns,
                self.target_columns,
                self.money_columns,
                self.known_columns,
            ),
        )
        self.left, self.right = table.head_area.left, table.head_area.right
        self.rows: list[Row] = []
        #: Whose rows are read: the title says it, and section rows after it.
        self.unit = find_unit(table)
        #: What belongs to the last main row, by kind.
        self.owned: dict[str, list[Row]] = {}
        self.main_row: Row | None = None
        self.last_rincian: Row | None = None
        self.is_in_rincian = False
        #: A row of the hierarchy has lost its code: what follows it is not the last main row's.
        self.is_kode_lost = False
        self.has_ended = False
        self.group_marks = GroupMarks()
        #: The last row that may be one of the hierarchy, once someone has asked.
        self.last_main_row: int | None = None
        self.last_money_row: int | None = None
        #: Whether the rows are those of a signature block in the middle of the table.
        self.is_in_signature = False

    # One row

    def read_row(self, row: int) -> bool:
        """Read one sheet row; False when the table has ended."""
        table = self.table
        columns = self.kode_reader.columns
        read = (
            self.kode_reader.read_clear(self.grid.value(row, columns[0]))
            if len(columns) == 1
            else None
        )
        if read is not None:
            # Nearly every row of a long table: its other cells need no look.
            value = self.grid.value
            name = _find_first_name(value(row, column) for column in self.name_columns)
            if not read.text[0].isdigit() and traits.is_not_filled_in(read.text, name):
                return True
            read, name = with_code_of_name(read, name)
            if self._take_sum_below(row, name, read):
                return True
            return self._take_main_row(row, {}, read, name)
        left, right = self.left, self.right
        cells = {column: value for column, value in self.grid.row(row) if left <= column <= right}
        if not cells and not self._has_error(row):
            return True
        name = self._read_name(cells)
        if self._take_between_pages(row, cells, name):
            return True
        if self.has_kodes and self._is_not_filled_in(row, cells, name):
            return True
        label = name or self._find_first_text(cells)
        reading, name = self.kode_reader.read(cells, name)
        if self._take_sum_below(row, label, reading):
            return True
        if reading is not None and self.kode_reader.is_item and self.main_row is not None:
            self.is_in_rincian = True
        if reading is not None and not (name and self._is_rincian_number(cells, reading, name)):
            named = any(map(str.isalpha, name))
            if named or not is_number_row(list(cells.items())):
                return self._take_main_row(row, cells, reading, name)
            return True
        if is_number_row(list(cells.items())):
            return True
        has_money = any(self._has_money(row, cells, column) for column in self.money_columns)
        if self._is_total(row, cells, name, has_money):
            self._add(Row(table, row, RowKind.TOTAL), name)
            self._close_rincian()
            self.has_ended = self.main_row is not None
            return True
        if self._take_unit_row(row, cells, name):
            return True
        if self._take_group(row, cells, name):
            return True
        has_indikator = self._has_indikator(cells)
        # An item of a sub kegiatan has no indicator: a row that has one is of the hierarchy.
        has_content = has_indikator or (has_money and not self.is_in_rincian)
        if reading is None and self._is_mistaken_kode(cells, name, has_content):
            read = KodeReading(
                None, KodeFault.LETTERS, str(self.kode_reader.join_cells(cells)).strip()
            )
            return self._take_main_row(row, cells, read, name)
        if self._is_numbered(cells, name):
            return self._take_main_row(row, cells, None, name)
        if not has_money and (
            self.is_in_signature or self._is_signature(row, cells, has_indikator)
        ):
            # Each page, and each of several tables under one head, may be signed.
            self.is_in_signature = self._is_continued_after(row)
            return self.is_in_signature
        if self.has_ended:
            return True
        self._take_other_row(row, cells, name, has_money)
        return True

    def _is_not_filled_in(self, row: int, cells: CellsByColumn, name: str) -> bool:
        """Tell whether a row is one of the form that nobody has filled in."""
        if not traits.is_not_filled_in(self.kode_reader.join_cells(cells), name):
            return False
        return not any(
            self._has_money(row, cells, column) and cells.get(column)
            for column in self.money_columns
        )

    def _take_between_pages(self, row: int, cells: CellsByColumn, name: str) -> bool:
        """Take a row that leads from one printed page to the next; False for all others."""
        if is_page_label(cells.values()):
            return True
        if not self.money_columns:
            return False
        texts = (value for value in cells.values() if isinstance(value, str))
        label = next(filter(is_carried_label, texts), None)
        if label is None:
            return False
        if any(self._has_money(row, cells, column) for column in self.money_columns):
            # It neither ends the table nor the rincian that it stands among.
            self._add(Row(self.table, row, RowKind.CARRIED_OVER), name or " ".join(label.split()))
        return True

    def _take_sum_below(self, row: int, label: str, reading: KodeReading | None) -> bool:
        """Take a row that sums one above it, by the name or the code of that; else False."""
        name = read_summed_name(label) if label and self.money_columns else None
        if name is None:
            return False
        summed_row = find_summed_row(
            self.rows, name, reading.kode if reading else None, has_kodes=self.has_kodes
        )
        cells = dict(self.grid.row(row))
        if summed_row is None or not any(
            self._has_money(row, cells, column) for column in self.money_columns
        ):
            return False
        found = Row(self.table, row, RowKind.SUM_BELOW)
        self._add(found, label)
        link_sum(found, summed_row)
        self._close_rincian()
        return True

    def _take_main_row(
        self, row: int, cells: CellsByColumn, reading: KodeReading | None, name: str
    ) -> bool:
        self.is_in_signature = False
        found = Row(self.table, row, RowKind.MAIN)
        if reading is not None and reading.kode is None and self.kode_reader.has_opd_kode(cells):
            found.kind = RowKind.HEADING
            self.unit = read_unit(f"{self.kode_reader.join_cells(cells)} {name}") or self.unit
            self._add(found, name)
            return True
        found.reading = reading
        if reading is not None:
            found.kode = reading.kode
            found.level = reading.kode.level if reading.kode else None
        self._close_rincian()
        self._add(found, name)
        self.main_row = found
        self.owned = {}
        self.is_kode_lost = False
        self.has_ended = False
        return True

    def _take_other_row(self, row: int, cells: CellsByColumn, name: str, has_money: bool) -> None:
        table = self.table
        main_row = self.main_row
        if traits.is_rincian_heading(cells.values()):
            self.is_in_rincian = main_row is not None
            self._add_owned(Row(table, row, RowKind.RINCIAN_HEADING), name, "lain")
            return
        indikator = any(self._is_filled(cells, column) for column in self.indikator_columns)
        target = any(self._is_filled(cells, column) for column in self.target_columns)
        if has_money and not name and indikator:
            name = self._name_as_code(cells)
        if not self.has_kodes:
            self._place_without_kode(row, cells, name, has_money, indikator or target)
        elif main_row is None:
            named = bool(name) and not (indikator or target)
            section = not has_money or named or traits.is_section(self._find_first_text(cells))
            self._add(Row(table, row, RowKind.HEADING if section else RowKind.ORPHAN), name)
        elif has_money and name and indikator and not self._is_rincian_with_indikator(cells):
            self.is_kode_lost = True
            self._close_rincian()
            self._add_owned(Row(table, row, RowKind.ORPHAN), name, "lain")
        elif (
            has_money
            and name
            and not indikator
            and traits.is_section(name)
            and not self.is_in_rincian
        ):
            self._add(Row(table, row, RowKind.HEADING), name)
            self._close_rincian()
        elif has_money and self.is_in_rincian and (name or self.last_rincian is not None):
            self._add_owned(Row(table, row, RowKind.RINCIAN), name, "rincian")
        elif has_money and not name and self._is_continuing(cells):
            self._add_owned(Row(table, row, RowKind.CONTINUATION), name, "lanjutan")
        elif has_money and not name and indikator:
            self._add_owned(Row(table, row, RowKind.INDIKATOR), name, "indikator")
        elif has_money and name and not indikator and self._is_item(cells, name):
            self._add_owned(Row(table, row, RowKind.RINCIAN), name, "rincian")
        elif has_money:
            self._add_owned(Row(table, row, RowKind.ORPHAN), name, "lain")
        elif target and not indikator and not name and not self._has_number(cells):
            self._add_owned(
                Row(table, row, RowKind.CONTINUATION), name, "lanjutan"
            )  # a unit, no target
        elif indikator or target:
            kind = (
                RowKind.CONTINUATION if self._is_continuing_indikator(cells) else RowKind.INDIKATOR
            )
            self._add_owned(Row(table, row, kind), name, kind.value)
        elif name and self.is_in_rincian:
            self._add_owned(Row(table, row, RowKind.RINCIAN), name, "rincian")
        else:
            self._add_owned(Row(table, row, RowKind.CONTINUATION), name, "lanjutan")

    def _take_unit_row(self, row: int, cells: CellsByColumn, name: str) -> bool:
        """Read a row that names whose rows follow; False where it is none.

        It names an agency or sub unit and nothing else, and a code from the top follows.
        """
        texts = [v for v in cells.values() if isinstance(v, str) and not is_blank_value(v)]
        if not texts or len(texts) > UNIT_ROW_LIMIT or self._has_indikator(cells):
            return False
        unit = read_row_unit([text for text in texts if any(map(str.isalnum, text))])
        if unit is None or not self._is_from_top(row):
            return False
        self._close_rincian()
        self.unit = unit
        self.has_ended = False
        self._add(Row(self.table, row, RowKind.HEADING), name)
        return True

    def _take_group(self, row: int, cells: CellsByColumn, name: str) -> bool:
        """Take a row that heads a group of programs, with its sum perhaps; False for others."""
        if (
            not (self.has_kodes and name)
            or self._has_indikator(cells)
            or not self._is_from_top(row, 1)
        ):
            return False
        before = [
            v
            for column, v in cells.items()
            if column not in (*self.name_columns, *self.money_columns)
        ]
        if not self.group_marks.take(before, name):
            return False
        self._close_rincian()
        self.has_ended = False
        self._add(Row(self.table, row, RowKind.HEADING), name)
        return True

    def _is_from_top(self, row: int, most: int = UNIT_ROW_LIMIT) -> bool:
        """Tell whether the first code below a row is as high as the table's first, or higher.

        It is looked for in so many rows at most.
        """
        first = next((one.level for one in self.rows if one.level is not None), None)
        place = bisect_right(self.all_rows, row)
        for below in self.all_rows[place : place + most]:
            cells = dict(self.grid.row(below))
            read, _ = self.kode_reader.read(cells, self._read_name(cells))
            if read is not None and read.kode is not None:
                return first is None or read.kode.level <= first
        return False

    def _is_rincian_with_indikator(self, cells: CellsByColumn) -> bool:
        """Tell whether a row among the rincian is one more of them, though it has an indicator.

        Some tables give their rincian indicators; then the first of a sub kegiatan has one.
        """
        if not self.is_in_rincian:
            return False
        before = self.last_rincian
        return (
            before is None
            or not any(self._is_filled(cells, column) for column in self.target_columns)
            or any(self.table.is_filled(before.row, column) for column in self.indikator_columns)
        )

    def _place_without_kode(
        self, row: int, cells: CellsByColumn, name: str, has_money: bool, has_indikator: bool
    ) -> None:
        """Place a row of a table whose rows carry no code."""
        named = bool(name) and (has_money or has_indikator or not self.money_columns)
        if named or (not self.name_columns and (has_indikator or not self.indikator_columns)):
            self._take_main_row(row, cells, None, name)
        elif has_money and not name and self.main_row is not None and self._is_continuing(cells):
            self._add_owned(Row(self.table, row, RowKind.CONTINUATION), name, "lanjutan")
        elif has_money and not any(
            self._is_filled(cells, column) for column in self.indikator_columns
        ):
            self._add(Row(self.table, row, RowKind.ORPHAN), name)
        elif has_indikator and self.main_row is not None:
            self._add_owned(Row(self.table, row, RowKind.INDIKATOR), name, "indikator")
        else:
            self._add(Row(self.table, row, RowKind.HEADING), name)

    # What a row fills in

    def _read_name(self, cells: CellsByColumn) -> str:
        return _find_first_name(map(cells.get, self.name_columns))

    def _name_as_code(self, cells: CellsByColumn) -> str:
        """Return the name that stands where the code should; "" for none."""
        value = self.kode_reader.join_cells(cells)
        words = " ".join(value.split()) if isinstance(value, str) else ""
        return words if sum(map(str.isalpha, words)) > _LONGEST_MARK else ""

    def _find_first_text(self, cells: CellsByColumn) -> str:
        return next((value for value in cells.values() if isinstance(value, str)), "")

    def _has_indikator(self, cells: CellsByColumn) -> bool:
        return any(
            self._is_filled(cells, column)
            for column in (*self.indikator_columns, *self.target_columns)
        )

    def _is_rincian_number(self, cells: CellsByColumn, reading: KodeReading, name: str) -> bool:
        """Tell whether what reads as the code of an urusan numbers an item of a sub kegiatan."""
        main_row = self.main_row
        if main_row is None or (reading.kode is not None and len(reading.kode.parts) > 1):
            return False
        if not traits.is_item_number(self.kode_reader.join_cells(cells)) or traits.is_section(name):
            return False
        return self.is_in_rincian or main_row.level is Level.SUB_KEGIATAN

    def _is_mistaken_kode(self, cells: CellsByColumn, name: str, has_content: bool) -> bool:
        if not self.kode_reader.columns or not name or not has_content:
            return False
        return traits.is_mistaken_kode(
            self.kode_reader.join_cells(cells)
        ) and not traits.is_total_label(name)

    def _is_numbered(self, cells: CellsByColumn, name: str) -> bool:
        """Tell whether a row without code carries a running number of its own."""
        if self.has_kodes or self.no_column is None:
            return False
        if is_blank_value(cells.get(self.no_column)):
            return False
        return bool(name) or any(
            self._is_filled(cells, column) for column in self.indikator_columns
        )

    def _has_money(self, row: int, cells: CellsByColumn, column: int) -> bool:
        sheet = self.table.sheet
        if (row, column) in sheet.errors or (row, column) in sheet.uncalculated:
            return True
        value = cells.get(column)
        if isinstance(value, bool) or is_blank_value(value):
            return False
        if isinstance(value, str):
            # The place and year of a signature block may stand below a money column.
            return any(character.isdigit() for character in value) and not traits.is_signature_line(
                (value,)
            )
        return True

    def _has_error(self, row: int) -> bool:
        sheet = self.table.sheet
        if not sheet.errors and not sheet.uncalculated:
            return False
        return any(
            (row, column) in sheet.errors or (row, column) in sheet.uncalculated
            for column in self.known_columns
        )

    def _is_filled(self, cells: CellsByColumn, column: int) -> bool:
        return not is_blank_value(cells.get(column))

    def _is_total(self, row: int, cells: CellsByColumn, name: str, has_money: bool) -> bool:
        """Tell whether the row is a total: its label may stand in any column.

        Where label and place leave it open, the sum decides; a last row with the wrong sum is one
        where the main row has an indicator and amounts of its own.
        """
        if not self.money_columns:
            return False
        label = self.total_reader.find_label(cells, name, has_money=has_money)
        if label is None:
            return False
        sure = self.total_reader.is_total(cells, label)
        if sure is not None:
            return sure
        if not has_money:
            return False
        if self.total_reader.is_sum(cells, self.rows):
            return True
        return not (
            any(self._is_filled(cells, column) for column in self.target_columns)
            or self._is_continuing(cells)
            or self._has_main_row_after(row)
        )

    def _is_signature(self, row: int, cells: CellsByColumn, has_indikator: bool) -> bool:
        """Tell whether the signature block begins here.

        An office may as well answer for a row of the table, so it counts only where no row of the
        hierarchy follows.
        """
        if traits.is_signature_line(cells.values()):
            blank = traits.has_only_dots(cells.values())
            return not (blank and (self._has_main_row_after(row) or self._has_total_after(row)))
        if has_indikator and len(cells) > 1:
            return False
        return traits.is_office(cells.values()) and not self._has_main_row_after(row)

    def _has_main_row_after(self, row: int) -> bool:
        """Tell whether a row of the hierarchy stands further below."""
        if self.last_main_row is None:
            self.last_main_row = self._find_last_where(
                lambda _, cells, name: (
                    self.kode_reader.can_have_kode(cells, name) or self._is_numbered(cells, name)
                )
            )
        return self.last_main_row > row

    def _is_continued_after(self, row: int) -> bool:
        """Tell whether a row of the hierarchy, where there are amounts with one, stands below."""

        def goes_on(below: int, cells: CellsByColumn, name: str) -> bool:
            if any(self._has_money(below, cells, column) for column in self.money_columns):
                return self.kode_reader.can_have_kode(cells, name) or self._is_numbered(cells, name)
            return not self.money_columns and self.kode_reader.can_have_kode(cells, name)

        if self.last_money_row is None:
            self.last_money_row = self._find_last_where(goes_on)
        return self.last_money_row > row

    def _find_last_where(self, holds: Callable[[int, CellsByColumn, str], bool]) -> int:
        """Return the last row of which something holds, told by its cells and name; 0 for none."""
        for below in reversed(self.all_rows):
            cells = dict(self.grid.row(below))
            if holds(below, cells, self._read_name(cells)):
                return below
        return 0

    def _has_total_after(self, row: int) -> bool:
        """Tell whether a total stands further below."""
        for below in self.all_rows[bisect_right(self.all_rows, row) :]:
            cells = dict(self.grid.row(below))
            if any(
                isinstance(text, str) and traits.is_total_label(text) for text in cells.values()
            ):
                return any(self._has_money(below, cells, column) for column in self.money_columns)
        return False

    def _is_item(self, cells: CellsByColumn, name: str) -> bool:
        """Tell whether a named amount without code is an item under its sub kegiatan."""
        before = self._find_last_row()
        if before is not None and before.kind is RowKind.RINCIAN:
            return not any(self._is_filled(cells, column) for column in self.target_columns)
        return (
            traits.has_bullet(name)
            or self.kode_reader.join_cells(cells) is not None
            or self._has_list_mark(cells, name)
        )

    def _has_list_mark(self, cells: CellsByColumn, name: str) -> bool:
        """Tell whether a list letter or number stands in a cell of its own before the name."""
        for column, value in cells.items():
            if isinstance(value, str) and " ".join(value.split()) == name:
                return False
            own = column in self.name_columns or column not in self.known_columns
            if own and traits.is_item_number(value):
                return True
        return False

    def _has_number(self, cells: CellsByColumn) -> bool:
        """Tell whether a target of a row holds a number."""
        values = (cells.get(column) for column in self.target_columns)
        return any(
            not isinstance(v, str) or any(map(str.isdigit, v)) for v in values if v is not None
        )

    def _is_continuing(self, cells: CellsByColumn) -> bool:
        """Tell whether the row fills in amounts that its main row left blank."""
        main_row = self.main_row
        if main_row is None:
            return False
        filled = [column for column in self.money_columns if self._is_filled(cells, column)]
        own = (main_row, *main_row.continuations)
        return bool(filled) and all(
            not self.table.is_filled(row.row, column) for column in filled for row in own
        )

    def _is_continuing_indikator(self, cells: CellsByColumn) -> bool:
        """Tell whether the row fills in the indicator, or its target, that its main row lacks."""
        main_row = self.main_row
        if main_row is None or self._find_last_row() is not main_row or self.is_in_rincian:
            return False
        filled = [column for column in cells if column in self.known_columns]
        aimed = [column for column in self.target_columns if self._is_filled(cells, column)]
        named = [column for column in self.indikator_columns if self._is_filled(cells, column)]
        if aimed and not named:
            named = [c for c in self.indikator_columns if not self.table.is_filled(main_row.row, c)]
        return bool(named) and all(
            not self.table.is_filled(main_row.row, column) for column in filled
        )

    def _find_last_row(self) -> Row | None:
        """Return the row read last, but for what a page break has put in between."""
        return next(
            (row for row in reversed(self.rows) if row.kind is not RowKind.CARRIED_OVER), None
        )

    # Where it goes

    def _add(self, row: Row, name: str) -> None:
        row.name = name
        row.unit = self.unit
        row.index = len(self.rows)
        self.rows.append(row)

    def _add_owned(self, row: Row, name: str, role: str) -> None:
        """Add a row that belongs to the last main row."""
        main_row = self.main_row
        if main_row is not None:
            row.parent = main_row
            astray = role == "rincian" and self.is_kode_lost
            own = self.owned.setdefault("lain" if astray else role, [])
            own.append(row)
            if role == "rincian":
                if not astray:
                    main_row.rincian = own
                self.last_rincian = row
                self.is_in_rincian = True
            elif role == "indikator":
                main_row.indikator = own
            elif role == "lanjutan":
                main_row.continuations = [*main_row.continuations, row]
        self._add(row, name)

    def _close_rincian(self) -> None:
        self.is_in_rincian = False
        self.last_rincian = None

    def finish(self) -> list[Row]:
        """Return the rows up to the last one that belongs to the table."""
        rows = self.rows
        idle = (RowKind.HEADING, RowKind.CONTINUATION)
        while rows and rows[-1].kind in idle and not _has_values(rows[-1], self):
            last = rows.pop()
            if last.parent is not None and last in last.parent.continuations:
                last.parent.continuations = [
                    row for row in last.parent.continuations if row is not last
                ]
        return rows


def _has_own_heads(table: Table, column: TableColumn) -> bool:
    """Tell whether each of the sheet columns of one table column has a head of its own."""
    row = column.head[0]
    return len(column.columns) > 1 and all(
        table.sheet.value(row, number) is not None for number in column.columns
    )


def _find_first_name(values: Iterable[Value]) -> str:
    """Return the first text that says something, in one line; "" for none.

    A list letter or number ("a.", "1)") only says it where nothing follows it.
    """
    mark = ""
    for value in values:
        if isinstance(value, str):
            text = " ".join(value.split())
            if text in NONE_SIGNS:
                continue
            if len(text) > _LONGEST_MARK or not traits.is_item_number(text):
                return text
            mark = mark or text
    return mark


def _has_values(row: Row, reader: _RowReader) -> bool:
    """Tell whether a trailing row fills in amounts or indicators."""
    cells = dict(reader.grid.row(row.row))
    columns = (*reader.money_columns, *reader.indikator_columns, *reader.target_columns)
    return any(not is_blank_value(cells.get(column)) for column in columns)
