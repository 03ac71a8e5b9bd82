"""Selaras.xlam as other projects read it, and its parts against each other."""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path
from xml.etree import ElementTree

import olefile
import pytest
from oletools.olevba import VBA_Parser
from pyopenvba import ExcelFile
from python_calamine import load_workbook

from selaras_addin.functions import FUNCTIONS
from selaras_addin.ribbon import BUTTONS, GROUPS
from selaras_addin.xlam.build import SETTINGS, build_addin, build_own_modules
from selaras_addin.xlam.customui import NAMESPACE
from selaras_addin.xlam.dispatch import write_python_call
from selaras_addin.xlam.modules import Module
from selaras_addin.xlam.wrappers import NEEDS_WINDOWS
from selaras_addin.xlam.xlwings_source import read_xlwings_modules, read_xlwings_version

from .excel import open_excel

MODULES = [*build_own_modules("id"), *read_xlwings_modules()]
SOURCES = {module.name: module.source for module in MODULES}
SUB = re.compile(r"^(?:Public )?(?:Sub|Function) (\w+)", re.MULTILINE)


@pytest.fixture(scope="module")
def xlam() -> bytes:
    return build_addin("id")


@pytest.fixture(scope="module")
def ribbon(xlam: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(read_part(xlam, "customUI/customUI14.xml"))


def read_part(xlam: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(xlam)) as archive:
        assert archive.testzip() is None
        return archive.read(name)


def find_elements(ribbon: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return list(ribbon.iter(f"{{{NAMESPACE}}}{name}"))


def test_olevba_lists_our_modules_with_our_text(xlam: bytes) -> None:
    parser = VBA_Parser("Selaras.xlam", data=xlam)
    found = {path: code for _file, path, _name, code in parser.extract_macros()}
    assert found == {
        f"VBA/{name}": source.replace("\n", "\r\n") for name, source in SOURCES.items()
    }
    assert set(SOURCES) == {
        "ThisWorkbook", "LembarSetelan", "SelarasPita", "SelarasPerintah", "SelarasFungsi",
        "Dictionary", "xlwings",
    }  # fmt: skip


def test_a_second_reader_finds_the_same(xlam: bytes, tmp_path: Path) -> None:
    path = tmp_path / "Selaras.xlam"
    path.write_bytes(xlam)
    with ExcelFile(str(path)) as file:
        found = file.vba_modules()
    assert set(found) == set(SOURCES)
    for name, source in SOURCES.items():
        # This reader leaves out the attributes at the head.
        assert list_code_lines(found[name]) == list_code_lines(source)


def list_code_lines(text: str) -> list[str]:
    lines = text.replace("\r\n", "\n").split("\n")
    return [line for line in lines if line and not line.startswith("Attribute ")]


def test_two_builds_in_two_processes_are_the_same_bytes(xlam: bytes) -> None:
    program = (
        "import hashlib; from selaras_addin.xlam.build import build_addin;"
        "print(hashlib.sha256(build_addin('id')).hexdigest())"
    )
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.strip() == hashlib.sha256(xlam).hexdigest()


def test_all_text_is_code_page_1252_with_crlf(xlam: bytes) -> None:
    parser = VBA_Parser("Selaras.xlam", data=xlam)
    for _file, _path, name, _code in parser.extract_macros():
        assert name
    for module in MODULES:
        data = module.encode()
        assert data.count(b"\r") == data.count(b"\n") == data.count(b"\r\n") > 0
        data.decode("cp1252")


@pytest.mark.parametrize("bad", ["Rp 5 juta → 6", "x" * 1024, "a\rb"])
def test_text_that_vba_cannot_hold_is_refused_by_module_and_line(bad: str) -> None:
    with pytest.raises(ValueError, match="Uji, line 2"):
        build_addin("id", [Module("Uji", "standard", f'Attribute VB_Name = "Uji"\n\' {bad}\n')])


def test_the_ribbon_is_well_formed_with_unique_ids_and_known_groups(
    ribbon: ElementTree.Element,
) -> None:
    assert ribbon.tag == f"{{{NAMESPACE}}}customUI"
    ids = [element.get("id") for element in ribbon.iter() if element.get("id")]
    assert len(ids) == len(set(ids)) == 1 + len(GROUPS) + len(BUTTONS)
    assert [group.get("label") for group in find_elements(ribbon, "group")] == [
        "Periksa", "Temuan", "Perbaiki", "Selaraskan", "Buku Kerja", "Bantuan",
    ]  # fmt: skip
    allowed = {
        "customUI": {"ribbon"}, "ribbon": {"tabs"}, "tabs": {"tab"}, "tab": {"group"},
        "group": {"button"}, "button": set(),
    }  # fmt: skip
    for element in ribbon.iter():
        names = {child.tag.rpartition("}")[2] for child in element}
        assert names <= allowed[element.tag.rpartition("}")[2]]


def test_every_callback_is_a_public_procedure_with_the_parameters_office_passes(
    ribbon: ElementTree.Element,
) -> None:
    signatures = {
        "onLoad": r"Public Sub {}\(\w+ As Object\)",
        "onAction": r"Public Sub {}\(\w+ As Object\)",
        "getEnabled": r"Public Sub {}\(\w+ As Object, ByRef \w+ As Variant\)",
    }
    named = [
        (attribute, element.get(attribute))
        for element in ribbon.iter()
        for attribute in signatures
        if element.get(attribute)
    ]
    # One onLoad, an onAction for every button, getEnabled for those that need a workbook.
    assert len(named) == 1 + len(BUTTONS) + sum(button.needs_book for button in BUTTONS)
    for attribute, procedure in named:
        pattern = signatures[attribute].format(procedure)
        assert len(re.findall(pattern, SOURCES["SelarasPita"])) == 1, (attribute, procedure)


def test_the_dispatch_has_one_row_for_each_button_and_no_other() -> None:
    source = SOURCES["SelarasPerintah"]
    rows = re.findall(r'Case "(\w+)"\n +RunPython "([^"]+)"', source)
    assert rows == [(button.id, write_python_call(button.id)) for button in BUTTONS]
    assert source.count("Case ") == source.count("RunPython ") + 1 == len(BUTTONS) + 1
    for _identifier, call in rows:
        compile(call, "<RunPython>", "exec")


def test_procedures_have_names_of_their_own_in_the_whole_project() -> None:
    names = {
        module.name: [name.lower() for name in SUB.findall(module.source)]
        for module in MODULES
        if module.kind == "standard"
    }
    theirs = set(names.pop("xlwings"))
    ours = [name for found in names.values() for name in found]
    assert len(ours) == len(set(ours)) > len(FUNCTIONS)
    assert theirs >= {"runpython", "xlpy"}
    assert not theirs & set(ours)


def choose_branches(source: str, constants: dict[str, bool]) -> Iterator[str]:
    """Yield the lines that VBA compiles, without attributes, indents and blank lines."""
    keep = [True]
    for raw in source.splitlines():
        line = raw.strip()
        if line.startswith("#If "):
            keep.append(constants[line.removeprefix("#If ").removesuffix(" Then")])
        elif line == "#Else":
            keep[-1] = not keep[-1]
        elif line == "#End If":
            keep.pop()
        elif all(keep) and line and not line.startswith("Attribute "):
            yield line


def test_the_wrappers_do_what_those_of_xlwings_generator_do() -> None:
    with open_excel() as xl:
        theirs = xl.write_vba().replace("\r\n", "\n")
    expected = read_functions(choose_branches(theirs, {'App = "Microsoft Excel"': True}))
    found = read_functions(choose_branches(SOURCES["SelarasFungsi"], {"Mac": False}))
    assert found == expected
    assert set(found) == {function.name for function in FUNCTIONS}


def read_functions(lines: Iterator[str]) -> dict[str, list[str]]:
    """Return each function's lines by its name."""
    found: dict[str, list[str]] = {}
    name = None
    for line in (line.removeprefix("Public ").removesuffix(" As Variant") for line in lines):
        if line.startswith("Function "):
            name = line[9 : line.index("(")]
            found[name] = []
        elif line == "End Function":
            name = None
        if name:
            found[name].append(line)
    return found


def test_on_macos_each_function_says_that_it_needs_windows() -> None:
    found = read_functions(choose_branches(SOURCES["SelarasFungsi"], {"Mac": True}))
    assert set(found) == {function.name for function in FUNCTIONS}
    for name, lines in found.items():
        assert lines[1:] == [f'{name} = "{NEEDS_WINDOWS.id}"']


def test_every_function_and_argument_has_its_help() -> None:
    source = SOURCES["SelarasFungsi"]
    for function in FUNCTIONS:
        help_text = function.help.id.replace('"', '""')
        assert f'Attribute {function.name}.VB_Description = "{help_text}"\n' in source
        words = [parameter.help.id.replace('"', '""') for parameter in function.parameters]
        arguments = ", _\n            ".join(f'"{text}"' for text in words)
        call = f'Uraikan "{function.name}", "{help_text}", _\n        Array( _\n            '
        assert f"{call}{arguments})\n" in source


def test_the_settings_stand_in_the_sheet_that_xlwings_reads(xlam: bytes) -> None:
    book = load_workbook(io.BytesIO(xlam))
    assert book.sheet_names == ["selaras.conf"]
    found = dict(book.get_sheet_by_name("selaras.conf").to_python())
    assert found == SETTINGS
    assert all(key == key.upper() and value for key, value in found.items())
    assert 'PROJECT_NAME As String = "selaras"' in SOURCES["xlwings"]


def unscramble(data: str, identity: str) -> bytes:
    """Return what [MS-OVBA] 2.4.3.3 takes out of a hidden value of the PROJECT stream."""
    raw = bytes.fromhex(data)
    seed, version, key = raw[0], raw[0] ^ raw[1], raw[0] ^ raw[2]
    assert (version, key) == (2, sum(identity.encode()) & 0xFF)
    plain, first, second = key, raw[2], raw[1]
    out = bytearray()
    for byte in raw[3:]:
        plain = byte ^ ((second + plain) & 0xFF)
        second, first = first, byte
        out.append(plain)
    ignored = (seed & 6) // 2
    length = int.from_bytes(out[ignored : ignored + 4], "little")
    assert len(out) == ignored + 4 + length
    return bytes(out[ignored + 4 :])


def test_the_project_is_neither_locked_nor_hidden(xlam: bytes) -> None:
    # The reading itself is proved on a project that Excel has written.
    theirs = Path(str(distribution("xlwings").locate_file("xlwings/quickstart_addin_ribbon.xlam")))
    for data in (theirs.read_bytes(), xlam):
        with olefile.OleFileIO(io.BytesIO(read_part(data, "xl/vbaProject.bin"))) as file:
            project = dict(re.findall(r'^(\w+)="(.*)"', read_stream(file, "PROJECT"), re.MULTILINE))
        hidden = [unscramble(project[key], project["ID"]) for key in ("CMG", "DPB", "GC")]
        assert hidden == [bytes(4), b"\0", b"\xff"]


def read_stream(file: olefile.OleFileIO, name: str) -> str:
    return file.openstream(name).read().decode("cp1252").replace("\r\n", "\n")


def test_code_names_are_the_document_modules(xlam: bytes) -> None:
    book, sheet = (
        read_part(xlam, name).decode() for name in ("xl/workbook.xml", "xl/worksheets/sheet1.xml")
    )
    names = re.findall(r'codeName="(\w+)"', book + sheet)
    assert names == [module.name for module in MODULES if module.kind == "document"][::-1]


def test_xlwings_is_the_installed_one_with_its_notices() -> None:
    source = SOURCES["xlwings"]
    assert f'XLWINGS_VERSION As String = "{read_xlwings_version()}"' in source
    assert f"xlwings64-{read_xlwings_version()}.dll" in source
    assert "Copyright (C) 2014-present, Zoomer Analytics LLC." in source
    assert "THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS" in source
    assert "@license: MIT" in SOURCES["Dictionary"]


def test_no_workbook_and_no_folder_can_name_the_program_that_runs() -> None:
    """A sheet selaras.conf in a workbook that was sent could start any program otherwise."""
    source = SOURCES["xlwings"]
    assert "SheetExists(ActiveWorkbook, PROJECT_NAME" not in source
    assert 'source = "directory"' not in source
    assert "uses_embedded_code = True\n" not in source
    assert source.count("' Changed by Selaras") == 3
    assert source.count(' -P -B -c "') == source.count(' -c "') == 2
    assert 'PYTHON_WIN = Environ("SystemRoot") & "\\System32\\cmd.exe "' in source


def test_an_english_add_in_has_the_same_buttons_in_english() -> None:
    english = ElementTree.fromstring(read_part(build_addin("en"), "customUI/customUI14.xml"))
    assert [button.get("label") for button in find_elements(english, "button")] == [
        button.label.en for button in BUTTONS
    ]
