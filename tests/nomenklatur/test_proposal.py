"""KOD005 and KOD006 propose the code that the list gives a name, where that is beyond doubt."""

from __future__ import annotations

from pathlib import Path

import pytest

from selaras import check
from selaras.values.finding import Finding, Fix, Severity

from .lists import write_csv, write_xlsx

_REGISTER = [
    ["kode", "nama"],
    ["9.01.02", "PROGRAM CONTOH"],
    ["9.01.02.2.01", "Kegiatan Contoh"],
    ["9.01.02.2.01.0001", "Penyediaan Barang Cetakan dan Penggandaan"],
    ["9.01.02.2.01.0002", "Fasilitasi Kunjungan Tamu dari Daerah Lain"],
    ["9.01.02.2.01.0003", "Pengadaan Kendaraan Roda Dua bagi Penyuluh"],
    ["9.01.02.2.01.0004", "Pengadaan Kendaraan Roda Tiga bagi Penyuluh"],
]
_PRINTING, _GUESTS, _TWO_WHEELS = (_REGISTER[row][1] for row in (3, 4, 5))


def _list_findings(tmp_path: Path, *subs: tuple[str, str]) -> list[Finding]:
    listed = write_csv(tmp_path / "daftar.csv", _REGISTER)
    head = ["Kode", "Urusan/Program/Kegiatan", "Indikator Kinerja", "Lokasi", "Target"]
    rows: list[list[object]] = [
        ["Tabel T-C.33 Rumusan Rencana Program dan Kegiatan Tahun 2024"],
        [*head, "Pagu Indikatif", "Sumber Dana"],
        ["9.01.02", "Program Contoh", "I", "L", "1", 300, "PAD"],
        ["9.01.02.2.01", "Kegiatan Contoh", "I", "L", "1", 300, "PAD"],
        *([code, name, "I", "L", "1", 300 // len(subs), "PAD"] for code, name in subs),
    ]
    path = write_xlsx(tmp_path / "renja.xlsx", rows)
    report = check(path, nomenklatur=listed, pilih=("KOD005", "KOD006"))
    return list(report.findings)


def test_unlisted_code_whose_name_another_has(tmp_path: Path) -> None:
    (found,) = _list_findings(tmp_path, ("9.01.02.2.01.0009", _PRINTING))
    assert (found.code, found.cell) == ("KOD005", "A5")
    assert found.fix == Fix("text", "A5", "9.01.02.2.01.0001", safe=False)
    assert "9.01.02.2.01.0001" in found.advice.id


def test_unlisted_code_with_a_slip_in_the_name_keeps_its_digits(tmp_path: Path) -> None:
    (found,) = _list_findings(tmp_path, ("9.01.02.2.01.09", _PRINTING.replace("Cetakan", "Cetakn")))
    assert found.fix == Fix("text", "A5", "9.01.02.2.01.01", safe=False)


@pytest.mark.parametrize(
    "subs",
    [
        # Less alike than 0.95; as like one as the other; the code is taken.
        [("9.01.02.2.01.0009", "Penyediaan Cetakan dan Penggandaan")],
        [("9.01.02.2.01.0009", "Pengadaan Kendaraan Roda Dga bagi Penyuluh")],
        [("9.01.02.2.01.0001", _PRINTING), ("9.01.02.2.01.0009", _PRINTING)],
    ],
)
def test_no_code_is_proposed_in_doubt(tmp_path: Path, subs: list[tuple[str, str]]) -> None:
    (found,) = _list_findings(tmp_path, *subs)
    assert (found.code, found.fix) == ("KOD005", None)


@pytest.mark.parametrize("name", [_GUESTS, _GUESTS.replace("Kunjungan", "Kunjugan")])
def test_name_of_a_sibling_proposes_the_siblings_code(tmp_path: Path, name: str) -> None:
    (found,) = _list_findings(tmp_path, ("9.01.02.2.01.0001", name))
    assert (found.code, found.severity, found.cell) == ("KOD006", Severity.ERROR, "B5")
    assert found.fix == Fix("text", "A5", "9.01.02.2.01.0002", safe=False)
    assert (found.actual, found.expected) == (name, _PRINTING)
    assert "nama resmi kode 9.01.02.2.01.0002" in found.message.id


def test_where_the_sibling_is_there_the_name_is_proposed(tmp_path: Path) -> None:
    (found,) = _list_findings(
        tmp_path, ("9.01.02.2.01.0001", _GUESTS), ("9.01.02.2.01.0002", _GUESTS)
    )
    assert found.fix == Fix("text", "B5", _PRINTING, safe=False)


def test_slip_in_the_codes_own_name_stays_a_slip(tmp_path: Path) -> None:
    (found,) = _list_findings(
        tmp_path, ("9.01.02.2.01.0003", _TWO_WHEELS.replace("Kendaraan", "Kendaran"))
    )
    assert (found.code, found.severity) == ("KOD006", Severity.WARNING)
    assert found.fix == Fix("text", "B5", _TWO_WHEELS, safe=False)
