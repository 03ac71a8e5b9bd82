"""Where everything of a table lies on its sheet: columns, head, rows, total, signature."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from selaras.tables import ColumnSpec, Content, FormulaKind, TableSpec
from selaras.values.a1 import column_letters
from selaras.values.text import capitalise
from selaras_templates.setting import TemplateSetting

from .sentences import CellText, build_head_lines, compute_shift, fill_pattern

#: The first rows: number of the table, title, agency, a blank one.
HEAD_TOP = 5

#: Two amounts of one row whose difference needs a reason in the notes.
COMPARED = {"T-C.31": ("rkpd_pagu", "kebutuhan_dana")}

_WIDTHS = {
    Content.KODE: 18.0,
    Content.NO: 8.0,
    Content.TARGET: 14.0,
    Content.MONEY: 17.0,
    Content.PERCENT: 11.5,
    Content.TEXT: 20.0,
}
HELPER_WIDTH = 15.0
MESSAGE_WIDTH = 26.0

_OPERATOR = {FormulaKind.SUM: "+", FormulaKind.CUMULATIVE: "+", FormulaKind.PERCENT: "/"}


class HelperColumn(NamedTuple):
    """A column beside the printed table in which the sheet checks itself."""

    #: What it is for: the key of a money column, or blank for the messages.
    money_key: str
    #: "seharusnya", "selisih", "beda", "periksa" or "satuan".
    role: str
    head: tuple[CellText, ...]


class HeadCell(NamedTuple):
    """A cell of the head and the rectangle that it takes, rows from 0 within the head."""

    content: CellText
    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class SheetLayout:
    """A table laid out. Columns count from 0, rows from 1 as in the sheet."""

    spec: TableSpec
    columns: tuple[ColumnSpec, ...]
    helpers: tuple[HelperColumn, ...]
    head: tuple[HeadCell, ...]
    head_height: int
    row_count: int

    @property
    def number_row(self) -> int:
        """The row of the printed column numbers."""
        return HEAD_TOP + self.head_height

    @property
    def first_row(self) -> int:
        """The first row to be filled in."""
        return self.number_row + 1

    @property
    def end_row(self) -> int:
        """The row below the last one to be filled in: the total where there is one."""
        return self.first_row + self.row_count

    @property
    def key_column(self) -> str:
        """The column whose dots tell the level of a row: "kode", else "no", else none."""
        keys = [column.key for column in self.columns]
        if "kode" in keys:
            return "kode"
        return "no" if "no" in keys and self.money_columns else ""

    @property
    def money_columns(self) -> tuple[ColumnSpec, ...]:
        """The money columns that are added up by level, without those worked out from others."""
        return tuple(
            column
            for column in self.columns
            if column.content is Content.MONEY and column.formula is None
        )

    @property
    def has_sums(self) -> bool:
        """Whether the table has levels and amounts to add up."""
        return bool(self.key_column and self.money_columns)

    def find_column_index(self, key: str) -> int:
        """Return where a column stands; ValueError when it is not printed."""
        return [column.key for column in self.columns].index(key)

    def has_column(self, key: str) -> bool:
        """Tell whether a column is printed."""
        return any(column.key == key for column in self.columns)

    def find_letters(self, key: str) -> str:
        """Return the letters of a printed column."""
        return column_letters(self.find_column_index(key) + 1)

    def find_helper_letters(self, money_key: str, role: str) -> str:
        """Return the letters of a helper column."""
        for place, helper in enumerate(self.helpers):
            if (helper.money_key, helper.role) == (money_key, role):
                return column_letters(len(self.columns) + place + 1)
        raise KeyError(money_key, role)

    @property
    def widths(self) -> tuple[float, ...]:
        """The widths of all columns, in characters."""
        own = [column.width or _WIDTHS[column.content] for column in self.columns]
        helpers = [HELPER_WIDTH if helper.money_key else MESSAGE_WIDTH for helper in self.helpers]
        return (*own, *helpers)

    @property
    def column_numbers(self) -> tuple[str, ...]:
        """What the row of column numbers says: "10 = (5+7+9)"; helpers go on counting."""
        printed = [_write_column_number(self.spec, column) for column in self.columns]
        last = int("".join(filter(str.isdigit, self.columns[-1].printed_number)))
        return (*printed, *(str(last + place) for place, _ in enumerate(self.helpers, 1)))


def _write_column_number(spec: TableSpec, column: ColumnSpec) -> str:
    if column.formula is None or column.formula.kind not in _OPERATOR:
        return column.printed_number
    digits = [
        "".join(filter(str.isdigit, spec.column(key).printed_number)) for key in column.formula.of
    ]
    return f"{column.printed_number} = ({_OPERATOR[column.formula.kind].join(digits)})"


def lay_out_sheet(
    spec: TableSpec, setting: TemplateSetting, row_count: int, *, has_measure: bool = False
) -> SheetLayout:
    """Return the layout of a table: printed are the columns that the regulation numbers.

    `has_measure` adds a helper column with the official unit of each code.
    """
    columns = tuple(one for one in spec.columns if one.printed_number)
    bare = SheetLayout(spec, columns, (), (), 1, row_count)
    helpers = _build_helpers(bare, setting)
    if has_measure and bare.key_column == "kode":
        helpers = (*helpers, HelperColumn("", "satuan", (CellText("Satuan"),)))
    paths = [build_head_lines(spec, one, setting) for one in columns]
    paths += [one.head for one in helpers]
    height = max(map(len, paths))
    return SheetLayout(
        spec, columns, helpers, tuple(_build_head_cells(paths, height)), height, row_count
    )


def _build_helpers(layout: SheetLayout, setting: TemplateSetting) -> tuple[HelperColumn, ...]:
    found: list[HelperColumn] = []
    if layout.has_sums:
        for column in layout.money_columns:
            pattern = f"Hasil Pemeriksaan {capitalise(column.label.id)}"
            # A label speaks of n or of years of the Renstra: where it can, the year itself does.
            if column.year is not None and not _has_twin(layout, column):
                pattern = "Hasil Pemeriksaan Pagu Tahun {tahun}"
            group = fill_pattern(
                pattern, setting, layout.spec.period, compute_shift(layout.spec, column)
            )
            found += (
                HelperColumn(column.key, role, (group, CellText(role.capitalize())))
                for role in ("seharusnya", "selisih")
            )
    if layout.spec.name in COMPARED:
        group = CellText("Hasil Pemeriksaan Kebutuhan Dana terhadap Pagu RKPD")
        found.append(
            HelperColumn(COMPARED[layout.spec.name][1], "beda", (group, CellText("Selisih")))
        )
    if layout.key_column == "kode":
        found.append(HelperColumn("", "periksa", (CellText("Periksa"),)))
    return tuple(found)


def _has_twin(layout: SheetLayout, column: ColumnSpec) -> bool:
    return sum(one.year == column.year for one in layout.money_columns) > 1


def _build_head_cells(paths: Sequence[tuple[CellText, ...]], height: int) -> list[HeadCell]:
    """Return the cells of a head: like lines of neighbours become one group over them."""
    found: list[HeadCell] = []

    def place_cells(left: int, right: int, level: int) -> None:
        start = left
        while start <= right:
            own = paths[start][level]
            end = start
            last = level == len(paths[start]) - 1
            while (
                not last
                and end < right
                and len(paths[end + 1]) > level + 1
                and paths[end + 1][level] == own
            ):
                end += 1
            found.append(HeadCell(own, level, start, height - 1 if last else level, end))
            if not last:
                place_cells(start, end, level + 1)
            start = end + 1

    place_cells(0, len(paths) - 1, 0)
    return found
