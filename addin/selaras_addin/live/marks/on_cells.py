"""Marks on cells with findings, laid over what is there so that taking them off loses nothing.

The colour is a rule of conditional formatting that always holds: the cell's own fill and font are
never touched, rows that are inserted carry it along, and it is known again by its formula in any
copy of the workbook. The note is the cell's own, or text at the end of the note that was there.
Both are found again without knowing where they were put.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from selaras.report.palette import FILLS, TEXT_COLOUR
from selaras.report.words import SEVERITY, clean
from selaras.values.a1 import Area
from selaras.values.finding import Finding, Severity
from selaras.values.text import Language, Text, capitalise
from selaras_addin.live.excel import cell_notes, grid
from selaras_addin.live.excel.areas import join_cells
from selaras_addin.live.excel.messages import UserMessage
from selaras_addin.live.marks import note_part, store
from selaras_addin.live.marks.store import StoredFinding
from selaras_addin.ribbon import LABEL

if TYPE_CHECKING:
    import xlwings as xw

#: Cells that get a colour, and cells that get a note (several trips to Excel each): the worst
#: first. The list takes more (`findings_sheet.MOST_FINDINGS`).
MOST_COLOURED = 5000
MOST_NOTES = 500
#: More of one note nobody reads, and its box would cover the sheet.
_LONGEST_NOTE = 1500

#: Rules of others in a row after which none of ours is looked for: old workbooks have thousands.
_MOST_FOREIGN = 100
_RULE_START = '="selaras"<>'


class MarkResult(NamedTuple):
    """What was marked: cells with a colour and with a note, of how many; sheets that refused."""

    cell_count: int
    coloured: int
    noted: int
    failed: tuple[str, ...] = ()

    def tell_unmarked(self) -> list[Text]:
        """Return what must be said of cells that have findings but no mark."""
        missing: list[Text] = []
        if self.coloured < self.cell_count and not self.failed:
            missing.append(
                Text(
                    f"{self.coloured} dari {self.cell_count} sel diberi warna; sisanya hanya di "
                    "daftar",
                    f"{self.coloured} of {self.cell_count} cells got a fill; the rest is only "
                    "listed",
                )
            )
        if self.noted < self.coloured:
            missing.append(
                Text(
                    f"{self.noted} dari {self.cell_count} sel diberi catatan; yang lain dapat "
                    f"dibaca di daftar atau dengan tombol {LABEL['jelaskan'].id}",
                    f"{self.noted} of {self.cell_count} cells got a note; read the others in the "
                    f"list or with the button {LABEL['jelaskan'].en}",
                )
            )
        missing += (
            Text(
                f"Lembar {name} tidak dapat ditandai, mungkin karena dilindungi",
                f"The sheet {name} could not be marked, perhaps because it is protected",
            )
            for name in self.failed
        )
        return missing


class _MarkedCell(NamedTuple):
    sheet: str
    row: int
    column: int
    findings: tuple[Finding, ...]

    @property
    def severity(self) -> Severity:
        return min((finding.severity for finding in self.findings), key=lambda s: s.rank)


def mark_cells(
    book: xw.Book, findings: Iterable[Finding], language: Language, only_sheet: str | None = None
) -> MarkResult:
    """Mark the cells of these findings and keep them in `_selaras`; old marks go first.

    Findings without a cell are passed over; `only_sheet` is the one that alone was asked for.
    Raises UserMessage when the workbook takes no new sheet: then the old marks are still there.
    """
    before = _read_note_texts(book)
    cells = sorted(_group_by_cell(findings), key=lambda cell: cell.severity.rank)
    coloured = cells[:MOST_COLOURED]
    notes = {(c.sheet, c.row, c.column): _build_note(c, language) for c in cells[:MOST_NOTES]}
    store.save_findings(book, _build_stored(cells, notes, language), only_sheet)
    _, refused = _take_all_off(book, before)
    noted = painted = 0
    for name in dict.fromkeys(cell.sheet for cell in coloured):
        here = [cell for cell in coloured if cell.sheet == name]
        try:
            _colour_cells(book.sheets[name], here)
            painted += len(here)
            noted += _write_notes(book.sheets[name], here, notes)
        except Exception:
            # Protected, most likely: the others are marked all the same.
            refused.append(name)
    return MarkResult(len(cells), painted, noted, tuple(dict.fromkeys(refused)))


def clear_marks(book: xw.Book) -> int:
    """Take all marks of Selaras off the workbook; return how many cells had a note of it.

    Fills and notes of the user are as they were. A note of Selaras in which somebody wrote keeps
    what was written. Raises UserMessage, once the others are done, where sheets are protected.
    """
    count, refused = _take_all_off(book, _read_note_texts(book))
    if refused:
        names = ", ".join(refused)
        raise UserMessage(
            Text(
                f"Tanda di lembar {names} tidak dapat dihapus, mungkin karena lembarnya "
                "dilindungi. Buka dulu perlindungannya (Tinjau > Jangan Proteksi Lembar), lalu "
                f"tekan {LABEL['hapus_tanda'].id} lagi. Lembar lain sudah bersih.",
                f"The marks on the sheet {names} could not be taken off, perhaps because it is "
                "protected. Take the protection off (Review > Unprotect Sheet), then press "
                f"{LABEL['hapus_tanda'].en} again. Other sheets are done.",
            )
        )
    try:
        store.delete_findings(book)
    except UserMessage as error:
        gone = Text("Tanda sudah dihapus dari semua lembar. ", "The marks are off all sheets. ")
        raise UserMessage(gone + error.text) from error
    return count


def _read_note_texts(book: xw.Book) -> list[str]:
    """Return the texts that were put into notes, the longest first."""
    return sorted(
        {kept.note for kept in store.read_findings(book) if kept.note}, key=len, reverse=True
    )


def _take_all_off(book: xw.Book, texts: Sequence[str]) -> tuple[int, list[str]]:
    """Take marks off; return how many notes there were, and the sheets that refused."""
    count = 0
    refused: list[str] = []
    for sheet in book.sheets:
        try:
            # From the last to the first: on macOS a rule is known by its number only.
            for rule in reversed(_find_own_rules(sheet)):
                rule.delete()
            for note in list(sheet.notes):
                count += _take_off(note, texts)
        except Exception:
            refused.append(sheet.name)
    return count, refused


def _find_own_rules(sheet: xw.Sheet) -> list[xw.ConditionalFormat]:
    """Return our rules on a sheet. They are put first, so that the rest need not be looked at."""
    own: list[xw.ConditionalFormat] = []
    foreign = 0
    for rule in sheet.cells.conditional_formats:
        if rule.type == "custom" and str(rule.formula).startswith(_RULE_START):
            own.append(rule)
            foreign = 0
        else:
            foreign += 1
            if foreign > _MOST_FOREIGN:
                break
    return own


def _take_off(note: xw.Note, texts: Sequence[str]) -> bool:
    """Take our part out of a note, and the note away when nothing else is in it."""
    content = note.text
    if note_part.NOTE_HEAD not in content:
        return False
    if "\r" in content:
        content = note.text = content.replace("\r\n", "\n").replace("\r", "\n")
    parts = note_part.find_spans(content, texts)
    rest = content
    for start, end in reversed(parts):
        rest = rest[:start] + rest[end:]
    if not parts:
        return False
    if rest.strip():
        for start, end in reversed(parts):
            cell_notes.cut_out(note, start, end)
    else:
        note.delete()
    return True


def _group_by_cell(findings: Iterable[Finding]) -> list[_MarkedCell]:
    cells: dict[tuple[str, int, int], list[Finding]] = {}
    for finding in findings:
        place = finding.position
        if finding.sheet is not None and place is not None:
            cells.setdefault((finding.sheet, *place), []).append(finding)
    return [_MarkedCell(*cell, tuple(here)) for cell, here in cells.items()]


def _build_stored(
    cells: Sequence[_MarkedCell], notes: dict[tuple[str, int, int], str], language: Language
) -> Iterable[StoredFinding]:
    for cell in cells:
        for number, finding in enumerate(cell.findings):
            yield StoredFinding(
                cell.sheet,
                cell.row,
                cell.column,
                finding.severity,
                finding.code,
                clean(finding.message.say_in(language)),
                clean(finding.advice.say_in(language)),
                "" if number else notes.get((cell.sheet, cell.row, cell.column), ""),
            )


def _build_note(cell: _MarkedCell, language: Language) -> str:
    """Return what the note of a cell says."""
    lines = [f"{note_part.NOTE_HEAD} {capitalise(SEVERITY[cell.severity].say_in(language))}"]
    for finding in cell.findings:
        lines.append(
            f"{note_part.FINDING_SIGN}{finding.code}: {clean(finding.message.say_in(language))}"
        )
        if finding.advice.id:
            lines.append(f"{note_part.ADVICE_SIGN}{clean(finding.advice.say_in(language))}")
    text = "\n".join(lines)
    return text if len(text) <= _LONGEST_NOTE else text[: _LONGEST_NOTE - 1].rstrip() + "…"


def _colour_cells(sheet: xw.Sheet, cells: Sequence[_MarkedCell]) -> None:
    for severity in reversed(Severity):
        places = [(cell.row, cell.column) for cell in cells if cell.severity is severity]
        for cell_range in grid.build_ranges(sheet, join_cells(places)):
            cell_range.conditional_formats.add_custom(
                f'{_RULE_START}"{severity.value}"',
                fill_color=f"#{FILLS[severity]}",
                font_color=f"#{TEXT_COLOUR}",
            )


def _write_notes(
    sheet: xw.Sheet, cells: Sequence[_MarkedCell], notes: dict[tuple[str, int, int], str]
) -> int:
    there = {note.location.address.replace("$", ""): note for note in sheet.notes}
    count = 0
    for cell in cells:
        text = notes.get((cell.sheet, cell.row, cell.column))
        if text is None:
            continue
        place = str(Area(cell.row, cell.column, cell.row, cell.column))
        note = there.get(place)
        try:
            if note is not None:
                cell_notes.append_text(note, note_part.GAP + text)
            else:
                cell_notes.fit_note(sheet.range(place).add_note(text), text)
        except Exception:
            # A threaded comment leaves no room for a note.
            continue
        count += 1
    return count
