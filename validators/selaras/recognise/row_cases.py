"""What a row of a table can be: lists of cases, of which the first that fits tells it.

Their order is part of what they say: a case holds of what those above it have left over. What each
looks for, with a row for example, stands with its test in `told_by_words` and `told_by_place`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from selaras.model.row import RowKind
from selaras.recognise import told_by_place as place
from selaras.recognise import told_by_words as words
from selaras.recognise.placed_rows import RowOwner
from selaras.recognise.row_cells import SeenRow
from selaras.recognise.row_context import RowContext


class Case(NamedTuple):
    """One thing that a row can be."""

    name: str
    holds: Callable[[SeenRow, RowContext], bool]
    #: None where the row is none of the table's.
    kind: RowKind | None = None
    owner: RowOwner = RowOwner.TABLE
    #: What such a row changes for itself and for those after it, before it is placed.
    change: Callable[[SeenRow, RowContext], None] | None = None


#: Told first, without the code: who reads codes takes each row for one of the hierarchy.
BEFORE_KODE = (
    Case("blank row", words.is_blank_row),
    Case("page label", words.is_page_row),
    Case("line above a carried sum", words.is_carried_line),
    Case("carried sum", words.is_carried_sum, RowKind.CARRIED_OVER, change=words.name_carried_sum),
    Case("form not filled in", words.is_unfilled_row),
)
SUM_BELOW = Case(
    "sum below what it sums",
    words.is_sum_below,
    RowKind.SUM_BELOW,
    RowOwner.SUMMED,
    words.close_at_sum,
)
#: Told by what they say themselves.
BY_OWN_WORDS = (
    SUM_BELOW,
    Case("section of an agency", words.is_of_agency, RowKind.HEADING, change=words.follow_agency),
    Case("row of the hierarchy", words.has_kode, RowKind.MAIN, RowOwner.HIERARCHY),
    Case("numbers of columns", words.is_numbering_row),
    Case("total", words.is_total, RowKind.TOTAL, change=words.end_at_total),
    Case("unit whose rows follow", words.is_unit_row, RowKind.HEADING, change=words.begin_unit),
    Case("group of programs", words.is_group, RowKind.HEADING, change=words.begin_group),
    Case(
        "agency, mistyped", words.is_of_mistaken_agency, RowKind.HEADING, change=words.follow_agency
    ),
    Case(
        "hierarchy, mistyped",
        words.has_mistaken_kode,
        RowKind.MAIN,
        RowOwner.HIERARCHY,
        words.note_mistaken_kode,
    ),
    Case("hierarchy, numbered", words.is_numbered, RowKind.MAIN, RowOwner.HIERARCHY),
    Case("signature block", words.is_signature, change=words.end_at_signature),
    Case("note below the total", words.is_after_end),
    Case(
        "heading of rincian",
        words.is_rincian_heading_row,
        RowKind.RINCIAN_HEADING,
        RowOwner.REST,
        words.open_rincian,
    ),
)
#: Told by what they fill in, where rows have no codes.
WITHOUT_KODES = (
    Case("row of the hierarchy", place.is_uncoded_main, RowKind.MAIN, RowOwner.HIERARCHY),
    Case("its amounts", place.is_continuing_amount, RowKind.CONTINUATION, RowOwner.CONTINUATION),
    Case("amount of nothing", place.is_lone_amount, RowKind.ORPHAN),
    Case("further indicator", place.is_uncoded_indikator, RowKind.INDIKATOR, RowOwner.INDIKATOR),
    Case("anything else", place.is_anything, RowKind.HEADING),
)
#: Told by what they fill in and by the row of the hierarchy above, where rows have codes.
AMONG_KODES = (
    Case("section above all codes", place.is_section_above, RowKind.HEADING),
    Case("amount above all codes", place.is_above_all, RowKind.ORPHAN),
    Case(
        "hierarchy without its code",
        place.has_lost_kode,
        RowKind.ORPHAN,
        RowOwner.REST,
        place.lose_kode,
    ),
    Case(
        "section with its sum", place.is_section_row, RowKind.HEADING, change=place.close_at_section
    ),
    Case("one more of the rincian", place.is_further_rincian, RowKind.RINCIAN, RowOwner.RINCIAN),
    Case(
        "amounts of the row above",
        place.is_continuing_amount,
        RowKind.CONTINUATION,
        RowOwner.CONTINUATION,
    ),
    Case(
        "indicator with an amount",
        place.is_indikator_with_amount,
        RowKind.INDIKATOR,
        RowOwner.INDIKATOR,
    ),
    Case("item of a sub kegiatan", place.is_item, RowKind.RINCIAN, RowOwner.RINCIAN),
    Case("amount of nothing", place.is_other_amount, RowKind.ORPHAN, RowOwner.REST),
    Case(
        "unit of the target above",
        place.is_measure_line,
        RowKind.CONTINUATION,
        RowOwner.CONTINUATION,
    ),
    Case(
        "indicator of the row above",
        place.is_continuing_indikator,
        RowKind.CONTINUATION,
        RowOwner.CONTINUATION,
    ),
    Case("further indicator", place.is_indikator, RowKind.INDIKATOR, RowOwner.INDIKATOR),
    Case("rincian without amount", place.is_named_rincian, RowKind.RINCIAN, RowOwner.RINCIAN),
    Case("anything else", place.is_anything, RowKind.CONTINUATION, RowOwner.CONTINUATION),
)
