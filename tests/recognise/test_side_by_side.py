"""Tables side by side whose heads begin in one row and differ in depth."""

from __future__ import annotations

import pytest

from selaras.engine.run import check_book
from selaras.model.setting import Setting
from selaras.recognise import recognise

from .picture import DrawnSheet, build_in_memory, only_table, read_picture

_TITLE = "Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun 2024 (T-C.33)"
_PLAN = (
    "Kode | Program/Kegiatan/Sub Kegiatan | Indikator | Rencana Tahun 2024 | < | < | <",
    "^ | ^ | ^ | Lokasi | Target | Pagu Indikatif (Rp) | Sumber Dana",
    "2.17.01 | Program A | Nilai A | Kota | 80 % | 300000000 | APBD",
    "2.17.01.2.01 | Kegiatan A | Nilai B | Kota | 80 % | 300000000 | APBD",
    "2.17.01.2.01.01 | Sub A | Nilai C | Kota | 8 orang | 100000000 | APBD",
    "2.17.01.2.01.02 | Sub B | Nilai D | Kota | 9 orang | {amount} | APBD",
)
_BESIDE = {
    "recap": (
        "No | Program | Pagu 2024",
        "1 | Program A | 300000000",
        " | Jumlah | 300000000",
    ),
    "staff": (
        "No | Nama | Gaji (Rp)",
        "1 | Pegawai Satu | 3500000",
        "2 | Pegawai Dua | 3600000",
    ),
    "budget": ("Uraian | Jumlah (Rp)", "Belanja Pegawai | 200000000", "Belanja Modal | 100000000"),
}


def _sheet(beside: tuple[str, ...], amount: int, gap: int, title: str = "") -> str:
    """Return the plan with a table on its right; the title of that one stands above it alone."""
    blank = " | " * (6 + gap)
    lines = [f"{_TITLE} {blank} | {title}", ""]
    for at, line in enumerate(_PLAN):
        right = beside[at] if at < len(beside) else ""
        lines.append(f"{line.format(amount=amount)} {' | ' * gap} | {right}")
    return "\n".join(lines)


@pytest.mark.parametrize("gap", [1, 2])
@pytest.mark.parametrize("name", sorted(_BESIDE))
def test_the_plan_is_read_whatever_stands_beside_it(name: str, gap: int) -> None:
    book = build_in_memory(DrawnSheet("Renja", read_picture(_sheet(_BESIDE[name], 200000000, gap))))
    table = only_table(recognise(book, Setting()), "T-C.33")
    columns = {key: column.columns for key, column in table.columns.items()}
    assert columns["target"] == (5,)
    assert columns["pagu"] == (6,)
    assert [row.name for row in table.rows] == ["Program A", "Kegiatan A", "Sub A", "Sub B"]
    assert not [f for f in check_book(book, Setting()).findings if f.severity == "error"]


@pytest.mark.parametrize("name", sorted(_BESIDE))
def test_a_wrong_sum_is_told_at_its_cell(name: str) -> None:
    book = build_in_memory(DrawnSheet("Renja", read_picture(_sheet(_BESIDE[name], 199000000, 1))))
    errors = [f for f in check_book(book, Setting()).findings if f.severity == "error"]
    assert [(f.code, f.cell) for f in errors] == [("JML001", "F6")]


def test_a_title_speaks_for_the_table_below_it_alone() -> None:
    text = _sheet(_BESIDE["recap"], 200000000, 1, "Rekap per Program")
    work = recognise(build_in_memory(DrawnSheet("Renja", read_picture(text))), Setting())
    assert [table.name for table in work.tables] == ["T-C.33"]
