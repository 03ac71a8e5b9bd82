"""The comparisons as values: what stands beside what, what differs, and what is said of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from selaras.intake import read_book
from selaras.model.setting import Setting
from selaras.model.work import Work
from selaras.recognise import recognise
from selaras.values.text import Teks
from selaras_addin.comparison import renja_renstra, renja_rkpd
from selaras_addin.comparison.content import Banding, Baris

CONTOH = Path(__file__).parents[2] / "examples" / "renja-mojokerto-2024.xlsx"


def _kerja(path: Path) -> Work:
    return recognise(read_book(str(path)), Setting())


@pytest.fixture(scope="module")
def contoh() -> Work:
    return _kerja(CONTOH)


def _isi(row: Baris) -> list[object]:
    return [cell.nilai for cell in row.sel]


def _beda(row: Baris) -> list[int]:
    return [index for index, cell in enumerate(row.sel) if cell.differs]


def _cari(banding: Banding, kode: str) -> Baris:
    (row,) = [row for row in banding.rows if row.sel[0].nilai == kode]
    return row


def test_rkpd_tiap_program_berdampingan(contoh: Work) -> None:
    banding = renja_rkpd.bandingkan(contoh, "id")
    assert isinstance(banding, Banding)
    codes = [row.sel[0].nilai for row in banding.rows]
    assert codes == [f"2.17.{n:02}" for n in (1, 3, 4, 5, 6, 7, 8)] + [None]
    row = _cari(banding, "2.17.06")
    assert [_isi(row)[n] for n in (4, 7, 10, 11)] == [
        428_765_050,
        2_400_000_000,
        2_400_000_000,
        1_971_234_950,
    ]
    assert _isi(row)[-2:] == ["Disesuaikan kebutuhan", "Di atas pagu RKPD"]
    assert _beda(row) == [7, 11]
    place = row.sel[7].asal
    assert place is not None
    amount = load_workbook(CONTOH)[place.sheet][place.cell].value
    assert amount == 2_400_000_000


def test_rkpd_indikator_yang_terpotong_ditandai(contoh: Work) -> None:
    banding = renja_rkpd.bandingkan(contoh, "id")
    assert isinstance(banding, Banding)
    row = _cari(banding, "2.17.05")
    assert _beda(row) == [5, 7, 11]
    assert _isi(row)[-1] == "Indikator berbeda; di bawah pagu RKPD"


def test_rkpd_baris_jumlah(contoh: Work) -> None:
    banding = renja_rkpd.bandingkan(contoh, "id")
    assert isinstance(banding, Banding)
    total = banding.rows[-1]
    assert total.total
    assert [_isi(total)[n] for n in (1, 4, 7, 10, 11)] == [
        "Jumlah",
        8_638_782_419,
        8_886_334_700,
        8_886_334_700,
        247_552_281,
    ]


def test_renstra_indikator_dalam_kode_yang_sama(contoh: Work) -> None:
    banding = renja_renstra.bandingkan(contoh, "id")
    assert isinstance(banding, Banding)
    row = _cari(banding, "2.17.03")
    assert _isi(row)[2:9] == [
        "Persentase Koperasi Berkualitas",
        "35%",
        150_100_000,
        "Persentase Koperasi Berkualitas",
        "35%",
        None,
        "45%",
    ]
    assert "Pagu Renstra tidak dapat dibandingkan: tidak ada T-C.27." in [
        line.id for line in banding.remarks
    ]
    lost = _cari(banding, "2.17.03.2.01")
    assert _isi(lost)[-1] == "Kode tidak ada di T-C.29"


def test_renstra_target_dan_pagu_yang_berbeda(tmp_path: Path) -> None:
    """A workbook with T-C.27: a target and an amount that differ, and a program left out."""
    work = _buku(
        tmp_path,
        [("1.02.02", "Program Kesehatan", "Angka kesembuhan", "80 %", 500)],
        [
            ("1.02.02", "Program Kesehatan", "Angka Kesembuhan", "75 %", 90, "85 %", 450),
            ("1.02.03", "Program SDM Kesehatan", "Rasio tenaga", "1 %", 10, "2 %", 20),
        ],
    )
    banding = renja_renstra.bandingkan(work, "id")
    assert isinstance(banding, Banding)
    first, only = banding.rows
    assert _isi(first) == [
        *("1.02.02", "Program Kesehatan", "Angka kesembuhan", "80 %", 500),
        *("Angka Kesembuhan", "85 %", 450, None, None, 50),
        "Target berbeda; pagu di atas Renstra",
    ]
    assert _beda(first) == [3, 4, 6, 7, 10]
    assert _isi(only)[:2] == ["1.02.03", "Program SDM Kesehatan"]
    assert _isi(only)[6:8] == ["2 %", 20]
    assert _isi(only)[-1] == "Tidak ada di Renja"
    assert _beda(only) == [0]


@pytest.mark.parametrize(
    ("module", "said"), [(renja_rkpd, "tidak memuat T-C.31"), (renja_renstra, "lembar Renstra")]
)
def test_tanpa_lawan_dikatakan_sebabnya(tmp_path: Path, module: object, said: str) -> None:
    work = _buku(tmp_path, [("1.02.02", "Program Kesehatan", "Angka kesembuhan", "80 %", 500)], [])
    told = module.bandingkan(work, "id")  # type: ignore[attr-defined]
    assert isinstance(told, Teks)
    assert said in told.id


def _buku(
    tmp_path: Path, plan: Sequence[tuple[object, ...]], renstra: Sequence[tuple[object, ...]]
) -> Work:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Rencana"
    sheet.append(["Rumusan Rencana Program dan Kegiatan Tahun 2026"])
    sheet.append(["Kode", "Program/Kegiatan", "Indikator", "Target", "Pagu Indikatif"])
    for row in plan:
        sheet.append(list(row))
    if renstra:
        sheet = book.create_sheet("Renstra")
        sheet.append(["Rencana Program, Kegiatan dan Pendanaan Perangkat Daerah"])
        years = [text for year in range(2025, 2030) for text in (f"Tahun {year}", "")]
        sheet.append(["Kode", "Program dan Kegiatan", "Indikator Kinerja", *years])
        sheet.append(["", "", "", *["Target", "Rp"] * 5])
        for row in renstra:
            sheet.append([*row, *row[-2:] * 3])
    path = tmp_path / "buku.xlsx"
    book.save(path)
    return _kerja(path)


def test_renstra_program_tanpa_baris_di_renja_tetap_ada_di_sana(tmp_path: Path) -> None:
    """A plan that lists sub kegiatan only has the programs that these belong to."""
    work = _buku(
        tmp_path,
        [("1.02.02.2.01.01", "Pelayanan", "Jumlah laporan", "8 laporan", 500)],
        [
            ("1.02.02", "Program Kesehatan", "Angka Kesembuhan", "75 %", 90, "85 %", 450),
            ("1.02.03", "Program SDM Kesehatan", "Rasio tenaga", "1 %", 10, "2 %", 20),
        ],
    )
    banding = renja_renstra.bandingkan(work, "id")
    assert isinstance(banding, Banding)
    assert [_isi(row)[0] for row in banding.rows] == ["1.02.02.2.01.01", "1.02.03"]
