"""KOD006: a name that is not that of the code in the nomenclature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selaras.compare.official import (
    NameMatch,
    adapt_kode,
    compare_names,
    find_name_owner,
    group_by_table,
    is_same_text,
    propose_kode,
)
from selaras.rule import Finding, Findings, Fix, Severity, Silent, Speaks, Text, book_rule
from selaras.rule.seen import Row, Work
from selaras.values.fold import fold
from selaras.values.kode_reading import Kode

if TYPE_CHECKING:
    from selaras.nomenklatur.entry import KodeEntry


@book_rule(
    "KOD006",
    "nama-beda",
    Severity.ERROR,
    reads="codes",
    needs=("kode", "nomenklatur"),
    basis="kode",
    english="""The name beside a code is the one that the nomenclature gives that code.

    Why: a code with another code's name says two things at once; which of them is budgeted, nobody
    knows. Case, spaces and punctuation do not count. A name that is nearly right (a typo, the
    region's own name for "Kabupaten/Kota", SKPD for Perangkat Daerah) is a warning.

    Fix: write the official name, or, where the name is right, its code.
    """,
)
def check_official_names(work: Work) -> Findings:
    """Nama di sebelah kode adalah nama yang diberikan nomenklatur kepada kode itu.

    Mengapa: kode yang bernama lain mengatakan dua hal sekaligus, dan tidak jelas mana yang
    dianggarkan. Huruf besar, spasi, dan tanda baca tidak dihitung. Nama yang hampir benar (salah
    ketik, nama daerah untuk "Kabupaten/Kota", SKPD untuk Perangkat Daerah) menjadi peringatan.

    Perbaikan: tulis nama resminya, atau, bila namanya yang benar, kodenya.
    """
    # Here, because what keeps lists is loaded only where there are some.
    from selaras.nomenklatur.entry import ENTRY_NAME

    nomenclature = work.nomenklatur
    assert nomenclature is not None
    threshold = work.setting.thresholds.name / 100
    siblings: dict[Kode, list[KodeEntry]] = {}
    for table, rows, official in group_by_table(work):
        if "nama" not in table.columns:
            continue
        for row, found in zip(rows, official, strict=True):
            if found is None or not row.name or row.name == found[ENTRY_NAME]:  # nearly every row
                continue
            kode, entry = row.kode, nomenclature.build_entry(found)
            assert kode is not None
            mismatch = compare_names(row.name, entry.name, kode.level, threshold)
            if mismatch is NameMatch.SAME:
                continue
            parent = kode.parent
            if parent is not None and parent not in siblings:
                siblings[parent] = nomenclature.find_children(parent)
            owner = find_name_owner(row.name, siblings[parent]) if parent else None
            yield _build_finding(row, kode, entry, owner, mismatch)


def _build_finding(
    row: Row, kode: Kode, entry: KodeEntry, owner: KodeEntry | None, mismatch: NameMatch
) -> Finding:
    advice = Text(f"Tulis “{entry.name}”.", f"Write “{entry.name}”.")
    severity = None
    fix = None
    if owner is not None and owner.kode != entry.kode:
        other = adapt_kode(kode, owner)
        fix = propose_kode(row, other)
        exact = is_same_text(row.name, owner.name)
        severity = None if exact or mismatch is NameMatch.OTHER else Severity.WARNING
        nearly = Text("", "") if exact else Text(" (dengan salah ketik)", " (with a slip)")
        message = Text(
            f"Nama pada kode {kode} adalah nama resmi kode {other}{nearly.id}.",
            f"The name beside the code {kode} is the official name of {other}{nearly.en}.",
        )
        advice = Text(
            f"Bila yang dimaksud {other}, betulkan kodenya; bila {kode}, tulis “{entry.name}”.",
            f"If {other} is meant, mend the code; if {kode}, write “{entry.name}”.",
        )
    elif mismatch is NameMatch.OTHER:
        message = Text(
            f"Nama pada kode {kode} bukan nama resminya.",
            f"The name beside the code {kode} is not its official name.",
        )
        advice = Text("Periksa kode dan namanya. ", "Check code and name. ") + advice
    else:
        severity = Severity.WARNING
        message = Text(
            f"Nama pada kode {kode} sedikit berbeda dari nama resminya.",
            f"The name beside the code {kode} is not quite its official name.",
        )
    # A cell that holds more than the name (its code, say) is not to be overwritten with it.
    if fix is None and fold(row.text("nama")) == fold(row.name):
        fix = Fix(kind="text", cell=row.cell("nama"), value=entry.name)
    found = row.build_finding("nama", message, advice=advice, expected=entry.name, fix=fix)
    return found._replace(own_severity=severity)


_REGISTER = (
    "== nomenklatur\nX.XX.01|PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA\n"
    "X.XX.01.2.06|Administrasi Umum Perangkat Daerah\n"
    "X.XX.01.2.06.0005|Penyediaan Barang Cetakan dan Penggandaan\n"
    "X.XX.01.2.06.0008|Fasilitasi Kunjungan Tamu\n== T-C.33\n"
)
EXAMPLES = (
    Silent(
        f"{_REGISTER}kode|nama|pagu\n"
        "2.17.01|Program Penunjang Urusan Pemerintahan Daerah Kabupaten / Kota|3\n"
        "2.17.01.2.06|ADMINISTRASI UMUM PERANGKAT DAERAH|3\n"
        "2.17.01.2.06.05|Penyediaan Barang Cetakan & Penggandaan|3"
    ),
    # A typo, and the name of another code.
    Speaks(
        f"{_REGISTER}kode|nama|pagu\n"
        "2.17.01|Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota|3\n"
        "2.17.01.2.06|Administrasi Umum Perangkat Daerah|3\n"
        "2.17.01.2.06.05|Penyediaan Barang Cetak dan Penggandaan|1\n"
        "2.17.01.2.06.08|Penyediaan Barang Cetakan dan Penggandaan|2",
        "B4 expected=Penyediaan Barang Cetakan dan Penggandaan "
        "actual=Penyediaan Barang Cetak dan Penggandaan\n"
        "B5 expected=Fasilitasi Kunjungan Tamu "
        "actual=Penyediaan Barang Cetakan dan Penggandaan",
    ),
)
