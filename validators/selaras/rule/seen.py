"""What a rule looks at: a workbook's tables, their rows and levels, the amounts that they hold."""

from selaras.model.row import Money, Row, RowKind
from selaras.model.table import Table, TableColumn
from selaras.model.work import Work
from selaras.tables import PLAN_TABLES
from selaras.values.kode_reading import Level
from selaras.values.rupiah import strip_sign, write_rupiah

__all__ = [
    "PLAN_TABLES",
    "Level",
    "Money",
    "Row",
    "RowKind",
    "Table",
    "TableColumn",
    "Work",
    "strip_sign",
    "write_rupiah",
]
