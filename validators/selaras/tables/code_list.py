"""A list of codes and names on a sheet that is none of the official tables."""

from __future__ import annotations

from selaras.tables import umum
from selaras.tables.spec import TableSpec
from selaras.teks import Teks

#: No table to be asked for, set or compared, and so none of `SPECS`.
CODE_LIST = TableSpec(
    name="Daftar berkode",
    title=Teks("Daftar kode dan nama", "List of codes and names"),
    titles=(),
    columns=(umum.kode("")._replace(wajib=False), umum.nama("")._replace(wajib=False)),
    kunci=("kode",),
)
