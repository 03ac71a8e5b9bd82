"""Every layout holds the document's values where its placement says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from . import AMOUNTS, LAYOUTS, Key, Place, Placement, Row, read, write
from .thousands import IN_THOUSANDS

ONE_CODE_CELL = {"titik-2", "titik-4", "nomor"}
PLAN_TABLES = {"T-C.33", "Tabel 4.1"}


class Written:
    """A layout on disk, read back."""

    def __init__(self, layout: str, directory: Path) -> None:
        self.layout = layout
        path, self.placement = write(layout, directory)
        self.values = openpyxl.load_workbook(path, data_only=True)
        self.formulas = openpyxl.load_workbook(path)

    def value(self, place: Place) -> object:
        return self.values[place.sheet][place.address].value

    def unit(self, table: str) -> int:
        """Return how many rupiah one is in the amounts of a table."""
        return 1_000 if self.layout == "ribuan" and table in IN_THOUSANDS else 1

    def code(self, table: str, place: Place) -> tuple[int, ...]:
        """Return the numbers of the code that starts in a cell."""
        sheet: Worksheet = self.values[place.sheet]
        cell = sheet[place.address]
        if self.layout in ONE_CODE_CELL or table == "SIPD-17":
            parts = str(cell.value).split(".") if cell.value else []
        else:
            row = [sheet.cell(cell.row, cell.column + offset).value for offset in range(6)]
            parts = [str(part) for part in row if part is not None]
        return tuple(int(part) for part in parts)


@pytest.fixture(scope="module", params=LAYOUTS)
def written(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Written:
    return Written(request.param, tmp_path_factory.mktemp("layout"))


def _list_expected(placement: Placement) -> Iterator[tuple[str, Row]]:
    for table in placement.tables():
        for row in read("T-C.33" if table == "SIPD-17" else table).rows:
            if table != "SIPD-17" or not row.kind.startswith("rincian"):
                yield table, row


def _read_amount(value: object, unit: int) -> int | None:
    if value is None:
        return value
    if isinstance(value, int | float):
        return int(Decimal(str(value)) * unit)
    return int(re.sub(r"\D", "", str(value)))


def test_placed_cells_hold_the_values(written: Written) -> None:
    placement = written.placement
    for table, row in _list_expected(placement):
        for column, value in row.values.items():
            key = Key(table, row.index, column)
            if key not in placement:
                continue
            place = placement[key]
            found = written.value(place)
            if column == "kode":
                numbers = tuple(int(part) for part in str(value).split(".")) if value else ()
                assert written.code(table, place) == numbers, key
            elif column in AMOUNTS:
                assert _read_amount(found, written.unit(table)) == value, key
            elif table == "SIPD-17" and row.kind == "total" and column == "nama":
                assert found == "Jumlah"
            else:
                texts = [found, *(written.value(p) for p in placement.continued.get(key, ()))]
                joined = " ".join(str(t) for t in texts) if len(texts) > 1 else found
                assert joined == value, key


def test_every_value_is_placed(written: Written) -> None:
    dropped = {"catatan"} if written.layout.startswith("sipd") else set()
    for table, row in _list_expected(written.placement):
        for column, value in row.values.items():
            if table == "SIPD-17" and column in dropped:
                continue
            swallowed = row.kind == "total" and value is None
            assert swallowed or Key(table, row.index, column) in written.placement


def test_tables_of_the_layout(written: Written) -> None:
    tables = set(written.placement.tables())
    assert len(tables) == len({name for name, _ in written.placement.heads})
    if written.layout.startswith("sipd"):
        assert "SIPD-17" in tables
        assert not tables & PLAN_TABLES
    else:
        assert tables >= PLAN_TABLES


def test_no_cell_is_placed_twice(written: Written) -> None:
    places = list(written.placement.values())
    assert len(places) == len(set(places))


def test_heads_and_words_are_where_they_are_said_to_be(written: Written) -> None:
    placement = written.placement
    assert all(written.value(place) for place in placement.heads.values())
    around = [*placement.titles.values(), *placement.paragraphs.values()]
    assert all(isinstance(written.value(place), str) for places in around for place in places)
    assert "6.071.587.000" in str(written.value(placement.paragraphs["Tabel 2.1"][0]))


def test_same_bytes_each_time(written: Written, tmp_path: Path) -> None:
    first, second = tmp_path / "1", tmp_path / "2"
    for directory in (first, second):
        directory.mkdir()
    one, _ = write(written.layout, first)
    two, _ = write(written.layout, second)
    assert one.read_bytes() == two.read_bytes()


def _read_formulas(written: Written) -> dict[Place, str]:
    return {
        Place(sheet.title, cell.coordinate): cell.value
        for sheet in written.formulas
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


@pytest.fixture(scope="module")
def with_formulas(tmp_path_factory: pytest.TempPathFactory) -> Written:
    return Written("rumus", tmp_path_factory.mktemp("rumus"))


def test_only_one_layout_has_formulas(written: Written) -> None:
    assert bool(_read_formulas(written)) == (written.layout == "rumus")


def test_formulas_give_the_printed_amounts(with_formulas: Written) -> None:
    for place, formula in _read_formulas(with_formulas).items():
        total = 0
        for sheet, first, last in re.findall(
            r"(?:'([^']+)'!)?\b([A-Z]+\d+)(?::([A-Z]+\d+))?", formula
        ):
            area = with_formulas.values[sheet or place.sheet][f"{first}:{last or first}"]
            total += sum(cell.value for row in area for cell in row)
        assert with_formulas.value(place) == total, (place, formula)


def test_an_amount_that_is_not_its_sum_is_typed(with_formulas: Written) -> None:
    formulas = _read_formulas(with_formulas)
    placement = with_formulas.placement
    assert placement["T-C.33", 0, "pagu"] in formulas
    assert placement["T-C.33", 0, "pagu_maju"] not in formulas


def test_pages_repeat_the_head_and_cut_a_name(tmp_path: Path) -> None:
    written = Written("ulang", tmp_path)
    sheet = written.values["T-C.33"]
    assert sum(row[0].value == "Kode" for row in sheet.iter_rows()) >= 3
    cut = {key.table: key for key in written.placement.continued}
    assert {"T-C.33", "Tabel 4.1", "T-C.29"} <= set(cut)


def test_sub_kegiatan_in_two_rows(tmp_path: Path) -> None:
    written = Written("sipd-2baris", tmp_path)
    sub = next(row for row in read("T-C.33").rows if row.kind == "sub_kegiatan")
    sheet = written.values["Rencana Kerja"]
    name = sheet[written.placement["SIPD-17", sub.index, "nama"].address]
    indicator = sheet[written.placement["SIPD-17", sub.index, "indikator"].address]
    assert indicator.row == name.row + 1
