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

from selaras.values.text import Text
from selaras_addin.functions import CATEGORY, FUNCTIONS
from selaras_addin.log import log_error
from selaras_addin.udf.achievement import compute_achievement
from selaras_addin.udf.arrays import BadArguments, CellResults, say_in_cell
from selaras_addin.udf.check import check_kodes
from selaras_addin.udf.kode import find_levels, find_names, find_parents, normalise_kodes
from selaras_addin.udf.lookup import match_amounts
from selaras_addin.udf.money import convert_rupiah, spell_amounts
from selaras_addin.udf.pagu import compute_differences, compute_subtotals

_TABLE = {function.name: function for function in FUNCTIONS}

# The process that Excel calls makes some twenty thousand objects for a column, most of which live:
# by its own count the collector would walk them thirty times a call.
gc.set_threshold(100_000)


def _register(f: Callable[..., CellResults]) -> Callable[..., CellResults]:
    """Give a function to Excel as the table describes it; what goes wrong is said in its cell."""
    function = _TABLE[f.__name__]
    given = [(p.name, p.default is not p.empty) for p in inspect.signature(f).parameters.values()]
    if given != [(p.name, p.optional) for p in function.parameters]:
        raise TypeError(f"{f.__name__} has other parameters than the table says")

    @functools.wraps(f)
    def call(*arguments: Any) -> CellResults:
        try:
            return f(*arguments)
        except BadArguments as error:
            return [[say_in_cell(error.message)]]
        except Exception as error:
            failed = Text("Selaras gagal menghitung.", "Selaras failed to calculate this.")
            return [[say_in_cell(failed + log_error(f.__name__, error))]]

    call.__doc__ = say_in_cell(function.help)
    # Raw: error values arrive as what they are, and no cell is looked at twice.
    for parameter in function.parameters:
        call = xw.arg(parameter.name, "raw", doc=say_in_cell(parameter.help))(call)
    return xw.func(category=CATEGORY)(xw.ret("raw")(call))


@_register
def SELARAS_KODE(kode: Any) -> CellResults:
    return normalise_kodes(kode)


@_register
def SELARAS_TINGKAT(kode: Any) -> CellResults:
    return find_levels(kode)


@_register
def SELARAS_INDUK(kode: Any) -> CellResults:
    return find_parents(kode)


@_register
def SELARAS_PERIKSA_KODE(kolom_kode: Any) -> CellResults:
    return check_kodes(kolom_kode)


@_register
def SELARAS_NAMA(kode: Any, tahun: Any = None) -> CellResults:
    return find_names(kode, tahun)


@_register
def SELARAS_SUBTOTAL(kolom_kode: Any, kolom_pagu: Any) -> CellResults:
    return compute_subtotals(kolom_kode, kolom_pagu)


@_register
def SELARAS_SELISIH(kolom_kode: Any, kolom_pagu: Any) -> CellResults:
    return compute_differences(kolom_kode, kolom_pagu)


@_register
def SELARAS_COCOK(kode: Any, kolom_kode_lain: Any, kolom_pagu_lain: Any) -> CellResults:
    return match_amounts(kode, kolom_kode_lain, kolom_pagu_lain)


@_register
def SELARAS_RUPIAH(teks: Any) -> CellResults:
    return convert_rupiah(teks)


@_register
def SELARAS_TERBILANG(angka: Any) -> CellResults:
    return spell_amounts(angka)


@_register
def SELARAS_CAPAIAN(realisasi: Any, target: Any) -> CellResults:
    return compute_achievement(realisasi, target)
