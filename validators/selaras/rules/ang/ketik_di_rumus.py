"""ANG004: a typed number among formulas, and a number glued to a sum."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from selaras.model.row import add_up
from selaras.reckon.sum_words import name_row, name_subject
from selaras.reckon.sums import is_sum_written
from selaras.rule import Finding, Findings, Fix, Severity, Silent, Speaks, Text, table_rule
from selaras.rule.seen import Level, Row, RowKind, Table, TableColumn, write_rupiah

if TYPE_CHECKING:
    from selaras.formulas import FormulaReader, FormulaReading
    from selaras.formulas.sum_tree import SumTree

#: A typed number stands out where so many others of its level are there, and so many formulas.
FEWEST_OTHERS = 3
COMMON_FORMULAS = 0.6
#: A target may be a program's own: only where nearly all others are sums is a typed one odd.
COMMON_TARGETS = 0.9

#: A formula without any cell is a typed number all the same.
_NO_CELL = re.compile(r"=[\d\s.+\-*/()%]+", re.ASCII)


@table_rule(
    "ANG004",
    "ketik-di-rumus",
    Severity.WARNING,
    needs=("uang", "rumus"),
    basis="practice",
    english="""A sum is a formula where its neighbours are, and has no typed number in it.

    Why: a number typed over a formula, or glued to it (+500000, /13, *1.1), does not follow when
    the amounts below change, and nobody sees it in the printed table.

    Fix: put the formula given in the finding back, and enter the amount in a row of its own where
    it is really meant.
    """,
)
def check_typed_in_formulas(table: Table) -> Findings:
    """Penjumlahan berupa rumus bila sesama tingkatnya berupa rumus, tanpa angka ketikan.

    Mengapa: angka yang diketik menimpa rumus, atau ditempelkan pada rumus (+500000, /13, *1.1),
    tidak ikut berubah bila pagu di bawahnya berubah, dan tidak terlihat pada tabel yang dicetak.

    Perbaikan: kembalikan rumus yang disebut dalam temuan; bila angka itu memang dimaksudkan,
    tuliskan pada barisnya sendiri.
    """
    if not table.sheet.formulas:
        return
    from selaras.formulas import FormulaReader
    from selaras.formulas.sum_tree import SumTree
    from selaras.formulas.summed import is_target, summed_columns

    reader, tree = FormulaReader(table.sheet), SumTree(table)
    parents = [_Parent(row, below) for row, below in tree.find_summed()]
    totals = [_Parent(row, tree.find_roots()) for row in table.rows_of_kind(RowKind.TOTAL)]
    levels: dict[Level | None, list[_Parent]] = {}
    for parent in parents:
        levels.setdefault(parent.row.level, []).append(parent)
    for column in summed_columns(tree, reader, parents):
        filled = {row for row, place in table.sheet.formulas if place == column.first}
        if not filled:
            continue
        for level in levels.values():
            if any(row.row in filled or row.continuations for row, _ in level):
                yield from _find_typed(tree, level, column)
        for parent in parents if is_target(column) else (*parents, *totals):
            if parent.row.row in filled or parent.row.continuations:
                yield from _find_glued(tree, reader, parent, column)


class _Parent(NamedTuple):
    """A row and the rows that it is the sum of."""

    row: Row
    children: Sequence[Row]


# Typed numbers


def _find_typed(tree: SumTree, level: Sequence[_Parent], column: TableColumn) -> Findings:
    """Yield a finding for each number of a level where the others are formulas."""
    from selaras.formulas.summed import is_target

    key, formulas = column.key, tree.table.sheet.formulas
    rest: list[_Parent] = []
    for parent in level:
        formula = formulas.get(parent.row.position(key))
        if formula is None or _NO_CELL.fullmatch(formula):
            rest.append(parent)
    count = len(level) - len(rest)
    if not count:
        return
    typed = [
        parent
        for parent in rest
        if _is_number(parent.row, key) and add_up(parent.children, key) is not None
    ]
    others = count + len(typed) - 1
    usual = COMMON_TARGETS if is_target(column) else COMMON_FORMULAS
    if others < FEWEST_OTHERS or count < usual * others:
        return
    for parent in typed:
        yield _build_typed_finding(
            tree, parent, column, Text(f"{count} dari {others}", f"{count} of {others}")
        )


def _is_number(row: Row, key: str) -> bool:
    value = row.value(key)
    return isinstance(value, int | float) and not isinstance(value, bool)


def _build_typed_finding(
    tree: SumTree, parent: _Parent, column: TableColumn, share: Text
) -> Finding:
    row, key = parent.row, column.key
    cell, subject, amount = row.cell(key), name_subject(row, column), row.amount(key) or 0
    level = row.level.label if row.level else ""
    right = _build_proposal(tree, parent, key)
    return row.build_finding(
        key,
        Text(
            f"{subject.id} diketik sebagai angka ({write_rupiah(amount)}), padahal "
            f"{share.id} {level or 'baris'} lain berupa rumus.",
            f"{subject.en} is typed as a number ({write_rupiah(amount, 'en')}), "
            f"though {share.en} other {level or 'rows'} are formulas.",
        ),
        advice=_build_advice(cell, right),
        expected=right,
        fix=Fix(kind="formula", cell=cell, value=right) if right else None,
    )


# Numbers glued to a sum


def _find_glued(
    tree: SumTree, reader: FormulaReader, parent: _Parent, column: TableColumn
) -> Findings:
    from selaras.formulas.plain import read_plain_form

    row, key = parent.row, column.key
    formula = tree.table.sheet.formulas.get(row.position(key))
    if formula is None or read_plain_form(formula) is not None:  # plain sums have nothing glued on
        return
    reading = reader.read(formula)
    if reading is None or not (reading.constant or reading.factors):
        return
    if not _is_adding_children(tree, parent, column, reading):
        return
    if reading.factors and not reading.constant:
        # The sum over all levels, divided by their number, is right as long as it is.
        sum_ = add_up(parent.children, key)
        if sum_ is not None and is_sum_written(row, column, sum_):
            return
    yield _build_glued_finding(tree, parent, column, formula, reading)


def _is_adding_children(
    tree: SumTree, parent: _Parent, column: TableColumn, reading: FormulaReading
) -> bool:
    """Tell whether a formula adds cells of its own column that belong to the row."""
    tops = set(parent.children)
    for number, place in reading.cells:
        row = tree.table.row_at(number) if place == column.first else None
        while row is not None:
            if row in tops:
                return True
            row = tree.find_parent(row)
    return False


def _build_glued_finding(
    tree: SumTree, parent: _Parent, column: TableColumn, formula: str, reading: FormulaReading
) -> Finding:
    from selaras.formulas.proposal import shorten_formula

    row, key = parent.row, column.key
    cell, label, who = row.cell(key), column.label, name_row(row)
    if row.kind is RowKind.TOTAL:
        who = Text("baris jumlah", "the total row")
    glued = " ".join(
        [*reading.factors, *([f"{reading.constant.normalize():+f}"] if reading.constant else [])]
    )
    shown = shorten_formula(formula)
    right = _build_proposal(tree, parent, key, reading)
    return row.build_finding(
        key,
        Text(
            f"Rumus {label.id} {who.id} ditempeli angka ketikan ({glued}): {shown}.",
            f"A typed number ({glued}) is glued to the formula of the {label.en} of {who.en}: "
            f"{shown}.",
        ),
        advice=_build_advice(cell, right),
        expected=right,
        actual=formula,
        fix=Fix(kind="formula", cell=cell, value=right) if right else None,
    )


def _build_proposal(
    tree: SumTree, parent: _Parent, key: str, reading: FormulaReading | None = None
) -> str | None:
    from selaras.formulas.proposal import build_sum_formula

    return build_sum_formula(tree, parent.children, key, reading)


def _build_advice(cell: str, right: str | None) -> Text:
    if right is None:
        return Text(
            f"Isi {cell} dengan rumus yang hanya menjumlahkan baris di bawahnya.",
            f"Put a formula in {cell} that adds the rows below it and nothing else.",
        )
    return Text(
        f"Isi {cell} dengan {right}; bila angkanya memang lain, betulkan baris di bawahnya.",
        f"Put {right} in {cell}; if the amount is meant to be another, mend the rows below it.",
    )


EXAMPLES = (
    Silent(
        "kode|nama|pagu\n2.17.01|P|=C3→100\n2.17.01.2.01|A|100\n2.17.02|Q|=C5→100\n"
        "2.17.02.2.01|B|100\n2.17.03|R|=C7→100\n2.17.03.2.01|C|=50+50→100"
    ),
    # All of them typed, and one formula.
    Silent(
        "kode|nama|pagu\n2.17.01|P|100\n2.17.01.2.01|A|100\n2.17.02|Q|100\n2.17.02.2.01|B|100\n"
        "2.17.03|R|=C7→100\n2.17.03.2.01|C|100"
    ),
    # Another year's amount, raised by a tenth.
    Silent("kode|nama|pagu|pagu_maju\n2.17.01|P|=C3→100|=C3*1.1→110\n2.17.01.2.01|A|100|110"),
    Speaks(
        "kode|nama|pagu\n2.17.01|P|=C3→100\n2.17.01.2.01|A|100\n2.17.02|Q|=C5→100\n"
        "2.17.02.2.01|B|100\n2.17.03|R|=C7→100\n2.17.03.2.01|C|100\n2.17.04|S|90\n"
        "2.17.04.2.01|D|60\n2.17.04.2.02|E|40",
        "C8 expected==SUM(C9:C10) actual=90",
    ),
    Speaks(
        "kode|nama|pagu\n2.17.01|P|=SUM(C3:C4)/13→23\n2.17.01.2.01|A|100\n2.17.01.2.02|B|199\n"
        "2.17.02|Q|=C6+C7+500000→500003\n2.17.02.2.01|C|1\n2.17.02.2.02|D|2",
        "C2 expected==SUM(C3:C4) actual==SUM(C3:C4)/13\n"
        "C5 expected==SUM(C6:C7) actual==C6+C7+500000",
    ),
    # Targets that the form sums.
    Speaks(
        "kode|nama|target|pagu\n2.17.01|P|=SUM(C3:C4)→3\n2.17.01.2.01|A|#1\n2.17.01.2.02|B|#2\n"
        "2.17.02|Q|=C6→4\n2.17.02.2.01|C|#4\n2.17.03|R|=SUM(C8:C9)→5\n2.17.03.2.01|D|#2\n"
        "2.17.03.2.02|E|#3\n2.17.04|S|=SUM(C11:C12)/1331→0.01\n2.17.04.2.01|F|#1\n"
        "2.17.04.2.02|G|#6",
        "C10 expected==SUM(C11:C12) actual==SUM(C11:C12)/1331",
    ),
)
