"""A finding: what is wrong, in which cell, what stands there and what should."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from typing import Literal, NamedTuple

from selaras.values.a1 import column_number
from selaras.values.text import EMPTY, Text

_CELL = re.compile(r"([A-Z]+)(\d+)")

#: What a finding may show as written or expected. Money is a whole number of rupiah or a Decimal.
Shown = int | Decimal | str | None


class Severity(StrEnum):
    """How bad: the document is wrong, very likely wrong, or worth a look."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for error, 1 for warning, 2 for info: sorts the worst first."""
        return _RANK[self]


_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


class Place(NamedTuple):
    """A cell as the user sees it: the sheet's name and the A1 address."""

    sheet: str
    cell: str


class Fix(NamedTuple):
    """A change that would mend the finding; `safe` when it cannot alter what is meant."""

    kind: Literal["value", "formula", "text"]
    cell: str
    value: Shown
    safe: bool = False


class Finding(NamedTuple):
    """One finding. A rule fills in the first part, the policy the second."""

    message: Text
    advice: Text = EMPTY
    sheet: str | None = None
    cell: str | None = None
    table: str | None = None
    column: str | None = None
    #: Canonical code of the row, where the row has one.
    kode: str | None = None
    #: What identifies the row when lines are inserted above it: its code, indicator or name.
    row_key: str = ""
    expected: Shown = None
    actual: Shown = None
    difference: int | Decimal | None = None
    related: tuple[Place, ...] = ()
    fix: Fix | None = None
    #: Severity of this finding where it is another than its rule's.
    own_severity: Severity | None = None

    code: str = ""
    name: str = ""
    severity: Severity = Severity.ERROR
    #: Findings of one rule in one column of one table belong together.
    group: str = ""
    #: Fingerprint of the finding that explains this one.
    cause: str | None = None
    fingerprint: str = ""

    @property
    def position(self) -> tuple[int, int] | None:
        """Row and column of the cell; None for a finding on a sheet or the whole workbook."""
        match = _CELL.match(self.cell or "")
        return (int(match[2]), column_number(match[1])) if match else None
