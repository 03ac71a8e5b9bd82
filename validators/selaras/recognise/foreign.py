"""What tells that a sheet is another document: the words of its heads and titles.

A title counts less than the table's own title above the same head: the caller asks for it where no
such title stands there. Reports tell what came of a plan, and are none, whatever heads they share.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from selaras.recognise.evidence import SeenContent
from selaras.recognise.heads import ColumnHead
from selaras.recognise.words import split_words
from selaras.tables import Content, TableSpec

#: Words of heads that other documents have, and how much each tells against a known table.
_FOREIGN_HEADS: tuple[tuple[frozenset[str], float], ...] = tuple(
    (split_words(words), weight)
    for words, weight in (
        ("harga satuan", 0.25),
        ("satuan harga", 0.25),
        ("koefisien", 0.25),
        ("rincian perhitungan", 0.25),
        ("rincian penghitungan", 0.25),
        ("spesifikasi", 0.2),
        ("nip", 0.25),
        ("gaji", 0.25),
        ("tunjangan", 0.2),
        ("pangkat", 0.2),
        ("golongan", 0.2),
        ("npwp", 0.2),
        ("kontrak", 0.15),
        ("penyedia", 0.15),
        ("ppn", 0.15),
        ("harga", 0.15),
        ("usulan tambahan", 0.25),
        ("jenis pelayanan dasar", 0.25),
        ("justifikasi", 0.15),
    )
)
#: What titles and sheet names of other documents say, word after word.
_FOREIGN_TITLES = tuple(
    tuple(phrase.split())
    for phrase in (
        "rencana kerja dan anggaran",
        "rka",
        "dokumen pelaksanaan anggaran",
        "dokumen pelaksanaan perubahan anggaran",
        "dpa",
        "dppa",
        "rincian anggaran belanja",
        "rincian belanja",
        "rencana anggaran biaya",
        "rab",
        "anggaran kas",
        "rencana penarikan dana",
        "laporan realisasi anggaran",
        "lra",
        "usulan dak",
        "usulan dana alokasi khusus",
        "usulan musrenbang",
        "hasil musrenbang",
        "daftar usulan musrenbang",
        "standar harga",
        "standar satuan harga",
        "satuan standar harga",
        "ssh",
        "rencana umum pengadaan",
        "daftar gaji",
        "daftar nominatif",
        "daftar pegawai",
    )
)
#: The same of documents that have the heads of a plan, word for word: only the title tells them.
_LIKE_PLANS = tuple(
    tuple(phrase.split())
    for phrase in (
        "perjanjian kinerja",
        "perjanjian kerja",
        "penetapan kinerja",
        "rencana aksi",
        "renaksi",
        "usulan tambahan",
        "tambahan anggaran",
        "standar pelayanan minimal",
        "spm",
        "berita acara",
        "evaluasi renstra",
        "evaluasi hasil renstra",
        "evaluasi terhadap hasil renstra",
        "evaluasi rencana strategis",
        "evaluasi hasil rencana strategis",
        "evaluasi terhadap hasil rencana strategis",
    )
)
#: What titles of reports say. The tables of an evaluation may bear them, too.
_REPORTS = tuple(
    tuple(phrase.split())
    for phrase in (
        "realisasi fisik",
        "realisasi keuangan",
        "realisasi anggaran",
        "laporan realisasi",
        "laporan bulanan",
        "laporan kinerja",
        "pengukuran kinerja",
        "monitoring",
        "monev",
        "rfk",
        "lkjip",
    )
)
#: At most so much do head words and titles take together.
MOST_FOREIGN = 0.5
#: What a sheet's name or a title takes; what one takes that alone tells the document.
NAMED_FOREIGN = 0.25
TITLED_FOREIGN = 0.45
#: What each head takes that says what came of the amounts of a plan.
REALISED = 0.25


def foreign_heads(heads: Iterable[frozenset[str]]) -> float:
    """Return how much the words of the heads are those of another document."""
    found = {words: weight for head in heads for words, weight in _FOREIGN_HEADS if words <= head}
    return min(MOST_FOREIGN, sum(found.values()))


def foreign_title(titles: Iterable[Sequence[str]], name: Sequence[str], *, plan: bool) -> float:
    """Return how much title lines or a sheet's name, as words in order, name another document.

    `plan` says whether a plan is looked for, which no report is.
    """
    telling = _LIKE_PLANS + (_REPORTS if plan else ())
    lines = list(titles)
    if any(_says(line, telling) for line in lines):
        return TITLED_FOREIGN
    known = any(_says(line, _FOREIGN_TITLES) for line in (*lines, name))
    return NAMED_FOREIGN if known or _says(name, telling) else 0.0


def _says(line: Sequence[str], phrases: Iterable[tuple[str, ...]]) -> bool:
    return any(
        tuple(line[at : at + len(phrase)]) == phrase
        for phrase in phrases
        for at in range(len(line) - len(phrase) + 1)
    )


@cache
def is_plan(spec: TableSpec) -> bool:
    """Tell whether a table has amounts, and none of them is what came of it."""
    money = [column for column in spec.columns if column.content is Content.MONEY]
    return bool(money) and not any(
        "realisasi" in wording.casefold()
        for column in money
        for wording in (*column.heads, *column.groups)
    )


def count_realised(heads: Sequence[ColumnHead], contents: Sequence[SeenContent]) -> float:
    """Return how much heads tell what came of a plan's amounts: beside a rate, or more than one.

    A revision may show what was spent of each amount until then: one such column tells nothing.
    """
    realised = [
        content
        for head, content in zip(heads, contents, strict=True)
        if "realisasi" in head.all_words and not head.all_words & _RATES
    ]
    rates = sum(1 for head in heads if "realisasi" in head.all_words and head.all_words & _RATES)
    rates += sum(1 for head in heads if "capaian" in head.all_words and "persen" in head.all_words)
    if SeenContent.AMOUNTS not in realised or len(realised) + rates < 2:
        return 0.0
    return min(MOST_FOREIGN, REALISED * (len(realised) + rates - 1))


_RATES = split_words("persen fisik")
