"""The document's tables as rows of values, read from the CSV files beside this package."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"

Value = str | int | None

AMOUNTS = frozenset(
    {"pagu", "pagu_maju", "apbd", "p_apbd", "rkpd_pagu", "kebutuhan_dana"},
)
"""Column keys that hold money; their values are whole rupiah."""


@dataclass(frozen=True)
class Row:
    """One row of a table.

    `index` counts the rows of the CSV from 0, `kind` is the level or role of the row, and
    `values` holds only the columns that this row has a cell for.
    """

    index: int
    kind: str
    values: Mapping[str, Value]


@dataclass(frozen=True)
class Table:
    """A table of the document under the name that Selaras gives it."""

    name: str
    rows: tuple[Row, ...]


_PLAN = {
    "kode": "kode",
    "uraian": "nama",
    "indikator": "indikator",
    "lokasi": "lokasi",
    "target": "target",
    "pagu": "pagu",
    "sumber_dana": "sumber_dana",
}

_SOURCES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "Tabel 2.1": (
        "tabel21_alokasi_anggaran_2022.csv",
        {
            "no": "no",
            "uraian": "nama",
            "target_sebelum": "target_sebelum",
            "target_setelah": "target_setelah",
            "apbd": "apbd",
            "p_apbd": "p_apbd",
        },
    ),
    "Tabel 2.2": (
        "tabel22_alokasi_anggaran_2023.csv",
        {"no": "no", "uraian": "nama", "target": "target", "apbd": "apbd"},
    ),
    "T-C.29": (
        "tc29_evaluasi_renja_2022.csv",
        {
            "kode": "kode",
            "uraian": "nama",
            "indikator": "indikator",
            "target_renstra_2026": "target_akhir",
            "realisasi_2021": "realisasi_lalu",
            "target_renja_2022": "target_renja",
            "realisasi_renja_2022": "realisasi_renja",
            "tingkat_realisasi_2022": "tingkat_realisasi",
            "target_renja_2023": "target_berjalan",
            "realisasi_sd_2023": "realisasi_berjalan",
            "tingkat_capaian_renstra": "tingkat_capaian",
        },
    ),
    "T-C.30": (
        "tc30_pencapaian_kinerja.csv",
        {
            "no": "no",
            "indikator": "indikator",
            "spm": "spm",
            "ikk": "ikk",
            "target_renstra_2021": "target_1",
            "target_renstra_2022": "target_2",
            "target_renstra_2023": "target_3",
            "target_renstra_2024": "target_4",
            "realisasi_2021": "realisasi_1",
            "realisasi_2022": "realisasi_2",
            "proyeksi_2024": "proyeksi_2",
            "catatan": "catatan",
        },
    ),
    "T-C.31": (
        "tc31_review_rkpd_2024.csv",
        {
            "no": "no",
            "rkpd_program": "rkpd_nama",
            "rkpd_lokasi": "rkpd_lokasi",
            "rkpd_indikator": "rkpd_indikator",
            "rkpd_target": "rkpd_target",
            "rkpd_pagu": "rkpd_pagu",
            "renja_program": "nama",
            "renja_lokasi": "lokasi",
            "renja_indikator": "indikator",
            "renja_target": "target",
            "renja_kebutuhan_dana": "kebutuhan_dana",
            "catatan": "catatan",
        },
    ),
    "T-C.32": (
        "tc32_usulan_pemangku_kepentingan.csv",
        {
            "no": "no",
            "uraian": "nama",
            "lokasi": "lokasi",
            "indikator": "indikator",
            "volume": "volume",
            "catatan": "catatan",
        },
    ),
    "Tabel 3.1": (
        "tabel31_iku.csv",
        {"indikator": "indikator"} | {f"target_{2020 + i}": f"target_{i}" for i in range(1, 7)},
    ),
    "T-C.33": (
        "tc33_rumusan_rencana_2024.csv",
        _PLAN | {"catatan": "catatan", "target_maju": "target_maju", "pagu_maju": "pagu_maju"},
    ),
    "Tabel 4.1": ("tabel41_rencana_pendanaan_2024.csv", _PLAN),
}

TABLES = tuple(_SOURCES)
"""The names of the document's tables, in the document's order."""


def _read_value(key: str, text: str) -> Value:
    if not text:
        return None
    if key in AMOUNTS or key == "no":
        return int(text)
    return text


def _read_kind(record: Mapping[str, str]) -> str:
    if "jenis" in record:
        return record["jenis"]
    return "total" if "TOTAL" in record.values() else "baris"


@cache
def read(name: str) -> Table:
    """Return one table of the document."""
    file_name, keys = _SOURCES[name]
    with (DATA / file_name).open(encoding="utf-8", newline="") as file:
        records = list(csv.DictReader(file))
    return Table(
        name,
        tuple(
            Row(
                index,
                _read_kind(record),
                {key: _read_value(key, record[field]) for field, key in keys.items()},
            )
            for index, record in enumerate(records)
        ),
    )
