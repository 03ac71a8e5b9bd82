"""The bidang urusan that an agency carries out, and rows of another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set

from selaras.model.row import Row
from selaras.model.work import Work
from selaras.values.kode_reading import Kode, read_kode_opd

#: Without the agency's code, so few rows of another bidang among so many of one are a slip.
LONE_ROWS = 2
ENOUGH_ROWS = 20


def find_foreign_bidang(work: Work) -> tuple[list[Row], tuple[Kode, ...]]:
    """Return the rows of a bidang urusan that is none of the agency's, and those that are."""
    codes = [
        code[:2] for table in work.tables for code in table.row_kinds.parts if code[0] and code[1:]
    ]
    bidang = Counter(codes)
    opd = read_kode_opd(work.setting.opd.kode) if work.setting.opd.kode else None
    if opd is not None:
        own = opd.bidang
        wrong = _find_bidang_rows(work, bidang.keys() - {kode.parts for kode in own})
    else:
        wrong, own = _find_lone(work, bidang)
    return wrong, own


def _find_bidang_rows(work: Work, bidang: Set[tuple[int, ...]]) -> list[Row]:
    """Return the rows whose codes are of these bidang urusan."""
    if not bidang:
        return []
    rows = (row for table in work.tables for row in table.row_kinds.kode_rows)
    return [row for row in rows if row.kode is not None and row.kode.parts[:2] in bidang]


def _find_lone(work: Work, bidang: Counter[tuple[int, ...]]) -> tuple[list[Row], tuple[Kode, ...]]:
    if len(bidang) < 2:
        return [], ()
    main, count = bidang.most_common(1)[0]
    if count < ENOUGH_ROWS:
        return [], ()
    few = {one for one, count in bidang.items() if count <= LONE_ROWS}
    lone = [row for row in _find_bidang_rows(work, few) if _has_no_parent(row) and not row.children]
    return lone, (Kode(main),)


def _has_no_parent(row: Row) -> bool:
    """Tell whether a row stands under none of its bidang: an urusan holds many of them."""
    above = row.parent
    if above is None or above.kode is None or above.kode.bidang is None:
        return True
    # A mistyped code follows its place: its row then stands under another bidang.
    return row.kode is not None and above.kode.bidang != row.kode.bidang
