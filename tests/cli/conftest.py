"""The command line as people run it: a process of its own, in a folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
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


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A workbook in which every sum holds."""
    return write_plan(tmp_path / "baik.xlsx", 300_000_000)


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """A workbook with a program that is one million over (JML002)."""
    return write_plan(tmp_path / "salah.xlsx", 301_000_000)


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run `selaras` in the test's folder; environment variables as keywords in capitals."""

    def run(
        *arguments: object, cwd: Path = tmp_path, stdin: str = "", **environment: str
    ) -> subprocess.CompletedProcess[str]:
        clean = {key: value for key, value in os.environ.items() if not key.startswith("SELARAS_")}
        return subprocess.run(
            [sys.executable, "-m", "selaras", *map(str, arguments)],
            cwd=cwd,
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            env={**clean, "PYTHONUTF8": "1", **environment},
            timeout=120,
            check=False,
        )

    return run
