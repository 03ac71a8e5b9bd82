"""The document as a whole: its tables with their heads and the words around them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from . import facts
from .heads import OFFICIAL, Head
from .source import TABLES, Table, read


@dataclass(frozen=True)
class Document:
    """Tables, heads, titles and paragraphs by the table's name."""

    tables: Mapping[str, Table]
    heads: Mapping[str, Head]
    titles: Mapping[str, tuple[str, ...]]
    paragraphs: Mapping[str, tuple[str, ...]]


PRINTED = Document({name: read(name) for name in TABLES}, OFFICIAL, facts.TITLES, facts.PARAGRAPHS)
"""The document as it was printed, mistakes and all."""
