"""Hapus Tanda: the workbook as it was before it was checked."""

from __future__ import annotations

from selaras.teks import Teks
from selaras_addin.commands.kerja import Kerja
from selaras_addin.live import marks, temuan


def hapus_tanda(kerja: Kerja) -> None:
    """Take fills and notes of Selaras off, and the list too if the user wants that."""
    book = kerja.book
    active = book.sheets.active
    with kerja.tenang():
        count = marks.hapus(book)
    done = Teks(
        f"tanda dihapus, {count} catatan; warna dan catatan Anda sendiri tetap ada",
        f"marks taken off, {count} notes; your own fills and notes are as they were",
    )
    kerja.tampil.hasil(done.dalam(kerja.bahasa))
    listed = temuan.cari(book)
    if listed is None:
        return
    question = Teks(
        f"Tanda sudah dihapus. Hapus juga lembar {listed.name}?",
        f"The marks are gone. Delete the sheet {listed.name} too?",
    )
    if kerja.tampil.tanya(question.dalam(kerja.bahasa)):
        on_list = active.name == listed.name
        temuan.hapus(book)
        if not on_list:
            kerja.ke(active)
