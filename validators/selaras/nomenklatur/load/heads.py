"""Which columns a sheet has: told by the words of its head, wherever they stand."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from selaras.model.book import Value
from selaras.values.fold import fold
from selaras.values.kode import Level
from selaras.values.kode_reading import KodeReading, read_kode, read_leading_kode

#: A row's number and its cells by column.
NumberedRow = tuple[int, Mapping[int, Value]]


class ListSheet(NamedTuple):
    """A sheet as rows of cells that are not blank."""

    name: str
    rows: list[NumberedRow]


class ColumnRole(StrEnum):
    """What a column holds."""

    KODE = "kode"
    NAME = "nama"
    PART = "bagian"  #: one part of a code that is split over columns
    LEVEL = "tingkat"
    INDIKATOR = "indikator"
    MEASURE = "satuan"
    PERFORMANCE = "kinerja"
    SPM = "spm"
    FORMER_KODE = "sebelumnya"
    REGION_KIND = "jenis"
    REMARK = "keterangan"


class ListHead(NamedTuple):
    """A head: the row after it, and where each thing stands."""

    #: Index, among the sheet's rows, of the first row below.
    start: int
    #: Columns of the code: several where it is split.
    kode: tuple[int, ...]
    name: int
    #: Columns of code and name by level, where each level has its own pair.
    pairs: Mapping[Level, tuple[int, int]]
    others: Mapping[ColumnRole, int]
    #: What stands in the head, folded, by column: a row that says the same is the head again.
    texts: Mapping[int, str]
    #: Columns that hold code and name in one cell, one for each level.
    joined: tuple[int, ...] = ()


_MOST_HEAD_ROWS = 40
#: Rows below a head in which code and name must be seen to stand in one cell.
_DATA_ROWS_SEEN = 20
_LEVELS = {
    "urusan": Level.URUSAN,
    "bidang": Level.BIDANG_URUSAN,
    "program": Level.PROGRAM,
    "kegiatan": Level.KEGIATAN,
    "giat": Level.KEGIATAN,
    "sub": Level.SUB_KEGIATAN,
    "subkegiatan": Level.SUB_KEGIATAN,
    "subgiat": Level.SUB_KEGIATAN,
}
#: Columns that plans have and lists have not.
_PLAN_WORDS = frozenset(("pagu", "anggaran", "realisasi", "lokasi", "dana", "rp", "rupiah"))
#: Words that say nothing of what a column holds.
_GENERAL_WORDS = frozenset(
    ("daerah", "provinsi", "kabupaten", "kota", "dan", "pemerintah", "pemerintahan")
)


def find_head(sheet: ListSheet) -> ListHead | None:
    """Return the head of a sheet, in one row or two; None when it has none."""
    for index in range(min(len(sheet.rows), _MOST_HEAD_ROWS)):
        upper = _fold_row(sheet.rows[index])
        lower = _fold_row(sheet.rows[index + 1]) if index + 1 < len(sheet.rows) else {}
        parts = {c for c, text in lower.items() if _read_role(text)[0] is ColumnRole.PART}
        found = None
        if len(parts) > 2:
            # One "Kode" over the names of the levels: what stands below is more exact.
            both = {**upper, **{c: text for c, text in lower.items() if c in parts}}
            found = _build_head(both, index + 2)
        found = found or _build_head(upper, index + 1) or _find_joined(sheet, upper, index + 1)
        if found is not None:
            return found
    return None


def find_plan_column(sheet: ListSheet, head: ListHead) -> str | None:
    """Return the head of a column that only a plan has, as written; None when there is none."""
    above = sheet.rows[max(head.start - 2, 0) : head.start]
    for _, cells in above:
        for value in cells.values():
            if isinstance(value, str) and _PLAN_WORDS & set(fold(value).split()):
                return " ".join(value.split())[:60]
    return None


def _fold_row(row: NumberedRow) -> dict[int, str]:
    return {c: fold(value) for c, value in row[1].items() if isinstance(value, str)}


def _build_head(texts: Mapping[int, str], start: int) -> ListHead | None:
    """Return the head that these texts make; None when there is no code or no name."""
    codes: list[tuple[int, Level | None]] = []
    names: list[tuple[int, Level | None]] = []
    parts: list[int] = []
    others: dict[ColumnRole, int] = {}
    for column, text in sorted(texts.items()):
        role, level = _read_role(text)
        if role is ColumnRole.KODE:
            codes.append((column, level))
        elif role is ColumnRole.NAME:
            names.append((column, level))
        elif role is ColumnRole.PART:
            parts.append(column)
        elif role is not None:
            others.setdefault(role, column)
    pairs = _pair_columns(codes, names)
    if len(parts) > 2 and names:
        return ListHead(start, tuple(parts), names[0][0], {}, others, texts)
    if not codes or not names:
        return None
    code, name = codes[0][0], names[0][0]
    # A head over several columns stands in the first of them; the code fills all up to the next.
    following = min((c for c in texts if c > code), default=code + 1)
    return ListHead(start, tuple(range(code, following)), name, pairs, others, texts)


def _find_joined(sheet: ListSheet, texts: Mapping[int, str], start: int) -> ListHead | None:
    """Return the head over columns that each hold code and name in one cell, as SIPD exports them.

    None unless two levels at least have such a column: the rows below decide, not the words.
    """
    others: dict[ColumnRole, int] = {}
    named: list[int] = []
    for column, text in sorted(texts.items()):
        role, level = _read_role(text)
        if level is not None and role is not ColumnRole.FORMER_KODE:
            named.append(column)
        elif role is not None and role is not ColumnRole.NAME:
            others.setdefault(role, column)
    below = sheet.rows[start : start + _DATA_ROWS_SEEN]
    both = [c for c in named if any(split_kode_name(cells.get(c)) for _, cells in below)]
    if len(both) < 2:
        return None
    return ListHead(start, (), both[-1], {}, others, texts, tuple(both))


def split_kode_name(value: Value) -> tuple[KodeReading, str] | None:
    """Return the code that a cell begins with and the name after it; None where one is missing."""
    if not isinstance(value, str):
        return None
    first, _, rest = " ".join(value.split()).partition(" ")
    # A number without a point begins many a name ("24 jam").
    read = read_kode(first.rstrip(":-")) if "." in first else None
    name = rest.lstrip(" -–:")
    if read is not None and name:
        return read, name
    return read_leading_kode(value)


def _pair_columns(
    codes: list[tuple[int, Level | None]], names: list[tuple[int, Level | None]]
) -> dict[Level, tuple[int, int]]:
    by_level = {level: column for column, level in names if level is not None}
    pairs = {
        level: (column, by_level[level])
        for column, level in codes
        if level is not None and level in by_level
    }
    return dict(sorted(pairs.items())) if len(pairs) > 1 else {}


def _read_role(text: str) -> tuple[ColumnRole | None, Level | None]:
    """Return what a head with this text stands over, and of which level it speaks."""
    words = text.split()
    if not words or len(words) > 14:
        return None, None
    known = set(words)
    first = words[0]
    if known & {"sebelumnya", "lama", "semula", "asal"} and known & {"kode", "sebelumnya"}:
        return ColumnRole.FORMER_KODE, None
    if known & {"spm"} or text.startswith("standar pelayanan minimal"):
        return ColumnRole.SPM, None
    if "pemda" in known or text.startswith(("jenis pemerintah", "jenis daerah")):
        return ColumnRole.REGION_KIND, None
    if first in ("kode", "kd") or text in ("no rekening", "nomor rekening", "rekening"):
        return ColumnRole.KODE, _read_level(words)
    if first in ("nama", "nomenklatur", "uraian", "nm") or known & {"nomenklatur"}:
        return ColumnRole.NAME, _read_level(words)
    if first in ("level", "tingkat", "jenjang"):
        return ColumnRole.LEVEL, None
    if text == "definisi operasional":
        return ColumnRole.REMARK, None
    for role in (
        ColumnRole.INDIKATOR,
        ColumnRole.MEASURE,
        ColumnRole.PERFORMANCE,
        ColumnRole.REMARK,
    ):
        if first == role.value:
            return role, None
    bare = [word for word in words if word not in _GENERAL_WORDS]
    if bare and all(word in _LEVELS for word in bare):
        level = _read_level(words)
        return (ColumnRole.PART, level) if level is not None else (ColumnRole.NAME, None)
    return None, None


def _read_level(words: list[str]) -> Level | None:
    """Return the level that the words name; None for none or for several."""
    named = [_LEVELS[word] for word in words if word in _LEVELS]
    if not named:
        return None
    # "Bidang urusan" and "sub kegiatan" name one level with two words.
    if named in ([Level.BIDANG_URUSAN, Level.URUSAN], [Level.URUSAN, Level.BIDANG_URUSAN]):
        return Level.BIDANG_URUSAN
    if named == [Level.SUB_KEGIATAN, Level.KEGIATAN]:
        return Level.SUB_KEGIATAN
    return named[0] if len(named) == 1 else None
