"""The functions in cells as Excel calls them, by way of xlwings.

Names, help and arguments are those of `selaras_addin.functions`. Ranges come as arguments, whole,
and results go back whole: a call for a column costs about as much as a call for a cell.
"""

from __future__ import annotations

import functools
import gc
import inspect
from collections.abc import Callable
from typing import Any

import xlwings as xw

from selaras.values.text import Teks
from selaras_addin.functions import CATEGORY, FUNCTIONS
from selaras_addin.log import catat
from selaras_addin.udf.achievement import capaian
from selaras_addin.udf.arrays import Hasil, Keliru, kata
from selaras_addin.udf.check import periksa_kode
from selaras_addin.udf.kode import bentuk_baku, induk, nama, tingkat
from selaras_addin.udf.lookup import cocok
from selaras_addin.udf.money import rupiah, terbilang
from selaras_addin.udf.pagu import selisih, subtotal

_TABLE = {function.name: function for function in FUNCTIONS}

# The process that Excel calls makes some twenty thousand objects for a column, most of which live:
# by its own count the collector would walk them thirty times a call.
gc.set_threshold(100_000)


def _fungsi(f: Callable[..., Hasil]) -> Callable[..., Hasil]:
    """Give a function to Excel as the table describes it; what goes wrong is said in its cell."""
    function = _TABLE[f.__name__]
    given = [(p.name, p.default is not p.empty) for p in inspect.signature(f).parameters.values()]
    if given != [(p.name, p.optional) for p in function.parameters]:
        raise TypeError(f"{f.__name__} has other parameters than the table says")

    @functools.wraps(f)
    def call(*arguments: Any) -> Hasil:
        try:
            return f(*arguments)
        except Keliru as error:
            return [[kata(error.pesan)]]
        except Exception as error:
            failed = Teks("Selaras gagal menghitung.", "Selaras failed to calculate this.")
            return [[kata(failed + catat(f.__name__, error))]]

    call.__doc__ = kata(function.help)
    # Raw: error values arrive as what they are, and no cell is looked at twice.
    for parameter in function.parameters:
        call = xw.arg(parameter.name, "raw", doc=kata(parameter.help))(call)
    return xw.func(category=CATEGORY)(xw.ret("raw")(call))


@_fungsi
def SELARAS_KODE(kode: Any) -> Hasil:
    return bentuk_baku(kode)


@_fungsi
def SELARAS_TINGKAT(kode: Any) -> Hasil:
    return tingkat(kode)


@_fungsi
def SELARAS_INDUK(kode: Any) -> Hasil:
    return induk(kode)


@_fungsi
def SELARAS_PERIKSA_KODE(kolom_kode: Any) -> Hasil:
    return periksa_kode(kolom_kode)


@_fungsi
def SELARAS_NAMA(kode: Any, tahun: Any = None) -> Hasil:
    return nama(kode, tahun)


@_fungsi
def SELARAS_SUBTOTAL(kolom_kode: Any, kolom_pagu: Any) -> Hasil:
    return subtotal(kolom_kode, kolom_pagu)


@_fungsi
def SELARAS_SELISIH(kolom_kode: Any, kolom_pagu: Any) -> Hasil:
    return selisih(kolom_kode, kolom_pagu)


@_fungsi
def SELARAS_COCOK(kode: Any, kolom_kode_lain: Any, kolom_pagu_lain: Any) -> Hasil:
    return cocok(kode, kolom_kode_lain, kolom_pagu_lain)


@_fungsi
def SELARAS_RUPIAH(teks: Any) -> Hasil:
    return rupiah(teks)


@_fungsi
def SELARAS_TERBILANG(angka: Any) -> Hasil:
    return terbilang(angka)


@_fungsi
def SELARAS_CAPAIAN(realisasi: Any, target: Any) -> Hasil:
    return capaian(realisasi, target)
