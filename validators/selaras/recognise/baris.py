"""Tell the rows of a table apart: hierarchy, rincian, further indicators, totals, the rest.

A row is judged by what it fills in (code, number, name, indicator, amount) and by the row it stands
under. The table ends at its last row that says something, or where the signature block begins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from selaras.kode import BacaKode, baca_kode, baca_kode_opd, baca_kode_terpisah, kode_di_awal
from selaras.model.book import Value
from selaras.model.table import TAK_ADA, Jenis, Row, Table
from selaras.recognise.calon import baris_nomor
from selaras.tables import Isi

_TOTAL = re.compile(
    r"(?:grand |sub ?)?(?:total|jumlah|j u m l a h|t o t a l)"
    r"(?: (?:total|jumlah|pagu|anggaran|seluruh(?:nya)?|keseluruhan|dana|kebutuhan|belanja|indikatif|"
    r"besar|umum|apbd|rp|rupiah|program|kegiatan|sub|dan|perangkat|daerah|opd|skpd|semua|akhir|"
    r"alokasi|rencana|tahun|\d+|i+|iv|[a-f]))*",
    re.IGNORECASE,
)
_RINCIAN = re.compile(r"\W*rincian(?: (?:kegiatan|belanja|pekerjaan|sub kegiatan|nya))?\W*$", re.IGNORECASE)
_BUTIR = re.compile(r"\s*(?:[-–—•*·>]|\(?[a-z0-9]{1,2}[.)])\s*\S", re.IGNORECASE)
_BULAN = "januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember"
_TANDA_TANGAN = re.compile(
    r"\s*(?:mengetahui|menyetujui|disetujui|kepala (?:dinas|badan|bagian|kantor|bidang|bappeda)|"
    r"plt\.?|plh\.?|nip\b|pembina\b|bupati|wali ?kota|gubernur|camat\b|sekretaris (?:daerah|dinas)|"
    r"inspektur\b|direktur\b|ditetapkan di|dibuat oleh|disusun oleh|a\.n\.)"
    rf"|[^0-9]{{3,40}},\s*(?:\d{{1,2}}|\.{{2,}}|…)?\s*(?:{_BULAN})\s+(?:20\d\d|\.+|…)"
    r"|\s*(?:\.{8,}|_{6,}|…{3,})",
    re.IGNORECASE,
)
_BUKAN_HURUF = re.compile(r"[^0-9a-zA-Z]+")


def baca_baris(table: Table, rows: Sequence[int], ulang: frozenset[int]) -> None:
    """Fill the table with the rows of its data area; `ulang` are rows of repeated heads."""
    reader = _Pembaca(table)
    for row in rows:
        if row in ulang:
            continue
        if not reader.baca(row):
            break
    table.rows = reader.selesai()
    table.bawah = table.rows[-1].row if table.rows else table.kepala.bottom


class _Pembaca:
    """Reads rows from top to bottom and remembers what they may belong to."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.grid = table.sheet.grid
        columns = table.columns
        self.kode = columns["kode"].columns if "kode" in columns else ()
        self.no = columns["no"].first if "no" in columns else None
        self.nama = [
            column
            for key in ("nama", "rkpd_nama")
            if key in columns
            for column in columns[key].columns
        ]
        self.uang = [column.first for column in table.kolom_uang]
        self.indikator = [
            column.first
            for column in columns.values()
            if column.spec.isi is Isi.INDIKATOR and column.first not in self.nama
        ]
        self.target = [
            column.first for column in columns.values() if column.spec.isi is Isi.TARGET
        ]
        self.dikenal = frozenset(
            number for column in columns.values() for number in column.columns
        )
        self.kiri, self.kanan = table.kepala.left, table.kepala.right
        self.kode_di_nama = not self.kode and self._nama_berkode()
        self.berkode = bool(self.kode) or self.kode_di_nama
        self.rows: list[Row] = []
        self.pokok: Row | None = None
        self.rincian: Row | None = None
        self.dalam_rincian = False
        self.berakhir = False

    # One row

    def baca(self, row: int) -> bool:
        """Read one sheet row; False when the table has ended."""
        table = self.table
        filled = [
            (column, value)
            for column, value in self.grid.row(row)
            if self.kiri <= column <= self.kanan
        ]
        if not filled and not self._galat(row):
            return True
        if baris_nomor(filled):
            return True
        cells = dict(filled)
        baca = self._kode(cells)
        nama = self._nama(cells)
        if self.kode_di_nama and nama:
            split = kode_di_awal(nama)
            if split:
                baca, nama = split
        beruang = any(self._beruang(row, cells, column) for column in self.uang)
        if baca is None and self._total(cells, beruang):
            self._tambah(Row(table, row, Jenis.TOTAL), nama)
            self._tutup()
            self.berakhir = True
            return True
        if baca is not None or self._bernomor(cells, nama):
            return self._baris_pokok(row, cells, baca, nama)
        if not beruang and any(
            isinstance(value, str) and _TANDA_TANGAN.match(value) for _, value in filled
        ):
            return False
        if self.berakhir:
            return True
        self._baris_lain(row, cells, nama, beruang)
        return True

    def _baris_pokok(
        self, row: int, cells: dict[int, Value], baca: BacaKode | None, nama: str
    ) -> bool:
        found = Row(self.table, row, Jenis.POKOK)
        if baca is not None and baca.kode is None and self._kode_opd(cells):
            found.jenis = Jenis.JUDUL
            self._tambah(found, nama)
            return True
        found.baca = baca
        if baca is not None:
            found.kode = baca.kode
            found.tingkat = baca.kode.tingkat if baca.kode else None
        self._tutup()
        self._tambah(found, nama)
        self.pokok = found
        self.berakhir = False
        return True

    def _baris_lain(self, row: int, cells: dict[int, Value], nama: str, beruang: bool) -> None:
        table = self.table
        pokok = self.pokok
        if nama and _RINCIAN.match(nama):
            self.dalam_rincian = pokok is not None
            self._milik(Row(table, row, Jenis.RINCIAN_JUDUL), nama, "lain")
            return
        indikator = any(self._terisi(cells, column) for column in self.indikator)
        target = any(self._terisi(cells, column) for column in self.target)
        if not self.berkode:
            self._tanpa_kode(row, cells, nama, beruang, indikator or target)
        elif pokok is None:
            self._tambah(Row(table, row, Jenis.YATIM if beruang else Jenis.JUDUL), nama)
        elif beruang and self.dalam_rincian and (nama or self.rincian is not None):
            self._milik(Row(table, row, Jenis.RINCIAN), nama, "rincian")
        elif beruang and not nama and self._melanjutkan(cells):
            self._milik(Row(table, row, Jenis.LANJUTAN), nama, "lanjutan")
        elif beruang and not nama and indikator:
            self._milik(Row(table, row, Jenis.INDIKATOR), nama, "indikator")
        elif beruang and nama and not indikator and self._butir(cells, nama):
            self._milik(Row(table, row, Jenis.RINCIAN), nama, "rincian")
        elif beruang:
            self._milik(Row(table, row, Jenis.YATIM), nama, "lain")
        elif indikator or target:
            jenis = Jenis.LANJUTAN if self._melanjutkan_indikator(cells) else Jenis.INDIKATOR
            self._milik(Row(table, row, jenis), nama, "lanjutan" if jenis is Jenis.LANJUTAN else "indikator")
        elif nama and self.dalam_rincian:
            self._milik(Row(table, row, Jenis.RINCIAN), nama, "rincian")
        else:
            self._milik(Row(table, row, Jenis.LANJUTAN), nama, "lanjutan")

    def _tanpa_kode(
        self, row: int, cells: dict[int, Value], nama: str, beruang: bool, berindikator: bool
    ) -> None:
        """Place a row of a table whose rows carry no code."""
        if nama and (beruang or berindikator or not self.uang):
            jenis = Jenis.POKOK
        elif not self.nama and (berindikator or not self.indikator):
            jenis = Jenis.POKOK
        elif beruang and not nama and self.pokok is not None and self._melanjutkan(cells):
            self._milik(Row(self.table, row, Jenis.LANJUTAN), nama, "lanjutan")
            return
        elif beruang:
            self._tambah(Row(self.table, row, Jenis.YATIM), nama)
            return
        elif berindikator and self.pokok is not None:
            self._milik(Row(self.table, row, Jenis.INDIKATOR), nama, "indikator")
            return
        else:
            self._tambah(Row(self.table, row, Jenis.JUDUL), nama)
            return
        self._baris_pokok(row, cells, None, nama)
        self.rows[-1].jenis = jenis

    # What a row fills in

    def _kode(self, cells: dict[int, Value]) -> BacaKode | None:
        if not self.kode:
            return None
        values = [cells[column] for column in self.kode if column in cells]
        values = [value for value in values if not _kosong(value)]
        if not values:
            return None
        if len(values) == 1:
            return baca_kode(values[0])
        return baca_kode_terpisah(values)

    def _kode_opd(self, cells: dict[int, Value]) -> bool:
        texts = [str(cells[column]) for column in self.kode if column in cells]
        return bool(texts) and baca_kode_opd(".".join(texts)) is not None

    def _nama(self, cells: dict[int, Value]) -> str:
        for column in self.nama:
            value = cells.get(column)
            if isinstance(value, str) and value.strip() and value.strip() not in TAK_ADA:
                return " ".join(value.split())
        return ""

    def _nama_berkode(self) -> bool:
        """Tell whether the names begin with their codes ("2.17.01 PROGRAM ...")."""
        seen = found = 0
        for row in self.table.sheet.rows_between(self.table.kepala.bottom + 1, 2**20)[:60]:
            nama = self._nama(dict(self.grid.row(row)))
            if nama:
                seen += 1
                found += kode_di_awal(nama) is not None
        return found >= 2 and found >= 0.4 * seen

    def _bernomor(self, cells: dict[int, Value], nama: str) -> bool:
        """Tell whether a row without code carries a running number of its own."""
        if self.berkode or self.no is None:
            return False
        value = cells.get(self.no)
        if _kosong(value):
            return False
        return bool(nama) or any(self._terisi(cells, column) for column in self.indikator)

    def _beruang(self, row: int, cells: dict[int, Value], column: int) -> bool:
        sheet = self.table.sheet
        if (row, column) in sheet.errors or (row, column) in sheet.uncalculated:
            return True
        value = cells.get(column)
        if isinstance(value, bool) or _kosong(value):
            return False
        if isinstance(value, str):
            return any(character.isdigit() for character in value)
        return True

    def _galat(self, row: int) -> bool:
        sheet = self.table.sheet
        if not sheet.errors and not sheet.uncalculated:
            return False
        return any(
            (row, column) in sheet.errors or (row, column) in sheet.uncalculated
            for column in self.dikenal
        )

    def _terisi(self, cells: dict[int, Value], column: int) -> bool:
        return not _kosong(cells.get(column))

    def _total(self, cells: dict[int, Value], beruang: bool) -> bool:
        label = next(
            (
                value
                for column, value in sorted(cells.items())
                if isinstance(value, str) and value.strip() not in TAK_ADA
            ),
            None,
        )
        if label is None or (not beruang and self.uang):
            return False
        words = " ".join(_BUKAN_HURUF.sub(" ", label).split())
        return bool(words) and bool(self.uang) and _TOTAL.fullmatch(words) is not None

    def _butir(self, cells: dict[int, Value], nama: str) -> bool:
        """Tell whether a named amount without code is an item under its sub kegiatan."""
        before = self.rows[-1] if self.rows else None
        if before is not None and before.jenis is Jenis.RINCIAN:
            return not any(self._terisi(cells, column) for column in self.target)
        return bool(_BUTIR.match(nama))

    def _melanjutkan(self, cells: dict[int, Value]) -> bool:
        """Tell whether the row fills in amounts that its main row left blank."""
        pokok = self.pokok
        if pokok is None:
            return False
        filled = [column for column in self.uang if self._terisi(cells, column)]
        own = (pokok, *pokok.lanjutan)
        return bool(filled) and all(
            not self.table.isi(row.row, column) for column in filled for row in own
        )

    def _melanjutkan_indikator(self, cells: dict[int, Value]) -> bool:
        """Tell whether the row fills in the indicator that its main row left blank."""
        pokok = self.pokok
        if pokok is None or self.rows[-1] is not pokok or self.dalam_rincian:
            return False
        filled = [column for column in cells if column in self.dikenal]
        named = [column for column in self.indikator if self._terisi(cells, column)]
        return bool(named) and all(not self.table.isi(pokok.row, column) for column in filled)

    # Where it goes

    def _tambah(self, row: Row, nama: str) -> None:
        row.nama = nama
        self.rows.append(row)

    def _milik(self, row: Row, nama: str, sebagai: str) -> None:
        """Add a row that belongs to the last main row."""
        pokok = self.pokok
        if pokok is not None:
            row.induk = pokok
            if sebagai == "rincian":
                pokok.rincian = [*pokok.rincian, row]
                self.rincian = row
                self.dalam_rincian = True
            elif sebagai == "indikator":
                pokok.indikator = [*pokok.indikator, row]
            elif sebagai == "lanjutan":
                pokok.lanjutan = [*pokok.lanjutan, row]
        self._tambah(row, nama)

    def _tutup(self) -> None:
        self.dalam_rincian = False
        self.rincian = None

    def selesai(self) -> list[Row]:
        """Return the rows up to the last one that belongs to the table."""
        rows = self.rows
        while rows and rows[-1].jenis in (Jenis.JUDUL, Jenis.LANJUTAN) and not _berharga(rows[-1], self):
            last = rows.pop()
            if last.induk is not None and last in last.induk.lanjutan:
                last.induk.lanjutan = [row for row in last.induk.lanjutan if row is not last]
        return rows


def _berharga(row: Row, reader: _Pembaca) -> bool:
    """Tell whether a trailing row fills in amounts or indicators."""
    cells = dict(reader.grid.row(row.row))
    columns = (*reader.uang, *reader.indikator, *reader.target)
    return any(not _kosong(cells.get(column)) for column in columns)


def _kosong(value: Value) -> bool:
    return value is None or (isinstance(value, str) and value.strip() in TAK_ADA)
