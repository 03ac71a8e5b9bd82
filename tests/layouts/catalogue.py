"""The layouts by name, and the writing of one of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from openpyxl import Workbook

from renja_mojokerto.archive import Cached, save
from renja_mojokerto.document import PRINTED, Document
from renja_mojokerto.handed_in import build_official_sheets
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
    "asli": build_official_sheets,
    "nama-lain": renamed.build_sheets,
    "titik-2": dotted.build_sheets_two,
    "titik-4": dotted.build_sheets_four,
    "teks": textual.build_sheets,
    "jumlah-bawah": below.build_sheets,
    "jenjang": levels.build_sheets,
    "nomor": levels.build_numbered_sheets,
    "ribuan": thousands.build_sheets,
    "tumpuk": stacked.build_sheets,
    "ulang": paged.build_sheets,
    "halaman": carried.build_sheets,
    "sipd": sipd.build_sheets,
    "sipd-2baris": sipd.build_two_row_sheets,
    "rumus": build_official_sheets,
    "bergeser": reordered.build_sheets,
}

_WITH_FORMULAS: Mapping[str, Callable[[Document], tuple[SheetPlan, ...]]] = {
    "rumus-titik-4": dotted.build_sheets_four,
    "rumus-tumpuk": stacked.build_sheets,
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
