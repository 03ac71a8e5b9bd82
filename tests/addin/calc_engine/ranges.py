"""Ranges: values, formulas and looks, of one rectangle or of several."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import Any

from xlwings import base_classes as dasar

from . import addresses, colours, formula
from .addresses import Area
from .comments import Note
from .conditional import ConditionalFormats
from .counter import GalatCalc, dihitung
from .formula import ke_calc, ke_excel

_GALAT = 4
_TANGGAL, _WAKTU, _LOGIS = 2, 4, 1024
#: Days that are dates for Excel.
_HARI = range(2_958_466)
#: The most that a cell holds.
_TEKS_TERPANJANG = 32_767
#: What Excel would turn into a number or a time when it is put into a cell as text.
_MIRIP_ANGKA = re.compile(r"-?\d+(?:[.,]\d+)*%?")


#: Error values by their words, as the numbers that COM gives.
GALAT = {
    "#DIV/0!": -2146826281,
    "#N/A": -2146826246,
    "#NAME?": -2146826259,
    "#NULL!": -2146826288,
    "#NUM!": -2146826252,
    "#REF!": -2146826265,
    "#VALUE!": -2146826273,
}


@dihitung
class Range(dasar.Range):
    def __init__(self, lembar: Any, area: Sequence[Any]) -> None:
        self._lembar = lembar
        self.area: list[Area] = list(area)

    @property
    def uno(self) -> Any:
        """The Calc object: a range, or ranges when there are several rectangles."""
        if len(self.area) == 1:
            return self._find_range(self.area[0])
        semua = self._lembar.book.doc.createInstance("com.sun.star.sheet.SheetCellRanges")
        for area in self.area:
            semua.addRangeAddress(self._find_range(area).RangeAddress, False)
        return semua

    def _find_range(self, area: Area) -> Any:
        atas, kiri, bawah, kanan = (nilai - 1 for nilai in area)
        return self._lembar.uno.getCellRangeByPosition(kiri, atas, kanan, bawah)

    @property
    def api(self) -> Any:
        return RentangApi(self)

    @property
    def sheet(self) -> Any:
        return self._lembar

    @property
    def coords(self) -> tuple[Any, int, int, int, int]:
        return (self._lembar, self.row, self.column, *self.shape)

    def __len__(self) -> int:
        return sum((b - a + 1) * (d - c + 1) for a, c, b, d in self.area)

    @property
    def row(self) -> int:
        return self.area[0][0]

    @property
    def column(self) -> int:
        return self.area[0][1]

    @property
    def shape(self) -> tuple[int, int]:
        atas, kiri, bawah, kanan = self.area[0]
        return bawah - atas + 1, kanan - kiri + 1

    @property
    def address(self) -> str:
        return ",".join(map(addresses.tulis, self.area))

    def get_address(self, baris: bool, kolom: bool, luar: bool) -> str:
        if luar:
            raise NotImplementedError
        return ",".join(addresses.tulis(area, baris) for area in self.area)

    def __call__(self, arg1: int, arg2: int | None = None) -> Range:
        if arg2 is None:
            baris, kolom = divmod(arg1 - 1, self.shape[1])
            return self(baris + 1, kolom + 1)
        baris, kolom = arg1, arg2
        return Range(self._lembar, [(self.row + baris - 1, self.column + kolom - 1) * 2])

    # Values and formulas

    @property
    def raw_value(self) -> Any:
        uno = self._find_range(self.area[0])
        data = [list(baris) for baris in uno.getDataArray()]
        self._beri_jenis(uno, data)
        return data if len(self) > 1 else data[0][0]

    def _beri_jenis(self, uno: Any, data: list[list[Any]]) -> None:
        """Turn serial numbers into dates and booleans, and put in the errors, as Excel does."""
        doc = self._lembar.book.doc
        nol = doc.NullDate
        awal = datetime.datetime(nol.Year, nol.Month, nol.Day)
        format_angka = doc.NumberFormats
        seragam = uno.getUniqueCellFormatRanges()
        for nomor in range(seragam.Count):
            satu = seragam.getByIndex(nomor)
            jenis = format_angka.getByKey(satu.getPropertyValue("NumberFormat")).Type
            if not jenis & (_TANGGAL | _LOGIS):
                continue
            for baris, kolom in self._dalam(satu.RangeAddresses):
                nilai = data[baris][kolom]
                if isinstance(nilai, float):
                    logis = jenis & _LOGIS
                    if not logis and int(nilai // 1) not in _HARI:
                        raise GalatCalc("Excel hands over no date that is none")
                    data[baris][kolom] = (
                        bool(nilai) if logis else awal + datetime.timedelta(days=nilai)
                    )
        for baris, kolom in self._dalam(uno.queryFormulaCells(_GALAT).RangeAddresses):
            data[baris][kolom] = GALAT[uno.getCellByPosition(kolom, baris).String]

    def _dalam(self, semua: Any) -> Any:
        """Yield the places, counted within this range, of Calc's addresses."""
        for satu in semua:
            for baris in range(satu.StartRow, satu.EndRow + 1):
                for kolom in range(satu.StartColumn, satu.EndColumn + 1):
                    yield baris + 1 - self.row, kolom + 1 - self.column

    @raw_value.setter
    def raw_value(self, data: Any) -> None:
        if not isinstance(data, list | tuple):
            tinggi, lebar = self.shape
            data = [[data] * lebar] * tinggi
        uno = self._find_range(self.area[0])
        sebagai_teks = self.number_format == "@"
        berumus: list[tuple[int, int, str]] = []
        bersih: list[tuple[Any, ...]] = []
        for baris, isi in enumerate(data):
            for kolom, nilai in enumerate(isi):
                if isinstance(nilai, str) and nilai.startswith("=") and not sebagai_teks:
                    formula.periksa(nilai)
                    berumus.append((baris, kolom, nilai))
            bersih.append(tuple(self._convert_in(nilai, sebagai_teks) for nilai in isi))
        if self._bercatatan():
            for baris, sebaris in enumerate(bersih):
                for kolom, satu in enumerate(sebaris):
                    sel = uno.getCellByPosition(kolom, baris)
                    (sel.setString if isinstance(satu, str) else sel.setValue)(satu)
        else:
            uno.setDataArray(tuple(bersih))
        for baris, kolom, teks in berumus:
            uno.getCellByPosition(kolom, baris).Formula = ke_calc(teks)

    def _convert_in(self, nilai: Any, sebagai_teks: bool) -> Any:
        if nilai is None:
            return ""
        if isinstance(nilai, bool):
            return float(nilai)
        if isinstance(nilai, int):
            return float(nilai)
        if isinstance(nilai, str) and not sebagai_teks:
            if nilai.startswith("'"):
                nilai = nilai[1:]
                if len(nilai) > _TEKS_TERPANJANG:
                    raise GalatCalc("more text than a cell of Excel holds")
                return nilai
            if _MIRIP_ANGKA.fullmatch(nilai):
                raise ValueError(f"Excel would not keep {nilai!r} as it is; write it as a text")
        return nilai

    def clear_contents(self) -> None:
        self.uno.clearContents(1 | 2 | 4 | 16)

    @property
    def formula(self) -> Any:
        uno = self._find_range(self.area[0])
        isi, nilai = uno.getFormulaArray(), uno.getDataArray()
        hasil = tuple(
            tuple(_rumus_keluar(*sel) for sel in zip(*baris, strict=True))
            for baris in zip(isi, nilai, strict=True)
        )
        return hasil if len(self) > 1 else hasil[0][0]

    @formula.setter
    def formula(self, nilai: Any) -> None:
        if isinstance(nilai, str):
            tinggi, lebar = self.shape
            nilai = [[nilai] * lebar] * tinggi
        isi = tuple(tuple(self._rumus_masuk(satu) for satu in baris) for baris in nilai)
        uno = self._find_range(self.area[0])
        self._tulis_rumus(uno, isi)
        # In a cell of the format of texts all becomes text.
        for kolom in range(uno.Columns.Count):
            for baris in range(uno.Rows.Count):
                sel = uno.getCellByPosition(kolom, baris)
                if self._format(sel) == "@" and isi[baris][kolom] != "":
                    sel.String = _teks(nilai[baris][kolom])

    def _bercatatan(self) -> bool:
        """Tell whether a cell has a note: Calc takes it off when it writes a block."""
        semua = self._lembar.uno.Annotations
        posisi = (semua.getByIndex(nomor).Position for nomor in range(semua.Count))
        atas, kiri, bawah, kanan = self.area[0]
        return any(
            atas <= satu.Row + 1 <= bawah and kiri <= satu.Column + 1 <= kanan for satu in posisi
        )

    def _tulis_rumus(self, uno: Any, isi: Sequence[Sequence[Any]]) -> None:
        if not self._bercatatan():
            uno.setFormulaArray(isi)
            return
        for baris, sebaris in enumerate(isi):
            for kolom, satu in enumerate(sebaris):
                sel = uno.getCellByPosition(kolom, baris)
                (sel.setFormula if isinstance(satu, str) else sel.setValue)(satu)

    @property
    def has_array(self) -> bool | None:
        larik = 0
        for satu in self._find_range(self.area[0]).queryFormulaCells(7).RangeAddresses:
            for baris in range(satu.StartRow, satu.EndRow + 1):
                for kolom in range(satu.StartColumn, satu.EndColumn + 1):
                    sel = self._lembar.uno.getCellByPosition(kolom, baris)
                    larik += sel.getArrayFormula() != ""
        return _semua(larik, len(self))

    def _format(self, uno: Any) -> str:
        kunci = uno.getPropertyValue("NumberFormat")
        return self._lembar._buku.doc.NumberFormats.getByKey(kunci).FormatString

    def _rumus_masuk(self, nilai: Any) -> Any:
        if nilai is None:
            raise GalatCalc("a cell is made blank with a blank text")
        if isinstance(nilai, str) and nilai.startswith("="):
            formula.periksa(nilai)
            return ke_calc(nilai)
        return nilai

    formula2 = formula

    # Looks

    def _seragam(self, sifat: str) -> Any:
        """Return a property that all cells share; None when they differ, as Excel does."""
        uno = self.uno
        if uno.getPropertyState(sifat).value == "AMBIGUOUS_VALUE":
            return None
        return uno.getPropertyValue(sifat)

    @property
    def color(self) -> colours.Rgb | None:
        isi = self._seragam("CellBackColor")
        # Mixed cells read as black: so xlwings makes it of Excel's answer.
        return (0, 0, 0) if isi is None else colours.ke_rgb(isi)

    @color.setter
    def color(self, nilai: Any) -> None:
        self.uno.setPropertyValue("CellBackColor", colours.ke_calc(nilai))

    @property
    def borders(self) -> Borders:
        return Borders(self)

    @property
    def font(self) -> Font:
        return Font(self)

    @property
    def number_format(self) -> str | None:
        kunci = self._seragam("NumberFormat")
        if kunci is None:
            return None
        return self._lembar.book.doc.NumberFormats.getByKey(kunci).FormatString

    @number_format.setter
    def number_format(self, nilai: str) -> None:
        semua = self._lembar.book.doc.NumberFormats
        lokal = self._lembar.kantor.struct("com.sun.star.lang.Locale", Language="en", Country="US")
        kunci = semua.queryKey(nilai, lokal, False)
        self.uno.NumberFormat = semua.addNew(nilai, lokal) if kunci == -1 else kunci

    @property
    def wrap_text(self) -> bool | None:
        return self._seragam("IsTextWrapped")

    @wrap_text.setter
    def wrap_text(self, nilai: bool) -> None:
        self.uno.IsTextWrapped = nilai

    @property
    def vertical_alignment(self) -> Any:
        return self._seragam("VertJustify")

    @vertical_alignment.setter
    def vertical_alignment(self, nilai: str) -> None:
        self.uno.VertJustify = {"top": 1, "center": 2, "bottom": 3}[nilai]

    @property
    def horizontal_alignment(self) -> Any:
        return self._seragam("HoriJustify")

    @horizontal_alignment.setter
    def horizontal_alignment(self, nilai: str) -> None:
        nama = {"left": "LEFT", "center": "CENTER", "right": "RIGHT"}[nilai]
        self.uno.HoriJustify = self._lembar.kantor.uno.Enum(
            "com.sun.star.table.CellHoriJustify", nama
        )

    @property
    def column_width(self) -> float:
        return self._find_range(self.area[0]).Columns.getByIndex(0).Width / 200

    @column_width.setter
    def column_width(self, nilai: float) -> None:
        # 1/100 mm; a character of Excel's usual font is about 2 mm.
        self._find_range(self.area[0]).Columns.Width = int(nilai * 200)

    @property
    def row_height(self) -> float:
        return self._find_range(self.area[0]).Rows.getByIndex(0).Height * 72 / 2540

    @row_height.setter
    def row_height(self, nilai: float) -> None:
        self._find_range(self.area[0]).Rows.Height = int(nilai * 2540 / 72)

    def autofit(self, axis: str | None = None) -> None:
        if axis not in ("rows", "r"):
            self._find_range(self.area[0]).Columns.OptimalWidth = True
        if axis not in ("columns", "c"):
            self._find_range(self.area[0]).Rows.OptimalHeight = True

    @property
    def rows(self) -> Range:
        return self

    @property
    def columns(self) -> Range:
        return self

    # Hidden, merged, inserted

    @property
    def row_hidden(self) -> bool | None:
        atas, _, bawah, _ = self.area[0]
        uno = self._find_range((atas, 1, bawah, 1024))
        terlihat = {
            baris
            for satu in uno.queryVisibleCells().RangeAddresses
            for baris in range(satu.StartRow, satu.EndRow + 1)
        }
        return _semua_tersembunyi(len(terlihat), bawah - atas + 1)

    @row_hidden.setter
    def row_hidden(self, nilai: bool) -> None:
        self._find_range(self.area[0]).Rows.IsVisible = not nilai

    @property
    def column_hidden(self) -> bool | None:
        _, kiri, _, kanan = self.area[0]
        terlihat = sum(
            self._lembar.uno.Columns.getByIndex(kolom - 1).IsVisible
            for kolom in range(kiri, kanan + 1)
        )
        return _semua_tersembunyi(terlihat, kanan - kiri + 1)

    @column_hidden.setter
    def column_hidden(self, nilai: bool) -> None:
        self._find_range(self.area[0]).Columns.IsVisible = not nilai

    @property
    def merge_cells(self) -> bool | None:
        uno = self._find_range(self.area[0])
        if len(self) == 1:
            return len(self.merge_area) > 1
        return None if uno.getIsMerged() else False

    @property
    def merge_area(self) -> Range:
        kursor = self._lembar.uno.createCursorByRange(self._find_range((self.row, self.column) * 2))
        kursor.collapseToMergedArea()
        satu = kursor.RangeAddress
        sudut = (satu.StartRow, satu.StartColumn, satu.EndRow, satu.EndColumn)
        return Range(self._lembar, [tuple(nilai + 1 for nilai in sudut)])

    def merge(self, across: bool = False) -> None:
        self._find_range(self.area[0]).merge(True)

    def insert(self, shift: str | None = None, copy_origin: str | None = None) -> None:
        arah = {"down": "DOWN", "right": "RIGHT", None: "ROWS"}[shift]
        enum = self._lembar.kantor.uno.Enum("com.sun.star.sheet.CellInsertMode", arah)
        self._lembar.uno.insertCells(self._find_range(self.area[0]).RangeAddress, enum)

    def delete(self, shift: str | None = None) -> None:
        arah = {"up": "UP", "left": "LEFT", None: "ROWS"}[shift]
        enum = self._lembar.kantor.uno.Enum("com.sun.star.sheet.CellDeleteMode", arah)
        self._lembar.uno.removeRange(self._find_range(self.area[0]).RangeAddress, enum)

    # Notes, rules, links

    @property
    def note(self) -> Note | None:
        teks = self._find_range(self.area[0]).getCellByPosition(0, 0).Annotation.String
        return Note(self) if teks else None

    def add_note(self, text: str) -> Note:
        if self.note is not None:
            raise RuntimeError("the cell has a note")
        catatan = Note(self)
        catatan.tulis(text)
        return catatan

    @property
    def conditional_formats(self) -> ConditionalFormats:
        return ConditionalFormats(self)

    def select(self) -> None:
        self._lembar.book.doc.getCurrentController().select(self.uno)


def _rumus_keluar(isi: str, nilai: Any) -> str:
    """Return what Excel calls the formula of a cell, by what Calc does and by its value."""
    if isi == nilai:
        # A text, which may begin with "=".
        return isi
    if isinstance(nilai, str) and isi == "'" + nilai:
        # Calc writes texts so that would be numbers.
        return nilai
    if isi.startswith("{=") and isi.endswith("}"):
        return ke_excel(isi[1:-1])
    return ke_excel(isi)


def _teks(nilai: Any) -> str:
    if isinstance(nilai, float):
        return str(int(nilai)) if nilai == int(nilai) else repr(nilai)
    return str(nilai).removeprefix("'")


def _semua_tersembunyi(terlihat: int, semua: int) -> bool | None:
    return _semua(semua - terlihat, semua)


def _semua(kena: int, semua: int) -> bool | None:
    """Tell whether something holds for all cells, or for none; None where they differ."""
    return kena == semua if kena in (0, semua) else None


@dihitung
class Borders(dasar.Borders):
    """Only lines around all cells of a range."""

    def __init__(self, rentang: Range) -> None:
        self._rentang = rentang

    def set(self, which: Any, line_style: Any, weight: Any, color: Any) -> None:
        baris, kolom = self._rentang.shape
        if ("inside_horizontal" in which and baris == 1) or (
            "inside_vertical" in which and kolom == 1
        ):
            raise GalatCalc("Excel knows no line inside a single row or column")
        garis = self._rentang.sheet.kantor.struct(
            "com.sun.star.table.BorderLine2",
            Color=colours.ke_calc(color),
            OuterLineWidth=18,
            LineWidth=18,
        )
        for sisi in ("TopBorder2", "BottomBorder2", "LeftBorder2", "RightBorder2"):
            self._rentang.uno.setPropertyValue(sisi, garis)


@dihitung
class Font(dasar.Font):
    def __init__(self, rentang: Range) -> None:
        self._rentang = rentang

    @property
    def bold(self) -> bool | None:
        berat = self._rentang._seragam("CharWeight")
        return None if berat is None else berat > 100

    @bold.setter
    def bold(self, nilai: bool) -> None:
        self._rentang.uno.CharWeight = 150.0 if nilai else 100.0

    @property
    def italic(self) -> bool | None:
        miring = self._rentang._seragam("CharPosture")
        return None if miring is None else miring.value != "NONE"

    @italic.setter
    def italic(self, nilai: bool) -> None:
        enum = self._rentang.sheet.kantor.uno.Enum
        self._rentang.uno.CharPosture = enum(
            "com.sun.star.awt.FontSlant", "ITALIC" if nilai else "NONE"
        )

    @property
    def size(self) -> float | None:
        return self._rentang._seragam("CharHeight")

    @size.setter
    def size(self, nilai: float) -> None:
        self._rentang.uno.CharHeight = nilai

    @property
    def color(self) -> Any:
        raise NotImplementedError

    @color.setter
    def color(self, nilai: Any) -> None:
        self._rentang.uno.CharColor = colours.ke_calc(nilai)


@dihitung
class RentangApi:
    """The members of Excel's Range that the add-in uses through `api`."""

    def __init__(self, rentang: Range) -> None:
        self._rentang = rentang

    @property
    def IndentLevel(self) -> int | None:
        jarak = self._rentang._seragam("ParaIndent")
        # 1/100 mm; Excel's step of indent is three blanks, about 10 points.
        return None if jarak is None else round(jarak / 353)

    @property
    def Value2(self) -> Any:
        if len(self._rentang) > 1:
            raise NotImplementedError
        sel = self._rentang.uno.getCellByPosition(0, 0)
        return sel.Value if sel.Type.value in ("VALUE", "FORMULA") else sel.String

    @property
    def EntireRow(self) -> Any:
        return _Garis(self._rentang.row_hidden)

    @property
    def EntireColumn(self) -> Any:
        return _Garis(self._rentang.column_hidden)


class _Garis:
    def __init__(self, tersembunyi: bool | None) -> None:
        self.Hidden = tersembunyi
