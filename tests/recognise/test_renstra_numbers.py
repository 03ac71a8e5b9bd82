"""T-C.23 and T-C.24 with a column before the official ones: "No", "Kode", numbered or coded."""

from __future__ import annotations

from pathlib import Path

import pytest

from selaras.engine.run import check_book
from selaras.intake import read_book
from selaras.model.setting import Setting

from .picture import (
    DrawnSheet,
    find_columns,
    map_levels,
    only_table,
    read_picture,
    recognise_file,
    write_sheets,
)

YEARS = range(2019, 2024)
BUDGET = (10, 20, 30, 40, 50)
#: The plan whose programs and kegiatan a T-C.24 may list: number, code, name, share.
ROWS = (
    ("1", "#2.17.01", "Program Penunjang", 3),
    ("1.1", "#2.17.01.2.01", "Perencanaan", 1),
    ("1.2", "#2.17.01.2.02", "Administrasi", 2),
    ("2", "#2.17.02", "Program Pengawasan", 4),
    ("2.1", "#2.17.02.2.01", "Pemeriksaan", 4),
    ("", "", "Jumlah", 7),
)
FLAT = tuple((str(at), "", name, at) for at, name in enumerate(("Pegawai", "Barang", "Modal"), 1))
FLAT = (*FLAT, ("", "", "Jumlah", 6))


def _build_head(lead: str, *, printed: bool, counted: bool) -> list[str]:
    years = " | ".join(map(str, YEARS))
    wide = " | < | < | < | <"
    groups = (
        f"Anggaran pada Tahun{wide} | Realisasi Anggaran pada Tahun{wide} | "
        f"Rasio antara Realisasi dan Anggaran Tahun{wide} | Rata-rata Pertumbuhan | <"
    )
    before = f"{lead} | " if lead else ""
    lines = [
        "Anggaran dan Realisasi Pendanaan Pelayanan Perangkat Daerah",
        f"{before}Uraian | {groups}",
        f"{'^ | ' if lead else ''}^ | {years} | {years} | {years} | Anggaran | Realisasi",
    ]
    if printed:
        first = [] if not lead else ["(1)"] if counted else [""]
        begin = len(first) + 1 if counted or not lead else 1
        lines.append(" | ".join([*first, *(f"({begin + at})" for at in range(18))]))
    return lines


def _write(
    path: Path,
    lead: str,
    rows: tuple[tuple[str, str, str, int], ...],
    *,
    coded: bool = False,
    printed: bool = True,
    counted: bool = True,
) -> Path:
    """Write a T-C.24 in which the realisation of one row, and one ratio, are wrong."""
    lines = _build_head(lead, printed=printed, counted=counted)
    for place, (number, code, name, share) in enumerate(rows):
        budget = [share * year * 1_000_000 for year in BUDGET]
        spent = [amount * 9 // 10 for amount in budget]
        ratio = ["=90.0"] * 5
        if place == 2:
            spent[0] -= 100_000
            ratio[0], ratio[1] = f"={spent[0] / budget[0] * 100:.2f}", "=55.0"
        cells = [name, *map(str, budget), *map(str, spent), *ratio]
        mark = code if coded else number if number.isdigit() else f"#{number}" if number else ""
        lines.append(" | ".join([mark, *cells] if lead else cells))
    return write_sheets(path, DrawnSheet("Lembar", read_picture("\n".join(lines))))


def _list_findings(path: Path) -> list[tuple[str, str | None]]:
    findings = check_book(read_book(str(path)), Setting()).findings
    return sorted((f.code, f.cell) for f in findings if f.code != "LBR001")


@pytest.mark.parametrize("lead", ["No", "No.", "Nomor Urut", "Kode", "Kode Rekening"])
@pytest.mark.parametrize(("printed", "counted"), [(False, False), (True, False), (True, True)])
def test_tc24_with_a_column_before_reads_as_without(
    tmp_path: Path, lead: str, printed: bool, counted: bool
) -> None:
    plain = _write(tmp_path / "a.xlsx", "", FLAT, printed=printed)
    led = _write(tmp_path / "b.xlsx", lead, FLAT, printed=printed, counted=counted)
    top = 5 if printed else 4
    assert _list_findings(plain) == [("JML004", f"G{top + 3}"), ("RST012", f"M{top + 2}")]
    assert _list_findings(led) == [("JML004", f"H{top + 3}"), ("RST012", f"N{top + 2}")]
    where = find_columns(only_table(recognise_file(led), "T-C.24"))
    assert (where["no"], where["nama"], where["anggaran_1"], where["rasio_5"]) == (
        *("A", "B"),
        *("C", "Q"),
    )


@pytest.mark.parametrize("lead", ["No", "Kode"])
@pytest.mark.parametrize("coded", [False, True])
def test_tc24_numbers_and_codes_tell_the_levels(tmp_path: Path, lead: str, coded: bool) -> None:
    path = _write(tmp_path / "a.xlsx", lead, ROWS, coded=coded)
    assert list(map_levels(only_table(recognise_file(path), "T-C.24")).values()) == [
        "PROGRAM",
        "KEGIATAN",
        "KEGIATAN",
        "PROGRAM",
        "KEGIATAN",
    ]
    assert _list_findings(path) == [("JML002", "H5"), ("RST012", "N7")]


def test_tc24_codes_of_programs_only_are_programs(tmp_path: Path) -> None:
    programs = tuple(row for row in ROWS if row[0].isdigit() or not row[0])
    path = _write(tmp_path / "a.xlsx", "No", programs, coded=True)
    assert set(map_levels(only_table(recognise_file(path), "T-C.24")).values()) == {"PROGRAM"}


def test_total_of_rows_that_nest_in_the_other_columns_is_left_alone(tmp_path: Path) -> None:
    """A childless heading beside one with parts: where one column is wrong, none is accused."""
    rows = (
        ("", "", "Belanja Tidak Langsung", 3),
        ("", "", "Belanja Pegawai", 1),
        ("", "", "Belanja Lain", 2),
        ("", "", "Belanja Langsung", 4),
        ("", "", "Jumlah", 7),
    )
    assert _list_findings(_write(tmp_path / "a.xlsx", "", rows)) == [("RST012", "M7")]


def test_tc23_with_and_without_number_reads_alike(tmp_path: Path) -> None:
    wide = " | < | < | < | <"
    groups = (
        f"Target Renstra Perangkat Daerah Tahun ke-{wide} | Realisasi Capaian Tahun ke-{wide} | "
        f"Rasio Capaian pada Tahun ke-{wide}"
    )
    years = " | ".join(map(str, YEARS))
    found = []
    for lead, first in (("", 0), ("No | ", 1)):
        up = "^ | " if lead else ""
        lines = [
            "Pencapaian Kinerja Pelayanan Perangkat Daerah",
            f"{lead}Indikator Kinerja sesuai Tugas dan Fungsi Perangkat Daerah | {groups}",
            f"{up}^ | {years} | {years} | {years}",
            " | ".join(f"({at})" for at in range(1, 17 + first)),
        ]
        for number in range(1, 5):
            ratio = ["=90.0"] * 5
            if number == 2:
                ratio[0] = "=55.0"
            cells = [f"Jumlah layanan {number}", *["#100 orang"] * 5, *["#90 orang"] * 5, *ratio]
            lines.append(" | ".join([str(number), *cells] if lead else cells))
        path = write_sheets(
            tmp_path / f"{first}.xlsx", DrawnSheet("Lembar", read_picture("\n".join(lines)))
        )
        assert "no" in only_table(recognise_file(path), "T-C.23").columns or not lead
        found.append(_list_findings(path))
    assert found == [[("RST012", "L6")], [("RST012", "M6")]]
