"""Sheets that are none of the tables must not be taken for one: a false table accuses falsely."""

# ruff: noqa: E501

from __future__ import annotations

from pathlib import Path

import pytest

from .picture import DrawnSheet, read_picture, recognise_file, write_sheets

NOT_TABLES = {
    "RKA rincian belanja": """
RENCANA KERJA DAN ANGGARAN
Kode Rekening | Uraian | Rincian Perhitungan | < | < | < | Jumlah (Rp)
^ | ^ | Koefisien | Satuan | Harga Satuan | PPN | ^
5 | BELANJA DAERAH | | | | | 36000000
5.1 | BELANJA OPERASI | | | | | 36000000
5.1.02 | Belanja Barang dan Jasa | | | | | 36000000
5.1.02.01.01.0024 | Belanja Alat Tulis Kantor | 12 bulan | bulan | 3000000 | 0 | 36000000
""",
    "RKA ringkasan": """
RENCANA KERJA DAN ANGGARAN SATUAN KERJA PERANGKAT DAERAH
Kode Rekening | Uraian | Jumlah
1 | 2 | 3
5.1 | BELANJA OPERASI | 36000000
5.2 | BELANJA MODAL | 12000000
""",
    "DPA rencana penarikan": """
DOKUMEN PELAKSANAAN ANGGARAN
No | Uraian | Januari | Februari | Maret | April | Jumlah
1 | Belanja Operasi | 100 | 200 | 300 | 400 | 1000
2 | Belanja Modal | 0 | 0 | 500 | 500 | 1000
""",
    "SSH": """
STANDAR SATUAN HARGA TAHUN 2024
No | Kode Barang | Uraian | Spesifikasi | Satuan | Harga (Rp) | Keterangan
1 | 1.1.12.01.03 | Kertas HVS | A4 70 gram | rim | 55000 | lokal
2 | 1.1.12.01.04 | Pulpen | biru | lusin | 32000 | lokal
""",
    "daftar pegawai": """
DAFTAR NOMINATIF PEGAWAI
No | Nama | NIP | Pangkat/Gol | Jabatan | Unit Kerja | Ket
1 | Siti Aminah | 196801011990032010 | Pembina / IVa | Sekretaris | Sekretariat | aktif
2 | Budi | 197001011990032011 | Penata / IIIc | Kasubbag Program | Sekretariat | aktif
""",
    "KIB": """
KARTU INVENTARIS BARANG (KIB) B
No | Kode Barang | Nama Barang | Merk/Type | Tahun Pembelian | Harga (Rp) | Keterangan
1 | 02.06.02.01.01 | Laptop | Asus | 2021 | 12000000 | baik
""",
    "LRA": """
LAPORAN REALISASI ANGGARAN
No | Uraian | Anggaran 2023 | Realisasi 2023 | % | Realisasi 2022
1 | Belanja Pegawai | 5000000000 | 4900000000 | 98 | 4800000000
2 | Belanja Barang dan Jasa | 2000000000 | 1900000000 | 95 | 1700000000
""",
    "jadwal": """
JADWAL PENYUSUNAN RENJA
No | Kegiatan | Januari | Februari | Maret | Keterangan
1 | Orientasi | v | | | Bappeda
2 | Penyusunan rancangan awal | v | v | | OPD
""",
    "agenda": """
Agenda Surat Masuk Tahun 2024
No | Tanggal | Nomor Surat | Pengirim | Perihal | Keterangan
1 | 2 Januari 2024 | 005/12/2024 | Bappeda | Undangan Forum | hadir
""",
    "kuitansi": """
Invoice
No | Uraian | Volume | Satuan | Harga Satuan | Jumlah
1 | Kertas HVS | 10 | rim | 55000 | 550000
2 | Tinta | 2 | botol | 100000 | 200000
 | Total | | | | 750000
""",
    "RAB": """
RENCANA ANGGARAN BIAYA
No | Uraian Pekerjaan | Volume | Satuan | Harga Satuan (Rp) | Jumlah Harga (Rp)
I | PEKERJAAN PERSIAPAN | | | | 1000000
1 | Papan nama kegiatan | 1 | bh | 500000 | 500000
2 | Pembersihan lokasi | 1 | ls | 500000 | 500000
""",
    "pivot": """
Row Labels | Sum of Pagu | Count of Kode
DAK | 1000000 | 3
DAU | 2000000 | 4
Grand Total | 3000000 | 7
""",
    "DIPA": """
DAFTAR ISIAN PELAKSANAAN ANGGARAN
Kode | Program/Kegiatan/Output | Pagu | Realisasi | Sisa | %
018.09 | Program Dukungan Manajemen | 5000000 | 4000000 | 1000000 | 80
""",
    "aset": """
Daftar Aset Tetap
No | Nama | Lokasi | Luas | Nilai (Rp) | Tahun Perolehan | Ket
1 | Gedung Kantor | Kab. Lumajang | 500 m2 | 2000000000 | 2010 | baik
""",
    "surat": """
PEMERINTAH KABUPATEN LUMAJANG
DINAS KOPERASI DAN USAHA MIKRO
Nomor : | 050/123/2024
Sifat : | Penting
Lampiran : | 1 berkas
Perihal : | Penyampaian Renja 2024
Bersama ini kami sampaikan Rencana Kerja Perangkat Daerah Tahun 2024 dengan pagu indikatif sebesar Rp 8.886.334.700.
""",
    "penerima hibah": """
DAFTAR PENERIMA HIBAH
No | Nama Penerima | Alamat | Jumlah (Rp) | Keterangan
1 | Koperasi Maju | Desa Sukorejo | 25000000 | proposal
""",
    "perjanjian kinerja": """
PERJANJIAN KINERJA TAHUN 2024
No | Program | Anggaran | Keterangan
1 | Program Penunjang Urusan | Rp 500.000.000 | APBD
2 | Program Perizinan | Rp 100.000.000 | APBD
""",
    "realisasi fisik dan keuangan": """
LAPORAN REALISASI FISIK DAN KEUANGAN BULAN MARET 2024
No | Program/Kegiatan | Pagu Anggaran | Realisasi Keuangan | < | Realisasi Fisik (%) | Sisa Anggaran
^ | ^ | ^ | Rp | % | ^ | ^
1 | Program Penunjang | 500000000 | 100000000 | 20 | 25 | 400000000
""",
    "SK tim": """
No | Nama/Jabatan | Kedudukan dalam Tim | Keterangan
1 | Kepala Dinas | Ketua | -
2 | Sekretaris | Wakil | -
""",
}


@pytest.mark.parametrize("name", NOT_TABLES)
def test_none_is_taken_for_a_table(name: str, tmp_path: Path) -> None:
    work = recognise_file(
        write_sheets(tmp_path / "b.xlsx", DrawnSheet("Sheet1", read_picture(NOT_TABLES[name])))
    )
    assert [(table.name, str(table.area)) for table in work.tables] == []
    assert [skipped.sheet for skipped in work.skipped] == ["Sheet1"]
