"""KOD005, KOD006 and IND006: against a list that is made from the document itself."""

from __future__ import annotations

import atexit
import csv
import shutil
import tempfile
from functools import cache
from pathlib import Path

from layouts import Place, Row, corrected
from rules.document import kode
from selaras.model.setting import Setting

from .tools import BERKODE, T33, UMUM, Kerusakan, rusak

DIGIT = (1, 2, 2, 1, 2, 4)
TATA = UMUM


def tulis(code: tuple[int, ...]) -> str:
    """Return a code as lists write it."""
    return ".".join(f"{part:0{width}d}" for part, width in zip(code, DIGIT, strict=False))


@cache
def daftar() -> str:
    """Return the file of a small nomenclature: the codes, names and indicators of T-C.33."""
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = folder / "Nomenklatur uji 2023.csv"
    rows = [("Kode", "Nomenklatur", "Indikator", "Satuan")]
    rows += [("2", "URUSAN PEMERINTAHAN WAJIB", "", ""), ("2.17", "BIDANG KOPERASI", "", "")]
    for row in corrected().tables["T-C.33"].rows:
        if row.kind in BERKODE:
            sub = row.kind == "sub_kegiatan"
            indicator = str(row.values["indikator"]) if sub else ""
            rows.append((tulis(kode(row)), str(row.values["nama"]), indicator, ""))
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return str(path)


def berdaftar(k: Kerusakan, *kinds: str) -> tuple[str, Row]:
    """Set the list and draw a row of one of the plan tables."""
    k.setting = Setting(nomenklatur=daftar())
    table = k.draw_table()
    return table, k.draw_one(k.find_rows(table, *kinds))


@rusak("KOD005", TATA, varian=("sub_kegiatan", "kegiatan", "program"))
def kode_tak_terdaftar(k: Kerusakan, kind: str) -> Place:
    """The last part of the code is one that the list does not have."""
    table, row = berdaftar(k, kind)
    code = list(kode(row))
    code[-1] = 88
    place = k.tulis_kode(table, row, code)
    _berubah(k, table, row)
    return place


def _berubah(k: Kerusakan, table: str, row: Row) -> None:
    k.kode_hilang(table, row)
    k.patah("KOD002", table, row, "kode")


@rusak("KOD005", TATA, varian=("tertukar", "kegiatan lain"))
def sub_kegiatan_keliru(k: Kerusakan, how: str) -> Place:
    """Digits of a sub kegiatan's code changed places, or its kegiatan is mistyped."""
    table, row = berdaftar(k, "sub_kegiatan")
    code = list(kode(row))
    if how == "tertukar":
        code[5] = code[5] * 10 if code[5] < 10 else code[5] + 30
    else:
        code[4] = 66
    place = k.tulis_kode(table, row, code)
    _berubah(k, table, row)
    return place


LAIN = {
    "program": "Program Pengelolaan Ruang Terbuka Hijau Perkotaan",
    "kegiatan": "Penyelenggaraan Jalan Lingkungan Perdesaan",
    "sub_kegiatan": "Pembangunan Embung dan Bangunan Penampung Air",
}


@rusak("KOD006", TATA, varian=tuple(LAIN))
def nama_lain(k: Kerusakan, kind: str) -> Place:
    table, row = berdaftar(k, kind)
    if table == T33 and kind == "program":
        k.patah("RKP001", "T-C.31", k.di_reviu(row), "nama")
        k.patah("RKP001", T33, row, "nama")
    return k.tulis(table, row, "nama", LAIN[kind])


@rusak("KOD006", TATA, varian=("huruf hilang", "huruf tertukar"))
def salah_ketik(k: Kerusakan, how: str) -> Place:
    """A slip in the name: a warning."""
    table, row = berdaftar(k, "kegiatan", "sub_kegiatan")
    name = str(row.values["nama"])
    at = name.index("n", 3)
    wrong = name[:at] + name[at + 1 :]
    if how == "huruf tertukar":
        wrong = name[: at - 1] + name[at] + name[at - 1] + name[at + 1 :]
    k.draw_one([True] if wrong.casefold() != name.casefold() else [])
    return k.tulis(table, row, "nama", wrong)


@rusak("KOD006", TATA)
def nama_saudara(k: Kerusakan) -> Place:
    """The name is that of another sub kegiatan of the same kegiatan."""
    k.setting = Setting(nomenklatur=daftar())
    table = k.draw_table()
    kids = k.draw_one(
        kids
        for kids in k.pohon(table).below.values()
        if len(kids) > 1 and kids[0].kind == "sub_kegiatan"
    )
    return k.tulis(table, kids[0], "nama", kids[1].values["nama"])


INDIKATOR = (
    *("Jumlah orang yang mengikuti senam pagi", "Jumlah dokumen", "Terlaksananya kegiatan"),
    *("Persentase capaian kinerja", "Luas sawah yang ditanami"),
)


@rusak("IND006", TATA, varian=INDIKATOR)
def indikator_lain(k: Kerusakan, text: str) -> Place:
    table, row = berdaftar(k, "sub_kegiatan")
    return k.tulis(table, row, "indikator", text)
