"""Layout "rumus": sums are formulas wherever the printed amount is the sum of its children."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from openpyxl import Workbook

from renja_mojokerto.document import Document
from renja_mojokerto.placement import Place, Placement
from renja_mojokerto.source import Row

_LEVELS = {"total": 0, "program": 1, "kegiatan": 2, "sub_kegiatan": 3, "rincian": 4}
_SUMMED = {
    "Tabel 2.1": ("apbd", "p_apbd"),
    "Tabel 2.2": ("apbd",),
    "T-C.33": ("pagu", "pagu_maju"),
    "Tabel 4.1": ("pagu",),
}


def group_children(rows: Sequence[Row]) -> Iterator[tuple[Row, list[Row]]]:
    """Yield each row with the rows one level below it, in the order of the table."""
    for position, row in enumerate(rows):
        level = _LEVELS.get(row.kind)
        if level is None:
            continue
        below: list[Row] = []
        for other in rows if level == 0 else rows[position + 1 :]:
            other_level = _LEVELS.get(other.kind, 5)
            if level and other_level <= level:
                break
            if other_level == level + 1:
                below.append(other)
        yield row, below


def _split_address(address: str) -> tuple[str, int]:
    match = re.fullmatch(r"([A-Z]+)(\d+)", address)
    assert match
    return match[1], int(match[2])


def _write_sum(places: Sequence[Place]) -> str:
    """Return the formula that adds up the cells: a range where they touch, else one by one."""
    addresses = [place.address for place in places]
    rows = [_split_address(address)[1] for address in addresses]
    if len(rows) > 1 and rows == list(range(rows[0], rows[0] + len(rows))):
        return f"=SUM({addresses[0]}:{addresses[-1]})"
    return "=" + "+".join(addresses)


class _Formulas:
    """Puts formulas into cells and remembers their results."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.results: dict[str, dict[str, int]] = {}

    def put(self, place: Place, formula: str, result: int) -> None:
        self.book[place.sheet][place.address] = formula
        self.results.setdefault(place.sheet, {})[place.address] = result


def put(book: Workbook, placement: Placement, document: Document) -> dict[str, dict[str, int]]:
    """Replace sums by formulas and return the results to store with them."""
    formulas = _Formulas(book)
    for table, keys in _SUMMED.items():
        for row, below in group_children(document.tables[table].rows):
            for key in keys:
                amounts = [other.values[key] for other in below]
                numbers = [amount for amount in amounts if isinstance(amount, int)]
                result = row.values[key]
                if numbers and len(numbers) == len(amounts) and sum(numbers) == result:
                    places = [placement[table, other.index, key] for other in below]
                    formulas.put(placement[table, row.index, key], _write_sum(places), result)
    _put_review(formulas, placement, document)
    return formulas.results


def _put_review(formulas: _Formulas, placement: Placement, document: Document) -> None:
    """Let T-C.31 take each program's need from T-C.33, and add up both its halves."""
    programs = [row for row in document.tables["T-C.33"].rows if row.kind == "program"]
    *lines, total = document.tables["T-C.31"].rows
    for line, program in zip(lines, programs, strict=True):
        source = placement["T-C.33", program.index, "pagu"]
        result = program.values["pagu"]
        assert isinstance(result, int)
        target = placement["T-C.31", line.index, "kebutuhan_dana"]
        formulas.put(target, f"='{source.sheet}'!{source.address}", result)
    for key in ("rkpd_pagu", "kebutuhan_dana"):
        places = [placement["T-C.31", line.index, key] for line in lines]
        result = total.values[key]
        assert isinstance(result, int)
        formulas.put(placement["T-C.31", total.index, key], _write_sum(places), result)
