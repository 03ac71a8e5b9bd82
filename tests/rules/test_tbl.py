"""TBL: the plan tables against each other, in other people's documents."""

from __future__ import annotations

import pytest

from selaras.engine.run import check_book
from selaras.model.setting import Setting
from selaras.rule.examples import build_example
from selaras.rule.registry import Silent
from selaras.rules import registry
from selaras.values.finding import Severity

from .running import find_findings

RULES = [rule for code, rule in registry().items() if code.startswith("TBL")]
T33, T41 = "T-C.33", "Tabel 4.1"


def words(sheet: str) -> list[str]:
    """Return what the TBL rules say of a compact workbook: "TBL001 Lembar2!C2"."""
    found = find_findings(build_example(Silent(sheet)), RULES)
    return [f"{f.code} {f.cell if f.sheet == 'Lembar1' else f'{f.sheet}!{f.cell}'}" for f in found]


# Other people's documents

HEAD = "kode|nama|indikator|target|pagu\n"
ROW_LINES = "2.17.06|Program A|Koperasi sehat|35%|3\n2.17.06.2.01|Kegiatan B|Binaan|9 unit|3\n"
A33 = f"== {T33}\n{HEAD}{ROW_LINES}"
A41 = f"== {T41}\n{HEAD}{ROW_LINES}"


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        (A33 + A41, []),
        # Tabel 4.1 of programs only; codes in cells of another style; other order.
        (f"{A33}== {T41}\n{HEAD}2.17.6|PROGRAM A.|KOPERASI SEHAT|35 %|3", []),
        (
            f"{A33}== {T41}\n{HEAD}2 17 6 2 1|Kegiatan B|Binaan|9|3\n"
            "2.17.06|Program A|Koperasi sehat|35%|3",
            [],
        ),
        # A blank amount, and one that cannot be known.
        (f"{A33}== {T41}\n{HEAD}2.17.06|Program A|Koperasi sehat|35%|", []),
        (f"{A33}== {T41}\n{HEAD}2.17.06|Program A|Koperasi sehat|35%|=E9", []),
        # A blank amount above what differs.
        (
            f"{A33}== {T41}\n{HEAD}2.17.06|Program A|||\n2.17.06.2.01|Kegiatan B|Binaan|9 unit|4",
            ["TBL001 Lembar2!E3"],
        ),
        # A code twice with amounts is KOD003's; a page break repeats a row without amount.
        (
            f"{A33}== {T41}\n{HEAD}2.17.06|Program A|||9\n2.17.06|Program A|||3\n"
            "2.17.06.2.01|Kegiatan B|||3",
            [],
        ),
        (
            f"{A33}== {T41}\n{HEAD}2.17.06|Program A|Koperasi sehat|35%|3\n2.17.06|Program A||\n"
            "2.17.06.2.01|Kegiatan B|Binaan|8 unit|3",
            ["TBL003 Lembar2!D4"],
        ),
        # A broken code is KOD001's.
        (f"{A33}== {T41}\n{HEAD}2.17.06|Program A|||3\n2.17.o6.x|Kegiatan B|||3", []),
        # A whole program is missing: told once, at the top.
        (
            A33 + "2.17.07|Program C|||1\n2.17.07.2.01|Kegiatan D|||1\n" + A41,
            ["TBL004 A4"],
        ),
        # Several values, further indicators in another order, one more.
        (
            f"== {T33}\n{HEAD}2.17.06|Program A|Sehat|4% ; 2%|3\n||Aktif|9 unit|\n"
            f"== {T41}\n{HEAD}2.17.06|Program A|Aktif|9 unit|3\n||Sehat|4 %; 2 %|",
            [],
        ),
        (
            f"== {T33}\n{HEAD}2.17.06|Program A|Sehat|4%|3\n"
            f"== {T41}\n{HEAD}2.17.06|Program A|Sehat|4%|3\n||Aktif|9 unit|",
            ["TBL003 Lembar2!C3"],
        ),
        # Three plan tables: both others are held against T-C.33.
        (
            f"{A33}{A41}== SIPD-17\nkode|nama|indikator|target|prakiraan_berjalan|pagu\n"
            "2.17.06|Program A|Koperasi sehat|35%||5\n2.17.06.2.01|Kegiatan B|Binaan|9 unit||3",
            ["TBL001 Lembar3!F2"],
        ),
        # SIPD stands for T-C.33.
        (
            "== SIPD-17\nkode|nama|indikator|target|prakiraan_berjalan|pagu\n"
            "2.17.06|Program A|Koperasi sehat|35%||5\n2.17.06.2.01|Kegiatan B|Binaan|9 unit||3\n"
            f"{A41}",
            ["TBL001 Lembar2!E2"],
        ),
        # One sheet a program.
        (
            f"== {T33}\n{HEAD}2.17.06|Program A|Koperasi sehat|35%|3\n"
            f"== {T33}\n{HEAD}2.17.07|Program C|Usaha|1%|1\n"
            f"== {T41}\n{HEAD}2.17.07|Program C|Usaha|1%|1\n"
            "2.17.06|Program A|Koperasi sehat|35%|3",
            [],
        ),
        # Without codes: by name, and no more than a warning.
        (
            f"== {T33}\nno|nama|pagu\n1|Program A|3\n2|Program C|4\n"
            f"== {T41}\nno|nama|pagu\n1|Program C|4\n2|Program A|5",
            ["TBL001 Lembar2!C3"],
        ),
    ],
)
def test_other_documents(sheet: str, said: list[str]) -> None:
    assert words(sheet) == said


NAME = "Program Usaha Mikro"


@pytest.mark.parametrize(
    ("column", "target", "head_year", "name", "budget_target", "is_told"),
    [
        ("target_berjalan@2023", "9 UM", 2023, "Program  usaha mikro.", "8 UM", True),
        ("target_berjalan@2023", "9 UM", 2021, NAME, "8 UM", False),
        ("target_renja@2022", "9 UM", 2022, NAME, "8 UM", True),
        ("target_berjalan@2023", "9 UM", 2023, "Program Koperasi", "8 UM", False),
        ("target_berjalan@2023", "84,4 (A)", 2023, NAME, "84,40", False),
        ("target_berjalan@2023", "9 UM", 2023, NAME, "-", False),
        ("target_berjalan@2023", "sesuai kebutuhan", 2023, NAME, "8 UM", False),
        ("target_berjalan", "9 UM", None, NAME, "8 UM", True),
    ],
)
def test_last_years_targets(
    column: str, target: str, head_year: int | None, name: str, budget_target: str, is_told: bool
) -> None:
    year = f"@{head_year}" if head_year else ""
    said = words(
        f"== T-C.29\nkode|nama|indikator|target_akhir|{column}\n2.17.07|{NAME}|I|99 UM|{target}\n"
        f"== Tabel 2.2\nno|nama|target{year}|apbd\n1|{name}|{budget_target}|9"
    )
    assert said == (["TBL005 Lembar2!C2"] if is_told else [])


def test_amounts_in_thousands_on_one_side() -> None:
    sheet = (
        f"== {T33}\nkode|nama|pagu\n2.17.06|Program A|50123499\n2.17.07|Program B|70999\n"
        f"== {T41}\nkode|nama|pagu\n2.17.06|Program A|50123\n2.17.07|Program B|91"
    )
    work = build_example(Silent(sheet))
    work.tables[1].columns["pagu"].scale = 1000
    (found,) = find_findings(work, RULES)
    assert (found.code, found.cell, found.actual) == ("TBL001", "C3", 91)
    assert str(found.expected) == "70.999"


def test_a_table_of_another_year_is_another_plan() -> None:
    work = build_example(Silent(A33 + A41.replace("35%|3", "40%|9")))
    assert [f.code for f in find_findings(work, RULES)] == ["TBL003", "TBL001"]
    for table, year in zip(work.tables, (2024, 2025), strict=True):
        table.year = year
    assert find_findings(work, RULES) == []


def test_a_wrong_code_is_told_once_with_all_below_it() -> None:
    found = find_findings(build_example(Silent(A33 + A41.replace("2.17.06", "2.17.09"))), RULES)
    assert [(f.code, f.cell, f.expected, f.actual) for f in found] == [
        ("TBL004", "A2", "2.17.06", "2.17.09")
    ]
    assert "1 baris di bawahnya" in found[0].message.id


def test_other_words_are_a_warning_and_a_spelling_is_not() -> None:
    for text, severity in (("Koperasi sehatt", Severity.INFO), ("UMKM maju", Severity.WARNING)):
        (found,) = find_findings(
            build_example(Silent(A33 + A41.replace("Koperasi sehat", text))), RULES
        )
        assert (found.code, found.severity) == ("TBL003", severity)


def test_one_plan_table_is_nothing_to_compare() -> None:
    report = check_book(build_example(Silent("kode|nama|pagu\n1.03|U|9")).book, Setting())
    states = {rule.code: rule for rule in report.rules if rule.code.startswith("TBL")}
    assert {rule.status for rule in states.values()} == {"skipped"}


def test_thousands_of_equal_rows_are_silent() -> None:
    rows = "\n".join(
        f"2.17.{p:02}.2.{k:02}.{s:04}|Sub {p} {k} {s}|Jumlah {p} {k} {s}|{s} unit|{s}"
        for p in range(1, 11)
        for k in range(1, 11)
        for s in range(1, 31)
    )
    work = build_example(Silent(f"== {T33}\n{HEAD}{rows}\n== {T41}\n{HEAD}{rows}"))
    assert find_findings(work, RULES) == []
