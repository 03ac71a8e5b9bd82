"""A list in memory: small ones, such as the examples of rules have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from selaras.nomenklatur.entry import EntryRow, KodeEntry, Nomenklatur, PlanYears, Rincian
from selaras.nomenklatur.keys import encode_kode
from selaras.values.kode_reading import read_kode


class MemorySource:
    """Entries by the numbers of their codes."""

    def __init__(
        self, entries: Iterable[KodeEntry], successors: Mapping[int, Sequence[int]]
    ) -> None:
        self._rows: dict[int, list[EntryRow]] = {}
        for kode, name, indicator, unit, kind in entries:
            number = encode_kode(kode)
            row = (number, int(kind), name, indicator, unit)
            self._rows.setdefault(number, []).append(row)
        self._successors = successors

    def read_entries(self, numbers: Sequence[int]) -> Iterable[EntryRow]:
        """Yield the entries of these codes."""
        for number in numbers:
            yield from self._rows.get(number, ())

    def read_between(self, first: int, last: int) -> Iterable[EntryRow]:
        """Yield the entries whose numbers lie between, both included, in order."""
        for number in sorted(self._rows):
            if first <= number <= last:
                yield from self._rows[number]

    def find_successors(self, number: int) -> Sequence[int]:
        """Return what replaced a retired code."""
        return self._successors.get(number, ())

    def read_rincian(self, number: int, kind: int) -> Rincian:  # noqa: ARG002 - as any source
        """Return nothing: only what rules look at is kept in memory."""
        return Rincian()


def build_from_lines(
    lines: Iterable[str], list_name: str, years: PlanYears | None = None
) -> Nomenklatur:
    """Return the list that lines of "kode|nama|indikator|satuan|kode sebelumnya" describe."""
    entries: list[KodeEntry] = []
    successors: dict[int, list[int]] = {}
    for line in lines:
        code, name, indicator, unit, old = (*line.split("|"), "", "", "")[:5]
        read, before = read_kode(code), read_kode(old)
        if read is None or read.kode is None:
            raise ValueError(f"no code: {line}")
        entries.append(KodeEntry(read.kode, name, indicator, unit))
        if before is not None and before.kode is not None:
            successors.setdefault(encode_kode(before.kode), []).append(encode_kode(read.kode))
    return build_nomenklatur(entries, successors, list_name, years)


def build_nomenklatur(
    entries: Iterable[KodeEntry],
    successors: Mapping[int, Sequence[int]],
    list_name: str,
    years: PlanYears | None,
    *,
    sub_width: int = 4,
) -> Nomenklatur:
    """Return the list that these entries make."""
    known = tuple(entries)
    authorities = frozenset(e.kode.parts[3] for e in known if len(e.kode.parts) > 3)
    source = MemorySource(known, successors)
    return Nomenklatur(list_name, years, source, kewenangan=authorities, sub_width=sub_width)
