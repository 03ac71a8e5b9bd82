"""Where each value of the document stands in a written workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple


class Key(NamedTuple):
    """A value of the document: table, row of its CSV counted from 0, column key."""

    table: str
    row: int
    column: str


class Place(NamedTuple):
    """A cell of the workbook."""

    sheet: str
    address: str


class Placement(Mapping[Key, Place]):
    """The place of each value, of each head, and of the words around the tables.

    Keys may be given as plain tuples. A code's place is the first of its cells; a value that a
    page break cuts in two has its first cell here and the further ones in `continued`.
    """

    def __init__(self) -> None:
        self._places: dict[Key, Place] = {}
        self.continued: dict[Key, list[Place]] = {}
        self.heads: dict[tuple[str, str], Place] = {}
        self.titles: dict[str, list[Place]] = {}
        self.paragraphs: dict[str, list[Place]] = {}

    def __getitem__(self, key: tuple[str, int, str]) -> Place:
        return self._places[Key(*key)]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def add(self, key: Key, place: Place) -> None:
        """Record the cell of a value, or a further cell of one that is cut in two."""
        if key in self._places:
            self.continued.setdefault(key, []).append(place)
        else:
            self._places[key] = place

    def drop(self, key: Key) -> None:
        """Forget a cell that a merge has swallowed."""
        self._places.pop(key, None)

    def tables(self) -> tuple[str, ...]:
        """Return the names of the tables placed, in the order of writing."""
        return tuple(dict.fromkeys(key.table for key in self._places))
