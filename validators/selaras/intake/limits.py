"""Bounds on what is unpacked from a file. Of 493 public workbooks the largest part had ratio 32,
and the largest workbook 16 MB in all; these bounds leave honest files room and bombs none."""

from __future__ import annotations

MEGABYTE = 1_000_000

FILE_BYTES = 200 * MEGABYTE
#: Unpacked bytes of one part, and of all parts together.
PART_BYTES = 200 * MEGABYTE
ALL_BYTES = 400 * MEGABYTE
#: A part may unpack to this many times its packed size, and this many bytes more.
RATIO = 100
RATIO_GRACE = 1 << 20
MEMBERS = 1_000

#: A web page is parsed in Python, slower than anything else here.
PAGE_BYTES = 30 * MEGABYTE
#: So is text with separators.
TEXT_BYTES = 100 * MEGABYTE

#: Cells with a value, in all sheets together.
CELLS = 3_000_000
#: Characters that all cells refer to: one long shared string can be used in many cells.
MOST_TEXT = 200 * MEGABYTE
#: Characters of all formulas, with the shared ones written out.
FORMULA_TEXT = 28 * MEGABYTE
SHARED_STRINGS = 3_000_000
MERGES = 200_000
