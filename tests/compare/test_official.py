"""When a name is the official one, nearly so, or another: precision before all."""

from __future__ import annotations

import pytest

from selaras.compare.official import NameMatch, compare_names
from selaras.values.kode_reading import Level

SUB, PROGRAM, BIDANG = Level.SUB_KEGIATAN, Level.PROGRAM, Level.BIDANG_URUSAN
SUPPORT_PROGRAM = "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA"


@pytest.mark.parametrize(
    ("written", "official", "level"),
    [
        ("Program Penunjang Urusan Pemerintahan Daerah Kabupaten / Kota", SUPPORT_PROGRAM, PROGRAM),
        ("PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA", SUPPORT_PROGRAM, PROGRAM),
        ("Penyusunan Dokumen & Laporan (lanjutan)", "Penyusunan Dokumen dan Laporan", SUB),
        ("Energi dan Sumber Daya", "ENERGIDAN SUMBER DAYA", PROGRAM),
        ("Bidang Urusan Pendidikan", "URUSAN PEMERINTAHAN BIDANG PENDIDIKAN", BIDANG),
        ("Koordinasi, Sinkronisasi dan Evaluasi", "Koordinasi, Sinkronisasi, Evaluasi", SUB),
    ],
)
def test_the_same_name(written: str, official: str, level: Level) -> None:
    assert compare_names(written, official, level, 0.85) is NameMatch.SAME


@pytest.mark.parametrize(
    ("written", "official", "level"),
    [
        ("Program Penunjang Usuran Pemerintahan Daerah Kabupaten/Kota", SUPPORT_PROGRAM, PROGRAM),
        (
            "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN MOJOKERTO",
            SUPPORT_PROGRAM,
            PROGRAM,
        ),
        ("PROGRAM PENUNJANG URUSAN", SUPPORT_PROGRAM, PROGRAM),
        ("PROGRAM PENUNJANG", SUPPORT_PROGRAM, PROGRAM),
        ("Evaluasi Kinerja SKPD", "Evaluasi Kinerja Perangkat Daerah", SUB),
        ("Evaluasi Kinerja OPD", "Evaluasi Kinerja SKPD", SUB),
        ("Pelatihan SDM", "Pelatihan Sumber Daya Manusia", SUB),
        (
            "Pembinaan Koperasi Kewenangan Kabupaten/Kota",
            "Pembinaan Koperasi",
            SUB,
        ),
        (
            "Penyediaan Gaji dan Tunjangan ASN (DAU dan sisa lebih)",
            "Penyediaan Gaji dan Tunjangan ASN",
            SUB,
        ),
        ("Koperasi dan UKM", "URUSAN PEMERINTAHAN BIDANG KOPERASI, USAHA KECIL", BIDANG),
        ("Fasilitas Kunjungan Tamu", "Fasilitasi Kunjungan Tamu", SUB),
    ],
)
def test_nearly_the_name(written: str, official: str, level: Level) -> None:
    assert compare_names(written, official, level, 0.85) is NameMatch.SPELLING


@pytest.mark.parametrize(
    ("written", "official"),
    [
        ("Penyediaan Makanan dan Minuman", "Penyediaan Gaji dan Tunjangan ASN"),
        ("Pengadaan Mebel", "Pengadaan Gedung Kantor atau Bangunan Lainnya"),
        ("Kota", "Pengadaan Kendaraan"),
    ],
)
def test_another_name(written: str, official: str) -> None:
    assert compare_names(written, official, SUB, 0.85) is NameMatch.OTHER
