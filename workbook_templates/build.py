"""Build the workbooks that lie in this folder, for a neutral year and agency.

Usage: python build.py [FOLDER]
"""

from __future__ import annotations

import sys
from pathlib import Path

from selaras_templates.build import build_workbook
from selaras_templates.setting import WORKBOOK_KINDS, TemplateSetting

EXAMPLE_YEAR = 2027


def build_all(folder: Path) -> None:
    """Write one workbook a kind."""
    for kind_name in WORKBOOK_KINDS:
        (folder / f"{kind_name}.xlsx").write_bytes(
            build_workbook(kind_name, TemplateSetting(EXAMPLE_YEAR))
        )


if __name__ == "__main__":
    build_all(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent)
