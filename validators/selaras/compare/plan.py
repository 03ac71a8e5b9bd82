"""What T-C.31 asks for, found again in the plan: T-C.33, or the SIPD form in its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from selaras.compare.cells import baris_indikator, beda_ejaan, pokok_dari, rencana_utama, rupiah
from selaras.compare.indicators import SelBeda, Sisi
from selaras.compare.match import Bernama, CodeIndex, cocokkan, kolom_indikator
from selaras.compare.review import RKPD, Reviu, Usulan, bernama
from selaras.model.row import Jenis, Row
from selaras.model.table import Table
from selaras.model.work import Work
from selaras.values.fold import lipat
from selaras.values.kode_reading import Tingkat
from selaras.values.text import Teks


class Padan(NamedTuple):
    """A row of T-C.31, the row of the plan that it is, and whether that is beyond doubt."""

    usulan: Usulan
    baris: Row
    skor: float
    pasti: bool
    #: Others have the same name: which of them it is, is a guess.
    kembar: bool = False


class Rencana:
    """The plan's rows, looked up by what T-C.31 calls them."""

    def __init__(self, tables: Sequence[Table], likeness: float) -> None:
        self.tables = tables
        #: With the programs and kegiatan that only the rows below them tell of.
        self.rows = [*(row for table in tables for row in table.upper), *pokok_dari(tables)]
        self.programs = [row for row in self.rows if row.tingkat is Tingkat.PROGRAM]
        self._likeness = likeness
        self._by_code = CodeIndex((row.kode_tempat, row) for row in self.rows)
        self._below: dict[int, list[Row]] = {}
        above = {
            id(row): upper
            for table in tables
            for upper in table.upper
            if upper.tingkat is Tingkat.PROGRAM
            for row in upper.anak
        }
        self._tanpa_kode: set[str] | None = None
        for row in self.rows:
            program = _program(row, above)
            if program is not None and program is not row:
                self._below.setdefault(id(program), []).append(row)

    @property
    def nama(self) -> str:
        """What messages call the plan."""
        return self.tables[0].name

    def memuat_tanpa_kode(self, nama: str) -> bool:
        """Tell whether a row of the plan bears a name but has lost its code: it is there."""
        if self._tanpa_kode is None:
            self._tanpa_kode = {
                lipat(row.nama)
                for table in self.tables
                for row in table.rows
                if row.kode is None and row.jenis in (Jenis.YATIM, Jenis.JUDUL, Jenis.POKOK)
            }
        return lipat(nama) in self._tanpa_kode

    def is_missing(self, usulan: Usulan) -> bool:
        """Tell whether the plan lacks what was not found in it."""
        return self.dapat_mengenal(usulan) and not self.memuat_tanpa_kode(usulan.nama)

    def belum_direviu(self, reviews: Sequence[Reviu], padan: Iterable[Padan]) -> list[Row]:
        """Return the programs with an amount that no review has; `padan` are those they have."""
        if not any(review.berprogram for review in reviews):
            return []
        found = {id(one.baris) for one in padan}
        # A program that stands twice under one code is no other program: that is KOD003's matter.
        reviewed = {row.kode for row in self.programs if id(row) in found}
        coded = any(one.kode is not None for review in reviews for one in review.renja)
        return [
            row
            for row in self.programs
            if id(row) not in found
            and (row.nama or coded or not row.tersirat)
            and (row.kode is None or row.kode not in reviewed)
            and rupiah(row, "pagu", dari_bawah=True) != 0
        ]

    def dapat_mengenal(self, usulan: Usulan) -> bool:
        """Tell whether the plan would show something if it had it.

        A list of sub kegiatan may name no program; and what a plan has no level of, it does not
        lack.
        """
        if usulan.kode is not None:
            return any(row.tingkat is usulan.kode.tingkat for row in self.rows)
        unnamed = [row for row in self.rows if row.tersirat and not row.nama]
        if usulan.program:
            return all(row.tingkat is not Tingkat.PROGRAM for row in unnamed)
        return not unnamed

    def padankan(self, proposals: Sequence[Usulan], reviu: Reviu) -> list[Padan]:
        """Return the rows of the plan that these are; what is below a program, within it."""
        if not reviu.berprogram:
            return self._cari(proposals, self.rows)
        found = self._cari([one for one in proposals if one.program], self.programs)
        by_program: dict[int, Row] = {id(padan.usulan.row): padan.baris for padan in found}
        groups: dict[int, list[Usulan]] = {}
        above: Row | None = None
        for one in proposals:
            if one.program:
                above = by_program.get(id(one.row))
            elif above is not None:
                groups.setdefault(id(above), []).append(one)
        for program, lower in groups.items():
            found += self._cari(lower, self._below.get(program, []))
        return found

    def _cari(self, proposals: Sequence[Usulan], rows: Sequence[Row]) -> list[Padan]:
        found = cocokkan(
            bernama(proposals),
            [Bernama(row, row.kode, row.nama) for row in rows],
            self._likeness,
            menurut_kode=self._by_code,
            berulang=True,
        )
        return [Padan(*match) for match in found]


def rencana(work: Work) -> Rencana | None:
    """Return the plan of the workbook; None where it has none."""
    tables = rencana_utama(work)
    return Rencana(tables, work.setting.ambang.mirip / 100) if tables else None


def _program(row: Row, without: Mapping[int, Row]) -> Row | None:
    """Return the program that a row belongs to, or is; `without` has those without a row."""
    above: Row | None = row.anak[0] if row.tersirat and row.anak else row
    if row.tingkat is Tingkat.PROGRAM:
        return row
    while above is not None and above.tingkat is not Tingkat.PROGRAM:
        if id(above) in without:
            return without[id(above)]
        above = above.induk
    return above


def banding_indikator(review: Reviu, padan: Iterable[Padan]) -> SelBeda:
    """Return where indicators and targets of the OPD's half differ from the RKPD's and the plan's.

    `padan` are the rows of the plan that the OPD's half was found to be.
    """
    cells = SelBeda(beda_ejaan)
    for pair in review.pasang:
        cells.banding(_paruh(pair.renja), _paruh(pair.rkpd), lebih=True, kurang=True)
    for match in padan:
        # The plan may have more indicators than the review.
        if not (match.kembar or match.baris.tersirat):
            mine, theirs = _paruh(match.usulan), _baris_rencana(match.baris)
            cells.banding(mine, theirs, lebih=True, kurang=False)
    return cells


def _paruh(usulan: Usulan) -> Sisi:
    row, key = usulan.row, usulan.sisi.indikator
    name = Teks("RKPD", "the RKPD") if usulan.sisi is RKPD else Teks("Renja", "the Renja")
    return Sisi(row, baris_indikator(row, key), key, (usulan.sisi.target,), name)


def _baris_rencana(row: Row) -> Sisi:
    key, target = kolom_indikator(row)
    name = row.table.name
    return Sisi(row, baris_indikator(row, key), key, (target,), Teks(name, name))
