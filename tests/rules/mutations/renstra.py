"""RST009, RST010 and RST012: the tables of the Renstra, and the evaluation of the year (E.81)."""

from __future__ import annotations

from decimal import Decimal

from layouts import Place, Row
from rules.document import Tertulis, angka, tertulis_renstra

from .jml import salah_ketik
from .rst import kali
from .tools import BERKODE, T33, Kerusakan, rusak

T23, T24, T27, E81 = "T-C.23", "T-C.24", "T-C.27", "E.81"
TATA = ("asli", "titik-4", "ulang", "bergeser")
LIMA = tuple(range(1, 6))


def asal(layout: str) -> Tertulis:
    """Return the Renstra's document in a layout."""
    return tertulis_renstra(layout)


@rusak("RST009", TATA, varian=(112, 124, 150, 85, 60), asal=asal)
def pagu_renja(k: Kerusakan, percent: int) -> Place:
    """The Renja's amount is off the Renstra's of that year."""
    key = k.draw_one(("pagu", "pagu_maju"))
    row = k.draw_one(k.find_with_pagu(T33, key))
    k.tulis(T33, row, key, k.pagu(T33, row, key) * percent // 100)
    k.jumlah_patah(T33, row, key)
    return k.sekarang(T33, row, key)


def _di_renstra(k: Kerusakan, row: Row) -> Row:
    return k.asal.find_row(T27, str(row.values["kode"]))


@rusak("RST009", TATA, asal=asal)
def pagu_renstra(k: Kerusakan) -> Place:
    """The Renstra's amount is another: its own sums break too."""
    row = k.draw_one(k.find_with_pagu(T33, "pagu", "sub_kegiatan"))
    other = _di_renstra(k, row)
    k.tulis(T27, other, "pagu_3", k.pagu(T27, other, "pagu_3") // 2)
    k.patah("RST010", T27, other, "pagu_akhir")
    for above in k.leluhur(T27, other)[:1]:
        k.patah("JML001", T27, above, "pagu_3")
    return k.sekarang(T33, row, "pagu")


@rusak("RST010", TATA, varian=("lebih", "kurang", "nol hilang", "tertukar"), asal=asal)
def pagu_akhir(k: Kerusakan, how: str) -> Place:
    row = k.draw_one(k.find_with_pagu(T27, "pagu_akhir", *BERKODE, "total"))
    k.tulis(T27, row, "pagu_akhir", salah_ketik(k, k.pagu(T27, row, "pagu_akhir"), how))
    _jumlah(k, row, "pagu_akhir")
    return k.sekarang(T27, row, "pagu_akhir")


def _jumlah(k: Kerusakan, row: Row, key: str) -> None:
    """State the sums of T-C.27 that a changed amount breaks."""
    rules = {"kegiatan": "JML001", "program": "JML002", "total": "JML004"}
    for one in (row, *k.leluhur(T27, row)[:1]):
        if one.kind in rules:
            k.patah(rules[one.kind], T27, one, key)


@rusak("RST010", TATA, varian=LIMA, asal=asal)
def pagu_setahun(k: Kerusakan, year: int) -> Place:
    key = f"pagu_{year}"
    row = k.draw_one(k.find_with_pagu(T27, key))
    k.tulis(T27, row, key, salah_ketik(k, k.pagu(T27, row, key), "lebih"))
    _jumlah(k, row, key)
    if year in (3, 4):  # the years of the Renja: a warning, or over 25 % an error
        plan = k.asal.find_row(T33, str(row.values["kode"]))
        k.patah("RST009", T33, plan, "pagu" if year == 3 else "pagu_maju")
    return k.sekarang(T27, row, "pagu_akhir")


@rusak("RST010", TATA, varian=("0.5", "7"), asal=asal)
def target_akhir(k: Kerusakan, factor: str) -> Place:
    """The final target is neither that of the last year nor the sum."""
    row = k.draw_one(r for r in k.find_rows(T27) if angka(r.values["target_akhir"]))
    return k.tulis(T27, row, "target_akhir", kali(row.values["target_akhir"], Decimal(factor)))


@rusak("RST012", TATA, varian=LIMA, asal=asal)
def rasio_tc23(k: Kerusakan, year: int) -> Place:
    row = k.draw_one(k.find_rows(T23))
    key = f"rasio_{year}"
    return k.tulis(T23, row, key, kali(row.values[key], Decimal(k.draw_one(("0.5", "2", "1.1")))))


@rusak("RST012", TATA, varian=("anggaran", "realisasi", "rasio"), asal=asal)
def rasio_tc24(k: Kerusakan, which: str) -> Place:
    row = k.draw_one(k.find_rows(T24))
    year = k.draw_one(LIMA)
    key = f"{which}_{year}"
    if which == "rasio":
        k.tulis(T24, row, key, "50%")
    else:
        k.tulis(T24, row, key, k.pagu(T24, row, key) // 10)
    return k.sekarang(T24, row, f"rasio_{year}")


TURUNAN = (
    *(("realisasi", "2"), ("tingkat_realisasi", "0.5")),
    *(("realisasi_berjalan", "3"), ("tingkat_capaian", "2")),
)
IKUT = {
    "realisasi": ("tingkat_realisasi", "realisasi_berjalan"),
    "realisasi_berjalan": ("tingkat_capaian",),
}


@rusak("RST012", TATA, varian=TURUNAN, asal=asal)
def kinerja_e81(k: Kerusakan, which: tuple[str, str]) -> Place:
    """A worked-out column of the performance does not follow from those before it."""
    key, factor = which
    row = k.draw_one(k.find_rows(E81))
    for one in IKUT.get(key, ()):
        k.patah("RST012", E81, row, one)
    return k.tulis(E81, row, key, kali(row.values[key], Decimal(factor)))


UANG = ("uang", "tingkat_uang", "uang_berjalan", "tingkat_uang_akhir")
IKUT_UANG = {"uang": ("tingkat_uang", "uang_berjalan"), "uang_berjalan": ("tingkat_uang_akhir",)}


@rusak("RST012", TATA, varian=UANG, asal=asal)
def anggaran_e81(k: Kerusakan, key: str) -> Place:
    row = k.draw_one(k.find_rows(E81))
    for one in IKUT_UANG.get(key, ()):
        k.patah("RST012", E81, row, one)
    if key.startswith("tingkat"):
        return k.tulis(E81, row, key, kali(row.values[key], Decimal(2)))
    return k.tulis(E81, row, key, k.pagu(E81, row, key) + k.bilangan(10**6, 10**7))


@rusak("RST012", TATA, varian=(1, 2, 3), asal=asal)
def triwulan_e81(k: Kerusakan, quarter: int) -> Place:
    """A quarter's money is another: the year's sum does not hold."""
    row = k.draw_one(k.find_rows(E81))
    key = f"uang_{quarter}"
    k.tulis(E81, row, key, k.pagu(E81, row, key) * 2)
    return k.sekarang(E81, row, "uang")
