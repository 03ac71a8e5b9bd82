"""SIPD's forms as agencies hand them in: heads, titles, blocks of sub units, blank by design."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from selaras.api import check
from selaras.intake import read_book
from selaras.model.setting import Setting
from selaras.recognise import recognise
from selaras.values.finding import Finding

UPPER_HEADS = [
    "No",
    "Kode",
    "Urusan/ Bidang Urusan/ Program/ Kegiatan/ Sub Kegiatan",
    "Indikator Program/ Kegiatan/ Sub Kegiatan",
    "Target Akhir Periode Renstra Opd",
    "Realisasi Capaian Renja Opd Tahun 2025",
    "Prakiraan Capaian Target Renja Opd Tahun 2026",
    "Capaian Kinerja Dan Kerangka Pendanaan",
    *[None] * 5,
    "Kelompok Sasaran",
    "Prakiraan Maju Rencana Tahun 2028",
    None,
    "Perangkat Daerah Penanggung Jawab",
]
MIDDLE_HEADS = [
    *[None] * 7,
    "Target 2027",
    "Pagu Indikatif (Rp)",
    "Lokasi",
    "Sumber Dana",
    "Prioritas",
    *[None] * 2,
    "Target",
    "Pagu Indikatif (Rp)",
]
LOWER_HEADS = [*[None] * 11, "Nasional", "Daerah"]
TITLE_LINES = (
    "Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun 2027 dan Prakiraan Maju Tahun 2028"
)
SUB = [
    "Kab. Alas, Semua Kecamatan",
    "DANA TRANSFER UMUM-DANA ALOKASI UMUM",
    "Nasional A",
    "Daerah B",
    "Warga",
]


def write_heads(sheet: Worksheet, *titles: str, with_governor: bool = False) -> None:
    """Write titles and the 17 heads, or 18 with the governor's priorities."""
    for title in titles:
        sheet.append([title])
    heads = [list(row) for row in (UPPER_HEADS, MIDDLE_HEADS, LOWER_HEADS)]
    if with_governor:
        for row, text in zip(heads, (None, None, "Gubernur"), strict=True):
            row += [None] * (13 - len(row))
            row.insert(13, text)
    top = sheet.max_row + 1 if sheet["A1"].value else 1
    for row in heads:
        sheet.append(row)
    sheet.append([str(number) for number in range(1, 18 + with_governor)])
    wide = (8, 13 + with_governor), (15 + with_governor, 16 + with_governor)
    for left, right in wide:
        sheet.merge_cells(start_row=top, start_column=left, end_row=top, end_column=right)
    sheet.merge_cells(
        start_row=top + 1, start_column=12, end_row=top + 1, end_column=13 + with_governor
    )


def write_plan(
    sheet: Worksheet, pagu: int, *, is_one_row: bool = True, with_governor: bool = False
) -> None:
    """Write a plan as SIPD prints it: location, fund and forward target of sub kegiatan only."""
    extra = [None] if with_governor else []

    def append_upper(
        number: int, code: str, name: str, indikator: str | None, target: str | None
    ) -> None:
        sheet.append(
            [
                number,
                code,
                name,
                indikator,
                None,
                None,
                None,
                target,
                3 * pagu,
                *[None] * 5,
                *extra,
                None,
                3 * pagu + 3,
            ]
        )

    append_upper(1, "1", "URUSAN PEMERINTAHAN WAJIB", None, None)
    append_upper(2, "1.02", "URUSAN PEMERINTAHAN BIDANG KESEHATAN", None, None)
    append_upper(3, "1.02.02", "PROGRAM PEMENUHAN UPAYA", "Persentase layanan", "90 %")
    append_upper(4, "1.02.02.2.02", "Penyediaan Layanan", "Persentase penyediaan", "100 %")
    for number, (name, indikator, target) in enumerate(
        (
            ("Operasional", "Jumlah Unit Kerja yang Menerima Layanan", "105/14 Orang/bulan"),
            ("Pengelolaan", "Jumlah Kecamatan yang Dibina", "2 Kecamatan"),
        ),
        1,
    ):
        code, part = f"1.02.02.2.02.{number:04}", number * pagu
        rest = [
            None,
            None,
            None,
            target,
            part,
            *SUB,
            *extra,
            target,
            part + number,
            "Dinas Kesehatan",
        ]
        if is_one_row:
            sheet.append([4 + number, code, name, indikator, *rest])
        else:
            sheet.append([4 + number, code, name])
            sheet.append([None, None, None, indikator, *rest])
    sheet.append([None, "Jumlah", *[None] * 6, 3 * pagu, *[None] * 5, *extra, None, 3 * pagu + 3])


def build_book() -> tuple[Workbook, Worksheet]:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Renja"
    return book, sheet


def save(book: Workbook, tmp_path: Path) -> Path:
    path = tmp_path / "sipd.xlsx"
    book.save(path)
    return path


def find_findings(book: Workbook, tmp_path: Path) -> list[Finding]:
    return list(check(save(book, tmp_path)).findings)


def shorten_findings(findings: list[Finding]) -> list[tuple[str, str | None]]:
    return [(finding.code, finding.cell) for finding in findings]


@pytest.mark.parametrize("with_governor", [False, True], ids=["17 columns", "18 columns"])
@pytest.mark.parametrize(
    "title", [(TITLE_LINES,), ("RENJA DINAS KESEHATAN",), ()], ids=["T-C.33", "agency", "none"]
)
def test_the_heads_of_the_form_outweigh_a_title(
    title: tuple[str, ...], with_governor: bool, tmp_path: Path
) -> None:
    book, sheet = build_book()
    write_heads(sheet, *title, with_governor=with_governor)
    write_plan(sheet, 500, with_governor=with_governor)
    (table,) = recognise(read_book(save(book, tmp_path)), Setting()).tables
    assert (table.name, table.year) == ("SIPD-17", 2027)
    letters = {key: column.letters for key, column in table.columns.items()}
    assert letters["pagu"] == "I"
    assert (letters["pagu_maju"], letters["penanggung_jawab"]) == (
        ("Q", "R") if with_governor else ("P", "Q")
    )
    assert shorten_findings(find_findings(book, tmp_path)) == []


@pytest.mark.parametrize("is_one_row", [True, False], ids=["beside the name", "below the name"])
def test_what_the_form_leaves_blank_is_not_asked_for(is_one_row: bool, tmp_path: Path) -> None:
    book, sheet = build_book()
    write_heads(sheet, TITLE_LINES)
    write_plan(sheet, 500, is_one_row=is_one_row)
    assert shorten_findings(find_findings(book, tmp_path)) == []
    row = 10 if is_one_row else 11
    for cell in (f"J{row}", f"K{row}", f"O{row}", f"H{row}"):
        sheet[cell] = None
    assert sorted(shorten_findings(find_findings(book, tmp_path))) == [
        ("IND002", f"H{row}"),
        ("ISI001", f"J{row}"),
        ("ISI001", f"K{row}"),
    ]


def test_a_wrong_total_of_the_form_is_found(tmp_path: Path) -> None:
    book, sheet = build_book()
    write_heads(sheet, TITLE_LINES)
    write_plan(sheet, 500, is_one_row=False)
    last = sheet.max_row
    sheet.cell(last, 2).value = "Jumlah Dinas Kesehatan"
    sheet.cell(last, 9).value = 1400
    (found,) = find_findings(book, tmp_path)
    assert (found.code, found.cell, found.expected) == ("JML004", f"I{last}", 1500)


def test_blocks_of_sub_units_with_the_same_head_are_one_kind_of_table(tmp_path: Path) -> None:
    book, sheet = build_book()
    units = ["Dinas Kesehatan", *(f"Puskesmas {name}" for name in ("Lais", "Air Lais", "Kerkap"))]
    for number, unit in enumerate(units):
        titles = [TITLE_LINES] if not number else []
        write_heads(sheet, *titles, f"Sub Unit Organisasi : 1.02.0.00.0.00.01.{number:04} {unit}")
        write_plan(sheet, 500 + number)
        sheet.append([])
    work = recognise(read_book(save(book, tmp_path)), Setting())
    assert [table.name for table in work.tables] == ["SIPD-17"] * len(units)
    assert [table.rows[0].unit.name for table in work.tables if table.rows[0].unit] == [
        unit.casefold() for unit in units
    ]
    assert shorten_findings(find_findings(book, tmp_path)) == []
