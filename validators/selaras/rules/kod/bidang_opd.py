"""KOD008: a bidang urusan that is none of the agency's."""

from __future__ import annotations

from selaras.reckon.bidang_opd import find_foreign_bidang
from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, book_rule
from selaras.rule.seen import Row, Work
from selaras.values.kode_reading import Kode


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
    wrong, own = find_foreign_bidang(work)
    for row in wrong:
        yield _build_finding(row, own)


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
