"""A column of codes, and one of amounts, as a table that the engine's rules can look at."""

from __future__ import annotations

from collections.abc import Sequence

from selaras.model.book import DenseGrid, Position, Sheet
from selaras.model.table import Table, TableColumn
from selaras.recognise.build import inggris
from selaras.tables.spec import Isi, Kolom, TableSpec
from selaras.values.a1 import Area
from selaras.values.text import Teks
from selaras_addin.excel_errors import Galat
from selaras_addin.udf.arrays import Larik, Sel

KODE = "kode"
PAGU = "pagu"
_SPEC = TableSpec(
    "kolom",
    Teks("kolom kode dan pagu", "columns of codes and amounts"),
    (),
    (
        Kolom(KODE, Isi.KODE, Teks("kode", "code"), ()),
        Kolom(PAGU, Isi.UANG, Teks("pagu", "amount"), ()),
    ),
    (KODE,),
)


def tabel(kode: Larik, pagu: Sequence[Sel] | None = None) -> Table:
    """Return a table over the cells, still without rows: its sheet rows count from 1.

    The codes stand in the first columns, the amounts in the one after them.
    """
    lebar = len(kode[0])
    lajur = list(zip(*kode, strict=True))
    if pagu is not None:
        lajur.append(tuple(pagu))
    cells: Larik = list(zip(*lajur, strict=True))
    errors: dict[Position, str] = {}
    if any(Galat in set(map(type, values)) for values in lajur):
        for row, values in enumerate(cells, 1):
            for column, value in enumerate(values, 1):
                if isinstance(value, Galat):
                    errors[row, column] = value.nama
        cells = [tuple(None if isinstance(v, Galat) else v for v in values) for values in cells]
    sheet = Sheet("", DenseGrid(cells), errors=errors)
    columns = {KODE: TableColumn(_SPEC.column(KODE), tuple(range(1, lebar + 1)), (0, 1))}
    if pagu is not None:
        columns[PAGU] = TableColumn(_SPEC.column(PAGU), (lebar + 1,), (0, lebar + 1))
        texts = [row for row, amount in enumerate(pagu, 1) if isinstance(amount, str)]
        # Not False: no plan has "1,500" of half a rupiah, and SELARAS_RUPIAH reads 1500.
        columns[PAGU].inggris = inggris(sheet, texts, lebar + 1) or None
    return Table(_SPEC, sheet, Area(0, 1, 0, len(cells[0])), columns)
