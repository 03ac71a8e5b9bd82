"""A form that shows a pair of columns again for the revision: from then on the revised one counts."""

# ruff: noqa: E501

from __future__ import annotations

from pathlib import Path

import pytest

from selaras import check
from selaras.model.setting import Setting
from selaras.recognise import recognise

from .picture import DrawnSheet, build_in_memory, read_picture, write_sheets

HEADS = (
    (
        "Target Kinerja dan Anggaran Renja Tahun Berjalan Yang Dievaluasi (2024)",
        "Target Kinerja dan Anggaran Renja Perubahan Tahun Berjalan Yang Dievaluasi (2024)",
    ),
    ("Target Renja Tahun Berjalan (2024)", "Target Renja Perubahan Tahun Berjalan (2024)"),
    ("Target Renja Murni 2024", "Target Renja Perubahan 2024"),
)


def draw(first: str, revised: str) -> str:
    rows = [
        ("2.11.01", "Program Penunjang", 300, 400),
        ("2.11.01.2.01", "Perencanaan", 300, 400),
        ("2.11.01.2.01.0001", "Penyusunan Dokumen", 100, 180),
        ("2.11.01.2.01.0002", "Koordinasi Laporan", 200, 220),
    ]
    lines = [
        f"{code} | {name} | Jumlah dokumen | 30 dokumen | {million * 3}000000 | 9 dokumen | "
        f"{million}000000 | 10 dokumen | {million}000000 | 10 dokumen | {later}000000 | "
        + " | ".join(["2 dokumen", f"{later // 5}000000"] * 4)
        + f" | 8 dokumen | {later // 5 * 4}000000 | 80 | 80"
        for code, name, million, later in rows
    ]
    return f"""
EVALUASI TERHADAP HASIL RENJA
Kode | Program/Kegiatan/Sub Kegiatan | Indikator Kinerja | Target RPD Pada Tahun 2024 s/d 2026 | < | Realisasi Capaian Kinerja RPD s/d Renja Tahun (2023) | < | {first} | < | {revised} | < | Realisasi Kinerja Pada Triwulan | < | < | < | < | < | < | < | Realisasi Capaian Kinerja dan Anggaran Renja yang dievaluasi (2024) | < | Tingkat Capaian Kinerja dan Realisasi Anggaran Renja (%) | <
^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | I | < | II | < | III | < | IV | < | ^ | ^ | ^ | ^
^ | ^ | ^ | K | Rp | K | Rp | K | Rp | K | Rp | K | Rp | K | Rp | K | Rp | K | Rp | K | Rp | K | Rp
""" + "\n".join(lines)


@pytest.mark.parametrize("heads", HEADS)
def test_the_revised_pair_is_the_one_evaluated(heads: tuple[str, str], tmp_path: Path) -> None:
    sheet = DrawnSheet("Evaluasi", read_picture(draw(*heads)))
    (table,) = recognise(build_in_memory(sheet), Setting()).tables
    read = {key: column.letters for key, column in table.columns.items()}
    assert table.name == "E.81"
    assert (read["target_akhir"], read["pagu_akhir"]) == ("D", "E")
    assert (read["target"], read["pagu"]) == ("J", "K")
    assert "uang_berjalan" not in read
    report = check(write_sheets(tmp_path / "b.xlsx", sheet))
    assert [f.cell for f in report.findings if f.code.startswith("RST")] == []
