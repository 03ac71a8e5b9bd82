"""Where everything of a table lies on its sheet: columns, head, rows, total, signature."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from selaras.tables import Bentuk, Isi, Kolom, TableSpec
from selaras.values.a1 import column_letters
from selaras.values.text import besar
from selaras_templates.setting import Setelan

from .sentences import Kalimat, compute_shift, kalimat, lapis

#: The first rows: number of the table, title, agency, a blank one.
ATAS_KEPALA = 5

#: Two amounts of one row whose difference needs a reason in the notes.
DIBANDINGKAN = {"T-C.31": ("rkpd_pagu", "kebutuhan_dana")}

_LEBAR = {
    Isi.KODE: 18.0,
    Isi.NO: 8.0,
    Isi.TARGET: 14.0,
    Isi.UANG: 17.0,
    Isi.PERSEN: 11.5,
    Isi.TEKS: 20.0,
}
LEBAR_BANTU = 15.0
LEBAR_PERIKSA = 26.0

_OPERATOR = {Bentuk.SUM: "+", Bentuk.KUMULATIF: "+", Bentuk.PERSEN: "/"}


class Bantu(NamedTuple):
    """A column beside the printed table in which the sheet checks itself."""

    #: What it is for: the key of a money column, or blank for the messages.
    uang: str
    #: "seharusnya", "selisih", "beda", "periksa" or "satuan".
    peran: str
    head: tuple[Kalimat, ...]


class Kotak(NamedTuple):
    """A cell of the head and the rectangle that it takes, rows from 0 within the head."""

    isi: Kalimat
    atas: int
    kiri: int
    bawah: int
    kanan: int


@dataclass(frozen=True)
class Tata:
    """A table laid out. Columns count from 0, rows from 1 as in the sheet."""

    spec: TableSpec
    kolom: tuple[Kolom, ...]
    bantu: tuple[Bantu, ...]
    head: tuple[Kotak, ...]
    tinggi_kepala: int
    jumlah_baris: int

    @property
    def number_row(self) -> int:
        """The row of the printed column numbers."""
        return ATAS_KEPALA + self.tinggi_kepala

    @property
    def pertama(self) -> int:
        """The first row to be filled in."""
        return self.number_row + 1

    @property
    def batas(self) -> int:
        """The row below the last one to be filled in: the total where there is one."""
        return self.pertama + self.jumlah_baris

    @property
    def key_column(self) -> str:
        """The column whose dots tell the level of a row: "kode", else "no", else none."""
        keys = [kolom.key for kolom in self.kolom]
        if "kode" in keys:
            return "kode"
        return "no" if "no" in keys and self.money_columns else ""

    @property
    def money_columns(self) -> tuple[Kolom, ...]:
        """The money columns that are added up by level, without those worked out from others."""
        return tuple(kolom for kolom in self.kolom if kolom.isi is Isi.UANG and kolom.rumus is None)

    @property
    def berjumlah(self) -> bool:
        """Whether the table has levels and amounts to add up."""
        return bool(self.key_column and self.money_columns)

    def nomor_kolom(self, key: str) -> int:
        """Return where a column stands; ValueError when it is not printed."""
        return [kolom.key for kolom in self.kolom].index(key)

    def punya(self, key: str) -> bool:
        """Tell whether a column is printed."""
        return any(kolom.key == key for kolom in self.kolom)

    def find_letters(self, key: str) -> str:
        """Return the letters of a printed column."""
        return column_letters(self.nomor_kolom(key) + 1)

    def huruf_bantu(self, uang: str, peran: str) -> str:
        """Return the letters of a helper column."""
        for place, bantu in enumerate(self.bantu):
            if (bantu.uang, bantu.peran) == (uang, peran):
                return column_letters(len(self.kolom) + place + 1)
        raise KeyError(uang, peran)

    @property
    def widths(self) -> tuple[float, ...]:
        """The widths of all columns, in characters."""
        own = [kolom.lebar or _LEBAR[kolom.isi] for kolom in self.kolom]
        helpers = [LEBAR_BANTU if bantu.uang else LEBAR_PERIKSA for bantu in self.bantu]
        return (*own, *helpers)

    @property
    def angka_kolom(self) -> tuple[str, ...]:
        """What the row of column numbers says: "10 = (5+7+9)"; helpers go on counting."""
        printed = [_angka(self.spec, kolom) for kolom in self.kolom]
        last = int("".join(filter(str.isdigit, self.kolom[-1].cetak)))
        return (*printed, *(str(last + place) for place, _ in enumerate(self.bantu, 1)))


def _angka(spec: TableSpec, kolom: Kolom) -> str:
    if kolom.rumus is None or kolom.rumus.kind not in _OPERATOR:
        return kolom.cetak
    digits = ["".join(filter(str.isdigit, spec.column(key).cetak)) for key in kolom.rumus.dari]
    return f"{kolom.cetak} = ({_OPERATOR[kolom.rumus.kind].join(digits)})"


def susun(spec: TableSpec, setelan: Setelan, jumlah_baris: int, *, bersatuan: bool = False) -> Tata:
    """Return the layout of a table: printed are the columns that the regulation numbers.

    `bersatuan` adds a helper column with the official unit of each code.
    """
    kolom = tuple(one for one in spec.columns if one.cetak)
    bare = Tata(spec, kolom, (), (), 1, jumlah_baris)
    bantu = _bantu(bare, setelan)
    if bersatuan and bare.key_column == "kode":
        bantu = (*bantu, Bantu("", "satuan", (Kalimat("Satuan"),)))
    paths = [lapis(spec, one, setelan) for one in kolom] + [one.head for one in bantu]
    height = max(map(len, paths))
    return Tata(spec, kolom, bantu, tuple(_kotak(paths, height)), height, jumlah_baris)


def _bantu(tata: Tata, setelan: Setelan) -> tuple[Bantu, ...]:
    found: list[Bantu] = []
    if tata.berjumlah:
        for kolom in tata.money_columns:
            pola = f"Hasil Pemeriksaan {besar(kolom.label.id)}"
            # A label speaks of n or of years of the Renstra: where it can, the year itself does.
            if kolom.tahun is not None and not _kembar(tata, kolom):
                pola = "Hasil Pemeriksaan Pagu Tahun {tahun}"
            group = kalimat(pola, setelan, tata.spec.periode, compute_shift(tata.spec, kolom))
            found += (
                Bantu(kolom.key, role, (group, Kalimat(role.capitalize())))
                for role in ("seharusnya", "selisih")
            )
    if tata.spec.name in DIBANDINGKAN:
        group = Kalimat("Hasil Pemeriksaan Kebutuhan Dana terhadap Pagu RKPD")
        found.append(Bantu(DIBANDINGKAN[tata.spec.name][1], "beda", (group, Kalimat("Selisih"))))
    if tata.key_column == "kode":
        found.append(Bantu("", "periksa", (Kalimat("Periksa"),)))
    return tuple(found)


def _kembar(tata: Tata, kolom: Kolom) -> bool:
    return sum(one.tahun == kolom.tahun for one in tata.money_columns) > 1


def _kotak(paths: Sequence[tuple[Kalimat, ...]], height: int) -> list[Kotak]:
    """Return the cells of a head: like lines of neighbours become one group over them."""
    found: list[Kotak] = []

    def place(left: int, right: int, level: int) -> None:
        start = left
        while start <= right:
            own = paths[start][level]
            end = start
            last = level == len(paths[start]) - 1
            while (
                not last
                and end < right
                and len(paths[end + 1]) > level + 1
                and paths[end + 1][level] == own
            ):
                end += 1
            found.append(Kotak(own, level, start, height - 1 if last else level, end))
            if not last:
                place(start, end, level + 1)
            start = end + 1

    place(0, len(paths) - 1, 0)
    return found
