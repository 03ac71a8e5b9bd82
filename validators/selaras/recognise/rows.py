"""Tell the rows of a table apart: hierarchy, rincian, further indicators, totals, the rest.

A row is judged by what it fills in (code, number, name, indicator, amount) and by the row it stands
under. The table ends at its last row that says something, or where the signature block begins.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence

from selaras.model.book import Value
from selaras.model.column_values import TAK_ADA
from selaras.model.row import Jenis, Row
from selaras.model.table import Table, TableColumn
from selaras.recognise import traits
from selaras.recognise.candidates import baris_nomor
from selaras.recognise.code_column import PembacaKode, with_code_of_name
from selaras.recognise.groups import GroupMarks
from selaras.recognise.pages import label_halaman, teks_pindahan
from selaras.recognise.sums_below import cari_atasan, kaitkan, nama_dijumlahkan
from selaras.recognise.totals import Kolom, PembacaTotal
from selaras.recognise.traits import kosong
from selaras.recognise.units import baca_unit, find_unit, unit_di_baris
from selaras.tables import Isi
from selaras.values.kode_reading import BacaKode, SalahKode, Tingkat

Sel = dict[int, Value]
#: A row that names a unit has at most so many texts, and its first code follows so soon.
SEBUTAN_UNIT = 4
#: A list letter or number has at most so many characters.
_TANDA = 6


def baca_baris(table: Table, rows: Sequence[int], ulang: frozenset[int]) -> None:
    """Fill the table with the rows of its data area; `ulang` are rows of repeated heads."""
    rows = [row for row in rows if row not in ulang]
    reader = _Pembaca(table, rows)
    for row in rows:
        if not reader.read_row(row):
            break
    table.rows = reader.selesai()
    table.bawah = table.rows[-1].row if table.rows else table.kepala.bottom


class _Pembaca:
    """Reads rows from top to bottom and remembers what they may belong to."""

    def __init__(self, table: Table, rows: Sequence[int]) -> None:
        self.table = table
        self.grid = table.sheet.grid
        self.all_rows = rows
        columns = table.columns
        self.no_column = columns["no"].first if "no" in columns else None
        self.name_columns = [
            column
            for key in ("nama", "rkpd_nama")
            if key in columns
            for column in columns[key].columns
        ]
        self.kode_reader = PembacaKode(table, self.name_columns, rows)
        if "nama" in columns and _berkepala_sendiri(table, columns["nama"]):
            # "Program", "Kegiatan", "Sub Kegiatan": the row is of the lowest level that it names.
            self.name_columns.reverse()
        self.berkode = self.kode_reader.has_kodes
        self.money_columns = [number for column in table.kolom_uang for number in column.columns]
        self.indikator_columns = [
            column.first
            for column in columns.values()
            if column.spec.isi is Isi.INDIKATOR and column.first not in self.name_columns
        ]
        self.target_columns = [column.first for column in columns.values() if column.spec.isi is Isi.TARGET]
        self.dikenal = frozenset(number for column in columns.values() for number in column.columns)
        self.total_reader = PembacaTotal(
            table,
            Kolom(self.no_column, self.name_columns, self.indikator_columns, self.target_columns, self.money_columns, self.dikenal),
        )
        self.kiri, self.kanan = table.kepala.left, table.kepala.right
        self.rows: list[Row] = []
        #: Whose rows are read: the title says it, and section rows after it.
        self.unit = find_unit(table)
        #: What belongs to the last main row, by kind.
        self.milik: dict[str, list[Row]] = {}
        self.main_row: Row | None = None
        self.last_rincian: Row | None = None
        self.dalam_rincian = False
        #: A row of the hierarchy has lost its code: what follows it is not the last main row's.
        self.is_kode_lost = False
        self.berakhir = False
        self.kelompok = GroupMarks()
        #: The last row that may be one of the hierarchy, once someone has asked.
        self.pokok_terakhir: int | None = None
        self.beruang_terakhir: int | None = None
        #: Whether the rows are those of a signature block in the middle of the table.
        self.menandatangani = False

    # One row

    def read_row(self, row: int) -> bool:
        """Read one sheet row; False when the table has ended."""
        table = self.table
        kolom = self.kode_reader.kolom
        read = self.kode_reader.jelas(self.grid.value(row, kolom[0])) if len(kolom) == 1 else None
        if read is not None:
            # Nearly every row of a long table: its other cells need no look.
            value = self.grid.value
            nama = _nama_pertama(value(row, column) for column in self.name_columns)
            if not read.teks[0].isdigit() and traits.belum_diisi(read.teks, nama):
                return True
            read, nama = with_code_of_name(read, nama)
            if self._jumlah_bawah(row, nama, read):
                return True
            return self._baris_pokok(row, {}, read, nama)
        kiri, kanan = self.kiri, self.kanan
        cells = {column: value for column, value in self.grid.row(row) if kiri <= column <= kanan}
        if not cells and not self._galat(row):
            return True
        nama = self._read_name(cells)
        if self._antarhalaman(row, cells, nama):
            return True
        if self.berkode and self._belum_diisi(row, cells, nama):
            return True
        label = nama or self._teks_pertama(cells)
        baca, nama = self.kode_reader.read(cells, nama)
        if self._jumlah_bawah(row, label, baca):
            return True
        if baca is not None and self.kode_reader.butir and self.main_row is not None:
            self.dalam_rincian = True
        if baca is not None and not (nama and self._nomor_rincian(cells, baca, nama)):
            named = any(map(str.isalpha, nama))
            if named or not baris_nomor(list(cells.items())):
                return self._baris_pokok(row, cells, baca, nama)
            return True
        if baris_nomor(list(cells.items())):
            return True
        beruang = any(self._beruang(row, cells, column) for column in self.money_columns)
        if self._is_total(row, cells, nama, beruang):
            self._tambah(Row(table, row, Jenis.TOTAL), nama)
            self._tutup()
            self.berakhir = self.main_row is not None
            return True
        if self._bagian_unit(row, cells, nama):
            return True
        if self._kelompok(row, cells, nama):
            return True
        berindikator = self._berindikator(cells)
        # An item of a sub kegiatan has no indicator: a row that has one is of the hierarchy.
        berisi = berindikator or (beruang and not self.dalam_rincian)
        if baca is None and self._kode_keliru(cells, nama, berisi):
            read = BacaKode(None, SalahKode.HURUF, str(self.kode_reader.join_cells(cells)).strip())
            return self._baris_pokok(row, cells, read, nama)
        if self._bernomor(cells, nama):
            return self._baris_pokok(row, cells, None, nama)
        if not beruang and (self.menandatangani or self._tanda_tangan(row, cells, berindikator)):
            # Each page, and each of several tables under one head, may be signed.
            self.menandatangani = self._berlanjut_setelah(row)
            return self.menandatangani
        if self.berakhir:
            return True
        self._baris_lain(row, cells, nama, beruang)
        return True

    def _belum_diisi(self, row: int, cells: Sel, nama: str) -> bool:
        """Tell whether a row is one of the form that nobody has filled in."""
        if not traits.belum_diisi(self.kode_reader.join_cells(cells), nama):
            return False
        return not any(
            self._beruang(row, cells, column) and cells.get(column) for column in self.money_columns
        )

    def _antarhalaman(self, row: int, cells: Sel, nama: str) -> bool:
        """Take a row that leads from one printed page to the next; False for all others."""
        if label_halaman(cells.values()):
            return True
        if not self.money_columns:
            return False
        texts = (value for value in cells.values() if isinstance(value, str))
        label = next(filter(teks_pindahan, texts), None)
        if label is None:
            return False
        if any(self._beruang(row, cells, column) for column in self.money_columns):
            # It neither ends the table nor the rincian that it stands among.
            self._tambah(Row(self.table, row, Jenis.PINDAHAN), nama or " ".join(label.split()))
        return True

    def _jumlah_bawah(self, row: int, label: str, baca: BacaKode | None) -> bool:
        """Take a row that sums one above it, by the name or the code of that; else False."""
        name = nama_dijumlahkan(label) if label and self.money_columns else None
        if name is None:
            return False
        atasan = cari_atasan(self.rows, name, baca.kode if baca else None, berkode=self.berkode)
        cells = dict(self.grid.row(row))
        if atasan is None or not any(self._beruang(row, cells, column) for column in self.money_columns):
            return False
        found = Row(self.table, row, Jenis.JUMLAH)
        self._tambah(found, label)
        kaitkan(found, atasan)
        self._tutup()
        return True

    def _baris_pokok(self, row: int, cells: Sel, baca: BacaKode | None, nama: str) -> bool:
        self.menandatangani = False
        found = Row(self.table, row, Jenis.POKOK)
        if baca is not None and baca.kode is None and self.kode_reader.has_opd_kode(cells):
            found.jenis = Jenis.JUDUL
            self.unit = baca_unit(f"{self.kode_reader.join_cells(cells)} {nama}") or self.unit
            self._tambah(found, nama)
            return True
        found.baca = baca
        if baca is not None:
            found.kode = baca.kode
            found.tingkat = baca.kode.tingkat if baca.kode else None
        self._tutup()
        self._tambah(found, nama)
        self.main_row = found
        self.milik = {}
        self.is_kode_lost = False
        self.berakhir = False
        return True

    def _baris_lain(self, row: int, cells: Sel, nama: str, beruang: bool) -> None:
        table = self.table
        pokok = self.main_row
        if traits.judul_rincian(cells.values()):
            self.dalam_rincian = pokok is not None
            self._milik(Row(table, row, Jenis.RINCIAN_JUDUL), nama, "lain")
            return
        indikator = any(self._terisi(cells, column) for column in self.indikator_columns)
        target = any(self._terisi(cells, column) for column in self.target_columns)
        if beruang and not nama and indikator:
            nama = self._name_as_code(cells)
        if not self.berkode:
            self._place_without_kode(row, cells, nama, beruang, indikator or target)
        elif pokok is None:
            named = bool(nama) and not (indikator or target)
            section = not beruang or named or traits.bagian(self._teks_pertama(cells))
            self._tambah(Row(table, row, Jenis.JUDUL if section else Jenis.YATIM), nama)
        elif beruang and nama and indikator and not self._rincian_berindikator(cells):
            self.is_kode_lost = True
            self._tutup()
            self._milik(Row(table, row, Jenis.YATIM), nama, "lain")
        elif beruang and nama and not indikator and traits.bagian(nama) and not self.dalam_rincian:
            self._tambah(Row(table, row, Jenis.JUDUL), nama)
            self._tutup()
        elif beruang and self.dalam_rincian and (nama or self.last_rincian is not None):
            self._milik(Row(table, row, Jenis.RINCIAN), nama, "rincian")
        elif beruang and not nama and self._melanjutkan(cells):
            self._milik(Row(table, row, Jenis.LANJUTAN), nama, "lanjutan")
        elif beruang and not nama and indikator:
            self._milik(Row(table, row, Jenis.INDIKATOR), nama, "indikator")
        elif beruang and nama and not indikator and self._butir(cells, nama):
            self._milik(Row(table, row, Jenis.RINCIAN), nama, "rincian")
        elif beruang:
            self._milik(Row(table, row, Jenis.YATIM), nama, "lain")
        elif target and not indikator and not nama and not self._terukur(cells):
            self._milik(Row(table, row, Jenis.LANJUTAN), nama, "lanjutan")  # a unit, no target
        elif indikator or target:
            jenis = Jenis.LANJUTAN if self._melanjutkan_indikator(cells) else Jenis.INDIKATOR
            self._milik(Row(table, row, jenis), nama, jenis.value)
        elif nama and self.dalam_rincian:
            self._milik(Row(table, row, Jenis.RINCIAN), nama, "rincian")
        else:
            self._milik(Row(table, row, Jenis.LANJUTAN), nama, "lanjutan")

    def _bagian_unit(self, row: int, cells: Sel, nama: str) -> bool:
        """Read a row that names whose rows follow; False where it is none.

        It names an agency or sub unit and nothing else, and a code from the top follows.
        """
        texts = [v for v in cells.values() if isinstance(v, str) and not kosong(v)]
        if not texts or len(texts) > SEBUTAN_UNIT or self._berindikator(cells):
            return False
        unit = unit_di_baris([text for text in texts if any(map(str.isalnum, text))])
        if unit is None or not self._dari_atas(row):
            return False
        self._tutup()
        self.unit = unit
        self.berakhir = False
        self._tambah(Row(self.table, row, Jenis.JUDUL), nama)
        return True

    def _kelompok(self, row: int, cells: Sel, nama: str) -> bool:
        """Take a row that heads a group of programs, with its sum perhaps; False for others."""
        if not (self.berkode and nama) or self._berindikator(cells) or not self._dari_atas(row, 1):
            return False
        before = [v for column, v in cells.items() if column not in (*self.name_columns, *self.money_columns)]
        if not self.kelompok.take(before, nama):
            return False
        self._tutup()
        self.berakhir = False
        self._tambah(Row(self.table, row, Jenis.JUDUL), nama)
        return True

    def _dari_atas(self, row: int, most: int = SEBUTAN_UNIT) -> bool:
        """Tell whether the first code below a row is as high as the table's first, or higher.

        It is looked for in so many rows at most.
        """
        first = next((one.tingkat for one in self.rows if one.tingkat is not None), None)
        place = bisect_right(self.all_rows, row)
        for below in self.all_rows[place : place + most]:
            cells = dict(self.grid.row(below))
            read, _ = self.kode_reader.read(cells, self._read_name(cells))
            if read is not None and read.kode is not None:
                return first is None or read.kode.tingkat <= first
        return False

    def _rincian_berindikator(self, cells: Sel) -> bool:
        """Tell whether a row among the rincian is one more of them, though it has an indicator.

        Some tables give their rincian indicators; then the first of a sub kegiatan has one.
        """
        if not self.dalam_rincian:
            return False
        before = self.last_rincian
        return (
            before is None
            or not any(self._terisi(cells, column) for column in self.target_columns)
            or any(self.table.is_filled(before.row, column) for column in self.indikator_columns)
        )

    def _place_without_kode(
        self, row: int, cells: Sel, nama: str, beruang: bool, berindikator: bool
    ) -> None:
        """Place a row of a table whose rows carry no code."""
        named = bool(nama) and (beruang or berindikator or not self.money_columns)
        if named or (not self.name_columns and (berindikator or not self.indikator_columns)):
            self._baris_pokok(row, cells, None, nama)
        elif beruang and not nama and self.main_row is not None and self._melanjutkan(cells):
            self._milik(Row(self.table, row, Jenis.LANJUTAN), nama, "lanjutan")
        elif beruang and not any(self._terisi(cells, column) for column in self.indikator_columns):
            self._tambah(Row(self.table, row, Jenis.YATIM), nama)
        elif berindikator and self.main_row is not None:
            self._milik(Row(self.table, row, Jenis.INDIKATOR), nama, "indikator")
        else:
            self._tambah(Row(self.table, row, Jenis.JUDUL), nama)

    # What a row fills in

    def _read_name(self, cells: Sel) -> str:
        return _nama_pertama(map(cells.get, self.name_columns))

    def _name_as_code(self, cells: Sel) -> str:
        """Return the name that stands where the code should; "" for none."""
        value = self.kode_reader.join_cells(cells)
        words = " ".join(value.split()) if isinstance(value, str) else ""
        return words if sum(map(str.isalpha, words)) > _TANDA else ""

    def _teks_pertama(self, cells: Sel) -> str:
        return next((value for value in cells.values() if isinstance(value, str)), "")

    def _berindikator(self, cells: Sel) -> bool:
        return any(self._terisi(cells, column) for column in (*self.indikator_columns, *self.target_columns))

    def _nomor_rincian(self, cells: Sel, baca: BacaKode, nama: str) -> bool:
        """Tell whether what reads as the code of an urusan numbers an item of a sub kegiatan."""
        pokok = self.main_row
        if pokok is None or (baca.kode is not None and len(baca.kode.bagian) > 1):
            return False
        if not traits.nomor_butir(self.kode_reader.join_cells(cells)) or traits.bagian(nama):
            return False
        return self.dalam_rincian or pokok.tingkat is Tingkat.SUB_KEGIATAN

    def _kode_keliru(self, cells: Sel, nama: str, berisi: bool) -> bool:
        if not self.kode_reader.kolom or not nama or not berisi:
            return False
        return traits.kode_keliru(self.kode_reader.join_cells(cells)) and not traits.teks_total(nama)

    def _bernomor(self, cells: Sel, nama: str) -> bool:
        """Tell whether a row without code carries a running number of its own."""
        if self.berkode or self.no_column is None:
            return False
        if kosong(cells.get(self.no_column)):
            return False
        return bool(nama) or any(self._terisi(cells, column) for column in self.indikator_columns)

    def _beruang(self, row: int, cells: Sel, column: int) -> bool:
        sheet = self.table.sheet
        if (row, column) in sheet.errors or (row, column) in sheet.uncalculated:
            return True
        value = cells.get(column)
        if isinstance(value, bool) or kosong(value):
            return False
        if isinstance(value, str):
            # The place and year of a signature block may stand below a money column.
            return any(character.isdigit() for character in value) and not traits.penutup((value,))
        return True

    def _galat(self, row: int) -> bool:
        sheet = self.table.sheet
        if not sheet.errors and not sheet.uncalculated:
            return False
        return any(
            (row, column) in sheet.errors or (row, column) in sheet.uncalculated
            for column in self.dikenal
        )

    def _terisi(self, cells: Sel, column: int) -> bool:
        return not kosong(cells.get(column))

    def _is_total(self, row: int, cells: Sel, nama: str, beruang: bool) -> bool:
        """Tell whether the row is a total: its label may stand in any column.

        Where label and place leave it open, the sum decides; a last row with the wrong sum is one
        where the main row has an indicator and amounts of its own.
        """
        if not self.money_columns:
            return False
        label = self.total_reader.find_label(cells, nama, beruang=beruang)
        if label is None:
            return False
        sure = self.total_reader.is_total(cells, label)
        if sure is not None:
            return sure
        if not beruang:
            return False
        if self.total_reader.sejumlah(cells, self.rows):
            return True
        return not (
            any(self._terisi(cells, column) for column in self.target_columns)
            or self._melanjutkan(cells)
            or self._ada_pokok_setelah(row)
        )

    def _tanda_tangan(self, row: int, cells: Sel, berindikator: bool) -> bool:
        """Tell whether the signature block begins here.

        An office may as well answer for a row of the table, so it counts only where no row of the
        hierarchy follows.
        """
        if traits.penutup(cells.values()):
            blank = traits.titik_saja(cells.values())
            return not (blank and (self._ada_pokok_setelah(row) or self._ada_total_setelah(row)))
        if berindikator and len(cells) > 1:
            return False
        return traits.jabatan(cells.values()) and not self._ada_pokok_setelah(row)

    def _ada_pokok_setelah(self, row: int) -> bool:
        """Tell whether a row of the hierarchy stands further below."""
        if self.pokok_terakhir is None:
            self.pokok_terakhir = self._terakhir_yang(
                lambda _, cells, nama: self.kode_reader.mungkin(cells, nama) or self._bernomor(cells, nama)
            )
        return self.pokok_terakhir > row

    def _berlanjut_setelah(self, row: int) -> bool:
        """Tell whether a row of the hierarchy, where there are amounts with one, stands below."""

        def goes_on(below: int, cells: Sel, nama: str) -> bool:
            if any(self._beruang(below, cells, column) for column in self.money_columns):
                return self.kode_reader.mungkin(cells, nama) or self._bernomor(cells, nama)
            return not self.money_columns and self.kode_reader.mungkin(cells, nama)

        if self.beruang_terakhir is None:
            self.beruang_terakhir = self._terakhir_yang(goes_on)
        return self.beruang_terakhir > row

    def _terakhir_yang(self, holds: Callable[[int, Sel, str], bool]) -> int:
        """Return the last row of which something holds, told by its cells and name; 0 for none."""
        for below in reversed(self.all_rows):
            cells = dict(self.grid.row(below))
            if holds(below, cells, self._read_name(cells)):
                return below
        return 0

    def _ada_total_setelah(self, row: int) -> bool:
        """Tell whether a total stands further below."""
        for below in self.all_rows[bisect_right(self.all_rows, row) :]:
            cells = dict(self.grid.row(below))
            if any(isinstance(text, str) and traits.teks_total(text) for text in cells.values()):
                return any(self._beruang(below, cells, column) for column in self.money_columns)
        return False

    def _butir(self, cells: Sel, nama: str) -> bool:
        """Tell whether a named amount without code is an item under its sub kegiatan."""
        before = self._find_last_row()
        if before is not None and before.jenis is Jenis.RINCIAN:
            return not any(self._terisi(cells, column) for column in self.target_columns)
        return (
            traits.butir(nama) or self.kode_reader.join_cells(cells) is not None or self._has_list_mark(cells, nama)
        )

    def _has_list_mark(self, cells: Sel, nama: str) -> bool:
        """Tell whether a list letter or number stands in a cell of its own before the name."""
        for column, value in cells.items():
            if isinstance(value, str) and " ".join(value.split()) == nama:
                return False
            own = column in self.name_columns or column not in self.dikenal
            if own and traits.nomor_butir(value):
                return True
        return False

    def _terukur(self, cells: Sel) -> bool:
        """Tell whether a target of a row holds a number."""
        values = (cells.get(column) for column in self.target_columns)
        return any(
            not isinstance(v, str) or any(map(str.isdigit, v)) for v in values if v is not None
        )

    def _melanjutkan(self, cells: Sel) -> bool:
        """Tell whether the row fills in amounts that its main row left blank."""
        pokok = self.main_row
        if pokok is None:
            return False
        filled = [column for column in self.money_columns if self._terisi(cells, column)]
        own = (pokok, *pokok.lanjutan)
        return bool(filled) and all(
            not self.table.is_filled(row.row, column) for column in filled for row in own
        )

    def _melanjutkan_indikator(self, cells: Sel) -> bool:
        """Tell whether the row fills in the indicator, or its target, that its main row lacks."""
        pokok = self.main_row
        if pokok is None or self._find_last_row() is not pokok or self.dalam_rincian:
            return False
        filled = [column for column in cells if column in self.dikenal]
        aimed = [column for column in self.target_columns if self._terisi(cells, column)]
        named = [column for column in self.indikator_columns if self._terisi(cells, column)]
        if aimed and not named:
            named = [c for c in self.indikator_columns if not self.table.is_filled(pokok.row, c)]
        return bool(named) and all(not self.table.is_filled(pokok.row, column) for column in filled)

    def _find_last_row(self) -> Row | None:
        """Return the row read last, but for what a page break has put in between."""
        return next((row for row in reversed(self.rows) if row.jenis is not Jenis.PINDAHAN), None)

    # Where it goes

    def _tambah(self, row: Row, nama: str) -> None:
        row.nama = nama
        row.unit = self.unit
        row.urut = len(self.rows)
        self.rows.append(row)

    def _milik(self, row: Row, nama: str, sebagai: str) -> None:
        """Add a row that belongs to the last main row."""
        pokok = self.main_row
        if pokok is not None:
            row.induk = pokok
            astray = sebagai == "rincian" and self.is_kode_lost
            own = self.milik.setdefault("lain" if astray else sebagai, [])
            own.append(row)
            if sebagai == "rincian":
                if not astray:
                    pokok.rincian = own
                self.last_rincian = row
                self.dalam_rincian = True
            elif sebagai == "indikator":
                pokok.indikator = own
            elif sebagai == "lanjutan":
                pokok.lanjutan = [*pokok.lanjutan, row]
        self._tambah(row, nama)

    def _tutup(self) -> None:
        self.dalam_rincian = False
        self.last_rincian = None

    def selesai(self) -> list[Row]:
        """Return the rows up to the last one that belongs to the table."""
        rows = self.rows
        idle = (Jenis.JUDUL, Jenis.LANJUTAN)
        while rows and rows[-1].jenis in idle and not _berharga(rows[-1], self):
            last = rows.pop()
            if last.induk is not None and last in last.induk.lanjutan:
                last.induk.lanjutan = [row for row in last.induk.lanjutan if row is not last]
        return rows


def _berkepala_sendiri(table: Table, column: TableColumn) -> bool:
    """Tell whether each of the sheet columns of one table column has a head of its own."""
    row = column.head[0]
    return len(column.columns) > 1 and all(
        table.sheet.value(row, number) is not None for number in column.columns
    )


def _nama_pertama(values: Iterable[Value]) -> str:
    """Return the first text that says something, in one line; "" for none.

    A list letter or number ("a.", "1)") only says it where nothing follows it.
    """
    mark = ""
    for value in values:
        if isinstance(value, str):
            text = " ".join(value.split())
            if text in TAK_ADA:
                continue
            if len(text) > _TANDA or not traits.nomor_butir(text):
                return text
            mark = mark or text
    return mark


def _berharga(row: Row, reader: _Pembaca) -> bool:
    """Tell whether a trailing row fills in amounts or indicators."""
    cells = dict(reader.grid.row(row.row))
    columns = (*reader.money_columns, *reader.indikator_columns, *reader.target_columns)
    return any(not kosong(cells.get(column)) for column in columns)
