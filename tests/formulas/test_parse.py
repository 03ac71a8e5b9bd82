"""The form of a sum is read from the text of a formula, or the formula is none."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest

from selaras.formulas import SumForm, Term
from selaras.formulas.parse import read_form
from selaras.formulas.tokens import LONGEST_FORMULA
from selaras.values.a1 import MAX_ROW, address


def write_term(one: Term) -> str:
    """Write a term as "-2*'Lain'!K8:K15 sel"."""
    area = one.area
    last = "*" if area.bottom == MAX_ROW else address(area.bottom, area.right)
    first = address(area.top, area.left)
    text = first if first == last else f"{first}:{last}"
    sheet = f"'{one.sheet}'!" if one.sheet is not None else ""
    times = "" if one.times == 1 else f"{one.times}*"
    kind = "" if one.way == "rentang" else f" {one.way}"
    return f"{times}{sheet}{text}{kind}"


def write_form(read: SumForm | None) -> str | None:
    """Write a form: its terms, its constant, its factors."""
    if read is None:
        return None
    parts = [write_term(one) for one in read.terms]
    parts += [f"{read.constant:+f}"] if read.constant else []
    return "; ".join([*parts, *read.factors])


READABLE = {
    "=SUM(K8:K15)": "K8:K15",
    "=SUM(K15:K8)": "K8:K15",
    "=sum($K$8:$K$15)": "K8:K15",
    "=SUM(K8,K12,K20:K22)": "K8; K12; K20:K22",
    "=SUM((K8,K12:K14),K20)": "K8; K12:K14; K20",
    "=SUM(K8,,K9)": "K8; K9",
    "=SUM()": "",
    "=SUM(K8:L15)": "K8:L15",
    "=SUM(K:K)": "K1:*",
    "=SUM($K:$L)": "K1:*",
    "=K7+K12+K20": "K7 sel; K12 sel; K20 sel",
    "=+K7+$K$12": "K7 sel; K12 sel",
    "= K7 + K12 ": "K7 sel; K12 sel",
    "=K7-K12": "K7 sel; -1*K12 sel",
    "=-(K7-K12)": "-1*K7 sel; K12 sel",
    "=--K7": "K7 sel",
    "=(K7)": "K7 sel",
    "=SUM(K8:K20)-SUM(K10:K12)": "K8:K20; -1*K10:K12",
    "=SUM(K7+K8,SUM(K9:K10))": "K7 sel; K8 sel; K9:K10",
    "='T-C.33'!K7": "'T-C.33'!K7 sel",
    "='Renja ''24'!K7+K8": "'Renja '24'!K7 sel; K8 sel",
    "=Lain!K7": "'Lain'!K7 sel",
    "=SUM('T-C.33'!$K$8:$K$15)": "'T-C.33'!K8:K15",
    "=SUBTOTAL(9,K8:K15)": "K8:K15 subtotal",
    "=SUBTOTAL(109,K8:K15,K20)": "K8:K15 subtotal_tampak; K20 subtotal_tampak",
    "=K7+K12+500000": "K7 sel; K12 sel; +500000",
    "=SUM(K8:K9,500000)-250000.5": "K8:K9; +249999.5",
    "=SUM(K8:K15)/13": "K8:K15; /13",
    "=SUM(K8:K15)*1.1": "K8:K15; *1.1",
    "=1.1*SUM(K8:K15)": "K8:K15; *1.1",
    "=10%*K7": "K7 sel; *0.1",
    "=SUM(K8:K15)*100%": "K8:K15",
    "=ROUND(SUM(K8:K15)/1000,0)*1000": "K8:K15",
    "=ROUND(SUM(K8:K15),-3)": "K8:K15",
    "=ROUNDUP(K7+K8,0)": "K7 sel; K8 sel",
    "=IFERROR(SUM(K8:K15),0)": "K8:K15",
    '=IFERROR(SUM(K8:K15),"")': "K8:K15",
    "=IF(ISERROR(SUM(K8:K15)),0,SUM(K8:K15))": "K8:K15",
    '=IF(SUM(K8:K15)=0,"-",SUM(K8:K15))': "K8:K15",
    "=IF(K7>0,K7,0)": "K7 sel",
    "=N(K7)+VALUE(K8)": "K7 sel; K8 sel",
    "=5*100000": "+500000",
    "=2E3": "+2000",
    "=.5": "+0.5",
}

UNREADABLE = [
    "",
    "=",
    "=K7*K8",
    "=K7/K8",
    "=5/K7",
    "=K7/0",
    "=K7^2",
    "=K7&K8",
    "=K7=K8",
    "=SUM(K8:K15",
    "=SUM(K8:K15))",
    "=K8:K15",
    "=K8:K15+1",
    "=SUM(K8:K15 K10)",
    "=SUM(K8:INDEX(K:K,9))",
    "=SUM(8:15)",
    "=SUM(Data)",
    "=SUM(Tabel1[Pagu])",
    "=#REF!+K7",
    "=SUM(#REF!,K7)",
    "=[1]Lain!K7",
    "='[Buku.xlsx]Lain'!K7",
    "=SUM(Satu:Tiga!K7)",
    "='Satu:Tiga'!K7",
    "=OFFSET(K7,1,0)",
    '=INDIRECT("K7")',
    "=AVERAGE(K8:K15)",
    "=SUMPRODUCT((A8:A9=A7)*K8:K9)",
    "=SUBTOTAL(1,K8:K15)",
    "=SUBTOTAL(9,K8+K9)",
    "=SUBTOTAL(K1,K8:K9)",
    "=VLOOKUP(A7,A:K,11,0)",
    "=IF(A7=1,K7,K8)",
    "=IF(K7=0,5,K7)",
    "=IFERROR(K7,5)",
    "=IFERROR(K7,K8)",
    "=SUM({1,2})",
    '="teks"',
    '=SUM("5")',
    "=XFE1",
    "=K1048577",
    "=SUM(XFE1:XFE2)",
    "=LOG10(K7)",
    "=ABCD1",
    "=K07",
    "=1E99*1E99*1E99*1E99",
    "=" + "1" * 50,
    "=SUMIF(A1:A9,K7>5,K1:K9)",
    "=SUMIF(5,1,K1:K9)",
    "=SUMIFS(K1:K9)",
    "=SUMIF(A1:A9,A1:A2,K1:K9)",
]


@pytest.mark.parametrize("formula", READABLE)
def test_read(formula: str) -> None:
    assert write_form(read_form(formula)) == READABLE[formula]


@pytest.mark.parametrize("formula", UNREADABLE)
def test_not_read(formula: str) -> None:
    assert read_form(formula) is None


def test_sumif_takes_the_shape_of_the_range_that_is_looked_at() -> None:
    read = read_form('=SUMIF($A$8:$A$20,A7&".*",K8)')
    assert read is not None
    (one,) = read.terms
    assert write_term(one) == "K8:K20"
    assert one.conditions[0].criterion[1] == ".*"


@pytest.mark.parametrize(
    ("formula", "reference", "sum_"),
    [
        ("=K7", True, False),
        ("=+('Lain'!K7)", True, False),
        ("=SUM(K7)", False, True),
        ("=K7+K8", False, True),
        ("=K7+1", False, True),
        ("=-K7", False, True),
        ("=K7*2", True, False),
        ("=5", False, False),
        ("=SUM(K7:K8)/2", False, False),
    ],
)
def test_reference_or_sum(formula: str, reference: bool, sum_: bool) -> None:
    read = read_form(formula)
    assert read is not None
    assert (read.is_reference, read.is_sum) == (reference, sum_)


def test_constants_are_exact() -> None:
    read = read_form("=K7+0.1+0.2")
    assert read is not None
    assert read.constant == Decimal("0.3")


@pytest.mark.parametrize(
    "formula",
    [
        "=" + "(" * 5000 + "K7" + ")" * 5000,
        "=" + "SUM(" * 2000 + "K7" + ")" * 2000,
        "=" + "-" * 8000 + "K7",
        "=K7" + "*2" * 4000,
        "=" + "+".join(["K7"] * 2700),
        "=SUM(" + ",".join(["K7"] * 2700) + ")",
        "=" + "IF(ISERROR(K7),0," * 400 + "K7" + ")" * 400,
        "=SUM(" + "K7" + ")" * 8000,
        "='" + "''" * 4000,
        '="' + '""' * 4000,
        "=" + "A" * 8000,
        "=" + "1" * 8000,
        "=" + "K7" * (LONGEST_FORMULA // 2 + 1),
    ],
)
def test_hostile_text_is_soon_done_with(formula: str) -> None:
    read_form.cache_clear()
    start = time.process_time()
    read_form(formula)
    assert time.process_time() - start < 0.5
