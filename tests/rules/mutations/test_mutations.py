"""One mistake put into a document without any: its rule names the cell, and nothing else errs.

Each corruption is tried in several layouts at places that hypothesis draws, on the whole workbook.
What must break with it (a changed kegiatan breaks its own sum, its program's, and differs from the
other table) is stated by the corruption; an error beyond that fails the test. With
SELARAS_MUTASI=25 each is tried at so many places, and the run ends with a count.
"""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from layouts import Place
from rules.document import sel
from selaras.engine.run import check_book
from selaras.model.setting import Setting
from selaras.rules import registry
from selaras.values.finding import Finding, Severity

from . import ang, between_tables, counts, isi, jml, kod, lbr, nomenklatur, renstra, rkp, rst
from .tools import KASUS, Kasus, Kerusakan, Undian

FAMILIES = (lbr, kod, nomenklatur, jml, ang, isi, rkp, rst, renstra, between_tables)
TERSEDIKIT = 5

profil = settings(
    max_examples=counts.DALAM or 1,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


_SEMULA: dict[tuple[object, str, str], tuple[Finding, ...]] = {}


def semula(kasus: Kasus, layout: str, setting: Setting) -> tuple[Finding, ...]:
    """Return what Selaras says before anything is spoilt."""
    key = kasus.asal, layout, repr(setting)
    if key not in _SEMULA:
        _SEMULA[key] = check_book(kasus.asal(layout).book, setting).findings
    return _SEMULA[key]


def baru(kasus: Kasus, layout: str, copy: Kerusakan) -> list[Finding]:
    """Return what Selaras says of the copy and did not say before, wherever rows went."""
    before: Counter[tuple[str, Place]] = Counter()
    for finding in semula(kasus, layout, copy.setting):
        try:
            place = copy.salinan.alamat(sel(finding)) if finding.cell else sel(finding)
        except (KeyError, StopIteration):  # its sheet or row is gone
            continue
        before[finding.code, place] += 1
    now = check_book(copy.salinan.book(), copy.setting).findings
    found = []
    for finding in now:
        key = finding.code, sel(finding)
        if before[key]:
            before[key] -= 1
        else:
            found.append(finding)
    return found


@pytest.mark.parametrize(
    ("kasus", "layout"),
    [
        pytest.param(kasus, layout, id=f"{kasus.aturan}-{kasus.nama}-{layout}")
        for kasus in KASUS
        for layout in kasus.layouts
    ],
)
def test_the_rule_speaks_at_the_cell_and_nothing_else_errs(kasus: Kasus, layout: str) -> None:
    # Drawn inside the test: pytest's thousand parameters on one drawn function would each nest its
    # settings in those of the one before, until Python's stack ends.
    @profil
    @given(seed=st.integers(0, 2**32))
    def coba(seed: int) -> None:
        _coba(kasus, layout, seed)

    coba()


def _coba(kasus: Kasus, layout: str, seed: int) -> None:
    copy = Kerusakan(kasus.asal(layout), Undian(f"{kasus.aturan}/{kasus.nama}/{layout}", seed))
    place = kasus.change(copy)
    found = baru(kasus, layout, copy)
    hit = any(
        (f.code, sel(f)) == (kasus.aturan, place) and copy.tabel_hilang in (None, f.table)
        for f in found
    )
    stated = {*copy.akibat, (kasus.aturan, place)}
    unstated = [f for f in found if f.severity is Severity.ERROR and (f.code, sel(f)) not in stated]
    counts.catat(kasus.aturan, found=hit, unstated=len(unstated))
    told = [(f.code, *sel(f), str(f.severity), f.message.id) for f in found]
    assert hit, (kasus.aturan, place, told)
    assert [(f.code, *sel(f), f.message.id) for f in unstated] == []


def test_every_rule_has_its_corruptions() -> None:
    """At least five for each rule but those of the run itself, which no workbook holds."""
    counts = Counter(kasus.aturan for kasus in KASUS)
    few = {
        code: counts[code]
        for code, rule in registry().items()
        if rule.scope != "run" and counts[code] < TERSEDIKIT
    }
    assert few == {}


def test_the_families_hold_their_own_rules() -> None:
    assert len(FAMILIES) == len({family.__name__ for family in FAMILIES})
    assert len({(kasus.aturan, kasus.nama) for kasus in KASUS}) == len(KASUS)


@pytest.mark.parametrize("layout", renstra.TATA)
def test_the_document_of_the_renstra_is_good(layout: str) -> None:
    """Two tables are not part of it, and n+1 leaps where the Renja's does."""
    findings = check_book(renstra.asal(layout).book, Setting()).findings
    assert Counter(f.code for f in findings) == {"LBR001": 2, "IND005": 8}
