"""The comparison sheets on a live workbook."""

from __future__ import annotations

import pytest
import xlwings as xw

from selaras.engine.run import check_book
from selaras.model.setting import Setting
from selaras.report.palette import FILLS
from selaras.values.finding import Severity
from selaras_addin.commands import run
from selaras_addin.live.excel.read import read_live_book

from .calc_engine import CalcEngine

YELLOW = tuple(bytes.fromhex(FILLS[Severity.WARNING]))

pytestmark = pytest.mark.usefixtures("data")


def test_renja_and_rkpd(example: xw.Book, engine: CalcEngine) -> None:
    run("bandingkan_renja_rkpd")
    assert engine.app.messages == []
    sheet = example.sheets["Banding Renja-RKPD"]
    assert example.sheets.active.name == sheet.name
    assert sheet.range("A1").value == "Bandingan Selaras: Perbandingan Renja dan RKPD 2024"
    assert sheet.range("A2").value == "16 sel berbeda, diberi warna."
    assert sheet.range("C5:H5").value == [
        *("Rancangan awal RKPD", None, None),
        *("Hasil analisis (T-C.31)", None, None),
    ]
    assert sheet.range("A6:B6").value == ["Kode", "Program/Kegiatan"]
    row = sheet.range("A11:N11").value
    assert (row[0], row[4], row[7], row[11]) == (
        *("2.17.06", 428_765_050, 2_400_000_000),
        1_971_234_950,
    )
    assert row[13] == "Di atas pagu RKPD"
    assert sheet.range("A11").formula.startswith("=HYPERLINK(\"#'T-C.31'!\"")
    assert sheet.range("H11").color == YELLOW
    assert sheet.range("H11").number_format.startswith("#,##0")
    assert sheet.range("G11").color != YELLOW
    assert sheet.range("B14").value == "Jumlah"
    assert str(engine.app.status_bar) == "Selaras: 8 baris dibandingkan, 16 sel berbeda"


def test_once_more_takes_the_place_of_the_old_sheet(example: xw.Book, engine: CalcEngine) -> None:
    """The sheet is made anew, is never checked as a plan, and one of the user's stays."""
    own = example.sheets.add("Banding Renja-Renstra", after=example.sheets[-1])
    own.range("A1").value = "catatan saya"
    before = check_book(read_live_book(example), Setting())
    run("bandingkan_renja_renstra")
    run("bandingkan_renja_renstra")
    assert engine.app.messages == []
    names = [sheet.name for sheet in example.sheets if sheet.name.startswith("Banding")]
    assert names == ["Banding Renja-Renstra", "Banding Renja-Renstra (2)"]
    assert own.range("A1").value == "catatan saya"
    after = check_book(read_live_book(example), Setting())
    assert [f.fingerprint for f in after.findings] == [f.fingerprint for f in before.findings]
    sheet = example.sheets["Banding Renja-Renstra (2)"]
    codes = sheet.range("A7:A90").value
    row = 7 + codes.index("2.17.03")
    assert sheet.range(f"C{row}:G{row}").value == [
        *("Persentase Koperasi Berkualitas", "35%", 150_100_000),
        *("Persentase Koperasi Berkualitas", "35%"),
    ]


def test_a_missing_renstra_is_said(example: xw.Book, engine: CalcEngine) -> None:
    for name in ("T-C.29", "T-C.30"):
        example.sheets[name].delete()
    run("bandingkan_renja_renstra")
    assert "tidak memuat lembar Renstra" in engine.app.messages[0][0]
    assert not [sheet for sheet in example.sheets if sheet.name.startswith("Banding")]
