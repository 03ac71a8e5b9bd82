"""When a name is the official one, nearly so, or another: precision before all."""

from __future__ import annotations

import pytest

from selaras.compare.official import Beda, bedakan
from selaras.values.kode_reading import Tingkat

SUB, PROGRAM, BIDANG = Tingkat.SUB_KEGIATAN, Tingkat.PROGRAM, Tingkat.BIDANG_URUSAN
PENUNJANG = "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA"


@pytest.mark.parametrize(
    ("written", "official", "level"),
    [
        ("Program Penunjang Urusan Pemerintahan Daerah Kabupaten / Kota", PENUNJANG, PROGRAM),
        ("PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA", PENUNJANG, PROGRAM),
        ("Penyusunan Dokumen & Laporan (lanjutan)", "Penyusunan Dokumen dan Laporan", SUB),
        ("Energi dan Sumber Daya", "ENERGIDAN SUMBER DAYA", PROGRAM),
        ("Bidang Urusan Pendidikan", "URUSAN PEMERINTAHAN BIDANG PENDIDIKAN", BIDANG),
        ("Koordinasi, Sinkronisasi dan Evaluasi", "Koordinasi, Sinkronisasi, Evaluasi", SUB),
    ],
)
def test_the_same_name(written: str, official: str, level: Tingkat) -> None:
    assert bedakan(written, official, level, 0.85) is Beda.SAMA


@pytest.mark.parametrize(
    ("written", "official", "level"),
    [
        ("Program Penunjang Usuran Pemerintahan Daerah Kabupaten/Kota", PENUNJANG, PROGRAM),
        ("PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN MOJOKERTO", PENUNJANG, PROGRAM),
        ("PROGRAM PENUNJANG URUSAN", PENUNJANG, PROGRAM),
        ("PROGRAM PENUNJANG", PENUNJANG, PROGRAM),
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
def test_nearly_the_name(written: str, official: str, level: Tingkat) -> None:
    assert bedakan(written, official, level, 0.85) is Beda.EJAAN


@pytest.mark.parametrize(
    ("written", "official"),
    [
        ("Penyediaan Makanan dan Minuman", "Penyediaan Gaji dan Tunjangan ASN"),
        ("Pengadaan Mebel", "Pengadaan Gedung Kantor atau Bangunan Lainnya"),
        ("Kota", "Pengadaan Kendaraan"),
    ],
)
def test_another_name(written: str, official: str) -> None:
    assert bedakan(written, official, SUB, 0.85) is Beda.LAIN
