"""The guide as a sheet: how to work, what each button does, what each function returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selaras.recognise.own_sheets import GUIDE_TITLE
from selaras.values.a1 import Area
from selaras.values.text import Language, Text
from selaras_addin.functions import FUNCTIONS
from selaras_addin.live.excel import grid, hidden_sheets, worksheets
from selaras_addin.ribbon import BUTTONS, GROUPS, LABEL

if TYPE_CHECKING:
    import xlwings as xw

GUIDE_STEPS = (
    Text(
        f"1. Buka buku kerja Renja, lalu tekan {LABEL['periksa_buku'].id} di tab Selaras.",
        f"1. Open the workbook of the Renja, then press {LABEL['periksa_buku'].en} on the tab "
        "Selaras.",
    ),
    Text(
        "2. Sel yang bermasalah diberi warna dan catatan; semuanya didaftar di lembar Temuan. "
        "Oranye: kesalahan. Kuning: kemungkinan besar keliru. Biru: perlu dilihat.",
        "2. Cells with a problem get a fill and a note; all are listed on the sheet Temuan. "
        "Orange: an error. Yellow: very likely a mistake. Blue: worth a look.",
    ),
    Text(
        "3. Mulailah dari temuan paling atas: penyebab ditulis sebelum akibatnya. Tekan "
        f"{LABEL['jelaskan'].id} untuk membaca mengapa aturan itu ada dan cara memperbaikinya.",
        "3. Begin with the first finding: a cause stands before what follows from it. Press "
        f"{LABEL['jelaskan'].en} to read why the rule is there and how to mend the cell.",
    ),
    Text(
        "4. Betulkan sendiri, atau pakai tombol grup Perbaiki. Yang akan diubah selalu ditunjukkan "
        f"dulu, dan {LABEL['batalkan'].id} mengembalikannya.",
        "4. Mend it yourself, or use the buttons of the group Mend. What will change is always "
        f"shown first, and {LABEL['batalkan'].en} puts it back.",
    ),
    Text(
        f"5. Sebelum dikirim, tekan {LABEL['hapus_tanda'].id}: warna dan catatan Anda sendiri "
        "tetap ada.",
        f"5. Before handing in, press {LABEL['hapus_tanda'].en}: your own fills and notes stay.",
    ),
)


def write_guide(book: xw.Book, language: Language) -> xw.Sheet:
    """Write the guide into a sheet of its own, in place of an older one."""
    rows, heads = _build_rows(language)
    sheet = hidden_sheets.add_store(
        book, hidden_sheets.take_over_name(book, _find_old(book), GUIDE_TITLE)
    )
    block = grid.find_range(sheet, Area(1, 1, len(rows), 3))
    block.value = [[hidden_sheets.quote_text(text) for text in row] for row in rows]
    for column, width in ((1, 26), (2, 52), (3, 96)):
        sheet.range((1, column)).column_width = width
    block.vertical_alignment = "top"
    grid.find_range(sheet, Area(1, 3, len(rows), 3)).wrap_text = True
    for number in heads:
        grid.find_range(sheet, Area(number, 1, number, 3)).font.bold = True
    sheet.range("A1").font.size = 14
    block.rows.autofit()
    return sheet


def _find_old(book: xw.Book) -> xw.Sheet | None:
    """Return an older guide; None where it is all that the workbook has, and cannot go."""
    if len(book.sheets) == 1:
        return None
    return worksheets.find_titled(book.sheets, lambda title: title == GUIDE_TITLE)


def _build_rows(language: Language) -> tuple[list[tuple[str, str, str]], list[int]]:
    """Return the rows of the guide, and which of them are heads."""
    rows: list[tuple[str, str, str]] = [(GUIDE_TITLE, "", ""), ("", "", "")]
    heads = [1]
    rows += [(step.say_in(language), "", "") for step in GUIDE_STEPS]
    groups = {group.id: group.label.say_in(language) for group in GROUPS}
    rows += [("", "", ""), (Text("Tombol", "Buttons").say_in(language), "", "")]
    heads.append(len(rows))
    rows += [
        (groups[button.group], button.label.say_in(language), button.supertip.say_in(language))
        for button in BUTTONS
    ]
    functions = Text("Fungsi di dalam sel (Windows)", "Functions in cells (Windows)")
    rows += [("", "", ""), (functions.say_in(language), "", "")]
    heads.append(len(rows))
    rows += [
        (
            function.name,
            f"={function.name}({'; '.join(one.name for one in function.parameters)})",
            function.help.say_in(language),
        )
        for function in FUNCTIONS
    ]
    return rows, heads
