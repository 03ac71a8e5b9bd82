"""What cells take, and what people read when they enter one: data validation in plain Indonesian.

Excel holds a validation formula to 255 characters.
"""

from __future__ import annotations

from typing import Any

from xlsxwriter.worksheet import Worksheet

from selaras.tables import Isi, Kolom
from selaras_templates.formulas.table import banyak, kode_sah
from selaras_templates.layout.places import Tata

from .nomenklatur import validasi_kode

#: Defined names of the lists on "Pengaturan".
SUMBER_DANA, SATUAN = "daftar_sumber_dana", "daftar_satuan"


def pasang(sheet: Worksheet, tata: Tata, *, bernomenklatur: bool) -> None:
    """Add the validation of all cells of a table.

    `bernomenklatur`: codes are chosen from a list of official ones.
    """
    # From the row of numbers on: a row inserted as the first one is then within.
    top, bottom, last = tata.number_row - 1, tata.batas - 2, len(tata.kolom) - 1
    for column, kolom in enumerate(tata.kolom):
        rule = validasi(tata, kolom)
        if rule is not None:
            if kolom.key == "kode" and bernomenklatur:
                rule = validasi_kode(rule)
            sheet.data_validation(top, column, bottom, column, rule)
    if tata.bantu:
        sheet.data_validation(top, last + 1, bottom, last + len(tata.bantu), terkunci())
    if tata.berjumlah:
        sheet.data_validation(bottom + 1, 0, bottom + 1, last, terkunci())


def validasi(tata: Tata, kolom: Kolom) -> dict[str, Any] | None:
    """Return the validation of a column; None where anything may stand."""
    if kolom.isi is Isi.KODE:
        return _kode(tata)
    if kolom.isi is Isi.NO and tata.key_column == "no":
        return _nomor(tata)
    if kolom.isi is Isi.UANG and kolom.rumus is None:
        return _uang()
    if kolom.isi is Isi.SUMBER:
        return _sumber()
    if kolom.isi is Isi.TARGET and kolom.rumus is None:
        return _target(tata, kolom)
    return None


def terkunci() -> dict[str, Any]:
    """Return the validation of a cell that holds a formula and takes nothing typed.

    Protecting the sheet would do the same, but forbids to insert and to delete rows.
    """
    return {
        "validate": "custom",
        "value": "=FALSE",
        "error_title": "Sel ini dihitung",
        "error_message": "Isi sel ini dihitung oleh rumus. Tekan Esc; ubahlah baris di bawahnya.",
    }


def _kode(tata: Tata) -> dict[str, Any]:
    own = f"${tata.find_letters('kode')}{tata.number_row}"
    return {
        "validate": "custom",
        "value": f"=AND({kode_sah(own)},{banyak(tata, own)}=1)",
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


def _nomor(tata: Tata) -> dict[str, Any]:
    huruf = tata.find_letters("no")
    own = f"${huruf}{tata.number_row}"
    keys = f"${huruf}${tata.number_row}:${huruf}${tata.batas}"
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


def _uang() -> dict[str, Any]:
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


def _sumber() -> dict[str, Any]:
    return {
        "validate": "list",
        "source": f"={SUMBER_DANA}",
        "input_title": "Sumber dana",
        "input_message": "Pilih dari daftar. Daftarnya dapat ditambah di lembar Pengaturan.",
        "error_type": "warning",
        "error_title": "Belum ada di daftar",
        "error_message": (
            "Sumber dana ini belum ada di daftar pada lembar Pengaturan. Lanjutkan bila memang "
            "demikian, misalnya untuk dua sumber sekaligus."
        ),
    }


def _target(tata: Tata, kolom: Kolom) -> dict[str, Any]:
    own = f"{tata.find_letters(kolom.key)}{tata.number_row}"
    unit = f'MID({own},FIND(" ",{own}&" ")+1,60)'
    return {
        "validate": "custom",
        "value": (
            f'=OR(ISNUMBER({own}),{own}="-",ISNUMBER(FIND("%",{own})),ISNUMBER(FIND("(",{own})),'
            f"ISNUMBER(MATCH({unit},{SATUAN},0)))"
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
