"""The unit of the amounts: what head and caption say, and what the amounts and other tables show.

It is decided here, once; everything else reads `TableColumn.skala`. What is written is kept beside
it (`TableColumn.satuan_tertulis`), for a word that the amounts contradict.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from selaras.model.book import Position
from selaras.model.row import Uang
from selaras.model.table import SatuanTertulis, Table, TableColumn
from selaras.recognise.captions import satuan_disebut
from selaras.values.kode_reading import Kode
from selaras.values.lazy_regex import Pola
from selaras.values.rupiah import mutlak

_MILIAR = Pola(r"\b(?:miliar|milyar)(?:an)?\b", re.IGNORECASE)
_JUTA = Pola(r"\bjuta(?:an)?\b|\(\s*(?:dalam\s+)?(?:rp\.?|x)[\s.]*000[.,\s]?000\b", re.IGNORECASE)
_RIBU = Pola(
    r"\bribu(?:an)?\b|\(\s*(?:dalam\s+)?(?:rp\.?|x)[\s.]*(?:0?00|1[.,]?000)\b", re.IGNORECASE
)
#: A middle sub kegiatan of 20 billion rupiah is not a middle one: the amounts are whole rupiah.
TENGAH_TERBESAR = 20_000_000
#: So many codes with the very same figures in two tables of different units are no chance.
SAMA_TERSEDIKIT = 3
#: So many of the codes that two tables share must agree once the unit is put right.
SAMA_SEBAGIAN = 0.8
#: Rows with an amount that are compared with another table.
CONTOH = 60

Judul = Sequence[tuple[int, int, str]]


def pasang_satuan_uang(columns: Iterable[TableColumn], heads: dict[str, str], said: Judul) -> None:
    """Give money columns the unit that their head names, else the caption nearest to the head.

    `heads` are the words over each column by its key, `said` the lines around the head.
    """
    caption = _keterangan(said)
    for column in columns:
        own = skala_kepala(heads.get(column.key, ""))
        if own > 1:
            column.satuan_tertulis = SatuanTertulis(own, column.head)
        else:
            column.satuan_tertulis = caption
        column.skala = column.satuan_tertulis.skala if column.satuan_tertulis else 1


def skala_kepala(text: str) -> int:
    """Return how many rupiah one is under a head: 1.000 for "(Rp. 000)"; 1 where none is named."""
    for scale, pattern in ((10**9, _MILIAR), (10**6, _JUTA), (10**3, _RIBU)):
        if pattern.search(text):
            return scale
    return 1


def _keterangan(said: Judul) -> SatuanTertulis | None:
    for row, column, text in reversed(said):
        scale = satuan_disebut(text)
        if scale is not None:
            return SatuanTertulis(scale, (row, column)) if scale > 1 else None
    return None


def tentukan_satuan(tables: Sequence[Table]) -> None:
    """Put right the unit of columns whose amounts contradict what is written, or written nowhere.

    Amounts are whole rupiah where they are too large for the unit, or another table has the same
    figures in rupiah; they are in thousands where another table has a thousand times as much.
    """
    for table in tables:
        for columns in _sesatuan(table):
            known = [column.satuan_tertulis for column in columns]
            if known[0] is not None and (
                _terlalu_besar(table, columns) or any(_sama(table, c, tables) for c in columns)
            ):
                for column in columns:
                    column.skala = 1
    for table in tables:
        for column in table.kolom_uang:
            if column.satuan_tertulis is None and _seribu_kali(table, column, tables):
                column.skala = 1_000


def _sesatuan(table: Table) -> list[list[TableColumn]]:
    """Return the money columns that one word gives a unit, together."""
    groups: dict[Position | None, list[TableColumn]] = {}
    for column in table.kolom_uang:
        if column.satuan_tertulis is not None:
            groups.setdefault(column.satuan_tertulis.position, []).append(column)
    return list(groups.values())


def _terlalu_besar(table: Table, columns: Sequence[TableColumn]) -> bool:
    leaves = [
        amount
        for column in columns
        for row in table.pokok
        if not row.anak and (amount := row.jumlah(column.key)) is not None and amount > 0
    ]
    middle = sorted(leaves)[len(leaves) // 2] if len(leaves) >= SAMA_TERSEDIKIT else 0
    return middle >= TENGAH_TERBESAR


def _contoh(table: Table, column: TableColumn) -> dict[Kode, Uang]:
    """Return amounts by code: the first so many that are there."""
    found: dict[Kode, Uang] = {}
    for row in table.susunan.kode_rows:
        amount = row.jumlah(column.key)
        if amount and row.kode is not None:
            found[row.kode] = amount
            if len(found) == CONTOH:
                break
    return found


def _sama(table: Table, column: TableColumn, tables: Sequence[Table]) -> bool:
    """Tell whether another table has the same figures in whole rupiah for the same codes."""
    own = _contoh(table, column)
    return any(_berapa(own, other, money, 1)[0] for other, money in _lain(table, column, tables))


def _seribu_kali(table: Table, column: TableColumn, tables: Sequence[Table]) -> bool:
    """Tell whether another table has, in rupiah, a thousand times as much for the same codes."""
    others = list(_lain(table, column, tables))
    own = _contoh(table, column) if others else {}
    for other, money in others:
        agree, rate = _berapa(own, other, money, 1_000)
        if agree and rate >= SAMA_SEBAGIAN:
            return True
    return False


def _lain(
    table: Table, column: TableColumn, tables: Sequence[Table]
) -> Iterable[tuple[Table, TableColumn]]:
    """Yield the columns of other tables that hold rupiah of the same year."""
    for other in tables:
        if other is not table and other.tahun == table.tahun and other.berkode:
            for money in other.kolom_uang:
                if money.skala == 1 and money.spec.tahun == column.spec.tahun:
                    yield other, money


def _berapa(
    own: dict[Kode, Uang], other: Table, money: TableColumn, scale: int
) -> tuple[bool, Decimal]:
    """Tell whether enough codes agree at a scale, and which share of the common ones does."""
    common = agree = 0
    for row in other.susunan.kode_rows:
        amount = row.jumlah(money.key)
        if amount and row.kode in own:
            common += 1
            # Thousands are rounded.
            agree += mutlak(own[row.kode] * scale - amount) <= scale // 2
    return agree >= SAMA_TERSEDIKIT, Decimal(agree) / max(common, 1)
