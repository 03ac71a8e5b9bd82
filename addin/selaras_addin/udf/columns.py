"""Whole columns of codes and amounts as the engine's rows: read once, checked by its rules."""

from __future__ import annotations

import re
from collections.abc import Sequence
from string import ascii_uppercase
from typing import NamedTuple

from selaras.model.row import Jenis, Row
from selaras.model.table import Table
from selaras.recognise import traits
from selaras.recognise.candidates import mirip_kepala
from selaras.recognise.tree import tanam
from selaras.values.kode_reading import BacaKode
from selaras.values.text import Teks
from selaras_addin.udf.arrays import Hasil, Keliru, Larik, Sel, larik, ukuran
from selaras_addin.udf.columns_as_table import tabel
from selaras_addin.udf.kode import Terbaca, baca_baris, baca_semua, kode_opd
from selaras_addin.udf.split_kode import terpecah

#: The number of a column as some tables print it.
_NOMOR_KOLOM = re.compile(r"\s*[(\[]?\s*\d{1,2}\s*[)\]]?\s*")


class KolomKode(NamedTuple):
    """A column of codes: its cells, what was read in each place, and whether it lies across."""

    sel: Larik
    terbaca: list[Terbaca]
    mendatar: bool

    def shape_results(self, found: Sequence[str | float]) -> Hasil:
        """Return results, one for each place, in the shape that the codes had."""
        return [list(found)] if self.mendatar else [[one] for one in found]

    def name_place(self, number: int) -> Teks:
        """Return how a message names a place, counted from 1."""
        if self.mendatar:
            return Teks(f"sel ke-{number}", f"cell {number}")
        return Teks(f"baris ke-{number}", f"row {number}")


def kolom_kode(value: object, nama: str, *, sebanyak: int = 0) -> KolomKode:
    """Return an argument as a column of codes; several columns hold the parts of one code a row.

    Where a row of cells may be either, it is a row of codes if there are `sebanyak` of them.
    Raises Keliru where several columns hold whole codes.
    """
    rows = larik(value)
    wide = len(rows[0]) > 1
    if wide and terpecah(rows) and (len(rows) > 1 or len(rows[0]) != sebanyak):
        return KolomKode(rows, _tanpa_nomor(rows, baca_baris(rows)), mendatar=False)
    if wide and len(rows) > 1:
        raise Keliru(
            Teks(
                f"{nama} harus satu kolom, atau beberapa kolom yang bersama-sama memuat satu kode "
                f"(2 | 17 | 01 ...), bukan {ukuran(rows).id}.",
                f"{nama} must be one column, or several that hold one code together "
                f"(2 | 17 | 01 ...), not {ukuran(rows).en}.",
            )
        )
    cells: Larik = [(one,) for one in rows[0]] if wide else rows
    read = _tanpa_nomor(cells, baca_semua([one for (one,) in cells]))
    return KolomKode(cells, read, mendatar=wide)


def _tanpa_nomor(cells: Larik, read: list[Terbaca]) -> list[Terbaca]:
    """Return what was read but for the numbers of columns that are printed right under a head.

    "1" under "Kode" is no urusan, unless what follows is its bidang or another urusan.
    """
    if Teks not in set(map(type, read)):
        return read
    below_head = False
    for place, one in enumerate(read):
        if one is None:
            continue
        if isinstance(one, Teks):
            text = label(cells[place])
            numbered = below_head and _NOMOR_KOLOM.fullmatch(text) is not None
            below_head = numbered or mirip_kepala(text)
        else:
            urusan = one.kode is not None and len(one.kode.bagian) == 1
            numbered = below_head and urusan and not _berurusan(one, read[place + 1 :])
            below_head = False
        if numbered:
            read[place] = None
    return read


def _berurusan(one: BacaKode, below: Sequence[Terbaca]) -> bool:
    """Tell whether an urusan is one, by the next code below it."""
    after = next((two.kode for two in below if isinstance(two, BacaKode) and two.kode), None)
    if one.kode is None or after is None or len(after.bagian) > 2:
        return False
    return len(after.bagian) == 1 or after.di_bawah(one.kode)


def baris_tabel(codes: KolomKode, pagu: Sequence[Sel] | None = None) -> Table:
    """Return the codes, and the amounts beside them, as a table with its rows and their tree.

    Places without a code have no row, but for totals, which end what is above them.
    """
    table = tabel(codes.sel, pagu)
    rows: list[Row] = []
    pokok = Jenis.POKOK
    for number, read in enumerate(codes.terbaca, 1):
        if isinstance(read, BacaKode):
            row = Row(table, number, pokok)
            row.baca, row.kode = read, (kode := read.kode)
            if kode is not None:
                row.tingkat = kode.tingkat
            elif kode_opd(read):
                row.jenis = Jenis.JUDUL
        elif read is not None and traits.teks_total(label(codes.sel[number - 1])):
            row = Row(table, number, Jenis.TOTAL)
        else:
            continue
        row.urut = len(rows)
        rows.append(row)
    table.rows = rows
    tanam(table)
    return table


def label(cells: Sequence[Sel]) -> str:
    """Return the first text of a row; "" when it has none."""
    return next((value for value in cells if isinstance(value, str)), "")


def nomor(cell: str | None) -> int:
    """Return the place, counted from 1, of a cell that a finding of the table names."""
    return int((cell or "").lstrip(ascii_uppercase))
