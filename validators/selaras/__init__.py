"""Selaras checks the planning workbooks of Indonesian regional governments, cell by cell.

`from selaras import check` is all that most programs need:

    report = check("renja.xlsx")
    for finding in report.findings: ...
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from selaras.version import __version__

if TYPE_CHECKING:
    from selaras.api import check
    from selaras.report.result import Report

__all__ = ["Report", "__version__", "check"]


def __getattr__(name: str) -> Any:
    # Imported when asked for: the command line starts without them.
    if name == "check":
        from selaras.api import check

        return check
    if name == "Report":
        from selaras.report.result import Report

        return Report
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
