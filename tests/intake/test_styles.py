"""Styles are read when asked for, and not before."""

from __future__ import annotations

import pytest

from intake.snapshot import read_only_sheet
from intake.xmlbook import MAIN, build_book, build_parts, build_sheet, zip_members
from selaras.intake import styles
from selaras.model.book import PLAIN, Style

ROWS = (
    '<row r="1"><c r="A1" s="0"><v>1</v></c><c r="B1" s="3" t="n"><v>0.5</v></c>'
    '<c r="C1" t="n" s="4"><v>2</v></c><c r="D1" s="99"><v>3</v></c><c r="E1" s="3"/></row>'
)


def test_fonts_formats_and_indents() -> None:
    found = read_only_sheet(build_book(ROWS))
    assert found.style(1, 1) == PLAIN
    assert found.style(1, 2) == Style(bold=True, number_format="0.00%")
    # <b val="0"/> is not bold; a font in <dxfs> is none of the fonts.
    assert found.style(1, 3) == Style(italic=True, indent=3, number_format="#,##0.000")
    assert found.style(1, 4) == PLAIN
    assert found.style(1, 5).bold
    assert found.style(7, 7) == PLAIN


def test_nothing_is_read_before_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    formats = styles._cell_formats
    monkeypatch.setattr(
        styles, "_cell_formats", lambda *given: calls.append("read") or formats(*given)
    )
    found = read_only_sheet(build_book(ROWS))
    assert calls == []
    assert found.style(1, 2).bold
    assert found.style(1, 3).italic
    assert calls == ["read"]


def test_workbook_without_styles() -> None:
    made = build_parts(build_sheet(ROWS))
    del made["xl/styles.xml"]
    found = read_only_sheet(zip_members(made))
    assert found.value(1, 2) == 0.5
    assert found.style(1, 2) == PLAIN


def test_prefixed_styles() -> None:
    prefixed = (
        f'<x:styleSheet xmlns:x="{MAIN}"><x:fonts><x:font><x:i/></x:font></x:fonts>'
        '<x:cellXfs><x:xf numFmtId="9" fontId="0"/></x:cellXfs></x:styleSheet>'
    )
    found = read_only_sheet(
        build_book('<row r="1"><c r="A1" s="0"><v>1</v></c></row>', styles=prefixed)
    )
    assert found.style(1, 1) == Style(italic=True, number_format="0%")
