"""Which tables a workbook must have: as the user has set, else by the kind of document that it is.

A Renja is told by the tables that only a Renja has, a Renstra by its own; E.81 is a document of
itself. Of each document one table is the plan, without which there is nothing to check.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from selaras.model.work import Work
from selaras.tables import PLAN_TABLES, SIPD_TABLES
from selaras.values.text import Text


class Document(NamedTuple):
    """A kind of document: the tables that tell it, those that it must have, those of its plan."""

    #: Tables that are found in no other document.
    own: tuple[str, ...]
    required: tuple[str, ...]
    #: Any of these is its plan.
    plan: tuple[str, ...]


RENJA_DOCUMENT = Document(
    ("T-C.29", "T-C.30", "T-C.31", "T-C.32", *PLAN_TABLES),
    ("T-C.29", "T-C.30", "T-C.31", "T-C.32", "T-C.33"),
    PLAN_TABLES,
)
RENSTRA = Document(
    ("T-C.23", "T-C.24", "T-C.25", "T-C.26", "T-C.27"),
    ("T-C.23", "T-C.24", "T-C.25", "T-C.26", "T-C.27"),
    ("T-C.27",),
)
#: The rule that asks for what is missing.
ASKING = "LBR001"
#: Tables of these names are the plan, or all, of a document: never to be left empty.
MAIN = (*PLAN_TABLES, "T-C.27", "E.81")
#: One table of a kind may be a part handed over for a look; from two on it is the document.
WHOLE = 2


class Missing(NamedTuple):
    """A table that must be there and is not, and whether it is the plan."""

    name: str
    is_plan: bool
    #: Whether the rest is more than a single table, which may be a part handed over for a look.
    is_whole: bool = True


def find_missing(work: Work) -> list[Missing]:
    """Return the required tables that are nowhere in the workbook; none where nothing is."""
    present = {table.name for table in work.tables}
    if work.setting.required is not None:
        names = [name for name in work.setting.required if not _stands(name, present)]
        return [Missing(name, name in MAIN) for name in names]
    found: list[Missing] = []
    for document in documents(present):
        own = present & set(document.own)
        lacks_plan = not own & set(document.plan)
        if lacks_plan:
            whole = len(own) >= WHOLE
            found.append(Missing(document.plan[0], is_plan=True, is_whole=whole))
        others = document.required if len(own) >= WHOLE else ()
        found += [
            Missing(name, is_plan=False)
            for name in others
            if not _stands(name, present) and not (lacks_plan and name == document.plan[0])
        ]
    return found


def tell_part(work: Work) -> Text | None:
    """Return what to say of a workbook that is a part of its document; None for others.

    What is not there was not checked, which no verdict on the rest may hide.
    """
    present = {table.name for table in work.tables}
    if work.setting.required is not None:
        return None
    for document in documents(present):
        own = present & set(document.own)
        others = [name for name in document.required if not _stands(name, present)]
        if own & set(document.plan) and others and len(own) < WHOLE:
            there, lacking = ", ".join(sorted(own)), ", ".join(others)
            return Text(
                f"Buku kerja ini hanya sebagian: yang ada {there}. Tabel wajib lainnya ({lacking}) "
                "tidak ada di sini, jadi tidak diperiksa.",
                f"This workbook is a part only: it holds {there}. The other required tables "
                f"({lacking}) are not here and were not checked.",
            )
    return None


def is_required(name: str, work: Work) -> bool:
    """Tell whether a table of this name must hold something in this workbook.

    In a workbook in which nothing is filled in, every table must.
    """
    if name in MAIN or not work.filled:
        return True
    if work.setting.required is not None:
        return name in work.setting.required
    present = {table.name for table in work.tables}
    return any(
        name in document.required and len(present & set(document.own)) >= WHOLE
        for document in documents(present)
    )


def documents(present: Iterable[str]) -> list[Document]:
    """Return the kinds of document that the workbook is.

    A single table of the Renstra in a Renja is there to be compared with.
    """
    names = set(present)
    if not names & set(RENJA_DOCUMENT.own):
        return [RENSTRA] if names & set(RENSTRA.own) else []
    return [RENJA_DOCUMENT, RENSTRA] if len(names & set(RENSTRA.own)) >= WHOLE else [RENJA_DOCUMENT]


def _stands(name: str, present: set[str]) -> bool:
    """Tell whether a table is there, or another that takes its place: the SIPD form for T-C.33."""
    if name == "T-C.33":
        return bool(present & {"T-C.33", *SIPD_TABLES})
    return name in present
