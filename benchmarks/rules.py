"""How long recognition and all rules take on 100,000 coded rows, against reading them.

Prints ratios of one run, medians over interleaved rounds: `python benchmarks/rules.py [rounds]`.
All rules run, with a stored nomenclature that has every code of the workbook: more entries than
any real one, so that what the rules on it cost is its worst. Seconds are those of the processor,
which a busy machine distorts less. The goal is rules <= 0.6x of reading, and twice the rows at most
2.2x the time.
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import selaras.engine.run
from selaras.engine.run import check_book, pause_collector
from selaras.intake import read_book
from selaras.model.setting import Limits, Setting
from selaras.nomenklatur.entry import KodeEntry, Rincian
from selaras.nomenklatur.place import find_lists_file
from selaras.nomenklatur.store import ListStore, NewList
from selaras.recognise import recognise
from selaras.values.kode_reading import read_kode
from workbooks import LARGE, Size, rows, write

#: Timed without the limit on a rule: a slow machine must not cut the measurement short.
SETTING = Setting(limits=Limits(rule_seconds=0))
CLOCK = time.process_time
#: Rules that need a nomenclature.
WITH_LIST = ("KOD005", "KOD006", "IND006")


def store_list() -> None:
    """Store a nomenclature of all codes, names and indicators of the large workbook."""
    entries = []
    for code, name, indicator, *_ in rows(LARGE.rows, LARGE.columns):
        read = read_kode(code)
        assert read is not None
        assert read.kode is not None
        lowest = len(read.kode.parts) == 6
        entry = KodeEntry(read.kode, str(name), str(indicator) if lowest else "")
        entries.append((entry, Rincian()))
    ListStore(find_lists_file()).add(
        NewList("uji", None, "benchmark", "0" * 64, "2024-01-01", entries, {}, 4)
    )


def measure(path: Path) -> dict[str, float]:
    """Return the seconds of one round: reading, recognition, rules, and each rule by its code."""
    gc.collect()
    start = CLOCK()
    book = read_book(path)
    read = CLOCK()
    with pause_collector():
        recognise(book, SETTING)
    recognised = CLOCK()
    report = check_book(book, SETTING)
    done = CLOCK()
    seconds = {rule.code: rule.seconds for rule in report.rules}
    return {
        "read": read - start,
        "recognise": recognised - read,
        "rules": sum(seconds.values()),
        "rules, no list": sum(s for code, s in seconds.items() if code not in WITH_LIST),
        "policy": (done - recognised) - (recognised - read) - sum(seconds.values()),
        **seconds,
    }


def main(rounds: int) -> None:
    """Write the workbooks, measure them in turn and print the ratios."""
    # The engine reports what its own clock says of each rule.
    selaras.engine.run.time.perf_counter = CLOCK  # type: ignore[attr-defined]
    half = Size(sheets=1, rows=LARGE.rows // 2, columns=LARGE.columns)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SELARAS_DATA"] = folder
        store_list()
        paths = {
            "half": write(Path(folder) / "half.xlsx", half),
            "large": write(Path(folder) / "large.xlsx", LARGE),
        }
        runs: dict[str, list[dict[str, float]]] = {name: [] for name in paths}
        for _ in range(rounds):
            for name, path in paths.items():
                runs[name].append(measure(path))
    result = {
        name: {key: median(run[key] for run in each) for key in each[0]}
        for name, each in runs.items()
    }
    large, small = result["large"], result["half"]
    print(f"{LARGE.rows:,} rows x {LARGE.columns} columns, median of {rounds} rounds")
    print(f"all rules / reading     {large['rules'] / large['read']:.2f}   (goal 0.60)")
    print(f"without a nomenclature  {large['rules, no list'] / large['read']:.2f}")
    print(f"recognition / reading   {large['recognise'] / large['read']:.2f}")
    print(f"policy / reading        {large['policy'] / large['read']:.2f}")
    print(f"twice the rows, rules   {large['rules'] / small['rules']:.2f}   (goal 2.20)")
    slowest = sorted(
        ((code, seconds) for code, seconds in large.items() if code[3:].isdigit()),
        key=lambda item: -item[1],
    )
    for code, seconds in slowest[:10]:
        print(f"  {code}  {seconds / large['read']:.3f}x of reading")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
