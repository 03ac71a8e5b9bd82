"""The example document written in the layouts that people make of the official tables.

`write(name, directory)` writes one layout and tells where each value of the document went:

>>> path, placement = write("titik-4", tmp_path)
>>> placement["T-C.33", 0, "pagu"]
Place(sheet='T-C.33', address='F8')

A key is the table, the row of its CSV counted from 0, and the column key.
"""

from __future__ import annotations

import sys
from pathlib import Path

_EXAMPLES = str(Path(__file__).resolve().parents[2] / "examples")
if _EXAMPLES not in sys.path:
    sys.path.insert(0, _EXAMPLES)

from renja_mojokerto.corrected import load_corrected  # noqa: E402
from renja_mojokerto.document import PRINTED, Document  # noqa: E402
from renja_mojokerto.placement import Key, Place, Placement  # noqa: E402
from renja_mojokerto.source import AMOUNTS, Row, Table, read  # noqa: E402

from .catalogue import LAYOUTS, write  # noqa: E402

__all__ = [
    "AMOUNTS",
    "LAYOUTS",
    "PRINTED",
    "Document",
    "Key",
    "Place",
    "Placement",
    "Row",
    "Table",
    "load_corrected",
    "read",
    "write",
]
