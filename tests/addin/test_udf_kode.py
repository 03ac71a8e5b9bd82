"""Codes in cells: forms, levels, parents, split columns, checks and official names."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from selaras.nomenklatur.entry import KodeEntry, PlanYears, Rincian
from selaras.nomenklatur.keys import encode_kode
from selaras.nomenklatur.store import ListStore, NewList
from selaras.values.kode_reading import read_kode

from .excel import MISSING, NA, REF, Excel, open_excel


@pytest.fixture(scope="module")
def xl() -> Iterator[Excel]:
    with open_excel() as found:
        yield found


@pytest.mark.parametrize(
    ("written", "canonical", "level", "parent"),
    [
        ("2", "2", "urusan", ""),
        (2.0, "2", "urusan", ""),
        ("2.17", "2.17", "bidang urusan", "2"),
        (2.17, "2.17", "bidang urusan", "2"),
        (1.02, "1.02", "bidang urusan", "1"),
        ("2.17.1", "2.17.01", "program", "2.17"),
        ("2-17-01", "2.17.01", "program", "2.17"),
        ("x.xx.01", "X.XX.01", "program", "X.XX"),
        ("2 17 1 2 1", "2.17.01.2.01", "kegiatan", "2.17.01"),
        ("2.17.01.02.01", "2.17.01.2.01", "kegiatan", "2.17.01"),
        ("2.17.01.2.01.01.", "2.17.01.2.01.01", "sub kegiatan", "2.17.01.2.01"),
        ("2.17.01.2.01.0001", "2.17.01.2.01.0001", "sub kegiatan", "2.17.01.2.01"),
        ("2.17.O1", "2.17.01", "program", "2.17"),
        (Decimal("2.17"), "2.17", "bidang urusan", "2"),
    ],
)
def test_codes_in_all_their_forms(
    xl: Excel, written: Any, canonical: str, level: str, parent: str
) -> None:
    assert xl.call_cell("SELARAS_KODE", written) == canonical
    assert xl.call_cell("SELARAS_TINGKAT", written) == level
    assert xl.call_cell("SELARAS_INDUK", written) == parent


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (2.1, "Kode “2.1” tersimpan sebagai angka; mungkin maksudnya 2.10."),
        (
            datetime.datetime(2026, 2, 1),
            "Kode “2026-02-01” tersimpan sebagai tanggal; mungkin maksudnya 1.02.",
        ),
        (21701.0, "Kode “21701” mempunyai bagian dengan jumlah angka yang keliru."),
        (
            "2.17.01.2",
            "Kode “2.17.01.2” berhenti di angka kewenangan; nomor kegiatan sesudahnya (misalnya "
            "2.01) belum ditulis.",
        ),
        ("2.17.01\n2.17.02", "Kode “2.17.01 2.17.02” memuat lebih dari satu kode."),
        ("2.17.01;2.17.02", "Kode “2.17.01;2.17.02” memuat lebih dari satu kode."),
        ("1.2.3.4.5.6.7", "Kode “1.2.3.4.5.6.7” mempunyai terlalu banyak bagian."),
        (
            "2.17.3.30.0.00.01.0000",
            "“2.17.3.30.0.00.01.0000” kode perangkat daerah, bukan kode program.",
        ),
        ("Program Penunjang", "“Program Penunjang” bukan kode."),
        (True, "“True” bukan kode."),
        (NA, "Sel ini berisi galat #N/A."),
    ],
)
@pytest.mark.parametrize(
    "name", ["SELARAS_KODE", "SELARAS_TINGKAT", "SELARAS_INDUK", "SELARAS_NAMA"]
)
def test_what_is_no_code_is_said(xl: Excel, name: str, written: Any, said: str) -> None:
    more = [MISSING] if name == "SELARAS_NAMA" else []
    assert xl.call_cell(name, written, *more) == said


NAMED = (
    "2.17.01 PROGRAM PENUNJANG",
    "2.17.01.2.01 - Perencanaan",
    "2.17.01.2.01.0001\nPenyusunan Dokumen",
)


def test_the_name_after_a_code_is_passed_over(xl: Excel) -> None:
    codes = ["2.17.01", "2.17.01.2.01", "2.17.01.2.01.0001"]
    assert xl.call_column("SELARAS_KODE", list(NAMED)) == codes
    assert xl.call_column("SELARAS_TINGKAT", list(NAMED)) == ["program", "kegiatan", "sub kegiatan"]
    assert xl.call_column("SELARAS_PERIKSA_KODE", list(NAMED)) == ["", "", ""]
    amounts = [50.0, 70.0, 70.0]
    assert xl.call_column("SELARAS_SUBTOTAL", list(NAMED), amounts) == [70.0, 70.0, 70.0]
    assert xl.call_column("SELARAS_SELISIH", list(NAMED), amounts) == [-20.0, 0.0, 0.0]
    other = tuple((name,) for name in NAMED), tuple((amount,) for amount in amounts)
    assert xl.call_cell("SELARAS_COCOK", "2.17.01.2.1.1", *other) == 70.0


def test_what_is_wrong_with_a_code_before_a_name_is_said(xl: Excel) -> None:
    column = ["2.17.01 PROGRAM PENUNJANG", "2.17.01.02.01 Perencanaan", "2.17.01.2 Perencanaan"]
    assert xl.call_column("SELARAS_PERIKSA_KODE", column) == [
        "",
        "Bentuk: menulis kewenangan dengan dua angka (02), seharusnya satu (2); "
        "seharusnya 2.17.01.2.01.",
        FORM,
    ]


@pytest.mark.parametrize(
    "text",
    ["1.1.2 Latar belakang", "1.25 juta", "4 Penyusunan", "PROGRAM 2.17.01"],
)
def test_a_text_that_only_begins_like_a_code_is_none(xl: Excel, text: str) -> None:
    assert xl.call_cell("SELARAS_KODE", text) == f"“{text}” bukan kode."


@pytest.mark.parametrize(
    "text",
    ["2.17.01 PROGRAM A\n2.17.02 PROGRAM B", "2.17.01\nPROGRAM A\n2.17.02\nPROGRAM B"],
)
def test_two_codes_with_names_in_one_cell_are_not_taken_for_the_first(xl: Excel, text: str) -> None:
    written = " ".join(text.split())
    assert xl.call_cell("SELARAS_KODE", text) == f"Kode “{written}” memuat lebih dari satu kode."


# Split over columns

SPLIT = (
    (2.0, 17.0, 1.0, None, None, None),
    (2.0, 17.0, 1.0, 2.0, 1.0, None),
    ("2", "17", "01", "2", "01", "0001"),
    (None, None, None, None, None, None),
    (None, None, None, None, None, 7.0),  # merged cells leave only the lower parts
    ("TOTAL PAGU", None, None, None, None, None),
    (2.0, REF, 1.0, None, None, None),
)


def test_split_codes_are_joined_row_by_row(xl: Excel) -> None:
    assert xl.call("SELARAS_KODE", SPLIT) == [
        ["2.17.01"],
        ["2.17.01.2.01"],
        ["2.17.01.2.01.0001"],
        [""],
        ["2.17.01.2.01.07"],
        ["“TOTAL PAGU” bukan kode."],
        ["Sel ini berisi galat #REF!."],
    ]


@pytest.mark.parametrize("row", [0, 1, 2, 3, 5, 6])
def test_one_split_row_is_one_code(xl: Excel, row: int) -> None:
    assert xl.call("SELARAS_KODE", (SPLIT[row],)) == [xl.call("SELARAS_KODE", SPLIT)[row]]


def test_rows_of_dashes_are_blank(xl: Excel) -> None:
    rows = (("2", "17", "01"), ("-", "-", "-"), (None, "–", None))
    assert xl.call("SELARAS_KODE", rows) == [["2.17.01"], [""], [""]]
    assert xl.call("SELARAS_PERIKSA_KODE", rows) == [[""], [""], [""]]


def test_codes_with_names_may_step_to_the_right(xl: Excel) -> None:
    rows = (("2.17.01 PROGRAM PENUNJANG", "-"), ("-", "2.17.01.2.01 Perencanaan"))
    assert xl.call("SELARAS_KODE", rows) == [["2.17.01"], ["2.17.01.2.01"]]
    assert xl.call("SELARAS_SUBTOTAL", rows, ((1.0,), (2.0,))) == [[2.0], [2.0]]


def test_kegiatan_spoken_together_with_kewenangan(xl: Excel) -> None:
    assert xl.call("SELARAS_KODE", ((2.0, 17.0, 1.0, "2.01"),)) == [["2.17.01.2.01"]]


def test_a_row_of_whole_codes_is_no_split_code(xl: Excel) -> None:
    row = ("2", "2.17", "2.17.01", "2.17.01.2.01")
    assert xl.call("SELARAS_KODE", (row,)) == [list(row)]


SPOKEN = (
    ("2", "17", "01", None, None),
    ("2", "17", "01", "2.01", None),
    ("2", "17", "01", "2.01", "0001"),
    (None, None, None, "2.02", None),
    (None, None, None, None, "0003"),
    ("2", "17", "01", "2.02", "0004"),
    ("2", "17", "01", "2.02", "0005"),
)


@pytest.mark.parametrize(
    ("rows", "codes"),
    [
        (
            SPOKEN,
            [
                *("2.17.01", "2.17.01.2.01", "2.17.01.2.01.0001", "2.17.01.2.02"),
                *("2.17.01.2.02.0003", "2.17.01.2.02.0004", "2.17.01.2.02.0005"),
            ],
        ),
        (((2.0, 17.0, 1.0, 2.01, 1.0),) * 2, ["2.17.01.2.01.01"] * 2),
        (
            (
                ("2.17", "01", None, None),
                ("2.17", "01", "2.01", None),
                ("2.17", "01", "2.01", "0001"),
                (None, None, "2.02", None),
                (None, None, None, "0003"),
                (None, "02", None, None),
            ),
            [
                *("2.17.01", "2.17.01.2.01", "2.17.01.2.01.0001"),
                *("2.17.01.2.02", "2.17.01.2.02.0003", "2.17.02"),
            ],
        ),
        (((2.17, 1.0, None, None), (2.17, 1.0, 2.01, 1.0)), ["2.17.01", "2.17.01.2.01.01"]),
        ((("2.17", "01"), ("2.17", "02")), ["2.17.01", "2.17.02"]),
        (
            # A blank column keeps the kewenangan apart.
            (
                ("2", "17", "01", None, None, None, None),
                ("2", "17", "01", None, "2", "01", None),
                ("2", "17", "01", None, "2", "01", "0001"),
            ),
            ["2.17.01", "2.17.01.2.01", "2.17.01.2.01.0001"],
        ),
        (
            # Each level has a column of its own.
            (("2.17.01", "-", "-"), ("-", "2.17.01.2.01", "-"), ("-", "-", "2.17.01.2.01.0001")),
            ["2.17.01", "2.17.01.2.01", "2.17.01.2.01.0001"],
        ),
        (
            (("2", None, None), ("2", "2.17", None), ("2", "2.17", "2.17.01")),
            ["2", "2.17", "2.17.01"],
        ),
    ],
)
def test_split_codes_in_other_forms(
    xl: Excel, rows: tuple[tuple[Any, ...], ...], codes: list[str]
) -> None:
    assert xl.call("SELARAS_KODE", rows) == [[code] for code in codes]
    amounts = tuple((float(place),) for place in range(len(rows)))
    for name in ("SELARAS_SUBTOTAL", "SELARAS_SELISIH"):
        by_code = xl.call_column(name, codes, [amount for (amount,) in amounts])
        assert xl.call(name, rows, amounts) == [[one] for one in by_code]
    said = xl.call_column("SELARAS_PERIKSA_KODE", codes)
    assert xl.call("SELARAS_PERIKSA_KODE", rows) == [[one] for one in said]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (("2", "17", "01", "2.01", "0005"), "2.17.01.2.01.0005"),
        ((2.0, 17.0, 1.0, 2.01, 1.0), "2.17.01.2.01.01"),
        (("2.17", "01"), "2.17.01"),
        (("2.17", "01", "2.01", "0001"), "2.17.01.2.01.0001"),
        ((2.17, 1.0, 2.01, 1.0), "2.17.01.2.01.01"),
        (("2.17.01", "2.01", "0001"), "2.17.01.2.01.0001"),
        (("2.17.01.2.01", "0001"), "2.17.01.2.01.0001"),
        (("2", "17", "01", "-", "-", "-"), "2.17.01"),
        (("2", "17", "O1", None, None, None), "2.17.01"),
        ((2.0, 17.0, 1.0, None, 2.0, 1.0, 1.0), "2.17.01.2.01.01"),
        (
            ("2", "17", "01", datetime.datetime(2026, 1, 2), None, None),
            "Kode “2 17 01 2026-01-02” tersimpan sebagai tanggal; mungkin maksudnya 2.17.01.2.01.",
        ),
        ((None,) * 7, ""),
    ],
)
def test_one_row_of_a_split_code_fills_one_cell(xl: Excel, row: tuple[Any, ...], code: str) -> None:
    assert xl.call("SELARAS_KODE", (row,)) == [[code]]


@pytest.mark.parametrize(
    "row",
    [
        ("2.17.01", "2.17.02", "2.17.03"),
        ("2.17", "2.18"),
        ("2.17", "2.18", "2.19"),
        ("2.17.01.2.01", "2.17.01.2.02"),
        ("2.17.01", "2"),
        ("2.17.01.2.01", "2"),
        ("2.17.01", "2.17"),
        ("2.17.01", "2.17.02.2.01"),
    ],
)
def test_whole_codes_across_stay_a_row(xl: Excel, row: tuple[str, ...]) -> None:
    assert xl.call("SELARAS_KODE", (row,)) == [list(row)]


def test_the_amount_of_a_code_spoken_in_one_cell_is_found(xl: Excel) -> None:
    amounts = tuple((float(place),) for place in range(len(SPOKEN)))
    assert xl.call("SELARAS_COCOK", (SPOKEN[2],), SPOKEN, amounts) == [[2.0]]


# Checks

FORM = (
    "Bentuk: berhenti di angka kewenangan; nomor kegiatan sesudahnya (misalnya 2.01) belum ditulis."
)


@pytest.mark.parametrize(
    ("column", "said"),
    [
        (["2.17.01", "2.17.01.2.01", "2.17.01.2.01.0001"], ["", "", ""]),
        (["Kode", "2.17.01", None, "Rincian :", "2.17.02", "TOTAL PAGU"], [""] * 6),
        (["2.17.01", "2.17.01.2"], ["", FORM]),
        (
            ["2.17.01", "2.17.01.02.01"],
            [
                "",
                "Bentuk: menulis kewenangan dengan dua angka (02), seharusnya satu (2); "
                "seharusnya 2.17.01.2.01.",
            ],
        ),
        ([2.1, "2.10.02"], ["Bentuk: tersimpan sebagai angka; mungkin maksudnya 2.10.", ""]),
        (
            ["2.17.01", "2.17.01.2.01", "2.17.01.2.02.01"],
            ["", "", "Induk: kegiatan 2.17.01.2.02 tidak ada."],
        ),
        (
            # Moved to the end: it stands under another parent, and out of order.
            ["2.17.01", "2.17.01.2.01", "2.17.01.2.02", "2.17.01.2.03", "2.17.01.2.01.01"],
            [
                *[""] * 4,
                "Induk: tidak berdiri di bawah induknya, kegiatan 2.17.01.2.01 di baris ke-2. "
                "Urutan: tidak pada urutannya; di atasnya 2.17.01.2.03.",
            ],
        ),
        (
            ["2.17.01", "2.17.02", "2.17.2", "2.17.03"],
            ["", "", "Ganda: sudah dipakai di baris ke-2.", ""],
        ),
        (
            ["2.17.01", "2.17.09", "2.17.02", "2.17.03"],
            ["", "Urutan: tidak pada urutannya; di bawahnya 2.17.02.", "", ""],
        ),
        (["2.17.01", "2.17.02;2.17.03"], ["", "Bentuk: memuat lebih dari satu kode."]),
        (["2.17.01", REF, "2.17.02"], ["", "Sel ini berisi galat #REF!.", ""]),
        (["2.17.01", "abc?", "2.17.02"], ["", "“abc?” bukan kode.", ""]),
        # Two agencies one below the other, each with its own program .01.
        (["7.01.01", "7.01.02", "Jumlah", "7.01.01", "7.01.02"], [""] * 5),
    ],
)
def test_what_is_wrong_with_a_column_of_codes(
    xl: Excel, column: list[Any], said: list[str]
) -> None:
    found = xl.call_column("SELARAS_PERIKSA_KODE", column)
    assert found == said
    across = xl.call("SELARAS_PERIKSA_KODE", (tuple(column),))
    assert across == [[one.replace("baris ke-", "sel ke-") for one in said]]


def test_split_codes_are_checked_as_well(xl: Excel) -> None:
    rows = ((2.0, 17.0, 1.0, None, None), (2.0, 17.0, 1.0, 2.0, None), (2.0, 17.0, 1.0, 2.0, 1.0))
    assert xl.call("SELARAS_PERIKSA_KODE", rows) == [[""], [FORM], [""]]


# Official names


def _store_list(name: str, *entries: tuple[str, str], year: PlanYears | None = None) -> None:
    found = []
    for kode, official in entries:
        read = read_kode(kode)
        assert read is not None
        assert read.kode is not None
        found.append((KodeEntry(read.kode, official), Rincian()))
    old, new = (read_kode(kode) for kode in ("2.17.09", "2.17.03"))
    assert old is not None
    assert new is not None
    assert old.kode is not None
    assert new.kode is not None
    successors = {encode_kode(old.kode): [encode_kode(new.kode)]}
    path = str(Path(os.environ["SELARAS_DATA"]) / "nomenklatur.sqlite")
    ListStore(path).add(NewList(name, year, "uji.csv", "", "2026-01-01", found, successors, 4))


@pytest.fixture
def stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SELARAS_DATA", str(tmp_path))
    _store_list("Daftar A", ("2.17.03", "PROGRAM PENGAWASAN"), ("X.XX.01", "PROGRAM PENUNJANG"))


@pytest.mark.usefixtures("stored")
def test_names_come_from_the_loaded_list_in_one_call(xl: Excel) -> None:
    column = ["2.17", "2.17.1", "2.17.03", None, "2.17.04", "2.17.09", "abc?", 2.1]
    assert xl.call_column("SELARAS_NAMA", column, MISSING) == [
        "URUSAN PEMERINTAHAN BIDANG KOPERASI, USAHA KECIL, DAN MENENGAH",
        "PROGRAM PENUNJANG",
        "PROGRAM PENGAWASAN",
        "",
        "2.17.04 tidak ada di nomenklatur Daftar A.",
        "2.17.09 sudah diganti 2.17.03.",
        "“abc?” bukan kode.",
        "Kode “2.1” tersimpan sebagai angka; mungkin maksudnya 2.10.",
    ]


@pytest.mark.usefixtures("stored")
def test_the_list_is_opened_once_and_again_when_it_was_changed(
    xl: Excel, monkeypatch: pytest.MonkeyPatch
) -> None:
    from selaras_addin.udf import kode as kode_module

    opened: list[int | None] = []
    real = kode_module.choose_list

    def choose_counted(name: str | None, year: int | None) -> object:
        opened.append(year)
        return real(name, year)

    monkeypatch.setattr(kode_module, "choose_list", choose_counted)
    for _ in range(3):
        assert xl.call_cell("SELARAS_NAMA", "2.17.03", MISSING) == "PROGRAM PENGAWASAN"
    assert opened == [None]
    _store_list("Daftar A", ("2.17.03", "PROGRAM PENGAWASAN KOPERASI"))
    assert xl.call_cell("SELARAS_NAMA", "2.17.03", MISSING) == "PROGRAM PENGAWASAN KOPERASI"
    assert opened == [None, None]


@pytest.mark.usefixtures("stored")
def test_the_year_tells_which_list_counts(xl: Excel) -> None:
    _store_list("Lama", ("2.17.03", "NAMA LAMA"), year=PlanYears(2021, 2022))
    assert xl.call_cell("SELARAS_NAMA", "2.17.03", 2021.0) == "NAMA LAMA"
    assert xl.call_cell("SELARAS_NAMA", "2.17.03", 2025.0) == "PROGRAM PENGAWASAN"
    assert xl.call_cell("SELARAS_NAMA", "2.17.03", "tahun?") == "Tahun harus angka, misalnya 2024."


@pytest.mark.usefixtures("stored")
def test_a_name_longer_than_an_array_takes_is_cut(xl: Excel) -> None:
    _store_list("Panjang", ("2.17.02", "A" * 255), ("2.17.03", "B" * 256))
    assert xl.call_column("SELARAS_NAMA", ["2.17.02", "2.17.03"], MISSING) == [
        "A" * 255,
        "B" * 252 + "...",
    ]


def test_without_a_list_only_what_is_built_in_is_known(xl: Excel) -> None:
    assert xl.call_column("SELARAS_NAMA", ["2.17", "2.17.03"], MISSING) == [
        "URUSAN PEMERINTAHAN BIDANG KOPERASI, USAHA KECIL, DAN MENENGAH",
        "Tidak diketahui: nomenklatur belum dimuat.",
    ]
