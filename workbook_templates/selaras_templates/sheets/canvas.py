"""A sheet to write a table on, with all that its parts need to know."""

from __future__ import annotations

from dataclasses import dataclass

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from selaras_templates.layout.places import Tata
from selaras_templates.layout.sentences import Kalimat
from selaras_templates.setting import Setelan

from .style import Gaya


@dataclass(frozen=True)
class Kanvas:
    """The sheet of one table. Rows count from 1 as in the sheet, columns from 0."""

    sheet: Worksheet
    gaya: Gaya
    tata: Tata
    setelan: Setelan

    def tulis(self, row: int, column: int, what: Kalimat, look: Format) -> None:
        """Write a sentence: its formula with its result, or its text."""
        if what.rumus:
            self.sheet.write_formula(row - 1, column, what.rumus, look, what.teks)
        else:
            self.sheet.write_string(row - 1, column, what.teks, look)


class Lembar(Worksheet):  # type: ignore[misc]  # the library has no types
    """A sheet whose formulas are written as they are.

    The library looks through every formula for functions newer than Excel 2007, for longer than all
    else takes; those of the templates name theirs in full (`_xlfn.NUMBERVALUE`).
    """

    def _prepare_formula(self, formula: str, *_options: bool) -> str:
        return formula.removeprefix("=")
