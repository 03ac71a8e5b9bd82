"""The comparison sheets say what the check says: same pairs, same differences, same tolerance.

Plans are drawn, with a T-C.31 and a Renstra that differ from them here and there; then both are
made of one workbook, and held against each other and against how it was drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from composition.plans import build_plan
from selaras.engine import check_book
from selaras.finding import Finding, Place
from selaras.intake import read_book
from selaras.recognise import recognise
from selaras.setting import Setting
from selaras_addin.selaraskan import renja_renstra, renja_rkpd
from selaras_addin.selaraskan.isi import Banding, Baris, Sel

YEAR = 2027
UNITS = ("Puskesmas Lais", "Puskesmas Kerkap")


class Isian(NamedTuple):
    """A row of the plan as it was drawn."""

    kind: str
    kode: str
    nama: str
    indikator: str
    target: str
    pagu: int


class Buku(NamedTuple):
    """A workbook, and what was meant by it."""

    path: Path
    #: By the cell of a name in T-C.31, the code of the plan's row; None where it has none.
    padan: dict[tuple[str, str], str | None]
    #: By the cell of a plan's code, the amount in the Renstra; None where it is not there.
    renstra: dict[tuple[str, str], int | None]


def build(random: Random, path: Path) -> Buku:
    """Write a workbook of one or two units in a drawn form."""
    book = Workbook()
    padan: dict[tuple[str, str], str | None] = {}
    renstra: dict[tuple[str, str], int | None] = {}
    units: Sequence[str] = UNITS if random.random() < 0.3 else ("",)
    form = random.choice((_tc33, _sipd17, _sipd19))
    plan = list(_plan(random))
    whole = random.random() < 0.5
    for number, unit in enumerate(units, 1):
        title = [f"Sub Unit Organisasi : 1.02.0.00.0.00.01.{number:04} {unit}"] if unit else []
        own = [one._replace(pagu=one.pagu + number * 1000) for one in plan]
        sheet = book.create_sheet(f"Rencana {number}")
        first = form(sheet, title, own, whole and form is not _sipd19)
        codes = {one.kode: f"A{first + at}" for at, one in enumerate(own)}
        if form is _sipd17:
            codes = {kode: cell.replace("A", "B") for kode, cell in codes.items()}
        _review(book.create_sheet(f"Reviu {number}"), title, own, random, padan)
        amounts = _renstra(book.create_sheet(f"Renstra {number}"), title, own, random)
        for kode, cell in codes.items():
            renstra[f"Rencana {number}", cell] = amounts.get(kode)
        if random.random() < 0.4:
            _goals(book.create_sheet(f"Sasaran {number}"), title, own, random)
    del book[book.sheetnames[0]]
    book.save(path)
    return Buku(path, padan, renstra)


def _plan(random: Random) -> Iterator[Isian]:
    for row in build_plan(random).tables["T-C.33"].rows:
        if row.kind != "total":
            text = [str(row.values[key]) for key in ("kode", "nama", "indikator", "target")]
            amount = row.values["pagu"]
            assert isinstance(amount, int)
            yield Isian(row.kind, text[0], text[1], text[2], text[3], amount)


def _x(kode: str, on: bool = True) -> str:
    """Return a code of the program .01 as that of any bidang."""
    parts = kode.split(".")
    return ".".join(("X", "XX", *parts[2:])) if on and parts[2] == "01" else kode


def _tc33(sheet: Worksheet, title: Sequence[str], plan: Sequence[Isian], x: bool) -> int:
    for text in (*title, f"Rumusan Rencana Program dan Kegiatan Tahun {YEAR}"):
        sheet.append([text])
    sheet.append(["Kode", "Program/Kegiatan", "Indikator", "Target", "Pagu Indikatif"])
    for one in plan:
        sheet.append([_x(one.kode, x), one.nama, one.indikator, one.target, one.pagu])
    return len(title) + 3


def _sipd17(sheet: Worksheet, title: Sequence[str], plan: Sequence[Isian], x: bool) -> int:
    for text in (*title, f"RENCANA KERJA PERANGKAT DAERAH TAHUN {YEAR}"):
        sheet.append([text])
    head = ["No", "Kode", "Urusan/Bidang Urusan/Program/Kegiatan/Sub Kegiatan"]
    head += ["Indikator Kinerja", "Target Akhir Renstra", "Realisasi Capaian Tahun 2025"]
    head += ["Prakiraan Capaian Tahun 2026", "Target", "Pagu Indikatif (Rp)", "Lokasi"]
    sheet.append([*head, "Sumber Dana", "Kelompok Sasaran"])
    for number, one in enumerate(plan, 1):
        known = [number, _x(one.kode, x), one.nama, one.indikator, one.target, one.target]
        sheet.append([*known, one.target, one.target, one.pagu, "Kabupaten", "DAU", "Warga"])
    return len(title) + 3


def _sipd19(sheet: Worksheet, title: Sequence[str], plan: Sequence[Isian], x: bool) -> int:
    for text in (*title, "Rencana Kerja Perangkat Daerah", f"Tahun {YEAR}"):
        sheet.append([text])
    head = ["Kode", "Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan", "Lokasi"]
    sides = ("Capaian Program", "Keluaran Sub Kegiatan", "Hasil Kegiatan")
    groups = [text for side in sides for text in (side, side)]
    money = [f"Pagu Indikatif Tahun {YEAR} (Rp)", "Sumber Dana"]
    sheet.append([*head, *groups, *money])
    sheet.append(["", "", "", *["Tolok Ukur", "Target"] * 3, "", ""])
    place = {"program": 0, "sub_kegiatan": 2, "kegiatan": 4}
    for one in plan:
        cells: list[str | None] = [None] * 6
        at = place[one.kind]
        cells[at], cells[at + 1] = one.indikator, one.target
        sheet.append([_x(one.kode, x), one.nama, "Kabupaten", *cells, one.pagu, "DAU"])
    return len(title) + 5


def _other(amount: int, random: Random) -> int:
    return amount + random.choice((0, 0, 0, 3, -4, 700, -40_000_000, amount // 2, amount))


def _target(text: str, random: Random) -> str:
    return random.choice((text, text, text, "7 orang", "12%", text.upper()))


def _words(text: str, random: Random) -> str:
    return random.choice((text, text, text, text.upper(), f"{text} daerah", "Tingkat kepuasan"))


def _review(
    sheet: Worksheet,
    title: Sequence[str],
    plan: Sequence[Isian],
    random: Random,
    padan: dict[tuple[str, str], str | None],
) -> None:
    """Write T-C.31: programs with or without codes, halves beside each other or not."""
    for text in (*title, f"Review terhadap Rancangan Awal RKPD Tahun {YEAR}"):
        sheet.append([text])
    top = len(title) + 2
    sheet.append(["No", "Rancangan Awal RKPD", *[""] * 3, "Hasil Analisis Kebutuhan", *[""] * 3])
    for first in (2, 6):
        sheet.merge_cells(start_row=top, end_row=top, start_column=first, end_column=first + 3)
    half = ["Program/Kegiatan", "Indikator Kinerja", "Target Capaian"]
    sheet.append(["", *half, "Pagu Indikatif", *half, "Kebutuhan Dana", "Catatan"])
    coded, x = random.random() < 0.5, random.random() < 0.6
    programs = [one for one in plan if one.kind == "program"]
    left = [one for one in programs if random.random() < 0.9]
    right = [one for one in programs if random.random() < 0.9]
    if random.random() < 0.4:
        random.shuffle(right)
    if random.random() < 0.3:
        new = Isian("program", "", "Program Rehabilitasi Hutan", "Luas lahan", "5 ha", 9000)
        right.append(new)
    totals = [0, 0]
    for at in range(max(len(left), len(right))):
        cells: list[str | int | None] = [at + 1]
        for side, rows in enumerate((left, right)):
            one = rows[at] if at < len(rows) else None
            if one is None:
                cells += [None] * 4
                continue
            name = f"{_x(one.kode, x)} {one.nama}" if coded and one.kode else one.nama
            amount = _other(one.pagu, random)
            totals[side] += amount
            cells += [name, _words(one.indikator, random), _target(one.target, random), amount]
            padan[sheet.title, f"{'BF'[side]}{top + 2 + at}"] = one.kode or None
        sheet.append([*cells, random.choice((None, "Amanat Perda 5/2023", "disesuaikan"))])
    if random.random() < 0.6:
        sheet.append(["", "TOTAL", "", "", totals[0], "TOTAL", "", "", _other(totals[1], random)])


def _renstra(
    sheet: Worksheet, title: Sequence[str], plan: Sequence[Isian], random: Random
) -> dict[str, int]:
    """Write T-C.27; return the amounts of the plan year by the plan's codes."""
    for text in (*title, "Rencana Program, Kegiatan dan Pendanaan Perangkat Daerah"):
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
        amounts[one.kode] = _other(one.pagu, random)
        cells: list[str | int] = []
        for year in years:
            changes = year == YEAR
            cells.append(_target(one.target, random) if changes else one.target)
            cells.append(amounts[one.kode] if changes else one.pagu)
        sheet.append([_x(one.kode, x), one.nama, _words(one.indikator, random), *cells])
    parts = plan[-1].kode.split(".")
    more = ".".join([*parts[:2], f"{int(parts[2]) + 1:02}"])
    cells = ["8 unit", 5000] * 5
    sheet.append([more, "Program Rehabilitasi Pantai", "Jumlah pantai", *cells])
    return amounts


def _goals(sheet: Worksheet, title: Sequence[str], plan: Sequence[Isian], random: Random) -> None:
    """Write T-C.30: indicators without codes, which may bear the plan's target out."""
    for text in (*title, "Pencapaian Kinerja Pelayanan Perangkat Daerah"):
        sheet.append([text])
    years = range(YEAR - 3, YEAR + 1)
    targets = [f"Target Renstra {year}" for year in years]
    reached = [f"Realisasi {year}" for year in years]
    sheet.append(["No", "Indikator", *targets, *reached])
    for number, one in enumerate(plan, 1):
        values = [one.target] * 3
        done = [one.target] * 4
        sheet.append([number, one.indikator, *values, _target(one.target, random), *done])


def _at(cell: Sel) -> tuple[str, str]:
    assert cell.asal is not None
    return _cell(cell.asal)


def _cell(place: Place) -> tuple[str, str]:
    assert place.cell is not None
    return place.sheet, place.cell


def _where(findings: Sequence[Finding], code: str) -> set[tuple[str, str]]:
    return {
        (finding.sheet, finding.cell)
        for finding in findings
        if finding.code == code and finding.sheet and finding.cell
    }


def _rows(cells: set[tuple[str, str]]) -> set[tuple[str, str]]:
    return {(sheet, cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) for sheet, cell in cells}


def _said(row: Baris, *words: str) -> bool:
    return any(word in str(row.sel[-1].nilai or "").casefold() for word in words)


def _faults_rkpd(banding: Banding, findings: Sequence[Finding], buku: Buku) -> Iterator[str]:
    """Yield what Renja-RKPD and the rules RKP say otherwise."""
    rows = [row for row in banding.baris if not (row.total or row.judul)]
    totals = [row for row in banding.baris if row.total]
    same: list[tuple[str, set[tuple[str, str]], set[tuple[str, str]]]] = []
    same.append(
        (
            "RKP004",
            {_at(row.sel[7]) for row in rows if row.sel[10].beda},
            _where(findings, "RKP004"),
        )
    )
    same.append(
        (
            "RKP006",
            {_at(row.sel[7]) for row in totals if row.sel[10].beda},
            _where(findings, "RKP006"),
        )
    )
    over = {_at(row.sel[7]) for row in banding.baris if row.sel[11].beda and _more(row.sel[11])}
    same.append(("RKP002", over, _where(findings, "RKP002")))
    beside = {
        _at(next(cell for cell in row.sel[5:8] if cell.asal))
        for row in rows
        if any(row.sel[n].beda for n in (5, 6, 8, 9))
    }
    same.append(("RKP005", _rows(beside), _rows(_where(findings, "RKP005"))))
    for code, sheet, check in same:
        if sheet != check:
            yield f"{code}: sheet only {sorted(sheet - check)}, check only {sorted(check - sheet)}"
    marked = {_at(row.sel[7]) for row in banding.baris if row.sel[7].beda or row.sel[11].beda}
    if more := _rows(_where(findings, "RKP003")) - _rows(marked):
        yield f"RKP003 not on the sheet: {sorted(more)}"
    alone = {
        _cell(cell.asal)
        for row in rows
        if _said(row, "tidak ada di", "tidak ditemukan")
        for cell in row.sel
        if cell.asal
    }
    if more := _rows(_where(findings, "RKP001")) - _rows(alone):
        yield f"RKP001 not on the sheet: {sorted(more)}"
    for row in rows:
        cell = row.sel[1].asal
        if cell is not None and _cell(cell) in buku.padan:
            meant = buku.padan[_cell(cell)]
            shown = str(row.sel[0].nilai or "")
            if meant and not _same_code(shown, meant):
                yield f"{cell}: beside {shown}, but {meant} is meant"


def _same_code(one: str, other: str) -> bool:
    return one == other or _x(one) == _x(other)


def _more(cell: Sel) -> bool:
    return isinstance(cell.nilai, int | Decimal) and cell.nilai > 0


def _faults_renstra(banding: Banding, findings: Sequence[Finding], buku: Buku) -> Iterator[str]:
    """Yield what Renja-Renstra and the rules RST say otherwise."""
    rows = [row for row in banding.baris if not row.judul]
    targets = {_at(row.sel[3]) for row in rows if row.sel[3].beda}
    if targets != (told := _where(findings, "RST004")):
        yield f"RST004: sheet only {sorted(targets - told)}, check only {sorted(told - targets)}"
    far = {_at(row.sel[4]) for row in rows if row.sel[10].beda and _share(row) > 10}
    if far != (told := _where(findings, "RST009")):
        yield f"RST009: sheet only {sorted(far - told)}, check only {sorted(told - far)}"
    missing = {
        _at(row.sel[0]): str(row.sel[0].nilai)
        for row in rows
        if row.sel[0].nilai and _said(row, "kode tidak ada di", "tidak ada di renja")
    }
    told = _where(findings, "RST008")
    if more := told - set(missing):
        yield f"RST008 not on the sheet: {sorted(more)}"
    tops = [(cell[0], missing[cell]) for cell in told if cell in missing]
    for (sheet, cell), code in missing.items():
        if not any(sheet == one and code.startswith(top) for one, top in tops):
            yield f"the check does not say that {code} ({sheet}!{cell}) is missing"
    for row in rows:
        cell_place = row.sel[0].asal
        if cell_place is not None and _cell(cell_place) in buku.renstra:
            wanted = buku.renstra[_cell(cell_place)]
            if row.sel[7].nilai != wanted:
                yield f"{cell_place}: {row.sel[7].nilai} of the Renstra, but {wanted} is meant"


def _share(row: Baris) -> Decimal:
    gap, planned = row.sel[10].nilai, row.sel[7].nilai
    assert isinstance(gap, int | Decimal)
    assert isinstance(planned, int | Decimal)
    return abs(Decimal(gap)) * 100 / Decimal(planned)


def find_faults(seed: int, path: Path) -> list[str]:
    """Return what the sheets and the check of a drawn workbook say otherwise, in words."""
    random = Random(seed)
    buku = build(random, path)
    setting = Setting(toleransi=random.choice((0, 5, 1_000)))
    book = read_book(str(path))
    findings = check_book(book, setting).findings
    work = recognise(book, setting)
    sheets: Sequence[tuple[Callable[..., object], Callable[..., Iterator[str]]]] = (
        (renja_rkpd.bandingkan, _faults_rkpd),
        (renja_renstra.bandingkan, _faults_renstra),
    )
    faults: list[str] = []
    for make, look in sheets:
        banding = make(work, "id")
        assert isinstance(banding, Banding)
        faults += look(banding, findings, buku)
    return faults


@pytest.mark.parametrize("seed", range(60))
def test_the_sheets_say_what_the_check_says(seed: int, tmp_path: Path) -> None:
    assert find_faults(seed, tmp_path / "buku.xlsx") == []
