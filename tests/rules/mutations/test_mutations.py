"""One mistake put into a document without any: its rule names the cell, and nothing else errs.

Each corruption is tried on the whole workbook, in one of the layouts that it names, at a place that
hypothesis draws. What must break with it (a changed kegiatan breaks its own sum, its program's, and
differs from the other table) is stated by the corruption; an error beyond that fails the test. With
SELARAS_MUTASI_TATA=semua each is tried in all its layouts; with SELARAS_MUTASI=25 in all, at so
many places, and the run ends with a count.
"""

from __future__ import annotations

import random
from collections import Counter
from itertools import chain

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from layouts import Place
from rules.document import find_cell
from selaras.engine.run import check_book
from selaras.model.setting import Setting
from selaras.rules import registry
from selaras.values.finding import Finding, Severity

from . import ang, between_tables, counts, isi, jml, kod, lbr, nomenklatur, renstra, rkp, rst, tools
from .tools import CASES, Case, Corruption, Lottery

FAMILIES = (lbr, kod, nomenklatur, jml, ang, isi, rkp, rst, renstra, between_tables)
FEWEST_TRIES = 5

run_settings = settings(
    max_examples=counts.DEEP_RUN_PLACES or 1,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


_FOUND_BEFORE: dict[tuple[object, str, str], tuple[Finding, ...]] = {}


def find_before(case: Case, layout: str, setting: Setting) -> tuple[Finding, ...]:
    """Return what Selaras says before anything is spoilt."""
    key = case.origin, layout, repr(setting)
    if key not in _FOUND_BEFORE:
        _FOUND_BEFORE[key] = check_book(case.origin(layout).book, setting).findings
    return _FOUND_BEFORE[key]


def find_new(case: Case, layout: str, copy: Corruption) -> list[Finding]:
    """Return what Selaras says of the copy and did not say before, wherever rows went."""
    before: Counter[tuple[str, Place]] = Counter()
    for finding in find_before(case, layout, copy.setting):
        try:
            place = copy.copy.find_moved(find_cell(finding)) if finding.cell else find_cell(finding)
        except (KeyError, StopIteration):  # its sheet or row is gone
            continue
        before[finding.code, place] += 1
    now = check_book(copy.copy.book(), copy.setting).findings
    found = []
    for finding in now:
        key = finding.code, find_cell(finding)
        if before[key]:
            before[key] -= 1
        else:
            found.append(finding)
    return found


def draw_layout(case: Case) -> str:
    """Return one of the layouts of a corruption: by its name, so always the same one."""
    return random.Random(f"{case.rule_code}/{case.name}").choice(case.layouts)


@pytest.mark.parametrize(
    ("case", "layout"),
    [
        pytest.param(case, layout, id=f"{case.rule_code}-{case.name}-{layout}")
        for case in CASES
        for layout in (case.layouts if counts.ARE_ALL_LAYOUTS_TRIED else (draw_layout(case),))
    ],
)
def test_the_rule_speaks_at_the_cell_and_nothing_else_errs(case: Case, layout: str) -> None:
    # Drawn inside the test: pytest's thousand parameters on one drawn function would each nest its
    # settings in those of the one before, until Python's stack ends.
    @run_settings
    @given(seed=st.integers(0, 2**32))
    def try_once(seed: int) -> None:
        _try_case(case, layout, seed)

    try_once()


def _try_case(case: Case, layout: str, seed: int) -> None:
    copy = Corruption(case.origin(layout), Lottery(f"{case.rule_code}/{case.name}/{layout}", seed))
    place = case.change(copy)
    found = find_new(case, layout, copy)
    hit = any(
        (f.code, find_cell(f)) == (case.rule_code, place) and copy.missing_table in (None, f.table)
        for f in found
    )
    stated = {*copy.effects, (case.rule_code, place)}
    unstated = [
        f for f in found if f.severity is Severity.ERROR and (f.code, find_cell(f)) not in stated
    ]
    counts.count_try(case.rule_code, found=hit, unstated=len(unstated))
    told = [(f.code, *find_cell(f), str(f.severity), f.message.id) for f in found]
    assert hit, (case.rule_code, place, told)
    assert [(f.code, *find_cell(f), f.message.id) for f in unstated] == []


def test_every_rule_has_its_corruptions() -> None:
    """At least five for each rule but those of the run itself, which no workbook holds."""
    entered = Counter(case.rule_code for case in CASES)
    few = {
        code: entered[code]
        for code, rule in registry().items()
        if rule.scope != "run" and entered[code] < FEWEST_TRIES
    }
    assert few == {}


def test_the_families_hold_their_own_rules() -> None:
    assert len(FAMILIES) == len({family.__name__ for family in FAMILIES})
    assert len({(case.rule_code, case.name) for case in CASES}) == len(CASES)


def test_a_plain_run_visits_every_layout() -> None:
    named = set(chain.from_iterable(case.layouts for case in CASES))
    assert {draw_layout(case) for case in CASES} == named


def test_none_is_a_variant_like_others(monkeypatch: pytest.MonkeyPatch) -> None:
    entered: list[Case] = []
    monkeypatch.setattr(tools, "CASES", entered)
    given: list[object] = []

    @tools.corrupt("JML001", ("asli",), variants=(None, "-"))
    def spoil(_: Corruption, blank: object) -> Place:
        given.append(blank)
        return Place("", "")

    for case in entered:
        case.change(Corruption(case.origin("asli"), Lottery(case.name, 0)))
    assert [case.name for case in entered] == ["spoil[None]", "spoil[-]"]
    assert given == [None, "-"]


@pytest.mark.parametrize("layout", renstra.LAYOUT_NAMES)
def test_the_document_of_the_renstra_is_good(layout: str) -> None:
    """Two tables are not part of it, and n+1 leaps where the Renja's does."""
    findings = check_book(renstra.load_origin(layout).book, Setting()).findings
    assert Counter(f.code for f in findings) == {"LBR001": 2, "IND005": 8}
