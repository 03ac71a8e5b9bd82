"""A workbook in LibreOffice Calc: type, insert, delete and move as people do, and see what lights.

What the program does on the screen with conditional formats and validation is asked of it here as
formulas: each is read from the open document and calculated by the program itself, beside the table
in the very row.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from addin.calc_engine.office import Office
from selaras.values.a1 import column_letters

#: A column so far to the right that no formula of a template reaches it.
SCRATCH_COLUMN = "AZ"
_ERROR_RESULT = 4


class CalcBook:
    """An open document."""

    def __init__(self, office: Office, path: Path) -> None:
        self._office = office
        self.doc = office.desktop.loadComponentFromURL(
            path.as_uri(), "_blank", 0, office.build_properties(Hidden=True)
        )
        self.doc.calculateAll()

    def __getitem__(self, name: str) -> CalcSheet:
        return CalcSheet(self._office, self.doc, self.doc.Sheets.getByName(name))

    def find_errors(self) -> list[str]:
        """Return the cells whose formulas give an error."""
        found: list[str] = []
        for place in range(self.doc.Sheets.Count):
            sheet = self.doc.Sheets.getByIndex(place)
            found += (
                f"{sheet.Name}!{column_letters(area.StartColumn + 1)}{area.StartRow + 1}"
                for area in sheet.queryFormulaCells(_ERROR_RESULT).RangeAddresses
            )
        return found

    def save(self, path: Path) -> None:
        """Save a copy as an Excel workbook."""
        self.doc.storeToURL(
            path.as_uri(), self._office.build_properties(FilterName="Calc MS Excel 2007 XML")
        )

    def write_pdf(self, path: Path) -> None:
        """Write the document as PDF, as it would be printed."""
        self.doc.storeToURL(
            path.as_uri(), self._office.build_properties(FilterName="calc_pdf_Export")
        )

    def close(self) -> None:
        """Close it, unsaved."""
        self.doc.close(True)


class CalcSheet:
    """A sheet of an open document."""

    def __init__(self, office: Office, doc: Any, sheet: Any) -> None:
        self._office = office
        self._doc = doc
        self.sheet = sheet

    def find_cell(self, address: str) -> Any:
        """Return a cell."""
        return self.sheet.getCellRangeByName(address)

    def type_into(self, address: str, value: str | int) -> None:
        """Type into a cell."""
        if isinstance(value, int):
            self.find_cell(address).Value = float(value)
        else:
            self.find_cell(address).String = value

    def type_column(self, address: str, values: Sequence[str | int | None]) -> None:
        """Type texts downwards from a cell; None leaves a cell as it is blank."""
        first = self.find_cell(address).CellAddress
        area = self.sheet.getCellRangeByPosition(
            first.Column, first.Row, first.Column, first.Row + len(values) - 1
        )
        area.DataArray = tuple(("" if value is None else str(value),) for value in values)

    def read_value(self, address: str) -> str | float:
        """Return what a cell shows: a number, or a text; blank is the empty text."""
        ((value,),) = self.find_cell(address).DataArray
        return value

    def read_column(self, letters: str, first: int, last: int) -> list[str | float]:
        """Return what the cells of a column show."""
        return [row[0] for row in self.find_cell(f"{letters}{first}:{letters}{last}").DataArray]

    def insert(self, row: int, count: int = 1) -> None:
        """Insert rows above a row."""
        self.sheet.Rows.insertByIndex(row - 1, count)

    def delete(self, row: int, count: int = 1) -> None:
        """Delete rows."""
        self.sheet.Rows.removeByIndex(row - 1, count)

    def move(self, row: int, to: int) -> None:
        """Cut a row and insert it above another one."""
        self.insert(to)
        source = row + 1 if row >= to else row
        cells = self.find_cell(f"A{source}:AX{source}")
        self.sheet.moveRange(self.find_cell(f"A{to}").CellAddress, cells.RangeAddress)
        self.delete(source)

    def copy(self, source: str, to: str) -> None:
        """Copy a cell onto another."""
        area = self.find_cell(f"{source}:{source}").RangeAddress
        self.sheet.copyRange(self.find_cell(to).CellAddress, area)

    def compute(self, formula: str, row: int) -> str | float:
        """Return what a formula gives in a row, calculated beside the table."""
        cell = self.find_cell(f"{SCRATCH_COLUMN}{row}")
        cell.Formula = formula if formula.startswith("=") else f"={formula}"
        error, value = cell.getError(), self.read_value(f"{SCRATCH_COLUMN}{row}")
        cell.Formula = ""
        return f"#{error}" if error else value

    def find_lit_styles(self, address: str) -> list[str]:
        """Return the styles that conditional formats give a cell, the most important first."""
        cell = self.find_cell(address)
        found: list[tuple[int, str]] = []
        formats = self.sheet.ConditionalFormats.ConditionalFormats
        for one in formats:
            if not self._is_within(one.Range, cell):
                continue
            area = one.Range.RangeAddresses[0]
            for place in range(one.Count):
                entry = one.getByIndex(place)
                first = self._build_address(area.Sheet, area.StartColumn, area.StartRow)
                formula = self._shift(entry.Formula1, first, cell)
                if self.compute(formula, cell.CellAddress.Row + 1) == 1.0:
                    found.append((one.ID, entry.StyleName))
        return [style for _, style in found]

    def read_fills(self, address: str) -> set[int]:
        """Return the fills that conditional formats give a cell."""
        styles = self._doc.StyleFamilies.getByName("CellStyles")
        return {styles.getByName(name).CellBackColor for name in self.find_lit_styles(address)}

    def can_take(self, address: str, value: str | int) -> bool:
        """Tell whether a cell's validation lets a value in when somebody types it."""
        cell = self.find_cell(address)
        rule = cell.Validation
        kind = rule.Type.value
        before = cell.Formula
        self.type_into(address, value)
        try:
            if kind == "ANY":
                return True
            if kind == "WHOLE":
                return isinstance(value, int) and value >= float(rule.getFormula1())
            assert kind == "CUSTOM"
            formula = self._shift(rule.getFormula1(), rule.getSourcePosition(), cell)
            return self.compute(formula, cell.CellAddress.Row + 1) == 1.0
        finally:
            cell.Formula = before

    def _is_within(self, ranges: Any, cell: Any) -> bool:
        at = cell.CellAddress
        return any(
            area.StartRow <= at.Row <= area.EndRow
            and area.StartColumn <= at.Column <= area.EndColumn
            for area in ranges.RangeAddresses
        )

    def _shift(self, formula: str, first: Any, cell: Any) -> str:
        """Return a formula as it reads in a cell; it is written for the first one of its range."""
        parser = self._doc.createInstance("com.sun.star.sheet.FormulaParser")
        tokens = parser.parseFormula(_use_semicolons(formula), first)
        return _use_semicolons(parser.printFormula(tokens, cell.CellAddress))

    def _build_address(self, sheet: int, column: int, row: int) -> Any:
        return self._office.build_struct(
            "com.sun.star.table.CellAddress", Sheet=sheet, Column=column, Row=row
        )


def _use_semicolons(formula: str) -> str:
    """Return a formula with semicolons between arguments, as a cell takes it.

    Some parts of the program write commas, as files have them.
    """
    parts = formula.split('"')
    parts[::2] = [part.replace(",", ";") for part in parts[::2]]
    return '"'.join(parts)
