"""What the sum rules share: recomputing a sum, comparing it with what is written, and saying so.

A broken sum is an error, so every doubt counts for the document: an amount that cannot be read
leaves the sum unknown, and where people lay out a table in more than one way, any reading in which
the sum holds is taken for the one that was meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from selaras.model.row import Jenis, Jumlah, Row, Uang, jumlahkan, off_by_rounding
from selaras.model.table import Table, TableColumn
from selaras.model.unit import Unit
from selaras.reckon.shown import desimal_format
from selaras.reckon.sum_words import anak_dari, beda, subjek, tanpa_anak
from selaras.values.equality import are_equal
from selaras.values.finding import Finding
from selaras.values.fold import lipat
from selaras.values.kode_reading import Tingkat
from selaras.values.rupiah import BacaUang, mutlak

#: A blank amount is a gap where this share of the level's rows carry one.
LAZIM_BERISI = 2 / 3
#: Amounts below a row are missed where this share of the level's rows, and so many, have some.
LAZIM_BERANAK = 0.8
TERSEDIKIT_BERANAK = 3
#: Sums of nested items that are followed at a time.
LEBAR = 500


# Amounts


def uang_tak_biasa(table: Table, column: TableColumn) -> Iterator[tuple[Row, BacaUang]]:
    """Yield each cell of a money column that holds anything but a plain whole number, once.

    The row is the one that the amount belongs to, where it stands on a continuation row.
    """
    key = column.key
    for row in map(table.rows.__getitem__, table.tak_bulat[key]):
        owner = row
        shared = row.jenis in (Jenis.LANJUTAN, Jenis.JUMLAH)
        if shared and row.induk and row.induk.posisi(key) == (row.row, row.posisi(key)[1]):
            owner = row.induk
        baca = owner.read_money(key)
        if baca is not None:
            yield owner, baca


def sama(row: Row, column: TableColumn, jumlah: Jumlah) -> bool:
    """Tell whether the written amount is the recomputed one, within the tolerance of the table."""
    return _sama(row, column, jumlah.nilai, jumlah.rows)


def _sama(row: Row, column: TableColumn, total: Uang, rows: Sequence[Row]) -> bool:
    """Tell whether a row says the sum of the amounts of rows."""
    written = row.jumlah(column.key)
    if written is None:
        return False
    if written == total:
        return True
    allowed: Uang = row.table.toleransi
    if column.skala > 1:
        # Amounts in thousands are rounded row by row: each may be off by its last digit.
        off = max(off_by_rounding([row], column.key), off_by_rounding(rows, column.key))
        allowed = max(Decimal(allowed) / column.skala, off)
    whole = isinstance(written, int) and isinstance(total, int)
    return are_equal(written, total, None if whole else desimal_format(row, column.key), allowed)


# The rows of one level against those below


def ulangan(before: Row, row: Row, *, berurutan: bool = False) -> bool:
    """Tell whether a row with the code of an earlier one only goes on with it.

    On a new page people repeat the program and kegiatan that go on there: the same name or none,
    no amounts. Directly below (`berurutan`) a further indicator may repeat all but itself.
    """
    if lipat(_tanpa_lanjutan(row.nama)) not in ("", lipat(_tanpa_lanjutan(before.nama))):
        return False
    own, other = lipat(row.text("indikator")), lipat(before.text("indikator"))
    if _berpagu(row):
        return berurutan and bool(own) and bool(other) and own != other
    return not own or own != other


def _berpagu(row: Row) -> bool:
    return any(
        row.jumlah(column.key) is not None or row.tak_diketahui(column.key)
        for column in row.table.kolom_uang
    )


def _sepagu(before: Row, row: Row) -> bool:
    """Tell whether a row has the amounts of another; blank is as good as the same."""
    return all(
        row.jumlah(column.key) in (None, before.jumlah(column.key))
        for column in row.table.kolom_uang
    )


def _tanpa_lanjutan(name: str) -> str:
    text = name.strip(" .()[]")
    for word in ("lanjutan", "sambungan", "lanj"):
        if text.casefold().endswith(word):
            return text[: -len(word)].rstrip(" .,()[]-–")
    return text


class _Keluarga(NamedTuple):
    """A row and all rows one level down, those after a page break too."""

    row: Row
    anak: Sequence[Row]


def bukan_ulangan(table: Table, rows: Sequence[Row]) -> list[_Keluarga]:
    """Return the rows with those below them, repeats merged into the row that they repeat."""
    repeats = _ulangan(table)
    if not repeats:
        return [_Keluarga(row, row.anak) for row in rows]
    below: dict[int, list[Row]] = {}
    kept: list[Row] = []
    for row in rows:
        first = repeats.get(id(row), row)
        if first is row:
            kept.append(row)
        children = (anak for anak in row.anak if id(anak) not in repeats)
        below.setdefault(id(first), []).extend(children)
    return [_Keluarga(row, below[id(row)]) for row in kept]


def _ulangan(table: Table) -> dict[int, Row]:
    """Return, by id, the rows that only repeat a row further up, with that row.

    A row that stands twice with one amount, each time above other rows, is one row for the sums.
    """
    if not table.susunan.berulang:
        return {}
    first: dict[tuple[Unit | None, tuple[int, ...]], Row] = {}
    found: dict[int, Row] = {}
    last: Row | None = None
    above: tuple[Unit | None, tuple[int, ...]] | None = None
    for row in table.pokok:
        if row.kode is None:
            continue
        code = row.unit, row.kode.bagian
        near = code == above
        before = last if near else first.setdefault(code, row) if row.anak else None
        if near and row.anak:
            first.setdefault(code, found.get(id(last), last or row))
        last, above = row, code
        if before is None or before is row:
            continue
        before = found.get(id(before), before)
        again = ulangan(before, row, berurutan=near) and _sepagu(before, row)
        if again or (not near and _dibagi(before, row)):
            found[id(row)] = before
    return found


def _dibagi(before: Row, row: Row) -> bool:
    """Tell whether the rows below one code are shared out over two rows that say the same."""
    same = lipat(_tanpa_lanjutan(row.nama)) == lipat(_tanpa_lanjutan(before.nama))
    if not same or not _sepagu(before, row):
        return False
    codes = {anak.kode for anak in before.anak}
    return not any(anak.kode in codes for anak in row.anak)


def periksa_tingkat(
    table: Table, tingkat: Tingkat, *, kosong_boleh: bool = False
) -> Iterator[Finding]:
    """Yield a finding for each row of a level whose amount is not the sum of what is below it.

    A blank amount counts where most rows of the level carry one, unless `kosong_boleh`; then 0 is
    as good as blank. Where an amount below cannot be known (an error, a text) the sum cannot
    either, and nothing is said.
    """
    rows = table.rows_at(tingkat)
    yield from periksa_jumlah_bawah(table, tingkat)
    columns = _kolom_goyah(table, rows)
    if not columns:
        return
    families = [family for family in bukan_ulangan(table, rows) if family.anak]
    foreign = _berbidang_lain(table)
    for column in columns:
        key = column.key
        sums = [(row, anak, jumlahkan(anak, key)) for row, anak in families]
        due = [row.jumlah(key) for row, _, jumlah in sums if jumlah is not None and jumlah.nilai]
        filled = sum(amount is not None for amount in due)
        gap_counts = not kosong_boleh and filled >= LAZIM_BERISI * len(due)
        wanted = [jumlah is not None for row, _, jumlah in sums if row.jumlah(key)]
        below_counts = sum(wanted) >= max(LAZIM_BERANAK * len(wanted), TERSEDIKIT_BERANAK)
        for row, anak, jumlah in sums:
            if row.tak_diketahui(key):
                continue
            written = row.jumlah(key)
            if jumlah is None:
                known = not any(one.tertutup(key) for one in anak)
                if below_counts and written and known and not kosong_boleh:
                    yield tanpa_anak(row, column, anak)
            elif written is None:
                if gap_counts and jumlah.nilai:
                    yield beda(row, column, jumlah, subjek(row, column), anak_dari(jumlah))
            elif not (kosong_boleh and written == 0) and not _cocok(
                row, column, jumlah, anak, foreign
            ):
                yield beda(row, column, jumlah, subjek(row, column), anak_dari(jumlah))


def periksa_jumlah_bawah(table: Table, tingkat: Tingkat) -> Iterator[Finding]:
    """Yield a finding for each sum below a row of a level that is neither its amount nor its sum.

    Where the row has no amount, the sum below is its amount and the rules of sums speak of it.
    """
    for row in table.rows_of_kind(Jenis.JUMLAH):
        upper = row.induk
        if upper is None or upper.tingkat is not tingkat:
            continue
        for column in table.kolom_uang:
            key = column.key
            written, own = row.jumlah(key), upper.jumlah(key)
            if written is None or own is None or upper.posisi(key) == row.posisi(key):
                continue
            below = upper.jumlah_anak(key)
            right = below if below and not upper.tak_diketahui(key) else Jumlah(own, (upper,))
            if not sama(row, column, right) and not sama(row, column, Jumlah(own, (upper,))):
                of = anak_dari(right) if right is below else subjek(upper, column)
                yield beda(row, column, right, subjek(row, column), of)


def _kolom_goyah(table: Table, rows: Sequence[Row]) -> list[TableColumn]:
    """Return the money columns in which an amount of these rows is not just the sum below it.

    All of them where rows repeat others: what belongs together is then to be found first.
    """
    if not rows or table.susunan.berulang:
        return table.kolom_uang if rows else []
    above = {row.urut for row in rows if row.anak}
    return [
        column
        for column in table.kolom_uang
        if not above.isdisjoint(table.tak_sejumlah[column.key])
    ]


def _cocok(
    row: Row, column: TableColumn, jumlah: Jumlah, anak: Sequence[Row], foreign: Sequence[Row]
) -> bool:
    """Tell whether the written amount is the sum in any of the readings that layouts allow."""
    if sama(row, column, jumlah):
        return True
    key = column.key
    if row.jumlah(key) is None:
        return False
    # Rows whose own parent is missing (KOD002) stand below another that they do not belong to.
    level = min((one.tingkat for one in anak if one.tingkat), default=None)
    near = [one for one in anak if one.tingkat == level]
    direct = jumlahkan(near, key) if len(near) < len(anak) else None
    if direct and sama(row, column, direct):
        return True
    # An amount may be spread over the rows of the indicators.
    spread = jumlahkan([one for child in anak for one in child.indikator], key)
    readings = [jumlah.nilai + spread.nilai] if spread else []
    own = jumlahkan(row.indikator, key)
    readings += [jumlah.nilai - own.nilai] if own else []
    kin = jumlahkan([other for other in foreign if _sejalur(row, other)], key)
    readings += [jumlah.nilai + kin.nilai] if kin else []
    return any(_sama(row, column, total, jumlah.rows) for total in readings)


def _berbidang_lain(table: Table) -> list[Row]:
    """Return the topmost rows of a table that has X.XX and real bidang urusan side by side."""
    top = [row for row in table.puncak() if row.kode is not None]
    placeholder = [row.kode is not None and row.kode.bagian[0] == 0 for row in top]
    return top if any(placeholder) else []


def _sejalur(row: Row, other: Row) -> bool:
    """Tell whether a row belongs below another, but for X.XX in place of the bidang in one."""
    if row.kode is None or other.kode is None or other is row:
        return False
    upper, lower = row.kode.bagian, other.kode.bagian
    if (upper[0] == 0) == (lower[0] == 0):
        return False
    return len(lower) > len(upper) and lower[2 : len(upper)] == upper[2:]


# Nested items without codes


def terbaca_bertingkat(rows: Sequence[Row], column: TableColumn, written: Uang) -> bool:
    """Tell whether the amounts add up to `written` when some are the detail of the one before.

    Items may be listed below the heading that they belong to, in the same column: a row whose
    amount is the sum of the rows that follow it then stands for them.
    """
    amounts = [amount for row in rows if (amount := row.jumlah(column.key)) is not None]
    reached: list[set[Uang]] = [set() for _ in range(len(amounts) + 1)]
    reached[0].add(0)
    for start, amount in enumerate(amounts):
        totals = {total + amount for total in reached[start]}
        if len(totals) > LEBAR:
            return True  # too many readings to tell: no ground for an error
        reached[start + 1] |= totals
        running: Uang = 0
        for end in range(start + 1, len(amounts)):
            running += amounts[end]
            if running == amount and amount:
                reached[end + 1] |= totals
            if mutlak(running) > mutlak(amount):
                break
    return any(are_equal(written, total) for total in reached[-1])
