"""A list as rules see it: the official name, indicator and unit of each code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from typing import NamedTuple, Protocol

from selaras.nomenklatur import builtin
from selaras.nomenklatur.keys import TERAKHIR, kode_dari, kunci, kunci_semua, rentang
from selaras.values.kode import Kode, Tingkat, bidang_dikenal


class JenisPemda(IntEnum):
    """Whom an entry is for: any region, a province, or a kabupaten or kota."""

    SEMUA = 0
    PROV = 1
    KABKOT = 2


class Entri(NamedTuple):
    """What the list says of one code. `kode` is as the list has it: X.XX.01 for 2.17.01."""

    kode: Kode
    nama: str
    indikator: str = ""
    satuan: str = ""
    jenis: JenisPemda = JenisPemda.SEMUA

    @property
    def tingkat(self) -> Tingkat:
        """The level of the code."""
        return self.kode.tingkat


class Rincian(NamedTuple):
    """What the list says besides: for people who look a code up."""

    kinerja: str = ""
    spm: str = ""
    keterangan: str = ""


#: A stored entry: number of the code, kind of region, name, indicator, unit.
Baris = tuple[int, int, str, str, str]
#: Where the name and the indicator stand in it.
NAMA, INDIKATOR = 2, 3


class Tahun(NamedTuple):
    """The plan years that a list is for, both included."""

    awal: int
    akhir: int

    def __contains__(self, tahun: object) -> bool:
        return isinstance(tahun, int) and self.awal <= tahun <= self.akhir

    def __str__(self) -> str:
        return str(self.awal) if self.awal == self.akhir else f"{self.awal}-{self.akhir}"


class Sumber(Protocol):
    """Where a list's entries come from; asked by the numbers of codes."""

    def read_entries(self, numbers: Sequence[int]) -> Iterable[Baris]:
        """Return all entries of these codes; of others all or none."""
        ...

    def antara(self, first: int, last: int) -> Iterable[Baris]:
        """Return the entries whose numbers lie between, both included, in order."""
        ...

    def find_successors(self, number: int) -> Sequence[int]:
        """Return what replaced a retired code."""
        ...

    def read_rincian(self, number: int, jenis: int) -> Rincian:
        """Return what the list says besides of one entry."""
        ...


class Nomenklatur:
    """One list, asked for codes; what was asked once is remembered."""

    def __init__(
        self,
        nama: str,
        tahun: Tahun | None,
        sumber: Sumber,
        *,
        kewenangan: frozenset[int],
        lebar_sub: int = 4,
    ) -> None:
        self.nama = nama
        #: The plan years that it is for; None when nothing is known.
        self.years = tahun
        #: How many digits it writes a sub kegiatan with.
        self.lebar_sub = lebar_sub
        #: The kewenangan that it has codes of.
        self.kewenangan = kewenangan
        self._sumber = sumber
        #: What the list has under a number: its entry, None for none, several where they differ by
        #: the kind of region.
        self._known: dict[int, Baris | list[Baris] | None] = {}
        self._terakhir: tuple[Sequence[Kode], JenisPemda, list[Baris | None]] | None = None

    def cari(self, kode: Kode, jenis: JenisPemda = JenisPemda.SEMUA) -> Entri | None:
        """Return the entry of a code; None when the list has none.

        X.XX.01 and all below it serve every bidang urusan that has no entry of its own. Where a
        province's entry differs from a kabupaten's, the kewenangan in the code decides, else
        `jenis`. Names of urusan and bidang urusan are built in where the list leaves them out.
        """
        return self.find_many((kode,), jenis).get(kode)

    def find_many(
        self, kodes: Iterable[Kode], jenis: JenisPemda = JenisPemda.SEMUA
    ) -> dict[Kode, Entri]:
        """Return the entries of many codes at once; codes that the list has not are left out.

        Without a `jenis` the kewenangan of most of the codes tells it.
        """
        asked = list(kodes)
        found = zip(asked, self.berurutan(asked, jenis), strict=True)
        return {kode: entry for kode, entry in found if entry is not None}

    def berurutan(
        self, kodes: Sequence[Kode], jenis: JenisPemda = JenisPemda.SEMUA
    ) -> list[Entri | None]:
        """Return the entry of each of many codes, in their order; None where the list has none.

        Without a `jenis` the kewenangan of most of the codes tells it.
        """
        return [row and self.build_entry(row) for row in self.find_rows(kodes, jenis)]

    def nama_berurutan(self, kodes: Sequence[Kode]) -> list[str | None]:
        """Return the official name of each of many codes; None where the list has no such code."""
        return [None if row is None else row[2] for row in self.find_rows(kodes)]

    def find_rows(
        self, kodes: Sequence[Kode], jenis: JenisPemda = JenisPemda.SEMUA
    ) -> list[Baris | None]:
        """Return what `berurutan` does as the list stores it: for very many codes.

        Several rules ask for all codes of a workbook: the last answer is kept.
        """
        if self._terakhir is not None and self._terakhir[:2] == (kodes, jenis):
            return self._terakhir[2]
        own = kunci_semua(kodes)
        # The few codes that the list may have under X.XX only.
        penunjang = {
            place: numbers[1]
            for place, kode in enumerate(kodes)
            if len(kode.bagian) > 2
            and kode.bagian[2] == 1
            and len(numbers := _kunci_kode(kode)) > 1
        }
        self._muat({*own, *penunjang.values()})
        known, most = self._known, jenis or None
        found = [known[number] for number in own]
        for place, number in penunjang.items():
            found[place] = found[place] or known[number]
        rows: list[Baris | None] = []
        for place, row in enumerate(found):
            if isinstance(row, list):
                if most is None:
                    most = _jenis_terbanyak({one.bagian for one in kodes})
                row = _pilih(row, kodes[place], most)
            rows.append(row or _bawaan(kodes[place]))
        self._terakhir = kodes, jenis, rows
        return rows

    def build_entry(self, baris: Baris) -> Entri:
        """Return a stored entry as an object."""
        number, kind, name, indicator, unit = baris
        return Entri(kode_dari(number, self.lebar_sub), name, indicator, unit, _JENIS[kind])

    def find_children(self, kode: Kode) -> list[Entri]:
        """Return the entries one level below a code, in the order of their codes."""
        for number in _kunci_kode(kode):
            place = kode_dari(number)
            entries = map(self.build_entry, self._sumber.antara(*rentang(place)))
            below = [entry for entry in entries if entry.kode.induk == place]
            if below:
                return below
        return []

    def read_rincian(self, entri: Entri) -> Rincian:
        """Return what the list says of an entry besides its name, indicator and unit."""
        return self._sumber.read_rincian(kunci(entri.kode), entri.jenis)

    def pengganti(self, kode: Kode) -> Kode | None:
        """Return the one code that replaced a retired code; None when the list maps none.

        What was replaced in its turn is followed to the end, as long as there is one way only.
        """
        for number in _kunci_kode(kode):
            last = self._find_last(number)
            if last != number:
                new = kode_dari(last, self.lebar_sub)
                return Kode(kode.bagian[:2] + new.bagian[2:], self.lebar_sub)
        return None

    def _find_last(self, number: int) -> int:
        """Return the end of the chain of successors; the code itself where there is none."""
        met = {number}
        while True:
            successors = set(self._sumber.find_successors(number))
            # A chain that runs in a circle ends where it would begin anew.
            if len(successors) != 1 or successors <= met:
                return number
            number = successors.pop()
            met.add(number)

    def melayani(self, kode: Kode) -> bool:
        """Tell whether the list speaks of codes of this kewenangan at all.

        The annex for kabupaten and kota says nothing of what is a province's.
        """
        return len(kode.bagian) < 5 or kode.bagian[3] in self.kewenangan

    def list_entries(self) -> Iterator[Entri]:
        """Yield all entries, in the order of their codes."""
        return map(self.build_entry, self._sumber.antara(0, TERAKHIR))

    def _muat(self, numbers: set[int]) -> None:
        missing = sorted(numbers.difference(self._known))
        if not missing:
            return
        rows = list(self._sumber.read_entries(missing))
        found: dict[int, Baris | list[Baris] | None] = dict.fromkeys(missing)
        found.update((row[0], row) for row in rows)
        if len(rows) > sum(map(bool, found.values())):
            several: dict[int, list[Baris]] = {}
            for row in rows:
                several.setdefault(row[0], []).append(row)
            found.update((number, each) for number, each in several.items() if len(each) > 1)
        self._known |= found


_JENIS = tuple(JenisPemda)


def _kunci_kode(kode: Kode) -> tuple[int, ...]:
    """Return under which numbers a code may stand: its own, and that of X.XX.01."""
    parts = kode.bagian
    own = kunci(kode)
    if len(parts) > 2 and parts[2] == 1 and parts[1] and bidang_dikenal(kode):
        return own, kunci(Kode((0, 0, *parts[2:])))
    return (own,)


def _pilih(rows: Sequence[Baris], kode: Kode, jenis: JenisPemda) -> Baris:
    own = _JENIS_KEWENANGAN.get(kode.bagian[3], jenis) if len(kode.bagian) > 3 else jenis
    return next((row for row in rows if row[1] == own), rows[-1])


_JENIS_KEWENANGAN: Mapping[int, JenisPemda] = {1: JenisPemda.PROV, 2: JenisPemda.KABKOT}


def _jenis_terbanyak(kodes: Iterable[tuple[int, ...]]) -> JenisPemda:
    votes = Counter(
        _JENIS_KEWENANGAN[bagian[3]]
        for bagian in kodes
        if len(bagian) > 3 and bagian[3] in _JENIS_KEWENANGAN
    )
    return votes.most_common(1)[0][0] if votes else JenisPemda.SEMUA


def _bawaan(kode: Kode) -> Baris | None:
    name = builtin.nama(kode)
    return None if name is None else (kunci(kode), 0, name, "", "")
