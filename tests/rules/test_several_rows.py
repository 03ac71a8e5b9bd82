"""Several rows for one sub kegiatan: one an indicator, a place, a fund source."""

from __future__ import annotations

from pathlib import Path

import pytest

from flat_lists import (
    CODES_AND_NAMES,
    MILLION,
    PROGRAMS,
    SUB,
    TITLE_33,
    TITLE_41,
    Cell,
    build_flat,
    build_hierarchy,
    build_review,
    list_levels,
    write,
)
from selaras.engine.run import check_file
from selaras.model.setting import Setting
from selaras.report.result import WorkbookReport
from selaras.values.finding import Finding, Severity

T33, T41 = TITLE_33[:20], TITLE_41[:20]
TOTAL = sum(amount for _, _, amount in SUB)
#: Columns of a flat list: code of the sub kegiatan, indicator, place, amount, fund source.
INDICATOR, PLACE, AMOUNT, FUND = 6, 7, 9, 10

Row = list[Cell]


def row(code: str, name: str, amount: int, place: str = "Kabupaten", fund: str = "PAD") -> Row:
    said: Row = [f"Jumlah dokumen {name}", place, "4 dokumen", amount * MILLION, fund]
    return [*list_levels(code, name), *said]


def total(amount: int) -> Row:
    return [None, "TOTAL", *[None] * 7, amount * MILLION]


def by_fund() -> list[Row]:
    """Return the plan with a row a fund source: the parts of an amount are its sum."""
    rows = []
    for code, name, amount in SUB:
        rows += [row(code, name, amount - 100), row(code, name, 100, fund="DAU")]
    return rows


def by_indicator() -> list[Row]:
    """Return the plan with two rows a sub kegiatan, the amount in both."""
    rows = []
    for code, name, amount in SUB:
        second = row(code, name, amount)
        second[INDICATOR] = f"Persentase {name}"
        rows += [row(code, name, amount), second]
    return rows


def check(path: Path, *rows: Row, title: str = TITLE_41) -> WorkbookReport:
    plans = (
        (build_hierarchy(TITLE_33), build_flat(title, rows))
        if title == TITLE_41
        else (build_flat(title, rows),)
    )
    book = write(path / "rencana.xlsx", *plans, build_review(*PROGRAMS))
    return check_file(str(book), Setting(required=()))


def errors(report: WorkbookReport) -> list[tuple[str, str | None, str | None]]:
    return [
        (one.code, one.sheet, one.cell) for one in report.findings if one.severity is Severity.ERROR
    ]


def the(report: WorkbookReport, code: str) -> Finding:
    (found,) = [one for one in report.findings if one.code == code]
    return found


@pytest.mark.parametrize("rows", [by_fund(), by_indicator()])
@pytest.mark.parametrize("summed", [True, False])
@pytest.mark.parametrize("title", [TITLE_33, TITLE_41])
def test_rows_that_agree_have_no_error(
    rows: list[Row], summed: bool, title: str, tmp_path: Path
) -> None:
    end = [total(TOTAL)] if summed else []
    assert errors(check(tmp_path, *rows, *end, title=title)) == []


def test_rows_may_stand_apart(tmp_path: Path) -> None:
    rows = sorted(by_fund(), key=lambda one: str(one[FUND]))
    assert errors(check(tmp_path, *rows, total(TOTAL))) == []


def test_parts_that_do_not_add_up_are_told_at_the_first(tmp_path: Path) -> None:
    rows = by_fund()
    rows[3][AMOUNT] = 130 * MILLION
    report = check(tmp_path, *rows, total(TOTAL + 30))
    assert errors(report) == [("TBL001", T41, "J6")]
    found = the(report, "TBL001")
    assert (found.expected, found.actual) == (400 * MILLION, 430 * MILLION)
    assert "dalam 2 baris berjumlah 430.000.000" in found.message.id
    assert "jumlah J6, J7" in found.advice.id


def test_a_wrong_amount_that_is_said_twice_is_told_at_the_first(tmp_path: Path) -> None:
    rows = by_indicator()
    for one in rows[2:4]:
        one[AMOUNT] = 410 * MILLION
    report = check(tmp_path, *rows, total(TOTAL + 10))
    assert errors(report) == [("TBL001", T41, "J6")]


def test_a_total_that_counts_amounts_twice_is_wrong(tmp_path: Path) -> None:
    rows = by_indicator()
    report = check(tmp_path, *rows, total(2 * TOTAL - 1), title=TITLE_33)
    assert ("JML004", T33, f"J{len(rows) + 4}") in errors(report)
    assert the(report, "JML004").expected == TOTAL * MILLION


def test_a_total_tells_that_like_amounts_are_parts(tmp_path: Path) -> None:
    code, name, amount = SUB[0]
    parts = [row(code, name, amount // 2, place) for place in ("Kec. Puri", "Kec. Jetis")]
    rest = [row(*one) for one in SUB[1:]]
    assert errors(check(tmp_path, *parts, *rest, total(TOTAL))) == []
    whole = [row(code, name, amount, place) for place in ("Kec. Puri", "Kec. Jetis")]
    assert errors(check(tmp_path, *whole, *rest, total(TOTAL))) == []


@pytest.mark.parametrize("amount", [SUB[0][2], SUB[0][2] // 2])
def test_nothing_is_said_of_like_amounts_that_nothing_explains(amount: int, tmp_path: Path) -> None:
    code, name, _ = SUB[0]
    parts = [row(code, name, amount, place) for place in ("Kec. Puri", "Kec. Jetis")]
    assert errors(check(tmp_path, *parts, *[row(*one) for one in SUB[1:]])) == []


def test_a_copy_among_them_is_a_copy(tmp_path: Path) -> None:
    rows = by_fund()
    rows.insert(2, list(rows[1]))
    report = check(tmp_path, *rows, total(TOTAL))
    assert ("KOD003", T41, "E6") in errors(report)


def test_a_code_of_another_name_is_no_part(tmp_path: Path) -> None:
    rows = by_fund()
    rows[2][4] = rows[0][4]
    report = check(tmp_path, *rows, total(TOTAL))
    assert ("KOD003", T41, "E6") in errors(report)


def test_a_row_of_a_hierarchy_that_no_sum_counts_is_a_copy(tmp_path: Path) -> None:
    sheet, rows = build_hierarchy(TITLE_33)
    copy = list(rows[5])
    copy[3] = "Kec. Puri"
    rows.insert(6, copy)
    book = write(tmp_path / "rencana.xlsx", (sheet, rows), build_review(*PROGRAMS))
    report = check_file(str(book), Setting(required=()))
    assert ("KOD003", T33, "A7") in errors(report)


def test_columns_of_the_office_tell_rows_apart(tmp_path: Path) -> None:
    head = (*CODES_AND_NAMES, "Paket Pekerjaan")
    rows: list[Row] = []
    for code, name, amount in SUB:
        for package, part in (("Paket A", amount - 100), ("Paket B", 100)):
            said = row(code, name, part)
            rows.append([*said[:6], package, *said[6:]])
    book = write(
        tmp_path / "rencana.xlsx", build_flat(TITLE_33, rows, head), build_hierarchy(TITLE_41)
    )
    assert errors(check_file(str(book), Setting(required=()))) == []


def test_parts_stand_below_their_kegiatan_too(tmp_path: Path) -> None:
    sheet, rows = build_hierarchy(TITLE_33)
    second = list(rows[5])
    rows[5][5], second[5], second[3] = 300 * MILLION, 200 * MILLION, "Kec. Puri"
    rows.insert(6, second)
    book = write(
        tmp_path / "rencana.xlsx", (sheet, rows), build_hierarchy(TITLE_41), build_review(*PROGRAMS)
    )
    report = check_file(str(book), Setting(required=()))
    assert errors(report) == []
    rows[6][5] = 210 * MILLION
    write(book, (sheet, rows), build_hierarchy(TITLE_41), build_review(*PROGRAMS))
    found = {(code, cell) for code, _, cell in errors(check_file(str(book), Setting(required=())))}
    assert ("JML001", "F5") in found
