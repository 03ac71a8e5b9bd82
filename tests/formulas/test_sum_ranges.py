"""ANG003 on real workbook files: the wrong rows of a sum, and every right way to write one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from selaras.values.finding import Finding

from .books import Cell, build_plan_rows, build_row, check_sheets

PROGRAM, OTHER_PROGRAM = "2.17.01", "2.17.02"
K1, K2, K3 = f"{PROGRAM}.2.01", f"{PROGRAM}.2.02", f"{PROGRAM}.2.03"
S11, S12, S21 = f"{K1}.01", f"{K1}.02", f"{K2}.01"


def build_plan(
    program: Cell = 600,
    k1: Cell = 300,
    k2: Cell = 200,
    k3: Cell = 100,
    others: Cell = 50,
    total: Cell = 650,
) -> list[Sequence[Cell]]:
    """Return a plan: programs in F3 F10, kegiatan in F4 F7 F9 F11, the total in F12."""
    return build_plan_rows(
        [
            build_row(PROGRAM, program),
            build_row(K1, k1),
            build_row(S11, 100),
            build_row(S12, 200),
            build_row(K2, k2),
            build_row(S21, 200),
            build_row(K3, k3),
            build_row(OTHER_PROGRAM, others),
            build_row(f"{OTHER_PROGRAM}.2.01", 50),
            build_row("", total, "TOTAL"),
        ]
    )


def find_wrong(rows: Sequence[Sequence[Cell]]) -> list[tuple[str | None, object]]:
    """Return cell and proposed formula of each ANG003."""
    return [(f.cell, f.expected) for f in check_sheets(rows, "ANG003")]


def only_finding(rows: Sequence[Sequence[Cell]]) -> Finding:
    (finding,) = check_sheets(rows, "ANG003")
    return finding


RIGHT = {
    "children": "=F4+F7+F9",
    "absolute": "=$F$4+$F$7+$F$9",
    "SUM of cells": "=SUM(F4,F7,F9)",
    "sub kegiatan and the kegiatan without any": "=SUM(F5:F6,F8)+F9",
    "one kegiatan by its sub kegiatan": "=F5+F6+F7+F9",
    "all less what is too much": "=SUM(F4:F9)-SUM(F5:F6)-F8",
    "in an IFERROR": "=IFERROR(F4+F7+F9,0)",
    "rounded": "=ROUND(F4+F7+F9,-2)",
    "by code": '=SUMIF(A4:A9,A3&".2.??",F4:F9)',
    "by code, whole columns": '=SUMIF(A:A,A3&".2.??",F:F)',
    "own sheet named": "='T-C.33'!F4+'T-C.33'!F7+'T-C.33'!F9",
    "another sheet": "='RKA'!F3",
    "a sum on another sheet": "=SUM('RKA'!F3:F9)",
    "a reference": "=F10",
    "another column": "=SUM(H4:H9)",
    "not read": "=SUMPRODUCT((LEN(A4:A9)=12)*F4:F9)",
    "a deleted cell": "=F4+F7+#REF!",
    "of a constant": "=600",
}


@pytest.mark.parametrize("formula", RIGHT.values(), ids=list(RIGHT))
def test_silent(formula: str) -> None:
    assert find_wrong(build_plan(program=(formula, 600))) == []


WRONG = {
    "one row short": ("=F4+F7", "misses F9 (kegiatan 2.17.01.2.03)"),
    "one row only": ("=F4", "misses F7, F9"),
    "one row too many": ("=F4+F7+F9+F10", "counts F10 (program 2.17.02), which"),
    "kegiatan and sub kegiatan": ("=SUM(F4:F9)", "counts F5, F6, F8 twice"),
    "a row named twice": ("=F4+F7+F9+F7", "counts F7 (kegiatan 2.17.01.2.02) twice"),
    "a sub kegiatan short": ("=F5+F7+F9", "misses F6 (sub kegiatan 2.17.01.2.01.02)"),
    "itself": ("=SUM(F3,F4,F7,F9)", "counts its own cell"),
    "itself alone": ("=F3", "counts its own cell"),
    "the total": ("=F4+F7+F9+F12", "counts the total in F12 too"),
    "another program's kegiatan": ("=SUM(F10:F11)", "misses F4, F7, F9 and counts F10, F11, which"),
    "short by code": ('=SUMIF(A4:A7,A3&".2.??",F4:F7)', "misses F9"),
    "short and glued": ("=F4+F7+F9+F10+5", "counts F10"),
}


@pytest.mark.parametrize(("formula", "told"), WRONG.values(), ids=list(WRONG))
def test_speaks(formula: str, told: str) -> None:
    finding = only_finding(build_plan(program=(formula, 1)))
    assert (finding.cell, finding.actual, finding.expected) == ("F3", formula, "=F4+F7+F9")
    assert told in finding.message.en
    assert finding.fix is not None
    assert (finding.fix.kind, finding.fix.value, finding.fix.safe) == (
        "formula",
        "=F4+F7+F9",
        False,
    )


def test_rows_that_are_missed_or_too_many_are_related() -> None:
    finding = only_finding(build_plan(program=("=F4+F7+F10", 1)))
    assert [place.cell for place in finding.related] == ["F9", "F10"]


RIGHT_TOTALS = ["=F3+F10", "=SUM(F4,F7,F9,F11)", "=SUM(F5:F6)+F8+F9+F10", "=SUM(F3:F11)/2"]


@pytest.mark.parametrize("formula", RIGHT_TOTALS)
def test_a_total_may_be_the_sum_of_any_full_level(formula: str) -> None:
    assert find_wrong(build_plan(total=(formula, 650))) == []


@pytest.mark.parametrize(
    ("formula", "told"),
    [
        ("=SUM(F3:F11)", "twice"),
        ("=SUM(F3:F11)-F3-F10", "counts F5, F6, F8 twice"),
        ("=F3+F10+F12", "counts its own cell"),
        ("=F3+F10+F3", "counts F3 (program 2.17.01) twice"),
    ],
)
def test_a_total_of_the_wrong_rows(formula: str, told: str) -> None:
    finding = only_finding(build_plan(total=(formula, 1)))
    assert (finding.cell, finding.expected) == ("F12", "=F3+F10")
    assert told in finding.message.en


def test_a_total_one_program_short() -> None:
    rows = build_plan_rows(
        [
            *(build_row(f"2.17.0{number}", 10) for number in range(1, 5)),
            build_row("", ("=SUM(F3:F5)", 30), "JUMLAH"),
        ]
    )
    assert find_wrong(rows) == [("F7", "=SUM(F3:F6)")]


def test_a_total_after_each_program_and_one_over_all() -> None:
    rows: list[Sequence[Cell]] = [
        build_row(PROGRAM, ("=F4", 100)),
        build_row(K1, 100),
        build_row("", ("=F3", 100), "Jumlah"),
        build_row(OTHER_PROGRAM, ("=F7", 50)),
        build_row(f"{OTHER_PROGRAM}.2.01", 50),
        build_row("", ("=F6", 50), "Jumlah"),
    ]
    good = build_plan_rows([*rows, build_row("", ("=F5+F8", 150), "Jumlah seluruhnya")])
    assert find_wrong(good) == []
    double = build_plan_rows([*rows, build_row("", ("=F3+F5+F6+F8", 300), "Jumlah seluruhnya")])
    assert find_wrong(double) == [("F9", "=F3+F6")]


def test_rincian() -> None:
    def sub(formula: str) -> list[tuple[str | None, object]]:
        rows = build_plan_rows(
            [
                build_row(K1, ("=F4", 300)),
                build_row(S11, (formula, 300)),
                [None, "Rincian :"],
                build_row("", 100, "- Honorarium"),
                build_row("", 150, "- Bahan cetak"),
                build_row("", 50, "- Perjalanan dinas"),
                build_row(S12, 0),
            ]
        )
        return [found for found in find_wrong(rows) if found[0] == "F4"]

    assert sub("=SUM(F6:F8)") == []
    assert sub("=SUM(F5:F8)") == []
    assert sub("=F6+F7+F8") == []
    assert sub("=SUM(F6:F7)") == [("F4", "=SUM(F6:F8)")]


def test_a_kegiatan_over_sub_kegiatan_and_their_rincian() -> None:
    rows = build_plan_rows(
        [
            build_row(K1, ("=SUM(F4:F7)", 600)),
            build_row(S11, ("=SUM(F6:F7)", 300)),
            [None, "Rincian :"],
            build_row("", 100, "- Honorarium"),
            build_row("", 200, "- Bahan cetak"),
        ]
    )
    (finding,) = check_sheets(rows, "ANG003")
    assert (finding.cell, finding.expected) == ("F3", "=F4")
    assert "F6, F7 twice" in finding.message.en


def test_harmless_rows_in_the_range() -> None:
    rows = build_plan_rows(
        [
            build_row(K1, ("=SUM(F4:F8)", 300)),
            build_row(S11, 100),
            [None, None, "Indikator kedua", None, "5 orang"],
            build_row(S12, 200),
            build_row(f"{K1}.03", None),
            build_row(f"{K1}.04", "-"),
            build_row(K2, 0),
        ]
    )
    assert find_wrong(rows) == []


def test_a_child_with_0_is_missed_and_a_blank_one_is_not() -> None:
    def rows(last: Cell) -> list[Sequence[Cell]]:
        return build_plan_rows(
            [
                build_row(K1, ("=SUM(F4:F5)", 300)),
                build_row(S11, 100),
                build_row(S12, 200),
                build_row(f"{K1}.03", last),
            ]
        )

    assert find_wrong(rows(0)) == [("F3", "=SUM(F4:F6)")]
    assert find_wrong(rows(None)) == []


def test_an_extra_row_with_0_is_harmless() -> None:
    rows = build_plan_rows(
        [build_row(K1, ("=SUM(F4:F5)", 100)), build_row(S11, 100), build_row(K2, 0)]
    )
    assert find_wrong(rows) == []


def test_shared_formulas() -> None:
    first = '<f t="shared" ref="F3:F6" si="0">SUM(F4:F4)</f>'
    rows = build_plan_rows(
        [
            build_row(K1, (first, 100)),
            build_row(S11, 100),
            build_row(K2, 300),
            build_row(K3, ('<f t="shared" si="0"/>', 100)),
            build_row(f"{K3}.01", 100),
            build_row(f"{K3}.02", 200),
        ]
    )
    assert find_wrong(rows) == [("F6", "=SUM(F7:F8)")]


def test_formulas_never_calculated() -> None:
    rows = build_plan_rows(
        [
            build_row(K1, ("=F4", None)),
            build_row(S11, ("=50+50", None)),
            build_row(S12, ("=200", None)),
        ]
    )
    assert find_wrong(rows) == [("F3", "=SUM(F4:F5)")]


def test_a_subtotal_is_mended_by_a_subtotal() -> None:
    rows = build_plan_rows(
        [
            build_row(PROGRAM, ("=SUBTOTAL(9,F4:F7)", 100)),
            build_row(K1, ("=SUBTOTAL(9,F5:F5)", 100)),
            build_row(S11, 100),
            build_row(S12, 200),
            build_row(K2, 0),
        ]
    )
    assert find_wrong(rows) == [("F4", "=SUBTOTAL(9,F5:F6)")]


def test_a_typed_kegiatan_in_a_subtotal_counts_twice() -> None:
    rows = build_plan_rows(
        [
            build_row(PROGRAM, ("=SUBTOTAL(9,F4:F7)", 500)),
            build_row(K1, ("=SUBTOTAL(9,F5:F5)", 100)),
            build_row(S11, 100),
            build_row(K2, 200),
            build_row(S21, 200),
        ]
    )
    (finding,) = check_sheets(rows, "ANG003")
    assert finding.cell == "F3"
    assert "counts F7 (sub kegiatan 2.17.01.2.02.01) twice" in finding.message.en
    assert finding.fix is None


# What is not certain


def test_a_row_under_a_wrong_code_is_the_matter_of_its_code() -> None:
    rows = build_plan_rows(
        [
            build_row(PROGRAM, ("=F4+F5", 300)),
            build_row(K1, 100),
            build_row("2.17.09.2.02", 200),
            build_row(OTHER_PROGRAM, ("=F7", 50)),
            build_row(f"{OTHER_PROGRAM}.2.01", 50),
            build_row(K3, 70),
        ]
    )
    assert find_wrong(rows) == []


def test_the_second_row_of_a_code_is_not_missed() -> None:
    rows = build_plan_rows([build_row(K1, ("=F4", 100)), build_row(S11, 100), build_row(S11, 100)])
    assert find_wrong(rows) == []


def test_a_sub_kegiatan_without_its_kegiatan_is_not_missed() -> None:
    rows = build_plan_rows(
        [build_row(PROGRAM, ("=F4", 100)), build_row(K1, 100), build_row(S21, 50)]
    )
    assert find_wrong(rows) == []


def test_a_page_break_repeats_program_and_kegiatan() -> None:
    rows = build_plan_rows(
        [
            build_row(PROGRAM, ("=F4", 300)),
            build_row(K1, ("=F5+F8", 300)),
            build_row(S11, 100),
            [PROGRAM, f"Nama {PROGRAM} (lanjutan)"],
            [K1, f"Nama {K1} (lanjutan)"],
            build_row(S12, 200),
        ]
    )
    assert find_wrong(rows) == []


# Causes


def test_the_formula_is_the_cause_of_the_broken_sum() -> None:
    rows = build_plan(program=("=F4+F7", 500), total=550)
    findings = {f.code: f for f in check_sheets(rows, "ANG003", "JML002")}
    assert findings["JML002"].cell == findings["ANG003"].cell == "F3"
    assert findings["JML002"].cause == findings["ANG003"].fingerprint
    assert "F3 (ANG003)" in findings["JML002"].message.id


def test_one_finding_per_cell_and_column() -> None:
    rows = build_plan(program=("=SUM(F3:F12)", 0), total=("=SUM(F3:F12)", 0))
    cells = [finding.cell for finding in check_sheets(rows, "ANG003")]
    assert cells == sorted(set(cells), key=cells.index)
    assert set(cells) == {"F3", "F12"}
