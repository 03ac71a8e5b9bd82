"""All that rules may look at in one workbook."""

from __future__ import annotations

from typing import NamedTuple

from selaras.model.book import Book
from selaras.model.table import Table
from selaras.setting import Setting
from selaras.teks import Teks


class Dilewati(NamedTuple):
    """A sheet on which no table was recognised, and why."""

    sheet: str
    alasan: Teks


class Work(NamedTuple):
    """A workbook as recognised: the raw book, its tables, and what the user has set."""

    book: Book
    tables: tuple[Table, ...]
    setting: Setting = Setting()
    dilewati: tuple[Dilewati, ...] = ()

    def named(self, *names: str) -> list[Table]:
        """Return the tables of these names, in the order of the workbook."""
        return [table for table in self.tables if table.name in names]
