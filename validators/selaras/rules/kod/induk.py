"""KOD002: the row of the parent is missing, or is not the nearest above."""

from __future__ import annotations

from collections.abc import Sequence

from selaras.reckon.kode_order import separate_by_opd
from selaras.reckon.kode_parents import (
    Misplaced,
    Mistyped,
    ParentFault,
    find_parent_faults,
)
from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, table_rule
from selaras.rule.seen import Row, Table
from selaras.rules.kod._levels import check_levels
from selaras.values.kode_reading import Kode


@table_rule(
    "KOD002",
    "induk",
    Severity.ERROR,
    reads="codes",
    needs=("kode", "satu-per-kode", "bertingkat"),
    basis="kode",
    english="""A row stands under its parent: kegiatan under program, sub kegiatan under kegiatan.

    Why: a row whose parent is missing, or that stands under another parent, is lost to readers and
    to the sums. Only levels that the table has rows of are asked for. In a list whose columns give
    the code of program and kegiatan in every row, these and the row's own code agree.

    Fix: add the row of the parent above it, mend the code, or move the row under its parent.
    """,
)
def check_parents(table: Table) -> Findings:
    """Setiap baris berdiri di bawah induknya: kegiatan di program, sub kegiatan di kegiatan.

    Mengapa: baris yang induknya tidak ada, atau berdiri di bawah induk lain, hilang dari pembacaan
    dan penjumlahan. Yang diminta hanya tingkat yang memang ada barisnya di tabel itu. Dalam daftar
    yang kolomnya memuat kode program dan kegiatan di setiap baris, kode itu dan kode barisnya
    bersesuaian.

    Perbaikan: tambahkan baris induknya di atasnya, betulkan kodenya, atau pindahkan baris itu ke
    bawah induknya.
    """
    for rows in separate_by_opd(table):
        yield from map(_build_finding, find_parent_faults(rows))
    yield from check_levels(table)


def _build_finding(fault: ParentFault) -> Finding:
    if isinstance(fault, Mistyped):
        return _build_mistyped_finding(fault.row, fault.proper)
    if isinstance(fault, Misplaced):
        return _build_misplaced_finding(fault.row, fault.parent, fault.above)
    return _build_missing_finding(fault.row, fault.missing)


def _name_kode(kode: Kode) -> str:
    return f"{kode.level.label} {kode}"


def _build_mistyped_finding(row: Row, proper: str) -> Finding:
    """Return the finding on a code that the place and the sums of its row contradict."""
    assert row.likely is not None
    assert row.kode is not None
    above = row.parent
    if above is not None and above.kode is not None and not row.kode.is_below(above.kode):
        where = Text(
            f"baris ini berdiri di bawah {_name_kode(above.kode)} dan pagunya terhitung di sana",
            f"the row stands under {_name_kode(above.kode)} and its amount is counted there",
        )
    else:
        below = len(row.children)
        where = Text(
            f"{below} baris di bawahnya berkode {row.likely} dan jumlah pagunya sama",
            f"the {below} rows below it are of {row.likely} and add up to its amount",
        )
    return row.build_finding(
        "kode",
        Text(
            f"Kode {row.label} tampaknya salah ketik: {where.id}.",
            f"The code {row.label} seems mistyped: {where.en}.",
        ),
        advice=Text(f"Bila benar demikian, tulis {proper}.", f"If so, write {proper}.")
        if proper
        else Text("Betulkan kodenya.", "Mend the code."),
        expected=proper or str(row.likely.parent),
        related=(above.place_kode(),) if above is not None else (),
        fix=row.fix_kode(proper) if proper else None,
    )


def _build_missing_finding(row: Row, missing: Sequence[Kode]) -> Finding:
    names = [_name_kode(kode) for kode in reversed(missing)]
    both = Text(" dan ".join(names), " and ".join(names))
    many = len(names) > 1
    return row.build_finding(
        "kode",
        Text(
            f"Induk {row.label} tidak ada di tabel ini: {both.id}.",
            f"The {'parents' if many else 'parent'} of {row.label} "
            f"{'are' if many else 'is'} not in this table: {both.en}.",
        ),
        advice=Text(
            f"Tambahkan baris {both.id} di atasnya, atau betulkan kode {row.label}.",
            f"Add {'rows' if many else 'a row'} for {both.en} above it, "
            f"or mend the code {row.label}.",
        ),
    )


def _build_misplaced_finding(row: Row, parent: Row, above: Row | None) -> Finding:
    assert parent.kode is not None
    below = Text(
        f"di bawah {above.label}" if above else "sebelum induknya",
        f"under {above.label}" if above else "before its parent",
    )
    place, name = parent.place_kode(), _name_kode(parent.kode)
    return row.build_finding(
        "kode",
        Text(
            f"{row.label} berdiri {below.id}, padahal induknya {name} di {place.cell}.",
            f"{row.label} stands {below.en}, but its parent is {name} in {place.cell}.",
        ),
        advice=Text(
            f"Pindahkan baris ini ke bawah {place.cell}, atau betulkan kodenya.",
            f"Move this row under {place.cell}, or mend its code.",
        ),
        expected=str(parent.kode),
        related=(place,),
    )


EXAMPLES = (
    Silent("kode|nama|pagu\n2.17.01|P|3\n2.17.01.2.01|A|3\n2.17.01.2.01.01|S|3"),
    Silent("kode|nama|pagu\n2.17.01.2.01.01|S|3\n2.17.01.2.01.02|S|3"),
    # The program with the code of the nomenclature, its kegiatan with that of the bidang.
    Silent("kode|nama|pagu\n2.17|B|\nX.XX.01|P|3\n2.17.01.2.01|A|3\n2.17.03|Q|3\n2.17.03.2.01|C|3"),
    # A kegiatan put in the wrong place is out of order (KOD009); what follows it is not.
    Silent(
        "kode|nama|pagu\n2.17.01|P|8\n2.17.01.2.01|A|3\n2.17.01.2.01.01|S|1\n"
        "2.17.01.2.09|K|2\n2.17.01.2.01.02|T|1\n2.17.01.2.01.03|U|1\n"
        "2.17.01.2.02|B|3\n2.17.01.2.02.01|V|3"
    ),
    Speaks(
        "kode|nama|pagu\n2.17.01|P|6\n2.17.01.2.01|A|3\n2.17.01.2.01.01|S|3\n2.17.01.2.02.01|T|3",
        "A5 actual=2.17.01.2.02.01",
    ),
    # The amount is part of the kegiatan that the row stands under: the code is mistyped.
    Speaks(
        "kode|nama|pagu\n2.17.01|P|3\n2.17.01.2.01|A|3\n2.17.01.2.02.01|S|3",
        "A4 expected=2.17.01.2.01.01 actual=2.17.01.2.02.01",
    ),
    Speaks(
        "kode|nama|pagu\n2.17.01|P|3\n2.17.01.2.01|A|3\n2.17.01.2.02|B|3\n2.17.01.2.01.01|S|3",
        "A5 expected=2.17.01.2.01 actual=2.17.01.2.01.01",
    ),
)
