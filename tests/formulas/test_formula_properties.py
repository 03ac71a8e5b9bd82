"""What holds for any formula: its cells add up to its value, moving moves them, nothing raises."""

from __future__ import annotations

import fnmatch
import re
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.formulas import BacaRumus, PembacaRumus
from selaras.formulas.criteria import Kriteria
from selaras.formulas.parse import baca_bentuk
from selaras.formulas.plain import bentuk_lugas
from selaras.intake.shared_formula import SharedFormula
from selaras.model.book import DenseGrid, Sheet
from selaras.values.a1 import address

BARIS, KOLOM = 9, 4
sifat = settings(max_examples=150, deadline=None, derandomize=True, database=None)


class Ungkapan(NamedTuple):
    """A formula as text, and its value worked out beside it."""

    teks: str
    nilai: int


def nilai(sheet: int, row: int, column: int) -> int:
    """Return what a cell holds: all cells of both sheets differ."""
    return (1 << (row * KOLOM + column)) + sheet


def lembar(name: str, number: int) -> Sheet:
    rows = [
        [float(nilai(number, row, column)) for column in range(1, KOLOM + 1)]
        for row in range(1, BARIS + 1)
    ]
    return Sheet(name, DenseGrid(rows))


SHEETS = ("Ini", "Lain's")
INI, LAIN = lembar("Ini", 0), lembar("Lain's", 1)
awalan = st.sampled_from([("", 0), ("Ini!", 0), ("'ini'!", 0), ("'Lain''s'!", 1)])
posisi = st.tuples(st.integers(1, BARIS), st.integers(1, KOLOM))


@st.composite
def alamat(draw: st.DrawFn, place: tuple[int, int]) -> str:
    letters = address(1, place[1])[:-1]
    dollars = draw(st.tuples(st.sampled_from(["", "$"]), st.sampled_from(["", "$"])))
    return f"{dollars[0]}{letters}{dollars[1]}{place[0]}"


@st.composite
def sel(draw: st.DrawFn) -> Ungkapan:
    prefix, sheet = draw(awalan)
    place = draw(posisi)
    return Ungkapan(prefix + draw(alamat(place)), nilai(sheet, *place))


@st.composite
def rentang(draw: st.DrawFn) -> Ungkapan:
    prefix, sheet = draw(awalan)
    one, other = draw(posisi), draw(posisi)
    rows = range(min(one[0], other[0]), max(one[0], other[0]) + 1)
    columns = range(min(one[1], other[1]), max(one[1], other[1]) + 1)
    total = sum(nilai(sheet, row, column) for row in rows for column in columns)
    return Ungkapan(f"{prefix}{draw(alamat(one))}:{draw(alamat(other))}", total)


def ungkapan() -> st.SearchStrategy[Ungkapan]:
    constants = st.integers(0, 10**6).map(lambda number: Ungkapan(str(number), number))
    return st.recursive(st.one_of(sel(), sel(), constants), _lebih_besar, max_leaves=12)


def _lebih_besar(inner: st.SearchStrategy[Ungkapan]) -> st.SearchStrategy[Ungkapan]:
    pair = st.tuples(inner, inner)
    arguments = st.lists(st.one_of(inner, rentang()), min_size=1, max_size=4)
    wrapped = st.sampled_from(
        (
            *("({})", "+{}", " {} ", "ROUND({},0)", "IFERROR({},0)", 'IFERROR({},"")', "N({})"),
            *("IF(ISERROR({0}),0,{0})", "(({}))*1", "{}*100%", "SUM({})"),
        )
    )
    return st.one_of(
        pair.map(lambda p: Ungkapan(f"{p[0].teks}+{p[1].teks}", p[0].nilai + p[1].nilai)),
        pair.map(lambda p: Ungkapan(f"{p[0].teks}-({p[1].teks})", p[0].nilai - p[1].nilai)),
        inner.map(lambda one: Ungkapan(f"-({one.teks})", -one.nilai)),
        arguments.map(
            lambda parts: Ungkapan(
                f"SUM({','.join(p.teks for p in parts)})", sum(p.nilai for p in parts)
            )
        ),
        st.tuples(wrapped, inner).map(
            lambda both: Ungkapan(both[0].format(f"({both[1].teks})"), both[1].nilai)
        ),
    )


def jumlah(read: BacaRumus) -> int:
    """Add up the cells that a formula was read as."""
    total = sum(times * nilai(0, *place) for place, times in read.sel.items())
    for suku in read.lain:
        assert suku.lembar == "Lain's"
        area = suku.area
        for row in range(area.top, area.bottom + 1):
            for column in range(area.left, area.right + 1):
                total += suku.kali * nilai(1, row, column)
    return total + int(read.tetap)


@sifat
@given(ungkapan())
def test_the_cells_add_up_to_the_value(one: Ungkapan) -> None:
    read = PembacaRumus(INI).read(f"={one.teks}")
    assert read is not None
    assert not read.faktor
    assert jumlah(read) == one.nilai


@sifat
@given(ungkapan(), st.integers(0, 5000), st.integers(0, 500))
def test_a_moved_formula_adds_the_moved_cells(one: Ungkapan, down: int, right: int) -> None:
    formula = one.teks.replace("$", "")
    moved = SharedFormula(formula, 1, 1).at(1 + down, 1 + right)
    before, after = baca_bentuk(f"={formula}"), baca_bentuk(f"={moved}")
    assert before is not None
    assert after is not None
    assert after.tetap == before.tetap
    for old, new in zip(before.suku, after.suku, strict=True):
        top, left, bottom, right_edge = old.area
        assert new.area == (top + down, left + right, bottom + down, right_edge + right)
        assert new._replace(area=old.area) == old


LUGAS = st.one_of(
    st.tuples(posisi, posisi).map(
        lambda p: f"=SUM({address(*min(p))}:{address(max(p)[0], max(p[0][1], p[1][1]))})"
    ),
    st.lists(posisi, min_size=1, max_size=9).map(
        lambda places: "=" + "+".join(address(*place) for place in places)
    ),
)


@sifat
@given(LUGAS)
def test_the_fast_way_reads_what_the_long_way_reads(formula: str) -> None:
    quick = bentuk_lugas(formula)
    assert quick is None or quick == baca_bentuk(formula + " ")


POTONGAN = st.sampled_from(
    (
        *"=+-*/(),:;!$%&<>{}[]'\"#@^~. 0179AKZ",
        *("SUM(", "SUBTOTAL(9,", "SUMIF(", "IF(", "IFERROR(", "ROUND(", "K8", "K8:K15", "$K:$K"),
        *("'T-C.33'!", "#REF!", "XFD1048576", "1E9", '"a*"'),
    )
)


@sifat
@given(st.one_of(st.text(), st.lists(POTONGAN, max_size=25).map("".join)))
def test_no_text_raises(text: str) -> None:
    for formula in (text, "=" + text):
        PembacaRumus(INI).read(formula)


@sifat
@given(st.text("ab*?", min_size=1, max_size=9), st.text("ab", max_size=9))
def test_wildcards_mean_what_they_mean_elsewhere(pattern: str, text: str) -> None:
    expected = re.fullmatch(fnmatch.translate(pattern), text) is not None
    assert Kriteria(pattern).cocok(text) == expected
