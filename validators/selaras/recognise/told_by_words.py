"""What a row says itself that tells what it is: labels, codes, marks, names of units.

Rows in the examples read "code | name | indicator | target | amount".
"""

# Each case is asked of a row and what it stands among.
# ruff: noqa: ARG001

from __future__ import annotations

from selaras.model.book import Value
from selaras.model.unit import Unit
from selaras.recognise import traits
from selaras.recognise.pages import is_page_label
from selaras.recognise.row_cells import SeenRow
from selaras.recognise.row_context import RowContext
from selaras.recognise.sums_below import find_summed_row, read_summed_name
from selaras.recognise.traits import is_blank_value
from selaras.recognise.units import read_row_unit, read_unit
from selaras.values.kode_reading import KodeFault, KodeReading, Level

#: A row that names a unit has at most so many texts, and its first code follows so soon.
UNIT_ROW_LIMIT = 4


# Rows that are told before their code is read


def is_blank_row(seen: SeenRow, context: RowContext) -> bool:
    """Tell of a row with nothing in it: " | | | | "."""
    return not seen.cells and not seen.has_error


def is_page_row(seen: SeenRow, context: RowContext) -> bool:
    """Tell of a row that only leads from one page to the next: "Halaman 3", "- 3 -"."""
    return is_page_label(seen.cells.values())


def is_carried_line(seen: SeenRow, context: RowContext) -> bool:
    """Tell of a row that announces a carried sum and has none: "Dipindahkan | | | | "."""
    return is_carried_sum(seen, context) and not seen.has_money


def is_carried_sum(seen: SeenRow, context: RowContext) -> bool:
    """Tell of a sum carried from page to page: " | Jumlah dipindahkan | | | 700.000"."""
    return bool(context.columns.money) and seen.carried_label is not None


def name_carried_sum(seen: SeenRow, context: RowContext) -> None:
    """Name a carried sum by its label; it ends neither the table nor the rincian around it."""
    seen.name = seen.name or " ".join((seen.carried_label or "").split())


def is_unfilled_row(seen: SeenRow, context: RowContext) -> bool:
    """Tell of a row of the form that nobody has filled in: "x.xx.xx | Program ....... | | | "."""
    kodes = context.kodes
    if not (kodes.has_kodes and traits.is_not_filled_in(kodes.join_cells(seen.cells), seen.name)):
        return False
    return not any(
        seen.has_money_in(column) and seen.cells.get(column) for column in context.columns.money
    )


# Rows that say themselves what they are


def is_sum_below(seen: SeenRow, context: RowContext) -> bool:
    """Tell of a sum of a row above, by its name or code: " | Jumlah Program X | | | 700.000"."""
    name = read_summed_name(seen.label) if seen.label and context.columns.money else None
    if name is None:
        return False
    seen.summed_row = find_summed_row(
        context.placed.rows,
        name,
        seen.reading.kode if seen.reading else None,
        has_kodes=context.kodes.has_kodes,
    )
    return seen.summed_row is not None and seen.has_money


def close_at_sum(seen: SeenRow, context: RowContext) -> None:
    """Name a sum by its label; the rincian above it are at their end."""
    seen.name = seen.label
    context.placed.close_rincian()


def is_of_agency(seen: SeenRow, context: RowContext) -> bool:
    """Tell of a section with the code of its agency: "1.02.0.00.0.00.01.0000 | DINAS X | | | "."""
    reading = seen.reading
    if reading is None or reading.kode is not None or not has_kode(seen, context):
        return False
    return context.kodes.has_opd_kode(seen.cells)


def follow_agency(seen: SeenRow, context: RowContext) -> None:
    """Read the rows that follow as those of an agency, if the row tells which."""
    placed = context.placed
    placed.is_in_signature = False
    placed.unit = read_unit(f"{context.kodes.join_cells(seen.cells)} {seen.name}") or placed.unit


def has_kode(seen: SeenRow, context: RowContext) -> bool:
    """Tell of a row of the hierarchy: "1.02.02 | Program X | Persentase Y | 80% | 700.000"."""
    if seen.reading is None or (seen.name and _is_rincian_number(seen, context, seen.reading)):
        return False
    return any(map(str.isalpha, seen.name)) or not seen.is_number_row


def _is_rincian_number(seen: SeenRow, context: RowContext, reading: KodeReading) -> bool:
    """Tell whether what reads as the code of an urusan numbers an item of a sub kegiatan."""
    main_row = context.placed.main_row
    if main_row is None or (reading.kode is not None and len(reading.kode.parts) > 1):
        return False
    kode = context.kodes.join_cells(seen.cells)
    if not traits.is_item_number(kode) or traits.is_section(seen.name):
        return False
    return context.placed.is_in_rincian or main_row.level is Level.SUB_KEGIATAN


def is_numbering_row(seen: SeenRow, context: RowContext) -> bool:
    """Tell of a row that counts the columns: "1 | 2 | 3 | 4 | 5"."""
    return seen.is_number_row


def is_total(seen: SeenRow, context: RowContext) -> bool:
    """Tell of a total, its label in any column: " | JUMLAH | | | 9.000.000".

    Where label and place leave it open, the sum decides; a last row with the wrong sum is one
    where the main row has an indicator and amounts of its own.
    """
    if not context.columns.money:
        return False
    label = context.totals.find_label(seen.cells, seen.name, has_money=seen.has_money)
    if label is None:
        return False
    is_sure = context.totals.is_total(seen.cells, label)
    if is_sure is not None:
        return is_sure
    if not seen.has_money:
        return False
    if context.totals.is_sum(seen.cells, context.placed.rows):
        return True
    if seen.has_target or context.placed.has_left_blank(seen.list_filled(context.columns.money)):
        return False
    return not context.below.has_main_row(seen.row)


def end_at_total(seen: SeenRow, context: RowContext) -> None:
    """End the table at a total, unless it stands above all rows of the hierarchy."""
    context.placed.close_rincian()
    context.placed.has_ended = context.placed.main_row is not None


def is_unit_row(seen: SeenRow, context: RowContext) -> bool:
    """Tell of a row that names whose rows follow: " | Bidang Sumber Daya Air | | | ".

    It names an agency or sub unit and nothing else, and a code from the top follows.
    """
    return _read_row_unit(seen) is not None and _is_above_top(seen, context, UNIT_ROW_LIMIT)


def _read_row_unit(seen: SeenRow) -> Unit | None:
    texts = [v for v in seen.cells.values() if isinstance(v, str) and not is_blank_value(v)]
    if not texts or len(texts) > UNIT_ROW_LIMIT or seen.has_aim:
        return None
    return read_row_unit([text for text in texts if any(map(str.isalnum, text))])


def _is_above_top(seen: SeenRow, context: RowContext, most: int) -> bool:
    return context.below.is_from_top(seen.row, context.placed.top_level, most)


def begin_unit(seen: SeenRow, context: RowContext) -> None:
    """Read the rows that follow as those of the unit that the row names."""
    begin_part(seen, context)
    context.placed.unit = _read_row_unit(seen)


def is_group(seen: SeenRow, context: RowContext) -> bool:
    """Tell of a row that heads a group of programs: "I | BELANJA PENUNJANG | | | 700.000"."""
    if not (context.kodes.has_kodes and seen.name) or seen.has_aim:
        return False
    if not _is_above_top(seen, context, 1):
        return False
    others = (*context.columns.names, *context.columns.money)
    before: list[Value] = [v for column, v in seen.cells.items() if column not in others]
    return context.groups.is_next(before, seen.name)


def begin_group(seen: SeenRow, context: RowContext) -> None:
    """Count a group, and read on below the total of the one before."""
    context.groups.take()
    begin_part(seen, context)


def begin_part(seen: SeenRow, context: RowContext) -> None:
    """Read on, though a total may have ended the table."""
    context.placed.close_rincian()
    context.placed.has_ended = False


def has_mistaken_kode(seen: SeenRow, context: RowContext) -> bool:
    """Tell of a row of the hierarchy whose code reads as none: "l.O2.O2 | Program X | | | 700"."""
    if seen.reading is not None or not context.kodes.columns or not seen.name:
        return False
    # An item of a sub kegiatan has no indicator: a row that has one is of the hierarchy.
    if not (seen.has_aim or (seen.has_money and not context.placed.is_in_rincian)):
        return False
    kode = context.kodes.join_cells(seen.cells)
    return traits.is_mistaken_kode(kode) and not traits.is_total_label(seen.name)


def is_of_mistaken_agency(seen: SeenRow, context: RowContext) -> bool:
    """Tell of a section with the code of its agency, which reads as no code, and an amount."""
    return context.kodes.has_opd_kode(seen.cells) and has_mistaken_kode(seen, context)


def note_mistaken_kode(seen: SeenRow, context: RowContext) -> None:
    """Take what stands where the code should for a code with letters in it."""
    text = str(context.kodes.join_cells(seen.cells)).strip()
    seen.reading = KodeReading(None, KodeFault.LETTERS, text)


def is_numbered(seen: SeenRow, context: RowContext) -> bool:
    """Tell of a row of a table without codes: "1 | Program X | Persentase Y | 80% | 700.000"."""
    return context.below.is_numbered(seen)


def is_signature(seen: SeenRow, context: RowContext) -> bool:
    """Tell of a line of a signature block: " | Mengetahui, | | | ", " | Kepala Dinas X | | | ".

    An office may as well answer for a row of the table, so it counts only where no row of the
    hierarchy follows.
    """
    if seen.has_money:
        return False
    if context.placed.is_in_signature:
        return True
    values, below = seen.cells.values(), context.below
    if traits.is_signature_line(values):
        is_form = traits.has_only_dots(values)
        return not (is_form and (below.has_main_row(seen.row) or below.has_total(seen.row)))
    if seen.has_aim and len(seen.cells) > 1:
        return False
    return traits.is_office(values) and not below.has_main_row(seen.row)


def end_at_signature(seen: SeenRow, context: RowContext) -> None:
    """End the table at a signature block, unless its rows go on below.

    Each page, and each of several tables under one head, may be signed.
    """
    context.placed.is_in_signature = context.below.is_continued(seen.row)
    context.is_over = not context.placed.is_in_signature


def is_after_end(seen: SeenRow, context: RowContext) -> bool:
    """Tell of a row below the total: " | Catatan: pagu indikatif | | | "."""
    return context.placed.has_ended


def is_rincian_heading_row(seen: SeenRow, context: RowContext) -> bool:
    """Tell of a row that announces rincian: " | Rincian: | | | "."""
    return traits.is_rincian_heading(seen.cells.values())


def open_rincian(seen: SeenRow, context: RowContext) -> None:
    """Expect rincian, if there is a row of the hierarchy to have them."""
    context.placed.is_in_rincian = context.placed.main_row is not None
