"""Our part of a note is told from what the user wrote, before it, behind it and into it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras_addin.live.marks import note_part

NOTE_TEXT = "[Selaras] Kesalahan\n• JML001: Jumlahnya 900.\n→ Tulis 900.\n• KOD009: Urutan."


def cut_ours(note_text: str, *texts: str) -> str:
    """Return what is left of a note."""
    for start, end in reversed(note_part.find_spans(note_text, texts)):
        note_text = note_text[:start] + note_text[end:]
    return note_text


@given(st.text(), st.text())
def test_what_stands_around_it_is_left(before: str, after: str) -> None:
    assert cut_ours(f"{before}\n\n{NOTE_TEXT}{after}", NOTE_TEXT) == before + after
    # The user's own lines of course may look like ours where nothing was kept.
    if "[Selaras]" not in before and not after.lstrip("\n").startswith(("•", "→")):
        assert cut_ours(f"{before}\n\n{NOTE_TEXT}\n{after}") in (
            f"{before}\n{after}",
            before + after,
        )


@pytest.mark.parametrize(
    "note_text",
    [
        "[Selaras] ini catatan saya sendiri\nlanjut",
        "Lihat [Selaras] Kesalahan",
        "[Selaras] Kesalahan",
        "[Selaras] Kesalahan\n• tanpa kode: catatan saya",
        "",
    ],
)
def test_a_note_that_only_speaks_of_it_is_the_users(note_text: str) -> None:
    assert note_part.find_spans(note_text, [NOTE_TEXT]) == []
    assert note_part.find_spans(note_text, []) == []


@pytest.mark.parametrize(
    ("note_text", "left"),
    [
        (
            NOTE_TEXT.replace("Kesalahan", "Kesalahan - SUDAH SAYA CEK, Budi"),
            " - SUDAH SAYA CEK, Budi",
        ),
        (NOTE_TEXT.replace("→ Tulis 900.", "→ Tulis 900. Sudah."), " Sudah."),
        (NOTE_TEXT.replace("Jumlahnya 900.", "Jumlahnya (kata Budi) 900."),
         "\n• JML001: Jumlahnya (kata Budi) 900."),
        (NOTE_TEXT + "\nSudah saya betulkan.", "\nSudah saya betulkan."),
        (NOTE_TEXT.replace("\n→ Tulis 900.", ""), ""),
    ],
)  # fmt: skip
def test_words_written_into_it_stay(note_text: str, left: str) -> None:
    assert cut_ours(note_text, NOTE_TEXT) == left


def test_the_part_of_another_workbook_goes() -> None:
    other = "[Selaras] Warning\n• TBL001: Differs.\n→ Look."
    assert cut_ours(f"Budi\n\n{other}", NOTE_TEXT) == "Budi"
    assert cut_ours(other) == ""
