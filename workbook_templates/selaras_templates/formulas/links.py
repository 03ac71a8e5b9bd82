"""What one table takes over from another in the same workbook, by code or by name.

A link fills a cell in as long as nothing is typed over it; a code that the other table lacks leaves
it blank.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from selaras.tables import Content
from selaras_templates.layout.places import SheetLayout

from .table import refer_cell


class TableLink(NamedTuple):
    """One source: which column is looked for there, and which columns come from where."""

    table: str
    key: str
    #: The column there in which the key is looked for.
    there_key: str
    columns: Mapping[str, str]


_PLAN_COLUMNS = {
    key: key for key in ("nama", "indikator", "lokasi", "target", "pagu", "sumber_dana")
}

#: By table; of two sources for a column the first that is in the workbook counts.
TABLE_LINKS: Mapping[str, tuple[TableLink, ...]] = {
    "T-C.29": (
        TableLink(
            "T-C.27",
            "kode",
            "kode",
            {"nama": "nama", "indikator": "indikator", "target_akhir": "target_akhir"},
        ),
    ),
    "T-C.31": (
        TableLink(
            "T-C.33",
            "rkpd_nama",
            "nama",
            {
                "nama": "nama",
                "lokasi": "lokasi",
                "indikator": "indikator",
                "target": "target",
                "kebutuhan_dana": "pagu",
            },
        ),
    ),
    "T-C.33": (TableLink("T-C.27", "kode", "kode", {"nama": "nama", "indikator": "indikator"}),),
    "Tabel 4.1": (TableLink("T-C.33", "kode", "kode", _PLAN_COLUMNS),),
    "E.81": (
        TableLink(
            "T-C.27",
            "kode",
            "kode",
            {"target_akhir": "target_akhir", "pagu_akhir": "pagu_akhir"},
        ),
        TableLink(
            "T-C.33",
            "kode",
            "kode",
            {"nama": "nama", "indikator": "indikator", "target": "target", "pagu": "pagu"},
        ),
    ),
    "SIPD-17": (
        TableLink("T-C.27", "kode", "kode", {"target_akhir": "target_akhir"}),
        TableLink(
            "T-C.33",
            "kode",
            "kode",
            {**_PLAN_COLUMNS, "target_maju": "target_maju", "pagu_maju": "pagu_maju"},
        ),
    ),
}

#: The plan of the year says what an agency made of an official name.
_YEAR_PLAN = "T-C.33"


def build_links(
    layout: SheetLayout,
    layouts: Mapping[str, SheetLayout],
    preferred: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """Return the formula, without "=", of each column that another table of the workbook fills.

    Those of `preferred` (official names) come before any table but the plan of the year.
    """
    found: dict[str, str] = {}
    links = sorted(TABLE_LINKS.get(layout.spec.name, ()), key=lambda link: link.table != _YEAR_PLAN)
    for link in links:
        if link.table != _YEAR_PLAN:
            found = {**(preferred or {}), **found}
        source = layouts.get(link.table)
        if source is None:
            continue
        for here, there in link.columns.items():
            if layout.has_column(here):
                found.setdefault(here, _look_up(layout, source, link, there))
    return {**(preferred or {}), **found}


def _look_up(layout: SheetLayout, source: SheetLayout, link: TableLink, there: str) -> str:
    name = f"'{source.spec.name}'!"

    def span_rows(key: str) -> str:
        letters = source.find_letters(key)
        return f"{name}${letters}${source.number_row}:${letters}${source.end_row}"

    own = refer_cell(layout.find_letters(link.key))
    value = f"INDEX({span_rows(there)},MATCH({own},{span_rows(link.there_key)},0))"
    if source.spec.column(there).content is not Content.MONEY:
        # A blank cell is taken over as blank, not as zero.
        return f'IF({own}="","",IFERROR({value}&"",""))'
    return f'IF({own}="","",IFERROR(IF({value}="","",{value}),""))'
