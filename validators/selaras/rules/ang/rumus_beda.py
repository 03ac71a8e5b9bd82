"""ANG006: a formula that reckons otherwise than its neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selaras.rule import Finding, Findings, Fix, Place, Severity, Silent, Speaks, Text, book_rule
from selaras.rule.seen import Table, Work
from selaras.values.a1 import address, column_letters

if TYPE_CHECKING:
    from selaras.formulas.neighbours import Deviation
    from selaras.model.book import Sheet

#: Cells that a finding carries as related.
MOST_FOLLOWERS = 20


@book_rule(
    "ANG006",
    "rumus-beda",
    Severity.WARNING,
    basis="practice",
    english="""A formula follows the same pattern as the formulas beside, above and below it.

    Why: formulas of a table are copies of each other. One that refers to another column, adds other
    rows, has a number glued to it or was typed over looks right and reckons something else. Every
    sheet is looked at, whatever stands on it.

    Fix: put the formula given in the finding in the cell. Where the cell is meant to differ, leave
    it and say so in a note.
    """,
)
def check_formula_differences(work: Work) -> Findings:
    """Rumus mengikuti pola rumus di kiri, kanan, atas, dan bawahnya.

    Mengapa: rumus-rumus sebuah tabel adalah salinan satu sama lain. Rumus yang merujuk kolom lain,
    menjumlahkan baris lain, ditempeli angka, atau tertimpa angka ketikan tampak benar, padahal
    menghitung hal lain. Setiap lembar diperiksa, apa pun isinya.

    Perbaikan: isikan rumus yang disebut dalam temuan. Bila sel itu memang sengaja berbeda, biarkan
    dan beri catatan.
    """
    for sheet in work.book.sheets:
        if not sheet.formulas:
            continue
        from selaras.formulas.neighbours import deviations

        tables = [table for table in work.tables if table.sheet is sheet]
        for deviation in deviations(sheet):
            table = next((one for one in tables if one.area.holds(*deviation.place)), None)
            yield _build_finding(sheet, table, deviation)


def _build_finding(sheet: Sheet, table: Table | None, found: Deviation) -> Finding:
    from selaras.formulas.proposal import shorten_formula

    row, column = found.place
    cell, right = address(row, column), found.expected
    formula = sheet.formulas.get(found.place)
    where = (
        Text(f"baris {row}", f"row {row}")
        if found.along
        else Text(f"kolom {column_letters(column)}", f"column {column_letters(column)}")
    )
    share = f"{len(found.followers)}", f"{found.compared - 1}"
    pattern, shown = shorten_formula(right), shorten_formula(formula or "")
    if found.typed:
        message = Text(
            f"{cell} berisi angka ketikan, padahal {share[0]} dari {share[1]} sel sejenis di "
            f"sekitarnya pada {where.id} berupa rumus; pola rumusnya di sel ini {pattern}.",
            f"{cell} holds a typed number, though {share[0]} of {share[1]} like cells around it in "
            f"{where.en} are formulas; their pattern here is {pattern}.",
        )
    else:
        message = Text(
            f"Rumus {cell}, {shown}, lain dari {share[0]} dari {share[1]} rumus sejenis di "
            f"sekitarnya pada {where.id}; pola rumus itu di sel ini {pattern}.",
            f"The formula of {cell}, {shown}, differs from {share[0]} of {share[1]} like formulas "
            f"around it in {where.en}; their pattern here is {pattern}.",
        )
    advice = Text(
        f"Ganti isi {cell} dengan {pattern}. Bila sengaja berbeda, biarkan dan beri catatan.",
        f"Put {pattern} in {cell}. Where it is meant to differ, leave it and say so in a note.",
    )
    followers = tuple(Place(sheet.name, address(*one)) for one in found.followers[:MOST_FOLLOWERS])
    return _build_bare_finding(sheet, table, found, message, advice)._replace(
        expected=right,
        actual=formula if formula is not None else _read_shown_value(sheet, found),
        related=followers,
        fix=Fix(kind="formula", cell=cell, value=right),
        own_severity=Severity.ERROR if _is_breaking_sum(sheet, table, found) else None,
    )


def _build_bare_finding(
    sheet: Sheet, table: Table | None, found: Deviation, message: Text, advice: Text
) -> Finding:
    if table is not None:
        return table.build_cell_finding(found.place, message, advice=advice)
    cell = address(*found.place)
    return Finding(message=message, advice=advice, sheet=sheet.name, cell=cell, row_key=cell)


def _read_shown_value(sheet: Sheet, found: Deviation) -> int | str | None:
    from selaras.model.row import read_shown

    shown = read_shown(sheet, *found.place)
    return shown if shown is None or isinstance(shown, int) else str(shown)


def _is_breaking_sum(sheet: Sheet, table: Table | None, found: Deviation) -> bool:
    """Tell whether an amount of one of our tables is another than its neighbours' pattern gives."""
    if table is None or found.value is None or table.row_at(found.place[0]) is None:
        return False
    if not any(found.place[1] in column.columns for column in table.money_columns):
        return False
    from selaras.formulas.arithmetic import number_at
    from selaras.formulas.neighbours import differs

    own = number_at(sheet, *found.place)
    return own is not None and differs(own, found.value)


EXAMPLES = (
    # Sums over blocks of other lengths, and a row that reckons by itself.
    Silent(
        "kode|nama|pagu|pagu_maju\n2.17.01|P|=SUM(C3:C4)→3|=SUM(D3:D4)→3\n2.17.01.2.01|A|1|1\n"
        "2.17.01.2.02|B|2|2\n2.17.02|Q|=SUM(C6)→5|=SUM(D6)→5\n2.17.02.2.01|C|5|5"
    ),
    # Another rate is another assumption.
    Silent(
        "kode|nama|pagu|pagu_maju\n2.17.01|P|100|=C2*1.1→110\n2.17.02|P|100|=C3*1.1→110\n"
        "2.17.03|P|100|=C4*1.05→105\n2.17.04|P|100|120\n2.17.05|P|100|=C6*1.1→110\n"
        "2.17.06|P|100|=C7*1.1→110\n2.17.07|P|100|=C8*1.1→110"
    ),
    Speaks(
        "kode|nama|pagu|pagu_maju\n2.17.01|P|10|=C2+1→11\n2.17.02|P|10|=C3+1→11\n"
        "2.17.03|P|10|=C3+1→11\n2.17.04|P|20|=C5+1→21\n2.17.05|P|10|=C6+1→11",
        "D4 expected==C4+1 actual==C3+1",
    ),
    # A sheet that is none of ours: the sum takes another column, and a number is typed.
    Speaks(
        "== -\na|b|c|=A1+B1→3\n1|2|4|=A2+B2→3\n1|2|4|=A3+C3→5\n1|2|4|=A4+B4→3\n1|2|4|=A5+B5→3\n"
        "1|2|4|7\n1|2|4|=A7+B7→3\n1|2|4|=A8+B8→3\n1|2|4|=A9+B9→3",
        "D3 expected==A3+B3 actual==A3+C3\nD6 expected==A6+B6 actual=7",
    ),
)
