"""Amounts split by fund source into columns of their own, as people lay them out."""

# ruff: noqa: E501

from __future__ import annotations

from pathlib import Path

import pytest

from selaras.engine.run import check_file
from selaras.model.setting import Setting
from selaras.report.result import WorkbookReport

from .picture import (
    DrawnSheet,
    find_columns,
    only_table,
    read_picture,
    recognise_file,
    write_sheets,
)

SPLIT_BELOW_SUMBER = """Kode | Program/Kegiatan/Sub Kegiatan | Indikator Kinerja | Lokasi | Target | Pagu Indikatif | Sumber Dana | < | < | Catatan Penting | Prakiraan Maju Tahun 2025 | <
^ | ^ | ^ | ^ | ^ | ^ | APBD Kab. | DAK Non Fisik (Rp) | Lainnya | ^ | Target | Pagu
2.17.02 | PROGRAM PENGAWASAN | Koperasi sehat | Kab. A | 10 % | 900 | 600 | 300 | | | 11 % | 990
2.17.02.2.01 | Pemeriksaan koperasi | Koperasi diperiksa | Kab. A | 9 unit | 900 | 600 | 300 | | | 9 unit | 990
2.17.02.2.01.01 | Pemeriksaan | Koperasi diperiksa | Kab. A | 5 unit | 500 | 450 | | 50 | | 5 unit | 550
2.17.02.2.01.02 | Pengawasan | Koperasi diawasi | Kab. A | 4 unit | 400 | 150 | 200 | 50 | | 4 unit | 440"""

SPLIT_BELOW_PAGU = """No | Kode | Uraian | Indikator | Lokasi | Target | Pagu Indikatif (Rp) | < | < | < | Ket
^ | ^ | ^ | ^ | ^ | ^ | PAD | DAU | Dana Insentif Fiskal | Jumlah | ^
1 | 2.17.02 | PROGRAM PENGAWASAN | Koperasi sehat | Kab. A | 10 % | 500 | 400 | | 900 |
2 | 2.17.02.2.01 | Pemeriksaan koperasi | Koperasi diperiksa | Kab. A | 9 unit | 500 | 400 | | 900 |
3 | 2.17.02.2.01.01 | Pemeriksaan | Koperasi diperiksa | Kab. A | 5 unit | 500 | | 1 | 500 |
4 | 2.17.02.2.01.02 | Pengawasan | Koperasi diawasi | Kab. A | 4 unit | | 400 | | 400 |"""

TITLE = ("Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun 2024",)


def _write_file(tmp_path: Path, picture: str) -> str:
    return str(
        write_sheets(
            tmp_path / "b.xlsx", DrawnSheet("Rencana", [[TITLE[0]], [], *read_picture(picture)])
        )
    )


def _list_findings(report: WorkbookReport, *codes: str) -> list[tuple[object, ...]]:
    return [(f.code, f.cell, f.expected, f.actual) for f in report.findings if f.code in codes]


@pytest.mark.parametrize(
    ("picture", "columns"),
    [
        (
            SPLIT_BELOW_SUMBER,
            {"pagu": "F", "pagu_apbd": "G", "pagu_dak_non_fisik": "H", "pagu_lainnya": "I"},
        ),
        (SPLIT_BELOW_PAGU, {"pagu": "J", "pagu_pad": "G", "pagu_dau": "H", "pagu_did": "I"}),
    ],
    ids=["di bawah sumber dana", "di bawah pagu"],
)
def test_columns(tmp_path: Path, picture: str, columns: dict[str, str]) -> None:
    table = only_table(recognise_file(Path(_write_file(tmp_path, picture))), "T-C.33")
    found = find_columns(table)
    assert {key: found[key] for key in found if key.startswith("pagu") and key != "pagu_maju"} == (
        columns
    )
    assert "sumber_dana" not in found


def test_splits_and_sums_of_each_column(tmp_path: Path) -> None:
    report = check_file(_write_file(tmp_path, SPLIT_BELOW_SUMBER), Setting())
    assert _list_findings(report, "JML001", "JML002", "JML006") == [
        ("JML001", "H6", 200, 300),
    ]
    assert _list_findings(report, "LBR002", "ISI001", "DAN002") == []


def test_a_split_of_too_much(tmp_path: Path) -> None:
    report = check_file(_write_file(tmp_path, SPLIT_BELOW_PAGU), Setting())
    assert _list_findings(report, "JML001", "JML006") == [("JML006", "J7", 501, 500)]
    (finding,) = [f for f in report.findings if f.code == "JML006"]
    assert [place.cell for place in finding.related] == ["G7", "I7"]
    assert finding.difference == -1


def test_a_sumber_with_an_ordinary_name_stays_the_sumber_column(tmp_path: Path) -> None:
    """One column of names is the source column, though its group says no more than that."""
    picture = SPLIT_BELOW_SUMBER.replace(
        "| APBD Kab. | DAK Non Fisik (Rp) | Lainnya |", "| ^ | ^ | ^ |"
    )
    picture = "\n".join(
        line if number < 2 else "|".join([*line.split("|")[:6], " APBD | | ", *line.split("|")[9:]])
        for number, line in enumerate(picture.splitlines())
    )
    found = find_columns(only_table(recognise_file(Path(_write_file(tmp_path, picture))), "T-C.33"))
    assert found["sumber_dana"] == "G"
    assert not [key for key in found if key in ("pagu_apbd", "pagu_lainnya")]


REVISION = """Kode | Program/Kegiatan | Indikator | Lokasi | Sebelum Perubahan | < | Setelah Perubahan | < | Bertambah/(Berkurang) | Sumber Dana
^ | ^ | ^ | ^ | Target | Pagu | Target | Pagu | ^ | ^
2.17.02 | PROGRAM PENGAWASAN | Koperasi sehat | Kab. A | 10 % | 900 | 10 % | 800 | -100 | APBD
2.17.02.2.01 | Pemeriksaan koperasi | Koperasi diperiksa | Kab. A | 9 unit | 900 | 8 unit | 800 | -100 | APBD
2.17.02.2.01.01 | Pemeriksaan | Koperasi diperiksa | Kab. A | 5 unit | 500 | 4 unit | 450 | -50 | APBD
2.17.02.2.01.02 | Pengawasan | Koperasi diawasi | Kab. A | 4 unit | 410 | 4 unit | 350 | -50 | APBD"""


def test_amounts_before_the_revision_add_up_alone(tmp_path: Path) -> None:
    """The amounts before the revision add up by themselves; the differences are no ceilings."""
    path = _write_file(tmp_path, REVISION)
    found = find_columns(only_table(recognise_file(Path(path)), "T-C.33"))
    assert (found["pagu_sebelum"], found["target"], found["pagu"]) == ("F", "G", "H")
    report = check_file(path, Setting())
    assert _list_findings(report, "JML001", "JML002", "JML007") == [("JML001", "F6", 910, 900)]
