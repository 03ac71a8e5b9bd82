"""What title lines and the sheet's name say: which of the known tables they speak for."""

from __future__ import annotations

from collections.abc import Iterable

from selaras.recognise.words import read_phrase, read_words
from selaras.tables import SPECS, TableSpec

#: What a title line that names the table adds.
TITLE_SCORE = 0.3
NUMBERED_TITLE_SCORE = 0.45
SHEET_NAME_SCORE = 0.12


def score_titles(titles: Iterable[str], sheet_name: str) -> tuple[float, ...]:
    """Return what title lines and the sheet's name say for each known table, in their order."""
    lines, name = read_title_lines(titles), frozenset(read_words(sheet_name).words)
    return tuple(score_title(spec, lines, name) for spec in SPECS)


def find_titled_tables(titles: Iterable[str]) -> frozenset[str]:
    """Return the names of the tables that some title lines speak for most, if any."""
    scores = score_titles(titles, "")
    top = max(scores)
    return frozenset(
        spec.name for spec, score in zip(SPECS, scores, strict=True) if score == top > 0
    )


def read_title_lines(titles: Iterable[str]) -> list[frozenset[str]]:
    """Return the words of each line that can be a title."""
    lines = [read_words(title).telling | frozenset(read_words(title).words) for title in titles]
    return [line for line in lines if len(line) <= 45]


def score_title(spec: TableSpec, lines: list[frozenset[str]], name: frozenset[str]) -> float:
    """Return what the title lines and the sheet's name say for this table."""
    score = 0.0
    for position, phrase in enumerate(spec.titles):
        words = read_phrase(phrase)
        number = any(word.isdigit() for word in words)
        if any(words <= line for line in lines):
            score = max(score, NUMBERED_TITLE_SCORE if number else TITLE_SCORE - 0.02 * position)
        if words <= name:
            score = max(score, SHEET_NAME_SCORE)
    return score
