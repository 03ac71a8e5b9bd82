"""Titles and heads with years in them: as a formula of the settings, and what it shows."""

from __future__ import annotations

import re
from typing import NamedTuple

from selaras.tables import ColumnSpec, Period, TableSpec
from selaras_templates.setting import TemplateSetting

#: Defined names of the cells of "Pengaturan".
PLAN_YEAR, RENSTRA_START, OPD, PEMDA, SIGNING_PLACE = (
    "tahun_rencana",
    "awal_renstra",
    "nama_opd",
    "nama_pemda",
    "tempat_tanda_tangan",
)

_MARK = re.compile(r"\{(n|tahun|akhir|pemda|opd|kota)([+-]\d)?\}")


class CellText(NamedTuple):
    """What a cell says: text, and the formula that makes it where it depends on the settings."""

    text: str
    formula: str = ""


def fill_pattern(
    pattern: str, setting: TemplateSetting, period: Period = Period.PLAN, year_offset: int = 0
) -> CellText:
    """Return a sentence; {tahun} is the year of a column, so many years from its base."""
    parts: list[str] = []
    text = ""
    end = 0
    for found in _MARK.finditer(pattern):
        parts += _quote(pattern[end : found.start()])
        text += pattern[end : found.start()]
        end = found.end()
        expression, value = _evaluate(found[1], int(found[2] or 0), setting, period, year_offset)
        parts.append(expression)
        text += value
    if not parts and not end:
        return CellText(pattern)
    parts += _quote(pattern[end:])
    return CellText(text + pattern[end:], "=" + "&".join(parts))


def _quote(text: str) -> list[str]:
    return ['"' + text.replace('"', '""') + '"'] if text else []


def _evaluate(
    mark: str, added: int, setting: TemplateSetting, period: Period, year_offset: int
) -> tuple[str, str]:
    if mark == "pemda":
        return PEMDA, setting.pemda
    if mark == "opd":
        return OPD, setting.opd
    if mark == "kota":
        return SIGNING_PLACE, setting.signing_place
    if mark == "akhir":
        return f"({RENSTRA_START}+4)", str(setting.renstra_start + 4)
    if mark == "n" or period is Period.PLAN:
        offset = added if mark == "n" else year_offset
        return _add_offset(PLAN_YEAR, offset), str(setting.year + offset)
    offset = year_offset + setting.find_base_year(period) - setting.renstra_start
    return _add_offset(RENSTRA_START, offset), str(setting.renstra_start + offset)


def _add_offset(name: str, offset: int) -> str:
    return f"({name}{offset:+d})" if offset else name


def build_head_lines(
    spec: TableSpec, column: ColumnSpec, setting: TemplateSetting
) -> tuple[CellText, ...]:
    """Return what stands in the head of a column, from the topmost line down."""
    return tuple(
        fill_pattern(
            line.replace("{kepala}", column.printed_head),
            setting,
            spec.period,
            compute_shift(spec, column),
        )
        for line in column.layers
    )


def compute_shift(spec: TableSpec, column: ColumnSpec) -> int:
    """Return how many years a column lies from the base year of its table."""
    if column.year is not None:
        return column.year
    # The key indicators begin with the year before the Renstra.
    return column.ordinal - 1 if column.ordinal and spec.period is not Period.PLAN else 0
