"""What holds of every finding in any workbook: its cell, its order, its fingerprint."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from layouts import LAYOUTS
from selaras.engine.run import check_book
from selaras.model.book import Book, Position, Sheet, Value
from selaras.model.row import read_shown
from selaras.model.setting import Setting
from selaras.values.finding import Finding
from selaras.values.rupiah import read_money
from selaras.values.target import is_same_target, read_target

from .document import DocumentCopy, EditableSheet, open_written, parse_address

EDITED_LAYOUTS = ("asli", "titik-4", "sipd-2baris", "tumpuk", "ulang")
TEXTS: tuple[Value, ...] = (
    *(
        "25.OOO.OOO",
        "Rp 1.500.000,-",
        "1,500,000",
        "-",
        "nihil",
        "x",
        "Rincian :",
        "TOTAL",
        "Jumlah",
    ),
    *("2.17.01", "2.17.99.2.01", "X.XX.01", "2.17.1.2.1.1", "9", "2.17.01.2", "O1", " ", "=1+1"),
    *(0.0, -1.0, 1.5, 1e300, float("nan"), float("inf"), 2.1, 12345678.0, True, False),
)

run_settings = settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def check(book: Book) -> tuple[Finding, ...]:
    return check_book(book, Setting()).findings


def assert_cells(book: Book, findings: Sequence[Finding]) -> None:
    """G12: each finding's cell exists, and `actual` is what stands in it."""
    sheets = {sheet.name: sheet for sheet in book.sheets}
    for finding in findings:
        assert finding.code[:3] != "SYS", finding
        assert (finding.sheet is None) == (finding.cell is None)
        for place in finding.related:
            assert place.sheet in sheets
            assert parse_address(place.cell)[0] <= sheets[place.sheet].grid.area.bottom
        if finding.sheet is None or finding.cell is None:
            assert finding.actual is None
            continue
        sheet = sheets[finding.sheet]
        row, column = parse_address(finding.cell)
        assert row <= sheet.grid.area.bottom
        assert column <= sheet.grid.area.right
        holds = read_shown(sheet, row, column)
        reading = read_money(sheet.value(row, column))
        amount = reading.amount if reading else None
        said = finding.actual
        # An amount is said as it was read, a code that is split over cells as a whole.
        same = said == holds or (amount is not None and said == amount)
        same = same or (finding.column == "kode" and said is not None and said == finding.kode)
        same = same or (finding.column == "kode" and str(said).split(" | ")[0] == str(holds))
        same = same or (isinstance(said, str) and _is_same_target(sheet, (row, column), said))
        assert same, (finding.code, finding.cell, said, holds)


def _is_same_target(sheet: Sheet, position: Position, said: str) -> bool:
    """Tell whether a target is said as the sheet shows it: 0,35 as 35%."""
    value = sheet.value(*position)
    shown = "General" if isinstance(value, str) else sheet.style(*position).number_format
    return is_same_target(read_target(value, shown), read_target(said))


def find_order(book: Book, finding: Finding) -> tuple[int, int, int, str]:
    names = [sheet.name for sheet in book.sheets]
    if finding.sheet is None or finding.cell is None:
        return -1, 0, 0, finding.code
    return names.index(finding.sheet), *parse_address(finding.cell), finding.code


def assert_findings_hold(book: Book) -> tuple[Finding, ...]:
    """Assert all that holds of the findings in a workbook."""
    findings = check(book)
    assert_cells(book, findings)
    order = [find_order(book, finding) for finding in findings]
    assert order == sorted(order)
    prints = [finding.fingerprint for finding in findings]
    assert len(set(prints)) == len(prints)
    assert all(finding.cause in prints for finding in findings if finding.cause)
    assert all(finding.cause != finding.fingerprint for finding in findings)
    return findings


@pytest.mark.parametrize("layout", LAYOUTS)
def test_in_every_layout(layout: str) -> None:
    book = open_written(layout).book
    assert assert_findings_hold(book) == assert_findings_hold(book)


def edit_randomly(copy: DocumentCopy, seed: int, count: int) -> None:
    """Edit a copy at random: values, errors, formulas, rows deleted, doubled, swapped."""
    dice = random.Random(seed)
    for _ in range(count):
        sheet = copy.sheets[dice.choice(sorted(copy.sheets))]
        _change_one(dice, sheet, dice.choice(("isi", "isi", "salin", "galat", "rumus", "baris")))


def _change_one(dice: random.Random, sheet: EditableSheet, what: str) -> None:
    index = dice.randrange(len(sheet.rows))
    before, values = sheet.rows[index]
    column = dice.randrange(len(values))
    if what == "isi":
        values[column] = dice.choice((*TEXTS, None, float(dice.randrange(10**10))))
    elif what == "salin":
        other = dice.choice(sheet.rows)[1]
        values[column] = other[column]
    elif before is not None and what in ("galat", "rumus"):
        place = before, column + 1
        values[column] = None
        if what == "galat":
            sheet.errors[place] = dice.choice(("#REF!", "#DIV/0!", "#N/A"))
        else:
            sheet.formulas[place] = "=A1+#REF!"
            sheet.uncalculated.add(place)
    elif dice.random() < 0.4:
        del sheet.rows[index]
    elif dice.random() < 0.5:
        sheet.rows.insert(dice.randrange(len(sheet.rows)), (None, list(values)))
    else:
        other_index = dice.randrange(len(sheet.rows))
        sheet.rows[index], sheet.rows[other_index] = sheet.rows[other_index], sheet.rows[index]


@pytest.mark.parametrize("layout", EDITED_LAYOUTS)
@run_settings
@given(seed=st.integers(0, 2**32), count=st.integers(1, 80))
def test_in_workbooks_edited_at_random(layout: str, seed: int, count: int) -> None:
    copy = DocumentCopy(open_written(layout))
    edit_randomly(copy, seed, count)
    assert_findings_hold(copy.book())


@pytest.mark.parametrize("layout", EDITED_LAYOUTS)
@run_settings
@given(seed=st.integers(0, 2**32), blank=st.integers(1, 5))
def test_fingerprints_survive_rows_inserted_above(layout: str, seed: int, blank: int) -> None:
    copy = DocumentCopy(open_written(layout))
    edit_randomly(copy, seed, 6)
    before = [(f.code, f.fingerprint) for f in check(copy.book())]
    for sheet in copy.sheets.values():
        for _ in range(blank):
            sheet.rows.insert(0, (None, [None] * sheet.width))
    after = [(f.code, f.fingerprint) for f in check(copy.book())]
    assert sorted(after) == sorted(before)


@pytest.mark.parametrize("layout", EDITED_LAYOUTS)
@run_settings
@given(seed=st.integers(0, 2**32))
def test_same_findings_in_the_same_order(layout: str, seed: int) -> None:
    copy = DocumentCopy(open_written(layout))
    edit_randomly(copy, seed, 20)
    assert check(copy.book()) == check(copy.book())
