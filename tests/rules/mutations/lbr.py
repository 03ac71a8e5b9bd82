"""LBR: tables, columns, years and units of heads, rows that belong to nothing, hidden cells."""

from __future__ import annotations

import re

from layouts import Place
from rules.document import parse_address
from selaras.model.book import DenseGrid, Sheet, Value
from selaras.tables import BY_NAME
from selaras.values.a1 import Area, address

from .tools import (
    KODE_KINDS,
    SIX_CELL_LAYOUTS,
    T29,
    T30,
    T31,
    T33,
    T41,
    TABLE_41_LAYOUTS,
    Corruption,
    corrupt,
)

MANY_LAYOUTS = ("asli", "titik-4", "nama-lain", "bergeser")
T32 = "T-C.32"


def find_head_key(table: str) -> str:
    """Return a column that every layout of a table has."""
    return "indikator" if table in (T30, "Tabel 3.1") else "nama"


def find_sheet(k: Corruption, table: str) -> str:
    """Return the sheet of a table."""
    return k.origin.placement.heads[k.origin.name_table(table), find_head_key(table)].sheet


@corrupt("LBR001", MANY_LAYOUTS, variants=(T29, T30, T31, T32, T33))
def delete_sheet(k: Corruption, table: str) -> Place:
    del k.copy.sheets[find_sheet(k, table)]
    k.missing_table = table
    return Place("", "")


@corrupt("LBR001", MANY_LAYOUTS, variants=(T29, T31))
def delete_head(k: Corruption, table: str) -> Place:
    """The head of a table is rubbed out: nobody can tell what it is."""
    name = find_sheet(k, table)
    sheet = k.copy.sheets[name]
    first = min(k.find_place(table, row, "nama") for row in k.find_rows(table)[:1])
    for row in range(1, parse_address(first.address)[0]):
        values = sheet.rows[sheet.find_index(row)][1]
        values[:] = [None] * len(values)
    k.missing_table = table
    return Place("", "")


COLUMNS = (
    *((T33, key) for key in ("lokasi", "sumber_dana", "target", "target_maju", "pagu_maju")),
    *((T29, key) for key in ("realisasi_lalu", "tingkat_realisasi", "tingkat_capaian")),
    *((T31, key) for key in ("catatan", "rkpd_indikator")),
    *((T41, "sumber_dana"), ("Tabel 2.2", "target")),
)


@corrupt("LBR002", ("asli", "titik-2", "titik-4", "nama-lain"), variants=COLUMNS)
def delete_column(k: Corruption, which: tuple[str, str]) -> Place:
    table, key = which
    head = k.origin.placement.heads[table, key]
    k.copy.delete_column(head.sheet, parse_address(head.address)[1])
    keys = [column.key for column in BY_NAME[table].columns]
    heads = k.origin.placement.heads
    before = [one for one in keys[: keys.index(key)] if (table, one) in heads]
    return k.find_head(table, before[-1])


YEAR_HEADS = (
    (T33, "pagu", "2024", "2023"),
    (T33, "pagu_maju", "2025", "2024"),
    (T41, "pagu", "2024", "2022"),
    (T29, "target_renja", "2022", "2021"),
    (T29, "target_berjalan", "2023", "2022"),
    (T29, "realisasi_lalu", "2021", "2020"),
)


@corrupt("LBR003", TABLE_41_LAYOUTS, variants=YEAR_HEADS)
def change_head_year(k: Corruption, which: tuple[str, str, str, str]) -> Place:
    """The year of a head, or of the words above it, is that of last year's workbook."""
    table, key, year, wrong = which
    place = _find_year_cell(k, table, key, year)
    k.copy.write(place, str(k.copy.read_value(place)).replace(year, wrong))
    return k.copy.find_moved(place)


def _find_year_cell(k: Corruption, table: str, key: str, year: str) -> Place:
    """Return the cell of the head that names the year of a column: its own or its group's."""
    head = k.origin.placement.heads[table, key]
    row, column = parse_address(head.address)
    sheet = k.copy.sheets[head.sheet]
    for above in (row, row - 1):
        values = sheet.rows[sheet.find_index(above)][1]
        for left in range(column, 0, -1):
            if isinstance(values[left - 1], str):
                if year in str(values[left - 1]):
                    return Place(head.sheet, address(above, left))
                break
    return k.draw_one([])


@corrupt("LBR003", ("asli", "titik-2", "titik-4", "ulang"), variants=(T33, T41))
def change_title_year(k: Corruption, table: str) -> Place:
    """The title speaks of another year than the heads below it."""
    place = next(
        place
        for place in k.origin.placement.titles[table]
        if "2024" in str(k.copy.read_value(place))
    )
    text = str(k.copy.read_value(place))
    k.copy.write(place, re.sub(r"202\d", lambda year: str(int(year[0]) - 2), text))
    return place


UNREADABLE_HEADS = (
    (T33, "Rencana Kas", "pagu"),
    (T41, "Uang Muka", "pagu"),
    ("Tabel 2.1", "Uang Persediaan", "apbd"),
    ("Tabel 2.2", "Kas Daerah", "apbd"),
    (T41, "Sebutan Lama", "nama"),
    (T33, "Sebutan Lama", "nama"),
)


@corrupt("LBR011", ("asli", "nama-lain"), variants=UNREADABLE_HEADS)
def add_foreign_column(k: Corruption, which: tuple[str, str, str]) -> Place:
    """A column that no spec knows stands at the right end of the table, filled like its own."""
    table, head, key = which
    place = k.origin.placement.heads[table, key]
    sheet = k.copy.sheets[place.sheet]
    for _, values in sheet.rows:
        values.append(None)
    sheet.width += 1
    for row in k.find_rows(table, *KODE_KINDS):
        cell = k.find_place(table, row, key)
        new = Place(place.sheet, address(parse_address(cell.address)[0], sheet.width))
        k.copy.write(new, k.copy.read_value(cell))
    found = Place(place.sheet, address(parse_address(place.address)[0], sheet.width))
    k.copy.write(found, head)
    return found


MONEY_COLUMNS = (
    *((T33, "pagu"), (T33, "pagu_maju"), (T41, "pagu")),
    *(("Tabel 2.1", "apbd"), ("Tabel 2.2", "apbd")),
)


@corrupt("LBR004", TABLE_41_LAYOUTS, variants=MONEY_COLUMNS)
def write_thousands_head(k: Corruption, which: tuple[str, str]) -> Place:
    """The head says thousands over whole rupiah: told once, and every comparison is in rupiah."""
    table, key = which
    head = k.origin.placement.heads[table, key]
    text = re.sub(r"\s*\(Rp\)", "", str(k.copy.read_value(head)))
    k.copy.write(head, f"{text} (Rp. 000)")
    return head


@corrupt("LBR004", ("asli", "titik-4", "sipd", "bergeser"))
def write_some_thousands(k: Corruption) -> Place:
    """The amounts of one kegiatan's sub kegiatan are in thousands, all others in rupiah."""
    table = k.draw_table()
    key = k.draw_money_column(table)
    row = k.draw_one(
        r
        for r in k.find_with_pagu(table, key, "kegiatan")
        if all(int(str(kid.values[key] or 0)) % 1000 == 0 for kid in k.find_children(table, r))
    )
    for kid in k.find_children(table, row):
        k.write(table, kid, key, k.read_pagu(table, kid, key) // 1000)
        k.expect_broken_sums(table, kid, key)
    return k.find_head(table, key)


@corrupt("LBR005", variants=("Rapat koordinasi", "Cadangan", "Sisa pagu"))
def add_row_without_kode(k: Corruption, name: str) -> Place:
    table = k.draw_table()
    row = k.draw_one(k.find_rows(table, "kegiatan"))
    values: dict[str, Value] = {"nama": name, "pagu": k.draw_number(1, 10**9)}
    return k.insert(table, row, values)("nama")


@corrupt("LBR005", SIX_CELL_LAYOUTS)
def add_forward_pagu_only(k: Corruption) -> Place:
    row = k.draw_one(k.find_rows(T33, "program"))
    values: dict[str, Value] = {"nama": "Honorarium", "pagu_maju": k.draw_number(1, 10**9)}
    return k.insert(T33, row, values)("nama")


@corrupt("LBR005", ("sipd", "titik-4", "asli"))
def erase_kode(k: Corruption) -> Place:
    """A sub kegiatan has lost its code."""
    table = k.draw_table()
    rows = [r for r in k.find_rows(table, "sub_kegiatan") if not r.values.get("catatan")]
    row = k.draw_one(rows)
    cells, first = k.find_kode_cells(table, row)
    wide = 6 if k.has_separate_kode else 1
    cells[first : first + wide] = [None] * wide
    k.expect_lost_kode(table, row)
    left = next(at for at, value in enumerate(cells) if value is not None)
    place = k.find_now(table, row, "nama")
    return Place(place.sheet, address(parse_address(place.address)[0], left + 1))


SHEET_CONTENTS: dict[str, list[list[Value]]] = {
    "angka": [["Belanja", "Harga"], ["Kursi", 12_500_000.0], ["Meja", 7.5e6], ["Lemari", 4e6]],
    "teks": [["A"], ["Rp 1.500.000"], ["Rp. 2.500.000,-"], ["3.500.000"]],
    "sebaris": [["Gaji", 4e9, 5e9, 6e9, 7e9]],
    "berjudul": [["RENCANA ANGGARAN"], [], ["No", "Uraian", "Jumlah"], [1.0, "ATK", 5e6]]
    + [[float(n), f"Barang {n}", n * 1e6] for n in range(2, 9)],
    "di bawah": [[]] * 40 + [[None, None, n * 1e6] for n in range(1, 6)],
}


@corrupt("LBR006", MANY_LAYOUTS, variants=tuple(SHEET_CONTENTS))
def add_unknown_sheet(k: Corruption, what: str) -> Place:
    rows = [["" if value is None else value for value in row] for row in SHEET_CONTENTS[what]]
    k.copy.added_sheets.append(Sheet("Hitungan", DenseGrid(rows)))
    return Place("Hitungan", "A1")


@corrupt("LBR007", MANY_LAYOUTS, variants=("baris", "saringan", "kolom", "lembar", "lembar dalam"))
def hide_part(k: Corruption, what: str) -> Place:
    table = k.draw_table()
    key = k.draw_money_column(table)
    row = k.draw_one(k.find_with_pagu(table, key, "sub_kegiatan"))
    place = k.find_place(table, row, key)
    sheet = k.copy.sheets[place.sheet]
    number, column = parse_address(place.address)
    if what.startswith("lembar"):
        sheet.state = "hidden" if what == "lembar" else "very_hidden"
        return Place(place.sheet, "A1")
    if what == "kolom":
        sheet.hidden_columns.add(column)
        return k.find_place(table, k.find_rows(table)[0], key)
    sheet.hidden_rows.add(number)
    sheet.filtered = what == "saringan"
    return k.find_now(table, row, "kode")


@corrupt(
    "LBR008",
    SIX_CELL_LAYOUTS,
    variants=("pagu", "target", "nama dan indikator", "lokasi", "kosong"),
)
def merge_cells(k: Corruption, what: str) -> Place:
    """A merge lies over cells that hold something, or an amount over rows that have none."""
    table = k.draw_table()
    if what == "nama dan indikator":
        row = k.draw_one(k.find_with_pagu(table, "pagu", "sub_kegiatan"))
        first = k.find_place(table, row, "nama")
        number, left = parse_address(first.address)
        right = parse_address(k.find_place(table, row, "indikator").address)[1]
        return _merge_area(k, first, Area(number, left, number, right))
    key = "pagu" if what == "kosong" else what
    row = k.draw_one(
        r
        for r in k.find_with_pagu(table, "pagu", "kegiatan")
        if k.find_rows(table)[r.index + 1].values[key]
    )
    first = k.find_place(table, row, key)
    number, column = parse_address(first.address)
    if what == "kosong":
        below = k.find_rows(table)[row.index + 1]
        k.write(table, below, key, None)
        k.expect_broken_sums(table, below, key)
    return _merge_area(k, first, Area(number, column, number + 1, column))


def _merge_area(k: Corruption, first: Place, area: Area) -> Place:
    sheet = k.copy.sheets[first.sheet]
    sheet.merges = (*sheet.merges, area)
    return first


# Tables that are not filled in, and those of others


@corrupt("LBR009", ("asli", "titik-4"), variants=(T29, T30, T31, T32, "Tabel 2.1", "Tabel 3.1"))
def empty_table(k: Corruption, table: str) -> Place:
    """All that was filled in is gone; the head stays."""
    sheet = k.copy.sheets[find_sheet(k, table)]
    for row in k.find_rows(table):
        place = k.find_place(table, row, find_head_key(table))
        values = sheet.rows[sheet.find_index(parse_address(place.address)[0])][1]
        values[:] = [None] * len(values)
    heads = [
        place
        for (name, _), place in k.origin.placement.heads.items()
        if name == k.origin.name_table(table)
    ]
    return k.copy.find_moved(min(heads, key=lambda place: parse_address(place.address)))


@corrupt("LBR010", ("asli", "titik-4"), variants=(T29, T30, T31, T33, T41))
def name_other_agency(k: Corruption, table: str) -> Place:
    """The title names another agency than those of all other tables."""
    place = k.origin.placement.titles[k.origin.name_table(table)][-1]
    k.copy.write(place, "Dinas Perhubungan Kabupaten Mojokerto")
    return k.copy.find_moved(place)
