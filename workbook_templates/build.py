"""Build the workbooks that lie in this folder, for a neutral year and agency.

Usage: python build.py [FOLDER]
"""

from __future__ import annotations

import sys
from pathlib import Path

from selaras_templates.build import bangun
from selaras_templates.setting import MACAM, Setelan

TAHUN = 2027


def build(folder: Path) -> None:
    """Write one workbook a kind."""
    for macam in MACAM:
        (folder / f"{macam}.xlsx").write_bytes(bangun(macam, Setelan(TAHUN)))


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent)
