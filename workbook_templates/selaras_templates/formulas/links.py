"""What one table takes over from another in the same workbook, by code or by name.

A link fills a cell in as long as nothing is typed over it; a code that the other table lacks leaves
it blank.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from selaras.tables import Isi
from selaras_templates.layout.places import Tata

from .table import sel


class Tautan(NamedTuple):
    """One source: which column is looked for there, and which columns come from where."""

    tabel: str
    kunci: str
    #: The column there in which the key is looked for.
    kunci_sana: str
    kolom: Mapping[str, str]


_RENCANA = {key: key for key in ("nama", "indikator", "lokasi", "target", "pagu", "sumber_dana")}

#: By table; of two sources for a column the first that is in the workbook counts.
TAUTAN: Mapping[str, tuple[Tautan, ...]] = {
    "T-C.29": (
        Tautan(
            "T-C.27",
            "kode",
            "kode",
            {"nama": "nama", "indikator": "indikator", "target_akhir": "target_akhir"},
        ),
    ),
    "T-C.31": (
        Tautan(
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
    "T-C.33": (Tautan("T-C.27", "kode", "kode", {"nama": "nama", "indikator": "indikator"}),),
    "Tabel 4.1": (Tautan("T-C.33", "kode", "kode", _RENCANA),),
    "E.81": (
        Tautan(
            "T-C.27",
            "kode",
            "kode",
            {"target_akhir": "target_akhir", "pagu_akhir": "pagu_akhir"},
        ),
        Tautan(
            "T-C.33",
            "kode",
            "kode",
            {"nama": "nama", "indikator": "indikator", "target": "target", "pagu": "pagu"},
        ),
    ),
    "SIPD-17": (
        Tautan("T-C.27", "kode", "kode", {"target_akhir": "target_akhir"}),
        Tautan(
            "T-C.33",
            "kode",
            "kode",
            {**_RENCANA, "target_maju": "target_maju", "pagu_maju": "pagu_maju"},
        ),
    ),
}


#: The plan of the year says what an agency made of an official name.
_RENCANA_TAHUNAN = "T-C.33"


def tautan(
    tata: Tata, semua: Mapping[str, Tata], lebih_dulu: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Return the formula, without "=", of each column that another table of the workbook fills.

    Those of `lebih_dulu` (official names) come before any table but the plan of the year.
    """
    found: dict[str, str] = {}
    links = sorted(TAUTAN.get(tata.spec.name, ()), key=lambda link: link.tabel != _RENCANA_TAHUNAN)
    for link in links:
        if link.tabel != _RENCANA_TAHUNAN:
            found = {**(lebih_dulu or {}), **found}
        source = semua.get(link.tabel)
        if source is None:
            continue
        for here, there in link.kolom.items():
            if tata.punya(here):
                found.setdefault(here, _cari(tata, source, link, there))
    return {**(lebih_dulu or {}), **found}


def _cari(tata: Tata, source: Tata, link: Tautan, there: str) -> str:
    name = f"'{source.spec.name}'!"

    def rows(key: str) -> str:
        return f"{name}${source.find_letters(key)}${source.number_row}:${source.find_letters(key)}${source.batas}"

    own = sel(tata.find_letters(link.kunci))
    value = f"INDEX({rows(there)},MATCH({own},{rows(link.kunci_sana)},0))"
    if source.spec.column(there).isi is not Isi.UANG:
        # A blank cell is taken over as blank, not as zero.
        return f'IF({own}="","",IFERROR({value}&"",""))'
    return f'IF({own}="","",IFERROR(IF({value}="","",{value}),""))'
