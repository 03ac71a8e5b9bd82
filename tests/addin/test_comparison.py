"""The comparisons as values: what stands beside what, what differs, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from selaras.intake import read_book
from selaras.model.setting import Setting
from selaras.model.work import Work
from selaras.recognise import recognise
from selaras.values.text import Language, Text
from selaras_addin.comparison import renja_renstra, renja_rkpd
from selaras_addin.comparison.content import Comparison, ComparisonRow

EXAMPLE_PLAN = Path(__file__).parents[2] / "examples" / "renja-mojokerto-2024.xlsx"


def _read_work(path: Path) -> Work:
    return recognise(read_book(str(path)), Setting())


@pytest.fixture(scope="module")
def example() -> Work:
    return _read_work(EXAMPLE_PLAN)


def _list_values(row: ComparisonRow) -> list[object]:
    return [cell.value for cell in row.cells]


def _list_differing(row: ComparisonRow) -> list[int]:
    return [index for index, cell in enumerate(row.cells) if cell.differs]


def _find_row(comparison: Comparison, kode: str) -> ComparisonRow:
    (row,) = [row for row in comparison.rows if row.cells[0].value == kode]
    return row


def test_rkpd_programs_stand_side_by_side(example: Work) -> None:
    comparison = renja_rkpd.compare_rkpd(example, "id")
    assert isinstance(comparison, Comparison)
    codes = [row.cells[0].value for row in comparison.rows]
    assert codes == [f"2.17.{n:02}" for n in (1, 3, 4, 5, 6, 7, 8)] + [None]
    row = _find_row(comparison, "2.17.06")
    assert [_list_values(row)[n] for n in (4, 7, 10, 11)] == [
        428_765_050,
        2_400_000_000,
        2_400_000_000,
        1_971_234_950,
    ]
    assert _list_values(row)[-2:] == ["Disesuaikan kebutuhan", "Di atas pagu RKPD"]
    assert _list_differing(row) == [7, 11]
    place = row.cells[7].origin
    assert place is not None
    amount = load_workbook(EXAMPLE_PLAN)[place.sheet][place.cell].value
    assert amount == 2_400_000_000


def test_a_cut_off_rkpd_indikator_is_marked(example: Work) -> None:
    comparison = renja_rkpd.compare_rkpd(example, "id")
    assert isinstance(comparison, Comparison)
    row = _find_row(comparison, "2.17.05")
    assert _list_differing(row) == [5, 7, 11]
    assert _list_values(row)[-1] == "Indikator berbeda; di bawah pagu RKPD"


def test_rkpd_sum_row(example: Work) -> None:
    comparison = renja_rkpd.compare_rkpd(example, "id")
    assert isinstance(comparison, Comparison)
    total = comparison.rows[-1]
    assert total.is_total
    assert [_list_values(total)[n] for n in (1, 4, 7, 10, 11)] == [
        "Jumlah",
        8_638_782_419,
        8_886_334_700,
        8_886_334_700,
        247_552_281,
    ]


def test_renstra_indikator_of_the_same_kode(example: Work) -> None:
    comparison = renja_renstra.compare_renstra(example, "id")
    assert isinstance(comparison, Comparison)
    row = _find_row(comparison, "2.17.03")
    assert _list_values(row)[2:9] == [
        "Persentase Koperasi Berkualitas",
        "35%",
        150_100_000,
        "Persentase Koperasi Berkualitas",
        "35%",
        None,
        "45%",
    ]
    assert "Pagu Renstra tidak dapat dibandingkan: tidak ada T-C.27." in [
        line.id for line in comparison.remarks
    ]
    lost = _find_row(comparison, "2.17.03.2.01")
    assert _list_values(lost)[-1] == "Kode tidak ada di T-C.29"


def test_renstra_targets_and_pagu_that_differ(tmp_path: Path) -> None:
    """A workbook with T-C.27: a target and an amount that differ, and a program left out."""
    work = _open_book(
        tmp_path,
        [("1.02.02", "Program Kesehatan", "Angka kesembuhan", "80 %", 500)],
        [
            ("1.02.02", "Program Kesehatan", "Angka Kesembuhan", "75 %", 90, "85 %", 450),
            ("1.02.03", "Program SDM Kesehatan", "Rasio tenaga", "1 %", 10, "2 %", 20),
        ],
    )
    comparison = renja_renstra.compare_renstra(work, "id")
    assert isinstance(comparison, Comparison)
    first, only = comparison.rows
    assert _list_values(first) == [
        *("1.02.02", "Program Kesehatan", "Angka kesembuhan", "80 %", 500),
        *("Angka Kesembuhan", "85 %", 450, None, None, 50),
        "Target berbeda; pagu di atas Renstra",
    ]
    assert _list_differing(first) == [3, 4, 6, 7, 10]
    assert _list_values(only)[:2] == ["1.02.03", "Program SDM Kesehatan"]
    assert _list_values(only)[6:8] == ["2 %", 20]
    assert _list_values(only)[-1] == "Tidak ada di Renja"
    assert _list_differing(only) == [0]


@pytest.mark.parametrize(
    ("compare", "said"),
    [
        (renja_rkpd.compare_rkpd, "tidak memuat T-C.31"),
        (renja_renstra.compare_renstra, "lembar Renstra"),
    ],
)
def test_without_a_counterpart_the_reason_is_said(
    tmp_path: Path, compare: Callable[[Work, Language], object], said: str
) -> None:
    work = _open_book(
        tmp_path, [("1.02.02", "Program Kesehatan", "Angka kesembuhan", "80 %", 500)], []
    )
    told = compare(work, "id")
    assert isinstance(told, Text)
    assert said in told.id


def _open_book(
    tmp_path: Path, plan: Sequence[tuple[object, ...]], renstra: Sequence[tuple[object, ...]]
) -> Work:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Rencana"
    sheet.append(["Rumusan Rencana Program dan Kegiatan Tahun 2026"])
    sheet.append(["Kode", "Program/Kegiatan", "Indikator", "Target", "Pagu Indikatif"])
    for row in plan:
        sheet.append(list(row))
    if renstra:
        sheet = book.create_sheet("Renstra")
        sheet.append(["Rencana Program, Kegiatan dan Pendanaan Perangkat Daerah"])
        years = [text for year in range(2025, 2030) for text in (f"Tahun {year}", "")]
        sheet.append(["Kode", "Program dan Kegiatan", "Indikator Kinerja", *years])
        sheet.append(["", "", "", *["Target", "Rp"] * 5])
        for row in renstra:
            sheet.append([*row, *row[-2:] * 3])
    path = tmp_path / "buku.xlsx"
    book.save(path)
    return _read_work(path)


def test_a_renstra_program_without_a_row_of_its_own_in_the_renja_is_there(tmp_path: Path) -> None:
    """A plan that lists sub kegiatan only has the programs that these belong to."""
    work = _open_book(
        tmp_path,
        [("1.02.02.2.01.01", "Pelayanan", "Jumlah laporan", "8 laporan", 500)],
        [
            ("1.02.02", "Program Kesehatan", "Angka Kesembuhan", "75 %", 90, "85 %", 450),
            ("1.02.03", "Program SDM Kesehatan", "Rasio tenaga", "1 %", 10, "2 %", 20),
        ],
    )
    comparison = renja_renstra.compare_renstra(work, "id")
    assert isinstance(comparison, Comparison)
    assert [_list_values(row)[0] for row in comparison.rows] == ["1.02.02.2.01.01", "1.02.03"]
