"""Files that are odd but honest: every one is read, every cell at its true address."""

from __future__ import annotations

import datetime
import math
import zipfile
from io import BytesIO

import openpyxl
import pytest

from hostile import Lie, build_zip, squeeze
from intake.snapshot import map_by_address, map_cells, read_bytes, read_only_sheet
from intake.xmlbook import (
    MAIN,
    OFFICE,
    PACKAGE,
    build_book,
    build_parts,
    build_sheet,
    build_strings,
    zip_members,
)
from selaras.model.book import SparseGrid

STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"


def test_one_cell_in_the_last_corner() -> None:
    found = read_only_sheet(
        build_book(
            '<row r="1"><c r="A1"><v>1</v></c></row>'
            '<row r="1048576"><c r="XFD1048576" t="str"><v>ujung</v></c></row>'
        )
    )
    assert isinstance(found.grid, SparseGrid)
    assert map_cells(found) == {"A1": 1.0, "XFD1048576": "ujung"}


def test_formatted_rows_down_to_the_last() -> None:
    rows = "".join(f'<row r="{n}" s="1" customFormat="1"/>' for n in range(2, 1_048_577, 37))
    rows += '<row r="1048576"><c r="AMK1048576" s="1"/></row>'
    assert map_cells(
        read_only_sheet(build_book(f'<row r="1"><c r="A1"><v>7</v></c></row>{rows}'))
    ) == {"A1": 7.0}


def test_cells_far_apart_keep_their_types() -> None:
    rows = (
        '<row r="3"><c r="C3" t="s"><v>1</v></c><c r="ZZ3" s="1"><v>45000</v></c></row>'
        '<row r="90000"><c r="B90000" t="b"><v>1</v></c><c r="D90000" t="e"><v>#N/A</v></c>'
        '<c r="E90000"><f>A1</f><v>2.5</v></c>'
        '<c r="F90000" t="inlineStr"><is><t>di sini</t></is></c></row>'
    )
    found = read_only_sheet(build_book(rows, shared=build_strings("<t>a</t>", "<t>b</t>")))
    assert map_cells(found) == {
        "C3": "b",
        "ZZ3": datetime.date(2023, 3, 15),
        "B90000": True,
        "E90000": 2.5,
        "F90000": "di sini",
    }
    assert map_by_address(found.errors) == {"D90000": "#N/A"}
    assert map_by_address(found.formulas) == {"E90000": "=A1"}


def test_more_far_cells_than_one_line_of_the_block() -> None:
    rows = "".join(f'<row r="{n * 100}"><c r="{c}{n * 100}"><v>{n}</v></c></row>'
                   for n, c in ((n, ("A", "ZZ")[n % 2]) for n in range(1, 1_001)))  # fmt: skip
    found = map_cells(read_only_sheet(build_book(rows)))
    assert len(found) == 1_000
    assert found["ZZ99900"] == 999.0
    assert found["A100000"] == 1_000.0


def test_positions_may_be_implied() -> None:
    rows = (
        "<row><c><v>1</v></c><c><v>2</v></c></row><row r='5'><c><v>3</v></c>"
        "<c r='D5'><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c></row>"
    )
    assert map_cells(read_only_sheet(build_book(rows))) == {
        "A1": 1.0, "B1": 2.0, "A5": 3.0, "D5": 4.0, "E5": 5.0, "A6": 6.0,
    }  # fmt: skip


def test_rows_and_cells_out_of_order() -> None:
    rows = (
        '<row r="3"><c r="C3"><v>1</v></c><c r="A3"><v>2</v></c></row>'
        '<row r="1"><c r="B1"><v>3</v></c></row>'
    )
    assert map_cells(read_only_sheet(build_book(rows))) == {"B1": 3.0, "A3": 2.0, "C3": 1.0}


def test_prefixed_namespaces() -> None:
    part = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:cols><x:col min="2" max="3" hidden="1"/></x:cols>'
        '<x:sheetData><x:row r="1" hidden="true"><x:c r="A1" t="s"><x:v>0</x:v></x:c>'
        '<x:c r="B1"><x:f>SUM(C1:D1)</x:f></x:c></x:row></x:sheetData>'
        '<x:mergeCells><x:mergeCell ref="C1:D2"/></x:mergeCells></x:worksheet>'
    )
    shared = f'<y:sst xmlns:y="{MAIN}"><y:si><y:t>teks</y:t></y:si></y:sst>'
    found = read_only_sheet(zip_members(build_parts(part, shared=shared)))
    assert map_cells(found) == {"A1": "teks"}
    assert map_by_address(found.uncalculated) == {"B1"}
    assert found.hidden_columns == {2, 3}
    assert found.hidden_rows == {1}
    assert [str(area) for area in found.merges] == ["C1:D2"]


def test_cells_of_a_foreign_namespace_are_not_read() -> None:
    part = build_sheet(
        '<row r="1"><c r="A1"><v>1</v></c><q:c xmlns:q="urn:q" r="XFD1"><q:v>9</q:v></q:c></row>'
    )
    assert map_cells(read_only_sheet(zip_members(build_parts(part)))) == {"A1": 1.0}


def test_comments_cdata_and_instructions() -> None:
    rows = (
        '<!-- <c r="Z9"><v>9</v></c> --><row r="1"><?x y?><c r="A1" t="str">'
        "<v><![CDATA[a <b>]]> & c</v></c><!-- x --><c r='B1'><v><!-- 1 -->23</v></c></row>"
    ).replace(" & ", " &amp; ")
    assert map_cells(read_only_sheet(build_book(rows))) == {"A1": "a <b> & c", "B1": 23.0}


def test_character_references_in_numbers() -> None:
    assert map_cells(
        read_only_sheet(build_book('<row r="1"><c r="A1"><v>3&#x31;</v></c></row>'))
    ) == {"A1": 31.0}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_encodings(encoding: str) -> None:
    declared = '<?xml version="1.0" encoding="UTF-16"?>' if "16" in encoding else ""
    shared = (declared + build_strings("<t>Rincian – ≥ 5 é</t>")).encode(encoding)
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="str"><v>½</v></c></row>'
    part = (declared + build_sheet(rows)).encode(encoding)
    assert map_cells(read_only_sheet(zip_members(build_parts(part, shared=shared)))) == {
        "A1": "Rincian – ≥ 5 é",
        "B1": "½",
    }


def test_strict_file() -> None:
    made = build_parts(
        build_sheet('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45000</v></c>'
              '<c r="C1" t="d" s="1"><v>2024-05-06</v></c></row>'),
        shared=build_strings("<t>x</t>"),
    )  # fmt: skip
    strict = {
        name: str(content).replace(MAIN, STRICT).replace(OFFICE, STRICT_OFFICE)
        for name, content in made.items()
    }
    assert map_cells(read_only_sheet(zip_members(strict))) == {
        "A1": "x",
        "B1": datetime.date(2023, 3, 15),
        "C1": datetime.date(2024, 5, 6),
    }


def test_dates_from_1904() -> None:
    data = build_book(
        '<row r="1"><c r="A1" s="1"><v>43538</v></c></row>', properties='date1904="true"'
    )
    assert map_cells(read_only_sheet(data)) == {"A1": datetime.date(2023, 3, 15)}


def test_dates_times_and_durations() -> None:
    rows = (
        '<row r="1"><c r="A1" s="1"><v>45000.5</v></c><c r="B1" s="1"><v>0.25</v></c>'
        '<c r="C1" s="2"><v>1.5</v></c><c r="D1" s="2"><v>1e300</v></c>'
        '<c r="E1" s="1"><v>NaN</v></c></row>'
    )
    found = map_cells(read_only_sheet(build_book(rows)))
    assert isinstance(found["E1"], float)
    assert math.isnan(found.pop("E1"))  # type: ignore[arg-type]
    assert found == {
        "A1": datetime.datetime(2023, 3, 15, 12),
        "B1": datetime.time(6),
        "C1": datetime.timedelta(days=1, hours=12),
        "D1": 1e300,
    }


def test_nan_and_infinity() -> None:
    rows = (
        '<row r="1"><c r="A1"><v>NaN</v></c><c r="B1" t="n"><v>INF</v></c>'
        '<c r="C1"><v>-INF</v></c></row>'
    )
    found = map_cells(read_only_sheet(build_book(rows)))
    assert math.isnan(found["A1"])  # type: ignore[arg-type]
    assert (found["B1"], found["C1"]) == (math.inf, -math.inf)


def test_strings_of_all_kinds() -> None:
    shared = build_strings(
        "<t>polos</t>",
        '<r><t xml:space="preserve">kaya </t></r><r><rPr><b/></rPr><t>teks</t></r>'
        '<rPh sb="0" eb="1"><t>FONETIK</t></rPh>',
        "<t>a_x0041_b_x000D_c_x005F_x0041_</t>",
        '<t xml:space="preserve">   </t>',
        "<t/>",
    )
    row = "".join(f'<c r="{letter}1" t="s"><v>{n}</v></c>' for n, letter in enumerate("ABCDE"))
    row += (
        '<c r="F1" t="inlineStr"><is><t>baris &amp; ini</t></is></c>'
        '<c r="G1" t="inlineStr"><is><r><t xml:space="preserve">x </t></r>'
        "<r><rPr><b/></rPr><t>y</t></r></is></c>"
    )
    assert map_cells(read_only_sheet(build_book(f'<row r="1">{row}</row>', shared=shared))) == {
        "A1": "polos",
        "B1": "kaya teks",
        "C1": "aAb\rc_x0041_",
        "D1": "   ",
        "F1": "baris & ini",
        "G1": "x y",
    }


def test_formula_results() -> None:
    rows = (
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>C1</f></c>'
        '<c r="C1"><f>D1</f><v></v></c><c r="D1"><f>E1</f><v /></c>'
        '<c r="E1" t="str"><f>IF(1,"")</f><v></v></c><c r="F1" t="str"><f>IF(2,"")</f></c>'
        '<c r="G1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="H1" t="b"><f>1=1</f><v>1</v></c>'
        '<c r="I1" t="str"><f>"a"&amp;"&lt;b&gt;"</f><v>a&lt;b&gt;</v></c></row>'
    )
    found = read_only_sheet(build_book(rows))
    assert map_cells(found) == {"A1": 2.0, "H1": True, "I1": "a<b>"}
    assert map_by_address(found.uncalculated) == {"B1", "C1", "D1"}
    assert map_by_address(found.errors) == {"G1": "#DIV/0!"}
    assert map_by_address(found.formulas)["I1"] == '="a"&"<b>"'
    assert len(found.formulas) == 9


def test_array_formula_stays_text() -> None:
    rows = (
        '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v>1</v></c></row>'
        '<row r="2"><c r="A2"><v>2</v></c></row>'
    )
    assert map_by_address(read_only_sheet(build_book(rows)).formulas) == {"A1": "=B1:B2*2"}


def test_shared_formula_before_its_first_cell() -> None:
    rows = (
        '<row r="1"><c r="B1"><f t="shared" si="0"/><v>1</v></c></row>'
        '<row r="2"><c r="B2"><f t="shared" si="0" ref="B1:B2">A2*$C$1</f><v>1</v></c></row>'
    )
    assert map_by_address(read_only_sheet(build_book(rows)).formulas) == {
        "B1": "=A1*$C$1",
        "B2": "=A2*$C$1",
    }


@pytest.mark.parametrize("error", ["#SPILL!", "#CALC!", "Err:502"])
def test_errors_that_calamine_does_not_know(error: str) -> None:
    rows = f'<row r="1"><c r="A1" t="e"><f>X()</f><v>{error}</v></c><c r="B1"><v>2</v></c></row>'
    found = read_only_sheet(build_book(rows))
    assert map_cells(found) == {"B1": 2.0}
    assert map_by_address(found.errors) == {"A1": error}


@pytest.mark.parametrize("content", ["1,5", "abc", "12 orang"])
def test_text_in_a_cell_of_numbers(content: str) -> None:
    rows = f'<row r="1"><c r="A1" t="n"><v>{content}</v></c><c r="B1" t="n"><v> 7 </v></c></row>'
    assert map_cells(read_only_sheet(build_book(rows))) == {"A1": content, "B1": 7.0}


def test_absolute_part_paths() -> None:
    made = build_parts(build_sheet('<row r="1"><c r="A1"><v>1</v></c></row>'))
    for name in ("_rels/.rels", "xl/_rels/workbook.xml.rels"):
        made[name] = str(made[name]).replace('Target="w', 'Target="/xl/w').replace(
            'Target="xl', 'Target="/xl').replace('Target="s', 'Target="/xl/s')  # fmt: skip
    assert map_cells(read_only_sheet(zip_members(made))) == {"A1": 1.0}


def test_parts_elsewhere_and_in_another_case() -> None:
    made = build_parts(
        build_sheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'),
        shared=build_strings("<t>x</t>"),
    )
    moved = {
        name.replace("xl/", "Data/").replace("sharedStrings", "SHAREDSTRINGS"): str(
            content
        ).replace('"xl/', '"Data/./')
        for name, content in made.items()
    }
    assert map_cells(read_only_sheet(zip_members(moved))) == {"A1": "x"}


def test_names_with_backslashes() -> None:
    made = build_parts(build_sheet('<row r="1"><c r="A1"><v>1</v></c></row>'))
    lies = []
    for name, content in made.items():
        raw = str(content).encode()
        lies.append(Lie(name.replace("/", "\\"), squeeze(raw), len(raw), zipfile.crc32(raw)))
    assert map_cells(read_only_sheet(build_zip(lies))) == {"A1": 1.0}


def test_bytes_before_and_after_the_archive() -> None:
    plain = build_book('<row r="1"><c r="A1"><v>1</v></c></row>')
    assert map_cells(read_only_sheet(plain + b"\r\n" * 50)) == {"A1": 1.0}


def test_members_written_as_a_stream_and_in_zip64() -> None:
    class Pipe(BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: int) -> int:
            raise OSError

        def tell(self) -> int:
            raise OSError

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in build_parts(
            build_sheet('<row r="1"><c r="A1"><v>1</v></c></row>')
        ).items():
            with archive.open(name, "w", force_zip64=True) as member:
                member.write(str(content).encode())
    assert map_cells(read_only_sheet(pipe.getvalue())) == {"A1": 1.0}


def test_sheet_states_and_other_sheets() -> None:
    made = build_parts(build_sheet('<row r="1"><c r="A1"><v>1</v></c></row>'))
    kinds = ("worksheet", "chartsheet", "worksheet", "dialogsheet", "worksheet")
    states = ("", "", 'state="hidden"', "", 'state="veryHidden"')
    tabs = "".join(
        f'<sheet name="L&amp;{n}" sheetId="{n}" r:id="r{n}" {state}/>'
        for n, state in enumerate(states)
    )
    links = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/{kind}" Target="worksheets/{n}.xml"/>'
        for n, kind in enumerate(kinds)
    )
    links += (
        f'<Relationship Id="v" Type="http://schemas.microsoft.com/office/2006/relationships/'
        f'vbaProject" Target="vbaProject.bin"/>'
        f'<Relationship Id="e" Type="{OFFICE}/externalLink" Target="externalLinks/1.xml"/>'
        f'<Relationship Id="w" Type="{OFFICE}/worksheet" TargetMode="External" '
        f'Target="https://example.org/x.xml"/>'
    )
    made["xl/workbook.xml"] = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{tabs}</sheets></workbook>'
    )
    made["xl/_rels/workbook.xml.rels"] = f'<Relationships xmlns="{PACKAGE}">{links}</Relationships>'
    for number in range(5):
        cell = f'<row r="1"><c r="A1"><v>{number}</v></c></row>'
        made[f"xl/worksheets/{number}.xml"] = build_sheet(cell)
    found = read_bytes(zip_members(made))
    assert [(one.name, one.state, one.value(1, 1)) for one in found.sheets] == [
        ("L&0", "visible", 0.0),
        ("L&2", "hidden", 2.0),
        ("L&4", "veryHidden", 4.0),
    ]
    words = " ".join(note.en for note in found.notes)
    assert "macros" in words
    assert "links" in words
    assert "Dialog" in words


def test_filter_in_use() -> None:
    rows = (
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row>'
    )
    used = '<autoFilter ref="A1:A2"><filterColumn colId="0"/></autoFilter>'
    assert read_only_sheet(build_book(rows, after=used)).filtered
    assert read_only_sheet(build_book(rows, before='<sheetPr filterMode="1"/>')).filtered
    assert not read_only_sheet(build_book(rows, after='<autoFilter ref="A1:A2"/>')).filtered


def test_sheet_without_cells() -> None:
    for part in (build_sheet(""), f'<worksheet xmlns="{MAIN}"><sheetData/></worksheet>'):
        found = read_only_sheet(zip_members(build_parts(part)))
        assert map_cells(found) == {}


def test_file_by_openpyxl_write_only() -> None:
    workbook = openpyxl.Workbook(write_only=True)
    made = workbook.create_sheet("Data")
    made.append(["Kode", 1, None, 2.5, True, "=B1*2", datetime.date(2024, 1, 2)])
    buffer = BytesIO()
    workbook.save(buffer)
    found = read_only_sheet(buffer.getvalue())
    assert map_cells(found) == {
        "A1": "Kode", "B1": 1.0, "D1": 2.5, "E1": True, "G1": datetime.date(2024, 1, 2),
    }  # fmt: skip
    assert map_by_address(found.uncalculated) == {"F1"}
