"""Real workbook files with formulas and their stored results, as Excel writes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from intake.xmlbook import MAIN, OFFICE, PACKAGE, STYLES, build_strings, zip_members
from selaras.engine.run import check_book
from selaras.intake import read_book
from selaras.model.setting import Setting
from selaras.values.a1 import address
from selaras.values.finding import Finding

HEAD = (
    "Kode",
    "Urusan/Bidang Urusan/Program/Kegiatan/Sub Kegiatan",
    "Indikator Kinerja",
    "Lokasi",
    "Target Capaian Kinerja",
    "Kebutuhan Dana/Pagu Indikatif",
    "Sumber Dana",
)

#: A cell: a value, or a formula with its result ("=SUM(F3:F4)", 300), or (XML of <f>, result).
Cell = str | int | None | tuple[str, int | None]


def build_row(kode: str, pagu: Cell, given_name: str | None = None) -> list[Cell]:
    """Return a row of T-C.33; its amount stands in column F."""
    name = given_name if given_name is not None else f"Nama {kode}"
    if not kode:
        return [None, name, None, None, None, pagu]
    return [kode, name, f"Jumlah {kode}", "Kabupaten", "1 dokumen", pagu, "APBD"]


def build_plan_rows(rows: Sequence[Sequence[Cell]]) -> list[Sequence[Cell]]:
    """Return the rows of a sheet with the head of T-C.33 above them: data begins in row 3."""
    return [["Tabel T-C.33 Rumusan Rencana Program dan Kegiatan Tahun 2024"], HEAD, *rows]


def check_sheets(
    sheets: Mapping[str, Sequence[Sequence[Cell]]] | Sequence[Sequence[Cell]], *selected: str
) -> list[Finding]:
    """Write a workbook, read and check it; return the findings of the chosen rules."""
    if not isinstance(sheets, Mapping):
        sheets = {"T-C.33": sheets}
    book = read_book(Path("uji.xlsx"), build_file(sheets))
    report = check_book(book, Setting(selected=selected))
    assert any(table.table == "T-C.33" for table in report.tables)
    return list(report.findings)


def build_file(sheets: Mapping[str, Sequence[Sequence[Cell]]]) -> bytes:
    """Return the bytes of a workbook."""
    numbers = range(1, len(sheets) + 1)
    listed = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="s{number}"/>'
        for number, name in zip(numbers, sheets, strict=True)
    )
    relations = "".join(
        f'<Relationship Id="s{number}" Type="{OFFICE}/worksheet" '
        f'Target="worksheets/sheet{number}.xml"/>'
        for number in numbers
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="a" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{relations}'
        f'<Relationship Id="b" Type="{OFFICE}/styles" Target="styles.xml"/>'
        f'<Relationship Id="c" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
        "</Relationships>",
        "xl/styles.xml": STYLES,
        "xl/sharedStrings.xml": build_strings(),
    }
    for number, rows in zip(numbers, sheets.values(), strict=True):
        parts[f"xl/worksheets/sheet{number}.xml"] = (
            f'<worksheet xmlns="{MAIN}"><sheetData>{_write_rows(rows)}</sheetData></worksheet>'
        )
    return zip_members(parts)


def _write_rows(rows: Sequence[Sequence[Cell]]) -> str:
    text = ""
    for number, cells in enumerate(rows, 1):
        inside = "".join(_write_cell(address(number, at), cell) for at, cell in enumerate(cells, 1))
        text += f'<row r="{number}">{inside}</row>'
    return text


def _write_cell(place: str, cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>'
    if isinstance(cell, int):
        return f'<c r="{place}"><v>{cell}</v></c>'
    formula, result = cell
    if formula.startswith("="):
        formula = f"<f>{escape(formula[1:])}</f>"
    value = "" if result is None else f"<v>{result}</v>"
    return f'<c r="{place}">{formula}{value}</c>'
