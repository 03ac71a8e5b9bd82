"""Small lists for the tests, in the forms that people have them in."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHARED_NOMENKLATUR = ROOT.parent / "shared" / "data" / "nomenklatur"

HEAD = ["Kode", "Level", "Nomenklatur", "Kinerja", "Indikator", "Satuan"]
ROWS = [
    ["2", "urusan", "URUSAN WAJIB", "", "", ""],
    ["2.17", "bidang_urusan", "BIDANG KOPERASI, USAHA KECIL, DAN MENENGAH", "", "", ""],
    ["X.XX.01", "program", "PROGRAM PENUNJANG URUSAN", "", "", ""],
    ["X.XX.01.2.01", "kegiatan", "Perencanaan, Penganggaran, dan Evaluasi", "", "", ""],
    ["X.XX.01.2.01.0001", "sub_kegiatan", "Penyusunan Dokumen", "K", "Jumlah Dokumen", "Dokumen"],
    ["2.17.03", "program", "PROGRAM PENGAWASAN KOPERASI", "", "", ""],
    ["2.17.03.2.01", "kegiatan", "Pengawasan Koperasi", "", "", ""],
    ["2.17.03.2.01.0003", "sub_kegiatan", "Penguatan Kelembagaan", "", "Jumlah Koperasi", "Unit"],
]


def write_csv(
    path: Path, rows: list[list[str]], separator: str = ",", encoding: str = "utf-8"
) -> Path:
    """Write rows as text, every cell quoted."""
    lines = (separator.join(f'"{cell}"' for cell in row) for row in rows)
    path.write_bytes(("\r\n".join(lines) + "\r\n").encode(encoding))
    return path


def write_xlsx(path: Path, *sheets: list[list[object]]) -> Path:
    """Write rows as a workbook, a sheet each."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets, 1):
        sheet = book.create_sheet(f"Lampiran {number}")
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path
