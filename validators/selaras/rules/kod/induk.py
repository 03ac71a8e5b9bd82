"""KOD002: the row of the parent is missing, or is not the nearest above."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.dasar import KODEFIKASI
from selaras.finding import Finding, Severity
from selaras.kode import Kode, Tingkat
from selaras.model.table import Row, Table
from selaras.rule import Silent, Speaks, table_rule
from selaras.teks import Teks


@table_rule(
    "KOD002",
    "induk",
    Severity.ERROR,
    needs=("kode",),
    basis=KODEFIKASI,
    english="""Each row stands under its parent: sub kegiatan under kegiatan, kegiatan under program.

    Why: a row whose parent is missing, or that stands under another parent, is lost to readers and
    to the sums. Only levels that the table has rows of are asked for.

    Fix: add the row of the parent above it, mend the code, or move the row under its parent.
    """,
)
def induk(table: Table) -> Iterator[Finding]:
    """Setiap baris berdiri di bawah induknya: sub kegiatan di bawah kegiatan, kegiatan di program.

    Mengapa: baris yang induknya tidak ada, atau berdiri di bawah induk lain, hilang dari pembacaan
    dan penjumlahan. Yang diminta hanya tingkat yang memang ada barisnya di tabel itu.

    Perbaikan: tambahkan baris induknya di atasnya, betulkan kodenya, atau pindahkan baris itu ke
    bawah induknya.
    """
    levels = {row.tingkat for row in table.pokok if row.tingkat is not None}
    known = {row.kode for row in table.pokok if row.kode is not None}
    nearest: dict[Tingkat, Row] = {}
    for row in table.pokok:
        if row.kode is None or row.tingkat is None:
            continue
        missing = [
            ancestor
            for ancestor in row.kode.leluhur()
            if ancestor.tingkat in levels and ancestor not in known and not _pengganti(ancestor)
        ]
        parent = next((one for one in row.kode.leluhur() if one.tingkat in levels), None)
        if missing:
            yield _hilang(row, missing)
        elif parent is not None and not _pengganti(parent):
            above = nearest.get(parent.tingkat)
            if above is None or above.kode != parent:
                yield _salah_tempat(row, parent, above)
        nearest[row.tingkat] = row


def _pengganti(kode: Kode) -> bool:
    """Tell whether a code is of the placeholder X.XX, which every bidang may stand for."""
    return kode.bagian[0] == 0


def _sebut(kode: Kode) -> str:
    return f"{kode.tingkat.nama} {kode}"


def _hilang(row: Row, missing: list[Kode]) -> Finding:
    names = " dan ".join(_sebut(kode) for kode in reversed(missing))
    names_en = " and ".join(_sebut(kode) for kode in reversed(missing))
    return row.temuan(
        "kode",
        Teks(
            f"Induk {row.sebutan} tidak ada di tabel ini: {names}.",
            f"The parent of {row.sebutan} is not in this table: {names_en}.",
        ),
        advice=Teks(
            f"Tambahkan baris {names} di atasnya, atau betulkan kode {row.sebutan}.",
            f"Add the row of {names_en} above it, or mend the code {row.sebutan}.",
        ),
        expected=str(missing[0]),
    )


def _salah_tempat(row: Row, parent: Kode, above: Row | None) -> Finding:
    below = Teks(
        f"di bawah {above.sebutan}" if above else "sebelum induknya",
        f"under {above.sebutan}" if above else "before its parent",
    )
    places = [other for other in row.table.pokok if other.kode == parent]
    return row.temuan(
        "kode",
        Teks(
            f"{row.sebutan} berdiri {below.id}, padahal induknya {_sebut(parent)}.",
            f"{row.sebutan} stands {below.en}, but its parent is {_sebut(parent)}.",
        ),
        advice=Teks(
            f"Pindahkan baris ini ke bawah {parent}, atau betulkan kodenya.",
            f"Move this row under {parent}, or mend its code.",
        ),
        expected=str(parent),
        related=tuple(other.place_kode() for other in places[:1]),
    )


EXAMPLES = (
    Silent("kode|nama|pagu\n2.17.01|P|3\n2.17.01.2.01|A|3\n2.17.01.2.01.01|S|3"),
    Silent("kode|nama|pagu\n2.17.01.2.01.01|S|3\n2.17.01.2.01.02|S|3"),
    Speaks(
        "kode|nama|pagu\n2.17.01|P|3\n2.17.01.2.01|A|3\n2.17.01.2.02.01|S|3",
        "A4 actual=2.17.01.2.02.01",
    ),
    Speaks(
        "kode|nama|pagu\n2.17.01|P|3\n2.17.01.2.01|A|3\n2.17.01.2.02|B|3\n2.17.01.2.01.01|S|3",
        "A5 actual=2.17.01.2.01.01",
    ),
)
