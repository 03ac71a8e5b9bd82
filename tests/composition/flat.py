"""Plan tables as flat exports: a row or more for each sub kegiatan, what is above it in columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from random import Random

from layouts import AMOUNTS, Row, Table
from layouts.reshape import join_code_cells, reform, reword
from renja_mojokerto.codes import join_four_digits
from renja_mojokerto.heads import Column, Group, Head, list_leaves
from renja_mojokerto.plan import Block
from renja_mojokerto.source import Value

from .plans import ADDED

#: The levels above a sub kegiatan: key, words, and how many parts of a code theirs has.
_LEVELS = (
    ("urusan", "Urusan", 1),
    ("bidang", "Bidang Urusan", 2),
    ("skpd", "Perangkat Daerah", 0),
    ("program", "Program", 3),
    ("kegiatan", "Kegiatan", 5),
)
_UPPER = ("program", "kegiatan")
_NAMES = {"urusan": "Urusan Pemerintahan", "bidang": "Bidang Urusan", "skpd": "Dinas Koperasi"}

Flatten = Callable[[Block, Random], Block]


def list_sub_kegiatan(block: Block, random: Random) -> Block:
    """List nothing but sub kegiatan, each with its program and kegiatan in columns before it."""
    levels = random.choice((_LEVELS, _LEVELS[-2:]))
    if random.random() < 0.3:
        words = random.choice(("Uraian", "Nama", "Nomenklatur"))
        above = tuple(
            Group(word, (Column(f"kode_{key}", "Kode"), Column(f"nama_{key}", words)))
            for key, word, _ in levels
        )
        own: Head = (Group("Sub Kegiatan", (Column("kode", "Kode"), Column("nama", words))),)
        return _flatten(block, (*above, *own, *_find_others(block)))
    columns = tuple(
        Column(f"{part}_{key}", f"{said} {word}", width=16)
        for key, word, _ in levels
        for part, said in (("kode", "Kode"), ("nama", "Nama"))
    )
    words_of = {"kode": "Kode Sub Kegiatan", "nama": "Nama Sub Kegiatan"}
    return _flatten(block, (*columns, *reword(block.head, words_of, {})))


def list_sub_kegiatan_alone(block: Block, random: Random) -> Block:
    """List nothing but sub kegiatan, and say nothing of what they belong to."""
    return _flatten(block, block.head)


def name_levels_beside(block: Block, random: Random) -> Block:
    """Name program and kegiatan in columns before the sub kegiatan, once or in every row."""
    words = ("Program", "Kegiatan", "Sub Kegiatan")
    names = tuple(
        Column(key, word, width=30)
        for key, word in zip(("nama_program", "nama_kegiatan", "nama"), words, strict=True)
    )
    head: list[Column | Group] = []
    for node in block.head:
        named = any(column.key == "nama" for column in list_leaves((node,)))
        head.extend(names if named else (node,))
    flat = _flatten(block, tuple(head))
    if random.random() < 0.5:
        return flat
    seen: dict[str, Value] = {}
    rows = []
    for row in flat.table.rows:
        values = dict(row.values)
        for key in ("nama_program", "nama_kegiatan"):
            if seen.get(key) == values.get(key):
                values.pop(key, None)
            else:
                seen[key] = values.get(key)
        rows.append(replace(row, values=values))
    return _replace_rows(flat, rows)


def list_codes_with_names(block: Block, random: Random) -> Block:
    """Write code and name of each level in one cell, as the export of SIPD does."""
    words = ("Program", "Kegiatan", "Sub Kegiatan")
    names = tuple(
        Column(key, word, width=30)
        for key, word in zip(("nama_program", "nama_kegiatan", "nama"), words, strict=True)
    )
    flat = _flatten(block, (*names, *_find_others(block)))
    rows = []
    for row in flat.table.rows:
        values = dict(row.values)
        for code, name in (("kode", "nama"), *((f"kode_{k}", f"nama_{k}") for k in _UPPER)):
            own = values.pop(code, None)
            if isinstance(own, str):
                values[name] = f"{join_four_digits(own)[0]} {values[name]}"
        rows.append(replace(row, values=values))
    return _replace_rows(flat, rows)


def repeat_for_indicators(block: Block, random: Random) -> Block:
    """Give sub kegiatan a second row for a second indicator, everything else said again."""
    flat = list_sub_kegiatan(block, random)
    rows: list[Row] = []
    for row in flat.table.rows:
        rows.append(row)
        if row.kind == "sub_kegiatan" and random.random() < 0.6:
            second = {"indikator": f"Persentase {row.values['nama']} tepat waktu", "target": "90%"}
            if "target_maju" in row.values:
                second["target_maju"] = "90%"
            rows.append(replace(row, index=ADDED, values={**row.values, **second}))
    return _replace_rows(flat, rows)


def split_by_fund(block: Block, random: Random) -> Block:
    """Give a sub kegiatan a row for each fund source, with the part that it pays."""
    return _split(block, random, "sumber_dana", ("PAD", "DAU", "DBH"))


def split_by_place(block: Block, random: Random) -> Block:
    """Give a sub kegiatan a row for each place, with the part that is spent there."""
    return _split(block, random, "lokasi", ("Kec. Puri", "Kec. Gondang", "Kec. Trawas"))


FLAT: tuple[Flatten, ...] = (
    list_sub_kegiatan,
    list_sub_kegiatan_alone,
    name_levels_beside,
    list_codes_with_names,
    repeat_for_indicators,
    split_by_fund,
    split_by_place,
)

#: Mistakes that a layout shows no trace of where they are, and the rules that may tell them yet:
#: a list without programs has no code and no name of them to be wrong.
ELSEWHERE: Mapping[tuple[str, str], frozenset[str]] = {
    ("list_sub_kegiatan_alone", "lose_parent"): frozenset(("TBL004",)),
    ("list_sub_kegiatan_alone", "differ_from_review"): frozenset(("RKP006",)),
    # KOD002 is a warning there: names alone tell it.
    ("name_levels_beside", "lose_parent"): frozenset(("TBL004",)),
}


def _split(block: Block, random: Random, key: str, choices: Sequence[str]) -> Block:
    flat = list_sub_kegiatan(block, random)
    rows: list[Row] = []
    for row in flat.table.rows:
        if row.kind != "sub_kegiatan" or random.random() < 0.4:
            rows.append(row)
            continue
        names = random.sample(choices, random.randint(2, 3))
        first = dict(row.values)
        parts = []
        for name in names[1:]:
            values = {**row.values, key: name}
            for money in AMOUNTS:
                if isinstance(amount := first.get(money), int):
                    values[money] = amount // 3000 * 1000
                    first[money] = amount - amount // 3000 * 1000
            parts.append(replace(row, index=ADDED, values=values))
        rows += [replace(row, values={**first, key: names[0]}), *parts]
    return _replace_rows(flat, rows)


def _flatten(block: Block, head: Head) -> Block:
    """Return the block with the rows of sub kegiatan and totals alone, under this head."""
    rows = list(_list_rows(block.table.rows))
    return reform(
        _replace_rows(replace(block, head=join_code_cells(head)), rows), code=join_four_digits
    )


def _list_rows(rows: Sequence[Row]) -> Iterator[Row]:
    upper: dict[str, Value] = {}
    for row in rows:
        if row.kind in _UPPER:
            upper |= _find_above(row)
        elif row.kind == "sub_kegiatan":
            yield replace(row, values={**upper, **row.values})
        elif row.kind == "total":
            yield row


def _find_above(row: Row) -> Mapping[str, Value]:
    """Return what the columns of levels say below a program or kegiatan."""
    code = str(row.values["kode"])
    found: dict[str, Value] = {
        f"kode_{row.kind}": join_four_digits(code)[0],
        f"nama_{row.kind}": row.values["nama"],
    }
    parts = code.split(".")
    for key, _, count in _LEVELS[:2]:
        found |= {f"kode_{key}": ".".join(parts[:count]), f"nama_{key}": _NAMES[key]}
    agency = f"{parts[0]}.{parts[1]}.3.30.0.00.01.0000"
    return {**found, "kode_skpd": agency, "nama_skpd": _NAMES["skpd"]}


def _find_others(block: Block) -> Head:
    """Return the head without the columns of code and name."""
    return tuple(
        node
        for node in block.head
        if not {"kode", "nama"} & {column.key for column in list_leaves((node,))}
    )


def _replace_rows(block: Block, rows: Sequence[Row]) -> Block:
    return replace(block, table=Table(block.table.name, tuple(rows)))
