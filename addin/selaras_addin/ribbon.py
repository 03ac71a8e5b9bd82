"""The ribbon tab "Selaras" as one table: what shows, dispatches or explains a button reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from selaras.values.text import Text

ButtonSize = Literal["large", "normal"]

TAB_ID = "selaras_tab"
TAB_LABEL = Text("Selaras", "Selaras")
TAB_KEYTIP = "Y"


@dataclass(frozen=True, slots=True)
class Group:
    """A group of the tab: its id in the ribbon's XML and its label."""

    id: str
    label: Text


@dataclass(frozen=True, slots=True)
class Button:
    """One button.

    `id` names its command too, `image` is one of Office's own pictures (imageMso), `keytip` the
    letters that Alt shows. Without `needs_book` it can be pressed while no workbook is open.
    """

    id: str
    group: str
    label: Text
    screentip: Text
    supertip: Text
    image: str
    keytip: str
    size: ButtonSize = "normal"
    needs_book: bool = True


GROUPS: tuple[Group, ...] = (
    Group("selaras_periksa", Text("Periksa", "Check")),
    Group("selaras_temuan", Text("Temuan", "Findings")),
    Group("selaras_perbaiki", Text("Perbaiki", "Mend")),
    Group("selaras_selaraskan", Text("Selaraskan", "Align")),
    Group("selaras_buku_kerja", Text("Buku Kerja", "Workbook")),
    Group("selaras_bantuan", Text("Bantuan", "Help")),
)

BUTTONS: tuple[Button, ...] = (
    Button(
        "periksa_buku",
        "selaras_periksa",
        Text("Periksa Buku Kerja", "Check Workbook"),
        Text("Periksa seluruh buku kerja", "Check the whole workbook"),
        Text(
            "Memeriksa kode, subtotal, sumber dana, dan keselarasan antartabel di semua lembar. "
            "Perubahan yang belum disimpan ikut diperiksa. Sel yang bermasalah diberi warna dan "
            "catatan, dan semua temuan didaftar di lembar Temuan.",
            "Checks codes, subtotals, fund sources and agreement between tables on every sheet, "
            "unsaved changes included. Cells with a problem get a fill and a note, and the sheet "
            "Temuan lists all findings.",
        ),
        "ErrorChecking",
        "B",
        "large",
    ),
    Button(
        "periksa_lembar",
        "selaras_periksa",
        Text("Periksa Lembar Ini", "Check This Sheet"),
        Text("Periksa lembar yang sedang dibuka", "Check the sheet in front"),
        Text(
            "Memeriksa seperti Periksa Buku Kerja, tetapi hanya temuan di lembar yang sedang "
            "dibuka yang ditandai dan didaftar.",
            "Checks as Check Workbook does, but marks and lists only the findings of the sheet in "
            "front.",
        ),
        "DataValidation",
        "L",
        "large",
    ),
    Button(
        "daftar_temuan",
        "selaras_temuan",
        Text("Daftar Temuan", "List of Findings"),
        Text("Buka lembar Temuan", "Open the sheet Temuan"),
        Text(
            "Menampilkan daftar temuan dari pemeriksaan terakhir. Klik alamat sel di daftar itu "
            "untuk melompat ke sel yang dimaksud.",
            "Shows the findings of the last check. Click a cell's address in the list to go to "
            "the cell.",
        ),
        "ReviewShowAllComments",
        "D",
        "large",
    ),
    Button(
        "temuan_sebelumnya",
        "selaras_temuan",
        Text("Sebelumnya", "Previous"),
        Text("Ke temuan sebelumnya", "Go to the previous finding"),
        Text(
            "Memilih sel temuan sebelum sel yang sedang dipilih, juga bila ada di lembar lain.",
            "Selects the cell of the finding before the selected cell, on another sheet too.",
        ),
        "ReviewPreviousComment",
        "S",
    ),
    Button(
        "temuan_berikutnya",
        "selaras_temuan",
        Text("Berikutnya", "Next"),
        Text("Ke temuan berikutnya", "Go to the next finding"),
        Text(
            "Memilih sel temuan sesudah sel yang sedang dipilih, juga bila ada di lembar lain.",
            "Selects the cell of the finding after the selected cell, on another sheet too.",
        ),
        "ReviewNextComment",
        "N",
    ),
    Button(
        "jelaskan",
        "selaras_temuan",
        Text("Jelaskan", "Explain"),
        Text("Jelaskan temuan di sel ini", "Explain the finding of this cell"),
        Text(
            "Menjelaskan aturan yang dilanggar di sel yang dipilih: apa yang diperiksa, mengapa "
            "penting, dan bagaimana memperbaikinya.",
            "Explains the rule that the selected cell breaks: what it checks, why it matters, and "
            "how to mend it.",
        ),
        "ReviewNewComment",
        "J",
    ),
    Button(
        "hapus_tanda",
        "selaras_temuan",
        Text("Hapus Tanda", "Clear Marks"),
        Text("Hapus warna dan catatan Selaras", "Clear the fills and notes of Selaras"),
        Text(
            "Mengembalikan warna dan catatan sel persis seperti sebelum diperiksa. Warna dan "
            "catatan Anda sendiri tetap ada.",
            "Puts fills and notes of cells back to exactly what they were before the check. Your "
            "own fills and notes stay.",
        ),
        "ReviewDeleteComment",
        "H",
    ),
    Button(
        "hitung_ulang_subtotal",
        "selaras_perbaiki",
        Text("Hitung Ulang Subtotal", "Recalculate Subtotals"),
        Text("Hitung ulang semua subtotal", "Recalculate all subtotals"),
        Text(
            "Menghitung ulang pagu urusan, bidang urusan, program, dan kegiatan dari sub "
            "kegiatannya, sampai ke jumlah. Anda memilih angka atau rumus; perubahan ditampilkan "
            "dulu.",
            "Recalculates the amounts of urusan, bidang urusan, program and kegiatan from their "
            "sub kegiatan, up to the total. You choose numbers or formulas; the changes are shown "
            "first.",
        ),
        "AutoSum",
        "U",
        "large",
    ),
    Button(
        "rapikan_kode",
        "selaras_perbaiki",
        Text("Rapikan Kode", "Tidy Codes"),
        Text("Tulis kode seragam per tabel", "Write the codes of each table alike"),
        Text(
            "Menulis kode urusan, program, kegiatan, dan sub kegiatan seperti kebanyakan kode di "
            "tabelnya, misalnya 2.17.01.2.01.0001. Perubahan ditampilkan dulu.",
            "Writes the codes of urusan, program, kegiatan and sub kegiatan as most codes of "
            "their table are written, such as 2.17.01.2.01.0001. The changes are shown first.",
        ),
        "ReplaceDialog",
        "K",
    ),
    Button(
        "isi_nama_resmi",
        "selaras_perbaiki",
        Text("Isi Nama Resmi", "Fill In Official Names"),
        Text("Isi nama menurut nomenklatur", "Fill in names from the nomenclature"),
        Text(
            "Mengisi nama program, kegiatan, dan sub kegiatan menurut kode dan nomenklatur yang "
            "dipakai. Perubahan ditampilkan dulu.",
            "Fills in the names of program, kegiatan and sub kegiatan by their code and the "
            "nomenclature in use. The changes are shown first.",
        ),
        "NameManager",
        "I",
    ),
    Button(
        "terapkan_usulan",
        "selaras_perbaiki",
        Text("Terapkan Usulan", "Apply Proposals"),
        Text(
            "Terapkan usulan di sel yang dipilih", "Apply what is proposed for the selected cells"
        ),
        Text(
            "Menerapkan usulan perbaikan untuk sel yang dipilih, misalnya angka yang tertulis "
            "sebagai teks. Perubahan ditampilkan dulu.",
            "Applies what is proposed for the selected cells, such as a number in place of text. "
            "The changes are shown first.",
        ),
        "ReviewAcceptChange",
        "T",
    ),
    Button(
        "batalkan",
        "selaras_perbaiki",
        Text("Batalkan", "Undo"),
        Text("Batalkan Perbaiki yang terakhir", "Undo the last mending"),
        Text(
            "Mengembalikan isi sel seperti sebelum perintah Perbaiki yang terakhir. Ctrl+Z tidak "
            "dapat membatalkan perintah tersebut.",
            "Puts back what the last command of this group changed. Ctrl+Z cannot undo such "
            "commands.",
        ),
        "Undo",
        "Z",
    ),
    Button(
        "bandingkan_renja_rkpd",
        "selaras_selaraskan",
        Text("Bandingkan Renja-RKPD", "Compare Renja-RKPD"),
        Text("Bandingkan Renja dengan rancangan awal RKPD", "Compare Renja and draft RKPD"),
        Text(
            "Menyandingkan kode, indikator, target, dan pagu Renja dengan rancangan awal RKPD di "
            "lembar baru. Yang berbeda diberi warna.",
            "Sets codes, indicators, targets and amounts of Renja and draft RKPD side by side on "
            "a new sheet. What differs is coloured.",
        ),
        "ReviewCompareTwoVersions",
        "R",
    ),
    Button(
        "bandingkan_renja_renstra",
        "selaras_selaraskan",
        Text("Bandingkan Renja-Renstra", "Compare Renja-Renstra"),
        Text("Bandingkan Renja dengan Renstra", "Compare Renja and Renstra"),
        Text(
            "Menyandingkan kode, indikator, target, dan pagu Renja dengan Renstra di lembar baru. "
            "Yang berbeda diberi warna.",
            "Sets codes, indicators, targets and amounts of Renja and Renstra side by side on a "
            "new sheet. What differs is coloured.",
        ),
        "ReviewCompareTwoVersions",
        "E",
    ),
    Button(
        "template_baru",
        "selaras_buku_kerja",
        Text("Template Baru", "New Template"),
        Text(
            "Buat buku kerja kosong bertabel resmi", "Make an empty workbook of the official tables"
        ),
        Text(
            "Membuat buku kerja baru untuk tahun depan: tabel resmi Renja saja, atau semua tabel, "
            "dengan Renstra, evaluasi, dan bentuk SIPD. Tahunnya dapat diubah di lembar "
            "Pengaturan.",
            "Makes a new workbook for next year: the official tables of the Renja only, or all, "
            "with Renstra, evaluation and the SIPD form. Its sheet Pengaturan sets the year.",
        ),
        "FileNew",
        "W",
        needs_book=False,
    ),
    Button(
        "laporan_html",
        "selaras_buku_kerja",
        Text("Laporan HTML", "HTML Report"),
        Text("Simpan laporan pemeriksaan", "Save the report of the check"),
        Text(
            "Menyimpan hasil pemeriksaan sebagai satu halaman HTML yang dapat dibuka dan dicetak "
            "tanpa Excel, lalu membukanya.",
            "Saves the result of the check as one HTML page, which opens and prints without "
            "Excel, and opens it.",
        ),
        "WebPagePreview",
        "P",
    ),
    Button(
        "pengaturan",
        "selaras_bantuan",
        Text("Pengaturan", "Settings"),
        Text("Ubah pengaturan Selaras", "Change the settings of Selaras"),
        Text(
            "Membuka lembar Pengaturan: tahun rencana, pemerintah daerah, dan perangkat daerah "
            "yang dipakai saat memeriksa buku kerja ini.",
            "Opens the sheet Pengaturan: the plan year, regional government and agency with which "
            "this workbook is checked.",
        ),
        "ControlProperties",
        "G",
        needs_book=False,
    ),
    Button(
        "panduan",
        "selaras_bantuan",
        Text("Panduan", "Guide"),
        Text("Buka panduan Selaras", "Open the guide of Selaras"),
        Text(
            "Cara memeriksa, membaca temuan, memperbaiki, dan memakai fungsi SELARAS di dalam sel.",
            "How to check, read findings, mend, and use the SELARAS functions in cells.",
        ),
        "Help",
        "A",
        needs_book=False,
    ),
    Button(
        "tentang",
        "selaras_bantuan",
        Text("Tentang", "About"),
        Text("Tentang Selaras", "About Selaras"),
        Text(
            "Versi Selaras, Python, dan xlwings yang dipakai, lisensi, serta letak berkas catatan "
            "(log).",
            "The versions of Selaras, Python and xlwings in use, licences, and where the log file "
            "is.",
        ),
        "Info",
        "V",
        needs_book=False,
    ),
)

#: What the buttons are called, by their ids: for texts that tell to press one.
LABEL: Mapping[str, Text] = {button.id: button.label for button in BUTTONS}
