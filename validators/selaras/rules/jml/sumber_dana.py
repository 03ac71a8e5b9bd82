"""JML006: an amount that is split by fund source is the sum of its parts."""

from __future__ import annotations

from selaras.reckon.fund_splits import Split, find_unequal_splits
from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, table_rule
from selaras.rule.seen import PLAN_TABLES, Money, Row, Table, write_rupiah


@table_rule(
    "JML006",
    "sumber-dana",
    Severity.WARNING,
    needs=("uang", "sumber-dibagi"),
    columns=("pagu",),
    only=PLAN_TABLES,
    basis="finance",
    english="""Where an amount is split by fund source, in columns or in a cell, the parts add up.

    Why: “APBD 100.000.000; DAK 50.000.000” beside an amount of 140.000.000 leaves ten million
    without a fund.

    Fix: mend the split or the amount.
    """,
)
def check_sumber_split(table: Table) -> Findings:
    """Bila pagu dibagi menurut sumber dana, dalam kolom atau dalam selnya, jumlahnya sama.

    Mengapa: “APBD 100.000.000; DAK 50.000.000” di samping pagu 140.000.000 menyisakan sepuluh juta
    tanpa sumber.

    Perbaikan: betulkan rinciannya atau pagunya.
    """
    for row, written, split in find_unequal_splits(table):
        yield _build_finding(row, written, split)


def _build_finding(row: Row, written: Money, split: Split) -> Finding:
    cells = [place.cell for place in split.places]
    where = cells[0] if len(cells) == 1 else f"{cells[0]}-{cells[-1]}"
    return row.build_finding(
        "pagu",
        Text(
            f"Pagu {row.label} tertulis {write_rupiah(written)}, sedangkan pembagian menurut "
            f"sumber dana di {where} berjumlah {write_rupiah(split.amount)}.",
            f"The amount of {row.label} is {write_rupiah(written, 'en')}, but its split by fund "
            f"in {where} adds up to {write_rupiah(split.amount, 'en')}.",
        ),
        advice=Text(
            f"Betulkan {where} atau {row.cell('pagu')}.",
            f"Mend {where} or {row.cell('pagu')}.",
        ),
        expected=split.amount,
        actual=written,
        difference=written - split.amount,
        related=split.places,
    )


EXAMPLES = (
    Silent("kode|nama|pagu|sumber_dana\n2.17.01|P|150000|APBD 100.000; DAK 50.000"),
    Speaks(
        "kode|nama|pagu|sumber_dana\n2.17.01|P|140000|APBD 100.000; DAK 50.000",
        "C2 expected=150000 actual=140000",
    ),
    Silent("kode|nama|pagu|pagu:APBD|pagu:DAK\n2.17.01|P|150|100|50\n2.17.02|Q|30||"),
    Speaks(
        "kode|nama|pagu|pagu:APBD|pagu:DAK\n2.17.01|P|140|100|50\n2.17.02|Q|30|20|",
        "C2 expected=150 actual=140\nC3 expected=20 actual=30",
    ),
)
