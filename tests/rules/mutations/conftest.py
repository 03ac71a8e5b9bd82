"""Counts what the corruptions showed, and tells it after a deep run (SELARAS_MUTASI=25)."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from . import counts


def pytest_sessionfinish(session: pytest.Session) -> None:
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["mutasi"] = dict(counts.COUNTS)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    counts.COUNTS.update(Counter(getattr(node, "workeroutput", {}).get("mutasi", {})))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    if counts.DEEP_RUN_PLACES:
        terminalreporter.section("mutasi")
        for line in counts.yield_report():
            terminalreporter.write_line(line)
