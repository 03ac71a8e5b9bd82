"""All that rules may look at in one workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from selaras.model.book import Book
from selaras.model.setting import Setting
from selaras.model.table import Table
from selaras.values.text import Text

if TYPE_CHECKING:
    from selaras.nomenklatur.entry import Nomenklatur


#: What rules call, among the names of tables, one that tells again what its like tells.
COPY_TABLE = "salinan"


class UnreadSheet(NamedTuple):
    """A sheet on which no table was recognised, and why."""

    sheet: str
    reason: Text


class Work(NamedTuple):
    """A workbook as recognised: the raw book, its tables, and what the user has set."""

    book: Book
    tables: tuple[Table, ...]
    setting: Setting = Setting()
    skipped: tuple[UnreadSheet, ...] = ()
    #: The official names that the workbook is held against; without any, why.
    nomenklatur: Nomenklatur | None = None
    no_nomenklatur_reason: Text = Text("nomenklatur belum dimuat", "no nomenclature is loaded")

    #: Codes on sheets that hold no table: none of `tables`, only what codes say can be checked.
    lists: tuple[Table, ...] = ()

    @property
    def filled(self) -> tuple[Table, ...]:
        """The tables that have data rows."""
        return tuple(table for table in self.tables if not table.is_empty)

    def named(self, *names: str) -> list[Table]:
        """Return the tables of these names, in the order of the workbook."""
        return [
            table
            for table in self.tables
            if table.name in names or (table.edition.is_copy and COPY_TABLE in names)
        ]

    @property
    def year(self) -> int | None:
        """The plan year: as the user says, else that of most tables."""
        if self.setting.year is not None:
            return self.setting.year
        years = [table.year for table in self.tables if table.year is not None]
        return min(years, key=lambda year: (-years.count(year), year), default=None)
