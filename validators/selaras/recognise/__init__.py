"""From a raw book to its tables: heads, columns, rows, tree."""

from __future__ import annotations

from collections import Counter

from selaras.model.book import Book, Sheet
from selaras.model.setting import Setting
from selaras.model.table import Table
from selaras.model.work import UnreadSheet, Work
from selaras.recognise.closing import note_closing
from selaras.recognise.code_list import read_code_list
from selaras.recognise.editions import part_editions
from selaras.recognise.levels import assign_levels
from selaras.recognise.money_units import settle_money_units
from selaras.recognise.nameless_sums import link_nameless_sums
from selaras.recognise.old_codes import read_old_codes
from selaras.recognise.own_sheets import separate_own
from selaras.recognise.rows import read_rows
from selaras.recognise.several_rows import join_rows
from selaras.recognise.sheet import SheetReading, read_sheet
from selaras.recognise.tree import build_tree
from selaras.recognise.units import assign_units, unify_units
from selaras.recognise.wrapped import join_wrapped
from selaras.tables import BY_NAME, TableSpec
from selaras.values.sumber_dana import sumber_dana
from selaras.values.text import Text


def recognise(book: Book, setting: Setting) -> Work:
    """Return the workbook with all tables that were recognised, and the sheets that were not."""
    tables: list[Table] = []
    book, own = separate_own(book)
    skipped: list[UnreadSheet] = []
    lists: list[Table] = []
    for sheet in book.sheets:
        found = _recognise_sheet(sheet, setting)
        for table, rows, repeated in found.tables:
            table.tolerance = setting.tolerance
            read_rows(table, rows, repeated)
            join_wrapped(table)
            read_old_codes(table)
            if not table.has_kodes and table.old_codes is None:
                assign_levels(table)
            assign_units(table)
            join_rows(table)
            link_nameless_sums(table)
            build_tree(table)
            tables.append(table)
        if found.tables:
            note_closing([table for table, _, _ in found.tables])
            continue
        listed = None if sheet.name in setting.tables else read_code_list(sheet)
        if listed is not None:
            lists.append(listed)
        skipped.append(UnreadSheet(sheet.name, found.reason + _AS_LIST if listed else found.reason))
    unify_units(tables)
    _share_year(tables, setting)
    settle_money_units(tables)
    part_editions(tables)
    return Work(book, tuple(tables), setting, (*skipped, *own), lists=tuple(lists))


_AS_LIST = Text(
    "; dibaca sebagai daftar berkode: hanya kode dan namanya yang diperiksa",
    "; read as a list of codes: only its codes and names were checked",
)


def _recognise_sheet(sheet: Sheet, setting: Setting) -> SheetReading:
    wanted = setting.tables.get(sheet.name)
    if wanted == "-":
        return SheetReading(
            [],
            Text(
                'dilewati menurut pengaturan (tabel = "-")',
                'left out by configuration (tabel = "-")',
            ),
        )
    only: TableSpec | None = BY_NAME[wanted] if wanted else None
    letters = setting.columns.get(sheet.name, {})
    return read_sheet(sheet, only, letters, sumber_dana(setting.sumber_dana))


def _share_year(tables: list[Table], setting: Setting) -> None:
    """Give tables whose heads name no year the year of the workbook's other tables."""
    if setting.year is not None:
        common: int | None = setting.year
    else:
        votes = Counter(table.year for table in tables if table.year is not None)
        common = min(votes, key=lambda year: (-votes[year], year)) if votes else None
    for table in tables:
        if table.year is None:
            table.year = common
