"""IND003: the unit of a target changes between the years of one indicator."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from selaras.reckon.indicator_targets import (
    find_indikator_key,
    list_yearly_targets,
    pair_target_rows,
)
from selaras.reckon.shown import show_cell
from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, table_rule
from selaras.rule.seen import Row, Table, TableColumn
from selaras.tables import Content
from selaras.values.target import Target


@table_rule(
    "IND003",
    "satuan-berubah",
    Severity.WARNING,
    needs=("dua-target",),
    basis="planning",
    english="""The targets of one indicator have the same unit in every year.

    Why: “27 orang” and “29 orang/bulan” cannot be compared or added; mostly the second was pasted
    from another row.

    Fix: write both targets in the unit of the indicator.
    """,
)
def check_changed_measure(table: Table) -> Findings:
    """Target satu indikator bersatuan sama pada setiap tahun.

    Mengapa: “27 orang” dan “29 orang/bulan” tidak dapat dibandingkan atau dijumlahkan; biasanya
    yang kedua tersalin dari baris lain.

    Perbaikan: tulis kedua target dengan satuan indikatornya.
    """
    columns = list_yearly_targets(table) + _list_achievements(table)
    for indikator in dict.fromkeys(find_indikator_key(column.key) for column in columns):
        own = [column for column in columns if find_indikator_key(column.key) == indikator]
        if len(own) > 1:
            yield from _compare_years(table, own)


def _list_achievements(table: Table) -> list[TableColumn]:
    """Return the columns of what was reached, which has the unit of the target."""
    return [
        column
        for column in table.columns.values()
        if column.spec.content is Content.TARGET and column.key.startswith("realisasi")
    ]


def _compare_years(table: Table, own: Sequence[TableColumn]) -> Findings:
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
    for row, _ in pair_target_rows(table) if changes else ():
        odd = changes.get(tuple(each[row.index] for each in ids))
        if odd is not None:
            yield _build_finding(row, own[odd.like], own[odd.place], is_slip=odd.is_slip)


class _Odd(NamedTuple):
    """The cell with a unit of its own, one with the unit of the others, and how they differ."""

    place: int
    like: int
    #: The unit is that of the others but for a letter.
    is_slip: bool


def _find_odd(cells: Sequence[Target | None], targets: int) -> _Odd | None:
    """Return the cell whose unit most others of the row contradict, a target where it can be.

    Where two units stand once each, the later target is the odd one. `targets` is how many of the
    cells, from the first, are targets; what was reached comes after them.
    """
    units = {
        place: cell[0].measure
        for place, cell in enumerate(cells)
        if cell and len(cell) == 1 and cell[0].measure
    }
    groups: list[list[int]] = []
    for place, unit in units.items():
        for group in groups:
            if is_same_measure(units[group[0]], unit):
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
    return _Odd(place, like, _is_slip(units[place], units[like]))


def _is_slip(one: str, other: str) -> bool:
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


def is_same_measure(one: str, other: str) -> bool:
    """Tell whether two folded units are the same: equal, or one is the initials of the other."""
    if one == other or one.replace(" ", "") == other.replace(" ", ""):
        return True
    short, long = sorted((one, other), key=len)
    return short == "".join(word[0] for word in long.split())


def _build_finding(row: Row, like: TableColumn, column: TableColumn, *, is_slip: bool) -> Finding:
    first, second = show_cell(row, like.key), show_cell(row, column.key)
    place, cell = row.place(like.key), row.cell(column.key)
    message = Text(
        f"Satuan berubah: {like.label.id} “{first.id}”, {column.label.id} “{second.id}”.",
        f"The unit changes: {like.label.en} “{first.en}”, {column.label.en} “{second.en}”.",
    )
    advice = Text(
        f"Samakan satuan {cell} dengan {place.cell}, atau betulkan targetnya.",
        f"Use the unit of {place.cell} in {cell}, or mend the target.",
    )
    if is_slip:
        message += Text(" Tampaknya salah ketik satu huruf.", " It seems a slip of one letter.")
        advice = Text(
            f"Tulis satuan {cell} seperti di {place.cell}.",
            f"Write the unit in {cell} as in {place.cell}.",
        )
    return row.build_finding(column.key, message, advice=advice, related=(place,))


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
