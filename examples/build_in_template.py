"""Build the document in the template of a Renja: as it was printed, and set right.

Usage: python build_in_template.py [FOLDER]
"""

from __future__ import annotations

import sys
from pathlib import Path

from renja_mojokerto.corrected import load_corrected
from renja_mojokerto.document import PRINTED
from renja_mojokerto.in_template import SETTINGS, list_typed
from selaras_templates.build import build_workbook

FILLED = "renja-mojokerto-2024-template.xlsx"
FILLED_RIGHT = "renja-mojokerto-2024-template-benar.xlsx"


def build(folder: Path) -> None:
    """Write both workbooks."""
    for name, document in ((FILLED, PRINTED), (FILLED_RIGHT, load_corrected())):
        (folder / name).write_bytes(build_workbook("renja", SETTINGS, list_typed(document)))


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent)
