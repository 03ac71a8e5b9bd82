"""Recomputing sums in every layout that people make: what is then shown is what is due."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import xlwings as xw
from openpyxl import load_workbook

from layouts import LAYOUTS, write
from libreoffice import find_soffice
from selaras.engine.run import check_book
from selaras.intake import read_book
from selaras.model.book import Book
from selaras.model.setting import Setting
from selaras.values.finding import Severity
from selaras_addin.commands import run
from selaras_addin.fixes.subtotals import WriteMode, recompute_sums
from selaras_addin.live.excel import read

from .calc_engine import CalcEngine

#: Rules whose finding says what a sum should be.
_SUM_RULES = ("JML001", "JML002", "JML003", "JML004", "JML005")


def _find_objections(before: Book, after: Book) -> list[str]:
    """Return what is wrong now and was not, and the sums that are not what they should be."""
    old = {
        (finding.code, finding.sheet, finding.cell)
        for finding in check_book(before, Setting()).findings
    }
    return [
        finding.message.id
        for finding in check_book(after, Setting()).findings
        if finding.severity is Severity.ERROR
        if (finding.code, finding.sheet, finding.cell) not in old
        or (finding.code in _SUM_RULES and finding.fix is not None)
    ]


def _recompute(paths: list[Path], profile: Path) -> list[Path]:
    """Let LibreOffice reckon the formulas of workbooks, as Excel has when a user saves."""
    out = profile.parent / "dihitung"
    command = [find_soffice(), "--headless", f"-env:UserInstallation={profile.as_uri()}"]
    command += ["--convert-to", "xlsx", "--outdir", str(out), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return [out / path.name for path in paths]


@pytest.mark.parametrize("way", ["rumus", "nilai"])
def test_every_sum_becomes_what_it_should_be(tmp_path: Path, way: WriteMode) -> None:
    """No sum is left or made wrong and no error is new, as formulas or as numbers."""
    before: list[Book] = []
    written: list[Path] = []
    for layout in (*LAYOUTS, "rumus-titik-4", "rumus-tumpuk"):
        path, _ = write(layout, tmp_path)
        before.append(read_book(str(path)))
        changes = recompute_sums(before[-1], Setting(), way)
        book = load_workbook(path)
        for change in changes:
            book[change.sheet][change.cell] = change.new
        book.save(path)
        written.append(path)
    after = [read_book(str(path)) for path in _recompute(written, tmp_path / "profil")]
    wrong = {
        path.stem: found
        for path, old, new in zip(written, before, after, strict=True)
        if (found := _find_objections(old, new))
    }
    assert wrong == {}


@pytest.mark.usefixtures("data")
def test_text_pagu_in_an_open_book(
    opener: Callable[[Path], xw.Book], engine: CalcEngine, tmp_path: Path
) -> None:
    """Every amount is text: no formula adds them up, so that none is written."""
    path, _ = write("teks", tmp_path)
    book = opener(path)
    before = read.read_live_book(book)
    engine.app.answers += ["yes", "yes"]
    run("hitung_ulang_subtotal")
    after = read.read_live_book(book)
    assert _find_objections(before, after) == []
