"""Head texts as words: what is left of a head once spelling, filler and years are taken out."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

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
    "subkegiatan": "sub kegiatan",
    "subkeg": "sub kegiatan",
    "prog": "program",
    "perkiraan": "prakiraan",
    "analisa": "analisis",
    "rupiah": "rp",
    "ket": "keterangan",
    "rek": "rekening",
    "reviu": "review",
    "indikatip": "indikatif",
    "realisasai": "realisasi",
    "tolak": "tolok",
    "sasarannya": "sasaran",
    "tw": "triwulan",
    "trw": "triwulan",
    "sd": "sampai dengan",
    "persentase": "persen",
    "presentase": "persen",
    "prosentase": "persen",
    "wil": "wilayah",
    "vol": "volume",
    "ind": "indikator",
}
#: Words that say nothing about which column it is.
HAMPA = frozenset(
    "dan atau yang dari pada di ke untuk dalam tahun para serta oleh berdasarkan 000 ribu juta "
    "ribuan jutaan".split()
)
#: The plan year and its neighbours, as the regulation's forms print them.
RELATIF = frozenset(("n", "n+1", "n+2", "n-1", "n-2", "n-3", "n-4"))

_TAHUN = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_RELATIF = re.compile(r"(?<![a-z])n\s*([-+–−])\s*(\d)(?!\d)")
_SD = re.compile(r"\bs\s*[./]\s*d\b\.?")
_BUKAN_KATA = re.compile(r"[^a-z0-9+\-]+")
_LEPAS = re.compile(r"(?<!n)[+\-]+|[+\-]+(?!\d)")


class Kata(NamedTuple):
    """The words of a head cell, and the years that it names."""

    kata: tuple[str, ...]
    tahun: tuple[int, ...]
    #: Years given as n-1, n, n+1.
    relatif: tuple[int, ...]

    @property
    def isi(self) -> frozenset[str]:
        """The words that say something."""
        return frozenset(self.kata) - HAMPA - RELATIF


@lru_cache(maxsize=8192)
def kata(text: str) -> Kata:
    """Return the words of a head text, folded, with years apart."""
    flat = unicodedata.normalize("NFKC", text).casefold()
    tahun = tuple(int(year) for year in _TAHUN.findall(flat))
    flat = _TAHUN.sub(" ", flat)
    relatif: list[int] = []

    def take(match: re.Match[str]) -> str:
        tanda = 1 if match[1] == "+" else -1
        relatif.append(tanda * int(match[2]))
        return f" n{'+' if tanda > 0 else '-'}{match[2]} "

    flat = _RELATIF.sub(take, flat)
    flat = _SD.sub(" sampai dengan ", flat)
    flat = _LEPAS.sub(" ", _BUKAN_KATA.sub(" ", flat))
    words: list[str] = []
    for word in flat.split():
        words.extend(SAMA.get(word, word).split())
    return Kata(tuple(words), tahun, tuple(relatif))


@lru_cache(maxsize=4096)
def frasa(text: str) -> frozenset[str]:
    """Return the words of a spec's phrase that say something."""
    return kata(text).isi or frozenset(kata(text).kata)
