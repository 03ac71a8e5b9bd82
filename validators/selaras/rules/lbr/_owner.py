"""Whose table it is, as its title lines say: agency and government; and when two are the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from selaras.rule.seen import Table
from selaras.values.fold import fold, measure_likeness
from selaras.values.kode_reading import read_kode_opd
from selaras.values.lazy_regex import LazyPattern

#: Longer lines are sentences, which may speak of anyone.
LONGEST = 110
#: Names at least so alike are one name and a slip of the pen.
ALIKE = 0.85

_AGENCY = LazyPattern(
    r"\b(?P<kind>dinas|badan|kecamatan|inspektorat|satuan polisi pamong praja|sekretariat daerah|"
    r"sekretariat dprd)\b(?P<name>[^:;|()]*)",
    re.IGNORECASE,
)
#: A kabupaten or kota first: its province may be named before or after it.
_GOVERNMENTS = tuple(
    LazyPattern(rf"\b(?P<kind>{kinds})\b\.?\s+(?P<name>[^:;|()/,]*)", re.IGNORECASE)
    for kinds in ("kabupaten|kab|kota", "provinsi|prov")
)
#: What ends a name.
_END = LazyPattern(
    r"\b(?:kabupaten|kab|kota|provinsi|prov|tahun|tw|triwulan|semester|periode|anggaran|pada|"
    r"dan prakiraan|yang)\b|\d",
    re.IGNORECASE,
)
_CODE = LazyPattern(r"\b\d\.\d{1,2}(?:\.[0-9]{1,4}){5,7}\b")
_KINDS = {"kab": "kabupaten", "prov": "provinsi"}
_FILLING = frozenset(("dan", "serta", "bidang", "urusan"))


class Owner(NamedTuple):
    """One thing that a title says of its table's owner, and the cell that says it."""

    #: As written, for people.
    text: str
    #: "dinas", "kota" ..., and the words of the name, folded; for a code, its parts.
    kind: str
    words: tuple[str, ...]
    row: int = 0
    column: int = 0


def find_agency(table: Table) -> Owner | None:
    """Return the agency that a title line names; None where none does, or a unit of one."""
    for row, column, text in reversed(table.title_cells):
        if len(text) <= LONGEST and (found := read_agency(text)) is not None:
            return found._replace(row=row, column=column)
    return None


def find_government(table: Table) -> Owner | None:
    """Return the regional government that a title line names; None where none does."""
    for row, column, text in reversed(table.title_cells):
        if len(text) <= LONGEST and (found := read_government(text)) is not None:
            return found._replace(row=row, column=column)
    return None


def find_code(table: Table) -> Owner | None:
    """Return the agency that a title line gives the code of; a unit's code is its agency's."""
    for row, column, text in reversed(table.title_cells):
        match = _CODE.search(text) if len(text) <= LONGEST else None
        if match is not None and (found := read_code(match[0])) is not None:
            return found._replace(row=row, column=column)
    return None


def read_agency(text: str) -> Owner | None:
    """Return the agency that a text names."""
    match = _AGENCY.search(text)
    if match is None:
        return None
    name = _cut(match["name"])
    words = tuple(word for word in fold(name).split() if word not in _FILLING)
    kind = fold(match["kind"])
    if not words and kind in ("dinas", "badan", "kecamatan"):
        return None
    return Owner(f"{match['kind']} {name}".strip(), kind, words)


def read_government(text: str) -> Owner | None:
    """Return the government that a text names: kabupaten or kota before the province."""
    for pattern in _GOVERNMENTS:
        match = pattern.search(text)
        name = _cut(match["name"]) if match else ""
        words = tuple(fold(name).split())
        if match is not None and words and len(words) <= 4:
            kind = fold(match["kind"])
            return Owner(f"{match['kind']} {name}", _KINDS.get(kind, kind), words)
    return None


def read_code(text: str) -> Owner | None:
    """Return the agency of a code, its unit left out."""
    if read_kode_opd(text) is None:
        return None
    parts = tuple(str(int(part)) for part in text.split(".") if part)
    return Owner(text, "kode", parts[:7])


def _cut(name: str) -> str:
    end = _END.search(name)
    return " ".join((name[: end.start()] if end else name).split()).strip(" .-–")


def is_same(one: Owner, other: Owner) -> bool:
    """Tell whether two name the same; any doubt counts for that."""
    if one.kind != other.kind:
        # A province and a kabupaten in it may both be named.
        return one.kind == "provinsi" or other.kind == "provinsi"
    if one.kind == "kode":
        return one.words == other.words
    if one.words == other.words:
        return True
    if one.kind in ("kabupaten", "kota", "provinsi"):
        return measure_likeness(" ".join(one.words), " ".join(other.words)) >= ALIKE
    short, long = sorted((one.words, other.words), key=len)
    if set(short) <= set(long) or _is_abbreviation(short, long) or _is_abbreviation(long, short):
        return True
    return measure_likeness(" ".join(short), " ".join(long)) >= ALIKE


def _is_abbreviation(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether a name is another in short: words left out at its end, "UM" for "Usaha Mikro".

    A word may stand for one that begins like it, or for the initials of several.
    """
    if not short:
        return True
    if not long:
        return False
    first, rest = short[0], short[1:]
    if len(first) >= 3 and (long[0].startswith(first) or measure_likeness(first, long[0]) >= ALIKE):
        return _is_abbreviation(rest, long[1:])
    for count in range(2, min(len(first), len(long)) + 1):
        if first == "".join(word[0] for word in long[:count]) and _is_abbreviation(
            rest, long[count:]
        ):
            return True
    return first == long[0] and _is_abbreviation(rest, long[1:])


def find_common(owners: Iterable[Owner]) -> Owner | None:
    """Return what nearly all name; None where too few do, or where several are meant to be there.

    At least three, and three in four: a workbook of several agencies has none in common.
    """
    named = list(owners)
    best = max(named, key=lambda one: sum(is_same(one, o) for o in named), default=None)
    if best is None:
        return None
    agree = sum(is_same(best, one) for one in named)
    return best if agree >= 3 and agree * 4 >= len(named) * 3 else None
