"""Build a workbook: from its kind and settings to the bytes of an xlsx file."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from fractions import Fraction

from xlsxwriter.workbook import Workbook

from selaras.tables import BY_NAME

from .archive import tidy_package
from .formulas.links import build_links
from .formulas.results import HelperResults, TableContents
from .layout.places import SheetLayout, lay_out_sheet
from .setting import WORKBOOK_KINDS, TemplateSetting
from .sheets import guide, nomenklatur, settings
from .sheets.nomenklatur import OfficialEntry
from .sheets.style import FONT_NAME, WorkbookFormats
from .sheets.table import write_table_sheet

#: Fixed, so that the same workbook is the same bytes whenever it is built.
_CREATED = datetime(2024, 1, 1)
#: The sheets before the tables.
_FRONT_SHEETS = (guide.GUIDE_SHEET, settings.SETTINGS_SHEET)
#: What part of the rows of a table with codes another one needs: one that adds up by numbers, and
#: one without levels. Empty, their signature block is whole on one page.
_NUMBERED_SHARE, _FLAT_SHARE = Fraction(1, 5), Fraction(1, 9)


def build_workbook(
    kind_name: str,
    setting: TemplateSetting,
    contents: Mapping[str, TableContents] | None = None,
    entries: Sequence[OfficialEntry] = (),
    list_name: str = "",
) -> bytes:
    """Return the workbook of a kind; tables named in `contents` come filled in, row for row.

    `entries` are those of a nomenclature, of that name, that codes are looked up in.
    """
    filled = contents or {}
    kind = WORKBOOK_KINDS[kind_name]
    tables = {
        name: _lay_out(name, setting, filled.get(name), has_measure=bool(entries))
        for name in kind.tables
    }
    raw = io.BytesIO()
    book = Workbook(raw, {"in_memory": True})
    book.set_properties(
        {"title": kind.title.id, "author": setting.opd, "comments": "", "created": _CREATED}
    )
    book.formats[0].set_font_name(FONT_NAME)
    book.formats[0].set_font_size(10)
    formats = WorkbookFormats(book)
    guide.write_template_guide(book, formats, kind.title.id)
    units = sorted({entry.measure for entry in entries if entry.measure})
    lit = [
        (layout, HelperResults(layout, filled.get(name, TableContents())).count_lit())
        for name, layout in tables.items()
    ]
    settings.write_settings(book, formats, setting, lit, units)
    for name, layout in tables.items():
        official = nomenklatur.build_official_formulas(layout) if entries else {}
        # What the plan itself says of a code counts more than what the list says.
        links = build_links(layout, tables, preferred=official)
        rows = filled.get(name, TableContents())
        write_table_sheet(
            book, formats, layout, setting, rows, links, has_nomenklatur=bool(entries)
        )
    if entries:
        nomenklatur.write_nomenklatur(book, entries, list_name)
    settings.define_names(book)
    book.close()
    before = len(_FRONT_SHEETS)
    free = {
        place: range(layout.first_row, layout.end_row)
        for place, layout in enumerate(tables.values(), before + 1)
    }
    return tidy_package(raw.getvalue(), free)


def _lay_out(
    name: str, setting: TemplateSetting, contents: TableContents | None, *, has_measure: bool
) -> SheetLayout:
    spec = BY_NAME[name]
    if contents is not None:
        return lay_out_sheet(spec, setting, len(contents.rows), has_measure=has_measure)
    key_column = lay_out_sheet(spec, setting, setting.row_count).key_column
    part = {"kode": Fraction(1), "no": _NUMBERED_SHARE}.get(key_column, _FLAT_SHARE)
    return lay_out_sheet(
        spec, setting, max(int(setting.row_count * part), 3), has_measure=has_measure
    )
