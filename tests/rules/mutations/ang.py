"""ANG: text for numbers, error values, sums that add up something else, typed numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from layouts import Place, Row

from .tools import KODE_KINDS, T29, T30, T31, T33, T41, Corruption, corrupt

FORMULA_LAYOUTS = ("rumus", "rumus-titik-4", "rumus-tumpuk")
SUM_TABLES = (T33, T41, "Tabel 2.1", "Tabel 2.2")
TEXT_FORMS = ("titik", "rupiah", "rupiah bertitik", "sen nol", "petik", "koma")


@corrupt("ANG001", variants=TEXT_FORMS)
def write_as_text(k: Corruption, how: str) -> Place:
    table = k.draw_table()
    key = k.draw_money_column(table)
    row = k.draw_one(k.find_with_pagu(table, key, *KODE_KINDS, "total"))
    commas = f"{k.read_pagu(table, row, key):,}"
    dots = commas.replace(",", ".")
    forms = (dots, f"Rp {dots},-", f"Rp. {dots}", f"{dots},00", f"'{dots}", commas)
    return k.write(table, row, key, forms[TEXT_FORMS.index(how)])


ERROR_WORDS = ("#REF!", "#DIV/0!", "#NAME?", "#N/A", "#VALUE!")


@corrupt("ANG002", variants=ERROR_WORDS)
def show_error_value(k: Corruption, error: str) -> Place:
    table = k.draw_table()
    key = k.draw_one(("target", k.draw_money_column(table)))
    row = k.draw_one(r for r in k.find_rows(table, *KODE_KINDS) if r.values.get(key))
    k.copy.show_error(k.find_place(table, row, key), error)
    return k.find_now(table, row, key)


@corrupt("ANG002", variants=("capaian", "proyeksi", "kebutuhan"))
def show_error_elsewhere(k: Corruption, where: str) -> Place:
    table, key = {
        "capaian": (T29, "tingkat_capaian"),
        "proyeksi": (T30, "proyeksi_2"),
        "kebutuhan": (T31, "kebutuhan_dana"),
    }[where]
    row = k.draw_one(r for r in k.find_rows(table) if r.values.get(key) not in (None, "-"))
    k.copy.show_error(k.find_place(table, row, key), "#DIV/0!")
    return k.find_now(table, row, key)


@corrupt("ANG002")
def hide_error(k: Corruption) -> Place:
    """The formula has lost its cell, and IFERROR hides it behind a number."""
    table = k.draw_table()
    key = k.draw_money_column(table)
    row = k.draw_one(k.find_with_pagu(table, key))
    place = k.find_place(table, row, key)
    k.copy.write_formula(place, "=IFERROR(#REF!+A1,0)", float(k.read_pagu(table, row, key)))
    return k.find_now(table, row, key)


def _list_cells(k: Corruption, table: str, rows: Sequence[Row], key: str) -> list[str]:
    return [k.find_place(table, row, key).address for row in rows]


def _find_formula_row(k: Corruption, least: int) -> tuple[str, str, Row, list[Row]]:
    """Draw a sum: its table, column and row, and the rows that it adds up."""
    table = k.draw_table(*SUM_TABLES)
    key = k.draw_money_column(table)
    row = k.draw_one(
        r
        for r in k.find_rows(table)
        if k.has_place(table, r, key)
        and k.find_formula(table, r, key)
        and len(k.build_tree(table).below[r.index]) >= least
    )
    return table, key, row, list(k.build_tree(table).below[row.index])


def _sum_other_cells(k: Corruption, table: str, key: str, row: Row, cells: Sequence[str]) -> Place:
    """Let a sum add up other cells, and work out what it then says."""
    place = k.find_place(table, row, key)
    amounts = [k.copy.read_value(Place(place.sheet, cell)) for cell in cells]
    result = sum(amount for amount in amounts if isinstance(amount, int | float))
    k.require(result != k.read_pagu(table, row, key))  # else the sum is none the worse
    k.copy.write_formula(place, "=" + "+".join(cells), float(result))
    k.expect_broken_sums(table, row, key)
    return k.find_now(table, row, key)


@corrupt("ANG003", FORMULA_LAYOUTS, variants=("awal", "tengah", "akhir"))
def leave_out_child(k: Corruption, which: str) -> Place:
    table, key, row, kids = _find_formula_row(k, 3)
    cells = _list_cells(k, table, kids, key)
    del cells[{"awal": 0, "tengah": len(cells) // 2, "akhir": -1}[which]]
    return _sum_other_cells(k, table, key, row, cells)


@corrupt("ANG003", FORMULA_LAYOUTS)
def count_twice(k: Corruption) -> Place:
    table, key, row, kids = _find_formula_row(k, 1)
    cells = _list_cells(k, table, kids, key)
    return _sum_other_cells(k, table, key, row, [*cells, k.draw_one(cells)])


@corrupt("ANG003", FORMULA_LAYOUTS)
def count_grandchild(k: Corruption) -> Place:
    table, key, row, kids = _find_formula_row(k, 1)
    below = [one for kid in kids for one in k.build_tree(table).below.get(kid.index, ())]
    extra = k.draw_one(one for one in below if one.values.get(key))
    return _sum_other_cells(k, table, key, row, _list_cells(k, table, [*kids, extra], key))


@corrupt("ANG003", FORMULA_LAYOUTS)
def count_other_row(k: Corruption) -> Place:
    table, key, row, kids = _find_formula_row(k, 1)
    extra = k.draw_one(
        r for r in k.find_with_pagu(table, key) if r.kind == kids[0].kind and r not in (*kids, row)
    )
    return _sum_other_cells(k, table, key, row, _list_cells(k, table, [*kids, extra], key))


@corrupt("ANG003", FORMULA_LAYOUTS)
def shorten_range(k: Corruption) -> Place:
    """SUM over a range that ends one row early."""
    table, key, row, _ = _find_formula_row(k, 2)
    place = k.find_place(table, row, key)
    found = re.fullmatch(
        r"=SUM\(([A-Z]+)(\d+):[A-Z]+(\d+)\)", k.find_formula(table, row, key) or ""
    )
    column, first, last = k.draw_one([found.groups()] if found else [])
    cells = [f"{column}{number}" for number in range(int(first), int(last))]
    _sum_other_cells(k, table, key, row, cells)
    result = k.read_pagu(table, row, key)
    k.copy.write_formula(place, f"=SUM({column}{first}:{column}{int(last) - 1})", float(result))
    return k.find_now(table, row, key)


@corrupt("ANG004", FORMULA_LAYOUTS)
def type_over_formula(k: Corruption) -> Place:
    """The right amount, typed over its formula."""
    table, key, row, _ = _find_formula_row(k, 1)
    return k.write(table, row, key, k.read_pagu(table, row, key))


@corrupt(
    "ANG004", FORMULA_LAYOUTS, variants=("{}+500000", "{}-250000", "1000000+{}", "({})*2", "({})/2")
)
def glue_number(k: Corruption, form: str) -> Place:
    """A number glued to a sum."""
    table, key, row, _ = _find_formula_row(k, 2)
    formula = k.find_formula(table, row, key)
    assert formula is not None
    amount = k.read_pagu(table, row, key)
    k.require(amount % 2 == 0 and amount > 250_000)
    result = eval(form.format(amount))
    place = k.find_place(table, row, key)
    k.copy.write_formula(place, "=" + form.format(formula[1:]), float(result))
    k.expect_broken_sums(table, row, key)
    return k.find_now(table, row, key)


@corrupt("ANG005", variants=("pagu", "pagu_maju", "target", "target_maju"))
def leave_uncomputed(k: Corruption, key: str) -> Place:
    row = k.draw_one(r for r in k.find_rows(T33, *KODE_KINDS) if r.values.get(key))
    k.copy.write_uncomputed(k.find_place(T33, row, key), "=SUM(A1:A2)")
    return k.find_now(T33, row, key)


@corrupt("ANG005", variants=(T29, T31, "Tabel 2.1", "Tabel 2.2"))
def leave_others_uncomputed(k: Corruption, table: str) -> Place:
    key = {T29: "tingkat_capaian", T31: "kebutuhan_dana"}.get(table) or k.draw_money_column(table)
    row = k.draw_one(r for r in k.find_rows(table) if r.values.get(key) not in (None, "-"))
    k.copy.write_uncomputed(k.find_place(table, row, key), "=A1/A2")
    return k.find_now(table, row, key)


#: Slips in one of many copies of a reckoning beside the table: pagu and pagu maju of its row.
FORMULA_SLIPS = ("kolom", "baris", "tempelan", "pembagi", "ketik", "tanda")


@corrupt("ANG006", variants=FORMULA_SLIPS)
def change_one_formula(k: Corruption, slip: str) -> Place:
    table = T33
    rows = [r for r in k.find_with_pagu(table, "pagu", "sub_kegiatan") if r.values.get("pagu_maju")]
    k.require(len(rows) >= 8)
    odd = k.draw_number(2, len(rows) - 3)
    for number, row in enumerate(rows):
        pagu, forward = k.find_place(table, row, "pagu"), k.find_place(table, row, "pagu_maju")
        a, b = k.read_pagu(table, row, "pagu"), k.read_pagu(table, row, "pagu_maju")
        letters, digits = pagu.address.rstrip("0123456789"), re.sub(r"\D", "", pagu.address)
        place = Place(pagu.sheet, f"BC{digits}")
        formula, result = f"={forward.address}-{pagu.address}", b - a
        if number == odd:
            named = place
            if slip == "ketik":
                k.copy.write(place, b - a + 1)
                continue
            formula, result = {
                "kolom": (f"={forward.address}-BB{digits}", b),
                "baris": (f"={forward.address}-{letters}{int(digits) - 1}", b),
                "tempelan": (formula + "+500000", b - a + 500_000),
                "pembagi": (f"=({formula[1:]})/1331", (b - a) / 1331),
                "tanda": (formula.replace("-", "+"), a + b),
            }[slip]
        k.copy.write_formula(place, formula, float(result))
    return named
