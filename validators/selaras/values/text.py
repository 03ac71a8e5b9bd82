"""Words for people: the same sentence in Indonesian and in English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    import datetime

Bahasa = Literal["id", "en"]


class Teks(NamedTuple):
    """A sentence in both languages of the product; Indonesian comes first."""

    id: str
    en: str

    def dalam(self, bahasa: Bahasa) -> str:
        """Return the sentence in the language asked for."""
        return self.id if bahasa == "id" else self.en

    def __add__(self, other: object) -> Teks:
        if not isinstance(other, Teks):
            return NotImplemented
        return Teks(self.id + other.id, self.en + other.en)


KOSONG = Teks("", "")


def besar(text: str) -> str:
    """Return the text with its first letter in upper case, as a sentence begins."""
    return text[:1].upper() + text[1:]


def pendek(text: str, terpanjang: int) -> str:
    """Return the text, cut short with dots where it is longer than so many characters."""
    return text if len(text) <= terpanjang else text[: terpanjang - 3].rstrip() + "..."


_BULAN = (
    Teks("Januari", "January"), Teks("Februari", "February"), Teks("Maret", "March"),
    Teks("April", "April"), Teks("Mei", "May"), Teks("Juni", "June"),
    Teks("Juli", "July"), Teks("Agustus", "August"), Teks("September", "September"),
    Teks("Oktober", "October"), Teks("November", "November"), Teks("Desember", "December"),
)  # fmt: skip


def tanggal(hari: datetime.date, bahasa: Bahasa) -> str:
    """Return a day as people write it: 31 Desember 2026."""
    return f"{hari.day} {_BULAN[hari.month - 1].dalam(bahasa)} {hari.year}"
