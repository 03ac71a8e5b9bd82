"""The finished package: the same content always gives the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from functools import partial

_DATE = (2024, 1, 1, 0, 0, 0)
#: A formula whose result is an empty text: without its type the cell would count as not calculated.
_EMPTY_TEXT = re.compile(rb'(<c r="[A-Z]+[0-9]+"(?: s="[0-9]+")?)(><f>[^<]*</f><v></v></c>)')
_FIXED_HEIGHT = re.compile(rb'(<row r="([0-9]+)"[^>]*?) customHeight="1"')


def tidy_package(raw: bytes, free_rows: Mapping[int, range]) -> bytes:
    """Return the package with fixed times and order, and every formula with its result.

    `free_rows`: by the number of a sheet, from 1 on, the rows whose height goes on following their
    texts: what they have is only a start.
    """
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(raw)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package,
    ):
        for name in sorted(source.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            content = source.read(name)
            if name.startswith("xl/worksheets/sheet"):
                content = _EMPTY_TEXT.sub(rb'\1 t="str"\2', content)
                rows = free_rows.get(int("".join(filter(str.isdigit, name))), range(0))
                content = _FIXED_HEIGHT.sub(partial(_release, rows), content)
            info = zipfile.ZipInfo(name, _DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = 0o644 << 16
            package.writestr(info, content, compresslevel=9)
    return target.getvalue()


def _release(rows: range, match: re.Match[bytes]) -> bytes:
    return match[1] if int(match[2]) in rows else match[0]
