"""RKP004: T-C.31 asks for another amount than the plan of the Renja holds."""

from __future__ import annotations

from selaras.compare.cells import build_amount_finding, compare_amounts
from selaras.compare.plan import PlanMatch, find_plan
from selaras.compare.review import RENJA, find_reviews
from selaras.compare.shifted import ShiftPair, gather_shifted
from selaras.reckon.sum_words import advise_same_amount, list_sum_cells, name_pagu
from selaras.rule import EMPTY, Finding, Findings, Severity, Silent, Speaks, Text, book_rule
from selaras.rule.seen import PLAN_TABLES, Work


@book_rule(
    "RKP004",
    "beda-tc33",
    Severity.ERROR,
    needs=("uang", "program-disebut"),
    basis="planning",
    needs_tables=(("T-C.31",), PLAN_TABLES),
    english="""The funds needed in T-C.31 are the amounts of the plan (T-C.33, or the SIPD form).

    Why: the plan is the outcome of the review. Where the two differ, nobody can tell which amount
    the OPD asks for. Where the amounts moved by a row, or are those of another column, one finding
    says so.

    Fix: see which of the two is the amount last agreed, and mend the other. A match by likeness of
    names, not by the same name or code, is only a warning.
    """,
)
def check_tc33_differences(work: Work) -> Findings:
    """Kebutuhan dana di T-C.31 sama dengan pagu di T-C.33 (atau bentuk SIPD).

    Mengapa: T-C.33 adalah hasil reviu T-C.31. Bila keduanya berbeda, tidak jelas jumlah mana yang
    diusulkan perangkat daerah. Bila angkanya bergeser satu baris atau berasal dari kolom lain, satu
    temuan menyebutnya.

    Perbaikan: pastikan angka mana yang terakhir disepakati, lalu betulkan yang lain. Padanan yang
    hanya mirip namanya, tidak sama nama atau kodenya, cukup menjadi peringatan.
    """
    plan = find_plan(work)
    if plan is None:
        return
    for review in find_reviews(work):
        matches = [one for one in plan.match_proposals(review.renja, review) if not one.has_twin]
        found = {one.proposal.row: told for one in matches if (told := _check(one))}
        pairs = [ShiftPair(one.proposal.row, RENJA.money_key, one.row, "pagu") for one in matches]
        yield from gather_shifted(found, pairs)


def _check(match: PlanMatch) -> Finding | None:
    row, plan = match.proposal.row, match.row
    found = compare_amounts(row, RENJA.money_key, plan, "pagu", from_below=True)
    if found is None:
        return None
    likeness = int(match.score * 100)
    like = Text(
        f" (dicocokkan menurut kemiripan nama {likeness}%)",
        f" (matched by a likeness of names of {likeness}%)",
    )
    like = like if match.score < 1.0 else EMPTY
    table = plan.table.name
    places = list_sum_cells(plan, "pagu")
    finding = build_amount_finding(
        row,
        RENJA.money_key,
        found,
        told=match.proposal.need + Text(" tertulis", " are"),
        other=name_pagu(plan) + Text(f" di {table}", f" {table} is"),
        tail=like,
        advice=advise_same_amount(
            list_sum_cells(row, RENJA.money_key), places, Text("yang disepakati", "that was agreed")
        ),
        related=places,
    )
    return finding if match.is_certain else finding._replace(own_severity=Severity.WARNING)


_TC31 = "== T-C.31\nno|rkpd_nama|rkpd_pagu|nama|kebutuhan_dana|catatan\n"
_TC33 = "\n== T-C.33\nkode|nama|pagu\n"
EXAMPLES = (
    # A plan without forward estimate is all the plan that the workbook has.
    Speaks(
        "== T-C.31\nno|rkpd_nama|rkpd_pagu|nama|kebutuhan_dana|catatan\n"
        "1|Program Jalan|300|Program Jalan|310|\n== Tabel 4.1\nkode|nama|pagu\n"
        "1.03.10|Program Jalan|300",
        "E2 expected=300 actual=310",
    ),
    Silent(_TC31 + "1|Program Jalan|300|PROGRAM JALAN|300|" + _TC33 + "1.03.10|Program Jalan|300"),
    # Nothing in T-C.33 says how much.
    Silent(_TC31 + "1|Program Jalan|300|Program Jalan|300|" + _TC33 + "1.03.10|Program Jalan|"),
    Speaks(
        _TC31
        + "1|Program Jalan|300|Program Jalan|290|\n2|Program Air|50|Program Air|50|"
        + _TC33
        + "1.03.03|Program Air|50\n1.03.10|Program Jalan|300",
        "E2 expected=300 actual=290",
    ),
)
