"""The formulas of a table sheet.

They survive inserting, deleting and moving rows: the rows above and below are found by ROW(), and
ranges end at the row of column numbers and at the total, which nobody moves. A sum needs no helper
cell of the rows that it adds, so that a row inserted where formulas do not fill down (in
LibreOffice) still counts. Children are found by the dots of their codes, not by helper levels:
"2.17.01.*.*" without "2.17.01.*.*.*" are the kegiatan of program 2.17.01.

No function is used that Excel 2016 or LibreOffice 7 lacks. Conditional formats and validation may
not use the range operator between functions: they use OFFSET, and whole ranges.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from selaras.tables import ColumnSpec, Content, FormulaKind, PrintedFormula
from selaras.values.cumulative import STATES, TIMES
from selaras_templates.layout.places import SheetLayout

#: Lengths of a code with all its zeros: 2, 2.17, 2.17.01, 2.17.01.2.01, and two kinds of the last.
KODE_LENGTHS = "|1|4|7|12|15|17|"
_KODE_FORMAT = r"0\.00\.00\.0\.00\.0000"

_ROW_CELL = re.compile(r"INDEX\(\$([A-Z]+):\$\1,ROW\(\)\)")


def refer_cell(letters: str) -> str:
    """Return the cell of a column in the formula's own row, whichever row that is."""
    return f"INDEX(${letters}:${letters},ROW())"


def place_in_row(formula: str, row_number: int) -> str:
    """Return a formula as it is written into a row: with plain references to its own cells.

    They follow the row when it moves, are short to read, and depend on these cells alone. A table
    of Excel's own keeps the formula of a column in the form that is the same for every row.
    """
    return _ROW_CELL.sub(rf"$\g<1>{row_number}", formula)


def count_dots(kode: str) -> str:
    """Return how many dots a code has."""
    return f'LEN({kode})-LEN(SUBSTITUTE({kode},".",""))'


class LevelSums:
    """The sums of a table with levels."""

    def __init__(self, layout: SheetLayout) -> None:
        self._layout = layout
        self._key_column = layout.find_letters(layout.key_column)
        self._has_kodes = layout.key_column == "kode"

    def sum_below(self, money_key: str, fallback: str = '""') -> str:
        """Return the sum of what stands below the row: its children, or its rincian.

        Where nothing does it gives `fallback`, a formula without "=".
        """
        own = refer_cell(self._key_column)
        keys = self._span_below(self._key_column)
        amounts = self._span_below(self._layout.find_letters(money_key))
        pattern = self._build_pattern(own)
        deeper = f'{pattern}&".*"'
        children = (
            f"IF(COUNTIF({keys},{pattern})-COUNTIF({keys},{deeper})=0,{fallback},"
            f"SUMIF({keys},{pattern},{amounts})-SUMIF({keys},{deeper},{amounts}))"
        )
        if self._has_kodes:
            rincian = self._sum_rincian(money_key, fallback)
            children = f"IF({count_dots(own)}=5,{rincian},{children})"
        last = f"ROW()>=ROW(${self._key_column}${self._layout.end_row})-1"
        return f'=IF({own}="","",IF({last},{fallback},{children}))'

    def subtract(self, money_key: str) -> str:
        """Return what is written less what should be; blank where they agree."""
        written = refer_cell(self._layout.find_letters(money_key))
        should = refer_cell(self._layout.find_helper_letters(money_key, "seharusnya"))
        difference = f"ROUND(N({written})-{should},2)"
        return f'=IF({should}="","",IF({difference}=0,"",{difference}))'

    def total_up(self, money_key: str) -> str:
        """Return the total: the sum of the programs, or of the rows that nothing stands above."""
        keys = self._span_above(self._key_column)
        amounts = self._span_above(self._layout.find_letters(money_key))
        if self._has_kodes:
            return f'=SUMIF({keys},"*.*.*",{amounts})-SUMIF({keys},"*.*.*.*",{amounts})'
        return f'=SUMIF({keys},"<>",{amounts})-SUMIF({keys},"*.*",{amounts})'

    def build_children_check(self, money_key: str) -> str:
        """Return the condition that a typed amount is not the sum of its children."""
        layout, key = self._layout, self._key_column
        letters, row_number = layout.find_letters(money_key), layout.number_row
        own, written = f"${key}{row_number}", f"{letters}{row_number}"
        keys = f"${key}${layout.number_row}:${key}${layout.end_row}"
        amounts = f"{letters}${layout.number_row}:{letters}${layout.end_row}"
        pattern = self._build_pattern(own)
        deeper = f'{pattern}&".*"'
        leaf = f"{count_dots(own)}<5," if self._has_kodes else ""
        return (
            f'=AND({build_below_check(layout)},{own}<>"",{leaf}'
            f"COUNTIF({keys},{pattern})-COUNTIF({keys},{deeper})>0,"
            f"ROUND(N({written})-SUMIF({keys},{pattern},{amounts})"
            f"+SUMIF({keys},{deeper},{amounts}),2)<>0)"
        )

    def build_rincian_check(self, money_key: str) -> str:
        """Return the condition that the amount of a sub kegiatan is not that of its rincian."""
        layout, key = self._layout, self._key_column
        letters, row_number = layout.find_letters(money_key), layout.number_row
        own, written = f"${key}{row_number}", f"{letters}{row_number}"
        height = f"ROWS({own}:${key}${layout.end_row})-1"
        count = f'MATCH("?*",OFFSET({own},1,0,{height},1),0)-1'
        block = f"OFFSET({written},1,0,{count},1)"
        return (
            f"=AND({build_below_check(layout)},{count_dots(own)}=5,IF({count}>0,"
            f"AND(COUNT({block})>0,ROUND(N({written})-SUM({block}),2)<>0),FALSE))"
        )

    def _sum_rincian(self, money_key: str, fallback: str) -> str:
        """Return the sum of the amounts without a code down to the next code."""
        key, letters = self._key_column, self._layout.find_letters(money_key)
        below = f"INDEX(${key}:${key},ROW()+1):${key}${self._layout.end_row}"
        count = f'MATCH("?*",{below},0)'
        block = f"INDEX(${letters}:${letters},ROW()+1):INDEX(${letters}:${letters},ROW()+{count}-1)"
        return f"IF({count}=1,{fallback},IF(COUNT({block})=0,{fallback},SUM({block})))"

    def _build_pattern(self, kode: str) -> str:
        """Return the pattern of the codes right below one, and of all further below."""
        if not self._has_kodes:
            return f'{kode}&".*"'
        # A kegiatan has two parts more than its program: kewenangan and kegiatan.
        return f'{kode}&IF({count_dots(kode)}=2,".*","")&".*"'

    def _span_below(self, letters: str) -> str:
        """Return the rows below this one, without the total."""
        # The row is that of the total's label: its amounts come from these very sums.
        end = f"ROW(${self._key_column}${self._layout.end_row})-1"
        return f"INDEX(${letters}:${letters},ROW()+1):INDEX(${letters}:${letters},{end})"

    def _span_above(self, letters: str) -> str:
        """Return all rows above this one, from the row of column numbers on."""
        return f"${letters}${self._layout.number_row}:INDEX(${letters}:${letters},ROW()-1)"


def build_below_check(layout: SheetLayout) -> str:
    """Return the condition, for conditional formats, that a row is below that of column numbers.

    There, and in validation, ROW() is an array of one, which OFFSET does not take; ROWS() is not.
    """
    letters = layout.find_letters(layout.key_column)
    return f"ROWS(${letters}${layout.number_row}:${letters}{layout.number_row})>1"


def compute_difference(left: str, right: str) -> str:
    """Return how much the right amount is above the left one; blank where they agree."""
    difference = f"N({refer_cell(right)})-N({refer_cell(left)})"
    return f'=IF(ROUND({difference},2)=0,"",ROUND({difference},2))'


# Codes


def build_kode_check(kode: str) -> str:
    """Return the condition that a cell holds a code with all its zeros: 2.17.01.2.01.0001."""
    digits = f'SUBSTITUTE({kode},".","")'
    form = f'LEFT("{_KODE_FORMAT}",2*LEN({kode})-LEN({digits}))'
    length = f'ISNUMBER(FIND("|"&LEN({kode})&"|","{KODE_LENGTHS}"))'
    return f'{length},{kode}=TEXT(--{digits},{form}),{kode}>="1"'


def count_kode(layout: SheetLayout, kode: str) -> str:
    """Return how often a code stands in the table; the number over its column is none."""
    letters = layout.find_letters("kode")
    keys = f"${letters}${layout.number_row}:${letters}${layout.end_row}"
    return f"SUMPRODUCT(--({keys}={kode}))-(${letters}${layout.number_row}={kode})"


def check_row(layout: SheetLayout) -> str:
    """Return the message on the code of a row, and on its sums; blank where all is well."""
    key = layout.find_letters("kode")
    own = refer_cell(key)
    keys = f"${key}${layout.number_row}:${key}${layout.end_row}"
    parent = f"LEFT({own},IF({count_dots(own)}=5,12,7))"
    checks = [
        (f"NOT(IFERROR(AND({build_kode_check(own)}),FALSE))", "Bentuk kode keliru"),
        (f"{count_kode(layout, own)}>1", "Kode ganda"),
        (f"AND({count_dots(own)}>3,ISNA(MATCH({parent},{keys},0)))", "Induknya belum ada"),
    ]
    if layout.has_sums:
        differences = [
            refer_cell(layout.find_helper_letters(column.key, "selisih"))
            for column in layout.money_columns
        ]
        checks.append((f'{"&".join(differences)}<>""', "Pagu bukan jumlah bawahannya"))
    text = '""'
    for condition, message in reversed(checks):
        text = f'IF({condition},"{message}",{text})'
    return f'=IF({own}="","",{text})'


# Columns worked out from others of their row


def compute_column(layout: SheetLayout, column: ColumnSpec) -> str:
    """Return the formula of a column that the regulation works out from others."""
    formula = column.formula
    assert formula is not None
    cells = [refer_cell(layout.find_letters(key)) for key in formula.of]
    if formula.kind is FormulaKind.CUMULATIVE:
        quarters = all(key[-1:].isdigit() for key in formula.of)
        return _cumulate(cells, refer_cell(layout.find_letters("target")) if quarters else None)
    if formula.kind is FormulaKind.SUM:
        count = "+".join(f"COUNT({cell})" for cell in cells)
        return f'=IF({count}=0,"",SUM({",".join(cells)}))'
    if formula.kind is FormulaKind.GROWTH:
        return _compute_growth(cells)
    return _compute_percent(layout, formula, cells)


def _compute_percent(layout: SheetLayout, formula: PrintedFormula, cells: Sequence[str]) -> str:
    money = layout.spec.column(formula.of[0]).content is Content.MONEY
    part, whole = cells if money else (read_target_number(cells[0]), read_target_number(cells[1]))
    return f'=IFERROR(IF(OR({cells[0]}="",{cells[1]}=""),"",{part}/{whole}),"")'


#: What does not add up, as it is looked for in the targets: " indeks ".
_STATES = tuple(f" {form} " for word in STATES for form in (word, word.capitalize()))
#: What goes on through a year: 3 bulan a quarter are 12, but 29 orang/bulan stay 29.
_RUNNING = tuple(
    f"{mark}{form}" for word in TIMES for form in (word, word.capitalize()) for mark in (" ", "/")
)


def _cumulate(cells: Sequence[str], target: str | None) -> str:
    """Return the sum with its unit; the last value for percentages and grades, which do not add.

    What goes on through the year adds up over its quarters as long as the year's target is not
    passed, and never over the years, which have no such target.
    """
    texts = "&".join(cells)
    last = cells[0]
    for cell in cells[1:]:
        last = f'IF(OR({cell}="",{cell}="-"),{last},{cell})'
    numbers = "+".join(f"IFERROR({read_target_number(cell)},0)" for cell in cells)
    unit = '""'
    for cell in reversed(cells):
        unit = f'IF(ISNUMBER(FIND(" ",{cell})),MID({cell},FIND(" ",{cell}),60),{unit})'
    apart = '&" "&'.join(cells)

    def count_words(words: Sequence[str]) -> str:
        listed = ",".join(f'"{word}"' for word in words)
        return f'SUMPRODUCT(--ISNUMBER(FIND({{{listed}}}," "&{apart}&" ")))'

    stated = f"{count_words(_STATES)}+{count_words(_RUNNING)}"
    if target is not None:
        passed = f"(({numbers})>IFERROR({read_target_number(target)},0))"
        stated = f"{count_words(_STATES)}+{count_words(_RUNNING)}*{passed}"
    signs = f'ISNUMBER(FIND("%",{texts}))+ISNUMBER(FIND("(",{texts}))'
    # Grades without a number come to 0: the last one counts.
    graded = f"OR({signs}+{stated}>0,({numbers})=0)"
    # The decimal comma of a text, whatever the computer's language.
    total = f'SUBSTITUTE(({numbers})&"",".",",")&{unit}'
    return (
        f'=IFERROR(IF(SUBSTITUTE({texts},"-","")="","",IF({graded},{last},'
        f'IF({unit}="",{numbers},{total}))),"")'
    )


def _compute_growth(cells: Sequence[str]) -> str:
    steps = "+".join(f"({b}/{a}-1)" for a, b in itertools.pairwise(cells))
    return f'=IFERROR(({steps})/{len(cells) - 1},"")'


def read_target_number(cell: str) -> str:
    """Return the number that a target begins with: 84.8 of "84,8 (A)", 0.25 of "25%"."""
    text = f'SUBSTITUTE(SUBSTITUTE({cell}&" ","("," "),"%","% ")'
    first = f'LEFT({text},FIND(" ",{text})-1)'
    return f'IF(ISNUMBER({cell}),{cell},_xlfn.NUMBERVALUE({first},",","."))'
