"""Rules of conditional formatting: a formula, and the look of the cells for which it holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from xlwings import base_classes as base

from . import colours
from .counter import count_calls, refuse_protected
from .formula import convert_to_calc, convert_to_excel

_FORMULA = 24  # com.sun.star.sheet.ConditionFormatOperator.EXPRESSION


@count_calls
class ConditionalFormats(base.ConditionalFormats):
    """The rules that touch a range, the newest first."""

    def __init__(self, cell_range: Any) -> None:
        self._range = cell_range

    def _find_all(self) -> list[ConditionalFormat]:
        return [
            ConditionalFormat(self._range.sheet, uno)
            for uno in reversed(self._range.sheet.uno.ConditionalFormats.getConditionalFormats())
            if any(
                _has_overlap(one, area)
                for one in uno.Range.RangeAddresses
                for area in self._range.areas
            )
        ]

    def __len__(self) -> int:
        return len(self._find_all())

    def __iter__(self) -> Iterator[ConditionalFormat]:
        return iter(self._find_all())

    def __call__(self, key: int) -> ConditionalFormat:
        return self._find_all()[key - 1]

    def add_custom(self, spec: dict[str, Any]) -> ConditionalFormat:
        sheet = self._range.sheet
        refuse_protected(sheet.uno)
        formats = sheet.uno.ConditionalFormats
        cell_range = sheet.book.doc.createInstance("com.sun.star.sheet.SheetCellRanges")
        for area in self._range.areas:
            cell_range.addRangeAddress(self._range._find_range(area).RangeAddress, False)
        number = formats.createByRange(cell_range)
        uno = next(one for one in formats.getConditionalFormats() if number == one.ID)
        uno.createEntry(0, 0)
        entry = uno.getByIndex(0)
        entry.Operator = _FORMULA
        entry.Formula1 = convert_to_calc(spec["formula"]).removeprefix("=")
        entry.StyleName = _ensure_style(sheet.book.doc, spec)
        return ConditionalFormat(sheet, uno)


def _ensure_style(doc: Any, spec: dict[str, Any]) -> str:
    """Return the name of a cell style with the colours of the rule."""
    fill, letters = spec.get("fill_color"), spec.get("font_color")
    name = f"Bersyarat {fill} {letters}"
    styles = doc.StyleFamilies.getByName("CellStyles")
    if not styles.hasByName(name):
        styles.insertByName(name, doc.createInstance("com.sun.star.style.CellStyle"))
        style = styles.getByName(name)
        if fill is not None:
            style.CellBackColor = colours.convert_to_calc(fill)
        if letters is not None:
            style.CharColor = colours.convert_to_calc(letters)
    return name


def _has_overlap(one: Any, area: tuple[int, int, int, int]) -> bool:
    top, left, bottom, right = (value - 1 for value in area)
    return (
        one.StartRow <= bottom
        and one.EndRow >= top
        and one.StartColumn <= right
        and one.EndColumn >= left
    )


@count_calls
class ConditionalFormat(base.ConditionalFormat):
    def __init__(self, sheet: Any, uno: Any) -> None:
        self._sheet = sheet
        self._uno = uno
        self._entry = uno.getByIndex(0) if uno.Count else None

    @property
    def type(self) -> str:
        entry = self._entry
        formula = entry is not None and getattr(entry, "Operator", None) == _FORMULA
        return "custom" if formula else "unknown"

    @property
    def formula(self) -> str | None:
        return (
            "=" + convert_to_excel("=" + self._entry.Formula1)[1:]
            if self.type == "custom"
            else None
        )

    @property
    def fill_color(self) -> colours.Rgb | None:
        style = self._sheet.book.doc.StyleFamilies.getByName("CellStyles")
        return colours.convert_to_rgb(style.getByName(self._entry.StyleName).CellBackColor)

    def delete(self) -> None:
        refuse_protected(self._sheet.uno)
        self._sheet.uno.ConditionalFormats.removeByID(self._uno.ID)
