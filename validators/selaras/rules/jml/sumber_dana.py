"""JML006: an amount that is split by fund source is the sum of its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from selaras.model.row import Jenis, Row, Uang
from selaras.model.table import Table
from selaras.reckon.shown import desimal_format
from selaras.rule.registry import Silent, Speaks, table_rule
from selaras.rule.regulations import KEUANGAN
from selaras.tables import RENCANA
from selaras.values.equality import are_equal
from selaras.values.finding import Finding, Place, Severity
from selaras.values.rupiah import baca_uang, tulis_rupiah
from selaras.values.text import Teks

_PAGU = re.compile(r"(?<![\d.,])(?:rp\.?\s*)?(\d{1,3}(?:[.,]\d{3})+(?:,\d{2})?)(?![\d.,]*\d)", re.I)


@table_rule(
    "JML006",
    "sumber-dana",
    Severity.WARNING,
    needs=("uang", "sumber-dibagi"),
    columns=("pagu",),
    only=RENCANA,
    basis=KEUANGAN,
    english="""Where an amount is split by fund source, in columns or in a cell, the parts add up.

    Why: “APBD 100.000.000; DAK 50.000.000” beside an amount of 140.000.000 leaves ten million
    without a fund.

    Fix: mend the split or the amount.
    """,
)
def sumber_dana(table: Table) -> Iterator[Finding]:
    """Bila pagu dibagi menurut sumber dana, dalam kolom atau dalam selnya, jumlahnya sama.

    Mengapa: “APBD 100.000.000; DAK 50.000.000” di samping pagu 140.000.000 menyisakan sepuluh juta
    tanpa sumber.

    Perbaikan: betulkan rinciannya atau pagunya.
    """
    texts = table.teks["sumber_dana"]
    named = {text for text in set(texts) if len(_disebut(text)) >= 2}
    if not named and not table.kolom_pecahan:
        return
    for row in table.rows:
        if row.jenis is Jenis.JUDUL:
            continue
        written = row.jumlah("pagu")
        split = _di_kolom(row) or (_di_sel(row) if texts[row.urut] in named else None)
        if split is None or written is None:
            continue
        if not are_equal(written, split.jumlah, desimal_format(row, "pagu"), table.toleransi):
            yield _temuan(row, written, split)


class _Pecahan(NamedTuple):
    """The parts of an amount: their sum, and where they stand."""

    jumlah: Uang
    places: tuple[Place, ...]


def _di_kolom(row: Row) -> _Pecahan | None:
    """Return the parts that stand in columns of one source each; None where not all can be read."""
    columns = row.table.kolom_pecahan
    if any(row.tak_diketahui(column.key) for column in columns):
        return None
    parts = {column.key: row.jumlah(column.key) for column in columns}
    known = {key: part for key, part in parts.items() if part is not None}
    if not known:
        return None
    return _Pecahan(sum(known.values()), tuple(row.place(key) for key in known))


def _di_sel(row: Row) -> _Pecahan | None:
    """Return the parts that the source cell names; None where the row has none of its own."""
    if row.jenis not in (Jenis.POKOK, Jenis.RINCIAN) or row.bagian:
        return None
    return _Pecahan(sum(_disebut(row.text("sumber_dana"))), (row.place("sumber_dana"),))


def _disebut(text: str) -> list[Uang]:
    """Return the amounts that a source cell names."""
    read = [baca_uang(match[1]) for match in _PAGU.finditer(text)]
    return [part.jumlah for part in read if part is not None and part.jumlah is not None]


def _temuan(row: Row, written: Uang, split: _Pecahan) -> Finding:
    cells = [place.cell for place in split.places]
    where = cells[0] if len(cells) == 1 else f"{cells[0]}-{cells[-1]}"
    return row.temuan(
        "pagu",
        Teks(
            f"Pagu {row.sebutan} tertulis {tulis_rupiah(written)}, sedangkan pembagian menurut "
            f"sumber dana di {where} berjumlah {tulis_rupiah(split.jumlah)}.",
            f"The amount of {row.sebutan} is {tulis_rupiah(written, 'en')}, but its split by fund "
            f"in {where} adds up to {tulis_rupiah(split.jumlah, 'en')}.",
        ),
        advice=Teks(
            f"Betulkan {where} atau {row.cell('pagu')}.",
            f"Mend {where} or {row.cell('pagu')}.",
        ),
        expected=split.jumlah,
        actual=written,
        difference=written - split.jumlah,
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
