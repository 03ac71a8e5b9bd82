"""One table on its sheet: title, head, rows to fill in, total, signature, page."""

from __future__ import annotations

from collections.abc import Mapping

from xlsxwriter.workbook import Workbook

from selaras_templates.formulas.results import TableContents
from selaras_templates.layout.places import SheetLayout
from selaras_templates.setting import TemplateSetting

from . import head, lights, page, validation
from .canvas import Canvas, RawFormulaSheet
from .rows import ColumnFormulas, RowWriter
from .style import WorkbookFormats


def write_table_sheet(
    book: Workbook,
    formats: WorkbookFormats,
    layout: SheetLayout,
    setting: TemplateSetting,
    contents: TableContents,
    links: Mapping[str, str],
    *,
    has_nomenklatur: bool,
) -> None:
    """Add the sheet of a table to a workbook.

    `links`: formulas, without "=", that columns are filled in with by their key.
    `has_nomenklatur`: codes are chosen from a list of official ones.
    """
    sheet = book.add_worksheet(layout.spec.name, worksheet_class=RawFormulaSheet)
    canvas = Canvas(sheet, formats, layout, setting)
    for place, width in enumerate(layout.widths):
        sheet.set_column(place, place, width)
    formulas = ColumnFormulas(layout, links)
    head.write_title(canvas)
    head.write_head(canvas)
    head.write_table(canvas, (*formulas.printed.values(), *formulas.helpers))
    RowWriter(canvas, formulas, contents).write()
    validation.add_validation(sheet, layout, has_nomenklatur=has_nomenklatur)
    lights.add_formats(canvas)
    page.set_up_page(canvas, page.write_signature(canvas))
