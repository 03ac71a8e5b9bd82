"""Templates built once for all tests, and what Selaras reads in them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from selaras import check
from selaras.report.result import WorkbookReport
from selaras_templates.build import build_workbook
from selaras_templates.setting import TemplateSetting

YEAR = 2027


@cache
def read_empty(kind: str) -> bytes:
    """Return the empty template of a kind."""
    return build_workbook(kind, TemplateSetting(YEAR))


def check_workbook(folder: Path, content: bytes, name: str = "buku.xlsx") -> WorkbookReport:
    """Return what `selaras check` reports of a workbook."""
    path = folder / name
    path.write_bytes(content)
    (workbook,) = check(path).workbooks
    return workbook
