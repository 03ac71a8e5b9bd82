"""Draws temuan.svg beside this file: what `selaras check` says of the example on a terminal.

Run: .venv/bin/python docs/gambar/temuan.py
"""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

from selaras import check
from selaras.report.text_report import Line, workbook_lines

HERE = Path(__file__).parent
EXAMPLE = HERE.parents[1] / "examples" / "renja-mojokerto-2024.xlsx"

WIDTH, LINE, MARGIN = 96, 22, 20
LETTER = 9.03
STYLES = {
    "": 'fill="#d6d6d6"',
    "strong": 'fill="#ffffff" font-weight="bold"',
    "faint": 'fill="#8f958f"',
    "error": 'fill="#ff6b6b" font-weight="bold"',
    "warning": 'fill="#f2c14e"',
    "info": 'fill="#6ccbe0"',
}


def main() -> None:
    """Write the picture."""
    (workbook,) = check(EXAMPLE, pilih=["JML002", "JML008"]).workbooks
    shown = workbook._replace(
        path=EXAMPLE.name,
        tables=tuple(table for table in workbook.tables if table.sheet in ("T-C.31", "T-C.33")),
        findings=tuple(found for found in workbook.findings if found.sheet == "T-C.33"),
    )
    lines = list(workbook_lines(shown, "id", width=WIDTH))[:-1]
    width, height = WIDTH * LETTER + 2 * MARGIN, len(lines) * LINE + 2 * MARGIN
    texts = "\n".join(
        f'<text x="{MARGIN}" y="{MARGIN + (number + 0.75) * LINE:g}">{_spans(line)}</text>'
        for number, line in enumerate(lines)
    )
    picture = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}">\n'
        f'<rect width="{width:g}" height="{height:g}" rx="10" fill="#1d2123"/>\n'
        '<g font-family="DejaVu Sans Mono, Consolas, Menlo, monospace" font-size="15" '
        f'xml:space="preserve">\n{texts}\n</g>\n</svg>\n'
    )
    (HERE / "temuan.svg").write_text(picture, "utf-8")


def _spans(line: Line) -> str:
    return "".join(f"<tspan {STYLES[style]}>{escape(text)}</tspan>" for text, style in line)


if __name__ == "__main__":
    main()
