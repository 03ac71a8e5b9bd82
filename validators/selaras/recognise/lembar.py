"""Read one sheet: its heads, those that repeat the one above, and where the rows lie."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from selaras.a1 import Area
from selaras.model.book import Sheet, Value
from selaras.model.table import Table
from selaras.recognise.cocok import Cocok, cocokkan
from selaras.recognise.kata import frasa, kata
from selaras.recognise.kepala import Blok, Kepala, cari
from selaras.recognise.susun import susun
from selaras.tables import TableSpec
from selaras.teks import Teks

#: Title lines are looked for in so many rows above a head.
JUDUL_TERTINGGI = 16
_TOTAL = re.compile(r"\W*(?:grand\s+)?(?:total|jumlah|t\s+o\s+t\s+a\s+l)\b", re.IGNORECASE)

Judul = tuple[tuple[int, int, str], ...]


class Temuan(NamedTuple):
    """What a sheet holds: tables with the rows to read and those to skip; or why there is none."""

    tables: list[tuple[Table, list[int], frozenset[int]]]
    alasan: Teks


class _Calon(NamedTuple):
    block: Blok
    reading: Cocok
    judul: Judul


def baca_lembar(sheet: Sheet, only: TableSpec | None, letters: Mapping[str, str]) -> Temuan:
    """Return the tables of a sheet, without rows yet, and the rows that each may take."""
    filled = list(sheet.grid.rows())
    if not filled:
        return Temuan([], Teks("lembar kosong", "the sheet is empty"))
    candidates: list[_Calon] = []
    repeated: set[int] = set()
    closest: tuple[Blok, Cocok] | None = None
    blocks = cari(sheet)
    for block in blocks:
        judul = _judul(sheet, filled, block, candidates)
        readings, near = _baca(sheet, block, judul, only)
        if not readings:
            repeated.update(range(block.area.top, block.area.bottom + 1))
            if near is not None and (closest is None or near.kepala > closest[1].kepala):
                closest = (block, near)
        for part, reading in readings:
            before = _ulangan(sheet, filled, candidates, part, reading)
            if before is not None:
                repeated.update(range(part.area.top, part.area.bottom + 1))
                known = {text for _, _, text in before.judul}
                repeated.update(row for row, _, text in judul if text in known)
            else:
                candidates.append(_Calon(part, reading, judul))
    if not candidates:
        return Temuan([], _alasan(blocks, closest))
    tables = []
    for candidate in candidates:
        area = candidate.block.area
        end = _batas(candidate, candidates, filled[-1])
        rows = [row for row in filled if area.bottom < row <= end]
        rows = _dengan_galat(sheet, rows, area.bottom, end)
        table = susun(sheet, candidate.block, candidate.reading, rows, candidate.judul, letters)
        if table.spec.tahun_bebas or table.tahun is None:
            table.tahun = _tahun_judul(candidate)
        tables.append((table, rows, frozenset(repeated)))
    return Temuan(tables, Teks("", ""))


def _dengan_galat(sheet: Sheet, rows: list[int], top: int, end: int) -> list[int]:
    """Return the rows with those that hold nothing but errors or formulas without a result."""
    if not sheet.errors and not sheet.uncalculated:
        return rows
    more = {row for row, _ in (*sheet.errors, *sheet.uncalculated) if top < row <= end}
    return sorted(more.union(rows))


def _baca(
    sheet: Sheet, block: Blok, judul: Judul, only: TableSpec | None
) -> tuple[list[tuple[Blok, Cocok]], Cocok | None]:
    """Return the readings of a head: one, or two where two tables stand side by side."""
    titles = [text for _, _, text in judul]
    whole, closest = cocokkan(block.columns, titles, sheet.name, only)
    first = block.columns[0].leaf
    for at in range(3, len(block.columns) - 2):
        if first and block.columns[at].leaf == first:
            left = _potong(block, block.columns[:at])
            right = _potong(block, block.columns[at:])
            a, _ = cocokkan(left.columns, titles, sheet.name, only)
            b, _ = cocokkan(right.columns, titles, sheet.name, only)
            if a and b and (whole is None or min(a.kepala, b.kepala) >= whole.kepala):
                return [(left, a), (right, b)], closest
    if whole is None:
        return [], closest
    parts = [(block, whole)]
    used = {head.column for head in whole.columns.values()}
    for side in (
        [head for head in block.columns if head.column > max(used)],
        [head for head in block.columns if head.column < min(used)],
    ):
        if len(side) >= 3:
            part = _potong(block, side)
            other, _ = cocokkan(part.columns, titles, sheet.name, only)
            if other is not None:
                rest = [head for head in block.columns if head not in side]
                parts = [(_potong(block, rest), whole), (part, other)]
    return parts, closest


def _potong(block: Blok, heads: Sequence[Kepala]) -> Blok:
    right = max(max(head.lebar) for head in heads)
    area = Area(block.area.top, heads[0].column, block.area.bottom, right)
    return Blok(area, tuple(heads), block.nomor)


def _judul(sheet: Sheet, filled: Sequence[int], block: Blok, before: Sequence[_Calon]) -> Judul:
    """Return the lines of text above a head, nearest last: (row, column, text)."""
    top = block.area.top
    floor = max((c.block.area.bottom for c in before if c.block.area.bottom < top), default=0)
    lines: list[tuple[int, int, str]] = []
    for row in reversed(filled):
        if row >= top:
            continue
        if row <= floor or top - row > JUDUL_TERTINGGI:
            break
        cells = list(sheet.grid.row(row))
        texts = [(column, value) for column, value in cells if isinstance(value, str)]
        if len(cells) > 3 or len(texts) < len(cells) or _TOTAL.match(texts[0][1]):
            break
        lines.extend((row, column, " ".join(text.split())) for column, text in reversed(texts))
    return tuple(reversed(lines))


def _ulangan(
    sheet: Sheet,
    filled: Sequence[int],
    candidates: Sequence[_Calon],
    block: Blok,
    reading: Cocok,
) -> _Calon | None:
    """Return the table above whose head this one repeats, as printed pages do; None if it is new.

    A head after the table's total begins another table.
    """
    for candidate in reversed(candidates):
        if candidate.reading.spec.name != reading.spec.name:
            continue
        same = {key: head.column for key, head in candidate.reading.columns.items()}
        if same != {key: head.column for key, head in reading.columns.items()}:
            return None
        if candidate.reading.tahun != reading.tahun:
            return None
        between = (row for row in filled if candidate.block.area.bottom < row < block.area.top)
        if any(_baris_total(list(sheet.grid.row(row))) for row in between):
            return None
        return candidate
    return None


def _baris_total(cells: Sequence[tuple[int, Value]]) -> bool:
    first = next((value for _, value in cells if isinstance(value, str)), None)
    return first is not None and len(cells) <= 5 and _TOTAL.match(first) is not None


def _batas(candidate: _Calon, candidates: Sequence[_Calon], last: int) -> int:
    """Return the last row that a table may take: up to the next table below it."""
    area = candidate.block.area
    end = last
    for other in candidates:
        below = other.block.area
        if below.top <= area.bottom or below.left > area.right or below.right < area.left:
            continue
        first = min([below.top, *(row for row, _, _ in other.judul if row > area.bottom)])
        end = min(end, first - 1)
    return end


def _tahun_judul(candidate: _Calon) -> int | None:
    """Return the one year that the title lines of the table name; None where they differ."""
    phrases = [frasa(phrase) for phrase in candidate.reading.spec.titles]
    lines = [kata(text) for _, _, text in candidate.judul]
    named = [line for line in lines if any(phrase <= frozenset(line.kata) for phrase in phrases)]
    for group in (named, lines):
        years = {year for line in group for year in line.tahun}
        if len(years) == 1:
            return years.pop()
    return None


def _alasan(blocks: Sequence[Blok], closest: tuple[Blok, Cocok] | None) -> Teks:
    if closest is None:
        if not blocks:
            return Teks("tidak ada kepala tabel yang dikenal", "no head of a known table was found")
        row = blocks[0].area.top
        return Teks(
            f"kepala di baris {row} tidak cocok dengan tabel mana pun yang dikenal",
            f"the head in row {row} fits no known table",
        )
    block, reading = closest
    missing = [
        kolom.label
        for kolom in reading.spec.columns
        if kolom.wajib and kolom.key not in reading.columns
    ]
    ids = ", ".join(label.id for label in missing[:4]) or "-"
    ens = ", ".join(label.en for label in missing[:4]) or "-"
    return Teks(
        f"kepala di baris {block.area.top} paling mirip {reading.spec.name}, "
        f"tetapi tidak cukup cocok (tidak ditemukan: {ids})",
        f"the head in row {block.area.top} is closest to {reading.spec.name}, "
        f"but not close enough (not found: {ens})",
    )
