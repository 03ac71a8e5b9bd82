"""Rules of conditional formatting: a formula, and the look of the cells for which it holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from xlwings import base_classes as dasar

from . import colours
from .counter import dihitung, tolak_terlindung
from .formula import ke_calc, ke_excel

_RUMUS = 24  # com.sun.star.sheet.ConditionFormatOperator.EXPRESSION


@dihitung
class ConditionalFormats(dasar.ConditionalFormats):
    """The rules that touch a range, the newest first."""

    def __init__(self, rentang: Any) -> None:
        self._rentang = rentang

    def _semua(self) -> list[ConditionalFormat]:
        return [
            ConditionalFormat(self._rentang.sheet, uno)
            for uno in reversed(self._rentang.sheet.uno.ConditionalFormats.getConditionalFormats())
            if any(
                _bertemu(satu, area)
                for satu in uno.Range.RangeAddresses
                for area in self._rentang.area
            )
        ]

    def __len__(self) -> int:
        return len(self._semua())

    def __iter__(self) -> Iterator[ConditionalFormat]:
        return iter(self._semua())

    def __call__(self, kunci: int) -> ConditionalFormat:
        return self._semua()[kunci - 1]

    def add_custom(self, spec: dict[str, Any]) -> ConditionalFormat:
        lembar = self._rentang.sheet
        tolak_terlindung(lembar.uno)
        semua = lembar.uno.ConditionalFormats
        rentang = lembar.book.doc.createInstance("com.sun.star.sheet.SheetCellRanges")
        for area in self._rentang.area:
            rentang.addRangeAddress(self._rentang._find_range(area).RangeAddress, False)
        nomor = semua.createByRange(rentang)
        uno = next(satu for satu in semua.getConditionalFormats() if nomor == satu.ID)
        uno.createEntry(0, 0)
        butir = uno.getByIndex(0)
        butir.Operator = _RUMUS
        butir.Formula1 = ke_calc(spec["formula"]).removeprefix("=")
        butir.StyleName = _gaya(lembar.book.doc, spec)
        return ConditionalFormat(lembar, uno)


def _gaya(doc: Any, spec: dict[str, Any]) -> str:
    """Return the name of a cell style with the colours of the rule."""
    isi, huruf = spec.get("fill_color"), spec.get("font_color")
    nama = f"Bersyarat {isi} {huruf}"
    semua = doc.StyleFamilies.getByName("CellStyles")
    if not semua.hasByName(nama):
        semua.insertByName(nama, doc.createInstance("com.sun.star.style.CellStyle"))
        gaya = semua.getByName(nama)
        if isi is not None:
            gaya.CellBackColor = colours.ke_calc(isi)
        if huruf is not None:
            gaya.CharColor = colours.ke_calc(huruf)
    return nama


def _bertemu(satu: Any, area: tuple[int, int, int, int]) -> bool:
    atas, kiri, bawah, kanan = (nilai - 1 for nilai in area)
    return (
        satu.StartRow <= bawah
        and satu.EndRow >= atas
        and satu.StartColumn <= kanan
        and satu.EndColumn >= kiri
    )


@dihitung
class ConditionalFormat(dasar.ConditionalFormat):
    def __init__(self, lembar: Any, uno: Any) -> None:
        self._lembar = lembar
        self._uno = uno
        self._entry = uno.getByIndex(0) if uno.Count else None

    @property
    def type(self) -> str:
        butir = self._entry
        rumus = butir is not None and getattr(butir, "Operator", None) == _RUMUS
        return "custom" if rumus else "unknown"

    @property
    def formula(self) -> str | None:
        return "=" + ke_excel("=" + self._entry.Formula1)[1:] if self.type == "custom" else None

    @property
    def fill_color(self) -> colours.Rgb | None:
        gaya = self._lembar.book.doc.StyleFamilies.getByName("CellStyles")
        return colours.ke_rgb(gaya.getByName(self._entry.StyleName).CellBackColor)

    def delete(self) -> None:
        tolak_terlindung(self._lembar.uno)
        self._lembar.uno.ConditionalFormats.removeByID(self._uno.ID)
