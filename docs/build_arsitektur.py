"""Write docs/arsitektur.md: `python docs/build_arsitektur.py`.

The floors are those of the import contract in pyproject.toml, what a room is for is its docstring,
and each step of the way is a function that is there: a test fails when the page is stale.
"""

from __future__ import annotations

import importlib
import textwrap
import tomllib
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).parents[1]
PAGE = Path(__file__).with_name("arsitektur.md")
CONTRACT = "Dependencies point one way"
WIDTH = 100
#: Ways in, not rooms.
DOORS = ("__main__", "dev")

#: From the bytes of a file to the words of a report: what is called, and what it does.
WAY: tuple[tuple[str, str], ...] = (
    (
        "selaras.batch.run.check_many",
        "gives each workbook to a child process of its own, with limits of time and memory; a file "
        "that kills its child is reported like any other.",
    ),
    (
        "selaras.intake.read_book",
        "reads the bytes, of whatever format, into a `Book`: sheets of cells that know their "
        "address, with no meaning yet. What must not be read is a typed refusal.",
    ),
    (
        "selaras.recognise.recognise",
        "finds heads among the cells and says which official table stands below them, whatever the "
        "order and the wording. The words of each column are those of `selaras.tables`.",
    ),
    (
        "selaras.recognise.rows.read_rows",
        "tells what each row is: a program, a rincian, a further indikator, a total, a heading ...",
    ),
    (
        "selaras.recognise.tree.build_tree",
        "gives every row its parent, by kode, or by what numbering, looks, formulas and sums say.",
    ),
    (
        "selaras.model.column_values.read_column_amounts",
        "reads a cell: \"1.250.000\" becomes 1250000, when the first rule asks for the column; "
        "reading the forms of money, kode and target is the business of `selaras.values`.",
    ),
    (
        "selaras.engine.run.check_book",
        "chooses the rules that have something to look at, by the list of cards, and runs each by "
        "itself; one that fails is a finding and no crash.",
    ),
    (
        "selaras.rules.jml.program.check_program_sums",
        "is such a rule, JML002: it compares the amount of a program with the sum of its kegiatan.",
    ),
    (
        "selaras.model.row.Row.build_finding",
        "makes the finding: the cell, what stands there, what should, and what to do, in both "
        "languages.",
    ),
    (
        "selaras.engine.finish.finish_findings",
        "puts the findings in order, groups them, gives each its fingerprint and names its cause.",
    ),
    (
        "selaras.apart.run.SetApart.apply",
        "sets apart what a waiver or the baseline covers.",
    ),
    (
        "selaras.report.json_report.as_json",
        "writes the report; text and HTML are writers beside it.",
    ),
)  # fmt: skip

HEAD = """\
<!-- Written by docs/build_arsitektur.py from pyproject.toml and the docstrings; do not edit. -->
# The house

One page for whoever enters the code: which rooms there are, what each holds, and how the value of a
cell becomes a finding. A room imports only from the rooms below it; `lint-imports` holds that.
The words are those of [kosakata.md](kosakata.md).
"""

FOOT = """\
## The other two houses

`addin/selaras_addin` is the Excel side: `ribbon.py` and `functions.py` are the tables of the
buttons and of the functions in cells; `commands/` is what a button does, on the open workbook in
`live/`; `fixes/`, `comparison/` and `udf/` reckon without Excel; `xlam/` builds the add-in, and
`setup/` installs it. `workbook_templates/selaras_templates` makes empty workbooks from the same
`selaras.tables` by which they are recognised: `layout/` says where things lie, `formulas/` what
they add up, `sheets/` writes them.

## Where to put what

| you want to add | go to |
|---|---|
| a rule | `validators/selaras/rules/`, by `python -m selaras.dev new-rule` |
| a wording of a head, a column, a table | `validators/selaras/tables/` |
| a way in which people write money, kode or targets | `validators/selaras/values/` |
| a file format | `validators/selaras/intake/` |
| a kind of row, a layout | `validators/selaras/recognise/` |
| an answer to \"is this the same thing in two tables?\" | `validators/selaras/compare/` |
| a format of the report | `validators/selaras/report/` |
| a button, a function in cells | `addin/selaras_addin/ribbon.py`, `functions.py` |

Step by step: [CONTRIBUTING](../CONTRIBUTING.md) and [addin/README](../addin/README.md).
"""


def read_layers() -> list[list[str]]:
    """Return the floors of the engine from the top down, each with its rooms."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    layers = next(one["layers"] for one in contracts if one["name"] == CONTRACT)
    return [layer.split(" | ") for layer in layers]


def describe_room(name: str) -> str:
    """Return the first sentence of a room's docstring."""
    text = importlib.import_module(f"selaras.{name}").__doc__ or ""
    return " ".join(text.strip().split("\n\n")[0].split())


def draw_floors() -> Iterator[str]:
    """Yield the drawing: a floor each, from the top down, its rooms with what they are for."""
    yield "```text"
    edges = iter("┌┐")
    for rooms in read_layers():
        shown = [room for room in rooms if room not in DOORS]
        if not shown:
            continue
        left, right = next(edges, "├"), next(edges, "┤")
        yield f"{left}{'─' * (WIDTH - 2)}{right}"
        for room in shown:
            text = textwrap.wrap(describe_room(room), WIDTH - 17)
            for name, line in zip([room, *[""] * len(text)], text, strict=False):
                yield f"│ {name:12} {line:{WIDTH - 17}} │"
    yield f"└{'─' * (WIDTH - 2)}┘"
    yield "```"


def resolve(path: str) -> object:
    """Return the function that a dotted path names; ImportError or AttributeError for none."""
    parts = path.split(".")
    for end in range(len(parts), 0, -1):
        try:
            found: object = importlib.import_module(".".join(parts[:end]))
        except ModuleNotFoundError:
            continue
        for part in parts[end:]:
            found = getattr(found, part)
        return found
    raise ImportError(path)


def page() -> str:
    """Return the page."""
    lines = [HEAD, "## The floors\n", *draw_floors(), "", "## How a cell becomes a finding\n"]
    for number, (path, said) in enumerate(WAY, 1):
        resolve(path)
        lines += textwrap.wrap(
            f"{number}. `{path}` {said}", 118, subsequent_indent="   ", break_long_words=False
        )
    return "\n".join([*lines, "", FOOT])


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
