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
from selaras.model.row import tampil
from selaras.model.setting import Setting
from selaras.values.finding import Finding
from selaras.values.rupiah import baca_uang
from selaras.values.target import baca_sasaran, sama

from .document import Lembar, Salinan, posisi, tertulis

ACAK = ("asli", "titik-4", "sipd-2baris", "tumpuk", "ulang")
TEKS: tuple[Value, ...] = (
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

sifat = settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def periksa(book: Book) -> tuple[Finding, ...]:
    return check_book(book, Setting()).findings


def sel_benar(book: Book, findings: Sequence[Finding]) -> None:
    """G12: each finding's cell exists, and `actual` is what stands in it."""
    sheets = {sheet.name: sheet for sheet in book.sheets}
    for finding in findings:
        assert finding.code[:3] != "SYS", finding
        assert (finding.sheet is None) == (finding.cell is None)
        for place in finding.related:
            assert place.sheet in sheets
            assert posisi(place.cell)[0] <= sheets[place.sheet].grid.area.bottom
        if finding.sheet is None or finding.cell is None:
            assert finding.actual is None
            continue
        sheet = sheets[finding.sheet]
        row, column = posisi(finding.cell)
        assert row <= sheet.grid.area.bottom
        assert column <= sheet.grid.area.right
        holds = tampil(sheet, row, column)
        baca = baca_uang(sheet.value(row, column))
        amount = baca.jumlah if baca else None
        said = finding.actual
        # An amount is said as it was read, a code that is split over cells as a whole.
        same = said == holds or (amount is not None and said == amount)
        same = same or (finding.column == "kode" and said is not None and said == finding.kode)
        same = same or (finding.column == "kode" and str(said).split(" | ")[0] == str(holds))
        same = same or (isinstance(said, str) and _target_sama(sheet, (row, column), said))
        assert same, (finding.code, finding.cell, said, holds)


def _target_sama(sheet: Sheet, position: Position, said: str) -> bool:
    """Tell whether a target is said as the sheet shows it: 0,35 as 35%."""
    value = sheet.value(*position)
    shown = "General" if isinstance(value, str) else sheet.style(*position).number_format
    return sama(baca_sasaran(value, shown), baca_sasaran(said))


def urutan(book: Book, finding: Finding) -> tuple[int, int, int, str]:
    names = [sheet.name for sheet in book.sheets]
    if finding.sheet is None or finding.cell is None:
        return -1, 0, 0, finding.code
    return names.index(finding.sheet), *posisi(finding.cell), finding.code


def tegakkan(book: Book) -> tuple[Finding, ...]:
    """Assert all that holds of the findings in a workbook."""
    findings = periksa(book)
    sel_benar(book, findings)
    order = [urutan(book, finding) for finding in findings]
    assert order == sorted(order)
    prints = [finding.fingerprint for finding in findings]
    assert len(set(prints)) == len(prints)
    assert all(finding.cause in prints for finding in findings if finding.cause)
    assert all(finding.cause != finding.fingerprint for finding in findings)
    return findings


@pytest.mark.parametrize("layout", LAYOUTS)
def test_in_every_layout(layout: str) -> None:
    book = tertulis(layout).book
    assert tegakkan(book) == tegakkan(book)


def rusak(copy: Salinan, seed: int, count: int) -> None:
    """Edit a copy at random: values, errors, formulas, rows deleted, doubled, swapped."""
    dice = random.Random(seed)
    for _ in range(count):
        sheet = copy.sheets[dice.choice(sorted(copy.sheets))]
        _satu(dice, sheet, dice.choice(("isi", "isi", "salin", "galat", "rumus", "baris")))


def _satu(dice: random.Random, sheet: Lembar, what: str) -> None:
    index = dice.randrange(len(sheet.rows))
    before, values = sheet.rows[index]
    column = dice.randrange(len(values))
    if what == "isi":
        values[column] = dice.choice((*TEKS, None, float(dice.randrange(10**10))))
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


@pytest.mark.parametrize("layout", ACAK)
@sifat
@given(seed=st.integers(0, 2**32), count=st.integers(1, 80))
def test_in_workbooks_edited_at_random(layout: str, seed: int, count: int) -> None:
    copy = Salinan(tertulis(layout))
    rusak(copy, seed, count)
    tegakkan(copy.book())


@pytest.mark.parametrize("layout", ACAK)
@sifat
@given(seed=st.integers(0, 2**32), blank=st.integers(1, 5))
def test_fingerprints_survive_rows_inserted_above(layout: str, seed: int, blank: int) -> None:
    copy = Salinan(tertulis(layout))
    rusak(copy, seed, 6)
    before = [(f.code, f.fingerprint) for f in periksa(copy.book())]
    for sheet in copy.sheets.values():
        for _ in range(blank):
            sheet.rows.insert(0, (None, [None] * sheet.width))
    after = [(f.code, f.fingerprint) for f in periksa(copy.book())]
    assert sorted(after) == sorted(before)


@pytest.mark.parametrize("layout", ACAK)
@sifat
@given(seed=st.integers(0, 2**32))
def test_same_findings_in_the_same_order(layout: str, seed: int) -> None:
    copy = Salinan(tertulis(layout))
    rusak(copy, seed, 20)
    assert periksa(copy.book()) == periksa(copy.book())
