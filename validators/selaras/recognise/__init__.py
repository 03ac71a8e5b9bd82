"""From a raw book to its tables: heads, columns, rows, tree."""

from __future__ import annotations

from collections import Counter

from selaras.model.book import Book, Sheet
from selaras.model.setting import Setting
from selaras.model.table import Table
from selaras.model.work import Dilewati, Work
from selaras.recognise.closing import note_closing
from selaras.recognise.code_list import read_code_list
from selaras.recognise.editions import part_editions
from selaras.recognise.levels import assign_levels
from selaras.recognise.money_units import tentukan_satuan
from selaras.recognise.nameless_sums import link_nameless_sums
from selaras.recognise.old_codes import read_old_codes
from selaras.recognise.own_sheets import pisahkan
from selaras.recognise.rows import baca_baris
from selaras.recognise.several_rows import join_rows
from selaras.recognise.sheet import Temuan, baca_lembar
from selaras.recognise.tree import tanam
from selaras.recognise.units import beri_unit, samakan_unit
from selaras.recognise.wrapped import join_wrapped
from selaras.tables import BY_NAME, TableSpec
from selaras.values.sumber_dana import sumber_dana
from selaras.values.text import Teks


def recognise(book: Book, setting: Setting) -> Work:
    """Return the workbook with all tables that were recognised, and the sheets that were not."""
    tables: list[Table] = []
    book, own = pisahkan(book)
    skipped: list[Dilewati] = []
    lists: list[Table] = []
    for sheet in book.sheets:
        found = _lembar(sheet, setting)
        for table, rows, repeated in found.tables:
            table.toleransi = setting.toleransi
            baca_baris(table, rows, repeated)
            join_wrapped(table)
            read_old_codes(table)
            if not table.berkode and table.old_codes is None:
                assign_levels(table)
            beri_unit(table)
            join_rows(table)
            link_nameless_sums(table)
            tanam(table)
            tables.append(table)
        if found.tables:
            note_closing([table for table, _, _ in found.tables])
            continue
        listed = None if sheet.name in setting.tables else read_code_list(sheet)
        if listed is not None:
            lists.append(listed)
        skipped.append(Dilewati(sheet.name, found.alasan + _AS_LIST if listed else found.alasan))
    samakan_unit(tables)
    _samakan_tahun(tables, setting)
    tentukan_satuan(tables)
    part_editions(tables)
    return Work(book, tuple(tables), setting, (*skipped, *own), lists=tuple(lists))


_AS_LIST = Teks(
    "; dibaca sebagai daftar berkode: hanya kode dan namanya yang diperiksa",
    "; read as a list of codes: only its codes and names were checked",
)


def _lembar(sheet: Sheet, setting: Setting) -> Temuan:
    wanted = setting.tables.get(sheet.name)
    if wanted == "-":
        return Temuan(
            [],
            Teks(
                'dilewati menurut pengaturan (tabel = "-")',
                'left out by configuration (tabel = "-")',
            ),
        )
    only: TableSpec | None = BY_NAME[wanted] if wanted else None
    letters = setting.kolom.get(sheet.name, {})
    return baca_lembar(sheet, only, letters, sumber_dana(setting.sumber_dana))


def _samakan_tahun(tables: list[Table], setting: Setting) -> None:
    """Give tables whose heads name no year the year of the workbook's other tables."""
    if setting.tahun is not None:
        common: int | None = setting.tahun
    else:
        votes = Counter(table.tahun for table in tables if table.tahun is not None)
        common = min(votes, key=lambda year: (-votes[year], year)) if votes else None
    for table in tables:
        if table.tahun is None:
            table.tahun = common
