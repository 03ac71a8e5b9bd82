"""RKP005: an indicator or a target is not the same on both sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from selaras.banding import (
    baris_indikator,
    beda_ejaan,
    kolom_indikator,
    rapat,
    sejajarkan,
    target_senada,
    tulisan,
)
from selaras.dasar import TATA_CARA
from selaras.finding import Finding, Place, Severity
from selaras.model.table import Row
from selaras.model.work import Work
from selaras.penjumlahan import besar
from selaras.rule import Silent, Speaks, book_rule
from selaras.rules.rkp._rencana import rencana
from selaras.rules.rkp._reviu import RENJA, RKPD, reviu
from selaras.teks import Teks


@book_rule(
    "RKP005",
    "indikator-beda",
    Severity.WARNING,
    basis=TATA_CARA,
    needs_tables=(("T-C.31",),),
    english="""Indicator and target are the same in both halves of T-C.31 and in the plan.

    Why: one program has one measure. If the RKPD promises another indicator or target than the
    Renja, what was reached cannot be compared with what was planned.

    Fix: take over the indicator and target last agreed, in full. Spelling alone is only worth a
    look; case, spaces and punctuation make no difference.
    """,
)
def indikator_beda(work: Work) -> Iterator[Finding]:
    """Indikator dan target sama di kedua paruh T-C.31 dan di T-C.33 (atau bentuk SIPD).

    Mengapa: satu program satu ukuran. Bila RKPD menjanjikan indikator atau target yang lain dari
    Renja, capaiannya kelak tidak dapat dibandingkan dengan rencananya.

    Perbaikan: pakai indikator dan target yang terakhir disepakati, utuh. Beda ejaan saja cukup
    dilihat lagi; huruf besar, spasi, dan tanda baca tidak dianggap beda.
    """
    plan = rencana(work)
    for review in reviu(work):
        cells = _Sel()
        for pair in review.pasang:
            other = _Sisi(pair.rkpd.row, RKPD.indikator, RKPD.target, Teks("RKPD", "the RKPD"))
            cells.banding(pair.renja.row, other, lengkap=True)
        for match in plan.padankan(review.renja, review) if plan else ():
            name = match.baris.table.name
            other = _Sisi(match.baris, *kolom_indikator(match.baris), Teks(name, name))
            cells.banding(match.usulan.row, other, lengkap=False)
        yield from cells.temuan()


class _Sisi(NamedTuple):
    """Where the same program stands on another side, and what messages call that side."""

    row: Row
    indikator: str
    target: str
    nama: Teks


class _Beda(NamedTuple):
    """How another side differs from a cell of the OPD's half."""

    kalimat: Teks
    lain: str
    place: Place
    ejaan: bool = False


class _Sel:
    """The cells of the OPD's half that differ: one finding a cell, however many sides differ."""

    def __init__(self) -> None:
        self._found: dict[tuple[Row, str], list[_Beda]] = {}
        self._setuju: dict[tuple[Row, str], Teks] = {}

    def banding(self, row: Row, other: _Sisi, *, lengkap: bool) -> None:
        """Compare a program with another side; `lengkap`: all that the other has must be here."""
        mine = baris_indikator(row, RENJA.indikator)
        theirs = baris_indikator(other.row, other.indikator)
        if not mine or not theirs:
            self._target(row, other.row, other)
            return
        pairs = sejajarkan(mine, RENJA.indikator, theirs, other.indikator)
        for one, two, same in pairs.pasang:
            self._indikator(one, two, other)
            if same:
                self._target(one, two, other)
        for one in pairs.kiri:
            said, side = _kutip(one, RENJA.indikator), other.nama
            sentence = Teks(
                f"Indikator {said} tidak ada di {side.id}.",
                f"The indicator {said} is not in {side.en}.",
            )
            self._catat(one, RENJA.indikator, _Beda(sentence, "", other.row.place(other.indikator)))
        for two in pairs.kanan if lengkap else ():
            said, side = _kutip(two, other.indikator), other.nama
            sentence = Teks(
                f"Indikator {side.id} {said} tidak ada di sini.",
                f"The indicator {said} of {side.en} is not here.",
            )
            self._catat(row, RENJA.indikator, _Beda(sentence, "", two.place(other.indikator)))

    def _indikator(self, one: Row, two: Row, other: _Sisi) -> None:
        mine, theirs = one.text(RENJA.indikator), two.text(other.indikator)
        if rapat(mine) == rapat(theirs):
            self._setuju[one, RENJA.indikator] = other.nama
        else:
            label = Teks("Indikator", "The indicator")
            found = _beda(label, (one, RENJA.indikator), (two, other.indikator), other.nama)
            self._catat(one, RENJA.indikator, found._replace(ejaan=beda_ejaan(mine, theirs)))

    def _target(self, one: Row, two: Row, other: _Sisi) -> None:
        mine, theirs = one.sasaran(RENJA.target), two.sasaran(other.target)
        if target_senada(mine, theirs):
            if theirs is not None:
                self._setuju[one, RENJA.target] = other.nama
        else:
            label = Teks("Target", "The target")
            found = _beda(label, (one, RENJA.target), (two, other.target), other.nama)
            self._catat(one, RENJA.target, found)

    def _catat(self, row: Row, key: str, found: _Beda) -> None:
        self._found.setdefault((row, key), []).append(found)

    def temuan(self) -> Iterator[Finding]:
        """Yield a finding for each cell that differs."""
        for (row, key), differences in self._found.items():
            yield _temuan(row, key, differences, self._setuju.get((row, key)))


def _kutip(row: Row, key: str) -> str:
    """Return what a cell shows, in quotes."""
    return f"“{tulisan(row, key)}”"


def _beda(label: Teks, one: tuple[Row, str], two: tuple[Row, str], side: Teks) -> _Beda:
    mine, theirs = _kutip(*one), _kutip(*two)
    place = two[0].place(two[1])
    sentence = Teks(
        f"{label.id} {mine} berbeda dari {side.id}: {theirs}.",
        f"{label.en} {mine} differs from {side.en}: {theirs}.",
    )
    return _Beda(sentence, tulisan(*two), place)


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
        expected=first.lain or None if setuju is None else None,
        related=tuple(found.place for found in differences),
    )
    spelling = all(found.ejaan for found in differences)
    return finding._replace(tingkat=Severity.INFO) if spelling else finding


_KEPALA = (
    "== T-C.31\nno|rkpd_nama|rkpd_indikator|rkpd_target|rkpd_pagu"
    "|nama|indikator|target|kebutuhan_dana|catatan\n"
)
_TC33 = "\n== T-C.33\nkode|nama|indikator|target|pagu\n"
EXAMPLES = (
    Silent(
        _KEPALA
        + "1|Program Air|Cakupan air minum|94 %|50|Program Air|Cakupan Air Minum|94%|50|"
        + _TC33
        + "1.03.03|Program Air|Cakupan air-minum|94,0%|50"
    ),
    # Further indicators in another order; T-C.33 has one more.
    Silent(
        _KEPALA
        + "1|Program Air|Cakupan air minum|94%|50|Program Air|Jumlah sambungan|20 unit|50|\n"
        "||Jumlah sambungan|20 unit|||Cakupan air minum|94%||"
        + _TC33
        + "1.03.03|Program Air|Nilai layanan|80|50\n||Jumlah sambungan|20 unit|\n"
        "||Cakupan air minum|94%|"
    ),
    Speaks(
        _KEPALA
        + "1|Program Air|Cakupan air|94%|50|Program Air|Cakupan air minum|95%|50|"
        + _TC33
        + "1.03.03|Program Air|Cakupan air minum|94%|50",
        "G2 actual=Cakupan air minum\nH2 expected=94% actual=95%",
    ),
)
