"""The sheet "Pengaturan": what drives all titles, the lists to choose from, what is lit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from selaras.recognise.settings_sheet import ISIAN
from selaras.values.sumber_dana import LEPAS, POHON
from selaras_templates.layout.places import Tata
from selaras_templates.layout.sentences import AWAL, KOTA, OPD, PEMDA, TAHUN
from selaras_templates.setting import Setelan

from .style import Gaya
from .validation import SATUAN, SUMBER_DANA

NAMA = "Pengaturan"
#: Names of the cells to be filled in, from top to bottom.
_NAMA_ISIAN = (TAHUN, PEMDA, "jenis_pemda", OPD, "kode_opd", AWAL, KOTA)
_SATUAN = (
    *("dokumen", "laporan", "orang", "orang/bulan", "orang / bulan", "paket", "unit", "bulan"),
    *("kegiatan", "kali", "koperasi", "usaha mikro", "UM", "kelompok", "lembaga", "desa"),
    *("kelurahan", "kecamatan", "lokasi", "rumah tangga", "keluarga", "peserta", "pelaku usaha"),
    *("km", "m2", "hektare", "ton", "buah", "set", "rekomendasi", "data", "sistem", "aplikasi"),
    *("indeks", "nilai", "angka", "rupiah"),
)
_PERTAMA = 5
#: So far down a list may grow.
_TERAKHIR = 120


def sumber_dana() -> tuple[str, ...]:
    """Return the known fund sources, those that cover others first."""
    names = [*POHON, *(one for below in POHON.values() for one in below), *LEPAS]
    return tuple(dict.fromkeys(names))


def nama_terdefinisi(book: Workbook) -> None:
    """Give names to the settings and lists."""
    for place, name in enumerate(_NAMA_ISIAN):
        book.define_name(name, f"={NAMA}!$B${_PERTAMA + place}")
    for name, letter in ((SUMBER_DANA, "E"), (SATUAN, "F")):
        first = f"{NAMA}!${letter}${_PERTAMA}"
        cells = f"{first}:${letter}${_TERAKHIR}"
        # No blank cell at the end: one would let a list take anything.
        book.define_name(name, f"=OFFSET({first},0,0,COUNTA({cells}),1)")


def tulis(
    book: Workbook,
    gaya: Gaya,
    setelan: Setelan,
    tables: Sequence[tuple[Tata, int]],
    satuan: Sequence[str] = (),
) -> None:
    """Add the sheet; each table comes with how many of its rows are lit.

    `satuan` are further units, as a nomenclature has them.
    """
    sheet = book.add_worksheet(NAMA)
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 46)
    sheet.set_column(2, 2, 52)
    sheet.set_column(3, 3, 3)
    sheet.set_column(4, 5, 24)
    title = gaya.format(bold=True, font_size=13)
    small = gaya.format(text_wrap=True, font_color="#595959")
    label = gaya.format_box(bold=True, bg_color="#F2F2F2")
    sheet.write_string(0, 0, "Pengaturan", title)
    sheet.merge_range(1, 0, 1, 2, "", small)
    sheet.write_string(
        1, 0, "Isi kotak kuning. Semua judul dan tahun pada kepala tabel mengikuti isinya.", small
    )
    _isian(sheet, gaya, setelan, label, small)
    _daftar(sheet, gaya, label, small, satuan)
    _ringkasan(sheet, gaya, label, small, tables)
    sheet.set_landscape()
    sheet.set_paper(14)
    sheet.fit_to_pages(1, 0)


def _isian(sheet: Worksheet, gaya: Gaya, setelan: Setelan, label: Format, small: Format) -> None:
    given: dict[str, str | int] = {
        "tahun": setelan.tahun,
        "pemda.nama": setelan.pemda,
        "pemda.jenis": setelan.region_kind,
        "opd.nama": setelan.opd,
        "opd.kode": setelan.kode_opd,
    }
    fields = [
        (entry.label.id, given[entry.kunci], entry.petunjuk.id, entry.pilihan)
        for entry in ISIAN
        if entry.kunci in given
    ]
    fields += [
        ("Tahun pertama Renstra", setelan.renstra_start, "Tahun Renstra yang lain mengikuti.", ()),
        ("Tempat tanda tangan", setelan.kota, "Misalnya: Mojokerto.", ()),
    ]
    sheet.write_string(_PERTAMA - 2, 0, "Dokumen", gaya.format(bold=True))
    for offset, (name, value, hint, choices) in enumerate(fields):
        row = _PERTAMA - 1 + offset
        sheet.write_string(row, 0, name, label)
        look = {"locked": False, "bg_color": "#FFF2CC", "align": "left"}
        if isinstance(value, int):
            sheet.write_number(row, 1, value, gaya.format_box(num_format="0", **look))
            sheet.data_validation(row, 1, row, 1, _TAHUN)
        else:
            sheet.write_string(row, 1, value, gaya.format_box(num_format="@", **look))
            if choices:
                sheet.data_validation(row, 1, row, 1, {"validate": "list", "source": list(choices)})
        sheet.write_string(row, 2, hint, small)


_TAHUN: dict[str, Any] = {
    "validate": "integer",
    "criteria": "between",
    "minimum": 2000,
    "maximum": 2100,
    "error_title": "Bukan tahun",
    "error_message": "Isi dengan tahun empat angka, misalnya 2027.",
}


def _daftar(
    sheet: Worksheet, gaya: Gaya, label: Format, small: Format, satuan: Sequence[str]
) -> None:
    units = tuple(dict.fromkeys((*_SATUAN, *satuan)))
    lists = (("Sumber dana", sumber_dana()), ("Satuan", units))
    sheet.merge_range(1, 4, 1, 5, "", small)
    sheet.write_string(1, 4, "Daftar pilihan: tambahkan di bawahnya tanpa baris kosong.", small)
    look = gaya.format_box(locked=False, num_format="@")
    for column, (name, entries) in enumerate(lists, 4):
        sheet.write_string(_PERTAMA - 2, column, name, label)
        for offset, entry in enumerate(entries[: _TERAKHIR - _PERTAMA]):
            sheet.write_string(_PERTAMA - 1 + offset, column, entry, look)


def _ringkasan(
    sheet: Worksheet, gaya: Gaya, label: Format, small: Format, tables: Sequence[tuple[Tata, int]]
) -> None:
    """Say for each sheet how many rows are lit, so that nobody has to look through all of them."""
    row = _PERTAMA + 8
    sheet.write_string(row - 1, 0, "Hasil pemeriksaan buku kerja ini", gaya.format(bold=True))
    sheet.merge_range(row, 0, row, 2, "", small)
    sheet.write_string(
        row,
        0,
        "Baris yang kodenya keliru atau pagunya bukan jumlah bawahannya. Nol berarti tidak ada.",
        small,
    )
    look = gaya.format_box(num_format="0", align="left", locked=True)
    for offset, (tata, lit) in enumerate((one for one in tables if one[0].bantu), 1):
        sheet.write_url(row + offset, 0, f"internal:'{tata.spec.name}'!A1", label, tata.spec.name)
        sheet.write_formula(row + offset, 1, _hitung(tata), look, lit)
        sheet.write_string(row + offset, 2, tata.spec.title.id, small)


def _hitung(tata: Tata) -> str:
    """Return the formula that counts the rows that are lit."""
    name = f"'{tata.spec.name}'!"

    def rows(huruf: str) -> str:
        return f"{name}${huruf}${tata.number_row + 1}:${huruf}${tata.batas}"

    if tata.key_column == "kode":
        return f'=COUNTIF({rows(tata.huruf_bantu("", "periksa"))},"?*")'
    counts = [f"COUNT({rows(tata.huruf_bantu(kolom.key, 'selisih'))})" for kolom in tata.money_columns]
    return "=" + "+".join(counts)
