"""LibreOffice, which some tests need: they are skipped where it is not installed."""

from __future__ import annotations

import shutil

import pytest


def find_soffice() -> str:
    """Return the program; without it the test that asks, or whose fixture asks, is skipped."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("needs LibreOffice: no `soffice` on PATH")
    return program
