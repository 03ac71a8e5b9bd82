"""What each row of a plan is, whatever its agency makes of codes, rincian, totals and sections."""

# ruff: noqa: E501

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from selaras.intake import read_book
from selaras.model.row import RowKind
from selaras.model.setting import Setting
from selaras.recognise import recognise

from .picture import DrawnSheet, only_table, read_picture, recognise_file, write_sheets

HEAD = """
Kode | Urusan/Bidang Urusan/Program/Kegiatan/Sub Kegiatan | Indikator Kinerja | Lokasi | Target 2024 | Pagu Indikatif 2024 | Sumber Dana | Catatan | Target Prakiraan Maju 2025 | Pagu Prakiraan Maju 2025
"""

CASES = {
    "rincian dengan judul": """
pokok 2.17.01.2.01.0001 | 2.17.01.2.01.0001 | Penyusunan Dokumen | Jumlah dokumen | Kab | 2 dok | 300 | APBD | | 2 dok | 310
rincian_judul | | Rincian :
rincian | | Belanja alat tulis | | | | 100 | NEM | | | 110
rincian | | Belanja rapat | | | | 200 | DAU | | | 200
pokok 2.17.01.2.01.0002 | 2.17.01.2.01.0002 | Koordinasi | Jumlah laporan | Kab | 1 lap | 50 | APBD | | 1 lap | 60
""",
    "sub kegiatan tanpa kode sesudah rincian": """
pokok 2.17.01.2.01.0001 | 2.17.01.2.01.0001 | Penyusunan Dokumen | Jumlah dokumen | Kab | 2 dok | 300 | APBD
rincian_judul | | Rincian :
rincian | | Belanja alat tulis | | | | 300 | NEM
yatim | | Evaluasi Kinerja | Jumlah laporan | Kab | 5 lap | 75 | APBD
rincian_judul | | Rincian :
rincian | | Belanja rapat | | | | 75 | NEM
pokok 2.17.01.2.01.0008 | 2.17.01.2.01.0008 | Koordinasi | Jumlah laporan | Kab | 1 lap | 50 | APBD
""",
    "rincian berindikator": """
pokok 2.17.01.2.01.0001 | 2.17.01.2.01.0001 | Penyusunan Dokumen | Jumlah dokumen | Kab | 2 dok | 300 | APBD
rincian_judul | | Rincian :
rincian | | Belanja alat tulis | Jumlah rim | | 9 rim | 100 | NEM
rincian | | Belanja rapat | Jumlah rapat | | 4 kali | 200 | NEM
""",
    "rincian bernomor di kolom kode": """
pokok 2.17.01.2.01.0001 | 2.17.01.2.01.0001 | Penyusunan Dokumen | Jumlah dokumen | Kab | 2 dok | 300 | APBD
rincian_judul | | Rincian:
rincian | 1 | Belanja alat tulis | | | | 100
rincian | 2 | Belanja rapat | | | | 200
pokok 2.17.01.2.01.0002 | 2.17.01.2.01.0002 | Koordinasi | Jumlah laporan | Kab | 1 lap | 50 | APBD
""",
    "rincian tanpa judul": """
pokok 2.17.01.2.01.0001 | 2.17.01.2.01.0001 | Penyusunan Dokumen | Jumlah dokumen | Kab | 2 dok | 300 | APBD
rincian | | - Belanja alat tulis | | | | 100
rincian | | - Belanja rapat | | | | 200
pokok 2.17.01.2.01.0002 | 2.17.01.2.01.0002 | Koordinasi | Jumlah laporan | Kab | 1 lap | 50 | APBD
rincian | | a. Honor | | | | 20
rincian | | b. Makan minum | | | | 30
""",
    "rincian dengan huruf di kolom kode": """
pokok 2.17.01.2.01.0001 | 2.17.01.2.01.0001 | Penyusunan Dokumen | Jumlah dokumen | Kab | 2 dok | 300 | APBD
rincian | a. | Belanja alat tulis | | | | 100
rincian | b. | Belanja rapat | | | | 200
""",
    "terdiri dari": """
pokok 2.17.01.2.01.0001 | 2.17.01.2.01.0001 | Penyusunan Dokumen | Jumlah dokumen | Kab | 2 dok | 300 | APBD
rincian_judul | | Terdiri dari :
rincian | | Alat tulis | | | | 100
rincian | | Rapat | | | | 200
""",
    "total di kolom kode": """
pokok 2.17.01 | 2.17.01 | PROGRAM PENUNJANG | Nilai | Kab | 2 | 300 | APBD
total | TOTAL | | | | | 300
""",
    "total di kolom indikator": """
pokok 2.17.01 | 2.17.01 | PROGRAM PENUNJANG | Nilai | Kab | 2 | 300 | APBD
total | | | JUMLAH | | | 300
""",
    "total instansi di kolom nama": """
pokok 2.17.01 | 2.17.01 | PROGRAM PENUNJANG | Nilai | Kab | 2 | 300 | APBD
pokok 2.17.02 | 2.17.02 | PROGRAM IZIN | Nilai | Kab | 2 | 100 | APBD
total | | Jumlah Unit Kerja Dinas Koperasi | | | | 450
""",
    "indikator di bawah sub kegiatannya": """
pokok 2.17.01 | 2.17.01 | PROGRAM PENUNJANG | Nilai | Kab | 2 | 300 | APBD
pokok 2.17.01.2.01.0001 | 2.17.01.2.01.0001 | Pengadaan Kendaraan
lanjutan | | | Jumlah Unit Kendaraan Dinas yang Disediakan | Kab | 2 unit | 300 | APBD
pokok 2.17.01.2.01.0002 | 2.17.01.2.01.0002 | Pengadaan Mebel
lanjutan | | | Jumlah Perangkat Daerah yang Dilayani | Kab | | 0 | APBD
""",
    "indikator bertarget di baris terakhir": """
pokok 2.17.01 | 2.17.01 | PROGRAM PENUNJANG | Nilai | Kab | 2 | 300 | APBD
indikator | | | Jumlah Kegiatan yang Dievaluasi | | 5 kegiatan | 300
""",
    "indikator tanpa uang": """
pokok 2.17.01 | 2.17.01 | PROGRAM PENUNJANG | Nilai | Kab | 2 | 300 | APBD
indikator | | | Jumlah Kecamatan yang Dibina
pokok 2.17.02 | 2.17.02 | PROGRAM IZIN | Nilai | Kab | 2 | 100 | APBD
""",
    "jumlah tepat di kolom indikator": """
pokok 2.17.01 | 2.17.01 | PROGRAM PENUNJANG | Nilai | Kab | 2 | 300 | APBD
pokok 2.17.02 | 2.17.02 | PROGRAM IZIN | Nilai | Kab | 2 | 100 | APBD
total | | | Jumlah Dinas Koperasi | | | 400
""",
    "jumlah keliru di kolom indikator": """
pokok 2.17.01 | 2.17.01 | PROGRAM PENUNJANG | Nilai | Kab | 2 | 300 | APBD
pokok 2.17.02 | 2.17.02 | PROGRAM IZIN | Nilai | Kab | 2 | 100 | APBD
total | | | Jumlah Dinas Koperasi | | | 410
""",
    "rincian yang diawali jumlah": """
pokok 2.17.01.2.01.0001 | 2.17.01.2.01.0001 | Penyusunan Dokumen | Jumlah dokumen | Kab | 2 dok | 300 | APBD
rincian_judul | | Rincian :
rincian | | - Jumlah unit komputer | | | | 100 | NEM
rincian | | - Rapat | | | | 200 | NEM
""",
    "total di kolom target": """
pokok 2.17.01 | 2.17.01 | PROGRAM PENUNJANG | Nilai | Kab | 2 | 300 | APBD
total | | | | | Total Rp | 300
""",
    "total menyebut instansi": """
pokok 2.17.01 | 2.17.01 | PROGRAM PENUNJANG | Nilai | Kab | 2 | 300 | APBD
total | | TOTAL PAGU DINAS KOPERASI DAN USAHA MIKRO KAB. LUMAJANG TAHUN 2024 | | | | 300
""",
    "total belanja": """
pokok 2.17.01 | 2.17.01 | PROGRAM PENUNJANG | Nilai | Kab | 2 | 300 | APBD
total | | Total Belanja Perangkat Daerah | | | | 300
""",
    "total di atas data": """
total | | JUMLAH | | | | 300
pokok 2.17.01 | 2.17.01 | PROGRAM PENUNJANG | Nilai | Kab | 2 | 300 | APBD
pokok 2.17.01.2.01 | 2.17.01.2.01 | Perencanaan | Jumlah | Kab | 2 | 300 | APBD
""",
    "jumlah per program": """
pokok 2.17.01 | 2.17.01 | PROGRAM PENUNJANG | Nilai | Kab | 2 | 300 | APBD
jumlah | | Jumlah Program Penunjang | | | | 300
pokok 2.17.02 | 2.17.02 | PROGRAM PELAYANAN IZIN | Nilai | Kab | 2 | 100 | APBD
total | | Sub Total | | | | 100
total | | Grand Total | | | | 400
""",
    "bukan total": """
pokok 2.17.01.2.06.0002 | 2.17.01.2.06.0002 | Peralatan Ukur | Jumlah | Kab | 2 | 300 | APBD
rincian_judul | | Rincian
rincian | | Total Station | | | | 100
rincian | | Jumlah peserta pelatihan | | | | 200
""",
    "baris OPD dan urusan tanpa kode": """
judul | | DINAS KOPERASI DAN USAHA MIKRO | | | | 300
judul | | URUSAN WAJIB NON PELAYANAN DASAR | | | | 300
pokok 2.17.01 | 2.17.01 | PROGRAM PENUNJANG | Nilai | Kab | 2 | 300 | APBD
""",
    "kode OPD": """
judul | 2.17.3.30.0.00.01.0000 | DINAS KOPERASI DAN USAHA MIKRO | | | | 300
pokok 2.17 | 2.17 | URUSAN PEMERINTAHAN BIDANG KOPERASI | | | | 300
pokok 2.17.01 | 2.17.01 | PROGRAM PENUNJANG | Nilai | Kab | 2 | 300 | APBD
""",
    "unit di tengah": """
pokok 1.02.01 | 1.02.01 | PROGRAM PENUNJANG | Nilai | Kab | 2 | 300 | APBD
judul | | UPTD PUSKESMAS PASIRIAN | | | | 100
pokok 1.02.02 | 1.02.02 | PROGRAM UPAYA KESEHATAN | Nilai | Kab | 2 | 100 | APBD
""",
    "bagian tanpa pagu": """
judul | A. URUSAN WAJIB
pokok 2.17.01 | 2.17.01 | PROGRAM PENUNJANG | Nilai | Kab | 2 | 300 | APBD
lanjutan | B. URUSAN PILIHAN
pokok 3.30.02 | 3.30.02 | PROGRAM PERIZINAN | Nilai | Kab | 2 | 300 | APBD
""",
    "beberapa indikator": """
pokok 2.17.01 | 2.17.01 | PROGRAM PENUNJANG | Nilai SAKIP | Kab | 84 | 300 | APBD
indikator | | | Persentase temuan | | 100%
indikator | | | Indeks kepuasan | | 85
pokok 2.17.01.2.01 | 2.17.01.2.01 | Perencanaan | Jumlah | Kab | 2 | 300 | APBD
""",
    "sub kegiatan dua baris": """
pokok 2.17.01.2.01 | 2.17.01.2.01 | Perencanaan | Jumlah | Kab | 2 | 300 | APBD
pokok 2.17.01.2.01.0001 | 2.17.01.2.01.0001 | Penyusunan Dokumen
lanjutan | | | Jumlah dokumen | Kab | 2 dok | 300 | APBD | | 2 dok | 310
pokok 2.17.01.2.01.0002 | 2.17.01.2.01.0002 | Evaluasi
""",
    "huruf dalam kode": """
pokok 2.17.01 | 2.17.01 | PROGRAM PENUNJANG | Nilai | Kab | 2 | 300 | APBD
pokok - | abc | Perencanaan | Jumlah | Kab | 2 | 100 | APBD
pokok - | 2.17.O1.x | Administrasi | Jumlah | Kab | 2 | 200 | APBD
""",
    "penanggung jawab bukan tanda tangan": """
pokok 2.17.01 | 2.17.01 | PROGRAM PENUNJANG | Nilai | Kab | 2 | 300 | APBD
lanjutan | | | | | | | | Kepala Bidang Koperasi
pokok 2.17.02 | 2.17.02 | PROGRAM PELAYANAN IZIN | Nilai | Kab | 2 | 100 | APBD
""",
    "tanda tangan di tengah": """
pokok 2.17.01 | 2.17.01 | PROGRAM PENUNJANG | Nilai | Kab | 2 | 300 | APBD
total | | TOTAL | | | | 300
 |
 | | | | | Lumajang, 12 Juli 2023
 | | | | | KEPALA DINAS KOPERASI
 |
 | | | | | Drs. SUGENG, M.Si.
 | | | | | NIP. 19680101 199003 1 010
""",
    "tanda tangan tanpa total": """
pokok 2.17.01 | 2.17.01 | PROGRAM PENUNJANG | Nilai | Kab | 2 | 300 | APBD
 | | | | | | KEPALA DINAS
 | | | | | | SITI AMINAH
 | | | | | | 19680101 199003 2 010
""",
    "catatan kaki": """
pokok 2.17.01 | 2.17.01 | PROGRAM PENUNJANG | Nilai | Kab | 2 | 300 | APBD
total | Jumlah | | | | | 300
 | *) Pagu sesuai KUA PPAS 2024
 | Sumber : Dinas Koperasi, 2023
""",
    "catatan kaki tanpa total": """
pokok 2.17.01 | 2.17.01 | PROGRAM PENUNJANG | Nilai | Kab | 2 | 300 | APBD
 | *) Pagu sesuai KUA PPAS 2024
 | Sumber : Dinas Koperasi, 2023
""",
}


@pytest.mark.parametrize("name", CASES)
def test_row_kinds(name: str, tmp_path: Path) -> None:
    lines = [line.split("|", 1) for line in CASES[name].strip("\n").splitlines()]
    rows = [
        *read_picture(HEAD),
        *(read_picture(cells)[0] if cells.strip() else [] for _, cells in lines),
    ]
    table = only_table(
        recognise_file(write_sheets(tmp_path / "b.xlsx", DrawnSheet("Renja", rows))), "T-C.33"
    )
    want = {at: label.strip() for at, (label, _) in enumerate(lines, 2) if label.strip()}
    got = {}
    for row in table.rows:
        code = f" {row.kode or '-'}" if row.kind == "pokok" else ""
        got[row.row] = f"{row.kind.value}{code}"
    assert got == want
    for row in table.rows:
        cell = rows[row.row - 1][5] if len(rows[row.row - 1]) > 5 else ""
        if cell and row.kind != "lanjutan":
            assert row.amount("pagu") == int(cell)


KODE = {
    "digabung ke bawah": (
        """
Kode | < | < | < | < | Program/Kegiatan/Sub Kegiatan | Indikator | Target | Lokasi | Pagu 2024 | Sumber Dana
2 | 17 | 01 | | | PROGRAM PENUNJANG | Nilai | 2 | Kab | 300 | APBD
^ | ^ | ^ | =2.01 | | Perencanaan | Jumlah | 2 | Kab | 300 | APBD
^ | ^ | ^ | ^ | #0001 | Penyusunan | Jumlah | 2 | Kab | 200 | APBD
^ | ^ | ^ | ^ | #0002 | Evaluasi | Jumlah | 2 | Kab | 100 | APBD
^ | ^ | 02 | | | PROGRAM IZIN | Jumlah | 2 | Kab | 100 | APBD
""",
        ["2.17.01", "2.17.01.2.01", "2.17.01.2.01.0001", "2.17.01.2.01.0002", "2.17.02"],
    ),
    "tidak diulang": (
        """
Kode | | | | | | Program/Kegiatan/Sub Kegiatan | Indikator | Target | Lokasi | Pagu 2024 | Sumber Dana
2 | | | | | | URUSAN WAJIB | | | | 300 |
 | 17 | | | | | KOPERASI | | | | 300 |
 | | #01 | | | | PROGRAM PENUNJANG | Nilai | 2 | Kab | 300 | APBD
 | | | 2 | #01 | | Perencanaan | Jumlah | 2 | Kab | 300 | APBD
 | | | | | #0001 | Penyusunan | Jumlah | 2 | Kab | 300 | APBD
""",
        ["2", "2.17", "2.17.01", "2.17.01.2.01", "2.17.01.2.01.0001"],
    ),
    "tujuh sel": (
        """
KODE | < | < | < | < | < | < | PROGRAM/KEGIATAN/SUB KEGIATAN | INDIKATOR | TARGET | LOKASI | PAGU 2024 | SUMBER DANA
2 | #17 | #01 | 2 | #01 | #0001 | | Penyusunan | Jumlah | 2 | Kab | 300 | APBD
2 | #17 | #01 | 2 | #01 | #0002 | | Evaluasi | Jumlah | 2 | Kab | 300 | APBD
""",
        ["2.17.01.2.01.0001", "2.17.01.2.01.0002"],
    ),
    "bertingkat di satu kepala": (
        """
Kode | < | < | < | < | Program/Kegiatan/Sub Kegiatan | Indikator | Target | Lokasi | Pagu 2024 | Sumber Dana
#2 | | | | | URUSAN WAJIB | | | | 300 |
 | #2.17 | | | | KOPERASI | | | | 300 |
 | | #2.17.01 | | | PROGRAM PENUNJANG | Nilai | 2 | Kab | 300 | APBD
 | | | #2.17.01.2.01 | | Perencanaan | Jumlah | 2 | Kab | 300 | APBD
 | | | | #2.17.01.2.01.0001 | Penyusunan | Jumlah | 2 | Kab | 300 | APBD
""",
        ["2", "2.17", "2.17.01", "2.17.01.2.01", "2.17.01.2.01.0001"],
    ),
    "kode dan nama bertingkat": (
        """
Program/Kegiatan/Sub Kegiatan | < | < | < | Indikator | Target | Lokasi | Pagu 2024 | Sumber Dana
#2.17.01 | PROGRAM PENUNJANG | | | Nilai | 2 | Kab | 300 | APBD
 | #2.17.01.2.01 | Perencanaan | | Jumlah | 2 | Kab | 300 | APBD
 | | #2.17.01.2.01.0001 | Penyusunan | Jumlah | 2 | Kab | 300 | APBD
""",
        ["2.17.01", "2.17.01.2.01", "2.17.01.2.01.0001"],
    ),
    "di dalam nama": (
        """
No | Program/Kegiatan/Sub Kegiatan | Indikator | Target | Lokasi | Pagu 2024 | Sumber Dana
1 | 2.17.01 PROGRAM PENUNJANG | Nilai | 2 | Kab | 300 | APBD
 | 2.17.01.2.01 - Perencanaan | Jumlah | 2 | Kab | 300 | APBD
 | 2.17.01.2.01.0001 Penyusunan | Jumlah | 2 | Kab | 300 | APBD
""",
        ["2.17.01", "2.17.01.2.01", "2.17.01.2.01.0001"],
    ),
    "angka": (
        """
Kode | Program/Kegiatan/Sub Kegiatan | Indikator | Target | Lokasi | Pagu 2024 | Sumber Dana
2 | URUSAN WAJIB | | | | 300 |
=2.17 | KOPERASI | | | | 300 |
#2.17.01 | PROGRAM PENUNJANG | Nilai | 2 | Kab | 300 | APBD
""",
        ["2", "2.17", "2.17.01"],
    ),
    "nama bertingkat": (
        """
Kode | Program/Kegiatan/Sub Kegiatan | < | < | Indikator | Target | Lokasi | Pagu 2024 | Sumber Dana
#2.17.01 | PROGRAM PENUNJANG | | | Nilai | 2 | Kab | 300 | APBD
#2.17.01.2.01 | | Perencanaan | | Jumlah | 2 | Kab | 300 | APBD
#2.17.01.2.01.0001 | | | Penyusunan | Jumlah | 2 | Kab | 300 | APBD
""",
        ["2.17.01", "2.17.01.2.01", "2.17.01.2.01.0001"],
    ),
}


@pytest.mark.parametrize("name", KODE)
def test_kode(name: str, tmp_path: Path) -> None:
    picture, want = KODE[name]
    rows = [["Tabel T-C.33 Rumusan Rencana Program dan Kegiatan"], [], *read_picture(picture)]
    work = recognise_file(write_sheets(tmp_path / "b.xlsx", DrawnSheet("Renja", rows)))
    table = only_table(work, "T-C.33")
    assert [str(row.kode) for row in table.main_rows] == want
    assert all(row.name and row.name[0].isalpha() for row in table.main_rows)
    assert [row.parent is not None for row in table.main_rows][1:] or len(want) == 1


@pytest.mark.parametrize(
    "kode",
    [
        ("2", "17", "1", "2", "123", "7"),
        ("2", "17", None, "2", "1", "7"),
        ("2", "17", "1", "2a", "1", "7"),
    ],
)
def test_a_garbled_split_code_after_rincian_begins_a_row_of_its_own(
    kode: tuple[str | None, ...], tmp_path: Path
) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    heads = ["Program/Kegiatan/Sub Kegiatan", "Indikator Kinerja", "Target 2024", "Pagu (Rp)"]
    sheet.append(["Kode", *[None] * 5, *heads])
    sheet.merge_cells("A1:F1")
    sheet.append(["2", "17", "1", *[None] * 3, "Program", "Nilai", "80", 300])
    sheet.append(["2", "17", "1", "2", "1", None, "Kegiatan", "Persen", "100%", 300])
    sheet.append(["2", "17", "1", "2", "1", "1", "Sub A", "Jumlah", "1 dokumen", 100])
    sheet.append([*[None] * 6, "Rincian :"])
    sheet.append([*[None] * 6, "Kursi", None, None, 100])
    sheet.append([*kode, "Sub B", "Jumlah", "2 laporan", 200])
    path = tmp_path / "rusak.xlsx"
    book.save(path)
    (table,) = recognise(read_book(path), Setting()).tables
    row = table.rows[-1]
    assert (row.row, row.kind) == (7, RowKind.MAIN)
    assert row.reading is not None
    assert row.reading.fault is not None
