"""Renja against RKPD in small workbooks: what one table or one half has and another has not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from selaras.intake import read_book
from selaras.model.setting import Setting
from selaras.recognise import recognise
from selaras.values.finding import Place
from selaras.values.text import Language
from selaras_addin.comparison import renja_rkpd
from selaras_addin.comparison.content import Comparison, ComparisonCell, ComparisonRow

RowValues = Sequence[object]

#: Both halves of T-C.31 alike: name, indicator, target, amount.
HEALTH = ("1.02.02 Program Kesehatan", "Angka kesembuhan", "80 %", 500)
STAFF = ("1.02.03 Program SDM Kesehatan", "Rasio tenaga", "2 %", 200)
EMPTY = (None, None, None, None)
#: The same programs in the plan.
PLANNED_HEALTH = ("1.02.02", "Program Kesehatan", "Angka kesembuhan", "80 %", 500)
PLANNED_STAFF = ("1.02.03", "Program SDM Kesehatan", "Rasio tenaga", "2 %", 200)
#: Columns of the comparison.
KODE, NAME, PAGU_RKPD, NEED, PAGU, DIFFERENCE, REMARK = 0, 1, 4, 7, 10, 11, 13


def compare(
    tmp_path: Path,
    review: Sequence[tuple[RowValues, RowValues]],
    plan: Sequence[RowValues],
    language: Language = "id",
    setting: Setting | None = None,
) -> Comparison:
    """Return the comparison in a workbook of these rows; without a plan where it has none."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Reviu"
    sheet.append(["Review terhadap Rancangan Awal RKPD Tahun 2026"])
    sheet.append(["No", "Rancangan Awal RKPD", *[""] * 3, "Hasil Analisis Kebutuhan", *[""] * 3])
    for first in (2, 6):
        sheet.merge_cells(start_row=2, end_row=2, start_column=first, end_column=first + 3)
    half = ["Program/Kegiatan", "Indikator Kinerja", "Target Capaian"]
    sheet.append(["", *half, "Pagu Indikatif", *half, "Kebutuhan Dana"])
    for number, (rkpd, renja) in enumerate(review, 1):
        named = rkpd[0] != "Jumlah" and (rkpd[0] or renja[0])
        sheet.append([number if named else None, *rkpd, *renja])
    if plan:
        sheet = book.create_sheet("Rencana")
        sheet.append(["Rumusan Rencana Program dan Kegiatan Tahun 2026"])
        sheet.append(["Kode", "Program/Kegiatan", "Indikator", "Target", "Pagu Indikatif"])
        for row in plan:
            sheet.append(list(row))
    path = tmp_path / "buku.xlsx"
    book.save(path)
    comparison = renja_rkpd.compare_rkpd(
        recognise(read_book(str(path)), setting or Setting()), language
    )
    assert isinstance(comparison, Comparison)
    return comparison


def list_values(row: ComparisonRow) -> list[object]:
    return [cell.value for cell in row.cells]


def list_differing(row: ComparisonRow) -> list[int]:
    return [index for index, cell in enumerate(row.cells) if cell.differs]


def test_what_agrees_is_beside_each_other_without_a_remark(tmp_path: Path) -> None:
    comparison = compare(tmp_path, [(HEALTH, HEALTH)], [PLANNED_HEALTH])
    (row,) = comparison.rows
    assert list_values(row) == [
        *("1.02.02", "Program Kesehatan"),
        *("Angka kesembuhan", "80 %", 500),
        *("Angka kesembuhan", "80 %", 500),
        *("Angka kesembuhan", "80 %", 500),
        *(0, None, None),
    ]
    assert list_differing(row) == []
    places = (row.cells[NAME].origin, row.cells[PAGU_RKPD].origin, row.cells[NEED].origin)
    assert places == (Place("Reviu", "F4"), Place("Reviu", "E4"), Place("Reviu", "I4"))
    assert row.cells[PAGU].origin == Place("Rencana", "E3")


def test_without_a_plan_only_the_halves_are_compared_and_that_is_said(tmp_path: Path) -> None:
    more = (*HEALTH[:3], 650)
    comparison = compare(tmp_path, [(HEALTH, more)], [])
    assert [line.id for line in comparison.remarks] == [
        "Tidak ada tabel rencana (T-C.33 atau bentuk SIPD); hanya kedua paruh T-C.31 yang "
        "dibandingkan."
    ]
    assert {column.group.id for column in comparison.columns[8:11]} == {"Rencana (T-C.33)"}
    (row,) = comparison.rows
    assert list_values(row)[:2] == ["1.02.02", "Program Kesehatan"]
    assert list_values(row)[PAGU_RKPD:] == [
        *(500, "Angka kesembuhan", "80 %", 650),
        *(None, None, None, 150, None, "Di atas pagu RKPD"),
    ]
    assert list_differing(row) == [NEED, DIFFERENCE]


def test_a_program_in_one_half_only(tmp_path: Path) -> None:
    comparison = compare(
        tmp_path,
        [(HEALTH, EMPTY), (EMPTY, STAFF)],
        [PLANNED_HEALTH, PLANNED_STAFF],
    )
    left, right = comparison.rows
    assert list_values(left)[:2] == ["1.02.02", "Program Kesehatan"]
    assert list_values(left)[PAGU_RKPD : PAGU + 1] == [
        *(500, None, None, None),
        *("Angka kesembuhan", "80 %", 500),
    ]
    assert list_values(left)[REMARK] == "Tidak ada di hasil analisis"
    assert list_values(right)[:8] == [
        *("1.02.03", "Program SDM Kesehatan", None, None, None),
        *("Rasio tenaga", "2 %", 200),
    ]
    assert list_values(right)[REMARK] == "Tidak ada di rancangan awal RKPD"
    # There is nothing to subtract from.
    assert [list_values(row)[DIFFERENCE] for row in comparison.rows] == [None, None]
    assert [list_differing(row) for row in comparison.rows] == [[], []]


def test_an_amount_that_is_not_the_ceiling_of_the_plan(tmp_path: Path) -> None:
    plan = [(*PLANNED_HEALTH[:4], 450)]
    (row,) = compare(tmp_path, [(HEALTH, HEALTH)], plan).rows
    assert [list_values(row)[n] for n in (NEED, PAGU)] == [500, 450]
    assert list_differing(row) == [PAGU]
    assert list_values(row)[REMARK] == "Kebutuhan dana tidak sama dengan pagu T-C.33"
    (row,) = compare(tmp_path, [(HEALTH, HEALTH)], plan, "en").rows
    assert list_values(row)[REMARK] == "The funds needed are not the ceiling of T-C.33"


def test_a_program_that_the_plan_lacks_and_one_that_only_it_has(tmp_path: Path) -> None:
    comparison = compare(tmp_path, [(HEALTH, HEALTH)], [PLANNED_STAFF])
    asked, only = comparison.rows
    assert list_values(asked)[8 : PAGU + 1] == [None, None, None]
    assert list_values(asked)[REMARK] == "Tidak ditemukan di T-C.33"
    assert list_values(only) == [
        *("1.02.03", "Program SDM Kesehatan"),
        *[None] * 6,
        *("Rasio tenaga", "2 %", 200),
        *(None, None, "Tidak ada di T-C.31"),
    ]
    assert list_differing(only) == [NAME]
    assert only.cells[NAME] == ComparisonCell(
        "Program SDM Kesehatan", Place("Rencana", "B3"), differs=True
    )


def test_totals_that_differ(tmp_path: Path) -> None:
    total = ("Jumlah", None, None, 500)
    review = [(HEALTH, HEALTH), (total, (None, None, None, 500))]
    plan = [PLANNED_HEALTH, (None, "Jumlah", None, None, 700)]
    *_, row = compare(tmp_path, review, plan).rows
    assert row.is_total
    assert [list_values(row)[n] for n in (NAME, PAGU_RKPD, NEED, PAGU, DIFFERENCE)] == [
        *("Jumlah", 500, 500, 700, 0),
    ]
    assert list_differing(row) == [PAGU]
    assert list_values(row)[REMARK] == "Total tidak sama"
    plan = [PLANNED_HEALTH, (None, "Jumlah", None, None, 500)]
    *_, row = compare(tmp_path, review, plan).rows
    assert (
        row.is_total,
        list_values(row)[PAGU],
        list_values(row)[REMARK],
        list_differing(row),
    ) == (
        True,
        500,
        None,
        [],
    )


TOTAL_LINE = ("Jumlah", None, None)


@pytest.mark.parametrize(
    ("tolerance", "marked", "totals"), [(0, [NEED, DIFFERENCE], [PAGU, DIFFERENCE]), (5, [], [])]
)
def test_what_the_check_tolerates_is_no_difference_here(
    tmp_path: Path, tolerance: int, marked: list[int], totals: list[int]
) -> None:
    more = (*HEALTH[:3], 503)
    plan = [(*PLANNED_HEALTH[:4], 503), ("", "Jumlah", None, None, 500)]
    comparison = compare(
        tmp_path,
        [(HEALTH, more), ((*TOTAL_LINE, 500), (*TOTAL_LINE, 503))],
        plan,
        setting=Setting(tolerance=tolerance),
    )
    row, total = comparison.rows
    assert list_values(row)[DIFFERENCE] == 3
    assert list_differing(row) == marked
    assert (list_values(total)[PAGU], list_values(total)[DIFFERENCE]) == (500, 3)
    assert list_differing(total) == totals


def test_x_xx_01_stands_beside_the_01_of_the_agency(tmp_path: Path) -> None:
    review = ("X.XX.01 Penunjang OPD", "Nilai SAKIP", "80", 70)
    comparison = compare(
        tmp_path,
        [(review, review), (HEALTH, HEALTH)],
        [("1.02.01", "Program Penunjang Urusan", "Nilai SAKIP", "80", 70), PLANNED_HEALTH],
    )
    assert [list_values(row)[KODE] for row in comparison.rows] == ["1.02.01", "1.02.02"]
    assert [list_values(row)[REMARK] for row in comparison.rows] == [None, None]


def test_halves_in_another_order_stand_each_beside_its_own_row_of_the_plan(tmp_path: Path) -> None:
    comparison = compare(
        tmp_path, [(HEALTH, STAFF), (STAFF, HEALTH)], [PLANNED_HEALTH, PLANNED_STAFF]
    )
    assert [list_values(row)[KODE] for row in comparison.rows] == ["1.02.03", "1.02.02"]
    assert [list_values(row)[NEED] for row in comparison.rows] == [200, 500]
    assert [list_values(row)[PAGU] for row in comparison.rows] == [200, 500]
    assert [list_differing(row) for row in comparison.rows] == [[], []]


def test_of_several_programs_of_one_name_no_difference_is_told(tmp_path: Path) -> None:
    """Which of them is meant is a guess, and the check says nothing either."""
    name = "Program Kesehatan"
    review = (name, "Angka kesembuhan", "80 %", 700)
    plan = [PLANNED_HEALTH, ("1.02.03", *PLANNED_HEALTH[1:])]
    (row, *_) = compare(tmp_path, [(review, review)], plan).rows
    assert list_differing(row) == []
    assert str(list_values(row)[REMARK]).startswith("Nama yang sama lebih dari satu")


def test_a_further_indicator_has_a_row_of_its_own(tmp_path: Path) -> None:
    more = (None, "Jumlah obat", "4 paket", None)
    other = (None, "Jumlah obat", "5 paket", None)
    comparison = compare(tmp_path, [(HEALTH, HEALTH), (more, other)], [PLANNED_HEALTH])
    first, further = comparison.rows
    assert list_differing(first) == []
    assert list_values(further)[2:7] == ["Jumlah obat", "4 paket", None, "Jumlah obat", "5 paket"]
    assert list_differing(further) == [5, 6]
    assert list_values(further)[REMARK] == "Indikator berbeda dari T-C.33; target berbeda dari RKPD"
