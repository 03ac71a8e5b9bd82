"""Report -> pandas DataFrame, for those who go on calculating."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selaras.report.json_report import finding_dict
from selaras.report.result import Report
from selaras.values.text import Language

if TYPE_CHECKING:
    import pandas

COLUMNS = (
    "path", "code", "name", "severity", "table", "sheet", "cell", "column", "kode", "message",
    "advice", "expected", "actual", "difference", "group", "cause", "fingerprint",
)  # fmt: skip


def as_frame(report: Report, language: Language = "id") -> pandas.DataFrame:
    """Return one line per finding; amounts stay exact, as Python objects.

    Raises ImportError, with advice, where pandas is not installed.
    """
    try:
        import pandas
    except ImportError as error:
        raise ImportError("pandas is not installed: pip install 'selaras[frame]'") from error
    rows = [
        {"path": workbook.path} | finding_dict(finding, language)
        for workbook in report.workbooks
        for finding in workbook.findings
    ]
    rows += [{"path": None} | finding_dict(finding, language) for finding in report.run]
    return pandas.DataFrame(rows, columns=list(COLUMNS), dtype=object)
