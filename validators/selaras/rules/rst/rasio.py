"""RST012: the rates and sums of T-C.23, T-C.24 and E.81 are those of their columns."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from selaras.model.row import Jenis, Row, Uang
from selaras.model.table import Table
from selaras.reckon.rates import Nisbah, periksa_nisbah, periksa_nisbah_uang
from selaras.reckon.series import Deret, DeretUang, deret, deret_uang, periksa_deret, toleransi
from selaras.reckon.shown import aktual, baris_indikator, desimal_format, sebut, tertulis
from selaras.rule.registry import Silent, Speaks, table_rule
from selaras.rule.regulations import TATA_CARA
from selaras.tables.renstra import TAHUN_TERBANYAK
from selaras.values.equality import are_equal
from selaras.values.finding import Finding, Severity
from selaras.values.rupiah import tulis_rupiah
from selaras.values.text import Teks, besar

_TRIWULAN = tuple(f"realisasi_{number}" for number in (1, 2, 3, 4))
_UANG_TRIWULAN = tuple(f"uang_{number}" for number in (1, 2, 3, 4))
_NISBAH = {
    "T-C.23": [Nisbah(f"rasio_{y}", f"realisasi_{y}", f"target_{y}") for y in TAHUN_TERBANYAK],
    "E.81": [
        Nisbah("tingkat_realisasi", "realisasi", "target"),
        Nisbah("tingkat_capaian", "realisasi_berjalan", "target_akhir"),
    ],
}
_NISBAH_UANG = {
    "T-C.24": [Nisbah(f"rasio_{y}", f"realisasi_{y}", f"anggaran_{y}") for y in TAHUN_TERBANYAK],
    "E.81": [
        Nisbah("tingkat_uang", "uang", "pagu"),
        Nisbah("tingkat_uang_akhir", "uang_berjalan", "pagu_akhir"),
    ],
}


@table_rule(
    "RST012",
    "rasio",
    Severity.ERROR,
    only=("T-C.23", "T-C.24", "E.81"),
    basis=TATA_CARA,
    english="""Rates and sums of T-C.23, T-C.24 and E.81 follow from the columns before them.

    Why: T-C.23 columns 16-20 are 11-15 over 6-10, T-C.24 likewise realised over budget. In E.81, 12
    is 8+9+10+11, 13 is 12/7, 14 is 6+12, 15 is 14/5, for performance and for money. Rates are
    compared to the decimals shown. Quarters that each include those before, and percentages, may
    also give the last value.

    Fix: work the column out again, or mend the figure that it is made of.
    """,
)
def rasio(table: Table) -> Iterator[Finding]:
    """Rasio dan jumlah di T-C.23, T-C.24, dan E.81 sesuai dengan kolom-kolom asalnya.

    Mengapa: di T-C.23 kolom 16-20 adalah kolom 11-15 dibagi 6-10; di T-C.24 realisasi dibagi
    anggaran. Di E.81 kolom 12 = 8+9+10+11, 13 = 12/7, 14 = 6+12, 15 = 14/5, untuk kinerja dan
    anggaran. Rasio dibandingkan sampai desimal yang tampak. Triwulan yang sudah memuat triwulan
    sebelumnya, dan persentase, boleh memakai nilai terakhir.

    Perbaikan: hitung kembali kolom itu, atau betulkan angka asalnya.
    """
    if table.name == "E.81":
        yield from _jumlah(table, _TRIWULAN, "realisasi")
        yield from _jumlah(table, ("realisasi_lalu", "realisasi"), "realisasi_berjalan")
        yield from _jumlah_uang(table, _UANG_TRIWULAN, "uang")
        yield from _jumlah_uang(table, ("uang_lalu", "uang"), "uang_berjalan")
    rates = [kolom for kolom in _NISBAH.get(table.name, ()) if kolom.ada(table)]
    for row in baris_indikator(table):
        for kolom in rates:
            yield from periksa_nisbah(row, kolom)
    rates = [kolom for kolom in _NISBAH_UANG.get(table.name, ()) if kolom.ada(table)]
    for row in table.rows:
        if row.jenis is not Jenis.LANJUTAN:
            for kolom in rates:
                yield from periksa_nisbah_uang(row, kolom)


def _jumlah(table: Table, keys: tuple[str, ...], hasil: str) -> Iterator[Finding]:
    if not all(key in table.columns for key in (*keys, hasil)):
        return
    for row in baris_indikator(table):
        series = list(deret(row, keys, hasil))
        ends = row.target("target_akhir") or ()
        end = ends[0].angka if len(ends) == len(series) == 1 else None
        expected = periksa_deret(series, [None if s is None else _total(s, end) for s in series])
        if expected is not None:
            difference = None
            (one, *others) = series
            if not others and one is not None and one.hasil is not None and one.hasil.angka:
                difference = one.hasil.angka - one.total
            states = all(one is None or one.kumulatif is False for one in series)
            shown = Teks(expected, expected)
            yield _temuan(row, keys, hasil, shown, expected, None if states else difference, states)


def _total(one: Deret, end: Decimal | None) -> Decimal | None:
    """Return what the sum should be; None where what is written can be right."""
    if one.hasil is None:
        return None
    may_be_last = one.kumulatif is not True or one.naik or one.tahunan(end)
    if one.says(one.total) or (may_be_last and one.says(one.terakhir)):
        return None
    state = one.kumulatif is False or one.hasil.jenis == "grade"
    return one.terakhir if state else one.total


def _jumlah_uang(table: Table, keys: tuple[str, ...], hasil: str) -> Iterator[Finding]:
    if not all(key in table.columns for key in (*keys, hasil)):
        return
    for row in table.rows:
        if row.jenis is Jenis.LANJUTAN:
            continue
        series = deret_uang(row, keys, hasil)
        if series is not None and not _sama(row, keys, hasil, series):
            total = series.total
            shown = Teks(f"Rp{tulis_rupiah(total)}", f"Rp{tulis_rupiah(total, 'en')}")
            yield _temuan(row, keys, hasil, shown, total, series.hasil - total)


def _sama(row: Row, keys: tuple[str, ...], hasil: str, series: DeretUang) -> bool:
    allowed = toleransi(row, hasil, len(keys))
    shown = desimal_format(row, hasil)
    if are_equal(series.hasil, series.total, shown, allowed):
        return True
    quarters = keys == _UANG_TRIWULAN and series.naik
    return quarters and are_equal(series.hasil, series.amounts[-1], shown, allowed)


def _temuan(
    row: Row,
    keys: tuple[str, ...],
    hasil: str,
    shown: Teks,
    expected: Uang | str,
    difference: Uang | None,
    states: bool = False,
) -> Finding:
    label, says = row.table.columns[hasil].label, tertulis(row, hasil)
    name = sebut(row)
    parts = [row.table.columns[key].label for key in (keys[0], keys[-1])]
    joint = " s/d " if len(keys) > 2 else " + "
    of = Teks(joint.join(part.id for part in parts), " + ".join(part.en for part in parts))
    if len(keys) > 2:
        of = of._replace(en=f"{parts[0].en} to {parts[1].en}")
    comes = Teks(f"{of.id} berjumlah {shown.id}", f"{of.en} come to {shown.en}")
    if states:
        comes = Teks(
            f"nilai terakhir {of.id} adalah {shown.id}", f"the last of {of.en} is {shown.en}"
        )
    return row.temuan(
        hasil,
        Teks(
            f"{besar(label.id)} {name} tertulis {says.id}, padahal {comes.id}.",
            f"The {label.en} of {name} says {says.en}, but {comes.en}.",
        ),
        advice=Teks(
            f"Isikan {shown.id}, atau betulkan angka yang dijumlahkan.",
            f"Put in {shown.en}, or mend what is added up.",
        ),
        expected=expected,
        actual=aktual(row, hasil) if isinstance(expected, str) else None,
        difference=difference,
        related=tuple(row.place(key) for key in keys if row.value(key) is not None),
    )


_E81 = (
    "nama|indikator|target_akhir|realisasi_lalu|target|realisasi_1|realisasi_2|realisasi_3"
    "|realisasi_4|realisasi|tingkat_realisasi|realisasi_berjalan|tingkat_capaian\n"
)
_UANG = "nama|pagu|uang_1|uang_2|uang_3|uang_4|uang|tingkat_uang\n"

EXAMPLES = (
    Silent("indikator|target_1|realisasi_1|rasio_1\nKoperasi|80%|60%|75%", table="T-C.23"),
    Silent("indikator|target_1|realisasi_1|rasio_1\nKoperasi|80%|60%|#0.75", table="T-C.23"),
    Silent(
        _E81 + "P|Jumlah UM|40 UM|5 UM|10 UM|1 UM|2 UM|3 UM|4 UM|10 UM|100%|15 UM|37,5%",
        table="E.81",
    ),
    # Quarters that include those before; a percentage; not all quarters over.
    Silent(_E81 + "P|Jumlah UM|40 UM|-|10 UM|1 UM|3 UM|6 UM|8 UM|8 UM|80%|8 UM|20%", table="E.81"),
    Silent(_UANG + "P|100|10|20|||30|30%", table="E.81"),
    Speaks(
        "indikator|target_1|realisasi_1|rasio_1\nKoperasi|80%|60%|80%",
        "D2 expected=75% actual=80%",
        table="T-C.23",
    ),
    Speaks(
        "nama|anggaran_1|realisasi_1|rasio_1\nBelanja|400|300|100%",
        "D2 expected=75% actual=100%",
        table="T-C.24",
    ),
    Speaks(
        _E81 + "P|Jumlah UM|40 UM|5 UM|10 UM|4 UM|3 UM|2 UM|-|8 UM|90%|13 UM|30%",
        "J2 expected=9 UM actual=8 UM\nK2 expected=80% actual=90%\nM2 expected=32,5% actual=30%",
        table="E.81",
    ),
    # An index does not add up: its last value counts.
    Speaks(
        _E81 + "P|Indeks kepuasan|90|-|80|70|75|-|-|60||60|",
        "J2 expected=75 actual=60",
        table="E.81",
    ),
    Speaks(
        _UANG + "P|100|20|10|||40|50%",
        "G2 expected=30 actual=40\nH2 expected=40% actual=50%",
        table="E.81",
    ),
)
