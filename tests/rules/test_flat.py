"""Flat lists of sub kegiatan against the other tables of the workbook."""

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
    Sheet,
    build_flat,
    build_hierarchy,
    build_own,
    build_review,
    list_flat_rows,
    write,
)
from selaras.engine.run import check_file
from selaras.model.setting import Setting
from selaras.report.result import WorkbookReport
from selaras.values.finding import Finding, Severity
from small_plan import PLAN_ROWS

ALONE = ("Kode Sub Kegiatan", "Nama Sub Kegiatan")
T33, T41 = TITLE_33[:20], TITLE_41[:20]


def check(path: Path, *sheets: Sheet) -> WorkbookReport:
    return check_file(str(write(path / "rencana.xlsx", *sheets)), Setting(required=()))


def errors(report: WorkbookReport) -> list[tuple[str, str | None, str | None]]:
    return [
        (one.code, one.sheet, one.cell) for one in report.findings if one.severity is Severity.ERROR
    ]


def the(report: WorkbookReport, code: str) -> Finding:
    (found,) = [one for one in report.findings if one.code == code]
    return found


def alone() -> list[list[Cell]]:
    return [[code, name, *build_own(name, amount)] for code, name, amount in SUB]


_FLAT_ROWS = list_flat_rows()


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        (CODES_AND_NAMES, _FLAT_ROWS),
        (ALONE, alone()),
        (
            ("Program", "Kegiatan", "Sub Kegiatan"),
            [[f"{r[0]} {r[1]}", f"{r[2]} {r[3]}", f"{r[4]} {r[5]}", *r[6:]] for r in _FLAT_ROWS],
        ),
        (
            ("Kode", "Program", "Kegiatan", "Sub Kegiatan"),
            [[r[4], r[1], r[3], *r[5:]] for r in _FLAT_ROWS],
        ),
        (("Kode Program", "Program", "Kode Kegiatan", "Kegiatan", "Kode", "Uraian"), _FLAT_ROWS),
    ],
)  # fmt: skip
def test_a_flat_plan_that_agrees_with_all_tables_has_no_error(
    head: tuple[str, ...], rows: list[list[Cell]], tmp_path: Path
) -> None:
    report = check(
        tmp_path,
        build_flat(TITLE_33, rows, head),
        build_hierarchy(TITLE_41),
        build_review(*PROGRAMS),
    )
    assert [table.table for table in report.tables] == ["T-C.33", "Tabel 4.1", "T-C.31"]
    assert errors(report) == []


def test_a_wrong_amount_in_a_flat_list_is_told_at_its_cell(tmp_path: Path) -> None:
    rows = list_flat_rows()
    rows[2][9] = 360 * MILLION
    report = check(
        tmp_path, build_hierarchy(TITLE_33), build_flat(TITLE_41, rows), build_review(*PROGRAMS)
    )
    assert errors(report) == [("TBL001", T41, "J6")]


def test_a_sub_kegiatan_that_the_list_lacks_is_told_where_it_stands(tmp_path: Path) -> None:
    report = check(tmp_path, build_hierarchy(TITLE_33), build_flat(TITLE_41, list_flat_rows()[:-1]))
    assert errors(report) == [("TBL004", T33, "A11")]


def test_the_sum_of_a_program_without_row_is_held_against_the_review(tmp_path: Path) -> None:
    programs = (PROGRAMS[0], (PROGRAMS[1][0], PROGRAMS[1][1] + 10))
    report = check(tmp_path, build_flat(TITLE_33, list_flat_rows()), build_review(*programs))
    assert errors(report) == [("RKP004", "T-C.31", "K6")]
    found = the(report, "RKP004")
    assert found.expected == PROGRAMS[1][1] * MILLION
    assert [place.cell for place in found.related] == ["J6", "J7"]
    assert "jumlah pagu 2 sub kegiatan di T-C.33 600.000.000" in found.message.id


def test_a_program_that_one_side_lacks_is_told_at_its_name(tmp_path: Path) -> None:
    new = ("Program Baru", 50)
    report = check(tmp_path, build_flat(TITLE_33, list_flat_rows()), build_review(PROGRAMS[0], new))
    assert errors(report) == [("RKP001", T33, "B6"), ("RKP001", "T-C.31", "G6")]


def test_programs_that_a_list_does_not_name_are_not_missed(tmp_path: Path) -> None:
    report = check(
        tmp_path, build_flat(TITLE_33, alone(), ALONE), build_review(*PROGRAMS, ("Program B", 5))
    )
    assert errors(report) == []


def test_codes_tell_that_a_program_is_missing_where_names_do_not(tmp_path: Path) -> None:
    programs = [("2.17.02 Program Pengawasan", 900), ("2.17.09 Program Pariwisata", 600)]
    report = check(tmp_path, build_flat(TITLE_33, alone(), ALONE), build_review(*programs))
    assert errors(report) == [("RKP001", T33, "A6"), ("RKP001", "T-C.31", "G6")]


def test_a_table_of_programs_is_held_against_the_sums_of_a_list(tmp_path: Path) -> None:
    rows = list_flat_rows()
    rows[0][9] = 510 * MILLION
    report = check(tmp_path, build_hierarchy(TITLE_33, lowest=3), build_flat(TITLE_41, rows))
    assert errors(report) == [("TBL001", T33, "F4")]
    assert the(report, "TBL001").expected == 910 * MILLION


# KOD002: the columns of levels against each other


def test_a_code_below_another_kegiatan_than_its_column_says_is_wrong(tmp_path: Path) -> None:
    rows = list_flat_rows()
    rows[1][4] = "2.17.02.2.57.02"
    report = check(tmp_path, build_flat(TITLE_33, rows), build_review(*PROGRAMS))
    assert errors(report) == [("KOD002", T33, "E5")]
    assert the(report, "KOD002").expected == "2.17.02.2.01.02"


@pytest.mark.parametrize(
    ("column", "cell", "value", "expected"),
    [
        (2, "C5", "2.17.03.2.01", "2.17.02.2.01"),
        (2, "C5", "2.17.02.2.02", "2.17.02.2.01"),
        (0, "A5", "2.17.03", "2.17.02"),
    ],
)
def test_a_wrong_code_in_a_column_of_levels_is_told_there(
    column: int, cell: str, value: str, expected: str, tmp_path: Path
) -> None:
    rows = list_flat_rows()
    rows[1][column] = value
    report = check(tmp_path, build_flat(TITLE_33, rows), build_review(*PROGRAMS))
    assert errors(report) == [("KOD002", T33, cell)]
    assert the(report, "KOD002").expected == expected


def test_of_two_codes_that_nothing_tells_apart_both_are_named(tmp_path: Path) -> None:
    rows = [row for row in list_flat_rows() if row[0] == "2.17.02"][:1]
    rows[0][2], rows[0][0] = "2.17.02.2.02", None
    report = check(tmp_path, build_flat(TITLE_33, rows), build_review(PROGRAMS[0]))
    found = the(report, "KOD002")
    assert (found.cell, found.expected) == ("E4", None)
    assert "C4" in found.advice.id


def test_names_alone_tell_an_odd_code_as_a_doubt(tmp_path: Path) -> None:
    rows = [[r[4], r[1], r[3], *r[5:]] for r in list_flat_rows()]
    rows.insert(2, ["2.17.02.2.07.03", *rows[1][1:3], "Pembinaan", *build_own("Pembinaan", 0)])
    head = ("Kode", "Program", "Kegiatan", "Sub Kegiatan")
    report = check(tmp_path, build_flat(TITLE_33, rows, head), build_review(*PROGRAMS))
    found = the(report, "KOD002")
    assert (found.cell, found.severity, found.expected) == (
        "A6", Severity.WARNING, "2.17.02.2.01.03",
    )  # fmt: skip


def test_columns_that_contradict_most_rows_say_nothing(tmp_path: Path) -> None:
    rows = list_flat_rows()
    for row in rows:
        row[2] = "1.01.01.2.01"
    report = check(tmp_path, build_flat(TITLE_33, rows), build_review(*PROGRAMS))
    assert errors(report) == []


def test_levels_said_once_for_several_rows_go_on(tmp_path: Path) -> None:
    rows = list_flat_rows()
    for row in (rows[1], rows[3]):
        row[:4] = [None] * 4
    report = check(tmp_path, build_flat(TITLE_33, rows), build_review(*PROGRAMS))
    assert errors(report) == []
    programs = (PROGRAMS[0], (PROGRAMS[1][0], 1))
    report = check(tmp_path, build_flat(TITLE_33, rows), build_review(*programs))
    assert errors(report) == [("RKP004", "T-C.31", "K6")]


# Lists of several agencies


def test_agencies_on_one_sheet_have_codes_of_their_own(tmp_path: Path) -> None:
    head = ("Kode SKPD", "Nama SKPD", *CODES_AND_NAMES)
    agencies = (
        ("2.17.3.30.0.00.01.0000", "Dinas Koperasi"),
        ("2.17.3.30.0.00.02.0000", "UPT Pasar Besar"),
    )
    rows: list[list[Cell]] = [[*agency, *row] for agency in agencies for row in list_flat_rows()]
    again = [list(row) for row in rows]
    again[5][11] = 401 * MILLION
    report = check(tmp_path, build_flat(TITLE_33, rows, head), build_flat(TITLE_41, again, head))
    assert errors(report) == [("TBL001", T41, "L9")]
    rows.append(list(rows[-1]))
    report = check(tmp_path, build_flat(TITLE_33, rows, head))
    assert errors(report) == [("KOD003", T33, "G12")]


# What the report says of it


def test_a_list_of_one_level_leaves_the_rules_of_levels_out(tmp_path: Path) -> None:
    report = check(tmp_path, build_flat(TITLE_33, alone(), ALONE))
    states = {rule.code: (rule.status, rule.reason.id) for rule in report.rules}
    assert states["KOD002"] == (
        "skipped",
        "semua baris setingkat, dan tidak ada kolom yang menyebut tingkat di atasnya",
    )
    assert states["JML002"] == ("skipped", "tidak ada program yang memuat baris di bawahnya")


def test_a_program_that_a_list_lacks_is_told_once_at_its_row(tmp_path: Path) -> None:
    report = check(tmp_path, build_hierarchy(TITLE_33), build_flat(TITLE_41, list_flat_rows()[:2]))
    assert errors(report) == [("TBL004", T33, "A8")]
    assert "3 baris di bawahnya" in the(report, "TBL004").message.id


def test_a_program_of_a_list_that_a_table_of_programs_lacks_is_told_in_the_list(
    tmp_path: Path,
) -> None:
    name, rows = build_hierarchy(TITLE_41, lowest=3)
    report = check(tmp_path, build_flat(TITLE_33, list_flat_rows()), (name, rows[:-1]))
    assert errors(report) == [("TBL004", T33, "A6")]
    report = check(
        tmp_path, build_hierarchy(TITLE_33, lowest=3), build_flat(TITLE_41, list_flat_rows()[:2])
    )
    assert errors(report) == [("TBL004", T33, "A5")]


def test_the_last_sub_kegiatan_of_a_kegiatan_with_a_wrong_code_is_no_missing_kegiatan(
    tmp_path: Path,
) -> None:
    rows = [row for row in list_flat_rows() if row[4] != "2.17.03.2.01.02"]
    rows[2][4] = "2.17.03.2.57.01"
    plan, lines = build_hierarchy(TITLE_33)
    report = check(tmp_path, (plan, lines[:-1]), build_flat(TITLE_41, [r[4:] for r in rows], ALONE))
    assert [one[0] for one in errors(report) if one[0] == "TBL004"] == ["TBL004"]
    assert the(report, "TBL004").cell == "A6"


# Stacked on one sheet


def test_codes_of_a_list_below_are_none_of_the_table_above(tmp_path: Path) -> None:
    _, above = build_review(*PROGRAMS)
    upper = ("Kode Urusan", "Urusan", "Kode Bidang Urusan", "Bidang Urusan", "Kode SKPD", "SKPD")
    said = ("2", "Urusan Wajib", "2.17", "Koperasi", "2.17.3.30.0.00.01.0000", "Dinas Koperasi")
    # The names of the review stand in the columns of its urusan and its program's code.
    _, below = build_flat(
        TITLE_33, [[*said, *row] for row in list_flat_rows()], (*upper, *CODES_AND_NAMES)
    )
    report = check(tmp_path, ("Renja", [*above, [], [], *below]))
    assert [(table.table, table.is_empty) for table in report.tables] == [
        ("T-C.31", False), ("T-C.33", False),
    ]  # fmt: skip
    assert errors(report) == []


def test_a_row_that_says_nihil_is_no_title_of_the_table_below(tmp_path: Path) -> None:
    head: list[Cell] = ["No", "Program/Kegiatan", "Lokasi", "Indikator Kinerja", "Besaran/Volume"]
    title = "Usulan Program dan Kegiatan dari Para Pemangku Kepentingan Tahun 2024"
    proposals: list[list[Cell]] = [[title], [], head, ["Nihil", "Belum ada usulan"], [], []]
    _, below = build_hierarchy(TITLE_33)
    report = check(tmp_path, ("Renja", [*proposals, *below]))
    assert [(table.table, table.is_empty) for table in report.tables] == [
        ("T-C.32", False), ("T-C.33", False),
    ]  # fmt: skip


# Doubt


def test_a_program_is_missed_though_no_kegiatan_is_named(tmp_path: Path) -> None:
    head = ("Kode Program", "Nama Program", "Kode Sub Kegiatan", "Nama Sub Kegiatan")
    rows = [[*row[:2], *row[4:]] for row in list_flat_rows()]
    report = check(
        tmp_path, build_flat(TITLE_33, rows, head), build_review(*PROGRAMS, ("Program Baru", 5))
    )
    assert errors(report) == [("RKP001", "T-C.31", "G7")]


def test_sums_of_programs_are_not_known_where_a_row_may_be_of_either(tmp_path: Path) -> None:
    head = ("Kode Program", "Kode Sub Kegiatan", "Nama Sub Kegiatan")
    rows = [[row[0], *row[4:]] for row in list_flat_rows()]
    rows[1][0] = "2.17.03"
    programs = [(f"{code} {name}", amount) for code, name, amount in PLAN_ROWS if len(code) == 7]
    report = check(tmp_path, build_flat(TITLE_33, rows, head), build_review(*programs))
    assert errors(report) == [("KOD002", T33, "B5")]


def test_names_in_the_column_of_their_level_make_no_list(tmp_path: Path) -> None:
    head = ("Kode", "Program", "Kegiatan", "Sub Kegiatan")
    places = {2: 0, 4: 1, 5: 2}
    rows: list[list[Cell]] = []
    for code, name, amount in PLAN_ROWS:
        names: list[Cell] = [None, None, None]
        names[places[code.count(".")]] = name
        rows.append([code, *names, *build_own(name, amount)])
    report = check(tmp_path, build_flat(TITLE_33, rows, head), build_review(*PROGRAMS))
    assert errors(report) == []
    rows[0][7] = 1
    report = check(tmp_path, build_flat(TITLE_33, rows, head), build_review(*PROGRAMS))
    assert ("JML002", T33, "H4") in errors(report)
