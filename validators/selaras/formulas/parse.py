"""Read the text of a formula as a sum, by recursive descent: one pass, no way back.

Known are SUM, SUBTOTAL, SUMIF, SUMIFS, + and -, arithmetic with constants, and what people put
around a sum without changing what it adds: ROUND, IFERROR, IF(ISERROR(...)), N, VALUE, brackets.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

from selaras.formulas.algebra import (
    Daftar,
    Operan,
    TakTerbacaError,
    gabung,
    harus_kosong,
    kali,
    negatif,
    rentang,
    skalar,
    terjumlah,
    tetapan,
)
from selaras.formulas.plain import bentuk_lugas
from selaras.formulas.shapes import Bentuk, Cara, Rentang, Suku, Syarat
from selaras.formulas.tokens import Lambang, pisah

#: Brackets within brackets, as many as Excel allows.
TERDALAM = 64
#: Digits of a number; Excel keeps fifteen.
ANGKA_TERPANJANG = 40


@lru_cache(maxsize=1 << 15)
def baca_bentuk(formula: str) -> Bentuk | None:
    """Return the sum that a formula is, without looking at any cell; None when it is none.

    The text is in the form that files store: English names, a comma between arguments. A formula
    of constants alone has no terms.
    """
    plain = bentuk_lugas(formula)
    if plain is not None:
        return plain
    pieces = pisah(formula)
    if pieces is None:
        return None
    reader = _Pengurai(pieces)
    try:
        read = skalar(reader.ungkapan())
        reader.habis()
    except TakTerbacaError:
        return None
    return read


class _Pengurai:
    """Reads the pieces from left to right; each method leaves off behind what it has read."""

    def __init__(self, pieces: list[Lambang]) -> None:
        self._pieces = pieces
        self._at = 0
        self._dalam = 0

    # Pieces

    def _ambil(self, *signs: str) -> str | None:
        """Take the next piece if it is one of these signs."""
        kind, text = self._pieces[self._at]
        if kind == "tanda" and text in signs:
            self._at += 1
            return text
        return None

    def _harus(self, sign: str) -> None:
        if self._ambil(sign) is None:
            raise TakTerbacaError

    def habis(self) -> None:
        """Raise when anything is left."""
        if self._pieces[self._at].jenis != "akhir":
            raise TakTerbacaError

    # Arithmetic

    def ungkapan(self) -> Operan:
        """Read terms joined by + and -."""
        first = self._perkalian()
        sign = self._ambil("+", "-")
        if sign is None:
            return first
        parts = [skalar(first)]
        while sign is not None:
            part = skalar(self._perkalian())
            parts.append(part if sign == "+" else negatif(part))
            sign = self._ambil("+", "-")
        return gabung(parts)

    def _perkalian(self) -> Operan:
        left = self._bertanda()
        while sign := self._ambil("*", "/"):
            left = kali(skalar(left), sign, skalar(self._bertanda()))
        return left

    def _bertanda(self) -> Operan:
        negative = False
        signed = False
        while sign := self._ambil("+", "-"):
            signed = True
            negative ^= sign == "-"
        value = self._dasar()
        while self._ambil("%"):
            value = kali(skalar(value), "/", Bentuk((), Decimal(100)))
        if negative:
            return negatif(skalar(value))
        return skalar(value) if signed else value

    def _dasar(self) -> Operan:
        kind, text = self._pieces[self._at]
        self._at += 1
        if kind == "rujukan":
            return Daftar((rentang(text),))
        if kind == "fungsi":
            return self._fungsi(text[:-1].upper().removeprefix("_XLFN."))
        if kind == "angka" and len(text) <= ANGKA_TERPANJANG:
            return Bentuk((), Decimal(text))
        if kind == "teks":
            return text[1:-1].replace('""', '"')
        if kind == "tanda" and text == "(":
            self._masuk()
            return self._dalam_kurung()
        raise TakTerbacaError

    def _masuk(self) -> None:
        self._dalam += 1
        if self._dalam > TERDALAM:
            raise TakTerbacaError

    def _dalam_kurung(self) -> Operan:
        """Read what stands in brackets: an expression, or references parted by commas."""
        found = self.ungkapan()
        while self._ambil(","):
            more = self.ungkapan()
            if not isinstance(found, Daftar) or not isinstance(more, Daftar):
                raise TakTerbacaError
            found = Daftar(found.rentang + more.rentang)
        self._keluar()
        return found

    def _keluar(self) -> None:
        self._harus(")")
        self._dalam -= 1

    # Functions

    def _fungsi(self, name: str) -> Operan:
        self._masuk()
        read = _FUNGSI.get(name)
        if read is None:
            raise TakTerbacaError
        found = read(self)
        self._keluar()
        return found

    def _read_sum(self) -> Bentuk:
        return self._daftar_suku("rentang")

    def _daftar_suku(self, cara: Cara) -> Bentuk:
        """Read arguments up to the bracket, all added up; one that is left out counts nothing."""
        parts: list[Bentuk] = []
        while True:
            kind, text = self._pieces[self._at]
            if kind != "tanda" or text not in ",)":
                parts.append(terjumlah(self.ungkapan(), cara))
            if not self._ambil(","):
                return gabung(parts)

    def _subtotal(self) -> Bentuk:
        code = tetapan(self.ungkapan())
        self._harus(",")
        if code not in (9, 109):
            raise TakTerbacaError
        found = self._daftar_suku("subtotal" if code == 9 else "subtotal_tampak")
        if found.tetap or any(not suku.cara.startswith("subtotal") for suku in found.suku):
            raise TakTerbacaError
        return found

    def _sumif(self) -> Bentuk:
        where = self._satu_rentang()
        condition = self._syarat(where)
        summed = self._satu_rentang() if self._ambil(",") else where
        # Whatever its size, the range to add begins at its corner and goes as far as the other.
        height = where.area.bottom - where.area.top
        width = where.area.right - where.area.left
        top, left = summed.area.top, summed.area.left
        area = summed.area._replace(bottom=top + height, right=left + width)
        return Bentuk((Suku(area, 1, summed.lembar, "rentang", (condition,)),))

    def _sumifs(self) -> Bentuk:
        summed = self._satu_rentang()
        conditions: list[Syarat] = []
        while self._ambil(","):
            conditions.append(self._syarat(self._satu_rentang()))
        if not conditions:
            raise TakTerbacaError
        suku = Suku(summed.area, 1, summed.lembar, "rentang", tuple(conditions))
        return Bentuk((suku,))

    def _satu_rentang(self) -> Rentang:
        found = self.ungkapan()
        if not isinstance(found, Daftar) or len(found.rentang) != 1:
            raise TakTerbacaError
        return found.rentang[0]

    def _syarat(self, where: Rentang) -> Syarat:
        """Read the criterion that follows a range: texts, numbers and cells joined by &."""
        self._harus(",")
        pieces = [self._potongan()]
        while self._ambil("&"):
            pieces.append(self._potongan())
        return Syarat(where, tuple(pieces))

    def _potongan(self) -> str | Decimal | Rentang:
        found = self._dasar()
        if isinstance(found, str):
            return found
        if isinstance(found, Daftar):
            if len(found.rentang) != 1 or not found.rentang[0].tunggal:
                raise TakTerbacaError
            return found.rentang[0]
        return tetapan(found)

    def _bulat(self) -> Bentuk:
        value = skalar(self.ungkapan())
        if self._ambil(","):
            tetapan(self.ungkapan())
        return value

    def _nilai(self) -> Bentuk:
        return skalar(self.ungkapan())

    def _jika_galat(self) -> Bentuk:
        value = skalar(self.ungkapan())
        self._harus(",")
        harus_kosong(self.ungkapan())
        return value

    def _jika(self) -> Bentuk:
        """Read IF where it keeps a sum from showing an error or a zero, and nothing else."""
        tested = self._uji()
        self._harus(",")
        then = self.ungkapan()
        self._harus(",")
        other = self.ungkapan()
        for value, blank in ((then, other), (other, then)):
            if not isinstance(value, str) and skalar(value) == tested:
                harus_kosong(blank)
                return tested
        raise TakTerbacaError

    def _uji(self) -> Bentuk:
        """Read the condition of IF; return the sum that it asks about."""
        kind, text = self._pieces[self._at]
        if kind == "fungsi" and text.upper() in _UJI:
            self._at += 1
            self._masuk()
            tested = skalar(self.ungkapan())
            self._keluar()
            return tested
        tested = skalar(self.ungkapan())
        if not self._ambil("=", "<>", ">", "<", ">=", "<="):
            raise TakTerbacaError
        harus_kosong(self.ungkapan())
        return tested


_UJI = ("ISERROR(", "ISERR(", "ISNA(", "ISNUMBER(", "ISBLANK(")
_FUNGSI: dict[str, Callable[[_Pengurai], Bentuk]] = {
    "SUM": _Pengurai._read_sum,
    "SUBTOTAL": _Pengurai._subtotal,
    "SUMIF": _Pengurai._sumif,
    "SUMIFS": _Pengurai._sumifs,
    "ROUND": _Pengurai._bulat,
    "ROUNDUP": _Pengurai._bulat,
    "ROUNDDOWN": _Pengurai._bulat,
    "IFERROR": _Pengurai._jika_galat,
    "IFNA": _Pengurai._jika_galat,
    "IF": _Pengurai._jika,
    "N": _Pengurai._nilai,
    "VALUE": _Pengurai._nilai,
}
