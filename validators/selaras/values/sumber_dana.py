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

from selaras.values.fold import lipat

#: Source to the sources that it is made of.
POHON: Mapping[str, tuple[str, ...]] = {
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
LEPAS = (
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
_KELOMPOK = re.compile(r"(?:\d+ )*(?:dana (?:umum|khusus) )?(?:dana transfer (?:umum|khusus) )?")

_PISAH = re.compile(r"\s*(?:[,;+&\n]|\bserta\b)\s*", re.IGNORECASE)
#: They part sources, and also stand within the long names of SIPD's list.
_PISAH_RAGU = re.compile(r"\s*(?:/|\bdan\b)\s*", re.IGNORECASE)
#: Names of SIPD's list lead down to the fund ("DAK Non Fisik-Dana BOK-BOK Kabupaten/Kota") or say
#: what it is for ("DAU yang Ditentukan Penggunaannya Bidang Kesehatan").
_PANJANG = re.compile(r"\S-\S|[a-z] - [A-Z]|\bbidang\b|\byang\b", re.IGNORECASE)
#: No source, but a word for either kind of region.
_KAB_KOTA = re.compile(r"\b(kab(?:upaten)?)\.?\s*/\s*(kota)\b", re.IGNORECASE)
_TAHUN = re.compile(r"\b(?:ta|tahun|thn)?\s*20\d\d\b")


class SumberDana:
    """The known fund sources with what the user has added."""

    def __init__(self, tambahan: Mapping[str, tuple[str, ...]]) -> None:
        self._anak: dict[str, tuple[str, ...]] = dict(POHON)
        self._dibaca: dict[str, list[tuple[str, str | None]]] = {}
        for parent, children in tambahan.items():
            self._anak[parent] = (*self._anak.get(parent, ()), *children)
        names = {*LEPAS, *self._anak, *(c for below in self._anak.values() for c in below)}
        self._names = {lipat(name): name for name in names} | dict(SEBUTAN)

    def read(self, text: str) -> list[tuple[str, str | None]]:
        """Return the sources that a cell names: as written, and by their known name if any."""
        known = self._dibaca.get(text)
        if known is None:
            parts = [part.strip(" .-()") for part in self._pisahkan(text)]
            known = [(part, self.kenali(part)) for part in parts if lipat(part)]
            self._dibaca[text] = known
        return known

    def _pisahkan(self, text: str) -> Iterator[str]:
        """Yield the sources of a cell as they are written, signs around them included."""
        for piece in _PISAH.split(text):
            whole = _KAB_KOTA.sub(r"\1 \2", piece)
            if not _PISAH_RAGU.search(whole):
                yield piece
                continue
            if not _PANJANG.search(whole):
                yield from _PISAH_RAGU.split(whole)
                continue
            # Within a long name only a known source begins another one.
            start = 0
            for sign in _PISAH_RAGU.finditer(whole):
                if self.kenali(whole[sign.end() :]) is not None:
                    yield whole[start : sign.start()]
                    start = sign.end()
            yield whole[start:]

    def kenali(self, text: str) -> str | None:
        """Return the known name of a source; a longer one that begins so is of that source.

        "DAK Non Fisik PK2UKM" is DAK Non Fisik. Of a name that leads down to the fund the lowest
        known one counts ("Dana Transfer Umum-Dana Alokasi Umum"). None for one that is not known.
        """
        folded = _TAHUN.sub(" ", lipat(text)).strip()
        group = _KELOMPOK.match(folded)
        for words in (folded[group.end() :].split() if group else [], folded.split()):
            for length in range(len(words), 0, -1):
                name = self._names.get(" ".join(words[:length]))
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
