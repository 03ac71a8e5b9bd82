"""Recompute the sums of a workbook: from rincian up to the total, as the rules of JML judge them.

The engine itself says which sums do not hold; each level is put right in a copy of the values
before the next one is looked at, so that a corrected kegiatan counts in its program.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple, TypeAlias

from selaras.engine.causes.sums import BARIS, JUMLAH
from selaras.engine.run import check_book, kenali
from selaras.formulas import PembacaRumus
from selaras.formulas.proposal import rumus_jumlah, terhitung_lain
from selaras.formulas.sum_tree import Pohon
from selaras.model.book import Book, Position
from selaras.model.row import Jenis, Row, Uang, jumlahkan, tampil
from selaras.model.setting import Setting
from selaras.reckon.sum_words import sebut_sel
from selaras.reckon.sums import sama
from selaras.values.a1 import address, position
from selaras.values.finding import Finding
from selaras.values.text import Teks
from selaras_addin.fixes.change import Perubahan, urut
from selaras_addin.fixes.results import hasil, setara
from selaras_addin.ribbon import LABEL

Cara = Literal["nilai", "rumus"]

#: From the bottom up.
_URUTAN = ("JML005", "JML001", "JML002", "JML003", "JML004")
#: Rules that tell why a sum does not hold, where that is to be mended first.
_SEBAB = (*BARIS, "LBR004", "IND005", "RST010", "TBL004")
_Tempat: TypeAlias = tuple[str, Position]


class _Jumlahan(NamedTuple):
    """A sum and how it may be written as a formula."""

    amount: Uang
    #: None where no formula gives what its parts are read as.
    rumus: str | None
    #: Whether that is because amounts below it are typed as text.
    has_texts: bool


_RAPIKAN = Teks(
    "ada angka yang tersimpan sebagai teks di bawahnya, sehingga subtotalnya ditulis sebagai "
    f"angka: rapikan dulu dengan {LABEL['terapkan_usulan'].id}",
    "there are numbers stored as text below, so that the sum is written as a number: tidy them up "
    f"first with {LABEL['terapkan_usulan'].en}",
)


def subtotal(book: Book, setting: Setting, cara: Cara) -> list[Perubahan]:
    """Return the changes that make all sums hold.

    With "rumus" every sum that is a typed number becomes a formula; with "nilai" only the wrong
    ones change. A formula is replaced by a formula, and only where it adds the wrong rows: the
    others Excel recalculates. Where amounts below are texts, which no formula of Excel adds up, a
    right sum is left and a wrong one becomes a number. Sums whose parts cannot be read are left
    alone.
    """
    now = _salah(book, setting)
    new = _hitung(book, setting, now)
    rencana = _Rencana(book, now, new, _jumlahan(book, setting, now, new, cara), cara)
    return urut(rencana.perubahan(), [sheet.name for sheet in book.sheets])


def find_postponed(book: Book, setting: Setting) -> Teks | None:
    """Return what is to be mended before some sums can be reckoned; None where nothing is."""
    now = _salah(book, setting)
    by_print = {finding.fingerprint: finding for finding in now}
    left: dict[str, None] = {}
    first: dict[str, None] = {}
    for finding in now:
        if finding.code not in JUMLAH or finding.cause is None:
            continue
        cause = by_print[finding.cause]
        while cause.cause is not None:
            cause = by_print[cause.cause]
        if cause.code not in JUMLAH:
            left[f"{finding.sheet}!{finding.cell}"] = None
            first[f"{cause.sheet}!{cause.cell}"] = None
    if not left:
        return None
    sums, causes = sebut_sel(list(left)), sebut_sel(list(first))
    return Teks(
        f"Tidak dihitung ulang: {sums.id}. Betulkan {causes.id} dahulu, lalu periksa lagi.",
        f"Not reckoned: {sums.en}. Mend {causes.en} first, then check again.",
    )


def tertahan(book: Book, setting: Setting) -> bool:
    """Tell whether sums cannot become formulas because amounts below them are typed as text."""
    return any(one.has_texts for one in _di_tabel(book, setting).values())


def _salah(book: Book, setting: Setting) -> Sequence[Finding]:
    return check_book(book, setting._replace(pilih=("JML", *_SEBAB), abaikan=())).findings


def _hitung(book: Book, setting: Setting, now: Sequence[Finding]) -> dict[_Tempat, Uang]:
    """Return the amounts of all sums that do not hold (`now`), as they should be."""
    new: dict[_Tempat, Uang] = {}
    for code in _URUTAN:
        # An urusan follows its bidang by the same rule, and a sum repeated below its rows follows
        # the row above them.
        while found := {
            place: finding.fix.value
            for finding in now
            if finding.code == code
            and finding.fix is not None
            and isinstance(finding.fix.value, int | Decimal)
            and (place := (finding.sheet or "", position(finding.fix.cell))) not in new
        }:
            new |= found
            now = _salah(_timpa(book, new), setting)
    return new


def _timpa(
    book: Book,
    new: Mapping[_Tempat, Uang],
    formulas: Mapping[_Tempat, str | None] | None = None,
) -> Book:
    """Return the workbook with other amounts in some cells, and other formulas or none."""
    by_sheet: dict[str, dict[Position, float]] = {}
    for (name, place), amount in new.items():
        by_sheet.setdefault(name, {})[place] = float(amount)
    put: dict[str, dict[Position, str | None]] = {}
    for (name, place), formula in (formulas or {}).items():
        put.setdefault(name, {})[place] = formula
    return book._replace(
        sheets=tuple(
            sheet.with_values(
                by_sheet.get(sheet.name, {}),
                {
                    place: formula
                    for place, formula in {**sheet.formulas, **put.get(sheet.name, {})}.items()
                    if formula is not None
                },
            )
            if sheet.name in by_sheet or sheet.name in put
            else sheet
            for sheet in book.sheets
        )
    )


class _Rencana:
    """What is to be written where, so that every sum shows what the engine reckons."""

    def __init__(
        self,
        book: Book,
        now: Sequence[Finding],
        new: Mapping[_Tempat, Uang],
        sums: Mapping[_Tempat, _Jumlahan],
        cara: Cara,
    ) -> None:
        self._book = book
        self._new = new
        self._sums = sums
        self._cara = cara
        self._wrong = _keliru(now)

    def perubahan(self) -> list[Perubahan]:
        """Return the changes; a formula that will not show the new sum is one of them."""
        replaced = {at for at in self._wrong if _berumus(self._book, at)}
        while True:
            changes = {
                at: change
                for at in dict.fromkeys((*self._sums, *self._new))
                if (change := self._build_one(at, replaced)) is not None
            }
            missed = self._meleset(changes)
            if not missed:
                return list(changes.values())
            replaced |= missed

    def _build_one(self, at: _Tempat, replaced: Container[_Tempat]) -> Perubahan | None:
        name, place = at
        live = _berumus(self._book, at)
        if at not in replaced if live else at not in self._new and self._cara == "nilai":
            return None
        by_formula = live or self._cara == "rumus"
        sums = self._sums.get(at)
        wanted = sums.rumus if sums and by_formula else None
        if wanted is None and at not in self._new:
            return None
        typed = _RAPIKAN if by_formula and wanted is None and sums and sums.has_texts else None
        return Perubahan(
            name,
            address(*place),
            tampil(self._book.sheet(name), *place),
            self._new[at] if wanted is None else wanted,
            "nilai" if wanted is None else "rumus",
            typed,
            rumus=self._book.sheet(name).formulas.get(place),
        )

    def _meleset(self, changes: Mapping[_Tempat, Perubahan]) -> set[_Tempat]:
        """Return the formulas that are left to Excel and will not show the sum that is due."""
        left = [at for at in self._new if at not in changes and _berumus(self._book, at)]
        if not left:
            return set()
        written = {
            at: change.baru if isinstance(change.baru, str) else None
            for at, change in changes.items()
        }
        after = _timpa(self._book, self._new, written)
        sheets = {sheet.name.casefold(): sheet for sheet in after.sheets}
        readers = {name: PembacaRumus(after.sheet(name)) for name, _ in left}
        found: set[_Tempat] = set()
        for name, place in left:
            sheet = after.sheet(name)
            shown = hasil(sheets, sheet, readers[name].read(sheet.formulas[place]))
            if shown is not None and not setara(shown, self._new[name, place]):
                found.add((name, place))
        return found


def _keliru(now: Sequence[Finding]) -> set[_Tempat]:
    return {(f.sheet or "", f.position) for f in now if f.fix is not None and f.position}


def _berumus(book: Book, at: _Tempat) -> bool:
    return at[1] in book.sheet(at[0]).formulas


def _jumlahan(
    book: Book,
    setting: Setting,
    now: Sequence[Finding],
    new: Mapping[_Tempat, Uang],
    cara: Cara,
) -> dict[_Tempat, _Jumlahan]:
    """Return how sums may be written as formulas once the new amounts stand there."""
    wrong = _keliru(now)

    def teks(at: _Tempat) -> bool:
        return isinstance(book.sheet(at[0]).value(*at[1]), str)

    # A formula that shows a text will show one again.
    known = {
        at: amount
        for at, amount in new.items()
        if at in wrong or not (teks(at) and _berumus(book, at))
    }
    while True:
        found = _di_tabel(_timpa(book, known), setting)
        if cara == "nilai":
            return found
        # A text that becomes a formula is a number for the sums above it.
        turned = {
            at: one.amount
            for at, one in found.items()
            if one.rumus is not None and at not in known and teks(at) and not _berumus(book, at)
        }
        if not turned:
            return found
        known |= turned


def _di_tabel(book: Book, setting: Setting) -> dict[_Tempat, _Jumlahan]:
    """Return the sums that hold, each with the formula that gives it."""
    found: dict[_Tempat, _Jumlahan] = {}
    sheets = {sheet.name.casefold(): sheet for sheet in book.sheets}
    for table in kenali(book, setting)[0].tables:
        sheet, tree, reader = table.sheet, Pohon(table), PembacaRumus(table.sheet)
        sums: list[tuple[Row, Sequence[Row]]] = [*tree.terjumlah()]
        totals = list(table.rows_of_kind(Jenis.TOTAL))
        # Of several totals only the engine knows what each adds up; their amounts stay typed.
        sums += [(row, tree.find_roots()) for row in totals if len(totals) == 1]
        for row, below in sums:
            for column in table.kolom_uang:
                jumlah = jumlahkan(below, column.key)
                if jumlah is None or not sama(row, column, jumlah):
                    continue
                place = row.posisi(column.key)
                old = sheet.formulas.get(place, "")
                lama = reader.read(old) if "SUBTOTAL" in old else None
                rumus = rumus_jumlah(tree, below, column.key, lama)
                shown = hasil(sheets, sheet, reader.read(rumus)) if rumus else None
                # Rows may be read in more than one way; the formula must add what the engine does.
                right = shown is not None and setara(shown, jumlah.nilai)
                teks = rumus is None and terhitung_lain(tree, below, column.key)
                found[sheet.name, place] = _Jumlahan(jumlah.nilai, rumus if right else None, teks)
    return found
