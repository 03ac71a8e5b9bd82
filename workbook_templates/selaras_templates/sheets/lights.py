"""What lights up in a table, and how rows look by their codes."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.values.a1 import column_letters
from selaras_templates.formulas import table
from selaras_templates.layout.places import Bantu, Tata

from .canvas import Kanvas


def pasang(kanvas: Kanvas) -> None:
    """Add the conditional formats of a table; what is wrong comes before how a row looks."""
    tata, sheet = kanvas.tata, kanvas.sheet
    if not tata.key_column:
        return
    # From the row of numbers on: a row inserted as the first one is then within.
    top, bottom, last = tata.number_row - 1, tata.batas - 2, len(tata.kolom) - 1
    for column, condition in (*_uang(tata), *_kode(tata)):
        sheet.conditional_format(top, column, bottom, column, kanvas.gaya.format_lit(condition))
    for rule in kanvas.gaya.format_by_kode(tata):
        sheet.conditional_format(top, 0, bottom, last, rule)
    for column, bantu in enumerate(tata.bantu, last + 1):
        if bantu.peran in ("selisih", "periksa", "beda"):
            rule = kanvas.gaya.format_lit(_terisi(tata, column, bantu))
            sheet.conditional_format(top, column, bottom, column, rule)


def _uang(tata: Tata) -> Iterator[tuple[int, str]]:
    """Yield the money columns, each with a condition under which an amount is wrong."""
    if not tata.berjumlah:
        return
    sums = table.Penjumlahan(tata)
    for kolom in tata.money_columns:
        column = tata.nomor_kolom(kolom.key)
        yield column, sums.beda_anak(kolom.key)
        if tata.key_column == "kode":
            yield column, sums.beda_rincian(kolom.key)


def _kode(tata: Tata) -> Iterator[tuple[int, str]]:
    """Yield the column of codes, with the condition that one stands there twice."""
    if tata.key_column == "kode":
        own = f"${tata.find_letters('kode')}{tata.number_row}"
        below, count = table.di_bawah_nomor(tata), table.banyak(tata, own)
        yield tata.nomor_kolom("kode"), f'=AND({below},{own}<>"",{count}>1)'


def _terisi(tata: Tata, column: int, bantu: Bantu) -> str:
    """Return the condition that a helper column has something to say."""
    test = f'{column_letters(column + 1)}{tata.number_row}<>""'
    if bantu.peran == "beda":
        # A difference is no mistake once its reason is given.
        test += f',${tata.find_letters("catatan")}{tata.number_row}=""'
    return f"=AND({table.di_bawah_nomor(tata)},{test})"
