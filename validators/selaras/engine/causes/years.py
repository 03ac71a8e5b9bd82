"""What explains a sum over years that counts one twice: a head that names another year."""

from __future__ import annotations

from selaras.compare.years import tahun_kolom
from selaras.engine.causes.nearby import Sekitar
from selaras.values.finding import Finding

#: The columns of T-C.29 that column 10 adds up, of which the first ends before the second.
_LALU, _RENJA = "realisasi_lalu", "realisasi_renja"


def explain_years(near: Sekitar) -> dict[str, list[Finding]]:
    """Return what explains each finding on column 10, by its fingerprint.

    It is the year in a head by which column 5 already includes the year of column 7.
    """
    heads: dict[tuple[str | None, str | None], list[Finding]] = {}
    for finding in near.menurut("LBR003"):
        if finding.column in (_LALU, _RENJA):
            heads.setdefault((finding.sheet, finding.table), []).append(finding)
    causes: dict[str, list[Finding]] = {}
    for finding in near.menurut("RST002") if heads else ():
        row, said = near.find_row(finding), heads.get((finding.sheet, finding.table))
        if row is None or not said or not finding.related:
            continue
        before, year = (tahun_kolom(row.table, key) for key in (_LALU, _RENJA))
        added = row.target(_LALU) and row.target(_RENJA)
        if added and before is not None and year is not None and before >= year:
            causes[finding.fingerprint] = said
    return causes
