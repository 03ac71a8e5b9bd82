"""What must hold for any workbook: blanks and names change nothing, nonsense yields no table."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from selaras.model.book import Book, DenseGrid, Sheet, Value
from selaras.model.setting import Setting
from selaras.model.table import Table
from selaras.recognise import recognise
from selaras.values.a1 import Area

from . import heads_other as others
from . import heads_renja as renja
from .document import DocumentLayout
from .picture import build_in_memory
from .test_heads import ALL_HEADS

RUN_SETTINGS = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def _shift(old: int, blanks: Sequence[int]) -> int:
    """Return where a row or column lies after a blank was put before each of these."""
    return old + sum(1 for blank in blanks if blank <= old)


def _insert_blanks(sheet: Sheet, rows: Sequence[int], columns: Sequence[int]) -> Sheet:
    """Return the sheet with blank rows and columns put before the given ones."""
    area = sheet.grid.area
    height, width = _shift(area.bottom, rows), _shift(area.right, columns)
    cells: list[list[Value]] = [[""] * width for _ in range(height)]
    for row in sheet.grid.rows():
        for column, value in sheet.grid.row(row):
            cells[_shift(row, rows) - 1][_shift(column, columns) - 1] = value
    merges = tuple(
        Area(
            _shift(one.top, rows),
            _shift(one.left, columns),
            _shift(one.bottom, rows),
            _shift(one.right, columns),
        )
        for one in sheet.merges
    )
    return Sheet(sheet.name, DenseGrid(cells), merges=merges)


def _list_contents(table: Table, rows: Sequence[int] = (), columns: Sequence[int] = ()) -> object:
    """Return all that was read of a table, its cells shifted as the blanks shift them."""
    return (
        table.name,
        table.year,
        {
            key: (
                tuple(_shift(number, columns) for number in column.columns),
                column.year,
                column.scale,
            )
            for key, column in table.columns.items()
        },
        [
            (
                _shift(row.row, rows),
                row.kind.value,
                str(row.kode),
                row.name,
                [row.amount(column.key) for column in table.money_columns],
                row.parent and _shift(row.parent.row, rows),
            )
            for row in table.rows
        ],
    )


@RUN_SETTINGS
@given(
    st.sampled_from(ALL_HEADS),
    st.lists(st.integers(1, 20), max_size=4, unique=True),
    st.lists(st.integers(1, 30), max_size=3, unique=True),
)
def test_inserted_blanks_change_nothing(
    layout: DocumentLayout, rows: list[int], columns: list[int]
) -> None:
    sheet = build_in_memory(layout.build_sheet()).sheets[0]
    before = recognise(Book("a", "", (sheet,)), Setting()).tables
    after = recognise(Book("b", "", (_insert_blanks(sheet, rows, columns),)), Setting()).tables
    assert [_list_contents(table) for table in after] == [
        _list_contents(table, rows, columns) for table in before
    ]


@RUN_SETTINGS
@given(
    st.permutations(
        [renja.TC33[0], others.TC29[0], others.TC30[0], others.TC27[0], others.TC31[0]]
    ),
    st.lists(
        st.text("abcXYZ 123-()", min_size=1, max_size=12), min_size=5, max_size=5, unique=True
    ),
)
def test_names_and_order_of_sheets(layouts: list[DocumentLayout], names: list[str]) -> None:
    book = build_in_memory(
        *(layout.build_sheet(name=name) for layout, name in zip(layouts, names, strict=True))
    )
    tables = recognise(book, Setting()).tables
    alone = [
        recognise(build_in_memory(layout.build_sheet()), Setting()).tables[0] for layout in layouts
    ]
    assert [_list_contents(one)[2:] for one in tables] == [_list_contents(one)[2:] for one in alone]  # type: ignore[index]
    assert [one.name for one in tables] == [layout.table for layout in layouts]


_WORDS = [
    "Kertas HVS",
    "Rapat",
    "Budi",
    "12 rim",
    "Desa Sukorejo",
    "-",
    "baik",
    "01/02/2024",
    "2.17.01",
    "APBD",
    "Total",
    "No",
    "Harga",
]
_CELLS = st.one_of(
    st.just(""),
    st.sampled_from(_WORDS),
    st.text(max_size=12),
    st.floats(allow_nan=False, width=32),
    st.integers(-5, 3000).map(float),
    st.booleans(),
)


@RUN_SETTINGS
@given(st.lists(st.lists(_CELLS, min_size=6, max_size=6), min_size=1, max_size=25))
def test_anything_at_all_is_no_table(rows: list[list[Value]]) -> None:
    work = recognise(Book("a", "", (Sheet("S", DenseGrid(rows)),)), Setting())
    assert work.tables == ()
    assert len(work.skipped) == 1


_HEADS = [
    "Kode",
    "Program/Kegiatan",
    "Indikator Kinerja",
    "Target",
    "Pagu Indikatif",
    "Lokasi",
    "Sumber Dana",
    "Satuan",
    "Rp",
    "K",
    "Realisasi",
    "Triwulan I",
    "2024",
    "2025",
    "n-1",
    "Tahun ke-1",
    "1",
    "2",
    "3",
    "(4)",
    "8=7/6",
    "Prakiraan Maju",
    "Rencana Tahun 2024",
    "TOTAL",
    "2.17.01",
    "URUSAN",
    "Rincian :",
    "1.000.000",
    "Kepala Dinas",
]


@RUN_SETTINGS
@given(
    st.lists(
        st.lists(st.one_of(st.sampled_from(_HEADS), _CELLS), min_size=7, max_size=7),
        min_size=1,
        max_size=16,
    ),
    st.lists(
        st.tuples(st.integers(1, 8), st.integers(1, 7), st.integers(0, 3), st.integers(0, 3)),
        max_size=4,
    ),
)
def test_recognition_never_fails(
    rows: list[list[Value]], merges: list[tuple[int, int, int, int]]
) -> None:
    areas = tuple(Area(top, left, top + down, left + more) for top, left, down, more in merges)
    recognise(Book("a", "", (Sheet("S", DenseGrid(rows), merges=areas),)), Setting())
