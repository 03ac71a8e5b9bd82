"""What the formulas of a filled table come to, so that each is written with its result."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from selaras_templates.layout.places import SheetLayout

FilledValue = str | int | None
ContentRow = Mapping[str, FilledValue]

_KODE = re.compile(r"[1-9](\.\d\d(\.\d\d(\.\d\.\d\d(\.\d\d(\d\d)?)?)?)?)?")


@dataclass(frozen=True)
class TableContents:
    """The rows of a table from top to bottom, and what its total says where it is typed."""

    rows: Sequence[ContentRow] = ()
    totals: ContentRow = field(default_factory=dict)


class HelperResults:
    """The results of the helper columns of one filled table."""

    def __init__(self, layout: SheetLayout, contents: TableContents) -> None:
        self._layout = layout
        self._contents = contents
        self._keys = (
            [str(row.get(layout.key_column) or "") for row in contents.rows]
            if layout.key_column
            else []
        )
        self.expected = {column.key: self._find_all(column.key) for column in layout.money_columns}

    def find_difference(self, money_key: str, place: int) -> int | str:
        """Return what is written less what should be; blank where they agree."""
        should = self.expected[money_key][place]
        if should == "":
            return ""
        difference = _take_number(self._contents.rows[place].get(money_key)) - int(should)
        return difference or ""

    def find_gap(self, left: str, right: str, place: int) -> int | str:
        """Return how much one amount is above another of its row; blank where they agree."""
        row = self._contents.rows[place]
        return (_take_number(row.get(right)) - _take_number(row.get(left))) or ""

    def find_total(self, money_key: str) -> int:
        """Return the total of a money column."""
        top = 2 if self._layout.key_column == "kode" else 0
        return sum(
            _take_number(row.get(money_key))
            for row, key in zip(self._contents.rows, self._keys, strict=True)
            if key and key.count(".") == top
        )

    def find_message(self, place: int) -> str:
        """Return the message on a row; blank where all is well."""
        key = self._keys[place]
        if not key:
            return ""
        if not _KODE.fullmatch(key):
            return "Bentuk kode keliru"
        if self._keys.count(key) > 1:
            return "Kode ganda"
        if key.count(".") > 3 and key[: 12 if key.count(".") == 5 else 7] not in self._keys:
            return "Induknya belum ada"
        if any(
            self.find_difference(column.key, place) != "" for column in self._layout.money_columns
        ):
            return "Pagu bukan jumlah bawahannya"
        return ""

    def count_lit(self) -> int:
        """Return how many messages the table has; without codes, how many differences."""
        places = range(len(self._contents.rows))
        if self._layout.key_column == "kode":
            return sum(self.find_message(place) != "" for place in places)
        return sum(
            self.find_difference(column.key, place) != ""
            for column in self._layout.money_columns
            for place in places
        )

    def _find_all(self, money_key: str) -> list[int | str]:
        if not self._layout.has_sums:
            return [""] * len(self._contents.rows)
        return [self._compute_one(money_key, place) for place, _ in enumerate(self._contents.rows)]

    def _compute_one(self, money_key: str, place: int) -> int | str:
        key = self._keys[place]
        if not key:
            return ""
        rows = self._contents.rows
        if self._layout.key_column == "kode" and key.count(".") == 5:
            found: list[FilledValue] = []
            for below in range(place + 1, len(rows)):
                if self._keys[below]:
                    break
                found.append(rows[below].get(money_key))
            amounts = [amount for amount in found if isinstance(amount, int)]
            return sum(amounts) if amounts else ""
        step = 2 if self._layout.key_column == "kode" and key.count(".") == 2 else 1
        children = [
            below
            for below in range(place + 1, len(rows))
            if self._keys[below].startswith(f"{key}.")
            and self._keys[below].count(".") == key.count(".") + step
        ]
        return (
            sum(_take_number(rows[child].get(money_key)) for child in children) if children else ""
        )


def _take_number(value: FilledValue) -> int:
    return value if isinstance(value, int) else 0
