"""Items that the last code column numbers are rincian of the sub kegiatan above them."""

from __future__ import annotations

import pytest

from selaras.engine.run import check_book
from selaras.model.row import RowKind
from selaras.model.setting import Setting
from selaras.recognise import recognise

from .picture import DrawnSheet, build_in_memory, only_table, read_picture


def _plan(last: tuple[str, str], item: str = "200", indicator: str = "") -> DrawnSheet:
    """Return a plan of two sub kegiatan with these last parts of their codes, and their items."""
    one, two = last
    return DrawnSheet(
        "Renja",
        read_picture(f"""Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun 2024
Kode | < | < | < | < | Program/Kegiatan/Sub Kegiatan | Indikator | Target 2024 | Pagu (Rp) | Sumber Dana
2 | 11 | #03 | | | Program A | Nilai | 80 | 900 | DAU
2 | 11 | #03 | #2.01 | | Kegiatan A | Nilai | 80 | 900 | DAU
2 | 11 | #03 | #2.01 | {one} | Sub A | Nilai | 80 | 300 | DAU
 | | | | 1 | Paket RW 1 | {indicator} | 1 | 100 | DAU
 | | | | 2 | Paket RW 2 | {indicator} | 1 | {item} | DAU
2 | 11 | #03 | #2.01 | {two} | Sub B | Nilai | 80 | 500 | DAU
 | | | | 1 | Paket RW 1 | {indicator} | 1 | 500 | DAU
2 | 11 | #03 | #2.01 | #{int(two.strip("#")) + 1:04d} | Sub C | Nilai | 80 | 100 | DAU
 | | | | | JUMLAH | | | 900 |"""),  # noqa: E501
    )


def _errors(sheet: DrawnSheet) -> list[tuple[str, str | None, object]]:
    findings = check_book(build_in_memory(sheet), Setting()).findings
    return [(f.code, f.cell, f.expected) for f in findings if f.severity == "error"]


@pytest.mark.parametrize("indicator", ["", "Jumlah paket"])
@pytest.mark.parametrize(
    "last", [("#0001", "#0002"), ("#01", "#02"), ("1", "2"), ("#0003", "#0007")]
)
def test_they_are_no_sub_kegiatan(last: tuple[str, str], indicator: str) -> None:
    sheet = _plan(last, indicator=indicator)
    table = only_table(recognise(build_in_memory(sheet), Setting()), "T-C.33")
    assert [row.row for row in table.rows_of_kind(RowKind.RINCIAN)] == [6, 7, 9]
    assert _errors(sheet) == []


def test_their_sum_is_checked() -> None:
    assert _errors(_plan(("#0001", "#0002"), item="250")) == [("JML005", "I5", 350)]


def test_sub_kegiatan_below_a_merged_code_are_none() -> None:
    sheet = DrawnSheet(
        "Renja",
        read_picture("""Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun 2024
Kode | < | < | < | < | Program/Kegiatan/Sub Kegiatan | Indikator | Target 2024 | Pagu (Rp) | Sumber Dana
2 | 11 | #03 | | | Program A | Nilai | 80 | 900 | DAU
 | | | #2.01 | | Kegiatan A | Nilai | 80 | 300 | DAU
 | | | | 1 | Sub A | Nilai | 80 | 100 | DAU
 | | | | 2 | Sub B | Nilai | 80 | 200 | DAU
 | | | #2.02 | | Kegiatan B | Nilai | 80 | 600 | DAU
 | | | | 1 | Sub C | Nilai | 80 | 600 | DAU"""),  # noqa: E501
    )
    table = only_table(recognise(build_in_memory(sheet), Setting()), "T-C.33")
    assert [str(row.kode) for row in table.main_rows[2:]] == [
        "2.11.03.2.01.01",
        "2.11.03.2.01.02",
        "2.11.03.2.02",
        "2.11.03.2.02.01",
    ]
    assert _errors(sheet) == []
