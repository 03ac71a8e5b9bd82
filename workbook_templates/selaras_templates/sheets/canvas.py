"""A sheet to write a table on, with all that its parts need to know."""

from __future__ import annotations

from dataclasses import dataclass

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from selaras_templates.layout.places import SheetLayout
from selaras_templates.layout.sentences import CellText
from selaras_templates.setting import TemplateSetting

from .style import WorkbookFormats


@dataclass(frozen=True)
class Canvas:
    """The sheet of one table. Rows count from 1 as in the sheet, columns from 0."""

    sheet: Worksheet
    formats: WorkbookFormats
    layout: SheetLayout
    setting: TemplateSetting

    def write(self, row: int, column: int, what: CellText, look: Format) -> None:
        """Write a sentence: its formula with its result, or its text."""
        if what.formula:
            self.sheet.write_formula(row - 1, column, what.formula, look, what.text)
        else:
            self.sheet.write_string(row - 1, column, what.text, look)


class RawFormulaSheet(Worksheet):  # type: ignore[misc]  # the library has no types
    """A sheet whose formulas are written as they are.

    The library looks through every formula for functions newer than Excel 2007, for longer than all
    else takes; those of the templates name theirs in full (`_xlfn.NUMBERVALUE`).
    """

    def _prepare_formula(self, formula: str, *_options: bool) -> str:
        return formula.removeprefix("=")
