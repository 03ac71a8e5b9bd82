"""What the formulas of a filled table come to, so that each is written with its result."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from selaras_templates.layout.places import Tata

Nilai = str | int | None
Baris = Mapping[str, Nilai]

_KODE = re.compile(r"[1-9](\.\d\d(\.\d\d(\.\d\.\d\d(\.\d\d(\d\d)?)?)?)?)?")


@dataclass(frozen=True)
class Isi:
    """The rows of a table from top to bottom, and what its total says where it is typed."""

    baris: Sequence[Baris] = ()
    jumlah: Baris = field(default_factory=dict)


class Hitungan:
    """The results of the helper columns of one filled table."""

    def __init__(self, tata: Tata, isi: Isi) -> None:
        self._tata = tata
        self._isi = isi
        self._kunci = [str(row.get(tata.kunci) or "") for row in isi.baris] if tata.kunci else []
        self.seharusnya = {kolom.key: self._semua(kolom.key) for kolom in tata.uang}

    def selisih(self, uang: str, place: int) -> int | str:
        """Return what is written less what should be; blank where they agree."""
        should = self.seharusnya[uang][place]
        if should == "":
            return ""
        difference = _bilangan(self._isi.baris[place].get(uang)) - int(should)
        return difference or ""

    def beda(self, kiri: str, kanan: str, place: int) -> int | str:
        """Return how much one amount is above another of its row; blank where they agree."""
        row = self._isi.baris[place]
        return (_bilangan(row.get(kanan)) - _bilangan(row.get(kiri))) or ""

    def jumlah(self, uang: str) -> int:
        """Return the total of a money column."""
        top = 2 if self._tata.kunci == "kode" else 0
        return sum(
            _bilangan(row.get(uang))
            for row, key in zip(self._isi.baris, self._kunci, strict=True)
            if key and key.count(".") == top
        )

    def periksa(self, place: int) -> str:
        """Return the message on a row; blank where all is well."""
        key = self._kunci[place]
        if not key:
            return ""
        if not _KODE.fullmatch(key):
            return "Bentuk kode keliru"
        if self._kunci.count(key) > 1:
            return "Kode ganda"
        if key.count(".") > 3 and key[: 12 if key.count(".") == 5 else 7] not in self._kunci:
            return "Induknya belum ada"
        if any(self.selisih(kolom.key, place) != "" for kolom in self._tata.uang):
            return "Pagu bukan jumlah bawahannya"
        return ""

    def menyala(self) -> int:
        """Return how many messages the table has; without codes, how many differences."""
        places = range(len(self._isi.baris))
        if self._tata.kunci == "kode":
            return sum(self.periksa(place) != "" for place in places)
        return sum(
            self.selisih(kolom.key, place) != "" for kolom in self._tata.uang for place in places
        )

    def _semua(self, uang: str) -> list[int | str]:
        if not self._tata.berjumlah:
            return [""] * len(self._isi.baris)
        return [self._satu(uang, place) for place, _ in enumerate(self._isi.baris)]

    def _satu(self, uang: str, place: int) -> int | str:
        key = self._kunci[place]
        if not key:
            return ""
        rows = self._isi.baris
        if self._tata.kunci == "kode" and key.count(".") == 5:
            found: list[Nilai] = []
            for below in range(place + 1, len(rows)):
                if self._kunci[below]:
                    break
                found.append(rows[below].get(uang))
            amounts = [amount for amount in found if isinstance(amount, int)]
            return sum(amounts) if amounts else ""
        step = 2 if self._tata.kunci == "kode" and key.count(".") == 2 else 1
        children = [
            below
            for below in range(place + 1, len(rows))
            if self._kunci[below].startswith(f"{key}.")
            and self._kunci[below].count(".") == key.count(".") + step
        ]
        return sum(_bilangan(rows[child].get(uang)) for child in children) if children else ""


def _bilangan(value: Nilai) -> int:
    return value if isinstance(value, int) else 0
