"""KOD009: codes do not ascend."""

from __future__ import annotations

from selaras.reckon.kode_order import (
    OutOfOrder,
    find_out_of_order,
    separate_by_opd,
    separate_by_program,
)
from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, table_rule
from selaras.rule.seen import Table


@table_rule(
    "KOD009",
    "urutan",
    Severity.WARNING,
    reads="codes",
    needs=("kode", "satu-per-kode"),
    basis="kode",
    english="""Codes ascend from the top of a table to its end.

    Why: a row out of order is hard to find and is often a mistyped code or a row inserted in the
    wrong place. The fewest rows that would have to move are named.

    Fix: move the row to its place in the order of codes, or mend its code.
    """,
)
def check_kode_order(table: Table) -> Findings:
    """Kode menaik dari atas tabel sampai akhirnya.

    Mengapa: baris yang tidak urut sulit dicari dan sering kali kodenya salah ketik atau disisipkan
    di tempat yang keliru. Yang disebut hanya baris yang perlu dipindahkan, sesedikit mungkin.

    Perbaikan: pindahkan baris ke tempatnya menurut urutan kode, atau betulkan kodenya.
    """
    for rows in separate_by_opd(table) if not table.row_kinds.is_ascending else ():
        for part in separate_by_program(table, rows):
            yield from map(_build_finding, find_out_of_order(part))


def _build_finding(found: OutOfOrder) -> Finding:
    row, other = found.row, found.other
    cell, code = other.cell_kode(), other.label
    side, size = Text("bawah", "below"), Text("lebih besar", "greater")
    if found.is_above:
        side, size = Text("atas", "above"), Text("lebih kecil", "smaller")
    return row.build_finding(
        "kode",
        Text(
            f"Kode {row.kode} tidak pada urutannya: berdiri di {side.id} {code} ({cell}), "
            f"yang {size.id}.",
            f"The code {row.kode} is out of order: it stands {side.en} {code} ({cell}), "
            f"which is {size.en}.",
        ),
        advice=Text(
            "Pindahkan baris ini ke tempatnya menurut urutan kode, atau betulkan kodenya.",
            "Move this row to its place in the order of codes, or mend its code.",
        ),
        related=(other.place_kode(),),
    )


EXAMPLES = (
    Silent("kode|nama|pagu\n2.17.01|P|3\n2.17.01.2.01|A|3\n2.17.02|Q|3"),
    # A Renstra names its programs in the order of its goals.
    Silent("sasaran|kode|nama|pagu_1\nS1|2.17.05|P|3\nS2|2.17.03|Q|3", table="T-C.27"),
    # Several OPD one below the other, each with its own program .01.
    Silent(
        "kode|nama|pagu\n7.01.01|P|3\n7.01.02|Q|3\n|Jumlah|6\n7.01.01|P|3\n7.01.02|Q|4\n|Jumlah|7"
    ),
    Speaks(
        "kode|nama|pagu\n2.17.01|P|3\n2.17.09|Q|3\n2.17.02|R|3\n2.17.03|S|3",
        "A3 actual=2.17.09",
    ),
)
