"""Counts what crosses from Python to the program, so that tests can forbid traffic cell by cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

#: Calls by "Class.member": "Range.formula" counts reading and writing alike.
counts: Counter[str] = Counter()


class CalcError(Exception):
    """What Calc refused, as COM's error would say it."""


_Counted = TypeVar("_Counted", bound=type)


def count_calls(counted: _Counted) -> _Counted:
    """Count the use of each public method and property that a class defines."""
    for name, member in list(vars(counted).items()):
        if name.startswith("_"):
            continue
        label = f"{counted.__name__}.{name}"
        if isinstance(member, property):
            counting: Any = property(
                _count_calls(label, member.fget), member.fset and _count_calls(label, member.fset)
            )
        elif callable(member):
            counting = _count_calls(label, member)
        else:
            continue
        setattr(counted, name, counting)
    return counted


def _count_calls(label: str, function: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(function)
    def call_counted(*args: Any, **kwargs: Any) -> Any:
        counts[label] += 1
        try:
            return function(*args, **kwargs)
        except Exception as error:
            # UNO's exceptions cannot pass through a context manager of Python.
            if type(error).__module__.startswith("com.sun.star") or "com.sun.star" in str(
                type(error)
            ):
                raise CalcError(f"{label}: {error}") from None
            raise

    return call_counted


def refuse_protected(sheet: Any) -> None:
    """Raise as Excel does when a protected sheet is to be changed; Calc keeps silent at times."""
    if sheet.isProtected():
        raise CalcError(f"the sheet {sheet.Name} is protected")
