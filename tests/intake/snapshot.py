"""Everything a Book says, as plain values that compare and print well."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from selaras.intake import read_book
from selaras.model.book import PLAIN, Book, Sheet, Style, Value
from selaras.values.a1 import address


def read_bytes(data: bytes) -> Book:
    """Return the book in these bytes."""
    return read_book(Path("uji.xlsx"), data)


def read_only_sheet(data: bytes) -> Sheet:
    """Return the only sheet of a workbook."""
    (sheet,) = read_bytes(data).sheets
    return sheet


def map_cells(sheet: Sheet) -> dict[str, Value]:
    """Return the cells that hold a value, by their addresses."""
    return {
        address(row, column): value
        for row in sheet.grid.rows()
        for column, value in sheet.grid.row(row)
    }


def map_by_address(found: Any) -> Any:
    """Return a mapping or set of positions with addresses in place of positions."""
    if isinstance(found, dict):
        return {address(*position): value for position, value in found.items()}
    return {address(*position) for position in found}


def _map_styles(sheet: Sheet) -> dict[str, Style]:
    places = [(row, column) for row in range(1, 200) for column in range(1, 20)]
    return {
        address(*place): sheet.style(*place) for place in places if sheet.style(*place) != PLAIN
    }


def take_snapshot(book: Book) -> list[dict[str, Any]]:
    """Return all that the sheets hold; values as repr, so that nan equals nan and 1 is not True."""
    return [
        {
            "name": sheet.name,
            "state": sheet.state,
            "cells": {place: repr(value) for place, value in map_cells(sheet).items()},
            "formulas": map_by_address(sheet.formulas),
            "errors": map_by_address(sheet.errors),
            "uncalculated": map_by_address(sheet.uncalculated),
            "hidden rows": sorted(sheet.hidden_rows),
            "hidden columns": sorted(sheet.hidden_columns),
            "merges": [str(area) for area in sheet.merges],
            "filtered": sheet.filtered,
            "styles": _map_styles(sheet),
        }
        for sheet in book.sheets
    ]
