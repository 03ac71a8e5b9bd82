"""What is wrong with the codes of a column: form, parent, doubles, order."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.model.table import Table
from selaras.recognise import traits
from selaras.recognise.candidates import mirip_kepala
from selaras.rules.kod._order import rangkaian
from selaras.rules.kod.ganda import TERKAAN
from selaras.rules.kod.induk import induk
from selaras.rules.kod.urutan import urutan
from selaras.values.finding import Finding
from selaras.values.kode_reading import BacaKode, baca_kode
from selaras.values.text import Teks
from selaras_addin.excel_errors import Galat
from selaras_addin.udf.arrays import Hasil, Sel, kata, nilai
from selaras_addin.udf.columns import KolomKode, baris_tabel, kolom_kode, label, nomor
from selaras_addin.udf.kode import cacat, kode_opd


def periksa_kode(value: object) -> Hasil:
    """Return, place by place, what is wrong with the codes of a column; blank where nothing is."""
    codes = kolom_kode(value, "kolom_kode")
    said: dict[int, list[Teks]] = {}
    table = baris_tabel(codes)
    for number, told in (
        *_bentuk(codes),
        *_induk(table, codes),
        *_ganda(table, codes),
        *_urutan(table),
    ):
        said.setdefault(number, []).append(told)
    return codes.shape_results(
        [
            nilai(" ".join(map(kata, said[number]))) if number in said else ""
            for number in range(1, len(codes.terbaca) + 1)
        ]
    )


def _bentuk(codes: KolomKode) -> Iterator[tuple[int, Teks]]:
    for number, read in enumerate(codes.terbaca, 1):
        if isinstance(read, BacaKode):
            told = cacat(read)
            if told is not None and not kode_opd(read):
                yield number, Teks(f"Bentuk: {told.id}.", f"Form: {told.en}.")
        elif read is not None and not _judul(codes.sel[number - 1]):
            yield number, read


def _judul(cells: tuple[Sel, ...]) -> bool:
    """Tell whether a text among codes is a head, a section or a total, which carry none."""
    if any(isinstance(value, Galat) for value in cells):
        return False
    text = label(cells)
    return (
        traits.teks_total(text)
        or traits.judul_rincian((text,))
        or traits.bagian(text)
        or mirip_kepala(text)
    )


def _induk(table: Table, codes: KolomKode) -> Iterator[tuple[int, Teks]]:
    for finding in induk(table):
        parent = _name_parent(finding)
        read = baca_kode(parent)
        level = f"{read.kode.tingkat.label} " if read and read.kode else ""
        name = f"{level}{parent}"
        if finding.related:
            place = codes.name_place(nomor(finding.related[0].cell))
            told = Teks(
                f"Induk: tidak berdiri di bawah induknya, {name} di {place.id}.",
                f"Parent: does not stand under its parent, {name} in {place.en}.",
            )
        else:
            told = Teks(f"Induk: {name} tidak ada.", f"Parent: there is no {name}.")
        yield nomor(finding.cell), told


def _name_parent(finding: Finding) -> str:
    """Return the code of the parent: the one expected, else that of a missing row."""
    if finding.expected:
        return str(finding.expected)
    read = baca_kode(finding.kode)
    above = read.kode.induk if read and read.kode else None
    return str(above) if above is not None else ""


def _ganda(table: Table, codes: KolomKode) -> Iterator[tuple[int, Teks]]:
    """Yield codes that stood there before: without names and amounts no repeat can be excused."""
    for rows in rangkaian(table):
        first: dict[tuple[int, ...], int] = {}
        for row in rows:
            if row.kode is None or (row.baca is not None and row.baca.salah in TERKAAN):
                continue
            before = first.setdefault(row.kode.bagian, row.row)
            if before != row.row:
                place = codes.name_place(before)
                yield (
                    row.row,
                    Teks(f"Ganda: sudah dipakai di {place.id}.", f"Double: used in {place.en}."),
                )


def _urutan(table: Table) -> Iterator[tuple[int, Teks]]:
    """Yield codes out of their order, with the neighbour that shows it."""
    for finding in urutan(table):
        number = nomor(finding.cell)
        told = Teks("Urutan: tidak pada urutannya", "Order: out of its order")
        for place in finding.related:
            other = nomor(place.cell)
            row, below = table.row_at(other), other > number
            if row is not None:
                told += Teks(
                    f"; di {'bawahnya' if below else 'atasnya'} {row.kode}",
                    f"; {'below' if below else 'above'} it is {row.kode}",
                )
        yield number, told + Teks(".", ".")
