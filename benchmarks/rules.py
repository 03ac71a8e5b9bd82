"""How long recognition and all rules take on 100,000 coded rows, against reading them.

Prints ratios of one run, medians over interleaved rounds: `python benchmarks/rules.py [rounds]`.
The goal (docs: speed) is rules <= 0.6x of reading, and twice the rows at most 2.2x the time.
"""

from __future__ import annotations

import gc
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from selaras.engine import check_book
from selaras.intake import read_book
from selaras.recognise import recognise
from selaras.setting import Limits, Setting
from workbooks import LARGE, Size, write

#: Timed without the limit on a rule: a slow machine must not cut the measurement short.
SETTING = Setting(limits=Limits(rule_seconds=0))


def measure(path: Path) -> dict[str, float]:
    """Return the seconds of one round: reading, recognition, rules, and each rule by its code."""
    gc.collect()
    start = time.perf_counter()
    book = read_book(path)
    read = time.perf_counter()
    recognise(book, SETTING)
    recognised = time.perf_counter()
    report = check_book(book, SETTING)
    done = time.perf_counter()
    seconds = {rule.code: rule.seconds for rule in report.rules}
    return {
        "read": read - start,
        "recognise": recognised - read,
        "rules": sum(seconds.values()),
        "policy": (done - recognised) - (recognised - read) - sum(seconds.values()),
        **seconds,
    }


def main(rounds: int) -> None:
    """Write the workbooks, measure them in turn and print the ratios."""
    half = Size(sheets=1, rows=LARGE.rows // 2, columns=LARGE.columns)
    with tempfile.TemporaryDirectory() as folder:
        paths = {
            "half": write(Path(folder) / "half.xlsx", half),
            "large": write(Path(folder) / "large.xlsx", LARGE),
        }
        runs: dict[str, list[dict[str, float]]] = {name: [] for name in paths}
        for _ in range(rounds):
            for name, path in paths.items():
                runs[name].append(measure(path))
    result = {
        name: {key: median(run[key] for run in rows) for key in rows[0]}
        for name, rows in runs.items()
    }
    large, small = result["large"], result["half"]
    print(f"{LARGE.rows:,} rows x {LARGE.columns} columns, median of {rounds} rounds")
    print(f"rules / reading        {large['rules'] / large['read']:.2f}   (goal 0.60)")
    print(f"recognition / reading  {large['recognise'] / large['read']:.2f}")
    print(f"policy / reading       {large['policy'] / large['read']:.2f}")
    print(f"twice the rows, rules  {large['rules'] / small['rules']:.2f}   (goal 2.20)")
    slowest = sorted(
        ((code, seconds) for code, seconds in large.items() if code[3:].isdigit()),
        key=lambda item: -item[1],
    )
    for code, seconds in slowest[:6]:
        print(f"  {code}  {seconds / large['read']:.3f}x of reading")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
