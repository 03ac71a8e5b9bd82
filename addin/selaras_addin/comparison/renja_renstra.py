"""Renja against Renstra: targets and amounts of the plan beside those of T-C.27, T-C.30, T-C.29."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selaras.compare.cells import baris_indikator, rencana_utama, tabel_pertama
from selaras.compare.counterparts import per_kode, setarakan
from selaras.compare.match import kolom_indikator
from selaras.compare.renstra import BERKODE, BERTARGET, pagu_renstra, sasaran_renstra, sepihak
from selaras.compare.years import kolom_tahun, tahun_kolom
from selaras.model.per_unit import sebanding
from selaras.model.row import Row
from selaras.model.work import Work
from selaras.tables import RENCANA
from selaras.values.text import KOSONG as TANPA_TEKS
from selaras.values.text import Bahasa, Teks
from selaras_addin.comparison.content import (
    KOSONG,
    Banding,
    Baris,
    Kolom,
    Sel,
    belum_diisi,
    gabung,
    per_bagian,
    selisih,
    teks,
    uang,
)

LEMBAR = "Banding Renja-Renstra"
#: All sheets that say something of the Renstra.
_RENSTRA_SEMUA = (*BERTARGET, "T-C.29")

_RENSTRA = Teks("Renstra", "Renstra")
_EVALUASI = Teks("Evaluasi (T-C.29)", "Evaluation (T-C.29)")


def bandingkan(work: Work, bahasa: Bahasa) -> Banding | Teks:
    """Return the comparison, or the sentence why the workbook allows none."""
    parts = sebanding(work)
    plans = [part for part in parts if rencana_utama(part)]
    if not plans:
        return belum_diisi(work, RENCANA) or Teks(
            "Buku kerja ini tidak memuat tabel rencana (T-C.33, bentuk SIPD, atau Tabel 4.1), jadi "
            "tidak ada yang dapat dibandingkan dengan Renstra.",
            "This workbook has no plan table (T-C.33, the SIPD form or Tabel 4.1), so that there "
            "is nothing to compare with the Renstra.",
        )
    compared = [part for part in plans if part.named(*_RENSTRA_SEMUA)]
    if not compared:
        return belum_diisi(work, _RENSTRA_SEMUA) or Teks(
            "Buku kerja ini tidak memuat lembar Renstra (T-C.27, T-C.30, atau T-C.29). Salin dulu "
            "lembarnya ke buku kerja ini.",
            "This workbook has no sheet of the Renstra (T-C.27, T-C.30 or T-C.29). Copy one into "
            "this workbook first.",
        )
    year = work.tahun or ""
    sources = [name for name in _RENSTRA_SEMUA if any(part.named(name) for part in compared)]
    plan = rencana_utama(compared[0])[0].name
    columns = _kolom(plan, year)
    rows = per_bagian(
        parts,
        [(part, _Penyusun(part, bahasa).build_rows()) for part in compared],
        len(columns),
    )
    return Banding(
        LEMBAR,
        Teks(f"Perbandingan Renja dan Renstra {year}".strip(), f"Renja and Renstra {year}".strip()),
        tuple(_keterangan(plan, sources)),
        columns,
        tuple(rows),
    )


def _keterangan(plan: str, sources: Sequence[str]) -> Iterator[Teks]:
    listed = ", ".join(sources)
    yield Teks(
        f"{plan} dibandingkan dengan {listed}. Indikator dicocokkan dalam kode yang sama bila "
        "kedua tabel berkode, lalu menurut bunyinya.",
        f"{plan} is compared with {listed}. Indicators are matched within the same code where both "
        "tables have codes, then by their words.",
    )
    if "T-C.27" not in sources:
        yield Teks(
            "Pagu Renstra tidak dapat dibandingkan: tidak ada T-C.27.",
            "The Renstra's amounts cannot be compared: there is no T-C.27.",
        )


def _kolom(plan: str, year: int | str) -> tuple[Kolom, ...]:
    renja = Teks(f"Renja ({plan})", f"Renja ({plan})")
    return (
        Kolom(Teks("Kode", "Code"), "kode"),
        Kolom(Teks("Program/kegiatan/sub kegiatan", "Programme/activity/sub-activity"), "teks"),
        Kolom(Teks("Indikator", "Indicator"), "teks", renja),
        Kolom(Teks(f"Target {year}".strip(), f"Target {year}".strip()), "target", renja),
        Kolom(Teks("Pagu", "Ceiling"), "uang", renja),
        Kolom(Teks("Indikator", "Indicator"), "teks", _RENSTRA),
        Kolom(Teks(f"Target {year}".strip(), f"Target {year}".strip()), "target", _RENSTRA),
        Kolom(Teks("Pagu", "Ceiling"), "uang", _RENSTRA),
        Kolom(Teks("Target akhir Renstra", "End-of-Renstra target"), "target", _EVALUASI),
        Kolom(Teks("Realisasi s/d tahun lalu", "Reached up to last year"), "target", _EVALUASI),
        Kolom(Teks("Selisih pagu", "Difference"), "uang"),
        Kolom(Teks("Keterangan", "Remarks"), "catatan"),
    )


class _Penyusun:
    """Makes the rows of the comparison."""

    def __init__(self, work: Work, bahasa: Bahasa) -> None:
        self._work = work
        self._plans = rencana_utama(work)
        self._bahasa = bahasa
        self._target = {id(one.baris): one for one in sasaran_renstra(work)}
        self._evaluasi = {
            id(one.baris): pair.kanan[0].baris
            for pair in setarakan(self._plans, work.named("T-C.29"))
            for one in pair.kiri
        }
        self._renstra = per_kode(work.named("T-C.27"))
        lacking = sepihak(work)
        self._hanya_renstra = lacking.renstra if lacking else []
        self._ragu = lacking.ragu if lacking else []
        self._hanya_renja = {id(row) for row in lacking.rencana} if lacking else set()

    def build_rows(self) -> Iterator[Baris]:
        """Yield the rows of the plan, then what only the Renstra has."""
        yield from self._rencana()
        missing = Teks("tidak ada di Renja", "not in the Renja")
        for row in self._hanya_renstra:
            yield self._build_lone_row(row, missing, differs=True)
        doubtful = Teks("kodenya tidak ada di Renja", "its code is not in the Renja")
        for row in self._ragu:
            yield self._build_lone_row(row, doubtful, differs=False)

    def _rencana(self) -> Iterator[Baris]:
        """Yield the rows of the plan, a further row for each further indicator."""
        for table in self._plans:
            for row in table.pokok:
                first, *more = baris_indikator(row, kolom_indikator(row)[0]) or [row]
                yield self._build_row(row, first, utama=True)
                for further in more:
                    yield self._build_row(row, further, utama=False)

    def _build_row(self, row: Row, baris: Row, *, utama: bool) -> Baris:
        notes: list[Teks] = []
        indicator, key = kolom_indikator(row)
        target = teks(baris, key)
        renstra, year_target, target = self._bandingkan_target(baris, target, notes)
        amount = uang(row, "pagu") if utama else KOSONG
        planned = KOSONG
        if utama:
            planned, amount = self._bandingkan_pagu(row, amount, notes)
            if id(row) in self._hanya_renja:
                name = tabel_pertama(self._work, BERKODE)[0].name
                # An indicator may stand in T-C.30 all the same, which has no codes.
                notes.append(Teks(f"kode tidak ada di {name}", f"the code is not in {name}"))
        reached = self._evaluasi.get(id(baris))
        code = Sel(str(row.kode) if row.kode else None, row.place_kode())
        return Baris(
            (
                code if utama else KOSONG,
                teks(row, "nama") if utama else KOSONG,
                teks(baris, indicator),
                target,
                amount,
                renstra,
                year_target,
                planned,
                teks(reached, "target_akhir"),
                teks(reached, "realisasi_berjalan"),
                selisih(amount, planned, beda=amount.differs),
                gabung(notes, self._bahasa),
            ),
            row.tingkat if utama else None,
        )

    def _bandingkan_target(
        self, baris: Row, target: Sel, notes: list[Teks]
    ) -> tuple[Sel, Sel, Sel]:
        """Return the Renstra's indicator and target of the year, and the Renja's target."""
        match = self._target.get(id(baris))
        if match is None:
            return KOSONG, KOSONG, target
        said = teks(match.lain, match.lain_key)
        if match.sama is False:
            said, target = said.mark_different(), target.mark_different()
            notes.append(Teks("target berbeda", "the targets differ") + match.pasangan.cara)
        elif match.pasangan.cara != TANPA_TEKS:
            notes.append(Teks("indikator", "indicator") + match.pasangan.cara)
        return teks(match.lain, "indikator"), said, target

    def _bandingkan_pagu(self, row: Row, amount: Sel, notes: list[Teks]) -> tuple[Sel, Sel]:
        """Return the Renstra's amount of the year, and the Renja's."""
        pair = pagu_renstra(row, "pagu", self._renstra)
        if pair is None:
            year = tahun_kolom(row.table, "pagu")
            shown = (
                uang(other, kolom_tahun(other.table, "pagu_").get(year or 0, ""))
                for other in self._renstra.all(row.kode_tempat)
            )
            return next(shown, KOSONG), amount
        planned = uang(pair.lain, pair.lain_key)
        if pair.beda is None:
            return planned, amount
        notes.append(
            Teks("pagu di atas Renstra", "above the Renstra's amount")
            if pair.beda.selisih > 0
            else Teks("pagu di bawah Renstra", "below the Renstra's amount")
        )
        return planned.mark_different(), amount.mark_different()

    def _build_lone_row(self, row: Row, note: Teks, *, differs: bool) -> Baris:
        """Return a row that the Renstra has and the plan lacks."""
        year = self._work.tahun or 0
        return Baris(
            (
                Sel(str(row.kode), row.place_kode(), differs=differs),
                teks(row, "nama"),
                *(KOSONG, KOSONG, KOSONG),
                teks(row, "indikator"),
                teks(row, kolom_tahun(row.table, "target_").get(year, "")),
                uang(row, kolom_tahun(row.table, "pagu_").get(year, "")),
                teks(row, "target_akhir"),
                teks(row, "realisasi_berjalan"),
                KOSONG,
                gabung([note], self._bahasa),
            ),
            row.tingkat,
        )
