"""What a formula adds up: which cells, how often each, and what is glued on to them.

`parse.read_form` reads the text alone; `FormulaReader` says which cells of a sheet that means.
What is no plain sum (a product of cells, an unknown function, another workbook) is None, never a
guess.
"""

from __future__ import annotations

from selaras.formulas.read import FormulaReader, FormulaReading
from selaras.formulas.shapes import Condition, SumForm, Term, TermMode

__all__ = ["Condition", "FormulaReader", "FormulaReading", "SumForm", "Term", "TermMode"]
