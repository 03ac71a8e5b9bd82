"""What explains a sum over years that counts one twice: a head that names another year."""

from __future__ import annotations

from selaras.compare.years import find_column_year
from selaras.engine.causes.nearby import Surroundings
from selaras.values.finding import Finding

#: The columns of T-C.29 that column 10 adds up, of which the first ends before the second.
_PREVIOUS, _RENJA = "realisasi_lalu", "realisasi_renja"


def explain_years(near: Surroundings) -> dict[str, list[Finding]]:
    """Return what explains each finding on column 10, by its fingerprint.

    It is the year in a head by which column 5 already includes the year of column 7.
    """
    heads: dict[tuple[str | None, str | None], list[Finding]] = {}
    for finding in near.find_by_rule("LBR003"):
        if finding.column in (_PREVIOUS, _RENJA):
            heads.setdefault((finding.sheet, finding.table), []).append(finding)
    causes: dict[str, list[Finding]] = {}
    for finding in near.find_by_rule("RST002") if heads else ():
        row, said = near.find_row(finding), heads.get((finding.sheet, finding.table))
        if row is None or not said or not finding.related:
            continue
        before, year = (find_column_year(row.table, key) for key in (_PREVIOUS, _RENJA))
        added = row.target(_PREVIOUS) and row.target(_RENJA)
        if added and before is not None and year is not None and before >= year:
            causes[finding.fingerprint] = said
    return causes
