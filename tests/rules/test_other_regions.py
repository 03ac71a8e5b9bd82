"""Workbooks of other regions: a good one raises no error, a mistake is found in its cell."""

from __future__ import annotations

from pathlib import Path

import pytest

from recognise.picture import DrawnSheet, read_picture
from recognise.picture import write_sheets as sheet
from selaras.engine.run import check_book
from selaras.intake import read_book
from selaras.model.setting import Setting

from .regions import PLAN_ROWS, PlanTable, check_tables, name_finding

FRONT_COLUMNS = (
    ("kode", "Kode"),
    ("nama", "Program/Kegiatan/Sub Kegiatan"),
    ("indikator", "Indikator"),
)
BACK_COLUMNS = (("sumber", "Sumber Dana"), ("lokasi", "Lokus"))
PLACE_COLUMNS = (("sumber", "Sumber Dana"), ("lokasi", "Lokasi Kegiatan"))

#: The year after the plan year is told by the years of the heads, or by the place of the target.
FORWARD_LAYOUTS = {
    "tahun di kepala": (
        ("sasaran", "Target 2026"),
        ("pagu", "Anggaran 2026 (Rp)"),
        ("sasaran_maju", "Target 2027"),
        ("maju", "Anggaran 2027 (Rp)"),
    ),
    "tahun sebagai kelompok": (
        ("sasaran", "2026|Target"),
        ("pagu", "2026|Rp"),
        ("sasaran_maju", "2027|Target"),
        ("maju", "2027|Rp"),
    ),
    "tahun hanya pada yang kedua": (
        ("sasaran", "Target"),
        ("pagu", "Pagu"),
        ("sasaran_maju", "Target 2027"),
        ("maju", "Pagu 2027"),
    ),
    "target di luar kelompoknya": (
        ("sasaran", "Target"),
        ("pagu", "Pagu Indikatif (Rp)"),
        ("sasaran_maju", "Target"),
        ("maju", "Prakiraan Maju (Rp)"),
    ),
    "satuan di antaranya": (
        ("target", "Target 2026"),
        ("satuan", "Satuan"),
        ("pagu", "Pagu 2026"),
        ("target_maju", "Target 2027"),
        ("maju", "Pagu 2027"),
    ),
}


THREE_YEARS = (
    *FRONT_COLUMNS,
    ("lalu", "Target 2025"),
    ("pagu_lalu", "Pagu 2025"),
    ("sasaran", "Target 2026"),
    ("pagu", "Pagu 2026"),
    ("sasaran_maju", "Target 2027"),
    ("maju", "Pagu 2027"),
    *BACK_COLUMNS,
)


def test_the_current_year_beside_the_plan(tmp_path: Path) -> None:
    """Last year, plan year and the year after: no Renstra, and the titles name the plan year."""
    last = {(row.kode, "lalu"): f"{row.target - 1} {row.measure}" for row in PLAN_ROWS}
    last |= {(row.kode, "pagu_lalu"): row.pagu - 1 for row in PLAN_ROWS}
    good = check_tables(tmp_path / "b.xlsx", PlanTable(THREE_YEARS, edits=last))
    assert [(table.table, table.year) for table in good.report.tables] == [("T-C.33", 2026)]
    found = good.find_columns()
    assert [found[key] for key in ("target", "pagu", "target_maju", "pagu_maju")] == list("FGHI")
    assert good.list_errors() == []


@pytest.mark.parametrize("columns", FORWARD_LAYOUTS.values(), ids=FORWARD_LAYOUTS.keys())
def test_the_year_after(columns: tuple[tuple[str, str], ...], tmp_path: Path) -> None:
    heads = (*FRONT_COLUMNS, *columns, *BACK_COLUMNS)
    good = check_tables(tmp_path / "b.xlsx", PlanTable(heads))
    assert [(table.table, table.year) for table in good.report.tables] == [("T-C.33", 2026)]
    keys = [key for key, _ in heads]
    letters = {key: "ABCDEFGHIJKL"[at] for at, key in enumerate(keys)}
    found = good.find_columns()
    assert (found["pagu"], found["pagu_maju"]) == (letters["pagu"], letters["maju"])
    assert found["target"] == (letters.get("sasaran") or letters["target"])
    assert found["target_maju"] == (letters.get("sasaran_maju") or letters["target_maju"])
    assert found["lokasi"] == letters["lokasi"]
    assert good.list_errors() == []
    for key, amount in (("pagu", 600_500), ("maju", 630_500)):
        changed = PlanTable(heads, edits={("1.02.02.2.01", key): amount})
        wrong = check_tables(tmp_path / "b.xlsx", changed)
        assert wrong.find_cells("JML001") == [f"Renja!{wrong.places['Renja']['1.02.02.2.01', key]}"]


def test_the_title_names_the_later_year(tmp_path: Path) -> None:
    """Two years beside each other may as well be last year and the plan year."""
    heads = (
        *FRONT_COLUMNS,
        ("sasaran", "Target"),
        ("maju", "Pagu 2025"),
        ("pagu", "Pagu 2026"),
        *PLACE_COLUMNS,
    )
    good = check_tables(tmp_path / "b.xlsx", PlanTable(heads))
    assert [(table.table, table.year) for table in good.report.tables] == [("Tabel 4.1", 2026)]
    assert good.find_columns()["pagu"] == "F"
    assert "pagu_maju" not in good.find_columns()


def test_names_of_each_level_in_its_column(tmp_path: Path) -> None:
    heads = (
        ("kode", "Kode"),
        ("nama_program", "Program"),
        ("nama_kegiatan", "Kegiatan"),
        ("nama_sub", "Sub Kegiatan"),
        ("indikator", "Indikator Kinerja"),
        ("sasaran", "Target"),
        ("pagu", "Pagu (Rp)"),
        *PLACE_COLUMNS,
    )
    good = check_tables(tmp_path / "b.xlsx", PlanTable(heads))
    assert good.find_columns()["nama"] == "B:D"
    assert (good.find_columns()["indikator"], good.find_columns()["lokasi"]) == ("E", "I")
    assert good.list_errors() == []
    assert good.find_cells("ISI001") == []
    nameless = PlanTable(heads, edits={("1.02.02.2.02", "nama_kegiatan"): None})
    assert check_tables(tmp_path / "b.xlsx", nameless).find_cells("ISI001") == ["Renja!B8"]


@pytest.mark.parametrize("year_count", [3, 4, 6])
def test_a_renstra_with_other_years(year_count: int, tmp_path: Path) -> None:
    """A Renstra of a transition has three years, and one may run a year past its period."""
    years = range(2025, 2025 + year_count)
    heads = [("kode", "Kode"), ("nama", "Program dan Kegiatan"), ("indikator", "Indikator")]
    for year in years:
        heads += [(f"t{year}", f"Tahun {year}|Target"), (f"p{year}", f"Tahun {year}|Rp")]
    heads += [
        ("ta", "Kondisi Akhir Periode Renstra|Target"),
        ("pa", "Kondisi Akhir Periode Renstra|Rp"),
    ]
    values = {
        (row.kode, key): value
        for row in PLAN_ROWS
        for year in years
        for key, value in (
            (f"t{year}", f"{row.target} {row.measure}"),
            (f"p{year}", row.pagu + 1000 * year if row.kode.count(".") == 5 else None),
            ("ta", f"{row.target} {row.measure}"),
            ("pa", sum(row.pagu + 1000 * y for y in years) if row.kode.count(".") == 5 else None),
        )
    }
    title = ("Tabel T-C.27", "Rencana Program, Kegiatan, dan Pendanaan")
    plain = PlanTable(heads, title, "Renstra", edits=values, total=False)
    good = check_tables(tmp_path / "b.xlsx", plain)
    assert [table.table for table in good.report.tables] == ["T-C.27"]
    assert f"pagu_{year_count}" in good.find_columns()
    assert good.list_errors() == []
    assert good.find_cells("LBR002") == []
    last = ("1.02.02.2.02.0002", "pa")
    wrong = check_tables(tmp_path / "b.xlsx", plain._replace(edits={**values, last: 1}))
    assert wrong.list_errors() == [f"RST010 Renstra!{wrong.places['Renstra'][last]}"]


def test_names_from_urusan_on(tmp_path: Path) -> None:
    picture = read_picture("""
Kode | Urusan | Bidang Urusan | Program | Kegiatan | Sub Kegiatan | Indikator | Target | Pagu
#1 | Urusan Wajib | | | | | | | 300
1.02 | | Kesehatan | | | | | | 300
1.02.02 | | | Program Kesehatan | | | Persentase ibu sehat | 90 % | 300
1.02.02.2.01 | | | | Fasilitas | | Jumlah sarana | 3 unit | 300
1.02.02.2.01.0001 | | | | | Bangun | Puskesmas | 3 unit | 301
""")
    path = sheet(tmp_path / "b.xlsx", DrawnSheet("S", picture))
    report = check_book(read_book(str(path)), Setting())
    assert [dict(table.columns)["nama"] for table in report.tables] == ["B:F"]
    errors = [
        name_finding(found) for found in report.findings if found.code[:3] in ("JML", "ISI", "KOD")
    ]
    assert errors == ["JML001 S!I5"]


ALL_COLUMNS = (
    *FRONT_COLUMNS,
    ("lokasi", "Lokasi"),
    ("sasaran", "Target 2026"),
    ("pagu", "Pagu Indikatif 2026 (Rp)"),
    ("sumber", "Sumber Dana"),
    ("sasaran_maju", "Target 2027"),
    ("maju", "Pagu Indikatif 2027 (Rp)"),
)
SUB = "1.02.02.2.01.0006"


@pytest.mark.parametrize(
    ("edits", "errors", "cause"),
    [
        # The code of a kegiatan that is not there, where the sums hold in its place.
        ((SUB, "kode", "1.02.02.2.09.0006"), ["KOD002 A7"], ""),
        ((SUB, "maju", None), ["JML001 I5"], "IND005"),
        ((SUB, "pagu", -200_000), ["JML001 F5", "JML007 F7"], "JML007"),
    ],
)
def test_one_mistake_is_one_story(
    edits: tuple[str, str, str | int | None], errors: list[str], cause: str, tmp_path: Path
) -> None:
    code, key, value = edits
    book = check_tables(tmp_path / "b.xlsx", PlanTable(ALL_COLUMNS, edits={(code, key): value}))
    assert sorted(book.list_errors()) == sorted(one.replace(" ", " Renja!") for one in errors)
    by_print = {found.fingerprint: found.code for found in book.findings}
    causes = {by_print[found.cause] for found in book.findings if found.cause}
    assert causes == ({cause} if cause else set())


def test_a_wrong_order_names_its_neighbour(tmp_path: Path) -> None:
    swapped = {(SUB, "kode"): "1.02.02.2.01.0002", ("1.02.02.2.01.0002", "kode"): SUB}
    book = check_tables(tmp_path / "b.xlsx", PlanTable(ALL_COLUMNS, edits=swapped))
    (found,) = [found for found in book.findings if found.code == "KOD009"]
    assert found.cell == "A6"
    told = f"Kode {SUB} tidak pada urutannya: berdiri di atas 1.02.02.2.01.0002 (A7)"
    assert found.message.id == f"{told}, yang lebih kecil."


SIPD_SHEET = """
No | Kode | Program/Kegiatan/Sub Kegiatan | Indikator Kinerja | Target Akhir Renstra 2029 | Realisasi Capaian 2025 | Prakiraan Capaian 2026 | Target 2027 | Pagu Indikatif 2027 (Rp) | Lokasi | Sumber Dana
 | 1.02.02 | Program Kesehatan | | | | | | 300 | Kota | PAD
 | | | Cakupan | 90 % | 80 % | 82 % | 85 % | | | |
 | 1.02.02.2.01 | Fasilitas | | | | | | 300 | Kota | PAD
 | | | Sarana | 9 unit | 1 unit | 2 unit | 3 unit | | | |
 | 1.02.02.2.01.0001 | Bangun | | | | | | 200 | Kota | PAD
 | | | Puskesmas | 9 unit | 1 unit | 2 unit | 3 unit | | | |
 | 1.02.02.2.01.0002 | Kembangkan | | | | | | 100 | Kota | PAD
 | | | Naik kelas | 9 unit | 1 unit | 2 unit | 3 unit | | | |
"""  # noqa: E501


@pytest.mark.parametrize(("rule_code", "cell"), [("IND001", "D7"), ("IND002", "H7")])
def test_sipd_in_two_rows(rule_code: str, cell: str, tmp_path: Path) -> None:
    """What is missing in the row of the indicator is to be filled in there."""
    picture = read_picture(SIPD_SHEET)
    row, column = int(cell[1:]) - 1, "ABCDEFGH".index(cell[0])
    picture[row][column] = ""
    report = check_book(
        read_book(str(sheet(tmp_path / "b.xlsx", DrawnSheet("S", picture)))), Setting()
    )
    found = [name_finding(one) for one in report.findings if one.code.startswith("IND")]
    assert found == [f"{rule_code} S!{cell}"]


MEASURE_LAYOUT = (
    *FRONT_COLUMNS,
    ("lokasi", "Lokasi"),
    ("target", "Target 2026|Volume"),
    ("satuan", "Target 2026|Satuan"),
    ("pagu", "Pagu Indikatif 2026 (Rp)"),
    ("sumber", "Sumber Dana"),
    ("target_maju", "Target 2027|Volume"),
    ("satuan_maju", "Target 2027|Satuan"),
    ("maju", "Pagu Indikatif 2027 (Rp)"),
)
#: The unit of the second target stands in a column that no plan fills in by itself.
_FORWARD = {(row.kode, "satuan_maju"): row.measure for row in PLAN_ROWS}
MOTHERS_KODE = "1.02.02.2.02.0001"


@pytest.mark.parametrize(
    ("edits", "findings"),
    [
        ({}, []),
        ({(MOTHERS_KODE, "satuan"): "Kunjungan"}, ["IND003 Renja!I10", "TBL003 4.1!E9"]),
        ({(MOTHERS_KODE, "satuan_maju"): "Orang/Bulan"}, ["IND003 Renja!I10"]),
        (
            {("1.02.02", "indikator"): "Persentase ibu sehat", ("1.02.02", "target_maju"): 820},
            ["IND007 Renja!I5"],
        ),
        ({(MOTHERS_KODE, "target"): "1,350"}, ["TBL003 4.1!E9"]),
    ],
)
def test_measures_in_their_own_column(
    edits: dict[tuple[str, str], str | int], findings: list[str], tmp_path: Path
) -> None:
    """A target "27" with "Orang" beside it says what "27 Orang" says elsewhere."""
    own = PlanTable(MEASURE_LAYOUT, edits={**_FORWARD, **edits})
    heads = (*FRONT_COLUMNS, ("lokasi", "Lokasi"), ("sasaran", "Target"), ("pagu", "Pagu"))
    named = {at: value for at, value in edits.items() if at[1] == "indikator"}
    other = PlanTable(
        heads, ("Tabel 4.1 Rencana Program, Kegiatan dan Pendanaan 2026",), "4.1", edits=named
    )
    book = check_tables(tmp_path / "b.xlsx", own, other)
    assert [table.table for table in book.report.tables] == ["T-C.33", "Tabel 4.1"]
    assert [
        name_finding(one) for one in book.findings if one.code[:3] in ("IND", "TBL")
    ] == findings
    said = [one.message.id for one in book.findings if one.code == "TBL003"]
    assert all(text.startswith("Target “350 Orang” berbeda dari T-C.33: “") for text in said)
    assert all("kunjungan”" in text or "orang”" in text for text in said)


def test_measures_below_one_head(tmp_path: Path) -> None:
    """Under one wide "Target" stand the number and its unit."""
    picture = read_picture("""
Kode | Program/Kegiatan/Sub Kegiatan | Indikator | Lokasi | Target | < | Pagu Indikatif (Rp) | Sumber Dana
1.02.02 | Program Kesehatan | Persentase ibu sehat | Kota | 120 | % | 300 | PAD
1.02.02.2.01 | Fasilitas | Jumlah sarana | Kota | 3 | Unit | 300 | PAD
1.02.02.2.01.0001 | Bangun | Puskesmas | Kota | 3 | Unit | 300 | PAD
""")  # noqa: E501
    path = sheet(tmp_path / "b.xlsx", DrawnSheet("S", picture))
    report = check_book(read_book(str(path)), Setting())
    assert [name_finding(one) for one in report.findings if one.code.startswith("IND")] == [
        "IND007 S!E2"
    ]
