"""Head texts as words: what is left of a head once spelling, filler and years are taken out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from selaras.tables import SPECS, TAMBAHAN


def himpunan(words: str) -> frozenset[str]:
    """Return the words of a text, parted by blanks."""
    return frozenset(words.split())


#: Spellings that mean the same in a head.
SAMA: dict[str, str] = {
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
    # What offices write where a column is narrow; see `_utuh` for what only ends with a dot.
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
_INDIKATIF = himpunan("ind indik indikat")
#: Words over an amount; without "Rp", "jumlah" and the like they say the same.
UANG = himpunan(
    "pagu anggaran dana indikatif kebutuhan plafon biaya alokasi keuangan pendanaan belanja"
)
#: Units and words that any column may carry: they do not tell which one it is.
TAK_MENENTUKAN = himpunan("rp jumlah total nilai besaran besarnya nominal")
#: Words of a head over nothing but names: "Program", "Kegiatan" and "Sub Kegiatan" apart.
JENJANG = himpunan("urusan bidang program kegiatan sub")
#: What a head over names calls them: "Uraian" over "Program", "Kegiatan" and "Sub Kegiatan".
PENAMA = himpunan("uraian nama nomenklatur")
#: Words that say nothing about which column it is.
HAMPA = himpunan(
    "dan atau yang dari pada di ke untuk dalam tahun para serta oleh berdasarkan 000 ribu juta "
    "ribuan jutaan per sesuai"
)
#: The plan year and its neighbours, as the regulation's forms print them.
RELATIF = frozenset(("n", "n+1", "n+2", "n-1", "n-2", "n-3", "n-4"))


def berjenjang(leaf: frozenset[str], upper: frozenset[str]) -> bool:
    """Tell whether a head stands over the names of one level, or some levels, and nothing else."""
    return bool(leaf) and leaf <= JENJANG and upper <= JENJANG | PENAMA


_TAHUN = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_RELATIF = re.compile(r"(?<![a-z])n\s*([-+–−])\s*(\d)(?!\d)")
#: The year after and before in the keys of SIPD's fields: "pagu_n_depan", "pagu_n_lalu".
_KUNCI = re.compile(r"(?<![a-z])n[\s_]+(depan|lalu)(?![a-z])")
_SD = re.compile(r"\bs\s*[./]\s*d\b\.?")
#: A word that a dot cuts short: "Indikat. Kin.".
_SINGKATAN = re.compile(r"\b([a-z]{3,})\.(?![a-z0-9])")
_BUKAN_KATA = re.compile(r"[^a-z0-9+\-]+")
_LEPAS = re.compile(r"(?<!\bn)[+\-]+|[+\-]+(?!\d)")
#: Headings set wide: "K O D E".
_RENGGANG = re.compile(r"(?<!\S)(?:[a-z] ){2,}[a-z](?!\S)")
#: Which of several like columns it is: "Triwulan II", "TW 2", "Tahun ke-3", "Tahun-3".
_URUTAN = re.compile(
    r"\b(?:(triwulan|triw|trw|tw)|(tahun|thn|th)\.?(?:\s*ke)?|ke)[\s.\-–(]*"
    r"(iv|vi|v|i{1,3}|[1-6])\b(?![\s.\-–]*\d)"
)
#: Words that are what they are: no years or signs, and nothing that may be a Roman number or a
#: letter of a heading set wide.
_POLOS = re.compile(r"(?:(?!(?:iv|vi|i{1,3})\b)[a-z]{2,}(?: |$))+", re.ASCII | re.IGNORECASE)
_SENDIRI = re.compile(r"\(?\s*(?:ke[\s\-–]*)?(iv|vi|v|i{1,3}|[1-6])\s*[.)]?\s*")
_ROMAWI = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}


class Kata(NamedTuple):
    """The words of a head cell, and the years that it names."""

    kata: tuple[str, ...]
    years: tuple[int, ...]
    #: Years given as n-1, n, n+1.
    relatif: tuple[int, ...]
    #: Which of several like columns it is: 2 for "Triwulan II" or "Tahun ke-2".
    ordinal: int | None = None

    @property
    def telling(self) -> frozenset[str]:
        """The words that say something."""
        return frozenset(self.kata) - HAMPA - RELATIF


@lru_cache(maxsize=8192)
def kata(text: str) -> Kata:
    """Return the words of a head text, folded, with years apart."""
    return _baca(text, betulkan=True)


def _baca(text: str, *, betulkan: bool) -> Kata:
    if _POLOS.fullmatch(text):
        return Kata(_kata(text.lower(), betulkan), (), ())
    flat = unicodedata.normalize("NFKC", text).casefold()
    tahun = tuple(int(year) for year in _TAHUN.findall(flat))
    flat = _TAHUN.sub(" ", flat)
    relatif: list[int] = []
    urutan: int | None = None

    def take(match: re.Match[str]) -> str:
        tanda = 1 if match[1] == "+" else -1
        relatif.append(tanda * int(match[2]))
        return f" n{'+' if tanda > 0 else '-'}{match[2]} "

    flat = _KUNCI.sub(lambda match: " n+1 " if match[1] == "depan" else " n-1 ", flat)
    flat = _RELATIF.sub(take, flat)
    flat = _SD.sub(" sampai dengan ", flat)
    if betulkan and "." in flat:
        flat = _SINGKATAN.sub(lambda match: _utuh(match[1]) + " ", flat)
    if alone := _SENDIRI.fullmatch(flat):
        return Kata((), tahun, (), _angka(alone[1]))
    if found := _URUTAN.search(flat):
        urutan = _angka(found[3])
        word = " triwulan " if found[1] else " tahun "
        flat = flat[: found.start()] + word + flat[found.end() :]
    if flat.strip(" ()[].\n") == "%":
        flat = "persen"
    flat = _LEPAS.sub(" ", _BUKAN_KATA.sub(" ", flat))
    flat = _RENGGANG.sub(lambda match: match[0].replace(" ", ""), " ".join(flat.split()))
    return Kata(_kata(flat, betulkan), tahun, tuple(relatif), urutan)


def _kata(flat: str, betulkan: bool) -> tuple[str, ...]:
    words: list[str] = []
    for word in flat.split():
        if word in _INDIKATIF and words and words[-1] in UANG:
            words.append("indikatif")
        else:
            words.extend(SAMA.get(word, _betul(word) if betulkan else word).split())
    return tuple(words)


def _angka(text: str) -> int:
    return _ROMAWI[text] if text in _ROMAWI else int(text)


@lru_cache(maxsize=4096)
def frasa(text: str) -> frozenset[str]:
    """Return the words of a spec's phrase that say something."""
    words = _baca(text, betulkan=False)
    return words.telling or frozenset(words.kata)


@cache
def kosakata() -> frozenset[str]:
    """Return every word that the heads of the known tables use."""
    words: set[str] = {"k", "rp", "satuan", "tahun", "n", "persen", *UANG, *TAK_MENENTUKAN}
    phrases = {
        phrase
        for spec in SPECS
        for kolom in spec.columns
        for phrase in (*kolom.heads, *kolom.groups)
    }
    for phrase in phrases.union(TAMBAHAN):
        words.update(_baca(phrase, betulkan=False).kata)
    return frozenset(words)


@lru_cache(maxsize=8192)
def kata_awal(word: str) -> bool:
    """Tell whether a head may begin with this word (folded), in any spelling."""
    return _betul(SAMA.get(word, word).split()[0]) in kosakata()


def _kurang_satu(word: str) -> Iterator[str]:
    """Yield the word, and the word with each of its letters left out."""
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


@cache
def _salah_ketik() -> dict[str, str]:
    """Return what a word may have been meant for, by the word with one letter left out."""
    meant: dict[str, str] = {}
    for word in sorted((*kosakata(), *SAMA)):
        if len(word) >= _PANJANG:
            for form in _kurang_satu(word):
                meant.setdefault(form, word)
    return meant


@lru_cache(maxsize=4096)
def _utuh(word: str) -> str:
    """Return the head word that a dot cuts short, where only one begins so."""
    if word in SAMA or word in _INDIKATIF or word in kosakata():
        return word
    known = {SAMA.get(one, one) for one in (*kosakata(), *SAMA) if one.startswith(word)}
    meant = {one for one in known if " " not in one}
    return meant.pop() if len(meant) == 1 else word


#: Shorter words have too many neighbours ("dana", "data") for a letter to be a slip.
_PANJANG = 6


@lru_cache(maxsize=8192)
def _betul(word: str) -> str:
    """Return the head word that was meant where one letter is wrong, missing or too many."""
    if word in kosakata() or word in SAMA or len(word) < _PANJANG - 1 or not word.isalpha():
        return word
    for form in _kurang_satu(word):
        meant = _salah_ketik().get(form)
        if meant is not None and meant[0] == word[0]:
            return SAMA.get(meant, meant)
    return word
