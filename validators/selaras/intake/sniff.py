"""What kind of file the bytes are, whatever the file's name says."""

from __future__ import annotations

import re
from enum import Enum, auto


class Form(Enum):
    """Kinds of file that are told apart; a zip file is looked into later."""

    ZIP = auto()
    XLS = auto()
    HTML = auto()
    XML = auto()
    CSV = auto()
    PDF = auto()
    EMPTY = auto()
    PASSWORD = auto()
    ANCIENT_XLS = auto()
    OTHER = auto()


_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: Excel 2 to 4, whose files are bare streams.
_ANCIENT = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08\x08\x00")
#: Compiled when first used: most files are zip files.
_HTML = (
    r"\s*(?:<!--.*?-->\s*|<\?xml.*?\?>\s*)*"
    r"<(?:!doctype\s+html|html|head|body|meta|title|style|script|table|div|center|p|br|font|tr|h\d)\b"
)
_CONTROL = "[\0-\x08\x0e-\x1a\x1c-\x1f]"
_LOOK = 64 * 1024
#: Signs that may stand between the cells of a text.
SEPARATORS = ",;\t|"
_QUOTED = r'"(?:[^"]|"")*"'
_LINES = 60
_WIDE = 4


def sniff(data: bytes) -> Form:
    """Return what the bytes are."""
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return Form.ZIP
    if not data.strip(b"\0\r\n\t "):
        return Form.EMPTY
    if data.startswith(_COMPOUND):
        return _compound(data)
    if data[:4] in _ANCIENT:
        return Form.ANCIENT_XLS
    if b"%PDF-" in data[:1024]:
        return Form.PDF
    text = text_of(data[:_LOOK])
    if text is None:
        return Form.OTHER
    if re.match(_HTML, text, re.IGNORECASE | re.DOTALL):
        return Form.HTML
    if text.lstrip().startswith("<"):
        return Form.XML
    return Form.CSV if _is_table(text) else Form.OTHER


def text_of(data: bytes) -> str | None:
    """Return the bytes as text, in UTF-8, UTF-16 or Windows-1252; None when they are no text."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = data[: len(data) // 2 * 2].decode("utf-16", "replace")
    elif len(data) > 3 and data[1] == data[3] == 0 != data[0]:
        # UTF-16 without its mark: Latin letters have a zero behind each.
        text = data[: len(data) // 2 * 2].decode("utf-16-le", "replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            # A character that the end of the piece cuts in two is no sign of another encoding.
            cut = error.start > len(data) - 4 and error.reason == "unexpected end of data"
            text = data.decode("utf-8-sig" if cut else "cp1252", "replace")
    return None if re.search(_CONTROL, text) else text


def _compound(data: bytes) -> Form:
    """Tell the old Office files apart by the names in their directory."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return Form.PASSWORD
    if "Workbook".encode("utf-16-le") in data or "Book".encode("utf-16-le") in data:
        return Form.XLS
    return Form.OTHER


def _is_table(text: str) -> bool:
    """Tell whether some separator stands equally often in most of the first lines, quotes aside."""
    lines = [line for line in re.sub(_QUOTED, "", text).splitlines()[:_LINES] if line.strip()]
    for separator in SEPARATORS:
        counts = [line.count(separator) for line in lines]
        usual = max(set(counts), key=counts.count, default=0)
        if usual and counts.count(usual) * 2 > len(lines):
            return True
        # A title and what stands below a table have fewer; a text has no row of so many cells.
        if sum(count >= _WIDE for count in counts) * 2 > len(lines):
            return True
    return False
