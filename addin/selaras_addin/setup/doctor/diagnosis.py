"""One thing that was looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from selaras.values.text import Text

DiagnosisLevel = Literal["ok", "warning", "problem"]


@dataclass(frozen=True)
class Diagnosis:
    """What was found, and what to do where it is not well.

    `code` stays the same in each language.
    """

    code: str
    level: DiagnosisLevel
    found: Text
    advice: Text | None = None


def say_ok(code: str, found: Text) -> Diagnosis:
    """Return a thing that is as it must be."""
    return Diagnosis(code, "ok", found)


def say_warning(code: str, found: Text, advice: Text) -> Diagnosis:
    """Return a thing that may keep the add-in from working."""
    return Diagnosis(code, "warning", found, advice)


def say_problem(code: str, found: Text, advice: Text) -> Diagnosis:
    """Return a thing that keeps the add-in from working."""
    return Diagnosis(code, "problem", found, advice)
