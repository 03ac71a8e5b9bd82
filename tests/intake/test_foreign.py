"""Workbooks of other formats: values are read, and the notes say what was not seen."""

from __future__ import annotations

import subprocess
from pathlib import Path

import openpyxl
import pytest

from intake.snapshot import map_cells, read_bytes
from intake.xmlbook import OFFICE, PACKAGE, zip_members
from libreoffice import find_soffice
from selaras.intake import read_book
from selaras.intake.refusal import Refusal, RefusalKind


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one workbook in several formats, as LibreOffice saves them."""
    folder = tmp_path_factory.mktemp("asing")
    workbook = openpyxl.Workbook()
    made = workbook.active
    assert made is not None
    made.title = "T-C.33"
    made["B2"] = "Kode"
    made["C3"] = 1_500_000
    made["C4"] = "=C3*2"
    made["A5"] = "2.17.01"
    made.merge_cells("B2:C2")
    workbook.create_sheet("Rahasia").sheet_state = "hidden"
    workbook["Rahasia"]["A1"] = "x"
    workbook.save(folder / "asal.xlsx")
    for form in ("xls", "ods", "html"):
        subprocess.run(
            [
                find_soffice(), f"-env:UserInstallation={(folder / 'profil').as_uri()}",
                "--headless", "--convert-to", form, "--outdir", str(folder),
                str(folder / "asal.xlsx"),
            ],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
    return folder


@pytest.mark.parametrize("form", ["xls", "ods"])
def test_values_and_states(converted: Path, form: str) -> None:
    # Told by its bytes, whatever it is called.
    path = (converted / f"asal.{form}").rename(converted / f"{form}.bak.xlsx")
    book = read_book(path)
    assert any(f"bernama .xlsx, tetapi isinya buku kerja .{form}" in note.id for note in book.notes)
    assert [(sheet.name, sheet.state) for sheet in book.sheets] == [
        ("T-C.33", "visible"),
        ("Rahasia", "hidden"),
    ]
    assert map_cells(book.sheets[0]) == {
        "B2": "Kode", "C3": 1_500_000.0, "C4": 3_000_000.0, "A5": "2.17.01",
    }  # fmt: skip
    assert f".{form}" in book.notes[0].id
    assert "formulas" in book.notes[0].en


def test_old_workbook_with_a_piece_missing(converted: Path) -> None:
    names = ("asal.xls", "xls.bak.xlsx")
    whole = next(path for name in names if (path := converted / name).exists()).read_bytes()
    for start in range(600, len(whole) - 600, 997):
        with pytest.raises(Refusal) as caught:
            read_book("a.xls", whole[:start] + whole[start + 31 :])
        assert caught.value.kind is RefusalKind.OLD_XLS


def test_page_saved_by_libreoffice(converted: Path) -> None:
    book = read_book(converted / "asal.html")
    found = map_cells(book.sheets[0])
    # The page leaves out the blank first row. It tells the number that stands behind the text.
    assert set(found.values()) == {"Kode", "2.17.01", 1_500_000.0, 3_000_000.0}
    assert [str(area) for area in book.sheets[0].merges] == ["B1:C1"]


def _record(kind: int, content: bytes = b"") -> bytes:
    """One record of [MS-XLSB]: type and length in groups of seven bits."""
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size = len(content)
    return (
        head + (bytes([size]) if size < 0x80 else bytes([size & 0x7F | 0x80, size >> 7])) + content
    )


def _wide(text: str) -> bytes:
    return len(text).to_bytes(4, "little") + text.encode("utf-16-le")


def _build_xlsb(positions: list[tuple[int, int]]) -> bytes:
    """A binary workbook with the number 7 (as an RK number) at each zero-based position."""
    tab = bytes(4) + (1).to_bytes(4, "little") + _wide("a") + _wide("Data")
    rows = b""
    for row, column in positions:
        rows += _record(0, row.to_bytes(4, "little") + bytes(21))
        rows += _record(
            2, column.to_bytes(4, "little") + bytes(4) + (7 << 2 | 2).to_bytes(4, "little")
        )
    sheet = _record(0x81) + _record(0x94, bytes(16)) + _record(0x91) + rows
    return zip_members(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="x" '
            f'Type="{OFFICE}/officeDocument" Target="xl/workbook.bin"/></Relationships>',
            "xl/workbook.bin": _record(0x83)
            + _record(0x8F)
            + _record(0x9C, tab)
            + _record(0x90)
            + _record(0x84),
            "xl/_rels/workbook.bin.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="a" '
            f'Type="{OFFICE}/worksheet" Target="worksheets/sheet1.bin"/></Relationships>',
            "xl/worksheets/sheet1.bin": sheet + _record(0x92) + _record(0x82),
        }
    )


def test_binary_workbook() -> None:
    book = read_bytes(_build_xlsb([(1, 1), (4, 3)]))
    assert map_cells(book.sheets[0]) == {"B2": 7.0, "D5": 7.0}
    assert ".xlsb" in book.notes[0].id


@pytest.mark.parametrize(
    ("corner", "kind"),
    [((1_048_575, 16_383), RefusalKind.TOO_LARGE), ((1_048_576, 0), RefusalKind.OUT_OF_GRID)],
)
def test_binary_workbook_that_would_fill_the_memory(
    corner: tuple[int, int], kind: RefusalKind
) -> None:
    with pytest.raises(Refusal) as caught:
        read_bytes(_build_xlsb([(0, 0), corner]))
    assert caught.value.kind is kind


@pytest.mark.parametrize(
    "content", [b"", b"\x00", b"\x91\x01\xff", b"\x00\xff\xff\xff\xff\xff\x01\x02", b"\xff" * 99]
)
def test_binary_sheet_in_pieces(content: bytes) -> None:
    made = _build_xlsb([(0, 0)])
    with pytest.raises(Refusal):
        read_bytes(made[: len(made) // 2] + content)
