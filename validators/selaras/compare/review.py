"""T-C.31 as its two halves: what the RKPD plans, what the OPD asks for, and which belong together.

The halves usually run side by side, but each is a list of its own: rows may stand in another order,
or on one side only. A half that leaves the name out, or says "sda", means the name beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from selaras.compare.cells import rapat
from selaras.compare.match import Bernama, CodeIndex, cocokkan, is_same_code
from selaras.model.row import Row
from selaras.model.table import Table
from selaras.model.work import Work
from selaras.recognise.traits import bagian
from selaras.values.fold import lipat
from selaras.values.kode_reading import Kode, Tingkat, kode_di_awal


class Sisi(NamedTuple):
    """The columns of one half."""

    nama: str
    indikator: str
    target: str
    uang: str


RKPD = Sisi("rkpd_nama", "rkpd_indikator", "rkpd_target", "rkpd_pagu")
RENJA = Sisi("nama", "indikator", "target", "kebutuhan_dana")
#: What people write instead of the same name again.
SAMA = frozenset(("sda", "s d a", "idem", "sama", "sama dengan rkpd", "tetap", "sesuai rkpd"))


class Usulan(NamedTuple):
    """A program or kegiatan as one half states it."""

    row: Row
    sisi: Sisi
    nama: str
    kode: Kode | None

    @property
    def program(self) -> bool:
        """Whether code or name say that it is a program."""
        if self.kode is not None:
            return self.kode.tingkat is Tingkat.PROGRAM
        return lipat(self.nama).startswith("program ")

    @property
    def sebutan(self) -> str:
        """How messages name it: its name, cut short."""
        text = self.nama or self.row.sebutan
        return text if len(text) <= 80 else text[:77].rstrip() + "..."


class Pasang(NamedTuple):
    """What both halves have, and whether that is beyond doubt."""

    rkpd: Usulan
    renja: Usulan
    pasti: bool


class Reviu(NamedTuple):
    """One T-C.31."""

    table: Table
    rkpd: list[Usulan]
    renja: list[Usulan]
    pasang: list[Pasang]
    #: Whether some rows are programs by name or code, and the others therefore below them.
    berprogram: bool

    def utama(self, usulan: Usulan) -> bool:
        """Tell whether it is of the highest level: a program, where the table names any."""
        return usulan.program if self.berprogram else usulan.row.induk is None

    def find_unpaired(self, sisi: Sisi) -> list[Usulan]:
        """Return what is of the highest level and only in one half."""
        paired = {id(usulan.row) for p in self.pasang for usulan in p[:2] if usulan.sisi is sisi}
        half = self.rkpd if sisi is RKPD else self.renja
        return [u for u in half if self.utama(u) and id(u.row) not in paired]


def reviu(work: Work) -> list[Reviu]:
    """Return the reviews of the workbook, halves paired."""
    likeness = work.setting.ambang.mirip / 100
    return [_reviu(table, likeness) for table in work.named("T-C.31")]


def _reviu(table: Table, likeness: float) -> Reviu:
    left = [found for row in table.pokok if (found := _usulan(row, RKPD, RENJA))]
    right = [found for row in table.pokok if (found := _usulan(row, RENJA, RKPD))]
    programs = any(usulan.program for usulan in (*left, *right))
    return Reviu(table, left, right, _pasangkan(left, right, likeness), programs)


def _usulan(row: Row, sisi: Sisi, lain: Sisi) -> Usulan | None:
    """Return what a half states in a row; None where the half is blank or only heads a section."""
    kode, name = _baca_nama(row, sisi)
    indicator = row.text(sisi.indikator)
    if not (name or indicator or row.text(sisi.target) or row.text(sisi.uang)):
        return None
    if not name:
        kode, name = _baca_nama(row, lain)
    if bagian(name) and not indicator:
        return None
    return Usulan(row, sisi, name, kode) if name else None


def _baca_nama(row: Row, sisi: Sisi) -> tuple[Kode | None, str]:
    text = " ".join(row.text(sisi.nama).split())
    if lipat(text) in SAMA or not lipat(text):
        return None, ""
    split = kode_di_awal(text)
    return (split[0].kode, split[1]) if split else (None, text)


def _pasangkan(left: Sequence[Usulan], right: Sequence[Usulan], likeness: float) -> list[Pasang]:
    """Pair the halves: side by side, by code, by name; programs with programs only."""
    beside = {id(usulan.row): usulan for usulan in right}
    pairs: list[Pasang] = []
    rest: list[Usulan] = []
    used: set[int] = set()
    for one in left:
        other = beside.get(id(one.row))
        if other is not None and _sama(one, other):
            pairs.append(Pasang(one, other, pasti=True))
            used.add(id(other.row))
        else:
            rest.append(one)
    for program in (True, False):
        mine = [usulan for usulan in rest if usulan.program is program]
        theirs = [u for u in right if u.program is program and id(u.row) not in used]
        by_code = CodeIndex((usulan.kode, usulan) for usulan in theirs)
        pairs += (
            Pasang(match.kiri, match.kanan, match.pasti)
            for match in cocokkan(
                bernama(mine), bernama(theirs), likeness, menurut_kode=by_code, berulang=False
            )
        )
    return sorted(pairs, key=lambda pair: pair.renja.row.row)


def _sama(one: Usulan, other: Usulan) -> bool:
    if one.kode is not None and other.kode is not None:
        return is_same_code(one.kode, other.kode)
    return rapat(one.nama) == rapat(other.nama)


def bernama(proposals: Sequence[Usulan]) -> list[Bernama[Usulan]]:
    """Return what a half states with what it is matched by."""
    return [Bernama(one, one.kode, one.nama) for one in proposals]
