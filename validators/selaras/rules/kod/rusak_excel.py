"""KOD010: a code that Excel turned into a number or a date."""

from __future__ import annotations

import datetime
import re

from selaras.model.book import Position, Value
from selaras.rule import Finding, Findings, Fix, Severity, Silent, Speaks, Text, table_rule
from selaras.rule.seen import Row, Table
from selaras.values.a1 import address
from selaras.values.kode_reading import KodeFault


@table_rule(
    "KOD010",
    "rusak-excel",
    Severity.ERROR,
    reads="codes",
    needs=("kode",),
    basis="practice",
    english="""A code is stored as text, not as a number or a date.

    Why: Excel takes 2.10 for the number 2.1 and 1.02 for the first of February. The code is then
    another one, and nobody sees it happen.

    Fix: format the code column as text first, then type the code again.
    """,
)
def check_broken_by_excel(table: Table) -> Findings:
    """Kode disimpan sebagai teks, bukan sebagai angka atau tanggal.

    Mengapa: Excel membaca 2.10 sebagai angka 2,1 dan 1.02 sebagai 1 Februari. Kodenya lalu menjadi
    kode lain tanpa terlihat.

    Perbaikan: jadikan format kolom kode Teks lebih dahulu, lalu ketik ulang kodenya.
    """
    for row in table.main_rows:
        if row.reading is None or row.reading.fault is None:
            continue
        if row.reading.fault is KodeFault.DATE:
            yield _build_finding(
                row, _find_broken_cell(row, is_date=True), Text("tanggal", "a date")
            )
        elif row.reading.fault is KodeFault.EXCEL_NUMBER:
            position = _find_broken_cell(row, is_date=False)
            if not _is_shown_whole(row, position):
                yield _build_finding(row, position, Text("angka", "a number"))


#: Number formats that show the lost zero all the same: 2.1 reads 2.10.
_TWO_DECIMALS = re.compile(r"[#,0_ ]*0\.00(?![0#?%E])")


def _find_broken_cell(row: Row, *, is_date: bool) -> Position:
    """Return the damaged cell: where the code is split over cells, the one Excel changed."""
    column = row.table.columns.get("kode")
    for number in column.columns if column else ():
        value = row.table.sheet.value(row.row, number)
        if isinstance(value, datetime.date) if is_date else _is_fraction(value):
            return row.row, number
    return row.kode_position()


def _is_fraction(value: Value) -> bool:
    return isinstance(value, float) and not value.is_integer()


def _is_shown_whole(row: Row, position: Position) -> bool:
    """Tell whether the cell shows the lost zero all the same (2.1 as 2.10)."""
    return _TWO_DECIMALS.match(row.table.sheet.style(*position).number_format) is not None


def _build_finding(row: Row, position: Position, what: Text) -> Finding:
    assert row.reading is not None
    guess = str(row.kode) if row.kode else None
    told = Text(
        f"; mungkin maksudnya {guess}" if guess else "", f"; probably {guess}" if guess else ""
    )
    cell = address(*position)
    single = position == row.kode_position() and row.reading.style.cell_count == 1
    return row.build_finding(
        "kode",
        Text(
            f"Kode di {cell} tersimpan sebagai {what.id} ({row.reading.text}){told.id}.",
            f"The code in {cell} is stored as {what.en} ({row.reading.text}){told.en}.",
        ),
        position=position,
        advice=Text(
            "Ubah format sel menjadi Teks, lalu ketik ulang kodenya.",
            "Format the cell as text, then type the code again.",
        ),
        expected=guess,
        fix=Fix(kind="text", cell=cell, value=guess) if guess and single else None,
    )


EXAMPLES = (
    Silent("kode|nama|pagu\n2.17|B|3\n2.17.02|Q|3"),
    Speaks("kode|nama|pagu\n#2.1|B|3\n2.17.02|Q|3", "A2 expected=2.10 actual=2.1"),
)
