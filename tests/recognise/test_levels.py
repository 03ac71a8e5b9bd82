"""Tables without codes: one kind of evidence at a time tells the tree, and wrong amounts in it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import NamedTuple

import pytest

from rules.running import find_findings
from selaras.model.book import Book, DenseGrid, Sheet, Style, Value
from selaras.model.row import RowKind
from selaras.model.setting import Setting
from selaras.model.work import Work
from selaras.recognise import recognise
from selaras.rules import registry
from selaras.values.finding import Severity
from selaras.values.kode_reading import Level

SIZES = ((2, 2, 2), (3, 2, 3), (4, 3, 2), (6, 3, 4))
SUMS = [rule for code, rule in registry().items() if code.startswith(("JML", "ANG", "LBR005"))]


class Line(NamedTuple):
    """A row of an invented plan: depth, name, amounts, and the places of the rows below it."""

    depth: int
    name: str
    amounts: list[int]
    below: list[int]


def invent(seed: int, size: tuple[int, int, int], columns: int, *, words: bool) -> list[Line]:
    """Return a plan of programs, kegiatan and sub kegiatan; with words its names tell the level."""
    dice = random.Random(seed)
    programs, kegiatan, sub = size
    told = ("Program ", "Kegiatan ", "Sub Kegiatan ") if words else ("", "", "")
    lines: list[Line] = []

    def add(depth: int, name: str) -> int:
        lines.append(Line(depth, f"{told[depth]}{name}", [0] * columns, []))
        return len(lines) - 1

    for p in range(programs):
        program = add(0, f"Pembinaan bidang {p + 1}")
        for k in range(dice.randint(1, kegiatan)):
            middle = add(1, f"Fasilitasi kelompok {p + 1} {k + 1}")
            lines[program].below.append(middle)
            for s in range(dice.randint(1, sub)):
                leaf = add(2, f"Pelatihan angkatan {p + 1} {k + 1} {s + 1}")
                lines[middle].below.append(leaf)
                lines[leaf].amounts[:] = [
                    dice.randint(1_000, 900_000) * 1_000 for _ in range(columns)
                ]
    for line in reversed(lines):
        if line.below:
            for column in range(columns):
                line.amounts[column] = sum(lines[one].amounts[column] for one in line.below)
    return lines


HEADS: dict[str, tuple[str, list[list[str]], int, int]] = {
    # Title, head rows, the first money column, how many money columns.
    "Tabel 2.1": (
        "Alokasi Anggaran Program, Kegiatan, dan Sub Kegiatan Tahun 2022",
        [
            ["No", "Program/Kegiatan/Sub Kegiatan", "Target Kinerja", "", "Anggaran (Rp)", ""],
            ["", "", "Sebelum Perubahan", "Setelah Perubahan", "APBD", "P-APBD"],
        ],
        5,
        2,
    ),
    "Tabel 2.2": (
        "Alokasi Anggaran Program, Kegiatan, dan Sub Kegiatan Tahun 2023",
        [["No", "Program/Kegiatan/Sub Kegiatan", "Target Kinerja", "Anggaran APBD (Rp)"]],
        4,
        1,
    ),
}
EVIDENCE = ("formulas", "words", "bold", "indent", "sums")


def write(
    table: str, lines: Sequence[Line], evidence: str, wrong: tuple[int, int, int] | None = None
) -> Book:
    """Return the plan as a sheet with one kind of evidence; `wrong` is (row, column, amount).

    Sums typed over a formula stay typed; those above it add what stands there, as Excel does.
    """
    title, heads, first, columns = HEADS[table]
    cells: list[list[Value]] = [[title], [], *[list(line) for line in heads]]
    top = len(cells) + 1
    formulas: dict[tuple[int, int], str] = {}
    amounts = [list(line.amounts) for line in lines]
    if wrong is not None:
        amounts[wrong[0]][wrong[1]] = wrong[2]
        if evidence == "formulas":
            for place in range(len(lines) - 1, -1, -1):
                if lines[place].below and place != wrong[0]:
                    amounts[place][wrong[1]] = sum(
                        amounts[one][wrong[1]] for one in lines[place].below
                    )
    for place, line in enumerate(lines):
        row: list[Value] = [float(place + 1), line.name, *["2 dokumen"] * (first - 3)]
        row += [float(amount) for amount in amounts[place]]
        cells.append(row)
        if evidence == "formulas" and line.below:
            for column in range(columns):
                if wrong is None or wrong[:2] != (place, column):
                    letter = "ABCDEFGH"[first + column - 1]
                    parts = "+".join(f"{letter}{top + one}" for one in line.below)
                    formulas[top + place, first + column] = f"=SUM({parts})"
    looks = {
        "bold": (Style(bold=True), Style(italic=True), Style()),
        "indent": (Style(), Style(indent=1), Style(indent=2)),
    }.get(evidence, (Style(),) * 3)
    styles = {(top + place, 2): looks[line.depth] for place, line in enumerate(lines)}
    width = first + columns - 1
    grid = DenseGrid([[*row, *[""] * (width - len(row))] for row in cells])
    sheet = Sheet("Lembar1", grid, formulas=formulas, load_styles=lambda: styles)
    return Book("tiruan", "", (sheet,))


def columns_of(table: str) -> int:
    """Return how many money columns the table has."""
    return HEADS[table][3]


DEPTHS = {Level.PROGRAM: 0, Level.KEGIATAN: 1, Level.SUB_KEGIATAN: 2}


@pytest.mark.parametrize("table", HEADS)
@pytest.mark.parametrize("evidence", EVIDENCE)
def test_one_kind_of_evidence_tells_the_tree_and_no_error(table: str, evidence: str) -> None:
    for seed, size in enumerate(SIZES):
        lines = invent(seed, size, HEADS[table][3], words=evidence == "words")
        work = recognise(write(table, lines, evidence), Setting())
        assert [found.name for found in work.tables] == [table]
        read = [DEPTHS.get(row.level) for row in work.tables[0].main_rows if row.level]
        assert find_findings(work, SUMS) == [], (evidence, seed)
        # Equal amounts of a single row and its own part may be read either way; sums never lie.
        if evidence != "sums":
            assert read == [line.depth for line in lines], (evidence, seed)


def seed_mistakes(table: str, evidence: str) -> tuple[int, int, list[tuple[int, str]]]:
    """Return how many wrong amounts were seeded, how many found at their cell, and what is false.

    A wrong amount is found at its own cell, or at that of the sum that it no longer fits.
    """
    tried = found = 0
    false: list[tuple[int, str]] = []
    first, columns = HEADS[table][2:]
    top = len(HEADS[table][1]) + 3
    for seed, size in enumerate(SIZES):
        lines = invent(seed, size, columns, words=evidence == "words")
        above = {one: place for place, line in enumerate(lines) for one in line.below}
        dice = random.Random(seed)
        for _ in range(8):
            place = dice.randrange(len(lines))
            if evidence == "formulas" and not lines[place].below:
                continue  # the sums follow an amount that is typed: there is nothing wrong
            column = dice.randrange(columns)
            amount = lines[place].amounts[column] + dice.choice((-1, 1)) * 123_000
            work = recognise(write(table, lines, evidence, (place, column, amount)), Setting())
            letter = "ABCDEFGH"[first + column - 1]
            said = {one.cell for one in find_findings(work, SUMS) if one.severity is Severity.ERROR}
            right = f"{letter}{top + (place if lines[place].below else above[place])}"
            may = {right}
            if lines[place].below and place in above and evidence != "formulas":
                may.add(f"{letter}{top + above[place]}")
            tried += 1
            found += right in said
            false += [(seed, cell) for cell in said - may if cell]
    return tried, found, false


@pytest.mark.parametrize("table", HEADS)
@pytest.mark.parametrize("evidence", EVIDENCE)
def test_a_wrong_amount_is_found_at_its_cell(table: str, evidence: str) -> None:
    tried, found, false = seed_mistakes(table, evidence)
    # One column of amounts and nothing else leaves readings open in a small plan: none is guessed.
    least = 0.7 if evidence == "sums" and columns_of(table) == 1 else 1.0
    assert not false
    assert found >= least * tried, (found, tried)


def of_formulas(rows: Sequence[tuple[str, str, int]], hidden: frozenset[int] = frozenset()) -> Work:
    """Return a Tabel 2.1 of rows (name, formula with "@" for the column, amount), from row 5 down.

    Both money columns hold the same.
    """
    title, heads, _, _ = HEADS["Tabel 2.1"]
    cells: list[list[Value]] = [[title], [], *[list(line) for line in heads]]
    formulas: dict[tuple[int, int], str] = {}
    for number, (name, formula, amount) in enumerate(rows, 5):
        cells.append([float(number - 4) if name else "", name, "", "", amount * 1.0, amount * 1.0])
        if formula:
            formulas |= {(number, 5): formula.replace("@", "E")}
            formulas |= {(number, 6): formula.replace("@", "F")}
    grid = DenseGrid([[*row, *[""] * (6 - len(row))] for row in cells])
    sheet = Sheet("Lembar1", grid, formulas=formulas, hidden_rows=hidden)
    return recognise(Book("tiruan", "", (sheet,)), Setting())


#: Two bidang below an urusan; the second program of the first bidang has a kegiatan of two.
BIDANG = [
    ("Unsur Penunjang Urusan", "=@6+@14", 1_000),
    ("Perencanaan", "=@7+@10", 700),
    ("Program Penunjang", "=@8", 100),
    ("Administrasi umum", "=SUM(@9:@9)", 100),
    ("Penyediaan logistik", "", 100),
    ("Program Perencanaan", "=@11", 600),
    ("Penyusunan rencana", "=SUM(@12:@13)", 600),
    ("Forum perangkat daerah", "", 200),
    ("Musrenbang", "", 400),
    ("Keuangan", "=@15", 300),
    ("Program Pengelolaan Keuangan", "=@16", 300),
    ("Penyusunan anggaran", "=SUM(@17:@18)", 300),
    ("Penyusunan KUA", "", 120),
    ("Penyusunan PPAS", "", 180),
]


def said(work: Work) -> list[tuple[str, str | None]]:
    """Return rule and cell of the findings on sums."""
    return [(one.code, one.cell) for one in find_findings(work, SUMS)]


def test_five_levels_are_told_by_formulas_alone() -> None:
    work = of_formulas(BIDANG)
    levels = [row.level for row in work.tables[0].main_rows]
    assert levels == [1, 2, 3, 4, 5, 3, 4, 5, 5, 2, 3, 4, 5, 5]
    assert said(work) == []


def test_a_bidang_that_adds_another_bidang_is_found_at_its_formula() -> None:
    rows = list(BIDANG)
    rows[0] = ("Unsur Penunjang Urusan", "=@6+@14", 1_300)
    rows[1] = ("Perencanaan", "=@7+@10+@14", 1_000)
    found = said(of_formulas(rows))
    assert ("ANG003", "E6") in found
    assert ("JML003", "E6") in found
    assert {cell for _, cell in found} == {"E6", "F6"}


def test_a_sum_one_row_short_is_found_at_its_formula() -> None:
    rows = list(BIDANG)
    rows[6] = ("Penyusunan rencana", "=SUM(@12:@12)", 200)
    rows[5] = ("Program Perencanaan", "=@11", 200)
    rows[1] = ("Perencanaan", "=@7+@10", 300)
    rows[0] = ("Unsur Penunjang Urusan", "=@6+@14", 600)
    found = said(of_formulas(rows))
    assert {cell for _, cell in found} == {"E11", "F11"}


def test_subtotals_within_subtotals_are_a_tree() -> None:
    rows = [
        ("Pembinaan", "=SUBTOTAL(9,@6:@10)", 600),
        ("Pelatihan", "=SUBTOTAL(9,@7:@8)", 300),
        ("Angkatan satu", "", 100),
        ("Angkatan dua", "", 200),
        ("Pendampingan", "=SUBTOTAL(9,@10:@10)", 300),
        ("Angkatan tiga", "", 300),
        ("Pengawasan", "=SUBTOTAL(9,@12:@13)", 50),
        ("Pemeriksaan", "=SUBTOTAL(9,@13:@13)", 50),
        ("Kepatuhan", "", 50),
    ]
    work = of_formulas(rows)
    assert [row.level for row in work.tables[0].main_rows] == [3, 4, 5, 5, 4, 5, 3, 4, 5]
    assert said(work) == []


def test_hidden_rows_that_no_formula_adds_are_left_out_on_purpose() -> None:
    rows = [*BIDANG, ("Penyusunan APBD", "", 90)]
    hidden = of_formulas(rows, frozenset((19,)))
    assert said(hidden) == []
    shown = of_formulas(rows)
    assert {cell for _, cell in said(shown)} == {"E16", "F16"}


def test_a_last_amount_without_label_that_is_the_top_level_is_a_total() -> None:
    work = of_formulas([*BIDANG, ("", "=@5", 1_000)])
    assert work.tables[0].rows[-1].kind is RowKind.TOTAL
    assert said(work) == []
    other = of_formulas([*BIDANG, ("", "", 333)])
    assert ("LBR005", "E19") in said(other)
