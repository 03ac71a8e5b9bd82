"""The document's rows as they are typed into the template of a Renja."""

from __future__ import annotations

from collections.abc import Mapping

from selaras_templates.formulas.results import TableContents
from selaras_templates.setting import TemplateSetting

from . import facts
from .codes import join_two_digits
from .document import Document
from .source import AMOUNTS, Row, Table, Value

SETTINGS = TemplateSetting(
    2024,
    opd=facts.OPD,
    pemda=facts.REGION,
    region_kind="kabupaten",
    signing_place="Mojokerto",
    given_renstra_start=2022,
)

#: The document heads T-C.30 with years of its own, one before those of the form; a value goes
#: where its year stands. What was of 2021 has no place there.
_OWN_YEARS = {
    "target_1": None,
    "target_2": "target_1",
    "target_3": "target_2",
    "target_4": "target_3",
    "realisasi_1": None,
    "realisasi_2": "realisasi_1",
    "proyeksi_1": None,
    "proyeksi_2": "proyeksi_1",
}
_DEPTH = {"program": 1, "kegiatan": 2, "sub_kegiatan": 3}


def list_typed(document: Document) -> Mapping[str, TableContents]:
    """Return the rows of each table by its name.

    Codes get their zeros, and the tables without codes the numbers by which the template tells
    their levels (1, 1.1, 1.1.1): the document shows those by its type faces. A total is what the
    document prints as one.
    """
    return {name: _list_table_cells(table) for name, table in document.tables.items()}


def _list_table_cells(table: Table) -> TableContents:
    rows: list[Mapping[str, Value]] = []
    total: Mapping[str, Value] = {}
    count = [0, 0, 0]
    for row in table.rows:
        if row.kind == "total":
            total = {key: value for key, value in row.values.items() if key in AMOUNTS}
            continue
        values = dict(row.values)
        if isinstance(code := values.get("kode"), str):
            values["kode"] = join_two_digits(code)[0]
        elif "no" in values:
            values["no"] = _number_row(row, count)
        if table.name == "T-C.30":
            values = _name_by_year(values)
        rows.append(values)
    return TableContents(rows, total)


def _name_by_year(values: Mapping[str, Value]) -> dict[str, Value]:
    placed = ((_OWN_YEARS.get(key, key), value) for key, value in values.items())
    return {key: value for key, value in placed if key is not None}


def _number_row(row: Row, count: list[int]) -> str | None:
    depth = _DEPTH.get(row.kind)
    if depth is None:
        number = row.values.get("no")
        return None if number is None else str(number)
    count[depth - 1] += 1
    count[depth:] = [0] * (3 - depth)
    return ".".join(map(str, count[:depth]))
