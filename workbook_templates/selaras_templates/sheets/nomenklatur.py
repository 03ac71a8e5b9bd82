"""The official names, indicators and units that a workbook looks up, on a hidden sheet.

Only what the agency can use: the programs of its bidang urusan, and `.01` of the first of them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from xlsxwriter.workbook import Workbook

from selaras.nomenklatur.entry import Nomenklatur
from selaras.values.kode_reading import Kode, KodeOpd
from selaras_templates.formulas.table import sel
from selaras_templates.layout.places import Tata

LEMBAR = "Nomenklatur"
_PERTAMA = 3


class Resmi(NamedTuple):
    """One entry: the code as the agency uses it, and what the list says of it."""

    kode: str
    nama: str
    indikator: str
    satuan: str


#: Columns that an entry fills in, and where each stands on the hidden sheet.
_KOLOM = {"nama": "B", "indikator": "C", "satuan": "D"}


def pilihan(
    daftar: Nomenklatur, opd: KodeOpd, kewenangan: Collection[int] | None
) -> tuple[Resmi, ...]:
    """Return the entries that an agency may use, in the order of their codes.

    `kewenangan` are the digits of its kind of region; None keeps those of all.
    """
    found: dict[Kode, Resmi] = {}
    bidang = {kode.bagian for kode in opd.bidang}
    own = opd.bidang[0].bagian
    for entry in daftar.list_entries():
        parts = entry.kode.bagian
        if len(parts) > 3 and kewenangan is not None and parts[3] not in kewenangan:
            continue
        if parts[:2] == (0, 0) and len(parts) > 2:
            kode = Kode((*own, *parts[2:]), daftar.lebar_sub)
        elif parts[:2] in bidang or (len(parts) == 1 and any(b[0] == parts[0] for b in bidang)):
            kode = entry.kode
        else:
            continue
        text = kode.kanonik(daftar.lebar_sub)
        found[kode] = Resmi(text, entry.nama, entry.indikator, entry.satuan)
    return tuple(found[kode] for kode in sorted(found))


def tulis(book: Workbook, entries: Sequence[Resmi], nama: str) -> None:
    """Add the hidden sheet, and names for its columns."""
    sheet = book.add_worksheet(LEMBAR)
    sheet.write_string(0, 0, f"Nomenklatur {nama}")
    text = book.add_format({"num_format": "@"})
    for offset, entry in enumerate(entries):
        for column, value in enumerate(entry):
            sheet.write_string(_PERTAMA - 1 + offset, column, value, text)
    sheet.hide()
    last = _PERTAMA - 1 + max(len(entries), 1)
    for name, letter in {"kode": "A", **_KOLOM}.items():
        book.define_name(_nama(name), f"={LEMBAR}!${letter}${_PERTAMA}:${letter}${last}")


def rumus_resmi(tata: Tata) -> dict[str, str]:
    """Return the formula, without "=", that looks up the name, indicator and unit of a row."""
    if tata.key_column != "kode":
        return {}
    own = sel(tata.find_letters("kode"))
    match = f"MATCH({own},{_nama('kode')},0)"
    return {key: f'IF({own}="","",IFERROR(INDEX({_nama(key)},{match})&"",""))' for key in _KOLOM}


def validasi_kode(rule: Mapping[str, Any]) -> dict[str, Any]:
    """Return the validation of codes with the list to choose from in place of the bare pattern.

    A code twice is lit by its format: one cell cannot offer a list and refuse doubles.
    """
    return {
        "validate": "list",
        "source": f"={_nama('kode')}",
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


def _nama(kolom: str) -> str:
    return f"nomenklatur_{kolom}"
