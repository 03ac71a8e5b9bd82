"""Run two versions of the validator over a folder of workbooks; say what is new, gone, changed.

    python benchmarks/corpus.py OLD NEW FOLDER [--list CODE]...

OLD and NEW are checkouts of this project (`git worktree add ../old REVISION` makes one). Per rule
and severity it prints how many findings are new, gone and changed, and with `--list` each of them
with its sheet and cell. Exit code 1 where anything differs: a release on real data is read through.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

ROOTS = ("validators", "addin", "workbook_templates")
#: What a finding says beyond its place; where one of these differs it has changed.
SAID = ("severity", "message", "advice", "expected", "actual", "related", "fix", "cause")

Place = tuple[str, str, str, str]


def check(tree: Path, folder: Path) -> dict[str, Any]:
    """Return the JSON report of a checkout's validator over a folder."""
    environment = dict(os.environ)
    environment["PYTHONPATH"] = os.pathsep.join(str(tree / root) for root in ROOTS)
    command = [sys.executable, "-m", "selaras", "check", str(folder), "--format", "json"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1, 3):
        raise SystemExit(f"{tree}: exit {done.returncode}\n{done.stderr}")
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def group_findings(report: dict[str, Any]) -> dict[Place, list[dict[str, Any]]]:
    """Return the findings of a report by workbook, rule, sheet and cell."""
    found: dict[Place, list[dict[str, Any]]] = defaultdict(list)
    for workbook in report["workbooks"]:
        for finding in workbook["findings"]:
            place = (
                workbook["path"],
                finding["code"],
                finding.get("sheet") or "",
                finding.get("cell") or "",
            )
            found[place].append({key: finding.get(key) for key in SAID})
    return found


def list_tables(report: dict[str, Any]) -> dict[str, list[str]]:
    """Return what was recognised in each workbook, one line a table."""
    return {
        workbook["path"]: [
            f"{table['table']} {table['sheet']}!{table['range']}"
            for table in workbook.get("tables", ())
        ]
        for workbook in report["workbooks"]
    }


def compare(old: dict[str, Any], new: dict[str, Any]) -> list[tuple[str, Place, str]]:
    """Return what differs: kind (new, gone, changed), place, severity."""
    before, after = group_findings(old), group_findings(new)
    differences: list[tuple[str, Place, str]] = []
    for place in sorted(before.keys() | after.keys()):
        here, there = before.get(place, []), after.get(place, [])
        if here == there:
            continue
        kind = "new" if not here else "gone" if not there else "changed"
        differences.append((kind, place, (there or here)[0]["severity"]))
    return differences


def main() -> int:
    """Print the table of differences and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--list", action="append", default=[], metavar="CODE")
    options = parser.parse_args()
    old = check(options.old.resolve(), options.folder)
    new = check(options.new.resolve(), options.folder)
    differences = compare(old, new)
    counts: dict[tuple[str, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for kind, place, severity in differences:
        counts[place[1], severity][kind] += 1
    print(f"{'rule':8} {'severity':8} {'new':>6} {'gone':>6} {'changed':>8}")
    for (code, severity), kinds in sorted(counts.items()):
        print(f"{code:8} {severity:8} {kinds['new']:6} {kinds['gone']:6} {kinds['changed']:8}")
    for kind, (path, code, sheet, cell), severity in differences:
        if any(code.startswith(wanted) for wanted in options.list):
            print(f"{kind:8} {severity:8} {code} {Path(path).name} {sheet}!{cell}")
    before, after = list_tables(old), list_tables(new)
    for path in sorted(before.keys() | after.keys()):
        gone = [line for line in before.get(path, []) if line not in after.get(path, [])]
        come = [line for line in after.get(path, []) if line not in before.get(path, [])]
        for mark, lines in (("-", gone), ("+", come)):
            for line in lines:
                print(f"{mark} {Path(path).name}: {line}")
    return 1 if differences or before != after else 0


if __name__ == "__main__":
    sys.exit(main())
