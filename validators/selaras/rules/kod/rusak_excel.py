"""KOD010: a code that Excel turned into a number or a date."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from selaras.model.book import Position, Value
from selaras.model.row import Row
from selaras.model.table import Table
from selaras.rule.registry import Silent, Speaks, table_rule
from selaras.rule.regulations import BUKU_KERJA
from selaras.values.a1 import address
from selaras.values.finding import Finding, Fix, Severity
from selaras.values.kode_reading import SalahKode
from selaras.values.text import Teks


@table_rule(
    "KOD010",
    "rusak-excel",
    Severity.ERROR,
    reads="codes",
    needs=("kode",),
    basis=BUKU_KERJA,
    english="""A code is stored as text, not as a number or a date.

    Why: Excel takes 2.10 for the number 2.1 and 1.02 for the first of February. The code is then
    another one, and nobody sees it happen.

    Fix: format the code column as text first, then type the code again.
    """,
)
def rusak_excel(table: Table) -> Iterator[Finding]:
    """Kode disimpan sebagai teks, bukan sebagai angka atau tanggal.

    Mengapa: Excel membaca 2.10 sebagai angka 2,1 dan 1.02 sebagai 1 Februari. Kodenya lalu menjadi
    kode lain tanpa terlihat.

    Perbaikan: jadikan format kolom kode Teks lebih dahulu, lalu ketik ulang kodenya.
    """
    for row in table.pokok:
        if row.baca is None or row.baca.salah is None:
            continue
        if row.baca.salah is SalahKode.TANGGAL:
            yield _temuan(row, _sel_rusak(row, tanggal=True), Teks("tanggal", "a date"))
        elif row.baca.salah is SalahKode.ANGKA_EXCEL:
            position = _sel_rusak(row, tanggal=False)
            if not _tampak_utuh(row, position):
                yield _temuan(row, position, Teks("angka", "a number"))


#: Number formats that show the lost zero all the same: 2.1 reads 2.10.
_DUA_DESIMAL = re.compile(r"[#,0_ ]*0\.00(?![0#?%E])")


def _sel_rusak(row: Row, *, tanggal: bool) -> Position:
    """Return the damaged cell: where the code is split over cells, the one Excel changed."""
    column = row.table.columns.get("kode")
    for number in column.columns if column else ():
        value = row.table.sheet.value(row.row, number)
        if isinstance(value, datetime.date) if tanggal else _pecahan(value):
            return row.row, number
    return row.sel_kode()


def _pecahan(value: Value) -> bool:
    return isinstance(value, float) and not value.is_integer()


def _tampak_utuh(row: Row, position: Position) -> bool:
    """Tell whether the cell shows the lost zero all the same (2.1 as 2.10)."""
    return _DUA_DESIMAL.match(row.table.sheet.style(*position).number_format) is not None


def _temuan(row: Row, position: Position, what: Teks) -> Finding:
    assert row.baca is not None
    guess = str(row.kode) if row.kode else None
    told = Teks(
        f"; mungkin maksudnya {guess}" if guess else "", f"; probably {guess}" if guess else ""
    )
    cell = address(*position)
    single = position == row.sel_kode() and row.baca.gaya.cell_count == 1
    return row.temuan(
        "kode",
        Teks(
            f"Kode di {cell} tersimpan sebagai {what.id} ({row.baca.teks}){told.id}.",
            f"The code in {cell} is stored as {what.en} ({row.baca.teks}){told.en}.",
        ),
        position=position,
        advice=Teks(
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
