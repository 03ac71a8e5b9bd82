"""KOD007: digits that only some regions have are no mistake; a slip in one code is."""

from __future__ import annotations

from pathlib import Path

from recognise.picture import DrawnSheet, read_picture, write_sheets
from selaras.engine.run import check_book
from selaras.intake import read_book
from selaras.model.setting import Setting

_HEAD = """Rencana Kerja dan Pendanaan Perangkat Daerah Tahun 2026
{title}
Kode | Program/Kegiatan/Sub Kegiatan | Indikator | Target 2026 | Pagu (Rp) | Sumber Dana
2.10.06 | Program A | Nilai | 80 | {total} | APBD
2.10.06.2.01 | Kegiatan A | Nilai | 80 | 2000 | APBD
"""
_SUB = [f"2.10.06.2.01.{n:04d} | Sub {n} | Nilai | 80 | 100 | APBD" for n in range(1, 21)]


def _wrong(path: Path, title: str, *below: str) -> list[str | None]:
    total = 2000 + 300 * sum("Kegiatan" in line for line in below)
    text = _HEAD.format(title=title, total=total) + "\n".join([*_SUB, *below])
    book = read_book(str(write_sheets(path / "a.xlsx", DrawnSheet("Renja", read_picture(text)))))
    return [f.cell for f in check_book(book, Setting()).findings if f.code == "KOD007"]


def _kegiatan(digit: int) -> list[str]:
    return [
        f"2.10.06.{digit}.01 | Kegiatan B | Nilai | 80 | 300 | APBD",
        f"2.10.06.{digit}.01.0003 | Sub B | Nilai | 80 | 300 | APBD",
    ]


def test_a_kegiatan_of_papua_among_others(tmp_path: Path) -> None:
    assert _wrong(tmp_path, "Dinas Sosial Kabupaten Jayapura", *_kegiatan(3)) == []


def test_a_slip_in_one_code(tmp_path: Path) -> None:
    slip = "2.10.06.3.01.0021 | Sub 21 | Nilai | 80 | 0 | APBD"
    assert _wrong(tmp_path, "Dinas Sosial Kabupaten Jayapura", slip) == ["A26"]


def test_the_digit_of_a_province_in_the_plan_of_a_kabupaten(tmp_path: Path) -> None:
    title = "Dinas Sosial Kabupaten Jember, Provinsi Jawa Timur"
    assert _wrong(tmp_path, title, *_kegiatan(1)) == ["A26", "A27"]


def test_the_title_names_the_kind_that_the_few_belong_to(tmp_path: Path) -> None:
    assert _wrong(tmp_path, "Dinas Sosial Provinsi Jawa Timur", *_kegiatan(1)) == []
