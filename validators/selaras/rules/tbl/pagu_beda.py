"""TBL001: the same code has another amount in another table."""

from __future__ import annotations

from selaras.compare.cells import (
    AmountMismatch,
    build_amount_finding,
    compare_amounts,
    convert_to_money_unit,
)
from selaras.compare.plan_tables import (
    PAIRED_PLANS,
    SameRow,
    call_table,
    find_comparisons,
    find_implied_pairs,
)
from selaras.compare.shifted import ShiftPair, gather_shifted
from selaras.reckon.sum_words import (
    advise_same_amount,
    list_sum_cells,
    name_pagu,
    name_subject,
    say_written,
)
from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, book_rule
from selaras.rule.seen import Row, Work


@book_rule(
    "TBL001",
    "pagu-beda",
    Severity.ERROR,
    basis="planning",
    needs_tables=PAIRED_PLANS,
    english="""A code has the same amounts in every plan table: T-C.33, Tabel 4.1, the SIPD forms.

    Why: they are one plan, told several times. Mostly an amount was changed in one table after the
    others had been copied from it; then nobody knows which one was decided. Where the amounts of a
    table moved by a row, or are those of another column, one finding says so. A recapitulation on
    a sheet of its own is held against its table, too, as a warning; so are plans of two stages,
    and a table whose title names another document.

    Fix: put the amount that was decided in both tables. Where several codes differ, look first at
    the lowest level: the sums above follow. Rows matched by name only are no more than a warning.
    """,
)
def check_pagu_differences(work: Work) -> Findings:
    """Pagu suatu kode sama di semua tabel rencana: T-C.33, Tabel 4.1, dan bentuk SIPD.

    Mengapa: semuanya satu rencana yang ditulis beberapa kali. Biasanya satu tabel diubah setelah
    yang lain disalin darinya; akibatnya tidak jelas angka mana yang diputuskan. Bila angka satu
    tabel bergeser satu baris atau berasal dari kolom lain, satu temuan menyebutnya. Rekapitulasi di
    lembar tersendiri juga dicocokkan dengan rinciannya, sebagai peringatan; begitu pula rencana
    dari dua tahapan dan tabel yang judulnya menyebut dokumen lain.

    Perbaikan: isikan angka yang diputuskan di kedua tabel. Bila beberapa kode berbeda, mulailah
    dari tingkat terendah: jumlah di atasnya mengikuti. Padanan yang hanya menurut nama cukup
    menjadi peringatan.
    """
    for comparison in find_comparisons(work):
        found: dict[str, dict[Row, Finding]] = {}
        pairs: dict[str, list[ShiftPair]] = {}
        for same in comparison.pairs:
            for column in same.second.table.money_columns:
                key = column.key
                if key not in same.baseline.table.columns or _is_ambiguous(same):
                    continue
                pairs.setdefault(key, []).append(ShiftPair(same.second, key, same.baseline, key))
                difference = compare_amounts(same.second, key, same.baseline, key, from_below=True)
                if difference is not None:
                    finding = _build_finding(same.second, same.baseline, key, difference)
                    doubt = comparison.severity if same.is_certain else Severity.WARNING
                    sure = finding._replace(own_severity=doubt)
                    found.setdefault(key, {})[same.second] = sure
        for key, findings in found.items():
            yield from gather_shifted(findings, pairs[key])
        for row, upper in find_implied_pairs(comparison):
            for column in row.table.money_columns:
                difference = compare_amounts(row, column.key, upper, column.key)
                if difference is not None:
                    found_above = _build_finding(row, upper, column.key, difference)
                    yield found_above._replace(own_severity=comparison.severity)


def _is_ambiguous(same: SameRow) -> bool:
    """Tell whether a code stands twice in a table: which one is meant is KOD003's matter."""
    return not same.is_certain and same.baseline.kode is not None and same.second.kode is not None


def _build_finding(row: Row, other: Row, key: str, found: AmountMismatch) -> Finding:
    places = list_sum_cells(other, key)
    name, told = call_table(other.table, row.table), say_written(row)
    there = Text(f"di {name.id}", f"in {name.en}")
    if other.is_implied:
        there = name_pagu(other) + Text(f" {there.id}", f" {name.en} is")
    return build_amount_finding(
        row,
        key,
        found,
        told=name_subject(row, row.table.columns[key]) + Text(f" {told.id}", f" {told.en}"),
        other=there,
        advice=advise_same_amount(
            list_sum_cells(row, key), places, Text("yang diputuskan", "decided on")
        ),
        actual=convert_to_money_unit(found.own, row, key) if row.parts else None,
        related=places,
    )


_TC33 = (
    "== T-C.33\nkode|nama|pagu|pagu_maju\n2.17.1|Program A|300|310\n2.17.1.2.1|Kegiatan B|300|310"
)
_T41 = "\n== Tabel 4.1\nkode|nama|pagu\n"
EXAMPLES = (
    # Codes in another spelling; Tabel 4.1 without the forward year, and blank where it adds up.
    Silent(_TC33 + _T41 + "2.17.01|Program A|\n2.17.01.2.01|Kegiatan B|300"),
    Speaks(
        _TC33 + _T41 + "2.17.01|Program A|300\n2.17.01.2.01|Kegiatan B|200",
        "Lembar2!C3 expected=300 actual=200",
    ),
    # One table has programs only, the other a list of sub kegiatan: their sum is held against them.
    Silent(
        "== T-C.33\nkode|nama|pagu\n2.17.01|Program A|300\n== Tabel 4.1\nkode|nama|pagu\n"
        "2.17.01.2.01.01|Sub B|100\n2.17.01.2.01.02|Sub C|200"
    ),
    Speaks(
        "== T-C.33\nkode|nama|pagu\n2.17.01|Program A|300\n== Tabel 4.1\nkode|nama|pagu\n"
        "2.17.01.2.01.01|Sub B|100\n2.17.01.2.01.02|Sub C|210",
        "C2 expected=310 actual=300",
    ),
)
