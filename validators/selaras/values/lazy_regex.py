"""Regular expressions that are compiled when they are first used: no run needs all of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

_METHODS = ("findall", "fullmatch", "match", "search", "sub")


class LazyPattern:
    """A regular expression by its text and flags, used like what `re.compile` returns."""

    __slots__ = ("_flags", "_text", *_METHODS)

    findall: Callable[[str], list[Any]]
    fullmatch: Callable[[str], re.Match[str] | None]
    match: Callable[[str], re.Match[str] | None]
    search: Callable[[str], re.Match[str] | None]
    sub: Callable[[str, str], str]

    def __init__(self, text: str, flags: int = 0) -> None:
        self._text = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        # Asked only for what is not there yet: from now on the methods are those of the pattern.
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self._text, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(self, name)
