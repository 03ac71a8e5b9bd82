"""Write a plan in a drawn layout, check it, and tell what does not hold."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import NamedTuple

from layouts import Document, Key, Place, Placement, load_corrected, sipd
from renja_mojokerto.archive import save
from renja_mojokerto.handed_in import build_official_sheets
from renja_mojokerto.writer import write_book
from selaras.engine.run import check_book
from selaras.intake import read_book
from selaras.model.setting import Setting
from selaras.values.finding import Finding, Severity

from .flat import ELSEWHERE
from .mistakes import MISTAKES, Spoiled
from .plans import build_plan
from .transforms import TRANSFORMS, WHOLE_THOUSANDS, Layout


class Composition(NamedTuple):
    """What was drawn: names of transforms, of a mistake, and the seed of all else."""

    seed: int
    transforms: tuple[str, ...]
    mistake: str | None = None
    #: Lay out the corrected example in place of a plan of another size.
    example: bool = False


def draw(random: Random) -> Composition:
    """Return a composition of three to six transforms of different slots."""
    slots: set[str] = set()
    chosen: list[str] = []
    for name in random.sample(sorted(TRANSFORMS), len(TRANSFORMS)):
        if TRANSFORMS[name].slot not in slots:
            slots.add(TRANSFORMS[name].slot)
            chosen.append(name)
    mistake = random.choice((None, *sorted(MISTAKES)))
    names = tuple(chosen[: random.randint(3, 6)])
    example = random.random() < 0.2 and not WHOLE_THOUSANDS.intersection(names)
    return Composition(random.randrange(2**32), names, mistake, example)


def find_faults(composition: Composition, path: Path) -> list[str]:
    """Write the composition to a path and check it; return what does not hold, in words."""
    random = Random(composition.seed)
    document = load_corrected() if composition.example else build_plan(random)
    spoiled: Spoiled | None = None
    if composition.mistake is not None:
        spoiled = MISTAKES[composition.mistake](document, random)
        document = spoiled.document
    placement = write_layout(document, composition.transforms, random, path)
    report = check_book(read_book(str(path)), Setting())
    recognised = sorted(table.table for table in report.tables)
    faults = []
    if recognised != sorted(placement.tables()):
        faults.append(f"recognised: {recognised}")
    errors = [finding for finding in report.findings if finding.severity is Severity.ERROR]
    elsewhere = [
        rules
        for name in composition.transforms
        if (rules := ELSEWHERE.get((name, composition.mistake or "")))
    ]
    if spoiled is None or elsewhere:
        # Where another change keeps the layout from being made, it is told as ever.
        allowed = frozenset([spoiled.rule] if spoiled else ()).union(*elsewhere)
        faults += [f"error: {_say(finding)}" for finding in errors if finding.code not in allowed]
    elif (place := _find(placement, spoiled.key)) is not None:
        cells = {(f.code, f.sheet, f.cell) for f in errors}
        if (spoiled.rule, place.sheet, place.address) not in cells:
            said = "; ".join(map(_say, errors[:6])) or "no error"
            faults.append(f"not told: {spoiled.rule} {place.sheet}!{place.address} ({said})")
    return faults


def write_layout(
    document: Document, names: tuple[str, ...], random: Random, path: Path
) -> Placement:
    """Write the document in the layout that these transforms make, one after the other."""
    layout = Layout(build_official_sheets(document))
    for name in sorted(names, key=list(TRANSFORMS).index):
        layout = TRANSFORMS[name].change(layout, random)
    book, placement = write_book(layout.sheets)
    results: dict[str, dict[str, int]] = {}
    for finish in layout.finish:
        for sheet, values in finish(book, placement).items():
            results.setdefault(sheet, {}).update(values)
    save(book, path, results)
    return placement


def _find(placement: Placement, key: Key) -> Place | None:
    """Return the cell of a value, None where the layout shows none of it.

    A code that stands before its name has the name's.
    """
    forms = (key, key._replace(table=sipd.NAME)) if key.table == "T-C.33" else (key,)
    joined = [one._replace(column="nama") for one in forms if one.column == "kode"]
    return next((placement[one] for one in (*forms, *joined) if one in placement), None)


def _say(finding: Finding) -> str:
    return f"{finding.code} {finding.sheet}!{finding.cell}"
