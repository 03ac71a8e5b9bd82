"""Several tables in one workbook: stacked, side by side, repeated on pages, in any order."""

# ruff: noqa: E501

from __future__ import annotations

from pathlib import Path

from selaras.model.table import Table

from . import heads_other as others
from . import heads_renja as renja
from .document import PLAN, DocumentLayout, PlanRow, assert_read
from .picture import DrawnSheet, count_kinds, find_columns, only_table, recognise_file, write_sheets

SIGNATURE = [
    [],
    ["", "", "", "", "", "", "Lumajang, 3 Juli 2023"],
    ["", "", "", "", "", "", "Kepala Dinas Koperasi"],
    [],
    ["", "", "", "", "", "", "Drs. SUGENG"],
    ["", "", "", "", "", "", "NIP. 19680101 199003 1 010"],
    [],
]


def _summarise(table: Table) -> tuple[str, dict[str, str], dict[str, int]]:
    return table.name, find_columns(table), count_kinds(table)


def _read_alone(
    layout: DocumentLayout, tmp_path: Path
) -> tuple[str, dict[str, str], dict[str, int]]:
    return _summarise(
        only_table(
            recognise_file(write_sheets(tmp_path / "satu.xlsx", layout.build_sheet())), layout.table
        )
    )


def test_stacked_with_titles(tmp_path: Path) -> None:
    layouts = (others.TC29[0], others.TC30[0], others.TC31[0], renja.TC33[0], others.TC27[0])
    rows = [line for layout in layouts for line in (*layout.build_sheet().rows, *SIGNATURE)]
    work = recognise_file(write_sheets(tmp_path / "b.xlsx", DrawnSheet("Semua", rows)))
    assert [_summarise(table) for table in work.tables] == [
        _read_alone(one, tmp_path) for one in layouts
    ]


def test_stacked_without_titles(tmp_path: Path) -> None:
    layouts = (renja.TC33[1], others.TC29[2], others.TC27[2])
    rows = []
    for layout in layouts:
        plain = DocumentLayout(layout.name, layout.table, layout.head, layout.keys, layout.year)
        rows += [*plain.build_sheet().rows, [], []]
    work = recognise_file(write_sheets(tmp_path / "b.xlsx", DrawnSheet("Semua", rows, merged=True)))
    assert [table.name for table in work.tables] == ["T-C.33", "T-C.29", "T-C.27"]
    assert [len(table.main_rows) for table in work.tables] == [9, 9, 9]


def test_tables_side_by_side(tmp_path: Path) -> None:
    left, right = others.TC26[0].build_sheet().rows, others.TC32[0].build_sheet().rows
    left, right = left[2:], right[2:]
    wide = max(len(row) for row in left)
    rows = [
        [
            *(left[at] if at < len(left) else []),
            *[""] * (wide - len(left[at]) if at < len(left) else wide),
            "",
            "",
            *(right[at] if at < len(right) else []),
        ]
        for at in range(max(len(left), len(right)))
    ]
    work = recognise_file(write_sheets(tmp_path / "b.xlsx", DrawnSheet("Dua", rows)))
    assert sorted(table.name for table in work.tables) == ["T-C.26", "T-C.32"]


def test_repeated_heads(tmp_path: Path) -> None:
    layout = renja.TC33[0]
    first = layout.build_sheet(PLAN[:5]).rows
    head = first[5:8]
    last = layout.build_sheet(PLAN[5:]).rows[8:]
    for between in ([], [[]], [["Halaman 2 dari 2"], []], [["Tabel T-C.33 (lanjutan)"]]):
        rows = [*first, *between, *head, *last]
        table = only_table(
            recognise_file(write_sheets(tmp_path / "b.xlsx", DrawnSheet("R", rows))), "T-C.33"
        )
        assert len(table.main_rows) == 9
        assert count_kinds(table).get("total") == 1
        assert table.main_rows[-1].parent is not None


def test_heads_repeated_after_the_sum_of_a_part(tmp_path: Path) -> None:
    layout = renja.TC33[0]
    first = layout.build_sheet(PLAN[:6]).rows
    subtotal = ["", "Jumlah Program Penunjang", "", "", "", "600"]
    last = layout.build_sheet(PLAN[6:]).rows[8:]
    rows = [*first, subtotal, *first[5:8], *last]
    table = only_table(
        recognise_file(write_sheets(tmp_path / "b.xlsx", DrawnSheet("R", rows))), "T-C.33"
    )
    assert count_kinds(table) == {"pokok": 9, "total": 2}


def test_a_second_table_with_the_same_head(tmp_path: Path) -> None:
    layout = renja.TC33[0]
    whole = layout.build_sheet().rows
    tables = recognise_file(
        write_sheets(tmp_path / "b.xlsx", DrawnSheet("R", [*whole, [], *whole[5:]]))
    ).tables
    assert [(table.name, count_kinds(table)) for table in tables] == [
        ("T-C.33", {"pokok": 9, "total": 1}),
        ("Tabel 4.1", {"pokok": 9, "total": 1}),
    ]


def test_order_and_names_of_sheets(tmp_path: Path) -> None:
    layouts = (others.TC29[0], renja.TC33[0], others.TC30[0], others.TC24[0])
    names = ("Sheet9", "rekap fix (2)", "Lamp.", "x")
    sheets = [layout.build_sheet(name=name) for layout, name in zip(layouts, names, strict=True)]
    forward = recognise_file(write_sheets(tmp_path / "a.xlsx", *sheets)).tables
    backward = recognise_file(write_sheets(tmp_path / "b.xlsx", *reversed(sheets))).tables
    assert [_summarise(one) for one in forward] == [_summarise(one) for one in reversed(backward)]


def test_hidden_rows(tmp_path: Path) -> None:
    layout = renja.TC33[0]
    sheet = layout.build_sheet()
    sheet.hidden = (10, 11, 12)
    assert_read(
        layout, only_table(recognise_file(write_sheets(tmp_path / "b.xlsx", sheet)), "T-C.33")
    )


def test_thousands(tmp_path: Path) -> None:
    table = only_table(
        recognise_file(write_sheets(tmp_path / "b.xlsx", others.TC31[0].build_sheet())), "T-C.31"
    )
    said = table.columns["rkpd_pagu"].written_money_unit
    assert said is not None
    assert said.scale == 1000
    for head, scale in (
        ("Pagu Indikatif (dalam ribuan)", 1000),
        ("Pagu Indikatif (Rp. 000)", 1000),
        ("Pagu Indikatif (Ribu Rupiah)", 1000),
        ("Pagu Indikatif (juta Rp)", 1_000_000),
        ("Pagu Indikatif (Rp. Juta)", 1_000_000),
        ("Pagu Indikatif (Rp)", 1),
    ):
        layout = DocumentLayout(
            "skala",
            "T-C.33",
            f"Kode | Program/Kegiatan/Sub Kegiatan | Indikator | Lokasi | Target 2024 | {head} | Sumber Dana",
            "kode nama indikator lokasi target pagu sumber_dana",
            2024,
            ("Rumusan Rencana Program dan Kegiatan",),
        )
        table = only_table(
            recognise_file(write_sheets(tmp_path / "b.xlsx", layout.build_sheet())), "T-C.33"
        )
        said = table.columns["pagu"].written_money_unit
        assert (said.scale if said else 1) == scale, head


FLAT_PLAN = (
    PlanRow("1", "Program Penunjang", "a", 600),
    PlanRow("1.1", "Perencanaan", "b", 600),
    PlanRow("1.1.1", "Penyusunan Dokumen", "c", 400),
    PlanRow("1.1.2", "Evaluasi Kinerja", "d", 200),
    PlanRow("2", "Program Pengawasan Koperasi", "e", 300),
    PlanRow("2.1", "Pemeriksaan Koperasi", "f", 300),
    PlanRow("2.1.1", "Pengawasan Kekuatan", "g", 300),
)
LEVELS = [
    "PROGRAM",
    "KEGIATAN",
    "SUB_KEGIATAN",
    "SUB_KEGIATAN",
    "PROGRAM",
    "KEGIATAN",
    "SUB_KEGIATAN",
]
_ALLOCATION = "NO | PROGRAM/KEGIATAN/SUB KEGIATAN | TARGET KINERJA | ANGGARAN (Rp)"


def _read_levels(tmp_path: Path, numbers: list[str], names: list[str]) -> list[str]:
    rows = [["ALOKASI ANGGARAN TAHUN 2023"], [], [cell.strip() for cell in _ALLOCATION.split("|")]]
    for row, number, name in zip(FLAT_PLAN, numbers, names, strict=True):
        rows.append([number, name, "2 dok", str(row.millions)])
    rows.append(["", "JUMLAH", "", "900"])
    table = only_table(
        recognise_file(write_sheets(tmp_path / "b.xlsx", DrawnSheet("A", rows))), "Tabel 2.2"
    )
    assert [row.name for row in table.main_rows] == [row.name for row in FLAT_PLAN]
    assert count_kinds(table) == {"pokok": 7, "total": 1}
    return [row.level.name if row.level else "-" for row in table.main_rows]


def test_levels_without_kode(tmp_path: Path) -> None:
    names = [row.name for row in FLAT_PLAN]
    blank = [""] * 7
    numbering = (
        [row.kode if "." in row.kode else f"#{row.kode}" for row in FLAT_PLAN],
        ["I", "A", "1", "2", "II", "A", "1"],
        ["A", "1", "a", "b", "B", "1", "a"],
        ["I.", "1.", "a.", "b.", "II.", "1.", "a."],
        ["1", "", "", "", "2", "", ""],
        blank,
    )
    for numbers in numbering:
        assert _read_levels(tmp_path, numbers, names) == LEVELS, numbers
    mark = ("*{}*", "/{}/", "{}", "{}", "*{}*", "/{}/", "{}")
    assert (
        _read_levels(tmp_path, blank, [m.format(n) for m, n in zip(mark, names, strict=True)])
        == LEVELS
    )
    indent = ("{}", "~~{}", "~~~~{}", "~~~~{}", "{}", "~~{}", "~~~~{}")
    # Leading blanks are what names are told by, so the names differ: levels only.
    assert (
        _read_levels(tmp_path, blank, [m.format(n) for m, n in zip(indent, names, strict=True)])
        == LEVELS
    )
    indent = ("{}", ">1 {}", ">2 {}", ">2 {}", "{}", ">1 {}", ">2 {}")
    assert (
        _read_levels(tmp_path, blank, [m.format(n) for m, n in zip(indent, names, strict=True)])
        == LEVELS
    )
