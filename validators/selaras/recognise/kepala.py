"""Find the heads of tables in a sheet: blocks of rows whose cells speak the words of heads.

A head is known by its words, wherever it lies. Blank rows inside it, merged and unmerged groups,
years as numbers and the printed row of column numbers are all part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from selaras.a1 import Area
from selaras.model.book import Position, Sheet, Value
from selaras.recognise.kata import HAMPA, SAMA, Kata, kata
from selaras.tables import SPECS

#: A head cell has at most this many words; a narrative paragraph has more.
KATA_TERBANYAK = 28
#: Blank rows that may lie inside a head.
CELAH = 6
#: The first word of a cell, or a year: most data cells need no closer look.
_AWAL = re.compile(r"[\W_]*(?:([^\W\d_]+)|(?:19|20)\d\d(?!\d))")
#: Heads that are told by their first word, whatever follows ("Lokasi (Desa/Kelurahan)").
_JELAS = frozenset(
    "kode lokasi sumber catatan target realisasi pagu keterangan prioritas kelompok proyeksi".split()
)
_NOMOR = re.compile(r"\(?\s*(\d{1,2})\s*[a-z]?\s*[.)]?\s*(?:=.*)?")


class Kepala(NamedTuple):
    """The head of one column: its own words, the words above it, its years."""

    column: int
    position: Position
    leaf: frozenset[str]
    upper: frozenset[str]
    tahun: tuple[int, ...]
    teks: str
    #: Sheet columns that the lowest head cell covers.
    lebar: tuple[int, ...]
    #: The number printed under the head, where a row of numbers is.
    cetak: str = ""

    @property
    def semua(self) -> frozenset[str]:
        """All words of the head, from group to leaf."""
        return self.leaf | self.upper


class Blok(NamedTuple):
    """A head as found: the rows that it takes and its columns from left to right."""

    area: Area
    columns: tuple[Kepala, ...]
    nomor: int | None = None


@cache
def kosakata() -> frozenset[str]:
    """Return every word that the heads of the known tables use."""
    words: set[str] = {"k", "rp", "satuan", "tahun", "n"}
    for spec in SPECS:
        for kolom in spec.columns:
            for phrase in (*kolom.heads, *kolom.groups):
                words.update(kata(phrase).kata)
    return frozenset(words)


@cache
def _kata_awal() -> frozenset[str]:
    """Return the words that a head may begin with, in every spelling."""
    return kosakata() | {word for word, means in SAMA.items() if means.split()[0] in kosakata()}


def teks(value: Value) -> str:
    """Return a cell's value as the text that a head would show."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    return str(value)


_ciri: dict[str, bool] = {}


def mirip_kepala(text: str) -> bool:
    """Tell whether a cell reads like a head of some known table."""
    known = _ciri.get(text)
    if known is None:
        known = _periksa(text)
        if len(_ciri) > 20_000:
            _ciri.clear()
        _ciri[text] = known
    return known


def _periksa(text: str) -> bool:
    first = _AWAL.match(text) if len(text) <= 250 else None
    if first is None or (first[1] and first[1].casefold() not in _kata_awal()):
        return False
    words = kata(text)
    if not words.kata:
        return bool(words.tahun or words.relatif) and len(text) <= 20
    if len(words.kata) > KATA_TERBANYAK:
        return False
    known = sum(1 for word in words.kata if word in kosakata() or word in HAMPA)
    if known >= 0.7 * len(words.kata):
        return True
    return words.kata[0] in _JELAS and len(words.kata) <= 5


def baris_nomor(cells: list[tuple[int, Value]]) -> bool:
    """Tell whether a row only counts the columns: 1, 2, 3 ... or (1), (2), 8=7/6."""
    if len(cells) < 3:
        return False
    last = 0
    for _, value in cells:
        match = _NOMOR.fullmatch(teks(value).strip())
        if match is None:
            return False
        number = int(match[1])
        if not last < number <= last + 3:
            return False
        last = number
    return True


def _tahun_saja(text: str) -> bool:
    words = kata(text)
    return bool(words.tahun or words.relatif) and not (words.isi - {"tahun"})


def cari(sheet: Sheet) -> list[Blok]:
    """Return the heads of a sheet from top to bottom."""
    rows = [(row, list(sheet.grid.row(row))) for row in _calon(sheet)]
    blocks: list[Blok] = []
    index = 0
    while index < len(rows):
        row, cells = rows[index]
        if not _mulai(sheet, rows, index):
            index += 1
            continue
        end = index + 1
        numbered: int | None = None
        while end < len(rows):
            below, below_cells = rows[end]
            if below - rows[end - 1][0] > CELAH or _ada_baris_lain(sheet, rows[end - 1][0], below):
                break
            if baris_nomor(below_cells):
                numbered = below
                end += 1
                break
            if not (_baris_kepala(below_cells) >= 3 or _baris_bawah(below_cells)):
                break
            end += 1
        start = index
        while start > 0 and _baris_atas(sheet, rows[start - 1], rows[start], cells):
            start -= 1
        block = _susun(sheet, [row for row, _ in rows[start:end]], numbered)
        if block is not None:
            blocks.append(block)
        index = end
    return blocks


def _mulai(
    sheet: Sheet, rows: list[tuple[int, list[tuple[int, Value]]]], index: int
) -> bool:
    """Tell whether a head begins here: three heads in a row, or two with their years below."""
    row, cells = rows[index]
    heads = _baris_kepala(cells)
    if heads >= 3:
        return True
    if heads < 2 or index + 1 == len(rows):
        return False
    below, under = rows[index + 1]
    close = below - row <= CELAH and not _ada_baris_lain(sheet, row, below)
    return close and len(under) >= 2 and (_baris_bawah(under) or baris_nomor(under))


def _calon(sheet: Sheet) -> Iterator[int]:
    """Yield the rows that could belong to a head: two heads, years only, or column numbers."""
    for row in sheet.grid.rows():
        heads = 0
        numbers = 0
        others = 0
        for _, value in sheet.grid.row(row):
            if isinstance(value, str):
                if mirip_kepala(value):
                    heads += 1
                elif len(value) <= 14 and _NOMOR.fullmatch(value.strip()):
                    numbers += 1
                else:
                    others += 1
                    if others > 8 and heads == 0:
                        break
            elif isinstance(value, float | int) and not isinstance(value, bool):
                if value >= 2200:
                    others += 1
                    if heads == 0:
                        break
                else:
                    numbers += 1
        if heads > others or (numbers >= 3 and others == 0):
            yield row


def _ada_baris_lain(sheet: Sheet, above: int, below: int) -> bool:
    """Tell whether filled rows lie between two candidate rows."""
    return any(
        any(True for _ in sheet.grid.row(row)) for row in range(above + 1, below)
    )


def _baris_kepala(cells: list[tuple[int, Value]]) -> int:
    """Return how many heads a row shows; 0 when other cells outweigh them."""
    heads = sum(1 for _, value in cells if mirip_kepala(teks(value)))
    return heads if heads >= 0.6 * len(cells) else 0


def _baris_bawah(cells: list[tuple[int, Value]]) -> bool:
    """Tell whether a row can be the lower part of a head: only years and head words."""
    return all(mirip_kepala(teks(value)) for _, value in cells) and (
        len(cells) >= 2 or _tahun_saja(teks(cells[0][1]))
    )


def _baris_atas(
    sheet: Sheet,
    above: tuple[int, list[tuple[int, Value]]],
    first: tuple[int, list[tuple[int, Value]]],
    cells: list[tuple[int, Value]],
) -> bool:
    """Tell whether the row above only groups columns of this head (and is no title line)."""
    row, groups = above
    if first[0] - row > CELAH or _ada_baris_lain(sheet, row, first[0]) or baris_nomor(groups):
        return False
    left, right = cells[0][0], cells[-1][0]
    for column, value in groups:
        if not mirip_kepala(teks(value)) or not left < column <= right:
            return False
        area = sheet.merge_at(row, column)
        if area is not None and area.left <= left and area.right >= right:
            return False
    return True


def _susun(sheet: Sheet, rows: list[int], numbered: int | None) -> Blok | None:
    """Return the head that these rows make, its columns with all that stands above them."""
    top, bottom = rows[0], rows[-1]
    heads = [row for row in rows if row != numbered]
    origin: dict[Position, Position] = {}
    spans: dict[Position, Area] = {}
    for area in sheet.merges:
        if area.top > bottom or area.bottom < top or area.right - area.left > 300:
            continue
        spans[(area.top, area.left)] = area
        for row in range(max(area.top, top), min(area.bottom, bottom) + 1):
            for column in range(area.left, area.right + 1):
                origin[(row, column)] = (area.top, area.left)

    def source(row: int, column: int) -> Position | None:
        """Return the cell whose text stands at this place, through merges."""
        cell = origin.get((row, column), (row, column))
        return cell if teks(sheet.value(*cell)).strip() else None

    columns = sorted(
        {column for row in heads for column, _ in sheet.grid.row(row)}
        | {column for (row, column) in origin if row in heads and source(row, column)}
    )
    paths: dict[int, list[Position]] = {}
    for column in columns:
        path: list[Position] = []
        for row in heads:
            cell = source(row, column)
            if cell is not None and cell not in path:
                path.append(cell)
        paths[column] = path
    own = {column: [cell for cell in path if cell[1] == column] for column, path in paths.items()}
    full = {
        column: _warisi(sheet, heads, columns, column, paths, spans) for column in columns
    }
    result: list[Kepala] = []
    for column in columns:
        # A column that only lies under a wide merge belongs to the merge's first column.
        if not own[column] and _hanya_terlindas(column, paths, own, spans, heads):
            continue
        path = full[column]
        if not path:
            continue
        words = [kata(teks(sheet.value(*cell))) for cell in path]
        leaf, upper = _daun(words)
        years = next((word.tahun for word in reversed(words) if word.tahun), ())
        last = path[-1]
        wide = spans.get(last)
        lebar = tuple(range(last[1], wide.right + 1)) if wide and last[1] == column else (column,)
        result.append(
            Kepala(
                column,
                last,
                leaf,
                upper,
                years,
                " | ".join(" ".join(teks(sheet.value(*cell)).split()) for cell in path),
                lebar,
                teks(sheet.value(numbered, column)).strip() if numbered else "",
            )
        )
    if len(result) < 3:
        return None
    right = max(max(kepala.lebar) for kepala in result)
    return Blok(Area(top, result[0].column, bottom, right), tuple(result), numbered)


def _hanya_terlindas(
    column: int,
    paths: dict[int, list[Position]],
    own: dict[int, list[Position]],
    spans: dict[Position, Area],
    heads: list[int],
) -> bool:
    """Tell whether all head text over a column belongs to a wide cell that starts further left.

    Such a column is a further part of that wide cell's first column (a code in six cells), unless
    the wide cell is a group over heads of its own.
    """
    path = paths[column]
    if not path:
        return True
    lowest = path[-1]
    area = spans.get(lowest)
    if area is None or lowest[1] == column:
        return False
    under = [
        other
        for other in range(area.left, area.right + 1)
        if any(cell[0] > area.bottom for cell in own.get(other, ()))
    ]
    return not under or area.bottom >= heads[-1] or column not in under


def _warisi(
    sheet: Sheet,
    heads: list[int],
    columns: list[int],
    column: int,
    paths: dict[int, list[Position]],
    spans: dict[Position, Area],
) -> list[Position]:
    """Return the head cells over a column, with the unmerged group heads to its left."""
    path = list(paths[column])
    if not path or path[0][0] == heads[0]:
        return path
    first = path[0][0]
    inherited: list[Position] = []
    for row in heads:
        if row >= first:
            break
        for left in range(columns.index(column) - 1, -1, -1):
            cells = [cell for cell in paths[columns[left]] if cell[0] == row]
            if not cells:
                continue
            group = cells[0]
            below = [cell for cell in paths[columns[left]] if cell[0] > row]
            if below and group not in spans and sheet.value(*group) is not None:
                inherited.append(group)
            break
    return inherited + path


def _daun(words: list[Kata]) -> tuple[frozenset[str], frozenset[str]]:
    """Split the levels of a head into its own words and the words above it."""
    meaning = [word.isi for word in words]
    for level in range(len(meaning) - 1, -1, -1):
        if meaning[level]:
            relative = frozenset(f"n{year:+d}" for word in words for year in word.relatif)
            return meaning[level], frozenset().union(*meaning[:level]) | relative
    return frozenset(), frozenset()
