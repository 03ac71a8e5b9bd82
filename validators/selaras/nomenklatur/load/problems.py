"""What is not in order in a file: counted by kind, with the first of each as examples."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from selaras.values.text import Text

_MOST_EXAMPLES = 3
_LONGEST_EXAMPLE = 110


class ProblemKind(StrEnum):
    """Kinds of what can be wrong with a row."""

    KODE = "kode"
    NO_KODE = "tanpa-kode"
    NAME = "nama"
    REPEATED = "ganda"
    LEVEL = "tingkat"
    PARENT = "induk"


#: What is said after the number of rows.
PROBLEM_WORDS: dict[ProblemKind, Text] = {
    ProblemKind.KODE: Text(
        "baris dilewati karena kodenya tidak terbaca", "rows left out: the code cannot be read"
    ),
    ProblemKind.NO_KODE: Text(
        "baris dilewati karena tanpa kode", "rows left out: there is no code"
    ),
    ProblemKind.NAME: Text(
        "baris dilewati karena namanya kosong", "rows left out: the name is blank"
    ),
    ProblemKind.REPEATED: Text(
        "baris dilewati karena kodenya sudah ada dengan nama lain",
        "rows left out: the code is there already with another name",
    ),
    ProblemKind.LEVEL: Text(
        "baris menyebut tingkat yang bukan tingkat kodenya; yang dipakai kodenya",
        "rows name a level that is not the code's; the code counts",
    ),
    ProblemKind.PARENT: Text(
        "kode tanpa induknya di daftar ini", "codes whose parent is not in the list"
    ),
}


class Problem(NamedTuple):
    """One kind of problem: how many rows have it, and the first of them."""

    kind: ProblemKind
    row_count: int
    #: Place ("sheet!row") and what stands there.
    examples: tuple[tuple[str, str], ...]


class ProblemLog:
    """Counts problems and keeps the first examples of each kind."""

    def __init__(self) -> None:
        self._counts: dict[ProblemKind, int] = {}
        self._examples: dict[ProblemKind, list[tuple[str, str]]] = {}

    def note_problem(self, kind: ProblemKind, place: str, text: str) -> None:
        """Count one row."""
        self._counts[kind] = self._counts.get(kind, 0) + 1
        examples = self._examples.setdefault(kind, [])
        if len(examples) < _MOST_EXAMPLES:
            short = (
                text
                if len(text) <= _LONGEST_EXAMPLE
                else text[: _LONGEST_EXAMPLE - 3].rstrip() + "..."
            )
            examples.append((place, short))

    def list_problems(self) -> tuple[Problem, ...]:
        """Return all problems, in the order of their kinds."""
        return tuple(
            Problem(kind, self._counts[kind], tuple(self._examples[kind]))
            for kind in ProblemKind
            if kind in self._counts
        )
