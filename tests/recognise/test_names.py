"""Names per level, list letters beside names, codes under "No" or before the names."""

from __future__ import annotations

import pytest

from layouts import Row
from rules.document import EditableSheet as EditedSheet
from rules.document import open_corrected, parse_address
from selaras.engine.run import check_book
from selaras.model.row import RowKind
from selaras.model.setting import Setting
from selaras.model.table import Table
from selaras.recognise import recognise
from selaras.values.finding import Severity

from .picture import DrawnSheet, build_in_memory, find_columns, only_table, read_picture

_TITLE = "Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun 2024 (T-C.33)\n"
_OTHER_HEADS = "Indikator | Lokasi | Target 2024 | Pagu (Rp) | Sumber Dana\n"
_MIDDLE_CELLS = "Nilai | Kota | 80"
_KODE = ("2.17.01", "2.17.01.2.01", "2.17.01.2.01.01", "2.17.01.2.01.02")
_NAMES = ("Program A", "Kegiatan A", "Sub A", "Sub B")
_PAGU = (300, 300, 100, 200)


def _draw_plan(head: str, names: list[str], total: str) -> str:
    """Return a plan: what stands to the left of the indicator in each row, and of the total."""
    rows = [
        f"{name} | {_MIDDLE_CELLS} | {pagu} | APBD" for name, pagu in zip(names, _PAGU, strict=True)
    ]
    return _TITLE + head + " | " + _OTHER_HEADS + "\n".join((*rows, f"{total} | | | | 300 |"))


def _read_table(text: str) -> Table:
    return only_table(
        recognise(build_in_memory(DrawnSheet("Lembar1", read_picture(text))), Setting()), "T-C.33"
    )


def _assert_like_official(text: str) -> None:
    """Assert that the table reads as the official one does, and that nothing is wrong with it."""
    table = _read_table(text)
    assert [(str(row.kode), row.name) for row in table.main_rows] == list(
        zip(_KODE, _NAMES, strict=True)
    )
    assert [row.parent.name if row.parent else "" for row in table.main_rows] == [
        *("", "Program A", "Kegiatan A", "Kegiatan A")
    ]
    findings = check_book(
        build_in_memory(DrawnSheet("Lembar1", read_picture(text))), Setting()
    ).findings
    plain = [f for f in findings if f.code not in ("LBR001", "LBR002")]
    assert [(f.code, f.cell, f.message.id) for f in plain] == []


@pytest.mark.parametrize("group", ["Uraian", "Nama", "Nomenklatur", "Nomenklatur Program/Kegiatan"])
def test_names_of_each_level_under_a_group(group: str) -> None:
    head = f"""Kode | {group} | < | < | Indikator | Lokasi | Target 2024 | Pagu (Rp) | Sumber Dana
^ | Program | Kegiatan | Sub Kegiatan | ^ | ^ | ^ | ^ | ^
"""
    lines = (
        f"2.17.01 | Program A | | | {_MIDDLE_CELLS} | 300 | APBD",
        f"2.17.01.2.01 | | Kegiatan A | | {_MIDDLE_CELLS} | 300 | APBD",
        f"2.17.01.2.01.01 | | | Sub A | {_MIDDLE_CELLS} | 100 | APBD",
        f"2.17.01.2.01.02 | | | Sub B | {_MIDDLE_CELLS} | 200 | APBD",
        "| TOTAL | | | | | | 300 |",
    )
    text = _TITLE + head + "\n".join(lines)
    _assert_like_official(text)
    assert find_columns(_read_table(text))["nama"] == "B:D"


@pytest.mark.parametrize("no", ["No", "No.", "Nomor"])
def test_codes_in_the_column_of_numbers(no: str) -> None:
    names = [" | ".join(one) for one in zip(_KODE, _NAMES, strict=True)]
    text = _draw_plan(f"{no} | Program/Kegiatan/Sub Kegiatan", names, " | TOTAL")
    _assert_like_official(text)
    assert find_columns(_read_table(text))["kode"] == "A"


def test_numbers_are_no_codes() -> None:
    names = [
        f"{no} | {name}" for no, name in zip(("1", "1.1", "1.1.1", "1.1.2"), _NAMES, strict=True)
    ]
    table = _read_table(_draw_plan("No | Program/Kegiatan/Sub Kegiatan", names, " | TOTAL"))
    assert "kode" not in table.columns
    assert {row.kode for row in table.main_rows} == {None}


def test_code_and_name_in_one_cell() -> None:
    names = [" ".join(one) for one in zip(_KODE, _NAMES, strict=True)]
    _assert_like_official(_draw_plan("Kode dan Nama Program/Kegiatan/Sub Kegiatan", names, "TOTAL"))


def test_some_codes_stand_before_the_name() -> None:
    for mixed in range(1, 16):
        names = [
            f" | {code} {name}" if mixed >> place & 1 else f"{code} | {name}"
            for place, (code, name) in enumerate(zip(_KODE, _NAMES, strict=True))
        ]
        _assert_like_official(_draw_plan("Kode | Program/Kegiatan/Sub Kegiatan", names, " | TOTAL"))


@pytest.mark.parametrize("mark", ["a", "a.", "1)", "(1)", "-", "3", "iv."])
@pytest.mark.parametrize("head", ["Kode | Program/Kegiatan/Sub Kegiatan | <", "Kode | | Uraian"])
def test_a_list_letter_beside_the_name(mark: str, head: str) -> None:
    beside = "" if head.endswith("Uraian") else "<"
    rows = [
        f"{kode} | {name if beside else ''} | {beside or name} | {_MIDDLE_CELLS} | {pagu} | APBD"
        for kode, name, pagu in zip(_KODE, _NAMES, _PAGU, strict=True)
    ]
    rows += [f" | {mark} | Kursi | | | | 150 | APBD", f" | {mark} | Meja | | | | 60 | APBD"]
    text = _TITLE + head + " | " + _OTHER_HEADS + "\n".join(rows)
    table = _read_table(text)
    items = [(row.name, row.amount("pagu")) for row in table.rows_of_kind(RowKind.RINCIAN)]
    assert items == [("Kursi", 150), ("Meja", 60)]
    findings = check_book(
        build_in_memory(DrawnSheet("Lembar1", read_picture(text))), Setting()
    ).findings
    errors = [(f.code, f.expected) for f in findings if f.severity is Severity.ERROR]
    assert errors == [("JML005", 210)]


def test_a_program_without_its_code_is_there() -> None:
    """RKP001 does not say that the plan lacks it; without its name it would be lacking."""
    origin = open_corrected("asli")
    program = origin.find_row("T-C.33", "2.17.07")

    def said(*keys: str) -> list[tuple[str, object]]:
        sheets = []
        for sheet in origin.book.sheets:
            edited = EditedSheet(sheet)
            for key in keys if sheet.name in ("T-C.33", "Tabel 4.1") else ():
                row, column = parse_address(
                    origin.placement[sheet.name, find_program(sheet.name).index, key].address
                )
                width = 6 if key == "kode" else 1
                at = edited.find_index(row)
                edited.rows[at][1][column - 1 : column - 1 + width] = [None] * width
            sheets.append(edited.build_sheet())
        report = check_book(origin.book._replace(sheets=tuple(sheets)), Setting())
        return [(f.code, f.cell) for f in report.findings if f.code == "RKP001"]

    def find_program(table: str) -> Row:
        return origin.find_row(table, "2.17.07")

    assert program.values["nama"]
    assert said("kode") == []
    assert said("kode", "nama") != []
