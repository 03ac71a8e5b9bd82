"""KOD009: codes do not ascend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, table_rule
from selaras.rule.seen import Row, Table
from selaras.rules.kod._order import KodeParts, find_ascending, separate_by_opd


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
        for part in _split_parts(table, rows):
            yield from _check(part)


def _split_parts(table: Table, rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield the rows among which the order counts.

    X.XX has no place among the real codes. Tables by tujuan and sasaran name the programs in the
    order of the goals: there the codes ascend within each program only.
    """
    real = [row for row in rows if row.kode is not None and row.kode.parts[0]]
    if "tujuan" not in table.columns and "sasaran" not in table.columns:
        yield real
        return
    programs: dict[KodeParts, list[Row]] = {}
    for row in real:
        if row.kode is not None and len(row.kode.parts) >= 3:
            programs.setdefault(row.kode.parts[:3], []).append(row)
    yield from programs.values()


def _check(rows: Sequence[Row]) -> Findings:
    rows = _drop_repeats(rows)
    codes = [row.kode.parts for row in rows if row.kode is not None]
    kept = find_ascending(codes)
    if len(kept) == len(rows):
        return
    astray: set[Row] = set()
    for index, row in enumerate(rows):
        if index in kept:
            continue
        astray.add(row)
        # A moved kegiatan takes its sub kegiatan along: the one finding speaks for them.
        if row.parent is not None and row.parent in astray:
            continue
        yield _build_finding(row, rows, codes, index)


def _drop_repeats(rows: Sequence[Row]) -> list[Row]:
    """Return the first row of each code: one that stands again is another rule's matter.

    So is one that is mistyped.
    """
    first: dict[KodeParts, Row] = {}
    for row in rows:
        if row.kode is not None and row.likely is None:
            first.setdefault(row.kode.parts, row)
    return list(first.values())


def _build_finding(
    row: Row, rows: Sequence[Row], codes: Sequence[KodeParts], index: int
) -> Finding:
    other, side, size = _find_contrary(codes, index)
    cell, code = rows[other].cell_kode(), rows[other].label
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
        related=(rows[other].place_kode(),),
    )


def _find_contrary(codes: Sequence[KodeParts], index: int) -> tuple[int, Text, Text]:
    """Return the nearest row that this one is out of order with, where this one stands by it, and
    how that code compares."""
    own, count = codes[index], len(codes)
    for step in range(1, count):
        if index + step < count and codes[index + step] < own:
            return index + step, Text("atas", "above"), Text("lebih kecil", "smaller")
        if index >= step and codes[index - step] > own:
            return index - step, Text("bawah", "below"), Text("lebih besar", "greater")
    raise AssertionError("a code out of order has one that it is out of order with")


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
