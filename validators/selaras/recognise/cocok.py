"""Match a head with the specs: which table it is, and which column is which.

Columns are aligned in order (heads repeat their wording, so order tells a second "Target" from the
first); what is left over is matched by wording alone, for tables whose columns were moved.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from selaras.recognise.calon import kepala_sumber
from selaras.recognise.evidence import (
    Content,
    Evidence,
    contradicts,
    foreign_heads,
    foreign_title,
)
from selaras.recognise.kata import (
    JENJANG,
    PENAMA,
    TAK_MENENTUKAN,
    UANG,
    berjenjang,
    frasa,
    himpunan,
    kata,
)
from selaras.recognise.kepala import Kepala
from selaras.recognise.maju import tandai_maju
from selaras.tables import SPECS, TAMBAHAN, Isi, Kolom, TableSpec
from selaras.tables.umum import SEBELUM

#: A pair below this is no match.
PASANGAN_TERENDAH = 0.45
#: Out of order, only a clear wording counts.
PASANGAN_JELAS = 0.7
#: Against the order, a head goes to another column where the sum of the scores grows by more.
LEBIH_JELAS = 0.25
#: Sums of scores that differ by less are the same.
_SAMA = 1e-9
#: A head below this is no table.
TERENDAH = 0.62
#: So much of the required columns must be there; less where a title names the table.
LENGKAP = 0.5
LENGKAP_BERTAJUK = 0.3
#: The same for a table whose heads many other tables have, where no title tells.
LAZIM = 0.92
#: What each column of amounts, codes or names that a reading leaves unread takes from its score.
UNREAD = 0.15
#: "Jumlah" alone is an amount where amounts stand below it.
BARE_TOTAL = 0.5
AMOUNTS_BELOW = 0.4
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
    kepala: float
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
    foreign = foreign_title([*(kata(title).kata for title in titles), kata(sheet_name).kata])
    plain_scores = _skor(_kata(heads))
    forward_scores = plain_scores if forward is heads else _skor(_kata(forward))

    def read(spec: TableSpec) -> Cocok | None:
        own, scores = (forward, forward_scores) if _bermaju(spec) else (heads, plain_scores)
        # Most tables are out of the question, in whatever order their columns stood.
        if only is None and not keyed and scores.teratas(spec) < least:
            return None
        title = _judul(spec, lines, name)
        if keyed and spec.name == EXPORTED:
            title = max(title, JUDUL)
        doubt = min(MOST_AGAINST, against + (foreign if title < _TITLED else 0.0))
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
    least = TERENDAH - _SAMA
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
    taken = {h.column for h in reading.columns.values() if not _biasa(h.leaf, h.upper)}
    more = [head for column, head in own.items() if column not in taken]
    telling = sum(1 for head in more if not _biasa(head.leaf, head.upper))
    return taken <= own.keys() and telling >= LEBIH_LUAS and _lengkap(wider, reading)


def _cukup(reading: Cocok) -> bool:
    """Tell whether a reading is good enough to be a table."""
    spec = reading.spec
    complete = all(key in reading.columns for key in spec.kunci)
    if not reading.bertajuk:
        complete = complete and all(_witnessed(reading, group) for group in spec.witnesses)
    if spec.lazim and not reading.bertajuk:
        complete = complete and reading.kepala >= LAZIM and _lengkap(reading)
    covered = reading.lengkap >= (LENGKAP_BERTAJUK if reading.bertajuk else LENGKAP)
    return complete and covered and reading.kepala >= TERENDAH


def _witnessed(reading: Cocok, group: Sequence[str]) -> bool:
    """Tell whether one of the columns was found; a column of codes must hold codes."""
    return any(key in reading.columns and (key != "kode" or reading.coded) for key in group)


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
    lines = [kata(title).isi | frozenset(kata(title).kata) for title in titles]
    return [line for line in lines if len(line) <= 45]


#: Words of a head over nothing but money.
_UANG = UANG | {"rp"}


@cache
def _tambahan() -> frozenset[frozenset[str]]:
    """Return the words of the columns that people add to any table ("Satuan")."""
    return frozenset(frasa(phrase) for phrase in TAMBAHAN)


def _biasa(leaf: frozenset[str], upper: frozenset[str]) -> bool:
    """Tell whether a head tells nothing against a table: an added column, a level of names."""
    return leaf in _tambahan() or berjenjang(leaf, upper)


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


#: The words of a head: its own, and those above it.
_Kata = tuple[frozenset[str], frozenset[str]]


def _kata(heads: Sequence[Kepala]) -> tuple[_Kata, ...]:
    return tuple((head.leaf, head.upper) for head in heads)


@lru_cache(maxsize=64)
def _skor(heads: tuple[_Kata, ...]) -> _Skor:
    """Return the scores for heads of these words; sheets of one workbook often share them."""
    return _Skor(heads)


class _Skor:
    """How well a spec's column fits a head; columns of many specs share their wording."""

    def __init__(self, heads: Sequence[_Kata]) -> None:
        self._heads = heads
        #: Pairs that were found, by table, plan year, and what else the heads say.
        self.jajaran: dict[tuple[str, int | None, tuple[object, ...]], dict[int, int]] = {}
        self._own = sum(1 for leaf, upper in heads if not _biasa(leaf, upper))
        self._known: dict[tuple[int, int, int, Isi, bool], list[float]] = {}

    def baris(self, kolom: Kolom) -> list[float]:
        """Return how well the column fits each of the heads."""
        key = (id(kolom.heads), id(kolom.groups), id(kolom.bukan), kolom.isi, kolom.bergrup)
        scores = self._known.get(key)
        if scores is None:
            scores = self._known[key] = [nilai_pasangan(kolom, *words) for words in self._heads]
        return scores

    def teratas(self, spec: TableSpec) -> float:
        """Return what a reading of the heads as this table can score at most, without title."""
        if any(max(self.baris(spec.column(key))) < PASANGAN_TERENDAH for key in spec.kunci):
            return -1.0
        tops = [min(1.0, max(0.0, *self.baris(kolom))) for kolom in spec.columns]
        required = [top for top, kolom in zip(tops, spec.columns, strict=True) if kolom.wajib]
        cover = sum(required) / len(required)
        return 0.5 * cover + 0.5 * min(1.0, sum(tops) / max(1, self._own))

    def __call__(self, kolom: Kolom, index: int) -> float:
        return self.baris(kolom)[index]


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
    if kolom.isi in (Isi.TARGET, Isi.INDIKATOR) and leaf <= _UANG:
        best -= 0.6
    if _promises(leaf, upper) and kolom.heads[0].startswith("Realisasi"):
        best -= 0.6
    return best


def _promises(leaf: frozenset[str], upper: frozenset[str]) -> bool:
    """Tell whether a head stands over what is aimed at, not over what came of it."""
    return "target" in leaf | upper and "realisasi" not in leaf | upper and "capaian" not in leaf


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


def _baca(
    spec: TableSpec,
    heads: Sequence[Kepala],
    scores: _Skor,
    contents: Sequence[Content],
    title: float,
    against: float,
    *,
    forced: bool,
    keyed: bool,
) -> Cocok | None:
    for key in spec.kunci:
        kolom = spec.column(key)
        if not forced and max(scores.baris(kolom)) < PASANGAN_TERENDAH:
            return None
    pairs = _jajarkan(spec, heads, scores, contents, None)
    tahun = _tahun(spec, heads, pairs)
    if tahun is not None:
        pairs = _jajarkan(spec, heads, scores, contents, tahun)
        tahun = _tahun(spec, heads, pairs)
    if not pairs:
        return None
    columns = {spec.columns[i].key: heads[j] for i, j in sorted(pairs.items())}
    values = {
        i: min(1.0, _by_data(spec.columns[i], heads[j], contents[j], scores(spec.columns[i], j)))
        for i, j in pairs.items()
    }
    # An export has the columns that its program keeps: none is owed, and many are beside the point.
    required = [
        i
        for i, kolom in enumerate(spec.columns)
        if (kolom.key in spec.kunci if keyed and spec.kunci else kolom.wajib)
    ]
    cover = sum(values.get(i, 0.0) for i in required) / len(required)
    taken = set(pairs.values())
    own = sum(
        1
        for j, h in enumerate(heads)
        if j in taken or not (_biasa(h.leaf, h.upper) or (keyed and is_addition(h)))
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
        _biasa(head.leaf, head.upper)
        or head.leaf - TAK_MENENTUKAN in _tambahan()
        or not words.isdisjoint(_CHECKING | _IDENTIFYING)
        or (not words.isdisjoint(_QUANTITY) and words.isdisjoint(_UANG))
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


def _by_data(kolom: Kolom, head: Kepala, content: Content, value: float) -> float:
    """Return how well a column fits a head, once the data below it are seen."""
    if value <= 0 or contradicts(kolom.isi, content):
        return 0.0
    if kolom.isi is Isi.TARGET and content is Content.AMOUNTS and _means_money(head):
        return 0.0
    if kolom.isi is Isi.UANG and content is Content.AMOUNTS and head.leaf <= TAK_MENENTUKAN:
        return value + AMOUNTS_BELOW
    return value


def _means_money(head: Kepala) -> bool:
    """Tell whether a head says that amounts stand below it: "Anggaran | Realisasi (Rp)".

    "Kinerja" may be said beside them: "Target Kinerja dan Anggaran | K".
    """
    return not head.semua.isdisjoint(_UANG) and head.semua.isdisjoint(_PERFORMANCE)


_PERFORMANCE = frozenset(("kinerja", "k"))


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


def _jajarkan(
    spec: TableSpec,
    heads: Sequence[Kepala],
    scores: _Skor,
    contents: Sequence[Content],
    tahun: int | None,
) -> dict[int, int]:
    """Return spec column -> head, in order where that scores best, then what was moved."""
    marks = tuple(
        (head.tahun, head.urutan, head.cetak, content)
        for head, content in zip(heads, contents, strict=True)
    )
    known = scores.jajaran.get((spec.name, tahun, marks))
    if known is None:
        shift = _printed_shift(spec, heads, scores)
        score = [_bertanda(kolom, heads, scores, contents, tahun, shift) for kolom in spec.columns]
        known = scores.jajaran[spec.name, tahun, marks] = _pasangkan(score)
    return known


def _bertanda(
    kolom: Kolom,
    heads: Sequence[Kepala],
    scores: _Skor,
    contents: Sequence[Content],
    tahun: int | None,
    shift: int,
) -> list[float]:
    """Return how well a column fits each head by its words, years, order and printed number.

    The numbers are printed so many further than in the official table.
    """
    row = list(scores.baris(kolom))
    printed = str(int(kolom.cetak) + shift) if kolom.cetak.isdigit() else kolom.cetak
    for j, fit in enumerate(row):
        head = heads[j]
        value = _by_data(kolom, head, contents[j], fit)
        if value > 0:
            value += _cocok_tahun(kolom, head, tahun) + _cocok_urutan(kolom, head)
            if printed and _printed(head) == printed:
                value += 0.05
        row[j] = value
    return row


def _printed(head: Kepala) -> str:
    return head.cetak.strip("() .")


def _printed_shift(spec: TableSpec, heads: Sequence[Kepala], scores: _Skor) -> int:
    """Return by how much the printed numbers run ahead of the official ones.

    A column "No" put before the others is often counted, too. The columns that only one head fits
    tell it; those of years and the like fit many.
    """
    votes: Counter[int] = Counter()
    for kolom in spec.columns:
        fits = [head for head, fit in zip(heads, scores.baris(kolom), strict=True) if fit >= 1]
        if len(fits) == 1 and kolom.cetak.isdigit() and _printed(fits[0]).isdigit():
            votes[int(_printed(fits[0])) - int(kolom.cetak)] += 1
    return min(votes, key=lambda shift: (-votes[shift], abs(shift)), default=0)


def _pasangkan(score: Sequence[Sequence[float]]) -> dict[int, int]:
    """Return row -> column of a table of scores: a best pairing in order, then what was moved."""
    rows, columns = len(score), len(score[0])
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        line, below, row = best[i], best[i + 1], score[i]
        right = 0.0
        for j in range(columns - 1, -1, -1):
            if below[j] > right:
                right = below[j]
            pair = row[j]
            if pair >= PASANGAN_TERENDAH and pair + below[j + 1] > right:
                right = pair + below[j + 1]
            line[j] = right
    pairs: dict[int, int] = {}
    i = j = 0
    while i < rows and j < columns:
        pair = score[i][j]
        if pair >= PASANGAN_TERENDAH and best[i][j] <= pair + best[i + 1][j + 1] + _SAMA:
            pairs[i] = j
            i, j = i + 1, j + 1
        elif best[i][j] <= best[i][j + 1] + _SAMA:
            j += 1
        else:
            i += 1
    taken = set(pairs.values())
    left = sorted(
        (
            (score[i][j], i, j)
            for i in range(rows)
            if i not in pairs
            for j in range(columns)
            if j not in taken and score[i][j] >= PASANGAN_JELAS
        ),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    for _, i, j in left:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    _tukar(score, pairs)
    return pairs


#: Pairs of row and column of a table of scores.
_Pasangan = tuple[tuple[int, int], ...]


def _tukar(score: Sequence[Sequence[float]], pairs: dict[int, int]) -> None:
    """Give heads that the order gave away to the columns that they fit clearly better.

    A column that loses its head may take another's, and so on, where the sum of the scores grows.
    """
    owner = {j: i for i, j in pairs.items()}

    def follow(i: int, moved: tuple[int, ...]) -> tuple[float, _Pasangan]:
        """Return what is gained most from a new head for a column, and who then has which."""
        best: tuple[float, _Pasangan] = (0.0, ())
        for j, value in enumerate(score[i]):
            other = owner.get(j)
            if value < PASANGAN_JELAS or other in moved:
                continue
            found: tuple[float, _Pasangan]
            if other is None:
                found = (value, ((i, j),))
            elif value > score[other][j] + _SAMA:
                gain, more = follow(other, (*moved, i))
                found = (value - score[other][j] + gain, ((i, j), *more))
            else:
                continue
            if found[0] > best[0] + _SAMA:
                best = found
        return best

    changed = True
    while changed:
        changed = False
        for i in range(len(score)):
            if i in pairs:
                continue
            gain, moves = follow(i, (i,))
            if gain > LEBIH_JELAS:
                for column, _ in moves:
                    pairs.pop(column, None)
                lost = {owner[j] for _, j in moves if j in owner} - {column for column, _ in moves}
                for column in lost:
                    del pairs[column]
                pairs.update(moves)
                owner = {j: column for column, j in pairs.items()}
                changed = True


def _cocok_tahun(kolom: Kolom, head: Kepala, tahun: int | None) -> float:
    if tahun is None or kolom.tahun is None or len(head.tahun) != 1:
        return 0.0
    return 0.3 if head.tahun[0] == tahun + kolom.tahun else -0.3


def _cocok_urutan(kolom: Kolom, head: Kepala) -> float:
    if kolom.urut is None or head.urutan is None:
        return 0.0
    return 0.3 if head.urutan == kolom.urut else -0.3


def _tahun(spec: TableSpec, heads: Sequence[Kepala], pairs: Mapping[int, int]) -> int | None:
    """Return the plan year on which most of the heads' years agree; None when no head says one."""
    votes: Counter[int] = Counter()
    for i, j in pairs.items():
        offset = spec.columns[i].tahun
        if offset is not None and len(heads[j].tahun) == 1:
            votes[heads[j].tahun[0] - offset] += 1
    if not votes:
        return None
    year, _ = min(votes.items(), key=lambda vote: (-vote[1], vote[0]))
    return year
