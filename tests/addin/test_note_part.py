"""Our part of a note is told from what the user wrote, before it, behind it and into it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras_addin.live.marks import note_part

TEKS = "[Selaras] Kesalahan\n• JML001: Jumlahnya 900.\n→ Tulis 900.\n• KOD009: Urutan."


def sisa(isi: str, *texts: str) -> str:
    """Return what is left of a note."""
    for start, end in reversed(note_part.cari(isi, texts)):
        isi = isi[:start] + isi[end:]
    return isi


@given(st.text(), st.text())
def test_what_stands_around_it_is_left(before: str, after: str) -> None:
    assert sisa(f"{before}\n\n{TEKS}{after}", TEKS) == before + after
    # The user's own lines of course may look like ours where nothing was kept.
    if "[Selaras]" not in before and not after.lstrip("\n").startswith(("•", "→")):
        assert sisa(f"{before}\n\n{TEKS}\n{after}") in (f"{before}\n{after}", before + after)


@pytest.mark.parametrize(
    "isi",
    [
        "[Selaras] ini catatan saya sendiri\nlanjut",
        "Lihat [Selaras] Kesalahan",
        "[Selaras] Kesalahan",
        "[Selaras] Kesalahan\n• tanpa kode: catatan saya",
        "",
    ],
)
def test_a_note_that_only_speaks_of_it_is_the_users(isi: str) -> None:
    assert note_part.cari(isi, [TEKS]) == []
    assert note_part.cari(isi, []) == []


@pytest.mark.parametrize(
    ("isi", "left"),
    [
        (TEKS.replace("Kesalahan", "Kesalahan - SUDAH SAYA CEK, Budi"), " - SUDAH SAYA CEK, Budi"),
        (TEKS.replace("→ Tulis 900.", "→ Tulis 900. Sudah."), " Sudah."),
        (TEKS.replace("Jumlahnya 900.", "Jumlahnya (kata Budi) 900."),
         "\n• JML001: Jumlahnya (kata Budi) 900."),
        (TEKS + "\nSudah saya betulkan.", "\nSudah saya betulkan."),
        (TEKS.replace("\n→ Tulis 900.", ""), ""),
    ],
)  # fmt: skip
def test_words_written_into_it_stay(isi: str, left: str) -> None:
    assert sisa(isi, TEKS) == left


def test_the_part_of_another_workbook_goes() -> None:
    other = "[Selaras] Warning\n• TBL001: Differs.\n→ Look."
    assert sisa(f"Budi\n\n{other}", TEKS) == "Budi"
    assert sisa(other) == ""
