"""How a column of a table is written down: in one call, its wordings as one text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selaras.tables.spec import ColumnSpec, Content, PrintedFormula
from selaras.values.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    #: "first | second | third", or what such a text was split into.
    Wordings = str | tuple[str, ...]

#: Nothing printed above the head.
HEAD_ALONE = ("{kepala}",)
_YEARLY_LAYERS = ("{kepala}", "Tahun {tahun}")


def split_wordings(text: str) -> tuple[str, ...]:
    """Return the wordings that a text lists: "kode | kode rekening"."""
    return tuple([wording.strip() for wording in text.split("|")]) if text else ()


def make_column(
    number: str,
    key: str,
    content: Content,
    label: Text,
    heads: Wordings,
    *,
    groups: Wordings = "",
    against: Wordings = "",
    layers: Wordings = HEAD_ALONE,
    year: int | None = None,
    required: bool | None = None,
    needs_group: bool = False,
    ordinal: int | None = None,
    width: float = 0,
    formula: PrintedFormula | None = None,
    sumber: str = "",
) -> ColumnSpec:
    """Return a column; whatever is only text may be left out, unless `required` says so."""
    return ColumnSpec(
        key,
        content,
        label,
        _list_wordings(heads),
        _list_wordings(groups),
        _list_wordings(against),
        year,
        content is not Content.TEXT if required is None else required,
        needs_group,
        number,
        ordinal,
        _list_wordings(layers),
        width,
        formula,
        sumber,
    )


def repeat_yearly(
    *columns: ColumnSpec,
    years: Sequence[int | None],
    has_ordinals: bool,
    required: int | None = None,
    printed: int | None = None,
) -> Iterator[ColumnSpec]:
    """Yield the columns, which are those of the first year, once for each year, side by side.

    Only the first `required` years must be there, and only the first `printed` have a number.
    """
    for ordinal, year in enumerate(years, 1):
        for column in columns:
            number = int(column.printed_number) + (ordinal - 1) * len(columns)
            yield column._replace(
                key=f"{column.key}_{ordinal}",
                label=column.label + Text(f" tahun ke-{ordinal}", f" of year {ordinal}"),
                year=year,
                required=required is None or ordinal <= required,
                printed_number=str(number) if printed is None or ordinal <= printed else "",
                ordinal=ordinal if has_ordinals else None,
                layers=_YEARLY_LAYERS if column.layers == HEAD_ALONE else column.layers,
                formula=_tell_year(column.formula, ordinal),
            )


def _tell_year(formula: PrintedFormula | None, ordinal: int) -> PrintedFormula | None:
    """Return the formula with the columns of that year."""
    return formula and PrintedFormula(formula.kind, tuple(f"{key}_{ordinal}" for key in formula.of))


def _list_wordings(wordings: Wordings) -> tuple[str, ...]:
    return split_wordings(wordings) if isinstance(wordings, str) else wordings
