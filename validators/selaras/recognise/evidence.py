"""What the rows below a head say of its columns, and of the sheet.

A head alone proves nothing: a column of fund sources that holds amounts is none, and "Kode" over
account codes is the head of a budget. What the data contradict is no reading of the head.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import Enum, auto
from itertools import pairwise
from typing import NamedTuple

from selaras.model.book import Sheet, Value
from selaras.recognise.candidates import teks
from selaras.recognise.heads import Blok, Kepala
from selaras.recognise.traits import kosong
from selaras.recognise.words import himpunan
from selaras.tables import Isi
from selaras.values.fold import lipat
from selaras.values.kode_reading import baca_kode
from selaras.values.lazy_regex import Pola

#: Rows below a head that are looked at.
SAMPLE = 60
#: Fewer filled cells tell nothing.
FEWEST = 3
#: Such a share of the filled cells must agree.
SHARE = 0.7
#: So many of the cells of a column must be against its kind before the column is none of it.
CLEAR = 0.9
#: Amounts of a plan have five digits and more, and some of them many more.
AMOUNT = 10_000
LARGE_AMOUNT = 100_000
#: Longer numbers are those of persons and accounts.
LARGEST_AMOUNT = 10**15
#: The highest rate that a plan has.
HIGHEST_RATE = 100


class Content(Enum):
    """What a column holds."""

    #: Nothing, or too little to tell.
    UNKNOWN = auto()
    AMOUNTS = auto()
    CODES = auto()
    NAMES = auto()
    #: Words without any digit.
    WORDS = auto()
    #: The numbers 1, 2, 3 ...
    COUNTS = auto()
    #: Numbers up to 100 beside amounts of rupiah.
    RATES = auto()
    #: Other numbers that are no amounts.
    NUMBERS = auto()
    #: "85%", "25 Dokumen".
    MEASURES = auto()
    OTHER = auto()


class Evidence(NamedTuple):
    """What the data say: of each head's column, and of the sheet."""

    contents: tuple[Content, ...]
    #: What tells against every known table, 0 for nothing.
    against: float = 0.0


_RUPIAH = Pola(
    r"(?:(?:rp|idr)[\s.:]*)?[(\-]?(?:\d{1,3}(?:[.,\s]\d{3})+|\d{5,15})(?:[.,]\d{1,2})?[)\-,]*",
    re.IGNORECASE,
)
_NUMBER = Pola(r"\d{1,9}(?:[.,]\d{1,2})?")
_MEASURE = Pola(
    r"\d[\d.,]*(?:\s*%|\s*(?!(?:ribu|rb|juta|jt|mil[iy]ar|m|rp|rupiah)\b)[^\W\d]\S*(?:\s\S+){0,3})",
    re.IGNORECASE,
)
_CODE = Pola(r"[0-9Xx]{1,2}(?:[.\-\s]+[0-9Xx]{1,4}){1,6}\.?")
_PROGRAM = Pola(r"(?:[0-9Xx.\-\s]+)?program\s+\w", re.IGNORECASE)
_ACTIVITY = Pola(
    r"(?:[0-9Xx.\-\s]+)?(?:program|(?:sub ?)?kegiatan|urusan|bidang urusan|unsur|koordinasi|"
    r"administrasi|fasilitasi|evaluasi|sinkronisasi|rehabilitasi|pe[a-z]+an)\b",
    re.IGNORECASE,
)
_ACCOUNT = Pola(r"[4-7]\.[1-9](?:\.\d{1,4})*\.?")
_ACCOUNT_NAME = Pola(
    r"\W*(?:belanja|beban|pendapatan|pembiayaan|penerimaan pembiayaan|pengeluaran pembiayaan|"
    r"honorarium|gaji|tunjangan)\b",
    re.IGNORECASE,
)


def look(sheet: Sheet, block: Blok, rows: Sequence[int]) -> Evidence:
    """Return what the data rows below a head say."""
    rows = rows[:SAMPLE]
    contents = tuple(content(sheet, rows, columns) for columns in _spans(block.columns))
    if Content.AMOUNTS not in contents:
        # A plan in millions has amounts as small as rates.
        contents = tuple(Content.NUMBERS if found is Content.RATES else found for found in contents)
    if {*contents} <= {Content.COUNTS, Content.UNKNOWN}:
        # Numbers of rows that nobody has filled in say nothing of the columns.
        contents = (Content.UNKNOWN,) * len(contents)
    return Evidence(contents, _accounts(sheet, block, rows) + _months(block, contents))


def _spans(heads: Sequence[Kepala]) -> list[range]:
    """Return the sheet columns of each head: up to the next head, where none stands over them."""
    ends = [right.column for _, right in pairwise(heads)]
    ends.append(max(heads[-1].covered) + 1)
    return [range(head.column, end) for head, end in zip(heads, ends, strict=True)]


def _cells(sheet: Sheet, row: int, columns: range) -> Iterable[Value]:
    """Return what a row holds in the columns of one head; the parts of a code as one text."""
    filled = [
        value
        for column in columns
        if not kosong(value := sheet.grid.value(row, column)) and not _only_unit(value)
    ]
    if len(filled) > 1 and all(len(teks(value)) <= 5 for value in filled):
        return (".".join(teks(value).strip() for value in filled),)
    return filled[:1]


def _only_unit(value: Value) -> bool:
    return isinstance(value, str) and value.strip(" .:").casefold() in ("rp", "idr")


def content(sheet: Sheet, rows: Iterable[int], columns: range) -> Content:
    """Return what some columns under one head hold in some rows."""
    return _content([cell for row in rows for cell in _cells(sheet, row, columns)])


def _content(values: list[Value]) -> Content:
    values = [value for value in values if value != 0 and value is not True]
    if len(values) < FEWEST:
        return Content.UNKNOWN
    texts = [value for value in values if isinstance(value, str)]
    least = SHARE * len(values)
    if sum(map(is_amount, values)) >= least:
        large = any(isinstance(value, float | int) and value >= LARGE_AMOUNT for value in values)
        return Content.AMOUNTS if large or texts else Content.OTHER
    worded = len(texts) >= least
    if worded and sum(map(is_code, texts)) >= least:
        return Content.CODES
    if worded and _names(texts, least):
        return Content.NAMES
    numbers = _numbers(values)
    if numbers is not None or not worded:
        return numbers or Content.OTHER
    if sum(1 for text in texts if _MEASURE.fullmatch(text.strip())) >= CLEAR * len(values):
        return Content.MEASURES
    words = sum(1 for text in texts if not any(character.isdigit() for character in text))
    return Content.WORDS if words >= CLEAR * len(values) else Content.OTHER


def _numbers(values: Sequence[Value]) -> Content | None:
    """Return what kind of numbers most cells of a column hold; None where they are none."""
    numbers = [number for value in values if (number := _number(value)) is not None]
    least = CLEAR * len(values)
    if len(numbers) < least:
        return None
    if numbers[0] == 1 and all(after == before + 1 for before, after in pairwise(numbers)):
        return Content.COUNTS
    if sum(1 for number in numbers if 0 < number <= HIGHEST_RATE) >= least:
        return Content.RATES
    return Content.NUMBERS


def _number(value: Value) -> float | None:
    """Return a number, or a text that is one: "22", "33,33"."""
    if isinstance(value, str) and _NUMBER.fullmatch(text := value.strip()):
        return float(text.replace(",", "."))
    return value if isinstance(value, float | int) else None


def is_amount(value: Value) -> bool:
    """Tell whether a cell holds what looks like an amount of rupiah."""
    if isinstance(value, str):
        return len(value) <= 40 and _RUPIAH.fullmatch(value.strip()) is not None
    return isinstance(value, float | int) and AMOUNT <= abs(value) < LARGEST_AMOUNT


def is_code(text: str) -> bool:
    """Tell whether a text is the code of a program or of what lies below one."""
    text = text.strip()
    if not 4 <= len(text) <= 30 or _CODE.fullmatch(text) is None:
        return False
    read = baca_kode(text)
    return read is not None and (read.kode is None or len(read.kode.bagian) >= 2)


def _names(texts: Sequence[str], least: float) -> bool:
    """Tell whether texts are names of programs and what lies below them."""
    return (
        any(_PROGRAM.match(text) for text in texts)
        and sum(1 for text in texts if _ACTIVITY.match(text)) >= least
        and len({lipat(text) for text in texts}) >= FEWEST
    )


_NUMERIC = frozenset((Content.COUNTS, Content.RATES, Content.NUMBERS))
#: What a column of a kind cannot hold.
_NEVER: dict[Isi, frozenset[Content]] = {
    Isi.UANG: frozenset(
        (Content.WORDS, Content.NAMES, Content.CODES, Content.RATES, Content.MEASURES)
    ),
    Isi.KODE: frozenset(
        (Content.AMOUNTS, Content.WORDS, Content.NAMES, Content.COUNTS, Content.MEASURES)
    ),
    # Codes of each level may stand before its names, under one head.
    Isi.NAMA: frozenset((Content.AMOUNTS,)),
    Isi.INDIKATOR: _NUMERIC | {Content.AMOUNTS, Content.CODES},
    Isi.SUMBER: _NUMERIC | {Content.AMOUNTS, Content.CODES},
    Isi.TEKS: frozenset((Content.AMOUNTS, Content.CODES)),
    Isi.PERSEN: frozenset((Content.AMOUNTS, Content.WORDS)),
    Isi.TARGET: frozenset((Content.CODES, Content.NAMES)),
    Isi.NO: frozenset((Content.AMOUNTS, Content.WORDS, Content.NAMES)),
}


def contradicts(isi: Isi, found: Content) -> bool:
    """Tell whether a column that holds this cannot be one of that kind."""
    return found in _NEVER[isi]


def _accounts(sheet: Sheet, block: Blok, rows: Sequence[int]) -> float:
    """Return how much the codes and names of the rows are those of a budget's accounts."""
    left, right = block.area.left, block.area.right
    coded = accounts = named = spending = 0
    for row in rows:
        parts: list[str] = []
        name = ""
        for column, value in sheet.grid.row(row):
            if not left <= column <= right or kosong(value):
                continue
            text = teks(value).strip()
            if any(character.isalpha() for character in text):
                name = text
                break
            parts.append(text)
        if not name:
            continue
        named += 1
        spends = _ACCOUNT_NAME.match(name) is not None
        spending += spends
        if parts and len(code := ".".join(parts)) > 1:
            coded += 1
            accounts += spends and _ACCOUNT.fullmatch(code) is not None
    if coded >= FEWEST and accounts >= 0.4 * coded:
        return 0.3
    return 0.3 if named >= FEWEST and spending >= 0.5 * named else 0.0


_MONTHS = himpunan(
    "januari februari pebruari maret april mei juni juli agustus september oktober november "
    "nopember desember jan feb peb mar apr jun jul agu ags agt agust sep sept okt nov nop des"
)


def _months(block: Blok, contents: Sequence[Content]) -> float:
    """Return how much the heads are those of a cash plan: months over amounts."""
    found = sum(
        1
        for head, holds in zip(block.columns, contents, strict=True)
        if holds is Content.AMOUNTS and lipat(head.teks.rpartition(" | ")[2]).strip(" .") in _MONTHS
    )
    return 0.3 if found >= FEWEST else 0.0
