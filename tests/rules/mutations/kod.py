"""KOD: codes of no level, without parent, twice, out of style or order, of others."""

from __future__ import annotations

import datetime
from itertools import pairwise

from layouts import Place, Row
from rules.document import parse_address, read_kode
from selaras.model.setting import Opd, Pemda, Setting
from selaras.values.a1 import address

from .tools import (
    KODE_KINDS,
    ONE_CELL_LAYOUTS,
    SIX_CELL_LAYOUTS,
    T29,
    T31,
    T33,
    T41,
    Corruption,
    corrupt,
)

THREE_LAYOUTS = ONE_CELL_LAYOUTS[:3]


def draw_row(k: Corruption, *kinds: str) -> tuple[str, Row]:
    """Draw a row with a code of one of the plan tables."""
    table = k.draw_table()
    return table, k.draw_one(k.find_rows(table, *kinds))


def expect_unreadable(k: Corruption, table: str, row: Row) -> None:
    """State what follows from a code that cannot be read: a program may be none any more."""
    k.expect_lost_kode(table, row)
    if table == T33 and row.kind == "program":
        k.expect_error("RKP001", T31, k.find_review_row(row), "nama")
    for below in k.find_descendants(table, row):
        k.expect_error("KOD002", table, below, "kode")


FORMS = (
    *("terlalu panjang", "huruf l", "huruf O", "nol lebih", "titik ganda", "garis miring"),
    *("kewenangan 02", "empat bagian"),
)


@corrupt("KOD001", THREE_LAYOUTS, variants=FORMS)
def break_form(k: Corruption, how: str) -> Place:
    deep = how in ("kewenangan 02", "empat bagian")
    table, row = draw_row(k, *(("kegiatan", "sub_kegiatan") if deep else KODE_KINDS))
    code = str(k.read_value(table, row, "kode"))
    parts = code.split(".")
    wrong = {
        "terlalu panjang": code + ".01" * (7 - len(parts)),
        "huruf l": code.replace("17", "l7"),
        "huruf O": ".".join([*parts[:2], "O" + parts[2][-1], *parts[3:]]),
        "nol lebih": ".".join([*parts[:2], "0" + parts[2], *parts[3:]]),
        "titik ganda": code.replace("2.17", "2..17"),
        "garis miring": code + "/A",
        "kewenangan 02": ".".join([*parts[:3], "02", *parts[4:]]),
        "empat bagian": ".".join(parts[:4]),
    }[how]
    place = k.write(table, row, "kode", wrong)
    expect_unreadable(k, table, row)
    return place


@corrupt("KOD001", SIX_CELL_LAYOUTS, variants=("02", "l7", "O"))
def break_separate_form(k: Corruption, how: str) -> Place:
    table, row = draw_row(k, "kegiatan", "sub_kegiatan")
    cells, first = k.find_kode_cells(table, row)
    at, value = {"02": (3, "02"), "l7": (1, "l7"), "O": (4, f"O{read_kode(row)[4] % 10}")}[how]
    cells[first + at] = value
    expect_unreadable(k, table, row)
    return k.find_now(table, row, "kode")


@corrupt("KOD002", variants=("program", "kegiatan"))
def delete_parent(k: Corruption, kind: str) -> Place:
    table, row = draw_row(k, kind)
    k.delete(table, row)
    kids = [kid for kid in k.find_children(table, row) if kid.kind != "rincian"]
    for kid in kids:
        k.expect_error("KOD002", table, kid, "kode")
    for above in k.list_ancestors(table, row):
        for key in ("pagu", "pagu_maju") if table == T33 else ("pagu",):
            k.expect_error({"program": "JML002", "total": "JML004"}[above.kind], table, above, key)
    _expect_missing(k, table, row)
    return k.find_now(table, k.draw_one(kids), "kode")


def _expect_missing(k: Corruption, table: str, row: Row) -> None:
    """State what follows in the other tables from a row that is not there."""
    other = k.find_counterpart(table, row)
    if other is not None:
        k.expect_error("TBL004", *other, "kode")
    if table == T33 and row.kind == "program":
        k.expect_error("RKP001", T31, k.find_review_row(row), "nama")


@corrupt("KOD002", variants=("kegiatan lain", "program lain"))
def change_parent_kode(k: Corruption, how: str) -> Place:
    """A number of the parent is mistyped: there is no such parent."""
    table, row = draw_row(k, "sub_kegiatan")
    code = list(read_kode(row))
    code[4 if how == "kegiatan lain" else 2] = k.draw_number(60, 98)
    place = k.write_kode(table, row, code)
    k.expect_lost_kode(table, row)
    return place


@corrupt("KOD002")
def move_below_other_parent(k: Corruption) -> Place:
    """A sub kegiatan, with all that belongs to it, stands between those of another kegiatan."""
    table = k.draw_table()
    tree = k.build_tree(table)
    subs = k.find_rows(table, "sub_kegiatan")
    row = k.draw_one(r for r in subs if len(tree.below[tree.above[r.index]]) > 1)
    other = k.draw_one(
        r
        for r in subs
        if tree.above[r.index] != tree.above[row.index]
        and tree.below[tree.above[r.index]][-1] is not r
    )
    place = k.find_place(table, row, "kode")
    sheet = k.copy.sheets[place.sheet]
    at = sheet.find_index(parse_address(place.address)[0])
    block = sheet.rows[at : at + _count_rows(k, table, row)]
    del sheet.rows[at : at + len(block)]
    goal = sheet.find_index(parse_address(k.find_place(table, other, "kode").address)[0])
    goal += _count_rows(k, table, other)
    sheet.rows[goal:goal] = block
    return k.find_now(table, row, "kode")


def _count_rows(k: Corruption, table: str, row: Row) -> int:
    """Return how many rows a sub kegiatan takes, with its rincian and their heading."""
    kids = k.find_children(table, row)
    return (2 if k.origin.name == "sipd-2baris" else 1) + len(kids) + bool(kids)


@corrupt("KOD002")
def drop_tc29_kegiatan(k: Corruption) -> Place:
    """The kegiatan's row is missing in T-C.29, as where the scan lost it."""
    row = k.draw_one(r for r in k.find_rows(T29, "kegiatan") if _find_below(k, r))
    k.delete(T29, row)
    kids = _find_below(k, row)
    for kid in kids:
        k.expect_error("KOD002", T29, kid, "kode")
    return k.find_now(T29, k.draw_one(kids), "kode")


def _find_below(k: Corruption, row: Row) -> list[Row]:
    return [r for r in k.find_rows(T29, "sub_kegiatan") if read_kode(r)[:5] == read_kode(row)]


@corrupt("KOD003", variants=KODE_KINDS)
def duplicate_row(k: Corruption, kind: str) -> Place:
    table, row = draw_row(k, kind)
    place = k.find_place(table, row, "kode")
    new = k.copy.duplicate(place.sheet, parse_address(place.address)[0])
    k.expect_broken_ancestors(table, row)
    return Place(place.sheet, place.address.rstrip("0123456789") + str(new))


@corrupt("KOD003")
def copy_neighbour_kode(k: Corruption) -> Place:
    """A sub kegiatan has the code of the one before it."""
    return _take_neighbour_kode(k, "sub_kegiatan")


@corrupt("KOD002")
def copy_kegiatan_kode(k: Corruption) -> Place:
    """A kegiatan has the code of the one before it: the rows below it say which was meant."""
    return _take_neighbour_kode(k, "kegiatan")


def _take_neighbour_kode(k: Corruption, kind: str) -> Place:
    table = k.draw_table()
    tree = k.build_tree(table)
    pairs = [
        (one, other)
        for kids in tree.below.values()
        for one, other in pairwise(kids)
        if one.kind == kind
    ]
    one, other = k.draw_one(pairs)
    place = k.write_kode(table, other, read_kode(one))
    k.expect_lost_kode(table, other)
    k.expect_lost_kode(table, one)
    k.expect_pagu_differences(table, one)
    return place


@corrupt("KOD003")
def duplicate_tc29_row(k: Corruption) -> Place:
    row = k.draw_one(k.find_rows(T29, "sub_kegiatan"))
    place = k.find_place(T29, row, "kode")
    new = k.copy.duplicate(place.sheet, parse_address(place.address)[0])
    return Place(place.sheet, place.address.rstrip("0123456789") + str(new))


KODE_STYLES = ("digit lain", "tanpa nol", "spasi", "strip", "titik di akhir")


@corrupt("KOD004", THREE_LAYOUTS, variants=KODE_STYLES)
def change_style(k: Corruption, how: str) -> Place:
    table, row = draw_row(k, "sub_kegiatan")
    code = str(k.read_value(table, row, "kode"))
    two = k.origin.name == "titik-2"
    forms = {
        "digit lain": code[:-2] + "00" + code[-2:] if two else code[:-4] + code[-2:],
        "tanpa nol": ".".join(str(int(part)) for part in code.split(".")),
        "spasi": code.replace(".", " "),
        "strip": code.replace(".", "-"),
        "titik di akhir": code + ".",
    }
    return k.write(table, row, "kode", forms[how])


@corrupt("KOD007", variants=(1, 3, 7))
def change_kewenangan(k: Corruption, digit: int) -> Place:
    table, row = draw_row(k, "sub_kegiatan")
    code = list(read_kode(row))
    code[3] = digit
    place = k.write_kode(table, row, code)
    k.expect_error("KOD002", table, row, "kode")
    k.expect_lost_kode(table, row)
    return place


@corrupt("KOD007")
def change_kegiatan_kewenangan(k: Corruption) -> Place:
    table, row = draw_row(k, "kegiatan")
    code = list(read_kode(row))
    code[3] = 1
    place = k.write_kode(table, row, code)
    k.expect_error("KOD002", table, row, "kode")
    k.expect_lost_kode(table, row)
    return place


@corrupt("KOD007")
def change_tc29_kewenangan(k: Corruption) -> Place:
    row = k.draw_one(k.find_rows(T29, "sub_kegiatan"))
    code = list(read_kode(row))
    code[3] = 1
    place = k.write_kode(T29, row, code)
    k.expect_error("KOD002", T29, row, "kode")
    return place


@corrupt("KOD007", variants=("kabupaten", "kota"))
def change_kewenangan_of_pemda(k: Corruption, kind: str) -> Place:
    k.setting = Setting(pemda=Pemda(kind=kind))
    return change_kewenangan(k, 1)


@corrupt("KOD008", variants=((2, 71), (1, 17), (3, 31)))
def change_bidang(k: Corruption, bidang: tuple[int, int]) -> Place:
    """One row is of another bidang urusan, without a parent there."""
    table, row = draw_row(k, "sub_kegiatan")
    place = k.write_kode(table, row, (*bidang, *read_kode(row)[2:]))
    k.expect_error("KOD002", table, row, "kode")
    k.expect_lost_kode(table, row)
    return place


@corrupt("KOD008")
def change_tc29_bidang(k: Corruption) -> Place:
    row = k.draw_one(k.find_rows(T29, "sub_kegiatan"))
    place = k.write_kode(T29, row, (2, 71, *read_kode(row)[2:]))
    k.expect_error("KOD002", T29, row, "kode")
    return place


@corrupt("KOD008", variants=KODE_KINDS)
def leave_opd_bidang(k: Corruption, kind: str) -> Place:
    """The agency's code is set, and a row is of a bidang that it does not carry out."""
    k.setting = Setting(opd=Opd(kode="2.17.0.00.0.00.01.0000"))
    table, row = draw_row(k, kind)
    place = k.write_kode(table, row, (3, 30, *read_kode(row)[2:]))
    k.expect_error("KOD002", table, row, "kode")
    k.expect_lost_kode(table, row)
    return place


def _draw_siblings(k: Corruption, table: str, kind: str) -> tuple[Row, Row]:
    """Draw two rows one after the other under the same parent."""
    pairs = [
        (one, other)
        for kids in k.build_tree(table).below.values()
        for one, other in pairwise(kids)
        if one.kind == kind
    ]
    return k.draw_one(pairs)


@corrupt("KOD009", variants=("pertama", "terakhir"))
def change_number(k: Corruption, which: str) -> Place:
    """A sub kegiatan has a number that belongs elsewhere among its siblings."""
    table = k.draw_table()
    kids = k.draw_one(
        kids
        for kids in k.build_tree(table).below.values()
        if kids and kids[0].kind == "sub_kegiatan" and len(kids) >= 4 and read_kode(kids[0])[5] > 1
    )
    row = kids[1] if which == "pertama" else kids[-1]
    code = list(read_kode(row))
    code[5] = 99 if which == "pertama" else read_kode(kids[0])[5] - 1
    place = k.write_kode(table, row, code)
    k.expect_lost_kode(table, row)
    return place


@corrupt("KOD009", variants=("T-C.33", "Tabel 4.1", "T-C.29"))
def move_row(k: Corruption, table: str) -> Place:
    """The last sub kegiatan of a kegiatan, with all that belongs to it, stands first."""
    table = k.draw_table(table, T33)
    if table == T29:
        rows = k.find_rows(T29, "sub_kegiatan")
        groups: dict[tuple[int, ...], list[Row]] = {}
        for one in rows:
            groups.setdefault(read_kode(one)[:5], []).append(one)
        kids = k.draw_one(g for g in groups.values() if len(g) >= 3)
    else:
        kids = list(
            k.draw_one(
                kids
                for kids in k.build_tree(table).below.values()
                if kids and kids[0].kind == "sub_kegiatan" and len(kids) >= 3
            )
        )
    row = kids[-1]
    place = k.find_place(table, row, "kode")
    sheet = k.copy.sheets[place.sheet]
    at = sheet.find_index(parse_address(place.address)[0])
    tall = 1 if table == T29 else _count_rows(k, table, row)
    while table == T29 and not str(
        sheet.rows[at + tall][1][parse_address(place.address)[1] - 1] or ""
    ):
        tall += 1
    block = sheet.rows[at : at + tall]
    del sheet.rows[at : at + tall]
    goal = sheet.find_index(parse_address(k.find_place(table, kids[0], "kode").address)[0])
    sheet.rows[goal:goal] = block
    return k.find_now(table, row, "kode")


@corrupt("KOD010", THREE_LAYOUTS, variants=(T33, T41))
def change_to_date(k: Corruption, table: str) -> Place:
    """2.17.01 typed as 2-17-01 becomes 17 February 2001."""
    table = k.draw_table(table, T33)
    row = k.draw_one(k.find_rows(table, "program"))
    return k.write(table, row, "kode", datetime.datetime(2000 + read_kode(row)[2], 2, 17))


@corrupt("KOD010", ("titik-2", "titik-4"), variants=("program", "bidang_urusan"))
def write_tc29_date(k: Corruption, kind: str) -> Place:
    row = k.draw_one(k.find_rows(T29, kind))
    year = 2000 + read_kode(row)[2] if kind == "program" else 2023
    return k.write(T29, row, "kode", datetime.datetime(year, 2, 17))


@corrupt("KOD010", SIX_CELL_LAYOUTS, variants=(3, 4, 5))
def turn_part_into_date(k: Corruption, at: int) -> Place:
    """A part of a split code became a date."""
    table, row = draw_row(k, "sub_kegiatan")
    cells, first = k.find_kode_cells(table, row)
    cells[first + at] = datetime.datetime(2023, 1, read_kode(row)[at])
    k.expect_lost_kode(table, row)
    place = k.find_place(table, row, "kode")
    number, column = parse_address(place.address)
    return k.copy.find_moved(Place(place.sheet, address(number, column + at)))
