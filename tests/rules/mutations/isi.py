"""IND, ISI and DAN: indicators and targets, required cells, fund sources."""

from __future__ import annotations

import re

from layouts import Place, Row
from selaras.model.book import Value

from .tools import (
    COMMON_LAYOUTS,
    KODE_KINDS,
    SIX_CELL_LAYOUTS,
    T29,
    T33,
    TABLE_41_LAYOUTS,
    Corruption,
    corrupt,
)

ONE_ROW_LAYOUTS = ("asli", "titik-4", "sipd", "nama-lain")


def find_with_indikator(k: Corruption, table: str, *kinds: str) -> list[Row]:
    """Return rows with one indicator only, which has a target."""
    rows = k.find_rows(table)
    return [
        row
        for row in k.find_rows(table, *kinds)
        if row.values["indikator"]
        and row.values["target"]
        and rows[row.index + 1].kind != "indikator"
    ]


@corrupt("IND001", ONE_ROW_LAYOUTS, variants=(*KODE_KINDS, "-"))
def blank_indikator(k: Corruption, kind: str) -> Place:
    table = k.draw_table()
    row = k.draw_one(find_with_indikator(k, table, *(KODE_KINDS if kind == "-" else (kind,))))
    return k.write(table, row, "indikator", "-" if kind == "-" else None)


@corrupt("IND001", COMMON_LAYOUTS)
def blank_tc29_indikator(k: Corruption) -> Place:
    rows = k.find_rows(T29)
    row = k.draw_one(
        r for r in k.find_rows(T29, "sub_kegiatan") if rows[r.index + 1].kind != "indikator"
    )
    return k.write(T29, row, "indikator", None)


@corrupt("IND002", ONE_ROW_LAYOUTS, variants=(*KODE_KINDS, "-", "indikator"))
def blank_target(k: Corruption, kind: str) -> Place:
    table = k.draw_table()
    kinds = KODE_KINDS if kind == "-" else (kind,)
    row = k.draw_one(
        r for r in k.find_rows(table, *kinds) if r.values["indikator"] and r.values["target"]
    )
    return k.write(table, row, "target", "-" if kind == "-" else None)


MEASURES = ("bulan", "laporan", "kali", "orang/bulan", "kelompok")


def find_measured(k: Corruption, table: str, *keys: str) -> list[Row]:
    """Return rows whose targets in these columns are one number with a word for its unit."""
    form = re.compile(r"\d+ [a-z]+")
    return [
        row
        for row in k.find_rows(table)
        if all(form.fullmatch(str(row.values.get(key) or "")) for key in keys)
    ]


@corrupt("IND003", ONE_ROW_LAYOUTS, variants=MEASURES)
def change_measure(k: Corruption, unit: str) -> Place:
    row = k.draw_one(find_measured(k, T33, "target", "target_maju"))
    number, _, before = str(row.values["target_maju"]).partition(" ")
    k.require(before != unit)
    return k.write(T33, row, "target_maju", f"{number} {unit}")


@corrupt("IND003", COMMON_LAYOUTS, variants=("dokumen", "eksemplar"))
def change_tc29_measure(k: Corruption, unit: str) -> Place:
    row = k.draw_one(find_measured(k, T29, "target_akhir", "target_berjalan"))
    number, _, before = str(row.values["target_berjalan"]).partition(" ")
    k.require(before != unit)
    place = k.write(T29, row, "target_berjalan", f"{number} {unit}")
    keys = ("target_renja", "realisasi_lalu", "realisasi_renja", "realisasi_berjalan")
    agree = any(str(row.values.get(key) or "").endswith(f" {before}") for key in keys)
    # The odd one of the row; where there are two, the later.
    return place if agree else k.find_now(T29, row, "target_akhir")


@corrupt("IND004", ONE_ROW_LAYOUTS, variants=("0 {}", "0", "0%", "0,0 {}"))
def zero_target(k: Corruption, form: str) -> Place:
    table = k.draw_table()
    row = k.draw_one(
        r
        for r in k.find_with_pagu(table, "pagu")
        if re.match(r"\d+ [a-z]", str(r.values["target"]))
    )
    unit = str(row.values["target"]).partition(" ")[2]
    k.expect_error("RST004", table, row, "target")
    return k.write(table, row, "target", form.format(unit))


@corrupt("IND004", ONE_ROW_LAYOUTS, variants=("pagu", "pagu_maju"))
def zero_pagu(k: Corruption, key: str) -> Place:
    target = "target" if key == "pagu" else "target_maju"
    row = k.draw_one(
        r
        for r in k.find_with_pagu(T33, key, "sub_kegiatan")
        if re.match(r"[1-9]", str(r.values[target] or ""))
    )
    k.write(T33, row, key, 0)
    k.expect_broken_sums(T33, row, key)
    return k.find_now(T33, row, target)


@corrupt("IND005", ONE_ROW_LAYOUTS, variants=("pagu_maju", "target_maju"))
def blank_forward(k: Corruption, key: str) -> Place:
    rows = [r for r in k.find_rows(T33, "kegiatan", "sub_kegiatan") if r.values[key]]
    row = k.draw_one(r for r in rows if not _is_jumping(r))
    if key == "pagu_maju":
        k.expect_broken_sums(T33, row, key)
    return k.write(T33, row, key, None)


@corrupt("IND005", ONE_ROW_LAYOUTS, variants=(160, 300, 40, 10))
def make_jump(k: Corruption, percent: int) -> Place:
    """n+1 leaps while the target does not follow."""
    row = k.draw_one(
        r
        for r in k.find_with_pagu(T33, "pagu_maju", "sub_kegiatan")
        if re.match(r"[1-9]", str(r.values["target"] or "")) and not _is_jumping(r)
    )
    k.write(T33, row, "target_maju", row.values["target"])
    place = k.write(T33, row, "pagu_maju", k.read_pagu(T33, row, "pagu") * percent // 100)
    k.expect_broken_sums(T33, row, "pagu_maju")
    return place


def _is_jumping(row: Row) -> bool:
    now, then = int(str(row.values["pagu"])), int(str(row.values["pagu_maju"]))
    return abs(then - now) * 2 > now


UNREADABLE_TARGETS = ("sesuai kebutuhan", "terlaksana", "meningkat", "optimal")


@corrupt("IND007", ONE_ROW_LAYOUTS, variants=UNREADABLE_TARGETS)
def write_target_words(k: Corruption, words: str) -> Place:
    table = k.draw_table()
    key = k.draw_one(("target", "target_maju") if table == T33 else ("target",))
    row = k.draw_one(r for r in k.find_rows(table) if r.values.get(key))
    return k.write(table, row, key, words)


@corrupt("IND007", ONE_ROW_LAYOUTS, variants=("950%", "135 %"))
def exceed_hundred_percent(k: Corruption, text: str) -> Place:
    table = k.draw_table()
    row = k.draw_one(
        r
        for r in k.find_rows(table)
        if str(r.values.get("indikator")).startswith("Persentase koperasi")
        and str(r.values.get("target")).endswith("%")
    )
    k.expect_error("RST004", table, row, "target")
    return k.write(table, row, "target", text)


@corrupt("ISI001", ONE_ROW_LAYOUTS, variants=KODE_KINDS)
def blank_lokasi(k: Corruption, kind: str) -> Place:
    table = k.draw_table()
    return k.write(table, k.draw_one(k.find_with_pagu(table, "pagu", kind)), "lokasi", None)


@corrupt("ISI001", ONE_ROW_LAYOUTS, variants=("", "-", "  "))
def blank_sumber(k: Corruption, blank: Value) -> Place:
    table = k.draw_table()
    return k.write(table, k.draw_one(k.find_with_pagu(table, "pagu")), "sumber_dana", blank)


@corrupt("ISI001", SIX_CELL_LAYOUTS)
def blank_rincian_sumber(k: Corruption) -> Place:
    table = k.draw_table()
    row = k.draw_one(r for r in k.find_with_pagu(table, "pagu", "rincian") if r.values["nama"])
    return k.write(table, row, "sumber_dana", None)


@corrupt("ISI001", ONE_ROW_LAYOUTS)
def blank_name(k: Corruption) -> Place:
    table = k.draw_table()
    row = k.draw_one(k.find_with_pagu(table, "pagu", "sub_kegiatan"))
    return k.write(table, row, "nama", None)


@corrupt(
    "DAN001",
    TABLE_41_LAYOUTS,
    variants=("DAK Fisik", "DID", "DAK Non Fisik", "Bantuan Keuangan Provinsi"),
)
def change_rincian_sumber(k: Corruption, source: str) -> Place:
    """A rincian is paid from a fund that the row above it does not name."""
    table = k.draw_table()
    tree = k.build_tree(table)
    row = k.draw_one(
        r
        for r in k.find_with_pagu(table, "pagu", "rincian")
        if tree.rows[tree.above[r.index]].values["sumber_dana"] == "APBD"
    )
    k.write(table, row, "sumber_dana", source)
    return k.find_now(table, tree.rows[tree.above[row.index]], "sumber_dana")


@corrupt("DAN001", TABLE_41_LAYOUTS)
def cut_parent_sumber(k: Corruption) -> Place:
    """A row forgets the earmarked fund that stands below it."""
    table = k.draw_table()
    row = k.draw_one(
        r for r in k.find_with_pagu(table, "pagu") if "dan DID" in str(r.values["sumber_dana"])
    )
    return k.write(table, row, "sumber_dana", "APBD")


@corrupt("DAN001", ONE_ROW_LAYOUTS, variants=("kegiatan", "program"))
def add_child_sumber(k: Corruption, kind: str) -> Place:
    """A sub kegiatan names a fund that the kegiatan, and the program, do not."""
    table = k.draw_table()
    row = k.draw_one(
        r
        for r in k.find_with_pagu(table, "pagu", "sub_kegiatan")
        if r.values["sumber_dana"] == "APBD"
    )
    above = next(one for one in k.list_ancestors(table, row) if one.kind == kind)
    k.require("Fisik" not in str(above.values["sumber_dana"]))
    k.write(table, row, "sumber_dana", "APBD dan DAK Fisik")
    return k.find_now(table, above, "sumber_dana")


UNKNOWN_SUMBER = ("ABPD", "Dana Kelurahan Sejahtera", "Patungan", "XYZ 2024", "Iuran anggota")


@corrupt("DAN002", ONE_ROW_LAYOUTS, variants=UNKNOWN_SUMBER)
def write_unknown_sumber(k: Corruption, source: str) -> Place:
    table = k.draw_table()
    return k.write(table, k.draw_one(k.find_with_pagu(table, "pagu")), "sumber_dana", source)
