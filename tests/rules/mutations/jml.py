"""JML: sums that do not hold, amounts that can be none, amounts pasted."""

from __future__ import annotations

from layouts import Place, Row
from rules.document import read_kode
from selaras.model.book import Value

from .tools import SIX_CELL_LAYOUTS, T33, T41, TABLE_41_LAYOUTS, Corruption, corrupt

LEVEL_OF_RULE = {
    "JML001": "kegiatan",
    "JML002": "program",
    "JML004": "total",
    "JML005": "sub_kegiatan",
}
UNCODED_LAYOUTS = ("asli", "tumpuk", "nama-lain")
"""Layouts in which levels can be seen; where nothing is dressed they are read from the sums."""
SLIPS = ("lebih", "kurang", "tertukar", "nol hilang", "nol lebih")


def mistype_amount(k: Corruption, amount: int, how: str) -> int:
    """Return an amount as a slip of the hand leaves it."""
    if how == "lebih":
        return amount + k.draw_number(1, 9_999_999)
    if how == "kurang":
        return amount - k.draw_number(1, min(amount - 1, 9_999_999))
    if how == "nol hilang":
        return amount // 10
    if how == "nol lebih":
        return amount * 10
    text = str(amount)
    swaps = [at for at in range(len(text) - 1) if text[at] != text[at + 1] and text[at + 1] != "0"]
    at = k.draw_one(swaps)
    return int(text[:at] + text[at + 1] + text[at] + text[at + 2 :])


def find_summed(k: Corruption, table: str, key: str, kind: str) -> list[Row]:
    """Return the rows of a level that have an amount and amounts below them."""
    return [
        row
        for row in k.find_with_pagu(table, key, kind)
        if any(isinstance(kid.values[key], int) for kid in k.find_children(table, row))
    ]


def _spoil_pagu(k: Corruption, kind: str, how: str, *tables: str) -> Place:
    table = k.draw_table(*tables)
    key = "pagu" if kind == "sub_kegiatan" else k.draw_money_column(table)
    row = k.draw_one(find_summed(k, table, key, kind))
    place = k.write(table, row, key, mistype_amount(k, k.read_pagu(table, row, key), how))
    k.expect_broken_sums(table, row, key)
    return place


@corrupt("JML001", variants=SLIPS)
def mistype_kegiatan(k: Corruption, how: str) -> Place:
    return _spoil_pagu(k, "kegiatan", how)


@corrupt("JML001", UNCODED_LAYOUTS, variants=("lebih", "kurang"))
def spoil_uncoded_kegiatan(k: Corruption, how: str) -> Place:
    return _spoil_uncoded(k, "kegiatan", how)


@corrupt("JML001", variants=("lebih", "tertukar", "kosong", "strip"))
def spoil_sub_kegiatan_of_kegiatan(k: Corruption, how: str) -> Place:
    """A sub kegiatan is wrong: so is the sum of its kegiatan."""
    return _spoil_child(k, "sub_kegiatan", how)


@corrupt("JML002", variants=SLIPS)
def mistype_program(k: Corruption, how: str) -> Place:
    return _spoil_pagu(k, "program", how)


@corrupt("JML002", UNCODED_LAYOUTS, variants=("lebih", "kurang"))
def spoil_uncoded_program(k: Corruption, how: str) -> Place:
    return _spoil_uncoded(k, "program", how)


@corrupt("JML002", variants=("lebih", "nol hilang"))
def spoil_kegiatan_of_program(k: Corruption, how: str) -> Place:
    """A kegiatan is wrong: so is the sum of its program."""
    return _spoil_child(k, "kegiatan", how)


@corrupt("JML004", variants=SLIPS)
def mistype_total(k: Corruption, how: str) -> Place:
    return _spoil_pagu(k, "total", how)


@corrupt("JML004", UNCODED_LAYOUTS, variants=("lebih", "kurang"))
def spoil_uncoded_total(k: Corruption, how: str) -> Place:
    table = k.draw_table("Tabel 2.1", "Tabel 2.2")
    key = k.draw_money_column(table)
    (row,) = k.find_rows(table, "total")
    return k.write(table, row, key, mistype_amount(k, k.read_pagu(table, row, key), how))


@corrupt("JML005", SIX_CELL_LAYOUTS, variants=SLIPS)
def spoil_sub_kegiatan_with_rincian(k: Corruption, how: str) -> Place:
    return _spoil_pagu(k, "sub_kegiatan", how)


@corrupt("JML005", TABLE_41_LAYOUTS, variants=("lebih", "kurang", "tertukar", "kosong"))
def spoil_rincian(k: Corruption, how: str) -> Place:
    return _spoil_child(k, "rincian", how)


@corrupt("JML001", variants=("", "-"))
def blank_kegiatan(k: Corruption, blank: Value) -> Place:
    return _blank_amount(k, "kegiatan", blank)


@corrupt("JML002", variants=("", "-"))
def blank_program(k: Corruption, blank: Value) -> Place:
    return _blank_amount(k, "program", blank)


def _blank_amount(k: Corruption, kind: str, blank: Value) -> Place:
    """Blank an amount: told at its own row, and what stands below it is taken for it."""
    table = k.draw_table()
    key = k.draw_money_column(table)
    row = k.draw_one(k.find_with_pagu(table, key, kind))
    return k.write(table, row, key, blank)


def _spoil_child(k: Corruption, kind: str, how: str) -> Place:
    """Spoil an amount; return the sum above it."""
    table = k.draw_table()
    key = "pagu" if kind == "rincian" else k.draw_money_column(table)
    row = k.draw_one(k.find_with_pagu(table, key, kind))
    blank: dict[str, Value] = {"kosong": None, "strip": "-"}
    if how in blank:
        # Of two rincian one may be blank; where it is the only one there is nothing to add up.
        if kind == "rincian":
            tree = k.build_tree(table)
            row = k.draw_one(
                r
                for r in k.find_with_pagu(table, key, kind)
                if len(tree.below[tree.above[r.index]]) > 2
            )
        k.write(table, row, key, blank[how])
    else:
        k.write(table, row, key, mistype_amount(k, k.read_pagu(table, row, key), how))
    *_, (_, above) = k.expect_broken_sums(table, row, key)
    return above


def _spoil_uncoded(k: Corruption, kind: str, how: str) -> Place:
    """Spoil an amount of a table whose levels are read from its numbers and names."""
    table = k.draw_table("Tabel 2.1", "Tabel 2.2")
    key = k.draw_money_column(table)
    row = k.draw_one(find_summed(k, table, key, kind))
    place = k.write(table, row, key, mistype_amount(k, k.read_pagu(table, row, key), how))
    k.expect_broken_sums(table, row, key)
    return place


@corrupt("JML003", variants=SLIPS)
def insert_bidang_urusan(k: Corruption, how: str) -> Place:
    """A row of the bidang urusan is put above the programs, with a wrong amount."""
    table = k.draw_table()
    wrong = k.draw_money_column(table)
    first, last = k.find_rows(table, "program")[0], k.find_rows(table, "total")[-1]
    values: dict[str, Value] = {"nama": "URUSAN PEMERINTAHAN BIDANG KOPERASI"}
    for key in ("pagu", "pagu_maju") if table == T33 else ("pagu",):
        amount = k.read_pagu(table, last, key)
        values[key] = mistype_amount(k, amount, how) if key == wrong else amount
    where = k.insert(table, first, {"kode": None, **values}, is_below=False)
    _write_kode_bidang(k, table, first)
    k.effects.add(("JML004", k.find_now(table, last, wrong)))
    return where(wrong)


def _write_kode_bidang(k: Corruption, table: str, below: Row) -> None:
    """Write the code of the bidang into the row just inserted above a program."""
    cells, first = k.find_kode_cells(table, below)
    place = k.find_place(table, below, "kode")
    sheet = k.copy.sheets[place.sheet]
    index = next(at for at, (_, row) in enumerate(sheet.rows) if row is cells) - 1
    new = sheet.rows[index][1]
    if k.has_separate_kode:
        new[first : first + 2] = [2.0, 17.0]
    else:
        new[first] = "2.17"


SPLIT_FORMS = ("titik koma", "baris baru", "tiga sumber", "dengan Rp", "rincian")


@corrupt("JML006", TABLE_41_LAYOUTS, variants=SPLIT_FORMS)
def split_sumber(k: Corruption, how: str) -> Place:
    """The source cell splits the amount, and the parts do not add up to it."""
    table = k.draw_table()
    kinds = ("rincian",) if how == "rincian" else ("kegiatan", "sub_kegiatan")
    row = k.draw_one(
        r for r in k.find_with_pagu(table, "pagu", *kinds) if int(str(r.values["pagu"])) > 10**6
    )
    amount = k.read_pagu(table, row, "pagu")
    parts = [amount // 3, amount - amount // 3 - k.draw_number(1, 99_999)]
    if how == "tiga sumber":
        parts = [parts[0] // 2, parts[0] - parts[0] // 2, parts[1]]
    sign = "Rp. " if how == "dengan Rp" else ""
    names = ("APBD", "DID", "DAK Non Fisik")
    texts = [
        f"{name} {sign}{part:,}".replace(",", ".") for name, part in zip(names, parts, strict=False)
    ]
    k.write(table, row, "sumber_dana", ("\n" if how == "baris baru" else "; ").join(texts))
    return k.find_now(table, row, "pagu")


UNREADABLE_AMOUNTS = (
    "25.OOO.OOO",
    "Rp 1.500.00O,-",
    "lima juta lima ratus",
    "12.5OO.000",
    "1.500 orang",
)


@corrupt("JML007", variants=UNREADABLE_AMOUNTS)
def write_unreadable_amount(k: Corruption, text: str) -> Place:
    table = k.draw_table()
    key = k.draw_money_column(table)
    row = k.draw_one(k.find_with_pagu(table, key))
    return k.write(table, row, key, text)


@corrupt("JML007", variants=("negatif", "bersen", "tak hingga"))
def write_impossible_amount(k: Corruption, how: str) -> Place:
    table = k.draw_table()
    key = k.draw_money_column(table)
    row = k.draw_one(k.find_with_pagu(table, key))
    amount = k.read_pagu(table, row, key)
    wrong = {"negatif": float(-amount), "bersen": amount + 0.5, "tak hingga": float("inf")}[how]
    place = k.write(table, row, key, wrong)
    k.expect_broken_sums(table, row, key)
    return place


@corrupt("JML007", ("asli", "tumpuk", "bergeser"))
def write_unreadable_rincian(k: Corruption) -> Place:
    table = k.draw_table()
    row = k.draw_one(k.find_with_pagu(table, "pagu", "rincian"))
    return k.write(table, row, "pagu", "3O.OOO.OOO")


def _find_neighbours(k: Corruption, table: str, source: Row, rows: list[Row]) -> list[Row]:
    """Return rows of the same program near enough to be pasted over, whose siblings stay."""
    tree = k.build_tree(table)
    near = [row for row in rows if abs(rows.index(row) - rows.index(source)) in range(1, 6)]
    return [
        row
        for row in near
        if read_kode(row)[:3] == read_kode(source)[:3]
        and len(tree.below[tree.above[row.index]]) > 1
        and int(str(row.values["pagu"])) < int(str(source.values["pagu"]))
    ]


@corrupt("JML008", variants=("pagu", "pagu dan target", "pagu maju"))
def paste_amount(k: Corruption, how: str) -> Place:
    """The amount of a neighbour, and perhaps its target, is pasted over that of a row."""
    key = "pagu_maju" if how == "pagu maju" else "pagu"
    other = "pagu" if key == "pagu_maju" else "pagu_maju"
    rows = [
        row
        for row in k.find_with_pagu(T33, "pagu", "sub_kegiatan")
        if isinstance(row.values["pagu_maju"], int)
    ]
    source = k.draw_one(r for r in rows if len(str(r.values[key]).rstrip("0")) >= 5)
    row = k.draw_one(
        r
        for r in _find_neighbours(k, T33, source, rows)
        if r.values[other] != source.values[other] and r.values[key] != source.values[key]
    )
    k.write(T33, row, key, k.read_pagu(T33, source, key))
    if how == "pagu dan target":
        k.write(T33, row, "target", k.read_value(T33, source, "target"))
    k.expect_broken_sums(T33, row, key)
    return k.find_now(T33, row, key)


@corrupt("JML008", TABLE_41_LAYOUTS)
def paste_kegiatan_and_child(k: Corruption) -> Place:
    """As in the document: a kegiatan and its only sub kegiatan get those of another kegiatan."""
    key = "pagu_maju"
    only = [
        row for row in k.find_with_pagu(T33, key, "kegiatan") if len(k.find_children(T33, row)) == 1
    ]
    source = k.draw_one(r for r in only if len(str(r.values[key]).rstrip("0")) >= 5)
    row = k.draw_one(
        r for r in only if r is not source and read_kode(r)[:3] == read_kode(source)[:3]
    )
    for one, other in (
        (row, source),
        (k.find_children(T33, row)[0], k.find_children(T33, source)[0]),
    ):
        k.write(T33, one, key, k.read_pagu(T33, other, key))
    k.expect_broken_sums(T33, row, key)
    return k.find_now(T33, row, key)


@corrupt("JML008", TABLE_41_LAYOUTS)
def paste_in_table_41(k: Corruption) -> Place:
    """Tabel 4.1 has one money column: the pasted target and the broken sum tell."""
    rows = k.find_with_pagu(T41, "pagu", "sub_kegiatan")
    source = k.draw_one(r for r in rows if len(str(r.values["pagu"]).rstrip("0")) >= 5)
    row = k.draw_one(r for r in _find_neighbours(k, T41, source, rows) if r.index > source.index)
    for key in ("pagu", "target"):
        k.write(T41, row, key, k.read_value(T41, source, key))
    k.expect_broken_sums(T41, row, "pagu")
    return k.find_now(T41, row, "pagu")
