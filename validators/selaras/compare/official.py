"""Rows held against the official names of their codes.

A name is the official one whatever its case, spaces and punctuation. What regions always write in
a way of their own (their own name for "Kabupaten/Kota", "SKPD" for "Perangkat Daerah", well-known
short forms) makes it no other name, only one to be put right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto
from itertools import islice
from typing import TYPE_CHECKING

from selaras.model.row import Row
from selaras.model.table import Table
from selaras.model.work import Work
from selaras.values.finding import Fix
from selaras.values.fold import fold, measure_likeness
from selaras.values.kode_reading import Kode, KodeFault, Level

if TYPE_CHECKING:
    from selaras.nomenklatur.entry import EntryRow, KodeEntry

#: Where a code is damaged so, its numbers are a guess.
_GUESSED = frozenset(
    (KodeFault.LETTERS, KodeFault.EXCEL_NUMBER, KodeFault.DATE, KodeFault.ZERO, KodeFault.WIDTH)
)


class NameMatch(Enum):
    """How a written name stands to the official one."""

    SAME = auto()
    SPELLING = auto()  #: the same name, written otherwise
    OTHER = auto()  #: another name


def group_by_table(work: Work) -> Iterator[tuple[Table, Sequence[Row], Sequence[EntryRow | None]]]:
    """Yield each table with its rows whose codes are sure, and what the nomenclature says of them.

    None where it says nothing.
    """
    by_table = [_find_sure_kode_rows(table) for table in work.tables]
    codes = [row.kode for rows in by_table for row in rows if row.kode is not None]
    found = iter(_find_official(work, codes))
    for table, rows in zip(work.tables, by_table, strict=True):
        yield table, rows, list(islice(found, len(rows)))


def _find_sure_kode_rows(table: Table) -> list[Row]:
    """Return the rows of the hierarchy whose codes are sure."""
    return [
        row
        for row in table.row_kinds.kode_rows
        if row.reading is not None
        and (row.reading.fault is None or row.reading.fault not in _GUESSED)
    ]


def _find_official(work: Work, kodes: Sequence[Kode]) -> Sequence[EntryRow | None]:
    if work.nomenklatur is None:
        return [None] * len(kodes)
    # Here, because what keeps lists is loaded only where there are some.
    from selaras.nomenklatur.entry import PemdaKind

    kind = work.setting.pemda.kind
    if kind is None:
        pemda_kind = PemdaKind.ANY
    else:
        pemda_kind = PemdaKind.REGENCY_CITY if kind in ("kabupaten", "kota") else PemdaKind.PROVINCE
    return work.nomenklatur.find_rows(kodes, pemda_kind)


def adapt_kode(kode: Kode, entry: KodeEntry) -> Kode:
    """Return the code of an entry in the bidang urusan of another code: X.XX stands for it."""
    return Kode(kode.parts[:2] + entry.kode.parts[2:], entry.kode.sub_width)


def find_name_owner(name: str, entries: Iterable[KodeEntry]) -> KodeEntry | None:
    """Return the one entry whose official name this is, a slip of the pen aside; else None."""
    known = list(entries)
    exact = [entry for entry in known if is_same_text(name, entry.name)]
    found = exact or [
        entry for entry in known if measure_likeness(name, entry.name) >= _SLIP_LIKENESS
    ]
    return found[0] if len(found) == 1 else None


def propose_kode(row: Row, kode: Kode) -> Fix | None:
    """Return the change of a row's code cell to this code, written as the row writes codes.

    None where the code stands in several cells, or another row has it already.
    Never safe: that the name is right and the code wrong remains the user's to say.
    """
    if row.reading is None:
        return None
    if any(other.kode == kode for other in row.table.row_kinds.kode_rows):
        return None
    written = kode.write_canonical(row.reading.style.digit_sub or kode.sub_width)
    return row.fix_kode(written)


def find_most_alike(name: str, entries: Iterable[KodeEntry]) -> KodeEntry | None:
    """Return the entry whose name is most like this one; None where none comes near."""
    written = _use_common_words(fold(name))
    rated = [
        (measure_likeness(written, _use_common_words(fold(entry.name))), entry) for entry in entries
    ]
    likeness, entry = max(rated, key=lambda pair: pair[0], default=(0.0, None))
    return entry if likeness >= _NEAR else None


def is_same_text(a: str, b: str) -> bool:
    """Tell whether two texts are the same but for case, spaces, punctuation, "dan" and "&"."""
    return a == b or _remove_spaces(fold(a)) == _remove_spaces(fold(b))


def compare_names(
    written_name: str, official_name: str, level: Level, threshold: float
) -> NameMatch:
    """Return how a written name stands to the official one; `threshold` is a likeness of 0 to 1."""
    if is_same_text(written_name, official_name):
        return NameMatch.SAME
    written, official = (
        _strip_level_word(fold(text), level) for text in (written_name, official_name)
    )
    if _remove_spaces(written) == _remove_spaces(official):
        return NameMatch.SAME
    # Their names are headings, which every region words as it likes.
    if level <= Level.BIDANG_URUSAN:
        return NameMatch.SPELLING
    usual_written, usual_official = _use_common_words(written), _use_common_words(official)
    if level is Level.PROGRAM:
        usual_written = _REGION_URUSAN.sub("", usual_written)
        usual_official = _REGION_URUSAN.sub("", usual_official)
    if (
        measure_likeness(written, official) >= threshold
        or measure_likeness(usual_written, usual_official) >= threshold
    ):
        return NameMatch.SPELLING
    # The official name with a remark, or cut short by a narrow cell.
    short, long = sorted((_remove_spaces(usual_written), _remove_spaces(usual_official)), key=len)
    if len(short) >= _SHORTEST and short in long:
        return NameMatch.SPELLING
    return NameMatch.OTHER


def find_other_indikator(work: Work) -> Iterator[tuple[Row, Kode, KodeEntry]]:
    """Yield the sub kegiatan that none of its indicators measures as the nomenclature does."""
    # Here, because what keeps lists is loaded only where there are some.
    from selaras.nomenklatur.entry import ENTRY_INDIKATOR

    nomenclature = work.nomenklatur
    assert nomenclature is not None
    for table, rows, official in group_by_table(work):
        if "indikator" not in table.columns:
            continue
        texts = table.text["indikator"]
        for row, found in zip(rows, official, strict=True):
            first = texts[row.index]
            if found is None or not first or first == found[ENTRY_INDIKATOR]:  # nearly every row
                continue
            kode = row.kode
            if kode is None or kode.level is not Level.SUB_KEGIATAN or not found[ENTRY_INDIKATOR]:
                continue
            entry = nomenclature.build_entry(found)
            written = [first, *(own.text("indikator") for own in row.indikator)]
            listed = _drop_unit(entry.indikator)
            if not any(is_same_text(_drop_unit(text), listed) for text in written):
                yield row, kode, entry


def _drop_unit(text: str) -> str:
    """Return an indicator without the unit in brackets that may end it: "... (Dokumen)"."""
    head, bracket, tail = text.rstrip(" .").rpartition("(")
    short = tail.endswith(")") and len(tail.split()) <= _UNIT_WORDS
    return head.rstrip() if bracket and short and head.strip() else text


#: A unit in brackets has no more words than this.
_UNIT_WORDS = 3
#: Likeness of two names of which one is the other with a slip of the pen.
_SLIP_LIKENESS = 0.95
#: Likeness from which a name is worth a look.
_NEAR = 0.7
#: A shorter piece of a name may stand in many names.
_SHORTEST = 15

_LEVEL_WORDS = {
    Level.URUSAN: "urusan pemerintahan|urusan",
    Level.BIDANG_URUSAN: "urusan pemerintahan bidang|bidang urusan pemerintahan|bidang urusan"
    "|urusan bidang|urusan pemerintahan|urusan|bidang",
    Level.PROGRAM: "program",
    Level.KEGIATAN: "kegiatan",
    Level.SUB_KEGIATAN: "sub kegiatan|subkegiatan",
}
_CONTINUATION = re.compile(r" lanjutan$")
#: Whose it is: the list says it in general, plans by name.
_REGION = re.compile(
    r"\b(?:(?:yang menjadi )?kewenangan |(?:di |pada )?(?:wilayah |daerah )?)?"
    r"(?:kabupaten kota|kabupaten|kota|provinsi)\b(?: \w+$)?"
)
#: The end of "program penunjang urusan pemerintahan daerah".
_REGION_URUSAN = re.compile(r" urusan(?: pemerintah(?:an)?)?(?: daerah)?$")
_SHORT_FORMS = {
    "skpd": "perangkat daerah",
    "opd": "perangkat daerah",
    "pd": "perangkat daerah",
    "asn": "aparatur sipil negara",
    "pns": "aparatur sipil negara",
    "sdm": "sumber daya manusia",
    "umkm": "usaha mikro kecil menengah",
    "ukm": "usaha kecil menengah",
    "bmd": "barang milik daerah",
    "spm": "standar pelayanan minimal",
}


def _remove_spaces(folded: str) -> str:
    """Return a folded text without spaces, and without "dan", which lists glue to other words."""
    return folded.replace(" ", "").replace("dan", "")


def _strip_level_word(folded: str, level: Level) -> str:
    """Leave out the word for the level in front, and that the row goes on from another page."""
    return _CONTINUATION.sub("", re.sub(rf"^(?:{_LEVEL_WORDS[level]}) ", "", folded))


def _use_common_words(folded: str) -> str:
    """Return a folded name in its usual words: short forms written out, no region."""
    words = [_SHORT_FORMS.get(word, word) for word in folded.split() if word != "dan"]
    return " ".join(_REGION.sub(" ", " ".join(words)).split())
