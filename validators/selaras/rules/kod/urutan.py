"""KOD009: codes do not ascend."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from selaras.dasar import KODEFIKASI
from selaras.finding import Finding, Severity
from selaras.model.table import Row, Table
from selaras.rule import Silent, Speaks, table_rule
from selaras.teks import Teks


@table_rule(
    "KOD009",
    "urutan",
    Severity.WARNING,
    needs=("kode",),
    basis=KODEFIKASI,
    english="""Codes ascend from the top of a table to its end.

    Why: a row out of order is hard to find and is often a mistyped code or a row inserted in the
    wrong place. The fewest rows that would have to move are named.

    Fix: move the row to its place in the order of codes, or mend its code.
    """,
)
def urutan(table: Table) -> Iterator[Finding]:
    """Kode menaik dari atas tabel sampai akhirnya.

    Mengapa: baris yang tidak urut sulit dicari dan sering kali kodenya salah ketik atau disisipkan
    di tempat yang keliru. Yang disebut hanya baris yang perlu dipindahkan, sesedikit mungkin.

    Perbaikan: pindahkan baris ke tempatnya menurut urutan kode, atau betulkan kodenya.
    """
    rows = [row for row in table.pokok if row.kode is not None]
    kept = _menaik([row.kode.bagian for row in rows if row.kode is not None])
    astray: set[int] = set()
    for index, row in enumerate(rows):
        if index in kept:
            continue
        astray.add(id(row))
        # A moved kegiatan takes its sub kegiatan along: the one finding speaks for them.
        if row.induk is not None and id(row.induk) in astray:
            continue
        yield _temuan(row, rows, index)


def _menaik(codes: Sequence[tuple[int, ...]]) -> set[int]:
    """Return the indexes of a longest run of codes that do not descend."""
    tails: list[tuple[int, ...]] = []
    at: list[int] = []
    before: list[int] = []
    for index, code in enumerate(codes):
        # A code that stands twice is another rule's matter: equal codes are in order.
        place = bisect_left(tails, (*code, 0))
        before.append(at[place - 1] if place else -1)
        if place == len(tails):
            tails.append(code)
            at.append(index)
        else:
            tails[place] = code
            at[place] = index
    kept: set[int] = set()
    index = at[-1] if at else -1
    while index >= 0:
        kept.add(index)
        index = before[index]
    return kept


def _temuan(row: Row, rows: Sequence[Row], index: int) -> Finding:
    above = rows[index - 1] if index else None
    known = Teks(
        f" (di atasnya {above.sebutan})" if above else "",
        f" (above it is {above.sebutan})" if above else "",
    )
    return row.temuan(
        "kode",
        Teks(
            f"Kode {row.kode} tidak pada urutannya{known.id}.",
            f"The code {row.kode} is out of order{known.en}.",
        ),
        advice=Teks(
            "Pindahkan baris ini ke tempatnya menurut urutan kode, atau betulkan kodenya.",
            "Move this row to its place in the order of codes, or mend its code.",
        ),
        related=(above.place_kode(),) if above else (),
    )


EXAMPLES = (
    Silent("kode|nama|pagu\n2.17.01|P|3\n2.17.01.2.01|A|3\n2.17.02|Q|3"),
    Speaks(
        "kode|nama|pagu\n2.17.01|P|3\n2.17.09|Q|3\n2.17.02|R|3\n2.17.03|S|3",
        "A3 actual=2.17.09",
    ),
)
