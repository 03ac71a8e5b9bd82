"""Exit codes: what scripts rely on, whatever the language and the format."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import Workbook
from plans import HEADS, Run, write_plan

ONLY_SUMS = ("--select", "JML")


def test_clean_is_0(run: Run, good: Path) -> None:
    assert run("check", *ONLY_SUMS, good).returncode == 0


def test_findings_are_1(run: Run, bad: Path) -> None:
    assert run("check", *ONLY_SUMS, bad).returncode == 1


@pytest.mark.parametrize(
    ("level", "fail_on", "code"),
    [
        ("error", "error", 1),
        ("warning", "error", 0),
        ("warning", "warning", 1),
        ("info", "warning", 0),
        ("info", "info", 1),
        ("error", "never", 0),
    ],
)
def test_fail_on_decides(run: Run, bad: Path, level: str, fail_on: str, code: int) -> None:
    severity = f"JML002={level}"
    done = run("check", *ONLY_SUMS, "--severity", severity, "--fail-on", fail_on, bad)
    assert done.returncode == code


@pytest.mark.parametrize("content", [b"", b"not a workbook", b"PK\x03\x04" + b"\0" * 400])
def test_unread_file_is_3_and_the_others_are_reported(
    run: Run, good: Path, bad: Path, tmp_path: Path, content: bytes
) -> None:
    broken = tmp_path / "m-rusak.xlsx"
    broken.write_bytes(content)
    done = run("check", *ONLY_SUMS, "--fail-on", "never", good, broken, bad)
    assert done.returncode == 3
    assert "SYS002" in done.stdout
    assert "JML002" in done.stdout


def test_file_that_is_too_slow_is_3(run: Run, good: Path) -> None:
    done = run("check", "--timeout", "0.0001", good)
    assert done.returncode == 3
    assert "SYS003" in done.stdout
    assert "0.0001" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "PERINTAH"),
        (("check",), "PATH"),
        (("periksa",), "periksa"),
        (("check", "--format", "yaml", "x.xlsx"), "yaml"),
        (("check", "--jobs", "nol", "x.xlsx"), "nol"),
        (("check", "--timeout", "-1", "x.xlsx"), "--timeout"),
        (("check", "--memory", "0", "x.xlsx"), "0"),
        (("check", "tidak-ada.xlsx"), "tidak-ada.xlsx"),
        (("check", "*.xlsx"), "*.xlsx"),
        (("check", "--select", "JMLL", "."), "JML"),
        (("check", "--severity", "JML002=parah", "."), "JML002=parah"),
        (("check", "--output", "json", "."), "FORMAT=BERKAS"),
        (("check", "--config", "tidak-ada.toml", "."), "tidak-ada.toml"),
        (("explain", "JML02"), "JML002"),
    ],
)
def test_mistakes_are_2_with_one_plain_sentence(
    run: Run, arguments: tuple[str, ...], says: str
) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert says in done.stderr
    assert len(done.stderr.strip().splitlines()) <= 2
    assert "Traceback" not in done.stderr


def test_empty_folder_is_2(run: Run, tmp_path: Path) -> None:
    (tmp_path / "kosong").mkdir()
    done = run("check", "kosong")
    assert done.returncode == 2
    assert "kosong" in done.stderr


def test_fault_of_its_own_is_4_without_traceback(good: Path) -> None:
    # A full disk: the report cannot be written, and that is nobody's mistake.
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "selaras", "check", good],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert done.returncode == 4
    assert "Traceback" not in done.stderr
    assert "selaras" in done.stderr.lower()


def test_nobody_reads_the_output(good: Path, tmp_path: Path) -> None:
    many = [write_plan(tmp_path / f"b{n}.xlsx", 301_000_000) for n in range(3)]
    process = subprocess.Popen(
        [sys.executable, "-m", "selaras", "check", good, *many],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(30) == 141
    process.stderr.close()


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupt_is_130_and_leaves_nothing(tmp_path: Path, good: Path, number: int) -> None:
    folder = tmp_path / "kiriman"
    folder.mkdir()
    for copy in range(300):
        (folder / f"{copy}.xlsx").hardlink_to(good)
    process = subprocess.Popen(
        [sys.executable, "-m", "selaras", "check", "kiriman", "--output", "json=laporan.json",
         "--progress", "json"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # What runs in the background of a shell ignores interrupts; a user's command does not.
        preexec_fn=lambda: signal.signal(number, signal.SIG_DFL),
    )  # fmt: skip
    assert process.stderr is not None
    assert any('"workbook"' in line for line in process.stderr)
    process.send_signal(number)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Traceback" not in said
    assert {path.name for path in tmp_path.iterdir()} == {"baik.xlsx", "kiriman"}


def _write_notes(path: Path) -> Path:
    """Write a workbook that holds no table."""
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["Catatan rapat", "Tempat"])
    page.append(["Senin", "Aula"])
    book.save(path)
    return path


def test_a_workbook_without_a_table_is_3_unless_allowed(
    run: Run, good: Path, tmp_path: Path
) -> None:
    notes = _write_notes(tmp_path / "catatan.xlsx")
    done = run("check", *ONLY_SUMS, "--fail-on", "never", good, notes)
    assert done.returncode == 3
    assert "2 buku kerja: tidak ada temuan; 1 tidak diperiksa" in done.stdout
    assert run("check", notes).returncode == 3
    done = run("check", *ONLY_SUMS, "--allow-unchecked", good, notes)
    assert done.returncode == 0
    assert "1 tidak diperiksa" in done.stdout
    broken = tmp_path / "rusak.xlsx"
    broken.write_bytes(b"")
    assert run("check", "--allow-unchecked", notes, broken).returncode == 3


def test_a_plan_that_nobody_has_filled_in_is_1(run: Run, tmp_path: Path) -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["Tabel T-C.33 Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun 2024"])
    page.append([])
    page.append(list(HEADS))
    book.save(tmp_path / "kosong.xlsx")
    done = run("check", tmp_path / "kosong.xlsx")
    assert done.returncode == 1
    assert "kosong.xlsx: kosong: belum ada tabel yang diisi; 1 kesalahan" in done.stdout
    assert "Sheet!A3  [LBR009 · kesalahan]" in done.stdout
