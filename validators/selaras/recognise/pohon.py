"""Build the tree of a table's rows: by their codes, or by levels where there are no codes."""

from __future__ import annotations

from collections.abc import Sequence

from selaras.kode import Tingkat
from selaras.model.table import Row, Table


def tanam(table: Table) -> None:
    """Link the rows of the hierarchy to the row above them and to those below."""
    if table.berkode:
        _dengan_kode(table.pokok)
    else:
        _dengan_tingkat(table.pokok)


def _dengan_kode(rows: Sequence[Row]) -> None:
    """Link by numbers, wherever the rows stand; a missing level is bridged by the next one up."""
    known: dict[tuple[int, ...], list[tuple[int, Row]]] = {}
    for index, row in enumerate(rows):
        if row.kode is not None:
            known.setdefault(row.kode.bagian, []).append((index, row))
    below: dict[int, list[Row]] = {}
    for index, row in enumerate(rows):
        if row.kode is None:
            continue
        for ancestor in row.kode.leluhur():
            found = known.get(ancestor.bagian)
            if found:
                above = [parent for at, parent in found if at < index] if len(found) > 1 else []
                row.induk = above[-1] if above else found[0][1]
                below.setdefault(id(row.induk), []).append(row)
                break
    for row in rows:
        row.anak = below.get(id(row), ())


def _dengan_tingkat(rows: Sequence[Row]) -> None:
    """Link by level and order: a row belongs to the nearest row above of a higher level."""
    stack: list[tuple[Tingkat, Row]] = []
    below: dict[int, list[Row]] = {}
    for row in rows:
        if row.tingkat is None:
            continue
        while stack and stack[-1][0] >= row.tingkat:
            stack.pop()
        if stack:
            row.induk = stack[-1][1]
            below.setdefault(id(row.induk), []).append(row)
        stack.append((row.tingkat, row))
    for row in rows:
        row.anak = below.get(id(row), ())
