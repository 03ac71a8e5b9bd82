"""What rules ask again and again about the rows of a table: gathered once, when first asked for."""

from __future__ import annotations

from functools import cached_property
from itertools import islice
from operator import le
from typing import TYPE_CHECKING

from selaras.model.row import Jenis

if TYPE_CHECKING:
    from selaras.kode import Tingkat
    from selaras.model.row import Row
    from selaras.model.table import Table


class Susunan:
    """The rows of a table by what they are; all lists in the order of the sheet."""

    def __init__(self, table: Table) -> None:
        self._table = table

    @cached_property
    def nomor(self) -> list[int]:
        """The sheet rows that the rows stand in."""
        return [row.row for row in self._table.rows]

    @cached_property
    def berlanjut(self) -> list[Row]:
        """The rows that go on below, in continuation rows."""
        return [row for row in self._table.rows if row.lanjutan]

    @cached_property
    def jenis(self) -> frozenset[Jenis]:
        """The kinds of rows that there are."""
        return frozenset([row.jenis for row in self._table.rows])

    @cached_property
    def pokok(self) -> list[Row]:
        """The rows of the hierarchy."""
        pokok = Jenis.POKOK
        return [row for row in self._table.rows if row.jenis is pokok]

    @cached_property
    def tingkat(self) -> dict[Tingkat | None, list[Row]]:
        """The rows of the hierarchy by their level."""
        found: dict[Tingkat | None, list[Row]] = {}
        for row in self.pokok:
            if row.tingkat in found:
                found[row.tingkat].append(row)
            else:
                found[row.tingkat] = [row]
        return found

    @cached_property
    def berkode(self) -> list[Row]:
        """The rows of the hierarchy whose codes can be read."""
        return [row for row in self.pokok if row.kode is not None]

    @cached_property
    def bagian(self) -> list[tuple[int, ...]]:
        """The codes of `berkode` as numbers."""
        return [row.kode.bagian for row in self.berkode if row.kode is not None]

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
