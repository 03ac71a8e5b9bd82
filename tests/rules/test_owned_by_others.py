"""LBR010: whose a table is, by its title; precise about what is the same under another spelling."""

from __future__ import annotations

import pytest

from selaras.engine.run import check_book
from selaras.model.book import Sheet
from selaras.model.setting import Opd, Pemda, Setting
from selaras.rules.lbr._owner import Owner, is_same, read_agency, read_code, read_government

from .document import EditableSheet, open_corrected


def agency(text: str) -> Owner:
    found = read_agency(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dinas Koperasi dan UM", "DINAS KOPERASI DAN USAHA MIKRO KABUPATEN MOJOKERTO"),
        ("Dinas Koperasi & Usaha Mikro", "Dinas Koperasi dan Usaha Mikro Tahun 2024"),
        ("Dinas PU dan Penataan Ruang", "Dinas Pekerjaan Umum dan Penataan Ruang"),
        ("Dinas Pendidikan", "Dinas Pendidikan dan Kebudayaan Kota Batu"),
        ("Badan Perencanaan Pembangunan Daerah", "Badan Perencanan Pembangunan Daerah"),
        ("Nama OPD: Dinas Sosial", "RENJA DINAS SOSIAL"),
        ("Dinas Kop. dan UM", "Dinas Koperasi dan Usaha Mikro"),
    ],
)
def test_spellings_of_one_agency(one: str, other: str) -> None:
    assert is_same(agency(one), agency(other))
    assert is_same(agency(other), agency(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dinas Koperasi dan Usaha Mikro", "Dinas Perikanan"),
        ("Dinas Kesehatan", "Dinas Pendidikan"),
        ("Badan Pendapatan Daerah", "Badan Kepegawaian Daerah"),
        ("Kecamatan Sooko", "Kecamatan Puri"),
        ("Dinas Sosial", "Badan Sosial"),
    ],
)
def test_agencies_that_differ(one: str, other: str) -> None:
    assert not is_same(agency(one), agency(other))


def test_units_and_texts_name_no_agency() -> None:
    for text in ("UPTD Puskesmas Lais", "Rencana Kerja Perangkat Daerah", "Dinas", "kedinasan"):
        assert read_agency(text) is None
    assert read_government("Kabupaten/Kota") is None
    found = read_government("Dinas Sosial Kabupaten Bengkulu Utara Provinsi Bengkulu Tahun 2026")
    assert found is not None
    assert (found.kind, found.words) == ("kabupaten", ("bengkulu", "utara"))
    one, other = (read_code(f"1.02.0.00.0.00.01.{n}") for n in ("0000", "0004"))
    assert one is not None
    assert other is not None
    assert is_same(one, other)


def titled(
    name: str, old: str, new: str, only: tuple[str, ...] = ()
) -> tuple[list[tuple[str, str | None]], str]:
    """What LBR010 says when the words of a table's title are exchanged, and the title's cell.

    With `only`, the workbook has no other sheets.
    """
    book = open_corrected("asli").book
    sheets: list[Sheet] = []
    cell = ""
    for sheet in book.sheets:
        if only and sheet.name not in only:
            continue
        copy = EditableSheet(sheet)
        for number, (_, values) in enumerate(copy.rows[:6], 1):
            for column, value in enumerate(values):
                if sheet.name == name and isinstance(value, str) and old in value:
                    values[column] = value.replace(old, new)
                    cell = f"{'ABCDEFGH'[column]}{number}"
        sheets.append(copy.build_sheet())
    report = check_book(book._replace(sheets=tuple(sheets)), Setting())
    return [(f.sheet, f.cell) for f in report.findings if f.code == "LBR010"], cell


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("T-C.30", "Koperasi dan Usaha Mikro", "Perikanan"),
        ("T-C.32", "Kabupaten Mojokerto", "Kota Mojokerto"),
        ("Tabel 4.1", "Kabupaten Mojokerto", "Kabupaten Jombang"),
        ("T-C.32", "Tahun 2024", "Tahun 2022"),
    ],
)
def test_a_title_of_others_is_named_at_its_cell(name: str, old: str, new: str) -> None:
    found, cell = titled(name, old, new)
    assert cell
    assert found == [(name, cell)]


@pytest.mark.parametrize("name", ["T-C.33", "Tabel 4.1", "T-C.31"])
def test_two_of_three_tables_tell_whose_the_third_is_not(name: str) -> None:
    only = ("T-C.33", "Tabel 4.1", "T-C.31")
    found, cell = titled(name, "Koperasi dan Usaha Mikro", "Perikanan", only)
    assert found == [(name, cell)]
    # Of two, neither tells which is right.
    assert titled(name, "Koperasi", "Perikanan", (name, "T-C.30"))[0] == []


def test_the_same_agency_in_other_words_is_no_finding() -> None:
    assert titled("T-C.30", "Koperasi dan Usaha Mikro", "Koperasi & UM")[0] == []
    assert titled("T-C.30", "Kabupaten Mojokerto", "Kab. Mojokerto")[0] == []
    assert titled("T-C.30", "Mojokerto", "Mojokerto")[0] == []


def test_settings_say_whose_the_workbook_is() -> None:
    book = open_corrected("asli").book
    other = Setting(opd=Opd(name="Dinas Perikanan"), pemda=Pemda(name="Kabupaten Mojokerto"))
    found = [f for f in check_book(book, other).findings if f.code == "LBR010"]
    assert len(found) >= 7
    assert {f.severity.value for f in found} == {"warning"}
    own = Setting(opd=Opd(name="Dinas Koperasi dan UM"), pemda=Pemda(name="Kab. Mojokerto"))
    assert [f for f in check_book(book, own).findings if f.code == "LBR010"] == []


def test_several_agencies_by_design_are_no_finding() -> None:
    book = open_corrected("asli").book
    names = ("Sosial", "Kesehatan", "Perikanan", "Pendidikan")
    sheets = []
    for number, sheet in enumerate(book.sheets):
        copy = EditableSheet(sheet)
        for _, values in copy.rows[:6]:
            for column, value in enumerate(values):
                if isinstance(value, str):
                    values[column] = value.replace("Koperasi dan Usaha Mikro", names[number % 4])
        sheets.append(copy.build_sheet())
    report = check_book(book._replace(sheets=tuple(sheets)), Setting())
    assert [f for f in report.findings if f.code == "LBR010"] == []
