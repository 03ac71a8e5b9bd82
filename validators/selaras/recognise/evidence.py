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
from selaras.recognise.head_cell import show_head_text
from selaras.recognise.heads import ColumnHead, HeadBlock
from selaras.recognise.traits import is_blank_value
from selaras.recognise.words import split_words
from selaras.tables import Content
from selaras.values.fold import fold
from selaras.values.kode_reading import read_kode
from selaras.values.lazy_regex import LazyPattern

#: Rows below a head that are looked at.
EVIDENCE_SAMPLE = 60
#: Fewer filled cells tell nothing.
FEWEST_FILLED = 3
#: Such a share of the filled cells must agree.
AGREEING_CELLS = 0.7
#: So many of the cells of a column must be against its kind before the column is none of it.
CLEAR_SHARE = 0.9
#: Amounts of a plan have five digits and more, and some of them many more.
AMOUNT = 10_000
LARGE_AMOUNT = 100_000
#: Longer numbers are those of persons and accounts.
LARGEST_AMOUNT = 10**15
#: The highest rate that a plan has.
HIGHEST_RATE = 100


class SeenContent(Enum):
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

    contents: tuple[SeenContent, ...]
    #: What tells against every known table, 0 for nothing.
    against: float = 0.0


_RUPIAH = LazyPattern(
    r"(?:(?:rp|idr)[\s.:]*)?[(\-]?(?:\d{1,3}(?:[.,\s]\d{3})+|\d{5,15})(?:[.,]\d{1,2})?[)\-,]*",
    re.IGNORECASE,
)
_NUMBER = LazyPattern(r"\d{1,9}(?:[.,]\d{1,2})?")
_MEASURE = LazyPattern(
    r"\d[\d.,]*(?:\s*%|\s*(?!(?:ribu|rb|juta|jt|mil[iy]ar|m|rp|rupiah)\b)[^\W\d]\S*(?:\s\S+){0,3})",
    re.IGNORECASE,
)
_CODE = LazyPattern(r"[0-9Xx]{1,2}(?:[.\-\s]+[0-9Xx]{1,4}){1,6}\.?")
_PROGRAM = LazyPattern(r"(?:[0-9Xx.\-\s]+)?program\s+\w", re.IGNORECASE)
_ACTIVITY = LazyPattern(
    r"(?:[0-9Xx.\-\s]+)?(?:program|(?:sub ?)?kegiatan|urusan|bidang urusan|unsur|koordinasi|"
    r"administrasi|fasilitasi|evaluasi|sinkronisasi|rehabilitasi|pe[a-z]+an)\b",
    re.IGNORECASE,
)
_ACCOUNT = LazyPattern(r"[4-7]\.[1-9](?:\.\d{1,4})*\.?")
_ACCOUNT_NAME = LazyPattern(
    r"\W*(?:belanja|beban|pendapatan|pembiayaan|penerimaan pembiayaan|pengeluaran pembiayaan|"
    r"honorarium|gaji|tunjangan)\b",
    re.IGNORECASE,
)


def look(sheet: Sheet, block: HeadBlock, rows: Sequence[int]) -> Evidence:
    """Return what the data rows below a head say."""
    rows = rows[:EVIDENCE_SAMPLE]
    contents = tuple(find_data_kind(sheet, rows, columns) for columns in _spans(block.columns))
    if SeenContent.AMOUNTS not in contents:
        # A plan in millions has amounts as small as rates.
        contents = tuple(
            SeenContent.NUMBERS if found is SeenContent.RATES else found for found in contents
        )
    if {*contents} <= {SeenContent.COUNTS, SeenContent.UNKNOWN}:
        # Numbers of rows that nobody has filled in say nothing of the columns.
        contents = (SeenContent.UNKNOWN,) * len(contents)
    return Evidence(contents, _accounts(sheet, block, rows) + _months(block, contents))


def _spans(heads: Sequence[ColumnHead]) -> list[range]:
    """Return the sheet columns of each head: up to the next head, where none stands over them."""
    ends = [right.column for _, right in pairwise(heads)]
    ends.append(max(heads[-1].covered) + 1)
    return [range(head.column, end) for head, end in zip(heads, ends, strict=True)]


def _cells(sheet: Sheet, row: int, columns: range) -> Iterable[Value]:
    """Return what a row holds in the columns of one head; the parts of a code as one text."""
    filled = [
        value
        for column in columns
        if not is_blank_value(value := sheet.grid.value(row, column)) and not _only_unit(value)
    ]
    if len(filled) > 1 and all(len(show_head_text(value)) <= 5 for value in filled):
        return (".".join(show_head_text(value).strip() for value in filled),)
    return filled[:1]


def _only_unit(value: Value) -> bool:
    return isinstance(value, str) and value.strip(" .:").casefold() in ("rp", "idr")


def find_data_kind(sheet: Sheet, rows: Iterable[int], columns: range) -> SeenContent:
    """Return what some columns under one head hold in some rows."""
    return _find_data_kind([cell for row in rows for cell in _cells(sheet, row, columns)])


def _find_data_kind(values: list[Value]) -> SeenContent:
    values = [value for value in values if value != 0 and value is not True]
    if len(values) < FEWEST_FILLED:
        return SeenContent.UNKNOWN
    texts = [value for value in values if isinstance(value, str)]
    least = AGREEING_CELLS * len(values)
    if sum(map(is_amount, values)) >= least:
        large = any(isinstance(value, float | int) and value >= LARGE_AMOUNT for value in values)
        return SeenContent.AMOUNTS if large or texts else SeenContent.OTHER
    worded = len(texts) >= least
    if worded and sum(map(is_code, texts)) >= least:
        return SeenContent.CODES
    if worded and _names(texts, least):
        return SeenContent.NAMES
    numbers = _numbers(values)
    if numbers is not None or not worded:
        return numbers or SeenContent.OTHER
    if sum(1 for text in texts if _MEASURE.fullmatch(text.strip())) >= CLEAR_SHARE * len(values):
        return SeenContent.MEASURES
    words = sum(1 for text in texts if not any(character.isdigit() for character in text))
    return SeenContent.WORDS if words >= CLEAR_SHARE * len(values) else SeenContent.OTHER


def _numbers(values: Sequence[Value]) -> SeenContent | None:
    """Return what kind of numbers most cells of a column hold; None where they are none."""
    numbers = [number for value in values if (number := _number(value)) is not None]
    least = CLEAR_SHARE * len(values)
    if len(numbers) < least:
        return None
    if numbers[0] == 1 and all(after == before + 1 for before, after in pairwise(numbers)):
        return SeenContent.COUNTS
    if sum(1 for number in numbers if 0 < number <= HIGHEST_RATE) >= least:
        return SeenContent.RATES
    return SeenContent.NUMBERS


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
    read = read_kode(text)
    return read is not None and (read.kode is None or len(read.kode.parts) >= 2)


def _names(texts: Sequence[str], least: float) -> bool:
    """Tell whether texts are names of programs and what lies below them."""
    return (
        any(_PROGRAM.match(text) for text in texts)
        and sum(1 for text in texts if _ACTIVITY.match(text)) >= least
        and len({fold(text) for text in texts}) >= FEWEST_FILLED
    )


_NUMERIC = frozenset((SeenContent.COUNTS, SeenContent.RATES, SeenContent.NUMBERS))
#: What a column of a kind cannot hold.
_NEVER: dict[Content, frozenset[SeenContent]] = {
    Content.MONEY: frozenset(
        (
            SeenContent.WORDS,
            SeenContent.NAMES,
            SeenContent.CODES,
            SeenContent.RATES,
            SeenContent.MEASURES,
        )
    ),
    Content.KODE: frozenset(
        (
            SeenContent.AMOUNTS,
            SeenContent.WORDS,
            SeenContent.NAMES,
            SeenContent.COUNTS,
            SeenContent.MEASURES,
        )
    ),
    # Codes of each level may stand before its names, under one head.
    Content.NAME: frozenset((SeenContent.AMOUNTS,)),
    Content.INDIKATOR: _NUMERIC | {SeenContent.AMOUNTS, SeenContent.CODES},
    Content.SUMBER: _NUMERIC | {SeenContent.AMOUNTS, SeenContent.CODES},
    Content.TEXT: frozenset((SeenContent.AMOUNTS, SeenContent.CODES)),
    Content.PERCENT: frozenset((SeenContent.AMOUNTS, SeenContent.WORDS)),
    Content.TARGET: frozenset((SeenContent.CODES, SeenContent.NAMES)),
    Content.NO: frozenset((SeenContent.AMOUNTS, SeenContent.WORDS, SeenContent.NAMES)),
}


def contradicts(content: Content, found: SeenContent) -> bool:
    """Tell whether a column that holds this cannot be one of that kind."""
    return found in _NEVER[content]


def _accounts(sheet: Sheet, block: HeadBlock, rows: Sequence[int]) -> float:
    """Return how much the codes and names of the rows are those of a budget's accounts."""
    left, right = block.area.left, block.area.right
    coded = accounts = named = spending = 0
    for row in rows:
        parts: list[str] = []
        name = ""
        for column, value in sheet.grid.row(row):
            if not left <= column <= right or is_blank_value(value):
                continue
            text = show_head_text(value).strip()
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
    if coded >= FEWEST_FILLED and accounts >= 0.4 * coded:
        return 0.3
    return 0.3 if named >= FEWEST_FILLED and spending >= 0.5 * named else 0.0


_MONTHS = split_words(
    "januari februari pebruari maret april mei juni juli agustus september oktober november "
    "nopember desember jan feb peb mar apr jun jul agu ags agt agust sep sept okt nov nop des"
)


def _months(block: HeadBlock, contents: Sequence[SeenContent]) -> float:
    """Return how much the heads are those of a cash plan: months over amounts."""
    found = sum(
        1
        for head, holds in zip(block.columns, contents, strict=True)
        if holds is SeenContent.AMOUNTS
        and fold(head.text.rpartition(" | ")[2]).strip(" .") in _MONTHS
    )
    return 0.3 if found >= FEWEST_FILLED else 0.0
