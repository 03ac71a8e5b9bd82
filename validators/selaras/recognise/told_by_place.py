"""What tells a row that does not say itself what it is: what it fills in, and the row above it.

Rows in the examples read "code | name | indicator | target | amount".
"""

# Each case is asked of a row and what it stands among.
# ruff: noqa: ARG001

from __future__ import annotations

from selaras.model.row import RowKind
from selaras.recognise import traits
from selaras.recognise.row_cells import SeenRow
from selaras.recognise.row_context import RowContext

# Rows of a table without codes


def is_uncoded_main(seen: SeenRow, context: RowContext) -> bool:
    """Tell of a row of the hierarchy of a table without codes: "Program X | 80% | 700.000"."""
    columns = context.columns
    if seen.name and (seen.has_money or seen.has_aim or not columns.money):
        return True
    return not columns.names and (seen.has_aim or not columns.indikator)


def is_continuing_amount(seen: SeenRow, context: RowContext) -> bool:
    """Tell of amounts that the row above left blank, in a row of their own: " | | | | 700.000"."""
    if not seen.has_money or seen.name:
        return False
    return context.placed.has_left_blank(seen.list_filled(context.columns.money))


def is_lone_amount(seen: SeenRow, context: RowContext) -> bool:
    """Tell of an amount that nothing in its row explains: " | | | | 700.000"."""
    return seen.has_money and not seen.has_indikator


def is_uncoded_indikator(seen: SeenRow, context: RowContext) -> bool:
    """Tell of a further indicator in a table without codes: " | Jumlah Z | 12 | "."""
    return seen.has_aim and context.placed.main_row is not None


# Rows of a table with codes that have none: above the first that has one


def is_section_above(seen: SeenRow, context: RowContext) -> bool:
    """Tell of a line above the first code: " | DINAS X | | | 9.000.000", " | Unsur Y | | | "."""
    if context.placed.main_row is not None:
        return False
    if not seen.has_money or (seen.name and not seen.has_aim):
        return True
    return traits.is_section(seen.first_text)


def is_above_all(seen: SeenRow, context: RowContext) -> bool:
    """Tell of an amount above the first code: " | Program X | Persentase Y | 80% | 700.000"."""
    return context.placed.main_row is None


# Below it


def has_lost_kode(seen: SeenRow, context: RowContext) -> bool:
    """Tell of a row that has all but its code: " | Program X | Persentase Y | 80% | 700.000"."""
    if not (seen.has_money and seen.name and seen.has_indikator):
        return False
    return not _is_rincian_with_indikator(seen, context)


def _is_rincian_with_indikator(seen: SeenRow, context: RowContext) -> bool:
    """Tell whether a row among the rincian is one more of them, though it has an indicator.

    Some tables give their rincian indicators; then the first of a sub kegiatan has one.
    """
    if not context.placed.is_in_rincian:
        return False
    before = context.placed.last_rincian
    if before is None or not seen.has_target:
        return True
    return any(context.table.is_filled(before.row, column) for column in context.columns.indikator)


def lose_kode(seen: SeenRow, context: RowContext) -> None:
    """Let the rincian that follow be those of the row without code, not of the one above it."""
    context.placed.is_kode_lost = True
    context.placed.close_rincian()


def is_section_row(seen: SeenRow, context: RowContext) -> bool:
    """Tell of a section with its sum: " | URUSAN WAJIB | | | 700.000"."""
    if not (seen.has_money and seen.name) or seen.has_indikator:
        return False
    return traits.is_section(seen.name) and not context.placed.is_in_rincian


def close_at_section(seen: SeenRow, context: RowContext) -> None:
    """Let what follows a section be no rincian of the row above it."""
    context.placed.close_rincian()


def is_further_rincian(seen: SeenRow, context: RowContext) -> bool:
    """Tell of an amount among the rincian: " | Belanja modal | | | 700.000"."""
    placed = context.placed
    if not (seen.has_money and placed.is_in_rincian):
        return False
    return bool(seen.name) or placed.last_rincian is not None


def is_indikator_with_amount(seen: SeenRow, context: RowContext) -> bool:
    """Tell of a further indicator with an amount: " | | Jumlah Z | 12 | 700.000"."""
    return seen.has_money and not seen.name and seen.has_indikator


def is_item(seen: SeenRow, context: RowContext) -> bool:
    """Tell of a named amount that is an item: " | - Belanja modal | | | 700.000"."""
    if not (seen.has_money and seen.name) or seen.has_indikator:
        return False
    before = context.placed.find_last()
    if before is not None and before.kind is RowKind.RINCIAN:
        return not seen.has_target
    if traits.has_bullet(seen.name) or seen.has_list_mark:
        return True
    return context.kodes.join_cells(seen.cells) is not None


def is_other_amount(seen: SeenRow, context: RowContext) -> bool:
    """Tell of any other amount: " | Program X | | | 700.000"."""
    return seen.has_money


def is_measure_line(seen: SeenRow, context: RowContext) -> bool:
    """Tell of the unit of the target above, in a row of its own: " | | | dokumen | "."""
    return seen.has_target and not (seen.has_indikator or seen.name or seen.has_target_number)


def is_continuing_indikator(seen: SeenRow, context: RowContext) -> bool:
    """Tell of the indicator, or the target, that the row above lacks: " | | Jumlah Z | 12 | "."""
    placed, table = context.placed, context.table
    main_row = placed.main_row
    if not seen.has_aim or main_row is None:
        return False
    if placed.find_last() is not main_row or placed.is_in_rincian:
        return False
    filled = [column for column in seen.cells if column in context.columns.known]
    named = seen.list_filled(context.columns.indikator)
    if seen.has_target and not named:
        named = [c for c in context.columns.indikator if not table.is_filled(main_row.row, c)]
    return bool(named) and all(not table.is_filled(main_row.row, column) for column in filled)


def is_indikator(seen: SeenRow, context: RowContext) -> bool:
    """Tell of a further indicator or target: " | | Jumlah Z | 12 | "."""
    return seen.has_aim


def is_named_rincian(seen: SeenRow, context: RowContext) -> bool:
    """Tell of a name among the rincian, its amount still blank: " | Belanja modal | | | "."""
    return bool(seen.name) and context.placed.is_in_rincian


def is_anything(seen: SeenRow, context: RowContext) -> bool:
    """Tell of what is left: " | lanjutan nama | | | ", a note, a place."""
    return True
