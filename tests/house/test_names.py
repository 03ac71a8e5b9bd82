"""Code speaks English and the nouns of the field; one public name has one meaning."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from importlib import resources

import pytest

from selaras.rule.registry import FAMILIES
from selaras_addin.commands import BUTTON_COMMANDS

from .names import ROOT, SOURCES, Name, find_modules, find_names, find_public_names, split_words

OTHERS = ("tests", "benchmarks", "examples", "docs")
GLOSSARY = ROOT / "docs" / "kosakata.md"
#: What users see or type keeps its words: the ids of buttons, the functions in cells with their
#: arguments, and the keywords of `selaras.check`, which are those of the settings file.
OF_USERS = {
    "addin/selaras_addin/udfs.py",
    "validators/selaras/api.py",
}
#: Defined in several modules with one meaning: what a module offers to those who find it by name.
OFFERED = {"T", "EXAMPLES", "add_arguments", "execute", "main", "run", "summary"}


@cache
def english() -> frozenset[str]:
    """Return the words of an English dictionary, without the Indonesian ones among them."""
    import gzip

    packed = resources.files("spellchecker").joinpath("resources/en.json.gz").read_bytes()
    ours = (ROOT / "tests" / "house" / "indonesian.txt").read_text(encoding="utf-8").split()
    return frozenset(json.loads(gzip.decompress(packed))) - frozenset(ours)


@cache
def glossary() -> frozenset[str]:
    """Return the words that the glossary explains or lists."""
    return frozenset(re.findall(r"`([a-z]+)`", GLOSSARY.read_text(encoding="utf-8")))


def find_foreign(names: Iterable[Name]) -> list[str]:
    """Return the names with a part that is no English word and not in the glossary."""
    known = english() | glossary()
    return [
        f"{name.file}:{name.line} {name.text} ({word})"
        for name in names
        for word in split_words(name.text)
        if len(word) > 1 and word not in known and not _is_kept(name)
    ]


def _is_kept(name: Name) -> bool:
    return name.text.startswith("__") or name.file in OF_USERS or name.text in BUTTON_COMMANDS


def find_doubles(names: Iterable[Name]) -> dict[str, set[str]]:
    """Return the public names that several modules define, with these modules."""
    files: dict[str, set[str]] = defaultdict(set)
    for name in names:
        files[name.text].add(name.file)
    return {text: at for text, at in files.items() if len(at) > 1 and text not in OFFERED}


@pytest.mark.parametrize("folder", [*SOURCES, *OTHERS])
def test_names_are_english_or_of_the_field(folder: str) -> None:
    names = [name for path in find_modules(folder) for name in find_names(path)]
    assert find_foreign(names) == [], f"rename it, or explain the word in {GLOSSARY.name}"


def test_modules_are_english_but_for_rules() -> None:
    """A rule's file bears the name of the rule, which users see."""
    families = {family.lower() for family in FAMILIES}
    names = [
        Name(path.stem, str(path.relative_to(ROOT)), 1)
        for path in find_modules(*SOURCES, "tests", "benchmarks", "examples")
        if path.parent.name not in families or path.stem.startswith("_")
    ]
    foreign = find_foreign(names)
    assert [one for one in foreign if one.rpartition("(")[2][:-1] not in families] == []


def test_a_public_name_has_one_meaning() -> None:
    names = [name for path in find_modules(*SOURCES) for name in find_public_names(path)]
    assert find_doubles(names) == {}, "give one of them a name that tells what it is"


def test_an_indonesian_name_and_a_double_are_found() -> None:
    bad = Name("baca_lembar", "validators/selaras/intake/reader.py", 1)
    assert len(find_foreign([bad])) == 2
    assert find_foreign([bad._replace(text="read_kegiatan")]) == []
    twice = [bad._replace(text="Row"), Name("Row", "validators/selaras/model/row.py", 1)]
    assert find_doubles(twice) == {"Row": {twice[0].file, twice[1].file}}


def test_the_glossary_explains_each_word_in_both_languages() -> None:
    rows = re.findall(r"^\| `(\w+)` \|(.*)\|(.*)\|$", GLOSSARY.read_text("utf-8"), re.MULTILINE)
    assert len(rows) >= 60
    assert [word for word, *lines in rows if not all(line.strip() for line in lines)] == []
    words = [word for word, *_ in rows]
    assert sorted(words) == sorted(set(words))
