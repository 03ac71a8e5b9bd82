"""Doubt counts for the document: what looks wrong and is not, and what is told once."""

from __future__ import annotations

import pytest

from selaras.contoh import bangun
from selaras.finding import Finding
from selaras.rule import Silent, registry

from .jalankan import temuan


def found_by(sheet: str, *codes: str, table: str = "T-C.33") -> tuple[Finding, ...]:
    """Return what rules say of a workbook."""
    return tuple(temuan(bangun(Silent(sheet, table)), [registry()[code] for code in codes]))


def cells_of(sheet: str, *codes: str, table: str = "T-C.33") -> list[str]:
    """Return what rules say of a workbook: code and cell."""
    return [f"{f.code} {f.cell}" for f in found_by(sheet, *codes, table=table)]


# Equal means equal to the shown decimals

_E81 = "nama|indikator|realisasi_1|realisasi_2|realisasi_3|realisasi_4|realisasi\n"


@pytest.mark.parametrize(
    ("result", "expected"),
    [("#100", []), ("#100.00000001", []), ("#99", ["RST012 G2"]), ("#100.2", ["RST012 G2"])],
)
def test_what_binary_arithmetic_leaves_over_is_no_error(result: str, expected: list[str]) -> None:
    parts = "#33.33333333333337|#33.33333333333333|#33.33333333333333|#0"
    assert cells_of(_E81 + f"P|Jumlah UM|{parts}|{result}", "RST012", table="E.81") == expected


@pytest.mark.parametrize(
    ("total", "expected"),
    [("300.2000001", []), ("300.5", ["JML001 C2"]), ("301", ["JML001 C2"])],
)
def test_a_sum_of_fractions_is_equal_to_what_is_left_of_it(total: str, expected: list[str]) -> None:
    sheet = f"kode|nama|pagu\n2.17.01.2.01|A|{total}\n2.17.01.2.01.01|B|100.1\n"
    assert cells_of(sheet + "2.17.01.2.01.02|C|200.1000003", "JML001") == expected
