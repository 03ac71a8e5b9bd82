"""JML: sums that do not hold, amounts that can be none, amounts pasted."""

from __future__ import annotations

from layouts import Place, Row
from rules.document import kode
from selaras.model.book import Value

from .tools import BERPISAH, BERTABEL_41, T33, T41, Kerusakan, rusak

TINGKAT = {"JML001": "kegiatan", "JML002": "program", "JML004": "total", "JML005": "sub_kegiatan"}
TAK_BERKODE = ("asli", "tumpuk", "nama-lain")
"""Layouts in which levels can be seen; where nothing is dressed they are read from the sums."""
SALAH_KETIK = ("lebih", "kurang", "tertukar", "nol hilang", "nol lebih")


def salah_ketik(k: Kerusakan, amount: int, how: str) -> int:
    """Return an amount as a slip of the hand leaves it."""
    if how == "lebih":
        return amount + k.bilangan(1, 9_999_999)
    if how == "kurang":
        return amount - k.bilangan(1, min(amount - 1, 9_999_999))
    if how == "nol hilang":
        return amount // 10
    if how == "nol lebih":
        return amount * 10
    text = str(amount)
    swaps = [at for at in range(len(text) - 1) if text[at] != text[at + 1] and text[at + 1] != "0"]
    at = k.draw_one(swaps)
    return int(text[:at] + text[at + 1] + text[at] + text[at + 2 :])


def berjumlah(k: Kerusakan, table: str, key: str, kind: str) -> list[Row]:
    """Return the rows of a level that have an amount and amounts below them."""
    return [
        row
        for row in k.find_with_pagu(table, key, kind)
        if any(isinstance(kid.values[key], int) for kid in k.find_children(table, row))
    ]


def _pagu_salah(k: Kerusakan, kind: str, how: str, *tables: str) -> Place:
    table = k.draw_table(*tables)
    key = "pagu" if kind == "sub_kegiatan" else k.draw_money_column(table)
    row = k.draw_one(berjumlah(k, table, key, kind))
    place = k.tulis(table, row, key, salah_ketik(k, k.pagu(table, row, key), how))
    k.jumlah_patah(table, row, key)
    return place


@rusak("JML001", varian=SALAH_KETIK)
def kegiatan(k: Kerusakan, how: str) -> Place:
    return _pagu_salah(k, "kegiatan", how)


@rusak("JML001", TAK_BERKODE, varian=("lebih", "kurang"))
def kegiatan_tak_berkode(k: Kerusakan, how: str) -> Place:
    return _tak_berkode(k, "kegiatan", how)


@rusak("JML001", varian=("lebih", "tertukar", "kosong", "strip"))
def sub_kegiatan(k: Kerusakan, how: str) -> Place:
    """A sub kegiatan is wrong: so is the sum of its kegiatan."""
    return _anak_salah(k, "sub_kegiatan", how)


@rusak("JML002", varian=SALAH_KETIK)
def program(k: Kerusakan, how: str) -> Place:
    return _pagu_salah(k, "program", how)


@rusak("JML002", TAK_BERKODE, varian=("lebih", "kurang"))
def program_tak_berkode(k: Kerusakan, how: str) -> Place:
    return _tak_berkode(k, "program", how)


@rusak("JML002", varian=("lebih", "nol hilang"))
def kegiatan_dalam_program(k: Kerusakan, how: str) -> Place:
    """A kegiatan is wrong: so is the sum of its program."""
    return _anak_salah(k, "kegiatan", how)


@rusak("JML004", varian=SALAH_KETIK)
def total(k: Kerusakan, how: str) -> Place:
    return _pagu_salah(k, "total", how)


@rusak("JML004", TAK_BERKODE, varian=("lebih", "kurang"))
def total_tak_berkode(k: Kerusakan, how: str) -> Place:
    table = k.draw_table("Tabel 2.1", "Tabel 2.2")
    key = k.draw_money_column(table)
    (row,) = k.find_rows(table, "total")
    return k.tulis(table, row, key, salah_ketik(k, k.pagu(table, row, key), how))


@rusak("JML005", BERPISAH, varian=SALAH_KETIK)
def sub_kegiatan_berincian(k: Kerusakan, how: str) -> Place:
    return _pagu_salah(k, "sub_kegiatan", how)


@rusak("JML005", BERTABEL_41, varian=("lebih", "kurang", "tertukar", "kosong"))
def rincian(k: Kerusakan, how: str) -> Place:
    return _anak_salah(k, "rincian", how)


@rusak("JML001", varian=("", "-"))
def kegiatan_kosong(k: Kerusakan, blank: Value) -> Place:
    return _kosong(k, "kegiatan", blank)


@rusak("JML002", varian=("", "-"))
def program_kosong(k: Kerusakan, blank: Value) -> Place:
    return _kosong(k, "program", blank)


def _kosong(k: Kerusakan, kind: str, blank: Value) -> Place:
    """Blank an amount: told at its own row, and what stands below it is taken for it."""
    table = k.draw_table()
    key = k.draw_money_column(table)
    row = k.draw_one(k.find_with_pagu(table, key, kind))
    return k.tulis(table, row, key, blank)


def _anak_salah(k: Kerusakan, kind: str, how: str) -> Place:
    """Spoil an amount; return the sum above it."""
    table = k.draw_table()
    key = "pagu" if kind == "rincian" else k.draw_money_column(table)
    row = k.draw_one(k.find_with_pagu(table, key, kind))
    blank: dict[str, Value] = {"kosong": None, "strip": "-"}
    if how in blank:
        # Of two rincian one may be blank; where it is the only one there is nothing to add up.
        if kind == "rincian":
            tree = k.pohon(table)
            row = k.draw_one(
                r for r in k.find_with_pagu(table, key, kind) if len(tree.below[tree.above[r.index]]) > 2
            )
        k.tulis(table, row, key, blank[how])
    else:
        k.tulis(table, row, key, salah_ketik(k, k.pagu(table, row, key), how))
    *_, (_, above) = k.jumlah_patah(table, row, key)
    return above


def _tak_berkode(k: Kerusakan, kind: str, how: str) -> Place:
    """Spoil an amount of a table whose levels are read from its numbers and names."""
    table = k.draw_table("Tabel 2.1", "Tabel 2.2")
    key = k.draw_money_column(table)
    row = k.draw_one(berjumlah(k, table, key, kind))
    place = k.tulis(table, row, key, salah_ketik(k, k.pagu(table, row, key), how))
    k.jumlah_patah(table, row, key)
    return place


@rusak("JML003", varian=SALAH_KETIK)
def bidang_urusan(k: Kerusakan, how: str) -> Place:
    """A row of the bidang urusan is put above the programs, with a wrong amount."""
    table = k.draw_table()
    wrong = k.draw_money_column(table)
    first, last = k.find_rows(table, "program")[0], k.find_rows(table, "total")[-1]
    values: dict[str, Value] = {"nama": "URUSAN PEMERINTAHAN BIDANG KOPERASI"}
    for key in ("pagu", "pagu_maju") if table == T33 else ("pagu",):
        amount = k.pagu(table, last, key)
        values[key] = salah_ketik(k, amount, how) if key == wrong else amount
    where = k.sisip(table, first, {"kode": None, **values}, is_below=False)
    _kode_bidang(k, table, first)
    k.akibat.add(("JML004", k.sekarang(table, last, wrong)))
    return where(wrong)


def _kode_bidang(k: Kerusakan, table: str, below: Row) -> None:
    """Write the code of the bidang into the row just inserted above a program."""
    cells, first = k.find_kode_cells(table, below)
    place = k.find_place(table, below, "kode")
    sheet = k.salinan.sheets[place.sheet]
    index = next(at for at, (_, row) in enumerate(sheet.rows) if row is cells) - 1
    new = sheet.rows[index][1]
    if k.terpisah:
        new[first : first + 2] = [2.0, 17.0]
    else:
        new[first] = "2.17"


TERBAGI = ("titik koma", "baris baru", "tiga sumber", "dengan Rp", "rincian")


@rusak("JML006", BERTABEL_41, varian=TERBAGI)
def sumber_terbagi(k: Kerusakan, how: str) -> Place:
    """The source cell splits the amount, and the parts do not add up to it."""
    table = k.draw_table()
    kinds = ("rincian",) if how == "rincian" else ("kegiatan", "sub_kegiatan")
    row = k.draw_one(r for r in k.find_with_pagu(table, "pagu", *kinds) if int(str(r.values["pagu"])) > 10**6)
    amount = k.pagu(table, row, "pagu")
    parts = [amount // 3, amount - amount // 3 - k.bilangan(1, 99_999)]
    if how == "tiga sumber":
        parts = [parts[0] // 2, parts[0] - parts[0] // 2, parts[1]]
    sign = "Rp. " if how == "dengan Rp" else ""
    names = ("APBD", "DID", "DAK Non Fisik")
    texts = [
        f"{name} {sign}{part:,}".replace(",", ".") for name, part in zip(names, parts, strict=False)
    ]
    k.tulis(table, row, "sumber_dana", ("\n" if how == "baris baru" else "; ").join(texts))
    return k.sekarang(table, row, "pagu")


TAK_TERBACA = ("25.OOO.OOO", "Rp 1.500.00O,-", "lima juta lima ratus", "12.5OO.000", "1.500 orang")


@rusak("JML007", varian=TAK_TERBACA)
def tak_terbaca(k: Kerusakan, text: str) -> Place:
    table = k.draw_table()
    key = k.draw_money_column(table)
    row = k.draw_one(k.find_with_pagu(table, key))
    return k.tulis(table, row, key, text)


@rusak("JML007", varian=("negatif", "bersen", "tak hingga"))
def bukan_rupiah(k: Kerusakan, how: str) -> Place:
    table = k.draw_table()
    key = k.draw_money_column(table)
    row = k.draw_one(k.find_with_pagu(table, key))
    amount = k.pagu(table, row, key)
    wrong = {"negatif": float(-amount), "bersen": amount + 0.5, "tak hingga": float("inf")}[how]
    place = k.tulis(table, row, key, wrong)
    k.jumlah_patah(table, row, key)
    return place


@rusak("JML007", ("asli", "tumpuk", "bergeser"))
def rincian_tak_terbaca(k: Kerusakan) -> Place:
    table = k.draw_table()
    row = k.draw_one(k.find_with_pagu(table, "pagu", "rincian"))
    return k.tulis(table, row, "pagu", "3O.OOO.OOO")


def _tetangga(k: Kerusakan, table: str, source: Row, rows: list[Row]) -> list[Row]:
    """Return rows of the same program near enough to be pasted over, whose siblings stay."""
    tree = k.pohon(table)
    near = [row for row in rows if abs(rows.index(row) - rows.index(source)) in range(1, 6)]
    return [
        row
        for row in near
        if kode(row)[:3] == kode(source)[:3]
        and len(tree.below[tree.above[row.index]]) > 1
        and int(str(row.values["pagu"])) < int(str(source.values["pagu"]))
    ]


@rusak("JML008", varian=("pagu", "pagu dan target", "pagu maju"))
def tertempel(k: Kerusakan, how: str) -> Place:
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
        for r in _tetangga(k, T33, source, rows)
        if r.values[other] != source.values[other] and r.values[key] != source.values[key]
    )
    k.tulis(T33, row, key, k.pagu(T33, source, key))
    if how == "pagu dan target":
        k.tulis(T33, row, "target", k.read_value(T33, source, "target"))
    k.jumlah_patah(T33, row, key)
    return k.sekarang(T33, row, key)


@rusak("JML008", BERTABEL_41)
def kegiatan_dan_anaknya_tertempel(k: Kerusakan) -> Place:
    """As in the document: a kegiatan and its only sub kegiatan get those of another kegiatan."""
    key = "pagu_maju"
    only = [row for row in k.find_with_pagu(T33, key, "kegiatan") if len(k.find_children(T33, row)) == 1]
    source = k.draw_one(r for r in only if len(str(r.values[key]).rstrip("0")) >= 5)
    row = k.draw_one(r for r in only if r is not source and kode(r)[:3] == kode(source)[:3])
    for one, other in ((row, source), (k.find_children(T33, row)[0], k.find_children(T33, source)[0])):
        k.tulis(T33, one, key, k.pagu(T33, other, key))
    k.jumlah_patah(T33, row, key)
    return k.sekarang(T33, row, key)


@rusak("JML008", BERTABEL_41)
def tertempel_di_tabel_41(k: Kerusakan) -> Place:
    """Tabel 4.1 has one money column: the pasted target and the broken sum tell."""
    rows = k.find_with_pagu(T41, "pagu", "sub_kegiatan")
    source = k.draw_one(r for r in rows if len(str(r.values["pagu"]).rstrip("0")) >= 5)
    row = k.draw_one(r for r in _tetangga(k, T41, source, rows) if r.index > source.index)
    for key in ("pagu", "target"):
        k.tulis(T41, row, key, k.read_value(T41, source, key))
    k.jumlah_patah(T41, row, "pagu")
    return k.sekarang(T41, row, "pagu")
