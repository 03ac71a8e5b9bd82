"""The editions of the national nomenclature: how names tell them, and for which years they are."""

from __future__ import annotations

import re
from typing import NamedTuple

from selaras.nomenklatur.entry import PlanYears


class NationalEdition(NamedTuple):
    """One edition: the regulation, and the plan years whose documents rest on it."""

    name: str
    number: int
    issue_year: int
    years: PlanYears


#: An edition also serves the plan of the year that the next one came too late for.
EDITIONS = (
    NationalEdition("Permendagri 90/2019", 90, 2019, PlanYears(2021, 2021)),
    NationalEdition("Kepmendagri 050-3708/2020", 3708, 2020, PlanYears(2021, 2022)),
    NationalEdition("Kepmendagri 050-5889/2021", 5889, 2021, PlanYears(2022, 2024)),
    NationalEdition("Kepmendagri 900.1.15.5-1317/2023", 1317, 2023, PlanYears(2024, 2025)),
    NationalEdition("Kepmendagri 900.1.15.5-3406/2024", 3406, 2024, PlanYears(2025, 2026)),
    NationalEdition("Kepmendagri 900.1-2850/2025", 2850, 2025, PlanYears(2026, 2027)),
    NationalEdition("Kepmendagri 900.1-861/2026", 861, 2026, PlanYears(2027, 2027)),
)


def find_edition(text: str) -> NationalEdition | None:
    """Return the edition that a name speaks of: by its number, or as "900 ... 2023"."""
    numbers = [int(digits) for digits in re.findall(r"\d+", text)]
    for edition in reversed(EDITIONS):
        # "90" alone is too common a number; the others are hardly met by chance.
        if edition.number in numbers and (edition.number > 100 or edition.issue_year in numbers):
            return edition
    if 900 in numbers:
        return next((edition for edition in EDITIONS if edition.issue_year in numbers), None)
    return None


def find_years(text: str) -> PlanYears | None:
    """Return the years that a list of this name is for: its edition's, else a year in the name."""
    edition = find_edition(text)
    if edition is not None:
        return edition.years
    years = re.findall(r"(?<!\d)20[2-4]\d(?!\d)", text)
    return PlanYears(int(years[0]), int(years[-1])) if years and years[0] <= years[-1] else None


def read_years(text: str) -> PlanYears | None:
    """Return the years written as "2024" or "2024-2026"; None when they are not years."""
    found = re.fullmatch(r"(20\d\d)(?:\s*[-–]\s*(20\d\d))?", text.strip(), re.ASCII)
    if not found:
        return None
    first, last = int(found[1]), int(found[2] or found[1])
    return PlanYears(first, last) if first <= last else None
