"""From the form of a formula to the cells of a sheet that it adds, each with how often."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from itertools import product, repeat
from typing import NamedTuple

from selaras.formulas.criteria import Kriteria, baca_kriteria
from selaras.formulas.plain import bentuk_lugas
from selaras.formulas.shapes import Bentuk, Rentang, Suku, Syarat
from selaras.model.book import Position, Sheet
from selaras.values.a1 import Area

#: Cells that one formula may add, and all formulas of a sheet together.
SEL_SERUMUS = 20_000
SEL_SELEMBAR = 2_000_000

_SUBTOTAL = re.compile(r"= *SUBTOTAL\([^()]*\) *", re.IGNORECASE)
_BERSUBTOTAL = re.compile(r"SUBTOTAL\(|AGGREGATE\(", re.IGNORECASE)


class BacaRumus(NamedTuple):
    """What a formula adds up, on its own sheet cell by cell."""

    bentuk: Bentuk
    #: How often each cell counts; a subtracted one is negative, one that cancels out is left out.
    sel: dict[Position, int]
    #: What it adds from other sheets.
    lain: tuple[Suku, ...]

    @property
    def tetap(self) -> Decimal:
        """The constants that are added."""
        return self.bentuk.tetap

    @property
    def faktor(self) -> tuple[str, ...]:
        """What the sum, or a part of it, is multiplied or divided by: "*1.1", "/13"."""
        return self.bentuk.faktor

    @property
    def rujukan(self) -> bool:
        """Whether it only refers to one cell."""
        return self.bentuk.rujukan

    @property
    def jumlahan(self) -> bool:
        """Whether it adds cells up and does nothing else that matters."""
        return self.bentuk.jumlahan


def _urai(formula: str) -> Bentuk | None:
    # Imported here: many tables have no other formulas than the two plain ones.
    from selaras.formulas.parse import baca_bentuk

    return baca_bentuk(formula)


class PembacaRumus:
    """Reads the formulas of one sheet."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._nama = sheet.name.casefold()
        self._sisa = SEL_SELEMBAR
        self._terpakai: Area | None = None
        self._kriteria: dict[tuple[str | Decimal | Rentang, ...], Kriteria | None] = {}

    def read(self, formula: str) -> BacaRumus | None:
        """Return which cells a formula adds; None when it is no sum, or too large a one.

        None, too, where that cannot be told from what the file stores: a SUMIF whose criterion may
        be read in two ways, a SUBTOTAL over hidden rows or over an unclear subtotal.
        """
        form = bentuk_lugas(formula) or _urai(formula)
        if form is None:
            return None
        counted: dict[Position, int] = {}
        elsewhere: list[Suku] = []
        left = SEL_SERUMUS
        for suku in form.suku:
            if not self._di_sini(suku.lembar):
                elsewhere.append(suku)
                continue
            if suku.cara == "sel":
                place = suku.area[:2]
                counted[place] = counted.get(place, 0) + suku.kali
                continue
            area = self._terbatas(suku.syarat[0].cell_range.area if suku.syarat else suku.area)
            size = max(area.bottom - area.top + 1, 0) * max(area.right - area.left + 1, 0)
            left -= size
            self._sisa -= size
            if left < 0 or self._sisa < 0:
                return None
            places = self._memenuhi(suku, area) if suku.syarat else self._sel(suku, area)
            if places is None:
                return None
            if not counted:
                counted = dict.fromkeys(places, suku.kali)
                continue
            for place in places:
                counted[place] = counted.get(place, 0) + suku.kali
        if 0 in counted.values():
            counted = {place: times for place, times in counted.items() if times}
        return BacaRumus(form, counted, tuple(elsewhere))

    def _di_sini(self, name: str | None) -> bool:
        return name is None or name.casefold() == self._nama

    def _terbatas(self, area: Area) -> Area:
        """Return the part of an area in which the sheet has anything."""
        used = self._terpakai
        if used is None:
            used = self._terpakai = _terpakai(self._sheet)
        return Area(
            max(area.top, used.top),
            max(area.left, used.left),
            min(area.bottom, used.bottom),
            min(area.right, used.right),
        )

    # Ranges

    def _sel(self, suku: Suku, area: Area) -> Iterable[Position] | None:
        return _isi(area) if suku.cara == "rentang" else self._subtotal(suku, area)

    def _subtotal(self, suku: Suku, area: Area) -> list[Position] | None:
        """Return the cells of a SUBTOTAL: it passes over other subtotals, and over hidden rows."""
        sheet = self._sheet
        if sheet.hidden_rows and (suku.cara == "subtotal_tampak" or sheet.filtered):
            for row in sheet.hidden_rows:
                if area.top <= row <= area.bottom:
                    return None
        places: list[Position] = []
        for place in _isi(area):
            formula = sheet.formulas.get(place)
            if formula is not None and _BERSUBTOTAL.search(formula):
                if not _SUBTOTAL.fullmatch(formula):
                    return None
                continue
            places.append(place)
        return places

    # Conditions

    def _memenuhi(self, suku: Suku, area: Area) -> list[Position] | None:
        """Return the cells to add of those rows whose cells meet all conditions."""
        first = suku.syarat[0].cell_range.area
        down, right = suku.area.top - first.top, suku.area.left - first.left
        checks: list[tuple[int, int, Kriteria]] = []
        for syarat in suku.syarat:
            criterion = self._kriteria_dari(syarat)
            there = syarat.cell_range.area
            if criterion is None or _bentang(there) != _bentang(first):
                return None
            if _bentang(first) != _bentang(suku.area):
                return None
            checks.append((there.top - first.top, there.left - first.left, criterion))
        unknown, value = self._sheet.uncalculated, self._sheet.grid.value
        places: list[Position] = []
        for row, column in _isi(area):
            meets = True
            for below, beside, criterion in checks:
                place = (row + below, column + beside)
                met = None if place in unknown else criterion.cocok(value(*place))
                if met is None:
                    return None
                meets &= met
            if meets:
                places.append((row + down, column + right))
        return places

    def _kriteria_dari(self, syarat: Syarat) -> Kriteria | None:
        if not self._di_sini(syarat.cell_range.lembar):
            return None
        pieces = syarat.kriteria
        if pieces not in self._kriteria:
            texts = [self._read_text(piece) for piece in pieces]
            known = [text for text in texts if text is not None]
            self._kriteria[pieces] = (
                baca_kriteria("".join(known)) if len(known) == len(texts) else None
            )
        return self._kriteria[pieces]

    def _read_text(self, piece: str | Decimal | Rentang) -> str | None:
        """Return a piece of a criterion as text; None when it is not known or not certain."""
        if isinstance(piece, str):
            return piece
        if isinstance(piece, Decimal):
            return str(piece)
        place = piece.area.top, piece.area.left
        if not self._di_sini(piece.lembar) or place in self._sheet.uncalculated:
            return None
        value = self._sheet.value(*place)
        if isinstance(value, float) and value.is_integer():
            return str(int(value))
        return value if isinstance(value, str) else None


def _isi(area: Area) -> Iterable[Position]:
    rows, columns = range(area.top, area.bottom + 1), range(area.left, area.right + 1)
    return zip(rows, repeat(area.left)) if len(columns) == 1 else product(rows, columns)


def _bentang(area: Area) -> tuple[int, int]:
    return area.bottom - area.top, area.right - area.left


def _terpakai(sheet: Sheet) -> Area:
    """Return the area of the sheet that holds values or formulas."""
    area = sheet.grid.area
    places = sheet.formulas.keys()
    if not places:
        return area
    rows, columns = [row for row, _ in places], [column for _, column in places]
    if area.bottom < area.top:
        return Area(min(rows), min(columns), max(rows), max(columns))
    return Area(
        min(area.top, *rows),
        min(area.left, *columns),
        max(area.bottom, *rows),
        max(area.right, *columns),
    )
