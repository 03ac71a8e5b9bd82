"""The unit of the amounts: told by a caption or a head, and put right by the amounts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from layouts import PRINTED, Placement
from layouts.reshape import reform
from layouts.thousands import divide_by_thousand
from renja_mojokerto.archive import save
from renja_mojokerto.handed_in import build_official_block
from renja_mojokerto.plan import Block, SheetPlan
from renja_mojokerto.writer import write_book
from rules.document import find_cell
from selaras.engine.run import check_book
from selaras.intake import read_book
from selaras.model.book import Book
from selaras.model.setting import Setting
from selaras.recognise import recognise
from selaras.recognise.captions import read_caption_scale, read_named_scale

from .picture import DrawnSheet, build_in_memory, read_picture

_HEAD = "Kode | Program/Kegiatan | Indikator | Lokasi | Target | Pagu (Rp) | Sumber Dana"
_NUMBER_ROW = "1 | 2 | 3 | 4 | 5 | 6 | 7"
_ROW = "2.17.01 | Program A | Nilai A | Kota | 80 | 300 | APBD"
_TITLE = "Rumusan Rencana Program dan Kegiatan Tahun 2024"


@pytest.mark.parametrize(
    ("text", "scale"),
    [
        *((text, 1_000) for text in ("(dalam ribuan rupiah)", "Rp. 000", "(Rp. 000)", "x 1.000")),
        *((text, 1_000) for text in ("dalam Rp. 1.000,-", "Rp (ribu)", "Ket: dalam ribu rupiah")),
        *(
            (text, 10**6)
            for text in ("(juta Rp)", "dalam jutaan", "Dalam Juta Rupiah", "Rp.000.000")
        ),
        *((text, 10**9) for text in ("(dalam miliar rupiah)", "milyar rupiah")),
        ("(dalam rupiah)", 1),
        *((text, None) for text in ("Rp", "Rp 1.000", "Rp 1.000.000", "000", "Sejuta rumah", "")),
    ],
)
def test_captions(text: str, scale: int | None) -> None:
    assert read_caption_scale(text) == scale


def test_a_caption_at_the_end_of_a_title_or_in_brackets() -> None:
    assert read_named_scale("Alokasi Anggaran Tahun 2022 (dalam ribuan rupiah)") == 1_000
    assert read_named_scale("Rencana Tahun 2024 dalam jutaan rupiah") == 10**6
    assert read_named_scale("Program Sejuta Rumah (Rp 1.000.000)") is None


@pytest.mark.parametrize(
    "text",
    [
        f"{_TITLE}\n(dalam ribuan rupiah) | < | < | < | < | < | <\n{_HEAD}\n{_NUMBER_ROW}\n{_ROW}",
        f"{_TITLE}\n | | | | | | (ribu rupiah)\n{_HEAD}\n{_NUMBER_ROW}\n{_ROW}",
        f"{_TITLE}\n | | | | (Rp. 000) | |\n{_HEAD}\n{_ROW}",
        f"{_TITLE} (dalam ribuan rupiah)\n\n{_HEAD}\n{_NUMBER_ROW}\n{_ROW}",
        f"{_TITLE}\n{_HEAD}\n | | | | | (ribuan rupiah) |\n{_NUMBER_ROW}\n{_ROW}",
        f"{_TITLE}\n{_HEAD}\n(dalam ribuan rupiah) | < | < | < | < | < | <\n{_NUMBER_ROW}\n{_ROW}",
        f"{_TITLE}\n{_HEAD}\n{_NUMBER_ROW}\n | | | | | (dalam ribuan rupiah) |\n{_ROW}",
        f"{_TITLE}\n{_HEAD.replace('(Rp)', '(Rp. 000)')}\n{_NUMBER_ROW}\n{_ROW}",
    ],
)
def test_the_unit_wherever_it_is_named(text: str) -> None:
    (table,) = recognise(
        build_in_memory(DrawnSheet("Lembar1", read_picture(text))), Setting()
    ).tables
    assert table.columns["pagu"].scale == 1_000
    assert [(row.name, row.amount("pagu")) for row in table.rows] == [("Program A", 300)]


def _written(directory: Path, **blocks: Block) -> tuple[Book, Placement]:
    names = {"plan": "T-C.33", "final": "Tabel 4.1"}
    made = [blocks.get(key, build_official_block(name)) for key, name in names.items()]
    plans = tuple(SheetPlan(block.table.name, (block,)) for block in made)
    book, placement = write_book(plans)
    save(book, directory / "satuan.xlsx", None)
    return read_book(str(directory / "satuan.xlsx")), placement


def _errors(book: Book) -> list[tuple[object, ...]]:
    findings = check_book(book, Setting()).findings
    return [(f.code, *find_cell(f)) for f in findings if f.severity == "error"]


@pytest.mark.parametrize("caption", ["(dalam ribuan rupiah)", "(juta Rp)"])
def test_a_caption_that_the_amounts_contradict(caption: str, tmp_path: Path) -> None:
    """The amounts are whole rupiah: told at the caption, and every comparison is in rupiah."""
    book, placement = _written(
        tmp_path, plan=replace(build_official_block("T-C.33"), caption=caption)
    )
    place = placement.heads["T-C.33", "kode"]
    row = int(place.address.lstrip("A")) - 1
    assert _errors(book) == [
        ("LBR004", "T-C.33", f"O{row}"),
        ("JML002", *placement["T-C.33", 0, "pagu_maju"]),
    ]


def test_thousands_that_nothing_names(tmp_path: Path) -> None:
    """Another table has a thousand times as much: one finding, and no amount differs."""
    amounts = dict.fromkeys(("pagu",), divide_by_thousand)
    book, placement = _written(
        tmp_path, final=reform(build_official_block("Tabel 4.1"), amounts=amounts)
    )
    assert _errors(book) == [
        ("JML002", *placement["T-C.33", 0, "pagu_maju"]),
        ("LBR004", *placement.heads["Tabel 4.1", "pagu"]),
    ]
    found = {f.code for f in check_book(book, Setting()).findings}
    assert not found & {"TBL001", "RKP004", "RKP002"}


def test_a_table_in_thousands_against_one_in_rupiah(tmp_path: Path) -> None:
    """One amount that differs is found, and only that."""
    final = build_official_block("Tabel 4.1")
    rows = list(final.table.rows)
    last = next(place for place, row in enumerate(rows) if row.kind == "total")
    values = dict(rows[last].values)
    values["pagu"] = PRINTED.tables["Tabel 4.1"].rows[last].values["pagu"] + 9_000_000
    rows[last] = replace(rows[last], values=values)
    final = replace(final, table=replace(final.table, rows=tuple(rows)), caption="(Rp. 000)")
    book, placement = _written(
        tmp_path, final=reform(final, amounts=dict.fromkeys(("pagu",), divide_by_thousand))
    )
    errors = _errors(book)
    assert ("JML004", *placement["Tabel 4.1", rows[last].index, "pagu"]) in errors
    assert "LBR004" not in {code for code, *_ in errors}
