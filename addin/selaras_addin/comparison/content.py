"""What a comparison consists of: columns in groups, rows, cells that know where they are from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from selaras.compare.cells import rupiah, tulisan
from selaras.model.per_unit import part_name
from selaras.model.row import Row
from selaras.model.work import Work
from selaras.values.finding import Place
from selaras.values.kode_reading import Tingkat
from selaras.values.text import KOSONG as TANPA_TEKS
from selaras.values.text import Bahasa, Teks, besar

Jenis = Literal["kode", "teks", "target", "uang", "catatan"]


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: its head, the group that it stands under, and what it holds."""

    judul: Teks
    jenis: Jenis
    grup: Teks = TANPA_TEKS


@dataclass(frozen=True, slots=True)
class Sel:
    """One cell: amounts in rupiah, the place that it was taken from, whether it differs."""

    nilai: str | int | Decimal | None = None
    asal: Place | None = None
    differs: bool = False

    def mark_different(self) -> Sel:
        """Return the cell as one that differs from its counterpart."""
        return Sel(self.nilai, self.asal, differs=True)


KOSONG = Sel()


@dataclass(frozen=True, slots=True)
class Baris:
    """One row, with the level that its weight shows; None for a further indicator."""

    sel: tuple[Sel, ...]
    tingkat: Tingkat | None = None
    total: bool = False
    #: It only names the unit or plan whose rows follow.
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Banding:
    """A comparison, ready to be put on a sheet."""

    #: Name of the sheet.
    sheet_name: str
    judul: Teks
    #: Lines that say what is compared with what, and what could not be.
    remarks: tuple[Teks, ...]
    kolom: tuple[Kolom, ...]
    rows: tuple[Baris, ...]

    @property
    def difference_count(self) -> int:
        """How many cells differ."""
        return sum(cell.differs for row in self.rows for cell in row.sel)


def teks(row: Row | None, key: str) -> Sel:
    """Return what a cell of a table shows, in one line."""
    if row is None or key not in row.table.columns:
        return KOSONG
    shown = tulisan(row, key)
    return Sel(shown or None, row.place(key) if shown else None)


def uang(row: Row | None, key: str) -> Sel:
    """Return an amount of a table in rupiah; the written text where it cannot be read."""
    if row is None or key not in row.table.columns:
        return KOSONG
    amount = rupiah(row, key)
    if amount is None:
        return teks(row, key)
    return Sel(amount, row.place(key))


def selisih(ini: Sel, acuan: Sel, *, beda: bool) -> Sel:
    """Return the first amount less the second; whether that is a difference the check says."""
    if not isinstance(ini.nilai, int | Decimal) or not isinstance(acuan.nilai, int | Decimal):
        return KOSONG
    return Sel(ini.nilai - acuan.nilai, differs=beda)


def gabung(notes: Iterable[Teks], bahasa: Bahasa) -> Sel:
    """Return several remarks as one cell."""
    return Sel(besar("; ".join(note.dalam(bahasa) for note in notes)) or None)


def per_bagian(
    parts: Sequence[Work], rows: Iterable[tuple[Work, Iterable[Baris]]], lebar: int
) -> Iterator[Baris]:
    """Yield the rows of each part of a workbook, below its name where there are several.

    The same code of another agency, sub unit or stage of the plan is another row: nothing is
    compared across them.
    """
    for part, own in rows:
        name = part_name(part)
        if len(parts) > 1 and name:
            yield Baris((KOSONG, Sel(name), *(KOSONG,) * (lebar - 2)), is_heading=True)
        yield from own


def belum_diisi(work: Work, names: Sequence[str]) -> Teks | None:
    """Return that a table is there but empty; None where none of these is there and empty."""
    empty = next((table for table in work.named(*names) if table.is_empty), None)
    if empty is None:
        return None
    name, sheet = empty.name, empty.sheet.name
    return Teks(
        f"{name} di lembar {sheet} belum diisi, jadi tidak ada yang dapat dibandingkan.",
        f"{name} on sheet {sheet} is not filled in, so that there is nothing to compare.",
    )
