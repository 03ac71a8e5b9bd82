"""The sheet "Petunjuk": a short guide and a worked example, for who opens the workbook first."""

from __future__ import annotations

from xlsxwriter.workbook import Workbook

from .style import WorkbookFormats

GUIDE_SHEET = "Petunjuk"

_STEPS = (
    (
        "1. Isi Pengaturan",
        "Nama daerah, perangkat daerah, dan tahun. Judul dan tahun semua tabel mengikuti.",
    ),
    (
        "2. Isi tabel dari atas ke bawah",
        "Ketik kode, nama, indikator, lokasi, target, dan sumber dana. Baris memformat dirinya "
        "menurut kodenya: program tebal dan kuning, kegiatan tebal miring. Pada tabel tanpa kode, "
        "nomor 1, 1.1, dan 1.1.1 menentukan tingkatnya.",
    ),
    (
        "3. Ketik pagu di baris terbawah saja",
        "Pagu diketik pada sub kegiatan, atau pada rinciannya bila ada (baris tanpa kode di "
        "bawahnya). Kegiatan, program, dan JUMLAH menjumlahkan sendiri.",
    ),
    (
        "4. Menyisipkan, menghapus, memindah",
        "Sisipkan baris di tengah tabel (klik kanan nomor baris, Insert), hapus, atau pindahkan: "
        "penjumlahan tetap benar. Jangan menghapus baris nomor kolom dan baris JUMLAH.",
    ),
    (
        "5. Yang menyala jingga",
        "Pagu yang diketik bukan jumlah bawahannya, atau kode yang muncul dua kali. Kolom abu-abu "
        "di kanan tabel (tidak ikut dicetak) menyebut jumlah seharusnya dan selisihnya. Pada "
        "T-C.31 juga selisih terhadap RKPD yang belum diberi alasan.",
    ),
    (
        "6. Mengembalikan rumus",
        "Bila rumus penjumlahan terhapus, salin sel pagu dari baris kosong mana pun. Di "
        "LibreOffice, baris sisipan untuk program atau kegiatan perlu disalini dengan cara itu.",
    ),
    (
        "7. Merapikan sebelum dicetak",
        "Hapus baris kosong yang tersisa. Kepala tabel berulang di setiap halaman.",
    ),
    (
        "8. Periksa seluruhnya",
        "Selaras memeriksa juga nama, target, dan keselarasan antartabel: jalankan "
        "selaras check pada berkas ini.",
    ),
)
_EXAMPLES = (
    ("2.17.03 di kolom Kode", "Baris menjadi tebal dan kuning: sebuah program. Pagunya menunggu."),
    ("2.17.03.2.01 di bawahnya", "Baris menjadi tebal miring: kegiatan program itu."),
    (
        "2.17.03.2.01.0001, pagu 60000000",
        "Sub kegiatan. Kegiatan dan program di atasnya kini 60.000.000.",
    ),
    (
        "2.17.03.2.01.0002, pagu 30000000",
        "Kegiatan dan program menjadi 90.000.000, begitu juga JUMLAH.",
    ),
    (
        "Tanpa kode: nama belanja, pagu 20000000",
        "Rincian di bawah sub kegiatan 0002. Pagu sub kegiatan itu menyala, karena rinciannya baru "
        "20.000.000 dari 30.000.000; Selisih menyebut 10.000.000.",
    ),
    (
        "Satu rincian lagi, pagu 10000000",
        "Nyalanya padam: rincian dan sub kegiatan sama.",
    ),
)
_LOCK_NOTE = (
    "Lembar tidak diproteksi, karena proteksi Excel melarang menyisipkan dan menghapus baris. "
    "Sel rumus menolak ketikan. Bila isian sudah final, proteksi dapat dinyalakan lewat Review > "
    "Protect Sheet: sel rumus sudah bertanda terkunci, sel isian tidak, dan tidak ada kata sandi."
)


def write_template_guide(book: Workbook, formats: WorkbookFormats, title: str) -> None:
    """Add the sheet."""
    sheet = book.add_worksheet(GUIDE_SHEET)
    sheet.set_column(0, 0, 40)
    sheet.set_column(1, 1, 92)
    sheet.hide_gridlines(2)
    sheet.write_string(0, 0, "Petunjuk", formats.format(bold=True, font_size=13))
    sheet.write_string(1, 0, title, formats.format(font_color="#595959"))
    head = formats.format_box(
        bold=True, bg_color="#D9E2F3", text_wrap=True, valign="top", font_size=10
    )
    text = formats.format_box(text_wrap=True, valign="top", font_size=10)
    row = 3
    for name, words in _STEPS:
        sheet.set_row(row, _compute_height(words))
        sheet.write_string(row, 0, name, head)
        sheet.write_string(row, 1, words, text)
        row += 1
    row += 1
    sheet.write_string(row, 0, "Contoh", formats.format(bold=True, font_size=11))
    row += 1
    sheet.write_string(row, 0, "Anda mengetik", head)
    sheet.write_string(row, 1, "Yang terjadi", head)
    row += 1
    for typed, happens in _EXAMPLES:
        sheet.set_row(row, _compute_height(happens))
        sheet.write_string(row, 0, typed, text)
        sheet.write_string(row, 1, happens, text)
        row += 1
    row += 1
    note = formats.format(text_wrap=True, valign="top", font_color="#595959")
    sheet.merge_range(row, 0, row, 1, "", note)
    sheet.set_row(row, 42)
    sheet.write_string(row, 0, _LOCK_NOTE, note)
    sheet.set_landscape()
    sheet.set_paper(14)
    sheet.fit_to_pages(1, 0)


def _compute_height(words: str) -> float:
    return 13.0 * -(-len(words) // 104) + 2
