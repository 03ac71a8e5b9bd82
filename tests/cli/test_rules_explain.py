"""`selaras rules` and `selaras explain`: the same text in both languages, by code or by name."""

from __future__ import annotations

import json

from plans import Run

from selaras.cli.explain import explanation
from selaras.rules import registry


def test_list_has_every_rule_once(run: Run) -> None:
    lines = run("rules").stdout.splitlines()
    for code in registry():
        assert sum(line.startswith(f"  {code}  ") for line in lines) == 1


def test_list_as_json(run: Run) -> None:
    rules = json.loads(run("rules", "--format", "json", "--lang", "en").stdout)["rules"]
    assert [rule["code"] for rule in rules] == list(registry())
    program = next(rule for rule in rules if rule["code"] == "JML002")
    assert program["name"] == "jumlah.program"
    assert program["title"] == "The amount of a program is the sum of its kegiatan."


def test_explanation_says_what_why_how_and_shows_it(run: Run) -> None:
    said = run("explain", "jml002").stdout
    for part in (
        "JML002  jumlah.program  (kesalahan)",
        "Mengapa:",
        "Perbaikan:",
        "Dasar: ",
        "Contoh yang ditandai:\n  T-C.33\n",
        "→ C2: tertulis 301, seharusnya 300",
        "  2  2.17.01       P     301",
        "--ignore JML002",
    ):
        assert part in said


def test_name_and_english(run: Run) -> None:
    by_name = run("explain", "jumlah.program", "--lang", "en").stdout
    assert by_name == run("explain", "JML002", "--lang", "en").stdout
    assert "Why:" in by_name


def test_every_rule_can_be_explained() -> None:
    for rule in registry().values():
        for language in ("id", "en"):
            lines = list(explanation(rule, language))  # type: ignore[arg-type]
            assert len(lines) > 5
            assert all("\n" not in line for line in lines)


def test_version(run: Run) -> None:
    from selaras import __version__

    assert run("--version").stdout == f"selaras {__version__}\n"
