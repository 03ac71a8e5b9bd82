"""What the indicator rules share: which targets belong to which amounts, and their numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from selaras.model.row import Row
from selaras.model.table import Table, TableColumn
from selaras.tables import Isi
from selaras.tables.renstra import TAHUN_TERBANYAK
from selaras.values.kode_reading import Tingkat
from selaras.values.target import Sasaran

#: Money column to the target of the same year, in every table that has both.
PASANGAN: dict[str, str] = {
    "pagu": "target",
    "pagu_maju": "target_maju",
    "rkpd_pagu": "rkpd_target",
    "kebutuhan_dana": "target",
    "apbd": "target",
    "p_apbd": "target_setelah",
    **{f"pagu_{urut}": f"target_{urut}" for urut in TAHUN_TERBANYAK},
}
BERINDIKATOR = (Tingkat.PROGRAM, Tingkat.KEGIATAN, Tingkat.SUB_KEGIATAN)


def pasangan(table: Table) -> Iterator[tuple[TableColumn, TableColumn]]:
    """Yield the money columns of a table with the target column of the same year."""
    for uang, target in PASANGAN.items():
        found = target if target in table.columns else "target_sebelum" if uang == "apbd" else ""
        if uang in table.columns and found in table.columns:
            yield table.columns[uang], table.columns[found]


def target_bertahun(table: Table) -> list[TableColumn]:
    """Return the target columns of a table by their year; projections and achievements left out."""
    found = [
        column
        for column in table.columns.values()
        if column.spec.isi is Isi.TARGET and column.key.startswith("target")
    ]
    return sorted(found, key=lambda column: (column.tahun or 9999, column.first))


def indikator_dari(target: str) -> str:
    """Return the key of the column that names what a target column is the target of."""
    sides = ("rkpd_target", "target_program", "target_keluaran", "target_hasil")
    return target.replace("target", "indikator") if target in sides else "indikator"


def baris_target(table: Table) -> Iterator[tuple[Row, Row]]:
    """Yield each row that can carry a target with the row of the hierarchy that it belongs to."""
    for pokok in table.pokok:
        yield pokok, pokok
        for row in pokok.indikator:
            yield row, pokok


def ragam(targets: Sequence[Sasaran | None]) -> Iterable[Sasaran | None]:
    """Return the different targets of a column: equal cells share one, so there are few."""
    return dict(zip(map(id, targets), targets, strict=True)).values()


def nol(sasaran: Sasaran) -> bool:
    """Tell whether a target is plainly zero: numbers, and all of them 0."""
    if sasaran[0].angka:  # nearly every one
        return False
    return all(nilai.angka == 0 and nilai.sampai is None for nilai in sasaran)


def angka_tunggal(sasaran: Sasaran | None) -> Decimal | None:
    """Return the number of a target with one value; None for none, several, or a text."""
    if not sasaran or len(sasaran) != 1 or sasaran[0].sampai is not None:
        return None
    return sasaran[0].angka
