"""A list as rules see it: the official name, indicator and unit of each code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from typing import NamedTuple, Protocol

from selaras.nomenklatur import builtin
from selaras.nomenklatur.keys import (
    LAST_NUMBER,
    decode_kode,
    encode_kode,
    encode_kodes,
    find_number_range,
)
from selaras.values.kode import Kode, Level, is_known_bidang


class PemdaKind(IntEnum):
    """Whom an entry is for: any region, a province, or a kabupaten or kota."""

    ANY = 0
    PROVINCE = 1
    REGENCY_CITY = 2


class KodeEntry(NamedTuple):
    """What the list says of one code. `kode` is as the list has it: X.XX.01 for 2.17.01."""

    kode: Kode
    name: str
    indikator: str = ""
    measure: str = ""
    kind: PemdaKind = PemdaKind.ANY

    @property
    def level(self) -> Level:
        """The level of the code."""
        return self.kode.level


class Rincian(NamedTuple):
    """What the list says besides: for people who look a code up."""

    performance: str = ""
    spm: str = ""
    remark: str = ""


#: A stored entry: number of the code, kind of region, name, indicator, unit.
EntryRow = tuple[int, int, str, str, str]
#: Where the name and the indicator stand in it.
ENTRY_NAME, ENTRY_INDIKATOR = 2, 3


class PlanYears(NamedTuple):
    """The plan years that a list is for, both included."""

    start: int
    end: int

    def __contains__(self, years: object) -> bool:
        return isinstance(years, int) and self.start <= years <= self.end

    def __str__(self) -> str:
        return str(self.start) if self.start == self.end else f"{self.start}-{self.end}"


class Sumber(Protocol):
    """Where a list's entries come from; asked by the numbers of codes."""

    def read_entries(self, numbers: Sequence[int]) -> Iterable[EntryRow]:
        """Return all entries of these codes; of others all or none."""
        ...

    def read_between(self, first: int, last: int) -> Iterable[EntryRow]:
        """Return the entries whose numbers lie between, both included, in order."""
        ...

    def find_successors(self, number: int) -> Sequence[int]:
        """Return what replaced a retired code."""
        ...

    def read_rincian(self, number: int, kind: int) -> Rincian:
        """Return what the list says besides of one entry."""
        ...


class Nomenklatur:
    """One list, asked for codes; what was asked once is remembered."""

    def __init__(
        self,
        name: str,
        years: PlanYears | None,
        sumber: Sumber,
        *,
        kewenangan: frozenset[int],
        sub_width: int = 4,
    ) -> None:
        self.name = name
        #: The plan years that it is for; None when nothing is known.
        self.years = years
        #: How many digits it writes a sub kegiatan with.
        self.sub_width = sub_width
        #: The kewenangan that it has codes of.
        self.kewenangan = kewenangan
        self._sumber = sumber
        #: What the list has under a number: its entry, None for none, several where they differ by
        #: the kind of region.
        self._known: dict[int, EntryRow | list[EntryRow] | None] = {}
        self._last: tuple[Sequence[Kode], PemdaKind, list[EntryRow | None]] | None = None

    def find(self, kode: Kode, kind: PemdaKind = PemdaKind.ANY) -> KodeEntry | None:
        """Return the entry of a code; None when the list has none.

        X.XX.01 and all below it serve every bidang urusan that has no entry of its own. Where a
        province's entry differs from a kabupaten's, the kewenangan in the code decides, else
        `kind`. Names of urusan and bidang urusan are built in where the list leaves them out.
        """
        return self.find_many((kode,), kind).get(kode)

    def find_many(
        self, kodes: Iterable[Kode], kind: PemdaKind = PemdaKind.ANY
    ) -> dict[Kode, KodeEntry]:
        """Return the entries of many codes at once; codes that the list has not are left out.

        Without a `kind` the kewenangan of most of the codes tells it.
        """
        asked = list(kodes)
        found = zip(asked, self.find_in_order(asked, kind), strict=True)
        return {kode: entry for kode, entry in found if entry is not None}

    def find_in_order(
        self, kodes: Sequence[Kode], kind: PemdaKind = PemdaKind.ANY
    ) -> list[KodeEntry | None]:
        """Return the entry of each of many codes, in their order; None where the list has none.

        Without a `kind` the kewenangan of most of the codes tells it.
        """
        return [row and self.build_entry(row) for row in self.find_rows(kodes, kind)]

    def find_names(self, kodes: Sequence[Kode]) -> list[str | None]:
        """Return the official name of each of many codes; None where the list has no such code."""
        return [None if row is None else row[2] for row in self.find_rows(kodes)]

    def find_rows(
        self, kodes: Sequence[Kode], kind: PemdaKind = PemdaKind.ANY
    ) -> list[EntryRow | None]:
        """Return what `find_in_order` does as the list stores it: for very many codes.

        Several rules ask for all codes of a workbook: the last answer is kept.
        """
        if self._last is not None and self._last[:2] == (kodes, kind):
            return self._last[2]
        own = encode_kodes(kodes)
        # The few codes that the list may have under X.XX only.
        support_numbers = {
            place: numbers[1]
            for place, kode in enumerate(kodes)
            if len(kode.parts) > 2
            and kode.parts[2] == 1
            and len(numbers := _encode_variants(kode)) > 1
        }
        self._load({*own, *support_numbers.values()})
        known, most = self._known, kind or None
        found = [known[number] for number in own]
        for place, number in support_numbers.items():
            found[place] = found[place] or known[number]
        rows: list[EntryRow | None] = []
        for place, row in enumerate(found):
            if isinstance(row, list):
                if most is None:
                    most = _find_usual_kind({one.parts for one in kodes})
                row = _choose_row(row, kodes[place], most)
            rows.append(row or _build_builtin_row(kodes[place]))
        self._last = kodes, kind, rows
        return rows

    def build_entry(self, row: EntryRow) -> KodeEntry:
        """Return a stored entry as an object."""
        number, kind, name, indicator, unit = row
        return KodeEntry(decode_kode(number, self.sub_width), name, indicator, unit, _KINDS[kind])

    def find_children(self, kode: Kode) -> list[KodeEntry]:
        """Return the entries one level below a code, in the order of their codes."""
        for number in _encode_variants(kode):
            place = decode_kode(number)
            entries = map(self.build_entry, self._sumber.read_between(*find_number_range(place)))
            below = [entry for entry in entries if entry.kode.parent == place]
            if below:
                return below
        return []

    def read_rincian(self, entry: KodeEntry) -> Rincian:
        """Return what the list says of an entry besides its name, indicator and unit."""
        return self._sumber.read_rincian(encode_kode(entry.kode), entry.kind)

    def find_replacement(self, kode: Kode) -> Kode | None:
        """Return the one code that replaced a retired code; None when the list maps none.

        What was replaced in its turn is followed to the end, as long as there is one way only.
        """
        for number in _encode_variants(kode):
            last = self._find_last(number)
            if last != number:
                new = decode_kode(last, self.sub_width)
                return Kode(kode.parts[:2] + new.parts[2:], self.sub_width)
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

    def has_kewenangan_of(self, kode: Kode) -> bool:
        """Tell whether the list speaks of codes of this kewenangan at all.

        The annex for kabupaten and kota says nothing of what is a province's.
        """
        return len(kode.parts) < 5 or kode.parts[3] in self.kewenangan

    def list_entries(self) -> Iterator[KodeEntry]:
        """Yield all entries, in the order of their codes."""
        return map(self.build_entry, self._sumber.read_between(0, LAST_NUMBER))

    def _load(self, numbers: set[int]) -> None:
        missing = sorted(numbers.difference(self._known))
        if not missing:
            return
        rows = list(self._sumber.read_entries(missing))
        found: dict[int, EntryRow | list[EntryRow] | None] = dict.fromkeys(missing)
        found.update((row[0], row) for row in rows)
        if len(rows) > sum(map(bool, found.values())):
            several: dict[int, list[EntryRow]] = {}
            for row in rows:
                several.setdefault(row[0], []).append(row)
            found.update((number, each) for number, each in several.items() if len(each) > 1)
        self._known |= found


_KINDS = tuple(PemdaKind)


def _encode_variants(kode: Kode) -> tuple[int, ...]:
    """Return under which numbers a code may stand: its own, and that of X.XX.01."""
    parts = kode.parts
    own = encode_kode(kode)
    if len(parts) > 2 and parts[2] == 1 and parts[1] and is_known_bidang(kode):
        return own, encode_kode(Kode((0, 0, *parts[2:])))
    return (own,)


def _choose_row(rows: Sequence[EntryRow], kode: Kode, kind: PemdaKind) -> EntryRow:
    own = _KEWENANGAN_KINDS.get(kode.parts[3], kind) if len(kode.parts) > 3 else kind
    return next((row for row in rows if row[1] == own), rows[-1])


_KEWENANGAN_KINDS: Mapping[int, PemdaKind] = {1: PemdaKind.PROVINCE, 2: PemdaKind.REGENCY_CITY}


def _find_usual_kind(kodes: Iterable[tuple[int, ...]]) -> PemdaKind:
    votes = Counter(
        _KEWENANGAN_KINDS[parts[3]]
        for parts in kodes
        if len(parts) > 3 and parts[3] in _KEWENANGAN_KINDS
    )
    return votes.most_common(1)[0][0] if votes else PemdaKind.ANY


def _build_builtin_row(kode: Kode) -> EntryRow | None:
    name = builtin.find_name(kode)
    return None if name is None else (encode_kode(kode), 0, name, "", "")
