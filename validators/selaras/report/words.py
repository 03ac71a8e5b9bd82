"""Words, numbers and workbook text as people read them in a report."""

from __future__ import annotations

import re
from decimal import Decimal

from selaras.report.result import Verdict
from selaras.values.finding import Finding, Severity, Shown
from selaras.values.text import Language, Text

SEVERITY: dict[Severity, Text] = {
    Severity.ERROR: Text("kesalahan", "error"),
    Severity.WARNING: Text("peringatan", "warning"),
    Severity.INFO: Text("catatan", "note"),
}

VERDICT: dict[Verdict, Text] = {
    "lolos": Text("lolos", "passed"),
    "perbaiki": Text("perbaiki", "to be corrected"),
    "kosong": Text("kosong", "empty"),
    "tidak diperiksa": Text("tidak diperiksa", "not checked"),
    "tidak terbaca": Text("tidak terbaca", "could not be read"),
}

#: Sequences that steer a terminal, then whatever else is not to be seen.
_ESCAPES = re.compile(
    "\x1b\\[[0-?]*[ -/]*[@-~]|\x1b[]PX^_].*?(?:\x07|\x1b\\\\|$)|\x1b.?", re.DOTALL
)
_BLANKS = re.compile("[\\s\x85\xa0\u2028\u2029]+")
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)

#: Decimals beyond this size stay in scientific notation.
_LONGEST = 40


def clean(text: str) -> str:
    """Return workbook text on one line, without anything that a terminal would obey."""
    if text.isascii() and text.isprintable():
        return text
    text = _UNSEEN.sub("", _BLANKS.sub(" ", _ESCAPES.sub("", text)))
    if text.isprintable():
        return text
    # Lone surrogates and code points without a character of their own.
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in text)


def shorten(text: str, width: int) -> str:
    """Return clean text of at most `width` characters, the rest as an ellipsis."""
    text = clean(text[: width * 4])
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"


def amount(value: int | Decimal, language: Language) -> str:
    """Return a number with separators: 12.076.248.802 or 98,57; in English 12,076,248,802.

    Up to four digits there is no separator: it may be a year.
    """
    if isinstance(value, Decimal) and not value.is_finite():
        return str(value)
    if isinstance(value, Decimal) and abs(value.adjusted()) > _LONGEST:
        text = str(value)
    elif -10_000 < value < 10_000:
        text = format(value, "f") if isinstance(value, Decimal) else str(value)
    else:
        text = format(value, ",f") if isinstance(value, Decimal) else format(value, ",")
    return text.translate(_SWAP) if language == "id" else text


_SWAP = str.maketrans(",.", ".,")


def shown(value: Shown, language: Language) -> str:
    """Return what stands in a cell, or should; text is shortened to one line."""
    if isinstance(value, int | Decimal):
        return amount(value, language)
    return shorten(value, 120) if value is not None else ""


def place(finding: Finding) -> str:
    """Return where the finding is, sheet first: T-C.33!O8, or nothing for the whole workbook."""
    if finding.sheet is None:
        return ""
    sheet = shorten(finding.sheet, 40)
    return f"{sheet}!{finding.cell}" if finding.cell else sheet


def counted(counts: dict[Severity, int], language: Language) -> str:
    """Return "3 kesalahan, 12 peringatan", leaving out what there is none of."""
    parts = []
    for severity, word in SEVERITY.items():
        if count := counts[severity]:
            plural = "s" if language == "en" and count != 1 else ""
            parts.append(f"{amount(count, language)} {word.say_in(language)}{plural}")
    return ", ".join(parts)
