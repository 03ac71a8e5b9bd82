"""Read one sheet: its heads, those that repeat the one above, and where the rows lie."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice, takewhile
from typing import NamedTuple

from selaras.model.book import Sheet, Value
from selaras.model.table import Table
from selaras.recognise.before_revision import tambah_sebelum
from selaras.recognise.build import susun
from selaras.recognise.candidates import baris_nomor, teks
from selaras.recognise.evidence import Evidence, is_amount, look
from selaras.recognise.head_reader import PembacaKepala
from selaras.recognise.heads import Blok, cari
from selaras.recognise.level_amounts import join_level_amounts
from selaras.recognise.level_columns import part_level_columns
from selaras.recognise.matching import Cocok, tabel_berjudul
from selaras.recognise.page_furniture import find_furniture
from selaras.recognise.pages import label_halaman, mengulang, teks_pindahan
from selaras.recognise.split_amounts import tambah_pecahan
from selaras.recognise.units import unit_di_judul
from selaras.recognise.untaken import note_untaken
from selaras.recognise.words import frasa, kata
from selaras.tables import TableSpec
from selaras.values.kode_reading import baca_kode, kode_di_awal
from selaras.values.sumber_dana import SumberDana
from selaras.values.text import Teks

#: Title lines are looked for in so many rows above a head.
JUDUL_TERTINGGI = 16
#: So many rows below a head are looked at for one that is known from above.
BARIS_AWAL = 40
#: Cells that a row of a total holds at most.
JARANG = 5
_TOTAL = re.compile(r"\W*(?:grand\s+)?(?:total|jumlah|t\s+o\s+t\s+a\s+l)\b", re.IGNORECASE)

#: Columns with which a row says what it is.
_BERNAMA = ("nama", "indikator")

Judul = tuple[tuple[int, int, str], ...]


class Temuan(NamedTuple):
    """What a sheet holds: tables with the rows to read and those to skip; or why there is none."""

    tables: list[tuple[Table, list[int], frozenset[int]]]
    alasan: Teks


class _Calon:
    """A head that is a table, and what the rows below it have shown so far."""

    __slots__ = ("row_starts", "bertotal", "block", "title_lines", "reading", "seen_to")

    def __init__(self, block: Blok, reading: Cocok, judul: Judul, sampai: int) -> None:
        self.block = block
        self.reading = reading
        self.title_lines = judul
        #: The last row that was looked at, whether a total stood above it, how its rows begin.
        self.seen_to = sampai
        self.bertotal = False
        self.row_starts: set[tuple[Value, ...]] = set()


def baca_lembar(
    sheet: Sheet, only: TableSpec | None, letters: Mapping[str, str], sumber: SumberDana
) -> Temuan:
    """Return the tables of a sheet, without rows yet, and the rows that each may take."""
    filled = list(sheet.grid.rows())
    if not filled:
        return Temuan([], Teks("lembar kosong", "the sheet is empty"))
    candidates: list[_Calon] = []
    repeated: set[int] = set()
    closest: tuple[Blok, Cocok] | None = None
    blocks = cari(sheet)
    tops = [block.area.top for block in blocks]
    pages = find_furniture(sheet, filled, tops)
    repeated.update(pages.rows)

    def rows_below(block: Blok) -> list[int]:
        below = bisect_right(tops, block.area.bottom)
        end = tops[below] if below < len(tops) else filled[-1] + 1
        return _antara(filled, block.area.bottom, end)

    def look_below(block: Blok) -> Evidence:
        return look(sheet, block, rows_below(block))

    reader = PembacaKepala(sheet.name, only, look_below)
    for block in blocks:
        judul = _judul(sheet, filled, block, candidates)
        judul = _milik(sheet, judul, block, blocks)
        # A page repeats the head of the table above, whatever else the head resembles.
        above = _tercetak_lagi(sheet, filled, candidates, block, judul, pages.feet)
        if above is not None:
            repeated.update(_baris_ulangan(block, judul, above))
            continue
        block = part_level_columns(sheet, block, rows_below(block))
        readings, near = reader.read(block, [text for _, _, text in judul])
        if not readings:
            repeated.update(range(block.area.top, block.area.bottom + 1))
            if near is not None and (closest is None or near.head_score > closest[1].head_score):
                closest = (block, near)
        for part, reading in readings:
            own = _milik(sheet, judul, part, [other for other, _ in readings])
            before = _ulangan(sheet, filled, candidates, part, reading, own, pages.feet)
            if before is not None:
                repeated.update(_baris_ulangan(part, own, before))
            else:
                candidates.append(_Calon(part, reading, own, part.area.bottom))
    if not candidates:
        return Temuan([], _alasan(blocks, closest))
    tables = []
    for candidate in candidates:
        area = candidate.block.area
        end = _batas(candidate, candidates, filled[-1])
        rows = _antara(filled, area.bottom, end + 1)
        rows = _dengan_galat(sheet, rows, area.bottom, end)
        table = susun(sheet, candidate.block, candidate.reading, rows, candidate.title_lines, letters)
        join_level_amounts(table, candidate.block, rows)
        tambah_pecahan(table, candidate.block, rows, sumber)
        tambah_sebelum(table, candidate.block, rows)
        note_untaken(table, candidate.block)
        if table.spec.tahun_bebas or table.tahun is None:
            table.tahun = _tahun_judul(candidate)
        tables.append((table, rows, frozenset(repeated)))
    return Temuan(tables, Teks("", ""))


def _antara(filled: list[int], above: int, below: int) -> list[int]:
    """Return the filled rows between two rows."""
    return filled[bisect_right(filled, above) : bisect_left(filled, below)]


def _dengan_galat(sheet: Sheet, rows: list[int], top: int, end: int) -> list[int]:
    """Return the rows with those that hold nothing but errors or formulas without a result."""
    if not sheet.errors and not sheet.uncalculated:
        return rows
    more = {row for row, _ in (*sheet.errors, *sheet.uncalculated) if top < row <= end}
    return sorted(more.union(rows))


def _judul(sheet: Sheet, filled: list[int], block: Blok, before: Sequence[_Calon]) -> Judul:
    """Return the lines of text above a head, nearest last: (row, column, text)."""
    top = block.area.top
    # The row right below a head is one of its table, though it may say nothing but "Nihil".
    bottoms = (c.block.area.bottom + 1 for c in before if c.block.area.bottom < top)
    floor = max(bottoms, default=0)
    lines: list[tuple[int, int, str]] = []
    for row in reversed(_antara(filled, max(floor, top - JUDUL_TERTINGGI - 1), top)):
        cells = list(sheet.grid.row(row))
        texts = [(column, value) for column, value in cells if isinstance(value, str)]
        if len(cells) > 3 or len(texts) < len(cells) or _TOTAL.match(texts[0][1]):
            break
        lines.extend((row, column, " ".join(text.split())) for column, text in reversed(texts))
    return tuple(reversed(lines))


def _milik(sheet: Sheet, judul: Judul, block: Blok, blocks: Sequence[Blok]) -> Judul:
    """Return the title lines of a head without those that stand over a head beside it alone."""
    own = block.area
    beside = [
        other.area
        for other in blocks
        if other.area.top <= own.bottom
        and other.area.bottom >= own.top
        and (other.area.right < own.left or other.area.left > own.right)
    ]

    def over(row: int, column: int) -> bool:
        wide = sheet.merge_at(row, column)
        right = column if wide is None else wide.right
        if own.left <= column <= own.right or column < own.left <= right:
            return True
        return not any(area.left <= column <= area.right for area in beside)

    return tuple(line for line in judul if not beside or over(line[0], line[1]))


def _baris_ulangan(block: Blok, judul: Judul, above: _Calon) -> set[int]:
    """Return the rows of a head that repeats one above, with the title lines that it repeats."""
    known = {text for _, _, text in above.title_lines}
    rows = {row for row, _, text in judul if text in known}
    return rows.union(range(block.area.top, block.area.bottom + 1))


def _tercetak_lagi(
    sheet: Sheet,
    filled: list[int],
    candidates: Sequence[_Calon],
    block: Blok,
    judul: Judul,
    feet: frozenset[int],
) -> _Calon | None:
    """Return the table above whose head a page prints again, whole or in part; None for others.

    Asked before the head is read anew. A title that names another table begins that table.
    """
    for candidate in reversed(candidates):
        if not mengulang(sheet, block, candidate.block):
            continue
        known = {text for _, _, text in candidate.title_lines}
        lines = [text for _, _, text in judul if text not in known and not label_halaman((text,))]
        named, years = tabel_berjudul(lines), _tahun_teks(lines)
        if _unit_lain(sheet, filled, candidate, block, _tanpa_kaki(judul, feet)):
            return None
        if (named and candidate.reading.spec.name not in named) or not years <= _tahun_teks(known):
            return None
        return candidate if _berlanjut(sheet, filled, candidate, block) else None
    return None


def _tanpa_kaki(judul: Judul, feet: frozenset[int]) -> Judul:
    """Return the lines above a head without those that stand at the foot of the pages."""
    return tuple(line for line in judul if line[0] not in feet)


def _unit_lain(
    sheet: Sheet, filled: list[int], candidate: _Calon, block: Blok, judul: Judul
) -> bool:
    """Tell whether title lines begin the table of another agency or sub unit than the one above.

    A page may be named after its agency, too: the rows go on where the code below the head is of a
    lower level than the table's first, and begin anew where it has been seen.
    """
    known = {text for _, _, text in candidate.title_lines}
    lines = [(row, text) for row, _, text in judul if text not in known]
    here = unit_di_judul(lines)
    above = unit_di_judul([(row, text) for row, _, text in candidate.title_lines])
    if here is None or (above is not None and here.sama(above)):
        return False
    codes = _kode_di(sheet, candidate, _antara(filled, candidate.block.area.bottom, block.area.top))
    below = _antara(filled, block.area.bottom, filled[-1] + 1)[:BARIS_AWAL]
    first = next(iter(_kode_di(sheet, candidate, below)), None)
    if codes and first is not None:
        if len(first) > min(map(len, codes)):
            return False
        if first in codes:
            return True
    if above is None and codes and first is not None:
        _lihat(sheet, filled, candidate, block.area.top)
        return candidate.bertotal
    return True


def _kode_di(sheet: Sheet, candidate: _Calon, rows: Iterable[int]) -> list[tuple[int, ...]]:
    """Return the codes that rows begin with: in the cells of the code, else before the name."""
    columns = candidate.reading.columns
    code, name = columns.get("kode"), columns.get("nama")
    first = code or name
    if first is None:
        return []
    found = []
    for row in rows:
        if baris_nomor(list(sheet.grid.row(row))):
            continue
        value = sheet.grid.value(row, first.column)
        read = baca_kode(value) if code is not None else None
        if code is not None and name is not None and name.column > code.column + 1:
            cells = (sheet.grid.value(row, c) for c in range(code.column, name.column))
            parts = takewhile(lambda part: 0 < len(part) <= 4, map(teks, cells))
            read = baca_kode(".".join(parts)) or read
        if read is None and isinstance(value, str) and (led := kode_di_awal(value)) is not None:
            read = led[0]
        if read is not None and read.kode is not None:
            found.append(read.kode.bagian)
    return found


def _tahun_teks(lines: Iterable[str]) -> set[int]:
    """Return the years that some lines of text name."""
    return {year for line in lines for year in kata(line).years}


def _berlanjut(sheet: Sheet, filled: list[int], candidate: _Calon, block: Blok) -> bool:
    """Tell whether a table goes on below a head like its own.

    After a total another table may begin, with the same head: it does where its first row has been
    seen above. Where it has not, the total was one of a part.
    """
    _lihat(sheet, filled, candidate, block.area.top)
    if candidate.bertotal:
        below = _antara(filled, block.area.bottom, filled[-1] + 1)
        data = (row for row in below if not _antarhalaman(list(sheet.grid.row(row))))
        begins = (_awal(sheet, candidate, row) for row in islice(data, BARIS_AWAL))
        if _diulang([values for values in begins if values is not None], candidate.row_starts):
            return False
    candidate.seen_to = block.area.bottom
    return True


def _diulang(rows: Sequence[tuple[Value, ...]], above: set[tuple[Value, ...]]) -> bool:
    """Tell whether the rows below a head begin as those of the table above began, or are none.

    A row with its code or number tells, as "Rincian:" may stand everywhere; where none has any,
    most of them tell.
    """
    first = next(filter(_bertanda, rows), None)
    if first is not None:
        return first in above
    return 2 * sum(1 for values in rows if values in above) >= len(rows)


def _bertanda(values: Sequence[Value]) -> bool:
    """Tell whether the beginning of a row has a code or a number, and not only a name."""
    filled = [value for value in values if value is not None]
    return len(filled) > 1 or kode_di_awal(str(filled[0])) is not None


def _antarhalaman(cells: Sequence[tuple[int, Value]]) -> bool:
    """Tell whether a row only leads from one page to the next."""
    values = [value for _, value in cells]
    texts = (value for value in values if isinstance(value, str))
    return label_halaman(values) or any(map(teks_pindahan, texts))


def _ulangan(
    sheet: Sheet,
    filled: list[int],
    candidates: Sequence[_Calon],
    block: Blok,
    reading: Cocok,
    judul: Judul,
    feet: frozenset[int],
) -> _Calon | None:
    """Return the table above whose head this one repeats in other words; None if it is new."""
    for candidate in reversed(candidates):
        if candidate.reading.spec.name != reading.spec.name:
            continue
        same = {key: head.column for key, head in candidate.reading.columns.items()}
        if same != {key: head.column for key, head in reading.columns.items()}:
            return None
        if candidate.reading.tahun != reading.tahun:
            return None
        if _unit_lain(sheet, filled, candidate, block, _tanpa_kaki(judul, feet)):
            return None
        return candidate if _berlanjut(sheet, filled, candidate, block) else None
    return None


def _lihat(sheet: Sheet, filled: list[int], candidate: _Calon, end: int) -> None:
    """Look at the rows of a table down to a row: whether one is a total, and how they begin."""
    for row in _antara(filled, candidate.seen_to, end):
        cells = list(sheet.grid.row(row))
        if len(cells) <= JARANG and _antarhalaman(cells):
            continue
        candidate.bertotal = candidate.bertotal or _baris_total(cells)
        begins = _awal(sheet, candidate, row)
        if begins is not None:
            candidate.row_starts.add(begins)
    candidate.seen_to = max(candidate.seen_to, end)


def _awal(sheet: Sheet, candidate: _Calon, row: int) -> tuple[Value, ...] | None:
    """Return what a row holds from the table's left edge to its name; None for a blank."""
    columns = candidate.reading.columns
    left = candidate.block.area.left
    name = min((head.column for key, head in columns.items() if key in _BERNAMA), default=left)
    headed = (head.column for head in candidate.block.columns if head.column > name)
    # A list letter may stand in the column of the name, and the name beside it.
    values = tuple(sheet.grid.value(row, column) for column in range(left, next(headed, name + 1)))
    return values if any(value is not None for value in values) else None


def _baris_total(cells: Sequence[tuple[int, Value]]) -> bool:
    """Tell whether a row is a total: few cells, an amount among them, and the word in front.

    "Jumlah laporan ..." without an amount is an indicator.
    """
    first = next((value for _, value in cells if isinstance(value, str)), None)
    if first is None or len(cells) > JARANG or _TOTAL.match(first) is None:
        return False
    return any(is_amount(value) for _, value in cells)


def _batas(candidate: _Calon, candidates: Sequence[_Calon], last: int) -> int:
    """Return the last row that a table may take: up to the next table below it."""
    area = candidate.block.area
    end = last
    for other in candidates:
        below = other.block.area
        if below.top <= area.bottom or below.left > area.right or below.right < area.left:
            continue
        first = min([below.top, *(row for row, _, _ in other.title_lines if row > area.bottom)])
        end = min(end, first - 1)
    return end


def _tahun_judul(candidate: _Calon) -> int | None:
    """Return the one year that the title lines of the table name; None where they differ."""
    phrases = [frasa(phrase) for phrase in candidate.reading.spec.titles]
    lines = [kata(text) for _, _, text in candidate.title_lines]
    named = [line for line in lines if any(phrase <= frozenset(line.kata) for phrase in phrases)]
    for group in (named, lines):
        years = {year for line in group for year in line.years}
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
