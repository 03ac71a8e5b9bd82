"""An earlier report as a baseline: what it may be, and which workbook is compared with which."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from selaras.apart.baseline import Baseline, pair_workbooks
from selaras.settings.errors import ConfigError


def as_report(**workbooks: list[str]) -> str:
    """A JSON report: path (with _ for /) to fingerprints."""
    return json.dumps(
        {
            "schema": "selaras.report/1",
            "workbooks": [
                {"path": name, "findings": [{"fingerprint": print_} for print_ in prints]}
                for name, prints in workbooks.items()
            ],
        }
    )


def as_lines(*found: tuple[str | None, str]) -> str:
    return "".join(json.dumps({"path": p, "fingerprint": f}) + "\n" for p, f in found)


def known(path: Path, text: str | bytes, *workbooks: str) -> list[set[str]]:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    baseline = Baseline(str(path), workbooks)
    return [set(baseline.find_known(workbook)) for workbook in workbooks]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "acuan.json"


class TestForms:
    def test_json(self, path: Path) -> None:
        text = as_report(**{"a.xlsx": ["1", "2"], "b.xlsx": []})
        assert known(path, text, "a.xlsx", "b.xlsx", "c.xlsx") == [{"1", "2"}, set(), set()]

    def test_lines(self, path: Path) -> None:
        text = as_lines(("a.xlsx", "1"), ("a.xlsx", "2"), ("b.xlsx", "3"), (None, "4"))
        assert known(path, text, "a.xlsx", "b.xlsx") == [{"1", "2"}, {"3"}]
        assert known(path, as_lines(("a.xlsx", "1")), "a.xlsx") == [{"1"}]

    def test_lines_of_a_clean_run_are_none(self, path: Path) -> None:
        assert known(path, "", "a.xlsx") == [set()]

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
    def test_as_shells_of_windows_write_it(self, path: Path, encoding: str) -> None:
        text = as_report(**{"a.xlsx": ["1"]}).replace("\n", "\r\n")
        assert known(path, text.encode(encoding), "a.xlsx") == [{"1"}]
        lines = as_lines(("a.xlsx", "1"), ("b.xlsx", "2")).replace("\n", "\r\n")
        assert known(path, lines.encode(encoding), "a.xlsx") == [{"1"}]

    def test_known_before_stays_known_and_waived_does_not(self, path: Path) -> None:
        report = json.loads(as_report(**{"a.xlsx": ["1"]}))
        report["workbooks"][0] |= {
            "known": [{"fingerprint": "2"}],
            "waived": [{"fingerprint": "3", "waiver": {}}],
        }
        assert known(path, json.dumps(report), "a.xlsx") == [{"1", "2"}]
        lines = [
            {"path": "a.xlsx", "fingerprint": "1", "waiver": None, "known": False},
            {"path": "a.xlsx", "fingerprint": "2", "waiver": None, "known": True},
            {"path": "a.xlsx", "fingerprint": "3", "waiver": {"reason": "x"}, "known": False},
        ]
        assert known(path, "\n".join(map(json.dumps, lines)), "a.xlsx") == [{"1", "2"}]

    @pytest.mark.parametrize(
        "text",
        [
            "bukan laporan",
            "[]",
            "5",
            "{}",
            '"workbooks"',
            '{"workbooks": []}',
            '{"schema": "lain/1", "workbooks": []}',
            '{"schema": "selaras.report/1", "workbooks": [5]}',
            '{"schema": "selaras.report/1", "workbooks": [{"path": "a"}]}',
            '{"schema": "selaras.report/1", "workbooks": [{"path": 1, "findings": []}]}',
            '{"path": "a.xlsx"}\n{"path": "b.xlsx"}',
            "[1]\n[2]",
            as_report(**{"a.xlsx": ["1"]})[:-9],
            "[" * 100_000,
            b"PK\x03\x04\xff\xfe",
            b"\xff\xfe\x00\xd8",
        ],
    )
    def test_anything_else_is_a_mistake(self, path: Path, text: str | bytes) -> None:
        with pytest.raises(ConfigError, match="bukan laporan JSON atau JSONL") as caught:
            known(path, text, "a.xlsx")
        assert caught.value.where == str(path)
        assert caught.value.message.en

    def test_file_that_is_not_there(self, path: Path) -> None:
        with pytest.raises(ConfigError, match="laporan acuan tidak dapat dibuka"):
            Baseline(str(path), ("a.xlsx",))


@pytest.mark.parametrize(
    ("now", "before", "pairs"),
    [
        # Another folder, another way to write it.
        ("kiriman-2/renja.xlsx", "kiriman/renja.xlsx", {0: 0}),
        ("RENJA.xlsx", "kiriman/renja.xlsx", {0: 0}),
        ("v2/a/renja.xlsx v2/b/renja.xlsx", r"v1\b\renja.xlsx v1\a\renja.xlsx", {0: 1, 1: 0}),
        # The folder is what tells them apart: who has none there is new.
        ("a/renja.xlsx b/renja.xlsx", "a/renja.xlsx", {0: 0}),
        ("a/renja.xlsx b/renja.xlsx", "a/renja.xlsx c/renja.xlsx", {0: 0}),
        ("b/renja.xlsx", "a/renja.xlsx c/renja.xlsx", {}),
        # Nothing tells them apart.
        ("v2/renja.xlsx", "a/renja.xlsx b/renja.xlsx", {}),
        ("lain.xlsx", "renja.xlsx", {}),
        ("xrenja.xlsx", "renja.xlsx", {}),
    ],
)
def test_which_workbook_is_which(now: str, before: str, pairs: dict[int, int]) -> None:
    own, other = now.split(), before.split()
    assert pair_workbooks(own, other) == {own[a]: other[b] for a, b in pairs.items()}


def test_path_from_within_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "b").mkdir()
    monkeypatch.chdir(tmp_path / "b")
    before = ["a/renja.xlsx", "b/renja.xlsx"]
    assert pair_workbooks(["renja.xlsx"], before) == {"renja.xlsx": "b/renja.xlsx"}


def test_the_only_one_may_have_a_new_name(path: Path) -> None:
    path.write_text(as_report(**{"v1.xlsx": ["1"]}))
    one = Baseline(str(path), ("v2.xlsx",))
    assert one.find_known("v2.xlsx") == {"1"}
    note = one.build_note("v2.xlsx")
    assert note is not None
    assert "menurut v1.xlsx di laporan acuan" in note.id
    two = Baseline(str(path), ("v2.xlsx", "lain.xlsx"))
    assert two.find_known("v2.xlsx") == frozenset()
    # Lines leave out workbooks without findings: nobody knows whether it was the only one.
    path.write_text(as_lines(("v1.xlsx", "1")))
    assert Baseline(str(path), ("v2.xlsx",)).find_known("v2.xlsx") == frozenset()


def test_a_workbook_that_is_not_there_is_said_to_be_new(path: Path) -> None:
    path.write_text(as_report(**{"a.xlsx": ["1"], "b.xlsx": []}))
    baseline = Baseline(str(path), ("a.xlsx", "c.xlsx"))
    assert baseline.build_note("a.xlsx") is None
    assert Baseline(str(path), ("./A.xlsx",)).build_note("./A.xlsx") is None
    moved = Baseline(str(path), ("v2/a.xlsx",)).build_note("v2/a.xlsx")
    assert moved is not None
    assert "menurut a.xlsx di laporan acuan" in moved.id
    note = baseline.build_note("c.xlsx")
    assert note is not None
    assert "dihitung sebagai baru" in note.id
