"""KOD004: a code is written otherwise than most of its table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from selaras.dasar import KODEFIKASI
from selaras.finding import Finding, Fix, Severity
from selaras.kode import GayaKode
from selaras.model.row import Row
from selaras.model.table import Table
from selaras.rule import Silent, Speaks, table_rule
from selaras.teks import Teks

Ciri = Callable[[GayaKode], object]

_CIRI: tuple[tuple[Ciri, Teks], ...] = (
    (lambda gaya: gaya.pemisah or None, Teks("pemisah", "its separator")),
    (lambda gaya: gaya.berlapis, Teks("nol di depan", "its leading zeros")),
    (
        lambda gaya: gaya.digit_sub,
        Teks("jumlah angka sub kegiatan", "the digits of the sub kegiatan"),
    ),
    (lambda gaya: gaya.titik_akhir, Teks("titik di akhir", "its final dot")),
)
#: What most of the table does must be clear: this share of the codes that show the trait.
MAYORITAS = 0.6


@table_rule(
    "KOD004",
    "gaya",
    Severity.WARNING,
    needs=("kode",),
    basis=KODEFIKASI,
    english="""Codes of one table are written alike: leading zeros, digits, separator.

    Why: mixed spellings come from copying between sources and break look-ups (VLOOKUP) and sorting.
    Selaras compares codes by their numbers, so it is a blemish and no error.

    Fix: write the code like the others of the table; the finding says how.
    """,
)
def gaya(table: Table) -> Iterator[Finding]:
    """Kode dalam satu tabel ditulis seragam: nol di depan, jumlah angka, pemisah.

    Mengapa: cara menulis yang bercampur datang dari salinan berbagai sumber dan merusak pencarian
    (VLOOKUP) serta pengurutan. Selaras membandingkan kode menurut angkanya, jadi ini cacat, bukan
    kesalahan isi.

    Perbaikan: tulis kode seperti kode lain di tabel itu; temuan menyebutkan caranya.
    """
    rows = [
        row
        for row in table.pokok
        if row.baca is not None and row.kode is not None and row.baca.salah is None
    ]
    styles = Counter(row.baca.gaya for row in rows if row.baca is not None)
    usual = [_lazim(styles, trait) for trait, _ in _CIRI]
    off = {style: _lain(style, usual) for style in styles}
    if not any(off.values()):
        return
    for row in rows:
        if row.baca is not None and off[row.baca.gaya]:
            yield _temuan(row, off[row.baca.gaya], usual)


def _lazim(styles: Counter[GayaKode], trait: Ciri) -> object | None:
    """Return how most codes of the table are written, in one trait; None where it is not clear."""
    seen: Counter[object] = Counter()
    for style, count in styles.items():
        value = trait(style)
        if value is not None:
            seen[value] += count
    if len(seen) < 2:
        return None
    (common, count), *_ = seen.most_common(1)
    return common if count >= MAYORITAS * seen.total() else None


def _lain(style: GayaKode, usual: list[object | None]) -> list[Teks]:
    """Return in what a style differs from the usual one."""
    return [
        label
        for (trait, label), common in zip(_CIRI, usual, strict=True)
        if common is not None and trait(style) not in (None, common)
    ]


def _temuan(row: Row, off: list[Teks], usual: list[object | None]) -> Finding:
    assert row.kode is not None
    assert row.baca is not None
    digits = usual[2] if isinstance(usual[2], int) else row.baca.gaya.digit_sub or 2
    written = row.baca.teks
    proper = row.kode.kanonik(4 if digits == 4 else 2)
    padded = usual[1] if usual[1] is not None else row.baca.gaya.berlapis
    if padded is False:
        proper = ".".join(str(part) for part in row.kode.bagian)
    separator = usual[0] if isinstance(usual[0], str) else "."
    proper = proper.replace(".", separator)
    single = row.baca.gaya.sel == 1
    names = Teks(", ".join(t.id for t in off), ", ".join(t.en for t in off))
    return row.temuan(
        "kode",
        Teks(
            f"Kode {written} tidak seragam dengan kode lain di tabel ini: beda {names.id}.",
            f"The code {written} is not written like the others of this table: see {names.en}.",
        ),
        advice=Teks(f"Tulis {proper}.", f"Write {proper}."),
        expected=proper,
        fix=Fix(kind="text", cell=row.cell_kode(), value=proper, safe=True) if single else None,
    )


EXAMPLES = (
    Silent("kode|nama|pagu\n2.17.01|P|3\n2.17.02|Q|3\n2.17.12|R|3"),
    # Two editions half and half: neither is the odd one.
    Silent("kode|nama|pagu\n2.17.01.2.01.01|P|3\n2.17.01.2.01.0002|Q|3"),
    Speaks(
        "kode|nama|pagu\n2.17.01|P|3\n2.17.02|Q|3\n2.17.3|R|3", "A4 expected=2.17.03 actual=2.17.3"
    ),
)
