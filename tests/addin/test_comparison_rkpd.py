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
from selaras.values.text import Bahasa
from selaras_addin.comparison import renja_rkpd
from selaras_addin.comparison.content import Banding, Baris, Sel

Isi = Sequence[object]

#: Both halves of T-C.31 alike: name, indicator, target, amount.
OBAT = ("1.02.02 Program Kesehatan", "Angka kesembuhan", "80 %", 500)
TENAGA = ("1.02.03 Program SDM Kesehatan", "Rasio tenaga", "2 %", 200)
KOSONG = (None, None, None, None)
#: The same programs in the plan.
RENCANA_OBAT = ("1.02.02", "Program Kesehatan", "Angka kesembuhan", "80 %", 500)
RENCANA_TENAGA = ("1.02.03", "Program SDM Kesehatan", "Rasio tenaga", "2 %", 200)
#: Columns of the comparison.
KODE, NAMA, PAGU_RKPD, KEBUTUHAN, PAGU, SELISIH, KETERANGAN = 0, 1, 4, 7, 10, 11, 13


def bandingkan(
    tmp_path: Path,
    reviu: Sequence[tuple[Isi, Isi]],
    rencana: Sequence[Isi],
    bahasa: Bahasa = "id",
    setting: Setting | None = None,
) -> Banding:
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
    for number, (rkpd, renja) in enumerate(reviu, 1):
        named = rkpd[0] != "Jumlah" and (rkpd[0] or renja[0])
        sheet.append([number if named else None, *rkpd, *renja])
    if rencana:
        sheet = book.create_sheet("Rencana")
        sheet.append(["Rumusan Rencana Program dan Kegiatan Tahun 2026"])
        sheet.append(["Kode", "Program/Kegiatan", "Indikator", "Target", "Pagu Indikatif"])
        for row in rencana:
            sheet.append(list(row))
    path = tmp_path / "buku.xlsx"
    book.save(path)
    banding = renja_rkpd.bandingkan(recognise(read_book(str(path)), setting or Setting()), bahasa)
    assert isinstance(banding, Banding)
    return banding


def isi(row: Baris) -> list[object]:
    return [cell.nilai for cell in row.sel]


def beda(row: Baris) -> list[int]:
    return [index for index, cell in enumerate(row.sel) if cell.differs]


def test_what_agrees_is_beside_each_other_without_a_remark(tmp_path: Path) -> None:
    banding = bandingkan(tmp_path, [(OBAT, OBAT)], [RENCANA_OBAT])
    (row,) = banding.rows
    assert isi(row) == [
        *("1.02.02", "Program Kesehatan"),
        *("Angka kesembuhan", "80 %", 500),
        *("Angka kesembuhan", "80 %", 500),
        *("Angka kesembuhan", "80 %", 500),
        *(0, None, None),
    ]
    assert beda(row) == []
    places = (row.sel[NAMA].asal, row.sel[PAGU_RKPD].asal, row.sel[KEBUTUHAN].asal)
    assert places == (Place("Reviu", "F4"), Place("Reviu", "E4"), Place("Reviu", "I4"))
    assert row.sel[PAGU].asal == Place("Rencana", "E3")


def test_without_a_plan_only_the_halves_are_compared_and_that_is_said(tmp_path: Path) -> None:
    more = (*OBAT[:3], 650)
    banding = bandingkan(tmp_path, [(OBAT, more)], [])
    assert [line.id for line in banding.remarks] == [
        "Tidak ada tabel rencana (T-C.33 atau bentuk SIPD); hanya kedua paruh T-C.31 yang "
        "dibandingkan."
    ]
    assert {column.grup.id for column in banding.kolom[8:11]} == {"Rencana (T-C.33)"}
    (row,) = banding.rows
    assert isi(row)[:2] == ["1.02.02", "Program Kesehatan"]
    assert isi(row)[PAGU_RKPD:] == [
        *(500, "Angka kesembuhan", "80 %", 650),
        *(None, None, None, 150, None, "Di atas pagu RKPD"),
    ]
    assert beda(row) == [KEBUTUHAN, SELISIH]


def test_a_program_in_one_half_only(tmp_path: Path) -> None:
    banding = bandingkan(
        tmp_path,
        [(OBAT, KOSONG), (KOSONG, TENAGA)],
        [RENCANA_OBAT, RENCANA_TENAGA],
    )
    left, right = banding.rows
    assert isi(left)[:2] == ["1.02.02", "Program Kesehatan"]
    assert isi(left)[PAGU_RKPD : PAGU + 1] == [
        *(500, None, None, None),
        *("Angka kesembuhan", "80 %", 500),
    ]
    assert isi(left)[KETERANGAN] == "Tidak ada di hasil analisis"
    assert isi(right)[:8] == [
        *("1.02.03", "Program SDM Kesehatan", None, None, None),
        *("Rasio tenaga", "2 %", 200),
    ]
    assert isi(right)[KETERANGAN] == "Tidak ada di rancangan awal RKPD"
    # There is nothing to subtract from.
    assert [isi(row)[SELISIH] for row in banding.rows] == [None, None]
    assert [beda(row) for row in banding.rows] == [[], []]


def test_an_amount_that_is_not_the_ceiling_of_the_plan(tmp_path: Path) -> None:
    plan = [(*RENCANA_OBAT[:4], 450)]
    (row,) = bandingkan(tmp_path, [(OBAT, OBAT)], plan).rows
    assert [isi(row)[n] for n in (KEBUTUHAN, PAGU)] == [500, 450]
    assert beda(row) == [PAGU]
    assert isi(row)[KETERANGAN] == "Kebutuhan dana tidak sama dengan pagu T-C.33"
    (row,) = bandingkan(tmp_path, [(OBAT, OBAT)], plan, "en").rows
    assert isi(row)[KETERANGAN] == "The funds needed are not the ceiling of T-C.33"


def test_a_program_that_the_plan_lacks_and_one_that_only_it_has(tmp_path: Path) -> None:
    banding = bandingkan(tmp_path, [(OBAT, OBAT)], [RENCANA_TENAGA])
    asked, only = banding.rows
    assert isi(asked)[8 : PAGU + 1] == [None, None, None]
    assert isi(asked)[KETERANGAN] == "Tidak ditemukan di T-C.33"
    assert isi(only) == [
        *("1.02.03", "Program SDM Kesehatan"),
        *[None] * 6,
        *("Rasio tenaga", "2 %", 200),
        *(None, None, "Tidak ada di T-C.31"),
    ]
    assert beda(only) == [NAMA]
    assert only.sel[NAMA] == Sel("Program SDM Kesehatan", Place("Rencana", "B3"), differs=True)


def test_totals_that_differ(tmp_path: Path) -> None:
    total = ("Jumlah", None, None, 500)
    reviu = [(OBAT, OBAT), (total, (None, None, None, 500))]
    plan = [RENCANA_OBAT, (None, "Jumlah", None, None, 700)]
    *_, row = bandingkan(tmp_path, reviu, plan).rows
    assert row.total
    assert [isi(row)[n] for n in (NAMA, PAGU_RKPD, KEBUTUHAN, PAGU, SELISIH)] == [
        *("Jumlah", 500, 500, 700, 0),
    ]
    assert beda(row) == [PAGU]
    assert isi(row)[KETERANGAN] == "Total tidak sama"
    plan = [RENCANA_OBAT, (None, "Jumlah", None, None, 500)]
    *_, row = bandingkan(tmp_path, reviu, plan).rows
    assert (row.total, isi(row)[PAGU], isi(row)[KETERANGAN], beda(row)) == (True, 500, None, [])


JUMLAH = ("Jumlah", None, None)


@pytest.mark.parametrize(
    ("toleransi", "marked", "totals"), [(0, [KEBUTUHAN, SELISIH], [PAGU, SELISIH]), (5, [], [])]
)
def test_what_the_check_tolerates_is_no_difference_here(
    tmp_path: Path, toleransi: int, marked: list[int], totals: list[int]
) -> None:
    more = (*OBAT[:3], 503)
    plan = [(*RENCANA_OBAT[:4], 503), ("", "Jumlah", None, None, 500)]
    banding = bandingkan(
        tmp_path,
        [(OBAT, more), ((*JUMLAH, 500), (*JUMLAH, 503))],
        plan,
        setting=Setting(toleransi=toleransi),
    )
    row, total = banding.rows
    assert isi(row)[SELISIH] == 3
    assert beda(row) == marked
    assert (isi(total)[PAGU], isi(total)[SELISIH]) == (500, 3)
    assert beda(total) == totals


def test_x_xx_01_stands_beside_the_01_of_the_agency(tmp_path: Path) -> None:
    review = ("X.XX.01 Penunjang OPD", "Nilai SAKIP", "80", 70)
    banding = bandingkan(
        tmp_path,
        [(review, review), (OBAT, OBAT)],
        [("1.02.01", "Program Penunjang Urusan", "Nilai SAKIP", "80", 70), RENCANA_OBAT],
    )
    assert [isi(row)[KODE] for row in banding.rows] == ["1.02.01", "1.02.02"]
    assert [isi(row)[KETERANGAN] for row in banding.rows] == [None, None]


def test_halves_in_another_order_stand_each_beside_its_own_row_of_the_plan(tmp_path: Path) -> None:
    banding = bandingkan(tmp_path, [(OBAT, TENAGA), (TENAGA, OBAT)], [RENCANA_OBAT, RENCANA_TENAGA])
    assert [isi(row)[KODE] for row in banding.rows] == ["1.02.03", "1.02.02"]
    assert [isi(row)[KEBUTUHAN] for row in banding.rows] == [200, 500]
    assert [isi(row)[PAGU] for row in banding.rows] == [200, 500]
    assert [beda(row) for row in banding.rows] == [[], []]


def test_of_several_programs_of_one_name_no_difference_is_told(tmp_path: Path) -> None:
    """Which of them is meant is a guess, and the check says nothing either."""
    name = "Program Kesehatan"
    review = (name, "Angka kesembuhan", "80 %", 700)
    plan = [RENCANA_OBAT, ("1.02.03", *RENCANA_OBAT[1:])]
    (row, *_) = bandingkan(tmp_path, [(review, review)], plan).rows
    assert beda(row) == []
    assert str(isi(row)[KETERANGAN]).startswith("Nama yang sama lebih dari satu")


def test_a_further_indicator_has_a_row_of_its_own(tmp_path: Path) -> None:
    more = (None, "Jumlah obat", "4 paket", None)
    other = (None, "Jumlah obat", "5 paket", None)
    banding = bandingkan(tmp_path, [(OBAT, OBAT), (more, other)], [RENCANA_OBAT])
    first, further = banding.rows
    assert beda(first) == []
    assert isi(further)[2:7] == ["Jumlah obat", "4 paket", None, "Jumlah obat", "5 paket"]
    assert beda(further) == [5, 6]
    assert isi(further)[KETERANGAN] == "Indikator berbeda dari T-C.33; target berbeda dari RKPD"
