"""What stands above the rows of a table: its title, its head, the row of column numbers."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Any

from selaras.values.a1 import Area
from selaras_templates.layout import metrics
from selaras_templates.layout.places import Tata
from selaras_templates.layout.sentences import kalimat

from .canvas import Kanvas
from .style import UKURAN, UKURAN_NOMOR

#: What stands over the title, where it is more than the table's name.
_NOMOR_TABEL = {"E.81": "Formulir E.81", "SIPD-17": "Bentuk SIPD-RI (17 kolom)"}


def judul(kanvas: Kanvas) -> None:
    """Write the three lines of the title."""
    spec = kanvas.tata.spec
    name = spec.name if spec.name.startswith("Tabel") else f"Tabel {spec.name}"
    lines = (_NOMOR_TABEL.get(spec.name, name), spec.printed_title, "{opd} {pemda}")
    look = kanvas.gaya.format(bold=True, font_size=11, align="center", text_wrap=True)
    last = len(kanvas.tata.kolom) - 1
    for row, line in enumerate(lines, 1):
        kanvas.sheet.merge_range(row - 1, 0, row - 1, last, "", look)
        kanvas.tulis(row, 0, kalimat(line, kanvas.setelan, spec.periode), look)
        kanvas.sheet.set_row(row - 1, 16)
    kanvas.sheet.set_row(3, 8)


def kepala(kanvas: Kanvas) -> None:
    """Write the head, each row as high as its words need."""
    tata = kanvas.tata
    top = tata.number_row - tata.tinggi_kepala
    needed = [1.0] * tata.tinggi_kepala
    for kotak in tata.head:
        look = kanvas.gaya.format_head(is_helper=kotak.kiri >= len(tata.kolom))
        first, last = top + kotak.atas, top + kotak.bawah
        if (kotak.atas, kotak.kiri) != (kotak.bawah, kotak.kanan):
            kanvas.sheet.merge_range(first - 1, kotak.kiri, last - 1, kotak.kanan, "", look)
        kanvas.tulis(first, kotak.kiri, kotak.isi, look)
        room = sum(kanvas.tata.widths[kotak.kiri : kotak.kanan + 1])
        rows = kotak.bawah - kotak.atas + 1
        lines = metrics.lines(kotak.isi.teks, room - 1, UKURAN, bold=True) / rows
        for row in range(kotak.atas, kotak.bawah + 1):
            needed[row] = max(needed[row], lines)
    for row, lines in enumerate(needed):
        kanvas.sheet.set_row(top + row - 1, ceil(metrics.height(1, UKURAN) * lines))


def tabel(kanvas: Kanvas, formulas: Sequence[str]) -> None:
    """Write the row of column numbers, and make it the head of a table of Excel's own.

    Such a table fills the formulas of its columns, given here from left to right and blank for
    none, into rows that are inserted.
    """
    tata = kanvas.tata
    look = kanvas.gaya.format_numbers()
    numbers = tata.angka_kolom
    lines = max(
        metrics.lines(number, width - 1, UKURAN_NOMOR)
        for number, width in zip(numbers, kanvas.tata.widths, strict=True)
    )
    kanvas.sheet.set_row(tata.number_row - 1, metrics.height(lines, UKURAN_NOMOR))
    if any(formulas):
        columns: list[dict[str, Any]] = [
            {"header": number, "header_format": look, **({"formula": f} if f else {})}
            for number, f in zip(numbers, formulas, strict=True)
        ]
        kanvas.sheet.add_table(
            tata.number_row - 1,
            0,
            tata.batas - 2,
            len(numbers) - 1,
            {
                "name": nama_tabel(tata),
                "columns": columns,
                "autofilter": False,
                "style": None,
            },
        )
    for place, number in enumerate(numbers):
        kanvas.sheet.write_string(tata.number_row - 1, place, number, look)
    area = str(Area(tata.number_row, 1, tata.batas, len(numbers)))
    kanvas.sheet.ignore_errors(
        {
            "number_stored_as_text": area,
            "calculated_column": area,
            "formula_differs": area,
            "formula_unlocked": area,
        }
    )


def nama_tabel(tata: Tata) -> str:
    """Return the name of the table of Excel's own."""
    return "tabel_" + "".join(c if c.isalnum() else "_" for c in tata.spec.name)
