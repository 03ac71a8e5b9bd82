"""From rows to entries: reads codes in every written form, and keeps account of what is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from selaras.model.book import Value
from selaras.nomenklatur.entry import Entri, JenisPemda, Rincian
from selaras.nomenklatur.keys import kunci
from selaras.nomenklatur.load.heads import Kepala, Lembar, Peran, pisah_kode_nama
from selaras.nomenklatur.load.problems import Catatan, Macam, Masalah
from selaras.values.fold import lipat
from selaras.values.kode_reading import Kode, Tingkat, baca_kode, baca_kode_terpisah

_HURUF = re.compile(r"[^\W\d_]")
_TINGKAT_TERTULIS = {
    "urusan": Tingkat.URUSAN,
    "bidang": Tingkat.BIDANG_URUSAN,
    "bidang urusan": Tingkat.BIDANG_URUSAN,
    "program": Tingkat.PROGRAM,
    "kegiatan": Tingkat.KEGIATAN,
    "sub kegiatan": Tingkat.SUB_KEGIATAN,
    "subkegiatan": Tingkat.SUB_KEGIATAN,
}


class Muatan(NamedTuple):
    """What a file gave: entries, successors of retired codes, and what was not in order."""

    entri: tuple[tuple[Entri, Rincian], ...]
    #: Retired code to what replaced it, as numbers of codes.
    penerus: Mapping[int, Sequence[int]]
    masalah: tuple[Masalah, ...]
    sha256: str
    #: Digits that most sub kegiatan are written with.
    lebar_sub: int


class Pembaca:
    """Reads sheets one after the other into one list."""

    def __init__(self) -> None:
        self.entri: dict[tuple[int, JenisPemda], tuple[Entri, Rincian]] = {}
        self._rows: dict[tuple[int, JenisPemda], str] = {}
        self._successors: dict[int, list[int]] = {}
        self._notes = Catatan()
        self._wide = 0

    def read(self, sheet: Lembar, head: Kepala) -> None:
        """Take in all rows below the head."""
        above: list[Value] = []
        for number, cells in sheet.rows[head.mulai :]:
            place = f"{sheet.nama}!{number}"
            if self._kepala_lagi(cells, head):
                continue
            if head.pairs:
                self._berpasangan(place, cells, head)
                continue
            if head.gabungan:
                self._bergabung(place, cells, head)
                continue
            parts = [cells.get(column) for column in head.kode]
            if len(parts) > 1:
                above = parts = _lengkapi(parts, above)
            name = _teks(cells.get(head.nama))
            if name and not _HURUF.search(name):
                continue  # the numbers of the columns, or of a page
            read = baca_kode_terpisah(parts) if len(parts) > 1 else baca_kode(parts[0])
            written = " ".join(_teks(part) for part in parts if part is not None)
            if not written and not name:
                continue
            if read is None or read.kode is None:
                self._note_without_kode(place, written, name)
                continue
            if read.gaya.digit_sub is not None:
                self._wide += 1 if read.gaya.digit_sub == 4 else -1
            self._tambah(place, read.kode, name, cells, head)

    def selesai(self, sha256: str) -> Muatan:
        """Return what all sheets gave."""
        self._periksa_induk()
        width = 4 if self._wide >= 0 else 2
        entries = tuple(entry for _, entry in sorted(self.entri.items(), key=lambda item: item[0]))
        return Muatan(entries, self._successors, self._notes.list_problems(), sha256, width)

    def _kepala_lagi(self, cells: Mapping[int, Value], head: Kepala) -> bool:
        """Tell whether the row is the head, printed again on a new page."""
        name = cells.get(head.nama)
        return isinstance(name, str) and lipat(name) == head.texts.get(head.nama)

    def _note_without_kode(self, place: str, written: str, name: str) -> None:
        # A line of the table says more than its code cell: "Lampiran II" is no entry.
        if written:
            self._notes.catat(Macam.KODE, place, f"“{written}” {name}".strip())
        elif name:
            self._notes.catat(Macam.TANPA_KODE, place, name)

    def _berpasangan(self, place: str, cells: Mapping[int, Value], head: Kepala) -> None:
        """Take in a row that names its ancestors too, each with its own code and name."""
        deepest = max((c for c, _ in head.pairs.values() if cells.get(c)), default=None)
        for column, named in head.pairs.values():
            value = cells.get(column)
            if value is None:
                continue
            read = baca_kode(value)
            name = _teks(cells.get(named))
            if read is None or read.kode is None:
                self._note_without_kode(place, _teks(value), name)
                continue
            if read.gaya.digit_sub is not None:
                self._wide += 1 if read.gaya.digit_sub == 4 else -1
            own = cells if column == deepest else {}
            self._tambah(place, read.kode, name, own, head)

    def _bergabung(self, place: str, cells: Mapping[int, Value], head: Kepala) -> None:
        """Take in a row that names its ancestors too, code and name of each in one cell."""
        filled = [(column, text) for column in head.gabungan if (text := _teks(cells.get(column)))]
        for column, text in filled:
            read, name = pisah_kode_nama(text) or (baca_kode(text), "")
            if read is None or read.kode is None:
                self._note_without_kode(place, text, "")
                continue
            if read.gaya.digit_sub is not None:
                self._wide += 1 if read.gaya.digit_sub == 4 else -1
            # What else the row says, it says of its last level; the kind of region of all.
            own = cells if column == filled[-1][0] else _hanya(cells, head.lain.get(Peran.JENIS))
            self._tambah(place, read.kode, name, own, head)

    def _tambah(
        self, place: str, kode: Kode, name: str, cells: Mapping[int, Value], head: Kepala
    ) -> None:
        if not name:
            self._notes.catat(Macam.NAMA, place, str(kode))
            return

        def text(role: Peran) -> str:
            return _teks(cells.get(head.lain.get(role, 0)))

        level = _TINGKAT_TERTULIS.get(lipat(text(Peran.TINGKAT)))
        if level is not None and level is not kode.tingkat:
            self._notes.catat(Macam.TINGKAT, place, f"{kode} ({level.label})")
        entry = Entri(
            kode,
            name,
            text(Peran.INDIKATOR),
            text(Peran.SATUAN),
            _jenis(text(Peran.JENIS)),
        )
        spm = text(Peran.SPM)
        besides = Rincian(
            text(Peran.KINERJA), "" if lipat(spm) == "non spm" else spm, text(Peran.KETERANGAN)
        )
        key = (kunci(kode), entry.jenis)
        first, _ = self.entri.setdefault(key, (entry, besides))
        if first is entry:
            self._rows[key] = place
        elif first.nama != name and lipat(first.nama) != lipat(name):
            self._notes.catat(
                Macam.GANDA, place, f"{kode} “{first.nama}” ({self._rows[key]}) / “{name}”"
            )
            return
        for before in _sebelumnya(cells.get(head.lain.get(Peran.SEBELUMNYA, 0))):
            if before != kode:
                self._successors.setdefault(kunci(before), []).append(kunci(kode))

    def _periksa_induk(self) -> None:
        """Note entries whose parent is missing, at the levels that the list has at all."""
        codes = {entry.kode for entry, _ in self.entri.values()}
        levels = {kode.tingkat for kode in codes}
        for key, (entry, _) in self.entri.items():
            parent = entry.kode.induk
            # X and X.XX only hold the place of a real urusan and bidang.
            if parent is None or parent.tingkat not in levels or not any(parent.bagian):
                continue
            if parent not in codes:
                self._notes.catat(Macam.INDUK, self._rows[key], f"{entry.kode} {entry.nama}")


def _lengkapi(parts: list[Value], above: list[Value]) -> list[Value]:
    """Fill in the first cells from the row above, where a row gives only its own part."""
    first = next((place for place, value in enumerate(parts) if value is not None), 0)
    return [*above[:first], *parts[first:]] if first and above else parts


def _hanya(cells: Mapping[int, Value], column: int | None) -> Mapping[int, Value]:
    return {} if column is None else {column: cells.get(column)}


def _sebelumnya(value: Value) -> Iterator[Kode]:
    """Yield the former codes that a cell names, each with its name behind it or without."""
    if not isinstance(value, str):
        return
    for piece in re.split(r"[,;\n]", value):
        read = baca_kode(piece)
        if read is None:
            begins = pisah_kode_nama(piece)
            read = begins and begins[0]
        if read is not None and read.kode is not None:
            yield read.kode


def _teks(value: Value) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = "" if value is None else " ".join(str(value).split())
    # How SIPD's export writes that there is nothing.
    return "" if text == "[null]" else text


def _jenis(text: str) -> JenisPemda:
    folded = lipat(text)
    if folded.startswith("prov"):
        return JenisPemda.PROV
    return JenisPemda.KABKOT if folded.startswith(("kab", "kot")) else JenisPemda.SEMUA
