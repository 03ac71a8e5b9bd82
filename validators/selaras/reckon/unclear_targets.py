"""Targets in which nothing can be measured, and shares of a whole that pass all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from selaras.model.row import Row
from selaras.model.table import Table, TableColumn
from selaras.reckon.indicator_targets import (
    find_distinct,
    find_indikator_key,
    list_yearly_targets,
    pair_target_rows,
)
from selaras.values.target import Target

_SHARE_WORDS = re.compile(
    r"\W*(?:persentase|presentase|prosentase|persen|%|cakupan|proporsi)\b", re.I
)
#: Shares that may well pass 100 %: growth, attainment of something else, ratios.
_GROWTH_WORDS = re.compile(
    r"pertumbuhan|peningkatan|kenaikan|laju|capaian|realisasi|rasio|penurunan|perbandingan|"
    r"perubahan|tingkat|selisih|deviasi|okupansi|hunian|kontribusi",
    re.I,
)


class UnclearTarget(NamedTuple):
    """A target that is over 100 % of a whole, or else says nothing to measure."""

    row: Row
    column: TableColumn
    is_over: bool


def find_unclear_targets(table: Table) -> Iterator[UnclearTarget]:
    """Yield the targets of a table that say nothing to measure, or more than all of a whole."""
    columns = [(column, table.targets[column.key]) for column in list_yearly_targets(table)]
    columns = [
        (column, each) for column, each in columns if not all(map(_is_clear, find_distinct(each)))
    ]
    for row, _ in pair_target_rows(table) if columns else ():
        for column, targets in columns:
            target = targets[row.index]
            if not target or _is_clear(target):
                continue
            if all(value.kind == "teks" for value in target):
                yield UnclearTarget(row, column, is_over=False)
            elif any(
                value.kind == "persen" and value.number is not None and value.number > Decimal(100)
                for value in target
            ) and _is_share(row, column):
                yield UnclearTarget(row, column, is_over=True)


def _is_clear(target: Target | None) -> bool:
    """Tell whether a target is plainly a number or a grade, as nearly all are, or there is none."""
    return not target or (len(target) == 1 and target[0].kind in ("jumlah", "grade"))


def _is_share(row: Row, column: TableColumn) -> bool:
    """Tell whether the indicator is a share of a whole."""
    text = row.text(find_indikator_key(column.key))
    return _SHARE_WORDS.match(text) is not None and _GROWTH_WORDS.search(text) is None
