"""RKP002: the OPD asks for more than the RKPD allows."""

from __future__ import annotations

from selaras.compare.cells import compare_amounts, convert_to_money_unit
from selaras.compare.review import RENJA, RKPD, find_reviews
from selaras.reckon.difference_words import write_amount
from selaras.rule import Findings, Severity, Silent, Speaks, Text, book_rule
from selaras.rule.seen import Row, RowKind, Work


@book_rule(
    "RKP002",
    "di-atas-pagu",
    Severity.WARNING,
    columns=("rkpd_pagu", "kebutuhan_dana"),
    basis="planning",
    needs_tables=(("T-C.31",),),
    english="""The funds needed stay within the ceiling of the RKPD, per program and in total.

    Why: the indicative ceiling of the RKPD is what the region can pay for. SIPD rejects what is
    above the ceiling of the agency, and Bappeda will ask where the rest should come from.

    Fix: bring the amount down to the ceiling, shift it from another program, or agree a higher
    ceiling with Bappeda and say so in the note.
    """,
)
def check_above_pagu(work: Work) -> Findings:
    """Kebutuhan dana tidak melebihi pagu indikatif RKPD, per program dan seluruhnya.

    Mengapa: pagu indikatif RKPD adalah kemampuan yang disediakan daerah. SIPD menolak usulan di
    atas pagu perangkat daerah, dan Bappeda akan menanyakan dari mana kekurangannya dipenuhi.

    Perbaikan: turunkan kebutuhan sampai sebesar pagu, geser dari program lain, atau sepakati
    tambahan pagu dengan Bappeda dan tuliskan kesepakatan itu di catatan.
    """
    for review in find_reviews(work):
        for pair in review.pairs:
            if review.is_main(pair.renja):
                who = pair.renja.need + Text("", ",")
                yield from _check(pair.renja.row, pair.rkpd.row, who)
        for row in review.table.rows_of_kind(RowKind.TOTAL):
            yield from _check(row, row, Text("Total kebutuhan dana", "The funds needed in total,"))


def _check(row: Row, ceiling: Row, who: Text) -> Findings:
    found = compare_amounts(row, RENJA.money_key, ceiling, RKPD.money_key)
    if found is None or found.difference <= 0:
        return
    need, limit, over = map(write_amount, (found.own, found.baseline, found.difference))
    cell = row.cell(RENJA.money_key)
    yield row.build_finding(
        RENJA.money_key,
        Text(
            f"{who.id} {need.id} melebihi pagu indikatif RKPD {limit.id} (lebih {over.id}).",
            f"{who.en} {need.en}, are over the RKPD ceiling of {limit.en} (by {over.en}).",
        ),
        advice=Text(
            f"Turunkan {cell} sampai sebesar pagunya, atau sepakati tambahan pagu dengan Bappeda "
            "dan tuliskan di catatan.",
            f"Bring {cell} down to the ceiling, or agree a higher one with Bappeda and say so in "
            "the note.",
        ),
        expected=convert_to_money_unit(found.baseline, row, RENJA.money_key),
        difference=convert_to_money_unit(found.difference, row, RENJA.money_key),
        related=(ceiling.place(RKPD.money_key),),
    )


_HEAD = "no|rkpd_nama|rkpd_pagu|nama|kebutuhan_dana|catatan\n"
EXAMPLES = (
    Silent(_HEAD + "1|Program A|300|Program A|300|\n|TOTAL|300||300|", "T-C.31"),
    # Halves in another order; a ceiling that is not known.
    Silent(
        _HEAD + "1|Program Jalan|300|Program Air|40|Air\n2|Program Air|50|Program Jalan|200|Jalan\n"
        "3|Program Irigasi||Program Irigasi|90|",
        "T-C.31",
    ),
    Speaks(
        _HEAD + "1|Program Jalan|300|Program Jalan|500|\n2|Program Air|90|Program Air|50|\n"
        "|TOTAL|390||550|",
        "E2 expected=300 actual=500\nE4 expected=390 actual=550",
        "T-C.31",
    ),
)
