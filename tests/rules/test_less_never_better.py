"""Handing in less never looks better: emptied and deleted tables, sheets and whole plans (G14)."""

from __future__ import annotations

import random
from collections.abc import Iterable
from functools import cache

import pytest

from selaras.engine.needs import COMMON, REQUIREMENTS
from selaras.engine.run import _run_rule, check_book, recognise_book
from selaras.model.book import Book, DenseGrid, Sheet
from selaras.model.setting import Setting
from selaras.report.result import VERDICTS, WorkbookReport
from selaras.rule.examples import build_example
from selaras.rule.registry import Silent
from selaras.rules import list_cards
from selaras.tables import BY_NAME, PLAN_TABLES
from selaras.values.finding import Severity

from .document import DocumentCopy, open_corrected, open_renstra, open_written

RENJA = ("T-C.29", "T-C.30", "T-C.31", "T-C.32", "T-C.33")
#: What of the Renja tells that it is one.
OWN = (*RENJA, *PLAN_TABLES)


@cache
def original(layout: str) -> Book:
    return open_written(layout).book


@cache
def ends(layout: str) -> dict[str, int]:
    """The last head row of each table, by sheet (one table a sheet)."""
    tables = recognise_book(original(layout), Setting())[0].tables
    return {table.sheet.name: table.head_area.bottom for table in tables}


def emptied(sheet: Sheet, below: int, keep: str = "") -> Sheet:
    """The sheet with nothing below its head but, if so wished, what a form has there."""
    rows = [
        [sheet.grid.value(row, column) or "" for column in range(1, sheet.grid.area.right + 1)]
        for row in range(1, below + 1)
    ]
    width = sheet.grid.area.right
    if keep == "sum row":
        rows.append(["", "Jumlah", *[""] * (width - 3), 0.0])
    elif keep == "dashes":
        rows += [["-"] * width, ["-"] * width]
    elif keep == "numbers":
        rows += [[float(number), *[""] * (width - 1)] for number in range(1, 6)]
    elif keep == "codes":
        rows += [[f"2.17.0{number}", *[""] * (width - 1)] for number in range(1, 6)]
    return Sheet(sheet.name, DenseGrid(rows))


def lessened(book: Book, deleted: Iterable[str], blanked: Iterable[str], keep: str = "") -> Book:
    gone, blank, below = set(deleted), set(blanked), ends("asli")
    return book._replace(
        sheets=tuple(
            emptied(sheet, below[sheet.name], keep) if sheet.name in blank else sheet
            for sheet in book.sheets
            if sheet.name not in gone
        )
    )


def exit_code(report: WorkbookReport) -> int:
    if report.verdict in ("tidak diperiksa", "tidak terbaca"):
        return 3
    return int(any(f.severity is Severity.ERROR for f in report.findings))


def said(report: WorkbookReport, code: str) -> list[tuple[str | None, str | None, Severity]]:
    return [(f.table, f.cell, f.severity) for f in report.findings if f.code == code]


@pytest.mark.parametrize("keep", ["", "sum row", "dashes", "numbers", "codes"])
@pytest.mark.parametrize("name", ["T-C.29", "T-C.30", "T-C.31", "T-C.32", "T-C.33", "Tabel 4.1"])
def test_an_empty_required_table_is_an_error_at_its_head(name: str, keep: str) -> None:
    book = lessened(open_corrected("asli").book, (), [name], keep)
    report = check_book(book, Setting())
    (told,) = said(report, "LBR009")
    assert (told[0], told[2]) == (name, Severity.ERROR)
    assert told[1] in ("A5", "A7")
    assert report.verdict == "perbaiki"
    (info,) = [table for table in report.tables if table.is_empty]
    assert info.table == name
    # Nothing is compared with it: all that is said of it is that it is empty.
    errors = {f.code for f in report.findings if f.severity is Severity.ERROR}
    assert errors == {"LBR009"}
    assert {f.code for f in report.findings if f.table == name} == {"LBR009"}


def test_rules_that_compare_with_it_are_skipped_with_the_reason() -> None:
    book = lessened(open_corrected("asli").book, (), ["T-C.31"])
    report = check_book(book, Setting())
    skipped = {rule.code: rule.reason.id for rule in report.rules if rule.status == "skipped"}
    for number in range(1, 7):
        assert skipped[f"RKP00{number}"] == "T-C.31 belum diisi"
    book = lessened(open_corrected("asli").book, (), ["T-C.29"])
    report = check_book(book, Setting())
    skipped = {rule.code: rule.reason.id for rule in report.rules if rule.status == "skipped"}
    for code in ("RST001", "RST002", "RST003", "RST005", "RST006", "TBL005"):
        assert skipped[code] == "T-C.29 belum diisi"


def test_an_empty_table_that_is_not_required_is_a_warning() -> None:
    report = check_book(lessened(open_corrected("asli").book, (), ["Tabel 3.1"]), Setting())
    assert said(report, "LBR009") == [("Tabel 3.1", "A5", Severity.WARNING)]
    required = Setting(required=("Tabel 3.1",))
    report = check_book(lessened(open_corrected("asli").book, (), ["Tabel 3.1"]), required)
    assert said(report, "LBR009") == [("Tabel 3.1", "A5", Severity.ERROR)]


def test_a_renja_without_its_plan_is_an_error_and_without_another_table_a_warning() -> None:
    book = open_corrected("asli").book
    report = check_book(lessened(book, ["T-C.33", "Tabel 4.1"], ()), Setting())
    assert said(report, "LBR001") == [("T-C.33", None, Severity.ERROR)]
    report = check_book(lessened(book, ["T-C.33"], ()), Setting())
    assert said(report, "LBR001") == [("T-C.33", None, Severity.WARNING)]
    report = check_book(lessened(book, ["T-C.30"], ()), Setting())
    assert said(report, "LBR001") == [("T-C.30", None, Severity.WARNING)]
    assert report.verdict == "perbaiki"
    # A single table of a Renja is asked for the plan, as a warning, and for nothing else.
    others = [sheet.name for sheet in book.sheets if sheet.name != "T-C.30"]
    report = check_book(lessened(book, others, ()), Setting())
    assert said(report, "LBR001") == [("T-C.33", None, Severity.WARNING)]
    assert report.verdict == "perbaiki"


def test_a_renstra_is_no_renja() -> None:
    report = check_book(open_renstra("asli").book, Setting())
    assert {table for table, _, _ in said(report, "LBR001")} <= {"T-C.23", "T-C.24", "T-C.25",
                                                                 "T-C.26"}  # fmt: skip


def _choices(number: int) -> list[tuple[frozenset[str], frozenset[str]]]:
    """What is deleted and what is emptied: each sheet alone, all but each, and some at random."""
    names = list(ends("asli"))
    chance = random.Random(number)
    nothing = frozenset[str]()
    made = [(frozenset((name,)), nothing) for name in names]
    made += [(nothing, frozenset((name,))) for name in names]
    made += [(nothing, frozenset(names) - {name}) for name in names]
    made.append((frozenset(("T-C.33", "Tabel 4.1")), nothing))
    made.append((nothing, frozenset(names)))
    for _ in range(12):
        deleted = frozenset(name for name in names if chance.random() < 0.3)
        blanked = frozenset(name for name in names if chance.random() < 0.4) - deleted
        made.append((deleted, blanked))
    return made


def test_less_never_turns_exit_1_into_0_nor_lowers_the_gravity_of_the_verdict() -> None:
    before = check_book(original("asli"), Setting())
    assert (exit_code(before), before.verdict) == (1, "perbaiki")
    wrong = {f.sheet for f in before.findings if f.severity is Severity.ERROR}
    for deleted, blanked in _choices(10):
        left = set(ends("asli")) - deleted
        after = check_book(lessened(original("asli"), deleted, blanked), Setting())
        told = (sorted(deleted), sorted(blanked), after.verdict)
        if len(left & set(OWN)) > 1:
            assert VERDICTS.index(after.verdict) >= VERDICTS.index(before.verdict), told
        if left & wrong or blanked & {*RENJA, *PLAN_TABLES} or not left & set(PLAN_TABLES):
            assert exit_code(after) >= 1, told
        if left <= blanked:
            assert after.verdict == ("kosong" if left else "tidak diperiksa"), told


def test_one_mistake_in_the_plan_is_not_mended_by_taking_the_plan_away() -> None:
    copy = DocumentCopy(open_corrected("asli"))
    place = open_corrected("asli").find_place("T-C.33", 0, "pagu")
    copy.write(place, 1.0)
    book = copy.book()
    assert exit_code(check_book(book, Setting())) == 1
    for deleted, blanked in (
        (("T-C.33", "Tabel 4.1"), ()),
        ((), ("T-C.33",)),
        (("Tabel 4.1",), ("T-C.33",)),
        (("T-C.33",), ("Tabel 4.1",)),
        ((), ("T-C.33", "Tabel 4.1")),
    ):
        assert exit_code(check_book(lessened(book, deleted, blanked), Setting())) == 1


def test_a_workbook_without_a_table_is_not_checked() -> None:
    sheet = Sheet("Catatan", DenseGrid([["Rapat", "Tempat"], ["Senin", "Aula"]]))
    report = check_book(Book("buku.xlsx", "", (sheet,)), Setting())
    assert report.verdict == "tidak diperiksa"
    assert exit_code(report) == 3


# A rule is passed only where it could have spoken


def states(text: str, table: str = "T-C.33") -> dict[str, tuple[str, str]]:
    """How each rule ends on an example: its state, and why."""
    work = build_example(Silent(text, table))
    found = {}
    for card in list_cards():
        if card.scope != "run":
            state, reason, _ = _run_rule(card, work, work.setting)
            found[card.code] = (state, reason.id)
    return found


def test_sum_rules_are_skipped_where_all_rows_have_one_level() -> None:
    said = states("kode|nama|pagu\n2.17.01|P|300\n2.17.02|Q|200")
    assert said["JML001"] == ("skipped", "tidak ada kegiatan yang memuat baris di bawahnya")
    assert said["JML002"] == ("skipped", "tidak ada program yang memuat baris di bawahnya")
    assert said["JML003"] == ("skipped", "tidak ada urusan yang memuat baris di bawahnya")
    assert said["JML004"] == ("skipped", "tidak ada baris jumlah")
    assert said["JML008"] == ("skipped", "tidak ada tabel yang barisnya bertingkat")
    assert said["KOD001"] == ("ok", "")


def test_of_the_sum_rules_those_run_whose_level_has_rows_below_it() -> None:
    said = states("kode|nama|pagu\n2.17.01|P|300\n2.17.01.2.01|K|300")
    assert said["JML002"] == ("ok", "")
    assert said["JML001"][0] == said["JML003"][0] == "skipped"


def test_rules_are_skipped_that_lack_a_column_or_a_formula() -> None:
    said = states("kode|nama|pagu\n2.17.01|P|300")
    assert said["IND005"] == ("skipped", "tidak ada tabel yang berkolom pagu maju")
    assert said["DAN001"] == ("skipped", "tidak ada tabel yang berkolom sumber dana")
    assert said["IND007"] == ("skipped", "tidak ada tabel yang berkolom target")
    assert said["ANG003"] == ("skipped", "tidak ada rumus di dalam tabel")
    assert said["RST001"] == ("skipped", "tidak ada tabel T-C.29")
    assert said["KOD005"] == ("skipped", "nomenklatur belum dimuat")
    said = states("kode|nama|pagu|sumber_dana\n2.17.01|P|=100+200→300|APBD")
    assert said["ANG003"] == said["DAN001"] == ("ok", "")
    assert said["JML006"] == ("skipped", "tidak ada pagu yang dibagi menurut sumber dana")


def test_comparisons_without_a_partner_are_skipped() -> None:
    said = states("no|rkpd_nama|rkpd_pagu|nama|kebutuhan_dana\n1|P|300|P|300", "T-C.31")
    assert said["RKP002"] == ("ok", "")
    assert said["RKP004"] == ("skipped", "tidak ada tabel T-C.33, SIPD-17, SIPD-19 atau 4.1")


def test_comparisons_of_levels_that_one_table_lacks_are_skipped() -> None:
    head = "kode|nama|indikator|target|pagu\n"
    programs = f"== T-C.33\n{head}2.17.01|P|I|5|300\n"
    said = states(f"{programs}== Tabel 4.1\n{head}2.17.01.2.01.01|S|J|5|300")
    reason = "tidak ada tingkat (program, kegiatan, sub kegiatan) yang dimuat kedua tabel"
    assert said["TBL002"] == said["TBL003"] == ("skipped", reason)
    # The sum of the list is held against the program.
    assert said["TBL001"] == ("ok", "")
    said = states(f"{programs}== Tabel 4.1\n{head}2.17.01|P|I|5|300\n2.17.01.2.01.01|S|J|5|300")
    assert said["TBL003"] == ("ok", "")


def test_a_plan_that_names_no_program_is_not_held_against_a_review_without_codes() -> None:
    review = "== T-C.31\nno|rkpd_nama|rkpd_pagu|nama|kebutuhan_dana\n1|{0}|300|{0}|300\n"
    plan = "== T-C.33\nkode|nama|pagu\n2.17.01.2.01.01|S|300"
    assert states(review.format("Program P") + plan)["RKP004"] == (
        "skipped",
        "tabel rencana tidak memuat baris maupun nama program, dan T-C.31 tidak berkode",
    )
    assert states(review.format("2.17.01 Program P") + plan)["RKP004"] == ("ok", "")


def test_every_need_of_a_rule_is_known() -> None:
    for card in list_cards():
        assert set(card.needs) <= {*REQUIREMENTS, *COMMON, "nomenklatur"}
        known = {column.key for spec in BY_NAME.values() for column in spec.columns}
        assert set(card.columns) <= known
