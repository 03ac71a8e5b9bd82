"""LBR: tables, columns, years and units of heads, rows that belong to nothing, hidden cells."""

from __future__ import annotations

import re

from layouts import Place
from rules.document import posisi
from selaras.model.book import DenseGrid, Sheet, Value
from selaras.tables import BY_NAME
from selaras.values.a1 import Area, address

from .tools import BERKODE, BERPISAH, BERTABEL_41, T29, T30, T31, T33, T41, Kerusakan, rusak

BANYAK = ("asli", "titik-4", "nama-lain", "bergeser")
T32 = "T-C.32"


def kepala_tabel(table: str) -> str:
    """Return a column that every layout of a table has."""
    return "indikator" if table in (T30, "Tabel 3.1") else "nama"


def lembar(k: Kerusakan, table: str) -> str:
    """Return the sheet of a table."""
    return k.asal.placement.heads[k.asal.nama_tabel(table), kepala_tabel(table)].sheet


@rusak("LBR001", BANYAK, varian=(T29, T30, T31, T32, T33))
def lembar_dihapus(k: Kerusakan, table: str) -> Place:
    del k.salinan.sheets[lembar(k, table)]
    k.tabel_hilang = table
    return Place("", "")


@rusak("LBR001", BANYAK, varian=(T29, T31))
def kepala_dihapus(k: Kerusakan, table: str) -> Place:
    """The head of a table is rubbed out: nobody can tell what it is."""
    name = lembar(k, table)
    sheet = k.salinan.sheets[name]
    first = min(k.find_place(table, row, "nama") for row in k.find_rows(table)[:1])
    for row in range(1, posisi(first.address)[0]):
        values = sheet.rows[sheet.indeks(row)][1]
        values[:] = [None] * len(values)
    k.tabel_hilang = table
    return Place("", "")


KOLOM = (
    *((T33, key) for key in ("lokasi", "sumber_dana", "target", "target_maju", "pagu_maju")),
    *((T29, key) for key in ("realisasi_lalu", "tingkat_realisasi", "tingkat_capaian")),
    *((T31, key) for key in ("catatan", "rkpd_indikator")),
    *((T41, "sumber_dana"), ("Tabel 2.2", "target")),
)


@rusak("LBR002", ("asli", "titik-2", "titik-4", "nama-lain"), varian=KOLOM)
def kolom_dihapus(k: Kerusakan, which: tuple[str, str]) -> Place:
    table, key = which
    head = k.asal.placement.heads[table, key]
    k.salinan.hapus_kolom(head.sheet, posisi(head.address)[1])
    keys = [column.key for column in BY_NAME[table].columns]
    heads = k.asal.placement.heads
    before = [one for one in keys[: keys.index(key)] if (table, one) in heads]
    return k.find_head(table, before[-1])


TAHUN = (
    (T33, "pagu", "2024", "2023"),
    (T33, "pagu_maju", "2025", "2024"),
    (T41, "pagu", "2024", "2022"),
    (T29, "target_renja", "2022", "2021"),
    (T29, "target_berjalan", "2023", "2022"),
    (T29, "realisasi_lalu", "2021", "2020"),
)


@rusak("LBR003", BERTABEL_41, varian=TAHUN)
def tahun_kepala(k: Kerusakan, which: tuple[str, str, str, str]) -> Place:
    """The year of a head, or of the words above it, is that of last year's workbook."""
    table, key, year, wrong = which
    place = _sel_bertahun(k, table, key, year)
    k.salinan.tulis(place, str(k.salinan.read_value(place)).replace(year, wrong))
    return k.salinan.alamat(place)


def _sel_bertahun(k: Kerusakan, table: str, key: str, year: str) -> Place:
    """Return the cell of the head that names the year of a column: its own or its group's."""
    head = k.asal.placement.heads[table, key]
    row, column = posisi(head.address)
    sheet = k.salinan.sheets[head.sheet]
    for above in (row, row - 1):
        values = sheet.rows[sheet.indeks(above)][1]
        for left in range(column, 0, -1):
            if isinstance(values[left - 1], str):
                if year in str(values[left - 1]):
                    return Place(head.sheet, address(above, left))
                break
    return k.draw_one([])


@rusak("LBR003", ("asli", "titik-2", "titik-4", "ulang"), varian=(T33, T41))
def tahun_judul(k: Kerusakan, table: str) -> Place:
    """The title speaks of another year than the heads below it."""
    place = next(
        place for place in k.asal.placement.titles[table] if "2024" in str(k.salinan.read_value(place))
    )
    text = str(k.salinan.read_value(place))
    k.salinan.tulis(place, re.sub(r"202\d", lambda year: str(int(year[0]) - 2), text))
    return place


TAK_TERBACA = (
    (T33, "Rencana Kas", "pagu"),
    (T41, "Uang Muka", "pagu"),
    ("Tabel 2.1", "Uang Persediaan", "apbd"),
    ("Tabel 2.2", "Kas Daerah", "apbd"),
    (T41, "Sebutan Lama", "nama"),
    (T33, "Sebutan Lama", "nama"),
)


@rusak("LBR011", ("asli", "nama-lain"), varian=TAK_TERBACA)
def kolom_asing(k: Kerusakan, which: tuple[str, str, str]) -> Place:
    """A column that no spec knows stands at the right end of the table, filled like its own."""
    table, head, key = which
    place = k.asal.placement.heads[table, key]
    sheet = k.salinan.sheets[place.sheet]
    for _, values in sheet.rows:
        values.append(None)
    sheet.width += 1
    for row in k.find_rows(table, *BERKODE):
        cell = k.find_place(table, row, key)
        new = Place(place.sheet, address(posisi(cell.address)[0], sheet.width))
        k.salinan.tulis(new, k.salinan.read_value(cell))
    found = Place(place.sheet, address(posisi(place.address)[0], sheet.width))
    k.salinan.tulis(found, head)
    return found


SATUAN = (
    *((T33, "pagu"), (T33, "pagu_maju"), (T41, "pagu")),
    *(("Tabel 2.1", "apbd"), ("Tabel 2.2", "apbd")),
)


@rusak("LBR004", BERTABEL_41, varian=SATUAN)
def ribuan_di_kepala(k: Kerusakan, which: tuple[str, str]) -> Place:
    """The head says thousands over whole rupiah: told once, and every comparison is in rupiah."""
    table, key = which
    head = k.asal.placement.heads[table, key]
    text = re.sub(r"\s*\(Rp\)", "", str(k.salinan.read_value(head)))
    k.salinan.tulis(head, f"{text} (Rp. 000)")
    return head


@rusak("LBR004", ("asli", "titik-4", "sipd", "bergeser"))
def ribuan_di_tengah(k: Kerusakan) -> Place:
    """The amounts of one kegiatan's sub kegiatan are in thousands, all others in rupiah."""
    table = k.draw_table()
    key = k.draw_money_column(table)
    row = k.draw_one(
        r
        for r in k.find_with_pagu(table, key, "kegiatan")
        if all(int(str(kid.values[key] or 0)) % 1000 == 0 for kid in k.find_children(table, r))
    )
    for kid in k.find_children(table, row):
        k.tulis(table, kid, key, k.pagu(table, kid, key) // 1000)
        k.jumlah_patah(table, kid, key)
    return k.find_head(table, key)


@rusak("LBR005", varian=("Rapat koordinasi", "Cadangan", "Sisa pagu"))
def baris_tanpa_kode(k: Kerusakan, name: str) -> Place:
    table = k.draw_table()
    row = k.draw_one(k.find_rows(table, "kegiatan"))
    values: dict[str, Value] = {"nama": name, "pagu": k.bilangan(1, 10**9)}
    return k.sisip(table, row, values)("nama")


@rusak("LBR005", BERPISAH)
def pagu_maju_saja(k: Kerusakan) -> Place:
    row = k.draw_one(k.find_rows(T33, "program"))
    values: dict[str, Value] = {"nama": "Honorarium", "pagu_maju": k.bilangan(1, 10**9)}
    return k.sisip(T33, row, values)("nama")


@rusak("LBR005", ("sipd", "titik-4", "asli"))
def kode_terhapus(k: Kerusakan) -> Place:
    """A sub kegiatan has lost its code."""
    table = k.draw_table()
    rows = [r for r in k.find_rows(table, "sub_kegiatan") if not r.values.get("catatan")]
    row = k.draw_one(rows)
    cells, first = k.find_kode_cells(table, row)
    wide = 6 if k.terpisah else 1
    cells[first : first + wide] = [None] * wide
    k.kode_hilang(table, row)
    left = next(at for at, value in enumerate(cells) if value is not None)
    place = k.sekarang(table, row, "nama")
    return Place(place.sheet, address(posisi(place.address)[0], left + 1))


ISI_LEMBAR: dict[str, list[list[Value]]] = {
    "angka": [["Belanja", "Harga"], ["Kursi", 12_500_000.0], ["Meja", 7.5e6], ["Lemari", 4e6]],
    "teks": [["A"], ["Rp 1.500.000"], ["Rp. 2.500.000,-"], ["3.500.000"]],
    "sebaris": [["Gaji", 4e9, 5e9, 6e9, 7e9]],
    "berjudul": [["RENCANA ANGGARAN"], [], ["No", "Uraian", "Jumlah"], [1.0, "ATK", 5e6]]
    + [[float(n), f"Barang {n}", n * 1e6] for n in range(2, 9)],
    "di bawah": [[]] * 40 + [[None, None, n * 1e6] for n in range(1, 6)],
}


@rusak("LBR006", BANYAK, varian=tuple(ISI_LEMBAR))
def lembar_tak_dikenal(k: Kerusakan, what: str) -> Place:
    rows = [["" if value is None else value for value in row] for row in ISI_LEMBAR[what]]
    k.salinan.lain.append(Sheet("Hitungan", DenseGrid(rows)))
    return Place("Hitungan", "A1")


@rusak("LBR007", BANYAK, varian=("baris", "saringan", "kolom", "lembar", "lembar dalam"))
def tersembunyi(k: Kerusakan, what: str) -> Place:
    table = k.draw_table()
    key = k.draw_money_column(table)
    row = k.draw_one(k.find_with_pagu(table, key, "sub_kegiatan"))
    place = k.find_place(table, row, key)
    sheet = k.salinan.sheets[place.sheet]
    number, column = posisi(place.address)
    if what.startswith("lembar"):
        sheet.state = "hidden" if what == "lembar" else "very_hidden"
        return Place(place.sheet, "A1")
    if what == "kolom":
        sheet.hidden_columns.add(column)
        return k.find_place(table, k.find_rows(table)[0], key)
    sheet.hidden_rows.add(number)
    sheet.filtered = what == "saringan"
    return k.sekarang(table, row, "kode")


@rusak("LBR008", BERPISAH, varian=("pagu", "target", "nama dan indikator", "lokasi", "kosong"))
def sel_gabung(k: Kerusakan, what: str) -> Place:
    """A merge lies over cells that hold something, or an amount over rows that have none."""
    table = k.draw_table()
    if what == "nama dan indikator":
        row = k.draw_one(k.find_with_pagu(table, "pagu", "sub_kegiatan"))
        first = k.find_place(table, row, "nama")
        number, left = posisi(first.address)
        right = posisi(k.find_place(table, row, "indikator").address)[1]
        return _gabung(k, first, Area(number, left, number, right))
    key = "pagu" if what == "kosong" else what
    row = k.draw_one(
        r for r in k.find_with_pagu(table, "pagu", "kegiatan") if k.find_rows(table)[r.index + 1].values[key]
    )
    first = k.find_place(table, row, key)
    number, column = posisi(first.address)
    if what == "kosong":
        below = k.find_rows(table)[row.index + 1]
        k.tulis(table, below, key, None)
        k.jumlah_patah(table, below, key)
    return _gabung(k, first, Area(number, column, number + 1, column))


def _gabung(k: Kerusakan, first: Place, area: Area) -> Place:
    sheet = k.salinan.sheets[first.sheet]
    sheet.merges = (*sheet.merges, area)
    return first


# Tables that are not filled in, and those of others


@rusak("LBR009", ("asli", "titik-4"), varian=(T29, T30, T31, T32, "Tabel 2.1", "Tabel 3.1"))
def tabel_dikosongkan(k: Kerusakan, table: str) -> Place:
    """All that was filled in is gone; the head stays."""
    sheet = k.salinan.sheets[lembar(k, table)]
    for row in k.find_rows(table):
        place = k.find_place(table, row, kepala_tabel(table))
        values = sheet.rows[sheet.indeks(posisi(place.address)[0])][1]
        values[:] = [None] * len(values)
    heads = [
        place
        for (name, _), place in k.asal.placement.heads.items()
        if name == k.asal.nama_tabel(table)
    ]
    return k.salinan.alamat(min(heads, key=lambda place: posisi(place.address)))


@rusak("LBR010", ("asli", "titik-4"), varian=(T29, T30, T31, T33, T41))
def judul_milik_lain(k: Kerusakan, table: str) -> Place:
    """The title names another agency than those of all other tables."""
    place = k.asal.placement.titles[k.asal.nama_tabel(table)][-1]
    k.salinan.tulis(place, "Dinas Perhubungan Kabupaten Mojokerto")
    return k.salinan.alamat(place)
