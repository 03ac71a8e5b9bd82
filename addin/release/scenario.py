"""What the smoke test in Excel does before it presses each button, and what must be seen then.

The steps are taken one after another in one copy of the example, as people work: check, walk
through the findings, clear the marks, mend, undo, compare. The script in PowerShell only looks and
compares; the tests take the same steps in LibreOffice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from selaras.version import __version__

#: The copy of the example, in a folder of its own.
COPY = "selaras-smoke.xlsx"
#: What is written before a press: sheet, cell, value. A sheet that is missing is added.
Isian = tuple[str, str, str | int]

Fakta = Literal["front", "sheet", "cell", "note", "book", "file"]


@dataclass(frozen=True)
class Akibat:
    """What must be seen in Excel after a press; `pattern` has `*` for whatever may stand there.

    `front`: sheet and cell in front. `sheet`: whether the workbook has that sheet, and it shows.
    `cell`, `note`: what a cell holds. `book`: the workbook in front. `file`: whether beside the
    workbook has a file of that name.
    """

    fact: Fakta
    pattern: str
    sheet: str = ""
    cell: str = ""
    file: str = ""


@dataclass(frozen=True)
class Langkah:
    """One press: what to do before it, the boxes that must come and what must be seen after it.

    Of each box one of its patterns must fit its words. Boxes are answered with Yes or OK; no other
    may come.
    """

    akibat: tuple[Akibat, ...] = ()
    boxes: tuple[tuple[str, ...], ...] = ()
    typed: tuple[Isian, ...] = ()
    #: The sheet and the cell to select before.
    pilih: tuple[str, str] | None = None


_RENCANA = "T-C.33"
_ALOKASI = "Tabel 2.2"
#: An amount that is not the sum of those below it, its cell and that sum.
_SALAH = (_ALOKASI, "D36", 164_585_200)
_BENAR = "164585000"
_TERTANDA = Akibat("note", "*JML002: Pagu maju program 2.17.01*", _RENCANA, "O8")
_AKAN_DIUBAH = ("* sel akan diubah:*",)

#: A plan with whole codes, one of them not written as the others are.
_KODE_UTUH: tuple[tuple[str | int, ...], ...] = (
    ("Kode", "Program/Kegiatan", "Indikator", "Lokasi", "Target", "Pagu Indikatif"),
    ("2.17.02", "Program Pengawasan", "Hasil A", "Kab. A", "10 %", 900),
    ("2.17.02.2.01", "Pemeriksaan koperasi", "Hasil B", "Kab. A", "10 %", 900),
    ("2-17-3", "Program Pendidikan", "Hasil C", "Kab. A", "10 %", 600),
    ("2.17.03.2.01", "Pelatihan koperasi", "Hasil D", "Kab. A", "10 %", 600),
)

#: By the button's id.
SKENARIO: Mapping[str, Langkah] = {
    "periksa_buku": Langkah(
        (
            Akibat("front", "Temuan!A1"),
            _TERTANDA,
            Akibat("note", "*JML*", "Tabel 2.2", "D36"),
        )
    ),
    "periksa_lembar": Langkah(
        (
            Akibat("front", f"{_RENCANA}!*"),
            _TERTANDA,
            # Marks of other sheets are gone.
            Akibat("note", "", "Tabel 2.2", "D36"),
        ),
        boxes=((f"Lembar {_RENCANA}: *daftarnya di lembar Temuan.",),),
        pilih=(_RENCANA, "A1"),
    ),
    "daftar_temuan": Langkah((Akibat("front", "Temuan!*"),), pilih=(_RENCANA, "K8")),
    "temuan_sebelumnya": Langkah((Akibat("front", f"{_RENCANA}!O8"),), pilih=(_RENCANA, "P8")),
    "temuan_berikutnya": Langkah((Akibat("front", f"{_RENCANA}!O8"),), pilih=(_RENCANA, "N8")),
    "jelaskan": Langkah(
        boxes=(("O8, Kesalahan JML002: Pagu maju program 2.17.01 *Dasar: *",),),
        pilih=(_RENCANA, "O8"),
    ),
    "hapus_tanda": Langkah(
        (Akibat("note", "", _RENCANA, "O8"), Akibat("sheet", "False", "Temuan")),
        boxes=(("Tanda sudah dihapus. Hapus juga lembar Temuan*",),),
    ),
    "hitung_ulang_subtotal": Langkah(
        (Akibat("cell", _BENAR, *_SALAH[:2]),),
        boxes=(("Tulis subtotal sebagai rumus*",), _AKAN_DIUBAH),
    ),
    "rapikan_kode": Langkah(
        (Akibat("cell", "2.17.03", "Rencana", "A5"),),
        boxes=(_AKAN_DIUBAH,),
        typed=(
            ("Rencana", "A1", "Rumusan Rencana Program dan Kegiatan Tahun 2024"),
            *(
                ("Rencana", f"{'ABCDEF'[column]}{row}", value)
                for row, cells in enumerate(_KODE_UTUH, 2)
                for column, value in enumerate(cells)
            ),
        ),
    ),
    # What it does depends on the lists that the tester has loaded; without one it must say so.
    "isi_nama_resmi": Langkah(
        boxes=(
            (
                "Nama resmi tidak dapat diisi: *",
                "Semua nama sudah sama dengan nomenklatur*",
                *_AKAN_DIUBAH,
            ),
        ),
    ),
    "terapkan_usulan": Langkah(
        (Akibat("cell", _BENAR, *_SALAH[:2]),),
        boxes=(_AKAN_DIUBAH,),
        typed=(_SALAH,),
        pilih=_SALAH[:2],
    ),
    "batalkan": Langkah((Akibat("cell", str(_SALAH[2]), *_SALAH[:2]),)),
    "bandingkan_renja_rkpd": Langkah((Akibat("front", "Banding Renja-RKPD!A1"),)),
    "bandingkan_renja_renstra": Langkah((Akibat("front", "Banding Renja-Renstra!A1"),)),
    # Its year is that of the day on which it is pressed.
    "template_baru": Langkah(
        (Akibat("book", "Template Renja 2*.xlsx"),), boxes=(("Template apa yang dibuat*",),)
    ),
    "laporan_html": Langkah((Akibat("file", "True", file="selaras-smoke - laporan Selaras.html"),)),
    "pengaturan": Langkah((Akibat("front", "Pengaturan!B4"),)),
    "panduan": Langkah((Akibat("front", "Panduan Selaras!A1"),)),
    "tentang": Langkah(boxes=((f"Selaras {__version__}*Python 3.*, xlwings *",),)),
}
