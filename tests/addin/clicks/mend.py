"""What the buttons of Perbaiki and Selaraskan must have done to the live workbook."""

from __future__ import annotations

import xlwings as xw

from selaras.cli.main import main

from .expectations import harapan
from .trial import Sidang, depan, dokumen, pilih


@harapan
def hitung_ulang_subtotal(sidang: Sidang) -> None:
    buku = sidang.open_example()
    rencana = buku.sheets["T-C.33"]
    assert rencana["O8"].value == 6_498_624_401
    sidang.klik("hitung_ulang_subtotal", "no", "yes")
    # O8 is wrong since O21 is: to put its sum there would cement the mistake.
    assert "Tidak dihitung ulang: T-C.33!O8. Betulkan T-C.33!O21 dahulu" in sidang.messages[1]
    assert (rencana["O8"].value, rencana["O149"].value) == (6_498_624_401, 8_963_624_401)
    assert "Tabel 2.2!D36: 164.585.200 → 164.585.000" in sidang.messages[1]
    assert buku.sheets["Tabel 2.2"]["D36"].value == 164_585_000
    assert sidang.status == "Selaras: 4 sel diubah; tombol Batalkan mengembalikannya"


@harapan
def rapikan_kode(sidang: Sidang) -> None:
    buku = sidang.open_example()
    lembar = _berkode_utuh(buku)
    sidang.klik("rapikan_kode", "yes")
    assert "Rencana!A5: 2-17-3 → 2.17.03" in sidang.messages[0]
    assert lembar["A3:A6"].value == ["2.17.02", "2.17.02.2.01", "2.17.03", "2.17.03.2.01"]


@harapan
def isi_nama_resmi(sidang: Sidang) -> None:
    buku = sidang.open_example()
    rencana = buku.sheets["T-C.33"]
    baris = next(
        nomor
        for nomor, kode in enumerate(rencana["A1:F150"].value, 1)
        if [str(bagian or "").split(".")[0] for bagian in kode] == ["2", "17", "3", "", "", ""]
    )
    resmi = rencana[f"G{baris}"].value
    rencana[f"G{baris}"].value = "Program Pengawasan Koperasi"
    daftar = sidang.data / "daftar.csv"
    daftar.write_text(f"kode,nomenklatur\n2.17.03,{resmi}\n", encoding="utf-8")
    assert main(["nomenclature", "add", str(daftar)]) == 0
    sidang.klik("isi_nama_resmi", "yes")
    assert f"T-C.33!G{baris}: Program Pengawasan Koperasi → {resmi}"[:60] in sidang.messages[0]
    assert rencana[f"G{baris}"].value == resmi


@harapan
def terapkan_usulan(sidang: Sidang) -> None:
    buku = sidang.open_example()
    alokasi = buku.sheets["Tabel 2.2"]
    pilih(buku, "Tabel 2.2", "D36")
    sidang.klik("terapkan_usulan", "yes")
    # The selected cell alone: another sum of the sheet has a finding too.
    assert alokasi["D36"].value == 164_585_000
    assert alokasi["D43"].value == 377_920_800


@harapan
def batalkan(sidang: Sidang) -> None:
    buku = sidang.open_example()
    sebelum = dokumen(buku)
    sidang.klik("hitung_ulang_subtotal", "no", "yes")
    assert dokumen(buku) != sebelum
    sidang.klik("batalkan")
    assert sidang.messages == []
    assert sidang.status.endswith(" sel dikembalikan")
    assert dokumen(buku) == sebelum


@harapan
def bandingkan_renja_rkpd(sidang: Sidang) -> None:
    buku = sidang.open_example()
    sidang.klik("bandingkan_renja_rkpd")
    assert depan(buku) == ("Banding Renja-RKPD", "A1")
    baris = _baris(buku.sheets["Banding Renja-RKPD"], "2.17.06")
    # The draft's amount, that of the analysis, and the difference; where it goes above.
    assert {428_765_050, 2_400_000_000, 1_971_234_950, "Di atas pagu RKPD"} <= set(baris)


@harapan
def bandingkan_renja_renstra(sidang: Sidang) -> None:
    buku = sidang.open_example()
    sidang.klik("bandingkan_renja_renstra")
    assert depan(buku) == ("Banding Renja-Renstra", "A1")
    baris = _baris(buku.sheets["Banding Renja-Renstra"], "2.17.03")
    assert baris[2:7] == [
        *("Persentase Koperasi Berkualitas", "35%", 150_100_000),
        *("Persentase Koperasi Berkualitas", "35%"),
    ]


def _berkode_utuh(buku: xw.Book) -> xw.Sheet:
    """Add a plan whose codes stand whole in one column, one of them written another way."""
    lembar = buku.sheets.add("Rencana", after=buku.sheets[-1])
    lembar["A1:F6"].value = [
        ["Rumusan Rencana Program dan Kegiatan Tahun 2024", *[None] * 5],
        ["Kode", "Program/Kegiatan", "Indikator", "Lokasi", "Target", "Pagu Indikatif"],
        *(
            [f"'{kode}", nama, f"Hasil {nama}", "Kab. A", "'10 %", pagu]
            for kode, nama, pagu in (
                ("2.17.02", "Program Pengawasan", 900),
                ("2.17.02.2.01", "Pemeriksaan koperasi", 900),
                ("2-17-3", "Program Pendidikan", 600),
                ("2.17.03.2.01", "Pelatihan koperasi", 600),
            )
        ),
    ]
    return lembar


def _baris(lembar: xw.Sheet, kode: str) -> list[object]:
    """Return the cells of the first row of a comparison that has this code."""
    isi = lembar.used_range.value
    return next(baris for baris in isi if baris[0] == kode)
