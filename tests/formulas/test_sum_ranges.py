"""ANG003 on real workbook files: the wrong rows of a sum, and every right way to write one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from selaras.values.finding import Finding

from .books import Sel, baris, periksa, rencana

PROGRAM, LAIN = "2.17.01", "2.17.02"
K1, K2, K3 = f"{PROGRAM}.2.01", f"{PROGRAM}.2.02", f"{PROGRAM}.2.03"
S11, S12, S21 = f"{K1}.01", f"{K1}.02", f"{K2}.01"


def dokumen(
    program: Sel = 600,
    k1: Sel = 300,
    k2: Sel = 200,
    k3: Sel = 100,
    lain: Sel = 50,
    total: Sel = 650,
) -> list[Sequence[Sel]]:
    """Return a plan: programs in F3 F10, kegiatan in F4 F7 F9 F11, the total in F12."""
    return rencana(
        [
            baris(PROGRAM, program),
            baris(K1, k1),
            baris(S11, 100),
            baris(S12, 200),
            baris(K2, k2),
            baris(S21, 200),
            baris(K3, k3),
            baris(LAIN, lain),
            baris(f"{LAIN}.2.01", 50),
            baris("", total, "TOTAL"),
        ]
    )


def salah(rows: Sequence[Sequence[Sel]]) -> list[tuple[str | None, object]]:
    """Return cell and proposed formula of each ANG003."""
    return [(f.cell, f.expected) for f in periksa(rows, "ANG003")]


def satu(rows: Sequence[Sequence[Sel]]) -> Finding:
    (finding,) = periksa(rows, "ANG003")
    return finding


BENAR = {
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


@pytest.mark.parametrize("formula", BENAR.values(), ids=list(BENAR))
def test_silent(formula: str) -> None:
    assert salah(dokumen(program=(formula, 600))) == []


SALAH = {
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


@pytest.mark.parametrize(("formula", "told"), SALAH.values(), ids=list(SALAH))
def test_speaks(formula: str, told: str) -> None:
    finding = satu(dokumen(program=(formula, 1)))
    assert (finding.cell, finding.actual, finding.expected) == ("F3", formula, "=F4+F7+F9")
    assert told in finding.message.en
    assert finding.fix is not None
    assert (finding.fix.kind, finding.fix.value, finding.fix.safe) == (
        "formula",
        "=F4+F7+F9",
        False,
    )


def test_rows_that_are_missed_or_too_many_are_related() -> None:
    finding = satu(dokumen(program=("=F4+F7+F10", 1)))
    assert [place.cell for place in finding.related] == ["F9", "F10"]


TOTAL_BENAR = ["=F3+F10", "=SUM(F4,F7,F9,F11)", "=SUM(F5:F6)+F8+F9+F10", "=SUM(F3:F11)/2"]


@pytest.mark.parametrize("formula", TOTAL_BENAR)
def test_a_total_may_be_the_sum_of_any_full_level(formula: str) -> None:
    assert salah(dokumen(total=(formula, 650))) == []


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
    finding = satu(dokumen(total=(formula, 1)))
    assert (finding.cell, finding.expected) == ("F12", "=F3+F10")
    assert told in finding.message.en


def test_a_total_one_program_short() -> None:
    rows = rencana(
        [
            *(baris(f"2.17.0{number}", 10) for number in range(1, 5)),
            baris("", ("=SUM(F3:F5)", 30), "JUMLAH"),
        ]
    )
    assert salah(rows) == [("F7", "=SUM(F3:F6)")]


def test_a_total_after_each_program_and_one_over_all() -> None:
    rows: list[Sequence[Sel]] = [
        baris(PROGRAM, ("=F4", 100)),
        baris(K1, 100),
        baris("", ("=F3", 100), "Jumlah"),
        baris(LAIN, ("=F7", 50)),
        baris(f"{LAIN}.2.01", 50),
        baris("", ("=F6", 50), "Jumlah"),
    ]
    good = rencana([*rows, baris("", ("=F5+F8", 150), "Jumlah seluruhnya")])
    assert salah(good) == []
    double = rencana([*rows, baris("", ("=F3+F5+F6+F8", 300), "Jumlah seluruhnya")])
    assert salah(double) == [("F9", "=F3+F6")]


def test_rincian() -> None:
    def sub(formula: str) -> list[tuple[str | None, object]]:
        rows = rencana(
            [
                baris(K1, ("=F4", 300)),
                baris(S11, (formula, 300)),
                [None, "Rincian :"],
                baris("", 100, "- Honorarium"),
                baris("", 150, "- Bahan cetak"),
                baris("", 50, "- Perjalanan dinas"),
                baris(S12, 0),
            ]
        )
        return [found for found in salah(rows) if found[0] == "F4"]

    assert sub("=SUM(F6:F8)") == []
    assert sub("=SUM(F5:F8)") == []
    assert sub("=F6+F7+F8") == []
    assert sub("=SUM(F6:F7)") == [("F4", "=SUM(F6:F8)")]


def test_a_kegiatan_over_sub_kegiatan_and_their_rincian() -> None:
    rows = rencana(
        [
            baris(K1, ("=SUM(F4:F7)", 600)),
            baris(S11, ("=SUM(F6:F7)", 300)),
            [None, "Rincian :"],
            baris("", 100, "- Honorarium"),
            baris("", 200, "- Bahan cetak"),
        ]
    )
    (finding,) = periksa(rows, "ANG003")
    assert (finding.cell, finding.expected) == ("F3", "=F4")
    assert "F6, F7 twice" in finding.message.en


def test_harmless_rows_in_the_range() -> None:
    rows = rencana(
        [
            baris(K1, ("=SUM(F4:F8)", 300)),
            baris(S11, 100),
            [None, None, "Indikator kedua", None, "5 orang"],
            baris(S12, 200),
            baris(f"{K1}.03", None),
            baris(f"{K1}.04", "-"),
            baris(K2, 0),
        ]
    )
    assert salah(rows) == []


def test_a_child_with_0_is_missed_and_a_blank_one_is_not() -> None:
    def rows(last: Sel) -> list[Sequence[Sel]]:
        return rencana(
            [
                baris(K1, ("=SUM(F4:F5)", 300)),
                baris(S11, 100),
                baris(S12, 200),
                baris(f"{K1}.03", last),
            ]
        )

    assert salah(rows(0)) == [("F3", "=SUM(F4:F6)")]
    assert salah(rows(None)) == []


def test_an_extra_row_with_0_is_harmless() -> None:
    rows = rencana([baris(K1, ("=SUM(F4:F5)", 100)), baris(S11, 100), baris(K2, 0)])
    assert salah(rows) == []


def test_shared_formulas() -> None:
    first = '<f t="shared" ref="F3:F6" si="0">SUM(F4:F4)</f>'
    rows = rencana(
        [
            baris(K1, (first, 100)),
            baris(S11, 100),
            baris(K2, 300),
            baris(K3, ('<f t="shared" si="0"/>', 100)),
            baris(f"{K3}.01", 100),
            baris(f"{K3}.02", 200),
        ]
    )
    assert salah(rows) == [("F6", "=SUM(F7:F8)")]


def test_formulas_never_calculated() -> None:
    rows = rencana(
        [baris(K1, ("=F4", None)), baris(S11, ("=50+50", None)), baris(S12, ("=200", None))]
    )
    assert salah(rows) == [("F3", "=SUM(F4:F5)")]


def test_a_subtotal_is_mended_by_a_subtotal() -> None:
    rows = rencana(
        [
            baris(PROGRAM, ("=SUBTOTAL(9,F4:F7)", 100)),
            baris(K1, ("=SUBTOTAL(9,F5:F5)", 100)),
            baris(S11, 100),
            baris(S12, 200),
            baris(K2, 0),
        ]
    )
    assert salah(rows) == [("F4", "=SUBTOTAL(9,F5:F6)")]


def test_a_typed_kegiatan_in_a_subtotal_counts_twice() -> None:
    rows = rencana(
        [
            baris(PROGRAM, ("=SUBTOTAL(9,F4:F7)", 500)),
            baris(K1, ("=SUBTOTAL(9,F5:F5)", 100)),
            baris(S11, 100),
            baris(K2, 200),
            baris(S21, 200),
        ]
    )
    (finding,) = periksa(rows, "ANG003")
    assert finding.cell == "F3"
    assert "counts F7 (sub kegiatan 2.17.01.2.02.01) twice" in finding.message.en
    assert finding.fix is None


# What is not certain


def test_a_row_under_a_wrong_code_is_the_matter_of_its_code() -> None:
    rows = rencana(
        [
            baris(PROGRAM, ("=F4+F5", 300)),
            baris(K1, 100),
            baris("2.17.09.2.02", 200),
            baris(LAIN, ("=F7", 50)),
            baris(f"{LAIN}.2.01", 50),
            baris(K3, 70),
        ]
    )
    assert salah(rows) == []


def test_the_second_row_of_a_code_is_not_missed() -> None:
    rows = rencana([baris(K1, ("=F4", 100)), baris(S11, 100), baris(S11, 100)])
    assert salah(rows) == []


def test_a_sub_kegiatan_without_its_kegiatan_is_not_missed() -> None:
    rows = rencana([baris(PROGRAM, ("=F4", 100)), baris(K1, 100), baris(S21, 50)])
    assert salah(rows) == []


def test_a_page_break_repeats_program_and_kegiatan() -> None:
    rows = rencana(
        [
            baris(PROGRAM, ("=F4", 300)),
            baris(K1, ("=F5+F8", 300)),
            baris(S11, 100),
            [PROGRAM, f"Nama {PROGRAM} (lanjutan)"],
            [K1, f"Nama {K1} (lanjutan)"],
            baris(S12, 200),
        ]
    )
    assert salah(rows) == []


# Causes


def test_the_formula_is_the_cause_of_the_broken_sum() -> None:
    rows = dokumen(program=("=F4+F7", 500), total=550)
    findings = {f.code: f for f in periksa(rows, "ANG003", "JML002")}
    assert findings["JML002"].cell == findings["ANG003"].cell == "F3"
    assert findings["JML002"].cause == findings["ANG003"].fingerprint
    assert "F3 (ANG003)" in findings["JML002"].message.id


def test_one_finding_per_cell_and_column() -> None:
    rows = dokumen(program=("=SUM(F3:F12)", 0), total=("=SUM(F3:F12)", 0))
    cells = [finding.cell for finding in periksa(rows, "ANG003")]
    assert cells == sorted(set(cells), key=cells.index)
    assert set(cells) == {"F3", "F12"}
