"""Choose the reading of a head: which table it is, by its heads, titles and data."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from selaras.recognise.align import SAMA, by_data, jajarkan
from selaras.recognise.evidence import Content, Evidence
from selaras.recognise.foreign import count_realised, foreign_heads, foreign_title, is_plan
from selaras.recognise.forward import tandai_maju
from selaras.recognise.heads import Kepala
from selaras.recognise.score import (
    PASANGAN_TERENDAH,
    SkorKepala,
    biasa,
    is_addition,
    is_unread,
    skor_kepala,
)
from selaras.recognise.words import RELATIF, frasa, kata
from selaras.tables import SPECS, Isi, TableSpec

#: A head below this is no table.
TERENDAH = 0.62
#: So much of the required columns must be there; less where a title names the table.
LENGKAP = 0.5
LENGKAP_BERTAJUK = 0.3
#: The same for a table whose heads many other tables have, where no title tells.
LAZIM = 0.92
#: What each column of amounts, codes or names that a reading leaves unread takes from its score.
UNREAD = 0.15
#: What a title line that names the table adds.
JUDUL = 0.3
JUDUL_NOMOR = 0.45
NAMA_LEMBAR = 0.12
#: A title line has spoken, not only the sheet's name.
_TITLED = 0.2
#: All that tells against a reading takes at most so much from it.
MOST_AGAINST = 0.6


class Cocok(NamedTuple):
    """A reading of a head: the table, its columns, the plan year that its heads speak of."""

    spec: TableSpec
    columns: Mapping[str, Kepala]
    tahun: int | None
    skor: float
    #: Score from the heads alone, without the title.
    head_score: float
    #: Whether a title line or the sheet's name speaks for this table.
    bertajuk: bool
    #: How much of the table's required columns was found.
    lengkap: float = 1.0
    #: Whether its column of codes holds codes of programs.
    coded: bool = False


def cocokkan(
    heads: Sequence[Kepala],
    titles: Iterable[str],
    sheet_name: str,
    evidence: Evidence,
    only: TableSpec | None = None,
) -> tuple[Cocok | None, Cocok | None]:
    """Return the best reading of a head; or None, and the closest one that is not good enough.

    `evidence` is what the data below the head say of its columns.
    """
    titles = list(titles)
    lines, name = _baris_judul(titles), frozenset(kata(sheet_name).kata)
    keyed = are_keys([head.teks for head in heads])
    forward = tandai_maju(heads, titles)
    against = evidence.against + foreign_heads(head.semua for head in heads)
    words, named = [kata(title).kata for title in titles], kata(sheet_name).kata
    foreign = {plan: foreign_title(words, named, plan=plan) for plan in (False, True)}
    foreign[True] += count_realised(heads, evidence.contents)
    plain_scores = skor_kepala(heads)
    forward_scores = plain_scores if forward is heads else skor_kepala(forward)

    def read(spec: TableSpec) -> Cocok | None:
        own, scores = (forward, forward_scores) if _bermaju(spec) else (heads, plain_scores)
        # Most tables are out of the question, in whatever order their columns stood.
        if only is None and not keyed and scores.teratas(spec) < least:
            return None
        title = _judul(spec, lines, name)
        if keyed and spec.name == EXPORTED:
            title = max(title, JUDUL)
        doubt = min(MOST_AGAINST, against + (foreign[is_plan(spec)] if title < _TITLED else 0.0))
        return _baca(
            spec,
            own,
            scores,
            evidence.contents,
            title,
            doubt,
            forced=only is not None,
            keyed=keyed,
        )

    if only is not None:
        return read(only), None
    least = TERENDAH - SAMA
    readings = [reading for spec in SPECS if (reading := read(spec)) is not None]
    fit = list(filter(_cukup, readings))
    best = _terbaik(fit)
    if best is not None:
        wider = _terbaik(one for one in fit if _melebihi(one, best))
        return wider or best, None
    least = 0.0
    return None, _terbaik(reading for spec in SPECS if (reading := read(spec)) is not None)


_KEY = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+")
#: The table that an export of one row a sub kegiatan is read as.
EXPORTED = "T-C.33"
#: So many keys of fields, and so large a share of the heads, are those of an export.
KEYS = 2
KEYED = 0.5


def is_key(text: str) -> bool:
    """Tell whether a head is the key of a field: "kode_sub_giat", "pagu_n_depan"."""
    return _KEY.fullmatch(text.strip()) is not None


def are_keys(texts: Sequence[str]) -> bool:
    """Tell whether heads are those of an export: the keys of a program's fields."""
    keys = sum(map(is_key, texts))
    return keys >= KEYS and keys >= KEYED * len(texts)


def _terbaik(readings: Iterable[Cocok]) -> Cocok | None:
    """Return the first of the readings with the highest score."""
    return max(readings, key=_urut, default=None)


#: Heads of its own that a wider table has at least beside those of the narrower one.
LEBIH_LUAS = 3


def _melebihi(wider: Cocok, reading: Cocok) -> bool:
    """Tell whether a reading explains all that another does and more: no title outweighs that.

    The heads of SIPD's form hold those of T-C.33, which its title often names.
    """
    own = {head.column: head for head in wider.columns.values()}
    # "No" may stand beside any table, and only some have a column for it.
    taken = {h.column for h in reading.columns.values() if not biasa(h.leaf, h.upper)}
    more = [head for column, head in own.items() if column not in taken]
    telling = sum(1 for head in more if not biasa(head.leaf, head.upper))
    return taken <= own.keys() and telling >= LEBIH_LUAS and _lengkap(wider, reading)


def _cukup(reading: Cocok) -> bool:
    """Tell whether a reading is good enough to be a table."""
    spec = reading.spec
    complete = all(key in reading.columns for key in spec.key_columns)
    if not reading.bertajuk:
        complete = complete and all(_witnessed(reading, group) for group in spec.witnesses)
        complete = complete and _dated(reading)
    if spec.lazim and not reading.bertajuk:
        complete = complete and reading.head_score >= LAZIM and _lengkap(reading)
    covered = reading.lengkap >= (LENGKAP_BERTAJUK if reading.bertajuk else LENGKAP)
    return complete and covered and reading.head_score >= TERENDAH


def _witnessed(reading: Cocok, group: Sequence[str]) -> bool:
    """Tell whether one of the columns was found; a column of codes must hold codes."""
    return any(key in reading.columns and (key != "kode" or reading.coded) for key in group)


def _dated(reading: Cocok) -> bool:
    """Tell whether most heads of columns that follow by years say which year, if there are any."""
    heads = [
        head
        for key, head in reading.columns.items()
        if (kolom := reading.spec.column(key)).ordinal is not None and kolom.tahun
    ]
    dated = sum(
        1 for head in heads if head.years or head.ordinal is not None or head.semua & RELATIF
    )
    return 2 * dated >= len(heads)


def nilai_judul(titles: Iterable[str], sheet_name: str) -> tuple[float, ...]:
    """Return what title lines and the sheet's name say for each known table, in their order."""
    lines, name = _baris_judul(titles), frozenset(kata(sheet_name).kata)
    return tuple(_judul(spec, lines, name) for spec in SPECS)


def tabel_berjudul(titles: Iterable[str]) -> frozenset[str]:
    """Return the names of the tables that some title lines speak for most, if any."""
    scores = nilai_judul(titles, "")
    top = max(scores)
    return frozenset(
        spec.name for spec, score in zip(SPECS, scores, strict=True) if score == top > 0
    )


def _baris_judul(titles: Iterable[str]) -> list[frozenset[str]]:
    lines = [kata(title).telling | frozenset(kata(title).kata) for title in titles]
    return [line for line in lines if len(line) <= 45]


def _lengkap(reading: Cocok, beside: Cocok | None = None) -> bool:
    """Tell whether a reading has all required columns.

    Codes may stand before the names: where another reading has no column for them, none is missed.
    """
    return all(
        kolom.key in reading.columns
        or (kolom.isi is Isi.KODE and beside is not None and kolom.key not in beside.columns)
        for kolom in reading.spec.columns
        if kolom.wajib
    )


def _urut(reading: Cocok) -> tuple[float, int]:
    required = sum(1 for key in reading.columns if reading.spec.column(key).wajib)
    return round(reading.skor, 4), required


def _bermaju(spec: TableSpec) -> bool:
    """Tell whether the table has columns of the year after the plan year."""
    return any(kolom.bergrup and kolom.tahun == 1 for kolom in spec.columns)


def _baca(
    spec: TableSpec,
    heads: Sequence[Kepala],
    scores: SkorKepala,
    contents: Sequence[Content],
    title: float,
    against: float,
    *,
    forced: bool,
    keyed: bool,
) -> Cocok | None:
    for key in spec.key_columns:
        kolom = spec.column(key)
        if not forced and max(scores.score_column(kolom)) < PASANGAN_TERENDAH:
            return None
    pairs = jajarkan(spec, heads, scores, contents, None)
    tahun = _tahun(spec, heads, pairs)
    if tahun is not None:
        pairs = jajarkan(spec, heads, scores, contents, tahun)
        tahun = _tahun(spec, heads, pairs)
    if not pairs:
        return None
    columns = {spec.columns[i].key: heads[j] for i, j in sorted(pairs.items())}
    values = {
        i: min(1.0, by_data(spec.columns[i], heads[j], contents[j], scores(spec.columns[i], j)))
        for i, j in pairs.items()
    }
    # An export has the columns that its program keeps: none is owed, and many are beside the point.
    required = [
        i
        for i, kolom in enumerate(spec.columns)
        if (kolom.key in spec.key_columns if keyed and spec.key_columns else kolom.wajib)
    ]
    cover = sum(values.get(i, 0.0) for i in required) / len(required)
    taken = set(pairs.values())
    own = sum(
        1
        for j, h in enumerate(heads)
        if j in taken or not (biasa(h.leaf, h.upper) or (keyed and is_addition(h)))
    )
    told = sum(values.values()) / own
    from_heads = 0.5 * cover + 0.5 * told - against
    unread = sum(
        1 for j, head in enumerate(heads) if j not in taken and is_unread(head, contents[j])
    )
    score = from_heads + title - UNREAD * unread
    coded = any(
        contents[j] is Content.CODES for i, j in pairs.items() if spec.columns[i].isi is Isi.KODE
    )
    return Cocok(spec, columns, tahun, score, from_heads, title > 0, cover, coded)


def _judul(spec: TableSpec, lines: list[frozenset[str]], name: frozenset[str]) -> float:
    """Return what the title lines and the sheet's name say for this table."""
    score = 0.0
    for position, phrase in enumerate(spec.titles):
        words = frasa(phrase)
        number = any(word.isdigit() for word in words)
        if any(words <= line for line in lines):
            score = max(score, JUDUL_NOMOR if number else JUDUL - 0.02 * position)
        if words <= name:
            score = max(score, NAMA_LEMBAR)
    return score


def _tahun(spec: TableSpec, heads: Sequence[Kepala], pairs: Mapping[int, int]) -> int | None:
    """Return the plan year on which most of the heads' years agree; None when no head says one."""
    votes: Counter[int] = Counter()
    for i, j in pairs.items():
        offset = spec.columns[i].tahun
        if offset is not None and len(heads[j].years) == 1:
            votes[heads[j].years[0] - offset] += 1
    if not votes:
        return None
    year, _ = min(votes.items(), key=lambda vote: (-vote[1], vote[0]))
    return year
