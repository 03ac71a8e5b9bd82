"""What is not in order in a file: counted by kind, with the first of each as examples."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from selaras.values.text import Teks

_CONTOH = 3
_PANJANG = 110


class Macam(StrEnum):
    """Kinds of what can be wrong with a row."""

    KODE = "kode"
    TANPA_KODE = "tanpa-kode"
    NAMA = "nama"
    GANDA = "ganda"
    TINGKAT = "tingkat"
    INDUK = "induk"


#: What is said after the number of rows.
KATA: dict[Macam, Teks] = {
    Macam.KODE: Teks(
        "baris dilewati karena kodenya tidak terbaca", "rows left out: the code cannot be read"
    ),
    Macam.TANPA_KODE: Teks("baris dilewati karena tanpa kode", "rows left out: there is no code"),
    Macam.NAMA: Teks("baris dilewati karena namanya kosong", "rows left out: the name is blank"),
    Macam.GANDA: Teks(
        "baris dilewati karena kodenya sudah ada dengan nama lain",
        "rows left out: the code is there already with another name",
    ),
    Macam.TINGKAT: Teks(
        "baris menyebut tingkat yang bukan tingkat kodenya; yang dipakai kodenya",
        "rows name a level that is not the code's; the code counts",
    ),
    Macam.INDUK: Teks("kode tanpa induknya di daftar ini", "codes whose parent is not in the list"),
}


class Masalah(NamedTuple):
    """One kind of problem: how many rows have it, and the first of them."""

    macam: Macam
    banyak: int
    #: Place ("sheet!row") and what stands there.
    examples: tuple[tuple[str, str], ...]


class Catatan:
    """Counts problems and keeps the first examples of each kind."""

    def __init__(self) -> None:
        self._counts: dict[Macam, int] = {}
        self._examples: dict[Macam, list[tuple[str, str]]] = {}

    def catat(self, macam: Macam, place: str, text: str) -> None:
        """Count one row."""
        self._counts[macam] = self._counts.get(macam, 0) + 1
        examples = self._examples.setdefault(macam, [])
        if len(examples) < _CONTOH:
            short = text if len(text) <= _PANJANG else text[: _PANJANG - 3].rstrip() + "..."
            examples.append((place, short))

    def list_problems(self) -> tuple[Masalah, ...]:
        """Return all problems, in the order of their kinds."""
        return tuple(
            Masalah(macam, self._counts[macam], tuple(self._examples[macam]))
            for macam in Macam
            if macam in self._counts
        )
