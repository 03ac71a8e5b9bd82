"""KOD: codes of no level, without parent, twice, out of style or order, of others."""

from __future__ import annotations

import datetime
from itertools import pairwise

from layouts import Place, Row
from rules.document import kode, posisi
from selaras.model.setting import Opd, Pemda, Setting
from selaras.values.a1 import address

from .tools import BERKODE, BERPISAH, SATU_SEL, T29, T31, T33, T41, Kerusakan, rusak

SATU = SATU_SEL[:3]


def rusak_di(k: Kerusakan, *kinds: str) -> tuple[str, Row]:
    """Draw a row with a code of one of the plan tables."""
    table = k.draw_table()
    return table, k.draw_one(k.find_rows(table, *kinds))


def tak_terbaca(k: Kerusakan, table: str, row: Row) -> None:
    """State what follows from a code that cannot be read: a program may be none any more."""
    k.kode_hilang(table, row)
    if table == T33 and row.kind == "program":
        k.patah("RKP001", T31, k.di_reviu(row), "nama")
    for below in k.keturunan(table, row):
        k.patah("KOD002", table, below, "kode")


BENTUK = (
    *("terlalu panjang", "huruf l", "huruf O", "nol lebih", "titik ganda", "garis miring"),
    *("kewenangan 02", "empat bagian"),
)


@rusak("KOD001", SATU, varian=BENTUK)
def bentuk(k: Kerusakan, how: str) -> Place:
    deep = how in ("kewenangan 02", "empat bagian")
    table, row = rusak_di(k, *(("kegiatan", "sub_kegiatan") if deep else BERKODE))
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
    place = k.tulis(table, row, "kode", wrong)
    tak_terbaca(k, table, row)
    return place


@rusak("KOD001", BERPISAH, varian=("02", "l7", "O"))
def bentuk_terpisah(k: Kerusakan, how: str) -> Place:
    table, row = rusak_di(k, "kegiatan", "sub_kegiatan")
    cells, first = k.find_kode_cells(table, row)
    at, value = {"02": (3, "02"), "l7": (1, "l7"), "O": (4, f"O{kode(row)[4] % 10}")}[how]
    cells[first + at] = value
    tak_terbaca(k, table, row)
    return k.sekarang(table, row, "kode")


@rusak("KOD002", varian=("program", "kegiatan"))
def induk_dihapus(k: Kerusakan, kind: str) -> Place:
    table, row = rusak_di(k, kind)
    k.hapus(table, row)
    kids = [kid for kid in k.find_children(table, row) if kid.kind != "rincian"]
    for kid in kids:
        k.patah("KOD002", table, kid, "kode")
    for above in k.leluhur(table, row):
        for key in ("pagu", "pagu_maju") if table == T33 else ("pagu",):
            k.patah({"program": "JML002", "total": "JML004"}[above.kind], table, above, key)
    _hilang(k, table, row)
    return k.sekarang(table, k.draw_one(kids), "kode")


def _hilang(k: Kerusakan, table: str, row: Row) -> None:
    """State what follows in the other tables from a row that is not there."""
    other = k.di_tempat_lain(table, row)
    if other is not None:
        k.patah("TBL004", *other, "kode")
    if table == T33 and row.kind == "program":
        k.patah("RKP001", T31, k.di_reviu(row), "nama")


@rusak("KOD002", varian=("kegiatan lain", "program lain"))
def kode_induk_lain(k: Kerusakan, how: str) -> Place:
    """A number of the parent is mistyped: there is no such parent."""
    table, row = rusak_di(k, "sub_kegiatan")
    code = list(kode(row))
    code[4 if how == "kegiatan lain" else 2] = k.bilangan(60, 98)
    place = k.tulis_kode(table, row, code)
    k.kode_hilang(table, row)
    return place


@rusak("KOD002")
def di_bawah_induk_lain(k: Kerusakan) -> Place:
    """A sub kegiatan, with all that belongs to it, stands between those of another kegiatan."""
    table = k.draw_table()
    tree = k.pohon(table)
    subs = k.find_rows(table, "sub_kegiatan")
    row = k.draw_one(r for r in subs if len(tree.below[tree.above[r.index]]) > 1)
    other = k.draw_one(
        r
        for r in subs
        if tree.above[r.index] != tree.above[row.index]
        and tree.below[tree.above[r.index]][-1] is not r
    )
    place = k.find_place(table, row, "kode")
    sheet = k.salinan.sheets[place.sheet]
    at = sheet.indeks(posisi(place.address)[0])
    block = sheet.rows[at : at + _tinggi(k, table, row)]
    del sheet.rows[at : at + len(block)]
    goal = sheet.indeks(posisi(k.find_place(table, other, "kode").address)[0])
    goal += _tinggi(k, table, other)
    sheet.rows[goal:goal] = block
    return k.sekarang(table, row, "kode")


def _tinggi(k: Kerusakan, table: str, row: Row) -> int:
    """Return how many rows a sub kegiatan takes, with its rincian and their heading."""
    kids = k.find_children(table, row)
    return (2 if k.asal.nama == "sipd-2baris" else 1) + len(kids) + bool(kids)


@rusak("KOD002")
def di_tc29(k: Kerusakan) -> Place:
    """The kegiatan's row is missing in T-C.29, as where the scan lost it."""
    row = k.draw_one(r for r in k.find_rows(T29, "kegiatan") if _bawahan(k, r))
    k.hapus(T29, row)
    kids = _bawahan(k, row)
    for kid in kids:
        k.patah("KOD002", T29, kid, "kode")
    return k.sekarang(T29, k.draw_one(kids), "kode")


def _bawahan(k: Kerusakan, row: Row) -> list[Row]:
    return [r for r in k.find_rows(T29, "sub_kegiatan") if kode(r)[:5] == kode(row)]


@rusak("KOD003", varian=BERKODE)
def baris_tersalin(k: Kerusakan, kind: str) -> Place:
    table, row = rusak_di(k, kind)
    place = k.find_place(table, row, "kode")
    new = k.salinan.gandakan(place.sheet, posisi(place.address)[0])
    k.leluhur_patah(table, row)
    return Place(place.sheet, place.address.rstrip("0123456789") + str(new))


@rusak("KOD003")
def kode_tetangga(k: Kerusakan) -> Place:
    """A sub kegiatan has the code of the one before it."""
    return _dari_tetangga(k, "sub_kegiatan")


@rusak("KOD002")
def kode_kegiatan_tetangga(k: Kerusakan) -> Place:
    """A kegiatan has the code of the one before it: the rows below it say which was meant."""
    return _dari_tetangga(k, "kegiatan")


def _dari_tetangga(k: Kerusakan, kind: str) -> Place:
    table = k.draw_table()
    tree = k.pohon(table)
    pairs = [
        (one, other)
        for kids in tree.below.values()
        for one, other in pairwise(kids)
        if one.kind == kind
    ]
    one, other = k.draw_one(pairs)
    place = k.tulis_kode(table, other, kode(one))
    k.kode_hilang(table, other)
    k.kode_hilang(table, one)
    k.pagu_beda(table, one)
    return place


@rusak("KOD003")
def ganda_di_tc29(k: Kerusakan) -> Place:
    row = k.draw_one(k.find_rows(T29, "sub_kegiatan"))
    place = k.find_place(T29, row, "kode")
    new = k.salinan.gandakan(place.sheet, posisi(place.address)[0])
    return Place(place.sheet, place.address.rstrip("0123456789") + str(new))


GAYA = ("digit lain", "tanpa nol", "spasi", "strip", "titik di akhir")


@rusak("KOD004", SATU, varian=GAYA)
def gaya(k: Kerusakan, how: str) -> Place:
    table, row = rusak_di(k, "sub_kegiatan")
    code = str(k.read_value(table, row, "kode"))
    two = k.asal.nama == "titik-2"
    forms = {
        "digit lain": code[:-2] + "00" + code[-2:] if two else code[:-4] + code[-2:],
        "tanpa nol": ".".join(str(int(part)) for part in code.split(".")),
        "spasi": code.replace(".", " "),
        "strip": code.replace(".", "-"),
        "titik di akhir": code + ".",
    }
    return k.tulis(table, row, "kode", forms[how])


@rusak("KOD007", varian=(1, 3, 7))
def kewenangan_lain(k: Kerusakan, digit: int) -> Place:
    table, row = rusak_di(k, "sub_kegiatan")
    code = list(kode(row))
    code[3] = digit
    place = k.tulis_kode(table, row, code)
    k.patah("KOD002", table, row, "kode")
    k.kode_hilang(table, row)
    return place


@rusak("KOD007")
def kewenangan_kegiatan(k: Kerusakan) -> Place:
    table, row = rusak_di(k, "kegiatan")
    code = list(kode(row))
    code[3] = 1
    place = k.tulis_kode(table, row, code)
    k.patah("KOD002", table, row, "kode")
    k.kode_hilang(table, row)
    return place


@rusak("KOD007")
def kewenangan_di_tc29(k: Kerusakan) -> Place:
    row = k.draw_one(k.find_rows(T29, "sub_kegiatan"))
    code = list(kode(row))
    code[3] = 1
    place = k.tulis_kode(T29, row, code)
    k.patah("KOD002", T29, row, "kode")
    return place


@rusak("KOD007", varian=("kabupaten", "kota"))
def kewenangan_menurut_pemda(k: Kerusakan, jenis: str) -> Place:
    k.setting = Setting(pemda=Pemda(jenis=jenis))
    return kewenangan_lain(k, 1)


@rusak("KOD008", varian=((2, 71), (1, 17), (3, 31)))
def bidang_lain(k: Kerusakan, bidang: tuple[int, int]) -> Place:
    """One row is of another bidang urusan, without a parent there."""
    table, row = rusak_di(k, "sub_kegiatan")
    place = k.tulis_kode(table, row, (*bidang, *kode(row)[2:]))
    k.patah("KOD002", table, row, "kode")
    k.kode_hilang(table, row)
    return place


@rusak("KOD008")
def bidang_lain_di_tc29(k: Kerusakan) -> Place:
    row = k.draw_one(k.find_rows(T29, "sub_kegiatan"))
    place = k.tulis_kode(T29, row, (2, 71, *kode(row)[2:]))
    k.patah("KOD002", T29, row, "kode")
    return place


@rusak("KOD008", varian=BERKODE)
def bukan_bidang_opd(k: Kerusakan, kind: str) -> Place:
    """The agency's code is set, and a row is of a bidang that it does not carry out."""
    k.setting = Setting(opd=Opd(kode="2.17.0.00.0.00.01.0000"))
    table, row = rusak_di(k, kind)
    place = k.tulis_kode(table, row, (3, 30, *kode(row)[2:]))
    k.patah("KOD002", table, row, "kode")
    k.kode_hilang(table, row)
    return place


def _bersaudara(k: Kerusakan, table: str, kind: str) -> tuple[Row, Row]:
    """Draw two rows one after the other under the same parent."""
    pairs = [
        (one, other)
        for kids in k.pohon(table).below.values()
        for one, other in pairwise(kids)
        if one.kind == kind
    ]
    return k.draw_one(pairs)


@rusak("KOD009", varian=("pertama", "terakhir"))
def nomor_lain(k: Kerusakan, which: str) -> Place:
    """A sub kegiatan has a number that belongs elsewhere among its siblings."""
    table = k.draw_table()
    kids = k.draw_one(
        kids
        for kids in k.pohon(table).below.values()
        if kids and kids[0].kind == "sub_kegiatan" and len(kids) >= 4 and kode(kids[0])[5] > 1
    )
    row = kids[1] if which == "pertama" else kids[-1]
    code = list(kode(row))
    code[5] = 99 if which == "pertama" else kode(kids[0])[5] - 1
    place = k.tulis_kode(table, row, code)
    k.kode_hilang(table, row)
    return place


@rusak("KOD009", varian=("T-C.33", "Tabel 4.1", "T-C.29"))
def baris_dipindahkan(k: Kerusakan, table: str) -> Place:
    """The last sub kegiatan of a kegiatan, with all that belongs to it, stands first."""
    table = k.draw_table(table, T33)
    if table == T29:
        rows = k.find_rows(T29, "sub_kegiatan")
        groups: dict[tuple[int, ...], list[Row]] = {}
        for one in rows:
            groups.setdefault(kode(one)[:5], []).append(one)
        kids = k.draw_one(g for g in groups.values() if len(g) >= 3)
    else:
        kids = list(
            k.draw_one(
                kids
                for kids in k.pohon(table).below.values()
                if kids and kids[0].kind == "sub_kegiatan" and len(kids) >= 3
            )
        )
    row = kids[-1]
    place = k.find_place(table, row, "kode")
    sheet = k.salinan.sheets[place.sheet]
    at = sheet.indeks(posisi(place.address)[0])
    tall = 1 if table == T29 else _tinggi(k, table, row)
    while table == T29 and not str(sheet.rows[at + tall][1][posisi(place.address)[1] - 1] or ""):
        tall += 1
    block = sheet.rows[at : at + tall]
    del sheet.rows[at : at + tall]
    goal = sheet.indeks(posisi(k.find_place(table, kids[0], "kode").address)[0])
    sheet.rows[goal:goal] = block
    return k.sekarang(table, row, "kode")


@rusak("KOD010", SATU, varian=(T33, T41))
def tanggal(k: Kerusakan, table: str) -> Place:
    """2.17.01 typed as 2-17-01 becomes 17 February 2001."""
    table = k.draw_table(table, T33)
    row = k.draw_one(k.find_rows(table, "program"))
    return k.tulis(table, row, "kode", datetime.datetime(2000 + kode(row)[2], 2, 17))


@rusak("KOD010", ("titik-2", "titik-4"), varian=("program", "bidang_urusan"))
def tanggal_di_tc29(k: Kerusakan, kind: str) -> Place:
    row = k.draw_one(k.find_rows(T29, kind))
    year = 2000 + kode(row)[2] if kind == "program" else 2023
    return k.tulis(T29, row, "kode", datetime.datetime(year, 2, 17))


@rusak("KOD010", BERPISAH, varian=(3, 4, 5))
def bagian_menjadi_tanggal(k: Kerusakan, at: int) -> Place:
    """A part of a split code became a date."""
    table, row = rusak_di(k, "sub_kegiatan")
    cells, first = k.find_kode_cells(table, row)
    cells[first + at] = datetime.datetime(2023, 1, kode(row)[at])
    k.kode_hilang(table, row)
    place = k.find_place(table, row, "kode")
    number, column = posisi(place.address)
    return k.salinan.alamat(Place(place.sheet, address(number, column + at)))
