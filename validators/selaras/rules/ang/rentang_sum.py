"""ANG003: a sum formula that adds the wrong rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from selaras.model.row import add_up
from selaras.reckon.sum_words import name_cells, name_row
from selaras.reckon.sums import is_sum_written
from selaras.rule import Finding, Findings, Fix, Place, Severity, Silent, Speaks, Text, table_rule
from selaras.rule.seen import Row, RowKind, Table, TableColumn
from selaras.values.a1 import address
from selaras.values.text import capitalise

if TYPE_CHECKING:
    from selaras.formulas import FormulaReader, FormulaReading
    from selaras.formulas.coverage import Coverage
    from selaras.formulas.sum_tree import SumTree
    from selaras.model.book import Position

#: Cells that a finding carries as related.
MOST_RELATED = 50


@table_rule(
    "ANG003",
    "rentang-sum",
    Severity.ERROR,
    needs=("uang", "rumus"),
    basis="practice",
    english="""A sum formula adds every row below it once, and no other row.

    Why: a range that ends a row early leaves out the last kegiatan; one that goes a row too far
    takes in a row of the next program; one over all rows counts kegiatan and sub kegiatan both. The
    cell looks right and goes on being wrong whatever is filled in below.

    Fix: put the formula given in the finding in the cell, or mend the range. The sum of all sub
    kegiatan, SUBTOTAL and SUMIF are as good as the sum of the kegiatan.
    """,
)
def check_sum_ranges(table: Table) -> Findings:
    """Rumus penjumlahan mengambil setiap baris di bawahnya satu kali, dan bukan baris lain.

    Mengapa: rentang yang kurang satu baris meninggalkan kegiatan terakhir; rentang yang lebih satu
    baris mengambil baris program berikutnya; rentang atas semua baris menghitung kegiatan sekaligus
    sub kegiatannya. Selnya tampak benar dan tetap keliru, apa pun yang diisikan di bawahnya.

    Perbaikan: isikan rumus yang disebut dalam temuan, atau betulkan rentangnya. Penjumlahan semua
    sub kegiatan, SUBTOTAL, dan SUMIF sama baiknya dengan penjumlahan kegiatan.
    """
    formulas = table.sheet.formulas
    if not formulas:
        return
    from selaras.formulas import FormulaReader
    from selaras.formulas.sum_tree import SumTree
    from selaras.formulas.summed import is_target, summed_columns

    reader, tree = FormulaReader(table.sheet), SumTree(table)
    parents = list(tree.find_summed())
    for column in summed_columns(tree, reader, parents):
        filled = {row for row, place in formulas if place == column.first}
        for row, below in parents if filled else ():
            if row.row not in filled and not row.continuations:
                continue
            formula = formulas.get(row.position(column.key))
            if formula is not None:
                found = _check_row(tree, reader, row, below, column, formula)
                yield from _soften(found) if is_target(column) else found
        if not is_target(column):
            yield from _check_totals(tree, reader, column)


def _soften(findings: Findings) -> Findings:
    """Yield findings on targets as warnings: a target may be meant to be something else."""
    return (finding._replace(own_severity=Severity.WARNING) for finding in findings)


def _check_row(
    tree: SumTree,
    reader: FormulaReader,
    row: Row,
    below: Sequence[Row],
    column: TableColumn,
    formula: str,
) -> Findings:
    from selaras.formulas.coverage import find_coverage, is_exact
    from selaras.formulas.summed import is_target, of_like_unit

    reading = reader.read(formula)
    if reading is None or is_exact(below, column.key, reading):
        return
    if reading.is_reference and len(below) > 1 and is_target(column):
        return  # the target of the one row below that matters
    found = find_coverage(tree, row, below, column, reading)
    if found is None:
        return
    if not found.covered:
        found = found._replace(total=[])
    if is_target(column):
        counted = [child for child in below if child.position(column.key) in reading.cells]
        found = found._replace(missing=of_like_unit(found.missing, counted, column.key))
    if not found.is_right and _is_certain(row, below, column):
        yield _build_finding(tree, row, below, column, formula, reading, found)


def _is_certain(row: Row, below: Sequence[Row], column: TableColumn) -> bool:
    """Tell whether the children are known: by their codes, or since the amounts disagree too.

    Without codes the levels are told by how the sums work out, so that a formula is only wrong
    where its sum is.
    """
    if row.table.has_kodes:
        return True
    sum_ = add_up(below, column.key)
    known = not row.is_unknown(column.key)
    return sum_ is not None and known and not is_sum_written(row, column, sum_)


# Totals


def _check_totals(tree: SumTree, reader: FormulaReader, column: TableColumn) -> Findings:
    """Yield a finding for each total that is not the sum of the rows of any full level."""
    from selaras.formulas.coverage import find_coverage

    table = tree.table
    before: list[Row] = []
    for row in table.rows_of_kind(RowKind.TOTAL):
        formula = table.sheet.formulas.get(row.position(column.key))
        reading = reader.read(formula) if formula is not None else None
        if formula is not None and reading is not None:
            groups = _list_groups(tree, row, before)
            read = [find_coverage(tree, row, below, column, reading) for below in groups]
            found = read[0]
            if found is not None and not any(one is None or one.is_right for one in read):
                found = _find_certain_fault(tree, found, before, column)
                if found is not None and _is_certain(row, groups[0], column):
                    yield _build_finding(tree, row, groups[0], column, formula, reading, found)
        before.append(row)


def _list_groups(tree: SumTree, row: Row, before: Sequence[Row]) -> list[list[Row]]:
    """Return what a total may be the sum of; what it most likely is comes first.

    It is the sum of the whole table, or of the rows since the total before it.
    """
    top = tree.find_roots()
    above = [other for other in top if other.row < row.row]
    since = [other for other in above if not before or other.row > before[-1].row]
    real = [other for other in top if other.kode is None or other.kode.parts[0]]
    groups = [since, above, top, real, tree.find_programs(), list(before)]
    if not since:
        groups.insert(0, top)
    return [group for group in groups if group]


def _find_certain_fault(
    tree: SumTree, found: Coverage, before: Sequence[Row], column: TableColumn
) -> Coverage | None:
    """Return what is certainly wrong with a total; None when it may be a sum of its own kind."""
    if found.covered <= len(found.missing):
        return None
    for other in found.total:
        # A total among the rows that it is the sum of counts them twice; any other may belong.
        place = list(before).index(other) if other in before else -1
        if place < 0:
            return None
        from_row = before[place - 1].row if place else 0
        rows = [one for one in tree.find_roots() if from_row < one.row < other.row]
        sum_ = add_up(rows, column.key)
        if sum_ is None or not is_sum_written(other, column, sum_):
            return None
    return found if not found.outside and not found.is_right else None


# Words


def _build_finding(
    tree: SumTree,
    row: Row,
    below: Sequence[Row],
    column: TableColumn,
    formula: str,
    reading: FormulaReading,
    found: Coverage,
) -> Finding:
    from selaras.formulas.proposal import build_sum_formula, shorten_formula
    from selaras.formulas.summed import is_target, of_like_unit

    key, cell = column.key, row.cell(column.key)
    mixed = is_target(column) and len(of_like_unit(below, below[:1], key)) < len(below)
    right = None if mixed else build_sum_formula(tree, below, key, reading)
    shown = shorten_formula(formula)
    label, who = column.label, name_row(row)
    if row.kind is RowKind.TOTAL:
        subject = Text(f"Rumus total {label.id}", f"The formula of the total {label.en}")
    else:
        subject = Text(f"Rumus {label.id} {who.id}", f"The formula of the {label.en} of {who.en}")
    wrong = _say_wrong(found, key)
    advice = (
        Text(f"Ganti rumus {cell} dengan {right}.", f"Put {right} in {cell} instead.")
        if right
        else Text(
            f"Betulkan rentang rumus {cell} supaya setiap baris di bawahnya terhitung satu kali.",
            f"Mend the range in {cell} so that each row below it counts once.",
        )
    )
    rows = (*found.missing, *found.repeated, *found.outside, *found.total)
    sheet = row.table.sheet.name
    places = [one.place(key) for one in rows[:MOST_RELATED]]
    places += [Place(sheet, address(*place)) for place in found.foreign[:MOST_RELATED]]
    return row.build_finding(
        key,
        Text(
            f"{capitalise(subject.id)}, {shown}, {wrong.id}.",
            f"{subject.en}, {shown}, {wrong.en}.",
        ),
        advice=advice,
        expected=right,
        actual=formula,
        related=tuple(places),
        fix=Fix(kind="formula", cell=cell, value=right) if right else None,
    )


def _say_wrong(found: Coverage, key: str) -> Text:
    """Return what is wrong with a formula, as the rest of a sentence."""
    said: list[Text] = []
    if found.is_self_counted:
        said.append(Text("menghitung selnya sendiri", "counts its own cell"))
    if found.missing:
        cells = _name_cells(found.missing, key)
        said.append(Text(f"melewatkan {cells.id}", f"misses {cells.en}"))
    if found.repeated:
        cells = _name_cells(found.repeated, key)
        said.append(Text(f"menghitung {cells.id} dua kali", f"counts {cells.en} twice"))
    if found.outside:
        cells = _name_cells(found.outside, key)
        said.append(
            Text(
                f"ikut menghitung {cells.id} yang bukan bawahannya",
                f"counts {cells.en}, which does not belong to it",
            )
        )
    if found.total:
        names = _list_places([row.position(key) for row in found.total])
        said.append(
            Text(
                f"ikut menghitung baris jumlah di {names.id}", f"counts the total in {names.en} too"
            )
        )
    if found.foreign:
        names = _list_places(found.foreign)
        said.append(
            Text(
                f"ikut menghitung {names.id} yang bukan isi kolom ini",
                f"counts {names.en}, which is no amount of this column",
            )
        )
    return Text(
        _join_words([one.id for one in said], "dan"), _join_words([one.en for one in said], "and")
    )


def _name_cells(rows: Sequence[Row], key: str) -> Text:
    """Return the cells of rows; a single one with what its row is called."""
    if len(rows) == 1:
        cell, who = rows[0].cell(key), name_row(rows[0])
        return Text(f"{cell} ({who.id})", f"{cell} ({who.en})")
    return _list_places([row.position(key) for row in rows])


def _list_places(places: Sequence[Position]) -> Text:
    return name_cells([address(*place) for place in places])


def _join_words(parts: Sequence[str], last: str) -> str:
    return f" {last} ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


EXAMPLES = (
    # Targets are no sums as a rule; one that is taken from the row below is none either.
    Silent(
        "kode|nama|target|pagu\n2.17.01|P|=C3→5|\n2.17.01.2.01|A|5|\n2.17.01.2.02|B|6|\n"
        "2.17.02|Q|#7|\n2.17.02.2.01|C|#4|\n2.17.02.2.02|D|#3|"
    ),
    # Where the form sums them, a range that is short leaves one out.
    Speaks(
        "kode|nama|target|pagu\n2.17.01|P|=SUM(C3:C4)→3\n2.17.01.2.01|A|#1\n2.17.01.2.02|B|#2\n"
        "2.17.02|Q|=C6→4\n2.17.02.2.01|C|#4\n2.17.03|R|=SUM(C8:C9)→5\n2.17.03.2.01|D|#2\n"
        "2.17.03.2.02|E|#3\n2.17.04|S|=SUM(C11)→1\n2.17.04.2.01|F|#1\n2.17.04.2.02|G|#6",
        "C10 expected==SUM(C11:C12) actual==SUM(C11)",
    ),
    Silent(
        "kode|nama|pagu\n2.17.01|P|=C3+C5→300\n2.17.01.2.01|A|=SUM(C4:C4)→100\n"
        "2.17.01.2.01.01|B|100\n2.17.01.2.02|C|=C6→200\n2.17.01.2.02.01|D|200\n|Total|=C2→300"
    ),
    # All sub kegiatan, subtotals in subtotals, a criterion on the code.
    Silent(
        "kode|nama|pagu\n2.17.01|P|=C4+C6→300\n2.17.01.2.01|A|=C4→100\n2.17.01.2.01.01|B|100\n"
        "2.17.01.2.02|C|=C6→200\n2.17.01.2.02.01|D|200"
    ),
    Silent(
        "kode|nama|pagu\n2.17.01|P|=SUBTOTAL(9,C3:C6)→300\n"
        "2.17.01.2.01|A|=SUBTOTAL(9,C4:C4)→100\n2.17.01.2.01.01|B|100\n"
        "2.17.01.2.02|C|=SUBTOTAL(9,C6:C6)→200\n2.17.01.2.02.01|D|200"
    ),
    Silent(
        'kode|nama|pagu\n2.17.01|P|300\n2.17.01.2.01|A|=SUMIF(A2:A9,A3&".*",C2:C9)→300\n'
        "2.17.01.2.01.01|B|100\n2.17.01.2.01.02|C|200"
    ),
    # One row short.
    Speaks(
        "kode|nama|pagu\n2.17.01|P|=SUM(C3:C4)→300\n2.17.01.2.01|A|100\n2.17.01.2.02|B|200\n"
        "2.17.01.2.03|C|50",
        "C2 expected==SUM(C3:C5) actual==SUM(C3:C4)",
    ),
    # One row too many.
    Speaks(
        "kode|nama|pagu\n2.17.01.2.01|A|=SUM(C3:C5)→600\n2.17.01.2.01.01|B|100\n"
        "2.17.01.2.01.02|C|200\n2.17.01.2.02|D|300\n2.17.01.2.02.01|E|300",
        "C2 expected==SUM(C3:C4) actual==SUM(C3:C5)",
    ),
    # Kegiatan and sub kegiatan both.
    Speaks(
        "kode|nama|pagu\n2.17.01|P|=SUM(C3:C6)→600\n2.17.01.2.01|A|100\n2.17.01.2.01.01|B|100\n"
        "2.17.01.2.02|C|200\n2.17.01.2.02.01|D|200\n|Total|300",
        "C2 expected==C3+C5 actual==SUM(C3:C6)",
    ),
)
