"""What a table looks like, as data: its columns, how people word their heads, its years.

One spec per official table stands beside this module; recognisers, templates, docs and messages
derive from it. Wording is matched after folding (case, punctuation, abbreviations), word by word,
so a phrase here is the shortest wording that still says which column is meant.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from selaras.teks import Teks


class Isi(StrEnum):
    """What kind of content a column holds."""

    KODE = "kode"
    NO = "no"
    NAMA = "nama"
    INDIKATOR = "indikator"
    TARGET = "target"
    UANG = "uang"
    PERSEN = "persen"
    SUMBER = "sumber"
    TEKS = "teks"


class Kolom(NamedTuple):
    """One column of a table."""

    key: str
    isi: Isi
    #: What messages call it, in lower case: "pagu indikatif".
    label: Teks
    #: Wordings of its own head (the lowest one that says more than a year).
    heads: tuple[str, ...]
    #: Wordings of the group heads above it; empty when the head alone says enough.
    groups: tuple[str, ...] = ()
    #: Words that tell against it wherever they stand in its heads.
    bukan: tuple[str, ...] = ()
    #: Year of the column, counted from the plan year n; None when it belongs to no year.
    tahun: int | None = None
    wajib: bool = True
    #: The group head is what makes it this column (forward estimate): without it, it is another.
    bergrup: bool = False
    #: The column number that the regulation prints under the head.
    cetak: str = ""
    #: Which of several like columns it is: 2 for the second quarter or year.
    urut: int | None = None
    #: The fund source whose part of the amount it holds: "DAK"; empty for all other columns.
    sumber: str = ""


class TableSpec(NamedTuple):
    """One official table."""

    name: str
    title: Teks
    #: Phrases of the title line that name this table and no other.
    titles: tuple[str, ...]
    columns: tuple[Kolom, ...]
    #: Columns without which it is certainly not this table.
    kunci: tuple[str, ...]
    #: The year heads shift from document to document: a column's year is what its head says.
    tahun_bebas: bool = False
    #: Source in the regulations.
    basis: str = ""
    #: Heads that many other tables have too: without a title line, every column must be there.
    lazim: bool = False

    def column(self, key: str) -> Kolom:
        """Return the column of that key; KeyError when the table has none."""
        for kolom in self.columns:
            if kolom.key == key:
                return kolom
        raise KeyError(key)
