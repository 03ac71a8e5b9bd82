"""One small plan, to be written under any head: what its rows say, whatever the columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from selaras.model.table import Table
from selaras.tables import BY_NAME, Content
from selaras.tables.shared import make_pagu_before
from selaras.values.a1 import column_letters

from .picture import DrawnSheet, read_picture


@dataclass(frozen=True)
class PlanRow:
    """A row of the plan: its code, name, indicator and share of the amounts."""

    kode: str
    name: str
    indikator: str
    millions: int
    kind: str = "pokok"


PLAN: tuple[PlanRow, ...] = (
    PlanRow("2", "URUSAN PEMERINTAHAN WAJIB YANG TIDAK BERKAITAN DENGAN PELAYANAN DASAR", "", 900),
    PlanRow("2.17", "URUSAN PEMERINTAHAN BIDANG KOPERASI, USAHA KECIL, DAN MENENGAH", "", 900),
    PlanRow("2.17.01", "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH", "Nilai SAKIP", 600),
    PlanRow(
        "2.17.01.2.01", "Perencanaan, Penganggaran, dan Evaluasi Kinerja", "Jumlah dokumen", 600
    ),
    PlanRow("2.17.01.2.01.0001", "Penyusunan Dokumen Perencanaan", "Jumlah dokumen Renja", 400),
    PlanRow("2.17.01.2.01.0007", "Evaluasi Kinerja Perangkat Daerah", "Jumlah laporan", 200),
    PlanRow(
        "2.17.03", "PROGRAM PENGAWASAN DAN PEMERIKSAAN KOPERASI", "Persentase koperasi sehat", 300
    ),
    PlanRow(
        "2.17.03.2.01", "Pemeriksaan dan Pengawasan Koperasi", "Jumlah koperasi diperiksa", 300
    ),
    PlanRow("2.17.03.2.01.0001", "Pengawasan Kekuatan Koperasi", "Jumlah koperasi diawasi", 300),
    PlanRow("", "TOTAL", "", 900, "total"),
)


def _write_value(row: PlanRow, number: int, key: str, content: Content | None, column: int) -> str:
    if key == "kode":
        return row.kode if "." in row.kode or not row.kode else f"#{row.kode}"
    if key == "nama" or key.endswith("_nama"):
        return row.name
    if key == "no":
        return str(number) if row.kode else ""
    if not row.kode and content is not Content.MONEY:
        return ""
    if content is Content.INDIKATOR:
        return row.indikator
    if content is Content.TARGET:
        return f"{number + column} dokumen" if row.indikator else ""
    if content is Content.MONEY:
        return str(row.millions * 1_000_000 + column * row.millions)
    if content is Content.PERCENT:
        return f"{50 + number},5%" if row.indikator else ""
    if content is Content.SUMBER:
        return "APBD" if row.kode.count(".") == 5 else ""
    return {"lokasi": "Kab. Lumajang", "rkpd_lokasi": "Kab. Lumajang"}.get(
        key, f"Sesuai usulan {number}"
    )


def _write_cells(row: PlanRow, number: int, key: str, table: str, column: int) -> list[str]:
    """Return the cells that one key of a layout writes."""
    if key.startswith("kode*"):
        width = int(key[5:])
        parts = row.kode.split(".") if row.kode else []
        if width == 5 and len(parts) > 4:
            parts = [*parts[:3], ".".join(parts[3:5]), *parts[5:]]
        if width == 4 and len(parts) > 3:
            parts = [*parts[:3], ".".join(parts[3:])]
        return [f"#{part}" for part in parts] + [""] * (width - len(parts))
    if key == "-":
        return [""]
    if key == "rp":
        return ["Rp"]
    if key == "+":
        return [f"lain {number}" if row.kode else ""]
    if key == "+satuan":
        return ["dokumen" if row.indikator else ""]
    if key == "+uang":
        return [str(number * 1000)]
    if key.startswith("+"):
        return [key[1:]]
    spec = make_pagu_before() if key == "pagu_sebelum" else BY_NAME[table].column(key)
    return [_write_value(row, number, key, spec.content, column)]


@dataclass(frozen=True)
class DocumentLayout:
    """A layout: the table, its head as a picture, and what stands in each column."""

    name: str
    table: str
    head: str
    keys: str
    year: int | None
    titles: tuple[str, ...] = ()
    merged: bool = True
    top: int = 0
    left: int = 0

    @property
    def height(self) -> int:
        """How many rows the head takes."""
        return len(read_picture(self.head))

    def build_sheet(self, rows: Sequence[PlanRow] = PLAN, name: str = "Sheet1") -> DrawnSheet:
        """Return the sheet with title, head and all rows."""
        cells = [[text] for text in self.titles]
        if cells:
            cells.append([])
        cells += read_picture(self.head)
        for number, row in enumerate(rows, 1):
            line: list[str] = []
            for key in self.keys.split():
                line.extend(_write_cells(row, number, key, self.table, len(line)))
            if not row.kode and "nama" not in self.keys.split():
                continue
            cells.append(line)
        return DrawnSheet(name, cells, self.merged, self.top, self.left)

    @property
    def columns(self) -> dict[str, str]:
        """Where each column must be found."""
        found: dict[str, str] = {}
        at = self.left + 1
        for key in self.keys.split():
            width = int(key[5:]) if key.startswith("kode*") else 1
            if not key.startswith(("-", "+")) and key != "rp":
                letters = column_letters(at)
                if width > 1:
                    letters += f":{column_letters(at + width - 1)}"
                found[key.split("*")[0]] = letters
            at += width
        return found

    @property
    def head_row(self) -> int:
        """The sheet row in which the head begins."""
        return self.top + 1 + (len(self.titles) + 1 if self.titles else 0)


def assert_read(layout: DocumentLayout, table: Table, rows: Sequence[PlanRow] = PLAN) -> None:
    """Assert that a table was read as the layout wrote it."""
    assert table.name == layout.table
    assert {key: column.letters for key, column in table.columns.items()} == layout.columns
    assert table.year == layout.year
    first = layout.head_row + layout.height
    written = [row for row in rows if row.kode or "nama" in layout.keys.split()]
    assert table.head_area.top == layout.head_row
    assert table.head_area.bottom == first - 1
    if any(column.spec.content is Content.MONEY for column in table.columns.values()):
        assert table.bottom == first + len(written) - 1
    keys = layout.keys.split()
    has_kodes = any(key.startswith("kode") for key in keys)
    seen = {row.row: row for row in table.rows}
    for number, row in enumerate(written, 1):
        at = first + number - 1
        if not table.money_columns and not (row.indikator and row.kode):
            continue
        assert at in seen, (at, row.name)
        got = seen[at]
        assert got.kind.value == row.kind, (at, row.name, got)
        if has_kodes and row.kode:
            assert str(got.kode) == row.kode or got.kode is not None
            assert got.kode.parts == tuple(int(part) for part in row.kode.split("."))
        if "nama" in keys:
            assert got.name == row.name
        width = 0
        for key in keys:
            if key in table.columns and table.columns[key].spec.content is Content.MONEY:
                assert got.amount(key) == row.millions * 1_000_000 + width * row.millions, (at, key)
            width += int(key[5:]) if key.startswith("kode*") else 1
