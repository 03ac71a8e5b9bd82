"""No indicator and no name of the official list is taken for a total, wherever it stands."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from openpyxl import Workbook

from selaras.intake import read_book
from selaras.model.row import Jenis
from selaras.model.setting import Setting
from selaras.recognise import recognise
from selaras.recognise.traits import teks_total

DAFTAR = Path(__file__).parents[3] / "shared" / "data" / "nomenklatur" / "nomenklatur_2027.csv"
#: Indicators that begin as the labels of totals do, for where the list is absent.
CONTOH = (
    "Jumlah Unit Kerja yang Menerapkan Arsip",
    "Jumlah Perangkat Daerah yang Dibina",
    "Jumlah Kegiatan",
    "Jumlah Kecamatan",
    "Total Bidang Tanah yang Terdaftar",
    "Jumlah Provinsi/Kabupaten/Kota yang Difasilitasi",
)


def _resmi() -> list[str]:
    if not DAFTAR.exists():
        return []
    with DAFTAR.open(encoding="utf-8", newline="") as file:
        texts = {row[key] for row in csv.DictReader(file) for key in ("indikator", "nama")}
    return sorted(text for text in texts if teks_total(text))


@pytest.mark.parametrize("sebaris", [True, False], ids=["beside the name", "below the name"])
@pytest.mark.parametrize("bertarget", [True, False], ids=["with targets", "without targets"])
def test_no_indicator_of_a_sub_kegiatan_is_a_total(
    sebaris: bool, bertarget: bool, tmp_path: Path
) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Tabel T-C.33 Rumusan Rencana Program dan Kegiatan"])
    sheet.append(["Kode", "Program/Kegiatan/Sub Kegiatan", "Indikator", "Target 2026", "Pagu 2026"])
    texts = [*CONTOH, *_resmi()]
    sheet.append(["2.17.01", "Program", "Nilai", "80", 100 * len(texts)])
    for number, text in enumerate(texts, 1):
        code = f"2.17.01.2.01.{number:04}"
        rest = [text, "3 unit" if bertarget else None, 100]
        if sebaris:
            sheet.append([code, "Sub kegiatan", *rest])
        else:
            sheet.append([code, "Sub kegiatan"])
            sheet.append([None, None, *rest])
    path = tmp_path / "indikator.xlsx"
    book.save(path)
    (table,) = recognise(read_book(path), Setting()).tables
    assert [row.row for row in table.rows if row.jenis in (Jenis.TOTAL, Jenis.YATIM)] == []
    assert len(table.pokok) == 1 + len(texts)
    assert all(row.text("indikator") and row.jumlah("pagu") == 100 for row in table.pokok[1:])
