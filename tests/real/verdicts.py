"""Hold the findings on real workbooks against verdicts given by hand.

    python -m real.verdicts FOLDER [--list]        from the folder of the tests

FOLDER holds workbooks and `temuan.csv`: file, sheet, cell, rule, verdict (true: must be reported;
false: must not; missed: must be found, `A|B` by either rule; `TABEL=X`, `TABEL!=X`: what a sheet
must or must not be read as). It prints, per workbook, what is unmet and what no verdict speaks of.
Exit code 1 where a verdict is unmet.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

from selaras import check


class Verdict(NamedTuple):
    """What a person said of one finding, or of one that should be there."""

    sheet: str
    cell: str
    rule: str
    verdict: str


class Judged(NamedTuple):
    """What does not agree with the verdicts on one workbook."""

    #: True or missed, and not reported.
    absent: list[Verdict]
    #: False, and reported.
    untrue: list[Verdict]
    #: Reported, and no verdict speaks of it: (sheet, cell, rule, message).
    unread: list[tuple[str, str, str, str]]


def read_verdicts(folder: Path) -> dict[str, list[Verdict]]:
    """Return the verdicts of a folder by workbook."""
    verdicts: dict[str, list[Verdict]] = defaultdict(list)
    with (folder / "temuan.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            verdict = Verdict(row["sheet"], row["cell"], row["rule"], row["verdict"])
            verdicts[row["file"]].append(verdict)
    return verdicts


def judge(path: Path, verdicts: list[Verdict]) -> Judged:
    """Return where the report on a workbook differs from the verdicts."""
    report = check(path)
    said = {
        (finding.sheet or "", finding.cell or "", finding.code): finding.message.id
        for finding in report.findings
    }
    tables = {
        (table["sheet"], table["table"]) for table in report.to_dict()["workbooks"][0]["tables"]
    }
    absent: list[Verdict] = []
    untrue: list[Verdict] = []
    spoken: set[tuple[str, str, str]] = set()
    for verdict in verdicts:
        sheet, cell, rule, kind = verdict
        if rule.startswith("TABEL"):
            unlike = rule.startswith("TABEL!=")
            if ((sheet, rule.partition("=")[2]) in tables) == unlike:
                absent.append(verdict)
            continue
        places = [(sheet, cell, code) for code in rule.split("|")]
        spoken.update(places)
        reported = any(place in said for place in places)
        if kind == "false" and reported:
            untrue.append(verdict)
        elif kind != "false" and not reported:
            absent.append(verdict)
    unread = [(*place, said[place]) for place in said if place not in spoken]
    return Judged(absent, untrue, unread)


def main() -> int:
    """Print what is unmet and return the exit code."""
    folder = Path(sys.argv[1])
    unmet = 0
    for name, verdicts in read_verdicts(folder).items():
        judged = judge(folder / name, verdicts)
        unmet += len(judged.absent) + len(judged.untrue)
        print(name)
        for label, rows in (("absent", judged.absent), ("untrue", judged.untrue)):
            print(f"  {label:7}", dict(Counter(row.rule for row in rows)))
        print(f"  {'unread':7}", dict(Counter(row[2] for row in judged.unread)))
        if "--list" in sys.argv:
            for row in (*judged.absent, *judged.untrue, *judged.unread):
                print("   ", *row)
    return 1 if unmet else 0


if __name__ == "__main__":
    sys.exit(main())
