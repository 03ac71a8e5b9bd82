"""What the printed forms have around their rows: numbers under split columns, signature lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from selaras.recognise.candidates import is_number_row
from selaras.recognise.traits import is_signature_line

from .picture import DrawnSheet, only_table, read_picture, recognise_file, write_sheets


@pytest.mark.parametrize(
    ("numbers", "counts"),
    [
        (("1", "2", "3a", "3b", "4a", "4b = (3b+2)"), True),
        (("1", "2", "3b", "3a"), False),
        (("1", "2", "2", "3"), False),
        (("1", "3a", "3", "4"), False),
    ],
)
def test_a_number_may_be_shared_by_columns_with_letters(
    numbers: tuple[str, ...], counts: bool
) -> None:
    assert is_number_row(list(enumerate(numbers, 1))) is counts


@pytest.mark.parametrize(
    "text",
    ["Mojokerto, ............ 2026", "Kota A, ______ 20__", "Kab. B, ....................."],
)
def test_place_and_open_date_close_a_table(text: str) -> None:
    assert is_signature_line([None, text])


@pytest.mark.parametrize("text", ["Rapat, ... 2026 peserta", "Dinas, 3 dokumen", "1, ..... 2026"])
def test_other_texts_with_dots_do_not(text: str) -> None:
    assert not is_signature_line([text])


def test_a_signature_below_a_money_column_is_no_amount(tmp_path: Path) -> None:
    picture = """Kode | Program/Kegiatan | Indikator Kinerja | Target | Pagu Indikatif (Rp)
2.17.02 | PROGRAM PENGAWASAN | Koperasi sehat | 10 % | 900
Jumlah | | | | 900
 | | | | Mojokerto, ............ 2026"""
    path = write_sheets(tmp_path / "b.xlsx", DrawnSheet("T-C.33", read_picture(picture)))
    assert [row.row for row in only_table(recognise_file(path), "T-C.33").rows] == [2, 3]
