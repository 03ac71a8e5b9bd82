"""Indicators and targets of one program, kegiatan or sub kegiatan as two tables state them.

What differs is told at the cells of the one side, a finding a cell however many sides differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from selaras.compare.cells import rapat, target_senada, tulisan
from selaras.compare.match import sejajarkan
from selaras.model.row import Row
from selaras.model.table import Table
from selaras.values.finding import Finding, Place, Severity
from selaras.values.text import Teks, besar


class Sisi(NamedTuple):
    """One side: the row of the hierarchy, the rows of its indicators, and where things stand."""

    row: Row
    rows: Sequence[Row]
    indikator: str
    target: tuple[str, ...]
    nama: Teks


class _Beda(NamedTuple):
    """How another side differs from a cell."""

    kalimat: Teks
    place: Place
    tabel: Table
    lain: str = ""
    ejaan: bool = False


class SelBeda:
    """The cells of one table that differ from what other sides say."""

    def __init__(self, ejaan: Callable[[str, str], bool]) -> None:
        #: Whether two indicators differ in spelling only, which is but worth a look.
        self._ejaan = ejaan
        self._found: dict[tuple[Row, str], list[_Beda]] = {}
        self._setuju: dict[tuple[Row, str], Teks] = {}

    def banding(self, ini: Sisi, lain: Sisi, *, lebih: bool, kurang: bool) -> None:
        """Compare the two sides; `lebih` and `kurang`: indicators that only one has count too."""
        if not ini.rows or not lain.rows:
            self._target((ini.row, ini), (lain.row, lain))
            return
        pairs = sejajarkan(ini.rows, ini.indikator, lain.rows, lain.indikator)
        for one, two, same in pairs.pasang:
            self._indikator((one, ini), (two, lain))
            if same:
                self._target((one, ini), (two, lain))
        for one in pairs.kiri if lebih else ():
            said = tulisan(one, ini.indikator)
            sentence = Teks(
                f"Indikator “{said}” tidak ada di {lain.nama.id}.",
                f"The indicator “{said}” is not in {lain.nama.en}.",
            )
            place = lain.row.place(lain.indikator)
            self._catat(one, ini.indikator, _Beda(sentence, place, lain.row.table))
        for two in pairs.kanan if kurang else ():
            said = tulisan(two, lain.indikator)
            sentence = Teks(
                f"Indikator “{said}” di {lain.nama.id} tidak ada di sini.",
                f"The indicator “{said}” of {lain.nama.en} is not here.",
            )
            self._catat(
                ini.row, ini.indikator, _Beda(sentence, two.place(lain.indikator), two.table)
            )

    def _indikator(self, one: tuple[Row, Sisi], two: tuple[Row, Sisi]) -> None:
        (row, ini), (other, lain) = one, two
        mine, theirs = tulisan(row, ini.indikator), tulisan(other, lain.indikator)
        if mine == theirs or rapat(mine) == rapat(theirs):
            self._setuju[row, ini.indikator] = lain.nama
            return
        label = Teks("Indikator", "The indicator")
        said = other, lain.indikator
        found = _beda(label, mine, theirs, said, lain.nama, ejaan=self._ejaan(mine, theirs))
        self._catat(row, ini.indikator, found)

    def _target(self, one: tuple[Row, Sisi], two: tuple[Row, Sisi]) -> None:
        (row, ini), (other, lain) = one, two
        for key, other_key in zip(ini.target, lain.target, strict=True):
            mine, theirs = row.target(key), other.target(other_key)
            if mine is None or theirs is None:
                continue
            if target_senada(mine, theirs):
                self._setuju[row, key] = lain.nama
                continue
            label = Teks(besar(row.table.columns[key].label.id), "The target")
            said, other_said = tulisan(row, key), tulisan(other, other_key)
            at = other, other_key
            self._catat(row, key, _beda(label, said, other_said, at, lain.nama))

    def _catat(self, row: Row, key: str, found: _Beda) -> None:
        self._found.setdefault((row, key), []).append(found)

    def berbeda(self, row: Row, key: str, dari: Table) -> bool:
        """Tell whether a cell differs from what a table says."""
        return any(one.tabel is dari for one in self._found.get((row, key), ()))

    def build_findings(self) -> Iterator[Finding]:
        """Yield a finding for each cell that differs."""
        for (row, key), differences in self._found.items():
            yield _temuan(row, key, differences, self._setuju.get((row, key)))


def _beda(
    label: Teks, mine: str, theirs: str, at: tuple[Row, str], side: Teks, *, ejaan: bool = False
) -> _Beda:
    row, key = at
    sentence = Teks(
        f"{label.id} “{mine}” berbeda dari {side.id}: “{theirs}”.",
        f"{label.en} “{mine}” differs from {side.en}: “{theirs}”.",
    )
    return _Beda(sentence, row.place(key), row.table, theirs, ejaan)


def _temuan(row: Row, key: str, differences: Sequence[_Beda], setuju: Teks | None) -> Finding:
    """Return the finding on a cell; `setuju` is the side that says what the cell says."""
    first = differences[0]
    more = [found.kalimat for found in differences[1:]]
    cells = ", ".join(f"{found.place.sheet}!{found.place.cell}" for found in differences)
    if setuju is None:
        advice = Teks(
            f"Samakan dengan {cells}, atau betulkan di sana.",
            f"Take over what {cells} says, or mend it there.",
        )
    else:
        advice = Teks(
            f"{setuju.id} sama dengan sel ini; kemungkinan {cells} yang perlu dibetulkan.",
            f"{besar(setuju.en)} agrees with this cell; it is probably {cells} that needs mending.",
        )
    finding = row.temuan(
        key,
        sum((Teks(f" {one.id}", f" {one.en}") for one in more), first.kalimat),
        advice=advice,
        # Which of two spellings is right nobody knows, nor what should stand where sides disagree.
        expected=None if setuju or first.ejaan else first.lain or None,
        related=tuple(found.place for found in differences),
    )
    spelling = all(found.ejaan for found in differences)
    return finding._replace(own_severity=Severity.INFO) if spelling else finding
