"""The Renja against the Renstra, in other documents."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from layouts import Place, Row, read, write
from selaras import check
from selaras.model.setting import Setting
from selaras.rule.examples import build_example
from selaras.rule.registry import Silent
from selaras.rules import list_cards, registry
from selaras.tables import PLAN_TABLES, SIPD_TABLES

from .document import find_cell, read_number
from .running import find_findings


def find_complete(*keys: str) -> list[Row]:
    """Return the rows of T-C.29 with a number in all these columns."""
    rows = read("T-C.29").rows
    return [row for row in rows if all(read_number(row.values.get(key)) for key in keys)]


# Other documents


def words(sheet: str, *codes: str, table: str = "T-C.29") -> list[str]:
    """Return what rules say of a workbook: code, cell, what should stand there."""
    rules = [registry()[code] for code in codes]
    found = find_findings(build_example(Silent(sheet, table)), rules)
    return [f"{f.code} {f.cell} {f.expected} {f.severity}" for f in found]


_8 = "kode|nama|indikator|target_renja|realisasi_renja|tingkat_realisasi\n2.17.01|P|I|"


@pytest.mark.parametrize(
    "cells",
    [
        "92%|75%|81,52%",
        "92%|75%|82%",
        "92%|75%|81.52 %",
        "3 unit|2 unit|66,66%",
        "3 unit|2 unit|66,7",
        "3 unit|2 unit|#0.67",
        "3 unit|3 unit|#1",
        "3 unit|3 unit|#100",
        "1.200 UM|300 UM|25%",
        "0,5 %|6,17%|1.234%",
        "84 (A)|82,8 (A)|98,57%",
        "A (84)|82,8|98,57%",
        "-|5|100%",
        "0|5|100%",
        "12 bulan|10 unit|90%",
        "80 - 90%|85%|50%",
        "≤ 5%|4%|120%",
        "WTP|WTP|100%",
        "5 unit ; 6 unit|5 unit|90%",
        "5 unit|5 unit|",
        "5 unit|5 unit|tercapai",
        "5 unit|-|0%",
        "5 unit|6 unit|> 100%",
        "#0.8|60%|75%",
        "99999999999999999999999999|1|5%",
    ],
)
def test_column_8_is_silent(cells: str) -> None:
    assert words(_8 + cells, "RST001") == []


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("92%|75%|81,5217%", None),
        ("92%|75%|81,53%", "81,52%"),
        ("92%|75%|83%", "81,52%"),
        ("3 unit|2 unit|66,65%", "66,67%"),
        ("3 unit|2 unit|#1", "66,67%"),
        ("100 UM|208 UM|100%", "208%"),
        ("84 (A)|82,8 (A)|100%", "98,57%"),
        ("1 unit|12 unit|1.300%", "1.200%"),
        ("4 unit ; 5 unit|4 unit ; 4 unit|100% ; 100%", "100% ; 80%"),
    ],
)
def test_column_8_speaks(cells: str, expected: str | None) -> None:
    assert words(_8 + cells, "RST001") == ([f"RST001 F2 {expected} error"] if expected else [])


_10 = (
    "kode|nama|indikator|target_akhir|realisasi_lalu|realisasi_renja|target_berjalan"
    "|realisasi_berjalan\n2.17.01|P|I|"
)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("90 UM|10 UM|20 UM|30 UM|60 UM", None),
        ("90 UM|10 UM|20 UM|30 UM|30 UM", "60 UM"),
        ("1.500 UM|600 UM|500 UM|400 UM|400 UM", "1.500 UM"),
        ("90 UM|10 UM|20 UM|-|30 UM", None),
        ("90 UM|10 UM|20 UM|-|-", None),
        ("90 UM|10 UM|20 UM|-|20 UM", "30 UM"),
        ("90 UM|10 UM|20 UM|30 UM|-", "60 UM"),
        ("90 UM|10 UM|20 UM|0 UM|", None),
        ("50%|10%|20%|30%|30%", None),
        ("50%|10%|20%|30%|60%", "30%"),
        ("50%|10%|20%|30%|", "30%"),
        ("50%|10%|20%|-|25%", None),
        ("86 (A)|80 (A)|82 (A)|84 (A)|82 (A)", "84 (A)"),
        ("#9|#1|#2|#3|#6", None),
        ("#9|#1|#2|#3|#3", None),
        ("#9|#1|#2|#3|#5", "6"),
        ("29 orang|29 orang|29 orang|29 orang|29 orang", None),
        ("60 unit|10 unit|12 bulan|12 bulan|12 bulan", None),
        ("9 unit ; 9 UM|1 unit ; 2 UM|1 unit ; 2 UM|1 unit ; 2 UM|3 unit ; 5 UM", "3 unit ; 6 UM"),
        ("9 unit|1 unit ; 2 UM|1 unit|1 unit|1 unit", None),
        ("-|-|-|-|6 unit", None),
    ],
)
def test_values_of_column_10(cells: str, expected: str | None) -> None:
    assert words(_10 + cells, "RST002") == ([f"RST002 H2 {expected} warning"] if expected else [])


def test_an_unknown_amount_leaves_the_sum_unknown() -> None:
    assert words(_10 + "9 unit|#REF!|2 unit|3 unit|3 unit", "RST002") == []
    assert words(_10 + "9 unit|1 unit|2 unit|3 unit|#REF!", "RST002") == []


def test_number_formats_of_a_real_file(tmp_path: Path) -> None:
    """Percentages as numbers, shown to the whole percent or to decimals; a bare share of one."""
    path, placement = write("titik-4", tmp_path)
    book = load_workbook(path)
    wrong: set[Place] = set()
    for number, row in enumerate(
        find_complete("target_renja", "realisasi_renja", "tingkat_realisasi")
    ):
        place = placement["T-C.29", row.index, "tingkat_realisasi"]
        over, under = (
            read_number(row.values["realisasi_renja"]),
            read_number(row.values["target_renja"]),
        )
        assert over
        assert under
        cell = book[place.sheet][place.address]
        cell.value = float(over / under)
        cell.number_format = ("0%", "0.0%", "0.00%", "General")[number % 4]
        if number % 3 == 0:
            cell.value += 0.03
            wrong.add(place)
    book.save(path)
    (report,) = check(path).workbooks
    found = [f for f in report.findings if f.code == "RST001"]
    assert {find_cell(f) for f in found} == wrong
    assert all(str(f.actual).endswith("%") or "," in str(f.actual) for f in found)


_33 = "== T-C.33\nkode|nama|indikator|target@2024|pagu@2024\n2.17.01|P|"
_27 = "\n== T-C.27\nkode|nama|indikator|target_2@2023|pagu_2@2023|target_3@2024|pagu_3@2024\n"


@pytest.mark.parametrize(
    ("plan", "renstra", "expected"),
    [
        ("Jumlah UM|50 UM|100", "2.17.01|P|Jumlah UM|40 UM|1|50 UM|100", []),
        ("Jumlah UM|50 UM|100", "2.17.01|P|Jumlah UM|40 UM|1|90 UM|100", []),  # counts on
        ("Jumlah UM|50|100", "2.17.01|P|Jumlah UM|40 UM|1|50 usaha mikro|100", []),
        ("Jumlah UM|50 UM|100", "2.17.02|Q|Jumlah UM|40 UM|1|60 UM|100", []),
        ("Jumlah UM|50 UM|100", "2.17.01|P|Jumlah UM|40 UM|1|-|100", []),
        ("Nilai|84 (A)|100", "2.17.01|P|Nilai|80|1|#84|100", []),
        ("Nilai|84 (A)|100", "2.17.01|P|Nilai|80|1|85 (A)|100", ["RST004 D2 85 (A) error"]),
        ("Persen A|35%|100", "2.17.01|P|Persen A|1%|1|#0.35|100", []),
        ("Persen A|35%|100", "2.17.01|P|Persen A|1%|1|#0.4|100", ["RST004 D2 0,4 error"]),
        ("A|1 ; 2|100", "2.17.01|P|A|1|1|3|100", []),
        ("A|-|110", "2.17.01|P|A|1|1|3|100", []),
        ("A|-|111", "2.17.01|P|A|1|1|3|100", ["RST009 E2 100 warning"]),
        ("A|-|74", "2.17.01|P|A|1|1|3|100", ["RST009 E2 100 error"]),
        ("A|-|75", "X.XX.01|P|A|1|1|3|100", ["RST009 E2 100 warning"]),
        ("A|-|500", "2.17.01|P|A|1|1|3|0", []),
        ("A|-|100000", "2.17.01|P|A|1|1|3|100", []),  # in thousands, all of it
    ],
)
def test_renja_against_tc27(plan: str, renstra: str, expected: list[str]) -> None:
    assert words(_33 + plan + _27 + renstra, "RST004", "RST009", table="T-C.33") == expected


def test_thresholds_can_be_set() -> None:
    setting = Setting(thresholds=Setting().thresholds._replace(renstra=30, renstra_error=60))
    sheet = _33 + "A|-|{}" + _27 + "2.17.01|P|A|1|1|3|100"
    rule = [registry()["RST009"]]
    said = {
        amount: [
            f.severity
            for f in find_findings(build_example(Silent(sheet.format(amount)), setting), rule)
        ]
        for amount in (125, 140, 170)
    }
    assert said == {125: [], 140: ["warning"], 170: ["error"]}


def test_years_that_no_head_tells_are_not_compared() -> None:
    sheet = "== T-C.29\nkode|nama|indikator|target_renja\n2.17.01|P|A|1%\n== T-C.30\n"
    assert words(sheet + "no|indikator|target_1\n1|A|2%", "RST005", "RST006") == []


def test_a_doubtful_match_is_no_error_but_may_warn() -> None:
    left = "Persentase usaha mikro yang diberikan dukungan fasilitasi pemasaran"
    right = "Persentase jumlah usaha mikro yang diberikan dukungan fasilitasi pemasaran"
    assert words(_33 + f"{left}|1%|5\n== T-C.30\nno|indikator|target_3@2024\n1|{right}|2%",
                "RST004", table="T-C.33") == []  # fmt: skip
    sheet = f"== T-C.29\nkode|nama|indikator|target_renja@2022\n2.17.01|P|{left}|1%\n"
    sheet += f"== T-C.30\nno|indikator|target_1@2022\n1|{right}|2%"
    assert words(sheet, "RST005") == ["RST005 D2 2% warning"]


_E81 = (
    "nama|indikator|target_akhir|target|realisasi_1|realisasi_2|realisasi_3|realisasi_4|realisasi"
)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("9 UM|4 UM|1 UM|1 UM|1 UM|1 UM|4 UM", None),
        ("9 UM|4 UM|1 UM|2 UM|3 UM|4 UM|4 UM", None),  # each includes those before
        ("9 UM|4 UM|2 UM|1 UM|-|-|3 UM", None),
        ("9 UM|4 UM|2 UM|1 UM|-|-|1 UM", "3 UM"),
        ("100%|100%|25%|25%|25%|25%|100%", None),
        ("100%|100%|25%|50%|75%|100%|100%", None),
        ("9 UM|4 UM|2 UM|1 UM|1 bulan|-|1 UM", None),
        ("9 UM|4 UM|2 UM|1 UM|-|-|", None),
    ],
)
def test_quarters(cells: str, expected: str | None) -> None:
    said = words(f"{_E81}\nP|I|{cells}", "RST012", table="E.81")
    assert said == ([f"RST012 I2 {expected} error"] if expected else [])


def test_the_older_sipd_form_is_held_against_the_renstra() -> None:
    sheet = (
        "== SIPD-19\nkode|nama|indikator_program|target_program@2024|pagu\n"
        "2.17.02|P|Koperasi berkualitas|30%|1\n"
        "== T-C.27\nkode|nama|indikator|target_1@2023|target_2@2024\n"
        "2.17.02|P|Koperasi berkualitas|25%|35%"
    )
    assert words(sheet, "RST004") == ["RST004 D2 35% error"]


def test_rules_that_take_one_plan_table_take_every_other() -> None:
    for rule in list_cards():
        for group in rule.needs_tables:
            if "SIPD-17" in group or len(set(PLAN_TABLES) & set(group)) > 1:
                assert set(SIPD_TABLES) <= set(group), rule.code
            if len(set(PLAN_TABLES) & set(group)) > len(SIPD_TABLES) + 1:
                assert set(PLAN_TABLES) <= set(group), rule.code
