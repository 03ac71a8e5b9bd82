"""The fast way and the exact way give the same Book, whatever the writer's dialect."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Alignment, Font

from intake.snapshot import read_bytes, take_snapshot
from intake.xmlbook import MAIN, build_book, build_parts, build_sheet, build_strings, zip_members
from selaras.intake import xlsx

EXAMPLE = Path(__file__).parents[2] / "examples" / "renja-mojokerto-2024.xlsx"

BEFORE = (
    '<sheetPr filterMode="1"/><dimension ref="A1:H5"/>'
    '<cols><col min="3" max="4" hidden="1"/><col min="6" max="6" width="9"/></cols>'
)
ROWS = (
    '<row r="1" spans="1:8" ht="20"><c r="A1" s="3" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'
    '<c r="C1" s="4"/><c r="D1" t="b"><v>1</v></c><c r="E1" s="1"><v>45000.25</v></c></row>'
    '<row r="2" hidden="1"><c r="A2"><v>1.5</v></c><c r="B2"><f>SUM(A1:A2)&amp;"&lt;x&gt;"</f></c>'
    '<c r="C2" t="str"><f>IF(A1=\'L 1\'!B2,"ya","")</f><v></v></c>'
    '<c r="D2" t="e"><f>#REF!+1</f><v>#REF!</v></c></row>'
    '<row r="4"><c r="B4"><f t="shared" ref="B4:B5" si="0">A4*2</f><v>2</v></c>'
    '<c r="C4" t="inlineStr"><is><t xml:space="preserve"> di sini </t></is></c>'
    '<c r="D4" t="inlineStr"><is><r><t xml:space="preserve">a </t></r><r><rPr><b/></rPr>'
    "<t>b</t></r></is></c></row>"
    '<row r="5"><c r="B5"><f t="shared" si="0"/><v>3</v></c><c r="H5" t="str"><v>Kab. &amp;</v></c>'
    '<c r="I5"><f t="array" ref="I5">B4:B5</f><v>2</v></c></row>'
)
AFTER = '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>'
SHARED = build_strings("<t>Kode</t>", "<r><t>Pagu </t></r><r><t>Indikatif</t></r>")
PLAIN = build_sheet(ROWS, BEFORE, AFTER)


def _prefixed(part: str) -> str:
    part = re.sub(r"<(/?)(?=[a-zA-Z])", r"<\1x:", part)
    return part.replace("xmlns=", "xmlns:x=")


def _without_addresses(part: str) -> str:
    # Only where nothing is left out before a cell or a row is its address implied.
    part = re.sub(r'<c r="A\d"', "<c", part)
    return (
        part.replace('<row r="1"', "<row")
        .replace('<row r="2"', "<row")
        .replace('<row r="5"', "<row")
    )


def _reordered(part: str) -> str:
    return re.sub(r'<c (r="\w+") (s="\d")? ?(t="\w+")?', r"<c \3 \2 \1", part)


DIALECTS: dict[str, Callable[[str], str | bytes]] = {
    "declared": lambda part: '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n' + part,
    "prefixed": _prefixed,
    "without addresses": _without_addresses,
    "attributes in another order": _reordered,
    "single quotes": lambda part: re.sub(r'="([^"&\']*)"(?=[^<]*>)', r"='\1'", part),
    "indented": lambda part: re.sub(r"(</?(?:row|c)\b|<[fv]\b)", r"\n  \1", part),
    "commented": lambda part: part.replace("<c ", "<!-- <c r='Z9'> --><c "),
    "utf-16": lambda part: part.encode("utf-16"),
    "utf-8 with mark": lambda part: part.encode("utf-8-sig"),
    "spaces before the slash": lambda part: part.replace("/>", " />"),
    "long form of empty elements": lambda part: re.sub(r"<(\w+)([^<>]*)/>", r"<\1\2></\1>", part),
}


def _both(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    fast = take_snapshot(read_bytes(data))
    monkeypatch.setattr(xlsx, "trusted", lambda *_: None)
    assert take_snapshot(read_bytes(data)) == fast


def _counting(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Note for each sheet whether it was read the fast way."""
    trusted = xlsx.trusted
    seen: list[bool] = []

    def noted(part: bytes, name: str) -> object:
        found = trusted(part, name)
        seen.append(found is not None)
        return found

    monkeypatch.setattr(xlsx, "trusted", noted)
    return seen


def test_plain_sheet_goes_the_fast_way(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = _counting(monkeypatch)
    read_bytes(zip_members(build_parts(PLAIN, shared=SHARED)))
    assert seen == [True]


def test_plain_sheet_both_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    _both(zip_members(build_parts(PLAIN, shared=SHARED)), monkeypatch)


def test_example_both_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = _counting(monkeypatch)
    read_bytes(EXAMPLE.read_bytes())
    assert all(seen)
    monkeypatch.undo()
    _both(EXAMPLE.read_bytes(), monkeypatch)


@pytest.mark.parametrize("dialect", sorted(DIALECTS))
def test_dialects_say_the_same(dialect: str) -> None:
    plain = take_snapshot(read_bytes(zip_members(build_parts(PLAIN, shared=SHARED))))
    spoken = DIALECTS[dialect](PLAIN)
    assert spoken != PLAIN
    assert take_snapshot(read_bytes(zip_members(build_parts(spoken, shared=SHARED)))) == plain


@pytest.mark.parametrize(
    "rows",
    [
        "",
        '<row r="1"/>',
        '<row r="7"><c r="B7"/></row>',
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="900000"><c r="XA900000"><v>2</v></c></row>',
        '<row r="1"><c r="A1" t="n"><v>x</v></c></row>',
        '<row r="1"><c r="A1" t="b"><v>ya</v></c><c r="B1" t="zz"><v>4</v></c></row>',
        '<row r="1"><c r="A1" s="1"><v>-5</v></c><c r="B1" s="2"><v>1e300</v></c></row>',
        '<row r="1"><c r="A1" s="1"><v>NaN</v></c><c r="B1" s="1"><v>INF</v></c></row>',
        '<row r="1"><c r="A1" s="99"><v>5</v></c><c r="B1" t="s"><v></v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>x</v></c><c r="B1" t="n"><is><t>y</t></is></c></row>',
        '<row r="1"><c r="A1"><v>  </v></c><c r="B1" t="n"><v>  </v></c></row>',
        '<row r="1"><c r="A1" t="b"><v> </v></c><c r="B1"><v>_x0041_</v></c></row>',
        '<row r="1"><c r="A1"><f t="e">B1</f><v>3</v></c></row>',
        '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>',
        '<row r="1"><c r="A1" t="str"><v>NaN</v></c><c r="B1" t="str"><v>a\nb  c</v></c></row>',
        '<row r="1"><c r="A1" t="e"><v>#BARU!</v></c><c r="B1"><v>2</v></c></row>',
        '<row r="1"><c r="A1" t="d"><v>2024-01-02T03:04:05</v></c></row>',
        '<row r="1"><c r="A1"><v>1e5</v></c><c r="B1"><v>+.5</v></c><c r="C1"><v>1.</v></c></row>',
    ],
)
def test_rows_both_ways(rows: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _both(build_book(rows), monkeypatch)


def test_file_by_openpyxl_both_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    workbook = openpyxl.Workbook()
    made = workbook.active
    assert made is not None
    made["B2"] = "Kode"
    made["B2"].font = Font(bold=True)
    made["C3"] = 1_000_000
    made["C3"].number_format = "#,##0"
    made["C4"] = "=C3*2"
    made["D4"] = "  spasi  "
    made["D4"].alignment = Alignment(indent=2)
    made["A9"] = "baris\nbaru"
    made.merge_cells("B2:D2")
    made.column_dimensions["F"].hidden = True
    made.row_dimensions[3].hidden = True
    buffer = BytesIO()
    workbook.save(buffer)
    seen = _counting(monkeypatch)
    read_bytes(buffer.getvalue())
    assert seen == [True]
    monkeypatch.undo()
    _both(buffer.getvalue(), monkeypatch)


def test_xmlns_inside_the_cells_is_not_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = _counting(monkeypatch)
    found = read_bytes(
        build_book(f'<row r="1" xmlns="urn:lain"><c r="A1"><v>1</v></c></row><row xmlns="{MAIN}"/>')
    )
    assert seen == [False]
    assert take_snapshot(found)[0]["cells"] == {}
