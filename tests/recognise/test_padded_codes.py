"""Keys made of a code and the number of an indicator: the number is no part of the code."""

from __future__ import annotations

from pathlib import Path

import pytest

from selaras.engine.run import check_book
from selaras.intake import read_book
from selaras.model.row import RowKind
from selaras.model.setting import Setting

from .picture import DrawnSheet, only_table, read_picture, recognise_file, write_sheets

HEAD = (
    "Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun 2024\n"
    "Kode | Urusan/Bidang Urusan/Program/Kegiatan/Sub Kegiatan | Indikator Kinerja | Lokasi | "
    "Target Capaian Kinerja | Pagu Indikatif | Sumber Dana"
)
#: Code, number of its indicator, name, amount.
ROWS = (
    ("2.17.02", 1, "PROGRAM A", 1500),
    ("2.17.02", 2, "PROGRAM A", 1500),
    ("2.17.02.2.01", 1, "Kegiatan A", 1500),
    ("2.17.02.2.01.0001", 1, "Sub A", 500),
    ("2.17.02.2.01.0001", 2, "Sub A", 500),
    ("2.17.02.2.01.0002", 1, "Sub B", 1000),
)


def _write(path: Path, marks: str, rows: tuple[tuple[str, int, str, int], ...] = ROWS) -> Path:
    lowest_only = marks.startswith("sub ")
    mark = marks.removeprefix("sub ")
    lines = [HEAD]
    for code, number, name, amount in rows:
        if lowest_only and len(code) < 15:
            if number > 1:
                continue
            key = code
        else:
            key = code + mark.format(number)
        lines.append(
            f"#{key} | {name} | Jumlah dokumen {name} {number} | Kota | 10 dok | {amount} | APBD"
        )
    return write_sheets(path, DrawnSheet("T-C.33", read_picture("\n".join(lines))))


MARKS = [".{:02}", ".{}", "-{}", " - {}", "/{}", "sub .{:02}", "sub .{}", "sub -{}"]


@pytest.mark.parametrize("marks", MARKS)
def test_keys_are_read_as_the_codes_in_them(tmp_path: Path, marks: str) -> None:
    path = _write(tmp_path / "a.xlsx", marks)
    table = only_table(recognise_file(path), "T-C.33")
    rows = [row for row in table.rows if row.kind is RowKind.MAIN]
    codes = list(dict.fromkeys(str(row.kode) for row in rows))
    assert codes == ["2.17.02", "2.17.02.2.01", "2.17.02.2.01.0001", "2.17.02.2.01.0002"]
    findings = check_book(read_book(str(path)), Setting()).findings
    assert {f.code for f in findings} == {"LBR002"}


@pytest.mark.parametrize("marks", MARKS)
def test_sums_are_checked_below_such_keys(tmp_path: Path, marks: str) -> None:
    rows = tuple(row if row[2] != "Sub B" else (*row[:3], 1100) for row in ROWS)
    path = _write(tmp_path / "a.xlsx", marks, rows)
    found = [f for f in check_book(read_book(str(path)), Setting()).findings if f.code != "LBR002"]
    (sum_,) = found
    assert (sum_.code, sum_.expected, sum_.actual) == ("JML001", 1600, 1500)
    assert sum_.cell == ("F4" if marks.startswith("sub ") else "F5")


def test_one_code_with_a_part_too_many_stays_a_mistake(tmp_path: Path) -> None:
    plain = [(code, name, amount) for code, number, name, amount in ROWS if number == 1]
    lines = [HEAD]
    for code, name, amount in plain:
        key = f"{code}.01" if name == "Sub B" else code
        lines.append(f"#{key} | {name} | Jumlah {name} | Kota | 10 dok | {amount} | APBD")
    path = write_sheets(tmp_path / "a.xlsx", DrawnSheet("T-C.33", read_picture("\n".join(lines))))
    findings = check_book(read_book(str(path)), Setting()).findings
    assert [f.cell for f in findings if f.code == "KOD001"] == ["A6"]


def test_numbers_that_count_no_indicators_are_mistakes(tmp_path: Path) -> None:
    rows = (*ROWS[:1], *ROWS[2:4], ("2.17.02.2.01.0002", 7, "Sub B", 1000))
    path = _write(tmp_path / "a.xlsx", "sub .{:02}", rows)
    findings = check_book(read_book(str(path)), Setting()).findings
    assert [f.cell for f in findings if f.code == "KOD001"] == ["A5", "A6"]
