"""RKP006: the total of T-C.31 is not the total of the plan."""

from __future__ import annotations

from selaras.compare.cells import (
    AmountMismatch,
    build_amount_finding,
    find_main_plan,
)
from selaras.compare.plan_total import compare_totals
from selaras.compare.review import RENJA
from selaras.rule import Finding, Findings, Place, Severity, Silent, Speaks, Text, book_rule
from selaras.rule.seen import PLAN_TABLES, Row, Work


@book_rule(
    "RKP006",
    "total-beda",
    Severity.ERROR,
    needs=("total",),
    basis="planning",
    needs_tables=(("T-C.31",), PLAN_TABLES),
    english="""The funds needed in total, in T-C.31, are the total of the plan (T-C.33 or SIPD).

    Why: both totals say how much the OPD asks for in the year; Bappeda compares them first.

    Fix: look for the program that differs (RKP004) or is missing (RKP001); if none does, one of the
    totals does not add up (JML004).
    """,
)
def check_total_differences(work: Work) -> Findings:
    """Total kebutuhan dana di T-C.31 sama dengan total pagu di T-C.33 (atau bentuk SIPD).

    Mengapa: kedua total menyatakan berapa yang diusulkan perangkat daerah tahun itu; keduanya yang
    pertama kali dibandingkan Bappeda.

    Perbaikan: cari program yang berbeda (RKP004) atau tidak ada (RKP001); bila tidak ada, salah
    satu total keliru menjumlah (JML004).
    """
    plans = find_main_plan(work)
    totals = compare_totals(work.named("T-C.31"), plans)
    if totals is not None and totals.mismatch is not None:
        yield _build_finding(totals.row, totals.mismatch, plans[0].name, totals.places)


def _build_finding(
    row: Row, found: AmountMismatch, table: str, places: tuple[Place, ...]
) -> Finding:
    return build_amount_finding(
        row,
        RENJA.money_key,
        found,
        told=Text("Total kebutuhan dana tertulis", "The funds needed in total are"),
        other=Text(f"total {table}", f"the total of {table} is"),
        advice=Text(
            "Cari program yang jumlahnya berbeda di kedua tabel; bila tidak ada, salah satu "
            "totalnya keliru menjumlah.",
            "Look for the program whose amount differs between the tables; if there is none, one "
            "of the totals is added up wrongly.",
        ),
        related=places,
    )


_TC31 = "== T-C.31\nno|rkpd_nama|rkpd_pagu|nama|kebutuhan_dana|catatan\n"
_TC33 = "\n== T-C.33\nkode|nama|pagu\n1.03.03|Program Air|50\n1.03.10|Program Jalan|300"
_PROGRAM = "1|Program Jalan|300|Program Jalan|300|\n2|Program Air|50|Program Air|50|"
EXAMPLES = (
    Silent(_TC31 + _PROGRAM + "\n|TOTAL|350||350|" + _TC33 + "\n|Jumlah pagu|350"),
    # No total row in T-C.33, or none in T-C.31.
    Silent(_TC31 + _PROGRAM + "\n|JUMLAH|350||350|" + _TC33),
    Silent(_TC31 + _PROGRAM + _TC33 + "\n|TOTAL|350"),
    Speaks(
        _TC31 + _PROGRAM + "\n|TOTAL|350||360|" + _TC33 + "\n|TOTAL|350",
        "E4 expected=350 actual=360",
    ),
)
