"""Pieces of generated VBA."""

from __future__ import annotations

from collections.abc import Iterable


def quote_vba(text: str) -> str:
    """Return a VBA string literal. Raises ValueError for a line break, which it cannot hold."""
    if "\n" in text or "\r" in text:
        raise ValueError(f"a line break in a VBA string: {text!r}")
    return '"' + text.replace('"', '""') + '"'


def write_module_text(name: str, lines: Iterable[str]) -> str:
    """Return the text of a standard module with these lines."""
    head = [f"Attribute VB_Name = {quote_vba(name)}", "Option Explicit", ""]
    return "\n".join([*head, *lines]) + "\n"
