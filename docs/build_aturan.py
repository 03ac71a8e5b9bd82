"""Write docs/aturan/ from the rules themselves: `python docs/build_aturan.py`.

One page a family, in Indonesian with its English twin below each rule, and an index. The pages hold
nothing that does not stand in the rules; a test fails when they are stale.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from selaras.report.words import SEVERITY
from selaras.rule.examples import WHOLE_DOCUMENT
from selaras.rule.registry import FAMILIES, Example, Rule, Speaks
from selaras.rules import registry
from selaras.values.a1 import column_letters

FOLDER = Path(__file__).with_name("aturan")
#: Examples of each kind that a page shows; a rule may have more, as tests.
SHOWN = 2
NOTE = "<!-- Dibuat dari aturannya oleh docs/build_aturan.py; jangan diubah di sini. -->"


def pages() -> dict[str, str]:
    """Return every page by its file name."""
    rules = list(registry().values())
    made = {"README.md": "\n".join(_index(rules)) + "\n"}
    for family in FAMILIES:
        own = [rule for rule in rules if rule.family == family]
        if own:
            made[f"{family}.md"] = "\n".join(_family(family, own)).rstrip() + "\n"
    return made


def _index(rules: list[Rule]) -> Iterator[str]:
    yield NOTE
    yield "# Aturan Selaras"
    yield ""
    yield (
        "Setiap aturan dengan tingkat bawaannya. `selaras explain KODE` menampilkan penjelasan "
        "yang sama di terminal. *(Every rule with its default severity; each page has an English "
        "twin.)*"
    )
    for family, (_, title) in FAMILIES.items():
        own = [rule for rule in rules if rule.family == family]
        if not own:
            continue
        yield ""
        yield f"## [{family}: {title.id}]({family}.md)"
        yield ""
        yield "| kode | nama | tingkat | memeriksa |"
        yield "|---|---|---|---|"
        for rule in own:
            severity = SEVERITY[rule.severity].id
            link = f"[{rule.code}]({family}.md#{rule.code.lower()})"
            yield f"| {link} | {rule.name} | {severity} | {_line(rule.title.id)} |"


def _family(family: str, rules: list[Rule]) -> Iterator[str]:
    title = FAMILIES[family][1]
    yield NOTE
    yield f"# {family}: {title.id} ({title.en})"
    for rule in rules:
        yield ""
        yield f"## {rule.code}"
        yield ""
        severity = SEVERITY[rule.severity]
        yield f"**{rule.name}** · {severity.id} ({severity.en})"
        yield ""
        yield rule.text.id
        yield ""
        yield f"Dasar: {rule.basis.id}."
        for example in _shown(rule):
            yield ""
            yield from _example(example)
        yield ""
        yield "<details><summary>English</summary>"
        yield ""
        yield rule.text.en
        yield ""
        yield f"Basis: {rule.basis.en}."
        yield ""
        yield "</details>"


def _shown(rule: Rule) -> list[Example]:
    flagged = [example for example in rule.examples if isinstance(example, Speaks)]
    right = [example for example in rule.examples if not isinstance(example, Speaks)]
    return [*flagged[:SHOWN], *right[:SHOWN]]


def _example(example: Example) -> Iterator[str]:
    """Yield an example as a table; the cells that the rule names are bold."""
    named = set()
    if isinstance(example, Speaks):
        named = {line.split()[0] for line in example.expects.splitlines() if line.strip()}
        yield "Contoh yang ditandai:" if named != {"-"} else "Contoh yang ditandai (buku kerja):"
    else:
        yield "Contoh yang benar:"
    sheets: list[tuple[str, list[str]]] = []
    text = example.sheet.removeprefix(f"== {WHOLE_DOCUMENT}\n")
    for line in text.splitlines():
        if line.startswith("== "):
            sheets.append((line[3:].strip(), []))
        elif not line.startswith("-- "):
            if not sheets:
                sheets.append((example.table, []))
            sheets[-1][1].append(line)
    for number, (table, lines) in enumerate(sheets, 1):
        yield ""
        if len(sheets) > 1 and table != "-":
            yield f"*{table}*"
            yield ""
        yield from _sheet(lines, named, f"Lembar{number}!")


def _sheet(lines: list[str], named: set[str], prefix: str) -> Iterator[str]:
    rows = [line.split("|") for line in lines]
    width = max(map(len, rows))
    yield "| |" + "|".join(column_letters(column) for column in range(1, width + 1)) + "|"
    yield "|---|" + "---|" * width
    for row, cells in enumerate(rows, 1):
        shown = []
        for column in range(1, width + 1):
            text = _cell(cells[column - 1]) if column <= len(cells) else ""
            address = f"{column_letters(column)}{row}"
            marked = address in named or prefix + address in named
            shown.append(f"**{text or '(kosong)'}**" if marked else text)
        yield f"|{row}|" + "|".join(shown) + "|"


def _cell(text: str) -> str:
    plain = text.strip().replace("@", " ").replace("<", "&lt;")
    return plain[1:] if plain[:1] == "#" and plain[1:2].isdigit() else plain


def _line(text: str) -> str:
    return text.replace("|", "\\|")


def main() -> None:
    """Write all pages and take away those of families that are gone."""
    FOLDER.mkdir(exist_ok=True)
    made = pages()
    for path in FOLDER.glob("*.md"):
        if path.name not in made:
            path.unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
