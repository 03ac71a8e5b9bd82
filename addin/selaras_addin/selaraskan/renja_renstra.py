"""Renja against Renstra: targets and amounts of the plan beside those of T-C.27, T-C.30, T-C.29."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from selaras.banding import baris_indikator, beda_uang
from selaras.model.row import Row
from selaras.model.table import Table
from selaras.model.work import Work
from selaras.padanan import kolom_indikator, kunci
from selaras.senilai import kolom_tahun, senilai, tahun_kolom
from selaras.setara import menurut_kode, setarakan, tabel_renja
from selaras.teks import KOSONG as TANPA_TEKS
from selaras.teks import Bahasa, Teks
from selaras_addin.selaraskan.isi import (
    KOSONG,
    Banding,
    Baris,
    Kolom,
    Sel,
    gabung,
    selisih,
    teks,
    uang,
)

LEMBAR = "Banding Renja-Renstra"
#: Sheets of the Renstra that state a year's target, in the order in which they are believed.
BERTARGET = ("T-C.27", "T-C.30")
#: Sheets that name the programs, kegiatan and sub kegiatan of the Renstra by code.
BERKODE = ("T-C.27", "T-C.29")

_RENSTRA = Teks("Renstra", "Renstra")
_EVALUASI = Teks("Evaluasi (T-C.29)", "Evaluation (T-C.29)")


def bandingkan(work: Work, bahasa: Bahasa) -> Banding | Teks:
    """Return the comparison, or the sentence why the workbook allows none."""
    plans = tabel_renja(work)
    if not plans:
        return Teks(
            "Buku kerja ini tidak memuat tabel rencana (T-C.33, bentuk SIPD, atau Tabel 4.1), jadi "
            "tidak ada yang dapat dibandingkan dengan Renstra.",
            "This workbook has no plan table (T-C.33, the SIPD form or Tabel 4.1), so that there "
            "is nothing to compare with the Renstra.",
        )
    sources = [name for name in ("T-C.27", "T-C.30", "T-C.29") if work.named(name)]
    if not sources:
        return Teks(
            "Buku kerja ini tidak memuat lembar Renstra (T-C.27, T-C.30, atau T-C.29). Salin dulu "
            "lembarnya ke buku kerja ini.",
            "This workbook has no sheet of the Renstra (T-C.27, T-C.30 or T-C.29). Copy one into "
            "this workbook first.",
        )
    maker = _Penyusun(work, plans, bahasa)
    year = work.tahun or ""
    return Banding(
        LEMBAR,
        Teks(f"Perbandingan Renja dan Renstra {year}".strip(), f"Renja and Renstra {year}".strip()),
        tuple(_keterangan(plans[0].name, sources)),
        _kolom(plans[0].name, year),
        (*maker.rencana(), *maker.hanya_renstra()),
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


@dataclass(frozen=True, slots=True)
class _Lawan:
    """The row of another table that states the same indicator, and how they were matched."""

    baris: Row
    pasti: bool
    cara: Teks


class _Penyusun:
    """Makes the rows of the comparison."""

    def __init__(self, work: Work, plans: Sequence[Table], bahasa: Bahasa) -> None:
        self._work = work
        self._plans = plans
        self._bahasa = bahasa
        self._target = {name: self._lawan(name) for name in BERTARGET}
        self._evaluasi = self._lawan("T-C.29")
        self._renstra = menurut_kode(work.named("T-C.27"))
        self._dikenal = menurut_kode(work.named(*BERKODE))
        coded = ", ".join(name for name in BERKODE if work.named(name))
        # An indicator may stand in T-C.30 all the same, which has no codes.
        self._tak_dikenal = Teks(f"kode tidak ada di {coded}", f"the code is not in {coded}")

    def _lawan(self, name: str) -> dict[int, _Lawan]:
        found: dict[int, _Lawan] = {}
        for pair in setarakan(self._plans, self._work.named(name)):
            for one in pair.kiri:
                match = _Lawan(pair.kanan[0].baris, pair.pasti, pair.cara)
                found.setdefault(id(one.baris), match)
        return found

    def rencana(self) -> Iterator[Baris]:
        """Yield the rows of the plan, a further row for each further indicator."""
        for table in self._plans:
            for row in table.pokok:
                first, *more = baris_indikator(row, kolom_indikator(row)[0]) or [row]
                yield self._baris(row, first, utama=True)
                for further in more:
                    yield self._baris(row, further, utama=False)

    def _baris(self, row: Row, baris: Row, *, utama: bool) -> Baris:
        notes: list[Teks] = []
        indicator, key = kolom_indikator(row)
        target = teks(baris, key)
        renstra, year_target, target = self._bandingkan_target(baris, key, target, notes)
        amount = uang(row, "pagu") if utama else KOSONG
        planned = KOSONG
        if utama:
            planned, amount = self._bandingkan_pagu(row, amount, notes)
            if self._dikenal and row.kode and kunci(row.kode) not in self._dikenal:
                notes.append(self._tak_dikenal)
        evaluasi = self._evaluasi.get(id(baris))
        reached = evaluasi.baris if evaluasi else None
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
                selisih(amount, planned, beda=amount.beda),
                gabung(notes, self._bahasa),
            ),
            row.tingkat if utama else None,
        )

    def _bandingkan_target(
        self, baris: Row, mine: str, target: Sel, notes: list[Teks]
    ) -> tuple[Sel, Sel, Sel]:
        """Return the Renstra's indicator and target of the year, and the Renja's target."""
        year = tahun_kolom(baris.table, mine)
        for name in BERTARGET:
            match = self._target[name].get(id(baris))
            if match is None:
                continue
            key = kolom_tahun(match.baris.table, "target_").get(year or 0)
            indicator = teks(match.baris, "indikator")
            if key is None:
                continue
            said = teks(match.baris, key)
            if senilai(baris, mine, match.baris, key) is False:
                said, target = said.berbeda(), target.berbeda()
                notes.append(
                    Teks("target berbeda", "the targets differ")
                    + (TANPA_TEKS if match.pasti else match.cara)
                )
            return indicator, said, target
        return KOSONG, KOSONG, target

    def _bandingkan_pagu(self, row: Row, amount: Sel, notes: list[Teks]) -> tuple[Sel, Sel]:
        """Return the Renstra's amount of the year, and the Renja's."""
        others = self._renstra.get(kunci(row.kode), []) if row.kode else []
        year = tahun_kolom(row.table, "pagu")
        for other in others[:1]:
            key = kolom_tahun(other.table, "pagu_").get(year or 0)
            if key is None:
                continue
            planned = uang(other, key)
            gap = beda_uang(row, "pagu", other, key)
            if gap is not None:
                planned, amount = planned.berbeda(), amount.berbeda()
                notes.append(
                    Teks("pagu di atas Renstra", "above the Renstra's amount")
                    if gap.selisih > 0
                    else Teks("pagu di bawah Renstra", "below the Renstra's amount")
                )
            return planned, amount
        return KOSONG, amount

    def hanya_renstra(self) -> Iterator[Baris]:
        """Yield what the Renstra's sheets have and the plan lacks."""
        own = {
            *menurut_kode(self._plans),
            *(kunci(row.kode) for plan in self._plans for row in plan.upper if row.kode),
        }
        note = gabung([Teks("tidak ada di Renja", "not in the Renja")], self._bahasa)
        for code, rows in self._dikenal.items():
            row = rows[0]
            if code in own or row.kode is None or row.tingkat is None:
                continue
            year = self._work.tahun or 0
            target = kolom_tahun(row.table, "target_").get(year, "")
            pagu = kolom_tahun(row.table, "pagu_").get(year, "")
            yield Baris(
                (
                    Sel(str(row.kode), row.place_kode(), beda=True),
                    teks(row, "nama"),
                    *(KOSONG, KOSONG, KOSONG),
                    teks(row, "indikator"),
                    teks(row, target),
                    uang(row, pagu),
                    teks(row, "target_akhir"),
                    teks(row, "realisasi_berjalan"),
                    KOSONG,
                    note,
                ),
                row.tingkat,
            )
