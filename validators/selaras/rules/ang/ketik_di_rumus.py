"""ANG004: a typed number among formulas, and a number glued to a sum."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from selaras.model.row import Jenis, Row, jumlahkan
from selaras.model.table import Table, TableColumn
from selaras.reckon.sum_words import sebut
from selaras.reckon.sums import sama
from selaras.rule.registry import Silent, Speaks, table_rule
from selaras.rule.regulations import BUKU_KERJA
from selaras.values.finding import Finding, Fix, Severity
from selaras.values.kode_reading import Tingkat
from selaras.values.rupiah import tulis_rupiah
from selaras.values.text import Teks, besar

if TYPE_CHECKING:
    from selaras.formulas import BacaRumus, PembacaRumus
    from selaras.formulas.sum_tree import Pohon

#: A typed number stands out where so many others of its level are there, and so many formulas.
TERSEDIKIT = 3
LAZIM_RUMUS = 0.6
#: A target may be a program's own: only where nearly all others are sums is a typed one odd.
LAZIM_TARGET = 0.9

#: A formula without any cell is a typed number all the same.
_TANPA_SEL = re.compile(r"=[\d\s.+\-*/()%]+", re.ASCII)


@table_rule(
    "ANG004",
    "ketik-di-rumus",
    Severity.WARNING,
    needs=("uang", "rumus"),
    basis=BUKU_KERJA,
    english="""A sum is a formula where its neighbours are, and has no typed number in it.

    Why: a number typed over a formula, or glued to it (+500000, /13, *1.1), does not follow when
    the amounts below change, and nobody sees it in the printed table.

    Fix: put the formula given in the finding back, and enter the amount in a row of its own where
    it is really meant.
    """,
)
def ketik_di_rumus(table: Table) -> Iterator[Finding]:
    """Penjumlahan berupa rumus bila sesama tingkatnya berupa rumus, tanpa angka ketikan.

    Mengapa: angka yang diketik menimpa rumus, atau ditempelkan pada rumus (+500000, /13, *1.1),
    tidak ikut berubah bila pagu di bawahnya berubah, dan tidak terlihat pada tabel yang dicetak.

    Perbaikan: kembalikan rumus yang disebut dalam temuan; bila angka itu memang dimaksudkan,
    tuliskan pada barisnya sendiri.
    """
    if not table.sheet.formulas:
        return
    from selaras.formulas import PembacaRumus
    from selaras.formulas.sum_tree import Pohon
    from selaras.formulas.summed import is_target, summed_columns

    reader, tree = PembacaRumus(table.sheet), Pohon(table)
    parents = [_Induk(row, below) for row, below in tree.terjumlah()]
    totals = [_Induk(row, tree.find_roots()) for row in table.rows_of_kind(Jenis.TOTAL)]
    levels: dict[Tingkat | None, list[_Induk]] = {}
    for parent in parents:
        levels.setdefault(parent.row.tingkat, []).append(parent)
    for column in summed_columns(tree, reader, parents):
        filled = {row for row, place in table.sheet.formulas if place == column.first}
        if not filled:
            continue
        for level in levels.values():
            if any(row.row in filled or row.lanjutan for row, _ in level):
                yield from _diketik(tree, level, column)
        for parent in parents if is_target(column) else (*parents, *totals):
            if parent.row.row in filled or parent.row.lanjutan:
                yield from _ditempeli(tree, reader, parent, column)


class _Induk(NamedTuple):
    """A row and the rows that it is the sum of."""

    row: Row
    anak: Sequence[Row]


# Typed numbers


def _diketik(tree: Pohon, level: Sequence[_Induk], column: TableColumn) -> Iterator[Finding]:
    """Yield a finding for each number of a level where the others are formulas."""
    from selaras.formulas.summed import is_target

    key, formulas = column.key, tree.table.sheet.formulas
    rest: list[_Induk] = []
    for parent in level:
        formula = formulas.get(parent.row.posisi(key))
        if formula is None or _TANPA_SEL.fullmatch(formula):
            rest.append(parent)
    count = len(level) - len(rest)
    if not count:
        return
    typed = [
        parent
        for parent in rest
        if _angka(parent.row, key) and jumlahkan(parent.anak, key) is not None
    ]
    others = count + len(typed) - 1
    usual = LAZIM_TARGET if is_target(column) else LAZIM_RUMUS
    if others < TERSEDIKIT or count < usual * others:
        return
    for parent in typed:
        yield _temuan_ketik(
            tree, parent, column, Teks(f"{count} dari {others}", f"{count} of {others}")
        )


def _angka(row: Row, key: str) -> bool:
    value = row.value(key)
    return isinstance(value, int | float) and not isinstance(value, bool)


def _temuan_ketik(tree: Pohon, parent: _Induk, column: TableColumn, share: Teks) -> Finding:
    row, key = parent.row, column.key
    cell, label, who = row.cell(key), column.label, sebut(row)
    amount = row.jumlah(key) or 0
    level = row.tingkat.label if row.tingkat else ""
    right = _usulan(tree, parent, key)
    return row.temuan(
        key,
        Teks(
            f"{besar(label.id)} {who.id} diketik sebagai angka ({tulis_rupiah(amount)}), padahal "
            f"{share.id} {level or 'baris'} lain berupa rumus.",
            f"The {label.en} of {who.en} is typed as a number ({tulis_rupiah(amount, 'en')}), "
            f"though {share.en} other {level or 'rows'} are formulas.",
        ),
        advice=_saran(cell, right),
        expected=right,
        fix=Fix(kind="formula", cell=cell, value=right) if right else None,
    )


# Numbers glued to a sum


def _ditempeli(
    tree: Pohon, reader: PembacaRumus, parent: _Induk, column: TableColumn
) -> Iterator[Finding]:
    from selaras.formulas.plain import bentuk_lugas

    row, key = parent.row, column.key
    formula = tree.table.sheet.formulas.get(row.posisi(key))
    if formula is None or bentuk_lugas(formula) is not None:  # plain sums have nothing glued on
        return
    baca = reader.read(formula)
    if baca is None or not (baca.tetap or baca.faktor):
        return
    if not _menjumlah_anak(tree, parent, column, baca):
        return
    if baca.faktor and not baca.tetap:
        # The sum over all levels, divided by their number, is right as long as it is.
        jumlah = jumlahkan(parent.anak, key)
        if jumlah is not None and sama(row, column, jumlah):
            return
    yield _temuan_tempel(tree, parent, column, formula, baca)


def _menjumlah_anak(tree: Pohon, parent: _Induk, column: TableColumn, baca: BacaRumus) -> bool:
    """Tell whether a formula adds cells of its own column that belong to the row."""
    tops = {id(row) for row in parent.anak}
    for number, place in baca.sel:
        row = tree.table.row_at(number) if place == column.first else None
        while row is not None:
            if id(row) in tops:
                return True
            row = tree.find_parent(row)
    return False


def _temuan_tempel(
    tree: Pohon, parent: _Induk, column: TableColumn, formula: str, baca: BacaRumus
) -> Finding:
    from selaras.formulas.proposal import singkat

    row, key = parent.row, column.key
    cell, label, who = row.cell(key), column.label, sebut(row)
    if row.jenis is Jenis.TOTAL:
        who = Teks("baris jumlah", "the total row")
    glued = " ".join([*baca.faktor, *([f"{baca.tetap.normalize():+f}"] if baca.tetap else [])])
    shown = singkat(formula)
    right = _usulan(tree, parent, key, baca)
    return row.temuan(
        key,
        Teks(
            f"Rumus {label.id} {who.id} ditempeli angka ketikan ({glued}): {shown}.",
            f"A typed number ({glued}) is glued to the formula of the {label.en} of {who.en}: "
            f"{shown}.",
        ),
        advice=_saran(cell, right),
        expected=right,
        actual=formula,
        fix=Fix(kind="formula", cell=cell, value=right) if right else None,
    )


def _usulan(tree: Pohon, parent: _Induk, key: str, baca: BacaRumus | None = None) -> str | None:
    from selaras.formulas.proposal import rumus_jumlah

    return rumus_jumlah(tree, parent.anak, key, baca)


def _saran(cell: str, right: str | None) -> Teks:
    if right is None:
        return Teks(
            f"Isi {cell} dengan rumus yang hanya menjumlahkan baris di bawahnya.",
            f"Put a formula in {cell} that adds the rows below it and nothing else.",
        )
    return Teks(
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
