"""The notes of T-C.31: where they stand, and whether they give a reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from selaras.model.book import Position
from selaras.rule.seen import Row, Table
from selaras.values.fold import fold

#: Notes that sound like a reason and give none. Matched after folding.
EMPTY_PHRASES = frozenset(
    """
    disesuaikan
    disesuaikan kebutuhan
    menyesuaikan kebutuhan
    penyesuaian kebutuhan
    sesuai kebutuhan
    berdasarkan kebutuhan
    kebutuhan
    penyesuaian
    disesuaikan dengan rkpd
    sesuai rkpd
    sesuai renja
    sesuai renstra
    sesuai pagu
    sesuai anggaran
    disesuaikan pagu
    disesuaikan anggaran
    menyesuaikan pagu
    menyesuaikan anggaran
    penyesuaian pagu
    penyesuaian anggaran
    penyesuaian dana
    perubahan
    perubahan pagu
    perubahan anggaran
    pagu berubah
    anggaran berubah
    berubah
    bertambah
    berkurang
    penambahan
    pengurangan
    naik
    turun
    penambahan pagu
    pengurangan pagu
    penambahan anggaran
    pengurangan anggaran
    pagu bertambah
    pagu berkurang
    beda pagu
    perbedaan pagu
    selisih
    sesuai
    belum sesuai
    tetap
    sama
    idem
    sda
    s d a
    ok
    oke
    ya
    ada
    cukup
    penting
    prioritas
    rutin
    lanjutan
    nihil
    tidak ada
    tidak ada catatan
    catatan
    keterangan
    """.strip().splitlines()
)
#: Words that make no difference to what a phrase says.
CONNECTING_WORDS = frozenset(("dengan", "dgn", "dg", "sudah", "telah", "akan", "perlu", "hanya"))
#: Words that may follow an empty phrase without making it a reason.
TRAILING_WORDS = frozenset(
    ("opd", "skpd", "pd", "perangkat", "daerah", "dinas", "badan", "instansi", "riil", "tahun")
)


def _find_core_words(text: str) -> tuple[str, ...]:
    """Return the words of a note that say something: neither numbers nor connecting words."""
    return tuple(w for w in fold(text).split() if w not in CONNECTING_WORDS and not w.isdigit())


_EMPTY_NOTES = frozenset(map(_find_core_words, EMPTY_PHRASES))


class Note(NamedTuple):
    """A note: the cell, and what it says."""

    position: Position
    text: str

    @property
    def has_reason(self) -> bool:
        """Whether it says why."""
        words = _find_core_words(self.text)
        while words and words not in _EMPTY_NOTES:
            if words[-1] not in TRAILING_WORDS:
                return True
            words = words[:-1]
        return False


class NoteReader:
    """Reads the notes of one T-C.31; one merged over several rows is the note of each of them."""

    def __init__(self, table: Table) -> None:
        self._column = table.columns["catatan"].first if "catatan" in table.columns else None
        self._tops: dict[int, int] = {}
        for area in table.sheet.merges if self._column is not None else ():
            if area.left <= (self._column or 0) <= area.right:
                self._tops |= dict.fromkeys(range(area.top + 1, area.bottom + 1), area.top)

    @property
    def is_present(self) -> bool:
        """Whether the table has notes."""
        return self._column is not None

    def read(self, row: Row) -> Note:
        """Return the note of a row, with what further rows of it say."""
        assert self._column is not None
        sheet = row.table.sheet
        found: list[tuple[Position, str]] = []
        for one in (row, *row.continuations, *row.indikator):
            place = (self._tops.get(one.row, one.row), self._column)
            text = " ".join(str(sheet.value(*place) or "").split())
            if text and (place, text) not in found:
                found.append((place, text))
        if not found:
            return Note((row.row, self._column), "")
        return Note(found[0][0], " ".join(text for _, text in found))

    def has_reason(self, rows: Sequence[Row]) -> bool:
        """Tell whether the note of any of the rows says why."""
        return self.is_present and any(self.read(row).has_reason for row in rows)
