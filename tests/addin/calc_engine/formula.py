"""Formulas between the two dialects: Excel's `'T-C.33'!A1,B1` and Calc's `$'T-C.33'.A1;B1`."""

from __future__ import annotations

import re
from collections.abc import Callable

from .counter import GalatCalc

#: A text, a quoted sheet name, or what lies between them.
_POTONGAN = re.compile(r'"(?:[^"]|"")*"|\$?\'(?:[^\']|\'\')*\'|(?:[^"\'$]|\$(?!\'))+')
_TITIK = re.compile(r"(?<![A-Za-z0-9_.$])\$?([A-Za-z_][A-Za-z0-9_]*)\.(?=\$?[A-Z]{1,3}\$?\d|#REF!)")
_TITIK_AWAL = re.compile(r"^\.(?=\$?[A-Z]{1,3}\$?\d|#REF!|\$)")
_SERU = re.compile(r"([A-Za-z_][A-Za-z0-9_]*)!")
#: Excel takes no longer formula, and no longer text in one.
_RUMUS_TERPANJANG, _TEKS_TERPANJANG = 8192, 255


def periksa(rumus: str) -> None:
    """Raise GalatCalc for a formula that Excel would not take."""
    if len(rumus) > _RUMUS_TERPANJANG:
        raise GalatCalc(f"a formula of {len(rumus)} characters")
    for potongan in _POTONGAN.findall(rumus):
        isi = potongan[1:-1].replace('""', '"') if potongan.startswith('"') else ""
        if len(isi) > _TEKS_TERPANJANG:
            raise GalatCalc(f"a text of {len(isi)} characters in a formula")


def ke_excel(rumus: str) -> str:
    """Return a formula of Calc's API as Excel's `Range.Formula` shows it."""
    if not rumus.startswith("="):
        return rumus
    if rumus in ("=TRUE()", "=FALSE()"):
        # So Calc keeps a typed boolean.
        return rumus[1:-2]

    def biasa(teks: str, setelah_nama: bool) -> str:
        if setelah_nama:
            teks = _TITIK_AWAL.sub("!", teks)
        teks = _TITIK.sub(r"\1!", teks).replace(":.", ":")
        return teks.replace(";", ",").replace("|", ";")

    return _tiap(rumus, biasa, lepas_dolar=True)


def ke_calc(rumus: str) -> str:
    """Return a formula of Excel as Calc's API takes it."""

    def biasa(teks: str, setelah_nama: bool) -> str:
        teks = teks.replace(";", "|").replace(",", ";")
        if setelah_nama and teks.startswith("!"):
            teks = "." + teks[1:]
        return _SERU.sub(r"$\1.", teks)

    return _tiap(rumus, biasa, lepas_dolar=False)


def _tiap(rumus: str, biasa: Callable[[str, bool], str], *, lepas_dolar: bool) -> str:
    hasil: list[str] = []
    setelah_nama = False
    for potongan in _POTONGAN.findall(rumus):
        kutip = potongan.lstrip("$")[:1] == "'"
        if kutip:
            hasil.append(potongan.lstrip("$") if lepas_dolar else "$" + potongan.lstrip("$"))
        elif potongan.startswith('"'):
            hasil.append(potongan)
        else:
            hasil.append(biasa(potongan, setelah_nama))
        setelah_nama = kutip
    return "".join(hasil)
