"""What the indicator rules share: which targets belong to which amounts, and their numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from selaras.model.row import Row
from selaras.model.table import Table, TableColumn
from selaras.tables import Content
from selaras.tables.renstra import MOST_YEARS
from selaras.values.kode_reading import Level
from selaras.values.target import Target

#: Money column to the target of the same year, in every table that has both.
TARGET_OF_MONEY: dict[str, str] = {
    "pagu": "target",
    "pagu_maju": "target_maju",
    "rkpd_pagu": "rkpd_target",
    "kebutuhan_dana": "target",
    "apbd": "target",
    "p_apbd": "target_setelah",
    **{f"pagu_{ordinal}": f"target_{ordinal}" for ordinal in MOST_YEARS},
}
LEVELS_WITH_INDIKATOR = (Level.PROGRAM, Level.KEGIATAN, Level.SUB_KEGIATAN)


def pair_columns(table: Table) -> Iterator[tuple[TableColumn, TableColumn]]:
    """Yield the money columns of a table with the target column of the same year."""
    for money_key, target in TARGET_OF_MONEY.items():
        found = (
            target if target in table.columns else "target_sebelum" if money_key == "apbd" else ""
        )
        if money_key in table.columns and found in table.columns:
            yield table.columns[money_key], table.columns[found]


def list_yearly_targets(table: Table) -> list[TableColumn]:
    """Return the target columns of a table by their year; projections and achievements left out."""
    found = [
        column
        for column in table.columns.values()
        if column.spec.content is Content.TARGET and column.key.startswith("target")
    ]
    return sorted(found, key=lambda column: (column.year or 9999, column.first))


def find_indikator_key(target: str) -> str:
    """Return the key of the column that names what a target column is the target of."""
    sides = ("rkpd_target", "target_program", "target_keluaran", "target_hasil")
    return target.replace("target", "indikator") if target in sides else "indikator"


def pair_target_rows(table: Table) -> Iterator[tuple[Row, Row]]:
    """Yield each row that can carry a target with the row of the hierarchy that it belongs to."""
    for main_row in table.main_rows:
        yield main_row, main_row
        for row in main_row.indikator:
            yield row, main_row


def find_distinct(targets: Sequence[Target | None]) -> Iterable[Target | None]:
    """Return the different targets of a column: equal cells share one, so there are few."""
    return dict(zip(map(id, targets), targets, strict=True)).values()


def is_zero(target: Target) -> bool:
    """Tell whether a target is plainly zero: numbers, and all of them 0."""
    if target[0].number:  # nearly every one
        return False
    return all(value.number == 0 and value.up_to is None for value in target)


def read_single_number(target: Target | None) -> Decimal | None:
    """Return the number of a target with one value; None for none, several, or a text."""
    if not target or len(target) != 1 or target[0].up_to is not None:
        return None
    return target[0].number
