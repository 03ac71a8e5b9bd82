"""The whole command against its floor: a bare Python start that reads the same workbook.

Run: .venv/bin/python benchmarks/check.py [--rounds N] [--sizes small,medium,large] [WORKBOOK ...]

Rounds of all commands are interleaved, so that a busy machine slows all of them alike; what counts
are the ratios of the medians. The goal for a small workbook is at most 1.8 times the floor.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import workbooks

SIZES = {"small": workbooks.SMALL, "medium": workbooks.MEDIUM, "large": workbooks.LARGE}
READ = """
import sys
from python_calamine import CalamineWorkbook
book = CalamineWorkbook.from_path(sys.argv[1])
for name in book.sheet_names:
    book.get_sheet_by_name(name).to_python()
"""


def list_commands(workbook: Path) -> dict[str, list[str]]:
    """Return what is measured; the first is the floor of the others."""
    selaras = [sys.executable, "-m", "selaras", "check"]
    return {
        "bare start + read": [sys.executable, "-c", READ, str(workbook)],
        "bare start": [sys.executable, "-c", "pass"],
        "start + help": [sys.executable, "-m", "selaras", "--version"],
        "check, JSON": [*selaras, "--format", "json", str(workbook)],
        "check, JSON, no child": [*selaras, "--format", "json", "--in-process", str(workbook)],
        "check, text": [*selaras, str(workbook)],
    }


def measure(workbook: Path, rounds: int) -> dict[str, list[float]]:
    """Return the seconds of each command, round by round."""
    seconds: dict[str, list[float]] = {}
    for number in range(rounds + 1):
        for name, command in list_commands(workbook).items():
            start = time.perf_counter()
            done = subprocess.run(command, capture_output=True, check=False)
            took = time.perf_counter() - start
            if done.returncode not in (0, 1):
                sys.exit(f"{name}: {done.stderr.decode()}")
            # The first round compiles modules and fills the disk's cache.
            if number:
                seconds.setdefault(name, []).append(took)
    return seconds


def show(title: str, seconds: dict[str, list[float]]) -> None:
    """Print medians and their ratios to the floor."""
    print(f"\n{title}")
    floor = statistics.median(next(iter(seconds.values())))
    for name, each in seconds.items():
        median = statistics.median(each)
        print(f"  {name:<24}{median * 1000:>10.1f} ms{median / floor:>8.2f}x")


def main() -> None:
    """Measure the sizes and workbooks that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("workbooks", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--sizes", default="small")
    options = parser.parse_args()
    for workbook in options.workbooks:
        show(workbook.name, measure(workbook, options.rounds))
    with tempfile.TemporaryDirectory() as folder:
        for name in filter(None, options.sizes.split(",")):
            path = workbooks.write(Path(folder) / f"{name}.xlsx", SIZES[name])
            show(name, measure(path, options.rounds))


if __name__ == "__main__":
    main()
