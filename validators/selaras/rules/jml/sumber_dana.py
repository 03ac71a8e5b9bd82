"""JML006: an amount that is split by fund source is the sum of its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selaras.dasar import KEUANGAN
from selaras.finding import Finding, Severity
from selaras.model.row import Jenis, Row, Uang
from selaras.model.table import Table
from selaras.rule import Silent, Speaks, table_rule
from selaras.rupiah import baca_uang, tulis_rupiah
from selaras.tables import RENCANA
from selaras.teks import Teks

_PAGU = re.compile(r"(?<![\d.,])(?:rp\.?\s*)?(\d{1,3}(?:[.,]\d{3})+(?:,\d{2})?)(?![\d.,]*\d)", re.I)


@table_rule(
    "JML006",
    "sumber-dana",
    Severity.WARNING,
    needs=("uang",),
    basis=KEUANGAN,
    english="""Where the source cell gives an amount for each fund, they add up to the row's amount.

    Why: “APBD 100.000.000; DAK 50.000.000” beside an amount of 140.000.000 leaves ten million
    without a fund.

    Fix: mend the split or the amount.
    """,
)
def sumber_dana(table: Table) -> Iterator[Finding]:
    """Bila sel sumber dana memuat nilai tiap sumber, jumlahnya sama dengan pagu barisnya.

    Mengapa: “APBD 100.000.000; DAK 50.000.000” di samping pagu 140.000.000 menyisakan sepuluh juta
    tanpa sumber.

    Perbaikan: betulkan rinciannya atau pagunya.
    """
    if table.name not in RENCANA or "pagu" not in table.columns:
        return
    for row in table.rows:
        if row.jenis not in (Jenis.POKOK, Jenis.RINCIAN):
            continue
        parts = _bagian(row.text("sumber_dana"))
        written = row.jumlah("pagu")
        if len(parts) >= 2 and written is not None and sum(parts) != written:
            yield _temuan(row, written, sum(parts))


def _bagian(text: str) -> list[Uang]:
    parts = [baca_uang(match[1]) for match in _PAGU.finditer(text)]
    return [part.jumlah for part in parts if part is not None and part.jumlah is not None]


def _temuan(row: Row, written: Uang, total: Uang) -> Finding:
    place = row.place("sumber_dana")
    return row.temuan(
        "pagu",
        Teks(
            f"Pagu {row.sebutan} tertulis {tulis_rupiah(written)}, sedangkan pembagian menurut "
            f"sumber dana di {place.cell} berjumlah {tulis_rupiah(total)}.",
            f"The amount of {row.sebutan} is {tulis_rupiah(written, 'en')}, but its split by fund "
            f"in {place.cell} adds up to {tulis_rupiah(total, 'en')}.",
        ),
        advice=Teks(
            f"Betulkan {place.cell} atau {row.cell('pagu')}.",
            f"Mend {place.cell} or {row.cell('pagu')}.",
        ),
        expected=total,
        actual=written,
        difference=written - total,
        related=(place,),
    )


EXAMPLES = (
    Silent("kode|nama|pagu|sumber_dana\n2.17.01|P|150000|APBD 100.000; DAK 50.000"),
    Speaks(
        "kode|nama|pagu|sumber_dana\n2.17.01|P|140000|APBD 100.000; DAK 50.000",
        "C2 expected=150000 actual=140000",
    ),
)
