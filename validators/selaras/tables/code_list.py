"""A list of codes and names on a sheet that is none of the official tables."""

from __future__ import annotations

from selaras.tables import shared
from selaras.tables.spec import TableSpec
from selaras.values.text import Teks

#: No table to be asked for, set or compared, and so none of `SPECS`.
CODE_LIST = TableSpec(
    name="Daftar berkode",
    title=Teks("Daftar kode dan nama", "List of codes and names"),
    titles=(),
    columns=(shared.kode("")._replace(wajib=False), shared.nama("")._replace(wajib=False)),
    key_columns=("kode",),
)
