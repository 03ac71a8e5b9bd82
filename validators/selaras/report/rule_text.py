"""What a report says of a rule; whoever knows the rules hands it in."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from selaras.values.text import Text


class Explanation(NamedTuple):
    """The explanation of a rule. `text` has paragraphs: what it checks, why, how to mend it."""

    name: str
    text: Text
    basis: Text


#: Gives the explanation of a rule by its code; None for a rule that is not known any more.
Explainer: TypeAlias = Callable[[str], Explanation | None]
