"""Marks on cells with findings, laid over what is there so that taking them off loses nothing.

The colour is a rule of conditional formatting that always holds: the cell's own fill and font are
never touched, rows that are inserted carry it along, and it is known again by its formula in any
copy of the workbook. The note is the cell's own, or text at the end of the note that was there.
Both are found again without knowing where they were put.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from selaras.report.palette import HURUF, ISI
from selaras.report.words import SEVERITY, clean
from selaras.values.a1 import Area
from selaras.values.finding import Finding, Severity
from selaras.values.text import Bahasa, Teks, besar
from selaras_addin.live.excel import cell_notes, grid
from selaras_addin.live.excel.areas import satukan
from selaras_addin.live.excel.messages import Pesan
from selaras_addin.live.marks import note_part, store
from selaras_addin.live.marks.store import Tersimpan
from selaras_addin.ribbon import LABEL

if TYPE_CHECKING:
    import xlwings as xw

#: Cells that get a colour, and cells that get a note (several trips to Excel each): the worst
#: first. The list takes more (`temuan.TERBANYAK`).
WARNA_TERBANYAK = 5000
CATATAN_TERBANYAK = 500
#: More of one note nobody reads, and its box would cover the sheet.
_NOTE_TERPANJANG = 1500

#: Rules of others in a row after which none of ours is looked for: old workbooks have thousands.
_ASING_TERBANYAK = 100
_ATURAN = '="selaras"<>'


class Hasil(NamedTuple):
    """What was marked: cells with a colour and with a note, of how many; sheets that refused."""

    cell_count: int
    berwarna: int
    bercatatan: int
    gagal: tuple[str, ...] = ()

    def kekurangan(self) -> list[Teks]:
        """Return what must be said of cells that have findings but no mark."""
        kurang: list[Teks] = []
        if self.berwarna < self.cell_count and not self.gagal:
            kurang.append(
                Teks(
                    f"{self.berwarna} dari {self.cell_count} sel diberi warna; sisanya hanya di daftar",
                    f"{self.berwarna} of {self.cell_count} cells got a fill; the rest is only listed",
                )
            )
        if self.bercatatan < self.berwarna:
            kurang.append(
                Teks(
                    f"{self.bercatatan} dari {self.cell_count} sel diberi catatan; yang lain dapat "
                    f"dibaca di daftar atau dengan tombol {LABEL['jelaskan'].id}",
                    f"{self.bercatatan} of {self.cell_count} cells got a note; read the others in the "
                    f"list or with the button {LABEL['jelaskan'].en}",
                )
            )
        kurang += (
            Teks(
                f"Lembar {name} tidak dapat ditandai, mungkin karena dilindungi",
                f"The sheet {name} could not be marked, perhaps because it is protected",
            )
            for name in self.gagal
        )
        return kurang


class _Sel(NamedTuple):
    sheet: str
    row: int
    column: int
    findings: tuple[Finding, ...]

    @property
    def severity(self) -> Severity:
        return min((finding.severity for finding in self.findings), key=lambda s: s.rank)


def tandai(
    book: xw.Book, findings: Iterable[Finding], bahasa: Bahasa, lembar: str | None = None
) -> Hasil:
    """Mark the cells of these findings and keep them in `_selaras`; old marks go first.

    Findings without a cell are passed over; `lembar` is the sheet that alone was asked for. Raises
    Pesan when the workbook takes no new sheet: then the old marks are still there.
    """
    before = _teks_catatan(book)
    cells = sorted(_per_sel(findings), key=lambda cell: cell.severity.rank)
    coloured = cells[:WARNA_TERBANYAK]
    notes = {(c.sheet, c.row, c.column): _catatan(c, bahasa) for c in cells[:CATATAN_TERBANYAK]}
    store.simpan(book, _tersimpan(cells, notes, bahasa), lembar)
    _, refused = _lepas_semua(book, before)
    noted = painted = 0
    for name in dict.fromkeys(cell.sheet for cell in coloured):
        here = [cell for cell in coloured if cell.sheet == name]
        try:
            _warnai(book.sheets[name], here)
            painted += len(here)
            noted += _catat(book.sheets[name], here, notes)
        except Exception:
            # Protected, most likely: the others are marked all the same.
            refused.append(name)
    return Hasil(len(cells), painted, noted, tuple(dict.fromkeys(refused)))


def hapus(book: xw.Book) -> int:
    """Take all marks of Selaras off the workbook; return how many cells had a note of it.

    Fills and notes of the user are as they were. A note of Selaras in which somebody wrote keeps
    what was written. Raises Pesan, once the others are done, where sheets are protected.
    """
    count, refused = _lepas_semua(book, _teks_catatan(book))
    if refused:
        names = ", ".join(refused)
        raise Pesan(
            Teks(
                f"Tanda di lembar {names} tidak dapat dihapus, mungkin karena lembarnya "
                "dilindungi. Buka dulu perlindungannya (Tinjau > Jangan Proteksi Lembar), lalu "
                f"tekan {LABEL['hapus_tanda'].id} lagi. Lembar lain sudah bersih.",
                f"The marks on the sheet {names} could not be taken off, perhaps because it is "
                "protected. Take the protection off (Review > Unprotect Sheet), then press "
                f"{LABEL['hapus_tanda'].en} again. Other sheets are done.",
            )
        )
    try:
        store.hapus(book)
    except Pesan as error:
        gone = Teks("Tanda sudah dihapus dari semua lembar. ", "The marks are off all sheets. ")
        raise Pesan(gone + error.teks) from error
    return count


def _teks_catatan(book: xw.Book) -> list[str]:
    """Return the texts that were put into notes, the longest first."""
    return sorted({kept.note for kept in store.ambil(book) if kept.note}, key=len, reverse=True)


def _lepas_semua(book: xw.Book, texts: Sequence[str]) -> tuple[int, list[str]]:
    """Take marks off; return how many notes there were, and the sheets that refused."""
    count = 0
    refused: list[str] = []
    for sheet in book.sheets:
        try:
            # From the last to the first: on macOS a rule is known by its number only.
            for rule in reversed(_aturan_sendiri(sheet)):
                rule.delete()
            for note in list(sheet.notes):
                count += _lepas(note, texts)
        except Exception:
            refused.append(sheet.name)
    return count, refused


def _aturan_sendiri(sheet: xw.Sheet) -> list[xw.ConditionalFormat]:
    """Return our rules on a sheet. They are put first, so that the rest need not be looked at."""
    own: list[xw.ConditionalFormat] = []
    foreign = 0
    for rule in sheet.cells.conditional_formats:
        if rule.type == "custom" and str(rule.formula).startswith(_ATURAN):
            own.append(rule)
            foreign = 0
        else:
            foreign += 1
            if foreign > _ASING_TERBANYAK:
                break
    return own


def _lepas(note: xw.Note, texts: Sequence[str]) -> bool:
    """Take our part out of a note, and the note away when nothing else is in it."""
    isi = note.text
    if note_part.KEPALA not in isi:
        return False
    if "\r" in isi:
        isi = note.text = isi.replace("\r\n", "\n").replace("\r", "\n")
    parts = note_part.cari(isi, texts)
    rest = isi
    for start, end in reversed(parts):
        rest = rest[:start] + rest[end:]
    if not parts:
        return False
    if rest.strip():
        for start, end in reversed(parts):
            cell_notes.potong(note, start, end)
    else:
        note.delete()
    return True


def _per_sel(findings: Iterable[Finding]) -> list[_Sel]:
    cells: dict[tuple[str, int, int], list[Finding]] = {}
    for finding in findings:
        place = finding.position
        if finding.sheet is not None and place is not None:
            cells.setdefault((finding.sheet, *place), []).append(finding)
    return [_Sel(*cell, tuple(here)) for cell, here in cells.items()]


def _tersimpan(
    cells: Sequence[_Sel], notes: dict[tuple[str, int, int], str], bahasa: Bahasa
) -> Iterable[Tersimpan]:
    for cell in cells:
        for number, finding in enumerate(cell.findings):
            yield Tersimpan(
                cell.sheet,
                cell.row,
                cell.column,
                finding.severity,
                finding.code,
                clean(finding.message.dalam(bahasa)),
                clean(finding.advice.dalam(bahasa)),
                "" if number else notes.get((cell.sheet, cell.row, cell.column), ""),
            )


def _catatan(cell: _Sel, bahasa: Bahasa) -> str:
    """Return what the note of a cell says."""
    lines = [f"{note_part.KEPALA} {besar(SEVERITY[cell.severity].dalam(bahasa))}"]
    for finding in cell.findings:
        lines.append(f"{note_part.TEMUAN}{finding.code}: {clean(finding.message.dalam(bahasa))}")
        if finding.advice.id:
            lines.append(f"{note_part.SARAN}{clean(finding.advice.dalam(bahasa))}")
    text = "\n".join(lines)
    return text if len(text) <= _NOTE_TERPANJANG else text[: _NOTE_TERPANJANG - 1].rstrip() + "…"


def _warnai(sheet: xw.Sheet, cells: Sequence[_Sel]) -> None:
    for severity in reversed(Severity):
        places = [(cell.row, cell.column) for cell in cells if cell.severity is severity]
        for rng in grid.rentang_banyak(sheet, satukan(places)):
            rng.conditional_formats.add_custom(
                f'{_ATURAN}"{severity.value}"',
                fill_color=f"#{ISI[severity]}",
                font_color=f"#{HURUF}",
            )


def _catat(sheet: xw.Sheet, cells: Sequence[_Sel], notes: dict[tuple[str, int, int], str]) -> int:
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
                cell_notes.tambahkan(note, note_part.JARAK + text)
            else:
                cell_notes.ukur(sheet.range(place).add_note(text), text)
        except Exception:
            # A threaded comment leaves no room for a note.
            continue
        count += 1
    return count
