"""The known truth of the example document, in the workbook as it was handed in."""

from __future__ import annotations

from pathlib import Path

import pytest

from layouts import read
from selaras import check
from selaras.finding import Finding, Severity
from selaras.report.model import WorkbookReport

from .dokumen import baris_kosong_induk, jumlah_salah, sel, tertulis
from .jalankan import LANGKAH_INI

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "renja-mojokerto-2024.xlsx"
TABLES = (
    *("Tabel 2.1", "Tabel 2.2", "T-C.29", "T-C.30", "T-C.31", "T-C.32", "Tabel 3.1"),
    *("T-C.33", "Tabel 4.1"),
)


@pytest.fixture(scope="module")
def report() -> WorkbookReport:
    (workbook,) = check(EXAMPLE).workbooks
    return workbook


@pytest.fixture(scope="module")
def found(report: WorkbookReport) -> dict[tuple[str, str, str], Finding]:
    """The findings of this step's rules, by rule, sheet and cell."""
    return {(f.code, *sel(f)): f for f in report.findings if f.code in LANGKAH_INI}


def test_all_tables_are_recognised(report: WorkbookReport) -> None:
    assert [table.table for table in report.tables] == list(TABLES)
    assert report.skipped_sheets == ()
    assert report.status == "checked"


def test_no_rule_failed(report: WorkbookReport) -> None:
    assert {rule.status for rule in report.rules} <= {"ok", "findings", "skipped"}


def test_pasted_amount_breaks_the_sum_of_program_01(
    found: dict[tuple[str, str, str], Finding],
) -> None:
    broken = found["JML002", "T-C.33", "O8"]
    assert broken.actual == 6_498_624_401
    assert broken.expected == 12_076_248_802
    assert broken.difference == -5_577_624_401
    assert broken.kode == "2.17.01"
    pasted = [f for (code, _, _), f in found.items() if code == "JML008"]
    assert {f.kode for f in pasted} == {"2.17.01.2.05", "2.17.01.2.05.10"}
    assert {f.column for f in pasted} == {"pagu_maju"}
    assert {f.actual for f in pasted} == {5_577_624_401}
    assert broken.cause in {f.fingerprint for f in pasted}
    assert [f.related[0].cell for f in pasted] == ["O17", "O18"]


def test_the_sums_that_do_not_hold_are_these_three() -> None:
    assert [(w.tabel, w.aturan, w.tertulis, w.seharusnya) for w in jumlah_salah()] == [
        ("Tabel 2.2", "JML002", 164_585_200, 164_585_000),
        ("Tabel 2.2", "JML001", 377_920_800, 377_920_000),
        ("T-C.33", "JML002", 6_498_624_401, 12_076_248_802),
    ]


def test_exactly_the_known_errors(found: dict[tuple[str, str, str], Finding]) -> None:
    asal = tertulis("asli")
    known = {
        (wrong.aturan, *asal.tempat(wrong.tabel, wrong.baris, wrong.kunci)): (
            wrong.seharusnya,
            wrong.tertulis,
        )
        for wrong in jumlah_salah()
    }
    errors = {
        place: (f.expected, f.actual)
        for place, f in found.items()
        if f.severity is Severity.ERROR and f.code != "KOD002"
    }
    assert errors == known


def test_rows_of_tc29_that_lost_their_parents(
    found: dict[tuple[str, str, str], Finding],
) -> None:
    asal, lost = tertulis("asli"), baris_kosong_induk("T-C.29")
    assert [row.values["kode"] for row in lost] == [
        "2.17.01.2.09.09",
        "2.17.01.2.09.10",
        "2.17.04.2.01.01",
        "2.17.04.2.01.02",
    ]
    places = {("KOD002", *asal.tempat("T-C.29", row.index, "kode")) for row in lost}
    assert {place for place in found if place[0] == "KOD002"} == places


def test_missing_column_of_tc30(found: dict[tuple[str, str, str], Finding]) -> None:
    missing = [f for (code, _, _), f in found.items() if code == "LBR002"]
    assert [(f.table, f.column) for f in missing] == [("T-C.30", "proyeksi_1")]
    assert "(11)" in missing[0].message.id


def test_nothing_else(found: dict[tuple[str, str, str], Finding]) -> None:
    assert {code for code, _, _ in found} == {"JML001", "JML002", "JML008", "KOD002", "LBR002"}
    assert len(found) == 10


def test_the_sums_that_hold_are_silent(found: dict[tuple[str, str, str], Finding]) -> None:
    """Column n of the plan adds up to its total, rincian and all."""
    assert read("T-C.33").rows[-1].values["pagu"] == 8_886_334_700
    assert not [p for p, f in found.items() if f.table == "T-C.33" and f.column == "pagu"]
