"""An earlier report as a baseline: which findings of which workbook were known before.

Fingerprints tell findings of one workbook apart, not workbooks: the same total is wrong in many. So
each workbook of the run is compared with one workbook of the earlier report, told by its name and,
where several have that name, by as many folders above it as it takes. Contents cannot tell: a plan
that was handed in again has others.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from selaras.model.waiver import fold_path
from selaras.settings.errors import ConfigError
from selaras.values.text import Text

#: Workbook of the earlier report to the fingerprints of its findings.
Fingerprints = Mapping[str, frozenset[str]]

_ALL_NEW = Text(
    "Laporan acuan tidak memuat temuan buku kerja ini; semua temuannya dihitung sebagai baru.",
    "The baseline report has no findings of this workbook; all of its findings count as new.",
)


class Baseline:
    """What an earlier report knew of each workbook of a run."""

    def __init__(self, path: str, workbooks: Sequence[str]) -> None:
        """Read a JSON or JSON Lines report. Raises ConfigError for anything else."""
        self._known, whole = _read_report(path)
        self._pairs = pair_workbooks(workbooks, self._known)
        if whole and len(workbooks) == len(self._known) == 1:
            # There is nothing to mistake it for: a new version may have a new name.
            self._pairs = {workbooks[0]: next(iter(self._known))}

    def find_known(self, workbook: str) -> frozenset[str]:
        """Return the fingerprints that the earlier report has of this workbook."""
        return self._known.get(self._pairs.get(workbook, ""), frozenset())

    def build_note(self, workbook: str) -> Text | None:
        """Return with what the workbook is compared, where that is not its very own path."""
        before = self._pairs.get(workbook)
        if before is None:
            return _ALL_NEW
        if fold_path(before) == fold_path(workbook):
            return None
        return Text(
            f"Temuan yang sudah diketahui: menurut {before} di laporan acuan.",
            f"Findings known before: by {before} of the baseline report.",
        )


def pair_workbooks(now: Iterable[str], before: Iterable[str]) -> dict[str, str]:
    """Return for each path the one of `before` that is the same workbook, where one is for certain.

    Two paths belong together when they end alike and no other path on either side ends so.
    """
    own = _group_by_end({path: os.path.abspath(path) for path in now})
    other = _group_by_end({path: path for path in before})
    return {
        paths[0]: other[end][0]
        for end, paths in own.items()
        if len(paths) == 1 and len(other.get(end, ())) == 1
    }


def _group_by_end(paths: Mapping[str, str]) -> dict[tuple[str, ...], list[str]]:
    """Return paths by each of the ends that they have: the name, with its folder, and so on."""
    ends: dict[tuple[str, ...], list[str]] = {}
    for path, full in paths.items():
        parts = fold_path(full)
        for start in range(len(parts)):
            ends.setdefault(parts[start:], []).append(path)
    return ends


def _read_report(path: str) -> tuple[Fingerprints, bool]:
    """Return the fingerprints by workbook, and whether the report names every workbook."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except (OSError, ValueError) as error:
        message = Text("laporan acuan tidak dapat dibuka", "the baseline report cannot be opened")
        raise ConfigError(path, message) from error
    try:
        # Shells of Windows write what they redirect as UTF-16.
        text = data.decode(json.detect_encoding(data))
    except UnicodeDecodeError as error:
        raise _build_format_error(path) from error
    try:
        try:
            report = json.loads(text)
        except ValueError:
            return _read_lines(map(json.loads, filter(str.strip, text.split("\n")))), False
        if "workbooks" in report:
            return _read_json_report(report), True
        return _read_lines([report]), False
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise _build_format_error(path) from error


def _read_json_report(report: Any) -> Fingerprints:
    if not str(report["schema"]).startswith("selaras.report/"):
        raise ValueError(report["schema"])
    known: dict[str, set[str]] = {}
    for workbook in report["workbooks"]:
        own = known.setdefault(_read_text(workbook["path"]), set())
        # What a waiver covered is not known for good: it has a last day.
        for finding in (*workbook["findings"], *workbook.get("known", ())):
            own.add(_read_text(finding["fingerprint"]))
    return _freeze(known)


def _read_lines(lines: Iterable[Any]) -> Fingerprints:
    known: dict[str, set[str]] = {}
    for line in lines:
        # Without a path it is a finding of the run itself.
        if line["path"] is not None and not line.get("waiver"):
            known.setdefault(_read_text(line["path"]), set()).add(_read_text(line["fingerprint"]))
    return _freeze(known)


def _read_text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _freeze(known: Mapping[str, set[str]]) -> Fingerprints:
    return {path: frozenset(fingerprints) for path, fingerprints in known.items()}


def _build_format_error(path: str) -> ConfigError:
    return ConfigError(
        path,
        Text(
            "bukan laporan JSON atau JSONL dari selaras check (buat dengan --output json=BERKAS)",
            "not a JSON or JSONL report of selaras check (make one with --output json=FILE)",
        ),
    )
