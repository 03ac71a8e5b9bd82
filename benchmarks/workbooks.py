"""Workbooks to measure on: T-C.33 tables of any length, written as Excel writes them.

The XML is written by hand because a benchmark workbook needs what openpyxl cannot give it: stored
results beside formulas, shared formulas, and 100,000 rows in a second. Every subtotal adds up.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from xml.sax.saxutils import escape

from selaras.values.a1 import column_letters

#: none, the subtotals of programs only, or a running formula in every row.
Formulas = Literal["none", "subtotals", "column"]

HEADS = (
    "Kode",
    "Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan/Sub Kegiatan",
    "Indikator Kinerja Program/Kegiatan/Sub Kegiatan",
    "Lokasi",
    "Target Capaian Kinerja Tahun 2024",
    "Kebutuhan Dana/Pagu Indikatif Tahun 2024",
    "Sumber Dana",
    "Catatan Penting",
    "Target Capaian Kinerja Prakiraan Maju Tahun 2025",
    "Kebutuhan Dana/Pagu Indikatif Prakiraan Maju Tahun 2025",
)
FIRST_ROW = 4
AMOUNT = HEADS.index("Kebutuhan Dana/Pagu Indikatif Tahun 2024") + 1

_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPREADSHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>'
    '<xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)


@dataclass(frozen=True, slots=True)
class Size:
    """How many sheets, and how many rows and columns on each."""

    sheets: int
    rows: int
    columns: int


SMALL = Size(6, 300, 15)
MEDIUM = Size(1, 30_000, 15)
LARGE = Size(1, 100_000, 18)

Row = list[str | int]


def write(path: Path, size: Size, formulas: Formulas = "subtotals") -> Path:
    """Write a workbook of that size and return its path."""
    strings: dict[str, int] = {}
    sheets = [_build_sheet(size, formulas, strings, sheet) for sheet in range(size.sheets)]
    overrides = [
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" '
        f'ContentType="{_SPREADSHEET_TYPE}worksheet+xml"/>'
        for n in range(1, size.sheets + 1)
    ]
    for part, kind in (
        ("workbook", "sheet.main"),
        ("styles", "styles"),
        ("sharedStrings", "sharedStrings"),
    ):
        overrides.append(
            f'<Override PartName="/xl/{part}.xml" ContentType="{_SPREADSHEET_TYPE}{kind}+xml"/>'
        )
    relations = [
        f'<Relationship Id="rId{n}" Type="{_RELATIONS}/worksheet" '
        f'Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, size.sheets + 1)
    ]
    relations += [
        f'<Relationship Id="{part}" Type="{_RELATIONS}/{part}" Target="{part}.xml"/>'
        for part in ("styles", "sharedStrings")
    ]
    tabs = "".join(
        f'<sheet name="T-C.33 ({n})" sheetId="{n}" r:id="rId{n}"/>'
        for n in range(1, size.sheets + 1)
    )
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    items = "".join(f"<si><t>{escape(text)}</t></si>" for text in strings)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES.format(overrides="".join(overrides)))
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}"><Relationship Id="rId1" '
            f'Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>{tabs}</sheets></workbook>',
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{package}">{"".join(relations)}</Relationships>',
        )
        archive.writestr("xl/styles.xml", _STYLES)
        archive.writestr(
            "xl/sharedStrings.xml",
            f'<sst xmlns="{_MAIN}" uniqueCount="{len(strings)}">{items}</sst>',
        )
        for number, xml in enumerate(sheets, 1):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", xml)
    return path


def rows(count: int, columns: int, sheet: int = 0) -> Iterator[Row]:
    """Yield the rows of a coded table, each sheet with bidang urusan of its own; the sums hold."""
    extra = columns - len(HEADS)
    made = 0
    program = 98 * 8 * sheet
    while made < count:
        program += 1
        bidang, number = divmod(program - 1, 98)
        code = f"2.{bidang % 90 + 7:02d}.{number + 2:02d}"
        block = [(code, f"PROGRAM {program}", 0)]
        for kegiatan in range(4):
            upper = f"{code}.2.{kegiatan + 1:02d}"
            block.append((upper, f"Kegiatan {program}.{kegiatan} yang Diselenggarakan", 0))
            for sub in range(1, 7):
                # A multiple of 20, so that the forward amounts (a twentieth more) add up too.
                amount = 20 * (50_000 + (program * 7919 + (kegiatan * 6 + sub) * 104_729) % 900_000)
                name = f"Sub kegiatan {sub} penyediaan jasa dan pembinaan {program}"
                block.append((f"{upper}.{sub:04d}", name, amount))
        block = block[: count - made]
        for upper, name, _ in block:
            total = sum(amount for lower, _, amount in block if lower.startswith(upper))
            yield _build_row(upper, name, total, extra)
        made += len(block)


def _build_row(code: str, name: str, amount: int, extra: int) -> Row:
    return [
        code,
        name,
        f"Jumlah dokumen {name[:24]}",
        "Kab. Mojokerto",
        "12 Dokumen",
        amount,
        "APBD",
        "-",
        "13 Dokumen",
        amount + amount // 20,
        *range(extra),
    ]


def _build_sheet(size: Size, formulas: Formulas, strings: dict[str, int], sheet: int) -> str:
    def cell(address: str, value: str | int, style: int = 0, formula: str = "") -> str:
        look = f' s="{style}"' if style else ""
        if isinstance(value, str):
            return (
                f'<c r="{address}"{look} t="s"><v>{strings.setdefault(value, len(strings))}</v></c>'
            )
        return f'<c r="{address}"{look}>{formula}<v>{value}</v></c>'

    letters = [column_letters(number) for number in range(1, size.columns + 1)]
    amount = letters[AMOUNT - 1]
    last = letters[-1]
    title = "Tabel T-C.33 Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun 2024"
    lines = [f'<row r="1">{cell("A1", title, 1)}</row>']
    heads = [*HEADS, *(f"Kolom {n}" for n in range(len(HEADS) + 1, size.columns + 1))]
    cells = (cell(f"{letter}3", head, 1) for letter, head in zip(letters, heads, strict=True))
    lines.append(f'<row r="3">{"".join(cells)}</row>')
    final = FIRST_ROW + size.rows - 1
    for number, values in enumerate(rows(size.rows, size.columns, sheet), FIRST_ROW):
        program = str(values[0]).count(".") == 2
        look = 1 if program else 0
        cells = []
        for letter, value in zip(letters, values, strict=True):
            formula = ""
            if formulas == "subtotals" and program and letter == amount:
                below = [number + 1 + 7 * k for k in range(4)]
                formula = f"<f>{'+'.join(f'{amount}{row}' for row in below)}</f>"
            elif formulas == "column" and letter == last:
                value = int(values[AMOUNT - 1]) + int(values[len(HEADS) - 1])
                text = f"{amount}{number}+{letters[len(HEADS) - 1]}{number}"
                span = f' ref="{last}{FIRST_ROW}:{last}{final}"'
                formula = (
                    f'<f t="shared"{span} si="0">{text}</f>'
                    if number == FIRST_ROW
                    else '<f t="shared" si="0"/>'
                )
            style = 2 if isinstance(value, int) else look
            cells.append(cell(f"{letter}{number}", value, style, formula))
        lines.append(f'<row r="{number}" spans="1:{size.columns}">{"".join(cells)}</row>')
    return (
        f'<worksheet xmlns="{_MAIN}"><dimension ref="A1:{last}{final}"/>'
        f"<sheetData>{''.join(lines)}</sheetData>"
        f'<mergeCells count="1"><mergeCell ref="A1:{last}1"/></mergeCells></worksheet>'
    )
