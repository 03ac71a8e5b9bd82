"""The tools of a corruption: a copy of the document, the drawing of places, and what follows."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from hypothesis import assume

from layouts import Place, Row
from layouts.formulas import children
from rules.document import ATURAN_JUMLAH, UANG, Salinan, Tertulis, kode, posisi, tertulis_benar
from selaras.model.book import Value
from selaras.model.setting import Setting
from selaras.values.a1 import address

T = TypeVar("T")
T22, T29, T30, T31, T33, T41 = "Tabel 2.2", "T-C.29", "T-C.30", "T-C.31", "T-C.33", "Tabel 4.1"
BERKODE = ("program", "kegiatan", "sub_kegiatan")

_TINGKAT = {"total": -1, "program": 0, "kegiatan": 1, "sub_kegiatan": 2}

SATU_SEL = ("titik-2", "titik-4", "sipd", "sipd-2baris")
"""Layouts with the code in one cell (of the plan table, in those of SIPD)."""
BERPISAH = ("asli", "tumpuk", "nama-lain", "bergeser")
"""Layouts with the code in six cells."""
UMUM = ("asli", "titik-4", "sipd", "nama-lain")
BERTABEL_41 = ("asli", "titik-2", "tumpuk", "nama-lain")
"""Layouts that have T-C.33 and Tabel 4.1."""


class Undian:
    """Draws places and values.

    Hypothesis gives the seed; the name of the corruption and its layout go in with it, so that one
    try of each already visits places all over the document.
    """

    def __init__(self, name: str, seed: int) -> None:
        self.random = random.Random(f"{name}/{seed}")

    def draw_one(self, choices: Sequence[T]) -> T:
        """Return one of the choices; the run is left out where there is none."""
        assume(choices)
        return self.random.choice(choices)

    def bilangan(self, low: int, high: int) -> int:
        """Return a number of the range."""
        return self.random.randint(low, high)


class Pohon(NamedTuple):
    """Who stands above whom in a table of the document."""

    rows: Mapping[int, Row]
    above: Mapping[int, int]
    below: Mapping[int, Sequence[Row]]


class Kerusakan:
    """A copy of the document that is being spoiled, and what follows from it.

    Rows and cells are named as the document has them, before anything was moved.
    """

    def __init__(self, asal: Tertulis, undian: Undian) -> None:
        self.asal = asal
        self.undian = undian
        self.salinan = Salinan(asal)
        self.setting = Setting()
        #: Errors that follow: rule and cell, as the edited workbook has it.
        self.akibat: set[tuple[str, Place]] = set()
        #: The table that a finding without a cell must name.
        self.tabel_hilang: str | None = None
        self._pohon: dict[str, Pohon] = {}

    # Drawing

    def draw_one(self, choices: Iterable[T]) -> T:
        """Return one of the choices."""
        return self.undian.draw_one(list(choices))

    def bilangan(self, low: int, high: int) -> int:
        """Return a number of the range."""
        return self.undian.bilangan(low, high)

    def draw_table(self, *names: str) -> str:
        """Draw one of the tables that the layout has; of the plan tables without names."""
        return self.draw_one([name for name in names or (T33, T41) if self.asal.ada(name)])

    def draw_money_column(self, table: str) -> str:
        """Draw a money column of a table."""
        return self.draw_one(UANG[table])

    # Reading

    @property
    def sipd(self) -> bool:
        """Tell whether the plan is in the SIPD form, which has no rincian."""
        return self.asal.nama.startswith("sipd")

    def find_rows(self, table: str, *kinds: str) -> list[Row]:
        """Return rows of the document by their kind."""
        rows = self.asal.dokumen.tables[table].rows
        return [row for row in rows if not kinds or row.kind in kinds]

    def find_with_pagu(self, table: str, key: str, *kinds: str) -> list[Row]:
        """Return rows that have an amount above 0."""
        return [row for row in self.find_rows(table, *(kinds or BERKODE)) if row.values.get(key)]

    def pohon(self, table: str) -> Pohon:
        """Return who stands above whom."""
        if table not in self._pohon:
            rows = self.asal.dokumen.tables[table].rows
            below = {row.index: kids for row, kids in children(rows)}
            above = {kid.index: index for index, kids in below.items() for kid in kids}
            self._pohon[table] = Pohon({row.index: row for row in rows}, above, below)
        return self._pohon[table]

    def find_children(self, table: str, row: Row) -> list[Row]:
        """Return the rows one level down that the layout has."""
        kids = self.pohon(table).below.get(row.index, ())
        return [kid for kid in kids if not (self.sipd and kid.kind == "rincian")]

    def keturunan(self, table: str, row: Row) -> list[Row]:
        """Return all rows with a code below a row."""
        found = []
        for kid in self.find_children(table, row):
            if kid.kind != "rincian":
                found += [kid, *self.keturunan(table, kid)]
        return found

    def leluhur(self, table: str, row: Row) -> list[Row]:
        """Return the rows above a row, the nearest first, with the total."""
        tree, found = self.pohon(table), []
        index = tree.above.get(row.index)
        while index is not None:
            found.append(tree.rows[index])
            index = tree.above.get(index)
        return found

    def find_place(self, table: str, row: Row, key: str) -> Place:
        """Return where a value of the document stands in the layout."""
        return self.asal.find_place(table, row.index, key)

    def sekarang(self, table: str, row: Row, key: str) -> Place:
        """Return where it stands now."""
        return self.salinan.alamat(self.find_place(table, row, key))

    def find_head(self, table: str, key: str) -> Place:
        """Return the head of a column, where it stands now."""
        return self.salinan.alamat(self.asal.placement.heads[self.asal.nama_tabel(table), key])

    def pagu(self, table: str, row: Row, key: str) -> int:
        """Return an amount of the copy."""
        value = self.salinan.read_value(self.find_place(table, row, key))
        assert isinstance(value, int | float)
        return int(value)

    def read_value(self, table: str, row: Row, key: str) -> Value:
        """Return what a cell of the copy holds."""
        return self.salinan.read_value(self.find_place(table, row, key))

    def tempat_ada(self, table: str, row: Row, key: str) -> bool:
        """Tell whether the layout has a cell for a value."""
        return (self.asal.nama_tabel(table), row.index, key) in self.asal.placement

    def find_formula(self, table: str, row: Row, key: str) -> str | None:
        """Return the formula of a cell."""
        place = self.find_place(table, row, key)
        return self.salinan.sheets[place.sheet].formulas.get(posisi(place.address))

    def di_tempat_lain(self, table: str, row: Row) -> tuple[str, Row] | None:
        """Return the row of the same code in the other plan table."""
        other = T41 if table == T33 else T33
        if not self.asal.ada(T33) or not self.asal.ada(T41):
            return None
        return next(
            ((other, one) for one in self.find_rows(other) if kode(one) == kode(row) and kode(row)),
            None,
        )

    # Writing

    def tulis(self, table: str, row: Row, key: str, value: Value) -> Place:
        """Put a value into a cell; return where that is now."""
        self.salinan.tulis(self.find_place(table, row, key), value)
        return self.sekarang(table, row, key)

    def find_kode_cells(self, table: str, row: Row) -> tuple[list[Value], int]:
        """Return the cells of a row and the index of the first that its code stands in."""
        place = self.find_place(table, row, "kode")
        number, column = posisi(place.address)
        sheet = self.salinan.sheets[place.sheet]
        return sheet.rows[sheet.indeks(number)][1], column - 1

    @property
    def terpisah(self) -> bool:
        """Tell whether the code of a plan table stands in six cells."""
        return self.asal.nama not in (*SATU_SEL, "rumus-titik-4")

    def tulis_kode(self, table: str, row: Row, code: Sequence[int]) -> Place:
        """Give a row another code, written in the style of the layout; return its cell."""
        cells, first = self.find_kode_cells(table, row)
        if self.terpisah or (self.sipd and table == T29):
            padded = table == T29
            digits = (1, 2, 2, 1, 2, 2)
            for at in range(6):
                part = code[at] if at < len(code) else None
                text = None if part is None else f"{part:0{digits[at]}d}"
                cells[first + at] = text if padded or part is None else float(part)
        else:
            last = 2 if self.asal.nama == "titik-2" else 4
            digits = (1, 2, 2, 1, 2, last)
            cells[first] = ".".join(
                f"{n:0{width}d}" for n, width in zip(code, digits, strict=False)
            )
        return self.sekarang(table, row, "kode")

    def hapus(self, table: str, row: Row) -> None:
        """Delete a row."""
        place = self.find_place(table, row, "nama")
        self.salinan.hapus(place.sheet, posisi(place.address)[0])

    def hapus_seluruhnya(self, table: str, row: Row) -> None:
        """Delete a row with all that stands below it: indicators and rincian too."""
        rows = self.find_rows(table)
        level, at = _TINGKAT[row.kind], row.index
        while at == row.index or _TINGKAT.get(rows[at].kind, 9) > level:
            self.hapus(table, rows[at])
            at += 1

    def sisip(
        self, table: str, row: Row, values: Mapping[str, Value], *, is_below: bool = True
    ) -> Callable[[str], Place]:
        """Insert a row below or above another; return what tells where its columns stand."""
        place = self.find_place(table, row, "nama")
        columns = {key: posisi(self.find_place(table, row, key).address)[1] for key in values}
        cells = {columns[key]: value for key, value in values.items()}
        new = self.salinan.sisip(place.sheet, posisi(place.address)[0], cells, is_below=is_below)

        def where(key: str) -> Place:
            column = posisi(self.find_place(table, row, key).address)[1]
            return Place(place.sheet, address(new, column))

        return where

    # What follows

    def patah(self, rule: str, table: str, row: Row, key: str) -> None:
        """State that an error follows at a cell."""
        self.akibat.add((rule, self.sekarang(table, row, key)))

    def jumlah_patah(self, table: str, row: Row, key: str) -> list[tuple[str, Place]]:
        """State what a changed amount breaks: its own sum, that above it, the other tables.

        Returns the rule and cell of the broken sums, the row's own first.
        """
        broken = []
        if any(isinstance(kid.values[key], int) for kid in self.find_children(table, row)):
            broken.append((ATURAN_JUMLAH[row.kind], self.sekarang(table, row, key)))
        broken += [
            (ATURAN_JUMLAH[above.kind], self.sekarang(table, above, key))
            for above in self.leluhur(table, row)[:1]
        ]
        self.akibat.update(broken)
        if key == "pagu":
            self.pagu_beda(table, row)
        if self.asal.ada("T-C.27") and table == T33:
            self.patah("RST009", T33, row, key)
        return broken

    def pagu_beda(self, table: str, row: Row) -> None:
        """State which other tables a changed amount of the plan year differs from."""
        other = self.di_tempat_lain(table, row)
        if other is not None:
            second = (table, row) if table == T41 else other
            self.patah("TBL001", *second, "pagu")
        if table == T33 and row.kind in ("program", "total") and self.asal.ada(T31):
            rule = "RKP004" if row.kind == "program" else "RKP006"
            self.patah(rule, T31, self.di_reviu(row), "kebutuhan_dana")

    def di_reviu(self, row: Row) -> Row:
        """Return the row of T-C.31 of a program or total of the plan."""
        if row.kind == "total":
            return self.find_rows(T31)[-1]
        number = self.find_rows(T33, "program").index(row)
        return self.find_rows(T31)[number]

    def leluhur_patah(self, table: str, row: Row) -> None:
        """State that the sums above a row that falls out of them may break."""
        for above in self.leluhur(table, row):
            for key in UANG[table]:
                self.patah(ATURAN_JUMLAH[above.kind], table, above, key)

    def kode_hilang(self, table: str, row: Row) -> None:
        """State what follows where a row's code cannot be known, or is another."""
        for kid in self.find_children(table, row):
            if kid.kind != "rincian":
                self.patah("KOD002", table, kid, "kode")
        if table in (T33, T41):
            self.leluhur_patah(table, row)
            other = self.di_tempat_lain(table, row)
            if other is not None:
                self.patah("TBL004", *other, "kode")
                self.patah("TBL004", table, row, "kode")


Ubah = Callable[[Kerusakan], Place]


class Kasus(NamedTuple):
    """A corruption: which rule must speak, what it is called, how it is done, in which layouts."""

    aturan: str
    nama: str
    change: Ubah
    layouts: tuple[str, ...]
    asal: Callable[[str], Tertulis]


KASUS: list[Kasus] = []
"""All corruptions, in the order in which the family modules enter them."""


def rusak(
    aturan: str,
    tata: Sequence[str] = UMUM,
    *,
    varian: Iterable[object] = (None,),
    asal: Callable[[str], Tertulis] = tertulis_benar,
) -> Callable[[Callable[..., Place]], Callable[..., Place]]:
    """Enter a corruption; with variants, one for each, handed to the function."""

    def enter(spoil: Callable[..., Place]) -> Callable[..., Place]:
        for variant in varian:
            name = spoil.__name__ if variant is None else f"{spoil.__name__}[{variant}]"
            change = spoil if variant is None else _dengan(spoil, variant)
            KASUS.append(Kasus(aturan, name, change, tuple(tata), asal))
        return spoil

    return enter


def _dengan(spoil: Callable[..., Place], variant: object) -> Ubah:
    def change(copy: Kerusakan) -> Place:
        return spoil(copy, variant)

    return change
