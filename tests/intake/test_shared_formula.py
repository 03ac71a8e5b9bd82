"""A shared formula moves as Excel moves it when it is filled across."""

from __future__ import annotations

import pytest
from openpyxl.formula.translate import Translator

from selaras.intake.shared_formula import SharedFormula


@pytest.mark.parametrize(
    ("written", "moved"),
    [
        ("A1", "B3"),
        ("$A1+A$1+$A$1", "$A3+B$1+$A$1"),
        ("SUM(A1:B2)", "SUM(B3:C4)"),
        ("SUM(B5:B$9)", "SUM(C7:C$9)"),
        ("SUM(A:A)+SUM($A:B)", "SUM(B:B)+SUM($A:C)"),
        ("SUM(1:1)+SUM($1:2)", "SUM(3:3)+SUM($1:4)"),
        ('"A1"&A1&"10%"', '"A1"&B3&"10%"'),
        ('IF(A1="kata ""A1""",B1)', 'IF(B3="kata ""A1""",C3)'),
        ("Lembar1!A1", "Lembar1!B3"),
        ("'T-C.33'!$K$8+'A1'!A1", "'T-C.33'!$K$8+'A1'!B3"),
        ("'pagu''s A1'!B2:C3", "'pagu''s A1'!C4:D5"),
        ("A1!B1", "A1!C3"),
        ("[1]Data!A1", "[1]Data!B3"),
        ("SUM(Jan:Des!A1)", "SUM(Jan:Des!B3)"),
        ("LOG10(A1)+DEC2BIN(B1)", "LOG10(B3)+DEC2BIN(C3)"),
        ("A1_x+_A1+x.A1+A1.B1", "A1_x+_A1+x.A1+A1.B1"),
        ("Tabel1[[#This Row],[A1]]*A1", "Tabel1[[#This Row],[A1]]*B3"),
        ("5%*A1/13", "5%*B3/13"),
        ("1E5+1.5E1+A1", "1E5+1.5E1+B3"),
        ("XFE1+A1048577", "XFE1+A1048577"),
        ("A1:INDEX(B:B,2)", "B3:INDEX(C:C,2)"),
        ("TRUE+PAGU", "TRUE+PAGU"),
        ("{1,2}*5", "{1,2}*5"),
    ],
)
def test_moved_one_right_and_two_down(written: str, moved: str) -> None:
    assert SharedFormula(written, 10, 10).at(12, 11) == moved


def test_reference_that_leaves_the_sheet_is_lost() -> None:
    assert SharedFormula('A1+$B5&"5%"', 5, 5).at(5, 4) == '#REF!+$B5&"5%"'
    assert SharedFormula('B1+$B5&"5%"', 5, 5).at(4, 5) == '#REF!+$B4&"5%"'
    assert SharedFormula("A1048576", 5, 5).at(6, 5) == "#REF!"
    assert SharedFormula("XFD1&10%", 5, 5).at(5, 6) == "#REF!&10%"


@pytest.mark.parametrize(
    "written", ["A1+B2*$C$3", "SUM(D4:E9)/SUM($D:$D)", "Data!F7-'x y'!G$8", 'IF(H9>0,"A1",J10)']
)
def test_agrees_with_openpyxl(written: str) -> None:
    shared = SharedFormula(written, 10, 10)
    for row, column, place in (
        (11, 10, "J11"),
        (10, 14, "N10"),
        (25, 12, "L25"),
        (100, 60, "BH100"),
    ):
        translated = Translator("=" + written, "J10").translate_formula(place)
        assert "=" + shared.at(row, column) == translated
