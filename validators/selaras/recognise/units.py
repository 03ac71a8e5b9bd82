"""Whose rows they are: the agency or sub unit that a title line, a section row or a column names.

SIPD prints the plans of an agency and its sub units below each other; codes repeat among them. A
code is then one of its unit, and units count only where one kind of table is there for several.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from selaras.model.book import Value
from selaras.model.row import Jenis, Row
from selaras.model.table import Table
from selaras.model.unit import Unit
from selaras.values.fold import lipat
from selaras.values.kode_reading import baca_kode_opd
from selaras.values.lazy_regex import Pola

_JENIS = (
    "dinas|badan|kantor|kecamatan|kec|kelurahan|kel|rsud|rumah sakit|puskesmas|pkm|upt|uptd|uptb|"
    "sekretariat|inspektorat|satpol|satuan polisi|rs|labkesda|laboratorium"
)
#: Parts of an agency.
_BAGIAN = "bagian|biro|bidang(?! urusan)|seksi|sub ?bagian|subbag|sub ?bidang|subbid|balai"
#: A list letter or number before the name: "1.", "B.", "II)".
_NOMOR = r"(?:\(?(?:\d{1,2}|[A-Z]|[IVX]{1,4})[.)]\s*)?"
#: Short forms of what an agency is.
_SINGKATAN = {"kec": "kecamatan", "kel": "kelurahan", "pkm": "puskesmas", "subbag": "sub bagian"}
#: A line that says what it names: "Sub Unit Organisasi : 1.02... Puskesmas Lais".
_BERLABEL = Pola(
    r"\W*(?P<sub>sub\s+)?(?:nama\s+)?(?:unit(?:\s+(?:organisasi|kerja|skpd))?|organisasi|skpd|opd|"
    r"perangkat daerah|satuan kerja)(?:\s+perangkat daerah)?\s*[:=]\s*(?P<nama>\S.*)",
    re.IGNORECASE,
)
#: A line that is nothing but the name of an agency, a word for the document perhaps before it.
_NAMA = Pola(
    rf"\W*{_NOMOR}(?:(?:renja|renstra|rencana kerja|rencana strategis)\s+)?"
    rf"(?P<nama>(?:{_JENIS}|{_BAGIAN})\b.*)",
    re.IGNORECASE,
)
#: An agency that a longer title or a sheet's name names among other words.
_TERSEBUT = Pola(rf"\b(?P<nama>(?:{_JENIS}|{_BAGIAN})\b[^;|()]*)", re.IGNORECASE)
_SUB = Pola(rf"(?:{_BAGIAN})\b.*")
#: Longer lines are sentences, which may speak of anyone.
_TERPANJANG = 160
_OPD = Pola(r"\s*(?P<kode>\d(?:[.\- ]\d{1,4}){7})\W*(?P<nama>.*)")
#: What follows the name: the region and the year.
_EKOR = Pola(
    r"\b(?:(?:pemerintah\s+)?(?:kabupaten|kab|kota|provinsi|prov)\b.*|(?:tahun|ta|thn)\b.*|20\d\d.*|"
    r"\b(?:renja|renstra|rkpd|rencana kerja|rencana strategis|dan prakiraan|per|pada|periode|untuk|"
    r"triwulan|semester)\b.*)"
)
_KEPALA = Pola(
    r"\W*(?:(?:kode|nama|sub)\W+)*(?:perangkat daerah|skpd|opd|unit|organisasi|satuan kerja|"
    r"unit (?:kerja|organisasi|skpd)|sub (?:unit|skpd))"
    r"(?:\W+(?:kerja|organisasi|penanggung jawab))*"
    r"\W*",
    re.IGNORECASE,
)


def baca_unit(text: str) -> Unit | None:
    """Return the unit that a text names, with or without a code; None where it names none."""
    found = _OPD.fullmatch(text)
    kode, nama = (found["kode"], found["nama"]) if found else ("", text)
    opd = baca_kode_opd(kode) if kode else None
    first, _, rest = " ".join(_EKOR.sub(" ", lipat(nama)).split()).partition(" ")
    name = f"{_SINGKATAN.get(first, first)} {rest}".strip()
    if opd is None and not name:
        return None
    return Unit(".".join(kode.replace("-", ".").split()) if opd else "", name)


def find_unit(table: Table) -> Unit | None:
    """Return the unit that a table's title lines name, else the name of its sheet."""
    named = unit_di_judul([(line, text) for line, _, text in table.title_cells])
    if named is not None:
        return named
    texts = [text for _, _, text in reversed(table.title_cells) if len(text) <= _TERPANJANG]
    for text in (*texts, table.sheet.name):
        found = _TERSEBUT.search(text.replace("_", " "))
        unit = baca_unit(found["nama"]) if found is not None else None
        if unit is not None and " " in unit.nama:
            return unit._replace(pasti=False)
    return None


def unit_di_judul(lines: Iterable[tuple[int, str]]) -> Unit | None:
    """Return the unit that title lines name: (row, text), a label's value perhaps beside it."""
    rows: dict[int, list[str]] = {}
    for row, text in lines:
        rows.setdefault(row, []).append(text)
    named: Unit | None = None
    plain: Unit | None = None
    below = False
    for cells in rows.values():
        line = " ".join(cells)
        label = _BERLABEL.fullmatch(line)
        if label is not None:
            # "Unit Organisasi" and "Sub Unit Organisasi" may stand below each other.
            if not below or label["sub"]:
                named = baca_unit(label["nama"]) or named
                below = below or bool(label["sub"])
        elif (alone := _NAMA.fullmatch(line)) is not None:
            plain = baca_unit(alone["nama"])
    return named or plain


def unit_di_baris(texts: Sequence[str]) -> Unit | None:
    """Return the unit that the texts of a section row name, and nothing beside it; else None."""
    line = " ".join(texts)
    if len(line) > 120:
        return None
    if (coded := _OPD.fullmatch(line)) is not None and baca_kode_opd(coded["kode"]) is not None:
        return baca_unit(line)
    label = _BERLABEL.fullmatch(line)
    if label is not None:
        return baca_unit(label["nama"])
    return baca_unit(line) if _NAMA.fullmatch(line) is not None else None


def kolom_unit(table: Table) -> int | None:
    """Return the sheet column that tells repeated codes of a table apart by whose they are."""
    several: dict[tuple[int, ...], list[Row]] = {}
    for row in table.pokok:
        if row.kode is not None:
            several.setdefault(row.kode.bagian, []).append(row)
    again = [rows for rows in several.values() if len(rows) > 1]
    if not again:
        return None
    sheet, head = table.sheet, table.kepala
    for column in range(head.left, head.right + 1):
        heads = (sheet.value(row, column) for row in range(head.top, head.bottom + 1))
        # A key is a head as well: "nama_sub_skpd".
        if not any(isinstance(t, str) and _KEPALA.fullmatch(t.replace("_", " ")) for t in heads):
            continue
        found = [[_lipat(sheet.value(row.row, column)) for row in rows] for rows in again]
        apart = sum(all(names) and len(set(names)) == len(names) for names in found)
        # A row that stands twice in its unit is a mistake, and may be among them.
        if 2 * apart > len(found):
            return column
    return None


def beri_unit(table: Table) -> None:
    """Give the rows of a table their unit where a column names it."""
    column = kolom_unit(table) if table.susunan.berulang else None
    if column is None:
        return
    below: Unit | None = None
    for row in reversed(table.rows):
        value = table.sheet.value(row.row, column)
        own = baca_unit(value) if isinstance(value, str) else None
        if row.jenis is Jenis.POKOK:
            below = own or below
            row.unit = below
    above: Unit | None = None
    for row in table.rows:
        if row.jenis is Jenis.POKOK:
            above = row.unit
        else:
            row.unit = above


def samakan_unit(tables: Sequence[Table]) -> None:
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
                twin = next((one for one in known if one.sama(unit)), None)
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
    return all(unit.pasti and _SUB.fullmatch(unit.nama) is None for unit in units)


def _repeat(tables: Iterable[Table]) -> bool:
    """Tell whether rows of several units have the same code, or the same name without one."""
    owners: dict[object, Unit | None] = {}
    return any(
        owners.setdefault(row.kode.bagian if row.kode else lipat(row.nama), row.unit) != row.unit
        for table in tables
        for row in table.pokok
        if row.unit is not None
    )


def _lipat(value: Value) -> str:
    return lipat(value) if isinstance(value, str) else ""
