"""KOD005, KOD006 and IND006: against a list that is made from the document itself."""

from __future__ import annotations

import atexit
import csv
import shutil
import tempfile
from functools import cache
from pathlib import Path

from layouts import Place, Row, load_corrected
from rules.document import read_kode
from selaras.model.setting import Setting

from .tools import COMMON_LAYOUTS, KODE_KINDS, T33, Corruption, corrupt

WIDTHS = (1, 2, 2, 1, 2, 4)
LAYOUT_NAMES = COMMON_LAYOUTS


def write_kode(code: tuple[int, ...]) -> str:
    """Return a code as lists write it."""
    return ".".join(f"{part:0{width}d}" for part, width in zip(code, WIDTHS, strict=False))


@cache
def write_list() -> str:
    """Return the file of a small nomenclature: the codes, names and indicators of T-C.33."""
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = folder / "Nomenklatur uji 2023.csv"
    rows = [("Kode", "Nomenklatur", "Indikator", "Satuan")]
    rows += [("2", "URUSAN PEMERINTAHAN WAJIB", "", ""), ("2.17", "BIDANG KOPERASI", "", "")]
    for row in load_corrected().tables["T-C.33"].rows:
        if row.kind in KODE_KINDS:
            sub = row.kind == "sub_kegiatan"
            indicator = str(row.values["indikator"]) if sub else ""
            rows.append((write_kode(read_kode(row)), str(row.values["nama"]), indicator, ""))
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return str(path)


def draw_listed(k: Corruption, *kinds: str) -> tuple[str, Row]:
    """Set the list and draw a row of one of the plan tables."""
    k.setting = Setting(nomenklatur=write_list())
    table = k.draw_table()
    return table, k.draw_one(k.find_rows(table, *kinds))


@corrupt("KOD005", LAYOUT_NAMES, variants=("sub_kegiatan", "kegiatan", "program"))
def write_unlisted_kode(k: Corruption, kind: str) -> Place:
    """The last part of the code is one that the list does not have."""
    table, row = draw_listed(k, kind)
    code = list(read_kode(row))
    code[-1] = 88
    place = k.write_kode(table, row, code)
    _expect_changed_kode(k, table, row)
    return place


def _expect_changed_kode(k: Corruption, table: str, row: Row) -> None:
    k.expect_lost_kode(table, row)
    k.expect_error("KOD002", table, row, "kode")


@corrupt("KOD005", LAYOUT_NAMES, variants=("tertukar", "kegiatan lain"))
def mistype_sub_kegiatan(k: Corruption, how: str) -> Place:
    """Digits of a sub kegiatan's code changed places, or its kegiatan is mistyped."""
    table, row = draw_listed(k, "sub_kegiatan")
    code = list(read_kode(row))
    if how == "tertukar":
        code[5] = code[5] * 10 if code[5] < 10 else code[5] + 30
    else:
        code[4] = 66
    place = k.write_kode(table, row, code)
    _expect_changed_kode(k, table, row)
    return place


OTHER_NAMES = {
    "program": "Program Pengelolaan Ruang Terbuka Hijau Perkotaan",
    "kegiatan": "Penyelenggaraan Jalan Lingkungan Perdesaan",
    "sub_kegiatan": "Pembangunan Embung dan Bangunan Penampung Air",
}


@corrupt("KOD006", LAYOUT_NAMES, variants=tuple(OTHER_NAMES))
def write_other_name(k: Corruption, kind: str) -> Place:
    table, row = draw_listed(k, kind)
    if table == T33 and kind == "program":
        k.expect_error("RKP001", "T-C.31", k.find_review_row(row), "nama")
        k.expect_error("RKP001", T33, row, "nama")
    return k.write(table, row, "nama", OTHER_NAMES[kind])


@corrupt("KOD006", LAYOUT_NAMES, variants=("huruf hilang", "huruf tertukar"))
def mistype_name(k: Corruption, how: str) -> Place:
    """A slip in the name: a warning."""
    table, row = draw_listed(k, "kegiatan", "sub_kegiatan")
    name = str(row.values["nama"])
    at = name.index("n", 3)
    wrong = name[:at] + name[at + 1 :]
    if how == "huruf tertukar":
        wrong = name[: at - 1] + name[at] + name[at - 1] + name[at + 1 :]
    k.require(wrong.casefold() != name.casefold())
    return k.write(table, row, "nama", wrong)


@corrupt("KOD006", LAYOUT_NAMES)
def write_sibling_name(k: Corruption) -> Place:
    """The name is that of another sub kegiatan of the same kegiatan."""
    k.setting = Setting(nomenklatur=write_list())
    table = k.draw_table()
    kids = k.draw_one(
        kids
        for kids in k.build_tree(table).below.values()
        if len(kids) > 1 and kids[0].kind == "sub_kegiatan"
    )
    return k.write(table, kids[0], "nama", kids[1].values["nama"])


OTHER_INDIKATOR = (
    *("Jumlah orang yang mengikuti senam pagi", "Jumlah dokumen", "Terlaksananya kegiatan"),
    *("Persentase capaian kinerja", "Luas sawah yang ditanami"),
)


@corrupt("IND006", LAYOUT_NAMES, variants=OTHER_INDIKATOR)
def write_other_indikator(k: Corruption, text: str) -> Place:
    table, row = draw_listed(k, "sub_kegiatan")
    return k.write(table, row, "indikator", text)
