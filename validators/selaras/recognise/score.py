"""How well the words of a head fit a column of a table, and what a head beside the table's is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from selaras.recognise.candidates import kepala_sumber
from selaras.recognise.evidence import Content
from selaras.recognise.heads import Kepala
from selaras.recognise.words import (
    JENJANG,
    PENAMA,
    TAK_MENENTUKAN,
    UANG,
    berjenjang,
    frasa,
    himpunan,
)
from selaras.tables import TAMBAHAN, Isi, Kolom, TableSpec
from selaras.tables.shared import SEBELUM

#: A pair below this is no match.
PASANGAN_TERENDAH = 0.45
#: "Jumlah" alone is an amount where amounts stand below it.
BARE_TOTAL = 0.5
#: Words of a head over nothing but money.
UANG_KEPALA = UANG | {"rp"}


@cache
def _tambahan() -> frozenset[frozenset[str]]:
    """Return the words of the columns that people add to any table ("Satuan")."""
    return frozenset(frasa(phrase) for phrase in TAMBAHAN)


def biasa(leaf: frozenset[str], upper: frozenset[str]) -> bool:
    """Tell whether a head tells nothing against a table: an added column, a level of names."""
    return leaf in _tambahan() or berjenjang(leaf, upper)


#: The words of a head: its own, and those above it.
_Kata = tuple[frozenset[str], frozenset[str]]


def _kata(heads: Sequence[Kepala]) -> tuple[_Kata, ...]:
    return tuple((head.leaf, head.upper) for head in heads)


def skor_kepala(heads: Sequence[Kepala]) -> SkorKepala:
    """Return the scores for some heads."""
    return _skor(_kata(heads))


@lru_cache(maxsize=64)
def _skor(heads: tuple[_Kata, ...]) -> SkorKepala:
    """Return the scores for heads of these words; sheets of one workbook often share them."""
    return SkorKepala(heads)


class SkorKepala:
    """How well a spec's column fits a head; columns of many specs share their wording."""

    def __init__(self, heads: Sequence[_Kata]) -> None:
        self._heads = heads
        #: Pairs that were found, by table, plan year, and what else the heads say.
        self.jajaran: dict[tuple[str, int | None, tuple[object, ...]], dict[int, int]] = {}
        self._own = sum(1 for leaf, upper in heads if not biasa(leaf, upper))
        self._known: dict[tuple[int, int, int, Isi, bool], list[float]] = {}

    def score_column(self, kolom: Kolom) -> list[float]:
        """Return how well the column fits each of the heads."""
        key = (id(kolom.heads), id(kolom.groups), id(kolom.bukan), kolom.isi, kolom.bergrup)
        scores = self._known.get(key)
        if scores is None:
            scores = self._known[key] = [nilai_pasangan(kolom, *words) for words in self._heads]
        return scores

    def teratas(self, spec: TableSpec) -> float:
        """Return what a reading of the heads as this table can score at most, without title."""
        if any(max(self.score_column(spec.column(key))) < PASANGAN_TERENDAH for key in spec.key_columns):
            return -1.0
        tops = [min(1.0, max(0.0, *self.score_column(kolom))) for kolom in spec.columns]
        required = [top for top, kolom in zip(tops, spec.columns, strict=True) if kolom.wajib]
        cover = sum(required) / len(required)
        return 0.5 * cover + 0.5 * min(1.0, sum(tops) / max(1, self._own))

    def __call__(self, kolom: Kolom, index: int) -> float:
        return self.score_column(kolom)[index]


class _Frasa(NamedTuple):
    """The wordings of a column as sets of words."""

    heads: tuple[frozenset[str], ...]
    groups: tuple[frozenset[str], ...]
    bukan: tuple[frozenset[str], ...]
    #: Every word of the heads: a head that shares none of them is no match.
    kata: frozenset[str]
    #: Whether one wording says nothing but that it is an amount.
    umum: bool


@cache
def _frasa(heads: tuple[str, ...], groups: tuple[str, ...], bukan: tuple[str, ...]) -> _Frasa:
    words = tuple(frasa(phrase) for phrase in heads)
    umum = any(phrase <= UANG for phrase in words)
    return _Frasa(
        words,
        tuple(frasa(group) for group in groups),
        tuple(frasa(word) for word in bukan),
        frozenset().union(*words, *([UANG, TAK_MENENTUKAN] if umum else [])),
        umum,
    )


def nilai_pasangan(kolom: Kolom, leaf: frozenset[str], upper: frozenset[str]) -> float:
    """Return how well a head's words fit a column: about 1 for the wording itself, 0 for none.

    `leaf` are the head's own words, `upper` those above it.
    """
    semua = leaf | upper
    phrases = _frasa(kolom.heads, kolom.groups, kolom.bukan)
    if phrases.kata.isdisjoint(semua):
        return 0.0
    if leaf in _tambahan() and phrases.kata.isdisjoint(leaf):
        return 0.0
    if (semua <= JENJANG or berjenjang(leaf, upper)) and kolom.isi is not Isi.NAMA:
        return 0.0
    if leaf & PENAMA and leaf & JENJANG and leaf <= PENAMA | JENJANG and kolom.isi is not Isi.NAMA:
        return 0.0  # "Nama Sub Kegiatan" stands over names, whatever the group above it says
    if "kode" in leaf and leaf & PENAMA and leaf & JENJANG:
        # "Kode dan Nama Program": names that begin with their code.
        if kolom.isi is Isi.KODE:
            return 0.0
        if kolom.isi is Isi.NAMA:
            leaf -= {"kode"}
            semua = leaf | upper
    grouped = [group for group in phrases.groups if group <= semua]
    best = _kemiripan(phrases.heads, leaf, upper)
    telling = leaf - TAK_MENENTUKAN
    if telling and telling != leaf:
        best = max(best, _kemiripan(phrases.heads, telling, upper))
    if kolom.isi is Isi.UANG and phrases.umum:
        best = max(best, _as_amount(leaf, telling))
    # "Pagu prakiraan maju" is the group "prakiraan maju" and the head "pagu" in one cell.
    for group in grouped:
        if group & leaf and leaf - group:
            best = max(best, _kemiripan(phrases.heads, leaf - group, upper | group))
    if kolom.groups:
        best += 0.25 if grouped else -0.6 if kolom.bergrup else -0.1
    if any(word <= semua for word in phrases.bukan):
        best -= 0.6
    if kolom.isi in (Isi.TARGET, Isi.INDIKATOR) and leaf <= UANG_KEPALA:
        best -= 0.6
    if _promises(leaf, upper) and _is_realised(kolom):
        best -= 0.6
    return best


def _is_realised(kolom: Kolom) -> bool:
    """Tell whether a column holds what came of a plan: by its own head, or the one above it."""
    return any(heads and heads[0].startswith("Realisasi") for heads in (kolom.heads, kolom.groups))


def _promises(leaf: frozenset[str], upper: frozenset[str]) -> bool:
    """Tell whether a head stands over what is aimed at, not over what came of it."""
    words = leaf | upper
    return bool(words & _AIMS) and "realisasi" not in words and "capaian" not in leaf


_AIMS = himpunan("target aksi")


def _as_amount(leaf: frozenset[str], telling: frozenset[str]) -> float:
    """Return how well a head fits an amount: "Jumlah Biaya (Rp)", whatever the table calls it.

    `telling` are those of its own words that are no unit and the like.
    """
    if telling:
        return 1.0 if telling - _RENCANA <= UANG and telling - _RENCANA else 0.0
    if not leaf:
        return 0.0
    return 1.0 if "rp" in leaf else BARE_TOTAL


_RENCANA = frozenset(("rencana",))


def _kemiripan(
    phrases: Sequence[frozenset[str]], leaf: frozenset[str], upper: frozenset[str]
) -> float:
    """Return how well the best of some wordings fits a head's own words, and those above it."""
    semua = leaf | upper
    best = 0.0
    for words in phrases:
        size = len(words)
        common = len(words & leaf)
        if common:
            best = max(best, 2 * common / (size + len(leaf)))
            if common == size:
                best = max(best, 0.5 + 0.06 * min(common, 6))
        if upper:
            whole = len(words & semua)
            # What it shares with the group alone says nothing: "Lokasi" under "Rencana" is no
            # "Rencana Anggaran".
            if common:
                best = max(best, 0.92 * 2 * whole / (size + len(semua)))
            if whole == size:
                best = max(best, (0.5 if common else 0.4) + 0.06 * min(whole, 6))
    return best


def is_unread(head: Kepala, content: Content) -> bool:
    """Tell whether a head that no column was found for stands over what must not be left aside."""
    return content in UNREAD_CONTENTS and not is_addition(head)


def is_addition(head: Kepala) -> bool:
    """Tell whether a head is that of a column beside the table's own, known for what it is.

    Such are columns that people add to any table, those that check others, parts of an amount by
    fund source, amounts before a revision, and quantities.
    """
    words = head.semua
    return (
        biasa(head.leaf, head.upper)
        or head.leaf - TAK_MENENTUKAN in _tambahan()
        or not words.isdisjoint(_CHECKING | _IDENTIFYING)
        or (not words.isdisjoint(_QUANTITY) and words.isdisjoint(UANG_KEPALA))
        or kepala_sumber(head.teks.rpartition(" | ")[2])
        or any(frasa(phrase) <= words for phrase in SEBELUM)
        or ("n-1" in words and not words.isdisjoint(UANG))
    )


#: Words over a column that only checks another.
_CHECKING = himpunan("seharusnya selisih periksa cek kontrol bertambah berkurang rumus")
#: Words over what a program knows its rows by.
_IDENTIFYING = himpunan("id uuid")
#: Words over numbers that are no money.
_QUANTITY = himpunan("target volume kinerja capaian penduduk luas")
#: What a column may hold that no reading may leave aside.
UNREAD_CONTENTS = frozenset((Content.AMOUNTS, Content.CODES, Content.NAMES))
