"""Lists as they are kept: one file, changed as a whole, the right list for a year."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from selaras.nomenklatur import buka, pilih
from selaras.nomenklatur.edition import baca_tahun, tahun_dari
from selaras.nomenklatur.entry import Entri, JenisPemda, Nomenklatur, Rincian, Tahun
from selaras.nomenklatur.keys import kode_dari, kunci, rentang
from selaras.nomenklatur.memory import dari_baris
from selaras.nomenklatur.place import berkas, folder
from selaras.nomenklatur.store import DaftarBaru, Simpanan, SimpananRusak
from selaras.values.kode_reading import Kode, baca_kode
from selaras.values.text import Teks


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SELARAS_DATA", str(tmp_path / "data"))


def kode(text: str) -> Kode:
    read = baca_kode(text)
    assert read is not None
    assert read.kode is not None
    return read.kode


def tambah(nama: str, tahun: Tahun | None = None, *rows: tuple[str, str]) -> None:
    entries = [(Entri(kode(code), name), Rincian()) for code, name in rows or [("2.17.02", nama)]]
    Simpanan(berkas()).tambah(DaftarBaru(nama, tahun, "a.csv", "00", "2026-01-01", entries, {}, 4))


def nama(found: Nomenklatur | None) -> str | None:
    return found.nama if found else None


def test_nothing_is_loaded() -> None:
    assert buka() is None
    assert pilih() == Teks("nomenklatur belum dimuat", "no nomenclature is loaded")
    assert not Path(folder()).exists()


def test_the_list_of_the_year() -> None:
    tambah("lama", Tahun(2024, 2025))
    tambah("baru", Tahun(2026, 2026))
    assert nama(buka(None, 2025)) == "lama"
    assert nama(buka(None, 2026)) == "baru"
    assert nama(buka()) == "baru"
    assert nama(buka("LAMA", 2026)) == "lama"
    reason = pilih(None, 2030)
    assert isinstance(reason, Teks)
    assert "baru (2026), lama (2024-2025)" in reason.id
    assert isinstance(pilih("lain"), Teks)


def test_the_chosen_list_serves_every_year_without_its_own() -> None:
    tambah("lama", Tahun(2024, 2025))
    tambah("baru", Tahun(2026, 2026))
    store = Simpanan(berkas())
    store.pakai(next(known for known in store.list_stored() if known.nama == "lama"))
    assert nama(buka(None, 2030)) == "lama"
    assert nama(buka(None, 2026)) == "baru"
    assert nama(buka()) == "lama"


def test_a_list_without_years_serves_all() -> None:
    tambah("umum")
    tambah("baru", Tahun(2026, 2026))
    assert nama(buka(None, 2030)) == "umum"
    assert nama(buka(None, 2026)) == "baru"


def test_same_name_replaces_the_list() -> None:
    tambah("a", None, ("2.17.02", "P"), ("2.17.03", "Q"))
    tambah("A", None, ("2.17.02", "R"))
    (known,) = Simpanan(berkas()).list_stored()
    found = buka()
    assert found is not None
    assert Simpanan(berkas()).count_entries(known) == 1
    assert found.find_many([kode("2.17.02"), kode("2.17.03")]) == {
        kode("2.17.02"): Entri(kode("2.17.02"), "R")
    }


@pytest.mark.parametrize("content", [b"bukan basis data" * 100, b""])
def test_damaged_file_is_told_and_never_a_traceback(content: bytes) -> None:
    Path(folder()).mkdir()
    Path(berkas()).write_bytes(content)
    assert buka() is None
    assert isinstance(pilih(), Teks)


def test_a_later_layout_is_not_touched() -> None:
    import sqlite3

    tambah("a")
    with sqlite3.connect(berkas()) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = Path(berkas()).read_bytes()
    assert "99" in str(pilih())
    with pytest.raises(SimpananRusak):
        tambah("b")
    assert Path(berkas()).read_bytes() == before


PROGRAM = """
import sys
from selaras.values.kode_reading import Kode
from selaras.nomenklatur.entry import Entri, Rincian
from selaras.nomenklatur.store import DaftarBaru, Simpanan

class Long(list):
    asked = 0

    def __iter__(self):
        self.asked += 1
        for number in range(900_000 if self.asked > 1 else 1):
            if number == 60_000:
                print("writing", flush=True)
            code = Kode((1, 1, 1, 1, number // 9999 + 1, number % 9999 + 1))
            yield Entri(code, "n" * 200), Rincian()

Simpanan(sys.argv[1]).tambah(DaftarBaru("a", None, "b.csv", "11", "2026-01-02", Long(), {}, 4))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_a_killed_add_leaves_the_old_list() -> None:
    tambah("a")
    child = subprocess.Popen([sys.executable, "-c", PROGRAM, berkas()], stdout=subprocess.PIPE)
    assert child.stdout is not None
    assert child.stdout.readline() == b"writing\n"
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()
    # So much was written by then that the file itself had changed.
    assert Path(berkas() + "-journal").exists()
    (known,) = Simpanan(berkas()).list_stored()
    assert known.sha256 == "00"
    found = buka()
    assert found is not None
    entry = found.cari(kode("2.17.02"))
    assert entry is not None
    assert entry.nama == "a"


DAFTAR = dari_baris(
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
    entry = DAFTAR.cari(kode("2.17.01.2.01.01"))
    assert entry is not None
    assert (entry.nama, str(entry.kode)) == ("Dokumen", "X.XX.01.2.01.0001")
    assert entry.tingkat.label == "sub kegiatan"
    own = DAFTAR.cari(kode("4.01.01"))
    assert own is not None
    assert own.nama == "SETDA"
    for unknown in ("2.99.01", "2.17.04", "2.17.03.2.01.0001"):
        assert DAFTAR.cari(kode(unknown)) is None


def test_names_of_urusan_and_bidang_are_built_in() -> None:
    entry = DAFTAR.cari(kode("2.17"))
    assert entry is not None
    assert "KOPERASI" in entry.nama
    assert DAFTAR.cari(kode("2.99")) is None


def test_successor_in_the_bidang_of_the_retired_code() -> None:
    assert str(DAFTAR.pengganti(kode("2.17.01.2.01.09"))) == "2.17.01.2.01.0002"
    assert DAFTAR.pengganti(kode("2.17.03")) is None


def test_successors_are_followed_to_the_end() -> None:
    listed = dari_baris(
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
        return str(listed.pengganti(kode(f"9.01.02.2.01.{number:04}")))[-4:]

    assert [after(1), after(2), after(3)] == ["0004"] * 3
    assert (after(4), after(10), after(20), after(21)) == ("None", "0011", "0021", "None")


def test_below_a_code() -> None:
    assert [e.nama for e in DAFTAR.find_children(kode("2.17.01.2.01"))] == ["Dokumen", "Baru"]
    assert [e.nama for e in DAFTAR.find_children(kode("2.17.03"))] == ["Pengawasan"]


def test_kind_of_government_by_authority_else_by_most_codes() -> None:
    rows = [
        (Entri(Kode((0, 0, 1)), "PROVINSI", jenis=JenisPemda.PROV), Rincian()),
        (Entri(Kode((0, 0, 1)), "KABUPATEN/KOTA", jenis=JenisPemda.KABKOT), Rincian()),
        (Entri(Kode((2, 17, 3, 1, 1)), "K", jenis=JenisPemda.PROV), Rincian()),
    ]
    Simpanan(berkas()).tambah(DaftarBaru("a", None, "", "", "", rows, {}, 4))
    found = buka()
    assert found is not None
    program = kode("2.17.01")
    assert found.find_many([program, kode("2.17.01.1.01")])[program].nama == "PROVINSI"
    assert found.find_many([program, kode("2.17.01.2.01")])[program].nama == "KABUPATEN/KOTA"
    entry = found.cari(program, JenisPemda.PROV)
    assert entry is not None
    assert entry.nama == "PROVINSI"
    assert found.melayani(kode("2.17.01.1.09"))
    assert not found.melayani(kode("2.17.01.2.09"))


@pytest.mark.parametrize("text", ["X", "X.XX", "X.XX.01", "1", "9.03.99.9.99.9999", "2.17.01.2.01"])
def test_numbers_of_codes_and_back(text: str) -> None:
    code = kode(text)
    assert kode_dari(kunci(code)) == code
    for upper in code.leluhur():
        first, last = rentang(upper)
        assert first <= kunci(code) <= last


@pytest.mark.parametrize(
    ("name", "years"),
    [
        ("Kepmendagri 900.1.15.5-1317 Tahun 2023", Tahun(2024, 2025)),
        ("nomenklatur_900_2023_kabkota", Tahun(2024, 2025)),
        ("permendagri-90-2019", Tahun(2021, 2021)),
        ("nomenklatur_2027", Tahun(2027, 2027)),
        ("daftar SIPD", None),
        ("90 halaman", None),
    ],
)
def test_years_from_a_name(name: str, years: Tahun | None) -> None:
    assert tahun_dari(name) == years


def test_years_as_written() -> None:
    assert baca_tahun("2024") == Tahun(2024, 2024)
    assert baca_tahun("2024-2026") == Tahun(2024, 2026)
    assert baca_tahun("2026-2024") is None
    assert baca_tahun("dua") is None
