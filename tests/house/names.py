"""The names that a module defines, and the words that they are made of."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
#: What is installed, and what makes a release.
SOURCES = ("validators", "addin", "workbook_templates")
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


class Name(NamedTuple):
    """A name where it is defined."""

    text: str
    file: str
    line: int
    #: Defined at the top of its module, without an underscore.
    is_public: bool = False


def find_modules(*folders: str) -> list[Path]:
    """Return the Python files of these folders, in a lasting order."""
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def find_names(path: Path) -> list[Name]:
    """Return every name that a module defines: functions, classes, variables, fields ..."""
    tree, file = ast.parse(path.read_text(encoding="utf-8")), str(path.relative_to(ROOT))
    public = {text for node in tree.body for text, _ in _find_defined(node)}
    return [
        Name(text, file, line, is_public=text in public and not text.startswith("_"))
        for node in ast.walk(tree)
        for text, line in _find_defined(node)
    ]


def find_public_names(path: Path) -> Iterator[Name]:
    """Yield what a module defines at its top, without an underscore."""
    tree, file = ast.parse(path.read_text(encoding="utf-8")), str(path.relative_to(ROOT))
    for node in tree.body:
        for text, line in _find_defined(node):
            if not text.startswith("_"):
                yield Name(text, file, line, is_public=True)


def _find_defined(node: ast.AST) -> Iterator[tuple[str, int]]:
    """Yield the names that one node by itself defines, with their lines."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield node.name, node.lineno
    elif isinstance(node, ast.arg):
        yield node.arg, node.lineno
    elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        yield node.id, node.lineno
    elif isinstance(node, ast.Assign):
        for target in node.targets:
            yield from _find_defined(target)
    elif isinstance(node, ast.AnnAssign):
        yield from _find_defined(node.target)
    elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
        yield node.attr, node.lineno
    elif isinstance(node, ast.ExceptHandler | ast.alias):
        name = node.name if isinstance(node, ast.ExceptHandler) else node.asname
        if name:
            yield name, node.lineno


def split_words(name: str) -> list[str]:
    """Return the words of a name in lower case: "read_KodeOpd2" gives read, kode, opd."""
    return [word.lower() for part in name.split("_") for word in _WORD.findall(part)]
