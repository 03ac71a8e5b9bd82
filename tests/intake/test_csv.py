"""Text with separators: which cells there are, and which of them are numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.snapshot import map_by_address, map_cells
from selaras.intake import read_book
from selaras.intake.refusal import Refusal, RefusalKind
from selaras.model.book import Book, Value

_HEAD = ["Kode", "Uraian", "Pagu (Rp)", "Target"]


def _read(text: str, name: str = "renja.csv", encoding: str = "utf-8") -> Book:
    return read_book(Path(name), text.encode(encoding))


def _values(text: str) -> dict[str, Value]:
    return map_cells(_read(text).sheets[0])


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_every_separator_and_encoding(separator: str, encoding: str) -> None:
    rows = [
        ["Tabel T-C.33 é", "", "", ""],
        ["", "", "", ""],
        _HEAD,
        ["2.17.01", '"Program ""A"", B; C|D\tE"', "1500000", "2"],
    ]
    text = "\r\n".join(separator.join(row) for row in rows)
    book = _read(text, encoding=encoding)
    assert book.sheets[0].name == "renja"
    found = map_cells(book.sheets[0])
    assert found == {
        "A1": "Tabel T-C.33 é", "A3": "Kode", "B3": "Uraian", "C3": "Pagu (Rp)", "D3": "Target",
        "A4": "2.17.01", "B4": 'Program "A", B; C|D\tE', "C4": 1_500_000.0, "D4": 2.0,
    }  # fmt: skip
    assert "CSV" in book.notes[0].id


def test_excels_note_of_the_separator_is_no_row() -> None:
    assert _values("sep=;\r\nKode;Nama, atau Uraian\r\n2.10;x\r\n") == {
        "A1": "Kode", "B1": "Nama, atau Uraian", "A2": "2.10", "B2": "x",
    }  # fmt: skip


def test_codes_stay_texts() -> None:
    text = "Kode,Uraian,Pagu\n2,a,1\n2.10,b,2.10\n2.10.01,c,3.5\n01,d,007\n1.02.010,e,1e3\n"
    found = _values(text)
    assert [found[f"A{row}"] for row in range(2, 7)] == [2.0, "2.10", "2.10.01", "01", "1.02.010"]
    assert [found[f"C{row}"] for row in range(2, 7)] == [1.0, 2.1, 3.5, "007", "1e3"]


def test_decimal_comma() -> None:
    found = _values(
        "Kode;Uraian;Pagu;Target\n2.10;a;1.234.567,50;1.250\n2.10.01;b;(5);25,5\n9;c;-3;1.5\n"
    )
    assert (found["C2"], found["D2"], found["D3"]) == (1_234_567.5, 1250.0, 25.5)
    # Where commas are decimals, a point is none.
    assert (found["A2"], found["D4"], found["C3"], found["C4"]) == ("2.10", "1.5", "(5)", -3.0)


def test_decimal_point() -> None:
    found = _values('Kode,Uraian,Pagu\n2.10.01,a,"1,234,567.50"\n2.10,b,"1,250"\n2.11,c,1.250\n')
    assert [found[f"C{row}"] for row in (2, 3, 4)] == [1_234_567.5, 1250.0, 1.25]
    assert found["A4"] == "2.11"


def test_what_nothing_tells_is_left_open() -> None:
    assert _values("Nama,Pagu\na,1.250\nb,3.500\n")["B2"] == "1.250"


def test_errors_and_lines_within_a_cell() -> None:
    book = _read('Nama;Pagu\n"a\nb";#REF!\nc;5\n')
    assert map_by_address(book.sheets[0].errors) == {"B2": "#REF!"}
    assert map_cells(book.sheets[0]) == {
        "A1": "Nama", "B1": "Pagu", "A2": "a\nb", "A3": "c", "B3": 5.0,
    }  # fmt: skip


def test_text_that_is_named_a_workbook_is_read_with_a_word() -> None:
    book = _read("Kode;Nama\n2.17;x\n", name="renja.xlsx")
    assert map_cells(book.sheets[0])["A2"] == "2.17"
    assert any("bernama .xlsx" in note.id for note in book.notes)
    assert not any("bernama" in note.id for note in _read("Kode;Nama\n2.17;x\n").notes)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("a" * 50 + "\n" + "b" * 50, RefusalKind.NOT_WORKBOOK),
        (";" * 20_000 + "x\n" + ";" * 20_000 + "y\n", RefusalKind.OUT_OF_GRID),
        (";;;;\n;;;;\n", RefusalKind.EMPTY),
    ],
)
def test_what_is_no_table_is_refused(text: str, kind: RefusalKind) -> None:
    with pytest.raises(Refusal) as caught:
        _read(text)
    assert caught.value.kind is kind
