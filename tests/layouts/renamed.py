"""Layout "nama-lain": other sheet names and order, other words, blank columns, more titles."""

from __future__ import annotations

from dataclasses import replace

from renja_mojokerto.document import Document
from renja_mojokerto.handed_in import build_official_block
from renja_mojokerto.plan import Block, SheetPlan

from .reshape import put_spacers, reword

_EXTRA_TITLES = (
    "PEMERINTAH KABUPATEN MOJOKERTO",
    "RENCANA KERJA (RENJA) PERANGKAT DAERAH",
    "LAMPIRAN",
    "",
)

_SHEETS = (
    ("renja fix", "T-C.33"),
    ("Sheet1", "Tabel 4.1"),
    ("Lamp 3 (2)", "T-C.29"),
    ("kinerja pelayanan", "T-C.30"),
    ("rkpd vs renja", "T-C.31"),
    ("Sheet3", "T-C.32"),
    ("iku", "Tabel 3.1"),
    ("pagu 23", "Tabel 2.2"),
    ("pagu 22 (murni+PAK)", "Tabel 2.1"),
)

_PLAN = {
    "kode": "Kode Rekening",
    "nama": "Program / Kegiatan / Sub Keg.",
    "indikator": "Indikator Kinerja",
    "lokasi": "Lokasi Kegiatan",
    "target": "Target Kinerja",
    "pagu": "Pagu (Rp)",
    "sumber_dana": "Sumber Pendanaan",
    "catatan": "Ket.",
    "target_maju": "Target",
    "pagu_maju": "Pagu (Rp)",
}

_COLUMNS = {
    "T-C.33": _PLAN,
    "Tabel 4.1": _PLAN,
    "T-C.29": {
        "kode": "Kode Rekening",
        "nama": "Program / Kegiatan / Sub Keg.",
        "indikator": "Indikator Kinerja",
        "target_akhir": "Target Renstra s.d. 2026",
        "realisasi_lalu": "Realisasi s.d. 2021",
        "target_renja": "Target Renja 2022",
        "realisasi_renja": "Realisasi Renja 2022",
        "tingkat_realisasi": "% Realisasi",
        "target_berjalan": "Target Renja 2023",
        "realisasi_berjalan": "Realisasi s.d. 2023",
        "tingkat_capaian": "Capaian thd Renstra (%)",
    },
    "T-C.30": {
        "no": "No.",
        "indikator": "Indikator Kinerja",
        "spm": "SPM",
        "catatan": "Keterangan",
    }
    | {f"target_{i}": f"Th. {2020 + i}" for i in range(1, 5)}
    | {f"realisasi_{i}": f"Th. {2020 + i}" for i in range(1, 3)}
    | {"proyeksi_1": "Th. 2023", "proyeksi_2": "Th. 2024"},
    "T-C.31": {
        "no": "No.",
        "rkpd_nama": "Program",
        "rkpd_indikator": "Indikator",
        "rkpd_target": "Target",
        "rkpd_pagu": "Pagu (Rp)",
        "nama": "Program",
        "indikator": "Indikator",
        "target": "Target",
        "kebutuhan_dana": "Kebutuhan (Rp)",
        "catatan": "Ket.",
    },
    "T-C.32": {
        "no": "No.",
        "nama": "Program / Kegiatan",
        "volume": "Volume",
        "catatan": "Ket.",
    },
    "Tabel 2.1": {
        "no": "No.",
        "nama": "Uraian",
        "target_sebelum": "Sebelum",
        "target_setelah": "Sesudah",
        "apbd": "APBD 2022",
        "p_apbd": "P-APBD 2022",
    },
    "Tabel 2.2": {"no": "No.", "nama": "Uraian", "target": "Target", "apbd": "APBD 2023 (Rp)"},
    "Tabel 3.1": {"indikator": "Indikator Kinerja Utama (IKU)"}
    | {f"target_{i}": str(2020 + i) for i in range(1, 7)},
}

_GROUPS = {
    "Rencana Tahun 2024": "Rencana 2024",
    "Prakiraan Maju Rencana Tahun 2025": "Perkiraan Maju 2025",
    "Target dan Realisasi Kinerja Program dan Keluaran Kegiatan Tahun 2022": "Kinerja 2022",
    "Perkiraan Realisasi Capaian Target Renstra Perangkat Daerah s/d Tahun 2023": (
        "Perkiraan s.d. 2023"
    ),
    "Target Renstra Perangkat Daerah": "Target Renstra",
    "Realisasi Capaian": "Realisasi",
    "Rancangan Awal RKPD": "RKPD",
    "Hasil Analisis Kebutuhan": "Renja (analisis kebutuhan)",
    "Target Kinerja": "Target",
    "Anggaran (Rp)": "Anggaran",
}

_SPACED = frozenset({"indikator", "catatan", "target_berjalan"})


def _build_block(name: str, document: Document) -> Block:
    block = build_official_block(name, document)
    head = reword(block.head, _COLUMNS[name], _GROUPS)
    if name != "Tabel 3.1":
        head = put_spacers(head, _SPACED)
    return replace(block, head=head, titles=(*_EXTRA_TITLES, *block.titles[1:]))


def build_sheets(document: Document) -> tuple[SheetPlan, ...]:
    """Return the renamed and reordered sheets."""
    return tuple(
        SheetPlan(sheet_name, (_build_block(table, document),), first_column=2)
        for sheet_name, table in _SHEETS
    )
