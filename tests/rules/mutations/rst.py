"""RST: the evaluation of T-C.29, the performance of T-C.30, and the plan against both."""

from __future__ import annotations

import re
from decimal import Decimal

from layouts import Place, Row
from rules.document import parse_address, read_kode, read_number
from selaras.model.book import Value

from .tools import T29, T30, T31, T33, T41, Corruption, corrupt

LAYOUT_NAMES = ("asli", "titik-4", "tumpuk", "bergeser")


def find_numeric(k: Corruption, table: str, *keys: str) -> list[Row]:
    """Return the rows with a number in all these columns."""
    return [
        row for row in k.find_rows(table) if all(read_number(row.values.get(key)) for key in keys)
    ]


def multiply(text: object, factor: Decimal) -> str:
    """Return a target with its number multiplied, written as it was."""
    number = read_number(text)
    assert number
    wrong = f"{(number * factor).normalize():f}".replace(".", ",")
    return re.sub(r"\d+(?:\.\d{3})*(?:,\d+)?", wrong, str(text), count=1)


FACTORS = ("2", "3", "0.5", "7", "1.1")


@corrupt("RST001", LAYOUT_NAMES, variants=FACTORS)
def change_column_8(k: Corruption, factor: str) -> Place:
    row = k.draw_one(find_numeric(k, T29, "target_renja", "realisasi_renja", "tingkat_realisasi"))
    wrong = multiply(row.values["tingkat_realisasi"], Decimal(factor))
    return k.write(T29, row, "tingkat_realisasi", wrong)


@corrupt("RST001", LAYOUT_NAMES)
def change_column_7(k: Corruption) -> Place:
    """The realisation is another: column 8 is not its share any more."""
    row = k.draw_one(find_numeric(k, T29, "target_renja", "realisasi_renja", "tingkat_realisasi"))
    wrong = multiply(row.values["realisasi_renja"], Decimal(3))
    k.write(T29, row, "realisasi_renja", wrong)
    return k.find_now(T29, row, "tingkat_realisasi")


@corrupt("RST002", LAYOUT_NAMES, variants=("", "-", "7", "13", "0.5"))
def change_column_10(k: Corruption, how: str) -> Place:
    row = k.draw_one(find_numeric(k, T29, "target_berjalan", "realisasi_berjalan"))
    wrong: Value = how
    if how not in ("", "-"):
        wrong = multiply(row.values["realisasi_berjalan"], Decimal(how))
    return k.write(T29, row, "realisasi_berjalan", wrong)


@corrupt("RST002", LAYOUT_NAMES)
def change_column_9(k: Corruption) -> Place:
    """A cumulative target is another: column 10 does not add it up any more."""
    rows = find_numeric(k, T29, "target_berjalan", "realisasi_berjalan")
    row = k.draw_one(
        r for r in rows if re.fullmatch(r"\d+ [a-zA-Z]+", str(r.values["target_berjalan"]))
    )
    k.write(T29, row, "target_berjalan", multiply(row.values["target_berjalan"], Decimal(3)))
    return k.find_now(T29, row, "realisasi_berjalan")


@corrupt("RST003", LAYOUT_NAMES, variants=("100%", "12,5%", "300%", "0,5%", "99%"))
def change_column_11(k: Corruption, text: str) -> Place:
    row = k.draw_one(
        r
        for r in find_numeric(k, T29, "target_akhir", "realisasi_berjalan", "tingkat_capaian")
        if abs((read_number(r.values["tingkat_capaian"]) or 0) - (read_number(text) or 0)) > 1
    )
    return k.write(T29, row, "tingkat_capaian", text)


def find_equivalents(k: Corruption, table: str, other: str) -> list[tuple[Row, Row]]:
    """Return rows of two tables with the very same indicator, which stands once in each."""
    found = []
    for row in k.find_rows(table):
        same = [r for r in k.find_rows(other) if _find_key(r) == _find_key(row)]
        own = [r for r in k.find_rows(table) if _find_key(r) == _find_key(row)]
        if row.values.get("indikator") and len(same) == len(own) == 1:
            found.append((row, same[0]))
    return found


def _find_key(row: Row) -> str:
    return str(row.values.get("indikator") or "").casefold()


@corrupt("RST004", LAYOUT_NAMES, variants=FACTORS)
def change_plan_target(k: Corruption, factor: str) -> Place:
    """The plan has another target than the Renstra of that year."""
    row, other = k.draw_one(_find_planned(k))
    k.require(read_number(row.values["target"]) == read_number(other.values["target_4"]))
    return k.write(T33, row, "target", multiply(row.values["target"], Decimal(factor)))


def _find_planned(k: Corruption) -> list[tuple[Row, Row]]:
    return [
        (row, other)
        for row, other in find_equivalents(k, T33, T30)
        if read_number(row.values["target"]) and read_number(other.values["target_4"])
    ]


@corrupt("RST004", LAYOUT_NAMES)
def change_renstra_target(k: Corruption) -> Place:
    """The Renstra has another target than the plan of that year."""
    row, other = k.draw_one(_find_planned(k))
    k.write(T30, other, "target_4", multiply(other.values["target_4"], Decimal(2)))
    return k.find_now(T33, row, "target")


YEAR_TARGETS = (("target_2", "target_renja"), ("target_3", "target_berjalan"))


def _draw_pair(k: Corruption, mine: str, theirs: str) -> tuple[Row, Row]:
    pairs = find_equivalents(k, T29, T30)
    return k.draw_one(
        (row, other)
        for row, other in pairs
        if read_number(row.values.get(mine)) and read_number(other.values.get(theirs))
    )


@corrupt("RST005", LAYOUT_NAMES, variants=("2", "3", "0.5"))
def change_tc29_target(k: Corruption, factor: str) -> Place:
    theirs, mine = k.draw_one(YEAR_TARGETS)
    row, _ = _draw_pair(k, mine, theirs)
    if mine == "target_renja":
        k.expect_error("RST001", T29, row, "tingkat_realisasi")
    return k.write(T29, row, mine, multiply(row.values[mine], Decimal(factor)))


@corrupt("RST005", LAYOUT_NAMES, variants=YEAR_TARGETS)
def change_tc30_target(k: Corruption, keys: tuple[str, str]) -> Place:
    theirs, mine = keys
    row, other = _draw_pair(k, mine, theirs)
    k.write(T30, other, theirs, multiply(other.values[theirs], Decimal(2)))
    return k.find_now(T29, row, mine)


@corrupt("RST006", LAYOUT_NAMES, variants=("2", "3", "0.5"))
def change_tc29_realisasi(k: Corruption, factor: str) -> Place:
    row, _ = _draw_pair(k, "realisasi_renja", "realisasi_2")
    k.expect_error("RST001", T29, row, "tingkat_realisasi")
    wrong = multiply(row.values["realisasi_renja"], Decimal(factor))
    return k.write(T29, row, "realisasi_renja", wrong)


@corrupt("RST006", LAYOUT_NAMES, variants=("2", "0.5"))
def change_tc30_realisasi(k: Corruption, factor: str) -> Place:
    row, other = _draw_pair(k, "realisasi_renja", "realisasi_2")
    k.write(T30, other, "realisasi_2", multiply(other.values["realisasi_2"], Decimal(factor)))
    return k.find_now(T29, row, "realisasi_renja")


@corrupt("RST007", LAYOUT_NAMES, variants=("2", "0.5", "0.9", "1.5"))
def change_projection(k: Corruption, factor: str) -> Place:
    key, _ = k.draw_one((("proyeksi_2", "target_4"), ("proyeksi_1", "target_3")))
    row = k.draw_one(find_numeric(k, T30, key))
    return k.write(T30, row, key, multiply(row.values[key], Decimal(factor)))


@corrupt("RST007", LAYOUT_NAMES)
def change_projected_target(k: Corruption) -> Place:
    """The target is another, the projection stays."""
    row = k.draw_one(find_numeric(k, T30, "proyeksi_1", "target_3"))
    k.write(T30, row, "target_3", multiply(row.values["target_3"], Decimal("0.8")))
    return k.find_now(T30, row, "proyeksi_1")


def _count_rows(k: Corruption, row: Row) -> int:
    """Return how many rows of T-C.29 belong to a code."""
    rows, at = k.find_rows(T29), row.index + 1
    while at < len(rows) and rows[at].kind == "indikator":
        at += 1
    return at - row.index


@corrupt("RST008", LAYOUT_NAMES, variants=("sub_kegiatan", "kegiatan", "program"))
def drop_from_tc29(k: Corruption, kind: str) -> Place:
    """T-C.29 loses a row of the plan, with all below it."""
    row = k.draw_one(r for r in k.find_rows(T29, kind) if _find_in_plan(k, r))
    plan = _find_in_plan(k, row)
    assert plan is not None
    for one in k.find_rows(T29):
        code = read_kode(one)
        if code[: len(read_kode(row))] == read_kode(row):
            place = k.find_place(T29, one, "nama")
            number = parse_address(place.address)[0]
            for at in range(_count_rows(k, one)):
                k.copy.delete(place.sheet, number + at)
    return k.find_now(T33, plan, "kode")


def _find_in_plan(k: Corruption, row: Row) -> Row | None:
    return next((r for r in k.find_rows(T33) if read_kode(r) == read_kode(row)), None)


@corrupt("RST008", LAYOUT_NAMES, variants=("kegiatan", "program"))
def drop_from_plan(k: Corruption, kind: str) -> Place:
    """The plan, in both its tables, has dropped what T-C.29 sets a target for."""
    row = k.draw_one(r for r in k.find_rows(T29, kind) if _find_in_plan(k, r) and _has_target(k, r))
    for table in (T33, T41):
        plan = k.origin.find_row(table, str(row.values["kode"]))
        k.delete_whole(table, plan)
        k.expect_broken_ancestors(table, plan)
        if table == T33 and kind == "program":
            k.expect_error("RKP001", T31, k.find_review_row(plan), "nama")
    return k.find_now(T29, row, "kode")


def _has_target(k: Corruption, row: Row) -> bool:
    """Tell whether T-C.29 gives a row, or one of its further indicators, a target at the end."""
    rows = k.find_rows(T29)[row.index : row.index + _count_rows(k, row)]
    return any(read_number(one.values["target_akhir"]) for one in rows)


@corrupt("RST011", LAYOUT_NAMES, variants=("0.5", "0.2"))
def set_target_back(k: Corruption, factor: str) -> Place:
    """A target of the IKU falls back in a series that rises."""
    row = k.find_rows("Tabel 3.1")[2]
    key = k.draw_one(("target_3", "target_4", "target_5"))
    wrong = multiply(row.values[key], Decimal(factor))
    return k.write("Tabel 3.1", row, key, wrong)


@corrupt("RST011", LAYOUT_NAMES, variants=("1.2", "1.5", "3"))
def exceed_target(k: Corruption, factor: str) -> Place:
    """What was reached is above a growing target already."""
    row = k.draw_one(
        r
        for r in find_numeric(k, T30, "target_2", "target_3", "target_4", "realisasi_2")
        if read_number(r.values["target_2"])
        < read_number(r.values["target_3"])
        < read_number(r.values["target_4"])  # type: ignore[operator]
        and read_number(r.values["realisasi_2"]) < read_number(r.values["target_3"])  # type: ignore[operator]
        and str(r.values["target_3"]).endswith("%")
    )
    key = k.draw_one(("target_3", "target_4"))
    wrong = multiply(row.values["target_4"], Decimal(factor))
    k.write(T30, row, "realisasi_2", wrong)
    return k.find_now(T30, row, key)
