"""The real document in the template: its mistakes are found, and set right there are none."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from layouts import PRINTED, load_corrected
from renja_mojokerto.in_template import SETTINGS, list_typed
from selaras import check
from selaras.intake import read_book
from selaras.values.a1 import column_letters
from selaras.values.finding import Finding, Severity
from selaras_templates.build import build_workbook

from .calc import CalcBook

EXAMPLE_FOLDER = Path(__file__).resolve().parents[2] / "examples"
FILLED = EXAMPLE_FOLDER / "renja-mojokerto-2024-template.xlsx"
CORRECTED = EXAMPLE_FOLDER / "renja-mojokerto-2024-template-benar.xlsx"
ORIGINAL = EXAMPLE_FOLDER / "renja-mojokerto-2024.xlsx"


def find_findings(path: Path) -> tuple[Finding, ...]:
    (workbook,) = check(path).workbooks
    return workbook.findings


@pytest.fixture(scope="module")
def filled_findings() -> tuple[Finding, ...]:
    return find_findings(FILLED)


@pytest.mark.parametrize(
    ("path", "document"), [(FILLED, PRINTED), (CORRECTED, load_corrected())], ids=["asli", "benar"]
)
def test_the_committed_workbooks_are_what_the_builder_makes(path: Path, document: object) -> None:
    built = zipfile.ZipFile(BytesIO(build_workbook("renja", SETTINGS, list_typed(document))))  # type: ignore[arg-type]
    kept = zipfile.ZipFile(path)
    assert built.namelist() == kept.namelist()
    for name in built.namelist():
        assert built.read(name) == kept.read(name), name


@pytest.mark.parametrize(
    ("code", "sheet", "cell", "expected", "actual"),
    [
        ("JML002", "T-C.33", "J8", 12_076_248_802, 6_498_624_401),
        ("JML002", "Tabel 2.2", "D36", 164_585_000, 164_585_200),
        ("JML001", "Tabel 2.2", "D43", 377_920_000, 377_920_800),
        ("JML008", "T-C.33", "J21", None, 5_577_624_401),
        ("JML008", "T-C.33", "J22", None, 5_577_624_401),
        ("KOD002", "T-C.29", "A26", None, "2.17.01.2.09.09"),
        ("KOD002", "T-C.29", "A34", None, "2.17.04.2.01.02"),
        # A number where the other programs have the template's formula.
        ("ANG004", "T-C.33", "J8", None, 6_498_624_401),
    ],
)
def test_mistakes_are_found_at_their_cells(
    code: str,
    sheet: str,
    cell: str,
    expected: object,
    actual: object,
    filled_findings: tuple[Finding, ...],
) -> None:
    (found,) = [f for f in filled_findings if (f.code, f.sheet, f.cell) == (code, sheet, cell)]
    assert found.actual == actual
    assert expected is None or found.expected == expected


def test_what_is_wrong_in_the_document_is_wrong_in_the_template(
    filled_findings: tuple[Finding, ...],
) -> None:
    def list_errors(findings: tuple[Finding, ...]) -> list[tuple[object, ...]]:
        return sorted(
            (f.code, str(f.table), str(f.kode), str(f.column), f.expected is None, str(f.actual))
            for f in findings
            # Their years are the form's in the template, the document's own in the document.
            if f.severity is Severity.ERROR and f.table != "T-C.30"
        )

    def drop_values(findings: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
        return [(code, table, kode, column) for code, table, kode, column, *_ in findings]

    assert drop_values(list_errors(filled_findings)) == drop_values(
        list_errors(find_findings(ORIGINAL))
    )


def test_set_right_there_is_no_error() -> None:
    assert [f for f in find_findings(CORRECTED) if f.severity is Severity.ERROR] == []


@pytest.mark.parametrize("path", [FILLED, CORRECTED], ids=["asli", "benar"])
def test_each_formula_was_written_with_the_result_that_it_has(
    path: Path, opener: Callable[[bytes], CalcBook]
) -> None:
    book = opener(path.read_bytes())
    assert book.find_errors() == []
    count = 0
    for stored in read_book(path).sheets:
        sheet = book[stored.name]
        for row, column in stored.formulas:
            count += 1
            value = stored.value(row, column)
            shown = sheet.read_value(f"{column_letters(column)}{row}")
            assert shown == ("" if value is None else value), (stored.name, row, column)
    assert count > 1500
