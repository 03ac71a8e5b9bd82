"""Write changes into the open workbook, and take back the last ones.

What stood in the cells before is kept in the workbook itself (see `kept_cells`): rows may be
inserted, the workbook saved and opened again, and Batalkan still finds the cells. A cell in which
somebody wrote since is left as it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from selaras.values.a1 import position
from selaras.values.text import Text
from selaras_addin.fixes.change import CellChange
from selaras_addin.live.excel import hidden_sheets
from selaras_addin.live.excel.contents import (
    GENERAL_FORMAT,
    TEXT_FORMAT,
    CellContent,
    CellPlace,
    find_array_cells,
    read_contents,
    write_contents,
)
from selaras_addin.live.excel.messages import UserMessage
from selaras_addin.live.undo import kept_cells

if TYPE_CHECKING:
    import xlwings as xw

#: What a cell that is formatted as text gets when it is to hold an amount.
_MONEY_FORMAT = "#,##0"
_SMALLEST_MONEY = 10_000

_PROTECTED = Text(
    "Sel tidak dapat diubah, mungkin karena lembarnya dilindungi, selnya tertutup sel gabungan, "
    "atau bagian dari rumus larik. Tidak ada yang berubah. Buka dulu perlindungannya (Tinjau > "
    "Buka Proteksi Lembar), lalu ulangi.",
    "Cells could not be changed, perhaps because their sheet is protected, or they lie under a "
    "merged cell or in an array formula. Nothing was changed. Take the protection off first "
    "(Review > Unprotect Sheet), then try again.",
)


class UndoResult(NamedTuple):
    """What became of the cells that the last changes were made in."""

    #: How many were put back.
    put_back: int
    #: Those that somebody has changed since.
    changed: tuple[str, ...] = ()
    #: Those whose former formula no longer means what it meant, with that formula.
    stale: tuple[tuple[str, str], ...] = ()
    #: How many are no longer there.
    gone: int = 0


def separate_arrays(
    book: xw.Book, changes: Sequence[CellChange]
) -> tuple[list[CellChange], list[CellChange]]:
    """Return the changes that can be made, and those of cells that belong to array formulas.

    Excel changes no part of an array, and Batalkan could not bring a whole one back.
    """
    arrays = find_array_cells(book, map(_find_place, changes))
    return (
        [change for change in changes if _find_place(change) not in arrays],
        [change for change in changes if _find_place(change) in arrays],
    )


def apply_changes(book: xw.Book, changes: Sequence[CellChange]) -> None:
    """Write the changes, and keep what stood there in place of what was kept before.

    Raises UserMessage where cells or sheets cannot be changed; nothing is changed then, and what
    was kept before stays.
    """
    wanted = {_find_place(change): _build_new(change) for change in changes}
    before = read_contents(book, wanted)
    new = {place: _add_format(content, before[place].format) for place, content in wanted.items()}
    older = kept_cells.find_undo_sheet(book)
    store = kept_cells.save_cells(book, {place: (before[place], new[place]) for place in new})
    try:
        write_contents(book, new)
        now = _ensure_written(book, new, before)
    except Exception as error:
        _write_back(book, before)
        hidden_sheets.drop_sheet(store)
        raise UserMessage(_PROTECTED) from error
    if any(now[place].seen != content.seen for place, content in new.items()):
        # Excel writes some formulas its own way; that is no change of the user's.
        kept_cells.fill_store(store, {place: (before[place], now[place]) for place in new})
    if older is not None:
        hidden_sheets.drop_sheet(older)


def has_changes(book: xw.Book) -> bool:
    """Tell whether there is a change that can be taken back."""
    return kept_cells.find_undo_sheet(book) is not None


def forget_changes(book: xw.Book) -> None:
    """Drop what is kept for taking a change back. Raises UserMessage where no sheet may go."""
    store = kept_cells.find_undo_sheet(book)
    if store is not None:
        hidden_sheets.drop_sheet(store)


def undo_changes(book: xw.Book) -> UndoResult | None:
    """Put back what stood there before the last changes; None where nothing is kept.

    Cells that cannot be put back are left, and what they held stays kept. Raises UserMessage where
    cells cannot be changed; none is changed then, and all stays kept.
    """
    store = kept_cells.find_undo_sheet(book)
    kept = [] if store is None else list(kept_cells.read_cells(store))
    if store is None or not kept:
        return None
    now = read_contents(book, [one.place for one in kept if one.place is not None])
    back: dict[CellPlace, CellContent] = {}
    stay: list[int] = []
    changed: list[str] = []
    stale: list[tuple[str, str]] = []
    for one in kept:
        if one.place is None:
            continue
        if now[one.place].seen != one.after.seen:
            changed.append(str(one.place))
        elif one.before is None:
            stale.append((str(one.place), one.original))
        else:
            back[one.place] = one.before
            continue
        stay.append(one.row)
    try:
        write_contents(book, back)
        _ensure_written(book, back, now)
    except Exception as error:
        _write_back(book, {place: now[place] for place in back})
        raise UserMessage(_PROTECTED) from error
    kept_cells.leave_rows(store, stay)
    gone = sum(one.place is None for one in kept)
    return UndoResult(len(back), tuple(changed), tuple(stale), gone)


def _find_place(change: CellChange) -> CellPlace:
    return CellPlace(change.sheet, *position(change.cell))


def _build_new(change: CellChange) -> CellContent:
    value = change.new
    if isinstance(value, int | Decimal):
        return CellContent("angka", repr(float(value)))
    return CellContent("rumus" if change.kind == "rumus" else "teks", value)


def _add_format(content: CellContent, format: str) -> CellContent:
    """Return new content with the format of the cell, or another where that is for texts."""
    if content.is_live and format == TEXT_FORMAT:
        is_money = content.kind == "rumus" or abs(float(content.text)) >= _SMALLEST_MONEY
        format = _MONEY_FORMAT if is_money else GENERAL_FORMAT
    return content._replace(format=format)


def _ensure_written(
    book: xw.Book, wanted: Mapping[CellPlace, CellContent], before: Mapping[CellPlace, CellContent]
) -> dict[CellPlace, CellContent]:
    """Return what stands in the cells now; those that Excel passed over are written once more.

    A block need not be written whole where a filter hides rows. Raises ValueError where a cell
    takes nothing, as those do that lie under a merged one.
    """
    now = read_contents(book, wanted)
    missed = [place for place, content in wanted.items() if now[place].seen != content.seen]
    for place in missed:
        write_contents(book, {place: wanted[place]})
    now |= read_contents(book, missed)
    for place in missed:
        if now[place].seen == before[place].seen != wanted[place].seen:
            raise ValueError(f"{place} takes nothing")
    return now


def _write_back(book: xw.Book, before: Mapping[CellPlace, CellContent]) -> None:
    """Undo what was written before a sheet refused; that sheet refuses this too."""
    for name in dict.fromkeys(place.sheet for place in before):
        with suppress(Exception):
            write_contents(
                book, {place: content for place, content in before.items() if place.sheet == name}
            )
