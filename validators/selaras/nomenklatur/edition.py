"""The editions of the national nomenclature: how names tell them, and for which years they are."""

from __future__ import annotations

import re
from typing import NamedTuple

from selaras.nomenklatur.entry import Tahun


class Edisi(NamedTuple):
    """One edition: the regulation, and the plan years whose documents rest on it."""

    nama: str
    nomor: int
    terbit: int
    years: Tahun


#: An edition also serves the plan of the year that the next one came too late for.
EDISI = (
    Edisi("Permendagri 90/2019", 90, 2019, Tahun(2021, 2021)),
    Edisi("Kepmendagri 050-3708/2020", 3708, 2020, Tahun(2021, 2022)),
    Edisi("Kepmendagri 050-5889/2021", 5889, 2021, Tahun(2022, 2024)),
    Edisi("Kepmendagri 900.1.15.5-1317/2023", 1317, 2023, Tahun(2024, 2025)),
    Edisi("Kepmendagri 900.1.15.5-3406/2024", 3406, 2024, Tahun(2025, 2026)),
    Edisi("Kepmendagri 900.1-2850/2025", 2850, 2025, Tahun(2026, 2027)),
    Edisi("Kepmendagri 900.1-861/2026", 861, 2026, Tahun(2027, 2027)),
)


def edisi_dari(text: str) -> Edisi | None:
    """Return the edition that a name speaks of: by its number, or as "900 ... 2023"."""
    numbers = [int(digits) for digits in re.findall(r"\d+", text)]
    for edition in reversed(EDISI):
        # "90" alone is too common a number; the others are hardly met by chance.
        if edition.nomor in numbers and (edition.nomor > 100 or edition.terbit in numbers):
            return edition
    if 900 in numbers:
        return next((edition for edition in EDISI if edition.terbit in numbers), None)
    return None


def tahun_dari(text: str) -> Tahun | None:
    """Return the years that a list of this name is for: its edition's, else a year in the name."""
    edition = edisi_dari(text)
    if edition is not None:
        return edition.years
    years = re.findall(r"(?<!\d)20[2-4]\d(?!\d)", text)
    return Tahun(int(years[0]), int(years[-1])) if years and years[0] <= years[-1] else None


def baca_tahun(text: str) -> Tahun | None:
    """Return the years written as "2024" or "2024-2026"; None when they are not years."""
    found = re.fullmatch(r"(20\d\d)(?:\s*[-–]\s*(20\d\d))?", text.strip(), re.ASCII)
    if not found:
        return None
    first, last = int(found[1]), int(found[2] or found[1])
    return Tahun(first, last) if first <= last else None
