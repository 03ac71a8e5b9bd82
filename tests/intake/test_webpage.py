"""Web pages named .xls: their tables are sheets, their spans are merges."""

from __future__ import annotations

import pytest

from intake.snapshot import map_cells, read_bytes
from selaras.intake.refusal import Refusal, RefusalKind


def page(body: str, head: str = "") -> bytes:
    return f"<html><head>{head}</head><body>{body}</body></html>".encode()


def test_table_with_spans() -> None:
    (sheet,) = read_bytes(
        page(
            "<h1>Renja</h1><table border=1><thead><tr><th rowspan=2>Kode<th colspan='2'>Pagu</tr>"
            "<tr><th>2024<th>2025</tr></thead><tbody>"
            "<tr><td>2.17.01</td><td>1.500.000,00</td><td>1750000</td></tr>"
            "<tr><td>0817</td><td>&nbsp;</td><td>Rp&nbsp;5 &amp; <b>tebal</b><br>baris   dua</td>"
            "</table>"
        )
    ).sheets
    assert sheet.name == "Tabel 1"
    assert map_cells(sheet) == {
        "A1": "Kode", "B1": "Pagu", "B2": 2024.0, "C2": 2025.0,
        "A3": "2.17.01", "B3": "1.500.000,00", "C3": 1_750_000.0,
        "A4": "0817", "C4": "Rp\xa05 & tebal\nbaris dua",
    }  # fmt: skip
    assert [str(area) for area in sheet.merges] == ["A1:A2", "B1:C1"]


def test_numbers_that_office_programs_note() -> None:
    (sheet,) = read_bytes(
        page(
            "<table><tr><td x:num>12,5</td><td x:num='4943313900'>4.943.313.900</td>"
            "<td sdval='0.985' sdnum='1;0'>98,50%</td><td x:num='abc'>abc</td></tr></table>"
        )
    ).sheets
    assert map_cells(sheet) == {"A1": "12,5", "B1": 4_943_313_900.0, "C1": 0.985, "D1": "abc"}


def test_several_tables_and_one_inside_another() -> None:
    book = read_bytes(
        page(
            "<table><tr><td>a<table><tr><td>dalam</td></tr></table></td><td>b</td></tr></table>"
            "<table><tr></tr></table><table><tr><td>akhir"
        )
    )
    assert [(sheet.name, map_cells(sheet)) for sheet in book.sheets] == [
        ("Tabel 1", {"A1": "dalam"}),
        ("Tabel 2", {"A1": "a", "B1": "b"}),
        ("Tabel 3", {"A1": "akhir"}),
    ]
    assert "HTML" in book.notes[0].id


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("utf-8", ""), ("utf-8-sig", ""), ("cp1252", ""), ("utf-16", ""), ("latin-1", "iso-8859-1")],
)
def test_encodings(encoding: str, declared: str) -> None:
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' * bool(
        declared
    )
    text = f"<html><head>{head}</head><table><tr><td>Café ½</td></tr></table></html>"
    (sheet,) = read_bytes(text.encode(encoding)).sheets
    assert map_cells(sheet) == {"A1": "Café ½"}


def test_unknown_encoding() -> None:
    with pytest.raises(Refusal) as caught:
        read_bytes(page("<table><tr><td>1</td></tr></table>", '<meta charset="klingon">'))
    assert caught.value.kind is RefusalKind.ENCODING


def test_script_is_no_text() -> None:
    (sheet,) = read_bytes(
        page("<table><tr><td>a<script>alert('<td>')</script></td></tr></table>")
    ).sheets
    assert map_cells(sheet) == {"A1": "a"}


@pytest.mark.parametrize(
    "body",
    [
        "<table>" + "<tr><td rowspan=1000 colspan=1000>x</td></tr>" * 30 + "</table>",
        "<table><tr>" + "<td colspan=999>x</td>" * 20 + "</tr></table>",
        "<table><tr><td>" * 300,
    ],
)
def test_page_that_would_fill_the_memory(body: str) -> None:
    with pytest.raises(Refusal) as caught:
        read_bytes(page(body))
    assert caught.value.kind in (RefusalKind.TOO_LARGE, RefusalKind.OUT_OF_GRID)
