"""KOD008: a bidang urusan that is none of the agency's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set

from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, book_rule
from selaras.rule.seen import Row, Work
from selaras.values.kode_reading import Kode, read_kode_opd

#: Without the agency's code, so few rows of another bidang among so many of one are a slip.
LONE_ROWS = 2
ENOUGH_ROWS = 20


@book_rule(
    "KOD008",
    "bidang-opd",
    Severity.ERROR,
    reads="codes",
    needs=("kode",),
    basis="kode",
    english="""Every code is of a bidang urusan that the agency carries out.

    Why: an agency may plan only programs of its own bidang urusan. The code of the agency can be
    set (opd.kode) and names up to three. Without it, a row or two of another bidang, without a
    parent in the table, among many rows of one bidang are named.

    Fix: mend the first two parts of the code, or set the agency's code.
    """,
)
def check_bidang_opd(work: Work) -> Findings:
    """Setiap kode termasuk bidang urusan yang diselenggarakan perangkat daerah itu.

    Mengapa: perangkat daerah hanya boleh merencanakan program bidang urusannya. Kode perangkat
    daerah dapat diatur (opd.kode) dan memuat paling banyak tiga bidang. Tanpa itu, satu atau dua
    baris bidang lain yang induknya tidak ada, di antara banyak baris satu bidang, disebut.

    Perbaikan: betulkan dua bagian pertama kodenya, atau isi kode perangkat daerah di selaras.toml.
    """
    codes = [
        code[:2] for table in work.tables for code in table.row_kinds.parts if code[0] and code[1:]
    ]
    bidang = Counter(codes)
    opd = read_kode_opd(work.setting.opd.kode) if work.setting.opd.kode else None
    if opd is not None:
        own = opd.bidang
        wrong = _find_bidang_rows(work, bidang.keys() - {kode.parts for kode in own})
    else:
        wrong, own = _find_lone(work, bidang)
    for row in wrong:
        yield _build_finding(row, own)


def _find_bidang_rows(work: Work, bidang: Set[tuple[int, ...]]) -> list[Row]:
    """Return the rows whose codes are of these bidang urusan."""
    if not bidang:
        return []
    rows = (row for table in work.tables for row in table.row_kinds.kode_rows)
    return [row for row in rows if row.kode is not None and row.kode.parts[:2] in bidang]


def _find_lone(work: Work, bidang: Counter[tuple[int, ...]]) -> tuple[list[Row], tuple[Kode, ...]]:
    if len(bidang) < 2:
        return [], ()
    main, count = bidang.most_common(1)[0]
    if count < ENOUGH_ROWS:
        return [], ()
    few = {one for one, count in bidang.items() if count <= LONE_ROWS}
    lone = [row for row in _find_bidang_rows(work, few) if _has_no_parent(row) and not row.children]
    return lone, (Kode(main),)


def _has_no_parent(row: Row) -> bool:
    """Tell whether a row stands under none of its bidang: an urusan holds many of them."""
    above = row.parent
    if above is None or above.kode is None or above.kode.bidang is None:
        return True
    # A mistyped code follows its place: its row then stands under another bidang.
    return row.kode is not None and above.kode.bidang != row.kode.bidang


def _build_finding(row: Row, own: tuple[Kode, ...]) -> Finding:
    assert row.kode is not None
    names = ", ".join(map(str, own))
    return row.build_finding(
        "kode",
        Text(
            f"Bidang urusan {row.kode.bidang} pada {row.kode} bukan bidang perangkat daerah ini "
            f"({names}).",
            f"The bidang urusan {row.kode.bidang} of {row.kode} is not this agency's ({names}).",
        ),
        advice=Text(
            "Betulkan dua bagian pertama kodenya, atau lengkapi opd.kode di selaras.toml.",
            "Mend the first two parts of the code, or complete opd.kode in selaras.toml.",
        ),
    )


_ROWS = "\n".join(f"2.17.01.2.{number:02d}|K|1" for number in range(1, 21))
EXAMPLES = (
    Silent(f"kode|nama|pagu\n2.17.01|P|20\n{_ROWS}\n3.30.02|Q|1\n3.30.02.2.01|L|1"),
    Speaks(f"kode|nama|pagu\n2.17.01|P|20\n{_ROWS}\n2.71.01.2.21|L|1", "A23 actual=2.71.01.2.21"),
    Speaks(
        f"kode|nama|pagu\n2|U|21\n2.17|B|20\n2.17.01|P|20\n{_ROWS}\n2.71.01.2.21|L|1",
        "A25 actual=2.71.01.2.21",
    ),
)
