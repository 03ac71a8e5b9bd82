"""Fonts, fills, borders, and the formats that a row gives itself by its code."""

from __future__ import annotations

from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from selaras.tables import Isi, Kertas
from selaras_templates.formulas import table
from selaras_templates.layout.places import Tata

HURUF = "Arial"
UKURAN = 9
UKURAN_NOMOR = 8
#: Numbers of paper sizes in the file format.
KERTAS = {Kertas.F4: 14, Kertas.A3: 8}

_GARIS = "#595959"
_KEPALA = "#D9E2F3"
_NOMOR = "#F2F2F2"
_ABU = "#E7E6E6"
_KUNING = "#FFF2CC"
#: Orange with dark red: told apart by brightness too, whatever colours one sees.
MENYALA: dict[str, Any] = {"bg_color": "#F8CBAD", "font_color": "#7F1D1D", "bold": True}

UANG = "#,##0"
PERSEN = "0.00%"


class Gaya:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._known: dict[tuple[tuple[str, Any], ...], Format] = {}

    def format(self, **properties: Any) -> Format:
        """Return the format with these properties; text is small and in the middle."""
        full = {
            "font_name": HURUF,
            "font_size": UKURAN,
            "valign": "vcenter",
            **properties,
        }
        key = tuple(sorted(full.items()))
        if key not in self._known:
            self._known[key] = self._book.add_format(full)
        return self._known[key]

    def format_box(self, **properties: Any) -> Format:
        """Return the format of a cell with lines around it."""
        return self.format(border=1, border_color=_GARIS, **properties)

    def format_head(self, *, is_helper: bool) -> Format:
        """Return the format of heads."""
        fill = _NOMOR if is_helper else _KEPALA
        return self.format_box(bold=True, align="center", text_wrap=True, bg_color=fill)

    def format_numbers(self) -> Format:
        """Return the format of the row of column numbers."""
        return self.format_box(
            italic=True, align="center", font_size=UKURAN_NOMOR, bg_color=_NOMOR, text_wrap=True
        )

    def format_total(self, **properties: Any) -> Format:
        """Return the format of the total."""
        return self.format_box(bold=True, bg_color=_ABU, **properties)

    def format_entry(self, isi: Isi, *, is_computed: bool) -> Format:
        """Return the format of cells to be filled in; formulas are locked, the rest is not."""
        looks: dict[Isi, dict[str, Any]] = {
            Isi.KODE: {"num_format": "@", "align": "left"},
            Isi.NO: {"num_format": "@", "align": "center"},
            Isi.TARGET: {"num_format": "@", "align": "center", "text_wrap": True},
            Isi.UANG: {"num_format": UANG, "align": "right", "indent": 1},
            Isi.PERSEN: {"num_format": PERSEN, "align": "center"},
            Isi.SUMBER: {"align": "center", "text_wrap": True},
        }
        look = looks.get(isi, {"align": "left", "text_wrap": True})
        if is_computed and isi is Isi.TARGET:
            # A formula in a cell of texts would become a text when it is edited.
            look = {**look, "num_format": "General"}
        return self.format_box(locked=is_computed, **look)

    def format_helper(self, *, is_number: bool) -> Format:
        """Return the format of helper cells."""
        look = {"num_format": "#,##0;-#,##0;0", "align": "right"} if is_number else {"align": "left"}
        return self.format_box(font_color="#595959", italic=True, locked=True, **look)

    # By condition

    def format_by_kode(self, tata: Tata) -> list[dict[str, Any]]:
        """Return the conditional formats of rows: the code alone tells how a row looks."""
        own = f"${tata.find_letters(tata.key_column)}{tata.number_row}"
        dots = table.titik(own)
        below = table.di_bawah_nomor(tata)
        looks: list[tuple[str, dict[str, Any]]]
        if tata.key_column == "kode":
            looks = [
                ("<2", {"bold": True, "bg_color": _ABU}),
                ("=2", {"bold": True, "bg_color": _KUNING}),
                ("=4", {"bold": True, "italic": True}),
            ]
        else:
            looks = [("=0", {"bold": True, "bg_color": _KUNING}), ("=1", {"italic": True})]
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
            "format": self._book.add_format(MENYALA),
            "stop_if_true": True,
        }
