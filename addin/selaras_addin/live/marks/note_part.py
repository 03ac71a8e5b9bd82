"""Our part of a note: what it looks like, and where it stands among what the user wrote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from selaras.report.words import SEVERITY
from selaras.values.text import capitalise

NOTE_HEAD = "[Selaras]"
FINDING_SIGN, ADVICE_SIGN = "• ", "→ "
#: Between a note of the user's and our part of it.
GAP = "\n\n"

_SEVERITY_WORDS = "|".join(
    re.escape(capitalise(word)) for words in SEVERITY.values() for word in words
)
#: The first two lines; the user may have written on behind the first.
_LINE_START = re.compile(
    rf"^{re.escape(NOTE_HEAD)} (?:{_SEVERITY_WORDS})(?=([^\n]*)\n{FINDING_SIGN}[A-Z]+\d{{3}}: )",
    re.M,
)
#: By so many letters a line is known as one of ours in which the user wrote.
_KNOWN_LETTERS = 10


class NoteSpan(NamedTuple):
    """Letters of a note, from the first up to but without the last."""

    start: int
    end: int


def find_spans(note_text: str, texts: Sequence[str]) -> list[NoteSpan]:
    """Return which letters of a note are ours, from its beginning on; none in a note of the user's.

    `texts` are the notes that were kept, the longest first. Where none of them stands there as it
    was put, as when somebody wrote in it or the sheet came from another workbook, the lines that
    look like ours are, but for what was added to them.
    """
    whole = next((text for text in texts if text in note_text), None)
    if whole is not None:
        start = note_text.index(whole)
        return [_include_gap(note_text, NoteSpan(start, start + len(whole)))]
    match = _LINE_START.search(note_text)
    if match is None:
        return []
    known = {
        line
        for text in texts
        for line in text.split("\n")
        if line.startswith((FINDING_SIGN, ADVICE_SIGN))
    }
    parts = [_include_gap(note_text, NoteSpan(*match.span()))]
    place = match.end(1)
    for line in note_text[place + 1 :].split("\n"):
        if not line.startswith((FINDING_SIGN, ADVICE_SIGN)):
            break
        own = _count_own_letters(line, known)
        if own:
            parts.append(NoteSpan(place, place + 1 + own))
        place += 1 + len(line)
    return parts


def _count_own_letters(line: str, known: Iterable[str]) -> int:
    """Return how many letters at the beginning of a line are ours."""
    own = max((len(one) for one in known if line.startswith(one)), default=0)
    if own or any(one[:_KNOWN_LETTERS] == line[:_KNOWN_LETTERS] for one in known):
        return own
    return len(line)


def _include_gap(note_text: str, part: NoteSpan) -> NoteSpan:
    before = note_text[: part.start].endswith(GAP)
    return part._replace(start=part.start - len(GAP)) if before else part
