"""Two cells of two tables that should say the same: names, targets, amounts, and how they differ.

Case, spaces and punctuation are no difference. Amounts are held against each other in rupiah,
whatever unit their columns are in.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from selaras.model.row import Row, Uang, off_by_rounding, tampil
from selaras.model.table import Table
from selaras.model.work import Work
from selaras.reckon.shown import tertulis
from selaras.tables import RENCANA
from selaras.values.equality import are_equal
from selaras.values.fold import lipat, mirip
from selaras.values.rupiah import dalam_rupiah
from selaras.values.target import Nilai, Sasaran, sama

#: Two words at least so alike are one word and a slip of the pen.
SATU_KATA = 0.8


def rencana_utama(work: Work) -> list[Table]:
    """Return the tables of the Renja's plan: T-C.33, else the SIPD form, else Tabel 4.1.

    Of several plans it is the one that counts most, without the tables that tell it again.
    """
    for name in RENCANA:
        found = [table for table in work.named(name) if not table.edition.is_copy]
        if found:
            numbers = [number for table in found if (number := table.edition.number) is not None]
            main = min(numbers, default=None)
            return [table for table in found if table.edition.number in (main, None)]
    return []


def tabel_pertama(work: Work, names: Sequence[str]) -> list[Table]:
    """Return the tables of the first of these names that the workbook has."""
    return next((found for name in names if (found := work.named(name))), [])


def pokok_dari(tables: Sequence[Table]) -> list[Row]:
    """Return the rows of the hierarchy of tables that make up one (a sheet per bidang, say)."""
    return list(chain.from_iterable(table.pokok for table in tables))


def tersirat(tables: Sequence[Table], others: Sequence[Table]) -> list[Row]:
    """Return the programs and kegiatan that tables have no rows of, to be held against others.

    Where both have rows further down, those tell the difference, and the sums above follow.
    """
    levels = {row.tingkat for row in pokok_dari(others)}
    shared = {row.tingkat for row in pokok_dari(tables) if row.tingkat in levels}
    lowest = max((level for level in shared if level is not None), default=0)
    upper = chain.from_iterable(table.upper for table in tables)
    return [row for row in upper if row.tingkat is not None and row.tingkat > lowest]


# Texts


@lru_cache(maxsize=1 << 14)
def rapat(text: str) -> str:
    """Return what two texts share that differ in case, spaces and punctuation only."""
    return lipat(text).replace(" ", "")


def tulisan(row: Row, key: str) -> str:
    """Return what a cell shows, in one line: a percentage as such, a whole number without point.

    A target whose unit stands in a cell of its own is shown with it.
    """
    if row.table.columns[key].measure_column is not None and row.target(key):
        return tertulis(row, key).id
    value = row.value(key)
    if isinstance(value, str):
        return " ".join(value.split())
    column = row.table.columns[key].first
    position = row.posisi(key)
    shown = tampil(row.table.sheet, *position)
    if isinstance(shown, int | Decimal):
        style = row.table.sheet.style(position[0], column).number_format
        if "%" in style:
            return f"{(Decimal(shown) * 100).normalize():f}%".replace(".", ",")
        return str(shown).replace(".", ",")
    return " ".join(str(shown or "").split())


def beda_ejaan(a: str, b: str) -> bool:
    """Tell whether two texts are the same words but for slips of the pen."""
    first, second = lipat(a).split(), lipat(b).split()
    return len(first) == len(second) and all(
        one == other or mirip(one, other) >= SATU_KATA
        for one, other in zip(first, second, strict=True)
    )


# Indicators and targets


def baris_indikator(row: Row, key: str) -> list[Row]:
    """Return the rows, this one first, on which indicators of a row of the hierarchy stand."""
    if key not in row.table.columns:
        return []
    return [one for one in (row, *row.indikator) if one.text(key)]


def target_senada(a: Sasaran | None, b: Sasaran | None) -> bool:
    """Tell whether two targets mean the same, or one of them is not there.

    A unit may stand for itself or by its initials: "120 UM" is "120 usaha mikro".
    """
    if a is None or b is None or a is b or sama(a, b):
        return True
    return len(a) == len(b) and sama(tuple(map(_bersatuan, a, b)), b)


def _bersatuan(value: Nilai, other: Nilai) -> Nilai:
    """Return a value with the unit of another where one is the initials of the other."""
    short, long = sorted((value.satuan, other.satuan), key=len)
    initials = "".join(word[0] for word in long.split())
    same = len(initials) > 1 and short.replace(" ", "") == initials
    return value._replace(satuan=other.satuan) if same else value


# Amounts


class Beda(NamedTuple):
    """Two amounts in rupiah that are not the same."""

    ini: Uang
    acuan: Uang

    @property
    def selisih(self) -> Uang:
        """The first less the second."""
        return self.ini - self.acuan


def rupiah(row: Row, key: str, *, dari_bawah: bool = False) -> Uang | None:
    """Return an amount in rupiah; None when none stands there or it cannot be known.

    `dari_bawah` takes the sum of what is below where the row itself has no amount.
    """
    if key not in row.table.columns or row.tak_diketahui(key):
        return None
    amount = row.amount_or_sum(key) if dari_bawah else row.jumlah(key)
    return None if amount is None else dalam_rupiah(amount, row.table.columns[key].skala)


def beda_uang(
    row: Row, key: str, acuan: Row, key_acuan: str, *, dari_bawah: bool = False
) -> Beda | None:
    """Return the amounts of two cells where both are known and they differ.

    `dari_bawah` takes the sum of what is below the second row where it has no amount. Amounts in
    thousands are rounded, row by row: each row below may be off by the last digit.
    """
    one, other = rupiah(row, key), rupiah(acuan, key_acuan, dari_bawah=dari_bawah)
    if one is None or other is None:
        return None
    off = max(off_in_rupiah(row, key), off_in_rupiah(acuan, key_acuan))
    off *= max(1, len(row.anak), len(acuan.anak))
    allowed = max(row.table.toleransi, acuan.table.toleransi, off)
    if one == other or are_equal(one, other, allowed=allowed):
        return None
    return Beda(one, other)


def off_in_rupiah(row: Row, key: str) -> Uang:
    """Return by how many rupiah an amount, or one of those below it, may be off for rounding."""
    off = max(off_by_rounding([one], key) for one in (row, *row.anak))
    return dalam_rupiah(off, row.table.columns[key].skala)


def dalam_satuan(amount: Uang, row: Row, key: str) -> Uang:
    """Return an amount in rupiah in the unit of a column."""
    unit = row.table.columns[key].skala
    if unit == 1:
        return amount
    whole, rest = divmod(amount, unit)
    return Decimal(amount) / unit if rest else int(whole)
