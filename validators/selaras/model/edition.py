"""Which plan a table belongs to, where a workbook holds several: a draft and the final one, say."""

from __future__ import annotations

from typing import NamedTuple


class Edition(NamedTuple):
    """One plan of an agency, told from its other ones in the workbook."""

    #: Stages of the plan that the table's title or sheet names: "rancangan awal".
    stages: frozenset[str] = frozenset()
    #: The number of the plan among several, the one that counts first; None where there is one, or
    #: for a table that goes with all of them.
    number: int | None = None
    #: It tells again what another table of the same plan and form tells: a recapitulation of it.
    is_copy: bool = False
    #: Its title or its sheet names another document, though it has the table's heads.
    is_other: bool = False

    def contradicts(self, other: Edition) -> bool:
        """Tell whether both say their stage, and it is not the same; or one is another document."""
        if self.is_other != other.is_other:
            return True
        return bool(self.stages and other.stages) and not self.stages & other.stages
