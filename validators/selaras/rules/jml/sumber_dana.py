"""JML006: an amount that is split by fund source is the sum of its parts."""

from __future__ import annotations

import re
from typing import NamedTuple

from selaras.reckon.shown import read_format_decimals
from selaras.rule import Finding, Findings, Place, Severity, Silent, Speaks, Text, table_rule
from selaras.rule.seen import PLAN_TABLES, Money, Row, RowKind, Table, write_rupiah
from selaras.values.equality import are_equal
from selaras.values.rupiah import read_money

_PAGU = re.compile(r"(?<![\d.,])(?:rp\.?\s*)?(\d{1,3}(?:[.,]\d{3})+(?:,\d{2})?)(?![\d.,]*\d)", re.I)


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
    texts = table.text["sumber_dana"]
    named = {text for text in set(texts) if len(_read_named_amounts(text)) >= 2}
    if not named and not table.split_columns:
        return
    for row in table.rows:
        if row.kind is RowKind.HEADING:
            continue
        written = row.amount("pagu")
        split = _read_split_columns(row) or (
            _read_split_cell(row) if texts[row.index] in named else None
        )
        if split is None or written is None:
            continue
        if not are_equal(written, split.amount, read_format_decimals(row, "pagu"), table.tolerance):
            yield _build_finding(row, written, split)


class _Split(NamedTuple):
    """The parts of an amount: their sum, and where they stand."""

    amount: Money
    places: tuple[Place, ...]


def _read_split_columns(row: Row) -> _Split | None:
    """Return the parts that stand in columns of one source each; None where not all can be read."""
    columns = row.table.split_columns
    if any(row.is_unknown(column.key) for column in columns):
        return None
    parts = {column.key: row.amount(column.key) for column in columns}
    known = {key: part for key, part in parts.items() if part is not None}
    if not known:
        return None
    return _Split(sum(known.values()), tuple(row.place(key) for key in known))


def _read_split_cell(row: Row) -> _Split | None:
    """Return the parts that the source cell names; None where the row has none of its own."""
    if row.kind not in (RowKind.MAIN, RowKind.RINCIAN) or row.parts:
        return None
    return _Split(sum(_read_named_amounts(row.text("sumber_dana"))), (row.place("sumber_dana"),))


def _read_named_amounts(text: str) -> list[Money]:
    """Return the amounts that a source cell names."""
    read = [read_money(match[1]) for match in _PAGU.finditer(text)]
    return [part.amount for part in read if part is not None and part.amount is not None]


def _build_finding(row: Row, written: Money, split: _Split) -> Finding:
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
