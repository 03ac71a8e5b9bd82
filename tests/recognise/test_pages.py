"""Printed pages: heads repeated whole or in part, page labels, sums carried to the next page."""

from __future__ import annotations

import pytest

from rules.document import EditableSheet as EditedSheet
from rules.document import find_cell, open_corrected, open_written, parse_address
from selaras.engine.run import check_book
from selaras.model.row import RowKind
from selaras.model.setting import Setting
from selaras.recognise import recognise
from selaras.recognise.pages import is_carried_label, is_page_label

from .picture import DrawnSheet, build_in_memory, only_table, read_picture

_HEAD = """Kode | Program/Kegiatan/Sub Kegiatan | Indikator | Rencana Tahun 2024 | < | < | <
^ | ^ | ^ | Lokasi | Target | Pagu Indikatif (Rp) | Sumber Dana
1 | 2 | 3 | 4 | 5 | 6 | 7"""
_TITLE = "Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun 2024 (T-C.33)"
_FIRST_PAGE = """2.17.01 | Program A | Nilai A | Kota | 80 | 300 | APBD
2.17.01.2.01 | Kegiatan A | Nilai B | Kota | 80 | 300 | APBD
2.17.01.2.01.01 | Sub A | Nilai C | Kota | 80 | 100 | APBD"""
_SECOND_PAGE = """2.17.01.2.01.02 | Sub B | Nilai D | Kota | 80 | 200 | APBD
 | TOTAL | | | | 300 | """


@pytest.mark.parametrize(
    "again",
    [
        _HEAD,
        "1 | 2 | 3 | 4 | 5 | 6 | 7",
        "(1) | (2) | (3) | (4) | (5) | (6) | (7)",
        " | | | Lokasi | Target | Pagu Indikatif (Rp) | Sumber Dana",
        " | Halaman 2 dari 5\n" + _HEAD,
        " | Lanjutan Tabel T-C.33\n | | | Lokasi | Target | Pagu Indikatif (Rp) | Sumber Dana",
        _TITLE + "\n" + _HEAD,
        "- 2 -",
        " | Tabel 2.5 (Lanjutan)",
    ],
)
def test_a_page_break_leaves_one_table(again: str) -> None:
    text = f"{_TITLE}\n{_HEAD}\n{_FIRST_PAGE}\n{again}\n{_SECOND_PAGE}"
    table = only_table(
        recognise(build_in_memory(DrawnSheet("Lembar1", read_picture(text))), Setting()), "T-C.33"
    )
    assert [(row.kind, row.name) for row in table.rows] == [
        *((RowKind.MAIN, name) for name in ("Program A", "Kegiatan A", "Sub A", "Sub B")),
        (RowKind.TOTAL, "TOTAL"),
    ]


def test_another_title_begins_another_table() -> None:
    other = "Tabel 4.1 Rencana Kerja dan Pendanaan"
    pages = f"{_HEAD}\n{_FIRST_PAGE}\n{_SECOND_PAGE}"
    text = f"{_TITLE}\n{pages}\n\n{other}\n{pages}"
    work = recognise(build_in_memory(DrawnSheet("Lembar1", read_picture(text))), Setting())
    assert [table.name for table in work.tables] == ["T-C.33", "Tabel 4.1"]


@pytest.mark.parametrize(
    "label",
    [
        *("Jumlah dipindahkan", "Jumlah Pindahan", "PINDAHAN", "Saldo pindahan", "Dipindahkan"),
        *("Jumlah s.d. halaman ini", "Jumlah s/d halaman 3", "Jumlah halaman ini"),
        *("Jumlah yang dipindahkan ke halaman berikutnya", "Pindahan dari halaman 2 :"),
        *("Jumlah sampai dengan halaman sebelumnya", "Sub Jumlah Halaman Ini"),
    ],
)
def test_carried_sums_by_their_label(label: str) -> None:
    assert is_carried_label(label)


@pytest.mark.parametrize(
    "label",
    [
        *("Jumlah", "TOTAL", "Jumlah Program A", "Pemindahan arsip", "2024", "-"),
        *("Jumlah halaman buku yang dicetak", "Halaman kantor", "Penataan halaman"),
    ],
)
def test_other_labels_are_none(label: str) -> None:
    assert not is_carried_label(label)
    assert not is_page_label((label,)) or label == "-"


def test_a_page_label_says_nothing_else() -> None:
    assert is_page_label(("Halaman 2 dari 5",))
    assert is_page_label((None, "Lanjutan Tabel T-C.33"))
    assert not is_page_label(("Lanjutan pembangunan pasar",))
    assert not is_page_label(("Halaman 2", 5.0, "x"))


def test_carried_sums_are_a_kind_of_their_own() -> None:
    for table in recognise(open_written("halaman").book, Setting()).tables:
        if table.name in ("T-C.33", "Tabel 4.1"):
            carried = list(table.rows_of_kind(RowKind.CARRIED_OVER))
            assert len(carried) >= 6
            assert {row.amount("pagu") is None for row in carried} == {False}
            assert not list(table.rows_of_kind(RowKind.ORPHAN))


@pytest.mark.parametrize("table", ["Tabel 2.1", "T-C.33"])
def test_a_wrong_carried_sum_is_found_at_its_cell(table: str) -> None:
    origin = open_corrected("halaman")
    for found in recognise(origin.book, Setting()).tables:
        if found.name != table:
            continue
        column = found.money_columns[0]
        for row in found.rows_of_kind(RowKind.CARRIED_OVER):
            right = row.amount(column.key)
            assert isinstance(right, int)
            place, cell = row.place(column.key), parse_address(row.cell(column.key))
            sheet = next(one for one in origin.book.sheets if one.name == place.sheet)
            edited = EditedSheet(sheet)
            edited.rows[edited.find_index(cell[0])][1][cell[1] - 1] = float(right + 9_000)
            sheets = [edited.build_sheet() if one is sheet else one for one in origin.book.sheets]
            report = check_book(origin.book._replace(sheets=tuple(sheets)), Setting())
            wrong = [f for f in report.findings if f.severity == "error"]
            assert [(f.code, find_cell(f), f.expected) for f in wrong] == [("JML004", place, right)]


def test_the_number_of_a_page_is_no_rincian() -> None:
    """A foot that names the document in the code column, and the page below the amounts."""
    foot = "Rencana Kerja Tahun 2024 Kota Rawa | | | | | 30 | "
    text = f"{_TITLE}\n{_HEAD}\n{_FIRST_PAGE}\n{foot}\n{_HEAD}\n{_SECOND_PAGE}"
    findings = check_book(build_in_memory(DrawnSheet("S", read_picture(text))), Setting()).findings
    assert [f.code for f in findings if f.severity == "error"] == []


@pytest.mark.parametrize(
    "lines",
    [
        " | | | | | | Kepala Bidang\n\n | | | | | | NIP. 19700101 199503 1 001",
        " | Catatan: angka sementara\n | | | | Mengetahui,\n | | | | Kepala Dinas\n"
        " | | | | Budi, S.Sos\n | | | | NIP. 19700101 199503 1 001",
    ],
)
@pytest.mark.parametrize("head", ["", _HEAD])
def test_a_signature_in_the_middle_ends_no_table(lines: str, head: str) -> None:
    text = f"{_TITLE}\n{_HEAD}\n{_FIRST_PAGE}\n{lines}\n{head}\n{_SECOND_PAGE}\n{lines}"
    table = only_table(
        recognise(build_in_memory(DrawnSheet("Lembar1", read_picture(text))), Setting()), "T-C.33"
    )
    kinds = (RowKind.MAIN, RowKind.TOTAL)
    assert [row.name for row in table.rows if row.kind in kinds] == [
        "Program A",
        "Kegiatan A",
        "Sub A",
        "Sub B",
        "TOTAL",
    ]
