"""NAR002: an amount or count in the text is not the one of the table that it speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from selaras.compare.cells import find_main_plan
from selaras.reckon.heads import list_years
from selaras.reckon.narrative import (
    NamedNumber,
    TextCell,
    find_nearest_table,
    find_numbers,
    find_texts,
)
from selaras.rule import Finding, Findings, Place, Severity, Silent, Speaks, Text, book_rule
from selaras.rule.seen import Level, Money, RowKind, Table, Work, strip_sign, write_rupiah
from selaras.values.a1 import address
from selaras.values.rupiah import convert_to_rupiah

#: A figure so near to a total, and equal to nothing in the table, was meant to be that total.
NEAR_SHARE = Decimal("0.1")
#: Words of a text on a sheet of its own that speak of the plan as a whole.
_WHOLE_PLAN = re.compile(r"\b(?:total|jumlah|(?:ke)?seluruh\w*|pagu\s+indikatif)\b", re.IGNORECASE)
_LEVEL_WORDS = {
    "program": Level.PROGRAM,
    "kegiatan": Level.KEGIATAN,
    "sub kegiatan": Level.SUB_KEGIATAN,
}


@book_rule(
    "NAR002",
    "narasi-angka",
    Severity.WARNING,
    basis="planning",
    english="""What the text beside a table says of its totals is what the table says.

    Why: text and table are typed apart, and after a change one of them is forgotten. An amount that
    is near a total of the table but equal to none is named, and so are the counts of programs,
    kegiatan and sub kegiatan where the text gives more than one.

    Fix: take the figure from the table, or mend the table.
    """,
)
def check_narasi_figures(work: Work) -> Findings:
    """Angka yang disebut narasi di dekat tabel sama dengan yang ada di tabel.

    Mengapa: narasi dan tabel diketik terpisah, dan setelah perubahan salah satunya terlupa. Nilai
    yang dekat dengan jumlah tabel tetapi tidak sama dengan satu pun disebut; begitu pula banyaknya
    program, kegiatan, dan sub kegiatan bila narasi menyebut lebih dari satu.

    Perbaikan: ambil angkanya dari tabel, atau betulkan tabelnya.
    """
    plans = find_main_plan(work)
    for sheet in work.book.sheets:
        alone = not any(table.sheet is sheet for table in work.tables)
        for text in find_texts(work, sheet):
            named = find_numbers(text.text)
            table = _find_plan(plans, text) if alone else find_nearest_table(work, text)
            if table is None or not named:
                continue
            finding = _check_money(text, table, named) or _check_counts(text, table, named)
            if finding is not None:
                yield finding


def _find_plan(plans: Sequence[Table], text: TextCell) -> Table | None:
    """Return the plan whose total a text on a sheet of its own speaks of: its year, no other.

    None where several sheets make up the plan: the text may speak of one of them.
    """
    if len(plans) != 1 or "pagu" not in plans[0].columns:
        return None
    year = plans[0].year or plans[0].columns["pagu"].year
    if year is None or set(list_years(text.text)) != {year}:
        return None
    return plans[0] if _WHOLE_PLAN.search(text.text) else None


def _check_money(text: TextCell, table: Table, named: Sequence[NamedNumber]) -> Finding | None:
    # In rupiah, each with what it may be off by: amounts in thousands are rounded.
    amounts = {
        (convert_to_rupiah(amount, column.scale), column.scale - 1)
        for row in table.rows
        for column in table.money_columns
        if (amount := row.amount(column.key)) is not None
    }
    exact = {amount for amount, off in amounts if not off}
    rounded = [(amount, off) for amount, off in amounts if off]
    totals = [
        (convert_to_rupiah(amount, column.scale), row.place(column.key))
        for row in table.rows_of_kind(RowKind.TOTAL)
        for column in table.money_columns
        if (amount := row.amount(column.key)) is not None
    ]
    spoken = {one.number for one in named if not one.counted}
    for one in named:
        if one.counted or one.number in exact:
            continue
        if any(strip_sign(one.number - amount) <= off for amount, off in rounded):
            continue
        for total, place in totals:
            off = Decimal(one.number) - Decimal(total)
            if total and total not in spoken and abs(off) <= NEAR_SHARE * abs(Decimal(total)):
                return _build_finding(text, table, one, total, place)
    return None


def _check_counts(text: TextCell, table: Table, named: Sequence[NamedNumber]) -> Finding | None:
    counts = [one for one in named if one.counted]
    if len({one.counted for one in counts}) < 2:
        return None
    for one in counts:
        found = sum(1 for _ in table.rows_at(_LEVEL_WORDS[one.counted]))
        if found and found != one.number:
            return _build_finding(text, table, one, found, None)
    return None


def _build_finding(
    text: TextCell, table: Table, one: NamedNumber, should: Money, place: Place | None
) -> Finding:
    thing = f" {one.counted}" if one.counted else ""
    there = f"{place.sheet}!{place.cell}" if place else ""
    if place and place.sheet == text.sheet.name:
        there = place.cell
    where = f" di {there}" if place else ""
    where_en = f" in {there}" if place else ""
    return Finding(
        message=Text(
            f"Narasi menyebut {write_rupiah(one.number)}{thing}, sedangkan {table.name} memuat "
            f"{write_rupiah(should)}{thing}{where}.",
            f"The text says {write_rupiah(one.number, 'en')}{thing}, but {table.name} has "
            f"{write_rupiah(should, 'en')}{thing}{where_en}.",
        ),
        advice=Text(
            "Samakan narasi dengan tabel, atau betulkan tabelnya.",
            "Make the text say what the table says, or mend the table.",
        ),
        sheet=text.sheet.name,
        cell=address(*text.position),
        table=table.name,
        actual=text.text,
        expected=should,
        difference=one.number - should,
        related=(place,) if place else (),
        row_key=f"{one.counted}/{should}",
    )


EXAMPLES = (
    Silent(
        "== Tabel 2.2\nno|nama|target|apbd\n1|P|2|300000000\n|TOTAL||300000000\n"
        "Alokasi sebesar Rp 300.000.000,- dan lainnya Rp 5.000.000"
    ),
    # On a sheet of its own: another year's, or a part of the plan.
    Silent(
        "== T-C.33\nkode|nama|pagu@2024\n2.17.01|P|300000400\n|TOTAL|300000400\n"
        "== -\nTotal pagu tahun 2023 sebesar Rp 300.000.000,-\n"
        "Belanja pegawai tahun 2024 Rp 299.000.000,-"
    ),
    Speaks(
        "== T-C.33\nkode|nama|pagu@2024\n2.17.01|P|300000400\n|TOTAL|300000400\n"
        "== -\nTotal pagu tahun 2024 sebesar Rp 300.000.000,-",
        "Lembar2!A1 expected=300000400 actual=Total pagu tahun 2024 sebesar Rp 300.000.000,-",
    ),
    Speaks(
        "== Tabel 2.2\nno|nama|target|apbd\n1|P|2|300000400\n|TOTAL||300000400\n"
        "Alokasi anggaran sebesar Rp 300.000.000,-|||",
        "A4 expected=300000400 actual=Alokasi anggaran sebesar Rp 300.000.000,-",
    ),
)
