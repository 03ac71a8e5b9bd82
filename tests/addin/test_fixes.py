"""What the Perbaiki buttons would change, worked out on real workbooks before any is touched."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from libreoffice import find_soffice
from selaras.engine.run import check_book, check_file
from selaras.intake import read_book
from selaras.model.setting import Setting
from selaras_addin.fixes.change import CellChange
from selaras_addin.fixes.proposals import KODE_RULES, propose_changes
from selaras_addin.fixes.subtotals import WriteMode, find_postponed, is_held_back, recompute_sums
from small_plan import PLAN_ROWS, TOTAL

EXAMPLE_PLAN = Path(__file__).parents[2] / "examples" / "renja-mojokerto-2024.xlsx"


def write_small_book(tmp_path: Path, edits: dict[str, object]) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Rencana"
    sheet.append(["Rumusan Rencana Program dan Kegiatan Tahun 2024"])
    sheet.append(["Kode", "Program/Kegiatan", "Indikator", "Lokasi", "Target", "Pagu Indikatif"])
    for kode, name, pagu in (*PLAN_ROWS, ("", "TOTAL", TOTAL)):
        sheet.append([kode, name, f"Hasil {name}", "Kab. A", "10 %", pagu])
    for cell, value in edits.items():
        sheet[cell] = value
    path = tmp_path / "buku.xlsx"
    book.save(path)
    return path


def _summarise(changes: list[CellChange]) -> dict[str, object]:
    return {change.cell: change.new for change in changes}


def _apply(path: Path, changes: list[CellChange], into: Path) -> Path:
    book = load_workbook(path)
    for change in changes:
        book[change.sheet][change.cell] = change.new
    book.save(into)
    return into


def _compute(path: Path) -> Path:
    """Let LibreOffice reckon the formulas, as Excel has when a user saves."""
    out = path.parent / "dihitung"
    profile = path.parent / "profil"
    command = [find_soffice(), "--headless", f"-env:UserInstallation={profile.as_uri()}"]
    command += ["--convert-to", "xlsx", "--outdir", str(out), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return out / path.name


def test_a_pagu_over_blank_cells_is_not_replaced_by_a_formula(tmp_path: Path) -> None:
    """A formula over blank cells would give 0 in place of what is written nowhere else."""
    path = write_small_book(tmp_path, {"F5": None, "F6": None})
    changes = _summarise(recompute_sums(read_book(str(path)), Setting(), "rumus"))
    assert "F4" not in changes
    assert changes["F3"] == "=F4"
    found = recompute_sums(read_book(str(EXAMPLE_PLAN)), Setting(), "rumus")
    plan = _summarise([change for change in found if change.sheet == "T-C.33"])
    # This sub kegiatan has an amount in column O, the rincian below it have none there.
    assert not {"O10", "O13", "O18"} & set(plan)
    assert plan["O9"] == "=O10+O13"


def test_a_change_carries_up_to_the_total(tmp_path: Path) -> None:
    """A sub kegiatan that was changed carries up through kegiatan, program and total."""
    path = write_small_book(tmp_path, {"F5": 570})
    changes = recompute_sums(read_book(str(path)), Setting(), "nilai")
    assert _summarise(changes) == {"F3": 970, "F4": 970, "F11": 1570}
    assert [change.old for change in changes] == [900, 900, 1500]
    assert {change.kind for change in changes} == {"nilai"}
    after = _apply(path, changes, tmp_path / "sesudah.xlsx")
    report = check_file(str(after), Setting())
    assert [f.cell for f in report.findings if f.code.startswith("JML")] == []


def test_no_mistake_no_change(tmp_path: Path) -> None:
    assert recompute_sums(read_book(str(write_small_book(tmp_path, {}))), Setting(), "nilai") == []


def test_formulas_take_the_place_of_typed_numbers(tmp_path: Path) -> None:
    changes = recompute_sums(read_book(str(write_small_book(tmp_path, {}))), Setting(), "rumus")
    assert _summarise(changes) == {
        "F3": "=F4",
        "F4": "=SUM(F5:F6)",
        "F7": "=F8",
        "F8": "=SUM(F9:F10)",
        "F11": "=F3+F7",
    }


def test_an_unreadable_amount_is_not_added_up(tmp_path: Path) -> None:
    """Letters for digits below: nobody knows the sum, so that it is left as it is."""
    path = write_small_book(tmp_path, {"F5": "5OO.OOO", "F10": 260})
    changes = recompute_sums(read_book(str(path)), Setting(), "nilai")
    assert _summarise(changes) == {"F7": 610, "F8": 610, "F11": 1510}


@pytest.mark.parametrize("way", ["nilai", "rumus"])
def test_a_sum_of_a_pasted_amount_is_not_offered(way: WriteMode) -> None:
    """The sum of a pasted amount would cement it: that amount is to be mended first."""
    book = read_book(str(EXAMPLE_PLAN))
    found = recompute_sums(book, Setting(), way)
    assert "O8" not in {change.cell for change in found if change.sheet == "T-C.33"}
    told = find_postponed(book, Setting())
    assert told is not None
    assert told.id == (
        "Tidak dihitung ulang: T-C.33!O8. Betulkan T-C.33!O21 dahulu, lalu periksa lagi."
    )


def test_a_formula_that_misses_a_row_is_replaced_by_a_formula(tmp_path: Path) -> None:
    """A formula that misses a row becomes the right one; one that is right is left to Excel."""
    path = _compute(
        write_small_book(tmp_path, {"F4": "=SUM(F5:F5)", "F3": "=F4", "F8": "=SUM(F9:F10)"})
    )
    changes = recompute_sums(read_book(str(path)), Setting(), "nilai")
    assert _summarise(changes) == {"F4": "=SUM(F5:F6)"}
    assert changes[0].kind == "rumus"


@pytest.mark.parametrize(("written", "canonical"), [("2.17.3", "2.17.03"), ("2-17-03", "2.17.03")])
def test_a_kode_is_written_in_the_style_of_its_table(
    tmp_path: Path, written: str, canonical: str
) -> None:
    book = read_book(str(write_small_book(tmp_path, {"A7": written})))
    report = check_book(book, Setting())
    changes = propose_changes(book, report.findings, lambda finding: finding.code in KODE_RULES)
    assert [(c.cell, c.old, c.new, c.kind) for c in changes] == [("A7", written, canonical, "teks")]


TYPED_TEXTS = {"F5": "Rp 500", "F6": "400.000", "F9": "350,00"}


def test_text_pagu_is_not_added_up_by_a_formula(tmp_path: Path) -> None:
    """SUM passes over texts: a right sum stays typed, a wrong one becomes a number, with a word."""
    book = read_book(
        str(
            write_small_book(
                tmp_path, {**TYPED_TEXTS, "F3": 400_500, "F4": 400_500, "F11": 401_100}
            )
        )
    )
    changes = recompute_sums(book, Setting(), "rumus")
    assert _summarise(changes) == {"F3": "=F4", "F7": "=F8", "F11": "=F3+F7"}
    assert is_held_back(book, Setting())

    book = read_book(str(write_small_book(tmp_path, TYPED_TEXTS)))
    changes = recompute_sums(book, Setting(), "rumus")
    assert _summarise(changes) == {
        "F3": "=F4",
        "F4": 400_500,
        "F7": "=F8",
        "F11": "=F3+F7",
    }
    assert {c.cell: c.warning.id for c in changes if c.warning} == {
        "F4": "ada angka yang tersimpan sebagai teks di bawahnya, sehingga subtotalnya ditulis "
        "sebagai angka: rapikan dulu dengan Terapkan Usulan"
    }
    changes = recompute_sums(book, Setting(), "nilai")
    assert _summarise(changes) == {"F3": 400_500, "F4": 400_500, "F11": 401_100}
    assert [change.warning for change in changes] == [None, None, None]


def test_a_formula_stored_as_text(tmp_path: Path) -> None:
    """What a formula typed as text would give is unknown: nothing above it refers to it."""
    path = write_small_book(tmp_path, {})
    made = load_workbook(path)
    cell = made["Rencana"]["F4"]
    cell.value, cell.data_type, cell.number_format = "=SUM(F5:F6)", "s", "@"
    made.save(path)
    changes = recompute_sums(read_book(str(path)), Setting(), "rumus")
    assert _summarise(changes) == {"F7": "=F8", "F8": "=SUM(F9:F10)", "F11": "=F3+F7"}


def test_a_formula_over_text_pagu_carries_up_to_the_total(tmp_path: Path) -> None:
    """A formula over a text becomes the number, and so do the formulas that pass it by."""
    edits: dict[str, object] = {"F4": 500, "F6": "400.000", "F3": "=SUM(F5:F6)", "F11": "=F4+F7"}
    path = _compute(write_small_book(tmp_path, edits))
    changes = recompute_sums(read_book(str(path)), Setting(), "nilai")
    assert _summarise(changes) == {"F3": "=F4", "F4": 400_500}
    after = _compute(_apply(path, changes, tmp_path / "sesudah.xlsx"))
    sheet = load_workbook(after, data_only=True)["Rencana"]
    assert [sheet[cell].value for cell in ("F3", "F4", "F11")] == [400_500, 400_500, 401_100]


def test_subtotals_over_numbers_do_not_count_twice(tmp_path: Path) -> None:
    """SUBTOTAL passes over SUBTOTAL but not over the number that takes its place."""
    edits: dict[str, object] = {
        "F6": "400.000",
        "F3": "=SUBTOTAL(9,F4:F6)",
        "F4": "=SUBTOTAL(9,F5:F6)",
        "F7": "=SUBTOTAL(9,F8:F10)",
        "F8": "=SUBTOTAL(9,F9:F10)",
        "F11": "=SUBTOTAL(9,F3:F10)",
    }
    path = _compute(write_small_book(tmp_path, edits))
    changes = recompute_sums(read_book(str(path)), Setting(), "nilai")
    after = _compute(_apply(path, changes, tmp_path / "sesudah.xlsx"))
    sheet = load_workbook(after, data_only=True)["Rencana"]
    found = [sheet[cell].value for cell in ("F3", "F4", "F7", "F11")]
    assert found == [400_500, 400_500, 600, 401_100]


def test_dashes_are_added_up_with_sum(tmp_path: Path) -> None:
    """A dash is nothing to SUM and an error to +."""
    edits: dict[str, object] = {"F7": "-", "F8": "-", "F9": "-", "F10": "-", "F11": 900}
    changes = recompute_sums(read_book(str(write_small_book(tmp_path, edits))), Setting(), "rumus")
    assert _summarise(changes) == {"F3": "=F4", "F4": "=SUM(F5:F6)", "F11": "=SUM(F3,F7)"}


def test_nested_rincian_are_not_all_added_up(tmp_path: Path) -> None:
    """What holds in another reading than the plain sum stays as it was typed."""
    path = write_small_book(tmp_path, {})
    made = load_workbook(path)
    sheet = made["Rencana"]
    items = (("Rincian:", None), ("Honor", 500), ("Ketua", 300), ("Anggota", 200))
    sheet.insert_rows(6, len(items))
    for row, (name, pagu) in enumerate(items, 6):
        sheet[f"B{row}"], sheet[f"F{row}"] = name, pagu
    made.save(path)
    book = read_book(str(path))
    assert not [f for f in check_book(book, Setting()).findings if f.code.startswith("JML")]
    assert "F5" not in _summarise(recompute_sums(book, Setting(), "rumus"))


def test_a_proposed_formula_does_not_add_up_texts(tmp_path: Path) -> None:
    """The finding's own suggestion is the number, not a formula that gives 500."""
    path = _compute(write_small_book(tmp_path, {"F4": "=SUM(F5:F5)", "F6": "400.000", "F3": "=F4"}))
    book = read_book(str(path))
    findings = [f for f in check_book(book, Setting()).findings if f.cell == "F4"]
    assert [(f.code, f.fix and f.fix.kind) for f in findings] == [
        ("ANG003", None),
        ("JML001", "value"),
    ]
    # Once the text is a number the formula is proposed, and all above follow.
    path = _compute(write_small_book(tmp_path, {"F4": "=SUM(F5:F5)", "F6": 400_000, "F3": "=F4"}))
    changes = recompute_sums(read_book(str(path)), Setting(), "nilai")
    assert _summarise(changes) == {"F4": "=SUM(F5:F6)", "F11": 401_100}
