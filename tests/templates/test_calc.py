"""Templates filled in, in LibreOffice: sums, insertions, moves, lights, what cells refuse."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest

from layouts import PRINTED
from renja_mojokerto.in_template import list_typed
from selaras.tables import BY_NAME
from selaras_templates.build import build_workbook
from selaras_templates.layout.places import SheetLayout, lay_out_sheet
from selaras_templates.setting import WORKBOOK_KINDS, TemplateSetting
from selaras_templates.sheets.style import LIT

from .books import YEAR, check_workbook, read_empty
from .calc import CalcBook, CalcSheet

Opener = Callable[[bytes], CalcBook]
ORANGE = int(str(LIT["bg_color"]).removeprefix("#"), 16)
ROWS = list_typed(PRINTED)["T-C.33"].rows
ROW_COUNT = 150
SETTING = TemplateSetting(2024, row_count=ROW_COUNT)


def build_layout(name: str, setting: TemplateSetting = SETTING) -> SheetLayout:
    return lay_out_sheet(BY_NAME[name], setting, ROW_COUNT)


@pytest.mark.parametrize("kind", WORKBOOK_KINDS)
def test_no_formula_gives_an_error(kind: str, opener: Opener) -> None:
    assert opener(read_empty(kind)).find_errors() == []


# The document typed into the empty template


def _fill(sheet: CalcSheet, layout: SheetLayout) -> None:
    """Type the document's rows; amounts only where nothing stands below that adds up."""
    for column in layout.columns:
        cells = [values.get(column.key) for values in ROWS]
        letter, first = layout.find_letters(column.key), layout.first_row
        if column.key not in ("pagu", "pagu_maju"):
            sheet.type_column(f"{letter}{first}", cells)
            continue
        for row, (values, value) in enumerate(zip(ROWS, cells, strict=True), first):
            if value is not None and not _is_summed(values, column.key):
                assert isinstance(value, int)
                sheet.type_into(f"{letter}{row}", value)


def _is_summed(values: Mapping[str, object], key: str) -> bool:
    code = values.get("kode")
    if not isinstance(code, str):
        return False
    # All sub kegiatan have rincian for the plan year, and none for the year after it.
    return code.count(".") < 5 or key == "pagu"


@cache
def build_empty_plan() -> bytes:
    return build_workbook("rkpd-review", SETTING)


@pytest.fixture
def book(opener: Opener) -> CalcBook:
    book = opener(build_empty_plan())
    _fill(book["T-C.33"], build_layout("T-C.33"))
    return book


@pytest.fixture
def plan(book: CalcBook) -> CalcSheet:
    return book["T-C.33"]


def _find_row(sheet: CalcSheet, kode: str) -> int:
    layout = build_layout("T-C.33")
    return sheet.read_column("A", layout.first_row, layout.end_row).index(kode) + layout.first_row


def _read_pagu(sheet: CalcSheet, *kode: str) -> list[str | float]:
    return [sheet.read_value(f"F{_find_row(sheet, one)}") for one in kode]


def test_typed_rows_add_up_to_the_documents_subtotals(plan: CalcSheet) -> None:
    layout = build_layout("T-C.33")
    shown = plan.read_column("F", layout.first_row, layout.end_row)
    written = [values.get("pagu") for values in ROWS]
    assert [one or None for one in shown[: len(ROWS)]] == written
    assert plan.read_value(f"F{layout.end_row}") == 8_886_334_700
    # What was pasted over the forward estimate in the document adds up here to what it is.
    assert plan.read_value(f"J{_find_row(plan, '2.17.01')}") == 12_076_248_802
    assert plan.read_column("O", layout.first_row, layout.end_row - 1) == [""] * ROW_COUNT


def test_saved_it_reads_as_what_was_typed(book: CalcBook, plan: CalcSheet, tmp_path: Path) -> None:
    """Blank rows that are left, and sums that are formulas, mislead no rule."""
    row = _find_row(plan, "2.17.03")
    plan.insert(row)
    plan.type_into(f"A{row}", "2.17.02")
    plan.type_into(f"F{row}", 7)
    book.save(tmp_path / "disimpan.xlsx")
    report = check_workbook(tmp_path, (tmp_path / "disimpan.xlsx").read_bytes())
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
        ("JML008", f"J{_find_row(plan, '2.17.01.2.05')}"),
        ("JML008", f"J{_find_row(plan, '2.17.01.2.05.10')}"),
    ]


def test_sums_stay_right_when_rows_are_inserted_deleted_and_moved(plan: CalcSheet) -> None:
    tops = ("2.17.01", "2.17.01.2.06")
    before = _read_pagu(plan, *tops)
    place = _find_row(plan, "2.17.01.2.06.04")
    plan.insert(place)
    plan.type_into(f"A{place}", "2.17.01.2.06.03")
    plan.type_into(f"F{place}", 1_000_000)
    assert _read_pagu(plan, *tops) == [amount + 1_000_000 for amount in before]

    gone = _find_row(plan, "2.17.01.2.06.08")
    plan.delete(gone, 3)  # the sub kegiatan of 12.500.000 with its rincian
    after = [amount + 1_000_000 - 12_500_000 for amount in before]
    assert _read_pagu(plan, *tops) == after

    plan.move(_find_row(plan, "2.17.01.2.06.03"), _find_row(plan, "2.17.01.2.07"))
    assert _read_pagu(plan, *tops) == after
    assert _find_row(plan, "2.17.01.2.06.03") == _find_row(plan, "2.17.01.2.07") - 1

    # A whole kegiatan, with its formulas, below another one.
    kegiatan = _find_row(plan, "2.17.01.2.02")
    for _ in range(4):
        plan.move(kegiatan, _find_row(plan, "2.17.01.2.06"))
    assert _find_row(plan, "2.17.01.2.02.01") == _find_row(plan, "2.17.01.2.02") + 1
    assert _read_pagu(plan, *tops, "2.17.01.2.02") == [*after, 4_073_810_000]
    total = plan.read_column("A", 1, ROW_COUNT + 20).index("JUMLAH") + 1
    assert plan.read_value(f"F{total}") == 8_886_334_700 + 1_000_000 - 12_500_000


@pytest.mark.parametrize("place", ["pertama", "terakhir"])
def test_rows_inserted_at_the_edges_count(place: str, plan: CalcSheet) -> None:
    layout = build_layout("T-C.33")
    row = layout.first_row if place == "pertama" else layout.end_row
    plan.insert(row)
    plan.type_into(f"A{row}", "2.17.09")
    plan.type_into(f"F{row}", 5)
    assert plan.read_value(f"F{layout.end_row + 1}") == 8_886_334_700 + 5
    assert not plan.can_take(f"A{row}", "2.17.01")
    assert plan.can_take(f"A{row}", "2.17.10")


def test_a_wrong_typed_subtotal_lights_up(plan: CalcSheet) -> None:
    row = _find_row(plan, "2.17.01.2.06")
    cell = f"F{row}"
    assert ORANGE not in plan.read_fills(cell)
    plan.type_into(cell, 344_275_151)
    assert ORANGE in plan.read_fills(cell)
    assert plan.read_value(f"K{row}") == 344_275_150
    assert plan.read_value(f"L{row}") == 1
    assert plan.read_value(f"O{row}") == "Pagu bukan jumlah bawahannya"
    assert ORANGE in plan.read_fills(f"O{row}")
    # What is typed over counts above it, so that one mistake lights one cell.
    assert ORANGE not in plan.read_fills(f"F{_find_row(plan, '2.17.01')}")
    plan.type_into(cell, 344_275_150)
    assert ORANGE not in plan.read_fills(cell)


def test_a_sub_kegiatan_that_is_not_its_rincian_lights_up(plan: CalcSheet) -> None:
    row = _find_row(plan, "2.17.01.2.01.07")
    plan.type_into(f"F{row}", 82_500_001)
    assert ORANGE in plan.read_fills(f"F{row}")
    assert plan.read_value(f"L{row}") == 1
    plan.type_into(f"F{row + 2}", 7_500_001)
    assert ORANGE not in plan.read_fills(f"F{row}")


def test_a_row_inserted_without_helpers_lights_up_too(plan: CalcSheet) -> None:
    """LibreOffice fills no formulas into an inserted row; its amount is judged all the same."""
    row = _find_row(plan, "2.17.03")
    plan.insert(row, 2)
    plan.type_into(f"A{row}", "2.17.02")
    plan.type_into(f"A{row + 1}", "2.17.02.2.01")
    plan.type_into(f"F{row + 1}", 10)
    plan.type_into(f"F{row}", 11)
    assert ORANGE in plan.read_fills(f"F{row}")
    plan.type_into(f"F{row}", 10)
    assert ORANGE not in plan.read_fills(f"F{row}")


def test_a_sum_copied_from_a_blank_row_adds_up(plan: CalcSheet) -> None:
    """What the guide tells to do in LibreOffice, which fills nothing into inserted rows."""
    row = _find_row(plan, "2.17.03")
    plan.insert(row, 2)
    plan.type_into(f"A{row}", "2.17.02")
    plan.type_into(f"A{row + 1}", "2.17.02.2.01")
    plan.type_into(f"F{row + 1}", 10)
    blank = build_layout("T-C.33").end_row
    plan.copy(f"F{blank}", f"F{row}")
    assert plan.read_value(f"F{row}") == 10
    plan.type_into(f"F{row + 1}", 12)
    assert plan.read_value(f"F{row}") == 12


def test_urusan_and_bidang_add_up_too(opener: Opener) -> None:
    sheet = opener(read_empty("sipd"))["SIPD-17"]
    codes = ("1", "1.02", "1.02.01", "1.02.02", "1.03", "1.03.02", "2", "2.17", "2.17.02")
    sheet.type_column("B8", codes)
    for row, amount in ((10, 1), (11, 2), (13, 4), (16, 8)):
        sheet.type_into(f"I{row}", amount)
    assert sheet.read_column("I", 8, 16) == [7, 3, 1, 2, 4, 4, 8, 8, 8]
    assert sheet.read_value(f"I{build_layout('SIPD-17').end_row}") == 15
    # The number over a column is no urusan, though it reads like one.
    assert sheet.can_take("B14", "2")
    assert not sheet.can_take("B15", "2")


def test_rows_look_as_their_codes_say(plan: CalcSheet) -> None:
    def count_looks(kode: str) -> int:
        return len(plan.find_lit_styles(f"B{_find_row(plan, kode)}"))

    assert plan.read_fills(f"B{_find_row(plan, '2.17.01')}") == {0xFFF2CC}
    assert count_looks("2.17.01.2.01") == 1
    assert count_looks("2.17.01.2.01.01") == 0
    assert plan.find_lit_styles("B7") == [], "the row of column numbers is no urusan"
    assert plan.find_lit_styles(f"A{_find_row(plan, '2.17.01.2.01.01') + 1}") == [], "no code"


# What cells take


@pytest.fixture(scope="module")
def empty_renja() -> bytes:
    return read_empty("renja")


VALID_KODE = (
    *("2", "2.17", "2.17.01", "2.17.01.2.01"),
    *("2.17.01.2.01.01", "2.17.01.2.01.0001"),
)
INVALID_KODE = (
    *("2.17.1", "2.17.01.2", "2.17.01.02.01.0001", "2.17.O1", "2.17.1E", "2.17.-1", "0.17.01"),
    *("2,17,01", "2.17.01.", "2.17.01.2.01.001", "program", " 2.17.01"),
)


def test_codes(opener: Opener) -> None:
    sheet = opener(read_empty("sipd"))["SIPD-17"]
    assert [kode for kode in (*VALID_KODE, *INVALID_KODE) if sheet.can_take("B12", kode)] == list(
        VALID_KODE
    )


def test_what_else_cells_refuse(empty_renja: bytes, opener: Opener) -> None:
    book = opener(empty_renja)
    sheet = book["T-C.33"]
    sheet.type_into("A9", "2.17.01")
    assert not sheet.can_take("A10", "2.17.01"), "twice"
    assert sheet.can_take("A10", "2.17.02")
    for value, taken in ((0, True), (90_000_000, True), (-1, False), ("90.000.000", False)):
        assert sheet.can_take("F9", value) is taken
    assert sheet.can_take("E9", "6 dokumen")
    assert sheet.can_take("E9", "84,8 (A)")
    assert not sheet.can_take("E9", "6 dokumn")
    assert not sheet.can_take("K9", 5), "a formula"
    plan = book["Tabel 2.1"]
    plan.type_into("A9", "1.1")
    assert not plan.can_take("A10", "1.1")
    assert plan.can_take("A10", "1.2")


def test_who_types_wrongly_is_told_why(empty_renja: bytes, opener: Opener) -> None:
    sheet = opener(empty_renja)["T-C.33"]
    for address, alert in (("A9", "STOP"), ("F9", "STOP"), ("E9", "WARNING"), ("G9", "WARNING")):
        rule = sheet.find_cell(address).Validation
        assert rule.ErrorAlertStyle.value == alert
        assert rule.ShowErrorMessage
        assert rule.ErrorMessage
        assert rule.InputMessage
    assert sheet.find_cell("G9").Validation.getFormula1() == "daftar_sumber_dana"
    assert sheet.compute("COUNTA(daftar_sumber_dana)-COUNTBLANK(daftar_sumber_dana)", 9) == 36


# Columns worked out from others


def test_tc29_columns_8_10_and_11(empty_renja: bytes, opener: Opener) -> None:
    sheet = opener(empty_renja)["T-C.29"]
    rows = (
        ("20 unit", "6 unit", "7 unit", "5 unit", "6 unit", 5 / 7, "17 unit", 17 / 20),
        ("100%", "25%", "50%", "45,5%", "60%", 45.5 / 50, "60%", 0.6),
        ("85 (A)", "84,03(A)", "84 (A)", "82,8 (A)", "84,4 (A)", 82.8 / 84, "84,4 (A)", 84.4 / 85),
        ("1.200 orang", "-", "400 orang", "350 orang", "-", 350 / 400, "350 orang", 350 / 1200),
        ("-", "-", "-", "-", "-", "", "", ""),
    )  # fmt: skip
    for row, (*given, eight, ten, eleven) in enumerate(rows, 9):
        for letter, value in zip("DEFGI", given, strict=True):
            sheet.type_into(f"{letter}{row}", value)
        assert sheet.read_value(f"H{row}") == (eight if eight == "" else pytest.approx(eight))
        assert sheet.read_value(f"J{row}") == ten
        assert sheet.read_value(f"K{row}") == (eleven if eleven == "" else pytest.approx(eleven))


def test_tc27_column_18_is_the_sum_of_the_years(opener: Opener) -> None:
    sheet = opener(read_empty("renstra"))["T-C.27"]
    layout = build_layout("T-C.27", TemplateSetting(YEAR))
    years = [layout.find_letters(f"pagu_{year}") for year in range(1, 6)]
    for row, kode in enumerate(("2.17.02", "2.17.02.2.01", "2.17.02.2.01.0001"), layout.first_row):
        sheet.type_into(f"C{row}", kode)
    for place, letter in enumerate(years, 1):
        sheet.type_into(f"{letter}{layout.first_row + 2}", place * 10)
    for row in range(layout.first_row, layout.first_row + 3):
        assert sheet.read_value(f"{layout.find_letters('pagu_akhir')}{row}") == 150


def test_evaluation_by_quarter(opener: Opener) -> None:
    sheet = opener(read_empty("evaluasi"))["E.81"]
    layout = build_layout("E.81", TemplateSetting(YEAR))
    row = layout.first_row

    def find_cell(key: str) -> str:
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
        sheet.type_into(find_cell(key), value)
    assert sheet.read_value(find_cell("realisasi")) == "6 unit"
    assert sheet.read_value(find_cell("uang")) == 1000
    assert sheet.read_value(find_cell("tingkat_realisasi")) == pytest.approx(0.75)
    assert sheet.read_value(find_cell("tingkat_uang")) == pytest.approx(1.25)
    assert sheet.read_value(find_cell("realisasi_berjalan")) == "16 unit"
    assert sheet.read_value(find_cell("uang_berjalan")) == 2000
    assert sheet.read_value(find_cell("tingkat_capaian")) == pytest.approx(0.4)
    assert sheet.read_value(find_cell("tingkat_uang_akhir")) == pytest.approx(0.5)


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
    opener: Opener, target: str, quarters: list[str], reached: str
) -> None:
    sheet = opener(read_empty("evaluasi"))["E.81"]
    layout = build_layout("E.81", TemplateSetting(YEAR))
    row = layout.first_row
    if target:
        sheet.type_into(f"{layout.find_letters('target')}{row}", target)
    for number, value in enumerate(quarters, 1):
        sheet.type_into(f"{layout.find_letters(f'realisasi_{number}')}{row}", value)
    assert sheet.read_value(f"{layout.find_letters('realisasi')}{row}") == reached


# Settings and links


def test_the_year_in_the_settings_drives_titles_and_heads(
    empty_renja: bytes, opener: Opener
) -> None:
    book = opener(empty_renja)
    settings = book["Pengaturan"]
    years = settings.read_column("A", 1, 12).index("Tahun rencana") + 1
    settings.type_into(f"B{years}", 2031)
    sheet = book["T-C.33"]
    assert sheet.read_value("A2") == (
        "Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun 2031 dan Prakiraan Maju "
        "Tahun 2032"
    )
    assert sheet.read_value("D5") == "Rencana Tahun 2031"
    assert sheet.read_value("I5") == "Prakiraan Maju Rencana Tahun 2032"
    assert book["T-C.29"].read_value("F6") == "Target Renja Perangkat Daerah Tahun 2029"


def test_tables_of_one_workbook_take_over_from_each_other(opener: Opener) -> None:
    book = opener(read_empty("lengkap"))
    five, plan = book["T-C.27"], book["T-C.33"]
    layout = build_layout("T-C.27", TemplateSetting(YEAR))
    row = layout.first_row
    five.type_into(f"C{row}", "2.17.02.2.01.0001")
    five.type_into(f"D{row}", "Pengawasan koperasi")
    five.type_into(f"{layout.find_letters('target_akhir')}{row}", "50 unit")
    plan.type_into("A9", "2.17.02.2.01.0001")
    plan.type_into("E9", "10 unit")
    plan.type_into("F9", 700)
    assert plan.read_value("B9") == "Pengawasan koperasi"
    funding, review = book["Tabel 4.1"], book["T-C.31"]
    funding.type_into("A12", "2.17.02.2.01.0001")
    assert [funding.read_value(f"{letter}12") for letter in "BEF"] == [
        "Pengawasan koperasi",
        "10 unit",
        700,
    ]
    evaluation = build_layout("E.81", TemplateSetting(YEAR))
    quarters = book["E.81"]
    quarters.type_into(f"C{evaluation.first_row}", "2.17.02.2.01.0001")
    for key, value in (("target", "10 unit"), ("pagu", 700), ("target_akhir", "50 unit")):
        assert quarters.read_value(f"{evaluation.find_letters(key)}{evaluation.first_row}") == value
    review.type_into("A9", "1")
    review.type_into("B9", "Pengawasan koperasi")
    review.type_into("F9", 900)
    assert [review.read_value(f"{letter}9") for letter in "GJK"] == [
        "Pengawasan koperasi",
        "10 unit",
        700,
    ]


def test_hundreds_of_rows_calculated_at_once_add_up(opener: Opener) -> None:
    setting = TemplateSetting(2024, row_count=600)
    layout = lay_out_sheet(BY_NAME["SIPD-17"], setting, setting.row_count)
    book = opener(build_workbook("sipd", setting))
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
    first = layout.first_row
    book.doc.enableAutomaticCalculation(False)
    pagu = layout.find_letters("pagu")
    sheet.type_column(f"{layout.find_letters('kode')}{first}", codes)
    for row, amount in enumerate(amounts, first):
        if amount:
            sheet.type_into(f"{pagu}{row}", amount)
    book.doc.enableAutomaticCalculation(True)
    book.doc.calculateAll()
    sums = {2: 8 * 36, 4: 36}
    shown = sheet.read_column(pagu, first, first + len(codes) - 1)
    for kode, amount in zip(codes, shown, strict=True):
        assert amount == sums.get(kode.count("."), amount), kode
    assert sheet.read_value(f"{pagu}{layout.end_row}") == 7 * 8 * 36
    off = sheet.read_column(
        layout.find_helper_letters("pagu", "selisih"), first, layout.end_row - 1
    )
    assert off == [""] * layout.row_count


def test_a_difference_to_the_rkpd_is_lit_until_it_has_a_reason(
    empty_renja: bytes, opener: Opener
) -> None:
    sheet = opener(empty_renja)["T-C.31"]
    mismatch = build_layout("T-C.31").find_helper_letters("kebutuhan_dana", "beda")
    for address, value in (("A9", "1"), ("F9", 500), ("K9", 450)):
        sheet.type_into(address, value)
    assert sheet.read_value(f"{mismatch}9") == -50
    assert ORANGE in sheet.read_fills(f"{mismatch}9")
    sheet.type_into("L9", "Disesuaikan kebutuhan")
    assert ORANGE not in sheet.read_fills(f"{mismatch}9")
    sheet.type_into("K9", 500)
    assert sheet.read_value(f"{mismatch}9") == ""


# On paper


def test_pages_repeat_their_heads_and_nothing_is_cut_off(opener: Opener, tmp_path: Path) -> None:
    pdf = tmp_path / "renja.pdf"
    opener(read_empty("renja")).write_pdf(pdf)
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
