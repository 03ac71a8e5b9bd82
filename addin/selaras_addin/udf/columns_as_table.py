"""A column of codes, and one of amounts, as a table that the engine's rules can look at."""

from __future__ import annotations

from collections.abc import Sequence

from selaras.model.book import DenseGrid, Position, Sheet
from selaras.model.table import Table, TableColumn
from selaras.recognise.build import is_english_style
from selaras.tables.spec import ColumnSpec, Content, TableSpec
from selaras.values.a1 import Area
from selaras.values.text import Text
from selaras_addin.excel_errors import CellError
from selaras_addin.udf.arrays import CellArray, CellValue

KODE_KEY = "kode"
PAGU_KEY = "pagu"
_SPEC = TableSpec(
    "kolom",
    Text("kolom kode dan pagu", "columns of codes and amounts"),
    (),
    (
        ColumnSpec(KODE_KEY, Content.KODE, Text("kode", "code"), ()),
        ColumnSpec(PAGU_KEY, Content.MONEY, Text("pagu", "amount"), ()),
    ),
    (KODE_KEY,),
)


def build_table(codes: CellArray, amounts: Sequence[CellValue] | None = None) -> Table:
    """Return a table over the cells, still without rows: its sheet rows count from 1.

    The codes stand in the first columns, the amounts in the one after them.
    """
    width = len(codes[0])
    column_cells = list(zip(*codes, strict=True))
    if amounts is not None:
        column_cells.append(tuple(amounts))
    cells: CellArray = list(zip(*column_cells, strict=True))
    errors: dict[Position, str] = {}
    if any(CellError in set(map(type, values)) for values in column_cells):
        for row, values in enumerate(cells, 1):
            for column, value in enumerate(values, 1):
                if isinstance(value, CellError):
                    errors[row, column] = value.name
        cells = [tuple(None if isinstance(v, CellError) else v for v in values) for values in cells]
    sheet = Sheet("", DenseGrid(cells), errors=errors)
    columns = {KODE_KEY: TableColumn(_SPEC.column(KODE_KEY), tuple(range(1, width + 1)), (0, 1))}
    if amounts is not None:
        columns[PAGU_KEY] = TableColumn(_SPEC.column(PAGU_KEY), (width + 1,), (0, width + 1))
        texts = [row for row, amount in enumerate(amounts, 1) if isinstance(amount, str)]
        # Not False: no plan has "1,500" of half a rupiah, and SELARAS_RUPIAH reads 1500.
        columns[PAGU_KEY].english_style = is_english_style(sheet, texts, width + 1) or None
    return Table(_SPEC, sheet, Area(0, 1, 0, len(cells[0])), columns)
