"""The very hidden sheet `_selaras_batal`: what stood in the cells before the last Perbaiki.

Each cell is a row: a formula that points at it, so that it is found when rows are inserted, and
what it held before and after. Formulas among that are kept as formulas, which follow their cells
(see `ikut`); those that cannot be are kept as text beside a formula that tells whether the cells
that they refer to have moved.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple, cast

from selaras.recognise.own_sheets import PENANDA_SIMPANAN
from selaras.values.a1 import Area
from selaras_addin.live.excel import grid, hidden_sheets
from selaras_addin.live.excel.contents import Isi, Macam, Tempat
from selaras_addin.live.excel.messages import Pesan
from selaras_addin.live.undo.followers import berlembar, penjaga, tanpa_lembar

if TYPE_CHECKING:
    import xlwings as xw

NAMA = "_selaras_batal"
_PENANDA = f"{PENANDA_SIMPANAN} batal"
#: Columns: the reference; kind, content and format before and after; what the guard said; the
#: formulas (or the guard) before and after.
_RUJUKAN, _JAGA, _SEBELUM, _SESUDAH = 1, 8, 9, 10
#: What no guard says: the cells cannot be watched.
_TAK_TERJAGA = "?"


class Kenangan(NamedTuple):
    """A cell that was changed, as it is to be told now."""

    #: Its row in the store.
    baris: int
    #: Where the cell is now; None when it is gone.
    tempat: Tempat | None
    #: What stood there; None when that can no longer be told exactly.
    sebelum: Isi | None
    sesudah: Isi
    #: What stood there, as the user saw it then.
    semula: str


def simpan(book: xw.Book, kept: Mapping[Tempat, tuple[Isi, Isi]]) -> xw.Sheet:
    """Keep what cells held before and after on a new sheet. Raises Pesan where there can be none.

    An older store stays: it is the caller's to drop.
    """
    sheet = hidden_sheets.tambah(book, NAMA)
    isi(sheet, kept)
    hidden_sheets.tutup(sheet, _PENANDA)
    return sheet


def isi(sheet: xw.Sheet, kept: Mapping[Tempat, tuple[Isi, Isi]]) -> None:
    """Write into a store what it is to keep, in place of what it kept of the same cells."""
    last = len(kept) + 1
    before = [(place, one) for place, (one, _) in kept.items()]
    after = [(place, other) for place, (_, other) in kept.items()]
    grid.rentang(sheet, Area(2, _RUJUKAN + 1, last, _JAGA - 1)).value = [
        [hidden_sheets.teks(text) for one in pair for text in one] for pair in kept.values()
    ]
    grid.rentang(sheet, Area(2, _RUJUKAN, last, _RUJUKAN)).formula = [
        ["=" + hidden_sheets.rujukan(*place)] for place in kept
    ]
    held = _tahan(sheet, _SEBELUM, before)
    guards = _jaga(sheet, before, held)
    grid.rentang(sheet, Area(2, _JAGA, last, _JAGA)).value = [
        [hidden_sheets.teks(guard)] for guard in guards
    ]
    _tahan(sheet, _SESUDAH, after)


def cari(book: xw.Book) -> xw.Sheet | None:
    """Return the store of a workbook; None where there is none, or it is the user's own sheet."""
    return hidden_sheets.cari(book, NAMA, _PENANDA)


def ambil(sheet: xw.Sheet) -> Iterator[Kenangan]:
    """Yield what is kept, with the cells where they are now."""
    last = max(grid.terpakai(sheet).bottom, 2)
    references = grid.rumus(grid.rentang(sheet, Area(2, _RUJUKAN, last, _RUJUKAN)))
    kept = grid.nilai(grid.rentang(sheet, Area(2, _RUJUKAN + 1, last, _JAGA)))
    held = grid.isi(grid.rentang(sheet, Area(2, _SEBELUM, last, _SESUDAH)))
    rows = zip(references, kept, held, strict=True)
    for row, ((reference,), texts, (formula, other)) in enumerate(rows, 2):
        if not reference:
            # It was put back.
            continue
        words = [str(text or "") for text in texts]
        before, after, guard = _jadi_isi(words[:3]), _jadi_isi(words[3:6]), words[6]
        found = hidden_sheets.baca_rujukan(reference)
        if found is None:
            yield Kenangan(row, None, None, after, before.teks)
            continue
        place = Tempat(*found)
        yield Kenangan(
            row,
            place,
            _sekarang(before, place, formula, guard),
            _sekarang(after, place, other, "") or after,
            before.teks,
        )


def tinggalkan(sheet: xw.Sheet, rows: Sequence[int]) -> None:
    """Leave only these rows in a store; drop the sheet where none is left.

    Where the workbook lets no sheet go, it stays and keeps nothing.
    """
    block = grid.rentang(sheet, Area(2, _RUJUKAN, max(grid.terpakai(sheet).bottom, 2), _RUJUKAN))
    stay = frozenset(rows)
    block.formula = [
        [text if row in stay else ""] for row, (text,) in enumerate(grid.rumus(block), 2)
    ]
    if not stay:
        with suppress(Pesan):
            hidden_sheets.buang(sheet)


def _jadi_isi(words: Sequence[str]) -> Isi:
    kind, text, format = words
    return Isi(cast(Macam, kind), text, format)


def _sekarang(isi: Isi, place: Tempat, held: str, guard: str) -> Isi | None:
    """Return content with its formula as it has to be now; None where that is not known."""
    if isi.macam != "rumus":
        return isi
    if guard:
        return isi if held == guard else None
    if not held:
        return isi
    text = tanpa_lembar(held, isi.teks, place.sheet)
    return None if text is None else isi._replace(teks=text)


def _tahan(sheet: xw.Sheet, column: int, contents: Sequence[tuple[Tempat, Isi]]) -> list[bool]:
    """Keep formulas as formulas; tell of each content whether it comes back as it was."""
    written = [
        (berlembar(isi.teks, place.sheet) or "") if isi.macam == "rumus" else ""
        for place, isi in contents
    ]
    read = _tulis_kolom(sheet, column, written)
    good = [
        isi.macam != "rumus"
        or (bool(text) and tanpa_lembar(text, isi.teks, place.sheet) == isi.teks)
        for (place, isi), text in zip(contents, read, strict=True)
    ]
    if not all(good):
        kept = [text if ok else "" for text, ok in zip(written, good, strict=True)]
        _tulis_kolom(sheet, column, kept)
    return good


def _jaga(
    sheet: xw.Sheet, contents: Sequence[tuple[Tempat, Isi]], held: Sequence[bool]
) -> list[str]:
    """Guard the formulas that are kept as text; return what each guard says, "" where none is."""
    guards = [
        "" if ok else penjaga(isi.teks, place.sheet)
        for (place, isi), ok in zip(contents, held, strict=True)
    ]
    if not any(guard != "" for guard in guards):
        return [""] * len(guards)
    block = grid.rentang(sheet, Area(2, _SEBELUM, len(guards) + 1, _SEBELUM))
    now = [text for (text,) in grid.isi(block)]
    read = _tulis_kolom(
        sheet, _SEBELUM, [guard or text for guard, text in zip(guards, now, strict=True)]
    )
    return [
        "" if guard == "" else (text if guard else "") or _TAK_TERJAGA
        for guard, text in zip(guards, read, strict=True)
    ]


def _tulis_kolom(sheet: xw.Sheet, column: int, formulas: Sequence[str]) -> list[str]:
    """Write formulas under each other; return what Excel made of them, "" where it took none."""
    block = grid.rentang(sheet, Area(2, column, len(formulas) + 1, column))
    try:
        grid.tulis_isi(block, [[formula] for formula in formulas])
    except Exception:
        # One that Excel refuses must not cost the others.
        for row, formula in enumerate(formulas, 2):
            with suppress(Exception):
                grid.tulis_isi(grid.rentang(sheet, Area(row, column, row, column)), [[formula]])
    return [text for (text,) in grid.isi(block)]
