"""TBL002: the same code has another name in another table."""

from __future__ import annotations

from selaras.compare.cells import compact
from selaras.compare.plan_tables import PAIRED_PLANS, call_table, find_comparisons
from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, book_rule
from selaras.rule.seen import Row, Work


@book_rule(
    "TBL002",
    "nama-beda",
    Severity.INFO,
    needs=("setingkat",),
    basis="kode",
    needs_tables=PAIRED_PLANS,
    english="""A code has the same name in every plan table.

    Why: names belong to codes in the national list. Where two tables name a code differently, at
    least one of them was typed by hand, and look-ups by name fail.

    Fix: use the official name in both. Case, spaces and punctuation make no difference.
    """,
)
def check_name_differences(work: Work) -> Findings:
    """Nama suatu kode sama di semua tabel rencana.

    Mengapa: nama melekat pada kode dalam daftar nasional. Bila dua tabel menamai kode yang sama
    secara berbeda, sedikitnya satu diketik sendiri, dan pencarian menurut nama gagal.

    Perbaikan: pakai nama resmi di keduanya. Huruf besar, spasi, dan tanda baca tidak dianggap beda.
    """
    for comparison in find_comparisons(work):
        for same in comparison.pairs:
            row, other = same.second, same.baseline
            mine, theirs = _read_names(row), _read_names(other)
            if not same.is_certain or not all(mine) or not all(theirs):
                continue
            if {compact(name) for name in mine}.isdisjoint(compact(name) for name in theirs):
                yield _build_finding(row, other)


def _read_names(row: Row) -> tuple[str, str]:
    """Return the name as its own row has it, and with what rows below go on with."""
    return row.name, " ".join((row.name, *(more.name for more in row.continuations if more.name)))


def _build_finding(row: Row, other: Row) -> Finding:
    place, table = other.place("nama"), call_table(other.table, row.table)
    return row.build_finding(
        "nama",
        Text(
            f"Kode {row.kode} di sini bernama “{row.name}”, di {table.id} “{other.name}”.",
            f"The code {row.kode} is named “{row.name}” here, and “{other.name}” in {table.en}.",
        ),
        advice=Text(
            f"Pakai nama resmi di {row.cell('nama')} dan di {place.sheet}!{place.cell}.",
            f"Use the official name in {row.cell('nama')} and in {place.sheet}!{place.cell}.",
        ),
        related=(place,),
    )


_TC33 = "== T-C.33\nkode|nama|pagu\n2.17.01.2.06.05|Barang Cetakan & Penggandaan|3"
_T41 = "\n== Tabel 4.1\nkode|nama|pagu\n"
EXAMPLES = (
    Silent(_TC33 + _T41 + "2.17.1.2.6.5|BARANG CETAKAN dan PENGGANDAAN.|3"),
    # The name goes on in the next row.
    Silent(
        _TC33
        + "\n2.17.01.2.06.06|Bacaan|2"
        + _T41
        + "2.17.01.2.06.05|Barang Cetakan|3\n|dan Penggandaan|\n"
        "2.17.01.2.06.06|Bacaan|2"
    ),
    Speaks(
        _TC33 + _T41 + "2.17.01.2.06.05|Barang Cetak dan Penggandaan|3",
        "Lembar2!B2 actual=Barang Cetak dan Penggandaan",
    ),
)
