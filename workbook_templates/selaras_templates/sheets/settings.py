"""The sheet "Pengaturan": what drives all titles, the lists to choose from, what is lit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from selaras.recognise.settings_sheet import SETTING_ENTRIES
from selaras.values.sumber_dana import SEPARATE_SOURCES, SOURCE_TREE
from selaras_templates.layout.places import SheetLayout
from selaras_templates.layout.sentences import OPD, PEMDA, PLAN_YEAR, RENSTRA_START, SIGNING_PLACE
from selaras_templates.setting import TemplateSetting

from .style import WorkbookFormats
from .validation import MEASURES_NAME, SUMBER_DANA_NAME

SETTINGS_SHEET = "Pengaturan"
#: Names of the cells to be filled in, from top to bottom.
_ENTRY_NAMES = (PLAN_YEAR, PEMDA, "jenis_pemda", OPD, "kode_opd", RENSTRA_START, SIGNING_PLACE)
_MEASURES = (
    *("dokumen", "laporan", "orang", "orang/bulan", "orang / bulan", "paket", "unit", "bulan"),
    *("kegiatan", "kali", "koperasi", "usaha mikro", "UM", "kelompok", "lembaga", "desa"),
    *("kelurahan", "kecamatan", "lokasi", "rumah tangga", "keluarga", "peserta", "pelaku usaha"),
    *("km", "m2", "hektare", "ton", "buah", "set", "rekomendasi", "data", "sistem", "aplikasi"),
    *("indeks", "nilai", "angka", "rupiah"),
)
_FIRST_ROW = 5
#: So far down a list may grow.
_LAST_ROW = 120


def list_sumber_dana() -> tuple[str, ...]:
    """Return the known fund sources, those that cover others first."""
    names = [
        *SOURCE_TREE,
        *(one for below in SOURCE_TREE.values() for one in below),
        *SEPARATE_SOURCES,
    ]
    return tuple(dict.fromkeys(names))


def define_names(book: Workbook) -> None:
    """Give names to the settings and lists."""
    for place, name in enumerate(_ENTRY_NAMES):
        book.define_name(name, f"={SETTINGS_SHEET}!$B${_FIRST_ROW + place}")
    for name, letter in ((SUMBER_DANA_NAME, "E"), (MEASURES_NAME, "F")):
        first = f"{SETTINGS_SHEET}!${letter}${_FIRST_ROW}"
        cells = f"{first}:${letter}${_LAST_ROW}"
        # No blank cell at the end: one would let a list take anything.
        book.define_name(name, f"=OFFSET({first},0,0,COUNTA({cells}),1)")


def write_settings(
    book: Workbook,
    formats: WorkbookFormats,
    setting: TemplateSetting,
    tables: Sequence[tuple[SheetLayout, int]],
    measures: Sequence[str] = (),
) -> None:
    """Add the sheet; each table comes with how many of its rows are lit.

    `measures` are further units, as a nomenclature has them.
    """
    sheet = book.add_worksheet(SETTINGS_SHEET)
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 46)
    sheet.set_column(2, 2, 52)
    sheet.set_column(3, 3, 3)
    sheet.set_column(4, 5, 24)
    title = formats.format(bold=True, font_size=13)
    small = formats.format(text_wrap=True, font_color="#595959")
    label = formats.format_box(bold=True, bg_color="#F2F2F2")
    sheet.write_string(0, 0, "Pengaturan", title)
    sheet.merge_range(1, 0, 1, 2, "", small)
    sheet.write_string(
        1, 0, "Isi kotak kuning. Semua judul dan tahun pada kepala tabel mengikuti isinya.", small
    )
    _write_entries(sheet, formats, setting, label, small)
    _write_lists(sheet, formats, label, small, measures)
    _write_summary(sheet, formats, label, small, tables)
    sheet.set_landscape()
    sheet.set_paper(14)
    sheet.fit_to_pages(1, 0)


def _write_entries(
    sheet: Worksheet,
    formats: WorkbookFormats,
    setting: TemplateSetting,
    label: Format,
    small: Format,
) -> None:
    given: dict[str, str | int] = {
        "tahun": setting.year,
        "pemda.nama": setting.pemda,
        "pemda.jenis": setting.region_kind,
        "opd.nama": setting.opd,
        "opd.kode": setting.kode_opd,
    }
    fields = [
        (entry.label.id, given[entry.key], entry.hint.id, entry.choices)
        for entry in SETTING_ENTRIES
        if entry.key in given
    ]
    fields += [
        ("Tahun pertama Renstra", setting.renstra_start, "Tahun Renstra yang lain mengikuti.", ()),
        ("Tempat tanda tangan", setting.signing_place, "Misalnya: Mojokerto.", ()),
    ]
    sheet.write_string(_FIRST_ROW - 2, 0, "Dokumen", formats.format(bold=True))
    for offset, (name, value, hint, choices) in enumerate(fields):
        row = _FIRST_ROW - 1 + offset
        sheet.write_string(row, 0, name, label)
        look = {"locked": False, "bg_color": "#FFF2CC", "align": "left"}
        if isinstance(value, int):
            sheet.write_number(row, 1, value, formats.format_box(num_format="0", **look))
            sheet.data_validation(row, 1, row, 1, _YEAR_RULE)
        else:
            sheet.write_string(row, 1, value, formats.format_box(num_format="@", **look))
            if choices:
                sheet.data_validation(row, 1, row, 1, {"validate": "list", "source": list(choices)})
        sheet.write_string(row, 2, hint, small)


_YEAR_RULE: dict[str, Any] = {
    "validate": "integer",
    "criteria": "between",
    "minimum": 2000,
    "maximum": 2100,
    "error_title": "Bukan tahun",
    "error_message": "Isi dengan tahun empat angka, misalnya 2027.",
}


def _write_lists(
    sheet: Worksheet,
    formats: WorkbookFormats,
    label: Format,
    small: Format,
    measures: Sequence[str],
) -> None:
    units = tuple(dict.fromkeys((*_MEASURES, *measures)))
    lists = (("Sumber dana", list_sumber_dana()), ("Satuan", units))
    sheet.merge_range(1, 4, 1, 5, "", small)
    sheet.write_string(1, 4, "Daftar pilihan: tambahkan di bawahnya tanpa baris kosong.", small)
    look = formats.format_box(locked=False, num_format="@")
    for column, (name, entries) in enumerate(lists, 4):
        sheet.write_string(_FIRST_ROW - 2, column, name, label)
        for offset, entry in enumerate(entries[: _LAST_ROW - _FIRST_ROW]):
            sheet.write_string(_FIRST_ROW - 1 + offset, column, entry, look)


def _write_summary(
    sheet: Worksheet,
    formats: WorkbookFormats,
    label: Format,
    small: Format,
    tables: Sequence[tuple[SheetLayout, int]],
) -> None:
    """Say for each sheet how many rows are lit, so that nobody has to look through all of them."""
    row = _FIRST_ROW + 8
    sheet.write_string(row - 1, 0, "Hasil pemeriksaan buku kerja ini", formats.format(bold=True))
    sheet.merge_range(row, 0, row, 2, "", small)
    sheet.write_string(
        row,
        0,
        "Baris yang kodenya keliru atau pagunya bukan jumlah bawahannya. Nol berarti tidak ada.",
        small,
    )
    look = formats.format_box(num_format="0", align="left", locked=True)
    for offset, (layout, lit) in enumerate((one for one in tables if one[0].helpers), 1):
        sheet.write_url(
            row + offset, 0, f"internal:'{layout.spec.name}'!A1", label, layout.spec.name
        )
        sheet.write_formula(row + offset, 1, _count_lit(layout), look, lit)
        sheet.write_string(row + offset, 2, layout.spec.title.id, small)


def _count_lit(layout: SheetLayout) -> str:
    """Return the formula that counts the rows that are lit."""
    name = f"'{layout.spec.name}'!"

    def span_rows(letters: str) -> str:
        return f"{name}${letters}${layout.number_row + 1}:${letters}${layout.end_row}"

    if layout.key_column == "kode":
        return f'=COUNTIF({span_rows(layout.find_helper_letters("", "periksa"))},"?*")'
    counts = [
        f"COUNT({span_rows(layout.find_helper_letters(column.key, 'selisih'))})"
        for column in layout.money_columns
    ]
    return "=" + "+".join(counts)
