"""KOD002 in a flat list: a row's code and the columns that say what stands above it agree."""

from __future__ import annotations

from selaras.model.clashes import Clash
from selaras.rule import Finding, Findings, Place, Severity, Text
from selaras.rule.seen import Table
from selaras.values.a1 import address
from selaras.values.kode_reading import Kode
from selaras.values.text import capitalise


def check_levels(table: Table) -> Findings:
    """Yield the rows whose own code contradicts a column of levels, at the cell that is wrong."""
    for clash in table.row_kinds.chains.clashes if table.levels else ():
        if not clash.coded:
            yield _build_contested_finding(clash)
        elif clash.own_wrong is False:
            yield _build_column_finding(clash)
        else:
            yield _build_kode_finding(clash)


def _build_kode_finding(clash: Clash) -> Finding:
    row, cell, level = clash.row, address(*clash.cell), clash.level.label
    proper = str(_find_proper_kode(clash)) if clash.own_wrong else None
    return row.build_finding(
        "kode",
        Text(
            f"Kode {row.label} tidak berada di bawah {level} {clash.said} yang tertulis di {cell}.",
            f"The code {row.label} is not below the {level} {clash.said} given in {cell}.",
        ),
        advice=Text(
            f"Bila {cell} benar, tulis {_find_proper_kode(clash)}; bila tidak, betulkan {cell}.",
            f"If {cell} is right, write {_find_proper_kode(clash)}; if not, mend {cell}.",
        ),
        expected=proper,
        related=(Place(row.table.sheet.name, cell),),
    )


def _build_column_finding(clash: Clash) -> Finding:
    row, level = clash.row, clash.level.label
    place = row.place_kode()
    return row.table.build_finding(
        clash.cell,
        Text(
            f"{capitalise(level)} {clash.said} bukan induk {row.label} ({place.cell}), yang berada "
            f"di bawah {clash.own}.",
            f"The {level} {clash.said} is not above {row.label} ({place.cell}), which lies below "
            f"{clash.own}.",
        ),
        advice=Text(
            f"Tulis {clash.own}, atau betulkan {place.cell} bila kode itu yang keliru.",
            f"Write {clash.own}, or mend {place.cell} if it is that code which is wrong.",
        ),
        expected=str(clash.own),
        related=(place,),
        row_key=f"{row.identity}/{level}",
    )


def _build_contested_finding(clash: Clash) -> Finding:
    """Return the finding on a code that rows of the same program or kegiatan speak against."""
    row, cell, level = clash.row, address(*clash.cell), clash.level.label
    return row.build_finding(
        "kode",
        Text(
            f"Kode {row.label} berada di bawah {level} {clash.own}, padahal baris lain dari "
            f"{level} di {cell} berkode {clash.said}.",
            f"The code {row.label} lies below the {level} {clash.own}, but other rows of the "
            f"{level} in {cell} have the code {clash.said}.",
        ),
        advice=Text(
            f"Bila {cell} benar, tulis {_find_proper_kode(clash)}; bila tidak, betulkan {cell}.",
            f"If {cell} is right, write {_find_proper_kode(clash)}; if not, mend {cell}.",
        ),
        expected=str(_find_proper_kode(clash)),
        related=(Place(row.table.sheet.name, cell),),
    )._replace(own_severity=Severity.WARNING)


def _find_proper_kode(clash: Clash) -> Kode:
    """Return the row's code below what the column says."""
    own = clash.row.kode
    assert own is not None
    return Kode((*clash.said.parts, *own.parts[len(clash.said.parts) :]), own.sub_width)
