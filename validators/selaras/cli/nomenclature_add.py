"""`selaras nomenclature add`: loads a file, keeps its list, and says what was not in order."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterable
from typing import TYPE_CHECKING

from selaras.cli.parser import UsageError
from selaras.report.words import amount, clean
from selaras.values.text import Language, Text

if TYPE_CHECKING:
    from selaras.nomenklatur.load import LoadedList
    from selaras.nomenklatur.store import ListStore, StoredList


def add(options: Namespace, store: ListStore, language: Language) -> list[str]:
    """Store the list that a file holds and return what to say of it.

    Raises GagalMuat for a file that gives none, SimpananRusak where it cannot be stored.
    """
    from datetime import UTC, datetime

    from selaras.nomenklatur.edition import find_edition, find_years
    from selaras.nomenklatur.load import load_file, name_list
    from selaras.nomenklatur.store import NewList

    source = os.path.basename(options.file)
    given = options.name
    name = clean(" ".join(given.split())) if given else name_list(options.file)
    if not name:
        raise UsageError(Text("--name tidak boleh kosong", "--name must not be blank"))
    loaded = load_file(options.file)
    edition = find_edition(name)
    years = options.year or find_years(name)
    today = datetime.now(UTC).date().isoformat()
    replaced = any(known.name.casefold() == name.casefold() for known in store.list_stored())
    stored = store.add(
        NewList(
            name,
            years,
            source,
            loaded.sha256,
            today,
            loaded.entries,
            loaded.successors,
            loaded.sub_width,
        )
    )
    lines = [_loaded(stored, loaded, replaced).say_in(language)]
    if edition is not None:
        lines.append(Text(f"Edisi: {edition.name}.", f"Edition: {edition.name}.").say_in(language))
    lines.append(_applies(stored).say_in(language))
    return [*lines, *_problems(loaded, language)]


def _loaded(stored: StoredList, loaded: LoadedList, replaced: bool) -> Text:
    """Return how many entries of which levels were stored, and under what name."""
    levels = [entry.level for entry, _ in loaded.entries]
    by_level = {level.label: levels.count(level) for level in sorted(set(levels))}
    total = len(loaded.entries)
    levels_id = ", ".join(f"{amount(count, 'id')} {level}" for level, count in by_level.items())
    levels_en = ", ".join(f"{amount(count, 'en')} {level}" for level, count in by_level.items())
    again = Text(" (menggantikan isinya yang lama)", " (in place of what it held)")
    message = Text(
        f"“{stored.name}” dimuat: {amount(total, 'id')} nomenklatur ({levels_id})",
        f"“{stored.name}” was loaded: {amount(total, 'en')} entries ({levels_en})",
    )
    return message + (again if replaced else Text("", "")) + Text(".", ".")


def _applies(stored: StoredList) -> Text:
    """Return for which documents the list counts."""
    if stored.years is not None:
        return Text(
            f"Dipakai untuk rencana tahun {stored.years}. Untuk tahun lain: muat lagi dengan "
            "--year, atau pilih dengan selaras nomenclature use.",
            f"Used for plans of {stored.years}. For other years load it again with --year, or "
            "choose it with selaras nomenclature use.",
        )
    return Text(
        "Tahunnya tidak diketahui: dipakai untuk semua rencana yang tahunnya tidak mempunyai "
        "daftar sendiri. Tahun dapat disebut dengan --year.",
        "Its year is not known: used for every plan whose year has no list of its own. --year "
        "tells the year.",
    )


def _problems(loaded: LoadedList, language: Language) -> Iterable[str]:
    from selaras.nomenklatur.load.problems import PROBLEM_WORDS

    for problem in loaded.problems:
        words = PROBLEM_WORDS[problem.kind].say_in(language)
        yield f"  {amount(problem.row_count, language)} {words}:"
        for place, text in problem.examples:
            yield f"    {place}: {text}"
        if problem.row_count > len(problem.examples):
            rest = problem.row_count - len(problem.examples)
            yield "    " + Text(f"dan {rest} lagi", f"and {rest} more").say_in(language)
