"""IND003: the unit of a target changes between the years of one indicator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from selaras.model.row import Row
from selaras.model.table import Table, TableColumn
from selaras.reckon.indicator_targets import baris_target, indikator_dari, target_bertahun
from selaras.reckon.shown import tertulis
from selaras.rule.registry import Silent, Speaks, table_rule
from selaras.rule.regulations import TATA_CARA
from selaras.tables import Isi
from selaras.values.finding import Finding, Severity
from selaras.values.target import Sasaran
from selaras.values.text import Teks


@table_rule(
    "IND003",
    "satuan-berubah",
    Severity.WARNING,
    needs=("dua-target",),
    basis=TATA_CARA,
    english="""The targets of one indicator have the same unit in every year.

    Why: “27 orang” and “29 orang/bulan” cannot be compared or added; mostly the second was pasted
    from another row.

    Fix: write both targets in the unit of the indicator.
    """,
)
def satuan_berubah(table: Table) -> Iterator[Finding]:
    """Target satu indikator bersatuan sama pada setiap tahun.

    Mengapa: “27 orang” dan “29 orang/bulan” tidak dapat dibandingkan atau dijumlahkan; biasanya
    yang kedua tersalin dari baris lain.

    Perbaikan: tulis kedua target dengan satuan indikatornya.
    """
    columns = target_bertahun(table) + _achievements(table)
    for indikator in dict.fromkeys(indikator_dari(column.key) for column in columns):
        own = [column for column in columns if indikator_dari(column.key) == indikator]
        if len(own) > 1:
            yield from _antartahun(table, own)


def _achievements(table: Table) -> list[TableColumn]:
    """Return the columns of what was reached, which has the unit of the target."""
    return [
        column
        for column in table.columns.values()
        if column.spec.isi is Isi.TARGET and column.key.startswith("realisasi")
    ]


def _antartahun(table: Table, own: Sequence[TableColumn]) -> Iterator[Finding]:
    """Yield what changes between the years of one indicator."""
    columns = [table.targets[column.key] for column in own]
    # A table has few different combinations of targets: each is looked at once.
    ids = [list(map(id, targets)) for targets in columns]
    combinations = dict(zip(zip(*ids, strict=True), zip(*columns, strict=True), strict=True))
    targets = sum(column.key.startswith("target") or "target" in column.key for column in own)
    changes = {
        key: odd
        for key, cells in combinations.items()
        if (odd := _find_odd(cells, targets)) is not None
    }
    for row, _ in baris_target(table) if changes else ():
        odd = changes.get(tuple(each[row.urut] for each in ids))
        if odd is not None:
            yield _temuan(row, own[odd.like], own[odd.place], slip=odd.slip)


class _Odd(NamedTuple):
    """The cell with a unit of its own, one with the unit of the others, and how they differ."""

    place: int
    like: int
    #: The unit is that of the others but for a letter.
    slip: bool


def _find_odd(cells: Sequence[Sasaran | None], targets: int) -> _Odd | None:
    """Return the cell whose unit most others of the row contradict, a target where it can be.

    Where two units stand once each, the later target is the odd one. `targets` is how many of the
    cells, from the first, are targets; what was reached comes after them.
    """
    units = {
        place: cell[0].satuan
        for place, cell in enumerate(cells)
        if cell and len(cell) == 1 and cell[0].satuan
    }
    groups: list[list[int]] = []
    for place, unit in units.items():
        for group in groups:
            if satuan_sama(units[group[0]], unit):
                group.append(place)
                break
        else:
            groups.append([place])
    if len(groups) < 2:
        return None
    groups.sort(key=len, reverse=True)
    usual, rest = groups[0], groups[1:]
    if len(usual) == len(rest[0]):
        # No unit leads: the first target's counts.
        usual = min((group for group in groups if len(group) == len(usual)), key=min)
        rest = [group for group in groups if group is not usual]
    others = sorted(place for group in rest for place in group)
    place = others[0]
    if place >= targets and usual[0] >= targets:
        return None  # achievements only: they are no plan of this table
    before = [one for one in usual if one < place]
    like = before[-1] if before else usual[0]
    return _Odd(place, like, _differ_by_a_letter(units[place], units[like]))


def _differ_by_a_letter(one: str, other: str) -> bool:
    """Tell whether two units are one word but for a letter left out, added, changed or moved."""
    short, long = sorted((one, other), key=len)
    if len(short) < 4 or len(long) - len(short) > 1:
        return False
    start = 0
    while start < len(short) and short[start] == long[start]:
        start += 1
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    swapped = long[start + 1 : start + 2] + long[start : start + 1] + long[start + 2 :]
    return short[start + 1 :] == long[start + 1 :] or short[start:] == swapped


def satuan_sama(one: str, other: str) -> bool:
    """Tell whether two folded units are the same: equal, or one is the initials of the other."""
    if one == other or one.replace(" ", "") == other.replace(" ", ""):
        return True
    short, long = sorted((one, other), key=len)
    return short == "".join(word[0] for word in long.split())


def _temuan(row: Row, like: TableColumn, column: TableColumn, *, slip: bool) -> Finding:
    first, second = tertulis(row, like.key), tertulis(row, column.key)
    place, cell = row.place(like.key), row.cell(column.key)
    message = Teks(
        f"Satuan berubah: {like.label.id} “{first.id}”, {column.label.id} “{second.id}”.",
        f"The unit changes: {like.label.en} “{first.en}”, {column.label.en} “{second.en}”.",
    )
    advice = Teks(
        f"Samakan satuan {cell} dengan {place.cell}, atau betulkan targetnya.",
        f"Use the unit of {place.cell} in {cell}, or mend the target.",
    )
    if slip:
        message += Teks(" Tampaknya salah ketik satu huruf.", " It seems a slip of one letter.")
        advice = Teks(
            f"Tulis satuan {cell} seperti di {place.cell}.",
            f"Write the unit in {cell} as in {place.cell}.",
        )
    return row.temuan(column.key, message, advice=advice, related=(place,))


EXAMPLES = (
    Silent(
        "kode|nama|indikator|target|pagu|target_maju\n2.17.01|P|I|50 UM|3|60 usaha mikro\n"
        "2.17.02|Q|J|29 orang / bulan|3|29 orang/bulan"
    ),
    # The older SIPD form: the targets of three indicators, not of three years.
    Silent(
        "kode|nama|indikator_program|target_program|indikator_keluaran|target_keluaran|pagu\n"
        "2.17.01.2.01.0001|S|Nilai|80 %|Jumlah dokumen|5 dokumen|3",
        table="SIPD-19",
    ),
    Speaks(
        "kode|nama|indikator|target|pagu|target_maju\n2.17.01|P|I|27 orang|3|29 orang/bulan",
        "F2 actual=29 orang/bulan",
    ),
)
