"""Templates filled in, in LibreOffice: sums, insertions, moves, lights, what cells refuse."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest

from layouts import PRINTED
from renja_mojokerto.in_template import typed
from selaras.tables import BY_NAME
from selaras_templates.build import bangun
from selaras_templates.layout.places import Tata, susun
from selaras_templates.setting import MACAM, Setelan
from selaras_templates.sheets.style import MENYALA

from .books import TAHUN, kosong, periksa
from .calc import Buku, Lembar

Buka = Callable[[bytes], Buku]
JINGGA = int(str(MENYALA["bg_color"]).removeprefix("#"), 16)
ROWS = typed(PRINTED)["T-C.33"].rows
BARIS = 150
SETELAN = Setelan(2024, row_count=BARIS)


def tata(name: str, setelan: Setelan = SETELAN) -> Tata:
    return susun(BY_NAME[name], setelan, BARIS)


@pytest.mark.parametrize("macam", MACAM)
def test_no_formula_gives_an_error(macam: str, buka: Buka) -> None:
    assert buka(kosong(macam)).find_errors() == []


# The document typed into the empty template


def _isi(sheet: Lembar, layout: Tata) -> None:
    """Type the document's rows; amounts only where nothing stands below that adds up."""
    for kolom in layout.kolom:
        cells = [values.get(kolom.key) for values in ROWS]
        letter, first = layout.find_letters(kolom.key), layout.pertama
        if kolom.key not in ("pagu", "pagu_maju"):
            sheet.ketik_kolom(f"{letter}{first}", cells)
            continue
        for row, (values, value) in enumerate(zip(ROWS, cells, strict=True), first):
            if value is not None and not _terjumlah(values, kolom.key):
                assert isinstance(value, int)
                sheet.ketik(f"{letter}{row}", value)


def _terjumlah(values: Mapping[str, object], key: str) -> bool:
    code = values.get("kode")
    if not isinstance(code, str):
        return False
    # All sub kegiatan have rincian for the plan year, and none for the year after it.
    return code.count(".") < 5 or key == "pagu"


@cache
def rencana_kosong() -> bytes:
    return bangun("rkpd-review", SETELAN)


@pytest.fixture
def buku(buka: Buka) -> Buku:
    book = buka(rencana_kosong())
    _isi(book["T-C.33"], tata("T-C.33"))
    return book


@pytest.fixture
def rencana(buku: Buku) -> Lembar:
    return buku["T-C.33"]


def _baris(sheet: Lembar, kode: str) -> int:
    layout = tata("T-C.33")
    return sheet.read_column("A", layout.pertama, layout.batas).index(kode) + layout.pertama


def _pagu(sheet: Lembar, *kode: str) -> list[str | float]:
    return [sheet.read_value(f"F{_baris(sheet, one)}") for one in kode]


def test_typed_rows_add_up_to_the_documents_subtotals(rencana: Lembar) -> None:
    layout = tata("T-C.33")
    shown = rencana.read_column("F", layout.pertama, layout.batas)
    written = [values.get("pagu") for values in ROWS]
    assert [one or None for one in shown[: len(ROWS)]] == written
    assert rencana.read_value(f"F{layout.batas}") == 8_886_334_700
    # What was pasted over the forward estimate in the document adds up here to what it is.
    assert rencana.read_value(f"J{_baris(rencana, '2.17.01')}") == 12_076_248_802
    assert rencana.read_column("O", layout.pertama, layout.batas - 1) == [""] * BARIS


def test_saved_it_reads_as_what_was_typed(buku: Buku, rencana: Lembar, tmp_path: Path) -> None:
    """Blank rows that are left, and sums that are formulas, mislead no rule."""
    row = _baris(rencana, "2.17.03")
    rencana.sisip(row)
    rencana.ketik(f"A{row}", "2.17.02")
    rencana.ketik(f"F{row}", 7)
    buku.simpan(tmp_path / "disimpan.xlsx")
    report = periksa(tmp_path, (tmp_path / "disimpan.xlsx").read_bytes())
    (table,) = [one for one in report.tables if one.table == "T-C.33"]
    assert table.rows == len(ROWS) + 2
    wrong = [
        (f.code, f.cell) for f in report.findings if f.code.startswith(("JML", "ANG", "LBR00"))
    ]
    # The forward estimates that the document shows twice, at the place that they have here, and
    # two tables of the Renja that this workbook has not, and two that are not filled in.
    assert wrong == [
        ("LBR001", None),
        ("LBR001", None),
        ("LBR009", "A5"),
        ("LBR009", "A5"),
        ("JML008", f"J{_baris(rencana, '2.17.01.2.05')}"),
        ("JML008", f"J{_baris(rencana, '2.17.01.2.05.10')}"),
    ]


def test_sums_stay_right_when_rows_are_inserted_deleted_and_moved(rencana: Lembar) -> None:
    tops = ("2.17.01", "2.17.01.2.06")
    before = _pagu(rencana, *tops)
    place = _baris(rencana, "2.17.01.2.06.04")
    rencana.sisip(place)
    rencana.ketik(f"A{place}", "2.17.01.2.06.03")
    rencana.ketik(f"F{place}", 1_000_000)
    assert _pagu(rencana, *tops) == [amount + 1_000_000 for amount in before]

    gone = _baris(rencana, "2.17.01.2.06.08")
    rencana.hapus(gone, 3)  # the sub kegiatan of 12.500.000 with its rincian
    after = [amount + 1_000_000 - 12_500_000 for amount in before]
    assert _pagu(rencana, *tops) == after

    rencana.pindah(_baris(rencana, "2.17.01.2.06.03"), _baris(rencana, "2.17.01.2.07"))
    assert _pagu(rencana, *tops) == after
    assert _baris(rencana, "2.17.01.2.06.03") == _baris(rencana, "2.17.01.2.07") - 1

    # A whole kegiatan, with its formulas, below another one.
    kegiatan = _baris(rencana, "2.17.01.2.02")
    for _ in range(4):
        rencana.pindah(kegiatan, _baris(rencana, "2.17.01.2.06"))
    assert _baris(rencana, "2.17.01.2.02.01") == _baris(rencana, "2.17.01.2.02") + 1
    assert _pagu(rencana, *tops, "2.17.01.2.02") == [*after, 4_073_810_000]
    total = rencana.read_column("A", 1, BARIS + 20).index("JUMLAH") + 1
    assert rencana.read_value(f"F{total}") == 8_886_334_700 + 1_000_000 - 12_500_000


@pytest.mark.parametrize("place", ["pertama", "terakhir"])
def test_rows_inserted_at_the_edges_count(place: str, rencana: Lembar) -> None:
    layout = tata("T-C.33")
    row = layout.pertama if place == "pertama" else layout.batas
    rencana.sisip(row)
    rencana.ketik(f"A{row}", "2.17.09")
    rencana.ketik(f"F{row}", 5)
    assert rencana.read_value(f"F{layout.batas + 1}") == 8_886_334_700 + 5
    assert not rencana.terima(f"A{row}", "2.17.01")
    assert rencana.terima(f"A{row}", "2.17.10")


def test_a_wrong_typed_subtotal_lights_up(rencana: Lembar) -> None:
    row = _baris(rencana, "2.17.01.2.06")
    cell = f"F{row}"
    assert JINGGA not in rencana.read_fills(cell)
    rencana.ketik(cell, 344_275_151)
    assert JINGGA in rencana.read_fills(cell)
    assert rencana.read_value(f"K{row}") == 344_275_150
    assert rencana.read_value(f"L{row}") == 1
    assert rencana.read_value(f"O{row}") == "Pagu bukan jumlah bawahannya"
    assert JINGGA in rencana.read_fills(f"O{row}")
    # What is typed over counts above it, so that one mistake lights one cell.
    assert JINGGA not in rencana.read_fills(f"F{_baris(rencana, '2.17.01')}")
    rencana.ketik(cell, 344_275_150)
    assert JINGGA not in rencana.read_fills(cell)


def test_a_sub_kegiatan_that_is_not_its_rincian_lights_up(rencana: Lembar) -> None:
    row = _baris(rencana, "2.17.01.2.01.07")
    rencana.ketik(f"F{row}", 82_500_001)
    assert JINGGA in rencana.read_fills(f"F{row}")
    assert rencana.read_value(f"L{row}") == 1
    rencana.ketik(f"F{row + 2}", 7_500_001)
    assert JINGGA not in rencana.read_fills(f"F{row}")


def test_a_row_inserted_without_helpers_lights_up_too(rencana: Lembar) -> None:
    """LibreOffice fills no formulas into an inserted row; its amount is judged all the same."""
    row = _baris(rencana, "2.17.03")
    rencana.sisip(row, 2)
    rencana.ketik(f"A{row}", "2.17.02")
    rencana.ketik(f"A{row + 1}", "2.17.02.2.01")
    rencana.ketik(f"F{row + 1}", 10)
    rencana.ketik(f"F{row}", 11)
    assert JINGGA in rencana.read_fills(f"F{row}")
    rencana.ketik(f"F{row}", 10)
    assert JINGGA not in rencana.read_fills(f"F{row}")


def test_a_sum_copied_from_a_blank_row_adds_up(rencana: Lembar) -> None:
    """What the guide tells to do in LibreOffice, which fills nothing into inserted rows."""
    row = _baris(rencana, "2.17.03")
    rencana.sisip(row, 2)
    rencana.ketik(f"A{row}", "2.17.02")
    rencana.ketik(f"A{row + 1}", "2.17.02.2.01")
    rencana.ketik(f"F{row + 1}", 10)
    blank = tata("T-C.33").batas
    rencana.salin(f"F{blank}", f"F{row}")
    assert rencana.read_value(f"F{row}") == 10
    rencana.ketik(f"F{row + 1}", 12)
    assert rencana.read_value(f"F{row}") == 12


def test_urusan_and_bidang_add_up_too(buka: Buka) -> None:
    sheet = buka(kosong("sipd"))["SIPD-17"]
    codes = ("1", "1.02", "1.02.01", "1.02.02", "1.03", "1.03.02", "2", "2.17", "2.17.02")
    sheet.ketik_kolom("B8", codes)
    for row, amount in ((10, 1), (11, 2), (13, 4), (16, 8)):
        sheet.ketik(f"I{row}", amount)
    assert sheet.read_column("I", 8, 16) == [7, 3, 1, 2, 4, 4, 8, 8, 8]
    assert sheet.read_value(f"I{tata('SIPD-17').batas}") == 15
    # The number over a column is no urusan, though it reads like one.
    assert sheet.terima("B14", "2")
    assert not sheet.terima("B15", "2")


def test_rows_look_as_their_codes_say(rencana: Lembar) -> None:
    def looks(kode: str) -> int:
        return len(rencana.find_lit_styles(f"B{_baris(rencana, kode)}"))

    assert rencana.read_fills(f"B{_baris(rencana, '2.17.01')}") == {0xFFF2CC}
    assert looks("2.17.01.2.01") == 1
    assert looks("2.17.01.2.01.01") == 0
    assert rencana.find_lit_styles("B7") == [], "the row of column numbers is no urusan"
    assert rencana.find_lit_styles(f"A{_baris(rencana, '2.17.01.2.01.01') + 1}") == [], "no code"


# What cells take


@pytest.fixture(scope="module")
def kosong_renja() -> bytes:
    return kosong("renja")


SAH = (
    *("2", "2.17", "2.17.01", "2.17.01.2.01"),
    *("2.17.01.2.01.01", "2.17.01.2.01.0001"),
)
TIDAK_SAH = (
    *("2.17.1", "2.17.01.2", "2.17.01.02.01.0001", "2.17.O1", "2.17.1E", "2.17.-1", "0.17.01"),
    *("2,17,01", "2.17.01.", "2.17.01.2.01.001", "program", " 2.17.01"),
)


def test_codes(buka: Buka) -> None:
    sheet = buka(kosong("sipd"))["SIPD-17"]
    assert [kode for kode in (*SAH, *TIDAK_SAH) if sheet.terima("B12", kode)] == list(SAH)


def test_what_else_cells_refuse(kosong_renja: bytes, buka: Buka) -> None:
    book = buka(kosong_renja)
    sheet = book["T-C.33"]
    sheet.ketik("A9", "2.17.01")
    assert not sheet.terima("A10", "2.17.01"), "twice"
    assert sheet.terima("A10", "2.17.02")
    for value, taken in ((0, True), (90_000_000, True), (-1, False), ("90.000.000", False)):
        assert sheet.terima("F9", value) is taken
    assert sheet.terima("E9", "6 dokumen")
    assert sheet.terima("E9", "84,8 (A)")
    assert not sheet.terima("E9", "6 dokumn")
    assert not sheet.terima("K9", 5), "a formula"
    plan = book["Tabel 2.1"]
    plan.ketik("A9", "1.1")
    assert not plan.terima("A10", "1.1")
    assert plan.terima("A10", "1.2")


def test_who_types_wrongly_is_told_why(kosong_renja: bytes, buka: Buka) -> None:
    sheet = buka(kosong_renja)["T-C.33"]
    for address, alert in (("A9", "STOP"), ("F9", "STOP"), ("E9", "WARNING"), ("G9", "WARNING")):
        rule = sheet.find_cell(address).Validation
        assert rule.ErrorAlertStyle.value == alert
        assert rule.ShowErrorMessage
        assert rule.ErrorMessage
        assert rule.InputMessage
    assert sheet.find_cell("G9").Validation.getFormula1() == "daftar_sumber_dana"
    assert sheet.hitung("COUNTA(daftar_sumber_dana)-COUNTBLANK(daftar_sumber_dana)", 9) == 36


# Columns worked out from others


def test_tc29_columns_8_10_and_11(kosong_renja: bytes, buka: Buka) -> None:
    sheet = buka(kosong_renja)["T-C.29"]
    rows = (
        ("20 unit", "6 unit", "7 unit", "5 unit", "6 unit", 5 / 7, "17 unit", 17 / 20),
        ("100%", "25%", "50%", "45,5%", "60%", 45.5 / 50, "60%", 0.6),
        ("85 (A)", "84,03(A)", "84 (A)", "82,8 (A)", "84,4 (A)", 82.8 / 84, "84,4 (A)", 84.4 / 85),
        ("1.200 orang", "-", "400 orang", "350 orang", "-", 350 / 400, "350 orang", 350 / 1200),
        ("-", "-", "-", "-", "-", "", "", ""),
    )  # fmt: skip
    for row, (*given, eight, ten, eleven) in enumerate(rows, 9):
        for letter, value in zip("DEFGI", given, strict=True):
            sheet.ketik(f"{letter}{row}", value)
        assert sheet.read_value(f"H{row}") == (eight if eight == "" else pytest.approx(eight))
        assert sheet.read_value(f"J{row}") == ten
        assert sheet.read_value(f"K{row}") == (eleven if eleven == "" else pytest.approx(eleven))


def test_tc27_column_18_is_the_sum_of_the_years(buka: Buka) -> None:
    sheet = buka(kosong("renstra"))["T-C.27"]
    layout = tata("T-C.27", Setelan(TAHUN))
    years = [layout.find_letters(f"pagu_{year}") for year in range(1, 6)]
    for row, kode in enumerate(("2.17.02", "2.17.02.2.01", "2.17.02.2.01.0001"), layout.pertama):
        sheet.ketik(f"C{row}", kode)
    for place, letter in enumerate(years, 1):
        sheet.ketik(f"{letter}{layout.pertama + 2}", place * 10)
    for row in range(layout.pertama, layout.pertama + 3):
        assert sheet.read_value(f"{layout.find_letters('pagu_akhir')}{row}") == 150


def test_evaluation_by_quarter(buka: Buka) -> None:
    sheet = buka(kosong("evaluasi"))["E.81"]
    layout = tata("E.81", Setelan(TAHUN))
    row = layout.pertama

    def cell(key: str) -> str:
        return f"{layout.find_letters(key)}{row}"

    given: dict[str, str | int] = {
        "kode": "2.17.02.2.01.0001",
        "target_akhir": "40 unit",
        "pagu_akhir": 4000,
        "realisasi_lalu": "10 unit",
        "uang_lalu": 1000,
        "target": "8 unit",
        "pagu": 800,
        **{f"realisasi_{quarter}": "2 unit" for quarter in range(1, 4)},
        **{f"uang_{quarter}": 100 * quarter for quarter in range(1, 5)},
    }
    for key, value in given.items():
        sheet.ketik(cell(key), value)
    assert sheet.read_value(cell("realisasi")) == "6 unit"
    assert sheet.read_value(cell("uang")) == 1000
    assert sheet.read_value(cell("tingkat_realisasi")) == pytest.approx(0.75)
    assert sheet.read_value(cell("tingkat_uang")) == pytest.approx(1.25)
    assert sheet.read_value(cell("realisasi_berjalan")) == "16 unit"
    assert sheet.read_value(cell("uang_berjalan")) == 2000
    assert sheet.read_value(cell("tingkat_capaian")) == pytest.approx(0.4)
    assert sheet.read_value(cell("tingkat_uang_akhir")) == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("target", "quarters", "reached"),
    [
        ("12 bulan", ["3 bulan"] * 4, "12 bulan"),
        ("12 bulan", ["12 bulan"] * 4, "12 bulan"),
        ("12 Bulan", ["3 Bulan", "6 Bulan", "9 Bulan", "12 Bulan"], "12 Bulan"),
        ("29 orang/bulan", ["29 orang/bulan"] * 4, "29 orang/bulan"),
        ("29 Orang/bulan", ["28 Orang/bulan", "29 Orang/bulan"], "29 Orang/bulan"),
        ("", ["29 orang/bulan"] * 2, "29 orang/bulan"),
        ("120 orang/hari", ["30 orang/hari"] * 4, "120 orang/hari"),
        ("90 persen", ["70 persen", "80 persen"], "80 persen"),
        ("80 indeks", ["70 indeks", "75 indeks"], "75 indeks"),
        ("8 dokumen", ["2 dokumen"] * 4, "8 dokumen"),
        ("2 dokumen", ["2 dokumen"] * 2, "4 dokumen"),
    ],
)
def test_quarters_add_up_only_where_the_unit_does(
    buka: Buka, target: str, quarters: list[str], reached: str
) -> None:
    sheet = buka(kosong("evaluasi"))["E.81"]
    layout = tata("E.81", Setelan(TAHUN))
    row = layout.pertama
    if target:
        sheet.ketik(f"{layout.find_letters('target')}{row}", target)
    for number, value in enumerate(quarters, 1):
        sheet.ketik(f"{layout.find_letters(f'realisasi_{number}')}{row}", value)
    assert sheet.read_value(f"{layout.find_letters('realisasi')}{row}") == reached


# Settings and links


def test_the_year_in_the_settings_drives_titles_and_heads(kosong_renja: bytes, buka: Buka) -> None:
    book = buka(kosong_renja)
    settings = book["Pengaturan"]
    years = settings.read_column("A", 1, 12).index("Tahun rencana") + 1
    settings.ketik(f"B{years}", 2031)
    sheet = book["T-C.33"]
    assert sheet.read_value("A2") == (
        "Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun 2031 dan Prakiraan Maju "
        "Tahun 2032"
    )
    assert sheet.read_value("D5") == "Rencana Tahun 2031"
    assert sheet.read_value("I5") == "Prakiraan Maju Rencana Tahun 2032"
    assert book["T-C.29"].read_value("F6") == "Target Renja Perangkat Daerah Tahun 2029"


def test_tables_of_one_workbook_take_over_from_each_other(buka: Buka) -> None:
    book = buka(kosong("lengkap"))
    five, plan = book["T-C.27"], book["T-C.33"]
    layout = tata("T-C.27", Setelan(TAHUN))
    row = layout.pertama
    five.ketik(f"C{row}", "2.17.02.2.01.0001")
    five.ketik(f"D{row}", "Pengawasan koperasi")
    five.ketik(f"{layout.find_letters('target_akhir')}{row}", "50 unit")
    plan.ketik("A9", "2.17.02.2.01.0001")
    plan.ketik("E9", "10 unit")
    plan.ketik("F9", 700)
    assert plan.read_value("B9") == "Pengawasan koperasi"
    funding, review = book["Tabel 4.1"], book["T-C.31"]
    funding.ketik("A12", "2.17.02.2.01.0001")
    assert [funding.read_value(f"{letter}12") for letter in "BEF"] == [
        "Pengawasan koperasi",
        "10 unit",
        700,
    ]
    evaluation = tata("E.81", Setelan(TAHUN))
    quarters = book["E.81"]
    quarters.ketik(f"C{evaluation.pertama}", "2.17.02.2.01.0001")
    for key, value in (("target", "10 unit"), ("pagu", 700), ("target_akhir", "50 unit")):
        assert quarters.read_value(f"{evaluation.find_letters(key)}{evaluation.pertama}") == value
    review.ketik("A9", "1")
    review.ketik("B9", "Pengawasan koperasi")
    review.ketik("F9", 900)
    assert [review.read_value(f"{letter}9") for letter in "GJK"] == [
        "Pengawasan koperasi",
        "10 unit",
        700,
    ]


def test_hundreds_of_rows_calculated_at_once_add_up(buka: Buka) -> None:
    setelan = Setelan(2024, row_count=600)
    layout = susun(BY_NAME["SIPD-17"], setelan, setelan.row_count)
    book = buka(bangun("sipd", setelan))
    sheet = book["SIPD-17"]
    codes: list[str] = []
    amounts: list[int] = []
    for program in range(1, 8):
        codes.append(f"2.17.{program:02d}")
        amounts.append(0)
        for kegiatan in range(1, 9):
            codes.append(f"2.17.{program:02d}.2.{kegiatan:02d}")
            amounts.append(0)
            for sub in range(1, 9):
                codes.append(f"2.17.{program:02d}.2.{kegiatan:02d}.{sub:04d}")
                amounts.append(sub)
    first = layout.pertama
    book.dok.enableAutomaticCalculation(False)
    pagu = layout.find_letters("pagu")
    sheet.ketik_kolom(f"{layout.find_letters('kode')}{first}", codes)
    for row, amount in enumerate(amounts, first):
        if amount:
            sheet.ketik(f"{pagu}{row}", amount)
    book.dok.enableAutomaticCalculation(True)
    book.dok.calculateAll()
    sums = {2: 8 * 36, 4: 36}
    shown = sheet.read_column(pagu, first, first + len(codes) - 1)
    for kode, amount in zip(codes, shown, strict=True):
        assert amount == sums.get(kode.count("."), amount), kode
    assert sheet.read_value(f"{pagu}{layout.batas}") == 7 * 8 * 36
    off = sheet.read_column(layout.huruf_bantu("pagu", "selisih"), first, layout.batas - 1)
    assert off == [""] * layout.jumlah_baris


def test_a_difference_to_the_rkpd_is_lit_until_it_has_a_reason(
    kosong_renja: bytes, buka: Buka
) -> None:
    sheet = buka(kosong_renja)["T-C.31"]
    beda = tata("T-C.31").huruf_bantu("kebutuhan_dana", "beda")
    for address, value in (("A9", "1"), ("F9", 500), ("K9", 450)):
        sheet.ketik(address, value)
    assert sheet.read_value(f"{beda}9") == -50
    assert JINGGA in sheet.read_fills(f"{beda}9")
    sheet.ketik("L9", "Disesuaikan kebutuhan")
    assert JINGGA not in sheet.read_fills(f"{beda}9")
    sheet.ketik("K9", 500)
    assert sheet.read_value(f"{beda}9") == ""


# On paper


def test_pages_repeat_their_heads_and_nothing_is_cut_off(buka: Buka, tmp_path: Path) -> None:
    pdf = tmp_path / "renja.pdf"
    buka(kosong("renja")).write_pdf(pdf)
    text = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True
    ).stdout
    pages = text.split("\f")[:-1]
    plan = [page for page in pages if "T-C.33" in page.rstrip().rpartition("\n")[2]]
    assert len(plan) > 1
    for number, page in enumerate(pages, 1):
        assert f"Halaman {number} dari {len(pages)}" in page or number <= 2
    for page in plan:
        # The first head and the last one: the page is as wide as the table, without helpers.
        assert "Kode" in page
        assert "Kebutuhan" in page
        assert "Seharusnya" not in page
    assert any("JUMLAH" in page for page in plan)
    assert "NIP." in plan[-1]
