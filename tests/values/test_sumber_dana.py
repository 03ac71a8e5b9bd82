"""Fund sources under the names that SIPD's list gives them."""

from __future__ import annotations

import pytest

from selaras.values.sumber_dana import sumber_dana


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("DANA TRANSFER UMUM-DANA ALOKASI UMUM", ["DAU"]),
        ("Dana Transfer Umum-Dana Bagi Hasil (DBH)", ["DBH"]),
        ("PENDAPATAN ASLI DAERAH (PAD)", ["PAD"]),
        ("[DANA UMUM] - PENDAPATAN ASLI DAERAH (PAD)", ["PAD"]),
        ("1.1 [DANA UMUM] - PENDAPATAN ASLI DAERAH (PAD)", ["PAD"]),
        ("[DANA KHUSUS] - DANA TRANSFER KHUSUS-DAK FISIK", ["DAK Fisik"]),
        ("DAK Non Fisik-Dana BOK-BOK Dinas-BOK Kabupaten/Kota", ["DAK Non Fisik"]),
        ("APBD Kabupaten/Kota", ["APBD"]),
        ("APBD Kab./Kota", ["APBD"]),
        (
            "DAU yang Ditentukan Penggunaannya Bidang Sosial dan Kesehatan, PAD",
            ["DAU Earmark", "PAD"],
        ),
        ("DAK Fisik Bidang Jalan dan DAU", ["DAK Fisik", "DAU"]),
        ("Pendapatan dari BLUD", ["BLUD"]),
        ("Pendapatan Bagi Hasil Pajak Rokok", ["Bagi Hasil Provinsi"]),
        ("DAU/DAK Fisik", ["DAU", "DAK Fisik"]),
        ("DAU/ABC", ["DAU", None]),
        ("[DANA UMUM] - PENDPATAN ALSI", [None]),
        ("ABPD", [None]),
    ],
)
def test_known_names(text: str, names: list[str | None]) -> None:
    assert [name for _, name in sumber_dana({}).read(text)] == names
