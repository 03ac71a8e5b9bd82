"""Sums below what they sum belong to that row: they give it its amount, or must agree with it."""

from __future__ import annotations

import pytest

from selaras.engine.run import check_book
from selaras.model.row import RowKind
from selaras.model.setting import Setting
from selaras.model.table import Table
from selaras.recognise import recognise

from .picture import DrawnSheet, build_in_memory, only_table, read_picture

_HEAD = """Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun 2024
Kode | Program/Kegiatan/Sub Kegiatan | Indikator | Lokasi | Target 2024 | Pagu (Rp) | Sumber Dana
"""
_LONG_NAME = "Kegiatan Perencanaan, " + "Penganggaran, dan Evaluasi Kinerja Perangkat Daerah " * 6


def _draw_plan(program: str, kegiatan: str, name: str, *below: str) -> str:
    """Return a plan of one program: its amount, its kegiatan's, that one's name, the sums below."""
    return _HEAD + "\n".join(
        (
            f"2.17.01 | Program A | Nilai | Kota | 80 | {program} | APBD",
            f"2.17.01.2.01 | {name} | Nilai | Kota | 80 | {kegiatan} | APBD",
            "2.17.01.2.01.01 | Sub A | Nilai | Kota | 80 | 100 | APBD",
            "2.17.01.2.01.02 | Sub B | Nilai | Kota | 80 | 200 | APBD",
            *below,
            "2.17.02 | Program B | Nilai | Kota | 80 | 50 | APBD",
            " | TOTAL | | | | 350 |",
        )
    )


def _read_table(text: str) -> Table:
    return only_table(
        recognise(build_in_memory(DrawnSheet("Lembar1", read_picture(text))), Setting()), "T-C.33"
    )


def _errors(text: str) -> list[tuple[str, str | None, object]]:
    findings = check_book(
        build_in_memory(DrawnSheet("Lembar1", read_picture(text))), Setting()
    ).findings
    return [(f.code, f.cell, f.expected) for f in findings if f.severity == "error"]


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Kegiatan A", " | Jumlah Kegiatan A | | | | 300 |"),
        ("Kegiatan A", " | JUMLAH : KEGIATAN A | | | | 300 |"),
        ("Perencanaan", " | Jumlah Kegiatan Perencanaan | | | | 300 |"),
        ("Kegiatan Perencanaan", " | Sub Jumlah Perencanaan | | | | 300 |"),
        ("Perencanaan", "Total Kegiatan Perencanaan | | | | | 300 |"),
        ("Perencanaan", " | Jumlah 2.17.01.2.01 Perencanaan | | | | 300 |"),
        ("Perencanaan", "2.17.01.2.01 | Jumlah Perencanaan | | | | 300 |"),
        ("Perencanaan", "2.17.01.2.01 | Jumlah | | | | 300 |"),
        (_LONG_NAME, f" | Jumlah {_LONG_NAME} | | | | 300 |"),
        (_LONG_NAME, f" | Jumlah {_LONG_NAME[:60]} | | | | 300 |"),
        ("Perencanaan", " | Sub Jumlah | | | | 300 |"),
        ("Perencanaan", " | Jumlah Kegiatan | | | | 300 |"),
    ],
)
def test_it_gives_the_row_above_its_amount(name: str, label: str) -> None:
    table = _read_table(_draw_plan("300", "", name, label))
    kegiatan = table.main_rows[1]
    assert (kegiatan.amount("pagu"), kegiatan.cell("pagu")) == (300, "F7")
    assert [row.kind for row in table.rows[4:]] == [RowKind.SUM_BELOW, RowKind.MAIN, RowKind.TOTAL]
    assert _errors(_draw_plan("300", "", name, label)) == []


def test_both_levels() -> None:
    sums = (" | Jumlah Kegiatan A | | | | 300 |", " | Jumlah Program A | | | | 300 |")
    table = _read_table(_draw_plan("", "", "Kegiatan A", *sums))
    assert [row.cell("pagu") for row in table.main_rows[:2]] == ["F8", "F7"]
    assert _errors(_draw_plan("", "", "Kegiatan A", *sums)) == []


@pytest.mark.parametrize("label", ["Jumlah Kegiatan Lampu Jalan", "Sub Jumlah Lampu Jalan"])
@pytest.mark.parametrize("sub", ["Sub A", "Sub B"])
@pytest.mark.parametrize(("amount", "wrong"), [("300", []), ("310", [("JML001", "F7", 300)])])
def test_a_sub_kegiatan_may_bear_the_name_of_its_kegiatan(
    label: str, sub: str, amount: str, wrong: list[tuple[str, str, int]]
) -> None:
    own = "300" if wrong else ""
    text = _draw_plan("300", own, "Lampu Jalan", f" | {label} | | | | {amount} |")
    assert _errors(text.replace(sub, "Lampu Jalan")) == wrong


def test_a_wrong_sum_is_found_at_its_cell() -> None:
    alone = _draw_plan("300", "", "Kegiatan A", " | Jumlah Kegiatan A | | | | 310 |")
    assert ("JML001", "F7", 300) in _errors(alone)
    both = _draw_plan("300", "300", "Kegiatan A", " | Jumlah Kegiatan A | | | | 310 |")
    assert _errors(both) == [("JML001", "F7", 300)]
    program = _draw_plan("300", "300", "Kegiatan A", " | Jumlah Program A | | | | 310 |")
    assert _errors(program) == [("JML002", "F7", 300)]


def test_where_the_row_above_is_wrong_it_is_told_there() -> None:
    text = _draw_plan("310", "300", "Kegiatan A", " | Jumlah Program A | | | | 300 |")
    assert ("JML002", "F3", 300) in _errors(text)
    assert all(cell != "F7" for _, cell, _ in _errors(text))


def test_a_sum_of_what_is_not_there_is_none() -> None:
    table = _read_table(
        _draw_plan("300", "300", "Kegiatan A", " | Jumlah Kegiatan Lain | | | | 300 |")
    )
    assert not list(table.rows_of_kind(RowKind.SUM_BELOW))


def test_rows_without_codes() -> None:
    text = """Tabel 2.2 Alokasi Anggaran Program dan Kegiatan Tahun 2023
No | Program / Kegiatan / Sub Kegiatan | Target Kinerja | Anggaran APBD (Rp)
1 | Program A | 80 |
 | Kegiatan A | 80 |
 | Sub A | 80 | 100
 | Sub B | 80 | 200
 | Jumlah Kegiatan A | | 300
 | Kegiatan B | 80 |
 | Sub C | 80 | 50
 | Jumlah Kegiatan B | | 50
 | Jumlah Program A | | 350
2 | Program B | 80 | 10
 | Kegiatan C | 80 | 10
 | Sub D | 80 | 10
 | TOTAL | | 360"""
    table = only_table(
        recognise(build_in_memory(DrawnSheet("L", read_picture(text))), Setting()), "Tabel 2.2"
    )
    assert [(row.name, row.amount("apbd"), row.cell("apbd")) for row in table.main_rows[:2]] == [
        ("Program A", 350, "D11"),
        ("Kegiatan A", 300, "D7"),
    ]
    assert [row.name for row in table.main_rows[4:6]] == ["Kegiatan B", "Sub C"]


# Sums that name no row, one of them wrong

_YEAR_HEAD = _HEAD.replace("Sumber Dana", "Sumber Dana | Pagu Prakiraan Maju 2025 (Rp)")


def _build_nameless(kegiatan: str, program: str, total: str, **wrong: tuple[str, str]) -> str:
    """Return two programs with two kegiatan each, all summed below; `wrong` by row: F12=..."""
    lines: list[str] = []
    for p in (1, 2):
        lines.append(f"2.17.0{p} | Program {p} | Nilai | Kota | 80 | | APBD |")
        for k in (1, 2):
            lines.append(f"2.17.0{p}.2.0{k} | Kegiatan {p}{k} | Nilai | Kota | 80 | | APBD |")
            for s in (1, 2):
                own = 100 * p + 10 * k + s
                lines.append(
                    f"2.17.0{p}.2.0{k}.0{s} | Sub | Nilai | Kota | 80 | {own} | APBD | {own + 1}"
                )
            own = 200 * p + 20 * k + 3
            lines.append(f" | {kegiatan} | | | | {own} | | {own + 2}")
        own = 400 * p + 66
        lines.append(f" | {program} | | | | {own} | | {own + 4}")
    lines.append(f" | {total} | | | | 1332 | | 1340")
    for row, (right, typed) in wrong.items():
        place = int(row[1:]) - 3
        assert f" {right} " in f"{lines[place]} "
        lines[place] = f"{lines[place]} ".replace(f" {right} ", f" {typed} ")
    return _YEAR_HEAD + "\n".join(lines)


_LABELS = [
    ("Sub Jumlah", "Jumlah", "Total"),
    ("Jumlah Kegiatan", "Jumlah Program", "JUMLAH"),
    ("Jumlah", "Jumlah", "Jumlah"),
]


@pytest.mark.parametrize("labels", _LABELS)
@pytest.mark.parametrize(
    ("row", "right", "typed", "said"),
    [
        ("F7", "223", "233", ("JML001", "F7", 223)),
        ("H17", "425", "435", ("JML001", "H17", 425)),
        ("F22", "866", "876", ("JML002", "F22", 866)),
        ("H12", "470", "460", ("JML002", "H12", 470)),
        ("F15", "211", "261", ("JML001", "F17", 473)),
        ("F23", "1332", "1333", ("JML004", "F23", 1332)),
    ],
)
def test_a_wrong_amount_of_a_nameless_sum_is_found_where_it_stands(
    labels: tuple[str, str, str], row: str, right: str, typed: str, said: tuple[str, str, int]
) -> None:
    assert _errors(_build_nameless(*labels)) == []
    text = _build_nameless(*labels, **{row: (right, typed)})
    found = check_book(
        build_in_memory(DrawnSheet("Lembar1", read_picture(text))), Setting()
    ).findings
    first = [(f.code, f.cell, f.expected) for f in found if f.severity == "error" and not f.cause]
    assert first == [said]
    assert all(f.actual is not None for f in found if f.severity == "error")


@pytest.mark.parametrize("labels", _LABELS)
def test_both_amounts_of_a_nameless_sum_wrong(labels: tuple[str, str, str]) -> None:
    text = _build_nameless(*labels, F7=("223", "233")).replace(" 225", " 235")
    found = check_book(
        build_in_memory(DrawnSheet("Lembar1", read_picture(text))), Setting()
    ).findings
    first = [(f.code, f.cell) for f in found if f.severity == "error" and not f.cause]
    assert first == [("JML001", "F7"), ("JML001", "H7")]


@pytest.mark.parametrize(
    ("typed", "row", "code"),
    [
        ("2.17.02.2.01", "2.17.01.2.02 ", "2.17.01.2.02"),
        ("2.17.01.2.07", "2.17.01.2.02 ", "2.17.01.2.02"),
        ("2.17.02.2.01.01", "2.17.01.2.01.01 ", "2.17.01.2.01.01"),
        ("2.17.04", "2.17.02 ", "2.17.02"),
    ],
)
def test_a_mistyped_code_breaks_no_nameless_sum(typed: str, row: str, code: str) -> None:
    text = _build_nameless("Sub Jumlah", "Jumlah", "Total").replace(row, f"{typed} ")
    assert [(rule, right) for rule, _, right in _errors(text)] == [("KOD002", code)]
