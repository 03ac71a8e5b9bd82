"""Codes that have the code of the agency in front, as some exports print them."""

from __future__ import annotations

from recognise.picture import DrawnSheet, build_in_memory, read_picture
from selaras.engine.run import check_book
from selaras.model.setting import Setting
from selaras.report.result import WorkbookReport
from selaras.values.kode_reading import read_kode

OPD = "2.17.3.30.0.00.01.0000"
PLAN = """Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun 2024 (T-C.33)
Kode | Program/Kegiatan/Sub Kegiatan | Indikator | Lokasi | Target | Pagu Indikatif (Rp) | Sumber Dana
OPD.2.17.01 | Program A | Nilai A | Kota | 80 % | 300000000 | APBD
OPD.2.17.01.2.01 | Kegiatan A | Nilai B | Kota | 80 % | {kegiatan} | APBD
OPD.2.17.01.2.01.0001 | Sub A | Nilai C | Kota | 8 orang | 100000000 | APBD
OPD.2.17.01.2.{last}.0002 | Sub B | Nilai D | Kota | 9 orang | 200000000 | APBD
""".replace("OPD", OPD)  # noqa: E501


def _check(kegiatan: int = 300_000_000, last: str = "01") -> WorkbookReport:
    text = PLAN.format(kegiatan=kegiatan, last=last)
    return check_book(build_in_memory(DrawnSheet("A", read_picture(text))), Setting(required=()))


def test_the_code_behind_that_of_the_agency_is_read() -> None:
    read = read_kode(f"{OPD}.2.17.01.2.01.0001")
    assert read is not None
    assert (str(read.kode), read.text) == ("2.17.01.2.01.0001", "2.17.01.2.01.0001")
    alone = read_kode(OPD)
    assert alone is None or alone.kode is None


def test_the_rows_are_those_of_the_hierarchy() -> None:
    assert [f for f in _check().findings if f.severity == "error"] == []
    wrong = [(f.code, f.cell) for f in _check(kegiatan=290_000_000).findings]
    assert ("JML001", "F4") in wrong


def test_mending_a_code_keeps_the_code_of_the_agency() -> None:
    (found,) = (f for f in _check(last="02").findings if f.code == "KOD002")
    assert found.cell == "A6"
    assert found.fix is not None
    assert found.fix.value == f"{OPD}.2.17.01.2.01.0002"
