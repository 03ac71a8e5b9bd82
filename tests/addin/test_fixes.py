"""What the Perbaiki buttons would change, worked out on real workbooks before any is touched."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from selaras.engine.run import check_book, check_file
from selaras.intake import read_book
from selaras.model.setting import Setting
from selaras_addin.fixes.change import Perubahan
from selaras_addin.fixes.proposals import KODE, usulan
from selaras_addin.fixes.subtotals import Cara, find_postponed, subtotal, tertahan
from small_plan import RENCANA, TOTAL

CONTOH = Path(__file__).parents[2] / "examples" / "renja-mojokerto-2024.xlsx"


def _buku(tmp_path: Path, ubah: dict[str, object]) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Rencana"
    sheet.append(["Rumusan Rencana Program dan Kegiatan Tahun 2024"])
    sheet.append(["Kode", "Program/Kegiatan", "Indikator", "Lokasi", "Target", "Pagu Indikatif"])
    for kode, nama, pagu in (*RENCANA, ("", "TOTAL", TOTAL)):
        sheet.append([kode, nama, f"Hasil {nama}", "Kab. A", "10 %", pagu])
    for cell, value in ubah.items():
        sheet[cell] = value
    path = tmp_path / "buku.xlsx"
    book.save(path)
    return path


def _ringkas(changes: list[Perubahan]) -> dict[str, object]:
    return {change.cell: change.baru for change in changes}


def _terapkan(path: Path, changes: list[Perubahan], into: Path) -> Path:
    book = load_workbook(path)
    for change in changes:
        book[change.sheet][change.cell] = change.baru
    book.save(into)
    return into


def _dihitung(path: Path) -> Path:
    """Let LibreOffice reckon the formulas, as Excel has when a user saves."""
    out = path.parent / "dihitung"
    profile = path.parent / "profil"
    command = ["soffice", "--headless", f"-env:UserInstallation={profile.as_uri()}"]
    command += ["--convert-to", "xlsx", "--outdir", str(out), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return out / path.name


def test_pagu_di_atas_sel_kosong_tidak_diganti_rumus(tmp_path: Path) -> None:
    """A formula over blank cells would give 0 in place of what is written nowhere else."""
    path = _buku(tmp_path, {"F5": None, "F6": None})
    changes = _ringkas(subtotal(read_book(str(path)), Setting(), "rumus"))
    assert "F4" not in changes
    assert changes["F3"] == "=F4"
    found = subtotal(read_book(str(CONTOH)), Setting(), "rumus")
    rencana = _ringkas([change for change in found if change.sheet == "T-C.33"])
    # This sub kegiatan has an amount in column O, the rincian below it have none there.
    assert not {"O10", "O13", "O18"} & set(rencana)
    assert rencana["O9"] == "=O10+O13"


def test_perubahan_naik_sampai_total(tmp_path: Path) -> None:
    """A sub kegiatan that was changed carries up through kegiatan, program and total."""
    path = _buku(tmp_path, {"F5": 570})
    changes = subtotal(read_book(str(path)), Setting(), "nilai")
    assert _ringkas(changes) == {"F3": 970, "F4": 970, "F11": 1570}
    assert [change.lama for change in changes] == [900, 900, 1500]
    assert {change.jenis for change in changes} == {"nilai"}
    after = _terapkan(path, changes, tmp_path / "sesudah.xlsx")
    report = check_file(str(after), Setting())
    assert [f.cell for f in report.findings if f.code.startswith("JML")] == []


def test_tanpa_kesalahan_tanpa_perubahan(tmp_path: Path) -> None:
    assert subtotal(read_book(str(_buku(tmp_path, {}))), Setting(), "nilai") == []


def test_rumus_menggantikan_angka_ketikan(tmp_path: Path) -> None:
    changes = subtotal(read_book(str(_buku(tmp_path, {}))), Setting(), "rumus")
    assert _ringkas(changes) == {
        "F3": "=F4",
        "F4": "=SUM(F5:F6)",
        "F7": "=F8",
        "F8": "=SUM(F9:F10)",
        "F11": "=F3+F7",
    }


def test_nilai_yang_tak_terbaca_tidak_dijumlah(tmp_path: Path) -> None:
    """Letters for digits below: nobody knows the sum, so that it is left as it is."""
    path = _buku(tmp_path, {"F5": "5OO.OOO", "F10": 260})
    changes = subtotal(read_book(str(path)), Setting(), "nilai")
    assert _ringkas(changes) == {"F7": 610, "F8": 610, "F11": 1510}


@pytest.mark.parametrize("cara", ["nilai", "rumus"])
def test_jumlah_dari_salah_salin_tidak_ditawarkan(cara: Cara) -> None:
    """The sum of a pasted amount would cement it: that amount is to be mended first."""
    book = read_book(str(CONTOH))
    found = subtotal(book, Setting(), cara)
    assert "O8" not in {change.cell for change in found if change.sheet == "T-C.33"}
    told = find_postponed(book, Setting())
    assert told is not None
    assert told.id == (
        "Tidak dihitung ulang: T-C.33!O8. Betulkan T-C.33!O21 dahulu, lalu periksa lagi."
    )


def test_rumus_yang_kurang_sebaris_diganti_rumus(tmp_path: Path) -> None:
    """A formula that misses a row becomes the right one; one that is right is left to Excel."""
    path = _dihitung(_buku(tmp_path, {"F4": "=SUM(F5:F5)", "F3": "=F4", "F8": "=SUM(F9:F10)"}))
    changes = subtotal(read_book(str(path)), Setting(), "nilai")
    assert _ringkas(changes) == {"F4": "=SUM(F5:F6)"}
    assert changes[0].jenis == "rumus"


@pytest.mark.parametrize(("ditulis", "baku"), [("2.17.3", "2.17.03"), ("2-17-03", "2.17.03")])
def test_kode_menurut_gaya_tabel(tmp_path: Path, ditulis: str, baku: str) -> None:
    book = read_book(str(_buku(tmp_path, {"A7": ditulis})))
    report = check_book(book, Setting())
    changes = usulan(book, report.findings, lambda finding: finding.code in KODE)
    assert [(c.cell, c.lama, c.baru, c.jenis) for c in changes] == [("A7", ditulis, baku, "teks")]


TEKS = {"F5": "Rp 500", "F6": "400.000", "F9": "350,00"}


def test_pagu_teks_tidak_dijumlah_dengan_rumus(tmp_path: Path) -> None:
    """SUM passes over texts: a right sum stays typed, a wrong one becomes a number, with a word."""
    book = read_book(str(_buku(tmp_path, {**TEKS, "F3": 400_500, "F4": 400_500, "F11": 401_100})))
    changes = subtotal(book, Setting(), "rumus")
    assert _ringkas(changes) == {"F3": "=F4", "F7": "=F8", "F11": "=F3+F7"}
    assert tertahan(book, Setting())

    book = read_book(str(_buku(tmp_path, TEKS)))
    changes = subtotal(book, Setting(), "rumus")
    assert _ringkas(changes) == {
        "F3": "=F4",
        "F4": 400_500,
        "F7": "=F8",
        "F11": "=F3+F7",
    }
    assert {c.cell: c.peringatan.id for c in changes if c.peringatan} == {
        "F4": "ada angka yang tersimpan sebagai teks di bawahnya, sehingga subtotalnya ditulis "
        "sebagai angka: rapikan dulu dengan Terapkan Usulan"
    }
    changes = subtotal(book, Setting(), "nilai")
    assert _ringkas(changes) == {"F3": 400_500, "F4": 400_500, "F11": 401_100}
    assert [change.peringatan for change in changes] == [None, None, None]


def test_rumus_yang_tersimpan_sebagai_teks(tmp_path: Path) -> None:
    """What a formula typed as text would give is unknown: nothing above it refers to it."""
    path = _buku(tmp_path, {})
    made = load_workbook(path)
    cell = made["Rencana"]["F4"]
    cell.value, cell.data_type, cell.number_format = "=SUM(F5:F6)", "s", "@"
    made.save(path)
    changes = subtotal(read_book(str(path)), Setting(), "rumus")
    assert _ringkas(changes) == {"F7": "=F8", "F8": "=SUM(F9:F10)", "F11": "=F3+F7"}


def test_rumus_atas_pagu_teks_naik_sampai_total(tmp_path: Path) -> None:
    """A formula over a text becomes the number, and so do the formulas that pass it by."""
    ubah: dict[str, object] = {"F4": 500, "F6": "400.000", "F3": "=SUM(F5:F6)", "F11": "=F4+F7"}
    path = _dihitung(_buku(tmp_path, ubah))
    changes = subtotal(read_book(str(path)), Setting(), "nilai")
    assert _ringkas(changes) == {"F3": "=F4", "F4": 400_500}
    after = _dihitung(_terapkan(path, changes, tmp_path / "sesudah.xlsx"))
    sheet = load_workbook(after, data_only=True)["Rencana"]
    assert [sheet[cell].value for cell in ("F3", "F4", "F11")] == [400_500, 400_500, 401_100]


def test_subjumlah_di_atas_angka_tidak_menghitung_ganda(tmp_path: Path) -> None:
    """SUBTOTAL passes over SUBTOTAL but not over the number that takes its place."""
    ubah: dict[str, object] = {
        "F6": "400.000",
        "F3": "=SUBTOTAL(9,F4:F6)",
        "F4": "=SUBTOTAL(9,F5:F6)",
        "F7": "=SUBTOTAL(9,F8:F10)",
        "F8": "=SUBTOTAL(9,F9:F10)",
        "F11": "=SUBTOTAL(9,F3:F10)",
    }
    path = _dihitung(_buku(tmp_path, ubah))
    changes = subtotal(read_book(str(path)), Setting(), "nilai")
    after = _dihitung(_terapkan(path, changes, tmp_path / "sesudah.xlsx"))
    sheet = load_workbook(after, data_only=True)["Rencana"]
    found = [sheet[cell].value for cell in ("F3", "F4", "F7", "F11")]
    assert found == [400_500, 400_500, 600, 401_100]


def test_strip_dijumlah_dengan_sum(tmp_path: Path) -> None:
    """A dash is nothing to SUM and an error to +."""
    ubah: dict[str, object] = {"F7": "-", "F8": "-", "F9": "-", "F10": "-", "F11": 900}
    changes = subtotal(read_book(str(_buku(tmp_path, ubah))), Setting(), "rumus")
    assert _ringkas(changes) == {"F3": "=F4", "F4": "=SUM(F5:F6)", "F11": "=SUM(F3,F7)"}


def test_rincian_bertingkat_tidak_dijumlah_semua(tmp_path: Path) -> None:
    """What holds in another reading than the plain sum stays as it was typed."""
    path = _buku(tmp_path, {})
    made = load_workbook(path)
    sheet = made["Rencana"]
    items = (("Rincian:", None), ("Honor", 500), ("Ketua", 300), ("Anggota", 200))
    sheet.insert_rows(6, len(items))
    for row, (nama, pagu) in enumerate(items, 6):
        sheet[f"B{row}"], sheet[f"F{row}"] = nama, pagu
    made.save(path)
    book = read_book(str(path))
    assert not [f for f in check_book(book, Setting()).findings if f.code.startswith("JML")]
    assert "F5" not in _ringkas(subtotal(book, Setting(), "rumus"))


def test_usulan_rumus_tidak_menjumlah_teks(tmp_path: Path) -> None:
    """The finding's own suggestion is the number, not a formula that gives 500."""
    path = _dihitung(_buku(tmp_path, {"F4": "=SUM(F5:F5)", "F6": "400.000", "F3": "=F4"}))
    book = read_book(str(path))
    findings = [f for f in check_book(book, Setting()).findings if f.cell == "F4"]
    assert [(f.code, f.fix and f.fix.kind) for f in findings] == [
        ("ANG003", None),
        ("JML001", "value"),
    ]
    # Once the text is a number the formula is proposed, and all above follow.
    path = _dihitung(_buku(tmp_path, {"F4": "=SUM(F5:F5)", "F6": 400_000, "F3": "=F4"}))
    changes = subtotal(read_book(str(path)), Setting(), "nilai")
    assert _ringkas(changes) == {"F4": "=SUM(F5:F6)", "F11": 401_100}
