"""XML parts: their encoding, the ban on DTDs, and one way to run expat over them."""

from __future__ import annotations

import pyexpat
import re
from collections.abc import Callable
from typing import Final

from selaras.intake.refusal import Refusal, RefusalKind

#: The spreadsheet namespace, in transitional and in strict files.
MAIN_NAMESPACES: Final = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)

Attributes = dict[str, str]
Start = Callable[[str, Attributes], None]

_DECLARATION = re.compile(rb"""<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"']*)["'][^>]*?\?>""")
_DOCTYPE = re.compile(rb"(?:\s|<\?.*?\?>|<!--.*?-->)*+<!DOCTYPE", re.DOTALL)
_UTF8 = frozenset((b"utf-8", b"utf8", b"us-ascii", b"ascii"))


def as_utf8(raw: bytes, name: str) -> bytes:
    """Return a part as UTF-8 without a byte order mark: the same object when it was so already.

    Raises Refusal for any encoding but UTF-8 and UTF-16, and for a document type declaration.
    """
    part = raw
    if raw[:3] == b"\xef\xbb\xbf":
        part = raw[3:]
    elif raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        part = _from_utf16(raw, "utf-16", name)
    elif raw[:2] in (b"<\0", b"\0<"):
        part = _from_utf16(raw, "utf-16-le" if raw[0] else "utf-16-be", name)
    else:
        declared = _DECLARATION.match(raw[:256])
        if declared and declared[1].lower() not in _UTF8:
            raise Refusal(RefusalKind.ENCODING, f"{name}: {declared[1]!r}")
    if _DOCTYPE.match(part):
        raise Refusal(RefusalKind.ENTITIES, name)
    return part


def _from_utf16(raw: bytes, encoding: str, name: str) -> bytes:
    try:
        part = raw.decode(encoding).encode()
    except UnicodeError:
        raise Refusal(RefusalKind.ENCODING, f"{name}: broken UTF-16") from None
    # The declaration still says UTF-16: without it, XML is UTF-8.
    return part[part.find(b"?>") + 2 :] if part.startswith(b"<?xml") else part


def run(
    part: bytes,
    name: str,
    start: Start,
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Run expat over a UTF-8 part; element names reach the handlers as "namespace local".

    Raises Refusal when the part is not well-formed or declares a document type.
    """

    def doctype(*_: object) -> None:
        raise Refusal(RefusalKind.ENTITIES, name)

    parser = pyexpat.ParserCreate("utf-8", " ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    try:
        parser.Parse(part, True)
    except pyexpat.ExpatError as error:
        raise Refusal(RefusalKind.BROKEN, f"{name}: {error}") from None


def local(name: str) -> str:
    """Return the local name of a spreadsheet element, "" for an element of any other namespace."""
    namespace, _, own = name.rpartition(" ")
    return own if namespace in MAIN_NAMESPACES else ""


def is_true(value: str | None) -> bool:
    """Tell whether an XML boolean attribute is set."""
    return value in ("1", "true", "on")
