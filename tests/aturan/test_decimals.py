"""Amounts in millions and thousands: sums may be off by the last digit that the cells show."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from selaras.engine import check_file
from selaras.setting import Setting

HEAD = ["Kode", "Program/Kegiatan/Sub Kegiatan", "Indikator", "Lokasi", "Target", "Pagu", "Sumber"]
SUBS = (115.335, 208.415, 92.005, 40.125, 61.235, 77.445)
#: The rows with their levels: a program, two kegiatan of three sub kegiatan each.
CODES = (
    *("2.17.01", "2.17.01.2.01", "2.17.01.2.01.01", "2.17.01.2.01.02", "2.17.01.2.01.03"),
    *("2.17.01.2.02", "2.17.01.2.02.01", "2.17.01.2.02.02", "2.17.01.2.02.03"),
)
AMOUNTS = (sum(SUBS), sum(SUBS[:3]), *SUBS[:3], sum(SUBS[3:]), *SUBS[3:])


def write(path: Path, amounts: list[float | str], form: str) -> Path:
    """Write a plan in millions, amounts as they come, shown in a number format."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Rencana Program dan Kegiatan Perangkat Daerah Tahun 2026"])
    sheet.append([*[None] * 6, "(dalam jutaan rupiah)"])
    sheet.append(HEAD)
    for code, amount in zip(CODES, amounts, strict=True):
        sheet.append([code, f"Nama {code}", f"Jumlah {code}", "Kota", "4 unit", amount, "DAU"])
    for row in range(4, sheet.max_row + 1):
        sheet.cell(row, 6).number_format = form
    book.save(path)
    return path


def errors(path: Path) -> list[tuple[str, str | None]]:
    """Return the errors that no other finding explains."""
    found = check_file(path, Setting()).findings
    return [(f.code, f.cell) for f in found if f.severity == "error" and not f.cause]


def rounded(places: int, above: int | None = None) -> list[float | str]:
    """Return the amounts, each rounded for itself; those above sub kegiatan perhaps otherwise."""
    high = places if above is None else above
    return [
        round(amount, high if place in (0, 1, 5) else places)
        for place, amount in enumerate(AMOUNTS)
    ]


@pytest.mark.parametrize("form", ["General", "#,##0.00"])
@pytest.mark.parametrize(
    ("places", "above"), [(2, None), (1, None), (0, None), (2, 0), (0, 2), (2, 1)]
)
def test_amounts_rounded_each_for_itself_are_right(
    tmp_path: Path, places: int, above: int | None, form: str
) -> None:
    shown = form if form == "General" or (places, above) == (2, None) else "General"
    assert errors(write(tmp_path / "b.xlsx", rounded(places, above), shown)) == []


def test_amounts_as_texts(tmp_path: Path) -> None:
    amounts: list[float | str] = [f"{one:.2f}".replace(".", ",") for one in rounded(2)]
    assert errors(write(tmp_path / "b.xlsx", amounts, "General")) == []
    amounts[1] = "417,75"
    assert errors(write(tmp_path / "b.xlsx", amounts, "General")) == [("JML001", "F5")]


@pytest.mark.parametrize("form", ["General", "#,##0.00"])
@pytest.mark.parametrize("more", [2.0, 0.5])
def test_what_is_more_than_the_last_digit_is_wrong(tmp_path: Path, more: float, form: str) -> None:
    amounts = rounded(2)
    amounts[1] = round(AMOUNTS[1] + more, 2)
    assert errors(write(tmp_path / "b.xlsx", amounts, form)) == [("JML001", "F5")]
