"""Our part of a note: what it looks like, and where it stands among what the user wrote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from selaras.report.words import SEVERITY
from selaras.values.text import besar

KEPALA = "[Selaras]"
TEMUAN, SARAN = "• ", "→ "
#: Between a note of the user's and our part of it.
JARAK = "\n\n"

_TINGKAT = "|".join(re.escape(besar(word)) for words in SEVERITY.values() for word in words)
#: The first two lines; the user may have written on behind the first.
_AWAL = re.compile(
    rf"^{re.escape(KEPALA)} (?:{_TINGKAT})(?=([^\n]*)\n{TEMUAN}[A-Z]+\d{{3}}: )", re.M
)
#: By so many letters a line is known as one of ours in which the user wrote.
_DIKENAL = 10


class Potongan(NamedTuple):
    """Letters of a note, from the first up to but without the last."""

    awal: int
    akhir: int


def cari(isi: str, texts: Sequence[str]) -> list[Potongan]:
    """Return which letters of a note are ours, from its beginning on; none in a note of the user's.

    `texts` are the notes that were kept, the longest first. Where none of them stands there as it
    was put, as when somebody wrote in it or the sheet came from another workbook, the lines that
    look like ours are, but for what was added to them.
    """
    whole = next((text for text in texts if text in isi), None)
    if whole is not None:
        start = isi.index(whole)
        return [_dengan_jarak(isi, Potongan(start, start + len(whole)))]
    match = _AWAL.search(isi)
    if match is None:
        return []
    known = {
        line for text in texts for line in text.split("\n") if line.startswith((TEMUAN, SARAN))
    }
    parts = [_dengan_jarak(isi, Potongan(*match.span()))]
    place = match.end(1)
    for line in isi[place + 1 :].split("\n"):
        if not line.startswith((TEMUAN, SARAN)):
            break
        own = _milik(line, known)
        if own:
            parts.append(Potongan(place, place + 1 + own))
        place += 1 + len(line)
    return parts


def _milik(line: str, known: Iterable[str]) -> int:
    """Return how many letters at the beginning of a line are ours."""
    own = max((len(one) for one in known if line.startswith(one)), default=0)
    if own or any(one[:_DIKENAL] == line[:_DIKENAL] for one in known):
        return own
    return len(line)


def _dengan_jarak(isi: str, part: Potongan) -> Potongan:
    before = isi[: part.awal].endswith(JARAK)
    return part._replace(awal=part.awal - len(JARAK)) if before else part
