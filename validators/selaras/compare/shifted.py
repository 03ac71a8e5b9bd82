"""Amounts of one table that are those of another one row, or one column, off.

A cell that was inserted or deleted in a column moves all amounts below it, and a column pasted from
its neighbour is wrong throughout: every row then differs, and each for the same reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from selaras.compare.cells import rupiah
from selaras.model.row import Row, Uang
from selaras.tables import Isi
from selaras.values.finding import Finding, Place
from selaras.values.text import Teks

#: So many amounts are found one place off, of so many different ones, before it is no chance.
MOVED = 4
DIFFERENT = 3
#: Of the amounts that differ, those of another column are at least this share.
SHARE = 0.8


class Pasangan(NamedTuple):
    """A row and the one of the other table that it is, with their columns."""

    row: Row
    key: str
    acuan: Row
    key_acuan: str


class Pergeseran(NamedTuple):
    """Pairs whose amounts stand one place off: -1 a row up, 1 a row down, 0 in another column."""

    pasang: Sequence[Pasangan]
    langkah: int
    key: str


def gather_shifted(found: Mapping[int, Finding], pairs: Sequence[Pasangan]) -> list[Finding]:
    """Return the findings on rows that differ, by `id(row)`; one of those that moved tells so.

    It is the first of them, and names the cells of the others: they are its consequences.
    """
    leads = {}
    for shift in find_shifts(pairs):
        first = next((pair for pair in shift.pasang if id(pair.row) in found), None)
        if first is not None and id(first.row) not in leads:
            leads[id(first.row)] = _tell(found[id(first.row)], first, shift)
    return [leads.get(row, finding) for row, finding in found.items()]


def find_shifts(pairs: Sequence[Pasangan]) -> Iterator[Pergeseran]:
    """Yield the shifts of pairs, table by table: of a whole column, else of runs of rows."""
    by_table: dict[int, list[Pasangan]] = {}
    for pair in sorted(pairs, key=lambda pair: pair.row.row):
        by_table.setdefault(id(pair.row.table), []).append(pair)
    for mine in by_table.values():
        column = _of_other_column(mine)
        if column is not None:
            yield column
            continue
        runs = list(_moved_rows(mine))
        if not runs:
            # Sums that are formulas follow; only the lowest rows have moved.
            runs = list(_moved_rows([pair for pair in mine if not pair.row.anak]))
        yield from runs


def _amounts(pairs: Sequence[Pasangan]) -> tuple[list[Uang | None], list[Uang | None]]:
    return (
        [rupiah(pair.row, pair.key) for pair in pairs],
        [rupiah(pair.acuan, pair.key_acuan) for pair in pairs],
    )


def _of_other_column(pairs: Sequence[Pasangan]) -> Pergeseran | None:
    """Return the column of the other table whose amounts stand here, if it is not the right one."""
    mine, theirs = _amounts(pairs)
    differing = [
        (pair, one)
        for pair, one, other in zip(pairs, mine, theirs, strict=True)
        if one is not None and other is not None and one != other
    ]
    if len(differing) < MOVED:
        return None
    first = pairs[0]
    for column in first.acuan.table.columns.values():
        if column.spec.isi is not Isi.UANG or column.key == first.key_acuan:
            continue
        same = [(pair, one) for pair, one in differing if rupiah(pair.acuan, column.key) == one]
        various = len({one for _, one in same if one})
        if len(same) >= max(MOVED, SHARE * len(differing)) and various >= DIFFERENT:
            return Pergeseran([pair for pair, _ in same], 0, column.key)
    return None


def _moved_rows(pairs: Sequence[Pasangan]) -> Iterator[Pergeseran]:
    """Yield the runs of rows that hold the amounts of the rows above or below them."""
    mine, theirs = _amounts(pairs)
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
                yield Pergeseran(run, step, pairs[start].key_acuan)
            start = max(end, start + 1)


def _tell(finding: Finding, first: Pasangan, shift: Pergeseran) -> Finding:
    count, label = len(shift.pasang), first.row.table.columns[first.key].label
    table, other = first.row.table.name, first.acuan.table
    if shift.langkah:
        where = Teks("di atasnya", "above") if shift.langkah > 0 else Teks("di bawahnya", "below")
        told = Teks(
            f" Mulai di sini {count} {label.id} {table} bergeser satu baris: tiap angka adalah "
            f"angka baris {where.id} di {other.name}.",
            f" From here on {count} amounts of {table} are one row off: each is that of the row "
            f"{where.en} in {other.name}.",
        )
        advice = Teks(
            "Cari sel yang tersisip atau terhapus di kolom ini, di tabel yang bergeser; kembalikan "
            "susunannya, lalu periksa lagi.",
            "Look for the cell that was inserted or deleted in this column, in the table whose "
            "amounts moved; put them back, then check again.",
        )
    else:
        wrong = other.columns[shift.key].label
        told = Teks(
            f" {count} {label.id} {table} sama dengan {wrong.id} di {other.name}: kolomnya "
            "tertukar.",
            f" {count} amounts of {table} are the {wrong.en} of {other.name}: the columns were "
            "mixed up.",
        )
        advice = Teks(
            f"Salin {label.id} dari kolom yang benar, lalu periksa lagi.",
            f"Copy the {label.en} from the right column, then check again.",
        )
    cells = [pair.row.place(pair.key) for pair in shift.pasang if pair.row is not first.row]
    cells += [pair.acuan.place(pair.key_acuan) for pair in shift.pasang]
    return finding._replace(
        message=finding.message + told, advice=advice, related=tuple(dict.fromkeys(cells))
    )


def is_shift(finding: Finding) -> bool:
    """Tell whether a finding speaks for the amounts that it names, which moved with its own."""
    return len(finding.related) > 1


def places_of(finding: Finding) -> set[Place]:
    """Return the cells whose amounts a shift has moved, in both tables."""
    return {Place(finding.sheet or "", finding.cell or ""), *finding.related}
