"""Amounts in several columns: one for each fund source without their sum, or for each level."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from selaras.engine.run import check_file
from selaras.model.setting import Setting
from selaras.values.finding import Finding

Cell = str | int | None

TITLE = "Rencana Program dan Kegiatan Perangkat Daerah Tahun 2026"
HEAD = ["Kode", "Program/Kegiatan/Sub Kegiatan", "Indikator", "Lokasi", "Target"]
MILLION = 10**6
#: A plan with its amounts by fund source, in millions: DAU, DAK, PAD.
PLAN: tuple[tuple[str, tuple[int, int, int]], ...] = (
    ("2.17.01", (300, 140, 25)),
    ("2.17.01.2.01", (300, 40, 0)),
    ("2.17.01.2.01.01", (100, 40, 0)),
    ("2.17.01.2.01.02", (200, 0, 0)),
    ("2.17.01.2.02", (0, 100, 25)),
    ("2.17.01.2.02.01", (0, 100, 0)),
    ("2.17.01.2.02.02", (0, 0, 25)),
    ("2.17.02", (0, 60, 15)),
    ("2.17.02.2.01", (0, 60, 15)),
    ("2.17.02.2.01.01", (0, 60, 15)),
)


def row(code: str, cells: list[Cell]) -> list[Cell]:
    return [code, f"Nama {code}", f"Jumlah {code}", "Kota", "4 unit", *cells]


def by_fund(heads: tuple[str, ...], typed: dict[str, int]) -> Workbook:
    """Return a plan with a column for each fund source."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([TITLE])
    sheet.append([*HEAD, "Pagu Indikatif (Rp)", *[None] * (len(heads) - 1), "Catatan"])
    sheet.append([*[None] * 5, *heads])
    sheet.merge_cells(start_row=2, start_column=6, end_row=2, end_column=5 + len(heads))
    for code, parts in PLAN:
        sheet.append(row(code, [*(one * MILLION or None for one in parts)]))
    sheet.append([None, "TOTAL", None, None, None, *(one * MILLION for one in (300, 200, 40))])
    for cell, value in typed.items():
        sheet[cell] = value
    return book


def by_level(heads: tuple[str, str, str], group: str | None, typed: dict[str, int]) -> Workbook:
    """Return a plan with a column for the amounts of each level."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([TITLE])
    if group is not None:
        sheet.append([*HEAD, group, None, None, "Sumber Dana"])
        sheet.merge_cells("F2:H2")
        sheet.append([*[None] * 5, *heads])
    else:
        sheet.append([*HEAD, *heads, "Sumber Dana"])
    for code, parts in PLAN:
        cells: list[Cell] = [None, None, None, "DAU"]
        cells[{2: 0, 4: 1, 5: 2}[code.count(".")]] = sum(parts) * MILLION
        sheet.append(row(code, cells))
    sheet.append([None, "TOTAL", None, None, None, 540 * MILLION])
    for cell, value in typed.items():
        sheet[cell] = value
    return book


def found_in(book: Workbook, path: Path) -> list[Finding]:
    """Return what is wrong, or looks so."""
    book.save(path)
    found = check_file(path, Setting(required=())).findings
    return [f for f in found if f.severity != "info"]


def first(found: list[Finding]) -> list[tuple[str, str | None, object]]:
    return [(f.code, f.cell, f.expected) for f in found if not f.cause]


FUNDS = ("DAU", "DAK", "PAD")


def test_the_sum_of_the_fund_sources_is_the_amount(tmp_path: Path) -> None:
    assert found_in(by_fund(FUNDS, {}), tmp_path / "b.xlsx") == []
    for cell, expected in (("G8", 100), ("H14", 40), ("F5", 300)):
        found = found_in(by_fund(FUNDS, {cell: 9}), tmp_path / f"{cell}.xlsx")
        assert [expected * MILLION] == [
            e for code, c, e in first(found) if c == cell and "JML" in code
        ]


def test_the_sum_is_held_against_another_table(tmp_path: Path) -> None:
    book = by_fund(FUNDS, {})
    assert book.active is not None
    book.active.title = "T-C.33"
    final = book.create_sheet("Tabel 4.1")
    final.append(["Tabel 4.1 " + TITLE])
    final.append([*HEAD, "Pagu Indikatif (Rp)", "Sumber Dana"])
    for code, parts in PLAN:
        amount = sum(parts) + (5 if code == "2.17.02.2.01.01" else 0)
        final.append(row(code, [amount * MILLION, "DAU"]))
    book.active["A1"] = "Tabel T-C.33 Rumusan Rencana Program dan Kegiatan Tahun 2026"
    said = [(f.code, f.sheet, f.cell) for f in found_in(book, tmp_path / "b.xlsx") if not f.cause]
    assert ("TBL001", "Tabel 4.1", "F12") in said
    assert len([one for one in said if one[0] == "TBL001"]) == 1


def test_fund_sources_that_are_no_parts_are_said(tmp_path: Path) -> None:
    """Two columns of one source: which of them makes up the amount, nothing tells."""
    found = found_in(by_fund(("DAU", "DAK", "DAK"), {}), tmp_path / "b.xlsx")
    assert {f.cell for f in found if f.code == "LBR011"} >= {"G3"}


@pytest.mark.parametrize(
    ("heads", "group"),
    [
        (("Program", "Kegiatan", "Sub Kegiatan"), "Pagu Indikatif Tahun 2026 (Rp)"),
        (("Pagu Program", "Pagu Kegiatan", "Pagu Sub Kegiatan"), None),
    ],
)
def test_amounts_of_each_level_in_a_column(
    tmp_path: Path, heads: tuple[str, str, str], group: str | None
) -> None:
    below = 4 if group else 3
    assert found_in(by_level(heads, group, {}), tmp_path / "b.xlsx") == []
    for column, place, expected in (("G", 1, 340), ("F", 7, 75), ("F", 10, 540)):
        cell = f"{column}{below + place}"
        found = found_in(by_level(heads, group, {cell: 9}), tmp_path / f"{cell}.xlsx")
        assert [expected * MILLION] == [
            e for code, c, e in first(found) if c == cell and "JML" in code
        ]
