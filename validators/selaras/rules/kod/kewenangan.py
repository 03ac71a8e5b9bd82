"""KOD007: the authority digit does not fit the kind of government."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, book_rule
from selaras.rule.seen import Row, Work
from selaras.values.fold import fold
from selaras.values.lazy_regex import LazyPattern

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
SPECIAL_DIGITS = frozenset(digit for digits in KEWENANGAN.values() for digit in digits if digit > 2)
#: A slip hits one code: where so many codes of a table agree in such a digit, it is meant.
ENOUGH_MEANT = 2
#: How titles name the kind of government; that of a kabupaten may name its province, too.
_NAMED_KINDS = (
    ((2,), LazyPattern(r"\b(?:kabupaten|kab|kota)\b")),
    ((1,), LazyPattern(r"\b(?:provinsi|propinsi|prov)\b")),
)
#: Without a kind set, a digit is judged by the others of the workbook: this share of so many codes.
NEARLY_EVERY = 0.9
ENOUGH_KODES = 10


@book_rule(
    "KOD007",
    "kewenangan",
    Severity.ERROR,
    reads="codes",
    needs=("kode",),
    basis="kode",
    english="""The authority digit of a kegiatan fits the government: 1 provinsi, 2 kabupaten/kota.

    Why: a kegiatan of a kabupaten with the digit 1 is one of the province and cannot be budgeted.
    The kind of government can be set (pemda.jenis); without it, a digit that differs from nearly
    all others of the workbook is named, unless the titles name the kind that it belongs to.
    Digits that only some regions have (3 to 8, as in Papua and Aceh) are no mistake where several
    codes of a table agree in one, or where the nomenclature has the code.

    Fix: put the right digit in the fourth part of the code.
    """,
)
def check_kewenangan(work: Work) -> Findings:
    """Digit kewenangan kegiatan sesuai dengan pemerintah daerahnya: 1 provinsi, 2 kabupaten/kota.

    Mengapa: kegiatan kabupaten dengan digit 1 berarti kewenangan provinsi dan tidak dapat
    dianggarkan. Jenis pemda dapat diatur (pemda.jenis); tanpa itu, digit yang lain dari hampir
    semua kode di buku kerja disebut, kecuali bila judul menyebut jenis pemda yang memakainya.
    Digit khusus daerah tertentu (3 sampai 8, seperti di Papua dan Aceh) bukan kesalahan bila
    beberapa kode dalam satu tabel memakainya, atau bila kodenya ada di nomenklatur.

    Perbaikan: isi digit yang benar pada bagian keempat kode.
    """
    by_table = [
        [row for row in table.main_rows if row.kode is not None and len(row.kode.parts) >= 5]
        for table in work.tables
    ]
    allowed = KEWENANGAN.get(work.setting.pemda.kind or "") or _find_common_digits(work, by_table)
    if not allowed:
        return
    for rows in by_table:
        seen = _count_kewenangan(rows)
        for row in rows:
            assert row.kode is not None
            digit = row.kode.parts[3]
            if digit in allowed:
                continue
            if digit in SPECIAL_DIGITS and (seen[digit] >= ENOUGH_MEANT or _is_listed(work, row)):
                continue
            yield _build_finding(row, allowed)


def _count_kewenangan(rows: Sequence[Row]) -> Counter[int]:
    return Counter(row.kode.parts[3] for row in rows if row.kode is not None)


def _is_listed(work: Work, row: Row) -> bool:
    nomenclature = work.nomenklatur
    return nomenclature is not None and row.kode is not None and bool(nomenclature.find(row.kode))


def _find_common_digits(work: Work, by_table: Sequence[Sequence[Row]]) -> tuple[int, ...]:
    """Return the digit that nearly all codes have, where the titles do not speak against it."""
    seen = _count_kewenangan([row for rows in by_table for row in rows])
    count = seen.total()
    if count < ENOUGH_KODES:
        return ()
    digit, most = seen.most_common(1)[0]
    if not NEARLY_EVERY * count <= most < count:
        return ()
    said = _find_titled_digits(work)
    return (digit,) if said is None or digit in said else ()


def _find_titled_digits(work: Work) -> tuple[int, ...] | None:
    """Return the digits of the kind of government that titles name; None where they name none."""
    lines = [fold(text) for table in work.tables for _, _, text in table.title_cells]
    for digits, pattern in _NAMED_KINDS:
        if any(map(pattern.search, lines)):
            return digits
    return None


def _build_finding(row: Row, allowed: tuple[int, ...]) -> Finding:
    assert row.kode is not None
    digit = row.kode.parts[3]
    proper = " / ".join(map(str, allowed))
    return row.build_finding(
        "kode",
        Text(
            f"Digit kewenangan {row.kode} adalah {digit}, seharusnya {proper}.",
            f"The authority digit of {row.kode} is {digit}; it should be {proper}.",
        ),
        advice=Text(
            "Betulkan bagian keempat kodenya (1 provinsi, 2 kabupaten/kota).",
            "Mend the fourth part of the code (1 provinsi, 2 kabupaten/kota).",
        ),
    )


_ROWS = "\n".join(f"2.17.01.2.{number:02d}|K|1" for number in range(1, 21))
_PROVINCE = "== T-C.33\n-- judul Dinas Koperasi Provinsi Jawa Timur\n"
_REGISTER = "== nomenklatur\n2.17.01.3.11|K\n== T-C.33\n"
EXAMPLES = (
    Silent(f"kode|nama|pagu\n{_ROWS}"),
    Speaks(f"kode|nama|pagu\n{_ROWS}\n2.17.01.1.21|K|1", "A22 actual=2.17.01.1.21"),
    Speaks(f"kode|nama|pagu\n{_ROWS}\n2.17.01.3.21|K|1", "A22 actual=2.17.01.3.21"),
    # A digit of some regions is meant where a kegiatan and its sub kegiatan have it.
    Silent(f"kode|nama|pagu\n{_ROWS}\n2.17.01.3.21|K|1\n2.17.01.3.21.0001|S|1"),
    Silent(f"{_REGISTER}kode|nama|pagu\n{_ROWS}\n2.17.01.3.11|K|1"),
    # The rest is wrong where the title says whose plan it is.
    Silent(f"{_PROVINCE}kode|nama|pagu\n{_ROWS}\n2.17.01.1.21|K|1"),
)
