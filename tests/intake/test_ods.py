"""OpenDocument sheets: what stands where, and what a small file may not make of itself."""

from __future__ import annotations

import datetime

import pytest

from hostile import build_ods
from intake.snapshot import map_by_address, map_cells, read_bytes, read_only_sheet
from selaras.intake.odsformula import excel_formula
from selaras.intake.refusal import Refusal, RefusalKind
from selaras.model.book import SparseGrid

_NUMBER = '<table:table-cell office:value-type="float" office:value="{}"/>'


def _row(*cells: str, **attributes: str) -> str:
    more = "".join(f' table:{key.replace("_", "-")}="{value}"' for key, value in attributes.items())
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


def _text(*paragraphs: str) -> str:
    inside = "".join(f"<text:p>{paragraph}</text:p>" for paragraph in paragraphs)
    return f'<table:table-cell office:value-type="string">{inside}</table:table-cell>'


def test_values_of_every_type() -> None:
    typed = {
        "date": 'office:date-value="2024-01-02"',
        "time": 'office:time-value="PT03H04M05S"',
        "percentage": 'office:value="0.25"',
        "currency": 'office:value="1500000"',
        "boolean": 'office:boolean-value="true"',
    }
    row = "".join(
        f'<table:table-cell office:value-type="{kind}" {value}/>' for kind, value in typed.items()
    )
    note = "<office:annotation><text:p>catatan</text:p></office:annotation>"
    written = _text("satu<text:s text:c='2'/>dua", "<text:span>tiga</text:span>").replace(
        "<text:p>satu", f"{note}<text:p>satu"
    )
    sheet = read_only_sheet(build_ods(_row(row, written)))
    assert map_cells(sheet) == {
        "A1": datetime.date(2024, 1, 2),
        "B1": datetime.time(3, 4, 5),
        "C1": 0.25,
        "D1": 1_500_000.0,
        "E1": True,
        "F1": "satu  dua\ntiga",
    }


def test_repeated_cells_and_rows_stand_where_they_are_shown() -> None:
    twice = _NUMBER.format(7).replace("/>", ' table:number-columns-repeated="2"/>')
    blank = '<table:table-cell table:number-columns-repeated="3"/>'
    sheet = read_only_sheet(
        build_ods(
            _row(blank, number_rows_repeated="4") + _row(blank, twice, number_rows_repeated="2")
        )
    )
    assert set(map_cells(sheet)) == {"D5", "E5", "D6", "E6"}


def test_blank_rows_to_the_end_take_no_room() -> None:
    far = _row("<table:table-cell/>", number_rows_repeated="1048574", visibility="collapse")
    sheet = read_only_sheet(build_ods(_row(_NUMBER.format(1)) + far + _row(_NUMBER.format(2))))
    assert map_cells(sheet) == {"A1": 1.0, "A1048576": 2.0}
    assert isinstance(sheet.grid, SparseGrid)
    ends = read_only_sheet(build_ods(_row(_NUMBER.format(1)) + far))
    assert ends.hidden_rows == frozenset()


@pytest.mark.parametrize(
    ("sheet", "kind"),
    [
        (_row(_NUMBER.format(1), number_rows_repeated="1048577"), RefusalKind.OUT_OF_GRID),
        (
            _row(
                _text("x" * 1000).replace("<table:table-cell", "<table:table-cell "
                'table:number-columns-repeated="16"'),
                number_rows_repeated="100000",
            ),
            RefusalKind.TOO_LARGE,
        ),
    ],
)  # fmt: skip
def test_repetition_is_bounded(sheet: str, kind: RefusalKind) -> None:
    with pytest.raises(Refusal) as caught:
        read_bytes(build_ods(sheet))
    assert caught.value.kind is kind


def test_formulas_errors_and_what_was_not_calculated() -> None:
    def formula(text: str, value: str, inside: str = "") -> str:
        return f'<table:table-cell table:formula="{text}"{value}>{inside}</table:table-cell>'

    error = ' office:value-type="string" office:string-value=""'
    sheet = read_only_sheet(
        build_ods(
            _row(
                formula("of:=SUM([.B3:.B9];1)", ' office:value-type="float" office:value="3"'),
                formula("of:=1/0", error, "<text:p>#DIV/0!</text:p>"),
                formula("of:=[.A1]", ""),
                formula("of:=&quot;&quot;", "", "<text:p/>"),
                _text("#N/A"),
            )
        )
    )
    assert map_by_address(sheet.formulas) == {
        "A1": "=SUM(B3:B9,1)", "B1": "=1/0", "C1": "=A1", "D1": '=""',
    }  # fmt: skip
    assert map_by_address(sheet.errors) == {"B1": "#DIV/0!"}
    assert map_by_address(sheet.uncalculated) == {"C1"}
    assert map_cells(sheet) == {"A1": 3.0, "E1": "#N/A"}


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("of:=SUM([.B$3:.$C9])", "=SUM(B$3:$C9)"),
        ("of:=[$'T-C.33 (2)'.B2]*2", "='T-C.33 (2)'!B2*2"),
        ("of:=[Lain.A1:.A3]", "=Lain!A1:A3"),
        ('of:=IF([.A1]>1;"a;[.B1]";[.C1])', '=IF(A1>1,"a;[.B1]",C1)'),
        ("of:=SUM([.A1]~[.A3])", "=SUM(A1,A3)"),
        ("of:=[.#REF!]+1", "=#REF!+1"),
        ("of:=COM.MICROSOFT.IFNA([.A1];0)", "=IFNA(A1,0)"),
    ],
)
def test_formulas_as_excel_writes_them(written: str, shown: str) -> None:
    assert excel_formula(written) == shown
