"""Whose rows they are: the agency or sub unit that a title line, a section row or a column names.

SIPD prints the plans of an agency and its sub units below each other; codes repeat among them. A
code is then one of its unit, and units count only where one kind of table is there for several.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from selaras.model.book import Value
from selaras.model.row import Row, RowKind
from selaras.model.table import Table
from selaras.model.unit import Unit
from selaras.values.fold import fold
from selaras.values.kode_reading import read_kode_opd
from selaras.values.lazy_regex import LazyPattern

_AGENCY_KIND = (
    "dinas|badan|kantor|kecamatan|kec|kelurahan|kel|rsud|rumah sakit|puskesmas|pkm|upt|uptd|uptb|"
    "sekretariat|inspektorat|satpol|satuan polisi|rs|labkesda|laboratorium"
)
#: Parts of an agency.
_AGENCY_PART = "bagian|biro|bidang(?! urusan)|seksi|sub ?bagian|subbag|sub ?bidang|subbid|balai"
#: A list letter or number before the name: "1.", "B.", "II)".
_LIST_NUMBER = r"(?:\(?(?:\d{1,2}|[A-Z]|[IVX]{1,4})[.)]\s*)?"
#: Short forms of what an agency is.
_SHORT_FORMS = {"kec": "kecamatan", "kel": "kelurahan", "pkm": "puskesmas", "subbag": "sub bagian"}
#: A line that says what it names: "Sub Unit Organisasi : 1.02... Puskesmas Lais".
_LABEL_LINE = LazyPattern(
    r"\W*(?P<sub>sub\s+)?(?:nama\s+)?(?:unit(?:\s+(?:organisasi|kerja|skpd))?|organisasi|skpd|opd|"
    r"perangkat daerah|satuan kerja)(?:\s+perangkat daerah)?\s*[:=]\s*(?P<nama>\S.*)",
    re.IGNORECASE,
)
#: A line that is nothing but the name of an agency, a word for the document perhaps before it.
_NAME_LINE = LazyPattern(
    rf"\W*{_LIST_NUMBER}(?:(?:renja|renstra|rencana kerja|rencana strategis)\s+)?"
    rf"(?P<nama>(?:{_AGENCY_KIND}|{_AGENCY_PART})\b.*)",
    re.IGNORECASE,
)
#: An agency that a longer title or a sheet's name names among other words.
_MENTIONED = LazyPattern(rf"\b(?P<nama>(?:{_AGENCY_KIND}|{_AGENCY_PART})\b[^;|()]*)", re.IGNORECASE)
_SUB = LazyPattern(rf"(?:{_AGENCY_PART})\b.*")
#: Longer lines are sentences, which may speak of anyone.
_LONGEST_LINE = 160
_OPD = LazyPattern(r"\s*(?P<kode>\d(?:[.\- ]\d{1,4}){7})\W*(?P<nama>.*)")
#: What follows the name: the region and the year.
_TAIL = LazyPattern(
    r"\b(?:(?:pemerintah\s+)?(?:kabupaten|kab|kota|provinsi|prov)\b.*|(?:tahun|ta|thn)\b.*|20\d\d.*|"
    r"\b(?:renja|renstra|rkpd|rencana kerja|rencana strategis|dan prakiraan|per|pada|periode|untuk|"
    r"triwulan|semester)\b.*)"
)
_UNIT_HEAD = LazyPattern(
    r"\W*(?:(?:kode|nama|sub)\W+)*(?:perangkat daerah|skpd|opd|unit|organisasi|satuan kerja|"
    r"unit (?:kerja|organisasi|skpd)|sub (?:unit|skpd))"
    r"(?:\W+(?:kerja|organisasi|penanggung jawab))*"
    r"\W*",
    re.IGNORECASE,
)


def read_unit(text: str) -> Unit | None:
    """Return the unit that a text names, with or without a code; None where it names none."""
    found = _OPD.fullmatch(text)
    kode, said_name = (found["kode"], found["nama"]) if found else ("", text)
    opd = read_kode_opd(kode) if kode else None
    first, _, rest = " ".join(_TAIL.sub(" ", fold(said_name)).split()).partition(" ")
    name = f"{_SHORT_FORMS.get(first, first)} {rest}".strip()
    if opd is None and not name:
        return None
    return Unit(".".join(kode.replace("-", ".").split()) if opd else "", name)


def find_unit(table: Table) -> Unit | None:
    """Return the unit that a table's title lines name, else the name of its sheet."""
    named = read_title_unit([(line, text) for line, _, text in table.title_cells])
    if named is not None:
        return named
    texts = [text for _, _, text in reversed(table.title_cells) if len(text) <= _LONGEST_LINE]
    for text in (*texts, table.sheet.name):
        found = _MENTIONED.search(text.replace("_", " "))
        unit = read_unit(found["nama"]) if found is not None else None
        if unit is not None and " " in unit.name:
            return unit._replace(is_certain=False)
    return None


def read_title_unit(lines: Iterable[tuple[int, str]]) -> Unit | None:
    """Return the unit that title lines name: (row, text), a label's value perhaps beside it."""
    rows: dict[int, list[str]] = {}
    for row, text in lines:
        rows.setdefault(row, []).append(text)
    named: Unit | None = None
    plain: Unit | None = None
    below = False
    for cells in rows.values():
        line = " ".join(cells)
        label = _LABEL_LINE.fullmatch(line)
        if label is not None:
            # "Unit Organisasi" and "Sub Unit Organisasi" may stand below each other.
            if not below or label["sub"]:
                named = read_unit(label["nama"]) or named
                below = below or bool(label["sub"])
        elif (alone := _NAME_LINE.fullmatch(line)) is not None:
            plain = read_unit(alone["nama"])
    return named or plain


def read_row_unit(texts: Sequence[str]) -> Unit | None:
    """Return the unit that the texts of a section row name, and nothing beside it; else None."""
    line = " ".join(texts)
    if len(line) > 120:
        return None
    if (coded := _OPD.fullmatch(line)) is not None and read_kode_opd(coded["kode"]) is not None:
        return read_unit(line)
    label = _LABEL_LINE.fullmatch(line)
    if label is not None:
        return read_unit(label["nama"])
    return read_unit(line) if _NAME_LINE.fullmatch(line) is not None else None


def find_unit_column(table: Table) -> int | None:
    """Return the sheet column that tells repeated codes of a table apart by whose they are."""
    several: dict[tuple[int, ...], list[Row]] = {}
    for row in table.main_rows:
        if row.kode is not None:
            several.setdefault(row.kode.parts, []).append(row)
    again = [rows for rows in several.values() if len(rows) > 1]
    if not again:
        return None
    sheet, head = table.sheet, table.head_area
    for column in range(head.left, head.right + 1):
        heads = (sheet.value(row, column) for row in range(head.top, head.bottom + 1))
        # A key is a head as well: "nama_sub_skpd".
        if not any(isinstance(t, str) and _UNIT_HEAD.fullmatch(t.replace("_", " ")) for t in heads):
            continue
        found = [[_fold_text(sheet.value(row.row, column)) for row in rows] for rows in again]
        apart = sum(all(names) and len(set(names)) == len(names) for names in found)
        # A row that stands twice in its unit is a mistake, and may be among them.
        if 2 * apart > len(found):
            return column
    return None


def assign_units(table: Table) -> None:
    """Give the rows of a table their unit where a column names it."""
    column = find_unit_column(table) if table.row_kinds.has_repeats else None
    if column is None:
        return
    below: Unit | None = None
    for row in reversed(table.rows):
        value = table.sheet.value(row.row, column)
        own = read_unit(value) if isinstance(value, str) else None
        if row.kind is RowKind.MAIN:
            below = own or below
            row.unit = below
    above: Unit | None = None
    for row in table.rows:
        if row.kind is RowKind.MAIN:
            above = row.unit
        else:
            row.unit = above


def unify_units(tables: Sequence[Table]) -> None:
    """Give rows of the same unit one and the same, and forget units where they part nothing.

    They do where one kind of table is there for several. What a table of the whole, or of one
    unit only, is called is no matter of comparisons. Parts of an agency, and what only a longer
    title names, count where codes repeat among them.
    """
    known: list[Unit] = []
    same: dict[Unit, Unit] = {}
    kinds: dict[str, set[Unit]] = {}
    for table in tables:
        for unit in {row.unit for row in table.rows if row.unit is not None}:
            if unit not in same:
                twin = next((one for one in known if one.is_same(unit)), None)
                if twin is None:
                    known.append(unit)
                same[unit] = twin or unit
            kinds.setdefault(table.name, set()).add(same[unit])
    several = any(
        len(units) > 1 and (_are_agencies(units) or _repeat([t for t in tables if t.name == name]))
        for name, units in kinds.items()
    )
    for table in tables:
        for row in table.rows:
            if row.unit is not None:
                row.unit = same[row.unit] if several else None


def _are_agencies(units: Iterable[Unit]) -> bool:
    """Tell whether units are agencies of their own, named as such."""
    return all(unit.is_certain and _SUB.fullmatch(unit.name) is None for unit in units)


def _repeat(tables: Iterable[Table]) -> bool:
    """Tell whether rows of several units have the same code, or the same name without one."""
    owners: dict[object, Unit | None] = {}
    return any(
        owners.setdefault(row.kode.parts if row.kode else fold(row.name), row.unit) != row.unit
        for table in tables
        for row in table.main_rows
        if row.unit is not None
    )


def _fold_text(value: Value) -> str:
    return fold(value) if isinstance(value, str) else ""
