"""Words for people: the same sentence in Indonesian and in English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    import datetime

Language = Literal["id", "en"]


class Text(NamedTuple):
    """A sentence in both languages of the product; Indonesian comes first."""

    id: str
    en: str

    def say_in(self, language: Language) -> str:
        """Return the sentence in the language asked for."""
        return self.id if language == "id" else self.en

    def __add__(self, other: object) -> Text:
        if not isinstance(other, Text):
            return NotImplemented
        return Text(self.id + other.id, self.en + other.en)


EMPTY = Text("", "")


def capitalise(text: str) -> str:
    """Return the text with its first letter in upper case, as a sentence begins."""
    return text[:1].upper() + text[1:]


def cut_short(text: str, longest: int) -> str:
    """Return the text, cut short with dots where it is longer than so many characters."""
    return text if len(text) <= longest else text[: longest - 3].rstrip() + "..."


_MONTHS = (
    Text("Januari", "January"), Text("Februari", "February"), Text("Maret", "March"),
    Text("April", "April"), Text("Mei", "May"), Text("Juni", "June"),
    Text("Juli", "July"), Text("Agustus", "August"), Text("September", "September"),
    Text("Oktober", "October"), Text("November", "November"), Text("Desember", "December"),
)  # fmt: skip


def write_date(day: datetime.date, language: Language) -> str:
    """Return a day as people write it: 31 Desember 2026."""
    return f"{day.day} {_MONTHS[day.month - 1].say_in(language)} {day.year}"
