"""The official names, indicators and units that a workbook looks up, on a hidden sheet.

Only what the agency can use: the programs of its bidang urusan, and `.01` of the first of them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from xlsxwriter.workbook import Workbook

from selaras.nomenklatur.entry import Nomenklatur
from selaras.values.kode_reading import Kode, KodeOpd
from selaras_templates.formulas.table import refer_cell
from selaras_templates.layout.places import SheetLayout

NOMENKLATUR_SHEET = "Nomenklatur"
_FIRST_ROW = 3


class OfficialEntry(NamedTuple):
    """One entry: the code as the agency uses it, and what the list says of it."""

    kode: str
    name: str
    indikator: str
    measure: str


#: Columns that an entry fills in, and where each stands on the hidden sheet.
_COLUMN_LETTERS = {"nama": "B", "indikator": "C", "satuan": "D"}


def pick_entries(
    listed: Nomenklatur, opd: KodeOpd, kewenangan: Collection[int] | None
) -> tuple[OfficialEntry, ...]:
    """Return the entries that an agency may use, in the order of their codes.

    `kewenangan` are the digits of its kind of region; None keeps those of all.
    """
    found: dict[Kode, OfficialEntry] = {}
    bidang = {kode.parts for kode in opd.bidang}
    own = opd.bidang[0].parts
    for entry in listed.list_entries():
        parts = entry.kode.parts
        if len(parts) > 3 and kewenangan is not None and parts[3] not in kewenangan:
            continue
        if parts[:2] == (0, 0) and len(parts) > 2:
            kode = Kode((*own, *parts[2:]), listed.sub_width)
        elif parts[:2] in bidang or (len(parts) == 1 and any(b[0] == parts[0] for b in bidang)):
            kode = entry.kode
        else:
            continue
        text = kode.write_canonical(listed.sub_width)
        found[kode] = OfficialEntry(text, entry.name, entry.indikator, entry.measure)
    return tuple(found[kode] for kode in sorted(found))


def write_nomenklatur(book: Workbook, entries: Sequence[OfficialEntry], list_name: str) -> None:
    """Add the hidden sheet, and names for its columns."""
    sheet = book.add_worksheet(NOMENKLATUR_SHEET)
    sheet.write_string(0, 0, f"Nomenklatur {list_name}")
    text = book.add_format({"num_format": "@"})
    for offset, entry in enumerate(entries):
        for column, value in enumerate(entry):
            sheet.write_string(_FIRST_ROW - 1 + offset, column, value, text)
    sheet.hide()
    last = _FIRST_ROW - 1 + max(len(entries), 1)
    for name, letter in {"kode": "A", **_COLUMN_LETTERS}.items():
        book.define_name(
            _name_range(name), f"={NOMENKLATUR_SHEET}!${letter}${_FIRST_ROW}:${letter}${last}"
        )


def build_official_formulas(layout: SheetLayout) -> dict[str, str]:
    """Return the formula, without "=", that looks up the name, indicator and unit of a row."""
    if layout.key_column != "kode":
        return {}
    own = refer_cell(layout.find_letters("kode"))
    match = f"MATCH({own},{_name_range('kode')},0)"
    return {
        key: f'IF({own}="","",IFERROR(INDEX({_name_range(key)},{match})&"",""))'
        for key in _COLUMN_LETTERS
    }


def build_kode_validation(rule: Mapping[str, Any]) -> dict[str, Any]:
    """Return the validation of codes with the list to choose from in place of the bare pattern.

    A code twice is lit by its format: one cell cannot offer a list and refuse doubles.
    """
    return {
        "validate": "list",
        "source": f"={_name_range('kode')}",
        "input_title": rule["input_title"],
        "input_message": (
            "Pilih atau ketik kodenya: nama, indikator, dan satuan resminya muncul sendiri. "
            "Kosongkan pada baris rincian dan indikator tambahan."
        ),
        "error_type": "warning",
        "error_title": "Tidak ada di nomenklatur",
        "error_message": (
            "Kode ini tidak ada di nomenklatur untuk perangkat daerah ini. Kode ditulis dengan "
            "nol dan titik, seperti 2.17.01.2.01.0001. Tetap pakai?"
        ),
    }


def _name_range(column: str) -> str:
    return f"nomenklatur_{column}"
