"""Columns inside a table that are none of its own are told, where they hold what must be checked."""

# ruff: noqa: E501

from __future__ import annotations

import pytest

from selaras.engine.run import check_book
from selaras.model.setting import Setting

from .picture import DrawnSheet, build_in_memory, read_picture

TITLE = "Tabel 4.1 Rencana Program, Kegiatan, dan Pendanaan Tahun 2024"
HEAD = "Kode | Program/Kegiatan | Indikator | Lokasi | Target | Pagu (Rp) | Sumber Dana"
ROWS = (
    "2.17.01 | PROGRAM PENUNJANG URUSAN | Nilai SAKIP | Kab | 80 nilai | 50000000 | DAU",
    "2.17.02 | PROGRAM PERIZINAN KOPERASI | Jumlah izin | Kab | 20 izin | 10000000 | DAU",
    "2.17.03 | PROGRAM PENGAWASAN KOPERASI | Jumlah koperasi | Kab | 10 unit | 15000000 | DAU",
    "2.17.04 | PROGRAM PENILAIAN KESEHATAN | Jumlah koperasi | Kab | 10 unit | 15000000 | DAU",
)

#: A further column: its head and cells, and what the finding must say of it.
SPOKEN = {
    "amounts": ("Rencana Kas", ("1500000", "2500000", "3500000", "4500000"), "angka rupiah"),
    "amounts as text": (
        "Uang Muka",
        ("Rp 1.500.000,00", "Rp 2.500.000,00", "Rp 3.500.000,00", "Rp 4.500.000,00"),
        "angka rupiah",
    ),
    "codes": ("Identitas", ("2.17.01", "2.17.02", "2.17.03", "2.17.04"), "kode"),
    "names": (
        "Sebutan Lama",
        ("Program Pelayanan", "Program Izin", "Program Pembinaan", "Program Penilaian"),
        "nama program",
    ),
    "amounts without a head": ("", ("1500000", "2500000", "3500000", "4500000"), "angka rupiah"),
}
SILENT = {
    "unit": ("Satuan", ("nilai", "izin", "unit", "unit")),
    "responsible": ("Penanggung Jawab", ("Sekretariat", "Bidang A", "Bidang B", "Bidang C")),
    "check": ("Selisih (Rp)", ("1500000", "2500000", "3500000", "4500000")),
    "should be": ("Jumlah Seharusnya", ("1500000", "2500000", "3500000", "4500000")),
    "years": ("Tahun Mulai", ("2021", "2022", "2023", "2024")),
    "dates": ("Diperbarui", ("45200", "45201", "45202", "45203")),
    "blank": ("Rencana Kas", ("", "", "", "")),
    "one note": ("Paraf", ("1500000", "", "", "")),
    "texts": ("Arahan Pimpinan", ("segera", "tunda dulu", "lanjutkan saja", "segera")),
    "goals": (
        "Misi",
        ("Peningkatan layanan", "Pengembangan usaha", "Pembinaan warga", "Penataan kota"),
    ),
    "population": ("Jumlah Penduduk", ("150000", "250000", "350000", "450000")),
}


def _said(head: str, cells: tuple[str, ...], *, last: bool = True) -> list[tuple[str, str]]:
    """Return the findings of LBR011 with the column at the end, or before the fund source."""

    def put(line: str, cell: str) -> str:
        parts = line.split(" | ")
        at = len(parts) if last else 6
        return " | ".join([*parts[:at], cell, *parts[at:]])

    lines = [put(HEAD, head), *(put(row, cell) for row, cell in zip(ROWS, cells, strict=True))]
    book = build_in_memory(DrawnSheet("Sheet1", read_picture("\n".join([TITLE, *lines]))))
    report = check_book(book, Setting())
    assert [table.table for table in report.tables] == ["Tabel 4.1"]
    return [(f.cell or "", f.message.id) for f in report.findings if f.code == "LBR011"]


@pytest.mark.parametrize("name", SPOKEN)
def test_what_no_column_took_is_told_with_its_head_and_cells(name: str) -> None:
    head, cells, holds = SPOKEN[name]
    ((cell, message),) = _said(head, cells, last=False)
    assert cell == "G2"
    assert holds in message
    assert "G3:G6" in message
    assert (f"“{head}”" in message) if head else ("tanpa judul" in message)


@pytest.mark.parametrize("name", SILENT)
def test_known_additions_and_other_columns_are_not_told(name: str) -> None:
    head, cells = SILENT[name]
    assert _said(head, cells) == []


def test_fund_sources_of_their_own_are_not_told() -> None:
    lines = [
        f"{HEAD.rpartition(' | ')[0]} | DAU | DAK | Keterangan",
        *(f"{row.rpartition(' | ')[0]} | 4000000 | 6000000 |" for row in ROWS),
    ]
    book = build_in_memory(DrawnSheet("Sheet1", read_picture("\n".join([TITLE, *lines]))))
    assert [f.cell for f in check_book(book, Setting()).findings if f.code == "LBR011"] == []


def test_a_code_split_over_cells_under_a_strange_head_is_told() -> None:
    rows = (
        f"#2 | #17 | #{n:02d} | Program Uji Coba {n} | Jumlah izin | Kab | 20 izin | 1000000{n} | DAU"
        for n in range(1, 6)
    )
    head = (
        "Identitas | | | Program/Kegiatan | Indikator | Lokasi | Target | Pagu (Rp) | Sumber Dana"
    )
    book = build_in_memory(DrawnSheet("Sheet1", read_picture("\n".join([TITLE, head, *rows]))))
    ((cell, message),) = [
        (f.cell, f.message.id) for f in check_book(book, Setting()).findings if f.code == "LBR011"
    ]
    assert cell == "A2"
    assert "A3:C7" in message
