"""LBR003 where two tables speak of two years: titles and sheet names are heard, and doubt is said.

Each case is a real workbook of two small plans.
"""

from __future__ import annotations

from pathlib import Path

from recognise.picture import DrawnSheet, read_picture, write_sheets
from selaras.engine.run import check_book
from selaras.intake import read_book
from selaras.model.setting import Setting
from selaras.values.finding import Finding, Severity

T33 = "Rumusan Rencana Program dan Kegiatan Perangkat Daerah"
T41 = "Tabel 4.1 Rencana Kerja dan Pendanaan Perangkat Daerah"


def _plan(title: str, year: object, forward: object) -> str:
    return f"""{title}
Kode | Urusan/Bidang Urusan/Program/Kegiatan/Sub Kegiatan | Indikator Kinerja | Rencana Tahun {year} | < | < | < | Prakiraan Maju Rencana Tahun {forward} | <
^ | ^ | ^ | Lokasi | Target Capaian Kinerja | Pagu Indikatif | Sumber Dana | Target Capaian Kinerja | Pagu Indikatif
#2.17.02 | PROGRAM A | Indeks A | Kota | 10 | 500 | APBD | 11 | 600
#2.17.02.2.01 | Kegiatan A | Jumlah | Kota | 10 dok | 500 | APBD | 11 dok | 600
#2.17.02.2.01.0001 | Sub A | Jumlah | Kota | 10 dok | 500 | APBD | 11 dok | 600"""  # noqa: E501


def _list_findings(
    path: Path, *sheets: tuple[str, str], setting: Setting | None = None
) -> list[Finding]:
    book = read_book(
        str(write_sheets(path, *(DrawnSheet(name, read_picture(text)) for name, text in sheets)))
    )
    findings = check_book(book, setting or Setting()).findings
    return [finding for finding in findings if finding.code == "LBR003"]


def _list_cells(findings: list[Finding]) -> list[tuple[str, str | None, str | None]]:
    return [(f.severity.value, f.sheet, f.cell) for f in findings]


def test_two_tables_each_true_to_its_own_year_are_one_warning_that_names_both(
    tmp_path: Path,
) -> None:
    found = _list_findings(
        tmp_path / "a.xlsx",
        ("A", _plan(f"{T33} Tahun 2024", 2024, 2025)),
        ("B", _plan(f"{T41} Tahun 2023", 2023, 2024)),
    )
    assert _list_cells(found) == [("warning", "B", "A1")]
    assert "2023" in found[0].message.id
    assert "judul T-C.33 menunjuk 2024" in found[0].message.id
    assert [(place.sheet, place.cell) for place in found[0].related] == [("A", "A1")]


def test_without_titles_the_warning_sits_at_a_head(tmp_path: Path) -> None:
    found = _list_findings(
        tmp_path / "a.xlsx", ("A", _plan(T33, 2024, 2025)), ("B", _plan(T41, 2023, 2024))
    )
    assert _list_cells(found) == [("warning", "B", "D2")]


def test_titles_say_which_heads_are_left_over(tmp_path: Path) -> None:
    found = _list_findings(
        tmp_path / "a.xlsx",
        ("A", _plan(f"{T33} Tahun 2024", 2024, 2025)),
        ("B", _plan(f"{T41} Tahun 2024", 2023, 2024)),
    )
    assert _list_cells(found) == [("warning", "B", "D2"), ("warning", "B", "H2")]
    assert [f.expected for f in found] == ["2024", "2025"]


def test_a_sheet_name_is_a_witness(tmp_path: Path) -> None:
    found = _list_findings(
        tmp_path / "a.xlsx", ("Renja 2024", _plan(T33, 2024, 2025)), ("B", _plan(T41, 2023, 2024))
    )
    assert _list_cells(found) == [("warning", "B", "D2"), ("warning", "B", "H2")]


def test_the_setting_decides(tmp_path: Path) -> None:
    found = _list_findings(
        tmp_path / "a.xlsx",
        ("A", _plan(f"{T33} Tahun 2024", 2024, 2025)),
        ("B", _plan(f"{T41} Tahun 2023", 2023, 2024)),
        setting=Setting(year=2023),
    )
    assert {(f.sheet, f.severity) for f in found} == {("A", Severity.ERROR)}


def test_a_table_whose_heads_are_split_is_told(tmp_path: Path) -> None:
    """The plan year and the year after it cannot both be 2024."""
    alone = _list_findings(tmp_path / "a.xlsx", ("A", _plan(T33, 2024, 2024)))
    assert _list_cells(alone) == [("warning", "A", "H2")]
    titled = _list_findings(tmp_path / "b.xlsx", ("A", _plan(f"{T33} Tahun 2024", 2024, 2024)))
    assert _list_cells(titled) == [("warning", "A", "H2")]
    assert titled[0].expected == "2025"


def test_a_title_against_other_tables_only_is_a_warning(tmp_path: Path) -> None:
    found = _list_findings(
        tmp_path / "a.xlsx",
        ("A", _plan(T33, 2024, 2025)),
        ("B", _plan(f"{T41} Tahun 2023", "n", "n+1")),
    )
    assert _list_cells(found) == [("warning", "B", "A1")]


def test_the_year_of_a_regulation_is_no_witness(tmp_path: Path) -> None:
    law = "Lampiran Peraturan Bupati Nomor 12 Tahun 2023 tentang Rencana Kerja"
    assert not _list_findings(
        tmp_path / "a.xlsx",
        ("A", _plan(f"{law}\n{T33} Tahun 2024 dan Prakiraan Maju Tahun 2025", 2024, 2025)),
        ("B", _plan(T41, 2024, 2025)),
    )


def test_the_forward_year_of_a_title_is_the_one_after_the_plan(tmp_path: Path) -> None:
    title = f"{T33} Tahun 2024 dan Prakiraan Maju Tahun "
    found = _list_findings(tmp_path / "a.xlsx", ("A", _plan(f"{title}2024", 2024, 2025)))
    assert _list_cells(found) == [("warning", "A", "A1")]
    assert found[0].expected == "2025"
    assert not _list_findings(tmp_path / "b.xlsx", ("A", _plan(f"{title}2025", 2024, 2025)))


def _indicators(title: str, *years: int) -> str:
    """Return a Tabel 3.1 with the targets of some years."""
    heads = " | ".join(str(year) for year in years)
    targets = " | ".join(f"{60 + at} %" for at in range(len(years)))
    span = " | <" * (len(years) - 1)
    return (
        f"{title}\n\nNo | Indikator Kinerja Utama | Target{span}\n^ | ^ | {heads}\n"
        f"1 | Nilai Koperasi | {targets}\n2 | Nilai Usaha | {targets}"
    )


INDIKATOR_TITLE = "Tabel 3.1 Indikator Kinerja Utama"


def test_a_year_said_twice_among_heads_that_count_on(tmp_path: Path) -> None:
    found = _list_findings(
        tmp_path / "a.xlsx", ("A", _indicators(INDIKATOR_TITLE, 2022, 2023, 2023, 2025, 2026))
    )
    assert _list_cells(found) == [("error", "A", "E4")]
    assert (found[0].actual, found[0].expected) == (2023, "2024")
    left_out = _list_findings(
        tmp_path / "b.xlsx", ("A", _indicators(INDIKATOR_TITLE, 2022, 2023, 2025, 2026))
    )
    assert not left_out


def test_the_period_of_a_title_is_that_of_the_heads(tmp_path: Path) -> None:
    years = (2022, 2023, 2024, 2025, 2026)
    old = _list_findings(
        tmp_path / "a.xlsx", ("A", _indicators(f"{INDIKATOR_TITLE} Tahun 2016-2021", *years))
    )
    assert _list_cells(old) == [("warning", "A", "A1")]
    for right in ("2021-2026", "2022 s.d. 2026", "2022–2026"):
        path = tmp_path / "b.xlsx"
        assert not _list_findings(
            path, ("A", _indicators(f"{INDIKATOR_TITLE} Tahun {right}", *years))
        )
