"""The very hidden sheet `_selaras_batal`: what stood in the cells before the last Perbaiki.

Each cell is a row: a formula that points at it, so that it is found when rows are inserted, and
what it held before and after. Formulas among that are kept as formulas, which follow their cells
(see `followers`); those that cannot be are kept as text beside a formula that tells whether the
cells that they refer to have moved.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple, cast

from selaras.recognise.own_sheets import STORE_MARKER
from selaras.values.a1 import Area
from selaras_addin.live.excel import grid, hidden_sheets
from selaras_addin.live.excel.contents import CellContent, CellPlace, ContentKind
from selaras_addin.live.excel.messages import UserMessage
from selaras_addin.live.undo.followers import add_sheet_names, build_guard, drop_sheet_names

if TYPE_CHECKING:
    import xlwings as xw

UNDO_NAME = "_selaras_batal"
_MARKER = f"{STORE_MARKER} batal"
#: Columns: the reference; kind, content and format before and after; what the guard said; the
#: formulas (or the guard) before and after.
_REFERENCE, _GUARD, _BEFORE, _AFTER = 1, 8, 9, 10
#: What no guard says: the cells cannot be watched.
_UNGUARDED = "?"


class KeptCell(NamedTuple):
    """A cell that was changed, as it is to be told now."""

    #: Its row in the store.
    row: int
    #: Where the cell is now; None when it is gone.
    place: CellPlace | None
    #: What stood there; None when that can no longer be told exactly.
    before: CellContent | None
    after: CellContent
    #: What stood there, as the user saw it then.
    original: str


def save_cells(
    book: xw.Book, kept: Mapping[CellPlace, tuple[CellContent, CellContent]]
) -> xw.Sheet:
    """Keep what cells held before and after on a new sheet.

    Raises UserMessage where there can be none. An older store stays: it is the caller's to drop.
    """
    sheet = hidden_sheets.add_store(book, UNDO_NAME)
    fill_store(sheet, kept)
    hidden_sheets.seal_store(sheet, _MARKER)
    return sheet


def fill_store(sheet: xw.Sheet, kept: Mapping[CellPlace, tuple[CellContent, CellContent]]) -> None:
    """Write into a store what it is to keep, in place of what it kept of the same cells."""
    last = len(kept) + 1
    before = [(place, one) for place, (one, _) in kept.items()]
    after = [(place, other) for place, (_, other) in kept.items()]
    grid.find_range(sheet, Area(2, _REFERENCE + 1, last, _GUARD - 1)).value = [
        [hidden_sheets.quote_text(text) for one in pair for text in one] for pair in kept.values()
    ]
    grid.find_range(sheet, Area(2, _REFERENCE, last, _REFERENCE)).formula = [
        ["=" + hidden_sheets.write_reference(*place)] for place in kept
    ]
    held = _hold_formulas(sheet, _BEFORE, before)
    guards = _write_guards(sheet, before, held)
    grid.find_range(sheet, Area(2, _GUARD, last, _GUARD)).value = [
        [hidden_sheets.quote_text(guard)] for guard in guards
    ]
    _hold_formulas(sheet, _AFTER, after)


def find_undo_sheet(book: xw.Book) -> xw.Sheet | None:
    """Return the store of a workbook; None where there is none, or it is the user's own sheet."""
    return hidden_sheets.find_store(book, UNDO_NAME, _MARKER)


def read_cells(sheet: xw.Sheet) -> Iterator[KeptCell]:
    """Yield what is kept, with the cells where they are now."""
    last = max(grid.find_used_area(sheet).bottom, 2)
    references = grid.read_formulas(grid.find_range(sheet, Area(2, _REFERENCE, last, _REFERENCE)))
    kept = grid.read_block_values(grid.find_range(sheet, Area(2, _REFERENCE + 1, last, _GUARD)))
    held = grid.read_block_contents(grid.find_range(sheet, Area(2, _BEFORE, last, _AFTER)))
    rows = zip(references, kept, held, strict=True)
    for row, ((reference,), texts, (formula, other)) in enumerate(rows, 2):
        if not reference:
            # It was put back.
            continue
        words = [str(text or "") for text in texts]
        before, after, guard = _build_content(words[:3]), _build_content(words[3:6]), words[6]
        found = hidden_sheets.parse_reference(reference)
        if found is None:
            yield KeptCell(row, None, None, after, before.text)
            continue
        place = CellPlace(*found)
        yield KeptCell(
            row,
            place,
            _find_current(before, place, formula, guard),
            _find_current(after, place, other, "") or after,
            before.text,
        )


def leave_rows(sheet: xw.Sheet, rows: Sequence[int]) -> None:
    """Leave only these rows in a store; drop the sheet where none is left.

    Where the workbook lets no sheet go, it stays and keeps nothing.
    """
    block = grid.find_range(
        sheet, Area(2, _REFERENCE, max(grid.find_used_area(sheet).bottom, 2), _REFERENCE)
    )
    stay = frozenset(rows)
    block.formula = [
        [text if row in stay else ""] for row, (text,) in enumerate(grid.read_formulas(block), 2)
    ]
    if not stay:
        with suppress(UserMessage):
            hidden_sheets.drop_sheet(sheet)


def _build_content(words: Sequence[str]) -> CellContent:
    kind, text, format = words
    return CellContent(cast(ContentKind, kind), text, format)


def _find_current(
    content: CellContent, place: CellPlace, held: str, guard: str
) -> CellContent | None:
    """Return content with its formula as it has to be now; None where that is not known."""
    if content.kind != "rumus":
        return content
    if guard:
        return content if held == guard else None
    if not held:
        return content
    text = drop_sheet_names(held, content.text, place.sheet)
    return None if text is None else content._replace(text=text)


def _hold_formulas(
    sheet: xw.Sheet, column: int, contents: Sequence[tuple[CellPlace, CellContent]]
) -> list[bool]:
    """Keep formulas as formulas; tell of each content whether it comes back as it was."""
    written = [
        (add_sheet_names(content.text, place.sheet) or "") if content.kind == "rumus" else ""
        for place, content in contents
    ]
    read = _write_column(sheet, column, written)
    good = [
        content.kind != "rumus"
        or (bool(text) and drop_sheet_names(text, content.text, place.sheet) == content.text)
        for (place, content), text in zip(contents, read, strict=True)
    ]
    if not all(good):
        kept = [text if ok else "" for text, ok in zip(written, good, strict=True)]
        _write_column(sheet, column, kept)
    return good


def _write_guards(
    sheet: xw.Sheet, contents: Sequence[tuple[CellPlace, CellContent]], held: Sequence[bool]
) -> list[str]:
    """Guard the formulas that are kept as text; return what each guard says, "" where none is."""
    guards = [
        "" if ok else build_guard(content.text, place.sheet)
        for (place, content), ok in zip(contents, held, strict=True)
    ]
    if not any(guard != "" for guard in guards):
        return [""] * len(guards)
    block = grid.find_range(sheet, Area(2, _BEFORE, len(guards) + 1, _BEFORE))
    now = [text for (text,) in grid.read_block_contents(block)]
    read = _write_column(
        sheet, _BEFORE, [guard or text for guard, text in zip(guards, now, strict=True)]
    )
    return [
        "" if guard == "" else (text if guard else "") or _UNGUARDED
        for guard, text in zip(guards, read, strict=True)
    ]


def _write_column(sheet: xw.Sheet, column: int, formulas: Sequence[str]) -> list[str]:
    """Write formulas under each other; return what Excel made of them, "" where it took none."""
    block = grid.find_range(sheet, Area(2, column, len(formulas) + 1, column))
    try:
        grid.write_content(block, [[formula] for formula in formulas])
    except Exception:
        # One that Excel refuses must not cost the others.
        for row, formula in enumerate(formulas, 2):
            with suppress(Exception):
                grid.write_content(
                    grid.find_range(sheet, Area(row, column, row, column)), [[formula]]
                )
    return [text for (text,) in grid.read_block_contents(block)]
