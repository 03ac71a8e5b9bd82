"""KOD007: the authority digit does not fit the kind of government."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from selaras.dasar import KODEFIKASI
from selaras.finding import Finding, Severity
from selaras.model.row import Row
from selaras.model.work import Work
from selaras.rule import Silent, Speaks, book_rule
from selaras.teks import Teks

#: Kind of government to the authority digits that it uses (Permendagri 90/2019).
KEWENANGAN: Mapping[str, tuple[int, ...]] = {
    "provinsi": (1,),
    "kabupaten": (2,),
    "kota": (2,),
    "papua": (1, 2, 3),
    "papua-barat": (1, 2, 4),
    "diy": (1, 5),
    "dki": (1, 6),
    "aceh": (1, 2, 7),
    "bali": (1, 2, 8),
}
#: Without a kind set, a digit is judged by the others of the workbook: this share of so many codes.
HAMPIR_SEMUA = 0.9
CUKUP_BANYAK = 10


@book_rule(
    "KOD007",
    "kewenangan",
    Severity.ERROR,
    reads="codes",
    needs=("kode",),
    basis=KODEFIKASI,
    english="""The authority digit of a kegiatan fits the government: 1 provinsi, 2 kabupaten/kota.

    Why: a kegiatan of a kabupaten with the digit 1 is one of the province and cannot be budgeted.
    The kind of government can be set (pemda.jenis); without it, a digit that differs from nearly
    all others of the workbook is named.

    Fix: put the right digit in the fourth part of the code.
    """,
)
def kewenangan(work: Work) -> Iterator[Finding]:
    """Digit kewenangan kegiatan sesuai dengan pemerintah daerahnya: 1 provinsi, 2 kabupaten/kota.

    Mengapa: kegiatan kabupaten dengan digit 1 berarti kewenangan provinsi dan tidak dapat
    dianggarkan. Jenis pemda dapat diatur (pemda.jenis); tanpa itu, digit yang lain dari hampir
    semua kode di buku kerja disebut.

    Perbaikan: isi digit yang benar pada bagian keempat kode.
    """
    rows = [
        row
        for table in work.tables
        for row in table.pokok
        if row.kode is not None and len(row.kode.bagian) >= 5
    ]
    allowed = KEWENANGAN.get(work.setting.pemda.jenis or "") or _lazim(rows)
    if not allowed:
        return
    for row in rows:
        assert row.kode is not None
        if row.kode.bagian[3] not in allowed:
            yield _temuan(row, allowed)


def _lazim(rows: list[Row]) -> tuple[int, ...]:
    seen = Counter(row.kode.bagian[3] for row in rows if row.kode is not None)
    if len(rows) < CUKUP_BANYAK or not seen:
        return ()
    digit, count = seen.most_common(1)[0]
    return (digit,) if HAMPIR_SEMUA * len(rows) <= count < len(rows) else ()


def _temuan(row: Row, allowed: tuple[int, ...]) -> Finding:
    assert row.kode is not None
    digit = row.kode.bagian[3]
    proper = " / ".join(map(str, allowed))
    return row.temuan(
        "kode",
        Teks(
            f"Digit kewenangan {row.kode} adalah {digit}, seharusnya {proper}.",
            f"The authority digit of {row.kode} is {digit}; it should be {proper}.",
        ),
        advice=Teks(
            "Betulkan bagian keempat kodenya (1 provinsi, 2 kabupaten/kota).",
            "Mend the fourth part of the code (1 provinsi, 2 kabupaten/kota).",
        ),
    )


_BARIS = "\n".join(f"2.17.01.2.{urut:02d}|K|1" for urut in range(1, 11))
EXAMPLES = (
    Silent(f"kode|nama|pagu\n{_BARIS}"),
    Speaks(f"kode|nama|pagu\n{_BARIS}\n2.17.01.1.11|K|1", "A12 actual=2.17.01.1.11"),
)
