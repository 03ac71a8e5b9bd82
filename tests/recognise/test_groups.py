"""Rows that head a group, totals that close several tables, rows of the form left as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from selaras.engine.run import check_book
from selaras.intake import read_book
from selaras.model.row import RowKind
from selaras.model.setting import Setting
from selaras.values.finding import Finding

from .picture import DrawnSheet, read_picture, recognise_file, write_sheets

TITLE = "Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun 2024"
HEAD = (
    "No | Kode | Urusan/Bidang Urusan/Program/Kegiatan/Sub Kegiatan | Indikator Kinerja | Lokasi | "
    "Target Capaian Kinerja | Pagu Indikatif | Sumber Dana"
)


def _program(number: str, one: int, two: int) -> str:
    code, total = f"#2.17.{number}", one + two
    return f"""| {code} | PROGRAM {number} | Indeks A | Kota | 10 | {total} | APBD
| {code}.2.01 | Kegiatan {number} | Jumlah | Kota | 10 dok | {total} | APBD
| {code}.2.01.0001 | Sub {number} 1 | Jumlah dokumen | Kota | 10 dok | {one} | APBD
| {code}.2.01.0002 | Sub {number} 2 | Jumlah laporan | Kota | 10 dok | {two} | APBD"""


def _build_sum_line(label: str, amount: int) -> str:
    return f"| | {label} | | | | {amount} |"


def _draw_group(place: str, mark: str, name: str, amount: int | str) -> str:
    number, code, before = {
        "no": (mark, "", ""),
        "kode": ("", mark, ""),
        "nama": ("", "", f"{mark} "),
    }[place]
    return f"{number} | {code} | {before}{name} | | | | {amount} |"


def _write(path: Path, *lines: str) -> Path:
    return write_sheets(path, DrawnSheet("T-C.33", read_picture("\n".join(lines))))


def _list_findings(path: Path) -> list[Finding]:
    findings = check_book(read_book(str(path)), Setting()).findings
    return [finding for finding in findings if finding.code != "LBR002"]


NAMES = [
    ("BELANJA PENUNJANG", "BELANJA URUSAN"),
    ("Program Penunjang", "Program Prioritas"),
    ("PENUNJANG URUSAN", "URUSAN PILIHAN"),
]


@pytest.mark.parametrize("names", NAMES)
@pytest.mark.parametrize("place", ["no", "kode", "nama"])
@pytest.mark.parametrize("marks", [("I.", "II."), ("A.", "B."), ("(I)", "(II)")])
def test_groups_head_what_follows(
    tmp_path: Path, names: tuple[str, str], place: str, marks: tuple[str, str]
) -> None:
    if place == "nama" and marks[0] == "(I)":
        marks = ("I.", "II.")
    for first, wrong in ((700, []), (710, [("JML004", "G3", 700)])):
        path = _write(
            tmp_path / f"{first}.xlsx",
            TITLE,
            HEAD,
            _draw_group(place, marks[0], names[0], first),
            _program("01", 300, 400),
            _draw_group(place, marks[1], names[1], 1600),
            _program("02", 500, 400),
            _program("03", 200, 500),
            _build_sum_line("JUMLAH", 2300),
        )
        (table,) = recognise_file(path).tables
        heads = [row.row for row in table.rows if row.kind is RowKind.HEADING]
        assert heads == [3, 8]
        assert [(f.code, f.cell, f.expected) for f in _list_findings(path)] == wrong


def test_groups_with_their_sums_below(tmp_path: Path) -> None:
    def lines(first: int) -> tuple[str, ...]:
        return (
            TITLE,
            HEAD,
            _draw_group("no", "I", "BELANJA PENUNJANG", ""),
            _program("01", 300, 400),
            _build_sum_line("Jumlah I", first),
            _draw_group("no", "II", "BELANJA URUSAN", ""),
            _program("02", 500, 400),
            _program("03", 200, 500),
            _build_sum_line("Jumlah II", 1600),
            _build_sum_line("JUMLAH I + II", 2300),
        )

    assert not _list_findings(_write(tmp_path / "a.xlsx", *lines(700)))
    (found,) = _list_findings(_write(tmp_path / "b.xlsx", *lines(710)))
    assert (found.code, found.cell, found.expected) == ("JML004", "G8", 700)


def test_items_numbered_like_groups_stay_items(tmp_path: Path) -> None:
    path = _write(
        tmp_path / "a.xlsx",
        TITLE,
        HEAD,
        _program("01", 300, 400),
        "I | | Belanja alat | | | | 150 |",
        "II | | Belanja jasa | | | | 240 |",
        _program("02", 500, 400),
        _build_sum_line("JUMLAH", 1600),
    )
    (table,) = recognise_file(path).tables
    assert not [row for row in table.rows if row.kind is RowKind.HEADING]


def _build_block(title: str, *lines: str) -> tuple[str, ...]:
    return ("", TITLE, title, HEAD, *lines)


@pytest.mark.parametrize("names", [("Dinas Kesehatan", "Puskesmas A"), ("BIDANG A", "BIDANG B")])
@pytest.mark.parametrize("own", [True, False])
def test_the_last_total_may_close_all_blocks(
    tmp_path: Path, names: tuple[str, str], own: bool
) -> None:
    def lines(last: int) -> tuple[str, ...]:
        return (
            *_build_block(
                names[0],
                _program("01", 300, 400),
                *([_build_sum_line("JUMLAH", 700)] if own else []),
            ),
            *_build_block(
                names[1],
                _program("02", 500, 401),
                *([_build_sum_line("JUMLAH", 901)] if own else []),
            ),
            _build_sum_line("JUMLAH KESELURUHAN", last),
        )

    path = _write(tmp_path / "a.xlsx", *lines(1601))
    assert not _list_findings(path)
    if own:
        (found,) = _list_findings(_write(tmp_path / "b.xlsx", *lines(1611)))
        assert (found.code, found.expected, found.actual) == ("JML004", 1601, 1611)


def test_a_total_of_a_block_is_still_its_own(tmp_path: Path) -> None:
    path = _write(
        tmp_path / "a.xlsx",
        *_build_block("Dinas Kesehatan", _program("01", 300, 400), _build_sum_line("JUMLAH", 700)),
        *_build_block("Puskesmas A", _program("02", 500, 401), _build_sum_line("JUMLAH", 911)),
        _build_sum_line("TOTAL", 1601),
    )
    (found,) = _list_findings(path)
    assert (found.code, found.expected, found.actual) == ("JML004", 901, 911)


EMPTY = {
    "numbers": "9 | | | | | | |\n10 | | | | | | |",
    "and so on": "| | dst ... | | | | |",
    "dots": "| | ............ | | | | |",
    "dots all over": "| ..... | Program ..... | ..... | ..... | ..... | ..... | .....",
    "dashes": "9 | - | - | - | - | - | - | -",
    "zeros": "9 | | | | | | 0 | APBD\n10 | | | | | | 0 | APBD",
    "names of the form": "| | Program ........ | | | | |\n| | Kegiatan ........ | | | | |",
    "codes of the form": "| x.xx.xx | Program ........ | | | | |\n"
    "| x.xx.xx.x.xx | Kegiatan ........ | | | | |\n| x.xx.xx.x.xx.xxxx | | | | | |",
    "units": "| | | | | dokumen | |\n| | | | | % | |",
    "places": "| | | | Kab. A | | | APBD",
}


@pytest.mark.parametrize("kind", EMPTY)
def test_rows_left_as_the_form_has_them_say_nothing(tmp_path: Path, kind: str) -> None:
    for name, total, wrong in (("a", 1600, []), ("b", 1700, [("JML004", 1600)])):
        path = _write(
            tmp_path / f"{name}.xlsx",
            TITLE,
            HEAD,
            _program("01", 300, 400),
            _program("02", 500, 400),
            EMPTY[kind],
            _build_sum_line("JUMLAH", total),
        )
        assert [(f.code, f.expected) for f in _list_findings(path)] == wrong


@pytest.mark.parametrize("kind", ["codes of the form", "names of the form", "numbers"])
def test_a_form_with_nothing_in_it_is_empty(tmp_path: Path, kind: str) -> None:
    path = _write(tmp_path / "a.xlsx", TITLE, HEAD, EMPTY[kind], _build_sum_line("JUMLAH", 0))
    assert [f.code for f in _list_findings(path)] == ["LBR009"]


_TWO = HEAD + " | Prakiraan Maju Pagu"


def _two(number: str, one: int, two: int) -> str:
    """Return a program with a forward estimate a hundred higher for each of its sub kegiatan."""
    more = (200, 200, 100, 100)
    return "\n".join(
        f"{line} | {int(line.split(' | ')[5]) + extra}"
        for line, extra in zip(_program(number, one, two).split("\n"), more, strict=True)
    )


@pytest.mark.parametrize("label", ["DINAS KOPERASI", "Kecamatan Magersari"])
@pytest.mark.parametrize("code", ["", "2.17.0.00.0.00.01.0000"])
@pytest.mark.parametrize("above", ["", "| 2.17 | Bidang Urusan Koperasi | | | | {} | | {}"])
def test_an_agency_at_the_head_is_the_sum_of_its_programs(
    tmp_path: Path, label: str, code: str, above: str
) -> None:
    for wrong, place in ((0, None), (7, "G"), (9, "I")):
        pagu = 1600 + (wrong if place == "G" else 0)
        forward = 2000 + (wrong if place == "I" else 0)
        bidang = [above.format(1600, 2000)] if above else []
        head = f"| {code} | {label} | | | | {pagu} | | {forward}"
        path = _write(
            tmp_path / f"{wrong}.xlsx",
            TITLE,
            _TWO,
            *bidang,
            head,
            _two("01", 300, 400),
            _two("02", 500, 400),
        )
        row = 3 + len(bidang)
        right = 1600 if place == "G" else 2000
        expected = [("JML004", f"{place}{row}", right)] if place else []
        assert [(f.code, f.cell, f.expected) for f in _list_findings(path)] == expected


def test_a_wrong_program_is_the_cause_of_its_agencys_sum(tmp_path: Path) -> None:
    program = _two("02", 500, 400).replace("| 10 | 900 |", "| 10 | 950 |")
    path = _write(
        tmp_path / "a.xlsx",
        TITLE,
        _TWO,
        "| | DINAS KOPERASI | | | | 1600 | | 2000",
        _two("01", 300, 400),
        program,
    )
    sums = {f.cell: f for f in _list_findings(path)}
    assert set(sums) == {"G3", "G8"}
    assert sums["G3"].cause == sums["G8"].fingerprint


@pytest.mark.parametrize("wrong", [0, 5])
def test_an_agency_in_the_last_row_is_the_total(tmp_path: Path, wrong: int) -> None:
    path = _write(
        tmp_path / "a.xlsx",
        TITLE,
        _TWO,
        _two("01", 300, 400),
        _two("02", 500, 400),
        f"| | Dinas Koperasi | | | | {1600 + wrong} | | 2000",
    )
    found = [(f.code, f.cell, f.expected) for f in _list_findings(path)]
    assert found == ([("JML004", "G11", 1600)] if wrong else [])


def test_an_amount_over_programs_that_no_column_bears_out_is_no_sum(tmp_path: Path) -> None:
    path = _write(
        tmp_path / "a.xlsx",
        TITLE,
        _TWO,
        "| | Pagu Indikatif Dinas | | | | 1700 | | 2100",
        _two("01", 300, 400),
        _two("02", 500, 400),
    )
    assert not _list_findings(path)
