"""A small T-C.33 for the tests of the command line."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

from openpyxl import Workbook

Run = Callable[..., subprocess.CompletedProcess[str]]

HEADS = (
    "Kode",
    "Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan/Sub Kegiatan",
    "Indikator Kinerja Program/Kegiatan/Sub Kegiatan",
    "Lokasi",
    "Target Capaian Kinerja Tahun 2024",
    "Kebutuhan Dana/Pagu Indikatif Tahun 2024",
    "Sumber Dana",
    "Catatan Penting",
    "Target Capaian Kinerja Prakiraan Maju Tahun 2025",
    "Kebutuhan Dana/Pagu Indikatif Prakiraan Maju Tahun 2025",
)


def write_plan(path: Path, program: int, sheet: str = "T-C.33") -> Path:
    """Write a T-C.33 whose kegiatan add up to 300,000,000, and a program that says `program`."""
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    page.append(["Tabel T-C.33 Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun 2024"])
    page.append([])
    page.append(list(HEADS))
    rows: Sequence[tuple[str, str, int]] = (
        ("2.17.02", "PROGRAM PELAYANAN IZIN USAHA SIMPAN PINJAM", program),
        ("2.17.02.2.01", "Penerbitan Izin Usaha Simpan Pinjam", 100_000_000),
        ("2.17.02.2.01.0001", "Fasilitasi Pemenuhan Izin Usaha Simpan Pinjam", 100_000_000),
        ("2.17.02.2.02", "Penerbitan Izin Pembukaan Kantor Cabang", 200_000_000),
        ("2.17.02.2.02.0001", "Fasilitasi Pemenuhan Izin Pembukaan Kantor Cabang", 200_000_000),
    )
    for kode, name, amount in rows:
        page.append(
            [kode, name, f"Jumlah {name}", "Kab. Mojokerto", "12 Dokumen", amount, "APBD", "-",
             "13 Dokumen", amount + amount // 20]
        )  # fmt: skip
    book.save(path)
    return path
