"""Amounts in millions and thousands: sums may be off by the last digit that the cells show."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from selaras.engine.run import check_file
from selaras.model.setting import Setting

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


def test_a_column_written_with_cents_is_one_warning(tmp_path: Path) -> None:
    """Rupiah with two decimals throughout: the sums hold, and a wrong one is still told."""
    subs = (15_690_766.67, 13_629_166.67, 20_916_666.67, 55_166_666.67, 7_916_666.66, 64_916_666.67)
    first, second = round(sum(subs[:3]), 2), round(sum(subs[3:]), 2)
    amounts = [round(first + second, 2), first, *subs[:3], second, *subs[3:]]

    def check(name: str, amounts: list[float]) -> list[tuple[str, str, str | None]]:
        shown = [f"Rp. {amount:,.2f}".translate(str.maketrans(",.", ".,")) for amount in amounts]
        texts = [text.replace("Rp,", "Rp.") for text in shown]
        path = write(tmp_path / name, list(texts), "General")
        book = load_workbook(path)
        book.worksheets[0]["G2"] = None
        book.save(path)
        return [
            (f.code, f.severity.value, f.cell)
            for f in check_file(path, Setting()).findings
            if f.code.startswith("JML") and not f.cause
        ]

    assert check("a.xlsx", amounts) == [("JML007", "warning", "F6")]
    amounts[5] += 1_000_000
    amounts[0] += 1_000_000
    assert sorted(check("b.xlsx", amounts)) == [
        ("JML001", "error", "F9"),
        ("JML007", "warning", "F6"),
    ]
