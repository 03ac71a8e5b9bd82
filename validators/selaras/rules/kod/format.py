"""KOD001: what stands in the code column is no code."""

from __future__ import annotations

from collections.abc import Mapping

from selaras.recognise.old_codes import LAST_YEAR
from selaras.rule import EMPTY, Finding, Findings, Severity, Silent, Speaks, Text, table_rule
from selaras.rule.seen import Row, Table
from selaras.values.kode_reading import KodeFault

#: What follows "The code ..." in words, by what is wrong with it.
REASONS: Mapping[KodeFault, Text] = {
    KodeFault.LETTERS: Text("berisi huruf atau tanda lain", "has letters or other signs in it"),
    KodeFault.FOUR_PARTS: Text(
        "berhenti di angka kewenangan; nomor kegiatan sesudahnya (misalnya 2.01) belum ditulis",
        "stops at the authority digit; the number of the kegiatan after it (as in 2.01) is missing",
    ),
    KodeFault.TOO_MANY_PARTS: Text("mempunyai terlalu banyak bagian", "has too many parts"),
    KodeFault.WIDTH: Text(
        "mempunyai bagian dengan jumlah angka yang keliru",
        "has a part with the wrong number of digits",
    ),
    KodeFault.PADDED_KEWENANGAN: Text(
        "menulis kewenangan dengan dua angka (02), seharusnya satu (2)",
        "writes the authority with two digits (02) in place of one (2)",
    ),
    KodeFault.GAP_BETWEEN: Text("mempunyai bagian yang kosong", "has an empty part"),
    KodeFault.SEVERAL: Text("memuat lebih dari satu kode", "holds more than one code"),
    KodeFault.ZERO: Text("mempunyai bagian yang bernilai nol", "has a part that is zero"),
}


@table_rule(
    "KOD001",
    "format",
    Severity.ERROR,
    reads="codes",
    needs=("kode-tertulis",),
    basis="kode",
    english="""A code has the form of a level: U, U.BB, U.BB.PP, U.BB.PP.K.GG or U.BB.PP.K.GG.SSSS.

    Why: a code of another form (letters, four parts, too many digits, authority 02 in place of 2),
    or two codes in one cell, cannot be found in the nomenclature and fall out of the sums. Where
    the numbers are still clear, the other rules go on with them.

    A table in the classification before Permendagri 90/2019 is told once; up to the plans of 2020
    it was the right one.

    Fix: write the code as in the nomenclature, e.g. 2.17.01.2.01.0001, and one code in a row.
    """,
)
def check_kode_format(table: Table) -> Findings:
    """Kode berbentuk salah satu tingkat: U, U.BB, U.BB.PP, U.BB.PP.K.GG, atau U.BB.PP.K.GG.SSSS.

    Mengapa: kode yang bentuknya lain (berhuruf, empat bagian, kelebihan angka, kewenangan 02
    alih-alih 2), atau dua kode dalam satu sel, tidak ditemukan di nomenklatur dan lepas dari
    penjumlahan. Bila angkanya masih jelas, aturan lain tetap memakainya. Tabel yang memakai
    klasifikasi sebelum Permendagri 90/2019 disebut sekali; sampai rencana tahun 2020 itulah yang
    berlaku.

    Perbaikan: tulis kode seperti di nomenklatur, misalnya 2.17.01.2.01.0001, satu kode per baris.
    """
    if table.old_codes is not None:
        yield _build_old_finding(table.old_codes)
    for row in table.main_rows:
        if row.reading is None or row.reading.fault is None:
            continue
        reason = REASONS.get(row.reading.fault)
        if reason is not None:
            yield _build_finding(row, row.reading.text, reason)


def _build_old_finding(row: Row) -> Finding:
    """Return the finding on codes of the old classification: an error after its time only."""
    year = row.table.year
    late = year is not None and year > LAST_YEAR
    advice = Text(
        "Ganti semua kode dengan kode nomenklatur yang berlaku, misalnya 2.17.01.2.01.0001.",
        "Put the codes of the nomenclature in force in their place, e.g. 2.17.01.2.01.0001.",
    )
    found = row.build_finding(
        "kode",
        Text(
            f"Kode tabel ini, mulai {row.cell_kode()}, memakai klasifikasi sebelum Permendagri "
            "90/2019; tingkat barisnya dibaca dari panjang kodenya.",
            f"The codes of this table, from {row.cell_kode()} on, are of the classification before "
            "Permendagri 90/2019; the levels of its rows were read by the length of the codes.",
        ),
        advice=advice if late else EMPTY,
    )
    return found if late else found._replace(own_severity=Severity.INFO)


def _build_finding(row: Row, written: str, reason: Text) -> Finding:
    if row.kode is not None:
        advice = Text(f"Tulis {row.kode}.", f"Write {row.kode}.")
        fix = row.fix_kode(str(row.kode))
    elif reason is REASONS[KodeFault.SEVERAL]:
        advice = Text(
            "Tulis satu kode per baris, masing-masing dengan pagunya.",
            "Write one code in a row, each with its own amount.",
        )
        fix = None
    else:
        advice = Text(
            "Tulis ulang kodenya sesuai nomenklatur, misalnya 2.17.01.2.01.0001.",
            "Write the code again as in the nomenclature, e.g. 2.17.01.2.01.0001.",
        )
        fix = None
    return row.build_finding(
        "kode",
        Text(f"Kode “{written}” {reason.id}.", f"The code “{written}” {reason.en}."),
        advice=advice,
        expected=str(row.kode) if row.kode else None,
        fix=fix,
    )


EXAMPLES = (
    Silent("kode|nama|pagu\n2.17.01|P|300\n2.17.01.2.01|A|300\n2.17.01.2.01.0001|S|300"),
    Speaks("kode|nama|pagu\n2.17.01|P|300\n2.17.01.2|A|300", "A3 actual=2.17.01.2"),
    Speaks(
        "kode|nama|pagu\n2.17.01|P|300\n2.17.01.02.01|A|300",
        "A3 expected=2.17.01.2.01 actual=2.17.01.02.01",
    ),
    Speaks("kode|nama|pagu\n2.17.01|P|300\n2.17.02;2.17.03|Q|300", "A3 actual=2.17.02;2.17.03"),
)
