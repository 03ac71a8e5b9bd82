"""KOD007: the authority digit does not fit the kind of government."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from selaras.model.row import Row
from selaras.model.work import Work
from selaras.rule.registry import Silent, Speaks, book_rule
from selaras.rule.regulations import KODEFIKASI
from selaras.values.finding import Finding, Severity
from selaras.values.fold import lipat
from selaras.values.lazy_regex import Pola
from selaras.values.text import Teks

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
#: What only some regions have besides 1 and 2; their kabupaten and kota have it, too.
KHUSUS = frozenset(digit for digits in KEWENANGAN.values() for digit in digits if digit > 2)
#: A slip hits one code: where so many codes of a table agree in such a digit, it is meant.
SENGAJA = 2
#: How titles name the kind of government; that of a kabupaten may name its province, too.
_DISEBUT = (
    ((2,), Pola(r"\b(?:kabupaten|kab|kota)\b")),
    ((1,), Pola(r"\b(?:provinsi|propinsi|prov)\b")),
)
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
    all others of the workbook is named, unless the titles name the kind that it belongs to.
    Digits that only some regions have (3 to 8, as in Papua and Aceh) are no mistake where several
    codes of a table agree in one, or where the nomenclature has the code.

    Fix: put the right digit in the fourth part of the code.
    """,
)
def kewenangan(work: Work) -> Iterator[Finding]:
    """Digit kewenangan kegiatan sesuai dengan pemerintah daerahnya: 1 provinsi, 2 kabupaten/kota.

    Mengapa: kegiatan kabupaten dengan digit 1 berarti kewenangan provinsi dan tidak dapat
    dianggarkan. Jenis pemda dapat diatur (pemda.jenis); tanpa itu, digit yang lain dari hampir
    semua kode di buku kerja disebut, kecuali bila judul menyebut jenis pemda yang memakainya.
    Digit khusus daerah tertentu (3 sampai 8, seperti di Papua dan Aceh) bukan kesalahan bila
    beberapa kode dalam satu tabel memakainya, atau bila kodenya ada di nomenklatur.

    Perbaikan: isi digit yang benar pada bagian keempat kode.
    """
    by_table = [
        [row for row in table.pokok if row.kode is not None and len(row.kode.bagian) >= 5]
        for table in work.tables
    ]
    allowed = KEWENANGAN.get(work.setting.pemda.jenis or "") or _lazim(work, by_table)
    if not allowed:
        return
    for rows in by_table:
        seen = _hitung(rows)
        for row in rows:
            assert row.kode is not None
            digit = row.kode.bagian[3]
            if digit in allowed:
                continue
            if digit in KHUSUS and (seen[digit] >= SENGAJA or _terdaftar(work, row)):
                continue
            yield _temuan(row, allowed)


def _hitung(rows: Sequence[Row]) -> Counter[int]:
    return Counter(row.kode.bagian[3] for row in rows if row.kode is not None)


def _terdaftar(work: Work, row: Row) -> bool:
    nomenclature = work.nomenklatur
    return nomenclature is not None and row.kode is not None and bool(nomenclature.cari(row.kode))


def _lazim(work: Work, by_table: Sequence[Sequence[Row]]) -> tuple[int, ...]:
    """Return the digit that nearly all codes have, where the titles do not speak against it."""
    seen = _hitung([row for rows in by_table for row in rows])
    count = seen.total()
    if count < CUKUP_BANYAK:
        return ()
    digit, most = seen.most_common(1)[0]
    if not HAMPIR_SEMUA * count <= most < count:
        return ()
    said = _disebut_judul(work)
    return (digit,) if said is None or digit in said else ()


def _disebut_judul(work: Work) -> tuple[int, ...] | None:
    """Return the digits of the kind of government that titles name; None where they name none."""
    lines = [lipat(text) for table in work.tables for _, _, text in table.title_cells]
    for digits, pattern in _DISEBUT:
        if any(map(pattern.search, lines)):
            return digits
    return None


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


_BARIS = "\n".join(f"2.17.01.2.{urut:02d}|K|1" for urut in range(1, 21))
_PROVINSI = "== T-C.33\n-- judul Dinas Koperasi Provinsi Jawa Timur\n"
_DAFTAR = "== nomenklatur\n2.17.01.3.11|K\n== T-C.33\n"
EXAMPLES = (
    Silent(f"kode|nama|pagu\n{_BARIS}"),
    Speaks(f"kode|nama|pagu\n{_BARIS}\n2.17.01.1.21|K|1", "A22 actual=2.17.01.1.21"),
    Speaks(f"kode|nama|pagu\n{_BARIS}\n2.17.01.3.21|K|1", "A22 actual=2.17.01.3.21"),
    # A digit of some regions is meant where a kegiatan and its sub kegiatan have it.
    Silent(f"kode|nama|pagu\n{_BARIS}\n2.17.01.3.21|K|1\n2.17.01.3.21.0001|S|1"),
    Silent(f"{_DAFTAR}kode|nama|pagu\n{_BARIS}\n2.17.01.3.11|K|1"),
    # The rest is wrong where the title says whose plan it is.
    Silent(f"{_PROVINSI}kode|nama|pagu\n{_BARIS}\n2.17.01.1.21|K|1"),
)
