"""TBL and NAR: the Renja's own tables against each other, and the words beside them."""

from __future__ import annotations

import re
from decimal import Decimal

from layouts import Place, Row
from rules.document import angka, kode
from selaras.values.rupiah import tulis_rupiah

from .jml import salah_ketik
from .rst import kali
from .tools import BERKODE, BERTABEL_41, T22, T29, T33, T41, Kerusakan, rusak

TATA = (*BERTABEL_41, "bergeser")


def pasangan(k: Kerusakan, *kinds: str) -> tuple[Row, Row]:
    """Draw a code, as its row in T-C.33 and in Tabel 4.1."""
    row = k.draw_one(k.find_rows(T33, *(kinds or BERKODE)))
    other = k.di_tempat_lain(T33, row)
    assert other is not None
    return row, other[1]


@rusak("TBL001", TATA, varian=("lebih", "kurang", "nol hilang", "tertukar"))
def pagu_di_tabel_41(k: Kerusakan, how: str) -> Place:
    _, row = pasangan(k)
    wrong = salah_ketik(k, k.pagu(T41, row, "pagu"), how)
    k.jumlah_patah(T41, row, "pagu")
    return k.tulis(T41, row, "pagu", wrong)


@rusak("TBL001", TATA, varian=("lebih", "kurang"))
def pagu_di_tc33(k: Kerusakan, how: str) -> Place:
    first, second = pasangan(k)
    k.tulis(T33, first, "pagu", salah_ketik(k, k.pagu(T33, first, "pagu"), how))
    k.jumlah_patah(T33, first, "pagu")
    return k.sekarang(T41, second, "pagu")


NAMA = ("{} Tambahan", "{} Lanjutan", "Dukungan {}", "{}an")


@rusak("TBL002", TATA, varian=NAMA)
def nama_beda(k: Kerusakan, form: str) -> Place:
    _, row = pasangan(k)
    return k.tulis(T41, row, "nama", form.format(row.values["nama"]))


@rusak("TBL002", TATA)
def nama_beda_di_tc33(k: Kerusakan) -> Place:
    first, second = pasangan(k, "kegiatan", "sub_kegiatan")
    words = str(first.values["nama"]).split()
    k.tulis(T33, first, "nama", " ".join(words[:-1]) + " Daerah Lain")
    return k.sekarang(T41, second, "nama")


@rusak("TBL003", TATA, varian=("777 ekor", "1 kandang", "5,55%"))
def target_beda(k: Kerusakan, text: str) -> Place:
    first, second = pasangan(k)
    k.draw_one([True] if first.values["target"] else [])
    return k.tulis(T41, second, "target", text)


@rusak("TBL003", TATA, varian=("lain", "ejaan"))
def indikator_beda(k: Kerusakan, how: str) -> Place:
    _, second = pasangan(k)
    text = str(second.values["indikator"])
    wrong = "Luas sawah yang ditanami padi" if how == "lain" else text.replace("yang", "nyang", 1)
    k.draw_one([True] if wrong != text else [])
    return k.tulis(T41, second, "indikator", wrong)


@rusak("TBL004", TATA, varian=BERKODE)
def tak_ada_di_tabel_41(k: Kerusakan, kind: str) -> Place:
    """Tabel 4.1 lacks a row and all below it: told once, at T-C.33's topmost."""
    first, second = pasangan(k, kind)
    k.hapus_seluruhnya(T41, second)
    k.leluhur_patah(T41, second)
    return k.sekarang(T33, first, "kode")


@rusak("TBL004", TATA, varian=("kegiatan", "sub_kegiatan"))
def tak_ada_di_tc33(k: Kerusakan, kind: str) -> Place:
    first, second = pasangan(k, kind)
    k.hapus_seluruhnya(T33, first)
    k.leluhur_patah(T33, first)
    return k.sekarang(T41, second, "kode")


@rusak("TBL004", TATA)
def kode_beda(k: Kerusakan) -> Place:
    _, second = pasangan(k, "sub_kegiatan")
    code = list(kode(second))
    code[5] = 77
    place = k.tulis_kode(T41, second, code)
    k.kode_hilang(T41, second)
    return place


def setahun_lalu(k: Kerusakan) -> list[tuple[Row, Row]]:
    """Return rows of Tabel 2.2 and T-C.29 of the same name with one equal target of that year."""
    found = []
    for row in k.find_rows(T22, "program", "sub_kegiatan"):
        same = [r for r in k.find_rows(T29, row.kind) if _nama(r) == _nama(row)]
        if len(same) != 1:
            continue
        rows = k.find_rows(T29)
        below = [same[0]]
        while rows[below[-1].index + 1 :] and rows[below[-1].index + 1].kind == "indikator":
            below.append(rows[below[-1].index + 1])
        targets = [r for r in below if angka(r.values["target_berjalan"])]
        own = angka(row.values["target"])
        if len(targets) == 1 and own == angka(targets[0].values["target_berjalan"]):
            found.append((row, targets[0]))
    return found


def _nama(row: Row) -> str:
    return re.sub(r"\W|dan", "", str(row.values["nama"]).casefold())


@rusak("TBL005", TATA, varian=("2", "3", "0.5", "10"))
def target_tahun_lalu(k: Kerusakan, factor: str) -> Place:
    row, _ = k.draw_one(setahun_lalu(k))
    return k.tulis(T22, row, "target", kali(row.values["target"], Decimal(factor)))


@rusak("TBL005", TATA)
def target_tahun_lalu_di_tc29(k: Kerusakan) -> Place:
    row, other = k.draw_one(setahun_lalu(k))
    wrong = kali(other.values["target_berjalan"], Decimal(2))
    k.tulis(T29, other, "target_berjalan", wrong)
    return k.sekarang(T22, row, "target")


BERNARASI = (("Tabel 2.1", 0), ("Tabel 2.1", 1), (T22, 0), (T41, 0))
TATA_NARASI = ("asli", "titik-4", "nama-lain", "tumpuk", "bergeser")


def narasi(k: Kerusakan, which: tuple[str, int]) -> Place:
    return k.asal.placement.paragraphs[which[0]][which[1]]


@rusak("NAR001", TATA_NARASI, varian=BERNARASI)
def angka_narasi(k: Kerusakan, which: tuple[str, int]) -> Place:
    """The figure beside the words is another."""
    place = narasi(k, which)
    text = str(k.salinan.read_value(place))
    found = re.search(r"\d{1,3}(?:\.\d{3}){3}", text)
    assert found
    wrong = int(found[0].replace(".", "")) + k.bilangan(1, 999) * 1000
    k.salinan.tulis(place, text.replace(found[0], tulis_rupiah(wrong)))
    return place


KATA = (("enam milyar", "lima milyar"), ("delapan milyar", "sembilan milyar"))


@rusak("NAR001", TATA_NARASI, varian=KATA)
def kata_narasi(k: Kerusakan, words: tuple[str, str]) -> Place:
    """A word of the amount is another."""
    place = narasi(k, k.draw_one(BERNARASI))
    figure, bracket, spoken = str(k.salinan.read_value(place)).partition("(")
    before, after = words
    k.draw_one([True] if before in spoken.casefold() else [])
    k.salinan.tulis(place, figure + bracket + re.sub(before, after, spoken, count=1, flags=re.I))
    return place


@rusak("NAR002", TATA_NARASI, varian=BERNARASI)
def narasi_dan_tabel(k: Kerusakan, which: tuple[str, int]) -> Place:
    """Figure and words are gone, and the amount is not the table's any more."""
    place = narasi(k, which)
    text = str(k.salinan.read_value(place))
    found = re.search(r"\d{1,3}(?:\.\d{3}){3}", text)
    assert found
    wrong = int(found[0].replace(".", "")) + k.bilangan(1, 9999)
    text = re.sub(r"\s*\([^)]*rupiah\)", "", text.replace(found[0], tulis_rupiah(wrong)))
    k.salinan.tulis(place, text)
    return place


@rusak("NAR002", TATA_NARASI, varian=("Tabel 2.2", "Tabel 4.1"))
def total_tabel(k: Kerusakan, table: str) -> Place:
    """The total of the table is another than the text above it says."""
    row = k.find_rows(table)[-1]
    key = "apbd" if table == T22 else "pagu"
    k.tulis(table, row, key, k.pagu(table, row, key) + k.bilangan(1, 10**6))
    k.patah("JML004", table, row, key)
    return narasi(k, (table, 0))
