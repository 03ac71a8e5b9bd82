"""Several agencies or sub units in one workbook: whose a row is, and what is compared."""

# ruff: noqa: E501

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from selaras.api import check
from selaras.intake import read_book
from selaras.model.row import RowKind
from selaras.model.setting import Setting
from selaras.model.work import Work
from selaras.recognise import recognise
from selaras.recognise.units import read_title_unit

HEAD = [
    "Kode",
    "Program/Kegiatan/Sub Kegiatan",
    "Indikator Kinerja",
    "Lokasi",
    "Target 2026",
    "Pagu Indikatif 2026",
    "Sumber Dana",
    "Target Prakiraan Maju 2027",
    "Pagu Prakiraan Maju 2027",
]
TC33 = "Tabel T-C.33 Rumusan Rencana Program dan Kegiatan Tahun 2026"
T41 = "Tabel 4.1 Rencana Kerja dan Pendanaan Tahun 2026"
UNIT = ("Kecamatan Alas", "Kecamatan Buer", "Kecamatan Rhee")


def build_rows(pagu: int) -> list[list[object]]:
    """Return a plan with one program, kegiatan and two sub kegiatan."""
    rest = ["Desa", "5 unit"]
    return [
        ["7.01.02", "PROGRAM PELAYANAN", "Nilai", *rest, 3 * pagu, "APBD", "6 unit", 3 * pagu + 9],
        [
            "7.01.02.2.01",
            "Koordinasi",
            "Jumlah rapat",
            *rest,
            3 * pagu,
            "APBD",
            "6 unit",
            3 * pagu + 9,
        ],
        [
            "7.01.02.2.01.0001",
            "Sinergitas",
            "Jumlah laporan",
            *rest,
            pagu,
            "APBD",
            "6 unit",
            pagu + 4,
        ],
        [
            "7.01.02.2.01.0002",
            "Efektivitas",
            "Jumlah dokumen",
            *rest,
            2 * pagu,
            "APBD",
            "6 unit",
            2 * pagu + 5,
        ],
    ]


def write_blocks(sheet: Worksheet, title: str, *, total: bool = True) -> None:
    """Write a block a unit, each below its own title."""
    for number, unit in enumerate(UNIT, 1):
        sheet.append([title])
        sheet.append([f"Sub Unit Organisasi : 7.01.0.00.0.00.{number:02}.0000 {unit}"])
        sheet.append(HEAD)
        rows = build_rows(100 * number)
        for row in rows:
            sheet.append(row)
        if total:
            sheet.append([None, "Jumlah", None, None, None, rows[0][5], None, None, rows[0][8]])
        sheet.append([])


def save(book: Workbook, tmp_path: Path) -> Path:
    path = tmp_path / "unit.xlsx"
    book.save(path)
    return path


def build_sheet(book: Workbook, name: str) -> Worksheet:
    sheet = book.create_sheet(name)
    assert isinstance(sheet, Worksheet)
    return sheet


def build_book() -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    return book


def recognise_book(book: Workbook, tmp_path: Path) -> Work:
    return recognise(read_book(save(book, tmp_path)), Setting())


def find_findings(
    book: Workbook, tmp_path: Path, *codes: str
) -> list[tuple[str, str | None, str | None]]:
    report = check(save(book, tmp_path))
    return [
        (f.code, f.sheet, f.cell) for f in report.findings if f.code[:3] in codes or f.code in codes
    ]


@pytest.mark.parametrize("total", [True, False])
def test_blocks_of_units_are_tables_of_their_own_and_compared_within_a_unit(
    total: bool, tmp_path: Path
) -> None:
    book = build_book()
    write_blocks(build_sheet(book, "Renja"), TC33, total=total)
    write_blocks(build_sheet(book, "Tabel 4.1"), T41, total=total)
    work = recognise_book(book, tmp_path)
    assert [table.name for table in work.tables] == ["T-C.33"] * 3 + ["Tabel 4.1"] * 3
    assert len({row.unit for table in work.tables for row in table.rows}) == 3
    assert find_findings(book, tmp_path, "KOD", "TBL", "JML", "RKP", "RST") == []
    # The second unit's first sub kegiatan, in Tabel 4.1 only.
    row = next(
        cells[0].row
        for cells in book["Tabel 4.1"].iter_rows(min_row=8)
        if cells[0].value == "7.01.02.2.01.0001" and cells[5].value == 200
    )
    book["Tabel 4.1"].cell(row, 6).value = 201
    found = find_findings(book, tmp_path, "TBL")
    assert found == [("TBL001", "Tabel 4.1", f"F{row}")]


def test_a_duplicate_within_a_unit_is_found(tmp_path: Path) -> None:
    book = build_book()
    sheet = build_sheet(book, "Renja")
    write_blocks(sheet, TC33)
    row = next(
        cells[0].row
        for cells in sheet.iter_rows(min_row=12)
        if cells[0].value == "7.01.02.2.01.0002"
    )
    sheet.cell(row, 1).value = "7.01.02.2.01.0001"
    assert ("KOD003", "Renja", f"A{row}") in find_findings(book, tmp_path, "KOD003")


@pytest.mark.parametrize("way", ["name", "code", "label"])
def test_section_rows_part_units_in_one_table(way: str, tmp_path: Path) -> None:
    book = build_book()
    for name, title in (("Renja", TC33), ("Tabel 4.1", T41)):
        sheet = build_sheet(book, name)
        sheet.append([title])
        sheet.append(HEAD)
        for number, unit in enumerate(UNIT, 1):
            code = f"7.01.0.00.0.00.{number:02}.0000"
            rows = build_rows(100 * number)
            amounts = [None, None, None, rows[0][5], None, None, rows[0][8]]
            sheet.append(
                {
                    "name": [None, unit.upper(), *amounts],
                    "code": [code, unit, *amounts],
                    "label": [f"Perangkat Daerah : {unit}"],
                }[way]
            )
            for row in rows:
                sheet.append(row)
        sheet.append([None, "Jumlah", None, None, None, 1800, None, None, 1827])
    work = recognise_book(book, tmp_path)
    for table in work.tables:
        assert [row.row for row in table.rows if row.kind is RowKind.HEADING] == [3, 8, 13]
        assert [row.unit.name for row in table.main_rows if row.unit] == [
            unit.casefold() for unit in UNIT for _ in range(4)
        ]
    assert find_findings(book, tmp_path, "KOD", "TBL", "JML") == []
    # Another amount in the second unit, and another code in the third.
    book["Tabel 4.1"]["F11"] = 555
    book["Renja"]["A17"] = "7.01.02.2.01.0001"
    found = find_findings(book, tmp_path, "KOD003", "TBL001")
    assert ("TBL001", "Tabel 4.1", "F11") in found
    assert [one for one in found if one[0] == "KOD003"] == [("KOD003", "Renja", "A17")]


def test_a_column_of_agencies_parts_units(tmp_path: Path) -> None:
    book = build_book()
    sheet = build_sheet(book, "Renja")
    sheet.append([TC33])
    sheet.append([*HEAD, "Perangkat Daerah"])
    for number, unit in enumerate(UNIT, 1):
        for row in build_rows(100 * number):
            sheet.append([*row, unit])
    assert find_findings(book, tmp_path, "KOD", "JML") == []
    sheet["A10"] = "7.01.02.2.01.0001"
    assert ("KOD003", "Renja", "A10") in find_findings(book, tmp_path, "KOD003")


def test_tables_of_one_agency_are_compared_however_it_is_named(tmp_path: Path) -> None:
    book = build_book()
    for name, title, unit in (
        ("Renja", TC33, "DINAS KOPERASI DAN UMKM"),
        ("Tabel 4.1", T41, "DINAS KOPERASI, UKM"),
    ):
        sheet = build_sheet(book, name)
        sheet.append([title])
        sheet.append([unit])
        sheet.append(HEAD)
        for row in build_rows(100):
            sheet.append(row)
    book["Tabel 4.1"]["F6"] = 101
    assert ("TBL001", "Tabel 4.1", "F6") in find_findings(book, tmp_path, "TBL001")


@pytest.mark.parametrize(
    ("lines", "kode", "name"),
    [
        (["Sub Unit Organisasi : 1.02.0.00.0.00.01.0005 Puskesmas Lubuk"], "1.02.0.00.0.00.01.0005", "puskesmas lubuk"),
        (["DINAS SOSIAL KABUPATEN ALAS", "TAHUN 2026"], "", "dinas sosial"),
        (["RENJA BADAN PENDAPATAN DAERAH KOTA BUER"], "", "badan pendapatan daerah"),
        (["Unit Organisasi : Dinas Kesehatan", "Sub Unit Organisasi : UPTD Lab"], "", "uptd lab"),
    ],
)  # fmt: skip
def test_units_in_titles(lines: list[str], kode: str, name: str) -> None:
    unit = read_title_unit(list(enumerate(lines)))
    assert unit is not None
    assert (unit.kode, unit.name) == (kode, name)


def test_a_title_of_all_agencies_names_none() -> None:
    assert (
        read_title_unit([(1, "Rencana Program dan Kegiatan Perangkat Daerah Tahun 2026")]) is None
    )
