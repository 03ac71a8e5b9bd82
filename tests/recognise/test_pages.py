"""Printed pages: heads repeated whole or in part, page labels, sums carried to the next page."""

from __future__ import annotations

import pytest

from rules.document import Lembar as Suntingan
from rules.document import posisi, sel, tertulis, tertulis_benar
from selaras.engine.run import check_book
from selaras.model.row import Jenis
from selaras.model.setting import Setting
from selaras.recognise import recognise
from selaras.recognise.pages import label_halaman, teks_pindahan

from .picture import Lembar, di_memori, gambar, satu

_KEPALA = """Kode | Program/Kegiatan/Sub Kegiatan | Indikator | Rencana Tahun 2024 | < | < | <
^ | ^ | ^ | Lokasi | Target | Pagu Indikatif (Rp) | Sumber Dana
1 | 2 | 3 | 4 | 5 | 6 | 7"""
_JUDUL = "Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun 2024 (T-C.33)"
_SATU = """2.17.01 | Program A | Nilai A | Kota | 80 | 300 | APBD
2.17.01.2.01 | Kegiatan A | Nilai B | Kota | 80 | 300 | APBD
2.17.01.2.01.01 | Sub A | Nilai C | Kota | 80 | 100 | APBD"""
_DUA = """2.17.01.2.01.02 | Sub B | Nilai D | Kota | 80 | 200 | APBD
 | TOTAL | | | | 300 | """


@pytest.mark.parametrize(
    "again",
    [
        _KEPALA,
        "1 | 2 | 3 | 4 | 5 | 6 | 7",
        "(1) | (2) | (3) | (4) | (5) | (6) | (7)",
        " | | | Lokasi | Target | Pagu Indikatif (Rp) | Sumber Dana",
        " | Halaman 2 dari 5\n" + _KEPALA,
        " | Lanjutan Tabel T-C.33\n | | | Lokasi | Target | Pagu Indikatif (Rp) | Sumber Dana",
        _JUDUL + "\n" + _KEPALA,
        "- 2 -",
        " | Tabel 2.5 (Lanjutan)",
    ],
)
def test_a_page_break_leaves_one_table(again: str) -> None:
    text = f"{_JUDUL}\n{_KEPALA}\n{_SATU}\n{again}\n{_DUA}"
    table = satu(recognise(di_memori(Lembar("Lembar1", gambar(text))), Setting()), "T-C.33")
    assert [(row.jenis, row.nama) for row in table.rows] == [
        *((Jenis.POKOK, name) for name in ("Program A", "Kegiatan A", "Sub A", "Sub B")),
        (Jenis.TOTAL, "TOTAL"),
    ]


def test_another_title_begins_another_table() -> None:
    other = "Tabel 4.1 Rencana Kerja dan Pendanaan"
    text = f"{_JUDUL}\n{_KEPALA}\n{_SATU}\n{_DUA}\n\n{other}\n{_KEPALA}\n{_SATU}\n{_DUA}"
    work = recognise(di_memori(Lembar("Lembar1", gambar(text))), Setting())
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
    assert teks_pindahan(label)


@pytest.mark.parametrize(
    "label",
    [
        *("Jumlah", "TOTAL", "Jumlah Program A", "Pemindahan arsip", "2024", "-"),
        *("Jumlah halaman buku yang dicetak", "Halaman kantor", "Penataan halaman"),
    ],
)
def test_other_labels_are_none(label: str) -> None:
    assert not teks_pindahan(label)
    assert not label_halaman((label,)) or label == "-"


def test_a_page_label_says_nothing_else() -> None:
    assert label_halaman(("Halaman 2 dari 5",))
    assert label_halaman((None, "Lanjutan Tabel T-C.33"))
    assert not label_halaman(("Lanjutan pembangunan pasar",))
    assert not label_halaman(("Halaman 2", 5.0, "x"))


def test_carried_sums_are_a_kind_of_their_own() -> None:
    for table in recognise(tertulis("halaman").book, Setting()).tables:
        if table.name in ("T-C.33", "Tabel 4.1"):
            carried = list(table.rows_of_kind(Jenis.PINDAHAN))
            assert len(carried) >= 6
            assert {row.jumlah("pagu") is None for row in carried} == {False}
            assert not list(table.rows_of_kind(Jenis.YATIM))


@pytest.mark.parametrize("table", ["Tabel 2.1", "T-C.33"])
def test_a_wrong_carried_sum_is_found_at_its_cell(table: str) -> None:
    asal = tertulis_benar("halaman")
    for found in recognise(asal.book, Setting()).tables:
        if found.name != table:
            continue
        column = found.kolom_uang[0]
        for row in found.rows_of_kind(Jenis.PINDAHAN):
            right = row.jumlah(column.key)
            assert isinstance(right, int)
            place, cell = row.place(column.key), posisi(row.cell(column.key))
            sheet = next(one for one in asal.book.sheets if one.name == place.sheet)
            edited = Suntingan(sheet)
            edited.rows[edited.indeks(cell[0])][1][cell[1] - 1] = float(right + 9_000)
            sheets = [edited.sheet_baru() if one is sheet else one for one in asal.book.sheets]
            report = check_book(asal.book._replace(sheets=tuple(sheets)), Setting())
            wrong = [f for f in report.findings if f.severity == "error"]
            assert [(f.code, sel(f), f.expected) for f in wrong] == [("JML004", place, right)]


def test_the_number_of_a_page_is_no_rincian() -> None:
    """A foot that names the document in the code column, and the page below the amounts."""
    foot = "Rencana Kerja Tahun 2024 Kota Rawa | | | | | 30 | "
    text = f"{_JUDUL}\n{_KEPALA}\n{_SATU}\n{foot}\n{_KEPALA}\n{_DUA}"
    findings = check_book(di_memori(Lembar("S", gambar(text))), Setting()).findings
    assert [f.code for f in findings if f.severity == "error"] == []


@pytest.mark.parametrize(
    "lines",
    [
        " | | | | | | Kepala Bidang\n\n | | | | | | NIP. 19700101 199503 1 001",
        " | Catatan: angka sementara\n | | | | Mengetahui,\n | | | | Kepala Dinas\n"
        " | | | | Budi, S.Sos\n | | | | NIP. 19700101 199503 1 001",
    ],
)
@pytest.mark.parametrize("head", ["", _KEPALA])
def test_a_signature_in_the_middle_ends_no_table(lines: str, head: str) -> None:
    text = f"{_JUDUL}\n{_KEPALA}\n{_SATU}\n{lines}\n{head}\n{_DUA}\n{lines}"
    table = satu(recognise(di_memori(Lembar("Lembar1", gambar(text))), Setting()), "T-C.33")
    kinds = (Jenis.POKOK, Jenis.TOTAL)
    assert [row.nama for row in table.rows if row.jenis in kinds] == [
        "Program A",
        "Kegiatan A",
        "Sub A",
        "Sub B",
        "TOTAL",
    ]
