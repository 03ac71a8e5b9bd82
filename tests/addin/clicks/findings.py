"""What the buttons of Periksa and Temuan must have done to the live workbook."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import xlwings as xw

from selaras.report.palette import FILLS
from selaras.values.a1 import position
from selaras.values.finding import Finding
from selaras_addin.live.excel import grid
from selaras_addin.live.sheets import findings_sheet

from .expectations import expect
from .trial import Turn, dump_book, find_all_findings, read_front, read_mark_colours, select

HEAD = [
    "No.", "Tingkat", "Aturan", "Lembar", "Sel", "Kode", "Temuan", "Seharusnya", "Tertulis",
    "Selisih", "Usulan",
]  # fmt: skip
_SEVERITY_WORDS = {"error": "Kesalahan", "warning": "Peringatan", "info": "Catatan"}


@expect
def periksa_buku(turn: Turn) -> None:
    book = turn.open_example()
    names = [sheet.name for sheet in book.sheets]
    turn.click("periksa_buku")
    assert turn.messages == []
    _assert_marked(book, find_all_findings())
    assert "JML002: Pagu maju program 2.17.01" in book.sheets["T-C.33"]["O8"].note.text
    _assert_listed(book, find_all_findings())
    assert read_front(book) == ("Temuan", "A1")
    visible = [sheet.name for sheet in book.sheets if grid.read_state(sheet) == 0]
    assert visible == [*names, "Temuan"]
    counts = Counter(finding.severity.value for finding in find_all_findings())
    assert turn.status.startswith(f"Selaras: {counts['error']} kesalahan, ")


@expect
def periksa_lembar(turn: Turn) -> None:
    book = turn.open_example()
    select(book, "T-C.33", "A1")
    turn.click("periksa_lembar")
    findings_here = [finding for finding in find_all_findings() if finding.sheet == "T-C.33"]
    assert 0 < len(findings_here) < len(find_all_findings())
    _assert_marked(book, findings_here)
    _assert_listed(book, findings_here)
    assert read_front(book) == (
        "T-C.33",
        next(finding.cell for finding in findings_here if finding.cell),
    )
    assert turn.messages[0].startswith("Lembar T-C.33: ")


@expect
def daftar_temuan(turn: Turn) -> None:
    book = turn.bring_checked()
    select(book, "T-C.33", "K8")
    turn.click("daftar_temuan")
    assert read_front(book)[0] == "Temuan"
    assert turn.messages == []


@expect
def temuan_sebelumnya(turn: Turn) -> None:
    book = turn.bring_checked()
    for before, after in _find_crossings(book):
        select(book, *after)
        turn.click("temuan_sebelumnya")
        assert read_front(book) == before
        assert f", {before[0]}!{before[1]}, " in turn.status


@expect
def temuan_berikutnya(turn: Turn) -> None:
    book = turn.bring_checked()
    for before, after in _find_crossings(book):
        select(book, *before)
        turn.click("temuan_berikutnya")
        assert read_front(book) == after
        assert f", {after[0]}!{after[1]}, " in turn.status


@expect
def jelaskan(turn: Turn) -> None:
    book = turn.bring_checked()
    select(book, "T-C.33", "O8")
    turn.click("jelaskan")
    (box,) = turn.messages
    assert box.startswith("O8, Kesalahan JML002: Pagu maju program 2.17.01 tertulis 6.498.624.401")
    assert "Aturan JML002. Pagu program sama dengan jumlah pagu kegiatannya." in box
    assert "Mengapa: " in box
    assert "Dasar: Permendagri 86/2017" in box


@expect
def hapus_tanda(turn: Turn) -> None:
    book = turn.bring_checked()
    assert dump_book(book) != turn.checked_example.before
    turn.click("hapus_tanda", "yes")
    assert turn.messages == ["Tanda sudah dihapus. Hapus juga lembar Temuan?"]
    assert book.sheets["T-C.33"]["O8"].note.text == "Tanya Bappeda"
    # Every cell, fill, note and sheet is what it was.
    assert dump_book(book) == turn.checked_example.before


def _assert_marked(book: xw.Book, findings: Sequence[Finding]) -> None:
    """Every cell with a finding is coloured by its worst one and has a note; no other is."""
    worst: dict[str, dict[str, Finding]] = {sheet.name: {} for sheet in book.sheets}
    for finding in findings:
        if finding.sheet and finding.cell:
            sheet_worst = worst[finding.sheet]
            earlier = sheet_worst.setdefault(finding.cell, finding)
            if finding.severity.rank < earlier.severity.rank:
                sheet_worst[finding.cell] = finding
    for name, found_cells in worst.items():
        worksheet = book.sheets[name]
        colours = {cell: tuple(bytes.fromhex(FILLS[f.severity])) for cell, f in found_cells.items()}
        assert read_mark_colours(worksheet) == colours, name
        noted = {note.location.get_address(False, False) for note in worksheet.notes}
        assert noted == set(found_cells), name


def _assert_listed(book: xw.Book, findings: Sequence[Finding]) -> None:
    """The sheet Temuan is a table of these findings, with links to their cells."""
    worksheet = findings_sheet.find_list(book)
    assert worksheet is not None
    (table,) = worksheet.tables
    head, *found_rows = table.range.value
    assert head == HEAD
    readings = Counter((row[1], row[2], row[3], row[4]) for row in found_rows)
    assert readings == Counter(
        (_SEVERITY_WORDS[f.severity.value], f.code, f.sheet, f.cell) for f in findings
    )
    formulas = [str(one) for (one,) in table.range[1:, 4:5].formula]
    for row, link in zip(found_rows, formulas, strict=True):
        assert row[4] is None or f"'{row[3]}'!{row[4]}" in link.replace("$", "")


def _find_crossings(book: xw.Book) -> list[tuple[tuple[str, str], tuple[str, str]]]:
    """Return the neighbours in the walk through the findings that lie on different sheets."""
    order = [sheet.name for sheet in book.sheets]
    found_cells = sorted(
        {(f.sheet, f.cell) for f in find_all_findings() if f.sheet and f.cell},
        key=lambda one: (order.index(one[0]), *position(one[1])),
    )
    pairs = [(a, b) for a, b in pairwise(found_cells) if a[0] != b[0]]
    assert pairs
    return pairs[:2]
