"""RST012: the rates and sums of T-C.23, T-C.24 and E.81 are those of their columns."""

from __future__ import annotations

from decimal import Decimal

from selaras.reckon.difference_words import build_difference_finding
from selaras.reckon.rates import RatioColumns, check_money_ratio, check_ratio
from selaras.reckon.series import (
    MoneySeries,
    Series,
    build_money_series,
    build_series,
    compute_tolerance,
    correct_series,
)
from selaras.reckon.shown import (
    list_carrying_rows,
    read_format_decimals,
)
from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, table_rule
from selaras.rule.seen import Money, Row, RowKind, Table, write_rupiah
from selaras.tables.renstra import MOST_YEARS
from selaras.values.equality import are_equal

_QUARTERS = tuple(f"realisasi_{number}" for number in (1, 2, 3, 4))
_MONEY_QUARTERS = tuple(f"uang_{number}" for number in (1, 2, 3, 4))
_RATIOS = {
    "T-C.23": [RatioColumns(f"rasio_{y}", f"realisasi_{y}", f"target_{y}") for y in MOST_YEARS],
    "E.81": [
        RatioColumns("tingkat_realisasi", "realisasi", "target"),
        RatioColumns("tingkat_capaian", "realisasi_berjalan", "target_akhir"),
    ],
}
_MONEY_RATIOS = {
    "T-C.24": [RatioColumns(f"rasio_{y}", f"realisasi_{y}", f"anggaran_{y}") for y in MOST_YEARS],
    "E.81": [
        RatioColumns("tingkat_uang", "uang", "pagu"),
        RatioColumns("tingkat_uang_akhir", "uang_berjalan", "pagu_akhir"),
    ],
}


@table_rule(
    "RST012",
    "rasio",
    Severity.ERROR,
    only=("T-C.23", "T-C.24", "E.81"),
    basis="planning",
    english="""Rates and sums of T-C.23, T-C.24 and E.81 follow from the columns before them.

    Why: T-C.23 columns 16-20 are 11-15 over 6-10, T-C.24 likewise realised over budget. In E.81, 12
    is 8+9+10+11, 13 is 12/7, 14 is 6+12, 15 is 14/5, for performance and for money. Rates are
    compared to the decimals shown. Quarters that each include those before, and percentages, may
    also give the last value.

    Fix: work the column out again, or mend the figure that it is made of.
    """,
)
def check_ratios(table: Table) -> Findings:
    """Rasio dan jumlah di T-C.23, T-C.24, dan E.81 sesuai dengan kolom-kolom asalnya.

    Mengapa: di T-C.23 kolom 16-20 adalah kolom 11-15 dibagi 6-10; di T-C.24 realisasi dibagi
    anggaran. Di E.81 kolom 12 = 8+9+10+11, 13 = 12/7, 14 = 6+12, 15 = 14/5, untuk kinerja dan
    anggaran. Rasio dibandingkan sampai desimal yang tampak. Triwulan yang sudah memuat triwulan
    sebelumnya, dan persentase, boleh memakai nilai terakhir.

    Perbaikan: hitung kembali kolom itu, atau betulkan angka asalnya.
    """
    if table.name == "E.81":
        yield from _check_sums(table, _QUARTERS, "realisasi")
        yield from _check_sums(table, ("realisasi_lalu", "realisasi"), "realisasi_berjalan")
        yield from _check_money_sums(table, _MONEY_QUARTERS, "uang")
        yield from _check_money_sums(table, ("uang_lalu", "uang"), "uang_berjalan")
    rates = [columns for columns in _RATIOS.get(table.name, ()) if columns.is_present(table)]
    for row in list_carrying_rows(table):
        for columns in rates:
            yield from check_ratio(row, columns)
    rates = [columns for columns in _MONEY_RATIOS.get(table.name, ()) if columns.is_present(table)]
    for row in table.rows:
        if row.kind is not RowKind.CONTINUATION:
            for columns in rates:
                yield from check_money_ratio(row, columns)


def _check_sums(table: Table, keys: tuple[str, ...], result_key: str) -> Findings:
    if not all(key in table.columns for key in (*keys, result_key)):
        return
    for row in list_carrying_rows(table):
        series = list(build_series(row, keys, result_key))
        ends = row.target("target_akhir") or ()
        end = ends[0].number if len(ends) == len(series) == 1 else None
        expected = correct_series(
            series, [None if s is None else _compute_total(s, end) for s in series]
        )
        if expected is not None:
            difference = None
            (one, *others) = series
            if not others and one is not None and one.result is not None and one.result.number:
                difference = one.result.number - one.total
            states = all(one is None or one.is_cumulative is False for one in series)
            shown = Text(expected, expected)
            yield _build_finding(
                row, keys, result_key, shown, expected, None if states else difference, states
            )


def _compute_total(one: Series, end: Decimal | None) -> Decimal | None:
    """Return what the sum should be; None where what is written can be right."""
    if one.result is None:
        return None
    may_be_last = one.is_cumulative is not True or one.is_rising or one.is_yearly(end)
    if one.says(one.total) or (may_be_last and one.says(one.last_number)):
        return None
    state = one.is_cumulative is False or one.result.kind == "grade"
    return one.last_number if state else one.total


def _check_money_sums(table: Table, keys: tuple[str, ...], result_key: str) -> Findings:
    if not all(key in table.columns for key in (*keys, result_key)):
        return
    for row in table.rows:
        if row.kind is RowKind.CONTINUATION:
            continue
        series = build_money_series(row, keys, result_key)
        if series is not None and not _is_right_sum(row, keys, result_key, series):
            total = series.total
            shown = Text(f"Rp{write_rupiah(total)}", f"Rp{write_rupiah(total, 'en')}")
            yield _build_finding(row, keys, result_key, shown, total, series.result - total)


def _is_right_sum(row: Row, keys: tuple[str, ...], result_key: str, series: MoneySeries) -> bool:
    allowed = compute_tolerance(row, result_key, len(keys))
    shown = read_format_decimals(row, result_key)
    if are_equal(series.result, series.total, shown, allowed):
        return True
    quarters = keys == _MONEY_QUARTERS and series.is_rising
    return quarters and are_equal(series.result, series.amounts[-1], shown, allowed)


def _build_finding(
    row: Row,
    keys: tuple[str, ...],
    result_key: str,
    shown: Text,
    expected: Money | str,
    difference: Money | None,
    states: bool = False,
) -> Finding:
    parts = [row.table.columns[key].label for key in (keys[0], keys[-1])]
    joint = " s/d " if len(keys) > 2 else " + "
    of = Text(joint.join(part.id for part in parts), " + ".join(part.en for part in parts))
    if len(keys) > 2:
        of = of._replace(en=f"{parts[0].en} to {parts[1].en}")
    comes = Text(f"{of.id} berjumlah {shown.id}", f"{of.en} come to {shown.en}")
    if states:
        comes = Text(
            f"nilai terakhir {of.id} adalah {shown.id}", f"the last of {of.en} is {shown.en}"
        )
    return build_difference_finding(
        row,
        result_key,
        expected,
        because=comes,
        advice=Text(
            f"Isikan {shown.id}, atau betulkan angka yang dijumlahkan.",
            f"Put in {shown.en}, or mend what is added up.",
        ),
        difference=difference,
        related=tuple(row.place(key) for key in keys if row.value(key) is not None),
    )


_E81 = (
    "nama|indikator|target_akhir|realisasi_lalu|target|realisasi_1|realisasi_2|realisasi_3"
    "|realisasi_4|realisasi|tingkat_realisasi|realisasi_berjalan|tingkat_capaian\n"
)
_MONEY_EXAMPLE = "nama|pagu|uang_1|uang_2|uang_3|uang_4|uang|tingkat_uang\n"

EXAMPLES = (
    Silent("indikator|target_1|realisasi_1|rasio_1\nKoperasi|80%|60%|75%", table="T-C.23"),
    Silent("indikator|target_1|realisasi_1|rasio_1\nKoperasi|80%|60%|#0.75", table="T-C.23"),
    Silent(
        _E81 + "P|Jumlah UM|40 UM|5 UM|10 UM|1 UM|2 UM|3 UM|4 UM|10 UM|100%|15 UM|37,5%",
        table="E.81",
    ),
    # Quarters that include those before; a percentage; not all quarters over.
    Silent(_E81 + "P|Jumlah UM|40 UM|-|10 UM|1 UM|3 UM|6 UM|8 UM|8 UM|80%|8 UM|20%", table="E.81"),
    Silent(_MONEY_EXAMPLE + "P|100|10|20|||30|30%", table="E.81"),
    Speaks(
        "indikator|target_1|realisasi_1|rasio_1\nKoperasi|80%|60%|80%",
        "D2 expected=75% actual=80%",
        table="T-C.23",
    ),
    Speaks(
        "nama|anggaran_1|realisasi_1|rasio_1\nBelanja|400|300|100%",
        "D2 expected=75% actual=100%",
        table="T-C.24",
    ),
    Speaks(
        _E81 + "P|Jumlah UM|40 UM|5 UM|10 UM|4 UM|3 UM|2 UM|-|8 UM|90%|13 UM|30%",
        "J2 expected=9 UM actual=8 UM\nK2 expected=80% actual=90%\nM2 expected=32,5% actual=30%",
        table="E.81",
    ),
    # An index does not add up: its last value counts.
    Speaks(
        _E81 + "P|Indeks kepuasan|90|-|80|70|75|-|-|60||60|",
        "J2 expected=75 actual=60",
        table="E.81",
    ),
    Speaks(
        _MONEY_EXAMPLE + "P|100|20|10|||40|50%",
        "G2 expected=30 actual=40\nH2 expected=40% actual=50%",
        table="E.81",
    ),
)
