"""What the sum rules share: comparing a written amount with a recomputed one, and saying so."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from selaras.finding import Finding, Fix
from selaras.kode import Tingkat
from selaras.model.table import Jumlah, Row, Table, TableColumn
from selaras.rupiah import tulis_rupiah
from selaras.teks import Teks

#: Related cells that a message spells out; the finding carries all of them.
DISEBUT = 6

_TINGKAT_EN = {
    Tingkat.URUSAN: "urusan",
    Tingkat.BIDANG_URUSAN: "bidang urusan",
    Tingkat.PROGRAM: "program",
    Tingkat.KEGIATAN: "kegiatan",
    Tingkat.SUB_KEGIATAN: "sub kegiatan",
}


def periksa_tingkat(
    table: Table, tingkat: Tingkat, *, kosong_boleh: bool = False
) -> Iterator[Finding]:
    """Yield a finding for each row of a level whose amount is not the sum of what is below it.

    A blank amount counts where other rows of the level carry one, unless `kosong_boleh`. Where an
    amount below cannot be known (an error, a text) the sum cannot either, and nothing is said.
    """
    rows = [row for row in table.tingkat(tingkat) if row.anak]
    for column in table.kolom_uang:
        key = column.key
        berisi = any(row.jumlah(key) is not None for row in rows)
        if not berisi:
            continue
        for row in rows:
            jumlah = row.jumlah_anak(key)
            if jumlah is None or row.tak_diketahui(key):
                continue
            if row.jumlah(key) is None and (kosong_boleh or jumlah.nilai == 0):
                continue
            if not sama(row, column, jumlah):
                yield beda(row, column, jumlah, None, _anak(row, jumlah))


def _anak(row: Row, jumlah: Jumlah) -> Teks:
    below = {anak.tingkat for anak in jumlah.baris}
    level = min((one for one in below if one is not None), default=None)
    count = len(jumlah.baris)
    if level is None:
        return Teks(f"jumlah {count} baris di bawahnya", f"the {count} rows below it add up to")
    return Teks(
        f"jumlah {count} {level.nama} di bawahnya",
        f"the {count} {_TINGKAT_EN[level]} below it add up to",
    )


def sama(row: Row, column: TableColumn, jumlah: Jumlah) -> bool:
    """Tell whether the written amount is the recomputed one, within the tolerance of the table."""
    written = row.jumlah(column.key)
    allowed = row.table.toleransi
    if column.skala > 1:
        # Amounts in thousands are rounded row by row: each child may be off by one.
        allowed = max(allowed / column.skala, len(jumlah.baris))
    return written is not None and abs(written - jumlah.nilai) <= allowed


def beda(
    row: Row, column: TableColumn, jumlah: Jumlah, subject: Teks | None, of: Teks
) -> Finding:
    """Return the finding that a written amount is not the recomputed one."""
    key = column.key
    written = row.jumlah(key)
    difference = (written or 0) - jumlah.nilai
    nama = row.tingkat.nama if row.tingkat else "baris"
    level = _TINGKAT_EN[row.tingkat] if row.tingkat else "row"
    label = column.label
    who = (
        subject + Teks(f" {label.id}", f" {label.en}")
        if subject
        else Teks(
            f"{_besar(label.id)} {nama} {row.sebutan}", f"The {label.en} of {level} {row.sebutan}"
        )
    )
    told = Teks(tulis_rupiah(written), _en(written)) if written is not None else _KOSONG
    sums = Teks(tulis_rupiah(jumlah.nilai), _en(jumlah.nilai))
    gap = abs(difference)
    direction = Teks("lebih", "too much by") if difference > 0 else Teks("kurang", "short by")
    places = tuple(part.place(key) for part in jumlah.baris)
    cells = ", ".join(place.cell for place in places[:DISEBUT])
    if len(places) > DISEBUT:
        cells += ", ..."
    cell = row.cell(key)
    return row.temuan(
        key,
        Teks(
            f"{who.id} tertulis {told.id}, sedangkan {of.id} {sums.id} "
            f"({direction.id} {tulis_rupiah(gap)}).",
            f"{who.en} says {told.en}, but {of.en} {sums.en} ({direction.en} {_en(gap)}).",
        ),
        advice=Teks(
            f"Periksa {cells}. Bila semuanya benar, isi {cell} dengan {sums.id}; "
            "bila ada yang keliru, betulkan yang itu.",
            f"Look at {cells}. If all are right, put {sums.en} in {cell}; "
            "if one is wrong, mend that one.",
        ),
        expected=jumlah.nilai,
        actual=written,
        difference=difference,
        related=places,
        fix=Fix(kind="value", cell=cell, value=jumlah.nilai),
    )


_KOSONG = Teks("kosong", "nothing")


def _en(amount: int | Decimal) -> str:
    return tulis_rupiah(amount, "en")


def _besar(text: str) -> str:
    return text[:1].upper() + text[1:]
