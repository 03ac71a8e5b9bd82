"""Renja against RKPD: both halves of T-C.31 beside the plan's own program (T-C.33 or SIPD)."""

from __future__ import annotations

from selaras.banding import beda_uang, rapat, rupiah, target_senada
from selaras.kode import Tingkat
from selaras.model.row import Jenis, Row
from selaras.model.work import Work
from selaras.padanan import kolom_indikator
from selaras.plan_total import compare_totals, plan_total
from selaras.rencana import Padan, Rencana, rencana
from selaras.reviu import RENJA, RKPD, Reviu, Sisi, Usulan, reviu
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

LEMBAR = "Banding Renja-RKPD"

_RKPD = Teks("Rancangan awal RKPD", "Draft RKPD")
_RENJA = Teks("Hasil analisis (T-C.31)", "The OPD's analysis (T-C.31)")
_INDIKATOR = Teks("Indikator", "Indicator")
_TARGET = Teks("Target", "Target")


def bandingkan(work: Work, bahasa: Bahasa) -> Banding | Teks:
    """Return the comparison, or the sentence why the workbook allows none."""
    reviews = reviu(work)
    if not reviews:
        return Teks(
            "Buku kerja ini tidak memuat T-C.31 (review terhadap rancangan awal RKPD), jadi tidak "
            "ada yang dapat dibandingkan dengan RKPD.",
            "This workbook has no T-C.31 (review of the draft RKPD), so that there is nothing to "
            "compare with the RKPD.",
        )
    plan = rencana(work)
    rows: list[Baris] = []
    for review in reviews:
        rows += _Penyusun(review, plan, bahasa).baris()
    if plan is None:
        told = Teks(
            "Tidak ada tabel rencana (T-C.33 atau bentuk SIPD); hanya kedua paruh T-C.31 yang "
            "dibandingkan.",
            "There is no plan table (T-C.33 or the SIPD form); only the two halves of T-C.31 are "
            "compared.",
        )
        name = "T-C.33"
    else:
        name = plan.nama
        told = Teks(
            f"Program dan kegiatan T-C.31 dicocokkan dengan {name} menurut kode, lalu nama.",
            f"Programmes and activities of T-C.31 are matched with {name} by code, then by name.",
        )
    year = work.tahun or ""
    return Banding(
        LEMBAR,
        Teks(f"Perbandingan Renja dan RKPD {year}".strip(), f"Renja and RKPD {year}".strip()),
        (told,),
        _kolom(name),
        tuple(rows),
    )


def _kolom(plan: str) -> tuple[Kolom, ...]:
    table = Teks(f"Rencana ({plan})", f"Plan ({plan})")
    return (
        Kolom(Teks("Kode", "Code"), "kode"),
        Kolom(Teks("Program/Kegiatan", "Programme/activity"), "teks"),
        Kolom(_INDIKATOR, "teks", _RKPD),
        Kolom(_TARGET, "target", _RKPD),
        Kolom(Teks("Pagu indikatif", "Ceiling"), "uang", _RKPD),
        Kolom(_INDIKATOR, "teks", _RENJA),
        Kolom(_TARGET, "target", _RENJA),
        Kolom(Teks("Kebutuhan dana", "Funds needed"), "uang", _RENJA),
        Kolom(_INDIKATOR, "teks", table),
        Kolom(_TARGET, "target", table),
        Kolom(Teks("Pagu", "Ceiling"), "uang", table),
        Kolom(Teks("Selisih kebutuhan - RKPD", "Needed less RKPD"), "uang"),
        Kolom(Teks("Catatan di T-C.31", "Note in T-C.31"), "catatan"),
        Kolom(Teks("Keterangan", "Remarks"), "catatan"),
    )


class _Penyusun:
    """Makes the rows of one T-C.31."""

    def __init__(self, review: Reviu, plan: Rencana | None, bahasa: Bahasa) -> None:
        self._review = review
        self._plan = plan
        self._bahasa = bahasa
        self._padan: dict[int, Padan] = {}
        for half in (review.rkpd, review.renja) if plan else ():
            for match in plan.padankan(half, review) if plan else ():
                self._padan.setdefault(id(match.usulan.row), match)

    def baris(self) -> list[Baris]:
        """Return the rows: in the order of the sheet, then what only the plan has, then totals."""
        pairs: list[tuple[Usulan | None, Usulan | None]] = [
            (pair.rkpd, pair.renja) for pair in self._review.pasang
        ]
        left = {id(pair.rkpd.row) for pair in self._review.pasang}
        right = {id(pair.renja.row) for pair in self._review.pasang}
        pairs += [(one, None) for one in self._review.rkpd if id(one.row) not in left]
        pairs += [(None, one) for one in self._review.renja if id(one.row) not in right]
        pairs.sort(key=lambda pair: min(one.row.row for one in pair if one is not None))
        rows = [self._baris(*pair) for pair in pairs]
        if self._plan is not None:
            found = {id(match.baris) for match in self._padan.values()}
            missing = [row for row in self._plan.programs if id(row) not in found]
            rows += [self._hanya_rencana(row) for row in missing]
        rows += [
            self._total(row)
            for row in self._review.table.jenis(Jenis.TOTAL)
            if uang(row, RKPD.uang).nilai is not None or uang(row, RENJA.uang).nilai is not None
        ]
        return rows

    def _baris(self, rkpd: Usulan | None, renja: Usulan | None) -> Baris:
        either = renja or rkpd
        assert either is not None
        match = self._padan.get(id((renja or either).row))
        plan = match.baris if match else None
        notes: list[Teks] = []
        left, right = _sisi(rkpd, RKPD), _sisi(renja, RENJA)
        third = _rencana(plan)
        if rkpd and renja:
            right = _tandai(left, right, (rkpd.row, RKPD), (renja.row, RENJA), notes)
        elif renja is None:
            notes.append(Teks("tidak ada di hasil analisis", "not in the OPD's analysis"))
        else:
            notes.append(Teks("tidak ada di rancangan awal RKPD", "not in the draft RKPD"))
        if renja and plan is not None:
            if beda_uang(renja.row, RENJA.uang, plan, "pagu", dari_bawah=True):
                third = (*third[:2], third[2].berbeda())
                notes.append(
                    Teks(
                        f"kebutuhan dana tidak sama dengan pagu {plan.table.name}",
                        f"the funds needed are not the ceiling of {plan.table.name}",
                    )
                )
        elif renja and self._plan is not None:
            notes.append(
                Teks(f"tidak ditemukan di {self._plan.nama}", f"not found in {self._plan.nama}")
            )
        code = str(plan.kode) if plan is not None and plan.kode else ""
        kode = Sel(code or (str(either.kode) if either.kode else None))
        nama = Sel(either.nama, either.row.place(either.sisi.nama))
        level = Tingkat.PROGRAM if self._review.utama(either) else Tingkat.KEGIATAN
        gap = selisih(right[2], left[2], beda=right[2].beda)
        said = teks(either.row, "catatan")
        return Baris(
            (kode, nama, *left, *right, *third, gap, said, gabung(notes, self._bahasa)), level
        )

    def _hanya_rencana(self, row: Row) -> Baris:
        note = Teks("tidak ada di T-C.31", "not in T-C.31")
        return Baris(
            (
                Sel(str(row.kode) if row.kode else None),
                Sel(row.nama, row.place("nama")).berbeda(),
                *(KOSONG,) * 6,
                *_rencana(row),
                *(KOSONG, KOSONG),
                gabung([note], self._bahasa),
            ),
            Tingkat.PROGRAM,
        )

    def _total(self, row: Row) -> Baris:
        left, right = uang(row, RKPD.uang), uang(row, RENJA.uang)
        plans = self._plan.tables if self._plan else ()
        value, places = plan_total(plans) if plans else (None, ())
        third = Sel(value, places[0] if len(places) == 1 else None)
        notes = []
        if plans and compare_totals(row, plans)[0] is not None:
            third = third.berbeda()
            notes.append(Teks("total tidak sama", "the totals differ"))
        differs = beda_uang(row, RENJA.uang, row, RKPD.uang) is not None
        blank = (KOSONG, KOSONG)
        return Baris(
            (
                KOSONG,
                Sel(Teks("Jumlah", "Total").dalam(self._bahasa)),
                *(*blank, left),
                *(*blank, right),
                *(*blank, third),
                selisih(right, left, beda=differs),
                KOSONG,
                gabung(notes, self._bahasa),
            ),
            total=True,
        )


def _sisi(usulan: Usulan | None, sisi: Sisi) -> tuple[Sel, Sel, Sel]:
    row = usulan.row if usulan else None
    return teks(row, sisi.indikator), teks(row, sisi.target), uang(row, sisi.uang)


def _rencana(row: Row | None) -> tuple[Sel, Sel, Sel]:
    if row is None:
        return KOSONG, KOSONG, KOSONG
    indicator, target = kolom_indikator(row)
    amount = uang(row, "pagu")
    if amount.nilai is None:
        amount = Sel(rupiah(row, "pagu", dari_bawah=True))
    return teks(row, indicator), teks(row, target), amount


def _tandai(
    left: tuple[Sel, Sel, Sel],
    right: tuple[Sel, Sel, Sel],
    rkpd: tuple[Row, Sisi],
    renja: tuple[Row, Sisi],
    notes: list[Teks],
) -> tuple[Sel, Sel, Sel]:
    """Return the right half with what differs from the left one marked, and say it in `notes`."""
    (one, mine), (two, theirs) = rkpd, renja
    indicator, target, amount = right
    if (
        left[0].nilai
        and indicator.nilai
        and rapat(str(left[0].nilai)) != rapat(str(indicator.nilai))
    ):
        indicator = indicator.berbeda()
        notes.append(Teks("indikator berbeda", "the indicators differ"))
    if not target_senada(one.sasaran(mine.target), two.sasaran(theirs.target)):
        target = target.berbeda()
        notes.append(Teks("target berbeda", "the targets differ"))
    gap = beda_uang(two, theirs.uang, one, mine.uang)
    if gap is not None:
        amount = amount.berbeda()
        notes.append(
            Teks("di atas pagu RKPD", "above the RKPD's ceiling")
            if gap.selisih > 0
            else Teks("di bawah pagu RKPD", "below the RKPD's ceiling")
        )
    return indicator, target, amount
