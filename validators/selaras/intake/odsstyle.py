"""The automatic styles of an OpenDocument content part, as far as the engine needs to know."""

from __future__ import annotations

import re

from selaras.intake.xmlpart import Attributes
from selaras.model.book import PLAIN, Style

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
_NUMBER = "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
_FORMAT = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"

#: One step of Excel's indent in the units that margins are written in.
_STEP = {"cm": 0.353, "mm": 3.53, "in": 0.139, "pt": 10.0}
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)(cm|mm|in|pt)")


class StyleReader:
    """Collects styles as they go by, before the sheets."""

    def __init__(self) -> None:
        self.hidden_tables: set[str] = set()
        self._looks: dict[str, Style] = {}
        #: Number format by the style that names it, and the formats by their own names.
        self._formats_of: dict[str, str] = {}
        self._formats: dict[str, str] = {}
        self._open = ""
        #: Of the number format that is open: its name, and the sign behind its number.
        self._format = ""
        self._sign = ""

    def start(self, name: str, attributes: Attributes) -> None:
        """Take in the start of an element that is outside any sheet."""
        namespace, _, own = name.rpartition(" ")
        if namespace == _NUMBER:
            self._number(own, attributes)
        elif namespace == _STYLE:
            self._style(own, attributes)

    def end(self, name: str) -> None:
        """Take in the end of an element that is outside any sheet."""
        if name.startswith(_NUMBER) and name.endswith("-style"):
            self._format = ""

    def style(self, name: str) -> Style:
        """Return the look of the cells that have a style of this name."""
        look = self._looks.get(name, PLAIN)
        code = self._formats.get(self._formats_of.get(name, ""), "")
        return look._replace(number_format=code) if code else look

    def _style(self, own: str, attributes: Attributes) -> None:
        if own == "style":
            self._open = attributes.get(f"{_STYLE} name", "")
            named = attributes.get(f"{_STYLE} data-style-name")
            if named:
                self._formats_of[self._open] = named
        elif own == "table-properties":
            if attributes.get(f"{TABLE} display") == "false":
                self.hidden_tables.add(self._open)
        elif own == "text-properties":
            bold = attributes.get(f"{_FORMAT} font-weight", "normal") not in ("normal", "400")
            italic = attributes.get(f"{_FORMAT} font-style", "normal") != "normal"
            if bold or italic:
                look = self._looks.get(self._open, PLAIN)
                self._looks[self._open] = look._replace(bold=bold, italic=italic)
        elif own == "paragraph-properties":
            found = _LENGTH.fullmatch(attributes.get(f"{_FORMAT} margin-left", ""))
            steps = round(float(found[1]) / _STEP[found[2]]) if found else 0
            if steps:
                look = self._looks.get(self._open, PLAIN)
                self._looks[self._open] = look._replace(indent=steps)

    def _number(self, own: str, attributes: Attributes) -> None:
        if own.endswith("-style"):
            self._format = attributes.get(f"{_STYLE} name", "")
            self._sign = "%" if own == "percentage-style" else ""
            if own == "text-style":
                self._formats[self._format] = "@"
            elif own == "date-style":
                self._formats[self._format] = "d/m/yyyy"
        elif own == "number" and self._format:
            digits = attributes.get(f"{_NUMBER} decimal-places", "0")
            places = int(digits) if digits.isascii() and digits.isdecimal() else 0
            whole = "#,##0" if attributes.get(f"{_NUMBER} grouping") == "true" else "0"
            decimals = "." + "0" * min(places, 15) if places else ""
            self._formats[self._format] = whole + decimals + self._sign
