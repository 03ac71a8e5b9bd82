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

    rows: Sequence[Baris] = ()
    totals: Baris = field(default_factory=dict)


class Hitungan:
    """The results of the helper columns of one filled table."""

    def __init__(self, tata: Tata, isi: Isi) -> None:
        self._tata = tata
        self._isi = isi
        self._keys = [str(row.get(tata.key_column) or "") for row in isi.rows] if tata.key_column else []
        self.seharusnya = {kolom.key: self._semua(kolom.key) for kolom in tata.money_columns}

    def find_difference(self, uang: str, place: int) -> int | str:
        """Return what is written less what should be; blank where they agree."""
        should = self.seharusnya[uang][place]
        if should == "":
            return ""
        difference = _bilangan(self._isi.rows[place].get(uang)) - int(should)
        return difference or ""

    def find_gap(self, kiri: str, kanan: str, place: int) -> int | str:
        """Return how much one amount is above another of its row; blank where they agree."""
        row = self._isi.rows[place]
        return (_bilangan(row.get(kanan)) - _bilangan(row.get(kiri))) or ""

    def find_total(self, uang: str) -> int:
        """Return the total of a money column."""
        top = 2 if self._tata.key_column == "kode" else 0
        return sum(
            _bilangan(row.get(uang))
            for row, key in zip(self._isi.rows, self._keys, strict=True)
            if key and key.count(".") == top
        )

    def find_message(self, place: int) -> str:
        """Return the message on a row; blank where all is well."""
        key = self._keys[place]
        if not key:
            return ""
        if not _KODE.fullmatch(key):
            return "Bentuk kode keliru"
        if self._keys.count(key) > 1:
            return "Kode ganda"
        if key.count(".") > 3 and key[: 12 if key.count(".") == 5 else 7] not in self._keys:
            return "Induknya belum ada"
        if any(self.find_difference(kolom.key, place) != "" for kolom in self._tata.money_columns):
            return "Pagu bukan jumlah bawahannya"
        return ""

    def count_lit(self) -> int:
        """Return how many messages the table has; without codes, how many differences."""
        places = range(len(self._isi.rows))
        if self._tata.key_column == "kode":
            return sum(self.find_message(place) != "" for place in places)
        return sum(
            self.find_difference(kolom.key, place) != "" for kolom in self._tata.money_columns for place in places
        )

    def _semua(self, uang: str) -> list[int | str]:
        if not self._tata.berjumlah:
            return [""] * len(self._isi.rows)
        return [self._satu(uang, place) for place, _ in enumerate(self._isi.rows)]

    def _satu(self, uang: str, place: int) -> int | str:
        key = self._keys[place]
        if not key:
            return ""
        rows = self._isi.rows
        if self._tata.key_column == "kode" and key.count(".") == 5:
            found: list[Nilai] = []
            for below in range(place + 1, len(rows)):
                if self._keys[below]:
                    break
                found.append(rows[below].get(uang))
            amounts = [amount for amount in found if isinstance(amount, int)]
            return sum(amounts) if amounts else ""
        step = 2 if self._tata.key_column == "kode" and key.count(".") == 2 else 1
        children = [
            below
            for below in range(place + 1, len(rows))
            if self._keys[below].startswith(f"{key}.")
            and self._keys[below].count(".") == key.count(".") + step
        ]
        return sum(_bilangan(rows[child].get(uang)) for child in children) if children else ""


def _bilangan(value: Nilai) -> int:
    return value if isinstance(value, int) else 0
