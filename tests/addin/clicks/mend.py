"""What the buttons of Perbaiki and Selaraskan must have done to the live workbook."""

from __future__ import annotations

import xlwings as xw

from selaras.cli.main import main

from .expectations import expect
from .trial import Turn, dump_book, read_front, select


@expect
def hitung_ulang_subtotal(turn: Turn) -> None:
    book = turn.open_example()
    plan = book.sheets["T-C.33"]
    assert plan["O8"].value == 6_498_624_401
    turn.click("hitung_ulang_subtotal", "no", "yes")
    # O8 is wrong since O21 is: to put its sum there would cement the mistake.
    assert "Tidak dihitung ulang: T-C.33!O8. Betulkan T-C.33!O21 dahulu" in turn.messages[1]
    assert (plan["O8"].value, plan["O149"].value) == (6_498_624_401, 8_963_624_401)
    assert "Tabel 2.2!D36: 164.585.200 → 164.585.000" in turn.messages[1]
    assert book.sheets["Tabel 2.2"]["D36"].value == 164_585_000
    assert turn.status == "Selaras: 4 sel diubah; tombol Batalkan mengembalikannya"


@expect
def rapikan_kode(turn: Turn) -> None:
    book = turn.open_example()
    sheet = _add_whole_kode_sheet(book)
    turn.click("rapikan_kode", "yes")
    assert "Rencana!A5: 2-17-3 → 2.17.03" in turn.messages[0]
    assert sheet["A3:A6"].value == ["2.17.02", "2.17.02.2.01", "2.17.03", "2.17.03.2.01"]


@expect
def isi_nama_resmi(turn: Turn) -> None:
    book = turn.open_example()
    plan = book.sheets["T-C.33"]
    row = next(
        number
        for number, kode in enumerate(plan["A1:F150"].value, 1)
        if [str(part or "").split(".")[0] for part in kode] == ["2", "17", "3", "", "", ""]
    )
    official = plan[f"G{row}"].value
    plan[f"G{row}"].value = "Program Pengawasan Koperasi"
    list_path = turn.data / "daftar.csv"
    list_path.write_text(f"kode,nomenklatur\n2.17.03,{official}\n", encoding="utf-8")
    assert main(["nomenclature", "add", str(list_path)]) == 0
    turn.click("isi_nama_resmi", "yes")
    assert f"T-C.33!G{row}: Program Pengawasan Koperasi → {official}"[:60] in turn.messages[0]
    assert plan[f"G{row}"].value == official


@expect
def terapkan_usulan(turn: Turn) -> None:
    book = turn.open_example()
    allocation = book.sheets["Tabel 2.2"]
    select(book, "Tabel 2.2", "D36")
    turn.click("terapkan_usulan", "yes")
    # The selected cell alone: another sum of the sheet has a finding too.
    assert allocation["D36"].value == 164_585_000
    assert allocation["D43"].value == 377_920_800


@expect
def batalkan(turn: Turn) -> None:
    book = turn.open_example()
    before = dump_book(book)
    turn.click("hitung_ulang_subtotal", "no", "yes")
    assert dump_book(book) != before
    turn.click("batalkan")
    assert turn.messages == []
    assert turn.status.endswith(" sel dikembalikan")
    assert dump_book(book) == before


@expect
def bandingkan_renja_rkpd(turn: Turn) -> None:
    book = turn.open_example()
    turn.click("bandingkan_renja_rkpd")
    assert read_front(book) == ("Banding Renja-RKPD", "A1")
    row = _find_row(book.sheets["Banding Renja-RKPD"], "2.17.06")
    # The draft's amount, that of the analysis, and the difference; where it goes above.
    assert {428_765_050, 2_400_000_000, 1_971_234_950, "Di atas pagu RKPD"} <= set(row)


@expect
def bandingkan_renja_renstra(turn: Turn) -> None:
    book = turn.open_example()
    turn.click("bandingkan_renja_renstra")
    assert read_front(book) == ("Banding Renja-Renstra", "A1")
    row = _find_row(book.sheets["Banding Renja-Renstra"], "2.17.03")
    assert row[2:7] == [
        *("Persentase Koperasi Berkualitas", "35%", 150_100_000),
        *("Persentase Koperasi Berkualitas", "35%"),
    ]


def _add_whole_kode_sheet(book: xw.Book) -> xw.Sheet:
    """Add a plan whose codes stand whole in one column, one of them written another way."""
    sheet = book.sheets.add("Rencana", after=book.sheets[-1])
    sheet["A1:F6"].value = [
        ["Rumusan Rencana Program dan Kegiatan Tahun 2024", *[None] * 5],
        ["Kode", "Program/Kegiatan", "Indikator", "Lokasi", "Target", "Pagu Indikatif"],
        *(
            [f"'{kode}", name, f"Hasil {name}", "Kab. A", "'10 %", pagu]
            for kode, name, pagu in (
                ("2.17.02", "Program Pengawasan", 900),
                ("2.17.02.2.01", "Pemeriksaan koperasi", 900),
                ("2-17-3", "Program Pendidikan", 600),
                ("2.17.03.2.01", "Pelatihan koperasi", 600),
            )
        ),
    ]
    return sheet


def _find_row(sheet: xw.Sheet, kode: str) -> list[object]:
    """Return the cells of the first row of a comparison that has this code."""
    rows = sheet.used_range.value
    return next(row for row in rows if row[0] == kode)
