"""Layout "bergeser": columns in another order, heads not merged, nothing dressed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from renja_mojokerto.document import Document
from renja_mojokerto.handed_in import build_official_sheets
from renja_mojokerto.heads import Column, Group, Head, list_leaves
from renja_mojokerto.plan import Block, SheetPlan

from .reshape import reform

_Order = tuple["str | tuple[str, _Order]", ...]

_PLAN_2024 = ("Rencana Tahun 2024", ("target", "sumber_dana", "pagu"))

_ORDERS: Mapping[str, _Order] = {
    "Tabel 2.1": (
        "no",
        "nama",
        ("Anggaran (Rp)", ("apbd", "p_apbd")),
        ("Target Kinerja", ("target_sebelum", "target_setelah")),
    ),
    "Tabel 2.2": ("no", "nama", "apbd", "target"),
    "T-C.29": (
        "kode",
        "nama",
        "indikator",
        "target_akhir",
        "realisasi_lalu",
        "target_berjalan",
        (
            "Target dan Realisasi Kinerja Program dan Keluaran Kegiatan Tahun 2022",
            ("target_renja", "realisasi_renja", "tingkat_realisasi"),
        ),
        (
            "Perkiraan Realisasi Capaian Target Renstra Perangkat Daerah s/d Tahun 2023",
            ("realisasi_berjalan", "tingkat_capaian"),
        ),
    ),
    "T-C.30": (
        "no",
        "indikator",
        "ikk",
        "spm",
        ("Realisasi Capaian", ("realisasi_1", "realisasi_2")),
        ("Target Renstra Perangkat Daerah", ("target_1", "target_2", "target_3", "target_4")),
        ("Proyeksi", ("proyeksi_1", "proyeksi_2")),
        "catatan",
    ),
    "T-C.31": (
        "no",
        (
            "Rancangan Awal RKPD",
            ("rkpd_nama", "rkpd_indikator", "rkpd_target", "rkpd_lokasi", "rkpd_pagu"),
        ),
        (
            "Hasil Analisis Kebutuhan",
            ("nama", "indikator", "target", "lokasi", "kebutuhan_dana"),
        ),
        "catatan",
    ),
    "T-C.32": ("no", "nama", "indikator", "volume", "lokasi", "catatan"),
    "T-C.33": (
        "kode",
        "nama",
        "lokasi",
        "indikator",
        _PLAN_2024,
        ("Prakiraan Maju Rencana Tahun 2025", ("pagu_maju", "target_maju")),
        "catatan",
    ),
    "Tabel 4.1": ("kode", "nama", "lokasi", "indikator", _PLAN_2024),
}


def _reorder(columns: Mapping[str, Column], order: _Order) -> Head:
    return tuple(
        columns[node] if isinstance(node, str) else Group(node[0], _reorder(columns, node[1]))
        for node in order
        if not isinstance(node, str) or node in columns
    )


def _build_block(block: Block) -> Block:
    name = block.table.name
    head = block.head
    if name in _ORDERS:
        head = _reorder({column.key: column for column in list_leaves(head)}, _ORDERS[name])
    return reform(replace(block, head=head), merged=False, numbered=False, dressed=False)


def build_sheets(document: Document) -> tuple[SheetPlan, ...]:
    """Return the sheets with columns moved."""
    return tuple(
        replace(plan, blocks=tuple(_build_block(block) for block in plan.blocks))
        for plan in build_official_sheets(document)
    )
