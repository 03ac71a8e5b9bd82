"""A worksheet, its notes, tables and what is frozen in its window."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from xlwings import base_classes as dasar

from .addresses import urai
from .comments import Note
from .counter import GalatCalc, dihitung
from .ranges import Range

#: Excel takes no longer name of a sheet, and none with these characters.
_NAMA_TERPANJANG, _TERLARANG = 31, frozenset(r":\/?*[]")


def periksa_nama(nama: str) -> None:
    """Raise GalatCalc for a name that Excel gives no sheet."""
    if (
        not 0 < len(nama) <= _NAMA_TERPANJANG
        or _TERLARANG & set(nama)
        or "'" in nama[:1] + nama[-1:]
    ):
        raise GalatCalc(f"no name of a sheet: {nama!r}")


@dihitung
class Sheet(dasar.Sheet):
    def __init__(self, buku: Any, uno: Any) -> None:
        self._buku = buku
        self.uno = uno

    def __eq__(self, lain: object) -> bool:
        return isinstance(lain, Sheet) and lain.book == self.book and lain.name == self.name

    def __hash__(self) -> int:
        return hash((self._buku, self.uno.Name))

    @property
    def api(self) -> LembarApi:
        return LembarApi(self)

    @property
    def book(self) -> Any:
        return self._buku

    @property
    def kantor(self) -> Any:
        return self._buku.app.engine.kantor

    @property
    def name(self) -> str:
        return self.uno.Name

    @name.setter
    def name(self, nilai: str) -> None:
        periksa_nama(nilai)
        self.uno.Name = nilai

    @property
    def index(self) -> int:
        return self.uno.RangeAddress.Sheet + 1

    def range(self, arg1: Any, arg2: Any = None) -> Range:
        awal = self._area(arg1)
        if arg2 is None:
            return Range(self, awal)
        atas, kiri, _, _ = awal[0]
        _, _, bawah, kanan = self._area(arg2)[0]
        return Range(self, [(atas, kiri, bawah, kanan)])

    def _area(self, arg: Any) -> list[tuple[int, int, int, int]]:
        if isinstance(arg, Range):
            return arg.area
        if isinstance(arg, tuple):
            if len(arg) == 4:
                baris, kolom, tinggi, lebar = arg
                return [(baris, kolom, baris + tinggi - 1, kolom + lebar - 1)]
            return [(*arg, *arg)]
        return urai(arg)

    @property
    def cells(self) -> Range:
        return Range(self, [(1, 1, 1_048_576, self.uno.Columns.Count)])

    @property
    def used_range(self) -> Range:
        kursor = self.uno.createCursor()
        kursor.gotoEndOfUsedArea(False)
        akhir = kursor.RangeAddress
        return Range(self, [(1, 1, akhir.EndRow + 1, akhir.EndColumn + 1)])

    @property
    def notes(self) -> list[Note]:
        semua = self.uno.Annotations
        return [
            Note(Range(self, [(a.Position.Row + 1, a.Position.Column + 1) * 2]))
            for a in (semua.getByIndex(i) for i in range(semua.Count))
        ]

    @property
    def tables(self) -> Tables:
        return Tables(self)

    @property
    def visible(self) -> int:
        if self.uno.IsVisible:
            return -1
        simpanan = self._buku.app.find_store(self._buku.doc)
        return 2 if self.name in simpanan.sangat_tersembunyi else 0

    @visible.setter
    def visible(self, nilai: int | bool) -> None:
        if self._buku.doc.isProtected():
            raise GalatCalc("the structure of the workbook is protected")
        semua = self._buku.app.find_store(self._buku.doc).sangat_tersembunyi
        semua.discard(self.name)
        if nilai == 2:
            semua.add(self.name)
        self.uno.IsVisible = nilai not in (0, 2)

    def activate(self) -> None:
        if not self.uno.IsVisible:
            raise RuntimeError("a hidden sheet cannot be activated")
        self._buku.doc.getCurrentController().setActiveSheet(self.uno)

    def delete(self) -> None:
        app = self._buku.app
        peringatan = app.display_alerts
        app.display_alerts = False
        # As in xlwings, what Excel refuses leaves the warnings off.
        if self._buku.doc.isProtected():
            raise GalatCalc("the structure of the workbook is protected")
        if self.visible == 2:
            raise GalatCalc("a very hidden sheet is not deleted")
        self._buku.doc.Sheets.removeByName(self.name)
        app.display_alerts = peringatan

    def clear(self) -> None:
        self.cells.uno.clearContents(1023)


class LembarApi:
    """The members of Excel's Worksheet that the add-in uses through `api`."""

    def __init__(self, lembar: Sheet) -> None:
        self._lembar = lembar

    @property
    def Cells(self) -> Any:
        return SimpleNamespace(Find=self._cari)

    def _cari(self, What: str, LookIn: int, SearchOrder: int, SearchDirection: int) -> Any:
        """Return the last cell that holds something, by rows (1) or by columns (2)."""
        if (What, LookIn, SearchDirection) != ("*", -4123, 2):
            raise NotImplementedError
        isi = self._lembar.uno.queryContentCells(1 | 2 | 4 | 16).RangeAddresses
        if not isi:
            return None
        return SimpleNamespace(
            Row=max(satu.EndRow for satu in isi) + 1,
            Column=max(satu.EndColumn for satu in isi) + 1,
        )

    @property
    def PageSetup(self) -> Any:
        return SimpleNamespace()

    @property
    def FilterMode(self) -> bool:
        used = self._lembar.used_range
        terlihat = {
            baris
            for satu in used.uno.queryVisibleCells().RangeAddresses
            for baris in range(satu.StartRow, satu.EndRow + 1)
        }
        baris = self._lembar.uno.Rows
        tersembunyi = set(range(used.shape[0])) - terlihat
        return any(baris.getByIndex(nomor).IsFiltered for nomor in tersembunyi)


@dihitung
class Tables(dasar.Tables):
    """Calc has no ListObject: a database range with filter buttons stands for it."""

    def __init__(self, lembar: Sheet) -> None:
        self._lembar = lembar

    def _semua(self) -> list[Table]:
        semua = self._lembar.book.doc.DatabaseRanges
        nomor = self._lembar.index - 1
        satu = map(semua.getByName, semua.ElementNames)
        return [Table(self._lembar, uno) for uno in satu if uno.DataArea.Sheet == nomor]

    def __len__(self) -> int:
        return len(self._semua())

    def __iter__(self) -> Any:
        return iter(self._semua())

    def __call__(self, kunci: str | int) -> Table:
        semua = self._semua()
        if isinstance(kunci, int):
            return semua[kunci - 1]
        return next(tabel for tabel in semua if tabel.name == kunci)

    def add(self, source: Any = None, name: str | None = None, **_: Any) -> Table:
        semua = self._lembar.book.doc.DatabaseRanges
        nama = name or f"Table{semua.Count + 1}"
        if semua.hasByName(nama):
            raise RuntimeError(f"there is a table {nama}")
        semua.addNewByName(nama, source.impl.uno.RangeAddress)
        uno = semua.getByName(nama)
        uno.AutoFilter = True
        return Table(self._lembar, uno)


class Table(dasar.Table):
    def __init__(self, lembar: Sheet, uno: Any) -> None:
        self._lembar = lembar
        self._uno = uno

    @property
    def name(self) -> str:
        return self._uno.Name

    @property
    def range(self) -> Range:
        area = self._uno.DataArea
        sudut = (area.StartRow, area.StartColumn, area.EndRow, area.EndColumn)
        return Range(self._lembar, [tuple(nilai + 1 for nilai in sudut)])

    @property
    def show_autofilter(self) -> bool:
        return self._uno.AutoFilter
