"""For developers, in a checkout: `python -m selaras.dev new-rule ISI002 tanpa-lokasi`.

It writes the file of a rule with examples to fill in. The same command again, once they are, writes
what follows from the rule: the list that a check reads, the snapshot of codes, the pages of the
docs, and a corruption made from the example in which the rule speaks. No wheel holds this module.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
import sys
from pathlib import Path

from selaras.rule.registry import FAMILIES, Rule, Speaks
from selaras.rules import registry, write_cards
from selaras.values.a1 import column_number

ROOT = Path(__file__).resolve().parents[2]
RULES = ROOT / "validators" / "selaras" / "rules"
SNAPSHOT = ROOT / "tests" / "rules" / "rules.json"
MUTATIONS = ROOT / "tests" / "rules" / "mutations"
PAGES = ROOT / "docs" / "build_aturan.py"

#: How many corruptions a rule must have.
FEWEST_CORRUPTIONS = 5
_CODE = re.compile(r"[A-Z]{3}\d{3}")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LEVELS = {3: "program", 5: "kegiatan", 6: "sub_kegiatan"}

_RULE = '''"""{code}: (what is wrong, in one line)."""

from __future__ import annotations

from selaras.rule import Findings, Severity, Silent, Speaks, Text, table_rule
from selaras.rule.seen import Table


@table_rule(
    "{code}",
    "{name}",
    Severity.WARNING,
    basis="planning",
    english="""(What holds when all is well, in one sentence.)

    Why: (what goes wrong otherwise).

    Fix: (what to do in the cell).
    """,
)
def check_rows(table: Table) -> Findings:
    """(Yang berlaku bila semuanya benar, dalam satu kalimat.)

    Mengapa: (akibatnya bila tidak).

    Perbaikan: (yang dilakukan di selnya).
    """
    for row in table.main_rows:
        if row.text("lokasi") == "(…)":
            yield row.build_finding(
                "lokasi",
                Text("(Apa yang salah.)", "(What is wrong.)"),
                advice=Text("(Apa yang dilakukan.)", "(What to do.)"),
            )


#: A head of column keys, then rows; "B2 expected=300 actual=301" is what it must say, one a line.
EXAMPLES = (
    Silent("kode|nama|lokasi|pagu\\n2.17.01.2.01.0001|S|Kab. A|30"),
    Speaks("kode|nama|lokasi|pagu\\n2.17.01.2.01.0001|S|(…)|30", "C2 actual=(…)"),
)
'''

_CORRUPTION = '''

@corrupt("{code}", variants=({variants}))
def {function}(k: Corruption, value: Value) -> Place:
    """As in the example of the rule."""
    table = k.draw_table("{table}")
    row = k.draw_one(row for row in k.find_rows(table, "{kind}") if row.values.get("{key}"))
    return k.write(table, row, "{key}", value)
'''


def write_rule(code: str, name: str) -> list[str]:
    """Write what a rule still lacks; return what was written and what is left to do, a line each.

    Raises ValueError, with a sentence, for a code or name that cannot be the rule's.
    """
    path = _check_names(code, name)
    if not path.exists():
        path.write_text(_RULE.format(code=code, name=name), encoding="utf-8")
        return [
            f"wrote {path.relative_to(ROOT)}",
            "fill in what stands in brackets and name its function, then give the command again",
        ]
    return [*_write_derived(), *_write_corruption(registry()[code])]


def _check_names(code: str, name: str) -> Path:
    """Return the file of the rule."""
    if not _CODE.fullmatch(code) or code[:3] not in FAMILIES:
        raise ValueError(f"a code is one of {', '.join(FAMILIES)} and three digits: {code}")
    if not _NAME.fullmatch(name):
        raise ValueError(f"a name is words joined by hyphens: {name}")
    path = RULES / code[:3].lower() / f"{name.replace('-', '_')}.py"
    known = json.loads(SNAPSHOT.read_text(encoding="utf-8"))
    if code in known and not path.exists():
        raise ValueError(f"{code} is {known[code][0]}; a code is never used again")
    return path


def _write_derived() -> list[str]:
    """Write the list of rules, the snapshot and the pages."""
    rules = registry()
    cards = Path(write_cards.REGISTER_FILE)
    cards.write_text(write_cards.build_register(), encoding="utf-8", newline="\n")
    known = {code: [rule.name, str(rule.severity)] for code, rule in rules.items()}
    SNAPSHOT.write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")
    spec = importlib.util.spec_from_file_location("build_aturan", PAGES)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for file, page in module.pages().items():
        (module.FOLDER / file).write_text(page, encoding="utf-8")
    return [f"wrote {path.relative_to(ROOT)}" for path in (cards, SNAPSHOT, module.FOLDER)]


def _write_corruption(rule: Rule) -> list[str]:
    """Write a corruption from the first example in which the rule speaks, unless it has one."""
    if any(f'"{rule.code}"' in path.read_text("utf-8") for path in MUTATIONS.glob("*.py")):
        return []
    example = next(one for one in rule.examples if isinstance(one, Speaks))
    spoilt = _find_spoilt(example)
    if spoilt is None:
        return [f"write {FEWEST_CORRUPTIONS} corruptions in {MUTATIONS.relative_to(ROOT)} by hand"]
    kind, key, value = spoilt
    path = _find_module(rule.family)
    variants = '" ", "-", "–", "—", None' if value is None else f"{value!r},"
    before = path.read_text("utf-8").count("def spoil_as_example_")
    function = f"spoil_as_example_{before + 1}"
    text = _CORRUPTION.format(
        code=rule.code,
        variants=variants,
        function=function,
        kind=kind,
        key=key,
        table=example.table,
    )
    path.write_text(path.read_text("utf-8").rstrip("\n") + "\n" + text, encoding="utf-8")
    written = [f"wrote a corruption in {path.relative_to(ROOT)}"]
    if value is not None:
        written.append(f"give it more variants: a rule has at least {FEWEST_CORRUPTIONS}")
    return written


def _find_spoilt(example: Speaks) -> tuple[str, str, str | None] | None:
    """Return the level of the row, the key of the column and what stands in the wrong cell."""
    said = re.match(r"([A-Z]+)(\d+)", example.expects)
    lines = example.sheet.splitlines()
    if said is None or any(line.startswith(("==", "--")) for line in lines):
        return None
    keys, row = lines[0].split("|"), lines[int(said[2]) - 1].split("|")
    kind = _LEVELS.get(len(row[keys.index("kode")].split("."))) if "kode" in keys else None
    if kind is None:
        return None
    column = column_number(said[1]) - 1
    return kind, keys[column], row[column] or None


def _find_module(family: str) -> Path:
    """Return the module that holds the corruptions of a family: that with most of them."""
    paths = sorted(MUTATIONS.glob("*.py"))
    return max(paths, key=lambda path: path.read_text("utf-8").count(f'@corrupt("{family}'))


def main() -> int:
    """Write a rule; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m selaras.dev", description=__doc__)
    actions = parser.add_subparsers(dest="action", required=True)
    new = actions.add_parser("new-rule", help="write a rule's file, then what follows from it")
    new.add_argument("code", help="ISI002")
    new.add_argument("name", help="tanpa-lokasi")
    options = parser.parse_args()
    try:
        print("\n".join(write_rule(options.code, options.name)))
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
