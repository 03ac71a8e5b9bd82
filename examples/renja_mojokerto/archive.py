"""Saving a workbook so that the same content always gives the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

from openpyxl import Workbook

_ZIP_TIME = (2023, 6, 1, 0, 0, 0)
_DOCUMENT_TIME = b"2023-06-01T00:00:00Z"
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_CACHE = re.compile(
    rb'(<c r="(?P<address>[A-Z]+[0-9]+)"[^>]*><f>[^<]*</f>)<v\s*(?:/>|></v>)',
)

Cached = Mapping[str, Mapping[str, int]]
"""Stored results of formulas: sheet name, then A1 address."""


def _write_results(xml: bytes, results: Mapping[str, int]) -> bytes:
    def fill(match: re.Match[bytes]) -> bytes:
        value = results[match["address"].decode()]
        return match[1] + b"<v>%d</v>" % value

    return _CACHE.sub(fill, xml)


def save(book: Workbook, path: Path, cached: Cached | None = None) -> None:
    """Write the workbook with fixed times, storing the given results of its formulas."""
    raw = io.BytesIO()
    book.save(raw)
    results = {
        f"xl/worksheets/sheet{number}.xml": (cached or {}).get(name, {})
        for number, name in enumerate(book.sheetnames, 1)
    }
    with (
        zipfile.ZipFile(raw) as source,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in sorted(source.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _STAMP.sub(rb"\g<1>" + _DOCUMENT_TIME, content)
            if results.get(name):
                content = _write_results(content, results[name])
            info = zipfile.ZipInfo(name, _ZIP_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = 0o644 << 16
            target.writestr(info, content)
