"""The corrected copy of the example: no error in any layout, and every remark that remains named.

What remains is no mistake that the document or its sources could tell how to mend.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from layouts import LAYOUTS, Place
from selaras import check
from selaras.engine.run import check_book
from selaras.model.setting import Setting
from selaras.values.finding import Severity

from .document import WrittenDocument, find_cell, open_corrected, read_kode, read_number

CORRECTED = Path(__file__).resolve().parents[2] / "examples" / "renja-mojokerto-2024-benar.xlsx"
E, W, I = Severity.ERROR, Severity.WARNING, Severity.INFO  # noqa: E741

#: Rule, severity and cell.
RemainingFinding = tuple[str, Severity, Place]


def list_lost_tc29_rows(origin: WrittenDocument) -> Iterator[RemainingFinding]:
    """The scan lost eleven rows of T-C.29: what the Renstra sets for them is not known."""
    known = {read_kode(row) for row in origin.document.tables["T-C.29"].rows}
    if not origin.name.startswith("sipd"):
        known.add((2, 17, 1, 2, 5, 10))  # its note says that it is new; the SIPD form has no notes
    for row in origin.document.tables["T-C.33"].rows:
        code = read_kode(row)
        above = code[: {6: 5, 5: 3}.get(len(code), 0)]
        if code and code not in known and above in known:  # what is below a lost row is not told
            yield "RST008", W, origin.find_place("T-C.33", row.index, "kode")


def list_jumps(origin: WrittenDocument) -> Iterator[RemainingFinding]:
    """n+1 is more than half off n at the same target: the region's own choice, to be explained."""
    for code in (
        *("2.17.01.2.01.01", "2.17.01.2.01.07", "2.17.01.2.09.09", "2.17.03.2.01.01"),
        *("2.17.06.2.01.01", "2.17.07.2.01.01", "2.17.07.2.01.02", "2.17.07.2.01.05"),
    ):
        yield (
            "IND005",
            W,
            origin.find_place("T-C.33", origin.find_row("T-C.33", code).index, "pagu_maju"),
        )


def list_above_rkpd_pagu(origin: WrittenDocument) -> Iterator[RemainingFinding]:
    """DID and DAK came on top of the RKPD's pagu: the notes say so, and the need stays above."""
    for row in origin.document.tables["T-C.31"].rows:
        need, pagu = row.values["kebutuhan_dana"], row.values["rkpd_pagu"]
        assert isinstance(need, int)
        assert isinstance(pagu, int)
        if need > pagu:
            yield "RKP002", W, origin.find_place("T-C.31", row.index, "kebutuhan_dana")


def list_overtaken_targets(origin: WrittenDocument) -> Iterator[RemainingFinding]:
    """Growing Renstra targets that 2022 has overtaken: true, and worth a look."""
    for row in origin.document.tables["T-C.30"].rows:
        first, reached = read_number(row.values["target_2"]), read_number(row.values["realisasi_2"])
        for key in ("target_3", "target_4"):
            target = read_number(row.values[key])
            if reached and first and target and first < target < reached:
                yield "RST011", I, origin.find_place("T-C.30", row.index, key)


def list_other_measures(origin: WrittenDocument) -> Iterator[RemainingFinding]:
    """What was reached in earlier years is in units of its own: nobody knows it in the others."""
    for code in ("2.17.01.2.09.10", "2.17.04.2.01.01"):
        row = origin.find_row("T-C.29", code)
        yield "IND003", W, origin.find_place("T-C.29", row.index, "realisasi_lalu")


REMAINING: tuple[tuple[Callable[[WrittenDocument], Iterator[RemainingFinding]], int], ...] = (
    (list_lost_tc29_rows, 11),
    (list_jumps, 8),
    (list_above_rkpd_pagu, 3),
    (list_overtaken_targets, 8),
    (list_other_measures, 2),
)


def test_what_remains_is_this_much() -> None:
    counts = {rest: len(list(rest(open_corrected("asli")))) for rest, _ in REMAINING}
    assert counts == dict(REMAINING)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_nothing_is_said_but_what_remains(layout: str) -> None:
    origin = open_corrected(layout)
    known = Counter(one for rest, _ in REMAINING for one in rest(origin))
    findings = check_book(origin.book, Setting()).findings
    found = Counter((f.code, f.severity, find_cell(f)) for f in findings)
    if layout == "teks":  # every amount is text there
        found = Counter({one: n for one, n in found.items() if one[0] != "ANG001"})
    assert found == known
    assert E not in {f.severity for f in findings}


def test_the_committed_copy_says_the_same() -> None:
    (report,) = check(CORRECTED).workbooks
    assert report.status == "checked"
    assert report.findings == check_book(open_corrected("asli").book, Setting()).findings
    assert report.skipped_sheets == ()


def test_it_still_adds_up_to_the_same_plan() -> None:
    """Corrections change no amount of the plan year, and n+1 by what was supplied."""
    total = open_corrected("asli").document.tables["T-C.33"].rows[-1]
    assert total.values["pagu"] == 8_886_334_700
    assert Decimal(str(total.values["pagu_maju"])) - 8_963_624_401 == 27_500_000
