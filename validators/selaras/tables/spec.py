"""What a table looks like, as data: its columns, how people word their heads, its years.

One spec per official table stands beside this module; recognisers, templates, docs and messages
derive from it. Wording is matched after folding (case, punctuation, abbreviations), word by word.
The first wording of a head is the one that the regulation prints, and so the one that templates
print; each further phrase is the shortest wording that still says which column is meant.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from selaras.values.text import Text


class Content(StrEnum):
    """What kind of content a column holds."""

    KODE = "kode"
    NO = "no"
    NAME = "nama"
    INDIKATOR = "indikator"
    TARGET = "target"
    MONEY = "uang"
    PERCENT = "persen"
    SUMBER = "sumber"
    TEXT = "teks"


class FormulaKind(StrEnum):
    """How a column is worked out from others of its row."""

    SUM = "jumlah"
    #: The sum where amounts grow from year to year, the last value for percentages and grades.
    CUMULATIVE = "kumulatif"
    #: The first in per cent of the second.
    PERCENT = "persen"
    #: The average growth from each year to the next.
    GROWTH = "tumbuh"


class PrintedFormula(NamedTuple):
    """What the regulation prints under a head: 8 = (7/6), 10 = (5+7+9)."""

    kind: FormulaKind
    of: tuple[str, ...]


class Period(StrEnum):
    """Which year the years of a table are counted from."""

    #: n, the plan year.
    PLAN = "rencana"
    #: The year before the first of the Renstra, so that 1 is its first year.
    RENSTRA = "renstra"
    #: The same of the Renstra before.
    PREVIOUS_RENSTRA = "renstra_lalu"


class Paper(StrEnum):
    """The paper that a table is printed on, in landscape."""

    F4 = "F4"
    A3 = "A3"


class ColumnSpec(NamedTuple):
    """One column of a table."""

    key: str
    content: Content
    #: What messages call it, in lower case: "pagu indikatif".
    label: Text
    #: Wordings of its own head (the lowest one that says more than a year).
    heads: tuple[str, ...]
    #: Wordings of the group heads above it; empty when the head alone says enough.
    groups: tuple[str, ...] = ()
    #: Words that tell against it wherever they stand in its heads.
    against: tuple[str, ...] = ()
    #: Year of the column, counted from the plan year n; None when it belongs to no year.
    year: int | None = None
    required: bool = True
    #: The group head is what makes it this column (forward estimate): without it, it is another.
    needs_group: bool = False
    #: The column number that the regulation prints under the head.
    printed_number: str = ""
    #: Which of several like columns it is: 2 for the second quarter or year.
    ordinal: int | None = None
    #: What a printed head says from the topmost line down; {kepala} stands for its first wording,
    #: {tahun} for the column's year, {n}, {n-1} ... for years counted from the plan year, {akhir}
    #: for the last year of the Renstra.
    layers: tuple[str, ...] = ("{kepala}",)
    #: Printed width in characters; 0 for what its kind of content usually takes.
    width: float = 0
    #: How it is worked out from other columns; None for what people fill in.
    formula: PrintedFormula | None = None

    @property
    def printed_head(self) -> str:
        """The wording that the regulation prints."""
        return self.heads[0]

    #: The fund source whose part of the amount it holds: "DAK"; empty for all other columns.
    sumber: str = ""


class TableSpec(NamedTuple):
    """One official table."""

    name: str
    title: Text
    #: Phrases of the title line that name this table and no other.
    titles: tuple[str, ...]
    columns: tuple[ColumnSpec, ...]
    #: Columns without which it is certainly not this table.
    key_columns: tuple[str, ...]
    #: The year heads shift from document to document: a column's year is what its head says.
    free_years: bool = False
    #: Source in the regulations.
    basis: str = ""
    #: Heads that many other tables have too: without a title line, every column must be there.
    common: bool = False
    #: Where no title names the table, one column of each of these groups must be there. The
    #: column of codes counts only where it holds codes of programs.
    witnesses: tuple[tuple[str, ...], ...] = ()
    #: The title that is printed above it, with {n} and {akhir} as in heads.
    printed_title: str = ""
    period: Period = Period.PLAN
    paper: Paper = Paper.F4

    def column(self, key: str) -> ColumnSpec:
        """Return the column of that key; KeyError when the table has none."""
        for column in self.columns:
            if column.key == key:
                return column
        raise KeyError(key)
