"""JSON: every report fits the schema, whole numbers stay integers, nothing steers a terminal."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from reports import EFFECT, apart, everyday, finding, hostile, workbook

from selaras import check
from selaras.report.json_report import JsonLinesWriter, as_dict, as_json, show_plain
from selaras.report.result import Report, merge
from selaras.values.finding import Severity

SCHEMA: dict[str, Any] = json.loads(
    files("selaras.report").joinpath("report.schema.json").read_text("utf-8")
)
EXAMPLE = Path(__file__).parents[2] / "examples" / "renja-mojokerto-2024.xlsx"


def complaints(value: object, part: str | None = None) -> list[str]:
    schema = {"$defs": SCHEMA["$defs"], "$ref": f"#/$defs/{part}"} if part else SCHEMA
    errors = Draft202012Validator(schema).iter_errors(value)
    return [f"{error.json_path}: {error.message}" for error in errors]


def test_schema_is_a_schema_and_closed() -> None:
    Draft202012Validator.check_schema(SCHEMA)

    def objects(node: Any) -> Any:
        if isinstance(node, dict):
            if "properties" in node:
                yield node
            for child in node.values():
                yield from objects(child)

    for node in objects(SCHEMA):
        assert node["additionalProperties"] is False
        assert sorted(node["required"]) == sorted(node["properties"])


@pytest.mark.parametrize("report", [everyday(), apart(), hostile(), Report(())])
@pytest.mark.parametrize("language", ["id", "en"])
def test_reports_fit_the_schema(report: Report, language: Any) -> None:
    assert complaints(as_dict(report, language)) == []
    assert complaints(json.loads(as_json(report, language))) == []
    for line in lines(report):
        assert complaints(json.loads(line), "line") == []


def test_real_report_fits_the_schema() -> None:
    report = check(EXAMPLE)
    assert complaints(json.loads(report.to_json())) == []
    assert report.findings


def lines(report: Report) -> list[str]:
    writer = JsonLinesWriter("id")
    each = "".join(map(writer.workbook, report.workbooks))
    return (writer.start() + each + writer.finish(report.run)).splitlines()


def test_text_and_dict_say_the_same() -> None:
    for report in (everyday(), apart(), hostile()):
        assert json.loads(as_json(report)) == json.loads(json.dumps(as_dict(report)))


def test_keys_stand_in_the_order_of_the_contract() -> None:
    report = json.loads(as_json(everyday()))
    book = report["workbooks"][0]
    assert list(report) == ["schema", "selaras", "workbooks", "findings", "summary"]
    assert list(book) == [
        "path", "sha256", "status", "verdict", "tables", "findings", "rules", "skipped_sheets",
        "notes", "waived", "known",
    ]  # fmt: skip
    assert list(book["findings"][0]) == [
        "code", "name", "severity", "sheet", "cell", "kode", "table", "column", "message",
        "advice", "expected", "actual", "difference", "related", "group", "cause", "fix",
        "fingerprint",
    ]  # fmt: skip


def test_summary_counts() -> None:
    report = as_dict(everyday())
    assert report["summary"] == {
        "workbooks": 3, "error": 4, "warning": 1, "info": 0, "waived": 0, "known": 0,
        "verdicts": {
            "lolos": 0, "perbaiki": 1, "kosong": 0, "tidak diperiksa": 1, "tidak terbaca": 1,
        },
    }  # fmt: skip
    assert json.loads(as_json(everyday()))["summary"] == report["summary"]


def test_what_is_set_apart_stands_apart_and_is_counted_apart() -> None:
    report = as_dict(apart())
    first, second = report["workbooks"]
    assert [found["code"] for found in first["findings"]] == ["JML002"]
    assert len(first["waived"]) == 25
    assert first["waived"][0]["cell"] == "N9"
    assert first["waived"][0]["waiver"] == {
        "reason": "disepakati dalam rapat", "owner": "Bappeda", "until": "2026-12-31",
    }  # fmt: skip
    assert [found["code"] for found in first["known"]] == ["JML008", "LBR001", "JML002"]
    assert second["waived"] == second["known"] == []
    assert [found["code"] for found in report["findings"]] == ["SYS004"]
    assert report["summary"] == {
        "workbooks": 2, "error": 1, "warning": 1, "info": 0, "waived": 25, "known": 3,
        "verdicts": {
            "lolos": 1, "perbaiki": 1, "kosong": 0, "tidak diperiksa": 0, "tidak terbaca": 0,
        },
    }  # fmt: skip


def test_lines_are_marked() -> None:
    each = [json.loads(line) for line in lines(apart())]
    assert [(line["waiver"] is not None, line["known"]) for line in each] == [
        (False, False), *[(True, False)] * 25, *[(False, True)] * 3, (False, False),
    ]  # fmt: skip
    assert [line["path"] for line in each] == ["renja.xlsx"] * 29 + [None]
    assert each[-1]["code"] == "SYS004"


def test_python_sees_what_is_set_apart() -> None:
    report = apart()
    assert [found.code for found in report.findings] == ["JML002", "SYS004"]
    assert report.count(Severity.WARNING) == 1
    assert len(report.waived) == 25
    assert report.waived[0].waiver.owner == "Bappeda"
    assert len(report.known) == 3
    assert merge([report, report]).run == report.run * 2
    assert list(report.to_frame()["path"]) == ["renja.xlsx", None]


def test_nothing_in_it_is_invisible() -> None:
    for report in (everyday(), hostile()):
        for sign in as_json(report):
            assert sign in "\n" or sign.isprintable() or "\ud800" <= sign <= "\udfff"


@given(st.text())
def test_any_text_comes_back_unchanged(text: str) -> None:
    report = Report((workbook(finding(actual=text, sheet=text)),))
    (back,) = json.loads(as_json(report))["workbooks"][0]["findings"]
    assert (back["actual"], back["sheet"]) == (text, text)
    assert len(lines(report)) == 1


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0, 0),
        (-5_577_624_401, -5_577_624_401),
        (Decimal("12076248802"), 12_076_248_802),
        (Decimal("1E+3"), 1000),
        (Decimal("98.50"), "98.50"),
        (Decimal("1E-7"), "0.0000001"),
        (Decimal("NaN"), "NaN"),
        (Decimal("1E+9999"), "1E+9999"),
        ("012", "012"),
        (None, None),
    ],
)
def test_numbers_lose_nothing(value: Any, expected: Any) -> None:
    assert show_plain(value) == expected
    assert type(show_plain(value)) is type(expected)


def test_language_of_the_words() -> None:
    text = as_json(everyday(), "en")
    assert "en: Pesan JML002" in text
    assert "en: nomenklatur" in text
    assert '"message": "Pesan' not in text


def test_reports_can_be_joined() -> None:
    one = Report((workbook(EFFECT),))
    assert as_json(merge([one, everyday()])) == as_json(
        Report((*one.workbooks, *everyday().workbooks))
    )


def test_frame_has_a_line_per_finding() -> None:
    frame = everyday().to_frame()
    assert list(frame["code"]) == [found.code for found in everyday().findings]
    assert frame.loc[0, "difference"] == -5_577_624_401
    assert Report(()).to_frame().empty


def test_one_finding_a_line() -> None:
    text = as_json(everyday())
    assert len(re.findall(r'^  \{"code": "[A-Z]{3}\d+", "name"', text, re.MULTILINE)) == 5
