"""The amounts before a revision, in a plan that shows both: "Pagu: Sebelum | Setelah Perubahan"."""

from __future__ import annotations

from collections.abc import Sequence

from selaras.model.table import Table
from selaras.recognise.heads import Blok, Kepala
from selaras.recognise.split_amounts import beruang, tambah_kolom
from selaras.recognise.words import frasa, himpunan
from selaras.tables import RENCANA
from selaras.tables.shared import MAJU, PAGU, SEBELUM, pagu_sebelum

_UANG = frozenset().union(*(frasa(phrase) for phrase in PAGU))
#: Amounts that are no ceilings: they may be negative, or belong to another year.
_BUKAN = himpunan(
    "selisih bertambah berkurang tambah kurang realisasi sisa capaian persen persentase target "
    "volume sumber"
)


def tambah_sebelum(table: Table, block: Blok, data: Sequence[int]) -> None:
    """Give a revised plan its column of the amounts before; they add up like those after."""
    if table.name not in RENCANA or "pagu" not in table.columns:
        return
    taken = {number for column in table.columns.values() for number in column.columns}
    found = [
        head
        for head in block.columns
        if head.column not in taken and _sebelum(head) and beruang(table.sheet, head.column, data)
    ]
    if len(found) == 1:
        tambah_kolom(table, pagu_sebelum(), found[0])


def _sebelum(head: Kepala) -> bool:
    words = head.semua
    return (
        any(frasa(phrase) <= words for phrase in SEBELUM)
        and not words.isdisjoint(_UANG)
        and words.isdisjoint(_BUKAN)
        and not any(frasa(phrase) <= words for phrase in MAJU)
    )
