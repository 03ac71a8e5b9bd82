"""Rewrites a worksheet part of any legal form to the plain form that the fast scan trusts.

Slow and exact: expat reads the part, so prefixes, comments, CDATA, attribute order, implied
positions and character references all come out as they are meant.
"""

from __future__ import annotations

import re

from selaras.intake import limits
from selaras.intake.refusal import Refusal, RefusalKind
from selaras.intake.sheetpart import Around, SheetPart
from selaras.intake.xmlpart import Attributes, is_true, local, run
from selaras.values.a1 import MAX_COLUMN, MAX_ROW, column_letters, column_number

_ADDRESS = re.compile(r"([A-Za-z]{1,3})([1-9]\d{0,7})")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|[+-]?(?:inf|infinity|nan)", re.I)
_TYPES = frozenset(("s", "n", "b", "e", "str", "inlineStr", "d"))
_HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_TAIL = b"</sheetData></worksheet>"
#: The attribute of a style that calamine must not see, because it would misread the value.
_HIDDEN_STYLE = "x"
#: Serial numbers from here on are no date (the year 10000).
_NO_DATE = 2_958_466.0


def canonical(part: bytes, name: str) -> SheetPart:
    """Return the cells of a UTF-8 part in plain form.

    Values that contradict their type (a letter in a number) become the text that they are. Raises
    Refusal when the part is not well-formed, is no worksheet, or has cells outside the grid.
    """
    rewriter = _Rewriter(name)
    run(part, name, rewriter.start, rewriter.end, rewriter.text)
    if not rewriter.around.cells_seen:
        raise Refusal(RefusalKind.BROKEN, f"{name} is no worksheet")
    xml = b"".join((_HEAD, *rewriter.rows, _TAIL))
    return SheetPart(xml, len(_HEAD), len(xml) - len(_TAIL), rewriter.around, True)


class _Rewriter:
    def __init__(self, name: str) -> None:
        self.around = Around()
        self.rows: list[bytes] = []
        self._name = name
        self._inside = False
        self._row = 0
        self._row_hidden = False
        self._opened = 0
        self._cells: list[str] = []
        self._count = 0
        self._column = 0
        self._cell: Attributes | None = None
        self._formula: str | None = None
        self._value: str | None = None
        self._inline: list[str] | None = None
        self._text: list[str] | None = None
        self._phonetic = 0

    def start(self, name: str, attributes: Attributes) -> None:
        own = local(name)
        if not self._inside:
            self.around.start(name, attributes)
            self._inside = own == "sheetData"
        elif self._cell is not None:
            self._start_in_cell(own, attributes)
        elif own == "c":
            self._start_cell(attributes)
        elif own == "row":
            self._row = _row_number(attributes, self._row + 1)
            self._row_hidden = is_true(attributes.get("hidden"))
            self._column = 0
            self._open()

    def _start_in_cell(self, own: str, attributes: Attributes) -> None:
        if own == "f":
            self._formula = "<f" + "".join(
                f' {key}="{_quoted(value)}"' for key, value in attributes.items() if " " not in key
            )
            self._text = []
        elif own == "v":
            self._text = []
        elif own == "is":
            self._inline = []
        elif own == "rPh":
            self._phonetic += 1
        elif own == "t" and self._inline is not None and not self._phonetic:
            space = attributes.get("http://www.w3.org/XML/1998/namespace space")
            self._inline.append('<t xml:space="preserve">' if space == "preserve" else "<t>")
            self._text = []

    def _start_cell(self, attributes: Attributes) -> None:
        self._count += 1
        if self._count > limits.CELLS * 2:
            raise Refusal(RefusalKind.TOO_LARGE, f"{self._name}: cells")
        address = _ADDRESS.fullmatch(attributes.get("r", ""))
        if address:
            self._column = column_number(address[1])
            row = int(address[2])
        else:
            self._column += 1
            row = self._row
        if self._column > MAX_COLUMN or not 1 <= row <= MAX_ROW:
            raise Refusal(RefusalKind.OUT_OF_GRID, f"{self._name}: {attributes.get('r')}")
        if row != self._opened:
            self._row = row
            self._row_hidden = False
            self._open()
        self._cell = attributes
        self._formula = self._value = self._inline = None

    def _open(self) -> None:
        self._close()
        self._opened = self._row
        hidden = ' hidden="1"' if self._row_hidden else ""
        self._cells = [f'<row r="{self._row}"{hidden}>']

    def _close(self) -> None:
        if self._opened:
            self._cells.append("</row>")
            self.rows.append("".join(self._cells).encode())
            self._opened = 0

    def text(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)

    def end(self, name: str) -> None:
        own = local(name)
        if self._cell is not None:
            self._end_in_cell(own)
        elif own == "sheetData":
            self._close()
            self._inside = False

    def _end_in_cell(self, own: str) -> None:
        assert self._cell is not None
        if own == "c":
            self._cells.append(self._plain_cell(self._cell))
            self._cell = self._text = None
        elif own == "rPh":
            self._phonetic -= 1
        elif self._text is not None and own in ("f", "v", "t"):
            content = "".join(self._text)
            self._text = None
            if own == "f":
                self._formula = f"{self._formula}>{_escaped(content)}</f>"
            elif own == "v":
                self._value = content
            elif self._inline is not None:
                self._inline.append(f"{_escaped(content)}</t>")

    def _plain_cell(self, cell: Attributes) -> str:
        kind = cell.get("t", "")
        if kind not in _TYPES:
            kind = ""
        seen = True
        if self._inline is not None:
            content, kind = _inline(self._inline), "inlineStr"
        else:
            content, kind, seen = _content(self._value, kind)
        style = cell.get("s", "")
        attributes = f' {"s" if seen else _HIDDEN_STYLE}="{style}"' if style.isdecimal() else ""
        if kind:
            attributes += f' t="{kind}"'
        address = f"{column_letters(self._column)}{self._opened}"
        if self._formula is None and not content:
            return f'<c r="{address}"{attributes}/>'
        return f'<c r="{address}"{attributes}>{self._formula or ""}{content}</c>'


def _row_number(attributes: Attributes, implied: int) -> int:
    try:
        row = int(attributes.get("r", implied))
    except ValueError:
        row = implied
    if not 1 <= row <= MAX_ROW:
        raise Refusal(RefusalKind.OUT_OF_GRID, f"row {row}")
    return row


def _inline(texts: list[str]) -> str:
    runs = "".join(texts)
    if len(texts) > 2:
        runs = f"<r>{runs.replace('</t><t', '</t></r><r><t')}</r>"
    return f"<is>{runs}</is>"


def _content(value: str | None, kind: str) -> tuple[str, str, bool]:
    """Return the value's XML, the type it has in truth, and whether calamine may see its style."""
    seen = True
    if value is None:
        return "", kind, seen
    if kind in ("", "n"):
        number = value.strip()
        if _NUMBER.fullmatch(number):
            value = number
            # As a date, calamine makes an instant of NaN, and fails on a duration of 1e300.
            seen = -_NO_DATE < float(number) < _NO_DATE
        elif kind:
            # Without a type, calamine itself takes what is no number for text.
            kind, value = ("str", value) if number else ("", "")
    elif kind == "s":
        value = value.strip()
        if not (value.isascii() and value.isdecimal()):
            value = ""
    elif kind == "b" and value.strip().lower() not in ("", "0", "1", "true", "false"):
        kind = "str"
    elif kind in ("b", "e"):
        value = value.strip()
    return f"<v>{_escaped(value)}</v>", kind, seen


def _escaped(text: str) -> str:
    # Not saxutils.escape: importing it brings in urllib.
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\r", "&#13;")


def _quoted(value: str) -> str:
    """Return an attribute's value in the few characters that the plain form allows there."""
    return re.sub(r"""["<>&']""", "", value)
