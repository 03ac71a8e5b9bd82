"""LBR008: merged cells inside the data that swallow values."""

from __future__ import annotations

from selaras.rule import Findings, Severity, Silent, Speaks, Text, table_rule
from selaras.rule.seen import RowKind, Table
from selaras.values.a1 import Area


@table_rule(
    "LBR008",
    "sel-gabung",
    Severity.INFO,
    basis="practice",
    english="""Merged cells inside the data swallow no values.

    Why: a merge shows its first cell only. What stands in the others is kept but unseen, and an
    amount merged over several rows belongs to the first of them only.

    Fix: take the merge apart and write each value in its own cell.
    """,
)
def check_merged_cells(table: Table) -> Findings:
    """Sel gabungan di dalam data tidak menelan nilai.

    Mengapa: sel gabungan hanya menampilkan sel pertamanya. Isi sel lainnya tersimpan tetapi tidak
    terlihat, dan pagu yang digabung atas beberapa baris hanya menjadi milik baris pertama.

    Perbaikan: pisahkan gabungan selnya (Unmerge), lalu tulis setiap nilai di selnya sendiri.
    """
    main_numbers = {row.row for row in table.main_rows}
    money = {column.first for column in table.money_columns}
    totals = {row.row for row in table.rows_of_kind(RowKind.TOTAL)}
    for area in table.sheet.merges:
        if area.top <= table.head_area.bottom or area.top > table.bottom or area.top in totals:
            continue
        if not table.head_area.left <= area.left <= table.head_area.right:
            continue
        if _is_swallowing(table, area) or (
            area.left in money and len(main_numbers & set(range(area.top, area.bottom + 1))) > 1
        ):
            yield table.build_cell_finding(
                (area.top, area.left),
                Text(
                    f"Sel gabungan {area} menutupi sel lain di dalam data.",
                    f"The merged cells {area} cover other cells of the data.",
                ),
                advice=Text(
                    "Pisahkan gabungannya dan tulis setiap nilai di selnya sendiri.",
                    "Take the merge apart and write each value in its own cell.",
                ),
            )


def _is_swallowing(table: Table, area: Area) -> bool:
    """Tell whether a cell under the merge, other than its first, holds a value."""
    return any(
        table.sheet.value(row, column) is not None
        for row in range(area.top, min(area.bottom, table.bottom) + 1)
        for column in range(area.left, min(area.right, table.head_area.right) + 1)
        if (row, column) != (area.top, area.left)
    )


EXAMPLES = (
    Silent("kode|nama|pagu\n2.17.01|P|300\n||\n-- gabung B2:B3"),
    Speaks(
        "kode|nama|pagu\n2.17.01|P|300\n2.17.02|Q|\n-- gabung C2:C3",
        "C2 actual=300",
    ),
)
