"""Counts what crosses from Python to the program, so that tests can forbid traffic cell by cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

#: Calls by "Class.member": "Range.formula" counts reading and writing alike.
hitungan: Counter[str] = Counter()


class GalatCalc(Exception):
    """What Calc refused, as COM's error would say it."""


_Kelas = TypeVar("_Kelas", bound=type)


def dihitung(kelas: _Kelas) -> _Kelas:
    """Count the use of each public method and property that a class defines."""
    for nama, anggota in list(vars(kelas).items()):
        if nama.startswith("_"):
            continue
        label = f"{kelas.__name__}.{nama}"
        if isinstance(anggota, property):
            baru: Any = property(
                _hitung(label, anggota.fget), anggota.fset and _hitung(label, anggota.fset)
            )
        elif callable(anggota):
            baru = _hitung(label, anggota)
        else:
            continue
        setattr(kelas, nama, baru)
    return kelas


def _hitung(label: str, fungsi: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(fungsi)
    def terhitung(*args: Any, **kwargs: Any) -> Any:
        hitungan[label] += 1
        try:
            return fungsi(*args, **kwargs)
        except Exception as galat:
            # UNO's exceptions cannot pass through a context manager of Python.
            if type(galat).__module__.startswith("com.sun.star") or "com.sun.star" in str(
                type(galat)
            ):
                raise GalatCalc(f"{label}: {galat}") from None
            raise

    return terhitung


def tolak_terlindung(lembar: Any) -> None:
    """Raise as Excel does when a protected sheet is to be changed; Calc keeps silent at times."""
    if lembar.isProtected():
        raise GalatCalc(f"the sheet {lembar.Name} is protected")
