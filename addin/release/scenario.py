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
COPY_NAME = "selaras-smoke.xlsx"
#: What is written before a press: sheet, cell, value. A sheet that is missing is added.
TypedCell = tuple[str, str, str | int]

Fact = Literal["front", "sheet", "cell", "note", "book", "file"]


@dataclass(frozen=True)
class Effect:
    """What must be seen in Excel after a press; `pattern` has `*` for whatever may stand there.

    `front`: sheet and cell in front. `sheet`: whether the workbook has that sheet, and it shows.
    `cell`, `note`: what a cell holds. `book`: the workbook in front. `file`: whether beside the
    workbook has a file of that name.
    """

    fact: Fact
    pattern: str
    sheet: str = ""
    cell: str = ""
    file: str = ""


@dataclass(frozen=True)
class Step:
    """One press: what to do before it, the boxes that must come and what must be seen after it.

    Of each box one of its patterns must fit its words. Boxes are answered with Yes or OK; no other
    may come.
    """

    effects: tuple[Effect, ...] = ()
    boxes: tuple[tuple[str, ...], ...] = ()
    typed: tuple[TypedCell, ...] = ()
    #: The sheet and the cell to select before.
    selected: tuple[str, str] | None = None


_PLAN = "T-C.33"
_ALLOCATION = "Tabel 2.2"
#: An amount that is not the sum of those below it, its cell and that sum.
_WRONG = (_ALLOCATION, "D36", 164_585_200)
_RIGHT = "164585000"
_MARKED = Effect("note", "*JML002: Pagu maju program 2.17.01*", _PLAN, "O8")
_WILL_CHANGE = ("* sel akan diubah:*",)

#: A plan with whole codes, one of them not written as the others are.
_WHOLE_KODES: tuple[tuple[str | int, ...], ...] = (
    ("Kode", "Program/Kegiatan", "Indikator", "Lokasi", "Target", "Pagu Indikatif"),
    ("2.17.02", "Program Pengawasan", "Hasil A", "Kab. A", "10 %", 900),
    ("2.17.02.2.01", "Pemeriksaan koperasi", "Hasil B", "Kab. A", "10 %", 900),
    ("2-17-3", "Program Pendidikan", "Hasil C", "Kab. A", "10 %", 600),
    ("2.17.03.2.01", "Pelatihan koperasi", "Hasil D", "Kab. A", "10 %", 600),
)

#: By the button's id.
SCENARIO: Mapping[str, Step] = {
    "periksa_buku": Step(
        (
            Effect("front", "Temuan!A1"),
            _MARKED,
            Effect("note", "*JML*", "Tabel 2.2", "D36"),
        )
    ),
    "periksa_lembar": Step(
        (
            Effect("front", f"{_PLAN}!*"),
            _MARKED,
            # Marks of other sheets are gone.
            Effect("note", "", "Tabel 2.2", "D36"),
        ),
        boxes=((f"Lembar {_PLAN}: *daftarnya di lembar Temuan.",),),
        selected=(_PLAN, "A1"),
    ),
    "daftar_temuan": Step((Effect("front", "Temuan!*"),), selected=(_PLAN, "K8")),
    "temuan_sebelumnya": Step((Effect("front", f"{_PLAN}!O8"),), selected=(_PLAN, "P8")),
    "temuan_berikutnya": Step((Effect("front", f"{_PLAN}!O8"),), selected=(_PLAN, "N8")),
    "jelaskan": Step(
        boxes=(("O8, Kesalahan JML002: Pagu maju program 2.17.01 *Dasar: *",),),
        selected=(_PLAN, "O8"),
    ),
    "hapus_tanda": Step(
        (Effect("note", "", _PLAN, "O8"), Effect("sheet", "False", "Temuan")),
        boxes=(("Tanda sudah dihapus. Hapus juga lembar Temuan*",),),
    ),
    "hitung_ulang_subtotal": Step(
        (Effect("cell", _RIGHT, *_WRONG[:2]),),
        boxes=(("Tulis subtotal sebagai rumus*",), _WILL_CHANGE),
    ),
    "rapikan_kode": Step(
        (Effect("cell", "2.17.03", "Rencana", "A5"),),
        boxes=(_WILL_CHANGE,),
        typed=(
            ("Rencana", "A1", "Rumusan Rencana Program dan Kegiatan Tahun 2024"),
            *(
                ("Rencana", f"{'ABCDEF'[column]}{row}", value)
                for row, cells in enumerate(_WHOLE_KODES, 2)
                for column, value in enumerate(cells)
            ),
        ),
    ),
    # What it does depends on the lists that the tester has loaded; without one it must say so.
    "isi_nama_resmi": Step(
        boxes=(
            (
                "Nama resmi tidak dapat diisi: *",
                "Semua nama sudah sama dengan nomenklatur*",
                *_WILL_CHANGE,
            ),
        ),
    ),
    "terapkan_usulan": Step(
        (Effect("cell", _RIGHT, *_WRONG[:2]),),
        boxes=(_WILL_CHANGE,),
        typed=(_WRONG,),
        selected=_WRONG[:2],
    ),
    "batalkan": Step((Effect("cell", str(_WRONG[2]), *_WRONG[:2]),)),
    "bandingkan_renja_rkpd": Step((Effect("front", "Banding Renja-RKPD!A1"),)),
    "bandingkan_renja_renstra": Step((Effect("front", "Banding Renja-Renstra!A1"),)),
    # Its year is that of the day on which it is pressed.
    "template_baru": Step(
        (Effect("book", "Template Renja 2*.xlsx"),), boxes=(("Template apa yang dibuat*",),)
    ),
    "laporan_html": Step((Effect("file", "True", file="selaras-smoke - laporan Selaras.html"),)),
    "pengaturan": Step((Effect("front", "Pengaturan!B4"),)),
    "panduan": Step((Effect("front", "Panduan Selaras!A1"),)),
    "tentang": Step(boxes=((f"Selaras {__version__}*Python 3.*, xlwings *",),)),
}
