"""Amounts of one table that are those of another one row, or one column, off.

A cell that was inserted or deleted in a column moves all amounts below it, and a column pasted from
its neighbour is wrong throughout: every row then differs, and each for the same reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from selaras.compare.cells import read_in_rupiah
from selaras.model.row import Money, Row
from selaras.model.table import Table
from selaras.tables import Content
from selaras.values.finding import Finding, Place
from selaras.values.text import Text

#: So many amounts are found one place off, of so many different ones, before it is no chance.
MOVED = 4
DIFFERENT = 3
#: Of the amounts that differ, those of another column are at least this share.
SHARE = 0.8


class ShiftPair(NamedTuple):
    """A row and the one of the other table that it is, with their columns."""

    row: Row
    key: str
    baseline: Row
    baseline_key: str


class Shift(NamedTuple):
    """Pairs whose amounts stand one place off: -1 a row up, 1 a row down, 0 in another column."""

    pairs: Sequence[ShiftPair]
    step: int
    key: str


def gather_shifted(found: Mapping[Row, Finding], pairs: Sequence[ShiftPair]) -> list[Finding]:
    """Return the findings on rows that differ, by their rows; one of those that moved tells so.

    It is the first of them, and names the cells of the others: they are its consequences.
    """
    leads = {}
    for shift in find_shifts(pairs):
        first = next((pair for pair in shift.pairs if pair.row in found), None)
        if first is not None and first.row not in leads:
            leads[first.row] = _tell_shift(found[first.row], first, shift)
    return [leads.get(row, finding) for row, finding in found.items()]


def find_shifts(pairs: Sequence[ShiftPair]) -> Iterator[Shift]:
    """Yield the shifts of pairs, table by table: of a whole column, else of runs of rows."""
    by_table: dict[Table, list[ShiftPair]] = {}
    for pair in sorted(pairs, key=lambda pair: pair.row.row):
        by_table.setdefault(pair.row.table, []).append(pair)
    for mine in by_table.values():
        column = _find_other_column(mine)
        if column is not None:
            yield column
            continue
        runs = list(_find_moved_rows(mine))
        if not runs:
            # Sums that are formulas follow; only the lowest rows have moved.
            runs = list(_find_moved_rows([pair for pair in mine if not pair.row.children]))
        yield from runs


def _read_amounts(pairs: Sequence[ShiftPair]) -> tuple[list[Money | None], list[Money | None]]:
    return (
        [read_in_rupiah(pair.row, pair.key) for pair in pairs],
        [read_in_rupiah(pair.baseline, pair.baseline_key) for pair in pairs],
    )


def _find_other_column(pairs: Sequence[ShiftPair]) -> Shift | None:
    """Return the column of the other table whose amounts stand here, if it is not the right one."""
    mine, theirs = _read_amounts(pairs)
    differing = [
        (pair, one)
        for pair, one, other in zip(pairs, mine, theirs, strict=True)
        if one is not None and other is not None and one != other
    ]
    if len(differing) < MOVED:
        return None
    first = pairs[0]
    for column in first.baseline.table.columns.values():
        if column.spec.content is not Content.MONEY or column.key == first.baseline_key:
            continue
        same = [
            (pair, one)
            for pair, one in differing
            if read_in_rupiah(pair.baseline, column.key) == one
        ]
        various = len({one for _, one in same if one})
        if len(same) >= max(MOVED, SHARE * len(differing)) and various >= DIFFERENT:
            return Shift([pair for pair, _ in same], 0, column.key)
    return None


def _find_moved_rows(pairs: Sequence[ShiftPair]) -> Iterator[Shift]:
    """Yield the runs of rows that hold the amounts of the rows above or below them."""
    mine, theirs = _read_amounts(pairs)
    for step in (1, -1):
        start = 0
        while start < len(pairs):
            end = start
            while (
                0 <= end - step < len(pairs)
                and end < len(pairs)
                and (mine[end] == theirs[end - step])
            ):
                end += 1
            moved = [at for at in range(start, end) if mine[at] and mine[at] != theirs[at]]
            if len(moved) >= MOVED and len({mine[at] for at in moved}) >= DIFFERENT:
                # The amount that made room stands before them, or the one that gave way after.
                edge = start - 1 if step > 0 else end
                if 0 <= edge < len(pairs) and mine[edge] != theirs[edge]:
                    run = pairs[min(edge, start) : max(edge + 1, end)]
                else:
                    run = pairs[start:end]
                yield Shift(run, step, pairs[start].baseline_key)
            start = max(end, start + 1)


def _tell_shift(finding: Finding, first: ShiftPair, shift: Shift) -> Finding:
    count, label = len(shift.pairs), first.row.table.columns[first.key].label
    table, other = first.row.table.name, first.baseline.table
    if shift.step:
        where = Text("di atasnya", "above") if shift.step > 0 else Text("di bawahnya", "below")
        told = Text(
            f" Mulai di sini {count} {label.id} {table} bergeser satu baris: tiap angka adalah "
            f"angka baris {where.id} di {other.name}.",
            f" From here on {count} amounts of {table} are one row off: each is that of the row "
            f"{where.en} in {other.name}.",
        )
        advice = Text(
            "Cari sel yang tersisip atau terhapus di kolom ini, di tabel yang bergeser; kembalikan "
            "susunannya, lalu periksa lagi.",
            "Look for the cell that was inserted or deleted in this column, in the table whose "
            "amounts moved; put them back, then check again.",
        )
    else:
        wrong = other.columns[shift.key].label
        told = Text(
            f" {count} {label.id} {table} sama dengan {wrong.id} di {other.name}: kolomnya "
            "tertukar.",
            f" {count} amounts of {table} are the {wrong.en} of {other.name}: the columns were "
            "mixed up.",
        )
        advice = Text(
            f"Salin {label.id} dari kolom yang benar, lalu periksa lagi.",
            f"Copy the {label.en} from the right column, then check again.",
        )
    cells = [pair.row.place(pair.key) for pair in shift.pairs if pair.row is not first.row]
    cells += [pair.baseline.place(pair.baseline_key) for pair in shift.pairs]
    return finding._replace(
        message=finding.message + told, advice=advice, related=tuple(dict.fromkeys(cells))
    )


def is_shift(finding: Finding) -> bool:
    """Tell whether a finding speaks for the amounts that it names, which moved with its own."""
    return len(finding.related) > 1


def list_shifted_places(finding: Finding) -> set[Place]:
    """Return the cells whose amounts a shift has moved, in both tables."""
    return {Place(finding.sheet or "", finding.cell or ""), *finding.related}
