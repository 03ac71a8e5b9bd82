"""A list of codes and names on a sheet that is none of the official tables."""

from __future__ import annotations

from selaras.tables import shared
from selaras.tables.spec import TableSpec
from selaras.values.text import Text

#: No table to be asked for, set or compared, and so none of `SPECS`.
CODE_LIST = TableSpec(
    name="Daftar berkode",
    title=Text("Daftar kode dan nama", "List of codes and names"),
    titles=(),
    columns=(
        shared.make_kode("")._replace(required=False),
        shared.make_name("")._replace(required=False),
    ),
    key_columns=("kode",),
)
