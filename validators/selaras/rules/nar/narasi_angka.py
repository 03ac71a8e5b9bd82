"""NAR002: an amount or count in the text is not the one of the table that it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from selaras.compare.cells import rencana_utama
from selaras.model.row import Jenis, Uang
from selaras.model.table import Table
from selaras.model.work import Work
from selaras.reckon.heads import tahun_teks
from selaras.reckon.narrative import Disebut, Kalimat, disebut, kalimat, tabel_terdekat
from selaras.rule.registry import Silent, Speaks, book_rule
from selaras.rule.regulations import TATA_CARA
from selaras.values.a1 import address
from selaras.values.finding import Finding, Place, Severity
from selaras.values.kode_reading import Tingkat
from selaras.values.rupiah import dalam_rupiah, mutlak, tulis_rupiah
from selaras.values.text import Teks

#: A figure so near to a total, and equal to nothing in the table, was meant to be that total.
DEKAT = Decimal("0.1")
#: Words of a text on a sheet of its own that speak of the plan as a whole.
_SELURUHNYA = re.compile(r"\b(?:total|jumlah|(?:ke)?seluruh\w*|pagu\s+indikatif)\b", re.IGNORECASE)
_TINGKAT = {
    "program": Tingkat.PROGRAM,
    "kegiatan": Tingkat.KEGIATAN,
    "sub kegiatan": Tingkat.SUB_KEGIATAN,
}


@book_rule(
    "NAR002",
    "narasi-angka",
    Severity.WARNING,
    basis=TATA_CARA,
    english="""What the text beside a table says of its totals is what the table says.

    Why: text and table are typed apart, and after a change one of them is forgotten. An amount that
    is near a total of the table but equal to none is named, and so are the counts of programs,
    kegiatan and sub kegiatan where the text gives more than one.

    Fix: take the figure from the table, or mend the table.
    """,
)
def narasi_angka(work: Work) -> Iterator[Finding]:
    """Angka yang disebut narasi di dekat tabel sama dengan yang ada di tabel.

    Mengapa: narasi dan tabel diketik terpisah, dan setelah perubahan salah satunya terlupa. Nilai
    yang dekat dengan jumlah tabel tetapi tidak sama dengan satu pun disebut; begitu pula banyaknya
    program, kegiatan, dan sub kegiatan bila narasi menyebut lebih dari satu.

    Perbaikan: ambil angkanya dari tabel, atau betulkan tabelnya.
    """
    plans = rencana_utama(work)
    for sheet in work.book.sheets:
        alone = not any(table.sheet is sheet for table in work.tables)
        for text in kalimat(work, sheet):
            named = disebut(text.teks)
            table = _rencana(plans, text) if alone else tabel_terdekat(work, text)
            if table is None or not named:
                continue
            finding = _uang(text, table, named) or _banyak(text, table, named)
            if finding is not None:
                yield finding


def _rencana(plans: Sequence[Table], text: Kalimat) -> Table | None:
    """Return the plan whose total a text on a sheet of its own speaks of: its year, no other.

    None where several sheets make up the plan: the text may speak of one of them.
    """
    if len(plans) != 1 or "pagu" not in plans[0].columns:
        return None
    year = plans[0].tahun or plans[0].columns["pagu"].tahun
    if year is None or set(tahun_teks(text.teks)) != {year}:
        return None
    return plans[0] if _SELURUHNYA.search(text.teks) else None


def _uang(text: Kalimat, table: Table, named: Sequence[Disebut]) -> Finding | None:
    # In rupiah, each with what it may be off by: amounts in thousands are rounded.
    amounts = {
        (dalam_rupiah(amount, column.skala), column.skala - 1)
        for row in table.rows
        for column in table.kolom_uang
        if (amount := row.jumlah(column.key)) is not None
    }
    exact = {amount for amount, off in amounts if not off}
    rounded = [(amount, off) for amount, off in amounts if off]
    totals = [
        (dalam_rupiah(amount, column.skala), row.place(column.key))
        for row in table.rows_of_kind(Jenis.TOTAL)
        for column in table.kolom_uang
        if (amount := row.jumlah(column.key)) is not None
    ]
    spoken = {one.angka for one in named if not one.benda}
    for one in named:
        if one.benda or one.angka in exact:
            continue
        if any(mutlak(one.angka - amount) <= off for amount, off in rounded):
            continue
        for total, place in totals:
            off = Decimal(one.angka) - Decimal(total)
            if total and total not in spoken and abs(off) <= DEKAT * abs(Decimal(total)):
                return _temuan(text, table, one, total, place)
    return None


def _banyak(text: Kalimat, table: Table, named: Sequence[Disebut]) -> Finding | None:
    counts = [one for one in named if one.benda]
    if len({one.benda for one in counts}) < 2:
        return None
    for one in counts:
        found = sum(1 for _ in table.rows_at(_TINGKAT[one.benda]))
        if found and found != one.angka:
            return _temuan(text, table, one, found, None)
    return None


def _temuan(
    text: Kalimat, table: Table, one: Disebut, should: Uang, place: Place | None
) -> Finding:
    thing = f" {one.benda}" if one.benda else ""
    there = f"{place.sheet}!{place.cell}" if place else ""
    if place and place.sheet == text.sheet.name:
        there = place.cell
    where = f" di {there}" if place else ""
    where_en = f" in {there}" if place else ""
    return Finding(
        message=Teks(
            f"Narasi menyebut {tulis_rupiah(one.angka)}{thing}, sedangkan {table.name} memuat "
            f"{tulis_rupiah(should)}{thing}{where}.",
            f"The text says {tulis_rupiah(one.angka, 'en')}{thing}, but {table.name} has "
            f"{tulis_rupiah(should, 'en')}{thing}{where_en}.",
        ),
        advice=Teks(
            "Samakan narasi dengan tabel, atau betulkan tabelnya.",
            "Make the text say what the table says, or mend the table.",
        ),
        sheet=text.sheet.name,
        cell=address(*text.position),
        table=table.name,
        actual=text.teks,
        expected=should,
        difference=one.angka - should,
        related=(place,) if place else (),
        row_key=f"{one.benda}/{should}",
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
