"""TBL001: the same code has another amount in another table."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.compare.cells import Beda, beda_uang, dalam_satuan
from selaras.compare.shifted import Pasangan, gather_shifted
from selaras.model.row import Row
from selaras.model.work import Work
from selaras.reckon.sum_words import samakan, sebut, sebut_pagu, sel_jumlah, tertulis_dalam
from selaras.rule.registry import Silent, Speaks, book_rule
from selaras.rule.regulations import TATA_CARA
from selaras.rules.tbl._pairs import BERPASANGAN, Sama, call_table, implied, perbandingan
from selaras.values.finding import Finding, Severity
from selaras.values.rupiah import mutlak, tulis_rupiah
from selaras.values.text import Teks, besar


@book_rule(
    "TBL001",
    "pagu-beda",
    Severity.ERROR,
    basis=TATA_CARA,
    needs_tables=BERPASANGAN,
    english="""A code has the same amounts in every plan table: T-C.33, Tabel 4.1, the SIPD forms.

    Why: they are one plan, told several times. Mostly an amount was changed in one table after the
    others had been copied from it; then nobody knows which one was decided. Where the amounts of a
    table moved by a row, or are those of another column, one finding says so. A recapitulation on
    a sheet of its own is held against its table, too, as a warning; so are plans of two stages,
    and a table whose title names another document.

    Fix: put the amount that was decided in both tables. Where several codes differ, look first at
    the lowest level: the sums above follow. Rows matched by name only are no more than a warning.
    """,
)
def pagu_beda(work: Work) -> Iterator[Finding]:
    """Pagu suatu kode sama di semua tabel rencana: T-C.33, Tabel 4.1, dan bentuk SIPD.

    Mengapa: semuanya satu rencana yang ditulis beberapa kali. Biasanya satu tabel diubah setelah
    yang lain disalin darinya; akibatnya tidak jelas angka mana yang diputuskan. Bila angka satu
    tabel bergeser satu baris atau berasal dari kolom lain, satu temuan menyebutnya. Rekapitulasi di
    lembar tersendiri juga dicocokkan dengan rinciannya, sebagai peringatan; begitu pula rencana
    dari dua tahapan dan tabel yang judulnya menyebut dokumen lain.

    Perbaikan: isikan angka yang diputuskan di kedua tabel. Bila beberapa kode berbeda, mulailah
    dari tingkat terendah: jumlah di atasnya mengikuti. Padanan yang hanya menurut nama cukup
    menjadi peringatan.
    """
    for comparison in perbandingan(work):
        found: dict[str, dict[int, Finding]] = {}
        pairs: dict[str, list[Pasangan]] = {}
        for same in comparison.pasang:
            for column in same.kedua.table.kolom_uang:
                key = column.key
                if key not in same.acuan.table.columns or _tak_tunggal(same):
                    continue
                pairs.setdefault(key, []).append(Pasangan(same.kedua, key, same.acuan, key))
                difference = beda_uang(same.kedua, key, same.acuan, key, dari_bawah=True)
                if difference is not None:
                    finding = _temuan(same.kedua, same.acuan, key, difference)
                    doubt = comparison.severity if same.pasti else Severity.WARNING
                    sure = finding._replace(own_severity=doubt)
                    found.setdefault(key, {})[id(same.kedua)] = sure
        for key, findings in found.items():
            yield from gather_shifted(findings, pairs[key])
        for row, upper in implied(comparison):
            for column in row.table.kolom_uang:
                difference = beda_uang(row, column.key, upper, column.key)
                if difference is not None:
                    found_above = _temuan(row, upper, column.key, difference)
                    yield found_above._replace(own_severity=comparison.severity)


def _tak_tunggal(same: Sama) -> bool:
    """Tell whether a code stands twice in a table: which one is meant is KOD003's matter."""
    return not same.pasti and same.acuan.kode is not None and same.kedua.kode is not None


def _temuan(row: Row, other: Row, key: str, found: Beda) -> Finding:
    label, who = row.table.columns[key].label, sebut(row)
    places = sel_jumlah(other, key)
    gap, more = mutlak(found.selisih), found.selisih > 0
    name = call_table(other.table, row.table)
    there = Teks(f"di {name.id} {tulis_rupiah(found.acuan)}", f"in {name.en}")
    if other.tersirat:
        there = sebut_pagu(other) + Teks(f" {there.id}", f" {name.en} is")
    told = tertulis_dalam(row)
    return row.temuan(
        key,
        Teks(
            f"{besar(label.id)} {who.id} {told.id} {tulis_rupiah(found.ini)}, sedangkan {there.id} "
            f"({'lebih' if more else 'kurang'} {tulis_rupiah(gap)}).",
            f"The {label.en} of {who.en} {told.en} {tulis_rupiah(found.ini, 'en')}, but {there.en} "
            f"{tulis_rupiah(found.acuan, 'en')} "
            f"({tulis_rupiah(gap, 'en')} too {'much' if more else 'little'}).",
        ),
        advice=samakan(sel_jumlah(row, key), places, Teks("yang diputuskan", "decided on")),
        expected=dalam_satuan(found.acuan, row, key),
        actual=dalam_satuan(found.ini, row, key) if row.bagian else None,
        difference=dalam_satuan(found.selisih, row, key),
        related=places,
    )


_TC33 = (
    "== T-C.33\nkode|nama|pagu|pagu_maju\n2.17.1|Program A|300|310\n2.17.1.2.1|Kegiatan B|300|310"
)
_T41 = "\n== Tabel 4.1\nkode|nama|pagu\n"
EXAMPLES = (
    # Codes in another spelling; Tabel 4.1 without the forward year, and blank where it adds up.
    Silent(_TC33 + _T41 + "2.17.01|Program A|\n2.17.01.2.01|Kegiatan B|300"),
    Speaks(
        _TC33 + _T41 + "2.17.01|Program A|300\n2.17.01.2.01|Kegiatan B|200",
        "Lembar2!C3 expected=300 actual=200",
    ),
    # One table has programs only, the other a list of sub kegiatan: their sum is held against them.
    Silent(
        "== T-C.33\nkode|nama|pagu\n2.17.01|Program A|300\n== Tabel 4.1\nkode|nama|pagu\n"
        "2.17.01.2.01.01|Sub B|100\n2.17.01.2.01.02|Sub C|200"
    ),
    Speaks(
        "== T-C.33\nkode|nama|pagu\n2.17.01|Program A|300\n== Tabel 4.1\nkode|nama|pagu\n"
        "2.17.01.2.01.01|Sub B|100\n2.17.01.2.01.02|Sub C|210",
        "C2 expected=310 actual=300",
    ),
)
