"""Fund sources: how people write them, and which covers which.

What a row names must cover what stands below it. APBD covers the general funds that a region may
spend freely; grants with a purpose of their own (DAK, DID/insentif fiskal, bantuan keuangan) have
to be named. About sources that are not known nothing is claimed.
Source: UU 1/2022 on financial relations; Permendagri 77/2020.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from selaras.values.fold import fold

#: Source to the sources that it is made of.
SOURCE_TREE: Mapping[str, tuple[str, ...]] = {
    "APBD": ("PAD", "DAU", "DBH", "NEM", "SiLPA", "Bagi Hasil Provinsi", "Lain-lain Pendapatan"),
    "APBN": ("Dekonsentrasi", "Tugas Pembantuan"),
    "DAK": ("DAK Fisik", "DAK Non Fisik"),
    "PAD": ("Pajak Daerah", "Retribusi Daerah", "Lain-lain PAD"),
    "DAU": ("DAU Earmark",),
    "Dana Transfer Umum": ("DAU", "DBH"),
    "Dana Transfer Khusus": ("DAK",),
    "DBH": ("DBH CHT", "DBH Sawit", "DBH SDA", "DBH Pajak"),
}
#: Other spellings, folded.
SOURCE_SPELLINGS: Mapping[str, str] = {
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
    "non fisik": "DAK Non Fisik",
    "nonfisik": "DAK Non Fisik",
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
    "pendapatan dari blud": "BLUD",
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
    # As SIPD's list of funds has them.
    "pendapatan pajak daerah": "Pajak Daerah",
    "pendapatan denda pajak daerah": "Lain-lain PAD",
    "pendapatan denda retribusi daerah": "Lain-lain PAD",
    "pendapatan retribusi daerah": "Retribusi Daerah",
    "lain lain pad yang sah": "Lain-lain PAD",
    "lain lain pendapatan asli daerah yang sah": "Lain-lain PAD",
    "hasil pengelolaan kekayaan daerah yang dipisahkan": "PAD",
    "lain lain pendapatan daerah yang sah": "Lain-lain Pendapatan",
    "pendapatan bagi hasil": "Bagi Hasil Provinsi",
    "bagi hasil provinsi": "Bagi Hasil Provinsi",
    "dau tambahan": "DAU Earmark",
    "dana alokasi umum yang ditentukan penggunaannya": "DAU Earmark",
    "dana alokasi umum dau yang ditentukan penggunaannya": "DAU Earmark",
    "dau yang tidak ditentukan penggunaannya": "DAU",
    "dana bagi hasil dbh cukai hasil tembakau": "DBH CHT",
    "dana bagi hasil cukai hasil tembakau": "DBH CHT",
    "dana bagi hasil dbh sumber daya alam": "DBH SDA",
    "dana bagi hasil sumber daya alam": "DBH SDA",
    "dbh sumber daya alam": "DBH SDA",
    "dana bagi hasil dbh sawit": "DBH Sawit",
    "dana alokasi khusus dak fisik": "DAK Fisik",
    "dana alokasi khusus dak non fisik": "DAK Non Fisik",
    "dana alokasi khusus dak nonfisik": "DAK Non Fisik",
    "dana alokasi khusus nonfisik": "DAK Non Fisik",
    "dana bok": "DAK Non Fisik",
    "bok": "DAK Non Fisik",
    "dana bos": "DAK Non Fisik",
    "dana bosp": "DAK Non Fisik",
    "sisa lebih perhitungan anggaran": "SiLPA",
    "pendapatan hibah": "Hibah",
    "dana hibah": "Hibah",
    "bantuan keuangan umum": "Bantuan Keuangan",
    "penerimaan pinjaman daerah": "Pinjaman",
    "dana keistimewaan": "Dana Keistimewaan",
    "pencairan dana cadangan": "Dana Cadangan",
    "dana cadangan": "Dana Cadangan",
    "dana darurat": "Dana Darurat",
    "dana kapitasi jkn": "Dana Kapitasi",
    "dana kapitasi jaminan kesehatan nasional": "Dana Kapitasi",
    "kapitasi jkn": "Dana Kapitasi",
    "dana non kapitasi": "Dana Kapitasi",
}
SEPARATE_SOURCES = (
    "DID",
    "BLUD",
    "Bantuan Keuangan",
    "Otsus",
    "Dana Desa",
    "Pinjaman",
    "Hibah",
    "CSR",
    "Dana Keistimewaan",
    "Dana Cadangan",
    "Dana Darurat",
    "Dana Kapitasi",
)
#: What SIPD writes before the fund itself: "[DANA UMUM] - ", "DANA TRANSFER UMUM-", "1.2.1 ".
_GROUP_PREFIX = re.compile(
    r"(?:\d+ )*(?:dana (?:umum|khusus) )?(?:dana transfer (?:umum|khusus) )?"
)

_SEPARATOR = re.compile(r"\s*(?:[,;+&\n]|\bserta\b)\s*", re.IGNORECASE)
#: They part sources, and also stand within the long names of SIPD's list.
_DOUBTFUL_SEPARATOR = re.compile(r"\s*(?:/|\bdan\b)\s*", re.IGNORECASE)
#: Names of SIPD's list lead down to the fund ("DAK Non Fisik-Dana BOK-BOK Kabupaten/Kota") or say
#: what it is for ("DAU yang Ditentukan Penggunaannya Bidang Kesehatan").
_LONG_NAME = re.compile(r"\S-\S|[a-z] - [A-Z]|\bbidang\b|\byang\b", re.IGNORECASE)
#: No source, but a word for either kind of region.
_REGION_KINDS = re.compile(r"\b(kab(?:upaten)?)\.?\s*/\s*(kota)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:ta|tahun|thn)?\s*20\d\d\b")


class SumberDana:
    """The known fund sources with what the user has added."""

    def __init__(self, additions: Mapping[str, tuple[str, ...]]) -> None:
        self._children: dict[str, tuple[str, ...]] = dict(SOURCE_TREE)
        self._readings: dict[str, list[tuple[str, str | None]]] = {}
        for parent, children in additions.items():
            self._children[parent] = (*self._children.get(parent, ()), *children)
        names = {
            *SEPARATE_SOURCES,
            *self._children,
            *(c for below in self._children.values() for c in below),
        }
        self._names = {fold(name): name for name in names} | dict(SOURCE_SPELLINGS)

    def read(self, text: str) -> list[tuple[str, str | None]]:
        """Return the sources that a cell names: as written, and by their known name if any."""
        known = self._readings.get(text)
        if known is None:
            parts = [part.strip(" .-()") for part in self._separate(text)]
            known = [(part, self.recognise(part)) for part in parts if fold(part)]
            self._readings[text] = known
        return known

    def _separate(self, text: str) -> Iterator[str]:
        """Yield the sources of a cell as they are written, signs around them included."""
        for piece in _SEPARATOR.split(text):
            whole = _REGION_KINDS.sub(r"\1 \2", piece)
            if not _DOUBTFUL_SEPARATOR.search(whole):
                yield piece
                continue
            if not _LONG_NAME.search(whole):
                yield from _DOUBTFUL_SEPARATOR.split(whole)
                continue
            # Within a long name only a known source begins another one.
            start = 0
            for sign in _DOUBTFUL_SEPARATOR.finditer(whole):
                if self.recognise(whole[sign.end() :]) is not None:
                    yield whole[start : sign.start()]
                    start = sign.end()
            yield whole[start:]

    def recognise(self, text: str) -> str | None:
        """Return the known name of a source; a longer one that begins so is of that source.

        "DAK Non Fisik PK2UKM" is DAK Non Fisik. Of a name that leads down to the fund the lowest
        known one counts ("Dana Transfer Umum-Dana Alokasi Umum"). None for one that is not known.
        """
        folded = _YEAR.sub(" ", fold(text)).strip()
        group = _GROUP_PREFIX.match(folded)
        for words in (folded[group.end() :].split() if group else [], folded.split()):
            for length in range(len(words), 0, -1):
                name = self._names.get(" ".join(words[:length]))
                if name is not None:
                    return name
        return None

    def is_covering(self, upper: str, lower: str) -> bool:
        """Tell whether a source covers another: itself, what it is made of, or its more exact name.

        A cell that names only DAK Non Fisik covers rows that say DAK: they mean the same fund.
        """
        return upper == lower or lower in self._find_all(upper) or self._is_same_fund(upper, lower)

    def _is_same_fund(self, upper: str, lower: str) -> bool:
        return lower == "DAK" and upper in self._find_all("DAK")

    def _find_all(self, name: str) -> set[str]:
        found: set[str] = set()
        waiting = list(self._children.get(name, ()))
        while waiting:
            one = waiting.pop()
            if one not in found:
                found.add(one)
                waiting += self._children.get(one, ())
        return found


#: What the head of a source's amounts may say beside its name: "Dana DAK (Rp)".
_DECORATION = re.compile(r"\b(?:rp|rupiah|pagu|anggaran|dana|sumber|nilai)\b")
_OTHER_WORDS = frozenset(("lain", "lainnya"))
OTHER_SOURCES = "Lainnya"


def read_head_source(text: str, sumber: SumberDana) -> str | None:
    """Return the source that a column head names and nothing else ("Lainnya" for all others)."""
    folded = fold(text)
    known = sumber.recognise(folded)
    if known is not None:
        return known
    words = _DECORATION.sub(" ", folded).split()
    if not words:
        return None
    return OTHER_SOURCES if _OTHER_WORDS.issuperset(words) else sumber.recognise(" ".join(words))


def sumber_dana(additions: Mapping[str, tuple[str, ...]]) -> SumberDana:
    """Return the fund sources with the user's additions, made once for the same additions."""
    return _sumber_dana(tuple(sorted(additions.items())))


@lru_cache(maxsize=8)
def _sumber_dana(additions: tuple[tuple[str, tuple[str, ...]], ...]) -> SumberDana:
    return SumberDana(dict(additions))
