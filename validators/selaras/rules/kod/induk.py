"""KOD002: the row of the parent is missing, or is not the nearest above."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, table_rule
from selaras.rule.seen import Row, Table
from selaras.rules.kod._levels import check_levels
from selaras.rules.kod._order import KodeParts, find_ascending, separate_by_opd
from selaras.values.kode_reading import Kode, read_kode


@table_rule(
    "KOD002",
    "induk",
    Severity.ERROR,
    reads="codes",
    needs=("kode", "satu-per-kode", "bertingkat"),
    basis="kode",
    english="""A row stands under its parent: kegiatan under program, sub kegiatan under kegiatan.

    Why: a row whose parent is missing, or that stands under another parent, is lost to readers and
    to the sums. Only levels that the table has rows of are asked for. In a list whose columns give
    the code of program and kegiatan in every row, these and the row's own code agree.

    Fix: add the row of the parent above it, mend the code, or move the row under its parent.
    """,
)
def check_parents(table: Table) -> Findings:
    """Setiap baris berdiri di bawah induknya: kegiatan di program, sub kegiatan di kegiatan.

    Mengapa: baris yang induknya tidak ada, atau berdiri di bawah induk lain, hilang dari pembacaan
    dan penjumlahan. Yang diminta hanya tingkat yang memang ada barisnya di tabel itu. Dalam daftar
    yang kolomnya memuat kode program dan kegiatan di setiap baris, kode itu dan kode barisnya
    bersesuaian.

    Perbaikan: tambahkan baris induknya di atasnya, betulkan kodenya, atau pindahkan baris itu ke
    bawah induknya.
    """
    for rows in separate_by_opd(table):
        yield from _ParentCheck(rows).check()
    yield from check_levels(table)


class _ParentCheck:
    """Looks for the parents of the rows of one OPD."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows
        self.codes = [row.placed_kode.parts for row in rows if row.placed_kode is not None]
        self.known = set(self.codes)
        self.widths = self._find_level_widths()
        #: By the number of a code's parts, how many parts the parent has that must be there.
        self.above = {
            parts: next((width for width in self.widths if width < parts), 0)
            for parts in (1, 2, 3, 5, 6)
        }
        self.missing: dict[KodeParts, list[Kode]] = {}

    def _find_level_widths(self) -> list[int]:
        """Return the widths of the levels that the table has the rows of, not just a stray one."""
        by_width: dict[int, list[KodeParts]] = {width: [] for width in (1, 2, 3, 5, 6)}
        for code in self.known:
            by_width[len(code)].append(code)
        widths: list[int] = []
        needed: Collection[KodeParts] = by_width[6]
        for width in (5, 3, 2, 1):
            own = by_width[width]
            needed = {*own} | {code[:width] for code in needed if code[0]}
            if own and len(own) * 2 >= len(needed):
                widths.append(width)
        return widths

    def check(self) -> Findings:
        """Yield the rows whose parent is missing, and those that do not stand under it."""
        doubtful: list[int] = []
        nearest: dict[int, KodeParts] = {}
        stray: dict[int, Row] = {}
        for index, code in enumerate(self.codes):
            parts = len(code)
            nearest[parts] = code
            row = self.rows[index]
            if row.likely is not None:
                stray[parts] = row
                yield _build_mistyped_finding(row, self._write(row))
            width = self.above[parts]
            if not width:
                continue
            parent = code[:width]
            if nearest.get(width) == parent:  # nearly every row
                continue
            if width in stray and row.parent is stray[width]:
                continue  # mistyped as its parent is
            missing = self.missing.get(parent)
            if missing is None:
                missing = self.missing[parent] = self._find_missing(parent)
            if missing:
                yield _build_missing_finding(self.rows[index], missing)
            elif parent in self.known:
                doubtful.append(index)
        if doubtful:
            yield from self._find_misplaced(doubtful)

    def _write(self, row: Row) -> str:
        """Return the likely code of a row as its own is written; "" where another row has it."""
        likely, own, read = row.likely, row.kode, row.reading
        if likely is None or own is None or read is None:
            return ""
        if self.codes.count(likely.parts) > 1:
            return ""
        parts = re.split(r"([ .\-]+)", read.text.strip(" '`"))
        if read.style.cell_count > 1 or len(parts) != 2 * len(own.parts) - 1:
            return str(likely)
        for place, (number, other) in enumerate(zip(likely.parts, own.parts, strict=True)):
            if number != other:
                parts[2 * place] = f"{number:0{len(parts[2 * place])}d}"
        proper = "".join(parts)
        again = read_kode(proper)
        return proper if again is not None and again.kode == likely else str(likely)

    def _find_missing(self, parent: KodeParts) -> list[Kode]:
        """Return the codes from a missing parent upwards that the table has no row of.

        What the parent lacks above it is told at the parent. X.XX stands for any bidang, and a
        program X.XX.01 for the .01 of the bidang.
        """
        missing: list[Kode] = []
        for width in self.widths:
            code = parent[:width]
            if width > len(parent):
                continue
            if code in self.known or not code[0] or (0, 0, *code[2:]) in self.known:
                break
            missing.append(Kode(code))
        return missing

    def _find_misplaced(self, doubtful: Sequence[int]) -> Findings:
        """Yield the rows that stand under another parent.

        A row put in between out of the order of its level is no parent of what follows it.
        """
        wanted, kept = set(doubtful), self._find_in_order()
        first = dict(zip(reversed(self.codes), reversed(self.rows), strict=True))
        nearest: dict[int, Row] = {}
        for index, (row, code) in enumerate(zip(self.rows, self.codes, strict=True)):
            if index in wanted:
                width = self.above[len(code)]
                above = nearest.get(width)
                if above is None or above.kode is None or above.kode.parts != code[:width]:
                    yield _build_finding(row, first[code[:width]], above)
            if index in kept:
                nearest[len(code)] = row

    def _find_in_order(self) -> set[int]:
        """Return the indexes of the rows that are in order among those of their level."""
        kept: set[int] = set()
        for width in self.widths:
            level = [index for index, code in enumerate(self.codes) if len(code) == width]
            kept.update(
                level[place] for place in find_ascending([self.codes[index] for index in level])
            )
        return kept


def _name_kode(kode: Kode) -> str:
    return f"{kode.level.label} {kode}"


def _build_mistyped_finding(row: Row, proper: str) -> Finding:
    """Return the finding on a code that the place and the sums of its row contradict."""
    assert row.likely is not None
    assert row.kode is not None
    above = row.parent
    if above is not None and above.kode is not None and not row.kode.is_below(above.kode):
        where = Text(
            f"baris ini berdiri di bawah {_name_kode(above.kode)} dan pagunya terhitung di sana",
            f"the row stands under {_name_kode(above.kode)} and its amount is counted there",
        )
    else:
        below = len(row.children)
        where = Text(
            f"{below} baris di bawahnya berkode {row.likely} dan jumlah pagunya sama",
            f"the {below} rows below it are of {row.likely} and add up to its amount",
        )
    return row.build_finding(
        "kode",
        Text(
            f"Kode {row.label} tampaknya salah ketik: {where.id}.",
            f"The code {row.label} seems mistyped: {where.en}.",
        ),
        advice=Text(f"Bila benar demikian, tulis {proper}.", f"If so, write {proper}.")
        if proper
        else Text("Betulkan kodenya.", "Mend the code."),
        expected=proper or str(row.likely.parent),
        related=(above.place_kode(),) if above is not None else (),
        fix=row.fix_kode(proper) if proper else None,
    )


def _build_missing_finding(row: Row, missing: Sequence[Kode]) -> Finding:
    names = [_name_kode(kode) for kode in reversed(missing)]
    both = Text(" dan ".join(names), " and ".join(names))
    many = len(names) > 1
    return row.build_finding(
        "kode",
        Text(
            f"Induk {row.label} tidak ada di tabel ini: {both.id}.",
            f"The {'parents' if many else 'parent'} of {row.label} "
            f"{'are' if many else 'is'} not in this table: {both.en}.",
        ),
        advice=Text(
            f"Tambahkan baris {both.id} di atasnya, atau betulkan kode {row.label}.",
            f"Add {'rows' if many else 'a row'} for {both.en} above it, "
            f"or mend the code {row.label}.",
        ),
    )


def _build_finding(row: Row, parent: Row, above: Row | None) -> Finding:
    assert parent.kode is not None
    below = Text(
        f"di bawah {above.label}" if above else "sebelum induknya",
        f"under {above.label}" if above else "before its parent",
    )
    place, name = parent.place_kode(), _name_kode(parent.kode)
    return row.build_finding(
        "kode",
        Text(
            f"{row.label} berdiri {below.id}, padahal induknya {name} di {place.cell}.",
            f"{row.label} stands {below.en}, but its parent is {name} in {place.cell}.",
        ),
        advice=Text(
            f"Pindahkan baris ini ke bawah {place.cell}, atau betulkan kodenya.",
            f"Move this row under {place.cell}, or mend its code.",
        ),
        expected=str(parent.kode),
        related=(place,),
    )


EXAMPLES = (
    Silent("kode|nama|pagu\n2.17.01|P|3\n2.17.01.2.01|A|3\n2.17.01.2.01.01|S|3"),
    Silent("kode|nama|pagu\n2.17.01.2.01.01|S|3\n2.17.01.2.01.02|S|3"),
    # The program with the code of the nomenclature, its kegiatan with that of the bidang.
    Silent("kode|nama|pagu\n2.17|B|\nX.XX.01|P|3\n2.17.01.2.01|A|3\n2.17.03|Q|3\n2.17.03.2.01|C|3"),
    # A kegiatan put in the wrong place is out of order (KOD009); what follows it is not.
    Silent(
        "kode|nama|pagu\n2.17.01|P|8\n2.17.01.2.01|A|3\n2.17.01.2.01.01|S|1\n"
        "2.17.01.2.09|K|2\n2.17.01.2.01.02|T|1\n2.17.01.2.01.03|U|1\n"
        "2.17.01.2.02|B|3\n2.17.01.2.02.01|V|3"
    ),
    Speaks(
        "kode|nama|pagu\n2.17.01|P|6\n2.17.01.2.01|A|3\n2.17.01.2.01.01|S|3\n2.17.01.2.02.01|T|3",
        "A5 actual=2.17.01.2.02.01",
    ),
    # The amount is part of the kegiatan that the row stands under: the code is mistyped.
    Speaks(
        "kode|nama|pagu\n2.17.01|P|3\n2.17.01.2.01|A|3\n2.17.01.2.02.01|S|3",
        "A4 expected=2.17.01.2.01.01 actual=2.17.01.2.02.01",
    ),
    Speaks(
        "kode|nama|pagu\n2.17.01|P|3\n2.17.01.2.01|A|3\n2.17.01.2.02|B|3\n2.17.01.2.01.01|S|3",
        "A5 expected=2.17.01.2.01 actual=2.17.01.2.01.01",
    ),
)
