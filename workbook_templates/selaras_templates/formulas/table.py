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

from selaras.tables import Bentuk, Isi, Kolom, Rumus
from selaras.values.cumulative import STATES, TIMES
from selaras_templates.layout.places import Tata

#: Lengths of a code with all its zeros: 2, 2.17, 2.17.01, 2.17.01.2.01, and two kinds of the last.
PANJANG = "|1|4|7|12|15|17|"
_BENTUK_KODE = r"0\.00\.00\.0\.00\.0000"


_SEL = re.compile(r"INDEX\(\$([A-Z]+):\$\1,ROW\(\)\)")


def sel(huruf: str) -> str:
    """Return the cell of a column in the formula's own row, whichever row that is."""
    return f"INDEX(${huruf}:${huruf},ROW())"


def di_baris(formula: str, baris: int) -> str:
    """Return a formula as it is written into a row: with plain references to its own cells.

    They follow the row when it moves, are short to read, and depend on these cells alone. A table
    of Excel's own keeps the formula of a column in the form that is the same for every row.
    """
    return _SEL.sub(rf"$\g<1>{baris}", formula)


def titik(kode: str) -> str:
    """Return how many dots a code has."""
    return f'LEN({kode})-LEN(SUBSTITUTE({kode},".",""))'


class Penjumlahan:
    """The sums of a table with levels."""

    def __init__(self, tata: Tata) -> None:
        self._tata = tata
        self._kunci = tata.find_letters(tata.key_column)
        self._berkode = tata.key_column == "kode"

    def sum_below(self, uang: str, selain: str = '""') -> str:
        """Return the sum of what stands below the row: its children, or its rincian.

        Where nothing does it gives `selain`, a formula without "=".
        """
        own = sel(self._kunci)
        keys, amounts = self._bawah(self._kunci), self._bawah(self._tata.find_letters(uang))
        pola = self._build_pattern(own)
        deeper = f'{pola}&".*"'
        children = (
            f"IF(COUNTIF({keys},{pola})-COUNTIF({keys},{deeper})=0,{selain},"
            f"SUMIF({keys},{pola},{amounts})-SUMIF({keys},{deeper},{amounts}))"
        )
        if self._berkode:
            children = f"IF({titik(own)}=5,{self._rincian(uang, selain)},{children})"
        last = f"ROW()>=ROW(${self._kunci}${self._tata.batas})-1"
        return f'=IF({own}="","",IF({last},{selain},{children}))'

    def subtract(self, uang: str) -> str:
        """Return what is written less what should be; blank where they agree."""
        written = sel(self._tata.find_letters(uang))
        should = sel(self._tata.huruf_bantu(uang, "seharusnya"))
        difference = f"ROUND(N({written})-{should},2)"
        return f'=IF({should}="","",IF({difference}=0,"",{difference}))'

    def total_up(self, uang: str) -> str:
        """Return the total: the sum of the programs, or of the rows that nothing stands above."""
        keys, amounts = self._span_above(self._kunci), self._span_above(self._tata.find_letters(uang))
        if self._berkode:
            return f'=SUMIF({keys},"*.*.*",{amounts})-SUMIF({keys},"*.*.*.*",{amounts})'
        return f'=SUMIF({keys},"<>",{amounts})-SUMIF({keys},"*.*",{amounts})'

    def beda_anak(self, uang: str) -> str:
        """Return the condition that a typed amount is not the sum of its children."""
        tata = self._tata
        kunci, huruf, baris = self._kunci, tata.find_letters(uang), tata.number_row
        own, written = f"${kunci}{baris}", f"{huruf}{baris}"
        keys = f"${kunci}${tata.number_row}:${kunci}${tata.batas}"
        amounts = f"{huruf}${tata.number_row}:{huruf}${tata.batas}"
        pola = self._build_pattern(own)
        deeper = f'{pola}&".*"'
        leaf = f"{titik(own)}<5," if self._berkode else ""
        return (
            f'=AND({di_bawah_nomor(tata)},{own}<>"",{leaf}'
            f"COUNTIF({keys},{pola})-COUNTIF({keys},{deeper})>0,"
            f"ROUND(N({written})-SUMIF({keys},{pola},{amounts})"
            f"+SUMIF({keys},{deeper},{amounts}),2)<>0)"
        )

    def beda_rincian(self, uang: str) -> str:
        """Return the condition that the amount of a sub kegiatan is not that of its rincian."""
        tata = self._tata
        kunci, huruf, baris = self._kunci, tata.find_letters(uang), tata.number_row
        own, written = f"${kunci}{baris}", f"{huruf}{baris}"
        height = f"ROWS({own}:${kunci}${tata.batas})-1"
        count = f'MATCH("?*",OFFSET({own},1,0,{height},1),0)-1'
        block = f"OFFSET({written},1,0,{count},1)"
        return (
            f"=AND({di_bawah_nomor(tata)},{titik(own)}=5,IF({count}>0,"
            f"AND(COUNT({block})>0,ROUND(N({written})-SUM({block}),2)<>0),FALSE))"
        )

    def _rincian(self, uang: str, selain: str) -> str:
        """Return the sum of the amounts without a code down to the next code."""
        kunci, huruf = self._kunci, self._tata.find_letters(uang)
        below = f"INDEX(${kunci}:${kunci},ROW()+1):${kunci}${self._tata.batas}"
        count = f'MATCH("?*",{below},0)'
        block = f"INDEX(${huruf}:${huruf},ROW()+1):INDEX(${huruf}:${huruf},ROW()+{count}-1)"
        return f"IF({count}=1,{selain},IF(COUNT({block})=0,{selain},SUM({block})))"

    def _build_pattern(self, kode: str) -> str:
        """Return the pattern of the codes right below one, and of all further below."""
        if not self._berkode:
            return f'{kode}&".*"'
        # A kegiatan has two parts more than its program: kewenangan and kegiatan.
        return f'{kode}&IF({titik(kode)}=2,".*","")&".*"'

    def _bawah(self, huruf: str) -> str:
        """Return the rows below this one, without the total."""
        # The row is that of the total's label: its amounts come from these very sums.
        end = f"ROW(${self._kunci}${self._tata.batas})-1"
        return f"INDEX(${huruf}:${huruf},ROW()+1):INDEX(${huruf}:${huruf},{end})"

    def _span_above(self, huruf: str) -> str:
        """Return all rows above this one, from the row of column numbers on."""
        return f"${huruf}${self._tata.number_row}:INDEX(${huruf}:${huruf},ROW()-1)"


def di_bawah_nomor(tata: Tata) -> str:
    """Return the condition, for conditional formats, that a row is below that of column numbers.

    There, and in validation, ROW() is an array of one, which OFFSET does not take; ROWS() is not.
    """
    huruf = tata.find_letters(tata.key_column)
    return f"ROWS(${huruf}${tata.number_row}:${huruf}{tata.number_row})>1"


def beda(kiri: str, kanan: str) -> str:
    """Return how much the right amount is above the left one; blank where they agree."""
    difference = f"N({sel(kanan)})-N({sel(kiri)})"
    return f'=IF(ROUND({difference},2)=0,"",ROUND({difference},2))'


# Codes


def kode_sah(kode: str) -> str:
    """Return the condition that a cell holds a code with all its zeros: 2.17.01.2.01.0001."""
    digits = f'SUBSTITUTE({kode},".","")'
    form = f'LEFT("{_BENTUK_KODE}",2*LEN({kode})-LEN({digits}))'
    length = f'ISNUMBER(FIND("|"&LEN({kode})&"|","{PANJANG}"))'
    return f'{length},{kode}=TEXT(--{digits},{form}),{kode}>="1"'


def banyak(tata: Tata, kode: str) -> str:
    """Return how often a code stands in the table; the number over its column is none."""
    huruf = tata.find_letters("kode")
    keys = f"${huruf}${tata.number_row}:${huruf}${tata.batas}"
    return f"SUMPRODUCT(--({keys}={kode}))-(${huruf}${tata.number_row}={kode})"


def periksa(tata: Tata) -> str:
    """Return the message on the code of a row, and on its sums; blank where all is well."""
    kunci = tata.find_letters("kode")
    own = sel(kunci)
    keys = f"${kunci}${tata.number_row}:${kunci}${tata.batas}"
    parent = f"LEFT({own},IF({titik(own)}=5,12,7))"
    checks = [
        (f"NOT(IFERROR(AND({kode_sah(own)}),FALSE))", "Bentuk kode keliru"),
        (f"{banyak(tata, own)}>1", "Kode ganda"),
        (f"AND({titik(own)}>3,ISNA(MATCH({parent},{keys},0)))", "Induknya belum ada"),
    ]
    if tata.berjumlah:
        off = [sel(tata.huruf_bantu(k.key, "selisih")) for k in tata.money_columns]
        checks.append((f'{"&".join(off)}<>""', "Pagu bukan jumlah bawahannya"))
    text = '""'
    for condition, message in reversed(checks):
        text = f'IF({condition},"{message}",{text})'
    return f'=IF({own}="","",{text})'


# Columns worked out from others of their row


def hitungan(tata: Tata, kolom: Kolom) -> str:
    """Return the formula of a column that the regulation works out from others."""
    rumus = kolom.rumus
    assert rumus is not None
    cells = [sel(tata.find_letters(key)) for key in rumus.dari]
    if rumus.kind is Bentuk.KUMULATIF:
        quarters = all(key[-1:].isdigit() for key in rumus.dari)
        return _kumulatif(cells, sel(tata.find_letters("target")) if quarters else None)
    if rumus.kind is Bentuk.SUM:
        count = "+".join(f"COUNT({cell})" for cell in cells)
        return f'=IF({count}=0,"",SUM({",".join(cells)}))'
    if rumus.kind is Bentuk.TUMBUH:
        return _tumbuh(cells)
    return _persen(tata, rumus, cells)


def _persen(tata: Tata, rumus: Rumus, cells: Sequence[str]) -> str:
    money = tata.spec.column(rumus.dari[0]).isi is Isi.UANG
    part, whole = cells if money else (angka(cells[0]), angka(cells[1]))
    return f'=IFERROR(IF(OR({cells[0]}="",{cells[1]}=""),"",{part}/{whole}),"")'


#: What does not add up, as it is looked for in the targets: " indeks ".
_KEADAAN = tuple(f" {form} " for word in STATES for form in (word, word.capitalize()))
#: What goes on through a year: 3 bulan a quarter are 12, but 29 orang/bulan stay 29.
_BERJALAN = tuple(
    f"{mark}{form}" for word in TIMES for form in (word, word.capitalize()) for mark in (" ", "/")
)


def _kumulatif(cells: Sequence[str], target: str | None) -> str:
    """Return the sum with its unit; the last value for percentages and grades, which do not add.

    What goes on through the year adds up over its quarters as long as the year's target is not
    passed, and never over the years, which have no such target.
    """
    texts = "&".join(cells)
    last = cells[0]
    for cell in cells[1:]:
        last = f'IF(OR({cell}="",{cell}="-"),{last},{cell})'
    numbers = "+".join(f"IFERROR({angka(cell)},0)" for cell in cells)
    unit = '""'
    for cell in reversed(cells):
        unit = f'IF(ISNUMBER(FIND(" ",{cell})),MID({cell},FIND(" ",{cell}),60),{unit})'
    apart = '&" "&'.join(cells)

    def named(words: Sequence[str]) -> str:
        listed = ",".join(f'"{word}"' for word in words)
        return f'SUMPRODUCT(--ISNUMBER(FIND({{{listed}}}," "&{apart}&" ")))'

    stated = f"{named(_KEADAAN)}+{named(_BERJALAN)}"
    if target is not None:
        passed = f"(({numbers})>IFERROR({angka(target)},0))"
        stated = f"{named(_KEADAAN)}+{named(_BERJALAN)}*{passed}"
    signs = f'ISNUMBER(FIND("%",{texts}))+ISNUMBER(FIND("(",{texts}))'
    # Grades without a number come to 0: the last one counts.
    graded = f"OR({signs}+{stated}>0,({numbers})=0)"
    # The decimal comma of a text, whatever the computer's language.
    total = f'SUBSTITUTE(({numbers})&"",".",",")&{unit}'
    return (
        f'=IFERROR(IF(SUBSTITUTE({texts},"-","")="","",IF({graded},{last},'
        f'IF({unit}="",{numbers},{total}))),"")'
    )


def _tumbuh(cells: Sequence[str]) -> str:
    steps = "+".join(f"({b}/{a}-1)" for a, b in itertools.pairwise(cells))
    return f'=IFERROR(({steps})/{len(cells) - 1},"")'


def angka(kel: str) -> str:
    """Return the number that a target begins with: 84.8 of "84,8 (A)", 0.25 of "25%"."""
    text = f'SUBSTITUTE(SUBSTITUTE({kel}&" ","("," "),"%","% ")'
    first = f'LEFT({text},FIND(" ",{text})-1)'
    return f'IF(ISNUMBER({kel}),{kel},_xlfn.NUMBERVALUE({first},",","."))'
