"""From rows to entries: reads codes in every written form, and keeps account of what is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from selaras.model.book import Value
from selaras.nomenklatur.entry import KodeEntry, PemdaKind, Rincian
from selaras.nomenklatur.keys import encode_kode
from selaras.nomenklatur.load.heads import ColumnRole, ListHead, ListSheet, split_kode_name
from selaras.nomenklatur.load.problems import Problem, ProblemKind, ProblemLog
from selaras.values.fold import fold
from selaras.values.kode_reading import Kode, Level, read_kode, read_split_kode

_LETTER = re.compile(r"[^\W\d_]")
_WRITTEN_LEVELS = {
    "urusan": Level.URUSAN,
    "bidang": Level.BIDANG_URUSAN,
    "bidang urusan": Level.BIDANG_URUSAN,
    "program": Level.PROGRAM,
    "kegiatan": Level.KEGIATAN,
    "sub kegiatan": Level.SUB_KEGIATAN,
    "subkegiatan": Level.SUB_KEGIATAN,
}


class LoadedList(NamedTuple):
    """What a file gave: entries, successors of retired codes, and what was not in order."""

    entries: tuple[tuple[KodeEntry, Rincian], ...]
    #: Retired code to what replaced it, as numbers of codes.
    successors: Mapping[int, Sequence[int]]
    problems: tuple[Problem, ...]
    sha256: str
    #: Digits that most sub kegiatan are written with.
    sub_width: int


class ListReader:
    """Reads sheets one after the other into one list."""

    def __init__(self) -> None:
        self.entries: dict[tuple[int, PemdaKind], tuple[KodeEntry, Rincian]] = {}
        self._rows: dict[tuple[int, PemdaKind], str] = {}
        self._successors: dict[int, list[int]] = {}
        self._notes = ProblemLog()
        self._wide = 0

    def read(self, sheet: ListSheet, head: ListHead) -> None:
        """Take in all rows below the head."""
        above: list[Value] = []
        for number, cells in sheet.rows[head.start :]:
            place = f"{sheet.name}!{number}"
            if self._is_head_again(cells, head):
                continue
            if head.pairs:
                self._read_paired(place, cells, head)
                continue
            if head.joined:
                self._read_joined(place, cells, head)
                continue
            parts = [cells.get(column) for column in head.kode]
            if len(parts) > 1:
                above = parts = _fill_parts(parts, above)
            name = _read_text(cells.get(head.name))
            if name and not _LETTER.search(name):
                continue  # the numbers of the columns, or of a page
            read = read_split_kode(parts) if len(parts) > 1 else read_kode(parts[0])
            written = " ".join(_read_text(part) for part in parts if part is not None)
            if not written and not name:
                continue
            if read is None or read.kode is None:
                self._note_without_kode(place, written, name)
                continue
            if read.style.digit_sub is not None:
                self._wide += 1 if read.style.digit_sub == 4 else -1
            self._add(place, read.kode, name, cells, head)

    def finish(self, sha256: str) -> LoadedList:
        """Return what all sheets gave."""
        self._check_parents()
        width = 4 if self._wide >= 0 else 2
        entries = tuple(
            entry for _, entry in sorted(self.entries.items(), key=lambda item: item[0])
        )
        return LoadedList(entries, self._successors, self._notes.list_problems(), sha256, width)

    def _is_head_again(self, cells: Mapping[int, Value], head: ListHead) -> bool:
        """Tell whether the row is the head, printed again on a new page."""
        name = cells.get(head.name)
        return isinstance(name, str) and fold(name) == head.texts.get(head.name)

    def _note_without_kode(self, place: str, written: str, name: str) -> None:
        # A line of the table says more than its code cell: "Lampiran II" is no entry.
        if written:
            self._notes.note_problem(ProblemKind.KODE, place, f"“{written}” {name}".strip())
        elif name:
            self._notes.note_problem(ProblemKind.NO_KODE, place, name)

    def _read_paired(self, place: str, cells: Mapping[int, Value], head: ListHead) -> None:
        """Take in a row that names its ancestors too, each with its own code and name."""
        deepest = max((c for c, _ in head.pairs.values() if cells.get(c)), default=None)
        for column, named in head.pairs.values():
            value = cells.get(column)
            if value is None:
                continue
            read = read_kode(value)
            name = _read_text(cells.get(named))
            if read is None or read.kode is None:
                self._note_without_kode(place, _read_text(value), name)
                continue
            if read.style.digit_sub is not None:
                self._wide += 1 if read.style.digit_sub == 4 else -1
            own = cells if column == deepest else {}
            self._add(place, read.kode, name, own, head)

    def _read_joined(self, place: str, cells: Mapping[int, Value], head: ListHead) -> None:
        """Take in a row that names its ancestors too, code and name of each in one cell."""
        filled = [
            (column, text) for column in head.joined if (text := _read_text(cells.get(column)))
        ]
        for column, text in filled:
            read, name = split_kode_name(text) or (read_kode(text), "")
            if read is None or read.kode is None:
                self._note_without_kode(place, text, "")
                continue
            if read.style.digit_sub is not None:
                self._wide += 1 if read.style.digit_sub == 4 else -1
            # What else the row says, it says of its last level; the kind of region of all.
            own = (
                cells
                if column == filled[-1][0]
                else _keep_only(cells, head.others.get(ColumnRole.REGION_KIND))
            )
            self._add(place, read.kode, name, own, head)

    def _add(
        self, place: str, kode: Kode, name: str, cells: Mapping[int, Value], head: ListHead
    ) -> None:
        if not name:
            self._notes.note_problem(ProblemKind.NAME, place, str(kode))
            return

        def text(role: ColumnRole) -> str:
            return _read_text(cells.get(head.others.get(role, 0)))

        level = _WRITTEN_LEVELS.get(fold(text(ColumnRole.LEVEL)))
        if level is not None and level is not kode.level:
            self._notes.note_problem(ProblemKind.LEVEL, place, f"{kode} ({level.label})")
        entry = KodeEntry(
            kode,
            name,
            text(ColumnRole.INDIKATOR),
            text(ColumnRole.MEASURE),
            _read_pemda_kind(text(ColumnRole.REGION_KIND)),
        )
        spm = text(ColumnRole.SPM)
        besides = Rincian(
            text(ColumnRole.PERFORMANCE),
            "" if fold(spm) == "non spm" else spm,
            text(ColumnRole.REMARK),
        )
        key = (encode_kode(kode), entry.kind)
        first, _ = self.entries.setdefault(key, (entry, besides))
        if first is entry:
            self._rows[key] = place
        elif first.name != name and fold(first.name) != fold(name):
            self._notes.note_problem(
                ProblemKind.REPEATED, place, f"{kode} “{first.name}” ({self._rows[key]}) / “{name}”"
            )
            return
        for before in _read_former(cells.get(head.others.get(ColumnRole.FORMER_KODE, 0))):
            if before != kode:
                self._successors.setdefault(encode_kode(before), []).append(encode_kode(kode))

    def _check_parents(self) -> None:
        """Note entries whose parent is missing, at the levels that the list has at all."""
        codes = {entry.kode for entry, _ in self.entries.values()}
        levels = {kode.level for kode in codes}
        for key, (entry, _) in self.entries.items():
            parent = entry.kode.parent
            # X and X.XX only hold the place of a real urusan and bidang.
            if parent is None or parent.level not in levels or not any(parent.parts):
                continue
            if parent not in codes:
                self._notes.note_problem(
                    ProblemKind.PARENT, self._rows[key], f"{entry.kode} {entry.name}"
                )


def _fill_parts(parts: list[Value], above: list[Value]) -> list[Value]:
    """Fill in the first cells from the row above, where a row gives only its own part."""
    first = next((place for place, value in enumerate(parts) if value is not None), 0)
    return [*above[:first], *parts[first:]] if first and above else parts


def _keep_only(cells: Mapping[int, Value], column: int | None) -> Mapping[int, Value]:
    return {} if column is None else {column: cells.get(column)}


def _read_former(value: Value) -> Iterator[Kode]:
    """Yield the former codes that a cell names, each with its name behind it or without."""
    if not isinstance(value, str):
        return
    for piece in re.split(r"[,;\n]", value):
        read = read_kode(piece)
        if read is None:
            begins = split_kode_name(piece)
            read = begins and begins[0]
        if read is not None and read.kode is not None:
            yield read.kode


def _read_text(value: Value) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = "" if value is None else " ".join(str(value).split())
    # How SIPD's export writes that there is nothing.
    return "" if text == "[null]" else text


def _read_pemda_kind(text: str) -> PemdaKind:
    folded = fold(text)
    if folded.startswith("prov"):
        return PemdaKind.PROVINCE
    return PemdaKind.REGENCY_CITY if folded.startswith(("kab", "kot")) else PemdaKind.ANY
