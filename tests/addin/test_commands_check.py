"""The buttons of the groups Periksa and Temuan, pressed as VBA presses them, on a live workbook."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import xlwings as xw

from selaras.engine.run import check_file
from selaras.model.setting import Setting
from selaras.report.palette import FILLS
from selaras.values.finding import Severity
from selaras_addin.commands import BUTTON_COMMANDS, run
from selaras_addin.live.marks import store
from selaras_addin.log import LOG_NAME as LOG

from .calc_engine import CalcEngine, counts
from .conftest import EXAMPLE_PLAN

RED = tuple(bytes.fromhex(FILLS[Severity.ERROR]))

pytestmark = pytest.mark.usefixtures("data")


def _select(book: xw.Book, sheet: str, cell: str) -> None:
    book.sheets[sheet].activate()
    book.sheets[sheet][cell].select()


def _read_front(book: xw.Book) -> tuple[str, str]:
    return book.sheets.active.name, book.app.selection.address.replace("$", "")


def test_every_command_is_there() -> None:
    for entry_point in BUTTON_COMMANDS.values():
        module, _, function = entry_point.partition(":")
        assert callable(getattr(importlib.import_module(module), function))


def test_check_mark_walk_explain_unmark(
    example: xw.Book, engine: CalcEngine, tmp_path: Path
) -> None:
    """One sitting of a planner."""
    report = check_file(str(EXAMPLE_PLAN), Setting())
    sheets = [sheet.name for sheet in example.sheets]
    run("periksa_buku")
    assert engine.app.messages == []
    assert engine.app.status_bar == "Selaras: 7 kesalahan, 117 peringatan, 14 catatan"
    assert _read_front(example) == ("Temuan", "A1")
    assert engine.app.screen_updating
    assert engine.app.calculation == "automatic"
    # The sheets are read, the list and what is kept are written, in blocks.
    assert counts["Range.raw_value"] < 60
    assert counts["Range.formula"] < 30
    assert counts["Range.color"] < 40
    listed = example.sheets["Temuan"]
    assert listed["A7:K7"].value[:5] == [1, "Kesalahan", "JML002", "Tabel 2.2", "D36"]
    assert len(store.read_findings(example)) == len(report.findings) == 138
    plan = example.sheets["T-C.33"]
    assert plan["O8"].conditional_formats[0].fill_color == RED
    assert "JML002: Pagu maju program 2.17.01 tertulis 6.498.624.401" in plan["O8"].note.text

    # A marked workbook is handed in and checked as if it were not.
    example.save(str(tmp_path / "ditandai.xlsx"))
    marked = check_file(str(tmp_path / "ditandai.xlsx"), Setting())
    assert marked.findings == report.findings
    assert [(skipped.sheet, skipped.reason.id) for skipped in marked.skipped_sheets] == [
        ("Temuan", "lembar buatan Selaras"),
        ("_selaras", "lembar buatan Selaras"),
    ]

    # From the selected cell on, across sheets, and around at the end.
    _select(example, "Tabel 2.2", "D43")
    run("temuan_berikutnya")
    assert _read_front(example) == ("Tabel 2.2", "C46")
    run("temuan_berikutnya")
    assert _read_front(example)[0] == "T-C.29"
    run("temuan_sebelumnya")
    run("temuan_sebelumnya")
    assert _read_front(example) == ("Tabel 2.2", "D43")
    assert str(engine.app.status_bar).startswith(
        "Selaras: temuan 3 dari 136, Tabel 2.2!D43, JML001: Anggaran kegiatan"
    )
    _select(example, "Tabel 2.2", "A1")
    run("temuan_sebelumnya")
    assert str(engine.app.status_bar).startswith("Selaras: kembali ke temuan terakhir. temuan 136")
    assert _read_front(example) == ("Tabel 4.1", "H119")
    run("temuan_berikutnya")
    assert str(engine.app.status_bar).startswith(
        "Selaras: kembali ke temuan pertama. temuan 1 dari"
    )
    assert _read_front(example) == ("Tabel 2.2", "A1")

    example.sheets["Tabel 2.2"]["36:36"].rows.hidden = True
    run("temuan_berikutnya")
    assert str(engine.app.status_bar).startswith("Selaras: (barisnya tersembunyi) temuan 2 dari")

    # The rule behind a cell, and behind a row of the list.
    _select(example, "T-C.33", "O8")
    run("jelaskan")
    text, title = engine.app.messages.pop()
    assert title == "Selaras"
    assert text.startswith("O8, Kesalahan JML002: Pagu maju program 2.17.01 tertulis 6.498.624.401")
    assert "\nSaran: Betulkan" in text
    assert "O21 dahulu" in text
    assert "Aturan JML002. Pagu program sama dengan jumlah pagu kegiatannya." in text
    assert "Mengapa: " in text
    assert "Dasar: Permendagri 86/2017" in text
    _select(example, "T-C.33", "O3")
    run("jelaskan")
    assert engine.app.messages.pop()[0].startswith("Sel ini tidak punya temuan.")
    _select(example, "Temuan", "G8")
    run("jelaskan")
    assert engine.app.messages.pop()[0].startswith("Anggaran kegiatan “Pemberdayaan Usaha Mikro")

    _select(example, "T-C.33", "O8")
    run("daftar_temuan")
    assert example.sheets.active.name == "Temuan"

    # Everything is as it was.
    engine.app.answers.append("yes")
    run("hapus_tanda")
    assert engine.app.messages.pop()[0] == "Tanda sudah dihapus. Hapus juga lembar Temuan?"
    assert [sheet.name for sheet in example.sheets] == sheets
    assert all(not len(sheet.notes) for sheet in example.sheets)
    assert not len(plan["O8"].conditional_formats)
    run("temuan_berikutnya")
    assert engine.app.messages.pop()[0].startswith("Belum ada temuan yang ditandai")


def test_one_sheet_is_marked_though_rules_see_the_others(
    example: xw.Book, engine: CalcEngine
) -> None:
    _select(example, "Tabel 4.1", "A1")
    run("periksa_lembar")
    expected = [
        f for f in check_file(str(EXAMPLE_PLAN), Setting()).findings if f.sheet == "Tabel 4.1"
    ]
    assert any(f.code.startswith("TBL") for f in expected)
    kept = store.read_findings(example)
    assert {(k.sheet, k.cell, k.code) for k in kept} == {
        (f.sheet, f.cell, f.code) for f in expected
    }
    assert [s.name for s in example.sheets if len(s.notes)] == ["Tabel 4.1"]
    assert _read_front(example) == ("Tabel 4.1", expected[0].cell)
    ((text, _),) = engine.app.messages
    assert text.startswith("Lembar Tabel 4.1: ")
    assert text.endswith("Selnya sudah ditandai, daftarnya di lembar Temuan.")
    listed = example.sheets["Temuan"]
    assert f"temuan di tempat lain: {138 - len(expected)}" in str(listed["C5"].value)
    engine.app.messages.clear()
    listed.activate()
    run("periksa_lembar")
    assert engine.app.messages.pop()[0].startswith("Lembar ini buatan Selaras.")


def _open_small(tmp_path: Path, opener: Callable[[Path], xw.Book]) -> xw.Book:
    """Open a workbook in which there is nothing to check."""
    book = openpyxl.Workbook()
    book.active["A1"] = "Catatan rapat"
    book.save(tmp_path / "kecil.xlsx")
    return opener(tmp_path / "kecil.xlsx")


def test_a_workbook_without_tables_is_told_so(
    tmp_path: Path, opener: Callable[[Path], xw.Book], engine: CalcEngine
) -> None:
    book = _open_small(tmp_path, opener)
    run("daftar_temuan")
    assert engine.app.messages.pop()[0].startswith("Tidak ada tabel Renja, RKPD, atau Renstra")
    assert str(book.sheets["Temuan"]["C3"].value).startswith("Sheet: ")


def test_settings_beside_the_workbook_describe_it(
    tmp_path: Path, opener: Callable[[Path], xw.Book], engine: CalcEngine
) -> None:
    toml = tmp_path / "selaras.toml"
    toml.write_text('[tabel]\nSheet = "-"\n[aturan]\nabaikan = ["KOD"]\n', encoding="utf-8")
    book = _open_small(tmp_path, opener)
    run("periksa_buku")
    head = {row[0]: row[2] for row in book.sheets["Temuan"]["A2:C9"].value}
    assert head["Tanpa tabel"].startswith("Sheet: dilewati menurut pengaturan")
    assert "aturan.abaikan; itu tidak dipakai" in head["Perhatian"]
    engine.app.messages.clear()
    toml.write_text("tahun = 'dua ribu'\n", encoding="utf-8")
    run("periksa_buku")
    assert engine.app.messages.pop()[0].startswith(f"Pengaturan di {toml} tidak dapat dipakai: ")


def test_a_failure_is_a_sentence_and_a_log(
    tmp_path: Path,
    opener: Callable[[Path], xw.Book],
    engine: CalcEngine,
    data: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _open_small(tmp_path, opener)
    monkeypatch.setattr(store, "read_findings", lambda _: 1 / 0)
    run("temuan_berikutnya")
    ((text, _),) = engine.app.messages
    assert text.startswith("Perintah ini tidak selesai.")
    assert str(data / LOG) in text
    assert "Traceback" not in text
    log = (data / LOG).read_text(encoding="utf-8")
    assert "ZeroDivisionError" in log
    assert " temuan_berikutnya\n" in log
    assert engine.app.status_bar is False


def test_an_unknown_button_and_no_workbook(
    tmp_path: Path, opener: Callable[[Path], xw.Book], engine: CalcEngine, data: Path
) -> None:
    _open_small(tmp_path, opener)
    run("tidak_ada")
    assert engine.app.messages.pop()[0] == "Tombol ini belum tersedia di versi Selaras ini."
    assert not (data / LOG).exists()


def test_without_a_workbook_the_user_is_asked_to_open_one(engine: CalcEngine) -> None:
    engine.app.messages.clear()
    run("periksa_buku")
    assert engine.app.messages.pop()[0].startswith("Belum ada buku kerja yang terbuka.")
