"""Why a file was not read: the kinds of refusal, in words for a planner and with a next step."""

from __future__ import annotations

from enum import StrEnum

from selaras.values.text import Text


class RefusalKind(StrEnum):
    """The typed refusals; the values are what reports show and never change."""

    PASSWORD = "sandi"
    OLD_XLS = "xls-lama"
    HTML = "html"
    XML = "xml"
    CSV = "csv"
    PDF = "pdf"
    EMPTY = "kosong"
    TRUNCATED = "terpotong"
    NOT_WORKBOOK = "bukan-buku-kerja"
    ARCHIVE = "arsip"
    BOMB = "bom"
    TOO_LARGE = "terlalu-besar"
    TOO_MANY_PARTS = "terlalu-banyak-bagian"
    PART_NAME = "nama-bagian"
    ENTITIES = "entitas"
    ENCODING = "enkode"
    OUT_OF_GRID = "di-luar-lembar"
    UNREADABLE = "tak-terbaca"
    BROKEN = "rusak"
    CRASHED = "mogok"


class Refusal(Exception):
    """A file that is not read: its kind, what is wrong with it, and what to do next."""

    def __init__(self, kind: RefusalKind, detail: str = "") -> None:
        super().__init__(kind, detail)
        self.kind = kind
        #: For the maintainer: which part, which limit. Never needed to understand the message.
        self.detail = detail
        #: Of the refused bytes; None when the file could not be read at all.
        self.sha256: str | None = None

    @property
    def message(self) -> Text:
        """What is wrong with the file."""
        return _WORDS[self.kind][0]

    @property
    def advice(self) -> Text:
        """What the user can do about it."""
        return _WORDS[self.kind][1]

    def __str__(self) -> str:
        return f"{self.kind}: {self.detail}" if self.detail else str(self.kind)


_SAVE_AS = Text(
    "Buka berkas ini di Excel, pilih Simpan Sebagai, jenis Buku Kerja Excel (.xlsx), lalu periksa "
    "berkas yang baru.",
    "Open the file in Excel, choose Save As, type Excel Workbook (.xlsx), then check the new file.",
)
_SEND_AGAIN = Text(
    "Minta atau unduh berkasnya sekali lagi, pastikan dapat dibuka di Excel, lalu periksa ulang.",
    "Ask for or download the file again, make sure that Excel opens it, then check again.",
)
_CLEAN = Text(
    "Jika berkas ini memang buku kerja Anda: buka di Excel, hapus lembar dan gambar yang tidak "
    "dipakai, simpan sebagai .xlsx dengan nama baru, lalu periksa ulang. Jika asalnya tidak jelas, "
    "jangan dibuka; tanyakan kepada pengirimnya.",
    "If it really is your workbook: open it in Excel, delete unused sheets and pictures, save it "
    "as .xlsx under a new name, then check again. If you do not know where it comes from, do not "
    "open it; ask the sender.",
)

_WORDS: dict[RefusalKind, tuple[Text, Text]] = {
    RefusalKind.PASSWORD: (
        Text(
            "Berkas ini dikunci dengan kata sandi, sehingga isinya tidak dapat dibaca.",
            "This file is locked with a password, so its contents cannot be read.",
        ),
        Text(
            "Buka di Excel dengan kata sandinya, lalu pilih File > Info > Lindungi Buku Kerja > "
            "Enkripsi dengan Kata Sandi, kosongkan kata sandinya, simpan, dan periksa ulang.",
            "Open it in Excel with the password, choose File > Info > Protect Workbook > Encrypt "
            "with Password, clear the password, save, and check again.",
        ),
    ),
    RefusalKind.OLD_XLS: (
        Text(
            "Ini berkas Excel lama (.xls, Excel 97-2003) yang tidak dapat dibaca.",
            "This is an old Excel file (.xls, Excel 97-2003) that cannot be read.",
        ),
        _SAVE_AS,
    ),
    RefusalKind.HTML: (
        Text(
            "Berkas ini sebenarnya halaman web (HTML) tanpa tabel, bukan buku kerja Excel.",
            "This file is really a web page (HTML) without a table, not an Excel workbook.",
        ),
        Text(
            "Unduh ulang dari aplikasinya setelah masuk (login); bila isinya memang tabel, buka di "
            "Excel dan simpan sebagai Buku Kerja Excel (.xlsx).",
            "Download it again from the application after signing in; if it does hold a table, "
            "open it in Excel and save it as Excel Workbook (.xlsx).",
        ),
    ),
    RefusalKind.XML: (
        Text(
            "Berkas ini berformat XML, bukan buku kerja Excel .xlsx.",
            "This file is XML, not an Excel .xlsx workbook.",
        ),
        _SAVE_AS,
    ),
    RefusalKind.CSV: (
        Text(
            "Berkas teks (CSV) ini tidak dapat dibaca sebagai tabel: tanda kutip atau pemisahnya "
            "tidak teratur.",
            "This text file (CSV) cannot be read as a table: its quotes or separators are out of "
            "order.",
        ),
        Text(
            "Buka di Excel, periksa apakah kolom dan angkanya terbaca benar, lalu simpan sebagai "
            "Buku Kerja Excel (.xlsx).",
            "Open it in Excel, see that columns and numbers came in right, then save it as Excel "
            "Workbook (.xlsx).",
        ),
    ),
    RefusalKind.PDF: (
        Text(
            "Berkas ini PDF, bukan buku kerja Excel.",
            "This file is a PDF, not an Excel workbook.",
        ),
        Text(
            "Minta buku kerja Excel (.xlsx) yang menjadi sumber PDF ini.",
            "Ask for the Excel workbook (.xlsx) from which this PDF was made.",
        ),
    ),
    RefusalKind.EMPTY: (
        Text("Berkas ini kosong, tidak ada isinya.", "This file is empty: it holds nothing."),
        _SEND_AGAIN,
    ),
    RefusalKind.TRUNCATED: (
        Text(
            "Berkas ini terpotong: bagian akhirnya hilang, biasanya karena unduhan atau penyalinan "
            "terhenti.",
            "This file is cut short: its end is missing, mostly because a download or a copy "
            "stopped.",
        ),
        _SEND_AGAIN,
    ),
    RefusalKind.NOT_WORKBOOK: (
        Text(
            "Berkas ini bukan buku kerja Excel, apa pun akhiran namanya.",
            "This file is not an Excel workbook, whatever its name ends in.",
        ),
        Text(
            "Pilih berkas buku kerja Excel (.xlsx). Bila ini dokumen Word, gambar atau arsip ZIP, "
            "minta buku kerja aslinya.",
            "Choose an Excel workbook (.xlsx). If this is a Word document, a picture or a ZIP "
            "archive, ask for the workbook itself.",
        ),
    ),
    RefusalKind.ARCHIVE: (
        Text(
            "Berkas ini arsip ZIP, bukan buku kerja; arsip di dalam arsip dan arsip tanpa buku "
            "kerja tidak dibuka.",
            "This file is a ZIP archive, not a workbook; archives within archives and archives "
            "without a workbook are not opened.",
        ),
        Text(
            "Ekstrak arsipnya ke sebuah folder, lalu periksa folder itu. Arsip berakhiran .zip "
            "yang langsung memuat buku kerja diperiksa tanpa diekstrak.",
            "Extract it to a folder, then check that folder. An archive named .zip that holds "
            "workbooks directly is checked without being extracted.",
        ),
    ),
    RefusalKind.BOMB: (
        Text(
            "Isi berkas ini mengembang secara tidak wajar saat dibuka, seperti berkas yang dibuat "
            "untuk membuat komputer macet.",
            "The contents of this file swell unnaturally when opened, like a file made to jam a "
            "computer.",
        ),
        _CLEAN,
    ),
    RefusalKind.TOO_LARGE: (
        Text(
            "Berkas ini terlalu besar untuk diperiksa dengan aman.",
            "This file is too large to be checked safely.",
        ),
        Text(
            "Hapus lembar, gambar dan baris yang tidak diperlukan, atau pecah menjadi beberapa "
            "buku kerja, lalu periksa ulang.",
            "Delete sheets, pictures and rows that are not needed, or split it into several "
            "workbooks, then check again.",
        ),
    ),
    RefusalKind.TOO_MANY_PARTS: (
        Text(
            "Berkas ini terdiri atas terlalu banyak bagian untuk sebuah buku kerja.",
            "This file has too many parts for a workbook.",
        ),
        _CLEAN,
    ),
    RefusalKind.PART_NAME: (
        Text(
            "Susunan dalam berkas ini tidak wajar: ada bagian yang namanya ganda atau menunjuk ke "
            "luar berkas.",
            "The inside of this file is not as it should be: a part's name occurs twice or points "
            "outside the file.",
        ),
        _CLEAN,
    ),
    RefusalKind.ENTITIES: (
        Text(
            "Berkas ini memuat definisi entitas XML, yang tidak pernah dibuat oleh Excel dan dapat "
            "disalahgunakan.",
            "This file holds XML entity definitions, which Excel never writes and which can be "
            "abused.",
        ),
        _CLEAN,
    ),
    RefusalKind.ENCODING: (
        Text(
            "Tulisan di dalam berkas ini memakai enkode huruf yang tidak dikenal.",
            "The text inside this file uses an unknown character encoding.",
        ),
        _SAVE_AS,
    ),
    RefusalKind.OUT_OF_GRID: (
        Text(
            "Berkas ini memuat sel di luar batas lembar Excel (1.048.576 baris, kolom XFD).",
            "This file holds a cell outside an Excel sheet (1,048,576 rows, column XFD).",
        ),
        _SAVE_AS,
    ),
    RefusalKind.UNREADABLE: (
        Text(
            "Berkas ini tidak dapat dibuka: tidak ada, bukan berkas biasa, atau Anda tidak berhak "
            "membacanya.",
            "This file cannot be opened: it does not exist, is no ordinary file, or you may not "
            "read it.",
        ),
        Text(
            "Periksa nama dan letaknya, tutup berkas itu di program lain, dan pastikan Anda boleh "
            "membacanya.",
            "Check its name and place, close it in other programs, and make sure that you may read "
            "it.",
        ),
    ),
    RefusalKind.BROKEN: (
        Text(
            "Berkas ini rusak: susunan di dalamnya tidak lengkap atau tidak sesuai aturan.",
            "This file is damaged: its inside is incomplete or against the rules.",
        ),
        Text(
            "Buka di Excel dan terima perbaikan yang ditawarkan, simpan sebagai .xlsx dengan nama "
            "baru, lalu periksa ulang. Bila Excel pun tidak bisa membukanya, minta lagi berkasnya.",
            "Open it in Excel and accept the repair it offers, save it as .xlsx under a new name, "
            "then check again. If Excel cannot open it either, ask for the file again.",
        ),
    ),
    RefusalKind.CRASHED: (
        Text(
            "Pembaca berkas berhenti mendadak saat membaca berkas ini.",
            "The reader stopped suddenly while reading this file.",
        ),
        _SAVE_AS,
    ),
}
