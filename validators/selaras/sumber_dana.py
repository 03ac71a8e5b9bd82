"""Fund sources: how people write them, and which covers which.

What a row names must cover what stands below it. APBD covers the general funds that a region may
spend freely; grants with a purpose of their own (DAK, DID/insentif fiskal, bantuan keuangan) have
to be named. About sources that are not known nothing is claimed.
Source: UU 1/2022 on financial relations; Permendagri 77/2020.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from selaras.lipat import lipat

#: Source to the sources that it is made of.
POHON: Mapping[str, tuple[str, ...]] = {
    "APBD": ("PAD", "DAU", "DBH", "NEM", "SiLPA", "Lain-lain Pendapatan"),
    "APBN": ("Dekonsentrasi", "Tugas Pembantuan"),
    "DAK": ("DAK Fisik", "DAK Non Fisik"),
    "PAD": ("Pajak Daerah", "Retribusi Daerah", "Lain-lain PAD"),
    "DAU": ("DAU Earmark",),
    "DBH": ("DBH CHT", "DBH Sawit", "DBH SDA", "DBH Pajak"),
}
#: Other spellings, folded.
SEBUTAN: Mapping[str, str] = {
    "apbd kabupaten": "APBD",
    "apbd kota": "APBD",
    "apbd kab": "APBD",
    "apbd ii": "APBD",
    "pendapatan asli daerah": "PAD",
    "dana alokasi umum": "DAU",
    "dau block grant": "DAU",
    "dau bg": "DAU",
    "dau sg": "DAU Earmark",
    "dau spesific grant": "DAU Earmark",
    "dau specific grant": "DAU Earmark",
    "dau yang ditentukan penggunaannya": "DAU Earmark",
    "dau earmarked": "DAU Earmark",
    "dana bagi hasil": "DBH",
    "dbhcht": "DBH CHT",
    "dbh cukai hasil tembakau": "DBH CHT",
    "non earmark": "NEM",
    "non earmarked": "NEM",
    "dana alokasi khusus": "DAK",
    "dak nf": "DAK Non Fisik",
    "dak nonfisik": "DAK Non Fisik",
    "dana alokasi khusus non fisik": "DAK Non Fisik",
    "dana alokasi khusus fisik": "DAK Fisik",
    "dana insentif daerah": "DID",
    "insentif fiskal": "DID",
    "dana insentif fiskal": "DID",
    "dif": "DID",
    "silpa": "SiLPA",
    "sisa lebih pembiayaan anggaran": "SiLPA",
    "badan layanan umum daerah": "BLUD",
    "pendapatan blud": "BLUD",
    "bantuan keuangan provinsi": "Bantuan Keuangan",
    "bk provinsi": "Bantuan Keuangan",
    "bankeu": "Bantuan Keuangan",
    "bankeu provinsi": "Bantuan Keuangan",
    "bantuan keuangan khusus": "Bantuan Keuangan",
    "bkk": "Bantuan Keuangan",
    "apbd provinsi": "Bantuan Keuangan",
    "apbd i": "Bantuan Keuangan",
    "dana otonomi khusus": "Otsus",
    "otonomi khusus": "Otsus",
    "dana otsus": "Otsus",
    "dana desa": "Dana Desa",
    "pinjaman daerah": "Pinjaman",
    "hibah": "Hibah",
    "corporate social responsibility": "CSR",
}
LEPAS = ("DID", "BLUD", "Bantuan Keuangan", "Otsus", "Dana Desa", "Pinjaman", "Hibah", "CSR")

_PISAH = re.compile(r"\s*(?:[,;/+&\n]|\bdan\b|\bserta\b)\s*", re.IGNORECASE)
_TAHUN = re.compile(r"\b(?:ta|tahun|thn)?\s*20\d\d\b")


class SumberDana:
    """The known fund sources with what the user has added."""

    def __init__(self, tambahan: Mapping[str, tuple[str, ...]]) -> None:
        self._anak: dict[str, tuple[str, ...]] = dict(POHON)
        self._dibaca: dict[str, list[tuple[str, str | None]]] = {}
        for parent, children in tambahan.items():
            self._anak[parent] = (*self._anak.get(parent, ()), *children)
        names = {*LEPAS, *self._anak, *(c for below in self._anak.values() for c in below)}
        self._nama = {lipat(name): name for name in names} | dict(SEBUTAN)

    def baca(self, text: str) -> list[tuple[str, str | None]]:
        """Return the sources that a cell names: as written, and by their known name if any."""
        known = self._dibaca.get(text)
        if known is None:
            parts = [part.strip(" .-()") for part in _PISAH.split(text)]
            known = [(part, self.kenali(part)) for part in parts if lipat(part)]
            self._dibaca[text] = known
        return known

    def kenali(self, text: str) -> str | None:
        """Return the known name of a source; a longer one that begins so is of that source.

        "DAK Non Fisik PK2UKM" is DAK Non Fisik. None for a source that is not known.
        """
        folded = _TAHUN.sub(" ", lipat(text)).strip()
        words = folded.split()
        for length in range(len(words), 0, -1):
            name = self._nama.get(" ".join(words[:length]))
            if name is not None:
                return name
        return None

    def mencakup(self, atas: str, bawah: str) -> bool:
        """Tell whether a source covers another: itself, what it is made of, or its more exact name.

        A cell that names only DAK Non Fisik covers rows that say DAK: they mean the same fund.
        """
        return atas == bawah or bawah in self._semua(atas) or self._jenis_sama(atas, bawah)

    def _jenis_sama(self, atas: str, bawah: str) -> bool:
        return bawah == "DAK" and atas in self._semua("DAK")

    def _semua(self, name: str) -> set[str]:
        found: set[str] = set()
        waiting = list(self._anak.get(name, ()))
        while waiting:
            one = waiting.pop()
            if one not in found:
                found.add(one)
                waiting += self._anak.get(one, ())
        return found


#: What the head of a source's amounts may say beside its name: "Dana DAK (Rp)".
_HIASAN = re.compile(r"\b(?:rp|rupiah|pagu|anggaran|dana|sumber|nilai)\b")
_LAIN = frozenset(("lain", "lainnya"))
LAINNYA = "Lainnya"


def nama_di_kepala(text: str, sumber: SumberDana) -> str | None:
    """Return the source that a column head names and nothing else ("Lainnya" for all others)."""
    folded = lipat(text)
    known = sumber.kenali(folded)
    if known is not None:
        return known
    words = _HIASAN.sub(" ", folded).split()
    if not words:
        return None
    return LAINNYA if _LAIN.issuperset(words) else sumber.kenali(" ".join(words))


def sumber_dana(tambahan: Mapping[str, tuple[str, ...]]) -> SumberDana:
    """Return the fund sources with the user's additions, made once for the same additions."""
    return _sumber_dana(tuple(sorted(tambahan.items())))


@lru_cache(maxsize=8)
def _sumber_dana(tambahan: tuple[tuple[str, tuple[str, ...]], ...]) -> SumberDana:
    return SumberDana(dict(tambahan))
