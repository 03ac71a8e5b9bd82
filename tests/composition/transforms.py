"""Changes to how a plan is laid out; several are made one after the other.

Those that speak of the same thing (how codes are written, how amounts are) share a slot, and of a
slot one is drawn at most.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from random import Random
from typing import NamedTuple

from openpyxl import Workbook

from layouts import Key, Placement, Row, Table, sipd
from layouts.formulas import group_children
from layouts.reshape import (
    join_code_cells,
    map_columns,
    put_spacers,
    reform,
    reword,
    split_code_cells,
)
from renja_mojokerto.archive import Cached
from renja_mojokerto.codes import join_four_digits, join_two_digits, split_text
from renja_mojokerto.heads import Column, Group, Head, list_leaves
from renja_mojokerto.plan import Block, SheetPlan
from renja_mojokerto.source import AMOUNTS

from .flat import FLAT, Flatten
from .plans import ADDED, THOUSAND

#: Changes a written workbook; gives the results of the formulas that it put in.
Finish = Callable[[Workbook, Placement], Cached]


class Layout(NamedTuple):
    """Sheets to be written, and what is done to the workbook afterwards."""

    sheets: tuple[SheetPlan, ...]
    finish: tuple[Finish, ...] = ()


Change = Callable[[Layout, Random], Layout]


class Transform(NamedTuple):
    """A change of the layout; of those with the same slot only one is made."""

    slot: str
    change: Change


TRANSFORMS: dict[str, Transform] = {}
#: The tables whose rows are the plan, by code.
PLANS = ("T-C.33", "Tabel 4.1", sipd.NAME)
#: What can be done only to amounts of whole thousands, as those of built plans.
WHOLE_THOUSANDS = frozenset(("print_thousands", "print_one_table_in_thousands"))


def _enter_transform(slot: str) -> Callable[[Change], Change]:
    def enter(change: Change) -> Change:
        TRANSFORMS[change.__name__] = Transform(slot, change)
        return change

    return enter


def _map_blocks(layout: Layout, change: Callable[[Block], Block]) -> Layout:
    sheets = (
        replace(plan, blocks=tuple(change(block) for block in plan.blocks))
        for plan in layout.sheets
    )
    return layout._replace(sheets=tuple(sheets))


def _map_plans(layout: Layout, change: Callable[[Block], Block]) -> Layout:
    """Return the layout with a change made to the tables whose rows are the plan."""
    return _map_blocks(layout, lambda block: change(block) if _is_plan(block) else block)


def _replace_rows(block: Block, rows: Sequence[Row]) -> Block:
    return replace(block, table=Table(block.table.name, tuple(rows)))


def _is_coded(block: Block) -> bool:
    return any(column.key == "kode" for column in list_leaves(block.head))


def _is_plan(block: Block) -> bool:
    return block.table.name in PLANS


def _has_columns(block: Block, *keys: str) -> bool:
    return set(keys) <= {column.key for column in list_leaves(block.head)}


def _list_plans(layout: Layout) -> dict[str, Table]:
    """Return the plan tables of a layout by name, with the rows of the document alone."""
    blocks = [block for plan in layout.sheets for block in plan.blocks if _is_plan(block)]
    return {
        block.table.name: Table(
            block.table.name, tuple(row for row in block.table.rows if row.index != ADDED)
        )
        for block in blocks
    }


# The form


@_enter_transform("form")
def use_sipd_form(layout: Layout, random: Random) -> Layout:
    """Print the plan in the form of SIPD with its 17 columns, in place of both plan tables."""
    sheets: list[SheetPlan] = []
    for plan in layout.sheets:
        blocks = []
        for block in plan.blocks:
            if block.table.name == "T-C.33":
                rows = [row for row in block.table.rows if not row.kind.startswith("rincian")]
                block = reform(
                    replace(block, table=Table(sipd.NAME, tuple(rows)), head=sipd.HEAD),
                    code=join_four_digits,
                )
                block = replace(block, titles=sipd.TITLES)
            if block.table.name != "Tabel 4.1":
                blocks.append(block)
        if blocks:
            sheets.append(replace(plan, blocks=tuple(blocks)))
    return layout._replace(sheets=tuple(sheets))


# Sheets and titles


@_enter_transform("sheets")
def rename_sheets(layout: Layout, random: Random) -> Layout:
    """Call the sheets by names that say nothing of the tables."""
    names = random.sample(
        ("Sheet1", "Lampiran", "renja fix", "Lamp (2)", "data", "final 3", "Bab III", "rev", "x"),
        len(layout.sheets),
    )
    renamed = (replace(plan, name=name) for plan, name in zip(layout.sheets, names, strict=True))
    return layout._replace(sheets=tuple(renamed))


@_enter_transform("order of sheets")
def move_sheets(layout: Layout, random: Random) -> Layout:
    """Put the sheets in another order."""
    return layout._replace(sheets=tuple(random.sample(layout.sheets, len(layout.sheets))))


@_enter_transform("stack")
def stack_tables(layout: Layout, random: Random) -> Layout:
    """Put all tables on one sheet, one below the other."""
    blocks = tuple(block for plan in layout.sheets for block in plan.blocks)
    first = layout.sheets[0]
    return layout._replace(
        sheets=(replace(first, name="Renja", blocks=blocks, gap=random.randint(2, 6)),)
    )


@_enter_transform("titles")
def add_titles(layout: Layout, random: Random) -> Layout:
    """Print more lines above each table."""
    lines = ("PEMERINTAH KABUPATEN", "LAMPIRAN", "", "RENCANA KERJA PERANGKAT DAERAH")
    more = lines[: random.randint(1, 4)]
    return _map_blocks(layout, lambda block: replace(block, titles=(*more, *block.titles)))


@_enter_transform("margin")
def shift_right(layout: Layout, random: Random) -> Layout:
    """Leave columns blank on the left."""
    by = random.randint(2, 4)
    moved = (replace(plan, first_column=by) for plan in layout.sheets)
    return layout._replace(sheets=tuple(moved))


# Heads

_WORDINGS: Mapping[str, tuple[str, ...]] = {
    "kode": ("Kode", "Kode Rekening", "KODE", "Kode Program/Kegiatan"),
    "nama": ("Program/Kegiatan/Sub Kegiatan", "PROGRAM / KEGIATAN", "Uraian", "Nomenklatur"),
    "indikator": ("Indikator Kinerja", "INDIKATOR", "Tolok Ukur Kinerja"),
    "lokasi": ("Lokasi", "Lokasi Kegiatan", "LOKUS"),
    "target": ("Target", "Target Kinerja", "TARGET CAPAIAN"),
    "pagu": ("Pagu (Rp)", "Anggaran (Rp)", "JUMLAH PAGU", "Pagu Anggaran", "Kebutuhan Dana (Rp)"),
    "sumber_dana": ("Sumber Dana", "SUMBER PENDANAAN", "Sumber Anggaran"),
    "catatan": ("Catatan", "Keterangan", "Catatan Penting"),
    "target_maju": ("Target", "Target Kinerja"),
    "pagu_maju": ("Pagu (Rp)", "Pagu Indikatif", "Anggaran (Rp)"),
}
_SHORT: Mapping[str, tuple[str, ...]] = {
    "kode": ("Kd.", "Kd. Rek."),
    "nama": ("Prog/Keg/Sub Keg", "Program/Keg./Sub Keg."),
    "indikator": ("Ind. Kinerja", "Indikator Kin."),
    "lokasi": ("Lok.",),
    "target": ("Tgt", "Tgt. Kin."),
    "pagu": ("Angg. (Rp)", "Pagu Ind. (Rp)"),
    "sumber_dana": ("Sbr. Dana", "Sumber"),
    "catatan": ("Ket.", "Cat."),
}


def _reword(layout: Layout, random: Random, words: Mapping[str, tuple[str, ...]]) -> Layout:
    chosen = {key: random.choice(choices) for key, choices in words.items()}
    chosen |= {
        f"rkpd_{key}": chosen[key] for key in ("nama", "lokasi", "indikator", "target", "pagu")
    }
    return _map_blocks(layout, lambda block: replace(block, head=reword(block.head, chosen, {})))


@_enter_transform("wording")
def reword_heads(layout: Layout, random: Random) -> Layout:
    """Word the heads as offices do."""
    return _reword(layout, random, _WORDINGS)


@_enter_transform("wording")
def abbreviate_heads(layout: Layout, random: Random) -> Layout:
    """Shorten the words of the heads."""
    return _reword(layout, random, _SHORT)


@_enter_transform("wording")
def shout_heads(layout: Layout, random: Random) -> Layout:
    """Print heads in capitals."""

    def shout(block: Block) -> Block:
        return replace(
            block, head=map_columns(block.head, lambda c: replace(c, label=c.label.upper()))
        )

    return _map_blocks(layout, shout)


@_enter_transform("order of columns")
def move_columns(layout: Layout, random: Random) -> Layout:
    """Put the columns of the plan tables in another order, code and name first.

    They are counted anew, or keep their numbers.
    """
    anew = random.random() < 0.5

    def move(block: Block) -> Block:
        first = [node for node in block.head if isinstance(node, Column)][:2]
        rest = [node for node in block.head if node not in first]
        mixed = [
            Group(node.label, tuple(random.sample(node.columns, len(node.columns))))
            if isinstance(node, Group)
            else node
            for node in random.sample(rest, len(rest))
        ]
        head: Head = (*first, *mixed)
        if anew:
            number = iter(range(1, 100))
            head = map_columns(head, lambda column: replace(column, number=next(number)))
        return replace(block, head=head)

    return _map_plans(layout, move)


@_enter_transform("spacers")
def add_spacers(layout: Layout, random: Random) -> Layout:
    """Leave blank columns between those of the table."""
    before = frozenset(random.sample(("indikator", "catatan", "nama"), 2))
    return _map_blocks(layout, lambda block: replace(block, head=put_spacers(block.head, before)))


@_enter_transform("further columns")
def add_columns(layout: Layout, random: Random) -> Layout:
    """Add columns of the office's own on the right."""
    names = random.sample(("Penanggung Jawab", "PPTK", "Bidang Penanggung Jawab"), 2)
    texts = ("Bidang Sarana", "Sekretariat")
    more = tuple(Column(f"tambahan_{at}", name) for at, name in enumerate(names))

    def widen(block: Block) -> Block:
        rows = [
            replace(row, values={**row.values, **{c.key: random.choice(texts) for c in more}})
            if row.kind == "sub_kegiatan"
            else row
            for row in block.table.rows
        ]
        return _replace_rows(replace(block, head=(*block.head, *more)), rows)

    return _map_plans(layout, widen)


@_enter_transform("merging")
def unmerge_heads(layout: Layout, random: Random) -> Layout:
    """Merge nothing, in heads and totals."""
    return _map_blocks(layout, lambda block: reform(block, merged=False))


@_enter_transform("numbers")
def leave_numbers_out(layout: Layout, random: Random) -> Layout:
    """Print no row of column numbers."""
    return _map_blocks(layout, lambda block: reform(block, numbered=False))


@_enter_transform("dress")
def undress(layout: Layout, random: Random) -> Layout:
    """Use no fonts, fills and borders."""
    return _map_blocks(layout, lambda block: reform(block, dressed=False))


@_enter_transform("pages")
def repeat_heads(layout: Layout, random: Random) -> Layout:
    """Print the head again on every page."""
    step = random.randint(6, 25)

    def repeat(block: Block) -> Block:
        places = range(step, len(block.table.rows), step)
        return reform(block, head_before=frozenset(places))

    return _map_blocks(layout, repeat)


# Codes


@_enter_transform("sections")
def add_sections(layout: Layout, random: Random) -> Layout:
    """Head the plan with its urusan and bidang urusan, without amounts."""

    def insert(block: Block) -> Block:
        code = str(next(row.values["kode"] for row in block.table.rows))
        urusan, bidang = code.split(".")[0], ".".join(code.split(".")[:2])
        names = {urusan: "URUSAN PEMERINTAHAN WAJIB", bidang: "BIDANG URUSAN PEMERINTAHAN"}
        rows = [Row(ADDED, "urusan", {"kode": kode, "nama": name}) for kode, name in names.items()]
        return _replace_rows(block, (*rows, *block.table.rows))

    return _map_plans(layout, insert)


def _rewrite_codes(layout: Layout, form: Callable[[str], tuple[str | int | None, ...]]) -> Layout:
    def change(block: Block) -> Block:
        return reform(replace(block, head=join_code_cells(block.head)), code=form)

    return _map_blocks(layout, change)


@_enter_transform("codes")
def dot_codes(layout: Layout, random: Random) -> Layout:
    """Write the code in one cell, the sub kegiatan with two digits."""
    return _rewrite_codes(layout, join_two_digits)


@_enter_transform("codes")
def dot_codes_in_four(layout: Layout, random: Random) -> Layout:
    """Write the code in one cell, the sub kegiatan with four digits."""
    return _rewrite_codes(layout, join_four_digits)


@_enter_transform("codes")
def end_codes_with_dot(layout: Layout, random: Random) -> Layout:
    """Write the code in one cell with a dot behind it."""
    return _rewrite_codes(layout, lambda code: (f"{join_two_digits(code)[0]}.",))


@_enter_transform("codes")
def split_codes_as_text(layout: Layout, random: Random) -> Layout:
    """Write the code in six cells as text."""

    def split(block: Block) -> Block:
        return reform(replace(block, head=split_code_cells(block.head)), code=split_text)

    return _map_blocks(layout, split)


@_enter_transform("codes")
def put_codes_before_names(layout: Layout, random: Random) -> Layout:
    """Write code and name in one cell."""

    def join(block: Block) -> Block:
        if not _is_coded(block):
            return block
        head = tuple(
            node for node in block.head if not isinstance(node, Column) or node.key != "kode"
        )
        rows = []
        for row in block.table.rows:
            values = dict(row.values)
            code = values.pop("kode", None)
            if isinstance(code, str):
                values["nama"] = f"{join_four_digits(code)[0]} {values['nama']}"
            rows.append(replace(row, values=values))
        return _replace_rows(replace(block, head=head), rows)

    return _map_blocks(layout, join)


# Amounts


def _rewrite_amounts(layout: Layout, form: Callable[[int], str | int]) -> Layout:
    return _map_blocks(layout, lambda block: reform(block, amounts=dict.fromkeys(AMOUNTS, form)))


def _write_with_dots(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")


@_enter_transform("amounts")
def write_amounts_with_dots(layout: Layout, random: Random) -> Layout:
    """Write amounts as text with points."""
    return _rewrite_amounts(layout, _write_with_dots)


@_enter_transform("amounts")
def write_amounts_in_rupiah(layout: Layout, random: Random) -> Layout:
    """Write amounts as "Rp 1.000.000,-"."""
    return _rewrite_amounts(layout, lambda amount: f"Rp {_write_with_dots(amount)},-")


@_enter_transform("amounts")
def write_amounts_with_commas(layout: Layout, random: Random) -> Layout:
    """Write amounts as text with commas for thousands, and cents."""
    return _rewrite_amounts(layout, lambda amount: f"{amount:,}.00")


@_enter_transform("amounts")
def print_thousands(layout: Layout, random: Random) -> Layout:
    """Print amounts in thousands, with a caption above the head that says so."""
    caption = random.choice(("(dalam ribuan rupiah)", "(Rp. 000)", "(dalam Rp ribuan)"))

    def divide(block: Block) -> Block:
        return _replace_rows(
            replace(block, titles=(*block.titles, caption)), _divide_rows(block.table.rows)
        )

    return _map_blocks(layout, divide)


@_enter_transform("amounts")
def sum_by_formula(layout: Layout, random: Random) -> Layout:
    """Let upper amounts be formulas over those below, wherever they are their sum."""
    tables = _list_plans(layout)
    by_range = random.random() < 0.5

    def put(book: Workbook, placement: Placement) -> Cached:
        results: dict[str, dict[str, int]] = {}
        for name, table in tables.items():
            for row, below in group_children(table.rows):
                for key in ("pagu", "pagu_maju"):
                    amounts = [one.values.get(key) for one in below]
                    numbers = [amount for amount in amounts if isinstance(amount, int)]
                    if not numbers or sum(numbers) != row.values.get(key):
                        continue
                    keys = [Key(name, one.index, key) for one in (row, *below)]
                    if not all(one in placement for one in keys):
                        continue
                    place, *cells = (placement[one] for one in keys)
                    addresses = [cell.address for cell in cells]
                    joined = ",".join(addresses) if by_range else "+".join(addresses)
                    formula = f"=SUM({joined})" if by_range else f"={joined}"
                    book[place.sheet][place.address] = formula
                    results.setdefault(place.sheet, {})[place.address] = sum(numbers)
        return results

    return layout._replace(finish=(*layout.finish, put))


# Rows


def _insert_rows(block: Block, at: Mapping[int, Row]) -> Block:
    """Return the block with rows put before those at some positions."""
    rows: list[Row] = []
    for position, row in enumerate(block.table.rows):
        if position in at:
            rows.append(at[position])
        rows.append(row)
    return _replace_rows(block, rows)


@_enter_transform("blank rows")
def add_blank_rows(layout: Layout, random: Random) -> Layout:
    """Leave rows blank between those of the table."""

    def insert(block: Block) -> Block:
        count = len(block.table.rows)
        places = random.sample(range(1, count), min(3, count - 1))
        return _insert_rows(block, {at: Row(ADDED, "kosong", {}) for at in places})

    return _map_blocks(layout, insert)


@_enter_transform("notes")
def add_notes(layout: Layout, random: Random) -> Layout:
    """Write a note between two programs."""
    note = random.choice(("*) menunggu petunjuk teknis", "Catatan: hasil forum perangkat daerah"))

    def insert(block: Block) -> Block:
        places = [at for at, row in enumerate(block.table.rows) if at and row.kind == "program"]
        if not places:
            return block
        row = Row(ADDED, "catatan", {"nama": note})
        return _insert_rows(block, {random.choice(places): row})

    return _map_blocks(layout, insert)


@_enter_transform("total")
def reword_total(layout: Layout, random: Random) -> Layout:
    """Call the total otherwise."""
    label = random.choice(("Jumlah", "JUMLAH TOTAL", "TOTAL PAGU", "T O T A L", "Total Anggaran"))

    def change(block: Block) -> Block:
        rows = [
            replace(row, values={k: label if v == "TOTAL" else v for k, v in row.values.items()})
            for row in block.table.rows
        ]
        return _replace_rows(block, rows)

    return _map_blocks(layout, change)


@_enter_transform("sums below")
def sum_below(layout: Layout, random: Random) -> Layout:
    """Repeat each program's amounts in a row of their own below it."""

    def insert(block: Block) -> Block:
        return _replace_rows(block, tuple(_add_sums(block.table.rows)))

    return _map_plans(layout, insert)


def _add_sums(rows: Sequence[Row]) -> Iterator[Row]:
    program: Row | None = None
    for row in rows:
        if row.kind in ("program", "total") and program is not None:
            values = {key: program.values.get(key) for key in ("pagu", "pagu_maju")}
            label = f"Jumlah {program.values['nama']}"
            yield Row(ADDED, "jumlah", {"nama": label, **values})
            program = None
        if row.kind == "program":
            program = row
        yield row


@_enter_transform("signatures")
def sign_between(layout: Layout, random: Random) -> Layout:
    """Sign in the middle of the plan tables, as each page or each program may be."""
    lines = ("Mengetahui,", "Kepala Dinas Koperasi", "NIP. 19700101 199503 1 001")
    said = lines[random.randint(0, 1) :]

    def insert(block: Block) -> Block:
        rows: list[Row] = []
        programs = 0
        for row in block.table.rows:
            programs += row.kind == "program"
            if row.kind == "program" and programs == 2:
                rows += [Row(ADDED, "tanda tangan", {"sumber_dana": line}) for line in said]
            rows.append(row)
        return _replace_rows(block, rows)

    return _map_plans(layout, insert)


@_enter_transform("indicators")
def add_indicators(layout: Layout, random: Random) -> Layout:
    """Give some programs a second indicator in a row of its own."""

    def insert(block: Block) -> Block:
        rows: list[Row] = []
        for row in block.table.rows:
            rows.append(row)
            if row.kind == "program":
                name = str(row.values["nama"]).lower()
                second = {"indikator": f"Jumlah unit yang melaksanakan {name}", "target": "4 unit"}
                if "target_maju" in row.values:
                    second["target_maju"] = "4 unit"
                rows.append(Row(ADDED, "indikator", dict(second)))
        return _replace_rows(block, rows)

    return _map_plans(layout, insert)


@_enter_transform("rows")
def number_rows(layout: Layout, random: Random) -> Layout:
    """Put a running number before each row of the plan tables."""

    def number(block: Block) -> Block:
        rows: list[Row] = []
        count = 0
        for row in block.table.rows:
            if row.values.get("kode"):
                count += 1
                row = replace(row, values={"no": count, **row.values})
            rows.append(row)
        no = () if _has_columns(block, "no") else (Column("no", "No", width=5),)
        return _replace_rows(replace(block, head=(*no, *block.head)), rows)

    return _map_plans(layout, number)


# The written workbook


@_enter_transform("hidden rows")
def hide_rows(layout: Layout, random: Random) -> Layout:
    """Hide a few rows."""
    seed = random.random()

    def hide(book: Workbook, placement: Placement) -> Cached:
        places = [place for key, place in placement.items() if key.table in PLANS]
        for place in Random(seed).sample(places, min(4, len(places))):
            sheet = book[place.sheet]
            sheet.row_dimensions[sheet[place.address].row].hidden = True
        return {}

    return layout._replace(finish=(*layout.finish, hide))


@_enter_transform("merged cells")
def merge_places(layout: Layout, random: Random) -> Layout:
    """Merge the location of a program over the rows below it."""
    tables = _list_plans(layout)

    def merge(book: Workbook, placement: Placement) -> Cached:
        for name, table in tables.items():
            program = next(row for row in table.rows if row.kind == "program")
            key = Key(name, program.index, "lokasi")
            if key not in placement:
                continue
            place = placement[key]
            sheet = book[place.sheet]
            cell = sheet[place.address]
            sheet.merge_cells(
                start_row=cell.row,
                end_row=cell.row + 1,
                start_column=cell.column,
                end_column=cell.column,
            )
        return {}

    return layout._replace(finish=(*layout.finish, merge))


# Layouts that take the form apart


@_enter_transform("years")
def change_years(layout: Layout, random: Random) -> Layout:
    """Plan for another year: in titles and heads alike."""
    by = random.randint(-3, 4)

    def shift(text: str) -> str:
        return re.sub(r"\b20\d\d\b", lambda match: str(int(match[0]) + by), text)

    def change(block: Block) -> Block:
        groups = {node.label: shift(node.label) for node in block.head if isinstance(node, Group)}
        head = map_columns(block.head, lambda c: replace(c, label=shift(c.label)))
        titles = tuple(shift(line) for line in block.titles)
        return replace(block, head=reword(head, {}, groups), titles=titles)

    return _map_blocks(layout, change)


@_enter_transform("titles")
def leave_titles_out(layout: Layout, random: Random) -> Layout:
    """Print no title above any table."""
    return _map_blocks(layout, lambda block: replace(block, titles=()))


@_enter_transform("amounts")
def print_one_table_in_thousands(layout: Layout, random: Random) -> Layout:
    """Print one table in thousands and the others in rupiah."""
    chosen = random.choice(("T-C.33", "Tabel 4.1", "T-C.31"))
    caption = random.choice(("(dalam ribuan rupiah)", "(Rp. 000)"))

    def divide(block: Block) -> Block:
        if block.table.name != chosen:
            return block
        return _replace_rows(
            replace(block, titles=(*block.titles, caption)), _divide_rows(block.table.rows)
        )

    return _map_blocks(layout, divide)


def _divide_rows(rows: Sequence[Row]) -> list[Row]:
    return [
        replace(
            row,
            values={
                key: value // THOUSAND if key in AMOUNTS and isinstance(value, int) else value
                for key, value in row.values.items()
            },
        )
        for row in rows
    ]


@_enter_transform("sums below")
def sum_only_below(layout: Layout, random: Random) -> Layout:
    """Give a program's amounts only in the row "Jumlah Program ..." below it."""

    def move(block: Block) -> Block:
        rows: list[Row] = []
        program: Row | None = None
        for row in block.table.rows:
            if row.kind in ("program", "total") and program is not None:
                money = {k: v for k, v in program.values.items() if k in AMOUNTS}
                label = f"Jumlah {program.values['nama']}"
                rows.append(Row(program.index, "jumlah", {**money, "nama": label}))
                program = None
            if row.kind == "program":
                program = row
                kept = {k: v for k, v in row.values.items() if k not in AMOUNTS}
                row = replace(row, values=kept)
            rows.append(row)
        return _replace_rows(block, rows)

    return _map_plans(layout, move)


@_enter_transform("pages")
def carry_sums(layout: Layout, random: Random) -> Layout:
    """End each page with the sum so far, and begin the next with it below the head."""
    step = random.randint(8, 20)

    def carry(block: Block) -> Block:
        keys = [column.key for column in list_leaves(block.head) if column.key in AMOUNTS]
        rows: list[Row] = []
        breaks: set[int] = set()
        so_far = dict.fromkeys(keys, 0)
        for at, row in enumerate(block.table.rows):
            if at and at % step == 0 and row.kind != "total":
                rows.append(Row(ADDED, "pindahan", {"nama": "Jumlah dipindahkan", **so_far}))
                breaks.add(len(rows))
                rows.append(Row(ADDED, "pindahan", {"nama": "Jumlah pindahan", **so_far}))
            if row.kind == "sub_kegiatan":
                for key in keys:
                    amount = row.values[key]
                    so_far[key] += amount if isinstance(amount, int) else 0
            rows.append(row)
        return reform(_replace_rows(block, rows), head_before=frozenset(breaks))

    return _map_plans(layout, carry)


@_enter_transform("names")
def split_names_by_level(layout: Layout, random: Random) -> Layout:
    """Name each level in a column of its own, under one head."""
    levels = ("program", "kegiatan", "sub_kegiatan")
    words = ("Program", "Kegiatan", "Sub Kegiatan")

    def split(block: Block) -> Block:
        columns = tuple(
            Column(f"nama_{kind}", word) for kind, word in zip(levels, words, strict=True)
        )
        label = random.choice(("Uraian", "Urusan/Program/Kegiatan", "Nomenklatur"))
        head: list[Column | Group] = []
        for node in block.head:
            named = isinstance(node, Column) and node.key == "nama"
            head.append(Group(label, columns) if named else node)
        rows = []
        for row in block.table.rows:
            values = dict(row.values)
            name = values.pop("nama", None)
            kind = row.kind if row.kind in levels else "program"
            rows.append(replace(row, values={**values, f"nama_{kind}": name}))
        return _replace_rows(replace(block, head=tuple(head)), rows)

    return _map_plans(layout, split)


@_enter_transform("names")
def letter_rows(layout: Layout, random: Random) -> Layout:
    """Count kegiatan and sub kegiatan with letters and numbers in a cell before the name."""

    def letter(block: Block) -> Block:
        head: list[Column | Group] = []
        for node in block.head:
            if isinstance(node, Column) and node.key == "nama":
                head.append(
                    Group(node.label, (Column("huruf", "", width=4), replace(node, label="")))
                )
            else:
                head.append(node)
        rows = []
        count = {"kegiatan": 0, "sub_kegiatan": 0}
        for row in block.table.rows:
            mark = None
            if row.kind == "program":
                count["kegiatan"] = 0
            elif row.kind == "kegiatan":
                count["sub_kegiatan"] = 0
                mark = "abcdefghij"[count["kegiatan"]] + "."
                count["kegiatan"] += 1
            elif row.kind == "sub_kegiatan":
                count["sub_kegiatan"] += 1
                mark = f"{count['sub_kegiatan']})"
            rows.append(replace(row, values={"huruf": mark, **row.values}))
        return _replace_rows(replace(block, head=tuple(head)), rows)

    return _map_plans(layout, letter)


@_enter_transform("units")
def split_units(layout: Layout, random: Random) -> Layout:
    """Put the unit of the target into a column "Satuan" beside it."""

    def split(block: Block) -> Block:

        def widen(nodes: Head) -> Head:
            wide: list[Column | Group] = []
            for node in nodes:
                if isinstance(node, Group):
                    wide.append(Group(node.label, widen(node.columns)))
                    continue
                wide.append(node)
                if node.key == "target":
                    wide.append(Column("satuan", "Satuan"))
            return tuple(wide)

        rows = []
        for row in block.table.rows:
            target = row.values.get("target")
            values = dict(row.values)
            if isinstance(target, str):
                parts = re.fullmatch(r"([\d.,]+)\s*(.*)", target)
                if parts:
                    values |= {"target": parts[1], "satuan": parts[2]}
            rows.append(replace(row, values=values))
        return _replace_rows(replace(block, head=widen(block.head)), rows)

    return _map_plans(layout, split)


@_enter_transform("rows of a sub kegiatan")
def put_indicators_below(layout: Layout, random: Random) -> Layout:
    """Give each sub kegiatan two rows: its name with the amounts, then its indicator."""
    below = frozenset(("indikator", "target", "target_maju"))

    def split(block: Block) -> Block:
        rows: list[Row] = []
        for row in block.table.rows:
            if row.kind != "sub_kegiatan":
                rows.append(row)
                continue
            for part in (False, True):
                values = {k: v for k, v in row.values.items() if (k in below) == part}
                rows.append(replace(row, kind="indikator" if part else row.kind, values=values))
        return _replace_rows(block, rows)

    return _map_plans(layout, split)


def _enter_flat(flatten: Flatten) -> Change:
    def change(layout: Layout, random: Random) -> Layout:
        def own(block: Block) -> Block:
            return flatten(block, random) if _has_columns(block, "kode", "nama") else block

        return _map_plans(layout, own)

    return change


for _flatten in FLAT:
    TRANSFORMS[_flatten.__name__] = Transform("rows of a sub kegiatan", _enter_flat(_flatten))


@_enter_transform("foreign sheet")
def add_budget_sheet(layout: Layout, random: Random) -> Layout:
    """Add a sheet of the budget (RKA), which is none of our tables."""
    lines = (
        ("5.1", "BELANJA OPERASI", None, None, None, 91_500_000),
        ("5.1.02", "Belanja Barang dan Jasa", None, None, None, 91_500_000),
        ("5.1.02.01.01.0024", "Belanja Alat Tulis Kantor", None, None, None, 1_500_000),
        (None, "Kertas HVS F4", 30, "rim", 50_000, 1_500_000),
        ("5.1.02.02.01.0013", "Belanja Jasa Tenaga Ahli", None, None, None, 90_000_000),
        (None, "Tenaga ahli", 12, "OB", 7_500_000, 90_000_000),
    )
    heads = ("Kode Rekening", "Uraian", "Volume", "Satuan", "Harga Satuan", "Jumlah (Rp)")

    def add(book: Workbook, placement: Placement) -> Cached:
        sheet = book.create_sheet("RKA")
        for line in (("RENCANA KERJA DAN ANGGARAN",), (), heads, *lines):
            sheet.append(line)
        return {}

    return layout._replace(finish=(*layout.finish, add))


@_enter_transform("beside")
def put_recap_beside(layout: Layout, random: Random) -> Layout:
    """Print a recap of the programs beside the plan tables, its head in the row of theirs."""
    gap, tables = random.randint(2, 3), _list_plans(layout)

    def put(book: Workbook, placement: Placement) -> Cached:
        for name, table in tables.items():
            sheet = book[next(place.sheet for key, place in placement.items() if key.table == name)]
            if (
                len({key.table for key, place in placement.items() if place.sheet == sheet.title})
                > 1
            ):
                continue
            places = (place.address for key, place in placement.items() if key.table == name)
            top = min(sheet[address].row for address in places) - 1
            while top > 1 and any(cell.value is not None for cell in sheet[top - 1]):
                top -= 1
            programs = [row for row in table.rows if row.kind == "program"]
            if not programs:
                continue
            lines = [("No", "Program", "Jumlah (Rp)")]
            lines += [
                (
                    at,
                    row.values.get("nama") or row.values.get("nama_program"),
                    row.values.get("pagu"),
                )
                for at, row in enumerate(programs, 1)
            ]
            left = sheet.max_column + gap
            for at, line in enumerate(lines):
                for column, value in enumerate(line, left):
                    sheet.cell(top + at, column, value)
        return {}

    return layout._replace(finish=(*layout.finish, put))
