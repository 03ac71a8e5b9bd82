"""What there must be before a rule can say anything, told of one table at a time.

A rule declares its needs on its card. Where no table has them the rule was not passed: it is
skipped, with the reason. A need holds of every table on which the rule could speak, and may hold of
one on which it could not.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from selaras.compare.plan import find_plan
from selaras.compare.review import find_reviews
from selaras.model.row import RowKind
from selaras.model.table import Table
from selaras.rule.registry import Need, RuleCard
from selaras.tables import BY_NAME, Content
from selaras.tables.code_list import CODE_LIST
from selaras.values.kode_reading import Level
from selaras.values.text import Text

if TYPE_CHECKING:
    from selaras.model.work import Work

#: A list of codes of which no larger share is repeated or out of order is meant to be in order.
IN_ORDER = 0.1


class Requirement(NamedTuple):
    """How to tell whether a table has it, and what is said where none has."""

    holds: Callable[[Table], bool]
    lacking: Text


def _has_children(*levels: Level) -> Callable[[Table], bool]:
    return lambda table: any(row.children for level in levels for row in table.rows_at(level))


def _say_no_children(level: str) -> Text:
    return Text(f"tidak ada {level} yang memuat baris di bawahnya", f"no {level} has rows below it")


def _count_targets(table: Table) -> int:
    return sum(column.spec.content is Content.TARGET for column in table.columns.values())


def _has_formulas(table: Table) -> bool:
    area, sheet = table.area, table.sheet
    return any(area.holds(*place) for place in (*sheet.formulas, *sheet.uncalculated))


def _has_split_amounts(table: Table) -> bool:
    """Tell whether amounts may be split: columns for it, or fund sources with signs between."""
    if table.split_columns:
        return True
    if "sumber_dana" not in table.columns:
        return False
    return any(
        any(sign in text for sign in ";,/+&\n:=(-") or " dan " in text or " " in text
        for text in set(table.text["sumber_dana"])
    )


def _is_in_order(table: Table) -> bool:
    """Tell whether each code should stand once, below its parent: in every table that is known.

    What a list of codes is for is not known; one that repeats its codes, by month or by unit, or
    that stands in another order, may do so.
    """
    if table.spec is not CODE_LIST:
        return True
    codes = table.row_kinds.parts
    fell = sum(one > other for one, other in pairwise(codes))
    return max(len(codes) - len(set(codes)), fell) <= max(1, IN_ORDER * len(codes))


REQUIREMENTS: Mapping[Need, Requirement] = {
    "kode": Requirement(
        lambda table: table.has_kodes, Text("tidak ada tabel yang berkode", "no table has codes")
    ),
    "kode-tertulis": Requirement(
        lambda table: table.has_kodes or table.old_codes is not None,
        Text("tidak ada tabel yang berkode", "no table has codes"),
    ),
    "satu-per-kode": Requirement(
        _is_in_order,
        Text(
            "tidak ada tabel yang memuat setiap kode satu kali dan berurutan",
            "no table has each code once and in order",
        ),
    ),
    "pohon": Requirement(
        lambda table: bool(table.row_kinds.parents),
        Text("tidak ada tabel yang barisnya bertingkat", "no table has rows of different levels"),
    ),
    "bertingkat": Requirement(
        lambda table: bool(table.levels) or len({row.level for row in table.main_rows}) > 1,
        Text(
            "semua baris setingkat, dan tidak ada kolom yang menyebut tingkat di atasnya",
            "all rows are of one level, and no column says what stands above them",
        ),
    ),
    "kegiatan-beranak": Requirement(_has_children(Level.KEGIATAN), _say_no_children("kegiatan")),
    "program-beranak": Requirement(_has_children(Level.PROGRAM), _say_no_children("program")),
    "urusan-beranak": Requirement(
        _has_children(Level.URUSAN, Level.BIDANG_URUSAN), _say_no_children("urusan")
    ),
    "uang": Requirement(
        lambda table: bool(table.money_columns),
        Text("tidak ada tabel yang berkolom uang", "no table has a money column"),
    ),
    "rincian": Requirement(
        lambda table: any(row.rincian for row in table.main_rows),
        Text("tidak ada baris rincian", "there are no rincian rows"),
    ),
    "total": Requirement(
        lambda table: not table.row_kinds.kinds.isdisjoint((RowKind.TOTAL, RowKind.CARRIED_OVER)),
        Text("tidak ada baris jumlah", "there is no total row"),
    ),
    "jumlah": Requirement(
        lambda table: REQUIREMENTS["total"].holds(table) or bool(table.row_kinds.heads),
        Text("tidak ada baris jumlah", "there is no total row"),
    ),
    "target": Requirement(
        lambda table: _count_targets(table) > 0,
        Text("tidak ada tabel yang berkolom target", "no table has a target column"),
    ),
    "dua-target": Requirement(
        lambda table: _count_targets(table) > 1,
        Text(
            "tidak ada tabel yang memuat target beberapa tahun",
            "no table has targets of several years",
        ),
    ),
    "rumus": Requirement(
        _has_formulas, Text("tidak ada rumus di dalam tabel", "the tables hold no formulas")
    ),
    "sumber-dibagi": Requirement(
        _has_split_amounts,
        Text(
            "tidak ada pagu yang dibagi menurut sumber dana",
            "no amount is split by fund source",
        ),
    ),
}


def has(table: Table, rule: RuleCard) -> bool:
    """Tell whether a table has all that a rule needs."""
    return all(key in table.columns for key in rule.columns) and all(
        REQUIREMENTS[need].holds(table) for need in rule.needs if need in REQUIREMENTS
    )


def tell_lacking(tables: Sequence[Table], rule: RuleCard) -> Text | None:
    """Return what none of the tables has though the rule needs it; None where one has it all.

    Of several needs it is the first that no table has which has those before it.
    """
    left = list(tables)
    for key in rule.columns:
        having = [table for table in left if key in table.columns]
        if not having:
            label = _find_label(key, [table.name for table in left])
            return Text(
                f"tidak ada tabel yang berkolom {label.id}", f"no table has the column {label.en}"
            )
        left = having
    for need in rule.needs:
        if need in REQUIREMENTS:
            requirement = REQUIREMENTS[need]
            left = [table for table in left if requirement.holds(table)]
            if not left:
                return requirement.lacking
    return None


class Common(NamedTuple):
    """How to tell whether tables that are compared have it in common, and what is said if not."""

    holds: Callable[[Work, RuleCard], bool]
    lacking: Text


def _has_common_level(work: Work, rule: RuleCard) -> bool:
    """Tell whether two of the tables have rows of one level; by names, levels do not matter."""
    first, second = (work.named(*names) for names in rule.needs_tables)
    return any(
        one is not other
        and (
            not (one.has_kodes and other.has_kodes) or bool(_list_levels(one) & _list_levels(other))
        )
        for one in first
        for other in second
    )


def _list_levels(table: Table) -> set[Level]:
    return {level for level in LEVELS_OF_A_PLAN if table.rows_at(level)}


def _has_programs_named(work: Work, rule: RuleCard) -> bool:
    """Tell whether the plan would show something that the review has, by its code or its name."""
    del rule
    plan = find_plan(work)
    return plan is None or any(
        plan.can_recognise(one) for review in find_reviews(work) for one in review.renja
    )


LEVELS_OF_A_PLAN = (Level.PROGRAM, Level.KEGIATAN, Level.SUB_KEGIATAN)

COMMON: Mapping[Need, Common] = {
    "setingkat": Common(
        _has_common_level,
        Text(
            "tidak ada tingkat (program, kegiatan, sub kegiatan) yang dimuat kedua tabel",
            "the tables have no level (program, kegiatan, sub kegiatan) in common",
        ),
    ),
    "program-disebut": Common(
        _has_programs_named,
        Text(
            "tabel rencana tidak memuat baris maupun nama program, dan T-C.31 tidak berkode",
            "the plan has neither rows nor names of programs, and T-C.31 has no codes",
        ),
    ),
}


def tell_not_common(work: Work, rule: RuleCard) -> Text | None:
    """Return what the tables that a rule compares do not have in common; None where they do."""
    common = [COMMON[need] for need in rule.needs if need in COMMON]
    return next((one.lacking for one in common if not one.holds(work, rule)), None)


def _find_label(key: str, names: Sequence[str]) -> Text:
    """Return what messages call a column, as one of these tables has it, else any."""
    for spec in (*(BY_NAME[name] for name in names if name in BY_NAME), *BY_NAME.values()):
        for column in spec.columns:
            if column.key == key:
                return column.label
    return Text(key, key)
