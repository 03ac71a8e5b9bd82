"""How the sum rules speak: what a row is called, and the sentence that a sum does not hold."""

from __future__ import annotations

from collections.abc import Sequence

from selaras.model.row import Jenis, Jumlah, Row, Uang
from selaras.model.table import TableColumn
from selaras.values.finding import Finding, Fix, Place
from selaras.values.rupiah import mutlak, tulis_rupiah
from selaras.values.text import Teks, besar

#: Related cells that a message spells out; the finding carries all of them.
DISEBUT = 6


def sebut(row: Row) -> Teks:
    """Return what messages call a row: level and code, else its name in quotes."""
    level = row.tingkat.label if row.tingkat else ""
    if row.kode is not None:
        return Teks(f"{level} {row.kode}", f"{level} {row.kode}")
    name = row.sebutan
    if not name:
        return Teks(f"baris {row.row}", f"row {row.row}")
    if row.jenis is Jenis.RINCIAN:
        level = "rincian"
    if level and not name.casefold().startswith(level):
        return Teks(f"{level} “{name}”", f"{level} “{name}”")
    return Teks(f"“{name}”", f"“{name}”")


def subjek(row: Row, column: TableColumn) -> Teks:
    who, label = sebut(row), column.label
    return Teks(f"{besar(label.id)} {who.id}", f"The {label.en} of {who.en}")


def _sebut_baris(rows: Sequence[Row]) -> str:
    """Return the level of the rows, where it is one: the same word in both languages."""
    levels = {row.tingkat for row in rows}
    level = levels.pop() if len(levels) == 1 else None
    return level.label if level else ""


#: English plurals; the other levels are Indonesian words, which have none.
_JAMAK = {"program": "programs"}


def anak_dari(jumlah: Jumlah) -> Teks:
    level = _sebut_baris(jumlah.rows)
    name = Teks(level or "baris", _JAMAK.get(level, level) or "rows")
    count = len(jumlah.rows)
    if count == 1:
        return Teks(
            f"satu-satunya {name.id} berpagu di bawahnya",
            f"the only {level or 'row'} below it with an amount has",
        )
    return Teks(
        f"jumlah {count} {name.id} di bawahnya", f"the {count} {name.en} below it add up to"
    )


def jumlah_dari(jumlah: Jumlah) -> Teks:
    """Return how a message speaks of the rows that make up a table's total."""
    level, count = _sebut_baris(jumlah.rows), len(jumlah.rows)
    if count == 1:
        return Teks(f"satu-satunya {level or 'baris'}", f"the only {level or 'row'} has")
    return Teks(
        f"jumlah {count} {level or 'baris teratas'}",
        f"the {count} {_JAMAK.get(level, level) or 'top rows'} add up to",
    )


def tanpa_anak(row: Row, column: TableColumn, anak: Sequence[Row]) -> Finding:
    """Return the finding that a row has an amount and none of the rows below it has one."""
    key, who = column.key, subjek(row, column)
    written = row.jumlah(key) or 0
    level, count = _sebut_baris(anak), len(anak)
    if count > 1:
        below = Teks(
            f"{count} {level or 'baris'} di bawahnya",
            f"{count} {_JAMAK.get(level, level) or 'rows'} below it have",
        )
    else:
        below = Teks(f"{level or 'baris'} di bawahnya", f"{level or 'row'} below it has")
    cell, places = row.cell(key), tuple(one.place(key) for one in anak)
    cells = sebut_sel([place.cell for place in places])
    return row.temuan(
        key,
        Teks(
            f"{who.id} tertulis {tulis_rupiah(written)}, sedangkan {below.id} tidak berpagu.",
            f"{who.en} is {_en(written)}, but the {below.en} no amount.",
        ),
        advice=Teks(
            f"Isi {cells.id}, atau periksa {cell}.", f"Fill in {cells.en}, or look at {cell}."
        ),
        related=places,
    )


def beda(row: Row, column: TableColumn, jumlah: Jumlah, who: Teks, of: Teks) -> Finding:
    """Return the finding that a written amount is not the recomputed one.

    `who` is the subject of the sentence, `of` what the sum is made of, up to the amount.
    """
    key, cell = column.key, row.cell(column.key)
    written, total = row.jumlah(key), jumlah.nilai
    difference = (written or 0) - total
    gap = mutlak(difference)
    sums = Teks(tulis_rupiah(total), _en(total))
    if written is None:
        told = Teks("kosong", "is blank")
        off = Teks("", "")
    else:
        told = Teks(f"tertulis {tulis_rupiah(written)}", f"is {_en(written)}")
        over = difference > 0
        off = Teks(
            f" ({'lebih' if over else 'kurang'} {tulis_rupiah(gap)})",
            f" ({_en(gap)} too {'much' if over else 'little'})",
        )
    places = tuple(place for part in jumlah.rows for place in sel_jumlah(part, key))
    cells = sebut_sel([place.cell for place in places])
    many = len(places) > 1
    return row.temuan(
        key,
        Teks(
            f"{who.id} {told.id}, sedangkan {of.id} {sums.id}{off.id}.",
            f"{who.en} {told.en}, but {of.en} {sums.en}{off.en}.",
        ),
        advice=Teks(
            f"Periksa {cells.id}. Bila {'semuanya ' if many else ''}benar, "
            f"isi {cell} dengan {sums.id}; "
            f"bila {'ada yang ' if many else ''}keliru, betulkan yang itu.",
            f"Look at {cells.en}. If {'they are' if many else 'it is'} right, "
            f"put {sums.en} in {cell}; "
            f"if {'one' if many else 'it'} is wrong, mend that one.",
        ),
        expected=total,
        actual=written,
        difference=difference,
        related=places,
        fix=Fix(kind="value", cell=cell, value=total),
    )


def sel_jumlah(row: Row, key: str) -> tuple[Place, ...]:
    """Return the cells of an amount: of its parts, or of the rows below whose sum it is."""
    rows = row.anak if row.tersirat else (row,)
    return tuple(part.place(key) for one in rows for part in (one, *one.bagian))


def sebut_pagu(row: Row) -> Teks:
    """Return how a message names the amount of a row in a table, up to the table's name."""
    if not row.tersirat:
        return Teks("pagunya", "its ceiling in")
    level, count = _sebut_baris(row.anak), len(row.anak)
    if count == 1:
        return Teks(
            f"pagu satu-satunya {level or 'baris'}", f"the ceiling of its only {level or 'row'} in"
        )
    return Teks(
        f"jumlah pagu {count} {level or 'baris'}",
        f"the sum of its {count} {_JAMAK.get(level, level) or 'rows'} in",
    )


def tertulis_dalam(row: Row) -> Teks:
    """Return the verb of an amount: it is written, or the sum of the rows of one code."""
    count = len(row.bagian) + 1
    if count == 1:
        return Teks("tertulis", "is")
    return Teks(f"dalam {count} baris berjumlah", f"in {count} rows adds up to")


def samakan(own: Sequence[Place], others: Sequence[Place], agreed: Teks) -> Teks:
    """Return the advice to let a cell, or the sum of several, hold the same amount as others."""
    here = sebut_sel([place.cell for place in own])
    there = sebut_sel([f"{place.sheet}!{place.cell}" for place in others])
    if len(own) == len(others) == 1:
        return Teks(
            f"Samakan {here.id} dengan {there.id}, menurut angka {agreed.id}.",
            f"Let {here.en} and {there.en} both hold the amount {agreed.en}.",
        )
    ours, theirs = _jumlah_sel(own, here), _jumlah_sel(others, there)
    return Teks(
        f"Samakan {ours.id} dengan {theirs.id}, menurut angka {agreed.id}.",
        f"Let {ours.en} and {theirs.en} be the amount {agreed.en}.",
    )


def _jumlah_sel(places: Sequence[Place], named: Teks) -> Teks:
    return named if len(places) == 1 else Teks("jumlah ", "the sum of ") + named


def sebut_sel(cells: Sequence[str]) -> Teks:
    """Return cells as a message lists them: the first few, and how many more there are."""
    more = len(cells) - DISEBUT
    if more <= 0:
        return Teks(", ".join(cells), ", ".join(cells))
    first = ", ".join(cells[:DISEBUT])
    return Teks(f"{first}, dan {more} sel lain", f"{first}, and {more} more")


def _en(amount: Uang) -> str:
    return tulis_rupiah(amount, "en")
