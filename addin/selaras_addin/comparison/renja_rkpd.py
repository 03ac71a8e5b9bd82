"""Renja against RKPD: both halves of T-C.31 beside the plan's own program (T-C.33 or SIPD)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from selaras.compare.cells import baris_indikator, beda_uang, rencana_utama, rupiah
from selaras.compare.match import kolom_indikator
from selaras.compare.plan import Padan, Rencana, banding_indikator, rencana
from selaras.compare.plan_total import compare_totals, plan_total
from selaras.compare.review import RENJA, RKPD, Reviu, Sisi, Usulan, reviu
from selaras.model.per_unit import sebanding
from selaras.model.row import Jenis, Row
from selaras.model.table import Table
from selaras.model.work import Work
from selaras.values.kode_reading import Tingkat
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

LEMBAR = "Banding Renja-RKPD"

_RKPD = Teks("Rancangan awal RKPD", "Draft RKPD")
_RENJA = Teks("Hasil analisis (T-C.31)", "The OPD's analysis (T-C.31)")
#: Indicator, target and amount.
_Paruh: TypeAlias = tuple[Sel, Sel, Sel]

_INDIKATOR = Teks("Indikator", "Indicator")
_TARGET = Teks("Target", "Target")


def bandingkan(work: Work, bahasa: Bahasa) -> Banding | Teks:
    """Return the comparison, or the sentence why the workbook allows none."""
    parts = sebanding(work)
    compared = [(part, reviews) for part in parts if (reviews := reviu(part))]
    if not compared:
        return belum_diisi(work, ("T-C.31",)) or Teks(
            "Buku kerja ini tidak memuat T-C.31 (review terhadap rancangan awal RKPD), jadi tidak "
            "ada yang dapat dibandingkan dengan RKPD.",
            "This workbook has no T-C.31 (review of the draft RKPD), so that there is nothing to "
            "compare with the RKPD.",
        )
    plans = [rencana(part) for part, _ in compared]
    name = next((plan.nama for plan in plans if plan is not None), None)
    if name is None:
        told = Teks(
            "Tidak ada tabel rencana (T-C.33 atau bentuk SIPD); hanya kedua paruh T-C.31 yang "
            "dibandingkan.",
            "There is no plan table (T-C.33 or the SIPD form); only the two halves of T-C.31 are "
            "compared.",
        )
    else:
        told = Teks(
            f"Program dan kegiatan T-C.31 dicocokkan dengan {name} menurut kode, lalu nama.",
            f"Programmes and activities of T-C.31 are matched with {name} by code, then by name.",
        )
    year = work.tahun or ""
    columns = _kolom(name or "T-C.33")
    rows = per_bagian(
        parts,
        [
            (part, _baris_bagian(part, reviews, plan, bahasa))
            for (part, reviews), plan in zip(compared, plans, strict=True)
        ],
        len(columns),
    )
    return Banding(
        LEMBAR,
        Teks(f"Perbandingan Renja dan RKPD {year}".strip(), f"Renja and RKPD {year}".strip()),
        (told,),
        columns,
        tuple(rows),
    )


def _baris_bagian(
    work: Work, reviews: Sequence[Reviu], plan: Rencana | None, bahasa: Bahasa
) -> Iterator[Baris]:
    """Yield the rows of one agency: the reviews', what only the plan has, then the totals."""
    makers = [_Penyusun(review, plan, bahasa) for review in reviews]
    for maker in makers:
        yield from maker.build_rows()
    if plan is not None:
        found = [match for maker in makers for match in maker.padan.values()]
        for row in plan.belum_direviu(reviews, found):
            yield _hanya_rencana(row, bahasa)
    for review in reviews:
        yield from _total(review, work, bahasa)


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
        asked = plan.padankan(review.renja, review) if plan else []
        paired = {id(pair.rkpd) for pair in review.pasang}
        self._hanya_rkpd = [one for one in review.rkpd if id(one) not in paired]
        half = plan.padankan(review.rkpd, review) if plan else []
        alone = {id(one) for one in self._hanya_rkpd}
        left = [match for match in half if id(match.usulan) in alone]
        #: The rows of the plan, by what asks for them.
        self.padan = {id(match.usulan): match for match in (*asked, *left)}
        self._indikator = banding_indikator(review, asked)

    def build_rows(self) -> Iterator[Baris]:
        """Yield the rows in the order of the sheet."""
        pairs: list[tuple[Usulan | None, Usulan | None]] = [
            (pair.rkpd, pair.renja) for pair in self._review.pasang
        ]
        right = {id(pair.renja) for pair in self._review.pasang}
        pairs += [(one, None) for one in self._hanya_rkpd]
        pairs += [(None, one) for one in self._review.renja if id(one) not in right]
        pairs.sort(key=lambda pair: min(one.row.row for one in pair if one is not None))
        for pair in pairs:
            yield self._build_row(*pair)
            yield from self._lanjutan(*pair)

    def _build_row(self, rkpd: Usulan | None, renja: Usulan | None) -> Baris:
        either = renja or rkpd
        assert either is not None
        match = self.padan.get(id(either))
        plan = match.baris if match else None
        notes: list[Teks] = []
        left, right = _sisi(rkpd, RKPD), _sisi(renja, RENJA)
        third = _rencana(plan)
        if rkpd and renja:
            right = self._tandai(right, rkpd, renja, notes)
        elif renja is None:
            notes.append(Teks("tidak ada di hasil analisis", "not in the OPD's analysis"))
        else:
            notes.append(Teks("tidak ada di rancangan awal RKPD", "not in the draft RKPD"))
        if renja and match:
            third = self._tandai_rencana(third, renja, match, notes)
        elif renja and self._plan is not None and self._plan.is_missing(renja):
            notes.append(
                Teks(f"tidak ditemukan di {self._plan.nama}", f"not found in {self._plan.nama}")
            )
        code = str(plan.kode) if plan is not None and plan.kode else ""
        kode = Sel(code or (str(either.kode) if either.kode else None))
        nama = Sel(either.nama, either.row.place(either.sisi.nama))
        level = Tingkat.PROGRAM if self._review.utama(either) else Tingkat.KEGIATAN
        gap = selisih(right[2], left[2], beda=right[2].differs)
        said = teks(either.row, "catatan")
        return Baris(
            (kode, nama, *left, *right, *third, gap, said, gabung(notes, self._bahasa)), level
        )

    def _lanjutan(self, rkpd: Usulan | None, renja: Usulan | None) -> Iterator[Baris]:
        """Yield a row for each further indicator of the halves, beside those of the plan."""
        match = self.padan.get(id(renja or rkpd))
        plan = kolom_indikator(match.baris) if match else ("", "")
        sides = (
            (rkpd.row if rkpd else None, RKPD.indikator, RKPD.target),
            (renja.row if renja else None, RENJA.indikator, RENJA.target),
            (match.baris if match else None, *plan),
        )
        left, right, third = (_indikator_lanjutan(row, key) for row, key, _ in sides)
        for at in range(max(len(left), len(right))):
            rows = [rows[at] if at < len(rows) else None for rows in (left, right, third)]
            cells = [
                (teks(row, indicator), teks(row, target))
                for row, (_, indicator, target) in zip(rows, sides, strict=True)
            ]
            notes: list[Teks] = []
            if renja and (own := rows[1]) is not None:
                tables = [renja.row.table, *([match.baris.table] if match else [])]
                cells[1] = self._tandai_lanjutan(own, cells[1], tables, notes)
            yield Baris(
                (
                    *(KOSONG, KOSONG),
                    *(cell for pair in cells for cell in (*pair, KOSONG)),
                    *(KOSONG, KOSONG),
                    gabung(notes, self._bahasa),
                )
            )

    def _tandai_lanjutan(
        self, row: Row, cells: tuple[Sel, Sel], tables: Sequence[Table], notes: list[Teks]
    ) -> tuple[Sel, Sel]:
        """Return a further indicator and its target, marked where a table says otherwise."""
        found = []
        labels = Teks("indikator", "the indicator"), Teks("target", "the target")
        keys = RENJA.indikator, RENJA.target
        for cell, key, label in zip(cells, keys, labels, strict=True):
            others = [table for table in tables if self._indikator.berbeda(row, key, table)]
            found.append(cell.mark_different() if others else cell)
            for table in others:
                own = table is row.table
                name = Teks("RKPD", "the RKPD") if own else Teks(table.name, table.name)
                notes.append(
                    Teks(f"{label.id} berbeda dari {name.id}", f"{label.en} differs from {name.en}")
                )
        return found[0], found[1]

    def _tandai(self, right: _Paruh, rkpd: Usulan, renja: Usulan, notes: list[Teks]) -> _Paruh:
        """Return the OPD's half with what differs from the RKPD's marked, and say it."""
        indicator, target, amount = right
        other = rkpd.row.table
        if self._indikator.berbeda(renja.row, RENJA.indikator, other):
            indicator = indicator.mark_different()
            notes.append(Teks("indikator berbeda", "the indicators differ"))
        if self._indikator.berbeda(renja.row, RENJA.target, other):
            target = target.mark_different()
            notes.append(Teks("target berbeda", "the targets differ"))
        gap = beda_uang(renja.row, RENJA.uang, rkpd.row, RKPD.uang)
        if gap is not None:
            amount = amount.mark_different()
            notes.append(
                Teks("di atas pagu RKPD", "above the RKPD's ceiling")
                if gap.selisih > 0
                else Teks("di bawah pagu RKPD", "below the RKPD's ceiling")
            )
        return indicator, target, amount

    def _tandai_rencana(
        self, third: _Paruh, renja: Usulan, match: Padan, notes: list[Teks]
    ) -> _Paruh:
        """Return what the plan says with what the OPD's half says otherwise marked, and say it."""
        indicator, target, amount = third
        name = match.baris.table.name
        if match.kembar:
            notes.append(
                Teks(
                    f"nama yang sama lebih dari satu, padanannya di {name} belum pasti",
                    f"the name stands there more than once, which one of {name} it is is a guess",
                )
            )
            return third
        if self._indikator.berbeda(renja.row, RENJA.indikator, match.baris.table):
            indicator = indicator.mark_different()
            notes.append(
                Teks(f"indikator tidak sama dengan {name}", f"the indicator is not that of {name}")
            )
        if self._indikator.berbeda(renja.row, RENJA.target, match.baris.table):
            target = target.mark_different()
            notes.append(
                Teks(f"target tidak sama dengan {name}", f"the target is not that of {name}")
            )
        if beda_uang(renja.row, RENJA.uang, match.baris, "pagu", dari_bawah=True):
            amount = amount.mark_different()
            notes.append(
                Teks(
                    f"kebutuhan dana tidak sama dengan pagu {name}",
                    f"the funds needed are not the ceiling of {name}",
                )
            )
        if match.skor < 1.0:
            percent = int(match.skor * 100)
            notes.append(
                Teks(
                    f"dicocokkan menurut kemiripan nama {percent}%",
                    f"matched by a likeness of names of {percent}%",
                )
            )
        return indicator, target, amount


def _hanya_rencana(row: Row, bahasa: Bahasa) -> Baris:
    note = Teks("tidak ada di T-C.31", "not in T-C.31")
    return Baris(
        (
            Sel(str(row.kode) if row.kode else None),
            Sel(row.nama, row.place("nama")).mark_different(),
            *(KOSONG,) * 6,
            *_rencana(row),
            *(KOSONG, KOSONG),
            gabung([note], bahasa),
        ),
        Tingkat.PROGRAM,
    )


def _total(review: Reviu, work: Work, bahasa: Bahasa) -> Iterator[Baris]:
    """Yield the totals of a review that have an amount."""
    plans = rencana_utama(work)
    totals = compare_totals(work.named("T-C.31"), plans)
    value, places = plan_total(plans) if plans else (None, ())
    for row in review.table.rows_of_kind(Jenis.TOTAL):
        left, right = uang(row, RKPD.uang), uang(row, RENJA.uang)
        if left.nilai is None and right.nilai is None:
            continue
        third = Sel(value, places[0] if len(places) == 1 else None)
        notes = []
        if totals is not None and totals.row is row and totals.beda is not None:
            third = third.mark_different()
            notes.append(Teks("total tidak sama", "the totals differ"))
        differs = beda_uang(row, RENJA.uang, row, RKPD.uang) is not None
        blank = (KOSONG, KOSONG)
        yield Baris(
            (
                KOSONG,
                Sel(Teks("Jumlah", "Total").dalam(bahasa)),
                *(*blank, left),
                *(*blank, right),
                *(*blank, third),
                selisih(right, left, beda=differs),
                KOSONG,
                gabung(notes, bahasa),
            ),
            total=True,
        )


def _indikator_lanjutan(row: Row | None, key: str) -> list[Row]:
    return [one for one in baris_indikator(row, key) if one is not row] if row else []


def _sisi(usulan: Usulan | None, sisi: Sisi) -> _Paruh:
    row = usulan.row if usulan else None
    return teks(row, sisi.indikator), teks(row, sisi.target), uang(row, sisi.uang)


def _rencana(row: Row | None) -> _Paruh:
    if row is None:
        return KOSONG, KOSONG, KOSONG
    indicator, target = kolom_indikator(row)
    amount = uang(row, "pagu")
    if amount.nilai is None:
        amount = Sel(rupiah(row, "pagu", dari_bawah=True))
    return teks(row, indicator), teks(row, target), amount
