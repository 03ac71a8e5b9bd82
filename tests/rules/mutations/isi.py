"""IND, ISI and DAN: indicators and targets, required cells, fund sources."""

from __future__ import annotations

import re

from layouts import Place, Row
from selaras.model.book import Value

from .tools import BERKODE, BERPISAH, BERTABEL_41, T29, T33, UMUM, Kerusakan, rusak

SATU_BARIS = ("asli", "titik-4", "sipd", "nama-lain")


def berindikator(k: Kerusakan, table: str, *kinds: str) -> list[Row]:
    """Return rows with one indicator only, which has a target."""
    rows = k.find_rows(table)
    return [
        row
        for row in k.find_rows(table, *kinds)
        if row.values["indikator"]
        and row.values["target"]
        and rows[row.index + 1].kind != "indikator"
    ]


@rusak("IND001", SATU_BARIS, varian=(*BERKODE, "-"))
def indikator_kosong(k: Kerusakan, kind: str) -> Place:
    table = k.draw_table()
    row = k.draw_one(berindikator(k, table, *(BERKODE if kind == "-" else (kind,))))
    return k.tulis(table, row, "indikator", "-" if kind == "-" else None)


@rusak("IND001", UMUM)
def indikator_kosong_di_tc29(k: Kerusakan) -> Place:
    rows = k.find_rows(T29)
    row = k.draw_one(r for r in k.find_rows(T29, "sub_kegiatan") if rows[r.index + 1].kind != "indikator")
    return k.tulis(T29, row, "indikator", None)


@rusak("IND002", SATU_BARIS, varian=(*BERKODE, "-", "indikator"))
def target_kosong(k: Kerusakan, kind: str) -> Place:
    table = k.draw_table()
    kinds = BERKODE if kind == "-" else (kind,)
    row = k.draw_one(r for r in k.find_rows(table, *kinds) if r.values["indikator"] and r.values["target"])
    return k.tulis(table, row, "target", "-" if kind == "-" else None)


SATUAN = ("bulan", "laporan", "kali", "orang/bulan", "kelompok")


def bersatuan(k: Kerusakan, table: str, *keys: str) -> list[Row]:
    """Return rows whose targets in these columns are one number with a word for its unit."""
    form = re.compile(r"\d+ [a-z]+")
    return [
        row
        for row in k.find_rows(table)
        if all(form.fullmatch(str(row.values.get(key) or "")) for key in keys)
    ]


@rusak("IND003", SATU_BARIS, varian=SATUAN)
def satuan_berubah(k: Kerusakan, unit: str) -> Place:
    row = k.draw_one(bersatuan(k, T33, "target", "target_maju"))
    number, _, before = str(row.values["target_maju"]).partition(" ")
    k.draw_one([True] if before != unit else [])
    return k.tulis(T33, row, "target_maju", f"{number} {unit}")


@rusak("IND003", UMUM, varian=("dokumen", "eksemplar"))
def satuan_berubah_di_tc29(k: Kerusakan, unit: str) -> Place:
    row = k.draw_one(bersatuan(k, T29, "target_akhir", "target_berjalan"))
    number, _, before = str(row.values["target_berjalan"]).partition(" ")
    k.draw_one([True] if before != unit else [])
    place = k.tulis(T29, row, "target_berjalan", f"{number} {unit}")
    keys = ("target_renja", "realisasi_lalu", "realisasi_renja", "realisasi_berjalan")
    agree = any(str(row.values.get(key) or "").endswith(f" {before}") for key in keys)
    # The odd one of the row; where there are two, the later.
    return place if agree else k.sekarang(T29, row, "target_akhir")


@rusak("IND004", SATU_BARIS, varian=("0 {}", "0", "0%", "0,0 {}"))
def target_nol(k: Kerusakan, form: str) -> Place:
    table = k.draw_table()
    row = k.draw_one(
        r for r in k.find_with_pagu(table, "pagu") if re.match(r"\d+ [a-z]", str(r.values["target"]))
    )
    unit = str(row.values["target"]).partition(" ")[2]
    k.patah("RST004", table, row, "target")
    return k.tulis(table, row, "target", form.format(unit))


@rusak("IND004", SATU_BARIS, varian=("pagu", "pagu_maju"))
def pagu_nol(k: Kerusakan, key: str) -> Place:
    target = "target" if key == "pagu" else "target_maju"
    row = k.draw_one(
        r
        for r in k.find_with_pagu(T33, key, "sub_kegiatan")
        if re.match(r"[1-9]", str(r.values[target] or ""))
    )
    k.tulis(T33, row, key, 0)
    k.jumlah_patah(T33, row, key)
    return k.sekarang(T33, row, target)


@rusak("IND005", SATU_BARIS, varian=("pagu_maju", "target_maju"))
def maju_kosong(k: Kerusakan, key: str) -> Place:
    rows = [r for r in k.find_rows(T33, "kegiatan", "sub_kegiatan") if r.values[key]]
    row = k.draw_one(r for r in rows if not _melonjak(r))
    if key == "pagu_maju":
        k.jumlah_patah(T33, row, key)
    return k.tulis(T33, row, key, None)


@rusak("IND005", SATU_BARIS, varian=(160, 300, 40, 10))
def lonjakan(k: Kerusakan, percent: int) -> Place:
    """n+1 leaps while the target does not follow."""
    row = k.draw_one(
        r
        for r in k.find_with_pagu(T33, "pagu_maju", "sub_kegiatan")
        if re.match(r"[1-9]", str(r.values["target"] or "")) and not _melonjak(r)
    )
    k.tulis(T33, row, "target_maju", row.values["target"])
    place = k.tulis(T33, row, "pagu_maju", k.pagu(T33, row, "pagu") * percent // 100)
    k.jumlah_patah(T33, row, "pagu_maju")
    return place


def _melonjak(row: Row) -> bool:
    now, then = int(str(row.values["pagu"])), int(str(row.values["pagu_maju"]))
    return abs(then - now) * 2 > now


TAK_TERBACA = ("sesuai kebutuhan", "terlaksana", "meningkat", "optimal")


@rusak("IND007", SATU_BARIS, varian=TAK_TERBACA)
def target_berkata(k: Kerusakan, words: str) -> Place:
    table = k.draw_table()
    key = k.draw_one(("target", "target_maju") if table == T33 else ("target",))
    row = k.draw_one(r for r in k.find_rows(table) if r.values.get(key))
    return k.tulis(table, row, key, words)


@rusak("IND007", SATU_BARIS, varian=("950%", "135 %"))
def lebih_dari_seratus(k: Kerusakan, text: str) -> Place:
    table = k.draw_table()
    row = k.draw_one(
        r
        for r in k.find_rows(table)
        if str(r.values.get("indikator")).startswith("Persentase koperasi")
        and str(r.values.get("target")).endswith("%")
    )
    k.patah("RST004", table, row, "target")
    return k.tulis(table, row, "target", text)


@rusak("ISI001", SATU_BARIS, varian=BERKODE)
def lokasi_kosong(k: Kerusakan, kind: str) -> Place:
    table = k.draw_table()
    return k.tulis(table, k.draw_one(k.find_with_pagu(table, "pagu", kind)), "lokasi", None)


@rusak("ISI001", SATU_BARIS, varian=("", "-", "  "))
def sumber_kosong(k: Kerusakan, blank: Value) -> Place:
    table = k.draw_table()
    return k.tulis(table, k.draw_one(k.find_with_pagu(table, "pagu")), "sumber_dana", blank)


@rusak("ISI001", BERPISAH)
def sumber_rincian_kosong(k: Kerusakan) -> Place:
    table = k.draw_table()
    row = k.draw_one(r for r in k.find_with_pagu(table, "pagu", "rincian") if r.values["nama"])
    return k.tulis(table, row, "sumber_dana", None)


@rusak("ISI001", SATU_BARIS)
def nama_kosong(k: Kerusakan) -> Place:
    table = k.draw_table()
    row = k.draw_one(k.find_with_pagu(table, "pagu", "sub_kegiatan"))
    return k.tulis(table, row, "nama", None)


@rusak(
    "DAN001", BERTABEL_41, varian=("DAK Fisik", "DID", "DAK Non Fisik", "Bantuan Keuangan Provinsi")
)
def sumber_rincian(k: Kerusakan, source: str) -> Place:
    """A rincian is paid from a fund that the row above it does not name."""
    table = k.draw_table()
    tree = k.pohon(table)
    row = k.draw_one(
        r
        for r in k.find_with_pagu(table, "pagu", "rincian")
        if tree.rows[tree.above[r.index]].values["sumber_dana"] == "APBD"
    )
    k.tulis(table, row, "sumber_dana", source)
    return k.sekarang(table, tree.rows[tree.above[row.index]], "sumber_dana")


@rusak("DAN001", BERTABEL_41)
def sumber_induk_terpotong(k: Kerusakan) -> Place:
    """A row forgets the earmarked fund that stands below it."""
    table = k.draw_table()
    row = k.draw_one(r for r in k.find_with_pagu(table, "pagu") if "dan DID" in str(r.values["sumber_dana"]))
    return k.tulis(table, row, "sumber_dana", "APBD")


@rusak("DAN001", SATU_BARIS, varian=("kegiatan", "program"))
def sumber_anak(k: Kerusakan, kind: str) -> Place:
    """A sub kegiatan names a fund that the kegiatan, and the program, do not."""
    table = k.draw_table()
    row = k.draw_one(
        r for r in k.find_with_pagu(table, "pagu", "sub_kegiatan") if r.values["sumber_dana"] == "APBD"
    )
    above = next(one for one in k.leluhur(table, row) if one.kind == kind)
    k.draw_one([True] if "Fisik" not in str(above.values["sumber_dana"]) else [])
    k.tulis(table, row, "sumber_dana", "APBD dan DAK Fisik")
    return k.sekarang(table, above, "sumber_dana")


TAK_DIKENAL = ("ABPD", "Dana Kelurahan Sejahtera", "Patungan", "XYZ 2024", "Iuran anggota")


@rusak("DAN002", SATU_BARIS, varian=TAK_DIKENAL)
def sumber_tak_dikenal(k: Kerusakan, source: str) -> Place:
    table = k.draw_table()
    return k.tulis(table, k.draw_one(k.find_with_pagu(table, "pagu")), "sumber_dana", source)
