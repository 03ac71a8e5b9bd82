"""Every rule does what its own examples say, explains itself, and keeps its code."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from selaras.rule.examples import build_example
from selaras.rule.registry import FAMILIES, Example, Rule, Silent, Speaks
from selaras.rules import list_cards, registry
from selaras.rules.write_cards import REGISTER_FILE, build_register
from selaras.values.finding import Finding, Severity

from .running import find_findings, write_line

SNAPSHOT = Path(__file__).with_name("rules.json")
RULES = registry()
CHECKED = [rule for rule in RULES.values() if rule.scope != "run"]


def findings(rule: Rule, example: Example) -> list[Finding]:
    return find_findings(build_example(example), [rule])


def examples(kind: type[Silent] | type[Speaks]) -> list[object]:
    return list(_examples(kind))


def _examples(kind: type[Silent] | type[Speaks]) -> Iterator[object]:
    for rule in CHECKED:
        for number, example in enumerate(rule.examples):
            if isinstance(example, kind):
                yield pytest.param(rule, example, id=f"{rule.code}-{number}")


@pytest.mark.parametrize(("rule", "example"), examples(Silent))
def test_silent(rule: Rule, example: Silent) -> None:
    assert [write_line(finding) for finding in findings(rule, example)] == []


@pytest.mark.parametrize(("rule", "example"), examples(Speaks))
def test_speaks(rule: Rule, example: Speaks) -> None:
    said = [write_line(finding) for finding in findings(rule, example)]
    assert said == example.expects.splitlines()


@pytest.mark.parametrize(("rule", "example"), examples(Silent))
def test_no_other_rule_finds_an_error_in_a_good_example(rule: Rule, example: Silent) -> None:
    errors = [
        f"{finding.code} {write_line(finding)}: {finding.message.id}"
        for finding in find_findings(build_example(example))
        if finding.severity is Severity.ERROR and finding.code not in BESIDES.get(rule.code, ())
    ]
    assert errors == []


#: Good for the one rule, and by intention bad for the other.
BESIDES = {"JML001": ("ANG005",), "JML004": ("JML007",), "RKP001": ("KOD003",)}


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_explains_itself_in_both_languages(rule: Rule) -> None:
    for text, words in (
        (rule.text.id, ("Mengapa: ", "Perbaikan: ")),
        (rule.text.en, ("Why: ", "Fix: ")),
    ):
        first, *others = text.split("\n\n")
        assert first.endswith(".")
        assert len(" ".join(first.split())) <= 120
        for word in words:
            assert any(paragraph.startswith(word) for paragraph in others), word
    assert rule.basis.id
    assert rule.basis.en
    assert rule.name.partition(".")[0] == FAMILIES[rule.family][0]


@pytest.mark.parametrize("rule", CHECKED, ids=[rule.code for rule in CHECKED])
def test_shows_itself_silent_and_speaking(rule: Rule) -> None:
    kinds = {type(example) for example in rule.examples}
    assert kinds == {Silent, Speaks}


@pytest.mark.parametrize(("rule", "example"), examples(Speaks))
def test_findings_are_said_in_both_languages(rule: Rule, example: Speaks) -> None:
    for finding in findings(rule, example):
        for text in (*finding.message, *finding.advice):
            assert text, finding
            assert text == " ".join(text.split()), text
            assert text.endswith((".", ")", "!")) or "#REF!" in text, text
            assert "None" not in text, text


def test_a_code_keeps_its_meaning() -> None:
    """Codes are never reused: extend the file when a rule is new, change no line of it."""
    known = json.loads(SNAPSHOT.read_text(encoding="utf-8"))
    now = {code: [rule.name, str(rule.severity)] for code, rule in RULES.items()}
    assert {code: now.get(code) for code in known} == known
    assert set(now) == set(known), "add the new rule to rules.json"


def test_the_list_of_rules_is_what_the_rules_say() -> None:
    """A check reads the list and imports only the rules that have something to look at."""
    again = "write it again: python -m selaras.rules.write_cards"
    assert Path(REGISTER_FILE).read_text(encoding="utf-8") == build_register(), again
    assert list_cards() == [rule.card for rule in RULES.values()]
    assert all(card.load() is RULES[card.code] for card in list_cards())
