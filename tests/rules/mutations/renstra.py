"""RST009, RST010 and RST012: the tables of the Renstra, and the evaluation of the year (E.81)."""

from __future__ import annotations

from decimal import Decimal

from layouts import Place, Row
from rules.document import WrittenDocument, open_renstra, read_number

from .jml import mistype_amount
from .rst import multiply
from .tools import KODE_KINDS, T33, Corruption, corrupt

T23, T24, T27, E81 = "T-C.23", "T-C.24", "T-C.27", "E.81"
LAYOUT_NAMES = ("asli", "titik-4", "ulang", "bergeser")
FIVE_YEARS = tuple(range(1, 6))


def load_origin(layout: str) -> WrittenDocument:
    """Return the Renstra's document in a layout."""
    return open_renstra(layout)


@corrupt("RST009", LAYOUT_NAMES, variants=(112, 124, 150, 85, 60), origin=load_origin)
def change_renja_pagu(k: Corruption, percent: int) -> Place:
    """The Renja's amount is off the Renstra's of that year."""
    key = k.draw_one(("pagu", "pagu_maju"))
    row = k.draw_one(k.find_with_pagu(T33, key))
    k.write(T33, row, key, k.read_pagu(T33, row, key) * percent // 100)
    k.expect_broken_sums(T33, row, key)
    return k.find_now(T33, row, key)


def _find_in_renstra(k: Corruption, row: Row) -> Row:
    return k.origin.find_row(T27, str(row.values["kode"]))


@corrupt("RST009", LAYOUT_NAMES, origin=load_origin)
def change_renstra_pagu(k: Corruption) -> Place:
    """The Renstra's amount is another: its own sums break too."""
    row = k.draw_one(k.find_with_pagu(T33, "pagu", "sub_kegiatan"))
    other = _find_in_renstra(k, row)
    k.write(T27, other, "pagu_3", k.read_pagu(T27, other, "pagu_3") // 2)
    k.expect_error("RST010", T27, other, "pagu_akhir")
    for above in k.list_ancestors(T27, other)[:1]:
        k.expect_error("JML001", T27, above, "pagu_3")
    return k.find_now(T33, row, "pagu")


@corrupt(
    "RST010",
    LAYOUT_NAMES,
    variants=("lebih", "kurang", "nol hilang", "tertukar"),
    origin=load_origin,
)
def change_final_pagu(k: Corruption, how: str) -> Place:
    row = k.draw_one(k.find_with_pagu(T27, "pagu_akhir", *KODE_KINDS, "total"))
    k.write(T27, row, "pagu_akhir", mistype_amount(k, k.read_pagu(T27, row, "pagu_akhir"), how))
    _expect_broken_sums(k, row, "pagu_akhir")
    return k.find_now(T27, row, "pagu_akhir")


def _expect_broken_sums(k: Corruption, row: Row, key: str) -> None:
    """State the sums of T-C.27 that a changed amount breaks."""
    rules = {"kegiatan": "JML001", "program": "JML002", "total": "JML004"}
    for one in (row, *k.list_ancestors(T27, row)[:1]):
        if one.kind in rules:
            k.expect_error(rules[one.kind], T27, one, key)


@corrupt("RST010", LAYOUT_NAMES, variants=FIVE_YEARS, origin=load_origin)
def change_year_pagu(k: Corruption, year: int) -> Place:
    key = f"pagu_{year}"
    row = k.draw_one(k.find_with_pagu(T27, key))
    k.write(T27, row, key, mistype_amount(k, k.read_pagu(T27, row, key), "lebih"))
    _expect_broken_sums(k, row, key)
    if year in (3, 4):  # the years of the Renja: a warning, or over 25 % an error
        plan = k.origin.find_row(T33, str(row.values["kode"]))
        k.expect_error("RST009", T33, plan, "pagu" if year == 3 else "pagu_maju")
    return k.find_now(T27, row, "pagu_akhir")


@corrupt("RST010", LAYOUT_NAMES, variants=("0.5", "7"), origin=load_origin)
def change_final_target(k: Corruption, factor: str) -> Place:
    """The final target is neither that of the last year nor the sum."""
    row = k.draw_one(r for r in k.find_rows(T27) if read_number(r.values["target_akhir"]))
    return k.write(T27, row, "target_akhir", multiply(row.values["target_akhir"], Decimal(factor)))


@corrupt("RST012", LAYOUT_NAMES, variants=FIVE_YEARS, origin=load_origin)
def change_tc23_ratio(k: Corruption, year: int) -> Place:
    row = k.draw_one(k.find_rows(T23))
    key = f"rasio_{year}"
    return k.write(
        T23, row, key, multiply(row.values[key], Decimal(k.draw_one(("0.5", "2", "1.1"))))
    )


@corrupt("RST012", LAYOUT_NAMES, variants=("anggaran", "realisasi", "rasio"), origin=load_origin)
def change_tc24_ratio(k: Corruption, which: str) -> Place:
    row = k.draw_one(k.find_rows(T24))
    year = k.draw_one(FIVE_YEARS)
    key = f"{which}_{year}"
    if which == "rasio":
        k.write(T24, row, key, "50%")
    else:
        k.write(T24, row, key, k.read_pagu(T24, row, key) // 10)
    return k.find_now(T24, row, f"rasio_{year}")


DERIVED_KEYS = (
    *(("realisasi", "2"), ("tingkat_realisasi", "0.5")),
    *(("realisasi_berjalan", "3"), ("tingkat_capaian", "2")),
)
FOLLOWING_KEYS = {
    "realisasi": ("tingkat_realisasi", "realisasi_berjalan"),
    "realisasi_berjalan": ("tingkat_capaian",),
}


@corrupt("RST012", LAYOUT_NAMES, variants=DERIVED_KEYS, origin=load_origin)
def change_e81_performance(k: Corruption, which: tuple[str, str]) -> Place:
    """A worked-out column of the performance does not follow from those before it."""
    key, factor = which
    row = k.draw_one(k.find_rows(E81))
    for one in FOLLOWING_KEYS.get(key, ()):
        k.expect_error("RST012", E81, row, one)
    return k.write(E81, row, key, multiply(row.values[key], Decimal(factor)))


MONEY_KEYS = ("uang", "tingkat_uang", "uang_berjalan", "tingkat_uang_akhir")
FOLLOWING_MONEY_KEYS = {
    "uang": ("tingkat_uang", "uang_berjalan"),
    "uang_berjalan": ("tingkat_uang_akhir",),
}


@corrupt("RST012", LAYOUT_NAMES, variants=MONEY_KEYS, origin=load_origin)
def change_e81_budget(k: Corruption, key: str) -> Place:
    row = k.draw_one(k.find_rows(E81))
    for one in FOLLOWING_MONEY_KEYS.get(key, ()):
        k.expect_error("RST012", E81, row, one)
    if key.startswith("tingkat"):
        return k.write(E81, row, key, multiply(row.values[key], Decimal(2)))
    return k.write(E81, row, key, k.read_pagu(E81, row, key) + k.draw_number(10**6, 10**7))


@corrupt("RST012", LAYOUT_NAMES, variants=(1, 2, 3), origin=load_origin)
def change_e81_quarter(k: Corruption, quarter: int) -> Place:
    """A quarter's money is another: the year's sum does not hold."""
    row = k.draw_one(k.find_rows(E81))
    key = f"uang_{quarter}"
    k.write(E81, row, key, k.read_pagu(E81, row, key) * 2)
    return k.find_now(E81, row, "uang")
