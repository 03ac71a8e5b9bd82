"""Head texts as words: what is left of a head once spelling, filler and years are taken out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from selaras.tables import ADDED_COLUMNS, SPECS


def split_words(words: str) -> frozenset[str]:
    """Return the words of a text, parted by blanks."""
    return frozenset(words.split())


#: Spellings that mean the same in a head.
SPELLINGS: dict[str, str] = {
    "opd": "perangkat daerah",
    "skpd": "perangkat daerah",
    "pd": "perangkat daerah",
    "th": "tahun",
    "thn": "tahun",
    "ta": "tahun",
    "keg": "kegiatan",
    "kegiatannya": "kegiatan",
    "giat": "kegiatan",
    "subkegiatan": "sub kegiatan",
    "subkeg": "sub kegiatan",
    "prog": "program",
    "perkiraan": "prakiraan",
    "analisa": "analisis",
    "rupiah": "rp",
    "idr": "rp",
    "ket": "keterangan",
    "rek": "rekening",
    "reviu": "review",
    "tolak": "tolok",
    "sasarannya": "sasaran",
    "tw": "triwulan",
    "trw": "triwulan",
    "triw": "triwulan",
    "sd": "sampai dengan",
    "persentase": "persen",
    "presentase": "persen",
    "prosentase": "persen",
    "wil": "wilayah",
    "vol": "volume",
    "ind": "indikator",
    "sat": "satuan",
    "sumberdana": "sumber dana",
    "penanggungjawab": "penanggung jawab",
    "pengampu": "penanggung jawab",
    "pelaksana": "penanggung jawab",
    "baseline": "data awal",
    # What offices write where a column is narrow; see `_SHORT_FORM` for what only ends with a dot.
    "lok": "lokasi",
    "kd": "kode",
    "nmr": "nomor",
    "nm": "nama",
    "sbr": "sumber",
    "smbr": "sumber",
    "sumberdananya": "sumber dana",
    "ang": "anggaran",
    "angg": "anggaran",
    "anggrn": "anggaran",
    "tgt": "target",
    "trgt": "target",
    "kin": "kinerja",
    "kinrj": "kinerja",
    "indik": "indikator",
    "indkt": "indikator",
    "indktr": "indikator",
    "kebut": "kebutuhan",
    "keb": "kebutuhan",
    "jml": "jumlah",
    "jlh": "jumlah",
    "ttl": "total",
    "real": "realisasi",
    "perub": "perubahan",
    "sblm": "sebelum",
    "stlh": "setelah",
    "prak": "prakiraan",
    "perk": "prakiraan",
    "renc": "rencana",
    "rcn": "rencana",
    "cat": "catatan",
    "catt": "catatan",
    "prio": "prioritas",
    "kel": "kelompok",
    "kelp": "kelompok",
    "pj": "penanggung jawab",
    "ur": "uraian",
    "urs": "urusan",
    "bid": "bidang",
    "cap": "capaian",
    "sas": "sasaran",
    "str": "strategis",
}
#: Beside an amount they are short for "indikatif": "Pagu Ind. (Rp)".
_INDICATIVE = split_words("ind indik indikat")
#: Words over an amount; without "Rp", "jumlah" and the like they say the same.
MONEY_WORDS = split_words(
    "pagu anggaran dana indikatif kebutuhan plafon biaya alokasi keuangan pendanaan belanja"
)
#: Units and words that any column may carry: they do not tell which one it is.
NEUTRAL_WORDS = split_words("rp jumlah total nilai besaran besarnya nominal")
#: Words of a head over nothing but names: "Program", "Kegiatan" and "Sub Kegiatan" apart.
LEVEL_WORDS = split_words("urusan bidang program kegiatan sub")
#: What a head over names calls them: "Uraian" over "Program", "Kegiatan" and "Sub Kegiatan".
NAMING_WORDS = split_words("uraian nama nomenklatur")
#: Words that say nothing about which column it is.
FILLER_WORDS = split_words(
    "dan atau yang dari pada di ke untuk dalam tahun para serta oleh berdasarkan 000 ribu juta "
    "ribuan jutaan per sesuai"
)
#: The plan year and its neighbours, as the regulation's forms print them.
RELATIVE_YEARS = frozenset(("n", "n+1", "n+2", "n-1", "n-2", "n-3", "n-4"))


def is_level_head(leaf: frozenset[str], upper: frozenset[str]) -> bool:
    """Tell whether a head stands over the names of one level, or some levels, and nothing else."""
    return bool(leaf) and leaf <= LEVEL_WORDS and upper <= LEVEL_WORDS | NAMING_WORDS


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_RELATIVE_YEAR = re.compile(r"(?<![a-z])n\s*([-+–−])\s*(\d)(?!\d)")
#: The year after and before in the keys of SIPD's fields: "pagu_n_depan", "pagu_n_lalu".
_FIELD_KEY = re.compile(r"(?<![a-z])n[\s_]+(depan|lalu)(?![a-z])")
_UP_TO = re.compile(r"\bs\s*[./]\s*d\b\.?")
#: A word that a dot cuts short: "Indikat. Kin.".
_SHORT_FORM = re.compile(r"\b([a-z]{3,})\.(?![a-z0-9])")
_NOT_WORDS = re.compile(r"[^a-z0-9+\-]+")
_LOOSE_SIGNS = re.compile(r"(?<!\bn)[+\-]+|[+\-]+(?!\d)")
#: Headings set wide: "K O D E".
_SPACED_WORD = re.compile(r"(?<!\S)(?:[a-z] ){2,}[a-z](?!\S)")
#: Which of several like columns it is: "Triwulan II", "TW 2", "Tahun ke-3", "Tahun-3".
_ORDINAL = re.compile(
    r"\b(?:(triwulan|triw|trw|tw)|(tahun|thn|th)\.?(?:\s*ke)?|ke)[\s.\-–(]*"
    r"(iv|vi|v|i{1,3}|[1-6])\b(?![\s.\-–]*\d)"
)
#: Words that are what they are: no years or signs, and nothing that may be a Roman number or a
#: letter of a heading set wide.
_PLAIN = re.compile(r"(?:(?!(?:iv|vi|i{1,3})\b)[a-z]{2,}(?: |$))+", re.ASCII | re.IGNORECASE)
_ORDINAL_ALONE = re.compile(r"\(?\s*(?:ke[\s\-–]*)?(iv|vi|v|i{1,3}|[1-6])\s*[.)]?\s*")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}


class HeadWords(NamedTuple):
    """The words of a head cell, and the years that it names."""

    words: tuple[str, ...]
    years: tuple[int, ...]
    #: Years given as n-1, n, n+1.
    relative_years: tuple[int, ...]
    #: Which of several like columns it is: 2 for "Triwulan II" or "Tahun ke-2".
    ordinal: int | None = None

    @property
    def telling(self) -> frozenset[str]:
        """The words that say something."""
        return frozenset(self.words) - FILLER_WORDS - RELATIVE_YEARS


@lru_cache(maxsize=8192)
def read_words(text: str) -> HeadWords:
    """Return the words of a head text, folded, with years apart."""
    return _read_text(text, corrected=True)


def _read_text(text: str, *, corrected: bool) -> HeadWords:
    if _PLAIN.fullmatch(text):
        return HeadWords(_list_words(text.lower(), corrected), (), ())
    flat = unicodedata.normalize("NFKC", text).casefold()
    years = tuple(int(year) for year in _YEAR.findall(flat))
    flat = _YEAR.sub(" ", flat)
    relative_years: list[int] = []
    ordinal: int | None = None

    def take(match: re.Match[str]) -> str:
        sign = 1 if match[1] == "+" else -1
        relative_years.append(sign * int(match[2]))
        return f" n{'+' if sign > 0 else '-'}{match[2]} "

    flat = _FIELD_KEY.sub(lambda match: " n+1 " if match[1] == "depan" else " n-1 ", flat)
    flat = _RELATIVE_YEAR.sub(take, flat)
    flat = _UP_TO.sub(" sampai dengan ", flat)
    if corrected and "." in flat:
        flat = _SHORT_FORM.sub(lambda match: _complete_word(match[1]) + " ", flat)
    if alone := _ORDINAL_ALONE.fullmatch(flat):
        return HeadWords((), years, (), _read_ordinal(alone[1]))
    if found := _ORDINAL.search(flat):
        ordinal = _read_ordinal(found[3])
        word = " triwulan " if found[1] else " tahun "
        flat = flat[: found.start()] + word + flat[found.end() :]
    if flat.strip(" ()[].\n") == "%":
        flat = "persen"
    flat = _LOOSE_SIGNS.sub(" ", _NOT_WORDS.sub(" ", flat))
    flat = _SPACED_WORD.sub(lambda match: match[0].replace(" ", ""), " ".join(flat.split()))
    return HeadWords(_list_words(flat, corrected), years, tuple(relative_years), ordinal)


def _list_words(flat: str, corrected: bool) -> tuple[str, ...]:
    words: list[str] = []
    for word in flat.split():
        if word in _INDICATIVE and words and words[-1] in MONEY_WORDS:
            words.append("indikatif")
        else:
            words.extend(SPELLINGS.get(word, _correct_word(word) if corrected else word).split())
    return tuple(words)


def _read_ordinal(text: str) -> int:
    return _ROMAN[text] if text in _ROMAN else int(text)


@lru_cache(maxsize=4096)
def read_phrase(text: str) -> frozenset[str]:
    """Return the words of a spec's phrase that say something."""
    words = _read_text(text, corrected=False)
    return words.telling or frozenset(words.words)


@cache
def build_vocabulary() -> frozenset[str]:
    """Return every word that the heads of the known tables use."""
    words: set[str] = {"k", "rp", "satuan", "tahun", "n", "persen", *MONEY_WORDS, *NEUTRAL_WORDS}
    phrases = {
        phrase
        for spec in SPECS
        for column in spec.columns
        for phrase in (*column.heads, *column.groups)
    }
    for phrase in phrases.union(ADDED_COLUMNS):
        words.update(_read_text(phrase, corrected=False).words)
    return frozenset(words)


@lru_cache(maxsize=8192)
def can_begin_head(word: str) -> bool:
    """Tell whether a head may begin with this word (folded), in any spelling."""
    return _correct_word(SPELLINGS.get(word, word).split()[0]) in build_vocabulary()


def _drop_letters(word: str) -> Iterator[str]:
    """Yield the word, and the word with each of its letters left out."""
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


@cache
def _map_slips() -> dict[str, str]:
    """Return what a word may have been meant for, by the word with one letter left out."""
    meant: dict[str, str] = {}
    for word in sorted((*build_vocabulary(), *SPELLINGS)):
        if len(word) >= _LONG_WORD:
            for form in _drop_letters(word):
                meant.setdefault(form, word)
    return meant


@lru_cache(maxsize=4096)
def _complete_word(word: str) -> str:
    """Return the head word that a dot cuts short, where only one begins so."""
    if word in SPELLINGS or word in _INDICATIVE or word in build_vocabulary():
        return word
    known = {
        SPELLINGS.get(one, one) for one in (*build_vocabulary(), *SPELLINGS) if one.startswith(word)
    }
    meant = {one for one in known if " " not in one}
    return meant.pop() if len(meant) == 1 else word


#: Shorter words have too many neighbours ("dana", "data") for a letter to be a slip.
_LONG_WORD = 6


@lru_cache(maxsize=8192)
def _correct_word(word: str) -> str:
    """Return the head word that was meant where one letter is wrong, missing or too many."""
    if (
        word in build_vocabulary()
        or word in SPELLINGS
        or len(word) < _LONG_WORD - 1
        or not word.isalpha()
    ):
        return word
    for form in _drop_letters(word):
        meant = _map_slips().get(form)
        if meant is not None and meant[0] == word[0]:
            return SPELLINGS.get(meant, meant)
    return word
