"""ANG: text for numbers, error values, sums that add up something else, typed numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from layouts import Place, Row

from .tools import BERKODE, T29, T30, T31, T33, T41, Kerusakan, rusak

BERUMUS = ("rumus", "rumus-titik-4", "rumus-tumpuk")
TABEL_JUMLAH = (T33, T41, "Tabel 2.1", "Tabel 2.2")
TEKS = ("titik", "rupiah", "rupiah bertitik", "sen nol", "petik", "koma")


@rusak("ANG001", varian=TEKS)
def teks(k: Kerusakan, how: str) -> Place:
    table = k.draw_table()
    key = k.draw_money_column(table)
    row = k.draw_one(k.find_with_pagu(table, key, *BERKODE, "total"))
    commas = f"{k.pagu(table, row, key):,}"
    dots = commas.replace(",", ".")
    forms = (dots, f"Rp {dots},-", f"Rp. {dots}", f"{dots},00", f"'{dots}", commas)
    return k.tulis(table, row, key, forms[TEKS.index(how)])


GALAT = ("#REF!", "#DIV/0!", "#NAME?", "#N/A", "#VALUE!")


@rusak("ANG002", varian=GALAT)
def nilai_galat(k: Kerusakan, error: str) -> Place:
    table = k.draw_table()
    key = k.draw_one(("target", k.draw_money_column(table)))
    row = k.draw_one(r for r in k.find_rows(table, *BERKODE) if r.values.get(key))
    k.salinan.show_error(k.find_place(table, row, key), error)
    return k.sekarang(table, row, key)


@rusak("ANG002", varian=("capaian", "proyeksi", "kebutuhan"))
def nilai_galat_di_tabel_lain(k: Kerusakan, where: str) -> Place:
    table, key = {
        "capaian": (T29, "tingkat_capaian"),
        "proyeksi": (T30, "proyeksi_2"),
        "kebutuhan": (T31, "kebutuhan_dana"),
    }[where]
    row = k.draw_one(r for r in k.find_rows(table) if r.values.get(key) not in (None, "-"))
    k.salinan.show_error(k.find_place(table, row, key), "#DIV/0!")
    return k.sekarang(table, row, key)


@rusak("ANG002")
def galat_yang_ditutupi(k: Kerusakan) -> Place:
    """The formula has lost its cell, and IFERROR hides it behind a number."""
    table = k.draw_table()
    key = k.draw_money_column(table)
    row = k.draw_one(k.find_with_pagu(table, key))
    place = k.find_place(table, row, key)
    k.salinan.write_formula(place, "=IFERROR(#REF!+A1,0)", float(k.pagu(table, row, key)))
    return k.sekarang(table, row, key)


def _sel(k: Kerusakan, table: str, rows: Sequence[Row], key: str) -> list[str]:
    return [k.find_place(table, row, key).address for row in rows]


def _berumus(k: Kerusakan, least: int) -> tuple[str, str, Row, list[Row]]:
    """Draw a sum: its table, column and row, and the rows that it adds up."""
    table = k.draw_table(*TABEL_JUMLAH)
    key = k.draw_money_column(table)
    row = k.draw_one(
        r
        for r in k.find_rows(table)
        if k.tempat_ada(table, r, key)
        and k.find_formula(table, r, key)
        and len(k.pohon(table).below[r.index]) >= least
    )
    return table, key, row, list(k.pohon(table).below[row.index])


def _ganti(k: Kerusakan, table: str, key: str, row: Row, cells: Sequence[str]) -> Place:
    """Let a sum add up other cells, and work out what it then says."""
    place = k.find_place(table, row, key)
    amounts = [k.salinan.read_value(Place(place.sheet, cell)) for cell in cells]
    result = sum(amount for amount in amounts if isinstance(amount, int | float))
    k.draw_one([True] if result != k.pagu(table, row, key) else [])  # else the sum is none the worse
    k.salinan.write_formula(place, "=" + "+".join(cells), float(result))
    k.jumlah_patah(table, row, key)
    return k.sekarang(table, row, key)


@rusak("ANG003", BERUMUS, varian=("awal", "tengah", "akhir"))
def anak_tertinggal(k: Kerusakan, which: str) -> Place:
    table, key, row, kids = _berumus(k, 3)
    cells = _sel(k, table, kids, key)
    del cells[{"awal": 0, "tengah": len(cells) // 2, "akhir": -1}[which]]
    return _ganti(k, table, key, row, cells)


@rusak("ANG003", BERUMUS)
def dihitung_dua_kali(k: Kerusakan) -> Place:
    table, key, row, kids = _berumus(k, 1)
    cells = _sel(k, table, kids, key)
    return _ganti(k, table, key, row, [*cells, k.draw_one(cells)])


@rusak("ANG003", BERUMUS)
def cucu_ikut_dihitung(k: Kerusakan) -> Place:
    table, key, row, kids = _berumus(k, 1)
    below = [one for kid in kids for one in k.pohon(table).below.get(kid.index, ())]
    extra = k.draw_one(one for one in below if one.values.get(key))
    return _ganti(k, table, key, row, _sel(k, table, [*kids, extra], key))


@rusak("ANG003", BERUMUS)
def baris_lain_ikut_dihitung(k: Kerusakan) -> Place:
    table, key, row, kids = _berumus(k, 1)
    extra = k.draw_one(
        r for r in k.find_with_pagu(table, key) if r.kind == kids[0].kind and r not in (*kids, row)
    )
    return _ganti(k, table, key, row, _sel(k, table, [*kids, extra], key))


@rusak("ANG003", BERUMUS)
def rentang_kurang_sebaris(k: Kerusakan) -> Place:
    """SUM over a range that ends one row early."""
    table, key, row, _ = _berumus(k, 2)
    place = k.find_place(table, row, key)
    found = re.fullmatch(r"=SUM\(([A-Z]+)(\d+):[A-Z]+(\d+)\)", k.find_formula(table, row, key) or "")
    column, first, last = k.draw_one([found.groups()] if found else [])
    cells = [f"{column}{number}" for number in range(int(first), int(last))]
    _ganti(k, table, key, row, cells)
    result = k.pagu(table, row, key)
    k.salinan.write_formula(place, f"=SUM({column}{first}:{column}{int(last) - 1})", float(result))
    return k.sekarang(table, row, key)


@rusak("ANG004", BERUMUS)
def diketik(k: Kerusakan) -> Place:
    """The right amount, typed over its formula."""
    table, key, row, _ = _berumus(k, 1)
    return k.tulis(table, row, key, k.pagu(table, row, key))


@rusak("ANG004", BERUMUS, varian=("{}+500000", "{}-250000", "1000000+{}", "({})*2", "({})/2"))
def tempelan(k: Kerusakan, form: str) -> Place:
    """A number glued to a sum."""
    table, key, row, _ = _berumus(k, 2)
    formula = k.find_formula(table, row, key)
    assert formula is not None
    amount = k.pagu(table, row, key)
    k.draw_one([True] if amount % 2 == 0 and amount > 250_000 else [])
    result = eval(form.format(amount))
    place = k.find_place(table, row, key)
    k.salinan.write_formula(place, "=" + form.format(formula[1:]), float(result))
    k.jumlah_patah(table, row, key)
    return k.sekarang(table, row, key)


BELUM = ("pagu", "pagu_maju", "target", "target_maju", "lokasi")


@rusak("ANG005", varian=("pagu", "pagu_maju", "target", "target_maju"))
def belum_dihitung(k: Kerusakan, key: str) -> Place:
    row = k.draw_one(r for r in k.find_rows(T33, *BERKODE) if r.values.get(key))
    k.salinan.tak_dihitung(k.find_place(T33, row, key), "=SUM(A1:A2)")
    return k.sekarang(T33, row, key)


@rusak("ANG005", varian=(T29, T31, "Tabel 2.1", "Tabel 2.2"))
def belum_dihitung_di_tabel_lain(k: Kerusakan, table: str) -> Place:
    key = {T29: "tingkat_capaian", T31: "kebutuhan_dana"}.get(table) or k.draw_money_column(table)
    row = k.draw_one(r for r in k.find_rows(table) if r.values.get(key) not in (None, "-"))
    k.salinan.tak_dihitung(k.find_place(table, row, key), "=A1/A2")
    return k.sekarang(table, row, key)


#: Slips in one of many copies of a reckoning beside the table: pagu and pagu maju of its row.
SELIP = ("kolom", "baris", "tempelan", "pembagi", "ketik", "tanda")


@rusak("ANG006", varian=SELIP)
def satu_rumus_lain(k: Kerusakan, slip: str) -> Place:
    table = T33
    rows = [r for r in k.find_with_pagu(table, "pagu", "sub_kegiatan") if r.values.get("pagu_maju")]
    k.draw_one([True] if len(rows) >= 8 else [])
    odd = k.bilangan(2, len(rows) - 3)
    for number, row in enumerate(rows):
        pagu, maju = k.find_place(table, row, "pagu"), k.find_place(table, row, "pagu_maju")
        a, b = k.pagu(table, row, "pagu"), k.pagu(table, row, "pagu_maju")
        letters, digits = pagu.address.rstrip("0123456789"), re.sub(r"\D", "", pagu.address)
        place = Place(pagu.sheet, f"BC{digits}")
        formula, result = f"={maju.address}-{pagu.address}", b - a
        if number == odd:
            named = place
            if slip == "ketik":
                k.salinan.tulis(place, b - a + 1)
                continue
            formula, result = {
                "kolom": (f"={maju.address}-BB{digits}", b),
                "baris": (f"={maju.address}-{letters}{int(digits) - 1}", b),
                "tempelan": (formula + "+500000", b - a + 500_000),
                "pembagi": (f"=({formula[1:]})/1331", (b - a) / 1331),
                "tanda": (formula.replace("-", "+"), a + b),
            }[slip]
        k.salinan.write_formula(place, formula, float(result))
    return named
