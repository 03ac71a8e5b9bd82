"""Plans as other regions lay them out, written cell by cell, with the place of every value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from selaras.engine.run import check_book
from selaras.intake import read_book
from selaras.model.setting import Setting
from selaras.report.result import WorkbookReport
from selaras.values.finding import Finding, Severity

CellValue = str | int | float | None
#: A value of the plan by the code of its row (or "TOTAL") and the key of its column.
RowColumn = tuple[str, str]


class PlanRow(NamedTuple):
    """One row of the plan."""

    kode: str
    name: str
    indikator: str
    target: int
    measure: str
    pagu: int
    forward: int


#: A plan without mistake: two programs, three kegiatan, five sub kegiatan.
PLAN_ROWS = (
    PlanRow("1.02.02", "Program Upaya Kesehatan", "Cakupan layanan", 82, "%", 900_000, 945_000),
    PlanRow("1.02.02.2.01", "Fasilitas Kesehatan", "Jumlah sarana", 9, "Unit", 600_000, 630_000),
    PlanRow("1.02.02.2.01.0002", "Bangun Puskesmas", "Puskesmas jadi", 4, "Unit", 400_000, 420_000),
    PlanRow("1.02.02.2.01.0006", "Kembangkan Puskesmas", "Naik kelas", 5, "Unit", 200_000, 210_000),
    PlanRow("1.02.02.2.02", "Layanan Rujukan", "Jumlah laporan", 12, "Laporan", 300_000, 315_000),
    PlanRow("1.02.02.2.02.0001", "Ibu Hamil", "Ibu terlayani", 350, "Orang", 100_000, 105_000),
    PlanRow("1.02.02.2.02.0002", "Ibu Bersalin", "Bersalin aman", 320, "Orang", 200_000, 210_000),
    PlanRow("1.02.03", "Program Tenaga Kesehatan", "Rasio tenaga", 71, "%", 250_000, 260_000),
    PlanRow("1.02.03.2.02", "Kebutuhan Tenaga", "Jumlah peta", 2, "Dokumen", 250_000, 260_000),
    PlanRow("1.02.03.2.02.0001", "Sebaran Tenaga", "Peta sebaran", 2, "Dokumen", 250_000, 260_000),
)
TOTAL = (1_150_000, 1_205_000)


def fill_value(key: str, row: PlanRow) -> CellValue:
    """Return what a plan says in a column; keys beside its own fields tell other forms."""
    step = {3: "nama_program", 5: "nama_kegiatan", 6: "nama_sub"}[len(row.kode.split("."))]
    forms: dict[str, CellValue] = {
        "nama": row.name,
        "satuan": row.measure,
        "maju": row.forward,
        "sasaran": f"{row.target} {row.measure}",
        "sasaran_maju": f"{row.target} {row.measure}",
        "target_maju": row.target,
        "lokasi": "Kec. Depok",
        "sumber": "APBD",
        step: row.name,
    }
    return forms[key] if key in forms else getattr(row, key, None)


class PlanTable(NamedTuple):
    """A sheet: its columns (key and head; "group|head" for two rows), and what is changed."""

    columns: Sequence[tuple[str, str]]
    titles: Sequence[str] = ("RENCANA KERJA TAHUN 2026",)
    name: str = "Renja"
    plan: Sequence[PlanRow] = PLAN_ROWS
    edits: Mapping[RowColumn, CellValue] = {}
    total: bool = True


def write_table(sheet: Worksheet, table: PlanTable) -> dict[RowColumn, str]:
    """Write a table and return where each of its values stands."""
    for row, line in enumerate(table.titles, 1):
        sheet.cell(row, 1, line)
    heads = [head.split("|") for _, head in table.columns]
    deep = max(map(len, heads))
    top = len(table.titles) + 2
    for column, head in enumerate(heads, 1):
        for level, text in enumerate(head):
            before = heads[column - 2] if column > 1 else []
            if level == deep - 1 or before[: level + 1] != head[: level + 1]:
                sheet.cell(top + level, column, text)
    place: dict[RowColumn, str] = {}

    def fill(row: int, code: str, values: Mapping[str, CellValue]) -> None:
        for column, (key, _) in enumerate(table.columns, 1):
            place[code, key] = f"{get_column_letter(column)}{row}"
            value = table.edits.get((code, key), values.get(key))
            if value is not None and value != "":
                sheet.cell(row, column, value)

    row = top + deep
    for line in table.plan:
        fill(row, line.kode, {key: fill_value(key, line) for key, _ in table.columns})
        row += 1
    if table.total:
        fill(row, "TOTAL", dict(zip(("pagu", "maju"), TOTAL, strict=True)))
        sheet.cell(row, 1, "TOTAL")
    return place


class CheckedBook(NamedTuple):
    """A checked workbook: its report, and where the values of each sheet stand."""

    report: WorkbookReport
    places: Mapping[str, Mapping[RowColumn, str]]

    def list_errors(self) -> list[str]:
        """Return the errors as "JML001 Renja!E7"."""
        return [name_finding(found) for found in self.findings if found.severity is Severity.ERROR]

    def find_cells(self, code: str) -> list[str]:
        """Return the cells that a rule names."""
        return [name_finding(found).split(" ")[1] for found in self.findings if found.code == code]

    def find_columns(self, at: int = 0) -> dict[str, str]:
        """Return where the columns of a table were found."""
        return dict(self.report.tables[at].columns)

    @property
    def findings(self) -> Sequence[Finding]:
        """All findings."""
        return self.report.findings


def name_finding(found: Finding) -> str:
    """Return a finding as "JML001 Renja!E7"."""
    return f"{found.code} {found.sheet}!{found.cell}"


def check_tables(path: Path, *tables: PlanTable) -> CheckedBook:
    """Write a workbook of these tables and check it."""
    book = Workbook()
    book.remove(book.active)
    places = {one.name: write_table(book.create_sheet(one.name), one) for one in tables}
    book.save(path)
    return CheckedBook(check_book(read_book(str(path)), Setting()), places)
