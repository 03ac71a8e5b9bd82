"""How fast workbooks are read, in ratios measured side by side in one run.

    python benchmarks/reading.py [rounds]

Goals: reading values and formulas of the medium sheet takes at most 2.3 times an inflate and an
expat pass that does nothing, and at most 0.25 times openpyxl read-only; a small workbook, read in
a new process, at most 15 ms more than calamine alone.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.parsers import expat

import openpyxl

import workbooks

SOURCE = Path(__file__).parents[1] / "validators"
sys.path.insert(0, str(SOURCE))

from selaras.intake import read_book  # noqa: E402


def inflate_and_parse(path: Path) -> None:
    """Inflate every part and let expat go over the XML, with no handlers."""
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            part = archive.read(name)
            if name.endswith((".xml", ".rels")):
                expat.ParserCreate().Parse(part, True)


def read_by_openpyxl(path: Path) -> None:
    """Go over all values, read-only."""
    workbook = openpyxl.load_workbook(path, read_only=True, data_only=True)
    for sheet in workbook.worksheets:
        for _ in sheet.iter_rows(values_only=True):
            pass
    workbook.close()


def read_by_calamine(path: Path) -> None:
    """Read values alone, without any check."""
    from python_calamine import CalamineWorkbook

    workbook = CalamineWorkbook.from_path(str(path))
    for name in workbook.sheet_names:
        workbook.get_sheet_by_name(name).to_python()


def start_fresh(code: str) -> Callable[[Path], None]:
    """Run code in a new interpreter, with compiled modules; PATH in it is the workbook."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}

    def run(path: Path) -> None:
        text = f"import sys; sys.path.insert(0, {str(SOURCE)!r}); PATH = {str(path)!r}; {code}"
        environment["PYTHONPYCACHEPREFIX"] = str(path.parent / "cache")
        subprocess.run([sys.executable, "-c", text], check=True, env=environment)

    return run


def measure_seconds(
    ways: dict[str, Callable[[Path], None]], path: Path, rounds: int
) -> dict[str, float]:
    """Return the median time of each way; the ways take turns, so that noise strikes all alike."""
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for way in ways.values():
        way(path)
    for _ in range(rounds):
        for name, way in ways.items():
            started = time.perf_counter()
            way(path)
            taken[name].append(time.perf_counter() - started)
    return {name: statistics.median(times) for name, times in taken.items()}


def print_times(title: str, times: dict[str, float], base: str) -> None:
    """Print times and their ratios to the base."""
    print(title)
    for name, taken in times.items():
        print(f"  {name:34} {taken * 1000:8.1f} ms   {taken / times[base]:6.2f} x {base}")


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as folder:
        made: tuple[tuple[str, workbooks.Formulas], ...] = (
            ("medium, subtotals are formulas", "subtotals"),
            ("medium, a column of formulas", "column"),
        )
        ways = {
            "floor": inflate_and_parse,
            "calamine alone": read_by_calamine,
            "read_book": read_book,
        }
        for title, formulas in made:
            path = workbooks.write(Path(folder) / f"{formulas}.xlsx", workbooks.MEDIUM, formulas)
            times = measure_seconds(ways, path, rounds)
            times |= measure_seconds(
                {"openpyxl read-only": read_by_openpyxl}, path, max(1, rounds // 3)
            )
            print_times(title, times, "floor")
            share = times["read_book"] / times["openpyxl read-only"]
            print(f"  read_book is {share:.2f} x openpyxl read-only")
        small = workbooks.write(Path(folder) / "small.xlsx", workbooks.SMALL)
        starts = {
            "bare start": start_fresh("pass"),
            "start + calamine": start_fresh(
                "from python_calamine import CalamineWorkbook as W; w = W.from_path(PATH); "
                "[w.get_sheet_by_name(n).to_python() for n in w.sheet_names]"
            ),
            "start + read_book": start_fresh(
                "from selaras.intake import read_book; read_book(PATH)"
            ),
        }
        print_times(
            "small, new process each time",
            measure_seconds(starts, small, rounds * 3),
            "start + calamine",
        )


if __name__ == "__main__":
    main()
