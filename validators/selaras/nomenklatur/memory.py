"""A list in memory: small ones, such as the examples of rules have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from selaras.nomenklatur.entry import Baris, Entri, Nomenklatur, Rincian, Tahun
from selaras.nomenklatur.keys import kunci
from selaras.values.kode_reading import baca_kode


class Ingatan:
    """Entries by the numbers of their codes."""

    def __init__(self, entries: Iterable[Entri], successors: Mapping[int, Sequence[int]]) -> None:
        self._rows: dict[int, list[Baris]] = {}
        for kode, name, indicator, unit, kind in entries:
            number = kunci(kode)
            row = (number, int(kind), name, indicator, unit)
            self._rows.setdefault(number, []).append(row)
        self._successors = successors

    def read_entries(self, numbers: Sequence[int]) -> Iterable[Baris]:
        """Yield the entries of these codes."""
        for number in numbers:
            yield from self._rows.get(number, ())

    def antara(self, first: int, last: int) -> Iterable[Baris]:
        """Yield the entries whose numbers lie between, both included, in order."""
        for number in sorted(self._rows):
            if first <= number <= last:
                yield from self._rows[number]

    def find_successors(self, number: int) -> Sequence[int]:
        """Return what replaced a retired code."""
        return self._successors.get(number, ())

    def read_rincian(self, number: int, jenis: int) -> Rincian:  # noqa: ARG002 - as any source
        """Return nothing: only what rules look at is kept in memory."""
        return Rincian()


def dari_baris(lines: Iterable[str], nama: str, tahun: Tahun | None = None) -> Nomenklatur:
    """Return the list that lines of "kode|nama|indikator|satuan|kode sebelumnya" describe."""
    entries: list[Entri] = []
    successors: dict[int, list[int]] = {}
    for line in lines:
        code, name, indicator, unit, old = (*line.split("|"), "", "", "")[:5]
        read, before = baca_kode(code), baca_kode(old)
        if read is None or read.kode is None:
            raise ValueError(f"no code: {line}")
        entries.append(Entri(read.kode, name, indicator, unit))
        if before is not None and before.kode is not None:
            successors.setdefault(kunci(before.kode), []).append(kunci(read.kode))
    return dari_entri(entries, successors, nama, tahun)


def dari_entri(
    entries: Iterable[Entri],
    successors: Mapping[int, Sequence[int]],
    nama: str,
    tahun: Tahun | None,
    *,
    lebar_sub: int = 4,
) -> Nomenklatur:
    """Return the list that these entries make."""
    known = tuple(entries)
    authorities = frozenset(e.kode.bagian[3] for e in known if len(e.kode.bagian) > 3)
    source = Ingatan(known, successors)
    return Nomenklatur(nama, tahun, source, kewenangan=authorities, lebar_sub=lebar_sub)
