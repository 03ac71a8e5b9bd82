"""What rules ask again and again about the rows of a table: gathered once, when first asked for."""

from __future__ import annotations

from functools import cached_property
from itertools import islice
from operator import le
from typing import TYPE_CHECKING

from selaras.model.clashes import Chains, read_chains
from selaras.model.column_values import TAK_ADA
from selaras.model.row import Jenis
from selaras.model.upper import UpperRow, build_upper_rows

if TYPE_CHECKING:
    from selaras.model.book import Value
    from selaras.model.row import Row
    from selaras.model.table import Table
    from selaras.values.kode_reading import Tingkat


#: Kinds of column that tell which row it is, not what it says; as in `tables.spec.Isi`.
_COUNTING = ("kode", "no")
#: Kinds of row that a form has before anything is filled in.
_FRAME = (Jenis.TOTAL, Jenis.PINDAHAN, Jenis.JUDUL, Jenis.RINCIAN_JUDUL)


#: What stands before the sum row of a form, in tables without amounts too.
_SUM = frozenset(("jumlah", "total"))


class Susunan:
    """The rows of a table by what they are; all lists in the order of the sheet."""

    def __init__(self, table: Table) -> None:
        self._table = table

    @cached_property
    def is_empty(self) -> bool:
        """Whether no row says anything: there are none, or only totals, section lines, bare codes,
        running numbers, dashes and noughts, as in a form that nobody has filled in.
        """
        table = self._table
        said = [
            number
            for column in table.columns.values()
            if column.spec.isi not in _COUNTING
            for number in column.columns
        ]
        return not any(
            row.jenis not in _FRAME and any(_says(table, row.row, number) for number in said)
            for row in table.rows
        )

    @cached_property
    def row_numbers(self) -> list[int]:
        """The sheet rows that the rows stand in."""
        return [row.row for row in self._table.rows]

    @cached_property
    def berlanjut(self) -> list[Row]:
        """The rows that go on below, in continuation rows."""
        return [row for row in self._table.rows if row.lanjutan]

    @cached_property
    def berbagian(self) -> list[Row]:
        """The rows whose amount is spread over further rows."""
        return [row for row in self._table.rows if row.bagian]

    @cached_property
    def kinds(self) -> frozenset[Jenis]:
        """The kinds of rows that there are."""
        return frozenset([row.jenis for row in self._table.rows])

    @cached_property
    def heads(self) -> list[Row]:
        """The section lines that have amounts: those of a group, an agency, a sub unit."""
        money = self._table.kolom_uang
        return [
            row
            for row in (self._table.rows if Jenis.JUDUL in self.kinds else ())
            if row.jenis is Jenis.JUDUL and any(row.jumlah(c.key) is not None for c in money)
        ]

    @cached_property
    def pokok(self) -> list[Row]:
        """The rows of the hierarchy."""
        pokok = Jenis.POKOK
        return [row for row in self._table.rows if row.jenis is pokok]

    @cached_property
    def by_level(self) -> dict[Tingkat | None, list[Row]]:
        """The rows of the hierarchy by their level."""
        found: dict[Tingkat | None, list[Row]] = {}
        for row in self.pokok:
            if row.tingkat in found:
                found[row.tingkat].append(row)
            else:
                found[row.tingkat] = [row]
        return found

    @cached_property
    def chains(self) -> Chains:
        """What stands above each row, by its code and by what the columns of levels say."""
        return read_chains(self._table)

    @cached_property
    def upper(self) -> list[UpperRow]:
        """The programs and kegiatan that there are no rows of."""
        return build_upper_rows(self._table, self.chains)

    @cached_property
    def kode_rows(self) -> list[Row]:
        """The rows of the hierarchy whose codes can be read."""
        return [row for row in self.pokok if row.kode is not None]

    @cached_property
    def bagian(self) -> list[tuple[int, ...]]:
        """The codes of `berkode` as numbers."""
        return [row.kode.bagian for row in self.kode_rows if row.kode is not None]

    @cached_property
    def berulang(self) -> bool:
        """Whether a code stands in more than one row."""
        return len(set(self.bagian)) < len(self.bagian)

    @cached_property
    def menaik(self) -> bool:
        """Whether no code is less than the one above it."""
        codes = self.bagian
        return all(map(le, codes, islice(codes, 1, None)))

    @cached_property
    def beranak(self) -> list[Row]:
        """The rows of the hierarchy that others stand below."""
        return [row for row in self.pokok if row.anak]

    @cached_property
    def anak(self) -> list[tuple[int, list[int]]]:
        """The places of `beranak` in the table, each with the places of the rows below it."""
        return [(row.urut, [anak.urut for anak in row.anak]) for row in self.beranak]


def _says(table: Table, row: int, column: int) -> bool:
    """Tell whether a cell holds a text, an amount that is not 0, or an error that was typed."""
    sheet = table.sheet
    value: Value = sheet.value(row, column)
    if isinstance(value, str):
        text = value.strip()
        return text not in TAK_ADA and text.strip(" :.").casefold() not in _SUM
    if value is None:
        return (row, column) in sheet.errors and (row, column) not in sheet.formulas
    return value != 0
