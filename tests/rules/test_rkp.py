"""RKP: the review of the RKPD in other people's documents."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from layouts import Row, read
from selaras.engine.run import check_book
from selaras.model.setting import Setting, Thresholds
from selaras.recognise import recognise
from selaras.rule.examples import build_example
from selaras.rule.registry import Silent
from selaras.rules import registry
from selaras.values.a1 import Area
from selaras.values.finding import Severity

from .document import DocumentCopy, open_corrected, open_written
from .running import find_findings

RULES = [rule for code, rule in registry().items() if code.startswith("RKP")]
FIVE_LAYOUTS = ("asli", "nama-lain", "tumpuk", "sipd", "bergeser")
TC31 = "T-C.31"
many_examples = settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)


def words(sheet: str, setting: Setting | None = None) -> list[str]:
    """Return what the RKP rules say of a compact workbook: "RKP002 E2"."""
    found = find_findings(build_example(Silent(sheet), setting), RULES)
    return [f"{f.code} {f.cell if f.sheet == 'Lembar1' else f'{f.sheet}!{f.cell}'}" for f in found]


# Other people's documents

SHORT_HEAD = "no|rkpd_nama|rkpd_pagu|nama|kebutuhan_dana|catatan\n"
LONG_HEAD = (
    "no|rkpd_nama|rkpd_indikator|rkpd_target|rkpd_pagu"
    "|nama|indikator|target|kebutuhan_dana|catatan\n"
)
PLAN_HEAD = "\n== T-C.33\nkode|nama|pagu\n"
WATER_AND_ROADS = "1.03.03|Program Air|50\n1.03.10|Program Jalan|300"


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        # Programs with their kegiatan: the kegiatan are told by themselves, the program not again.
        (
            "1|Program Air|100|Program Air|100|\n|Pipa|60|Pipa|90|\n|Sumur|40|Sumur|10|Kering",
            ["RKP003 F3"],
        ),
        # Halves in another order, as codes tell: every amount agrees.
        (
            "1|1.03.03 Program Air|50|1.03.10 Program Jalan|300|\n"
            "2|1.03.10 Program Jalan|300|1.03.03 Program Air|50|" + PLAN_HEAD + WATER_AND_ROADS,
            [],
        ),
        # Blank, dashed and doubly zero amounts say nothing.
        ("1|Program Air||Program Air|50|\n2|Program Jalan|-|Program Jalan|9|", []),
        ("1|Program Air|0|Program Air|0|\n2|Program Jalan|0|||\n3|||Program Irigasi|0|", []),
        # Nothing allowed, something asked for.
        ("1|Program Air|0|Program Air|5|", ["RKP002 E2", "RKP003 F2"]),
        # An amount that cannot be known.
        ("1|Program Air|50|Program Air|=B9|", []),
        # The right half repeats no names, or says "sda".
        ("1|Program Air|50||50|\n2|Program Jalan|300|sda|300|" + PLAN_HEAD + WATER_AND_ROADS, []),
        # A slip in the name; totals in other words.
        (
            "1|Program Pengelolaan Air Baku|50|Program Pengelolan Air Baku|50|\n"
            "|Jumlah Pagu Dinas PU|50||50|"
            + PLAN_HEAD
            + "1.03.03|Program Pengelolaan Air Baku|50\n|TOTAL PAGU|50",
            [],
        ),
        ("1|Program Air|50|Program Air|50|\n|JUMLAH|50||60|", ["RKP002 E3"]),
        # A threshold of its own, and reasons.
        ("1|Program Air|100|Program Air|89|disesuaikan dgn. kebutuhan", ["RKP003 F2"]),
        ("1|Program Air|100|Program Air|89|Sesuai kebutuhan OPD.", ["RKP003 F2"]),
        ("1|Program Air|100|Program Air|90|", []),
        ("1|Program Air|100|Program Air|80|Pagu dialihkan ke Program Jalan", []),
        # A renamed program is a doubt and told once; another program is an error on both sides.
        (
            "1|Program Penataan Bangunan|50|Program Penataan Bangunan Gedung|50|",
            ["RKP001 D2"],
        ),
        ("1|Program Air|50|Program Jalan|50|", ["RKP001 B2", "RKP001 D2"]),
        # A section head with an amount is no program.
        (
            "1|Dinas PU|50|Dinas PU|70|Tambahan DAK\n2|Program Air|50|Program Air|50|",
            [],
        ),
        # Only kegiatan, and T-C.33 has them.
        (
            "1|Pipa|60|Pipa|60|\n2|Sumur|40|Sumur|45|"
            + PLAN_HEAD
            + "1.03.03|Program Air|100\n1.03.03.2.01|Pipa|60\n1.03.03.2.02|Sumur|40",
            ["RKP002 E3", "RKP004 E3", "RKP003 F3"],
        ),
        # Several bidang in one T-C.33; a program that the review lacks.
        (
            "1|Program Air|50|Program Air|50|"
            + PLAN_HEAD
            + "1.03|PU|50\n1.03.03|Program Air|50\n2.10|Tanah|7\n2.10.04|Program Tanah|7",
            ["RKP001 Lembar2!B5"],
        ),
        # Twins by name cannot be told apart: no error.
        (
            "1|Program Air|50|Program Air|50|\n2|Program Air|60|Program Air|60|"
            + PLAN_HEAD
            + "1.03.03|Program Air|60\n2.11.03|Program Air|50",
            [],
        ),
        # Both halves agree and T-C.33 does not; the total neither.
        (
            "1|Program Jalan|300|Program Jalan|300|\n|TOTAL|300||300|"
            + PLAN_HEAD
            + "1.03.10|Program Jalan|310\n|TOTAL|310",
            ["RKP004 E2", "RKP006 E3"],
        ),
        # The SIPD form stands for T-C.33.
        (
            "1|Program Jalan|300|Program Jalan|300|\n== SIPD-17\n"
            "kode|nama|prakiraan_berjalan|pagu\n1.03.10|Program Jalan||310",
            ["RKP004 E2"],
        ),
    ],
)
def test_amounts_and_programs(sheet: str, said: list[str]) -> None:
    assert words(f"== {TC31}\n{SHORT_HEAD}{sheet}") == said


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        # Several values in one cell; a unit that only one side says.
        ("1|Program A|Desa|4 % ; 2 %|5|Program A|Desa|4%; 2%|5|", []),
        ("1|Program A|Desa|4 % ; 2 %|5|Program A|Desa|4%; 3%|5|", ["RKP005 H2"]),
        ("1|Program A|Desa|40 desa|5|Program A|Desa|40|5|", []),
        # A target is blank on one side.
        ("1|Program A|Desa|40 desa|5|Program A|Desa||5|", []),
        # Further indicators in another order, and one that the OPD dropped.
        (
            "1|Program A|Desa maju|4%|5|Program A|Jalan baik|70%|5|\n"
            "||Jalan baik|70%|||Desa maju|4%||",
            [],
        ),
        (
            "1|Program A|Desa maju|4%|5|Program A|Desa maju|4%|5|\n||Jalan baik|70%||||||",
            ["RKP005 G2"],
        ),
        # The right half lies elsewhere: told where it stands.
        (
            "1|Program A|Desa maju|4%|5|Program B|Jalan baik|70%|5|Ok\n"
            "2|Program B|Jalan baik|70%|5|Program A|Desa maju|9%|5|Ok",
            ["RKP005 H3"],
        ),
        # Spelling of the plan only; another measure in the plan; targets of another measure.
        (
            "1|Program A|Fasilitas desa|4%|5|Program A|Fasilitas Desa|4%|5|"
            "\n== T-C.33\nkode|nama|indikator|target|pagu\n1.03.03|Program A|Fasilitasi desa|4%|5",
            ["RKP005 G2"],
        ),
        (
            "1|Program A|Desa maju|4%|5|Program A|Desa maju|4%|5|"
            "\n== T-C.33\nkode|nama|indikator|target|pagu\n1.03.03|Program A|Jumlah jalan|70 km|5",
            ["RKP005 G2"],
        ),
    ],
)
def test_indicators(sheet: str, said: list[str]) -> None:
    assert words(f"== {TC31}\n{LONG_HEAD}{sheet}") == said


def test_a_spelling_is_only_worth_a_look() -> None:
    sheet = f"== {TC31}\n{LONG_HEAD}1|Program A|Fasilitas desa|4%|5|Program A|Fasilitasi desa|4%|5|"
    (found,) = find_findings(build_example(Silent(sheet)), RULES)
    assert (found.code, found.severity, found.expected) == ("RKP005", Severity.INFO, None)


def test_the_threshold_can_be_set() -> None:
    sheet = f"== {TC31}\n{SHORT_HEAD}1|Program Air|100|Program Air|80|"
    assert words(sheet) == ["RKP003 F2"]
    assert words(sheet, Setting(thresholds=Thresholds(rkpd=25))) == []


def test_amounts_in_thousands_on_one_side() -> None:
    sheet = (
        f"== {TC31}\n{SHORT_HEAD}1|Program Air|50|Program Air|50|"
        "\n2|Program Jalan|70|Program Jalan|70|\n|TOTAL|120||120|"
        + PLAN_HEAD
        + "1.03.03|Program Air|50123\n1.03.10|Program Jalan|90321\n|TOTAL|140444"
    )
    work = build_example(Silent(sheet))
    for key in ("rkpd_pagu", "kebutuhan_dana"):
        work.tables[0].columns[key].scale = 1000
    found = find_findings(work, RULES)
    assert [(f.code, f.cell, f.difference) for f in found] == [
        ("RKP004", "E3", Decimal("-20.321")),
        ("RKP006", "E4", Decimal("-20.444")),
    ]


def test_without_the_tables_the_rules_say_why_they_are_skipped() -> None:
    report = check_book(build_example(Silent("kode|nama|pagu\n1.03|U|9")).book, Setting())
    states = {rule.code: rule for rule in report.rules if rule.code.startswith("RKP")}
    assert {rule.status for rule in states.values()} == {"skipped"}
    assert states["RKP002"].reason == ("tidak ada tabel T-C.31", "there is no table T-C.31")


def test_a_merged_note_is_the_note_of_each_row() -> None:
    book = open_written("asli").book
    copy = DocumentCopy(open_written("asli"), [TC31])
    rows = [row.index for row in read(TC31).rows if row.values["no"]]
    first = copy.origin.find_place(TC31, rows[0], "catatan")
    copy.write(first, "Pergeseran ke pemulihan ekonomi, Instruksi Bupati 3/2023")
    for index in rows[1:]:
        copy.write(copy.origin.find_place(TC31, index, "catatan"), None)
    sheet = copy.book().sheets[0]
    sheet.merges = (*sheet.merges, Area(8, 12, 14, 12))
    work = recognise(book._replace(sheets=(sheet,)), Setting())
    assert [f.code for f in find_findings(work, RULES) if f.code == "RKP003"] == []


def test_ten_thousand_programs_in_time() -> None:
    rows = "\n".join(
        f"{n}|Program {n} A|{n}|Program {n} A|{n}|\n|Kegiatan {n}|{n}|Kegiatan {n}|{n}|"
        for n in range(1, 5001)
    )
    plan = "\n".join(f"1.03.{n % 90 + 10}|Program {n} A|{n}" for n in range(1, 5001))
    assert words(f"== {TC31}\n{SHORT_HEAD}{rows}{PLAN_HEAD}{plan}") == []


# What is no mistake in a good document


SUPPORT_PLAN = (
    "\n== T-C.33\nkode|nama|pagu\n2.17.01|Program Penunjang Urusan|{}\n2.17.02|Program X|5"
)


@pytest.mark.parametrize(
    ("pagu", "said"), [(70, []), (75, ["RKP004 E2"])], ids=["the same", "another amount"]
)
def test_x_xx_01_is_the_01_of_the_agency(pagu: int, said: list[str]) -> None:
    # Its name is another one: only the code tells that the program is in the plan.
    rows = (
        "1|X.XX.01 Penunjang OPD|70|2.17.01 Penunjang OPD|70|\n"
        "2|2.17.02 Program X|5|2.17.02 Program X|5|"
    )
    assert words(f"== {TC31}\n{SHORT_HEAD}{rows}{SUPPORT_PLAN.format(pagu)}") == said
    other = rows.replace("2.17.01 Pen", "X.XX.01 Pen")
    assert words(f"== {TC31}\n{SHORT_HEAD}{other}{SUPPORT_PLAN.format(pagu)}") == said


def list_findings(copy: DocumentCopy) -> set[tuple[str, str, str]]:
    found = find_findings(recognise(copy.book(), Setting()), RULES)
    return {(f.code, f.sheet or "", f.cell or "") for f in found}


def open_copy(layout: str) -> DocumentCopy:
    return DocumentCopy(open_corrected(layout))


def draw_program(data: st.DataObject) -> Row:
    return data.draw(st.sampled_from([row for row in read(TC31).rows if row.values["no"]]))


@pytest.mark.parametrize("layout", FIVE_LAYOUTS)
@many_examples
@given(data=st.data())
def test_spelling_of_names_is_no_difference(layout: str, data: st.DataObject) -> None:
    copy, row = open_copy(layout), draw_program(data)
    before = list_findings(copy)
    for key in ("nama", "rkpd_nama"):
        name = str(row.values[key])
        text = data.draw(
            st.sampled_from(
                (name.upper(), name.replace(" ", "  "), f"{name}.", name[:-3] + name[-2:])
            )
        )
        copy.write(copy.origin.find_place(TC31, row.index, key), text)
    assert list_findings(copy) == before


@pytest.mark.parametrize("layout", FIVE_LAYOUTS)
@many_examples
@given(data=st.data())
def test_a_reason_is_enough(layout: str, data: st.DataObject) -> None:
    copy, row = open_copy(layout), draw_program(data)
    before = list_findings(copy)
    reasons = ("Pergeseran ke program 2.17.06 karena penugasan Bupati", "Tambahan DAK 2024")
    copy.write(
        copy.origin.find_place(TC31, row.index, "catatan"), data.draw(st.sampled_from(reasons))
    )
    assert list_findings(copy) == before
