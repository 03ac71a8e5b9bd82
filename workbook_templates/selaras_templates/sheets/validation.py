"""What cells take, and what people read when they enter one: data validation in plain Indonesian.

Excel holds a validation formula to 255 characters.
"""

from __future__ import annotations

from typing import Any

from xlsxwriter.worksheet import Worksheet

from selaras.tables import ColumnSpec, Content
from selaras_templates.formulas.table import build_kode_check, count_kode
from selaras_templates.layout.places import SheetLayout

from .nomenklatur import build_kode_validation

#: Defined names of the lists on "Pengaturan".
SUMBER_DANA_NAME, MEASURES_NAME = "daftar_sumber_dana", "daftar_satuan"


def add_validation(sheet: Worksheet, layout: SheetLayout, *, has_nomenklatur: bool) -> None:
    """Add the validation of all cells of a table.

    `has_nomenklatur`: codes are chosen from a list of official ones.
    """
    # From the row of numbers on: a row inserted as the first one is then within.
    top, bottom, last = layout.number_row - 1, layout.end_row - 2, len(layout.columns) - 1
    for column, column_spec in enumerate(layout.columns):
        rule = build_validation(layout, column_spec)
        if rule is not None:
            if column_spec.key == "kode" and has_nomenklatur:
                rule = build_kode_validation(rule)
            sheet.data_validation(top, column, bottom, column, rule)
    if layout.helpers:
        sheet.data_validation(top, last + 1, bottom, last + len(layout.helpers), build_locked())
    if layout.has_sums:
        sheet.data_validation(bottom + 1, 0, bottom + 1, last, build_locked())


def build_validation(layout: SheetLayout, column_spec: ColumnSpec) -> dict[str, Any] | None:
    """Return the validation of a column; None where anything may stand."""
    if column_spec.content is Content.KODE:
        return _validate_kode(layout)
    if column_spec.content is Content.NO and layout.key_column == "no":
        return _validate_number(layout)
    if column_spec.content is Content.MONEY and column_spec.formula is None:
        return _validate_money()
    if column_spec.content is Content.SUMBER:
        return _validate_sumber()
    if column_spec.content is Content.TARGET and column_spec.formula is None:
        return _validate_target(layout, column_spec)
    return None


def build_locked() -> dict[str, Any]:
    """Return the validation of a cell that holds a formula and takes nothing typed.

    Protecting the sheet would do the same, but forbids to insert and to delete rows.
    """
    return {
        "validate": "custom",
        "value": "=FALSE",
        "error_title": "Sel ini dihitung",
        "error_message": "Isi sel ini dihitung oleh rumus. Tekan Esc; ubahlah baris di bawahnya.",
    }


def _validate_kode(layout: SheetLayout) -> dict[str, Any]:
    own = f"${layout.find_letters('kode')}{layout.number_row}"
    return {
        "validate": "custom",
        "value": f"=AND({build_kode_check(own)},{count_kode(layout, own)}=1)",
        "input_title": "Kode",
        "input_message": (
            "Program 2.17.01, kegiatan 2.17.01.2.01, sub kegiatan 2.17.01.2.01.0001: lengkap "
            "dengan nol dan titik. Kosongkan pada baris rincian dan indikator tambahan."
        ),
        "error_title": "Kode tidak sesuai",
        "error_message": (
            "Kode ditulis dengan nol dan titik, seperti 2.17.01 (program), 2.17.01.2.01 "
            "(kegiatan), atau 2.17.01.2.01.0001 (sub kegiatan), dan hanya boleh muncul satu kali."
        ),
    }


def _validate_number(layout: SheetLayout) -> dict[str, Any]:
    letters = layout.find_letters("no")
    own = f"${letters}{layout.number_row}"
    keys = f"${letters}${layout.number_row}:${letters}${layout.end_row}"
    return {
        "validate": "custom",
        "value": f'=SUMPRODUCT(--({keys}&""={own}&""))=1',
        "input_title": "Nomor",
        "input_message": (
            "Program 1, kegiatan 1.1, sub kegiatan 1.1.1: titiknya menentukan penjumlahan."
        ),
        "error_title": "Nomor ganda",
        "error_message": "Nomor ini sudah dipakai pada baris lain. Setiap nomor hanya satu kali.",
    }


def _validate_money() -> dict[str, Any]:
    return {
        "validate": "integer",
        "criteria": ">=",
        "value": 0,
        "input_title": "Pagu (rupiah penuh)",
        "input_message": (
            "Ketik angkanya saja, tanpa titik, Rp, atau koma. Program dan kegiatan dijumlahkan "
            "sendiri; ketik pada sub kegiatan, atau pada rinciannya bila ada."
        ),
        "error_title": "Bukan rupiah penuh",
        "error_message": (
            "Pagu diisi angka bulat, nol atau lebih, tanpa huruf: 4943313900. Tandanya (titik "
            "ribuan) ditampilkan sendiri."
        ),
    }


def _validate_sumber() -> dict[str, Any]:
    return {
        "validate": "list",
        "source": f"={SUMBER_DANA_NAME}",
        "input_title": "Sumber dana",
        "input_message": "Pilih dari daftar. Daftarnya dapat ditambah di lembar Pengaturan.",
        "error_type": "warning",
        "error_title": "Belum ada di daftar",
        "error_message": (
            "Sumber dana ini belum ada di daftar pada lembar Pengaturan. Lanjutkan bila memang "
            "demikian, misalnya untuk dua sumber sekaligus."
        ),
    }


def _validate_target(layout: SheetLayout, column_spec: ColumnSpec) -> dict[str, Any]:
    own = f"{layout.find_letters(column_spec.key)}{layout.number_row}"
    unit = f'MID({own},FIND(" ",{own}&" ")+1,60)'
    return {
        "validate": "custom",
        "value": (
            f'=OR(ISNUMBER({own}),{own}="-",ISNUMBER(FIND("%",{own})),ISNUMBER(FIND("(",{own})),'
            f"ISNUMBER(MATCH({unit},{MEASURES_NAME},0)))"
        ),
        "input_title": "Target dengan satuannya",
        "input_message": "Contoh: 6 dokumen, 100%, 84,8 (A). Tanda - bila tidak ada.",
        "error_type": "warning",
        "error_title": "Satuan belum ada di daftar",
        "error_message": (
            "Target ditulis angka lalu satuannya, seperti 6 dokumen. Satuan ini belum ada di "
            "daftar pada lembar Pengaturan; lanjutkan bila memang benar."
        ),
    }
