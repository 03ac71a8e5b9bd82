"""How far a target was reached, in percent, from numbers and from texts with units."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from selaras.model.row import Uang
from selaras.reckon.rates import nisbah, persen_dari
from selaras.reckon.shown import satuan_cocok, terukur, tulis_persen
from selaras.values.equality import bulatkan
from selaras.values.target import Nilai, baca_sasaran
from selaras.values.text import Teks, pendek
from selaras_addin.excel_errors import Galat
from selaras_addin.udf.alike import sepadan
from selaras_addin.udf.arrays import Hasil, Keliru, Larik, Sel, galat, larik, nilai, ukuran

#: Decimals of the percentage.
DESIMAL = 2


def capaian(realisasi: object, target: object) -> Hasil:
    """Return what was reached in percent of the target, cell by cell; blank where either is.

    A single cell serves all cells of the other argument. A cell with several values ("1 paket ; 2
    unit") gives a text with as many percentages.
    """
    reached, wanted = _sebentuk(larik(realisasi), larik(target))
    return [
        [nilai(_capaian(a, b)) for a, b in zip(row, other, strict=True)]
        for row, other in zip(reached, wanted, strict=True)
    ]


def _sebentuk(one: Larik, other: Larik) -> tuple[Larik, Larik]:
    """Return both arguments in one shape. Raises Keliru where they have two."""
    shapes = [(len(rows), len(rows[0])) for rows in (one, other)]
    if shapes[0] == shapes[1]:
        return one, other
    if shapes[1] == (1, 1):
        return one, [other[0] * len(row) for row in one]
    if shapes[0] == (1, 1):
        return [one[0] * len(row) for row in other], other
    a, b = ukuran(one), ukuran(other)
    raise Keliru(
        Teks(
            f"realisasi ({a.id}) dan target ({b.id}) harus sama ukurannya.",
            f"realisasi ({a.en}) and target ({b.en}) must have the same size.",
        )
    )


def _capaian(realisasi: Sel, target: Sel) -> str | float | Teks:
    if type(realisasi) is float and type(target) is float:
        # Two plain numbers, as most cells are: the reading below would say no more.
        percent = persen_dari(_angka(realisasi), _angka(target))
        if percent is not None:
            return float(bulatkan(percent, DESIMAL))
    for cell in (realisasi, target):
        if isinstance(cell, Galat):
            return galat(cell)
    if type(realisasi) is str and type(target) is str:
        return _capaian_teks(realisasi, target)
    return _dibaca(realisasi, target)


@lru_cache(maxsize=1 << 14)
def _capaian_teks(realisasi: str, target: str) -> str | float | Teks:
    """Return the rate of two texts: a column has few pairs that are not there again."""
    return _dibaca(realisasi, target)


def _dibaca(realisasi: Sel, target: Sel) -> str | float | Teks:
    reached, wanted = baca_sasaran(realisasi), baca_sasaran(target)
    if not reached or not wanted:
        return ""
    if len(reached) != len(wanted):
        return Teks(
            f"Jumlah nilainya berbeda: {len(reached)} realisasi, {len(wanted)} target.",
            f"The numbers of values differ: {len(reached)} reached, {len(wanted)} targets.",
        )
    texts = (isinstance(realisasi, str), isinstance(target, str))
    found: list[Decimal] = []
    for atas, bawah in zip(reached, wanted, strict=True):
        percent = _persen(atas, bawah, texts)
        if isinstance(percent, Teks):
            return percent
        found.append(percent)
    if len(found) == 1:
        return float(bulatkan(found[0], DESIMAL))
    shown = [tulis_persen(percent) for percent in found]
    return Teks(" ; ".join(text.id for text in shown), " ; ".join(text.en for text in shown))


def _angka(value: float) -> Uang:
    return int(value) if value.is_integer() else Decimal(format(value, ".15g"))


def _persen(atas: Nilai, bawah: Nilai, texts: tuple[bool, bool]) -> Decimal | Teks:
    """Return the rate of two values, or why there is none."""
    meant = sepadan(atas, bawah, texts)
    if isinstance(meant, Teks):
        return meant
    for percent in nisbah(*meant):
        return percent
    for value in (atas, bawah):
        if not terukur(value):
            text = pendek(value.teks, 60)
            return Teks(
                f"“{text}” tidak terbaca sebagai satu angka.",
                f"“{text}” cannot be read as one number.",
            )
    if bawah.banding:
        return Teks(
            f"Target “{bawah.teks}” adalah batas atas: capaiannya tidak dapat dihitung.",
            f"The target “{bawah.teks}” is an upper bound: no rate follows from it.",
        )
    if not satuan_cocok((atas, bawah)):
        return Teks(
            f"Satuannya berbeda: {atas.satuan} dan {bawah.satuan}.",
            f"The units differ: {atas.satuan} and {bawah.satuan}.",
        )
    if bawah.angka is not None and bawah.angka > 0:
        return Teks("Capaiannya terlalu besar untuk ditulis.", "The rate is too large to be shown.")
    return Teks("Target nol atau negatif.", "The target is zero or negative.")
