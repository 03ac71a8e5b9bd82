"""All tables that Selaras knows, one declarative spec each."""

from __future__ import annotations

from selaras.tables.evaluation import E81
from selaras.tables.funding import TABLE21, TABLE22, TABLE31, TABLE41
from selaras.tables.renja import TC29, TC30, TC33
from selaras.tables.renstra import TC23, TC24, TC25, TC26, TC27
from selaras.tables.review import TC31, TC32
from selaras.tables.shared import ADDED_COLUMNS
from selaras.tables.sipd import SIPD17, SIPD19
from selaras.tables.spec import (
    ColumnSpec,
    Content,
    FormulaKind,
    Paper,
    Period,
    PrintedFormula,
    TableSpec,
)

#: In the order in which reports list them.
SPECS: tuple[TableSpec, ...] = (
    TC23,
    TC24,
    TC25,
    TC26,
    TC27,
    TC29,
    TC30,
    TC31,
    TC32,
    TC33,
    E81,
    SIPD17,
    SIPD19,
    TABLE41,
    TABLE21,
    TABLE22,
    TABLE31,
)
BY_NAME: dict[str, TableSpec] = {spec.name: spec for spec in SPECS}

#: The forms of SIPD, which stand in for T-C.33.
SIPD_TABLES = ("SIPD-17", "SIPD-19")
#: Tables that lay out the plan of one year by code, in the order in which one stands in for
#: another. Every list of plan tables comes from here.
PLAN_TABLES = ("T-C.33", *SIPD_TABLES, "Tabel 4.1")

__all__ = [
    "ADDED_COLUMNS",
    "BY_NAME",
    "PLAN_TABLES",
    "SIPD_TABLES",
    "SPECS",
    "ColumnSpec",
    "Content",
    "FormulaKind",
    "Paper",
    "Period",
    "PrintedFormula",
    "TableSpec",
]
