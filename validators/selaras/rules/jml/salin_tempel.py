"""JML008: an amount pasted from a neighbouring row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from selaras.model.row import Row, Uang
from selaras.model.table import Table, TableColumn
from selaras.reckon.sum_words import sebut
from selaras.rule.registry import Silent, Speaks, table_rule
from selaras.rule.regulations import TATA_CARA
from selaras.tables import Isi
from selaras.values.finding import Finding, Severity
from selaras.values.rupiah import mutlak, tulis_rupiah
from selaras.values.target import sama
from selaras.values.text import Teks, besar

#: An amount counts as uncommon when it has so many digits before its trailing zeros.
ANGKA_PENTING = 5
#: Rows of the hierarchy between which somebody copies by mistake.
JARAK = 15
#: How far the pasted amount must be from the row's other amount, where nothing else tells.
LONJAKAN = 3
#: An amount that stands in more unrelated rows than this is a tariff, not a slip.
TERBANYAK = 6


@table_rule(
    "JML008",
    "salin-tempel",
    Severity.WARNING,
    needs=("uang", "pohon"),
    basis=TATA_CARA,
    english="""A large, uncommon amount stands in two neighbouring rows of different codes.

    Why: two different activities hardly ever need the same amount to the last rupiah. When their
    amounts of the other year differ, one has most likely been pasted over the other, and the sums
    above it break. This finding is then their cause.

    Fix: look up the amount (and the target beside it) of the row named in the finding and type the
    right one.
    """,
)
def salin_tempel(table: Table) -> Iterator[Finding]:
    """Pagu besar yang tidak lazim berdiri di dua baris berdekatan yang berbeda kode.

    Mengapa: dua kegiatan berbeda hampir tidak mungkin membutuhkan dana yang sama sampai rupiah
    terakhir. Bila pagu keduanya pada tahun lain berbeda, kemungkinan besar yang satu tersalin dari
    yang lain, dan penjumlahan di atasnya menjadi rusak. Temuan inilah penyebabnya.

    Perbaikan: cari pagu (dan target di sebelahnya) yang benar untuk baris yang disebut, lalu
    ketikkan.
    """
    urutan: dict[int, int] = {}
    for column in table.kolom_uang:
        for chains in _rantai_sama(table.pokok, table.amounts[column.key]):
            if not urutan:
                urutan = {id(row): index for index, row in enumerate(table.pokok)}
            for salinan in _tersalin(table, column, chains, urutan):
                for row in salinan.rows:
                    yield _temuan(row, column, _padanan(row, salinan.sumber), salinan.bukti)


class _Salinan(NamedTuple):
    """Rows with a pasted amount, the rows that they have it from, and what tells so."""

    sumber: list[Row]
    rows: list[Row]
    bukti: Teks


def _rantai_sama(rows: Sequence[Row], column: Sequence[Uang | None]) -> Iterator[list[list[Row]]]:
    """Yield, per uncommon amount that stands in unrelated rows, the chains of rows that have it.

    A kegiatan with one sub kegiatan has its amount by right: parent and child are one chain.
    """
    amounts = [column[row.urut] for row in rows]
    often = {amount for amount, count in Counter(amounts).items() if count > 1 and _langka(amount)}
    if not often:
        return
    by_amount: dict[Uang, list[Row]] = {}
    for row, amount in zip(rows, amounts, strict=True):
        if amount is not None and amount in often:
            by_amount.setdefault(amount, []).append(row)
    for same in by_amount.values():
        chains: dict[int, list[Row]] = {}
        below = Counter(id(row.induk) for row in same)
        inside = {id(row) for row in same}
        for row in same:
            top = row
            while id(top.induk) in inside and below[id(top.induk)] == 1:
                assert top.induk is not None
                top = top.induk
            chains.setdefault(id(top), []).append(row)
        if 1 < len(chains) <= TERBANYAK:
            yield list(chains.values())


def _langka(amount: Uang | None) -> bool:
    return amount is not None and len(str(int(mutlak(amount))).rstrip("0")) >= ANGKA_PENTING


def _tersalin(
    table: Table, column: TableColumn, chains: Sequence[list[Row]], urutan: dict[int, int]
) -> Iterator[_Salinan]:
    """Yield what was pasted where; nothing where the same amount may stand in both by right."""
    told: set[int] = set()
    for index, first in enumerate(chains):
        for second in chains[index + 1 :]:
            a, b = first[0], second[0]
            if (a.kode is not None and a.kode == b.kode) or a.induk is b or b.induk is a:
                continue
            if a.induk is not b.induk and abs(urutan[id(a)] - urutan[id(b)]) > JARAK:
                continue
            found = _salinan(table, column, first, second)
            if found is not None and id(found.rows[0]) not in told:
                told.add(id(found.rows[0]))
                yield found


def _salinan(
    table: Table, column: TableColumn, first: list[Row], second: list[Row]
) -> _Salinan | None:
    """Return which of two rows was pasted over, by the other amounts and by the sum above."""
    amount = first[0].jumlah(column.key)
    others = [other for other in table.kolom_uang if other is not column]
    if not amount:
        return None
    same_target = _target_sama(column, first, second)
    for other in others:
        a, b = first[0].jumlah(other.key), second[0].jumlah(other.key)
        if not a or not b or a == b:
            continue
        jump_a, jump_b = _lonjakan(amount, a), _lonjakan(amount, b)
        likely = (first, second) if jump_b >= jump_a else (second, first)
        for source, copy in (likely, likely[::-1]):
            if _merusak(copy[0], column):
                return _Salinan(source, copy, _BEDA_LAIN)
        jumps = max(jump_a, jump_b) >= LONJAKAN
        if same_target and jumps and not _jumlah_diketik(likely[1][0], column):
            return _Salinan(*likely, _BEDA_LAIN)
    if not others and same_target and _merusak(second[0], column):
        return _Salinan(first, second, _RUSAK)
    return None


_BEDA_LAIN = Teks(
    "padahal pagu keduanya di kolom lain berbeda", "though their other amounts differ"
)
_RUSAK = Teks(
    "begitu pula targetnya, dan jumlah di atasnya tidak cocok",
    "so is the target, and the sum above does not hold",
)


def _lonjakan(amount: Uang, other: Uang) -> float:
    one, two = float(mutlak(amount)), float(mutlak(other))
    return max(one, two) / min(one, two)


def _target_sama(column: TableColumn, first: list[Row], second: list[Row]) -> bool:
    """Tell whether the targets of the same year are the same too, at the lowest rows."""
    a, b = first[-1], second[-1]
    for target in a.table.columns.values():
        if target.spec.isi is Isi.TARGET and target.spec.tahun == column.spec.tahun:
            one, other = a.target(target.key), b.target(target.key)
            if one is not None and sama(one, other):
                return True
    return False


def _merusak(copy: Row, column: TableColumn) -> bool:
    """Tell whether the sum above the row would hold, or come closer, without its amount."""
    parent = copy.induk
    amount = copy.jumlah(column.key)
    if parent is None or amount is None:
        return False
    written, jumlah = parent.jumlah(column.key), parent.jumlah_anak(column.key)
    if written is None or jumlah is None:
        return False
    return 0 < jumlah.nilai - written <= amount


def _jumlah_diketik(copy: Row, column: TableColumn) -> bool:
    """Tell whether a typed sum above the row holds: who typed it knew the amount."""
    parent = copy.induk
    if parent is None or parent.jumlah(column.key) is None:
        return False
    return parent.posisi(column.key) not in copy.table.sheet.formulas


def _padanan(row: Row, source: Sequence[Row]) -> Row:
    """Return the row of the source on the same level."""
    return next((other for other in source if other.tingkat is row.tingkat), source[0])


def _temuan(row: Row, column: TableColumn, source: Row, told: Teks) -> Finding:
    amount = row.jumlah(column.key)
    assert amount is not None
    rp, en = tulis_rupiah(amount), tulis_rupiah(amount, "en")
    cell, place = row.cell(column.key), source.place(column.key)
    label, who, other = column.label, sebut(row), sebut(source)
    return row.temuan(
        column.key,
        Teks(
            f"{besar(label.id)} {who.id} ({rp}) persis sama dengan {other.id} di {place.cell}, "
            f"{told.id}; kemungkinan tersalin.",
            f"The {label.en} of {who.en} ({en}) is exactly that of {other.en} in {place.cell}, "
            f"{told.en}; it was probably pasted.",
        ),
        advice=Teks(
            f"Cari {label.id} {who.id} yang benar, lalu ketik di {cell}; "
            "periksa juga target di baris itu.",
            f"Look up the right {label.en} of {who.en} and type it in {cell}; "
            "look at the target of that row too.",
        ),
        actual=amount,
        related=(place,),
    )


EXAMPLES = (
    Silent(
        "kode|nama|pagu|target_maju|pagu_maju\n"
        "2.17.01|P|900||12345678\n2.17.01.2.01|A|900||12345678\n2.17.01.2.01.01|B|900||12345678"
    ),
    # The same fee in two kegiatan, and every sum holds.
    Silent(
        "kode|nama|pagu|target_maju|pagu_maju\n2.17.01|P|900000||24691356\n"
        "2.17.01.2.01|A|400000|2 orang|12345678\n2.17.01.2.02|B|500000|3 orang|12345678"
    ),
    # Even with the same target and far from the other year: the typed sum knows it.
    Silent(
        "kode|nama|pagu|target_maju|pagu_maju\n2.17.01|P|94000000||24691356\n"
        "2.17.01.2.01|A|14000000|1 paket|12345678\n2.17.01.2.02|B|80000000|1 paket|12345678"
    ),
    # Round amounts.
    Silent(
        "kode|nama|pagu|pagu_maju\n2.17.01|P|9|50000000\n"
        "2.17.01.2.01|A|4|25000000\n2.17.01.2.02|B|5|25000000"
    ),
    Speaks(
        "kode|nama|pagu|pagu_maju\n2.17.01|P|12000500|12345678\n"
        "2.17.01.2.01|A|12000000|12345678\n2.17.01.2.02|B|500|12345678",
        "D4 actual=12345678",
    ),
)
