"""IND003: the unit of a target changes between the years of one indicator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selaras.dasar import TATA_CARA
from selaras.finding import Finding, Severity
from selaras.model.row import Row
from selaras.model.table import Table, TableColumn
from selaras.rule import Silent, Speaks, table_rule
from selaras.sasaran import Sasaran
from selaras.tampilan import tertulis
from selaras.target import baris_target, indikator_dari, target_bertahun
from selaras.teks import Teks


@table_rule(
    "IND003",
    "satuan-berubah",
    Severity.WARNING,
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
    columns = target_bertahun(table)
    for indikator in dict.fromkeys(indikator_dari(column.key) for column in columns):
        own = [column for column in columns if indikator_dari(column.key) == indikator]
        if len(own) > 1:
            yield from _antartahun(table, own)


def _antartahun(table: Table, own: Sequence[TableColumn]) -> Iterator[Finding]:
    """Yield what changes between the years of one indicator."""
    columns = [table.sasaran[column.key] for column in own]
    # A table has few different combinations of targets: each is looked at once.
    ids = [list(map(id, targets)) for targets in columns]
    combinations = dict(zip(zip(*ids, strict=True), zip(*columns, strict=True), strict=True))
    changes = {
        key: pair
        for key, targets in combinations.items()
        if (pair := _berubah(targets)) is not None
    }
    for row, _ in baris_target(table) if changes else ():
        pair = changes.get(tuple(each[row.urut] for each in ids))
        if pair is not None:
            yield _temuan(row, own[pair[0]], own[pair[1]])


def _berubah(targets: Sequence[Sasaran | None]) -> tuple[int, int] | None:
    """Return the places of the first two targets, one after the other, with different units."""
    earlier, unit = -1, ""
    for place, now in enumerate(targets):
        if not now or len(now) != 1 or not now[0].satuan:
            continue
        new = now[0].satuan
        if earlier >= 0 and new != unit and not satuan_sama(unit, new):
            return earlier, place
        earlier, unit = place, new
    return None


def satuan_sama(one: str, other: str) -> bool:
    """Tell whether two folded units are the same: equal, or one is the initials of the other."""
    if one == other or one.replace(" ", "") == other.replace(" ", ""):
        return True
    short, long = sorted((one, other), key=len)
    return short == "".join(word[0] for word in long.split())


def _temuan(row: Row, earlier: TableColumn, column: TableColumn) -> Finding:
    first, second = tertulis(row, earlier.key), tertulis(row, column.key)
    place = row.place(earlier.key)
    return row.temuan(
        column.key,
        Teks(
            f"Satuan berubah: {earlier.label.id} “{first.id}”, {column.label.id} “{second.id}”.",
            f"The unit changes: {earlier.label.en} “{first.en}”, {column.label.en} “{second.en}”.",
        ),
        advice=Teks(
            f"Samakan satuan {row.cell(column.key)} dengan {place.cell}, atau betulkan targetnya.",
            f"Use the unit of {place.cell} in {row.cell(column.key)}, or mend the target.",
        ),
        related=(place,),
    )


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
