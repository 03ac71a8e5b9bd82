"""What the user may set for a run: the year, tables by hand, thresholds, severities, limits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from selaras.finding import Severity


#: No entries; never written to.
_KOSONG: Mapping[str, Any] = {}


class Limits(NamedTuple):
    """Bounds on one workbook: seconds for the file and for each rule, megabytes for the worker."""

    seconds: float = 60.0
    rule_seconds: float = 5.0
    megabytes: int = 1024


class Setting(NamedTuple):
    """All settings that recognition, rules and policy read. The defaults fit any Renja."""

    tahun: int | None = None
    #: Sheet name to table name: overrides recognition ("-" for "this sheet holds no table").
    tabel: Mapping[str, str] = _KOSONG
    #: Sheet name to {column key: letters}: overrides where a column stands.
    kolom: Mapping[str, Mapping[str, str]] = _KOSONG
    #: Tables that must be in the workbook; None leaves it to the kind of document.
    wajib: tuple[str, ...] | None = None
    #: Money tolerance in rupiah.
    toleransi: int = 0
    #: Rule codes, families or names (prefixes) to run and to leave out.
    pilih: tuple[str, ...] = ()
    abaikan: tuple[str, ...] = ()
    tingkat: Mapping[str, Severity] = _KOSONG
    limits: Limits = Limits()
