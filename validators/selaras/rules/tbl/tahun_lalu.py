"""TBL005: the target of the current year is another in T-C.29 than in Tabel 2.2."""

from __future__ import annotations

from collections.abc import Sequence

from selaras.compare.cells import show_text
from selaras.compare.match import pair_named_rows, say_match
from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, book_rule
from selaras.rule.seen import Row, Table, Work
from selaras.values.target import TargetValue


@book_rule(
    "TBL005",
    "tahun-lalu",
    Severity.WARNING,
    basis="planning",
    needs_tables=(("T-C.29",), ("Tabel 2.2",)),
    english="""T-C.29 and Tabel 2.2 give the same target for the current year.

    Why: Tabel 2.2 shows what the budget of that year promises, T-C.29 measures the Renja against
    it. With two targets the rate of achievement in T-C.29 means nothing.

    Fix: take the target of the budget document (DPA) and put it in both tables. Rows are matched by
    name; only the numbers count, not how the unit is written.
    """,
)
def check_previous_year(work: Work) -> Findings:
    """Target tahun berjalan di T-C.29 sama dengan target di Tabel 2.2.

    Mengapa: Tabel 2.2 memuat yang dijanjikan anggaran tahun itu, dan T-C.29 mengukur Renja
    terhadapnya. Dengan dua target, tingkat capaian di T-C.29 tidak berarti.

    Perbaikan: pakai target menurut DPA di kedua tabel. Baris dicocokkan menurut nama; yang
    dibandingkan angkanya, bukan cara menulis satuannya.
    """
    likeness = work.setting.thresholds.likeness / 100
    for budget in work.named("Tabel 2.2"):
        for review in work.named("T-C.29"):
            key = _find_column(review, budget)
            if key is not None and "target" in budget.columns:
                yield from _check(review, key, budget, likeness)


def _find_column(review: Table, budget: Table) -> str | None:
    """Return the column of T-C.29 with the targets of the year that the allocation is of."""
    year = budget.columns["target"].year if "target" in budget.columns else None
    year = year or budget.year
    for key in ("target_berjalan", "target_renja"):
        if key not in review.columns:
            continue
        own = review.columns[key].year
        if own == year or (key == "target_berjalan" and None in (own, year)):
            return key
    return None


def _check(review: Table, key: str, budget: Table, likeness: float) -> Findings:
    for match in pair_named_rows(budget.main_rows, review.main_rows, likeness):
        row, other = match.left, match.right
        targets = [one for one in (other, *other.indikator) if one.target(key)]
        if _has_conflict(row.target("target") or (), [one.target(key) for one in targets]):
            yield _build_finding(row, targets, key, say_match(match))


def _has_conflict(
    mine: Sequence[TargetValue], theirs: Sequence[Sequence[TargetValue] | None]
) -> bool:
    """Tell whether some target is none of those that the other table gives, in any order."""
    left = [value for values in theirs for value in values or ()]
    if not left or any(value.kind == "teks" for value in (*mine, *left)):
        return False
    for value in mine:
        found = next((other for other in left if _is_same(value, other)), None)
        if found is None:
            return True
        left.remove(found)
    return False


def _is_same(one: TargetValue, other: TargetValue) -> bool:
    if one.number is None or other.number is None:
        return one.grade == other.grade
    return (one.number, one.up_to) == (other.number, other.up_to)


def _build_finding(row: Row, targets: Sequence[Row], key: str, how: Text) -> Finding:
    said = " ; ".join(show_text(one, key) for one in targets)
    year = targets[0].table.columns[key].year
    when = Text(f" tahun {year}", f" for {year}") if year else Text("", "")
    places = tuple(one.place(key) for one in targets)
    cells = ", ".join(f"{place.sheet}!{place.cell}" for place in places)
    mine, name = show_text(row, "target"), row.label
    return row.build_finding(
        "target",
        Text(
            f"Target{when.id} “{name}” di sini {mine}, sedangkan di T-C.29 {said}{how.id}.",
            f"The target{when.en} of “{name}” is {mine} here, but {said} in T-C.29{how.en}.",
        ),
        advice=Text(
            f"Cocokkan dengan DPA, lalu samakan {row.cell('target')} dengan {cells}.",
            f"Look it up in the DPA, then let {row.cell('target')} agree with {cells}.",
        ),
        expected=said,
        related=places,
    )


_TC29 = "== T-C.29\nkode|nama|indikator|target_akhir|target_berjalan\n"
_T22 = "== Tabel 2.2\nno|nama|target|apbd\n"
EXAMPLES = (
    # The unit in other words; several indicators in one cell, in another order.
    Silent(
        _TC29 + "2.17.07|Program Usaha Mikro|Jumlah UM|420 UM|170 UM\n"
        "2.17.08|Program Koperasi|NIK|90%|80%\n||Akses|30%|15%\n"
        + _T22
        + "1|Program Usaha Mikro|170 usaha mikro|9\n2|Program Koperasi|15 % ; 80 %|9"
    ),
    # Nothing was planned in T-C.29.
    Silent(
        _TC29
        + "2.17.07|Program Usaha Mikro|Jumlah UM|420 UM|-\n"
        + _T22
        + "1|Program Usaha Mikro|170 UM|9"
    ),
    Speaks(
        _TC29
        + "2.17.07|Program Usaha Mikro|Jumlah UM|420 UM|170 UM\n"
        + _T22
        + "1|Program Usaha Mikro|360 usaha mikro|9",
        "Lembar2!C2 expected=170 UM actual=360 usaha mikro",
    ),
)
