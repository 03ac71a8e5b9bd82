"""Setting the document right: what a correction is, and how corrections are applied.

A correction names a row as people would (its code or number, and words of its indicator or name)
and never a row number, says what should stand there, and why. One that finds no row, or several,
or changes nothing, is a mistake itself and is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from .document import Document
from .heads import Column, Group, Head
from .source import Row, Table, Value


class At(NamedTuple):
    """A row: by its code or number, and by words of its indicator or name.

    With `text` the row is looked for among those that belong to the code (its own and the further
    ones below it, down to the next code); without a code, in the whole table.
    """

    code: str = ""
    text: str = ""
    no: int | None = None


class Change(NamedTuple):
    """A cell that was set right; `before` and `after` are None where a row or column is new."""

    table: str
    row: str
    column: str
    before: Value
    after: Value
    why: str


@dataclass(frozen=True)
class Put:
    """Other values in a row of one or several tables."""

    tables: tuple[str, ...]
    at: At
    values: Mapping[str, Value]
    why: str


@dataclass(frozen=True)
class Insert:
    """Rows that the table lacks, above the row of a code; `like` gives their code."""

    table: str
    above: At
    kind: str
    values: Mapping[str, Value]
    why: str


@dataclass(frozen=True)
class Recompute:
    """A column worked out anew from the others of its row; None leaves a row as it is."""

    table: str
    column: str
    value: Callable[[Mapping[str, Value]], Value]
    why: str


@dataclass(frozen=True)
class NewColumn:
    """A column that the table lacks, in a group of its head before the group's other columns."""

    table: str
    group: str
    column: Column
    value: Callable[[Mapping[str, Value]], Value]
    why: str


@dataclass(frozen=True)
class Reword:
    """Other words in a paragraph above a table."""

    table: str
    before: str
    after: str
    why: str


Correction = Put | Insert | Recompute | NewColumn | Reword


def read_code_numbers(code: Value) -> tuple[int, ...]:
    """Return a code by its numbers; empty where there is none."""
    return tuple(int(part) for part in code.split(".")) if isinstance(code, str) else ()


def apply(document: Document, corrections: Sequence[Correction]) -> tuple[Document, list[Change]]:
    """Return the document with all corrections made, and what each has changed."""
    workshop = _Workshop(document)
    for correction in corrections:
        before = len(workshop.changes)
        workshop.make(correction)
        if len(workshop.changes) == before:
            raise ValueError(f"changes nothing: {correction}")
    return workshop.document(), workshop.changes


class _Workshop:
    """The tables while corrections are made to them."""

    def __init__(self, document: Document) -> None:
        self.rows = {name: list(table.rows) for name, table in document.tables.items()}
        self.heads = dict(document.heads)
        self.titles = document.titles
        self.paragraphs = dict(document.paragraphs)
        self.changes: list[Change] = []

    def document(self) -> Document:
        tables = {
            name: Table(name, tuple(replace(row, index=i) for i, row in enumerate(rows)))
            for name, rows in self.rows.items()
        }
        return Document(tables, self.heads, self.titles, self.paragraphs)

    def make(self, correction: Correction) -> None:
        if isinstance(correction, Put):
            for table in correction.tables:
                place = self._find(table, correction.at)
                for column, value in correction.values.items():
                    self._set(table, place, column, value, correction.why)
        elif isinstance(correction, Insert):
            self._insert(correction)
        elif isinstance(correction, Recompute):
            for place, row in enumerate(self.rows[correction.table]):
                value = correction.value(row.values)
                if value is not None and value != row.values.get(correction.column):
                    self._set(correction.table, place, correction.column, value, correction.why)
        elif isinstance(correction, NewColumn):
            self._add_column(correction)
        else:
            self._reword(correction)

    def _find(self, table: str, at: At) -> int:
        found = [place for place in self._scope(table, at) if self._fits(table, place, at)]
        if len(found) != 1:
            raise ValueError(f"{table}: {at} is {len(found)} rows")
        return found[0]

    def _scope(self, table: str, at: At) -> Iterator[int]:
        rows, inside = self.rows[table], False
        for place, row in enumerate(rows):
            code = read_code_numbers(row.values.get("kode"))
            if code or row.kind == "total":
                inside = code == read_code_numbers(at.code or None)
            if not at.code or (inside and (at.text or code)):
                yield place

    def _fits(self, table: str, place: int, at: At) -> bool:
        row = self.rows[table][place]
        if at.no is not None and row.values.get("no") != at.no:
            return False
        texts = (str(row.values.get(key) or "") for key in ("indikator", "nama"))
        return any(at.text in text for text in texts)

    def _set(self, table: str, place: int, column: str, value: Value, why: str) -> None:
        row = self.rows[table][place]
        before = row.values.get(column)
        if before == value:
            raise ValueError(f"{table}: {self._name(table, place)}, {column} is {value!r} already")
        self.rows[table][place] = replace(row, values={**row.values, column: value})
        self.changes.append(Change(table, self._name(table, place), column, before, value, why))

    def _insert(self, correction: Insert) -> None:
        rows = self.rows[correction.table]
        place = self._find(correction.table, correction.above)
        blank = dict.fromkeys(rows[place].values)
        rows.insert(place, Row(0, correction.kind, {**blank, **correction.values}))
        name, text = self._name(correction.table, place), correction.values["nama"]
        self.changes.append(Change(correction.table, name, "", None, text, correction.why))

    def _add_column(self, correction: NewColumn) -> None:
        def widen(node: Column | Group) -> Column | Group:
            if isinstance(node, Group) and node.label == correction.group:
                return replace(node, columns=(correction.column, *node.columns))
            return node

        head: Head = tuple(widen(node) for node in self.heads[correction.table])
        self.heads[correction.table] = head
        rows = self.rows[correction.table]
        key = correction.column.key
        rows[:] = [
            replace(row, values={**row.values, key: correction.value(row.values)}) for row in rows
        ]
        label = f"{correction.group}, {correction.column.label}"
        self.changes.append(Change(correction.table, "", key, None, label, correction.why))

    def _reword(self, correction: Reword) -> None:
        old = self.paragraphs[correction.table]
        new = tuple(text.replace(correction.before, correction.after) for text in old)
        if new != old:
            self.paragraphs[correction.table] = new
            change = Change(
                correction.table, "", "", correction.before, correction.after, correction.why
            )
            self.changes.append(change)

    def _name(self, table: str, place: int) -> str:
        """Return what people call a row: its code or number, else that of the row above."""
        rows = self.rows[table]
        label = _name_row(rows[place])
        if label:
            return label
        above = next((_name_row(row) for row in reversed(rows[:place]) if _name_row(row)), "")
        text = str(rows[place].values.get("nama") or rows[place].values.get("indikator") or "")
        return ", ".join(part for part in (above, text) if part)


def _name_row(row: Row) -> str:
    if row.kind == "total":
        return "total"
    code = read_code_numbers(row.values.get("kode"))
    if code:
        return ".".join(f"{n:0{1 if at in (0, 3) else 2}d}" for at, n in enumerate(code))
    return str(row.values.get("no") or "")
