"""Sebelumnya, Berikutnya: from finding to finding, as the sheets stand, then by row and column."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from selaras.values.text import Language, Text
from selaras_addin.commands.job import Press
from selaras_addin.live.excel import grid
from selaras_addin.live.excel.messages import UserMessage
from selaras_addin.live.marks import store
from selaras_addin.live.marks.store import StoredFinding
from selaras_addin.ribbon import LABEL

if TYPE_CHECKING:
    import xlwings as xw

SheetPlace = tuple[int, int, int]

_NOT_YET_CHECKED = Text(
    f"Belum ada temuan yang ditandai di buku kerja ini. Tekan {LABEL['periksa_buku'].id} dahulu.",
    f"No findings are marked in this workbook. Press {LABEL['periksa_buku'].en} first.",
)

_NOTHING_FOUND = Text(
    "Pemeriksaan terakhir tidak menemukan apa pun yang dapat ditunjuk selnya.",
    "The last check found nothing that has a cell to go to.",
)


def say_no_findings(book: xw.Book) -> Text:
    """Return why there is no finding to go to: none was looked for, or none is to be seen."""
    if not store.has_findings(book):
        return _NOT_YET_CHECKED
    hidden = ", ".join(dict.fromkeys(kept.sheet for kept in store.read_findings(book)))
    if not hidden:
        return _NOTHING_FOUND
    return Text(
        f"Semua temuan ada di lembar yang tersembunyi: {hidden}. Tampilkan dulu lembarnya.",
        f"All findings are on hidden sheets: {hidden}. Show them first.",
    )


class _Point(NamedTuple):
    """A cell with findings and where it stands among the sheets."""

    place: SheetPlace
    findings: tuple[StoredFinding, ...]


def temuan_berikutnya(press: Press) -> None:
    """Select the next cell with a finding; after the last comes the first."""
    _go_to_finding(press, forward=True)


def temuan_sebelumnya(press: Press) -> None:
    """Select the cell with a finding before this one; before the first comes the last."""
    _go_to_finding(press, forward=False)


def _go_to_finding(press: Press, *, forward: bool) -> None:
    points = _find_points(press)
    if not points:
        raise UserMessage(say_no_findings(press.book))
    places = [point.place for point in points]
    here = _find_here(press)
    index = bisect_right(places, here) if forward else bisect_left(places, here) - 1
    wrapped = not 0 <= index < len(points)
    index %= len(points)
    found = points[index].findings
    sheet = press.book.sheets[found[0].sheet]
    press.go_to(sheet, found[0].cell)
    told = _say_finding(found, index + 1, len(points), wrapped, forward, press.language)
    if grid.has_all_rows_hidden(sheet.range(found[0].cell)):
        hidden = Text("(barisnya tersembunyi) ", "(its row is hidden) ")
        told = hidden.say_in(press.language) + told
    press.display.say_result(told)


def _find_points(press: Press) -> list[_Point]:
    """Return the cells that can be gone to; hidden sheets cannot come to the front."""
    order = {
        sheet.name: number
        for number, sheet in enumerate(press.book.sheets)
        if grid.read_state(sheet) == 0
    }
    cells: dict[SheetPlace, list[StoredFinding]] = {}
    for kept in store.read_findings(press.book):
        if kept.sheet in order:
            place = (order[kept.sheet], kept.row, kept.column)
            cells.setdefault(place, []).append(kept)
    return [_Point(place, tuple(cells[place])) for place in sorted(cells)]


def _find_here(press: Press) -> SheetPlace:
    active = press.book.sheets.active.name
    # A chart in front is no sheet with cells: then from the beginning.
    number = next((i for i, one in enumerate(press.book.sheets) if one.name == active), 0)
    selection = press.selection
    return (number, selection.row, selection.column) if selection else (number, 0, 0)


def _say_finding(
    found: tuple[StoredFinding, ...],
    number: int,
    of: int,
    wrapped: bool,
    forward: bool,
    language: Language,
) -> str:
    first = found[0]
    around = (
        Text("kembali ke temuan pertama. ", "back at the first finding. ")
        if forward
        else Text("kembali ke temuan terakhir. ", "back at the last finding. ")
    )
    more = f" (+{len(found) - 1})" if len(found) > 1 else ""
    where = Text(
        f"temuan {number} dari {of}, {first.sheet}!{first.cell}, ",
        f"finding {number} of {of}, {first.sheet}!{first.cell}, ",
    )
    told = f"{where.say_in(language)}{first.code}{more}: {first.message}"
    return (around.say_in(language) if wrapped else "") + told
