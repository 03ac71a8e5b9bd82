"""Other documents of the same offices speak the same words, and are none of the tables."""

# ruff: noqa: E501

from __future__ import annotations

from pathlib import Path

import pytest

from selaras import check
from selaras.intake import read_book
from selaras.model.setting import Setting
from selaras.recognise import recognise
from selaras.values.finding import Severity

from .picture import DrawnSheet, build_in_memory, read_picture, write_sheets

FOREIGN_FOLDER = Path(__file__).parents[3] / "shared/data/asing"

FOREIGN = {
    "RKA with accounts in one cell, indicators in its head": """
RENCANA KERJA DAN ANGGARAN
Kode Rekening | Uraian | Indikator Kinerja | Lokasi | Volume | Harga Satuan | Jumlah (Rp) | Sumber Dana
5.1.02 | Belanja Barang dan Jasa | | | | | 36000000 | DAU
5.1.02.01 | Belanja Barang | | | | | 36000000 | DAU
5.1.02.01.01.0024 | Belanja Alat Tulis Kantor | | Kantor | 12 bulan | 3000000 | 36000000 | DAU
5.1.02.02.01.0003 | Belanja Jasa Tenaga | | Kantor | 12 bulan | 2000000 | 24000000 | DAU
""",
    "RKA with accounts in cells": """
RKA - SKPD
Kode Rekening | < | < | < | < | Uraian | Rincian Penghitungan | < | < | Jumlah
^ | ^ | ^ | ^ | ^ | ^ | Volume | Satuan | Harga Satuan | (Rp)
1 | < | < | < | < | 2 | 3 | 4 | 5 | 6 = (3 x 5)
#5 | | | | | BELANJA | | | | 300000000
#5 | #2 | #2 | | | BELANJA LANGSUNG | | | | 300000000
#5 | #2 | #2 | #01 | | Belanja Bahan Pakai Habis | | | | 9452000
#5 | #2 | #2 | #01 | #10 | Belanja Alat Tulis Kantor | | | | 9452000
 | | | | | - Kertas HVS | 10 | rim | 50000 | 500000
 | | | | | - Tinta | 20 | botol | 150000 | 3000000
""",
    "LKjIP: performance beside money": """
CAPAIAN KINERJA DAN ANGGARAN TAHUN 2024
No | Sasaran/Program | Indikator Kinerja | Kinerja | < | < | Anggaran | < | <
^ | ^ | ^ | Target | Realisasi | Capaian (%) | Pagu (Rp) | Realisasi (Rp) | Capaian (%)
1 | Program Penunjang | Nilai kepuasan | 80 | 80 | #100 | #480000000 | #456000000 | #95
2 | Penyusunan dokumen | Jumlah dokumen | 4 dokumen | 4 dokumen | #100 | #120000000 | #114000000 | #95
3 | Administrasi keuangan | Jumlah laporan | 12 laporan | 12 laporan | #100 | #360000000 | #342000000 | #95
4 | Program Rehabilitasi Sosial | Persentase PPKS | 75 | 75 | #100 | #250000000 | #237500000 | #95
5 | Penyediaan permakanan | Jumlah orang | 40 orang | 40 orang | #100 | #250000000 | #237500000 | #95
""",
    "LKjIP: what money came of it": """
LAPORAN KINERJA INSTANSI PEMERINTAH TAHUN 2024
No | Program/Kegiatan | Indikator Kinerja | Target | Realisasi | % Capaian | Anggaran (Rp) | Realisasi Anggaran (Rp) | % Realisasi
1 | Program Penunjang | Nilai kepuasan | 80 | 80 | #100 | #480000000 | #456000000 | #95
2 | Penyusunan dokumen | Jumlah dokumen | 4 dokumen | 4 dokumen | #100 | #120000000 | #114000000 | #95
3 | Administrasi keuangan | Jumlah laporan | 12 laporan | 12 laporan | #100 | #360000000 | #342000000 | #95
4 | Program Rehabilitasi Sosial | Persentase PPKS | 75 | 75 | #100 | #250000000 | #237500000 | #95
5 | Penyediaan permakanan | Jumlah orang | 40 orang | 40 orang | #100 | #250000000 | #237500000 | #95
""",
    "rencana aksi with performance and money by quarter": """
RENCANA AKSI KINERJA DINAS SOSIAL TAHUN 2025
No | Sasaran/Program/Kegiatan | Indikator Kinerja | Target Tahunan | Target Kinerja | < | < | < | Target Anggaran (Rp) | < | < | < | Anggaran | Penanggung Jawab
^ | ^ | ^ | ^ | TW I | TW II | TW III | TW IV | TW I | TW II | TW III | TW IV | ^ | ^
1 | Program Penunjang | Nilai kepuasan | 80 | #25 | #50 | #75 | #100 | #120000000 | #120000000 | #120000000 | #120000000 | #480000000 | Kabid
2 | Penyusunan dokumen | Jumlah dokumen | 4 dokumen | #25 | #50 | #75 | #100 | #30000000 | #30000000 | #30000000 | #30000000 | #120000000 | Kabid
3 | Administrasi keuangan | Jumlah laporan | 12 laporan | #25 | #50 | #75 | #100 | #90000000 | #90000000 | #90000000 | #90000000 | #360000000 | Kabid
4 | Program Rehabilitasi Sosial | Persentase PPKS | 75 | #25 | #50 | #75 | #100 | #62500000 | #62500000 | #62500000 | #62500000 | #250000000 | Kabid
5 | Penyediaan permakanan | Jumlah orang | 40 orang | #25 | #50 | #75 | #100 | #62500000 | #62500000 | #62500000 | #62500000 | #250000000 | Kabid
""",
    "rencana aksi with targets by quarter": """
RENCANA AKSI TAHUN 2025
No | Program/Kegiatan/Sub Kegiatan | Indikator Kinerja | Target | Target Triwulan | < | < | < | Anggaran (Rp) | Penanggung Jawab
^ | ^ | ^ | ^ | I | II | III | IV | ^ | ^
1 | Program Penunjang | Nilai kepuasan | 80 | #25 | #50 | #75 | #100 | #480000000 | Kabid
2 | Penyusunan dokumen | Jumlah dokumen | 4 dokumen | #25 | #50 | #75 | #100 | #120000000 | Kabid
3 | Administrasi keuangan | Jumlah laporan | 12 laporan | #25 | #50 | #75 | #100 | #360000000 | Kabid
4 | Program Rehabilitasi Sosial | Persentase PPKS | 75 | #25 | #50 | #75 | #100 | #250000000 | Kabid
5 | Penyediaan permakanan | Jumlah orang | 40 orang | #25 | #50 | #75 | #100 | #250000000 | Kabid
""",
    "DPA per sub kegiatan": """
DOKUMEN PELAKSANAAN ANGGARAN SATUAN KERJA PERANGKAT DAERAH
Kode | Program/Kegiatan/Sub Kegiatan | Sumber Dana | Lokasi | Belanja Operasi | Belanja Modal | Jumlah
2.17.01 | Program Penunjang Urusan | | | 300000000 | 0 | 300000000
2.17.01.2.01 | Perencanaan Perangkat Daerah | | | 300000000 | 0 | 300000000
2.17.01.2.01.0001 | Penyusunan Dokumen | DAU | Lumajang | 300000000 | 0 | 300000000
""",
    "DAK proposal": """
USULAN DAK TAHUN 2015
DINAS KELAUTAN DAN PERIKANAN DAERAH
NO | PROGRAM/KEGIATAN/URAIAN | INDIKATOR KINERJA | URAIAN KEGIATAN | VOLUME | HARGA SATUAN | JUMLAH | ALOKASI ANGGARAN | < | USULAN LOKASI HINGGA DESA | KET
^ | ^ | ^ | ^ | ^ | ^ | ^ | DAK | APBD KAB/KOTA | ^ | ^
1 | Pengadaan Kapal | Kapal terbangun | Pengadaan perahu | 13 | 60000000 | 780000000 | 709090909 | 70909091 | Wosu |
2 | Alat Tangkap | Jumlah alat | Pancing dasar | 39 | 250000 | 9750000 | 8863636 | 886364 | Ipi |
3 | Alat Selam | Jumlah alat | Pengadaan alat | 1 | 45000000 | 45000000 | 40909091 | 4090909 | Bente |
""",
    "musrenbang list": """
DAFTAR USULAN KEGIATAN HASIL MUSRENBANG KECAMATAN
No | Usulan Kegiatan | Lokasi | Volume | Satuan | Pagu (Rp) | Sumber Dana | Perangkat Daerah
1 | Rabat beton RT 03 | Desa Sukorejo | 200 | meter | 75000000 | APBD | Dinas PU
2 | Pelatihan menjahit | Desa Tempeh | 20 | orang | 15000000 | APBD | Dinas Koperasi
3 | Bantuan bibit | Desa Pasirian | 500 | batang | 25000000 | APBD | Dinas Pertanian
""",
    "musrenbang list without title": """
No | Usulan Kegiatan | Lokasi | Volume | Keterangan
1 | Rabat beton RT 03 | Desa Sukorejo | 200 meter | prioritas 1
2 | Pelatihan menjahit | Desa Tempeh | 20 orang | prioritas 2
3 | Bantuan bibit | Desa Pasirian | 500 batang | prioritas 3
""",
    "LRA": """
LAPORAN REALISASI ANGGARAN
Kode Rekening | Uraian | Anggaran 2023 | Realisasi 2023 | % | Realisasi 2022
5.1 | Belanja Operasi | 5000000000 | 4900000000 | 98 | 4800000000
5.1.01 | Belanja Pegawai | 3000000000 | 2900000000 | 97 | 2800000000
5.1.02 | Belanja Barang dan Jasa | 2000000000 | 1900000000 | 95 | 1700000000
""",
    "LRA per program": """
No | Kode | Program/Kegiatan | Pagu Anggaran (Rp) | Realisasi (Rp) | % | Sisa Anggaran
1 | 2.17.01 | Program Penunjang Urusan | 600000000 | 500000000 | 83 | 100000000
2 | 2.17.01.2.01 | Perencanaan | 600000000 | 500000000 | 83 | 100000000
3 | 2.17.03 | Program Pengawasan | 300000000 | 200000000 | 67 | 100000000
""",
    "cash plan": """
ANGGARAN KAS TAHUN 2024
Kode | Program/Kegiatan/Sub Kegiatan | Pagu | Januari | Februari | Maret | April | Mei | Juni | Juli | Agustus | September | Oktober | November | Desember
2.17.01 | Program Penunjang | 120000000 | 10000000 | 10000000 | 10000000 | 10000000 | 10000000 | 10000000 | 10000000 | 10000000 | 10000000 | 10000000 | 10000000 | 10000000
2.17.02 | Program Perizinan | 120000000 | 10000000 | 10000000 | 10000000 | 10000000 | 10000000 | 10000000 | 10000000 | 10000000 | 10000000 | 10000000 | 10000000 | 10000000
2.17.03 | Program Pengawasan | 120000000 | 10000000 | 10000000 | 10000000 | 10000000 | 10000000 | 10000000 | 10000000 | 10000000 | 10000000 | 10000000 | 10000000 | 10000000
""",
    "cash plan that carries the plan's columns": """
Kode | Program/Kegiatan | Indikator Kinerja | Lokasi | Target | Pagu | Sumber Dana | Jan | Feb | Mar | Apr
2.17.01 | Program Penunjang | Nilai | Kab | 80 nilai | 120000000 | DAU | 30000000 | 30000000 | 30000000 | 30000000
2.17.02 | Program Perizinan | Izin | Kab | 80 izin | 120000000 | DAU | 30000000 | 30000000 | 30000000 | 30000000
2.17.03 | Program Pengawasan | Unit | Kab | 80 unit | 120000000 | DAU | 30000000 | 30000000 | 30000000 | 30000000
""",
    "standard prices": """
STANDAR HARGA SATUAN TAHUN 2024
No | Kode Kelompok | Uraian | Spesifikasi | Satuan | Harga Satuan (Rp) | Sumber
1 | 1.1.12.01.03 | Kertas HVS | A4 70 gram | rim | 55000 | survei
2 | 1.1.12.01.04 | Pulpen | biru | lusin | 320000 | survei
3 | 1.1.12.01.05 | Tinta | hitam | botol | 120000 | survei
""",
    "employees and their pay": """
DAFTAR GAJI PEGAWAI
No | Nama | NIP | Golongan | Jabatan | Gaji Pokok | Tunjangan | Jumlah
1 | Siti Aminah | 196801011990032010 | IVa | Sekretaris | 4500000 | 1200000 | 5700000
2 | Budi | 197001011990032011 | IIIc | Kasubbag | 3500000 | 900000 | 4400000
3 | Wati | 197101011990032011 | IIIa | Staf | 3000000 | 700000 | 3700000
""",
    "bill of quantities per activity": """
No | Kegiatan | Indikator | Lokasi | Volume | Satuan | Harga Satuan | Jumlah Biaya
1 | Jalan lingkungan | Panjang jalan | Desa A | 200 | m | 750000 | 150000000
2 | Drainase | Panjang saluran | Desa B | 100 | m | 500000 | 50000000
3 | Gapura | Jumlah gapura | Desa C | 1 | unit | 25000000 | 25000000
""",
    "monitoring of a Renja by money and performance, without a title": """
Kode | Program/Kegiatan/Sub Kegiatan | Indikator Kinerja | Target | Anggaran (Rp) | Realisasi s/d TW II | < | Capaian (%) | < | Sumber Dana | Lokasi
^ | ^ | ^ | ^ | ^ | Kinerja | Keuangan (Rp) | Kinerja | Keuangan | ^ | ^
2.13.01 | Program Penunjang Urusan | Nilai kepuasan | 90% | 300000000 | 90% | 100000000 | #100 | #33.33 | DAU | Kab. Purwosari
2.13.01.2.01 | Perencanaan Perangkat Daerah | Persentase dokumen tepat waktu | 100% | 300000000 | 100% | 100000000 | #100 | #33.33 | DAU | Kab. Purwosari
2.13.01.2.01.0001 | Penyusunan Dokumen Perencanaan | Jumlah dokumen | 4 Dokumen | 120000000 | 4 Dokumen | 40000000 | #100 | #33.33 | DAU | Kab. Purwosari
2.13.01.2.01.0002 | Koordinasi Penyusunan Laporan | Jumlah laporan | 12 Laporan | 180000000 | 12 Laporan | 60000000 | #100 | #33.33 | DAU | Kab. Purwosari
2.13.02 | Program Pengawasan Koperasi | Persentase koperasi sehat | 75% | 250000000 | 75% | 83333333 | #100 | #33.33 | DAU | Kab. Purwosari
""",
    "physical and financial report, without a title": """
Kode | Program/Kegiatan/Sub Kegiatan | Indikator | Lokasi | Sumber Dana | Pagu Anggaran | Keuangan | < | < | Fisik | < | Ket
^ | ^ | ^ | ^ | ^ | ^ | Target (Rp) | Realisasi (Rp) | % | Target (%) | Realisasi (%) | ^
2.13.01 | Program Penunjang Urusan | Nilai kepuasan | Kab. Purwosari | DAU | 300000000 | 150000000 | 100000000 | #33.3 | #50 | #48 |
2.13.01.2.01 | Perencanaan Perangkat Daerah | Persentase dokumen tepat waktu | Kab. Purwosari | DAU | 300000000 | 150000000 | 100000000 | #33.3 | #50 | #48 |
2.13.01.2.01.0001 | Penyusunan Dokumen Perencanaan | Jumlah dokumen | Kab. Purwosari | DAU | 120000000 | 60000000 | 40000000 | #33.3 | #50 | #48 |
2.13.01.2.01.0002 | Koordinasi Penyusunan Laporan | Jumlah laporan | Kab. Purwosari | DAU | 180000000 | 90000000 | 60000000 | #33.3 | #50 | #48 |
2.13.02 | Program Pengawasan Koperasi | Persentase koperasi sehat | Kab. Purwosari | DAU | 250000000 | 125000000 | 83333333 | #33.3 | #50 | #48 |
""",
    "performance agreement with the heads of a plan": """
LAMPIRAN PERJANJIAN KINERJA TAHUN 2026
Kode | Program/Kegiatan/Sub Kegiatan | Indikator Kinerja | Target | Anggaran (Rp) | Sumber Dana | Lokasi
2.13.01 | Program Penunjang Urusan | Nilai kepuasan | 90% | 300000000 | DAU | Kab. Purwosari
2.13.01.2.01 | Perencanaan Perangkat Daerah | Persentase dokumen tepat waktu | 100% | 300000000 | DAU | Kab. Purwosari
2.13.01.2.01.0001 | Penyusunan Dokumen Perencanaan | Jumlah dokumen | 4 Dokumen | 120000000 | DAU | Kab. Purwosari
2.13.01.2.01.0002 | Koordinasi Penyusunan Laporan | Jumlah laporan | 12 Laporan | 180000000 | DAU | Kab. Purwosari
2.13.02 | Program Pengawasan Koperasi | Persentase koperasi sehat | 75% | 250000000 | DAU | Kab. Purwosari
""",
    "proposal of more money": """
USULAN TAMBAHAN ANGGARAN TAHUN 2026
Kode | Program/Kegiatan/Sub Kegiatan | Indikator Kinerja | Target | Pagu | Usulan Tambahan | Sumber Dana | Lokasi | Justifikasi
2.13.01 | Program Penunjang Urusan | Nilai kepuasan | 90% | 300000000 | 5000000 | DAU | Kab. Purwosari | Mendesak
2.13.01.2.01 | Perencanaan Perangkat Daerah | Persentase dokumen tepat waktu | 100% | 300000000 | 5000000 | DAU | Kab. Purwosari | Mendesak
2.13.01.2.01.0001 | Penyusunan Dokumen Perencanaan | Jumlah dokumen | 4 Dokumen | 120000000 | 5000000 | DAU | Kab. Purwosari | Mendesak
2.13.01.2.01.0002 | Koordinasi Penyusunan Laporan | Jumlah laporan | 12 Laporan | 180000000 | 5000000 | DAU | Kab. Purwosari | Mendesak
2.13.02 | Program Pengawasan Koperasi | Persentase koperasi sehat | 75% | 250000000 | 5000000 | DAU | Kab. Purwosari | Mendesak
""",
    "rencana aksi numbered, its quarters in three rows of heads, without a title": """
No | Program/Kegiatan/Sub Kegiatan | Indikator Kinerja | Target 2026 | Rencana Aksi | < | < | < | Anggaran | Target Anggaran | < | < | <
^ | ^ | ^ | ^ | TW I | TW II | TW III | TW IV | ^ | TW I | TW II | TW III | TW IV
^ | ^ | ^ | ^ | Kinerja | Kinerja | Kinerja | Kinerja | ^ | ^ | ^ | ^ | ^
#1 | Program Penunjang Urusan | Nilai kepuasan | 90% | #22 | #22 | #22 | #22 | 300000000 | 75000000 | 75000000 | 75000000 | 75000000
#2 | Perencanaan Perangkat Daerah | Persentase dokumen tepat waktu | 100% | #22 | #22 | #22 | #22 | 300000000 | 75000000 | 75000000 | 75000000 | 75000000
#3 | Penyusunan Dokumen Perencanaan | Jumlah dokumen | 4 Dokumen | #22 | #22 | #22 | #22 | 120000000 | 30000000 | 30000000 | 30000000 | 30000000
#4 | Koordinasi Penyusunan Laporan | Jumlah laporan | 12 Laporan | #22 | #22 | #22 | #22 | 180000000 | 45000000 | 45000000 | 45000000 | 45000000
#5 | Program Pengawasan Koperasi | Persentase koperasi sehat | 75% | #22 | #22 | #22 | #22 | 250000000 | 62500000 | 62500000 | 62500000 | 62500000
""",
    "rencana aksi with actions by quarter, without a title": """
Program/Kegiatan/Sub Kegiatan | Indikator Kinerja | Target 2026 | Rencana Aksi | < | < | < | Anggaran
^ | ^ | ^ | TW I | TW II | TW III | TW IV | ^
Program Penunjang Urusan | Nilai kepuasan | 90% | #22 | #22 | #22 | #22 | 300000000
Perencanaan Perangkat Daerah | Persentase dokumen tepat waktu | 100% | #22 | #22 | #22 | #22 | 300000000
Penyusunan Dokumen Perencanaan | Jumlah dokumen | 4 Dokumen | #22 | #22 | #22 | #22 | 120000000
Koordinasi Penyusunan Laporan | Jumlah laporan | 12 Laporan | #22 | #22 | #22 | #22 | 180000000
Program Pengawasan Koperasi | Persentase koperasi sehat | 75% | #22 | #22 | #22 | #22 | 250000000
""",
    "rencana aksi with money by quarter, without a title": """
Kode | Program/Kegiatan/Sub Kegiatan | Indikator Kinerja | Target | Triwulan I | < | < | Triwulan II | < | < | Triwulan III | < | < | Triwulan IV | < | < | Jumlah Anggaran
^ | ^ | ^ | ^ | Target Kinerja | Rencana Aksi | Anggaran | Target Kinerja | Rencana Aksi | Anggaran | Target Kinerja | Rencana Aksi | Anggaran | Target Kinerja | Rencana Aksi | Anggaran | ^
2.13.01 | Program Penunjang Urusan | Nilai kepuasan | 90% | 90% | Rapat | 75000000 | 90% | Rapat | 75000000 | 90% | Rapat | 75000000 | 90% | Rapat | 75000000 | 300000000
2.13.01.2.01 | Perencanaan Perangkat Daerah | Persentase dokumen tepat waktu | 100% | 100% | Rapat | 75000000 | 100% | Rapat | 75000000 | 100% | Rapat | 75000000 | 100% | Rapat | 75000000 | 300000000
2.13.01.2.01.0001 | Penyusunan Dokumen Perencanaan | Jumlah dokumen | 4 Dokumen | 4 Dokumen | Rapat | 30000000 | 4 Dokumen | Rapat | 30000000 | 4 Dokumen | Rapat | 30000000 | 4 Dokumen | Rapat | 30000000 | 120000000
2.13.01.2.01.0002 | Koordinasi Penyusunan Laporan | Jumlah laporan | 12 Laporan | 12 Laporan | Rapat | 45000000 | 12 Laporan | Rapat | 45000000 | 12 Laporan | Rapat | 45000000 | 12 Laporan | Rapat | 45000000 | 180000000
2.13.02 | Program Pengawasan Koperasi | Persentase koperasi sehat | 75% | 75% | Rapat | 62500000 | 75% | Rapat | 62500000 | 75% | Rapat | 62500000 | 75% | Rapat | 62500000 | 250000000
""",
    "evaluation of a Renstra, performance and money by year": """
EVALUASI TERHADAP HASIL RENSTRA PERANGKAT DAERAH
No | Program / Kegiatan | Indikator Kinerja | Target Renstra Tahun ke- | < | < | < | < | < | Realisasi Capaian Tahun ke- | < | < | < | < | < | Rasio Capaian pada Tahun ke- | < | < | < | < | <
^ | ^ | ^ | 1 | < | 2 | < | 3 | < | 1 | < | 2 | < | 3 | < | 1 | < | 2 | < | 3 | <
^ | ^ | ^ | K | Rp | K | Rp | K | Rp | K | Rp | K | Rp | K | Rp | K | Rp | K | Rp | K | Rp
#1 | Program Penunjang Urusan | Nilai kepuasan | 90% | 300000000 | 90% | 300000000 | 90% | 300000000 | 90% | 150000000 | 90% | 150000000 | 90% | 150000000 | #50 | #50 | #50 | #50 | #50 | #50
#2 | Perencanaan Perangkat Daerah | Persentase dokumen tepat waktu | 100% | 300000000 | 100% | 300000000 | 100% | 300000000 | 100% | 150000000 | 100% | 150000000 | 100% | 150000000 | #50 | #50 | #50 | #50 | #50 | #50
#3 | Penyusunan Dokumen Perencanaan | Jumlah dokumen | 4 Dokumen | 120000000 | 4 Dokumen | 120000000 | 4 Dokumen | 120000000 | 4 Dokumen | 60000000 | 4 Dokumen | 60000000 | 4 Dokumen | 60000000 | #50 | #50 | #50 | #50 | #50 | #50
#4 | Koordinasi Penyusunan Laporan | Jumlah laporan | 12 Laporan | 180000000 | 12 Laporan | 180000000 | 12 Laporan | 180000000 | 12 Laporan | 90000000 | 12 Laporan | 90000000 | 12 Laporan | 90000000 | #50 | #50 | #50 | #50 | #50 | #50
#5 | Program Pengawasan Koperasi | Persentase koperasi sehat | 75% | 250000000 | 75% | 250000000 | 75% | 250000000 | 75% | 125000000 | 75% | 125000000 | 75% | 125000000 | #50 | #50 | #50 | #50 | #50 | #50
""",
    "minimum standards of service, with the programs that serve them": """
INDIKATOR STANDAR PELAYANAN MINIMAL (SPM)
No | Jenis Pelayanan Dasar | Indikator | Target | Jumlah Sasaran | Program | Kegiatan | Sub Kegiatan | Pagu (Rp) | Sumber Dana
#1 | Pelayanan 1 | Persentase terlayani | #100 | #1234 | Program Penunjang Urusan | Perencanaan | Program Penunjang Urusan | 300000000 | APBD
#2 | Pelayanan 2 | Persentase terlayani | #100 | #1234 | Program Penunjang Urusan | Perencanaan | Perencanaan Perangkat Daerah | 300000000 | APBD
#3 | Pelayanan 3 | Persentase terlayani | #100 | #1234 | Program Penunjang Urusan | Perencanaan | Penyusunan Dokumen Perencanaan | 120000000 | APBD
#4 | Pelayanan 4 | Persentase terlayani | #100 | #1234 | Program Penunjang Urusan | Perencanaan | Koordinasi Penyusunan Laporan | 180000000 | APBD
#5 | Pelayanan 5 | Persentase terlayani | #100 | #1234 | Program Penunjang Urusan | Perencanaan | Program Pengawasan Koperasi | 250000000 | APBD
""",
    "minutes of a forum": """
BERITA ACARA KESEPAKATAN HASIL FORUM PERANGKAT DAERAH
No | Program/Kegiatan/Sub Kegiatan | Lokasi | Indikator Kinerja | Volume | Kebutuhan Dana/Pagu Indikatif (Rp) | Sumber Dana | Keterangan
#1 | Program Penunjang Urusan | Kab. Purwosari | Nilai kepuasan | 90% | 300000000 | DAU | Disepakati
#2 | Perencanaan Perangkat Daerah | Kab. Purwosari | Persentase dokumen tepat waktu | 100% | 300000000 | DAU | Disepakati
#3 | Penyusunan Dokumen Perencanaan | Kab. Purwosari | Jumlah dokumen | 4 Dokumen | 120000000 | DAU | Disepakati
#4 | Koordinasi Penyusunan Laporan | Kab. Purwosari | Jumlah laporan | 12 Laporan | 180000000 | DAU | Disepakati
#5 | Program Pengawasan Koperasi | Kab. Purwosari | Persentase koperasi sehat | 75% | 250000000 | DAU | Disepakati
""",
    "performance agreement": """
No | Program | Indikator | Target | Anggaran
1 | Program Penunjang Urusan | Nilai SAKIP | 80 | 500000000
2 | Program Perizinan | Jumlah izin | 20 | 100000000
3 | Program Pengawasan | Jumlah koperasi | 10 | 150000000
""",
    "activities without indicator, location and source": """
Kode | Program/Kegiatan | Target | Pagu (Rp) | Keterangan
2.17.01 | Program Penunjang Urusan | 80 nilai | 500000000 |
2.17.02 | Program Perizinan | 20 izin | 100000000 |
2.17.03 | Program Pengawasan | 10 unit | 150000000 |
""",
}


@pytest.mark.parametrize("name", FOREIGN)
def test_another_document_is_no_table(name: str) -> None:
    work = recognise(build_in_memory(DrawnSheet("Sheet1", read_picture(FOREIGN[name]))), Setting())
    assert [(table.name, str(table.area)) for table in work.tables] == []


#: What each column of a plan would hold, were it read by its head alone.
CONTRADICTED = {
    "fund source over amounts": (
        "Kode | Program/Kegiatan | Indikator | Lokasi | Target | Pagu (Rp) | Sumber Dana",
        "2.17.0{n} | Program Uji | Jumlah izin | Kab | 20 izin | 1000000{n} | 2000000{n}",
        "sumber_dana",
    ),
    "code over words": (
        "Kode | Program/Kegiatan | Indikator | Lokasi | Target | Pagu (Rp) | Sumber Dana",
        "rutin dan berkala | Program Uji | Jumlah izin | Kab | 20 izin | 1000000{n} | DAU",
        "kode",
    ),
    "money over words": (
        "Kode | Program/Kegiatan | Indikator | Lokasi | Target | Pagu (Rp) | Anggaran | Sumber Dana",
        "2.17.0{n} | Program Uji | Jumlah izin | Kab | 20 izin | tersedia penuh | 1000000{n} | DAU",
        "",
    ),
}


@pytest.mark.parametrize("name", CONTRADICTED)
def test_data_overrule_a_head(name: str) -> None:
    head, row, absent = CONTRADICTED[name]
    lines = [head, *(row.format(n=n) for n in range(1, 6))]
    title = "Tabel 4.1 Rencana Program, Kegiatan, dan Pendanaan Tahun 2024"
    picture = "\n".join([title, *lines])
    work = recognise(build_in_memory(DrawnSheet("Sheet1", read_picture(picture))), Setting())
    (table,) = work.tables
    assert table.name == "Tabel 4.1"
    assert absent not in table.columns
    if not absent:
        assert table.columns["pagu"].letters == "G"


PLAN = """
Kode | Program/Kegiatan/Sub Kegiatan | Indikator Kinerja | Lokasi | Target | Pagu (Rp) | Sumber Dana{more}
2.13.01 | Program Penunjang Urusan | Nilai kepuasan | Kab. Purwosari | 90% | 300000000 | DAU{cell}
2.13.01.2.01 | Perencanaan Perangkat Daerah | Persentase dokumen tepat waktu | Kab. Purwosari | 100% | 300000000 | DAU{cell}
2.13.01.2.01.0001 | Penyusunan Dokumen Perencanaan | Jumlah dokumen | Kab. Purwosari | 4 Dokumen | 120000000 | DAU{cell}
2.13.01.2.01.0002 | Koordinasi Penyusunan Laporan | Jumlah laporan | Kab. Purwosari | 12 Laporan | 180000000 | DAU{cell}
2.13.02 | Program Pengawasan Koperasi | Persentase koperasi sehat | Kab. Purwosari | 75% | 250000000 | DAU{cell}
"""
#: A plan stays one, whatever the office wrote above or beside it.
PLANS = {
    "a title that names the table, on a sheet after the agreement": (
        "LAMPIRAN PERJANJIAN KINERJA: RENCANA PROGRAM, KEGIATAN, DAN PENDANAAN TAHUN 2026",
        "",
        "",
    ),
    "what was spent until the revision": ("", " | Realisasi s/d Semester I (Rp)", " | 120000000"),
    "the rate of the whole that each takes": ("", " | Bobot (%)", " | #12.5"),
}


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_stays_a_plan(name: str) -> None:
    title, more, cell = PLANS[name]
    picture = "\n".join([title, PLAN.strip().format(more=more, cell=cell)])
    work = recognise(build_in_memory(DrawnSheet("Sheet1", read_picture(picture))), Setting())
    assert [(table.name, table.columns["pagu"].letters) for table in work.tables] == [
        ("Tabel 4.1", "F")
    ]


def test_real_budgets_and_proposals_are_no_tables() -> None:
    path = FOREIGN_FOLDER / "rka-morowali-2018.xlsx"
    if not path.exists():
        pytest.skip("real workbooks are not at hand")
    work = recognise(read_book(str(path)), Setting())
    assert [(table.sheet.name, table.name) for table in work.tables] == []
    assert len(work.skipped) == 21


#: Sheets whose names tell another document, over the heads of a plan.
OTHERS = ("Perjanjian Kinerja", "DPA", "Renaksi")


@pytest.mark.parametrize("name", [*OTHERS, "Bab IV"])
def test_amounts_of_another_document_are_no_sure_difference(name: str, tmp_path: Path) -> None:
    plan = PLAN.strip().format(more="", cell="")
    later = plan.replace("120000000", "130000000").replace("300000000", "310000000")
    head, *rows = plan.splitlines()
    first = "\n".join(["TABEL T-C.33", f"{head} | Catatan", *(f"{row} |" for row in rows)])
    sheets = [DrawnSheet("Renja", read_picture(first)), DrawnSheet(name, read_picture(later))]
    found = [
        f for f in check(write_sheets(tmp_path / "b.xlsx", *sheets)).findings if f.code == "TBL001"
    ]
    grave = Severity.WARNING if name in OTHERS else Severity.ERROR
    assert {f.cell for f in found} == {"F2", "F3", "F4"}
    assert {f.severity for f in found} == {grave}
