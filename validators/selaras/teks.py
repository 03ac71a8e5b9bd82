"""Words for people: the same sentence in Indonesian and in English."""

from __future__ import annotations

from typing import Literal, NamedTuple

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
