"""An archive stands for the workbooks in it: bounded as a workbook is, and nothing vanishes."""

from __future__ import annotations

import io
import json
import os
import shutil
import zipfile
from pathlib import Path

import pytest
from plans import Run, write_plan

from hostile import HOSTILE
from selaras import check
from selaras.batch.paths import NothingFoundError, expand
from selaras.intake import read_book
from selaras.intake.refusal import Refusal, RefusalKind

_INNER = "Kiriman/OPD B/salah.xlsx"


@pytest.fixture
def archive(tmp_path: Path, good: Path, bad: Path) -> Path:
    """Two workbooks in folders, a text, and what is none: notes, macOS's own, an archive."""
    path = tmp_path / "kiriman" / "Kiriman 2024.zip"
    path.parent.mkdir()
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as nested:
        nested.write(good, "dalam.xlsx")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.mkdir("Kiriman")
        packed.write(bad, _INNER)
        packed.write(good, "Kiriman/OPD A/baik.xlsx")
        packed.writestr("data.csv", "Kode;Uraian\r\n2.17.01;Program\r\n")
        packed.writestr("Kiriman/surat.docx", b"x")
        packed.writestr("__MACOSX/Kiriman/._baik.xlsx", b"x")
        packed.writestr("Kiriman/~$baik.xlsx", b"x")
        packed.writestr("Kiriman/lain.zip", inner.getvalue())
    return path


def _names(path: Path) -> list[str]:
    return [
        f"{path}!/Kiriman/OPD A/baik.xlsx",
        f"{path}!/Kiriman/OPD B/salah.xlsx",
        f"{path}!/Kiriman/lain.zip",
        f"{path}!/data.csv",
    ]


def test_members_are_workbooks_of_the_run(archive: Path) -> None:
    assert expand([str(archive)]) == _names(archive)
    assert expand([str(archive.parent)]) == _names(archive)
    assert expand([str(archive), f"{archive}!/data.csv"]) == _names(archive)


def test_each_is_checked_as_if_it_lay_in_a_folder(archive: Path, bad: Path) -> None:
    report = check(archive)
    assert [workbook.path for workbook in report.workbooks] == _names(archive)
    assert [workbook.status for workbook in report.workbooks] == [
        "checked", "checked", "unreadable", "checked",
    ]  # fmt: skip
    (alone,) = check(bad).workbooks
    inside = report.workbooks[1]
    assert [f.code for f in inside.findings if f.severity == "error"] == ["JML002"] * 2
    assert (inside.findings, inside.sha256) == (alone.findings, alone.sha256)
    (refused,) = report.workbooks[2].findings
    assert (refused.code, refused.row_key) == ("SYS002", "arsip")


def test_command_line_names_the_member(run: Run, archive: Path, tmp_path: Path) -> None:
    before = archive.read_bytes()
    done = run("check", archive, "--format", "json", "--jobs", "2")
    assert done.returncode == 3
    found = json.loads(done.stdout)
    assert [workbook["path"] for workbook in found["workbooks"]] == _names(archive)
    one = run("check", f"{archive}!/{_INNER}", "--format", "json")
    assert one.returncode == 1
    assert json.loads(one.stdout)["workbooks"][0]["path"] == f"{archive}!/{_INNER}"
    assert run("check", archive, "--output", f"json={archive}").returncode == 2
    assert archive.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "baik.xlsx",
        "kiriman",
        "salah.xlsx",
    ]


def test_settings_beside_the_archive_cannot_silence_its_members(archive: Path) -> None:
    (archive.parent / "selaras.toml").write_text('[aturan]\nabaikan = ["JML"]\n')
    report = check(archive)
    assert all("selaras.toml" in workbook.notes[-1].id for workbook in report.workbooks)
    assert any(finding.code == "JML002" for finding in report.findings)


def test_a_workbook_is_no_archive(tmp_path: Path, good: Path) -> None:
    named = tmp_path / "renja.zip"
    shutil.copy(good, named)
    assert expand([str(named)]) == [str(named)]
    assert check(named).workbooks[0].status == "checked"


def test_an_archive_under_the_name_of_a_workbook_is_refused(archive: Path, tmp_path: Path) -> None:
    named = tmp_path / "renja.xlsx"
    shutil.copy(archive, named)
    with pytest.raises(Refusal) as caught:
        read_book(named)
    assert caught.value.kind is RefusalKind.ARCHIVE
    assert "Ekstrak" in caught.value.advice.id


@pytest.mark.parametrize("name", sorted(set(HOSTILE) - {"arsip-buku.xlsx"}))
def test_hostile_archives_are_refused_as_hostile_workbooks_are(name: str, tmp_path: Path) -> None:
    path = HOSTILE[name](tmp_path)
    if not path.is_file():
        return
    named = path.with_suffix(".zip")
    path.rename(named)
    (file,) = expand([str(named)])
    assert file == str(named)
    with pytest.raises(Refusal):
        read_book(file)


@pytest.mark.parametrize(
    ("member", "kind"),
    [("../jahat.xlsx", RefusalKind.PART_NAME), ("/etc/jahat.xlsx", RefusalKind.PART_NAME)],
)
def test_names_that_lead_outside(tmp_path: Path, member: str, kind: RefusalKind) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("baik.csv", "Kode;Nama\n")
        packed.writestr(member, b"x")
    assert expand([str(path)]) == [str(path)]
    (report,) = check(path).workbooks
    assert report.findings[0].row_key == kind


def test_bombs_and_crowds_are_refused_whole(tmp_path: Path) -> None:
    bomb, crowd = tmp_path / "bom.zip", tmp_path / "ramai.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("besar.csv", b"0;0\n" * 10_000_000)
    with zipfile.ZipFile(crowd, "w") as packed:
        for number in range(1_001):
            packed.writestr(f"{number}.csv", b"a;b\n")
    found = check(bomb, crowd).workbooks
    kinds = [workbook.findings[0].row_key for workbook in found]
    assert kinds == [RefusalKind.BOMB, RefusalKind.TOO_MANY_PARTS]


def test_archive_without_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "surat.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("surat.docx", b"x")
    (report,) = check(path).workbooks
    assert (report.status, report.findings[0].row_key) == ("unreadable", "arsip")


def test_member_that_is_not_there(archive: Path, tmp_path: Path) -> None:
    (report,) = check(f"{archive}!/tidak-ada.xlsx").workbooks
    assert report.findings[0].row_key == RefusalKind.UNREADABLE
    with pytest.raises(NothingFoundError):
        expand([str(tmp_path / "tidak-ada.zip!/a.xlsx")])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipa.zip")
    assert expand([str(tmp_path / "pipa.zip")]) == [str(tmp_path / "pipa.zip")]


def test_a_folder_that_looks_like_an_archive(tmp_path: Path) -> None:
    folder = tmp_path / "a.zip!"
    folder.mkdir()
    write_plan(folder / "b.xlsx", 300_000_000)
    assert check(folder / "b.xlsx").workbooks[0].status == "checked"
