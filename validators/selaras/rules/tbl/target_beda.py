"""TBL003: the same code has another indicator or target in another table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selaras.compare.cells import baris_indikator
from selaras.compare.indicators import SelBeda, Sisi
from selaras.compare.match import kolom_indikator
from selaras.model.row import Row
from selaras.model.work import Work
from selaras.rule.registry import Silent, Speaks, book_rule
from selaras.rule.regulations import TATA_CARA
from selaras.rules.tbl._pairs import BERPASANGAN, perbandingan
from selaras.values.finding import Finding, Severity
from selaras.values.fold import mirip
from selaras.values.text import Teks


@book_rule(
    "TBL003",
    "target-beda",
    Severity.WARNING,
    needs=("setingkat",),
    basis=TATA_CARA,
    needs_tables=BERPASANGAN,
    english="""A code has the same indicators and targets in every plan table.

    Why: one plan promises one result. Whoever measures it later takes the target from whichever
    table is at hand.

    Fix: put the indicator and target that were decided in both tables. Indicators that are nearly
    the same differ in spelling: that is only worth a look.
    """,
)
def target_beda(work: Work) -> Iterator[Finding]:
    """Indikator dan target suatu kode sama di semua tabel rencana.

    Mengapa: satu rencana menjanjikan satu hasil. Yang mengukur kelak mengambil target dari tabel
    mana pun yang ada di tangannya.

    Perbaikan: isikan indikator dan target yang diputuskan di kedua tabel. Indikator yang hampir
    sama hanya beda ejaan: cukup dilihat lagi.
    """
    likeness = work.setting.ambang.mirip / 100

    def ejaan(one: str, other: str) -> bool:
        return mirip(one, other) >= likeness

    for comparison in perbandingan(work):
        several = any(row.indikator for table in comparison.kedua for row in table.pokok)
        cells = SelBeda(ejaan)
        for same in comparison.pasang:
            theirs = _sisi(same.acuan, same.acuan_semua)
            sheets = _per_tabel(same.kedua_semua)
            for rows in sheets:
                # A table that gives each row one indicator leaves the others out on purpose, and
                # one of several copies of a table need not hold what the others do.
                kurang = several and len(sheets) == 1
                cells.banding(_sisi(rows[0], rows), theirs, lebih=True, kurang=kurang)
        yield from cells.build_findings()


def _per_tabel(rows: Sequence[Row]) -> list[list[Row]]:
    """Return the rows apart by the table that they stand in: a workbook may hold copies of one."""
    tables: dict[int, list[Row]] = {}
    for row in rows:
        tables.setdefault(id(row.table), []).append(row)
    return list(tables.values())


def _sisi(row: Row, rows: Sequence[Row]) -> Sisi:
    key, target = kolom_indikator(row)
    lines = [line for one in rows for line in baris_indikator(one, key)]
    name = row.table.name
    return Sisi(row, lines, key, (target, "target_maju"), Teks(name, name))


_TC33 = "== T-C.33\nkode|nama|indikator|target|pagu\n2.17.06|Program A|Koperasi sehat|35%|3\n"
_LAGI = "||Jumlah koperasi|120 UM|\n"
_T41 = "== Tabel 4.1\nkode|nama|indikator|target|pagu\n"
EXAMPLES = (
    # The further indicator first, its unit in full.
    Silent(
        _TC33 + _LAGI + _T41 + "2.17.6|Program A|Jumlah Koperasi|120 usaha mikro|3\n"
        "||Koperasi Sehat|35 %|"
    ),
    # Tabel 4.1 gives each code one indicator.
    Silent(_TC33 + _LAGI + _T41 + "2.17.6|Program A|Koperasi sehat|35%|3"),
    Speaks(
        _TC33 + _T41 + "2.17.6|Program A|Koperasi sehat|53%|3",
        "Lembar2!D2 expected=35% actual=53%",
    ),
    Speaks(
        _TC33 + _T41 + "2.17.6|Program A|Koperasi sejat|35%|3",
        "Lembar2!C2 actual=Koperasi sejat",
    ),
)
