"""The layouts by name, and the writing of one of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from openpyxl import Workbook

from renja_mojokerto.archive import Cached, save
from renja_mojokerto.document import PRINTED, Document
from renja_mojokerto.handed_in import official_sheets
from renja_mojokerto.placement import Placement
from renja_mojokerto.plan import SheetPlan
from renja_mojokerto.writer import write_book

from . import (
    below,
    carried,
    dotted,
    formulas,
    levels,
    paged,
    renamed,
    reordered,
    sipd,
    stacked,
    textual,
    thousands,
)

_PLANS: Mapping[str, Callable[[Document], tuple[SheetPlan, ...]]] = {
    "asli": official_sheets,
    "nama-lain": renamed.sheets,
    "titik-2": dotted.sheets_two,
    "titik-4": dotted.sheets_four,
    "teks": textual.sheets,
    "jumlah-bawah": below.sheets,
    "jenjang": levels.sheets,
    "nomor": levels.sheets_numbered,
    "ribuan": thousands.sheets,
    "tumpuk": stacked.sheets,
    "ulang": paged.sheets,
    "halaman": carried.sheets,
    "sipd": sipd.sheets,
    "sipd-2baris": sipd.sheets_two_rows,
    "rumus": official_sheets,
    "bergeser": reordered.sheets,
}

_WITH_FORMULAS: Mapping[str, Callable[[Document], tuple[SheetPlan, ...]]] = {
    "rumus-titik-4": dotted.sheets_four,
    "rumus-tumpuk": stacked.sheets,
}
"""Further layouts with formulas in them, for the tests of formulas alone."""

_FINISH: Mapping[str, Callable[[Workbook, Placement, Document], Cached]] = {
    **dict.fromkeys(("rumus", *_WITH_FORMULAS), formulas.put),
    "jumlah-bawah": below.settle,
    "jenjang": levels.settle,
    "nomor": levels.settle_numbered,
}
"""What is done to a written workbook before it is saved; gives the results of its formulas."""

LAYOUTS: tuple[str, ...] = tuple(_PLANS)


def write(
    layout_name: str, directory: Path, document: Document = PRINTED
) -> tuple[Path, Placement]:
    """Write the document, as printed or corrected, in one layout into the directory."""
    plans = {**_PLANS, **_WITH_FORMULAS}[layout_name]
    book, placement = write_book(plans(document))
    finish = _FINISH.get(layout_name)
    cached = finish(book, placement, document) if finish else None
    path = directory / f"{layout_name}.xlsx"
    save(book, path, cached)
    return path, placement
