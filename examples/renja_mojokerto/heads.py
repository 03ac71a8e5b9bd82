"""The heads of the tables as the regulation and the document print them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

Align = Literal["left", "center", "right"]


@dataclass(frozen=True)
class Column:
    """A column: its key, its words in the head, and the number printed under them.

    A column may take several cells; the parts of a code are written one to a cell, any other
    value into the first. A column with an empty key is a spacer.
    """

    key: str
    label: str
    number: int | str | None = None
    width: float = 12
    align: Align = "left"
    widths: tuple[float, ...] = ()

    @property
    def cells(self) -> int:
        """Return how many cells of a row the column takes."""
        return len(self.widths) or 1


@dataclass(frozen=True)
class Group:
    """Columns under a common head."""

    label: str
    columns: tuple[Column | Group, ...]


Head = tuple[Column | Group, ...]


def list_leaves(head: Head) -> Iterator[Column]:
    """Yield the columns of a head from left to right."""
    for node in head:
        if isinstance(node, Column):
            yield node
        else:
            yield from list_leaves(node.columns)


def count_levels(head: Head) -> int:
    """Return how many rows the head takes, without the row of printed numbers."""
    return max(1 if isinstance(node, Column) else 1 + count_levels(node.columns) for node in head)


SPLIT_CODE = (3.4, 4.2, 4.2, 3.4, 4.2, 5.0)
"""Widths of the six cells of a code."""

_NAME = "Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan/Sub Kegiatan"
_INDICATOR = "Indikator Kinerja Program/Kegiatan/Sub Kegiatan"

_PLAN: Head = (
    Column("kode", "Kode", 1, align="center", widths=SPLIT_CODE),
    Column("nama", _NAME, 2, 44),
    Column("indikator", _INDICATOR, 3, 40),
    Group(
        "Rencana Tahun 2024",
        (
            Column("lokasi", "Lokasi", 4, 15, "center"),
            Column("target", "Target Capaian Kinerja", 5, 15, "center"),
            Column("pagu", "Kebutuhan Dana/ Pagu Indikatif (Rp)", 6, 17, "right"),
            Column("sumber_dana", "Sumber Dana", 7, 17, "center"),
        ),
    ),
)


def _build_years(
    key: str, first: int, last: int, number: int | None, width: float
) -> tuple[Column, ...]:
    return tuple(
        Column(
            f"{key}_{i + 1}",
            f"Tahun {year}",
            None if number is None else number + i,
            width,
            "center",
        )
        for i, year in enumerate(range(first, last + 1))
    )


OFFICIAL: Mapping[str, Head] = {
    "Tabel 2.1": (
        Column("no", "No", None, 5, "center"),
        Column("nama", "Program / Kegiatan / Sub Kegiatan", None, 68),
        Group(
            "Target Kinerja",
            (
                Column("target_sebelum", "Sebelum Perubahan", None, 27, "center"),
                Column("target_setelah", "Setelah Perubahan", None, 27, "center"),
            ),
        ),
        Group(
            "Anggaran (Rp)",
            (
                Column("apbd", "APBD", None, 17, "right"),
                Column("p_apbd", "P-APBD", None, 17, "right"),
            ),
        ),
    ),
    "Tabel 2.2": (
        Column("no", "No", None, 5, "center"),
        Column("nama", "Program / Kegiatan / Sub Kegiatan", None, 78),
        Column("target", "Target Kinerja", None, 30, "center"),
        Column("apbd", "Anggaran APBD (Rp)", None, 20, "right"),
    ),
    "T-C.29": (
        Column("kode", "Kode", 1, align="center", widths=SPLIT_CODE),
        Column("nama", _NAME, 2, 42),
        Column(
            "indikator",
            "Indikator Kinerja Program (outcomes)/Kegiatan (output)/Sub Kegiatan (output)",
            3,
            40,
        ),
        Column(
            "target_akhir",
            "Target Kinerja Capaian Program (Renstra Perangkat Daerah) Tahun 2026",
            4,
            16,
            "center",
        ),
        Column(
            "realisasi_lalu",
            "Realisasi Target Kinerja Hasil Program dan Keluaran Kegiatan s/d Tahun 2021",
            5,
            16,
            "center",
        ),
        Group(
            "Target dan Realisasi Kinerja Program dan Keluaran Kegiatan Tahun 2022",
            (
                Column("target_renja", "Target Renja Perangkat Daerah Tahun 2022", 6, 15, "center"),
                Column(
                    "realisasi_renja",
                    "Realisasi Renja Perangkat Daerah Tahun 2022",
                    7,
                    15,
                    "center",
                ),
                Column("tingkat_realisasi", "Tingkat Realisasi (%)", "8 = (7/6)", 12, "center"),
            ),
        ),
        Column(
            "target_berjalan",
            "Target Program dan Kegiatan (Renja Perangkat Daerah) Tahun 2023",
            9,
            17.5,
            "center",
        ),
        Group(
            "Perkiraan Realisasi Capaian Target Renstra Perangkat Daerah s/d Tahun 2023",
            (
                Column(
                    "realisasi_berjalan",
                    "Realisasi Capaian Program dan Kegiatan s/d Tahun 2023",
                    "10 = (5+7+9)",
                    17,
                    "center",
                ),
                Column(
                    "tingkat_capaian",
                    "Tingkat Capaian Realisasi Target Renstra (%)",
                    "11 = (10/4)",
                    15,
                    "center",
                ),
            ),
        ),
    ),
    "T-C.30": (
        Column("no", "No", 1, 5, "center"),
        Column("indikator", "Indikator", 2, 46),
        Column("spm", "SPM/ Standar Nasional", 3, 10, "center"),
        Column("ikk", "IKK", 4, 7, "center"),
        Group("Target Renstra Perangkat Daerah", _build_years("target", 2021, 2024, 5, 11.5)),
        Group("Realisasi Capaian", _build_years("realisasi", 2021, 2022, 9, 12)),
        Group("Proyeksi", (Column("proyeksi_2", "Tahun 2024", 12, 12, "center"),)),
        Column("catatan", "Catatan Analisis", 13, 34),
    ),
    "T-C.31": (
        Column("no", "No", 1, 5, "center"),
        Group(
            "Rancangan Awal RKPD",
            (
                Column("rkpd_nama", "Program/Kegiatan", 2, 30),
                Column("rkpd_lokasi", "Lokasi", 3, 14, "center"),
                Column("rkpd_indikator", "Indikator Kinerja", 4, 30),
                Column("rkpd_target", "Target Capaian", 5, 11, "center"),
                Column("rkpd_pagu", "Pagu Indikatif (Rp)", 6, 17, "right"),
            ),
        ),
        Group(
            "Hasil Analisis Kebutuhan",
            (
                Column("nama", "Program/Kegiatan", 7, 30),
                Column("lokasi", "Lokasi", 8, 14, "center"),
                Column("indikator", "Indikator Kinerja", 9, 30),
                Column("target", "Target Capaian", 10, 11, "center"),
                Column("kebutuhan_dana", "Kebutuhan Dana (Rp)", 11, 17, "right"),
            ),
        ),
        Column("catatan", "Catatan Penting", 12, 20),
    ),
    "T-C.32": (
        Column("no", "No", 1, 5, "center"),
        Column("nama", "Program/Kegiatan", 2, 40),
        Column("lokasi", "Lokasi", 3, 20, "center"),
        Column("indikator", "Indikator Kinerja", 4, 34),
        Column("volume", "Besaran/Volume", 5, 18, "center"),
        Column("catatan", "Catatan", 6, 36),
    ),
    "Tabel 3.1": (
        Column("indikator", "Indikator Kinerja Utama", None, 60),
        Group("Target", _build_years("target", 2021, 2026, None, 13)),
    ),
    "T-C.33": (
        *_PLAN,
        Column("catatan", "Catatan Penting", 8, 23),
        Group(
            "Prakiraan Maju Rencana Tahun 2025",
            (
                Column("target_maju", "Target Capaian Kinerja", 9, 15, "center"),
                Column("pagu_maju", "Kebutuhan Dana/ Pagu Indikatif (Rp)", 10, 17, "right"),
            ),
        ),
    ),
    "Tabel 4.1": _PLAN,
}
"""The head of each table of the document, by the table's name."""
