"""Workbooks whose plan is a flat list: one row a sub kegiatan, what is above it in columns."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

from small_plan import PLAN_ROWS

Cell = str | int | None
Sheet = tuple[str, list[list[Cell]]]

NAMES = {code: name for code, name, _ in PLAN_ROWS}
SUB = [(code, name, amount) for code, name, amount in PLAN_ROWS if code.count(".") == 5]
TITLE_33 = "Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun 2024 dan Prakiraan Maju"
TITLE_41 = "Tabel 4.1 Rencana Program, Kegiatan, dan Pendanaan Tahun 2024"
TITLE_31 = "Review terhadap Rancangan Awal RKPD Tahun 2024"
MILLION = 1_000_000
#: The columns of what a row says of itself.
OWN = ("Indikator", "Lokasi", "Target", "Pagu (Rp)", "Sumber Dana")
CODES_AND_NAMES = (
    *("Kode Program", "Nama Program", "Kode Kegiatan", "Nama Kegiatan"),
    *("Kode Sub Kegiatan", "Nama Sub Kegiatan"),
)


def build_own(name: str, amount: int) -> list[Cell]:
    return [f"Jumlah dokumen {name}", "Kabupaten", "4 dokumen", amount * MILLION, "PAD"]


def list_levels(code: str, name: str) -> list[Cell]:
    """Return code and name of program, kegiatan and sub kegiatan."""
    program, kegiatan = code[:7], code[:12]
    return [program, NAMES[program], kegiatan, NAMES[kegiatan], code, name]


def list_flat_rows() -> list[list[Cell]]:
    return [[*list_levels(code, name), *build_own(name, amount)] for code, name, amount in SUB]


def build_flat(
    title: str, rows: Sequence[Sequence[Cell]], head: Sequence[str] = CODES_AND_NAMES
) -> Sheet:
    """Return a sheet with a flat list: its first row of data is 4."""
    return title[:20], [[title], [], [*head, *OWN], *map(list, rows)]


def build_hierarchy(title: str, *, lowest: int = 6) -> Sheet:
    """Return a sheet with a row for each program, kegiatan and sub kegiatan, from row 4 on."""
    rows: list[list[Cell]] = [
        [code, name, *build_own(name, amount)]
        for code, name, amount in PLAN_ROWS
        if code.count(".") < lowest
    ]
    return title[:20], [[title], [], ["Kode", "Program/Kegiatan/Sub Kegiatan", *OWN], *rows]


def build_review(*programs: tuple[str, int]) -> Sheet:
    """Return a T-C.31 with these programs; its first row is 5, the needs stand in column K."""
    half = ("Program", "Lokasi", "Indikator", "Target")
    rows: list[list[Cell]] = [
        [TITLE_31],
        [],
        ["No", "Rancangan Awal RKPD", *[None] * 4, "Hasil Analisis Kebutuhan", *[None] * 4, "Cat"],
        [None, *half, "Pagu Indikatif", *half, "Kebutuhan Dana", None],
    ]
    for number, (name, amount) in enumerate(programs, 1):
        said: list[Cell] = [name, "Kabupaten", f"Indikator {name}", "90%", amount * MILLION]
        rows.append([number, *said, *said, None])
    return "T-C.31", rows


PROGRAMS = tuple((name, amount) for code, name, amount in PLAN_ROWS if code.count(".") == 2)


def write(path: Path, *sheets: Sheet) -> Path:
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path
