"""The comparison sheets say what the check says: same pairs, same differences, same tolerance.

Plans are drawn, with a T-C.31 and a Renstra that differ from them here and there; then both are
made of one workbook, and held against each other and against how it was drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import NamedTuple, TypeAlias

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from composition.plans import build_plan
from selaras.engine.run import check_book
from selaras.intake import read_book
from selaras.model.setting import Setting
from selaras.recognise import recognise
from selaras.values.finding import Finding, Place
from selaras.values.kode_reading import Level
from selaras.values.text import Text
from selaras_addin.comparison import renja_renstra, renja_rkpd
from selaras_addin.comparison.content import Comparison, ComparisonCell, ComparisonRow
from selaras_addin.udf.lookup import match_amounts

YEAR = 2027
#: The cells of codes.
Cells: TypeAlias = dict[str, str]
UNITS = ("Puskesmas Lais", "Puskesmas Kerkap")


class DrawnRow(NamedTuple):
    """A row of the plan as it was drawn."""

    kind: str
    kode: str
    name: str
    indikator: str
    target: str
    pagu: int


class DrawnBook(NamedTuple):
    """A workbook, and what was meant by it."""

    path: Path
    #: By the cell of a name in T-C.31, the code of the plan's row; None where it has none.
    counterparts: dict[tuple[str, str], str | None]
    #: By the cell of a plan's code, the amount in the Renstra; None where it is not there.
    renstra: dict[tuple[str, str], int | None]
    #: By the sheet of a plan: its codes with their amounts, and those of Tabel 4.1, cell by cell.
    dana: dict[str, tuple[dict[str, int], dict[str, tuple[str, int]]]]


def write_drawn_book(random: Random, path: Path) -> DrawnBook:
    """Write a workbook of one or two units in a drawn form."""
    book = Workbook()
    drawn = DrawnBook(path, {}, {}, {})
    units: Sequence[str] = UNITS if random.random() < 0.3 else ("",)
    form = random.choice((_write_tc33, _write_sipd17, _write_sipd19))
    plan = list(_draw_plan(random))
    flat = random.random() < 0.15
    whole = random.random() < 0.5
    for number, unit in enumerate(units, 1):
        titles = [f"Sub Unit Organisasi : 1.02.0.00.0.00.01.{number:04} {unit}"] if unit else []
        full = [one._replace(pagu=one.pagu + number * 1000) for one in plan]
        own = [one for one in full if not flat or one.kind == "sub_kegiatan"]
        name = f"Rencana {number}"
        codes = form(book.create_sheet(name), titles, own, whole and form is not _write_sipd19)
        _write_review(
            book.create_sheet(f"Reviu {number}"), titles, full, random, drawn.counterparts
        )
        amounts = _write_renstra(book.create_sheet(f"Renstra {number}"), titles, own, random)
        for kode, cell in codes.items():
            drawn.renstra[name, cell] = amounts.get(kode)
        if random.random() < 0.4:
            _write_goals(book.create_sheet(f"Sasaran {number}"), titles, own, random)
        if random.random() < 0.4:
            funds = _write_funds(book.create_sheet(f"Dana {number}"), titles, own, random)
            x = whole and form is not _write_sipd19
            drawn.dana[name] = ({_write_x_kode(one.kode, x): one.pagu for one in own}, funds)
    del book[book.sheetnames[0]]
    book.save(path)
    return drawn


def _draw_plan(random: Random) -> Iterator[DrawnRow]:
    once = random.random() < 0.8
    for row in build_plan(random).tables["T-C.33"].rows:
        if row.kind != "total":
            text = [str(row.values[key]) for key in ("kode", "nama", "indikator", "target")]
            amount = row.values["pagu"]
            assert isinstance(amount, int)
            same = row.kind == "program" and not once and random.random() < 0.5
            name = "Program Penyelenggaraan" if same else text[1]
            yield DrawnRow(row.kind, text[0], name, text[2], text[3], amount)


def _write_x_kode(kode: str, on: bool = True) -> str:
    """Return a code of the program .01 as that of any bidang."""
    parts = kode.split(".")
    return ".".join(("X", "XX", *parts[2:])) if on and parts[2] == "01" else kode


def _write_tc33(
    sheet: Worksheet, titles: Sequence[str], plan: Sequence[DrawnRow], x: bool
) -> Cells:
    for text in (*titles, f"Rumusan Rencana Program dan Kegiatan Tahun {YEAR}"):
        sheet.append([text])
    sheet.append(["Kode", "Program/Kegiatan", "Indikator", "Target", "Pagu Indikatif"])
    cells: Cells = {}
    for at, one in enumerate(plan):
        sheet.append([_write_x_kode(one.kode, x), one.name, one.indikator, one.target, one.pagu])
        cells[one.kode] = f"A{sheet.max_row}"
        if at % 5 == 4:
            sheet.append([None, None, f"Cakupan {one.name.lower()}", "3%", None])
    return cells


def _write_sipd17(
    sheet: Worksheet, titles: Sequence[str], plan: Sequence[DrawnRow], x: bool
) -> Cells:
    for text in (*titles, f"RENCANA KERJA PERANGKAT DAERAH TAHUN {YEAR}"):
        sheet.append([text])
    head = ["No", "Kode", "Urusan/Bidang Urusan/Program/Kegiatan/Sub Kegiatan"]
    head += ["Indikator Kinerja", "Target Akhir Renstra", "Realisasi Capaian Tahun 2025"]
    head += ["Prakiraan Capaian Tahun 2026", "Target", "Pagu Indikatif (Rp)", "Lokasi"]
    sheet.append([*head, "Sumber Dana", "Kelompok Sasaran"])
    cells: Cells = {}
    for number, one in enumerate(plan, 1):
        known = [
            number,
            _write_x_kode(one.kode, x),
            one.name,
            one.indikator,
            one.target,
            one.target,
        ]
        sheet.append([*known, one.target, one.target, one.pagu, "Kabupaten", "DAU", "Warga"])
        cells[one.kode] = f"B{sheet.max_row}"
    return cells


def _write_sipd19(
    sheet: Worksheet, titles: Sequence[str], plan: Sequence[DrawnRow], x: bool
) -> Cells:
    for text in (*titles, "Rencana Kerja Perangkat Daerah", f"Tahun {YEAR}"):
        sheet.append([text])
    head = ["Kode", "Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan", "Lokasi"]
    sides = ("Capaian Program", "Keluaran Sub Kegiatan", "Hasil Kegiatan")
    groups = [text for side in sides for text in (side, side)]
    money = [f"Pagu Indikatif Tahun {YEAR} (Rp)", "Sumber Dana"]
    sheet.append([*head, *groups, *money])
    sheet.append(["", "", "", *["Tolok Ukur", "Target"] * 3, "", ""])
    place = {"program": 0, "sub_kegiatan": 2, "kegiatan": 4}
    cells: Cells = {}
    for one in plan:
        said: list[str | None] = [None] * 6
        at = place[one.kind]
        said[at], said[at + 1] = one.indikator, one.target
        sheet.append([_write_x_kode(one.kode, x), one.name, "Kabupaten", *said, one.pagu, "DAU"])
        cells[one.kode] = f"A{sheet.max_row}"
    return cells


def _draw_amount(amount: int, random: Random) -> int:
    return amount + random.choice((0, 0, 0, 3, -4, 700, -40_000_000, amount // 2, amount))


def _draw_target(text: str, random: Random) -> str:
    return random.choice((text, text, text, "7 orang", "12%", text.upper()))


def _draw_words(text: str, random: Random) -> str:
    return random.choice((text, text, text, text.upper(), f"{text} daerah", "Tingkat kepuasan"))


def _write_review(
    sheet: Worksheet,
    titles: Sequence[str],
    plan: Sequence[DrawnRow],
    random: Random,
    counterparts: dict[tuple[str, str], str | None],
) -> None:
    """Write T-C.31: programs with or without codes, halves beside each other or not."""
    for text in (*titles, f"Review terhadap Rancangan Awal RKPD Tahun {YEAR}"):
        sheet.append([text])
    top = len(titles) + 2
    sheet.append(["No", "Rancangan Awal RKPD", *[""] * 3, "Hasil Analisis Kebutuhan", *[""] * 3])
    for first in (2, 6):
        sheet.merge_cells(start_row=top, end_row=top, start_column=first, end_column=first + 3)
    half = ["Program/Kegiatan", "Indikator Kinerja", "Target Capaian"]
    unit = 1000 if random.random() < 0.2 else 1
    money = " (Rp 000)" if unit > 1 else ""
    limit, need = f"Pagu Indikatif{money}", f"Kebutuhan Dana{money}"
    sheet.append(["", *half, limit, *half, need, "Catatan"])
    coded, x = random.random() < 0.5, random.random() < 0.6
    programs = [one for one in plan if one.kind == "program"]
    left = [one for one in programs if random.random() < 0.9]
    right = [one for one in programs if random.random() < 0.9]
    if random.random() < 0.4:
        random.shuffle(right)
    if random.random() < 0.3:
        new = DrawnRow("program", "", "Program Rehabilitasi Hutan", "Luas lahan", "5 ha", 9000)
        right.append(new)
    totals = [0, 0]
    for at in range(max(len(left), len(right))):
        cells: list[str | int | None] = [at + 1]
        for side, rows in enumerate((left, right)):
            one = rows[at] if at < len(rows) else None
            if one is None:
                cells += [None] * 4
                continue
            name = f"{_write_x_kode(one.kode, x)} {one.name}" if coded and one.kode else one.name
            if coded and x and one.kode and _write_x_kode(one.kode) != one.kode:
                name = f"{_write_x_kode(one.kode)} Penunjang OPD"
            amount = _draw_amount(one.pagu, random) // unit
            totals[side] += amount
            cells += [
                name,
                _draw_words(one.indikator, random),
                _draw_target(one.target, random),
                amount,
            ]
            if coded:
                counterparts[sheet.title, f"{'BF'[side]}{sheet.max_row + 1}"] = one.kode or None
        sheet.append([*cells, random.choice((None, "Amanat Perda 5/2023", "disesuaikan"))])
        if random.random() < 0.15 and cells[1] and cells[5]:
            more = ["Jumlah laporan", _draw_target("4 laporan", random), None]
            sheet.append([None, None, *more, None, "Jumlah laporan", "4 laporan", None])
    if random.random() < 0.6:
        sheet.append(
            ["", "TOTAL", "", "", totals[0], "TOTAL", "", "", _draw_amount(totals[1], random)]
        )


def _write_funds(
    sheet: Worksheet, titles: Sequence[str], plan: Sequence[DrawnRow], random: Random
) -> dict[str, tuple[str, int]]:
    """Write Tabel 4.1; return its codes and amounts by the cells of these."""
    for text in (*titles, "Tabel 4.1", f"Rencana Program, Kegiatan, dan Pendanaan Tahun {YEAR}"):
        sheet.append([text])
    heads = ["Kode", "Urusan/Bidang Urusan/Program/Kegiatan/Sub Kegiatan", "Indikator Kinerja"]
    sheet.append([*heads, "Lokasi", "Target", "Pagu Indikatif", "Sumber Dana"])
    x = random.random() < 0.5
    cells: dict[str, tuple[str, int]] = {}
    for one in plan:
        if random.random() < 0.05:
            continue
        code, amount = _write_x_kode(one.kode, x), _draw_amount(one.pagu, random)
        said = [code, one.name, one.indikator, "Kabupaten", one.target, amount, "DAU"]
        sheet.append(said)
        cells[f"F{sheet.max_row}"] = code, amount
    return cells


def _write_renstra(
    sheet: Worksheet, titles: Sequence[str], plan: Sequence[DrawnRow], random: Random
) -> dict[str, int]:
    """Write T-C.27; return the amounts of the plan year by the plan's codes."""
    for text in (*titles, "Rencana Program, Kegiatan dan Pendanaan Perangkat Daerah"):
        sheet.append([text])
    years = range(YEAR - 1, YEAR + 4)
    heads = [text for year in years for text in (f"Tahun {year}", "")]
    sheet.append(["Kode", "Program dan Kegiatan", "Indikator Kinerja", *heads])
    sheet.append(["", "", "", *["Target", "Rp"] * 5])
    x = random.random() < 0.5
    amounts: dict[str, int] = {}
    for one in plan:
        if random.random() < 0.08:
            continue
        amounts[one.kode] = _draw_amount(one.pagu, random)
        cells: list[str | int] = []
        for year in years:
            changes = year == YEAR
            cells.append(_draw_target(one.target, random) if changes else one.target)
            cells.append(amounts[one.kode] if changes else one.pagu)
        sheet.append(
            [_write_x_kode(one.kode, x), one.name, _draw_words(one.indikator, random), *cells]
        )
    parts = plan[-1].kode.split(".")
    more = ".".join([*parts[:2], f"{int(parts[2]) + 1:02}"])
    cells = ["8 unit", 5000] * 5
    sheet.append([more, "Program Rehabilitasi Pantai", "Jumlah pantai", *cells])
    return amounts


def _write_goals(
    sheet: Worksheet, titles: Sequence[str], plan: Sequence[DrawnRow], random: Random
) -> None:
    """Write T-C.30: indicators without codes, which may bear the plan's target out."""
    for text in (*titles, "Pencapaian Kinerja Pelayanan Perangkat Daerah"):
        sheet.append([text])
    years = range(YEAR - 3, YEAR + 1)
    targets = [f"Target Renstra {year}" for year in years]
    reached = [f"Realisasi {year}" for year in years]
    sheet.append(["No", "Indikator", *targets, *reached])
    for number, one in enumerate(plan, 1):
        values = [one.target] * 3
        done = [one.target] * 4
        sheet.append([number, one.indikator, *values, _draw_target(one.target, random), *done])


def _find_origin(cell: ComparisonCell) -> tuple[str, str]:
    assert cell.origin is not None
    return _find_cell(cell.origin)


def _find_cell(place: Place) -> tuple[str, str]:
    assert place.cell is not None
    return place.sheet, place.cell


def _find_cells(findings: Sequence[Finding], code: str) -> set[tuple[str, str]]:
    return {
        (finding.sheet, finding.cell)
        for finding in findings
        if finding.code == code and finding.sheet and finding.cell
    }


def _drop_columns(cells: set[tuple[str, str]]) -> set[tuple[str, str]]:
    return {(sheet, cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) for sheet, cell in cells}


def _is_said(row: ComparisonRow, *words: str) -> bool:
    return any(word in str(row.cells[-1].value or "").casefold() for word in words)


def _find_rkpd_faults(
    comparison: Comparison, findings: Sequence[Finding], drawn: DrawnBook
) -> Iterator[str]:
    """Yield what Renja-RKPD and the rules RKP say otherwise."""
    rows = [row for row in comparison.rows if not (row.is_total or row.is_heading)]
    totals = [row for row in comparison.rows if row.is_total]
    same: list[tuple[str, set[tuple[str, str]], set[tuple[str, str]]]] = []
    same.append(
        (
            "RKP004",
            {_find_origin(row.cells[7]) for row in rows if row.cells[10].differs},
            _find_cells(findings, "RKP004"),
        )
    )
    same.append(
        (
            "RKP006",
            {_find_origin(row.cells[7]) for row in totals if row.cells[10].differs},
            _find_cells(findings, "RKP006"),
        )
    )
    top = [row for row in comparison.rows if row.is_total or row.level is Level.PROGRAM]
    over = {
        _find_origin(row.cells[7])
        for row in top
        if row.cells[11].differs and _is_more(row.cells[11])
    }
    same.append(("RKP002", over, _find_cells(findings, "RKP002")))
    beside = {
        _find_origin(next(cell for cell in row.cells[5:8] if cell.origin))
        for row in rows
        if any(row.cells[n].differs for n in (5, 6, 8, 9))
    }
    same.append(("RKP005", _drop_columns(beside), _drop_columns(_find_cells(findings, "RKP005"))))
    for code, sheet, check in same:
        if sheet != check:
            yield f"{code}: sheet only {sorted(sheet - check)}, check only {sorted(check - sheet)}"
    marked = {
        _find_origin(row.cells[7])
        for row in comparison.rows
        if row.cells[7].differs or row.cells[11].differs
    }
    if more := _drop_columns(_find_cells(findings, "RKP003")) - _drop_columns(marked):
        yield f"RKP003 not on the sheet: {sorted(more)}"
    alone = {
        _find_cell(cell.origin)
        for row in rows
        if _is_said(row, "tidak ada di", "tidak ditemukan")
        for cell in row.cells
        if cell.origin
    }
    if more := _drop_columns(_find_cells(findings, "RKP001")) - _drop_columns(alone):
        yield f"RKP001 not on the sheet: {sorted(more)}"
    for row in rows:
        cell = row.cells[1].origin
        if cell is not None and _find_cell(cell) in drawn.counterparts:
            meant = drawn.counterparts[_find_cell(cell)]
            shown = str(row.cells[0].value or "")
            if meant and not _is_same_code(shown, meant):
                yield f"{cell}: beside {shown}, but {meant} is meant"


def _is_same_code(one: str, other: str) -> bool:
    return one == other or _write_x_kode(one) == _write_x_kode(other)


def _is_more(cell: ComparisonCell) -> bool:
    return isinstance(cell.value, int | Decimal) and cell.value > 0


def _find_renstra_faults(
    comparison: Comparison, findings: Sequence[Finding], drawn: DrawnBook
) -> Iterator[str]:
    """Yield what Renja-Renstra and the rules RST say otherwise."""
    rows = [row for row in comparison.rows if not row.is_heading]
    targets = {_find_origin(row.cells[3]) for row in rows if row.cells[3].differs}
    if targets != (told := _find_cells(findings, "RST004")):
        yield f"RST004: sheet only {sorted(targets - told)}, check only {sorted(told - targets)}"
    far = {
        _find_origin(row.cells[4])
        for row in rows
        if row.cells[10].differs and _compute_share(row) > 10
    }
    told = {one for one in _find_cells(findings, "RST009") if one[0].startswith("Rencana")}
    if far != told:
        yield f"RST009: sheet only {sorted(far - told)}, check only {sorted(told - far)}"
    missing = {
        _find_origin(row.cells[0]): str(row.cells[0].value)
        for row in rows
        if _is_said(row, "kode tidak ada di") or row.cells[0].differs
    }
    told = _find_cells(findings, "RST008")
    if more := told - set(missing):
        yield f"RST008 not on the sheet: {sorted(more)}"
    tops = [(cell[0], missing[cell]) for cell in told if cell in missing]
    for (sheet, cell), code in missing.items():
        if not any(sheet == one and code.startswith(top) for one, top in tops):
            yield f"the check does not say that {code} ({sheet}!{cell}) is missing"
    for row in rows:
        cell_place = row.cells[0].origin
        if cell_place is not None and _find_cell(cell_place) in drawn.renstra:
            wanted = drawn.renstra[_find_cell(cell_place)]
            if row.cells[7].value != wanted:
                yield f"{cell_place}: {row.cells[7].value} of the Renstra, but {wanted} is meant"


def _compute_share(row: ComparisonRow) -> Decimal:
    gap, planned = row.cells[10].value, row.cells[7].value
    assert isinstance(gap, int | Decimal)
    assert isinstance(planned, int | Decimal)
    return abs(Decimal(gap)) * 100 / Decimal(planned)


def _find_fund_faults(
    findings: Sequence[Finding], drawn: DrawnBook, tolerance: int
) -> Iterator[str]:
    """Yield what SELARAS_COCOK and rule TBL001 say otherwise."""
    for name, (own, funds) in drawn.dana.items():
        sheet = name.replace("Rencana", "Dana")
        others = tuple((code,) for code in own)
        amounts = tuple((float(amount),) for amount in own.values())
        codes = tuple((code,) for code, _ in funds.values())
        found = match_amounts(codes, others, amounts) if codes else []
        differ = {
            (sheet, cell)
            for (cell, (_, amount)), (answer,) in zip(funds.items(), found, strict=True)
            if isinstance(answer, float) and abs(answer - amount) > tolerance
        }
        told = {one for one in _find_cells(findings, "TBL001") if one[0] == sheet}
        if differ != told:
            yield f"TBL001: COCOK only {sorted(differ - told)}, check only {sorted(told - differ)}"
        if odd := [answer for (answer,) in found if not isinstance(answer, float)]:
            yield f"COCOK does not find {odd}"


def find_faults(seed: int, path: Path) -> list[str]:
    """Return what the sheets and the check of a drawn workbook say otherwise, in words."""
    random = Random(seed)
    drawn = write_drawn_book(random, path)
    setting = Setting(tolerance=random.choice((0, 5, 1_000)))
    book = read_book(str(path))
    findings = check_book(book, setting).findings
    work = recognise(book, setting)
    sheets: Sequence[tuple[Callable[..., object], Callable[..., Iterator[str]]]] = (
        (renja_rkpd.compare_rkpd, _find_rkpd_faults),
        (renja_renstra.compare_renstra, _find_renstra_faults),
    )
    faults = list(_find_fund_faults(findings, drawn, setting.tolerance))
    for make, look in sheets:
        comparison = make(work, "id")
        if isinstance(comparison, Text):
            assert "belum diisi" in comparison.id
            continue
        assert isinstance(comparison, Comparison)
        faults += look(comparison, findings, drawn)
    return faults


#: The last once had a T-C.31 of nothing but its total.
@pytest.mark.parametrize("seed", [*range(60), 753])
def test_the_sheets_say_what_the_check_says(seed: int, tmp_path: Path) -> None:
    assert find_faults(seed, tmp_path / "buku.xlsx") == []
