"""Fonts, fills, borders, and the formats that a row gives itself by its code."""

from __future__ import annotations

from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from selaras.tables import Content, Paper
from selaras_templates.formulas import table
from selaras_templates.layout.places import SheetLayout

FONT_NAME = "Arial"
FONT_SIZE = 9
NUMBER_FONT_SIZE = 8
#: Numbers of paper sizes in the file format.
PAPER_CODES = {Paper.F4: 14, Paper.A3: 8}

_LINE = "#595959"
_HEAD_FILL = "#D9E2F3"
_NUMBER_FILL = "#F2F2F2"
_GREY = "#E7E6E6"
_YELLOW = "#FFF2CC"
#: Orange with dark red: told apart by brightness too, whatever colours one sees.
LIT: dict[str, Any] = {"bg_color": "#F8CBAD", "font_color": "#7F1D1D", "bold": True}

MONEY_FORMAT = "#,##0"
PERCENT_FORMAT = "0.00%"


class WorkbookFormats:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._known: dict[tuple[tuple[str, Any], ...], Format] = {}

    def format(self, **properties: Any) -> Format:
        """Return the format with these properties; text is small and in the middle."""
        full = {
            "font_name": FONT_NAME,
            "font_size": FONT_SIZE,
            "valign": "vcenter",
            **properties,
        }
        key = tuple(sorted(full.items()))
        if key not in self._known:
            self._known[key] = self._book.add_format(full)
        return self._known[key]

    def format_box(self, **properties: Any) -> Format:
        """Return the format of a cell with lines around it."""
        return self.format(border=1, border_color=_LINE, **properties)

    def format_head(self, *, is_helper: bool) -> Format:
        """Return the format of heads."""
        fill = _NUMBER_FILL if is_helper else _HEAD_FILL
        return self.format_box(bold=True, align="center", text_wrap=True, bg_color=fill)

    def format_numbers(self) -> Format:
        """Return the format of the row of column numbers."""
        return self.format_box(
            italic=True,
            align="center",
            font_size=NUMBER_FONT_SIZE,
            bg_color=_NUMBER_FILL,
            text_wrap=True,
        )

    def format_total(self, **properties: Any) -> Format:
        """Return the format of the total."""
        return self.format_box(bold=True, bg_color=_GREY, **properties)

    def format_entry(self, content: Content, *, is_computed: bool) -> Format:
        """Return the format of cells to be filled in; formulas are locked, the rest is not."""
        looks: dict[Content, dict[str, Any]] = {
            Content.KODE: {"num_format": "@", "align": "left"},
            Content.NO: {"num_format": "@", "align": "center"},
            Content.TARGET: {"num_format": "@", "align": "center", "text_wrap": True},
            Content.MONEY: {"num_format": MONEY_FORMAT, "align": "right", "indent": 1},
            Content.PERCENT: {"num_format": PERCENT_FORMAT, "align": "center"},
            Content.SUMBER: {"align": "center", "text_wrap": True},
        }
        look = looks.get(content, {"align": "left", "text_wrap": True})
        if is_computed and content is Content.TARGET:
            # A formula in a cell of texts would become a text when it is edited.
            look = {**look, "num_format": "General"}
        return self.format_box(locked=is_computed, **look)

    def format_helper(self, *, is_number: bool) -> Format:
        """Return the format of helper cells."""
        look = (
            {"num_format": "#,##0;-#,##0;0", "align": "right"} if is_number else {"align": "left"}
        )
        return self.format_box(font_color="#595959", italic=True, locked=True, **look)

    # By condition

    def format_by_kode(self, layout: SheetLayout) -> list[dict[str, Any]]:
        """Return the conditional formats of rows: the code alone tells how a row looks."""
        own = f"${layout.find_letters(layout.key_column)}{layout.number_row}"
        dots = table.count_dots(own)
        below = table.build_below_check(layout)
        looks: list[tuple[str, dict[str, Any]]]
        if layout.key_column == "kode":
            looks = [
                ("<2", {"bold": True, "bg_color": _GREY}),
                ("=2", {"bold": True, "bg_color": _YELLOW}),
                ("=4", {"bold": True, "italic": True}),
            ]
        else:
            looks = [("=0", {"bold": True, "bg_color": _YELLOW}), ("=1", {"italic": True})]
        return [
            {
                "type": "formula",
                "criteria": f'=AND({below},{own}<>"",{dots}{test})',
                "format": self._book.add_format(look),
            }
            for test, look in looks
        ]

    def format_lit(self, condition: str) -> dict[str, Any]:
        """Return the conditional format of a cell that is wrong."""
        return {
            "type": "formula",
            "criteria": condition,
            "format": self._book.add_format(LIT),
            "stop_if_true": True,
        }
