"""Build the corrected copy of the example workbook, and the list of what was set right in it.

Usage: python build_corrected.py [FILE]

The list goes beside the workbook, under the same name with ".md".
"""

from __future__ import annotations

import sys
from collections import Counter
from itertools import groupby
from pathlib import Path

from renja_mojokerto.archive import save
from renja_mojokerto.corrected import list_changes, load_corrected
from renja_mojokerto.correction import Change
from renja_mojokerto.handed_in import build_official_sheets
from renja_mojokerto.heads import Group, Head, list_leaves
from renja_mojokerto.source import Value
from renja_mojokerto.writer import write_book

CORRECTED = Path(__file__).resolve().parent / "renja-mojokerto-2024-benar.xlsx"

_INTRO = """# Apa yang dibetulkan dalam renja-mojokerto-2024-benar.xlsx

Salinan contoh yang kesalahannya dibetulkan: tiap sel, isinya semula, penggantinya, dan alasannya.
Berkas ini dibuat oleh `python examples/build_corrected.py`; pembetulannya sendiri, beserta
alasannya, ada di `renja_mojokerto/corrections.py`.
"""


def build(path: Path) -> None:
    """Write the corrected workbook, and beside it what was set right."""
    book, _ = write_book(build_official_sheets(load_corrected()))
    save(book, path)
    path.with_suffix(".md").write_text(build_listing(), encoding="utf-8")


def build_listing() -> str:
    """Return what was set right as Markdown: table by table, reason by reason."""
    text, order = _INTRO, list(load_corrected().tables)
    by_table = sorted(list_changes(), key=lambda change: order.index(change.table))
    for table, of_table in groupby(by_table, key=lambda change: change.table):
        text += f"\n## {table}\n"
        for why, group in groupby(of_table, key=lambda change: change.why):
            text += f"\n{why}\n\n| baris | kolom | semula | dibetulkan |\n|---|---|---|---|\n"
            text += "".join(f"| {' | '.join(_name_cells(change))} |\n" for change in group)
    return text


def _name_cells(change: Change) -> tuple[str, str, str, str]:
    if not change.column:
        column = "(baris baru)" if change.before is None else "(kalimat di atas tabel)"
    elif not change.row:
        column = "(kolom baru)"
    else:
        column = _list_labels(load_corrected().heads[change.table])[change.column]
    return change.row, column, _show_value(change.before), _show_value(change.after)


def _list_labels(head: Head) -> dict[str, str]:
    """Return what the columns are called; with the words of their group where two are alike."""
    labels = {column.key: column.label for column in list_leaves(head)}
    often = Counter(labels.values())
    for node in head:
        if isinstance(node, Group):
            for column in list_leaves(node.columns):
                if often[column.label] > 1:
                    labels[column.key] = f"{node.label}: {column.label}"
    return labels


def _show_value(value: Value) -> str:
    if value is None:
        return ""
    return f"{value:,}".replace(",", ".") if isinstance(value, int) else value


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else CORRECTED)
