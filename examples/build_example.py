"""Build the example workbook from the data of the document.

Usage: python build_example.py [FILE]
"""

from __future__ import annotations

import sys
from pathlib import Path

from renja_mojokerto.archive import save
from renja_mojokerto.handed_in import build_official_sheets
from renja_mojokerto.writer import write_book

EXAMPLE = Path(__file__).resolve().parent / "renja-mojokerto-2024.xlsx"


def build(path: Path) -> None:
    """Write the example workbook."""
    book, _ = write_book(build_official_sheets())
    save(book, path)


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else EXAMPLE)
