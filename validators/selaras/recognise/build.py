"""Turn a matched head into a table: its columns, where split ones lie, units and years."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile

from selaras.model.book import Sheet, Value
from selaras.model.table import Table, TableColumn
from selaras.recognise.heads import Blok, Kepala
from selaras.recognise.matching import Cocok
from selaras.recognise.measures import pasang_satuan
from selaras.recognise.money_units import pasang_satuan_uang
from selaras.recognise.traits import kosong, nomor_butir
from selaras.recognise.words import berjenjang
from selaras.tables import Isi
from selaras.values.a1 import Area, column_number
from selaras.values.kode_reading import kode_di_awal

_BAGIAN = re.compile(r"[0-9Xx]{1,4}(?:[.\-][0-9Xx]{0,4}){0,6}")
_INGGRIS = re.compile(r"\D*\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?\D*|\D*\d{1,3},\d{3}\.\d{1,2}\D*")
_INDONESIA = re.compile(r"\D*\d{1,3}(?:\.\d{3})+(?:,\d+)?\D*")
_KODE = frozenset(("kode", "rekening"))
#: Data rows that are looked at to see whether a column without head holds parts of codes.
CONTOH = 80
#: Names in a column without head: so many, and so many of them with nothing to their left.
TERSEDIKIT = 2
BEBAS = 0.9


def susun(
    sheet: Sheet,
    block: Blok,
    reading: Cocok,
    data: Sequence[int],
    titles: tuple[tuple[int, int, str], ...],
    letters: Mapping[str, str],
) -> Table:
    """Return the table of a matched head, without rows yet."""
    columns: dict[str, TableColumn] = {}
    headed = {head.column for head in block.columns}
    for key, head in reading.columns.items():
        spec = reading.spec.column(key)
        numbers = _lebar(head, headed, sheet, data)
        if spec.isi is Isi.KODE:
            numbers = _kolom_kode(sheet, block, head, data)
        elif spec.isi is Isi.NAMA:
            numbers = _nama_menjorok(sheet, block, headed, numbers, data)
            numbers = _nama_berjenjang(block, reading, head, numbers)
        elif spec.isi is Isi.UANG:
            numbers = _kolom_uang(sheet, head, headed, data)
        offset = spec.tahun
        tahun = head.years[0] if len(head.years) == 1 else None
        if tahun is None and offset is not None and reading.tahun is not None:
            tahun = reading.tahun + offset
        column = TableColumn(spec, numbers, head.position, tahun)
        if spec.isi is Isi.UANG:
            column.inggris = inggris(sheet, data, column.first)
        columns[key] = column
    _kode_di_nomor(sheet, reading, columns, data)
    pasang_satuan(sheet, block, list(columns.values()), data)
    money = [column for column in columns.values() if column.spec.isi is Isi.UANG]
    texts = {key: head.teks for key, head in reading.columns.items()}
    pasang_satuan_uang(money, texts, (*titles, *block.captions))
    for key, text in letters.items():
        spec = reading.spec.column(key)
        first, _, last = text.partition(":")
        numbers = tuple(range(column_number(first), column_number(last or first) + 1))
        position = (block.area.bottom, numbers[0])
        columns[key] = TableColumn(spec, numbers, position)
    order = {kolom.key: index for index, kolom in enumerate(reading.spec.columns)}
    columns = dict(sorted(columns.items(), key=lambda item: order[item[0]]))
    left = min(min(block.area.left, *column.columns) for column in columns.values())
    right = max(max(block.area.right, *column.columns) for column in columns.values())
    area = Area(block.area.top, left, block.area.bottom, right)
    table = Table(
        reading.spec, sheet, area, columns, reading.tahun, judul=titles, skor=reading.skor
    )
    table.levels = block.levels
    return table


def _kode_di_nomor(
    sheet: Sheet, reading: Cocok, columns: dict[str, TableColumn], data: Sequence[int]
) -> None:
    """Take the column "No" for that of the codes where codes stand in it and nowhere else."""
    spec = next((kolom for kolom in reading.spec.columns if kolom.isi is Isi.KODE), None)
    number = columns.get("no")
    if spec is None or spec.key in columns or number is None:
        return
    values = [sheet.grid.value(row, number.first) for row in data[:CONTOH]]
    filled = [value for value in values if value is not None]
    # A code before a name: numbering (1, 1.1, 1.1.1) is none.
    codes = sum(
        isinstance(v, str) and kode_di_awal(f"{v.strip()} Nama") is not None for v in filled
    )
    if codes >= 2 and codes >= len(filled) // 2:
        del columns["no"]
        columns[spec.key] = TableColumn(spec, number.columns, number.head, number.tahun)


def _lebar(head: Kepala, headed: set[int], sheet: Sheet, data: Sequence[int]) -> tuple[int, ...]:
    """Return the sheet columns of a head: one, or more where data lie under its wide merge."""
    extra = [column for column in head.covered if column != head.column and column not in headed]
    used = [
        column
        for column in extra
        if any(sheet.grid.value(row, column) is not None for row in data[:CONTOH])
    ]
    return (head.column, *used)


def _nama_menjorok(
    sheet: Sheet, block: Blok, headed: set[int], own: tuple[int, ...], data: Sequence[int]
) -> tuple[int, ...]:
    """Return the columns of names with those to their right that have no head.

    Lower levels may stand further right, behind a list letter or nothing.
    """
    rows = data[:CONTOH]
    columns = list(own)
    for column in range(own[-1] + 1, block.area.right + 1):
        if column in headed:
            break
        named = [row for row in rows if _bernama(sheet.grid.value(row, column))]
        free = sum(
            all(_kosong_atau_nomor(sheet.grid.value(row, left)) for left in columns)
            for row in named
        )
        if len(named) < TERSEDIKIT or free < BEBAS * len(named):
            break
        columns.append(column)
    return tuple(columns)


def _bernama(value: Value) -> bool:
    return isinstance(value, str) and sum(map(str.isalpha, value)) >= 3


def _kosong_atau_nomor(value: Value) -> bool:
    return kosong(value) or nomor_butir(value)


def _nama_berjenjang(
    block: Blok, reading: Cocok, head: Kepala, own: tuple[int, ...]
) -> tuple[int, ...]:
    """Return the columns of names with those beside that name other levels, from left to right.

    "Program", "Kegiatan" and "Sub Kegiatan" may each have a column, and urusan and bidang too.
    """
    if not berjenjang(head.leaf, head.upper):
        return own
    taken = {other.column for other in reading.columns.values()}

    def beside(heads: Iterable[Kepala]) -> list[int]:
        named = takewhile(
            lambda one: berjenjang(one.leaf, one.upper) and one.column not in taken, heads
        )
        return [column for one in named for column in one.covered]

    left = beside(other for other in reversed(block.columns) if other.column < head.column)
    right = beside(other for other in block.columns if other.column > head.column)
    return (*sorted(left), *own, *right)


def _kolom_uang(
    sheet: Sheet, head: Kepala, headed: set[int], data: Sequence[int]
) -> tuple[int, ...]:
    """Return the one column under a money head that holds its amounts.

    Under a wide head, or left of a column without head, may stand nothing but "Rp".
    """
    choice = [column for column in head.covered if column == head.column or column not in headed]
    if len(choice) == 1:
        right = head.column + 1
        if right in headed or not _hanya_rp(sheet, data, head.column):
            return (head.column,)
        choice.append(right)
    rows = data[:CONTOH]
    count = {
        column: sum(1 for row in rows if _berangka(sheet.grid.value(row, column)))
        for column in choice
    }
    return (max(choice, key=lambda column: (count[column], -column)),)


def _berangka(value: Value) -> bool:
    if isinstance(value, str):
        return any(character.isdigit() for character in value)
    return value is not None and not isinstance(value, bool)


def _hanya_rp(sheet: Sheet, data: Sequence[int], column: int) -> bool:
    texts = [sheet.grid.value(row, column) for row in data[:CONTOH]]
    filled = [text for text in texts if text is not None]
    return bool(filled) and all(
        isinstance(text, str) and text.strip(" .:").casefold() in ("rp", "idr") for text in filled
    )


def _kolom_kode(sheet: Sheet, block: Blok, head: Kepala, data: Sequence[int]) -> tuple[int, ...]:
    """Return the columns over which the code is split.

    They are those under a wide "Kode", those with heads of their own under a group "Kode", and
    those without a head to its right that hold parts of codes.
    """
    heads = {other.column: other for other in block.columns}
    columns = list(head.covered)
    before = [other for other in block.columns if other.column < head.column]
    while before and not head.leaf & _KODE and before[-1].upper & _KODE:
        columns = [*before.pop().covered, *columns]
    column = columns[-1] + 1
    while column <= block.area.right:
        other = heads.get(column)
        if other is not None:
            if not other.upper & _KODE:
                break
            columns.extend(other.covered)
            column = other.covered[-1] + 1
            continue
        holds = _berisi_kode(sheet, data, column)
        if holds is False:
            break
        if holds:
            columns.append(column)
        column += 1
    used = [
        number
        for number in columns
        if number == columns[0] or any(sheet.grid.value(row, number) is not None for row in data)
    ]
    return tuple(used)


def _berisi_kode(sheet: Sheet, data: Sequence[int], column: int) -> bool | None:
    """Tell whether a column without head holds parts of codes; None for a blank column."""
    values = [sheet.grid.value(row, column) for row in data[:CONTOH]]
    filled = [value for value in values if value is not None]
    if not filled:
        return None
    return sum(map(_bagian_kode, filled)) >= 0.7 * len(filled)


def _bagian_kode(value: Value) -> bool:
    if isinstance(value, str):
        return _BAGIAN.fullmatch(value.strip()) is not None
    return isinstance(value, float | int) and 0 < value < 10_000


def inggris(sheet: Sheet, data: Sequence[int], column: int) -> bool | None:
    """Return whether a money column writes the comma for thousands; None if no text tells."""
    english = indonesian = 0
    for row in data:
        value = sheet.grid.value(row, column)
        if isinstance(value, str):
            if _INGGRIS.fullmatch(value):
                english += 1
            elif _INDONESIA.fullmatch(value):
                indonesian += 1
    if english == indonesian:
        return None
    return english > indonesian
