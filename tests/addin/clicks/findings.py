"""What the buttons of Periksa and Temuan must have done to the live workbook."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import xlwings as xw

from selaras.report.palette import ISI
from selaras.values.a1 import position
from selaras.values.finding import Finding
from selaras_addin.live.excel import grid
from selaras_addin.live.sheets import findings_sheet

from .expectations import harapan
from .trial import Sidang, depan, dokumen, pilih, semua_temuan, warna_tanda

KEPALA = [
    "No.", "Tingkat", "Aturan", "Lembar", "Sel", "Kode", "Temuan", "Seharusnya", "Tertulis",
    "Selisih", "Usulan",
]  # fmt: skip
_TINGKAT = {"error": "Kesalahan", "warning": "Peringatan", "info": "Catatan"}


@harapan
def periksa_buku(sidang: Sidang) -> None:
    buku = sidang.open_example()
    lembar = [sheet.name for sheet in buku.sheets]
    sidang.klik("periksa_buku")
    assert sidang.messages == []
    _ditandai(buku, semua_temuan())
    assert "JML002: Pagu maju program 2.17.01" in buku.sheets["T-C.33"]["O8"].note.text
    _terdaftar(buku, semua_temuan())
    assert depan(buku) == ("Temuan", "A1")
    terlihat = [sheet.name for sheet in buku.sheets if grid.keadaan(sheet) == 0]
    assert terlihat == [*lembar, "Temuan"]
    jumlah = Counter(finding.severity.value for finding in semua_temuan())
    assert sidang.status.startswith(f"Selaras: {jumlah['error']} kesalahan, ")


@harapan
def periksa_lembar(sidang: Sidang) -> None:
    buku = sidang.open_example()
    pilih(buku, "T-C.33", "A1")
    sidang.klik("periksa_lembar")
    di_sini = [finding for finding in semua_temuan() if finding.sheet == "T-C.33"]
    assert 0 < len(di_sini) < len(semua_temuan())
    _ditandai(buku, di_sini)
    _terdaftar(buku, di_sini)
    assert depan(buku) == ("T-C.33", next(finding.cell for finding in di_sini if finding.cell))
    assert sidang.messages[0].startswith("Lembar T-C.33: ")


@harapan
def daftar_temuan(sidang: Sidang) -> None:
    buku = sidang.diperiksa()
    pilih(buku, "T-C.33", "K8")
    sidang.klik("daftar_temuan")
    assert depan(buku)[0] == "Temuan"
    assert sidang.messages == []


@harapan
def temuan_sebelumnya(sidang: Sidang) -> None:
    buku = sidang.diperiksa()
    for sebelum, sesudah in _perbatasan(buku):
        pilih(buku, *sesudah)
        sidang.klik("temuan_sebelumnya")
        assert depan(buku) == sebelum
        assert f", {sebelum[0]}!{sebelum[1]}, " in sidang.status


@harapan
def temuan_berikutnya(sidang: Sidang) -> None:
    buku = sidang.diperiksa()
    for sebelum, sesudah in _perbatasan(buku):
        pilih(buku, *sebelum)
        sidang.klik("temuan_berikutnya")
        assert depan(buku) == sesudah
        assert f", {sesudah[0]}!{sesudah[1]}, " in sidang.status


@harapan
def jelaskan(sidang: Sidang) -> None:
    buku = sidang.diperiksa()
    pilih(buku, "T-C.33", "O8")
    sidang.klik("jelaskan")
    (kotak,) = sidang.messages
    assert kotak.startswith(
        "O8, Kesalahan JML002: Pagu maju program 2.17.01 tertulis 6.498.624.401"
    )
    assert "Aturan JML002. Pagu program sama dengan jumlah pagu kegiatannya." in kotak
    assert "Mengapa: " in kotak
    assert "Dasar: Permendagri 86/2017" in kotak


@harapan
def hapus_tanda(sidang: Sidang) -> None:
    buku = sidang.diperiksa()
    assert dokumen(buku) != sidang.terperiksa.sebelum
    sidang.klik("hapus_tanda", "yes")
    assert sidang.messages == ["Tanda sudah dihapus. Hapus juga lembar Temuan?"]
    assert buku.sheets["T-C.33"]["O8"].note.text == "Tanya Bappeda"
    # Every cell, fill, note and sheet is what it was.
    assert dokumen(buku) == sidang.terperiksa.sebelum


def _ditandai(buku: xw.Book, findings: Sequence[Finding]) -> None:
    """Every cell with a finding is coloured by its worst one and has a note; no other is."""
    terburuk: dict[str, dict[str, Finding]] = {sheet.name: {} for sheet in buku.sheets}
    for finding in findings:
        if finding.sheet and finding.cell:
            di_lembar = terburuk[finding.sheet]
            lama = di_lembar.setdefault(finding.cell, finding)
            if finding.severity.rank < lama.severity.rank:
                di_lembar[finding.cell] = finding
    for nama, sel in terburuk.items():
        lembar = buku.sheets[nama]
        warna = {cell: tuple(bytes.fromhex(ISI[f.severity])) for cell, f in sel.items()}
        assert warna_tanda(lembar) == warna, nama
        bercatatan = {note.location.get_address(False, False) for note in lembar.notes}
        assert bercatatan == set(sel), nama


def _terdaftar(buku: xw.Book, findings: Sequence[Finding]) -> None:
    """The sheet Temuan is a table of these findings, with links to their cells."""
    lembar = findings_sheet.cari(buku)
    assert lembar is not None
    (tabel,) = lembar.tables
    kepala, *isi = tabel.range.value
    assert kepala == KEPALA
    terbaca = Counter((baris[1], baris[2], baris[3], baris[4]) for baris in isi)
    assert terbaca == Counter(
        (_TINGKAT[f.severity.value], f.code, f.sheet, f.cell) for f in findings
    )
    rumus = [str(satu) for (satu,) in tabel.range[1:, 4:5].formula]
    for baris, tautan in zip(isi, rumus, strict=True):
        assert baris[4] is None or f"'{baris[3]}'!{baris[4]}" in tautan.replace("$", "")


def _perbatasan(buku: xw.Book) -> list[tuple[tuple[str, str], tuple[str, str]]]:
    """Return the neighbours in the walk through the findings that lie on different sheets."""
    urutan = [sheet.name for sheet in buku.sheets]
    sel = sorted(
        {(f.sheet, f.cell) for f in semua_temuan() if f.sheet and f.cell},
        key=lambda satu: (urutan.index(satu[0]), *position(satu[1])),
    )
    pasangan = [(a, b) for a, b in pairwise(sel) if a[0] != b[0]]
    assert pasangan
    return pasangan[:2]
