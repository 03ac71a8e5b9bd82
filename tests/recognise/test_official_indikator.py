"""No indicator and no name of the official list is taken for a total, wherever it stands."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from openpyxl import Workbook

from selaras.intake import read_book
from selaras.model.row import RowKind
from selaras.model.setting import Setting
from selaras.recognise import recognise
from selaras.recognise.traits import is_total_label

LIST_PATH = Path(__file__).parents[3] / "shared" / "data" / "nomenklatur" / "nomenklatur_2027.csv"
#: Indicators that begin as the labels of totals do, for where the list is absent.
EXAMPLE_PLAN = (
    "Jumlah Unit Kerja yang Menerapkan Arsip",
    "Jumlah Perangkat Daerah yang Dibina",
    "Jumlah Kegiatan",
    "Jumlah Kecamatan",
    "Total Bidang Tanah yang Terdaftar",
    "Jumlah Provinsi/Kabupaten/Kota yang Difasilitasi",
)


def _read_official() -> list[str]:
    if not LIST_PATH.exists():
        return []
    with LIST_PATH.open(encoding="utf-8", newline="") as file:
        texts = {row[key] for row in csv.DictReader(file) for key in ("indikator", "nama")}
    return sorted(text for text in texts if is_total_label(text))


@pytest.mark.parametrize("is_one_row", [True, False], ids=["beside the name", "below the name"])
@pytest.mark.parametrize("has_target", [True, False], ids=["with targets", "without targets"])
def test_no_indicator_of_a_sub_kegiatan_is_a_total(
    is_one_row: bool, has_target: bool, tmp_path: Path
) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Tabel T-C.33 Rumusan Rencana Program dan Kegiatan"])
    sheet.append(["Kode", "Program/Kegiatan/Sub Kegiatan", "Indikator", "Target 2026", "Pagu 2026"])
    texts = [*EXAMPLE_PLAN, *_read_official()]
    sheet.append(["2.17.01", "Program", "Nilai", "80", 100 * len(texts)])
    for number, text in enumerate(texts, 1):
        code = f"2.17.01.2.01.{number:04}"
        rest = [text, "3 unit" if has_target else None, 100]
        if is_one_row:
            sheet.append([code, "Sub kegiatan", *rest])
        else:
            sheet.append([code, "Sub kegiatan"])
            sheet.append([None, None, *rest])
    path = tmp_path / "indikator.xlsx"
    book.save(path)
    (table,) = recognise(read_book(path), Setting()).tables
    assert [row.row for row in table.rows if row.kind in (RowKind.TOTAL, RowKind.ORPHAN)] == []
    assert len(table.main_rows) == 1 + len(texts)
    assert all(row.text("indikator") and row.amount("pagu") == 100 for row in table.main_rows[1:])
