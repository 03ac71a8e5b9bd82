"""Which workbooks are meant: files, folders, patterns; each once, in a lasting order."""

from __future__ import annotations

from pathlib import Path

import pytest

from selaras.batch.paths import NothingFoundError, expand, find_workbooks


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (
        "a.xlsx", "B.XLSM", "c.txt", "d.csv", "~$a.xlsx", ".tersembunyi.xlsx", "e/f.ods",
        "e/g/h.xls", "e.xlsb", ".git/i.xlsx", "kosong/j.pdf", "[1].xlsx",
    ):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_folder_gives_its_workbooks_in_order() -> None:
    assert expand(["."]) == [
        "./B.XLSM", "./[1].xlsx", "./a.xlsx", "./d.csv", "./e/f.ods", "./e/g/h.xls", "./e.xlsb"
    ]  # fmt: skip


def test_what_is_not_checked_is_known(folder: Path) -> None:
    for own in ("selaras.toml", "pyproject.toml", "e/Thumbs.db", "e/.rahasia"):
        (folder / own).touch()
    assert find_workbooks(["."]).others == ["./c.txt", "./kosong/j.pdf"]
    assert find_workbooks(["a.xlsx", "e"]).others == []
    # Named on its own it is checked, though it lies in a folder of the run too.
    assert find_workbooks([".", "c.txt"]).others == ["./kosong/j.pdf"]


def test_named_file_is_taken_whatever_its_name() -> None:
    assert expand(["c.txt", "~$a.xlsx", "[1].xlsx"]) == ["c.txt", "~$a.xlsx", "[1].xlsx"]


def test_pattern() -> None:
    assert expand(["*.xls*"]) == ["[1].xlsx", "a.xlsx", "e.xlsb"]
    assert expand(["**/*.xls"]) == ["e/g/h.xls"]
    assert expand(["e*"]) == ["e/f.ods", "e/g/h.xls", "e.xlsb"]


def test_each_workbook_once_under_its_first_name(folder: Path) -> None:
    (folder / "kait.xlsx").symlink_to("a.xlsx")
    assert expand(["a.xlsx", "./a.xlsx", "kait.xlsx", str(folder / "a.xlsx")]) == ["a.xlsx"]


def test_order_of_the_arguments_counts() -> None:
    assert expand(["e", "a.xlsx"]) == ["e/f.ods", "e/g/h.xls", "a.xlsx"]


def test_folders_that_go_in_circles_end(folder: Path) -> None:
    (folder / "e" / "lingkar").symlink_to(folder, target_is_directory=True)
    assert len(expand(["e"])) == 2


@pytest.mark.parametrize("path", ["tidak-ada.xlsx", "kosong", "*.numbers", "", "a.xlsx/b.xlsx"])
def test_path_that_leads_nowhere_is_named(path: str) -> None:
    with pytest.raises(NothingFoundError) as caught:
        expand(["a.xlsx", path])
    assert path in caught.value.message.id
    assert path in caught.value.message.en


def test_broken_link_is_left_to_the_reader(folder: Path) -> None:
    (folder / "putus.xlsx").symlink_to("tidak-ada")
    assert expand(["putus.xlsx"]) == ["putus.xlsx"]
