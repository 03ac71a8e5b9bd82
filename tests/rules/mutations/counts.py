"""How often a corruption was put in, found at its cell, and followed by an error not stated."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator

DEEP_RUN_PLACES = int(os.environ.get("SELARAS_MUTASI") or 0)
"""In a deep run, how many places are tried for each corruption in each layout."""
ARE_ALL_LAYOUTS_TRIED = bool(DEEP_RUN_PLACES) or os.environ.get("SELARAS_MUTASI_TATA") == "semua"
"""Whether each corruption is tried in every layout that it names, not in one of them."""

#: "JML001 dicoba" -> how often.
COUNTS: Counter[str] = Counter()


def count_try(rule: str, *, found: bool, unstated: int) -> None:
    """Enter one try."""
    COUNTS[f"{rule} dicoba"] += 1
    COUNTS[f"{rule} ditemukan"] += found
    COUNTS[f"{rule} kesalahan lain"] += unstated


def yield_report() -> Iterator[str]:
    """Yield the recall and the unstated errors of each family, as lines."""
    families = sorted({key[:3] for key in COUNTS})
    for family in families:
        tried, found, other = (
            sum(n for key, n in COUNTS.items() if key[:3] == family and key.endswith(what))
            for what in ("dicoba", "ditemukan", "kesalahan lain")
        )
        yield (
            f"{family}: {found} of {tried} found at the cell ({100 * found / tried:.2f} %), "
            f"{other} unstated errors"
        )
