"""RST: the evaluation of T-C.29, the performance of T-C.30, and the plan against both."""

from __future__ import annotations

import re
from decimal import Decimal

from layouts import Place, Row
from rules.document import angka, kode, posisi
from selaras.model.book import Value

from .tools import T29, T30, T31, T33, T41, Kerusakan, rusak

TATA = ("asli", "titik-4", "tumpuk", "bergeser")


def berangka(k: Kerusakan, table: str, *keys: str) -> list[Row]:
    """Return the rows with a number in all these columns."""
    return [row for row in k.find_rows(table) if all(angka(row.values.get(key)) for key in keys)]


def kali(text: object, factor: Decimal) -> str:
    """Return a target with its number multiplied, written as it was."""
    number = angka(text)
    assert number
    wrong = f"{(number * factor).normalize():f}".replace(".", ",")
    return re.sub(r"\d+(?:\.\d{3})*(?:,\d+)?", wrong, str(text), count=1)


FAKTOR = ("2", "3", "0.5", "7", "1.1")


@rusak("RST001", TATA, varian=FAKTOR)
def kolom_8(k: Kerusakan, factor: str) -> Place:
    row = k.draw_one(berangka(k, T29, "target_renja", "realisasi_renja", "tingkat_realisasi"))
    wrong = kali(row.values["tingkat_realisasi"], Decimal(factor))
    return k.tulis(T29, row, "tingkat_realisasi", wrong)


@rusak("RST001", TATA)
def kolom_7(k: Kerusakan) -> Place:
    """The realisation is another: column 8 is not its share any more."""
    row = k.draw_one(berangka(k, T29, "target_renja", "realisasi_renja", "tingkat_realisasi"))
    wrong = kali(row.values["realisasi_renja"], Decimal(3))
    k.tulis(T29, row, "realisasi_renja", wrong)
    return k.sekarang(T29, row, "tingkat_realisasi")


@rusak("RST002", TATA, varian=("", "-", "7", "13", "0.5"))
def kolom_10(k: Kerusakan, how: str) -> Place:
    row = k.draw_one(berangka(k, T29, "target_berjalan", "realisasi_berjalan"))
    wrong: Value = how
    if how not in ("", "-"):
        wrong = kali(row.values["realisasi_berjalan"], Decimal(how))
    return k.tulis(T29, row, "realisasi_berjalan", wrong)


@rusak("RST002", TATA)
def kolom_9(k: Kerusakan) -> Place:
    """A cumulative target is another: column 10 does not add it up any more."""
    rows = berangka(k, T29, "target_berjalan", "realisasi_berjalan")
    row = k.draw_one(
        r for r in rows if re.fullmatch(r"\d+ [a-zA-Z]+", str(r.values["target_berjalan"]))
    )
    k.tulis(T29, row, "target_berjalan", kali(row.values["target_berjalan"], Decimal(3)))
    return k.sekarang(T29, row, "realisasi_berjalan")


@rusak("RST003", TATA, varian=("100%", "12,5%", "300%", "0,5%", "99%"))
def kolom_11(k: Kerusakan, text: str) -> Place:
    row = k.draw_one(
        r
        for r in berangka(k, T29, "target_akhir", "realisasi_berjalan", "tingkat_capaian")
        if abs((angka(r.values["tingkat_capaian"]) or 0) - (angka(text) or 0)) > 1
    )
    return k.tulis(T29, row, "tingkat_capaian", text)


def setara(k: Kerusakan, table: str, other: str) -> list[tuple[Row, Row]]:
    """Return rows of two tables with the very same indicator, which stands once in each."""
    found = []
    for row in k.find_rows(table):
        same = [r for r in k.find_rows(other) if _kunci(r) == _kunci(row)]
        own = [r for r in k.find_rows(table) if _kunci(r) == _kunci(row)]
        if row.values.get("indikator") and len(same) == len(own) == 1:
            found.append((row, same[0]))
    return found


def _kunci(row: Row) -> str:
    return str(row.values.get("indikator") or "").casefold()


@rusak("RST004", TATA, varian=FAKTOR)
def target_rencana(k: Kerusakan, factor: str) -> Place:
    """The plan has another target than the Renstra of that year."""
    row, other = k.draw_one(_terencana(k))
    k.draw_one([True] if angka(row.values["target"]) == angka(other.values["target_4"]) else [])
    return k.tulis(T33, row, "target", kali(row.values["target"], Decimal(factor)))


def _terencana(k: Kerusakan) -> list[tuple[Row, Row]]:
    return [
        (row, other)
        for row, other in setara(k, T33, T30)
        if angka(row.values["target"]) and angka(other.values["target_4"])
    ]


@rusak("RST004", TATA)
def target_renstra(k: Kerusakan) -> Place:
    """The Renstra has another target than the plan of that year."""
    row, other = k.draw_one(_terencana(k))
    k.tulis(T30, other, "target_4", kali(other.values["target_4"], Decimal(2)))
    return k.sekarang(T33, row, "target")


TAHUN = (("target_2", "target_renja"), ("target_3", "target_berjalan"))


def _beda(k: Kerusakan, mine: str, theirs: str) -> tuple[Row, Row]:
    pairs = setara(k, T29, T30)
    return k.draw_one(
        (row, other)
        for row, other in pairs
        if angka(row.values.get(mine)) and angka(other.values.get(theirs))
    )


@rusak("RST005", TATA, varian=("2", "3", "0.5"))
def target_tc29(k: Kerusakan, factor: str) -> Place:
    theirs, mine = k.draw_one(TAHUN)
    row, _ = _beda(k, mine, theirs)
    if mine == "target_renja":
        k.patah("RST001", T29, row, "tingkat_realisasi")
    return k.tulis(T29, row, mine, kali(row.values[mine], Decimal(factor)))


@rusak("RST005", TATA, varian=TAHUN)
def target_tc30(k: Kerusakan, keys: tuple[str, str]) -> Place:
    theirs, mine = keys
    row, other = _beda(k, mine, theirs)
    k.tulis(T30, other, theirs, kali(other.values[theirs], Decimal(2)))
    return k.sekarang(T29, row, mine)


@rusak("RST006", TATA, varian=("2", "3", "0.5"))
def realisasi_tc29(k: Kerusakan, factor: str) -> Place:
    row, _ = _beda(k, "realisasi_renja", "realisasi_2")
    k.patah("RST001", T29, row, "tingkat_realisasi")
    wrong = kali(row.values["realisasi_renja"], Decimal(factor))
    return k.tulis(T29, row, "realisasi_renja", wrong)


@rusak("RST006", TATA, varian=("2", "0.5"))
def realisasi_tc30(k: Kerusakan, factor: str) -> Place:
    row, other = _beda(k, "realisasi_renja", "realisasi_2")
    k.tulis(T30, other, "realisasi_2", kali(other.values["realisasi_2"], Decimal(factor)))
    return k.sekarang(T29, row, "realisasi_renja")


@rusak("RST007", TATA, varian=("2", "0.5", "0.9", "1.5"))
def proyeksi(k: Kerusakan, factor: str) -> Place:
    key, _ = k.draw_one((("proyeksi_2", "target_4"), ("proyeksi_1", "target_3")))
    row = k.draw_one(berangka(k, T30, key))
    return k.tulis(T30, row, key, kali(row.values[key], Decimal(factor)))


@rusak("RST007", TATA)
def target_tahun_proyeksi(k: Kerusakan) -> Place:
    """The target is another, the projection stays."""
    row = k.draw_one(berangka(k, T30, "proyeksi_1", "target_3"))
    k.tulis(T30, row, "target_3", kali(row.values["target_3"], Decimal("0.8")))
    return k.sekarang(T30, row, "proyeksi_1")


def _tinggi(k: Kerusakan, row: Row) -> int:
    """Return how many rows of T-C.29 belong to a code."""
    rows, at = k.find_rows(T29), row.index + 1
    while at < len(rows) and rows[at].kind == "indikator":
        at += 1
    return at - row.index


@rusak("RST008", TATA, varian=("sub_kegiatan", "kegiatan", "program"))
def hilang_dari_tc29(k: Kerusakan, kind: str) -> Place:
    """T-C.29 loses a row of the plan, with all below it."""
    row = k.draw_one(r for r in k.find_rows(T29, kind) if _di_rencana(k, r))
    plan = _di_rencana(k, row)
    assert plan is not None
    for one in k.find_rows(T29):
        code = kode(one)
        if code[: len(kode(row))] == kode(row):
            place = k.find_place(T29, one, "nama")
            number = posisi(place.address)[0]
            for at in range(_tinggi(k, one)):
                k.salinan.hapus(place.sheet, number + at)
    return k.sekarang(T33, plan, "kode")


def _di_rencana(k: Kerusakan, row: Row) -> Row | None:
    return next((r for r in k.find_rows(T33) if kode(r) == kode(row)), None)


@rusak("RST008", TATA, varian=("kegiatan", "program"))
def hilang_dari_rencana(k: Kerusakan, kind: str) -> Place:
    """The plan, in both its tables, has dropped what T-C.29 sets a target for."""
    row = k.draw_one(r for r in k.find_rows(T29, kind) if _di_rencana(k, r) and _bertarget(k, r))
    for table in (T33, T41):
        plan = k.asal.find_row(table, str(row.values["kode"]))
        k.hapus_seluruhnya(table, plan)
        k.leluhur_patah(table, plan)
        if table == T33 and kind == "program":
            k.patah("RKP001", T31, k.di_reviu(plan), "nama")
    return k.sekarang(T29, row, "kode")


def _bertarget(k: Kerusakan, row: Row) -> bool:
    """Tell whether T-C.29 gives a row, or one of its further indicators, a target at the end."""
    rows = k.find_rows(T29)[row.index : row.index + _tinggi(k, row)]
    return any(angka(one.values["target_akhir"]) for one in rows)


@rusak("RST011", TATA, varian=("0.5", "0.2"))
def target_mundur(k: Kerusakan, factor: str) -> Place:
    """A target of the IKU falls back in a series that rises."""
    row = k.find_rows("Tabel 3.1")[2]
    key = k.draw_one(("target_3", "target_4", "target_5"))
    wrong = kali(row.values[key], Decimal(factor))
    return k.tulis("Tabel 3.1", row, key, wrong)


@rusak("RST011", TATA, varian=("1.2", "1.5", "3"))
def target_terlampaui(k: Kerusakan, factor: str) -> Place:
    """What was reached is above a growing target already."""
    row = k.draw_one(
        r
        for r in berangka(k, T30, "target_2", "target_3", "target_4", "realisasi_2")
        if angka(r.values["target_2"]) < angka(r.values["target_3"]) < angka(r.values["target_4"])  # type: ignore[operator]
        and angka(r.values["realisasi_2"]) < angka(r.values["target_3"])  # type: ignore[operator]
        and str(r.values["target_3"]).endswith("%")
    )
    key = k.draw_one(("target_3", "target_4"))
    wrong = kali(row.values["target_4"], Decimal(factor))
    k.tulis(T30, row, "realisasi_2", wrong)
    return k.sekarang(T30, row, key)
