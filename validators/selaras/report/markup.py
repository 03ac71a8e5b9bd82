"""HTML by construction: text is escaped where an element is made, so that none is forgotten."""

from __future__ import annotations

from selaras.report.words import clean

_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})


class Html(str):
    """Markup that is safe already."""

    __slots__ = ()


NO_HTML = Html("")


def text(words: str) -> Html:
    """Return words from anywhere as markup that shows them, on one line."""
    return words if isinstance(words, Html) else Html(clean(words).translate(_ESCAPED))


def join(*parts: str) -> Html:
    """Return parts one after the other, text among them escaped."""
    return Html("".join(map(text, parts)))


def el(name: str, *children: str, **attributes: str | None) -> Html:
    """Return an element; an attribute that is None is left out, `class_` is `class`."""
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{text(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Html(f"<{name}{given}>{join(*children)}</{name}>")
