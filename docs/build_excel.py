"""Write the tables of buttons and functions into docs/excel.md: `python docs/build_excel.py`.

The rest of the guide is written by hand. A test fails when the tables are stale.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from build_fungsi import call, cells

from selaras_addin.functions import FUNCTIONS
from selaras_addin.ribbon import BUTTONS, GROUPS, TAB_KEYTIP

PAGE = Path(__file__).with_name("excel.md")


def page(text: str) -> str:
    """Return the guide with its tables written anew. Raises ValueError without their places."""
    tables = {"tombol": _buttons(), "fungsi": _functions()}
    for name, lines in tables.items():
        head = f"<!-- {name}: dibuat oleh docs/build_excel.py -->\n"
        before, found, rest = text.partition(head)
        _old, end, after = rest.partition(f"<!-- /{name} -->")
        if not found or not end:
            raise ValueError(f"excel.md has no place for {name}")
        text = before + head + "\n".join(lines) + "\n" + end + after
    return text


def _buttons() -> Iterator[str]:
    yield "| grup | tombol | Alt | kegunaan |"
    yield "|---|---|---|---|"
    for group in GROUPS:
        for button in BUTTONS:
            if button.group == group.id:
                keys = f"{TAB_KEYTIP}, {button.keytip}"
                yield f"| {group.label.id} | {button.label.id} | {keys} | {button.supertip.id} |"


def _functions() -> Iterator[str]:
    yield "| fungsi | kegunaan | contoh | hasilnya |"
    yield "|---|---|---|---|"
    for function in FUNCTIONS:
        result = cells(function.example.result)
        yield f"| `{function.name}` | {function.help.id} | `{call(function)}` | `{result}` |"


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
