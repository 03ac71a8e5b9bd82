"""Lists as they are kept: one file, changed as a whole, the right list for a year."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from selaras.nomenklatur import choose_list, open_list
from selaras.nomenklatur.edition import find_years, read_years
from selaras.nomenklatur.entry import KodeEntry, Nomenklatur, PemdaKind, PlanYears, Rincian
from selaras.nomenklatur.keys import decode_kode, encode_kode, find_number_range
from selaras.nomenklatur.memory import build_from_lines
from selaras.nomenklatur.place import find_lists_file, folder
from selaras.nomenklatur.store import ListStore, NewList, StoreError
from selaras.values.kode_reading import Kode, read_kode
from selaras.values.text import Text


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SELARAS_DATA", str(tmp_path / "data"))


def kode(text: str) -> Kode:
    read = read_kode(text)
    assert read is not None
    assert read.kode is not None
    return read.kode


def add_list(name_of: str, years: PlanYears | None = None, *rows: tuple[str, str]) -> None:
    entries = [
        (KodeEntry(kode(code), name), Rincian()) for code, name in rows or [("2.17.02", name_of)]
    ]
    ListStore(find_lists_file()).add(
        NewList(name_of, years, "a.csv", "00", "2026-01-01", entries, {}, 4)
    )


def name_of(found: Nomenklatur | None) -> str | None:
    return found.name if found else None


def test_nothing_is_loaded() -> None:
    assert open_list() is None
    assert choose_list() == Text("nomenklatur belum dimuat", "no nomenclature is loaded")
    assert not Path(folder()).exists()


def test_the_list_of_the_year() -> None:
    add_list("lama", PlanYears(2024, 2025))
    add_list("baru", PlanYears(2026, 2026))
    assert name_of(open_list(None, 2025)) == "lama"
    assert name_of(open_list(None, 2026)) == "baru"
    assert name_of(open_list()) == "baru"
    assert name_of(open_list("LAMA", 2026)) == "lama"
    reason = choose_list(None, 2030)
    assert isinstance(reason, Text)
    assert "baru (2026), lama (2024-2025)" in reason.id
    assert isinstance(choose_list("lain"), Text)


def test_the_chosen_list_serves_every_year_without_its_own() -> None:
    add_list("lama", PlanYears(2024, 2025))
    add_list("baru", PlanYears(2026, 2026))
    store = ListStore(find_lists_file())
    store.choose(next(known for known in store.list_stored() if known.name == "lama"))
    assert name_of(open_list(None, 2030)) == "lama"
    assert name_of(open_list(None, 2026)) == "baru"
    assert name_of(open_list()) == "lama"


def test_a_list_without_years_serves_all() -> None:
    add_list("umum")
    add_list("baru", PlanYears(2026, 2026))
    assert name_of(open_list(None, 2030)) == "umum"
    assert name_of(open_list(None, 2026)) == "baru"


def test_same_name_replaces_the_list() -> None:
    add_list("a", None, ("2.17.02", "P"), ("2.17.03", "Q"))
    add_list("A", None, ("2.17.02", "R"))
    (known,) = ListStore(find_lists_file()).list_stored()
    found = open_list()
    assert found is not None
    assert ListStore(find_lists_file()).count_entries(known) == 1
    assert found.find_many([kode("2.17.02"), kode("2.17.03")]) == {
        kode("2.17.02"): KodeEntry(kode("2.17.02"), "R")
    }


@pytest.mark.parametrize("content", [b"bukan basis data" * 100, b""])
def test_damaged_file_is_told_and_never_a_traceback(content: bytes) -> None:
    Path(folder()).mkdir()
    Path(find_lists_file()).write_bytes(content)
    assert open_list() is None
    assert isinstance(choose_list(), Text)


def test_a_later_layout_is_not_touched() -> None:
    import sqlite3

    add_list("a")
    with sqlite3.connect(find_lists_file()) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = Path(find_lists_file()).read_bytes()
    assert "99" in str(choose_list())
    with pytest.raises(StoreError):
        add_list("b")
    assert Path(find_lists_file()).read_bytes() == before


PROGRAM = """
import sys
from selaras.values.kode_reading import Kode
from selaras.nomenklatur.entry import KodeEntry, Rincian
from selaras.nomenklatur.store import ListStore, NewList

class Long(list):
    asked = 0

    def __iter__(self):
        self.asked += 1
        for number in range(900_000 if self.asked > 1 else 1):
            if number == 60_000:
                print("writing", flush=True)
            code = Kode((1, 1, 1, 1, number // 9999 + 1, number % 9999 + 1))
            yield KodeEntry(code, "n" * 200), Rincian()

ListStore(sys.argv[1]).add(NewList("a", None, "b.csv", "11", "2026-01-02", Long(), {}, 4))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_a_killed_add_leaves_the_old_list() -> None:
    add_list("a")
    child = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, find_lists_file()], stdout=subprocess.PIPE
    )
    assert child.stdout is not None
    assert child.stdout.readline() == b"writing\n"
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()
    # So much was written by then that the file itself had changed.
    assert Path(find_lists_file() + "-journal").exists()
    (known,) = ListStore(find_lists_file()).list_stored()
    assert known.sha256 == "00"
    found = open_list()
    assert found is not None
    entry = found.find(kode("2.17.02"))
    assert entry is not None
    assert entry.name == "a"


LIST = build_from_lines(
    [
        "X.XX.01|PENUNJANG",
        "X.XX.01.2.01|Perencanaan",
        "X.XX.01.2.01.0001|Dokumen|Jumlah|Dokumen",
        "X.XX.01.2.01.0002|Baru|||X.XX.01.2.01.0009",
        "4.01.01|SETDA",
        "2.17.03|PENGAWASAN",
        "2.17.03.2.01|Pengawasan",
    ],
    "contoh",
)


def test_two_digits_or_four_and_any_bidang() -> None:
    entry = LIST.find(kode("2.17.01.2.01.01"))
    assert entry is not None
    assert (entry.name, str(entry.kode)) == ("Dokumen", "X.XX.01.2.01.0001")
    assert entry.level.label == "sub kegiatan"
    own = LIST.find(kode("4.01.01"))
    assert own is not None
    assert own.name == "SETDA"
    for unknown in ("2.99.01", "2.17.04", "2.17.03.2.01.0001"):
        assert LIST.find(kode(unknown)) is None


def test_names_of_urusan_and_bidang_are_built_in() -> None:
    entry = LIST.find(kode("2.17"))
    assert entry is not None
    assert "KOPERASI" in entry.name
    assert LIST.find(kode("2.99")) is None


def test_successor_in_the_bidang_of_the_retired_code() -> None:
    assert str(LIST.find_replacement(kode("2.17.01.2.01.09"))) == "2.17.01.2.01.0002"
    assert LIST.find_replacement(kode("2.17.03")) is None


def test_successors_are_followed_to_the_end() -> None:
    listed = build_from_lines(
        [
            "9.01.02.2.01.0002|B|||9.01.02.2.01.0001",
            "9.01.02.2.01.0003|C|||9.01.02.2.01.0002",
            "9.01.02.2.01.0004|D|||9.01.02.2.01.0003",
            # In a circle, and in two directions.
            "9.01.02.2.01.0011|K|||9.01.02.2.01.0010",
            "9.01.02.2.01.0010|L|||9.01.02.2.01.0011",
            "9.01.02.2.01.0021|P|||9.01.02.2.01.0020",
            "9.01.02.2.01.0022|Q|||9.01.02.2.01.0021",
            "9.01.02.2.01.0023|R|||9.01.02.2.01.0021",
        ],
        "contoh",
    )

    def after(number: int) -> str:
        return str(listed.find_replacement(kode(f"9.01.02.2.01.{number:04}")))[-4:]

    assert [after(1), after(2), after(3)] == ["0004"] * 3
    assert (after(4), after(10), after(20), after(21)) == ("None", "0011", "0021", "None")


def test_below_a_code() -> None:
    assert [e.name for e in LIST.find_children(kode("2.17.01.2.01"))] == ["Dokumen", "Baru"]
    assert [e.name for e in LIST.find_children(kode("2.17.03"))] == ["Pengawasan"]


def test_kind_of_government_by_authority_else_by_most_codes() -> None:
    rows = [
        (KodeEntry(Kode((0, 0, 1)), "PROVINSI", kind=PemdaKind.PROVINCE), Rincian()),
        (KodeEntry(Kode((0, 0, 1)), "KABUPATEN/KOTA", kind=PemdaKind.REGENCY_CITY), Rincian()),
        (KodeEntry(Kode((2, 17, 3, 1, 1)), "K", kind=PemdaKind.PROVINCE), Rincian()),
    ]
    ListStore(find_lists_file()).add(NewList("a", None, "", "", "", rows, {}, 4))
    found = open_list()
    assert found is not None
    program = kode("2.17.01")
    assert found.find_many([program, kode("2.17.01.1.01")])[program].name == "PROVINSI"
    assert found.find_many([program, kode("2.17.01.2.01")])[program].name == "KABUPATEN/KOTA"
    entry = found.find(program, PemdaKind.PROVINCE)
    assert entry is not None
    assert entry.name == "PROVINSI"
    assert found.has_kewenangan_of(kode("2.17.01.1.09"))
    assert not found.has_kewenangan_of(kode("2.17.01.2.09"))


@pytest.mark.parametrize("text", ["X", "X.XX", "X.XX.01", "1", "9.03.99.9.99.9999", "2.17.01.2.01"])
def test_numbers_of_codes_and_back(text: str) -> None:
    code = kode(text)
    assert decode_kode(encode_kode(code)) == code
    for upper in code.list_ancestors():
        first, last = find_number_range(upper)
        assert first <= encode_kode(code) <= last


@pytest.mark.parametrize(
    ("name", "years"),
    [
        ("Kepmendagri 900.1.15.5-1317 Tahun 2023", PlanYears(2024, 2025)),
        ("nomenklatur_900_2023_kabkota", PlanYears(2024, 2025)),
        ("permendagri-90-2019", PlanYears(2021, 2021)),
        ("nomenklatur_2027", PlanYears(2027, 2027)),
        ("daftar SIPD", None),
        ("90 halaman", None),
    ],
)
def test_years_from_a_name(name: str, years: PlanYears | None) -> None:
    assert find_years(name) == years


def test_years_as_written() -> None:
    assert read_years("2024") == PlanYears(2024, 2024)
    assert read_years("2024-2026") == PlanYears(2024, 2026)
    assert read_years("2026-2024") is None
    assert read_years("dua") is None
