"""Doubt counts for the document: what looks wrong and is not, and what is told once."""

from __future__ import annotations

import pytest

from selaras.engine.run import check_book
from selaras.model.book import Book, DenseGrid, Sheet
from selaras.model.setting import Setting
from selaras.rule.examples import build_example
from selaras.rule.registry import Silent
from selaras.rules import registry
from selaras.values.a1 import Area
from selaras.values.finding import Finding
from selaras.values.kode_reading import Level

from .running import find_findings


def found_by(sheet: str, *codes: str, table: str = "T-C.33") -> tuple[Finding, ...]:
    """Return what rules say of a workbook."""
    return tuple(
        find_findings(build_example(Silent(sheet, table)), [registry()[code] for code in codes])
    )


def cells_of(sheet: str, *codes: str, table: str = "T-C.33") -> list[str]:
    """Return what rules say of a workbook: code and cell."""
    return [f"{f.code} {f.cell}" for f in found_by(sheet, *codes, table=table)]


# Equal means equal to the shown decimals

_E81 = "nama|indikator|realisasi_1|realisasi_2|realisasi_3|realisasi_4|realisasi\n"


@pytest.mark.parametrize(
    ("result", "expected"),
    [("#100", []), ("#100.00000001", []), ("#99", ["RST012 G2"]), ("#100.2", ["RST012 G2"])],
)
def test_what_binary_arithmetic_leaves_over_is_no_error(result: str, expected: list[str]) -> None:
    parts = "#33.33333333333337|#33.33333333333333|#33.33333333333333|#0"
    assert cells_of(_E81 + f"P|Jumlah UM|{parts}|{result}", "RST012", table="E.81") == expected


@pytest.mark.parametrize(
    ("total", "expected"),
    [("300.2000001", []), ("300.5", ["JML001 C2"]), ("301", ["JML001 C2"])],
)
def test_a_sum_of_fractions_is_equal_to_what_is_left_of_it(total: str, expected: list[str]) -> None:
    sheet = f"kode|nama|pagu\n2.17.01.2.01|A|{total}\n2.17.01.2.01.01|B|100.1\n"
    assert cells_of(sheet + "2.17.01.2.01.02|C|200.1000003", "JML001") == expected


# A fix reads back as the same code


def test_each_level_has_its_own_style_and_placeholders_keep_their_letters() -> None:
    good = "kode|nama|pagu\nx.xx.01|P|3\nx.xx.01.2.01|A|3\n1.3.02|Q|3\n1.3.02.2.01|B|3\n1.3.03|R|3"
    assert found_by(good, "KOD004") == ()
    (found,) = found_by(good.replace("x.xx.01.2.01", "x.xx.1.2.01"), "KOD004")
    assert (found.cell, found.expected) == ("A3", "x.xx.01.2.01")
    assert found.fix is not None
    assert found.fix.safe


def test_a_code_that_the_style_cannot_hold_is_left_alone() -> None:
    lines = [f"2.17.01.2.01.{number:02d}|S|3" for number in range(1, 9)]
    sheet = "\n".join(["kode|nama|pagu", *lines, "2.17.01.2.01.0117|S|3"])
    assert found_by(sheet, "KOD004") == ()


def test_a_formula_of_a_deleted_cell_is_not_also_told_to_be_calculated() -> None:
    sheet = 'kode|nama|pagu\n2.17.01|P|=IFERROR(C3+#REF!,"")\n2.17.02|Q|=1+2'
    assert cells_of(sheet, "ANG002", "ANG005") == ["ANG002 C2", "ANG005 C3"]


# A mistyped code in the right block

_TYPED = (
    "kode|nama|pagu|pagu_maju\n1.3.08|P|50|60\n1.3.08.2.01|A|50|60\n1.3.08.2.01.0023|S|50|60\n"
    "1.3.09|Q|900|950\n1.3.09.2.01|B|900|950\n1.3.08.2.01.0021|T|900|950\n1.3.10|R|7|8\n"
)
_SUMS = ("JML001", "JML002", "JML003", "KOD001", "KOD002", "KOD003", "KOD009")


def test_a_code_typed_wrong_in_the_right_block_is_one_finding() -> None:
    (found,) = found_by(_TYPED, *_SUMS)
    assert (found.code, found.cell, found.expected) == ("KOD002", "A7", "1.3.09.2.01.0021")
    assert found.fix is not None
    assert found.fix.value == "1.3.09.2.01.0021"
    assert not found.fix.safe


def test_a_code_whose_parent_is_nowhere_takes_its_place() -> None:
    (found,) = found_by(_TYPED.replace("1.3.08.2.01.0021", "1.3.90.2.01.0021"), *_SUMS)
    assert (found.code, found.cell, found.expected) == ("KOD002", "A7", "1.3.09.2.01.0021")


def test_where_the_sums_do_not_hold_in_the_block_the_code_counts() -> None:
    said = cells_of(_TYPED.replace("T|900|950", "T|900|951"), *_SUMS)
    assert "KOD002 A7" in said
    assert "JML001 D3" in said
    (found,) = found_by(_TYPED.replace("T|900|950", "T|900|951"), "KOD002")
    assert found.fix is None


def test_a_kegiatan_typed_wrong_above_its_sub_kegiatan_is_one_finding() -> None:
    sheet = (
        "kode|nama|pagu\n2.17.01|P|30\n2.17.01.2.01|A|10\n2.17.01.2.01.01|S|10\n"
        "2.17.01.2.12|B|20\n2.17.01.2.02.01|T|5\n2.17.01.2.02.02|U|15\n"
        "2.17.02|Q|4\n2.17.02.2.01|C|4\n2.17.02.2.01.01|V|4\n"
    )
    (found,) = found_by(sheet, *_SUMS)
    assert (found.code, found.cell, found.expected) == ("KOD002", "A5", "2.17.01.2.02")


def test_rows_in_any_order_stay_with_their_codes() -> None:
    sheet = (
        "kode|nama|pagu\n2.17.01|P|30\n2.17.01.2.01|A|10\n2.17.01.2.02|B|20\n"
        "2.17.01.2.01.01|S|10\n2.17.01.2.02.01|T|20\n"
    )
    assert [code for code in cells_of(sheet, *_SUMS) if "JML" in code] == []


# A code of a kegiatan or a program that its rows and its place contradict

_BLOCKS = (
    "kode|nama|pagu|pagu_maju\n2.07|BIDANG|660|720\n2.07.01|P|460|500\n2.07.01.2.01|A|100|110\n"
    "2.07.01.2.01.0001|S|60|66\n2.07.01.2.01.0002|T|40|44\n2.07.01.2.02|B|300|325\n"
    "2.07.01.2.02.0001|U|100|110\n2.07.01.2.02.0002|V|150|160\n2.07.01.2.02.0003|W|50|55\n"
    "2.07.01.2.03|C|60|65\n2.07.01.2.03.0001|X|60|65\n2.07.03|Q|200|220\n2.07.03.2.01|D|90|99\n"
    "2.07.03.2.01.0001|Y|90|99\n2.07.03.2.02|E|110|121\n2.07.03.2.02.0001|Z|110|121"
)


@pytest.mark.parametrize(
    ("cell", "typed"),
    [
        ("A7", "2.07.03.2.01"),  # a kegiatan of another program, which that has
        ("A7", "2.07.03.2.44"),
        ("A7", "2.07.01.2.01"),  # the kegiatan before it
        ("A7", "2.07.01.2.03"),  # the one after it
        ("A7", "2.07.01.2.44"),
        ("A11", "2.07.03.2.01"),  # a kegiatan of one sub kegiatan
        ("A11", "2.07.01.2.01"),
        ("A9", "2.07.01.2.01.0002"),  # a sub kegiatan
        ("A9", "2.07.03.2.01.0001"),  # whose number another has in its place
        ("A9", "2.07.03.2.01.0077"),
        ("A13", "2.07.01"),  # a program
        ("A3", "2.07.03"),
        ("A13", "2.47.03"),
        ("A13", "2.07.09"),
        ("A13", "2.08.03"),
    ],
)
def test_one_wrong_code_is_one_finding_and_no_sum_follows_it(cell: str, typed: str) -> None:
    lines = _BLOCKS.split("\n")
    row = int(cell[1:]) - 1
    code, _, rest = lines[row].partition("|")
    lines[row] = f"{typed}|{rest}"
    (found,) = found_by("\n".join(lines), *_SUMS)
    assert (found.code, found.cell, found.expected) == ("KOD002", cell, code)
    assert found.fix is not None
    assert found.fix.value == code


def test_of_two_rows_of_one_code_the_one_out_of_order_is_told() -> None:
    rows = "2.17.01.2.01.02|S|3\n2.17.01.2.01.01|T|3\n2.17.01.2.01.02|U|3\n2.17.01.2.01.03|V|3"
    (found,) = found_by(f"kode|nama|pagu\n{rows}", "KOD003")
    assert (found.cell, found.related[0].cell) == ("A2", "A4")


def test_of_two_neighbours_of_one_code_that_with_room_for_another_is_told() -> None:
    rows = "kode|nama|pagu\n2.17.01.2.01.0{}|S|3\n2.17.01.2.01.0{}|T|3\n2.17.01.2.01.0{}|U|3"
    assert cells_of(rows.format(2, 2, 3), "KOD003") == ["KOD003 A2"]
    assert cells_of(rows.format(1, 1, 3), "KOD003") == ["KOD003 A3"]
    assert cells_of(rows.format(1, 2, 2), "KOD003") == ["KOD003 A4"]


def test_a_mistyped_kegiatan_is_found_in_the_other_table_by_its_place() -> None:
    typed = _BLOCKS.replace("2.07.01.2.02|B", "2.07.03.2.44|B")
    codes = (*_SUMS, "TBL001", "TBL003", "TBL004")
    assert cells_of(f"{typed}\n== Tabel 4.1\n{_BLOCKS}", *codes) == ["KOD002 A7"]


# What KOD009 and KOD002 say


def test_a_block_that_stands_again_is_no_matter_of_order() -> None:
    block = "\n2.17.01|P|3\n2.17.02|Q|3\n2.17.03|R|3"
    assert found_by("kode|nama|pagu" + block + block, "KOD009") == ()


def test_the_sentence_about_order_is_true_of_the_row_that_it_names() -> None:
    rows = "\n2.17.01|P|3\n2.17.05|Q|3\n2.17.06|R|3\n2.17.03|S|3\n2.17.07|T|3\n2.17.02|U|3"
    said = [(f.cell, f.message.id) for f in found_by("kode|nama|pagu" + rows, "KOD009")]
    assert said == [
        (
            "A5",
            "Kode 2.17.03 tidak pada urutannya: berdiri di bawah 2.17.06 (A4), yang lebih besar.",
        ),
        (
            "A7",
            "Kode 2.17.02 tidak pada urutannya: berdiri di bawah 2.17.07 (A6), yang lebih besar.",
        ),
    ]


def test_a_missing_row_is_expected_in_no_cell() -> None:
    sheet = (
        "kode|nama|pagu\n2.17.01|P|9\n2.17.01.2.01|A|3\n2.17.01.2.01.01|S|3\n2.17.01.2.04.01|T|3"
    )
    (found,) = found_by(sheet, "KOD002")
    assert (found.cell, found.expected, found.fix) == ("A5", None, None)


def test_a_code_in_several_cells_is_shown_whole() -> None:
    sheet = Sheet(
        "S",
        DenseGrid(
            [
                ["KODE", None, None, None, None, "PROGRAM/KEGIATAN", "PAGU INDIKATIF"],
                ["2", "17", "01", None, None, "Program", 5.0],
                ["2", "17", "01", "2.01", None, "Kegiatan", 5.0],
                ["2", "17", "01", "2.01", "01", "Sub", 5.0],
                ["2", "17", "01", "2.09", "09", "Sub lain", 3.0],
            ]
        ),
        merges=(Area(1, 1, 1, 5),),
    )
    setting = Setting(tables={"S": "T-C.33"})
    report = check_book(Book("b", "", (sheet,)), setting)
    (found,) = [one for one in report.findings if one.code == "KOD002"]
    assert (found.cell, found.actual) == ("A5", "2 | 17 | 01 | 2.09 | 09")


# A proposal never cements an error


def test_a_sum_with_a_cause_proposes_nothing_but_to_mend_that_first() -> None:
    """The kegiatan is 100 too low, and so its program: only the kegiatan has a proposal."""
    sheet = (
        "kode|nama|pagu\n2.17.01|P|300\n2.17.01.2.01|A|300\n2.17.01.2.01.01|S|200\n"
        "2.17.01.2.01.02|T|100\n2.17.02|Q|500\n2.17.02.2.01|B|400\n2.17.02.2.01.01|U|500\n|TOTAL|800"
    )
    sums = found_by(sheet, "JML001", "JML002", "JML004")
    told = {finding.cell: finding for finding in sums}
    assert set(told) == {"C6", "C7"}
    assert told["C7"].fix is not None
    assert told["C6"].cause == told["C7"].fingerprint
    assert told["C6"].fix is None
    assert told["C6"].advice.id == "Betulkan C7 dahulu, lalu periksa lagi."


def test_the_sum_beside_its_own_wrong_formula_is_still_proposed() -> None:
    sheet = (
        "kode|nama|pagu\n2.17.01|P|600\n2.17.01.2.01|A|=SUM(C4:C5)→300\n2.17.01.2.01.01|S|100\n"
        "2.17.01.2.01.02|T|200\n2.17.01.2.01.03|U|300"
    )
    found = {one.code: one for one in found_by(sheet, "JML001", "ANG003")}
    assert found["JML001"].cause == found["ANG003"].fingerprint
    assert found["JML001"].fix is not None
    assert found["JML001"].fix.value == 600


# JML007 names the lowest cell


def test_cents_are_told_of_the_lowest_cell_and_the_sums_follow_from_it() -> None:
    sheet = (
        "kode|nama|pagu\n2.17.01|P|=C3→350.25\n2.17.01.2.01|A|=C4+C5→350.25\n"
        "2.17.01.2.01.01|S|=201*1.25→250.25\n2.17.01.2.01.02|T|100\n|TOTAL|=C2→350.25"
    )
    found = {one.cell: one for one in found_by(sheet, "JML007")}
    assert set(found) == {"C2", "C3", "C4", "C6"}
    lowest = found["C4"]
    assert lowest.cause is None
    assert lowest.advice.id == "Bulatkan hasil rumusnya: =ROUND(201*1.25,0) di C4."
    for cell in ("C2", "C3"):
        assert found[cell].cause == lowest.fingerprint
        assert found[cell].advice.id == "Betulkan C4 dahulu, lalu periksa lagi."
    assert found["C6"].cause is not None


# What adds up over the years

_T29 = (
    "kode|nama|indikator|target_akhir|realisasi_lalu@{}|realisasi_renja@2022|target_berjalan@2023"
    "|realisasi_berjalan\n2.17.01|P|"
)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        # The sum of percentages, indexes and grades says nothing.
        ("I|90%|10%|20%|30%|60%", "30%"),
        ("Indeks kepuasan|90|70|75|80|225", "80"),
        ("I|Indeks 90|Indeks 70|Indeks 75|Indeks 80|Indeks 80", None),
        ("I|12 bulan|12 bulan|12 bulan|12 bulan|12 bulan", None),
        ("I|60 bulan|12 bulan|12 bulan|12 bulan|36 bulan", None),
        ("I||29 orang/bulan|29 orang/bulan|29 orang/bulan|29 orang/bulan", None),
        ("I|90 UM|10 UM|20 UM|30 UM|30 UM", "60 UM"),
    ],
)
def test_only_what_is_counted_adds_up(row: str, expected: str | None) -> None:
    found = found_by(_T29.format(2021) + row, "RST002", table="T-C.29")
    assert [one.expected for one in found] == ([expected] if expected else [])


def test_a_column_that_includes_the_next_one_is_not_counted_twice() -> None:
    head = _T29.format(2022)
    assert found_by(head + "I|90 UM|30 UM|20 UM|30 UM|60 UM", "RST002", table="T-C.29") == ()
    (found,) = found_by(head + "I|90 UM|30 UM|20 UM|30 UM|70 UM", "RST002", table="T-C.29")
    assert found.expected == "80 UM"
    assert "bila kolom 5 sudah memuat tahun kolom 7" in found.message.id
    assert "60 UM" in found.message.id


# Rows without a code


def test_a_sum_that_is_exact_with_a_row_without_code_takes_it_in() -> None:
    sheet = (
        "kode|nama|pagu|pagu_maju\n2.17.01|P|600|660\n2.17.01.2.01|A|600|660\n"
        "2.17.01.2.01.01|S|100|110\n|Pembangunan gedung|500|550\n2.17.02|Q|7|8\n"
    )
    assert cells_of(sheet, "JML001", "JML002", "LBR005") == []
    wrong = sheet.replace("gedung|500|550", "gedung|500|551")
    assert cells_of(wrong, "JML001", "LBR005") == ["JML001 C3", "JML001 D3", "LBR005 B5"]


def test_a_total_that_is_exact_with_a_row_without_code_takes_it_in() -> None:
    sheet = "kode|nama|pagu\n2.17.01|P|30\n2.17.02|Q|40\n|Belanja tak terduga|30\n|TOTAL|100"
    assert cells_of(sheet, "JML004", "LBR005") == []
    wrong = sheet.replace("TOTAL|100", "TOTAL|101")
    assert cells_of(wrong, "JML004", "LBR005") == ["LBR005 B4", "JML004 C5"]


def test_an_unlabelled_last_row_equal_to_the_top_level_is_the_total() -> None:
    sheet = "kode|nama|pagu\n2.17.01|P|30\n2.17.02|Q|40\n|{}|70"
    assert cells_of(sheet.format(""), "JML004", "LBR005") == []
    assert cells_of(sheet.format("").replace("70", "71"), "JML004", "LBR005") == ["LBR005 C4"]
    plain = "nama|indikator|pagu\nP|I|30\nQ|J|40\n||{}"
    for total in (70, 30):
        assert cells_of(plain.format(total), "LBR005", table="E.81") == []
    (found,) = found_by(plain.format(71), "LBR005", table="E.81")
    assert "tanpa nama" in found.message.id


_PLACES = (
    "kode|nama|indikator|lokasi|target|pagu|pagu_maju\n2.17.01|P|I|Kab.|80%|600|660\n"
    "2.17.01.2.01|A|I|Kab.|80%|600|660\n2.17.01.2.01.01|S|I|Kab.|9 unit|100|110\n"
    "|||Kec. Alpha|4 unit|40|\n|||Kec. Beta|5 unit|60|\n2.17.01.2.01.02|T|I|Kab.|8 unit|300|330\n"
    "|||Kec. Alpha|2 unit|125|\n|||Kec. Beta|3 unit|75|\n|||Kec. Gamma|3 unit|100|\n"
    "2.17.01.2.01.03|U|I|Kab.|6 unit|200|220\n|||Kec. Alpha|2 unit|150|\n|||Kec. Beta|4 unit|50|"
)


def test_lines_of_a_text_are_no_indicators_without_target() -> None:
    lines = "".join(
        f"\n2.17.01.2.01.0{n}|Penyusunan|Jumlah dokumen|{n} unit|10"
        f"\n|Dokumen {n}|hasil {n}||\n||rapat||"
        for n in range(1, 5)
    )
    sheet = "kode|nama|indikator|target|pagu\n2.17.01|P|I|80%|40\n2.17.01.2.01|A|J|80%|40" + lines
    assert cells_of(sheet, "IND001", "IND002", "ISI001") == []
    (table,) = build_example(Silent(sheet, "T-C.33")).tables
    (first, *_) = table.rows_at(Level.SUB_KEGIATAN)
    assert (first.name, first.text("indikator")) == (
        "Penyusunan Dokumen 1",
        "Jumlah dokumen hasil 1 rapat",
    )
    few = "\n".join(sheet.split("\n")[:5])
    assert cells_of(few, "IND002") == ["IND002 D5"]


def test_places_that_share_out_an_amount_are_its_parts() -> None:
    sums = ("JML001", "JML002", "JML005", "LBR005", "IND001", "IND002", "ISI001")
    assert cells_of(_PLACES, *sums) == []
    assert cells_of(_PLACES.replace("|125|", "|135|"), *sums) == ["JML005 F7"]
    alone = "\n".join(_PLACES.split("\n")[:6]).replace("|60|", "|70|")
    assert cells_of(alone, "LBR005") == ["LBR005 D5", "LBR005 D6"]


@pytest.mark.parametrize(
    "label", ["Jml", "JML.", "PAGU TOTAL", "Σ", "Grand Jumlah", "∑ Pagu", "Dana keseluruhan"]
)
def test_the_last_row_is_the_total_whatever_it_is_called(label: str) -> None:
    sheet = f"kode|nama|indikator|pagu\n2.17.01|P|I|30\n2.17.02|Q|J|40\n|{label}||70"
    assert cells_of(sheet, "JML004", "LBR005") == []
    wrong = sheet.replace("||70", "||71")
    expected = ["LBR005 B4"] if label.startswith("Dana") else ["JML004 D4"]
    assert cells_of(wrong, "JML004", "LBR005") == expected


def test_a_last_row_that_lost_its_code_is_no_total() -> None:
    one = "kode|nama|indikator|pagu\n2.17.01|P|I|70\n2.17.01.2.01|A|I|70\n|Sub kegiatan S||70"
    assert cells_of(one, "LBR005") == ["LBR005 B4"]
    aimed = "kode|nama|indikator|pagu\n2.17.01|P|I|30\n2.17.02|Q|J|40\n|Program R|K|70"
    assert cells_of(aimed, "LBR005") == ["LBR005 B4"]


def test_zero_is_no_amount() -> None:
    sheet = "kode|nama|pagu\n2.17.01|P|30\n|Rapat|0\n2.17.02|Q|40"
    assert cells_of(sheet, "LBR005") == []


def test_a_row_that_lost_its_code_is_told_and_breaks_no_sum() -> None:
    sheet = (
        "kode|nama|indikator|target|pagu\n2.17.01|P|I|1 unit|600\n2.17.01.2.01|A|I|1 unit|600\n"
        "2.17.01.2.01.01|S|I|1 unit|100\n|T|J|2 unit|500\n"
    )
    assert cells_of(sheet, "JML001", "JML002", "LBR005") == ["LBR005 B5"]
    alone = sheet.replace("2.17.01.2.01.01|S|I|1 unit|100\n", "").replace("500", "600")
    assert cells_of(alone, "JML001", "JML002", "LBR005") == ["LBR005 B4"]


# The odd one out


_UNITS = (
    "kode|nama|indikator|target_akhir|realisasi_lalu|target_renja|realisasi_renja|target_berjalan"
    "|realisasi_berjalan\n2.17.01|P|I|"
)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("9 unit|1 unit|2 unit|2 unit|3 unit|6 unit", None),
        ("9 dokumen|1 unit|2 unit|2 unit|3 unit|6 unit", "D2"),
        ("9 unit|1 unit|2 dokumen|2 unit|3 unit|6 unit", "F2"),
        ("9 unit|1 unit|2 unit|2 dokumen|3 unit|6 unit", "G2"),
        ("9 dokumen|1 dokumen|2 dokumen|2 dokumne|3 dokumen|6 dokumen", "G2"),
    ],
)
def test_the_odd_unit_of_the_whole_row_is_named(cells: str, expected: str | None) -> None:
    found = found_by(_UNITS + cells, "IND003", table="T-C.29")
    assert [one.cell for one in found] == ([expected] if expected else [])
    if "dokumne" in cells:
        assert "salah ketik satu huruf" in found[0].message.id
