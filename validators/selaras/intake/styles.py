"""How cells look, read only when somebody asks."""

from __future__ import annotations

import re
from collections.abc import Mapping

from selaras.intake.package import Member, Package
from selaras.intake.sheetpart import SheetPart
from selaras.intake.xmlpart import Attributes, as_utf8, is_true, local, run
from selaras.model.book import PLAIN, Position, Style
from selaras.values.a1 import column_number

#: The style, or what `canonical` made of it to hide it from calamine.
_STYLED = re.compile(rb'<c r="([A-Z]+)(\d+)"(?: [a-z]+="[^"]*")*? [sx]="(\d+)"')

#: ECMA-376 part 1, 18.8.30: formats that files name by number only.
_BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 14: "mm-dd-yy", 15: "d-mmm-yy", 16: "d-mmm",
    17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss",
    22: "m/d/yy h:mm", 37: "#,##0 ;(#,##0)", 38: "#,##0 ;[Red](#,##0)",
    39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;[Red](#,##0.00)",
    41: '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)',
    42: '_("$"* #,##0_);_("$"* (#,##0);_("$"* "-"_);_(@_)',
    43: '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)',
    44: '_("$"* #,##0.00_);_("$"* (#,##0.00);_("$"* "-"??_);_(@_)',
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mmss.0", 48: "##0.0E+0", 49: "@",
}  # fmt: skip


def read_styles(package: Package, member: Member, sheet: SheetPart) -> Mapping[Position, Style]:
    """Return the styles of a sheet's formatted cells; `member` is the styles part."""
    table = _cell_formats(as_utf8(package.read(member), member.name), member.name)
    styled: dict[Position, Style] = {}
    for letters, row, index in _STYLED.findall(sheet.xml, sheet.start, sheet.end):
        style = table.get(index, PLAIN)
        if style is not PLAIN:
            styled[int(row), column_number(letters.decode())] = style
    return styled


def _cell_formats(part: bytes, name: str) -> dict[bytes, Style]:
    """Return the style that each index of `s=` means, for the cells that use one."""
    formats = dict(_BUILT_IN)
    fonts: list[tuple[bool, bool]] = []
    table: list[Style] = []
    path: list[str] = []

    def start(element: str, attributes: Attributes) -> None:
        own = local(element)
        parent = path[-1] if path else ""
        path.append(own)
        if own == "numFmt" and parent == "numFmts":
            formats[_int(attributes, "numFmtId")] = attributes.get("formatCode", "General")
        elif own == "font" and parent == "fonts":
            fonts.append((False, False))
        elif parent == "font" and path[-3:-1] == ["fonts", "font"] and own in ("b", "i"):
            bold, italic = fonts[-1]
            on = is_true(attributes.get("val", "1"))
            fonts[-1] = (on, italic) if own == "b" else (bold, on)
        elif own == "xf" and parent == "cellXfs":
            font = _int(attributes, "fontId")
            bold, italic = fonts[font] if font < len(fonts) else (False, False)
            code = formats.get(_int(attributes, "numFmtId"), "General")
            table.append(Style(bold, italic, 0, code))
        elif own == "alignment" and parent == "xf" and path[-3:-2] == ["cellXfs"]:
            table[-1] = table[-1]._replace(indent=_int(attributes, "indent"))

    def end(_: str) -> None:
        path.pop()

    run(part, name, start, end)
    return {b"%d" % index: style for index, style in enumerate(table) if style != PLAIN}


def _int(attributes: Attributes, key: str) -> int:
    value = attributes.get(key, "0")
    return int(value) if value.isascii() and value.isdecimal() else 0
