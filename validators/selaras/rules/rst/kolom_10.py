"""RST002: column 10 of T-C.29 is columns 5, 7 and 9 together."""

from __future__ import annotations

from decimal import Decimal

from selaras.compare.years import find_column_year
from selaras.reckon.difference_words import build_difference_finding
from selaras.reckon.series import Series, build_series, correct_series
from selaras.reckon.shown import list_carrying_rows, name_indikator, show_cell
from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, table_rule
from selaras.rule.seen import Row, Table

_PARTS = ("realisasi_lalu", "realisasi_renja", "target_berjalan")
_END_TARGET, _RESULT = "target_akhir", "realisasi_berjalan"


@table_rule(
    "RST002",
    "kolom-10",
    Severity.WARNING,
    only=("T-C.29",),
    columns=("realisasi_lalu", "realisasi_renja", "target_berjalan", "realisasi_berjalan"),
    basis="planning",
    english="""Column 10 of T-C.29 is 5 + 7 + 9 where things are counted, else the last value.

    Why: column 10 says what will have been reached of the Renstra by the end of the current year,
    and column 11 follows from it. Documents, people, units add up over the years; percentages,
    indexes and grades do not: there the last value counts. A dash counts 0. An indicator that was
    given up (columns 9 and 10 blank) needs no sum.

    Fix: add up columns 5, 7 and 9, or put in the last value; fill the cell where it is blank.
    """,
)
def check_column_10(table: Table) -> Findings:
    """Kolom 10 T-C.29 sama dengan kolom 5 + 7 + 9 bila kumulatif, selain itu nilai terakhir.

    Mengapa: kolom 10 menyatakan capaian Renstra sampai dengan akhir tahun berjalan, dan kolom 11
    dihitung darinya. Dokumen, orang, unit, dan sejenisnya bertambah dari tahun ke tahun;
    persentase, indeks, dan predikat tidak, sehingga yang dipakai nilai terakhir. Tanda - dihitung
    0. Indikator yang tidak dilanjutkan (kolom 9 dan 10 kosong) tidak perlu dijumlahkan.

    Perbaikan: jumlahkan kolom 5, 7, dan 9, atau isikan nilai terakhirnya; isi selnya bila kosong.
    """
    if all(key in table.columns for key in (*_PARTS, _RESULT)):
        for row in list_carrying_rows(table):
            yield from _check(row)


def _check(row: Row) -> Findings:
    series = list(build_series(row, _PARTS, _RESULT))
    if not series:
        return
    overlap = _is_included(row.table)
    ends = row.target(_END_TARGET) or ()
    right: list[Decimal | None] = []
    for index, one in enumerate(series):
        end = ends[index].number if len(ends) == len(series) else None
        right.append(None if one is None else _compute_expected(one, end, overlap))
    expected = correct_series(series, right)
    if expected is None:
        return
    if all(one is None or one.result is None for one in series):
        yield _build_blank_finding(row, expected)
    else:
        yield _build_difference_finding(row, expected, series, right, overlap)


def _is_included(table: Table) -> bool:
    """Tell whether column 5 already includes the year of column 7, by their heads."""
    before, year = (find_column_year(table, key) for key in _PARTS[:2])
    return before is not None and year is not None and before >= year


def _compute_expected(one: Series, end: Decimal | None, overlap: bool) -> Decimal | None:
    """Return what column 10 should say; None where it says so, or where that is in doubt."""
    now = one.values[-1]
    last, total = one.last_number, one.total
    right = last if one.is_cumulative is False or one.is_yearly(end) else total
    if one.result is None:
        return right if now is not None and now.number else None
    doubtful = one.is_cumulative is None
    if one.says(right) or (doubtful and (one.says(last) or one.says(total))):
        return None
    if overlap and one.is_cumulative is not False and one.says(_sum_without_column_7(one)):
        return None
    if now is None and one.is_cumulative is not True:
        return None  # a forecast that no target stands beside
    return right


def _sum_without_column_7(one: Series) -> Decimal:
    """Return the sum without column 7, where column 5 already includes its year."""
    year = one.values[1]
    return one.total - (year.number if year is not None and year.number is not None else 0)


def _build_blank_finding(row: Row, expected: str) -> Finding:
    name, now = name_indikator(row), show_cell(row, _PARTS[-1])
    return row.build_finding(
        _RESULT,
        Text(
            f"Realisasi s/d tahun berjalan {name} kosong, padahal target tahun berjalannya "
            f"{now.id} (kolom 9).",
            f"The achievement up to the current year of {name} is blank, but its target of the "
            f"current year is {now.en} (column 9).",
        ),
        advice=Text(f"Isikan {expected}.", f"Put in {expected}."),
        expected=expected,
        related=(row.place(_PARTS[-1]),),
    )


def _build_difference_finding(
    row: Row,
    expected: str,
    series: list[Series | None],
    right: list[Decimal | None],
    overlap: bool,
) -> Finding:
    wrong = [(s, n) for s, n in zip(series, right, strict=True) if s is not None and n is not None]
    adds = any(number == one.total and len(one.parts) > 1 for one, number in wrong)
    cells = ", ".join(row.cell(key) for key in _PARTS if row.target(key))
    how = (
        Text(f"jumlah kolom 5 + 7 + 9 ({cells})", f"the sum of columns 5 + 7 + 9 ({cells})")
        if adds
        else Text(
            f"nilai terakhir kolom 5, 7, 9 ({cells})", f"the last of columns 5, 7, 9 ({cells})"
        )
    )
    both = Text("", "")
    if overlap and adds and len(series) == 1:
        other = wrong[0][0].write(_sum_without_column_7(wrong[0][0]))
        both = Text(
            f" (bila kolom 5 sudah memuat tahun kolom 7, seperti kata judulnya: {other})",
            f" (if column 5 already includes the year of column 7, as its head says: {other})",
        )
    one, number = wrong[0]
    difference = None
    if len(series) == 1 and one.result is not None and one.result.number is not None:
        difference = one.result.number - number
    return build_difference_finding(
        row,
        _RESULT,
        expected,
        because=how + Text(f" adalah {expected}", f" is {expected}") + both,
        advice=Text(
            f"Isikan {expected}, atau betulkan kolom 5, 7, atau 9 bila itu yang keliru.",
            f"Put in {expected}, or mend column 5, 7 or 9 if that is wrong.",
        ),
        difference=difference,
        related=tuple(row.place(key) for key in _PARTS if row.target(key)),
    )


_HEAD = (
    "kode|nama|indikator|target_akhir|realisasi_lalu|realisasi_renja|target_berjalan"
    "|realisasi_berjalan\n"
)

EXAMPLES = (
    Silent(_HEAD + "2.17.01|P|Jumlah dokumen|24 dokumen|-|-|6 dokumen|6 dokumen", table="T-C.29"),
    Silent(_HEAD + "2.17.01|P|Jumlah UM|90 UM|10 UM|20 UM|30 UM|60 UM", table="T-C.29"),
    Silent(_HEAD + "2.17.01|P|Nilai SAKIP|85,6 (A)|84,03(A)|82,8 (A)|84,4 (A)|84,4 (A)", "T-C.29"),
    # Given up; units that cannot be added; a number of people that each year reaches again.
    Silent(
        _HEAD + "2.17.01|P|Jumlah dokumen|8 dokumen|2 dokumen|7 dokumen|-|-\n"
        "2.17.02|Q|Jumlah gedung|60 unit|10 unit|12 bulan|12 bulan|12 bulan\n"
        "2.17.03|R|Jumlah ASN|29 orang|29 orang|29 orang|29 orang|29 orang",
        table="T-C.29",
    ),
    Speaks(
        _HEAD + "2.17.01|P|Jumlah UM|90 UM|10 UM|20 UM|30 UM|30 UM",
        "H2 expected=60 UM actual=30 UM",
        table="T-C.29",
    ),
    Speaks(
        _HEAD + "2.17.01|P|Persentase|50%|10%|20%|30%|35%\n"
        "2.17.02|Q|Jumlah|9 unit|-|2 unit|3 unit|",
        "H2 expected=30% actual=35%\nH3 expected=5 unit",
        table="T-C.29",
    ),
)
