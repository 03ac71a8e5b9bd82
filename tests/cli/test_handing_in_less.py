"""Handing in less never looks better: a sheet removed or emptied from a plan with an error."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from openpyxl import Workbook, load_workbook
from plans import Run

from composition.compose import write_layout
from composition.mistakes import MISTAKES
from composition.plans import build_plan

#: From the least to the gravest.
GRAVITY = ("lolos", "perbaiki", "kosong", "tidak diperiksa", "tidak terbaca")


def _verdict(run: Run, path: Path) -> tuple[int, str, list[str]]:
    done = run("check", path, "--format", "json")
    (workbook,) = json.loads(done.stdout)["workbooks"]
    return done.returncode, workbook["verdict"], workbook["notes"]


def _remove(book: Workbook, name: str) -> None:
    del book[name]


def _empty(book: Workbook, name: str) -> None:
    sheet = book[name]
    sheet.delete_rows(8, sheet.max_row)


def _blank(book: Workbook, name: str) -> None:
    _remove(book, name)
    book.create_sheet(name)


@pytest.mark.parametrize("change", [_remove, _empty, _blank])
@pytest.mark.parametrize("mistake", sorted(MISTAKES))
def test_a_sheet_less_looks_no_better(
    run: Run, tmp_path: Path, mistake: str, change: Callable[[Workbook, str], None]
) -> None:
    random = Random(7)
    path = tmp_path / "renja.xlsx"
    write_layout(MISTAKES[mistake](build_plan(random), random).document, (), random, path)
    code, verdict, _ = _verdict(run, path)
    assert (code, verdict) == (1, "perbaiki")
    for name in load_workbook(path).sheetnames:
        book = load_workbook(path)
        change(book, name)
        book.save(tmp_path / "kurang.xlsx")
        less, gravity, _ = _verdict(run, tmp_path / "kurang.xlsx")
        assert less != 0, f"without {name}"
        assert GRAVITY.index(gravity) >= GRAVITY.index(verdict), f"without {name}"


def test_a_single_table_is_said_to_be_a_part(run: Run, tmp_path: Path) -> None:
    random = Random(7)
    path = tmp_path / "renja.xlsx"
    write_layout(build_plan(random), (), random, path)
    book = load_workbook(path)
    for name in itertools.filterfalse("T-C.33".__eq__, book.sheetnames):
        _remove(book, name)
    book.save(path)
    _, _, notes = _verdict(run, path)
    assert any("hanya sebagian: yang ada T-C.33" in note for note in notes)
    assert any("T-C.29, T-C.30, T-C.31, T-C.32" in note for note in notes)
    assert run("check", path, "--select", "JML", "--format", "json").stdout.count("sebagian") == 0
