"""Jelaskan: the rules behind the findings of the selected cell, in a message box.

A message box, not a sheet: the user stays where they are and reads three short paragraphs. The
examples of a rule are left to its page.
"""

from __future__ import annotations

from collections.abc import Sequence

from selaras.recognise.own_sheets import JUDUL_TEMUAN
from selaras.report.words import SEVERITY
from selaras.rules import registry
from selaras.values.text import Bahasa, Teks, besar
from selaras_addin.commands.job import Kerja
from selaras_addin.commands.trace import tanpa_temuan
from selaras_addin.live.excel import grid
from selaras_addin.live.excel.messages import Pesan
from selaras_addin.live.marks import store
from selaras_addin.live.marks.store import Tersimpan
from selaras_addin.live.sheets import findings_sheet
from selaras_addin.ribbon import LABEL

#: Rules that are explained in full in one box; of more, only their titles.
_ATURAN_TERBANYAK = 2

_TANPA_TEMUAN = Teks(
    "Sel ini tidak punya temuan. Pilih sel yang ditandai, atau pakai "
    f"{LABEL['temuan_sebelumnya'].id} dan {LABEL['temuan_berikutnya'].id}.",
    "This cell has no finding. Select a marked cell, or use "
    f"{LABEL['temuan_sebelumnya'].en} and {LABEL['temuan_berikutnya'].en}.",
)


def jelaskan(kerja: Kerja) -> None:
    """Explain the findings of the selected cell, or of the selected row of the list."""
    sheet = kerja.lembar
    selection = kerja.seleksi
    if selection is None:
        raise Pesan(_TANPA_TEMUAN)
    if grid.judul(sheet) == JUDUL_TEMUAN:
        row = findings_sheet.aturan_di(sheet, selection.row)
        if row is None:
            raise Pesan(_TANPA_TEMUAN)
        code, message = row
        kerja.tampil.show_message("\n\n".join((message, tentang_aturan(code, kerja.bahasa))))
        return
    kept = store.ambil(kerja.book)
    if not kept:
        raise Pesan(tanpa_temuan(kerja.book))
    rows, columns = selection.shape
    here = [
        one
        for one in kept
        if one.sheet == sheet.name
        and selection.row <= one.row < selection.row + rows
        and selection.column <= one.column < selection.column + columns
    ]
    if not here:
        raise Pesan(_TANPA_TEMUAN)
    kerja.tampil.show_message(penjelasan(here, kerja.bahasa))


def penjelasan(findings: Sequence[Tersimpan], bahasa: Bahasa) -> str:
    """Return what the box says: the findings of one cell, then their rules."""
    first = findings[0]
    parts: list[str] = []
    for one in findings:
        if one.cell != first.cell:
            continue
        level = besar(SEVERITY[one.severity].dalam(bahasa))
        told = f"{one.cell}, {level} {one.code}: {one.message}"
        advice = Teks("Saran", "Advice").dalam(bahasa)
        parts.append(f"{told}\n{advice}: {one.advice}" if one.advice else told)
    codes = list(dict.fromkeys(one.code for one in findings if one.cell == first.cell))
    parts += (tentang_aturan(code, bahasa) for code in codes[:_ATURAN_TERBANYAK])
    return "\n\n".join(parts)


def tentang_aturan(code: str, bahasa: Bahasa) -> str:
    """Return the explanation of a rule, as `selaras explain` gives it, without its examples."""
    rule = registry().get(code)
    if rule is None:
        return code
    head = Teks(f"Aturan {code}. ", f"Rule {code}. ").dalam(bahasa)
    paragraphs = [" ".join(part.split()) for part in rule.text.dalam(bahasa).split("\n\n")]
    basis = Teks("Dasar", "Basis").dalam(bahasa)
    return head + "\n\n".join((*paragraphs, f"{basis}: {rule.basis.dalam(bahasa)}"))
