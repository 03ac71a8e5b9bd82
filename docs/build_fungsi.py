"""Write docs/fungsi.md from the table of the functions in cells: `python docs/build_fungsi.py`.

What it says of a function stands in the table; a test fails when it is stale.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from selaras_addin.functions import FUNCTIONS, Cells, Function

PAGE = Path(__file__).with_name("fungsi.md")
NOTE = "<!-- Dibuat dari addin/selaras_addin/functions.py oleh docs/build_fungsi.py. -->"
_INTRODUCTION = (
    "# Fungsi di dalam sel",
    "",
    "Fungsi Selaras membaca satu sel atau sekolom sekaligus: hasilnya turun ke bawah (*spill*) "
    "sepanjang kolom itu. Satu rumus untuk seluruh kolom jauh lebih cepat daripada satu rumus per "
    "baris. Sel kosong tetap kosong, dan yang keliru dikatakan dengan kalimat, bukan `#VALUE!`. "
    "Kode yang terpecah di beberapa kolom diberikan sebagai satu rentang, misalnya `A8:F149`. "
    "Nama sesudah kodenya di sel yang sama (`2.17.01 PROGRAM PENUNJANG`) tidak ikut dibaca dan "
    "bukan kekeliruan; dua kode dalam satu sel tidak ditebak, tetapi dikatakan. "
    "*(Whole columns in and out; blanks stay blank; what is wrong is said in words; codes split "
    "over columns are given as one range; a name after its code in a cell is passed over and is no "
    "mistake; of two codes in one cell none is guessed.)*",
    "",
    "Fungsi ini memerlukan Excel untuk Windows. Contoh memakai titik koma sebagai pemisah, seperti "
    "Excel berbahasa Indonesia.",
)


def page() -> str:
    """Return the whole page."""
    return (
        "\n".join([NOTE, *_INTRODUCTION, *(line for f in FUNCTIONS for line in _function(f))])
        + "\n"
    )


def _function(function: Function) -> Iterator[str]:
    names = "; ".join(f"[{p.name}]" if p.optional else p.name for p in function.parameters)
    yield ""
    yield f"## {function.name}({names})"
    yield ""
    yield f"{function.help.id} *({function.help.en})*"
    yield ""
    for parameter in function.parameters:
        yield f"- `{parameter.name}`: {parameter.help.id} *({parameter.help.en})*"
    yield ""
    yield f"`{call(function)}` menjadi `{cells(function.example.result)}`"


def call(function: Function) -> str:
    """Return the function's example as it is typed in a cell."""
    return f"={function.name}({'; '.join(map(cells, function.example.arguments))})"


def cells(given: Cells) -> str:
    """Return a cell or a column of them as Excel writes it in a formula."""
    if isinstance(given, tuple):
        return "{" + "; ".join(map(cells, given)) + "}"
    return f'"{given}"' if isinstance(given, str) else str(given)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
