"""Ranges: values, formulas and looks, of one rectangle or of several."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import Any

from xlwings import base_classes as base

from . import addresses, colours, formula
from .addresses import Area
from .comments import Note
from .conditional import ConditionalFormats
from .counter import CalcError, count_calls
from .formula import convert_to_calc, convert_to_excel

_ERROR_RESULT = 4
_DATE, _TIME, _LOGICAL = 2, 4, 1024
#: Days that are dates for Excel.
_DAYS = range(2_958_466)
#: The most that a cell holds.
_LONGEST_TEXT = 32_767
#: What Excel would turn into a number or a time when it is put into a cell as text.
_NUMBER_LIKE = re.compile(r"-?\d+(?:[.,]\d+)*%?")

#: Error values by their words, as the numbers that COM gives.
ERROR_NUMBERS = {
    "#DIV/0!": -2146826281,
    "#N/A": -2146826246,
    "#NAME?": -2146826259,
    "#NULL!": -2146826288,
    "#NUM!": -2146826252,
    "#REF!": -2146826265,
    "#VALUE!": -2146826273,
}


@count_calls
class Range(base.Range):
    def __init__(self, sheet: Any, areas: Sequence[Any]) -> None:
        self._sheet = sheet
        self.areas: list[Area] = list(areas)

    @property
    def uno(self) -> Any:
        """The Calc object: a range, or ranges when there are several rectangles."""
        if len(self.areas) == 1:
            return self._find_range(self.areas[0])
        ranges = self._sheet.book.doc.createInstance("com.sun.star.sheet.SheetCellRanges")
        for area in self.areas:
            ranges.addRangeAddress(self._find_range(area).RangeAddress, False)
        return ranges

    def _find_range(self, area: Area) -> Any:
        top, left, bottom, right = (value - 1 for value in area)
        return self._sheet.uno.getCellRangeByPosition(left, top, right, bottom)

    @property
    def api(self) -> Any:
        return RangeApi(self)

    @property
    def sheet(self) -> Any:
        return self._sheet

    @property
    def coords(self) -> tuple[Any, int, int, int, int]:
        return (self._sheet, self.row, self.column, *self.shape)

    def __len__(self) -> int:
        return sum((b - a + 1) * (d - c + 1) for a, c, b, d in self.areas)

    @property
    def row(self) -> int:
        return self.areas[0][0]

    @property
    def column(self) -> int:
        return self.areas[0][1]

    @property
    def shape(self) -> tuple[int, int]:
        top, left, bottom, right = self.areas[0]
        return bottom - top + 1, right - left + 1

    @property
    def address(self) -> str:
        return ",".join(map(addresses.write_address, self.areas))

    def get_address(self, row: bool, column: bool, external: bool) -> str:
        if external:
            raise NotImplementedError
        return ",".join(addresses.write_address(area, row) for area in self.areas)

    def __call__(self, arg1: int, arg2: int | None = None) -> Range:
        if arg2 is None:
            row, column = divmod(arg1 - 1, self.shape[1])
            return self(row + 1, column + 1)
        row, column = arg1, arg2
        return Range(self._sheet, [(self.row + row - 1, self.column + column - 1) * 2])

    # Values and formulas

    @property
    def raw_value(self) -> Any:
        uno = self._find_range(self.areas[0])
        data = [list(row) for row in uno.getDataArray()]
        self._give_types(uno, data)
        return data if len(self) > 1 else data[0][0]

    def _give_types(self, uno: Any, data: list[list[Any]]) -> None:
        """Turn serial numbers into dates and booleans, and put in the errors, as Excel does."""
        doc = self._sheet.book.doc
        null_date = doc.NullDate
        start = datetime.datetime(null_date.Year, null_date.Month, null_date.Day)
        number_formats = doc.NumberFormats
        uniform = uno.getUniqueCellFormatRanges()
        for number in range(uniform.Count):
            one = uniform.getByIndex(number)
            format_type = number_formats.getByKey(one.getPropertyValue("NumberFormat")).Type
            if not format_type & (_DATE | _LOGICAL):
                continue
            for row, column in self._list_places(one.RangeAddresses):
                value = data[row][column]
                if isinstance(value, float):
                    logical = format_type & _LOGICAL
                    if not logical and int(value // 1) not in _DAYS:
                        raise CalcError("Excel hands over no date that is none")
                    data[row][column] = (
                        bool(value) if logical else start + datetime.timedelta(days=value)
                    )
        for row, column in self._list_places(uno.queryFormulaCells(_ERROR_RESULT).RangeAddresses):
            data[row][column] = ERROR_NUMBERS[uno.getCellByPosition(column, row).String]

    def _list_places(self, areas: Any) -> Any:
        """Yield the places, counted within this range, of Calc's addresses."""
        for one in areas:
            for row in range(one.StartRow, one.EndRow + 1):
                for column in range(one.StartColumn, one.EndColumn + 1):
                    yield row + 1 - self.row, column + 1 - self.column

    @raw_value.setter
    def raw_value(self, data: Any) -> None:
        if not isinstance(data, list | tuple):
            height, width = self.shape
            data = [[data] * width] * height
        uno = self._find_range(self.areas[0])
        is_text = self.number_format == "@"
        formula_cells: list[tuple[int, int, str]] = []
        cleaned: list[tuple[Any, ...]] = []
        for row, contents in enumerate(data):
            for column, value in enumerate(contents):
                if isinstance(value, str) and value.startswith("=") and not is_text:
                    formula.check_formula(value)
                    formula_cells.append((row, column, value))
            cleaned.append(tuple(self._convert_in(value, is_text) for value in contents))
        if self._has_note():
            for row, row_cells in enumerate(cleaned):
                for column, one in enumerate(row_cells):
                    cell = uno.getCellByPosition(column, row)
                    (cell.setString if isinstance(one, str) else cell.setValue)(one)
        else:
            uno.setDataArray(tuple(cleaned))
        for row, column, text in formula_cells:
            uno.getCellByPosition(column, row).Formula = convert_to_calc(text)

    def _convert_in(self, value: Any, is_text: bool) -> Any:
        if value is None:
            return ""
        if isinstance(value, bool):
            return float(value)
        if isinstance(value, int):
            return float(value)
        if isinstance(value, str) and not is_text:
            if value.startswith("'"):
                value = value[1:]
                if len(value) > _LONGEST_TEXT:
                    raise CalcError("more text than a cell of Excel holds")
                return value
            if _NUMBER_LIKE.fullmatch(value):
                raise ValueError(f"Excel would not keep {value!r} as it is; write it as a text")
        return value

    def clear_contents(self) -> None:
        self.uno.clearContents(1 | 2 | 4 | 16)

    @property
    def formula(self) -> Any:
        uno = self._find_range(self.areas[0])
        contents, values = uno.getFormulaArray(), uno.getDataArray()
        result = tuple(
            tuple(_read_formula(*cell) for cell in zip(*row, strict=True))
            for row in zip(contents, values, strict=True)
        )
        return result if len(self) > 1 else result[0][0]

    @formula.setter
    def formula(self, value: Any) -> None:
        if isinstance(value, str):
            height, width = self.shape
            value = [[value] * width] * height
        contents = tuple(tuple(self._accept_formula(one) for one in row) for row in value)
        uno = self._find_range(self.areas[0])
        self._write_formulas(uno, contents)
        # In a cell of the format of texts all becomes text.
        for column in range(uno.Columns.Count):
            for row in range(uno.Rows.Count):
                cell = uno.getCellByPosition(column, row)
                if self._read_format(cell) == "@" and contents[row][column] != "":
                    cell.String = _show_text(value[row][column])

    def _has_note(self) -> bool:
        """Tell whether a cell has a note: Calc takes it off when it writes a block."""
        notes = self._sheet.uno.Annotations
        places = (notes.getByIndex(number).Position for number in range(notes.Count))
        top, left, bottom, right = self.areas[0]
        return any(
            top <= one.Row + 1 <= bottom and left <= one.Column + 1 <= right for one in places
        )

    def _write_formulas(self, uno: Any, contents: Sequence[Sequence[Any]]) -> None:
        if not self._has_note():
            uno.setFormulaArray(contents)
            return
        for row, row_cells in enumerate(contents):
            for column, one in enumerate(row_cells):
                cell = uno.getCellByPosition(column, row)
                (cell.setFormula if isinstance(one, str) else cell.setValue)(one)

    @property
    def has_array(self) -> bool | None:
        arrays = 0
        for one in self._find_range(self.areas[0]).queryFormulaCells(7).RangeAddresses:
            for row in range(one.StartRow, one.EndRow + 1):
                for column in range(one.StartColumn, one.EndColumn + 1):
                    cell = self._sheet.uno.getCellByPosition(column, row)
                    arrays += cell.getArrayFormula() != ""
        return _agree(arrays, len(self))

    def _read_format(self, uno: Any) -> str:
        format_key = uno.getPropertyValue("NumberFormat")
        return self._sheet._book.doc.NumberFormats.getByKey(format_key).FormatString

    def _accept_formula(self, value: Any) -> Any:
        if value is None:
            raise CalcError("a cell is made blank with a blank text")
        if isinstance(value, str) and value.startswith("="):
            formula.check_formula(value)
            return convert_to_calc(value)
        return value

    formula2 = formula

    # Looks

    def _read_shared(self, name: str) -> Any:
        """Return a property that all cells share; None when they differ, as Excel does."""
        uno = self.uno
        if uno.getPropertyState(name).value == "AMBIGUOUS_VALUE":
            return None
        return uno.getPropertyValue(name)

    @property
    def color(self) -> colours.Rgb | None:
        colour = self._read_shared("CellBackColor")
        # Mixed cells read as black: so xlwings makes it of Excel's answer.
        return (0, 0, 0) if colour is None else colours.convert_to_rgb(colour)

    @color.setter
    def color(self, value: Any) -> None:
        self.uno.setPropertyValue("CellBackColor", colours.convert_to_calc(value))

    @property
    def borders(self) -> Borders:
        return Borders(self)

    @property
    def font(self) -> Font:
        return Font(self)

    @property
    def number_format(self) -> str | None:
        format_key = self._read_shared("NumberFormat")
        if format_key is None:
            return None
        return self._sheet.book.doc.NumberFormats.getByKey(format_key).FormatString

    @number_format.setter
    def number_format(self, value: str) -> None:
        formats = self._sheet.book.doc.NumberFormats
        locale = self._sheet.office.build_struct(
            "com.sun.star.lang.Locale", Language="en", Country="US"
        )
        format_key = formats.queryKey(value, locale, False)
        self.uno.NumberFormat = formats.addNew(value, locale) if format_key == -1 else format_key

    @property
    def wrap_text(self) -> bool | None:
        return self._read_shared("IsTextWrapped")

    @wrap_text.setter
    def wrap_text(self, value: bool) -> None:
        self.uno.IsTextWrapped = value

    @property
    def vertical_alignment(self) -> Any:
        return self._read_shared("VertJustify")

    @vertical_alignment.setter
    def vertical_alignment(self, value: str) -> None:
        self.uno.VertJustify = {"top": 1, "center": 2, "bottom": 3}[value]

    @property
    def horizontal_alignment(self) -> Any:
        return self._read_shared("HoriJustify")

    @horizontal_alignment.setter
    def horizontal_alignment(self, value: str) -> None:
        name = {"left": "LEFT", "center": "CENTER", "right": "RIGHT"}[value]
        self.uno.HoriJustify = self._sheet.office.uno.Enum(
            "com.sun.star.table.CellHoriJustify", name
        )

    @property
    def column_width(self) -> float:
        return self._find_range(self.areas[0]).Columns.getByIndex(0).Width / 200

    @column_width.setter
    def column_width(self, value: float) -> None:
        # 1/100 mm; a character of Excel's usual font is about 2 mm.
        self._find_range(self.areas[0]).Columns.Width = int(value * 200)

    @property
    def row_height(self) -> float:
        return self._find_range(self.areas[0]).Rows.getByIndex(0).Height * 72 / 2540

    @row_height.setter
    def row_height(self, value: float) -> None:
        self._find_range(self.areas[0]).Rows.Height = int(value * 2540 / 72)

    def autofit(self, axis: str | None = None) -> None:
        if axis not in ("rows", "r"):
            self._find_range(self.areas[0]).Columns.OptimalWidth = True
        if axis not in ("columns", "c"):
            self._find_range(self.areas[0]).Rows.OptimalHeight = True

    @property
    def rows(self) -> Range:
        return self

    @property
    def columns(self) -> Range:
        return self

    # Hidden, merged, inserted

    @property
    def row_hidden(self) -> bool | None:
        top, _, bottom, _ = self.areas[0]
        uno = self._find_range((top, 1, bottom, 1024))
        visible = {
            row
            for one in uno.queryVisibleCells().RangeAddresses
            for row in range(one.StartRow, one.EndRow + 1)
        }
        return _is_all_hidden(len(visible), bottom - top + 1)

    @row_hidden.setter
    def row_hidden(self, value: bool) -> None:
        self._find_range(self.areas[0]).Rows.IsVisible = not value

    @property
    def column_hidden(self) -> bool | None:
        _, left, _, right = self.areas[0]
        visible = sum(
            self._sheet.uno.Columns.getByIndex(column - 1).IsVisible
            for column in range(left, right + 1)
        )
        return _is_all_hidden(visible, right - left + 1)

    @column_hidden.setter
    def column_hidden(self, value: bool) -> None:
        self._find_range(self.areas[0]).Columns.IsVisible = not value

    @property
    def merge_cells(self) -> bool | None:
        uno = self._find_range(self.areas[0])
        if len(self) == 1:
            return len(self.merge_area) > 1
        return None if uno.getIsMerged() else False

    @property
    def merge_area(self) -> Range:
        cursor = self._sheet.uno.createCursorByRange(self._find_range((self.row, self.column) * 2))
        cursor.collapseToMergedArea()
        one = cursor.RangeAddress
        corners = (one.StartRow, one.StartColumn, one.EndRow, one.EndColumn)
        return Range(self._sheet, [tuple(value + 1 for value in corners)])

    def merge(self, across: bool = False) -> None:
        self._find_range(self.areas[0]).merge(True)

    def insert(self, shift: str | None = None, copy_origin: str | None = None) -> None:
        direction = {"down": "DOWN", "right": "RIGHT", None: "ROWS"}[shift]
        enum = self._sheet.office.uno.Enum("com.sun.star.sheet.CellInsertMode", direction)
        self._sheet.uno.insertCells(self._find_range(self.areas[0]).RangeAddress, enum)

    def delete(self, shift: str | None = None) -> None:
        direction = {"up": "UP", "left": "LEFT", None: "ROWS"}[shift]
        enum = self._sheet.office.uno.Enum("com.sun.star.sheet.CellDeleteMode", direction)
        self._sheet.uno.removeRange(self._find_range(self.areas[0]).RangeAddress, enum)

    # Notes, rules, links

    @property
    def note(self) -> Note | None:
        text = self._find_range(self.areas[0]).getCellByPosition(0, 0).Annotation.String
        return Note(self) if text else None

    def add_note(self, text: str) -> Note:
        if self.note is not None:
            raise RuntimeError("the cell has a note")
        new_note = Note(self)
        new_note.write(text)
        return new_note

    @property
    def conditional_formats(self) -> ConditionalFormats:
        return ConditionalFormats(self)

    def select(self) -> None:
        self._sheet.book.doc.getCurrentController().select(self.uno)


def _read_formula(contents: str, value: Any) -> str:
    """Return what Excel calls the formula of a cell, by what Calc does and by its value."""
    if contents == value:
        # A text, which may begin with "=".
        return contents
    if isinstance(value, str) and contents == "'" + value:
        # Calc writes texts so that would be numbers.
        return value
    if contents.startswith("{=") and contents.endswith("}"):
        return convert_to_excel(contents[1:-1])
    return convert_to_excel(contents)


def _show_text(value: Any) -> str:
    if isinstance(value, float):
        return str(int(value)) if value == int(value) else repr(value)
    return str(value).removeprefix("'")


def _is_all_hidden(visible: int, count: int) -> bool | None:
    return _agree(count - visible, count)


def _agree(affected: int, count: int) -> bool | None:
    """Tell whether something holds for all cells, or for none; None where they differ."""
    return affected == count if affected in (0, count) else None


@count_calls
class Borders(base.Borders):
    """Only lines around all cells of a range."""

    def __init__(self, cells: Range) -> None:
        self._range = cells

    def set(self, which: Any, line_style: Any, weight: Any, color: Any) -> None:
        rows, columns = self._range.shape
        if ("inside_horizontal" in which and rows == 1) or (
            "inside_vertical" in which and columns == 1
        ):
            raise CalcError("Excel knows no line inside a single row or column")
        border = self._range.sheet.office.build_struct(
            "com.sun.star.table.BorderLine2",
            Color=colours.convert_to_calc(color),
            OuterLineWidth=18,
            LineWidth=18,
        )
        for edge in ("TopBorder2", "BottomBorder2", "LeftBorder2", "RightBorder2"):
            self._range.uno.setPropertyValue(edge, border)


@count_calls
class Font(base.Font):
    def __init__(self, cells: Range) -> None:
        self._range = cells

    @property
    def bold(self) -> bool | None:
        weight = self._range._read_shared("CharWeight")
        return None if weight is None else weight > 100

    @bold.setter
    def bold(self, value: bool) -> None:
        self._range.uno.CharWeight = 150.0 if value else 100.0

    @property
    def italic(self) -> bool | None:
        slant = self._range._read_shared("CharPosture")
        return None if slant is None else slant.value != "NONE"

    @italic.setter
    def italic(self, value: bool) -> None:
        enum = self._range.sheet.office.uno.Enum
        self._range.uno.CharPosture = enum(
            "com.sun.star.awt.FontSlant", "ITALIC" if value else "NONE"
        )

    @property
    def size(self) -> float | None:
        return self._range._read_shared("CharHeight")

    @size.setter
    def size(self, value: float) -> None:
        self._range.uno.CharHeight = value

    @property
    def color(self) -> Any:
        raise NotImplementedError

    @color.setter
    def color(self, value: Any) -> None:
        self._range.uno.CharColor = colours.convert_to_calc(value)


@count_calls
class RangeApi:
    """The members of Excel's Range that the add-in uses through `api`."""

    def __init__(self, cells: Range) -> None:
        self._range = cells

    @property
    def IndentLevel(self) -> int | None:
        indent = self._range._read_shared("ParaIndent")
        if not indent:
            return None if indent is None else 0
        sheet = self._range.sheet
        styles = sheet.book.doc.StyleFamilies.getByName("CellStyles")
        normal = styles.getByName("Default")
        step = sheet.office.measure_indent(normal.CharFontName, normal.CharHeight)
        return round(indent / step)

    @property
    def Value2(self) -> Any:
        if len(self._range) > 1:
            raise NotImplementedError
        cell = self._range.uno.getCellByPosition(0, 0)
        return cell.Value if cell.Type.value in ("VALUE", "FORMULA") else cell.String

    @property
    def EntireRow(self) -> Any:
        return _RowOrColumn(self._range.row_hidden)

    @property
    def EntireColumn(self) -> Any:
        return _RowOrColumn(self._range.column_hidden)


class _RowOrColumn:
    def __init__(self, hidden: bool | None) -> None:
        self.Hidden = hidden
