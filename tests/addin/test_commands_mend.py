"""The buttons of the group Perbaiki on a live workbook: preview, change, and back again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import xlwings as xw

from selaras.cli.main import main
from selaras_addin.commands import run
from selaras_addin.fixes.change import Perubahan
from selaras_addin.live.undo import writer
from small_plan import RENCANA

from .calc_engine import CalcEngine, hitungan
from .test_fixes import _buku

Buka = Callable[[Path], xw.Book]

pytestmark = pytest.mark.usefixtures("data")


def _pagu(book: xw.Book) -> list[object]:
    return book.sheets["Rencana"].range("F3:F11").formula


def test_subtotal_sebagai_angka_lalu_dibatalkan(
    buka: Buka, mesin: CalcEngine, tmp_path: Path
) -> None:
    book = buka(_buku(tmp_path, {"F5": 570}))
    before = _pagu(book)
    mesin.app.jawaban += ["no", "yes"]
    run("hitung_ulang_subtotal")
    preview = mesin.app.messages[1][0]
    assert preview.splitlines() == [
        "3 sel akan diubah:",
        "",
        "Rencana!F3: 900 → 970",
        "Rencana!F4: 900 → 970",
        "Rencana!F11: 1.500 → 1.570",
        "",
        "Lanjutkan?",
    ]
    sheet = book.sheets["Rencana"]
    assert sheet.range("F3:F11").value == [970, 970, 570, 400, 600, 600, 350, 250, 1570]
    assert str(mesin.app.status_bar).startswith("Selaras: 3 sel diubah")
    run("batalkan")
    assert _pagu(book) == before
    assert str(mesin.app.status_bar) == "Selaras: 3 sel dikembalikan"
    mesin.app.messages.clear()
    run("batalkan")
    assert mesin.app.messages[0][0] == "Tidak ada perubahan Selaras yang dapat dibatalkan."


def test_tidak_setuju_tidak_mengubah_apa_pun(buka: Buka, mesin: CalcEngine, tmp_path: Path) -> None:
    book = buka(_buku(tmp_path, {"F5": 570}))
    before = _pagu(book)
    mesin.app.jawaban += ["no", "no"]
    run("hitung_ulang_subtotal")
    mesin.app.jawaban += ["cancel"]
    run("hitung_ulang_subtotal")
    assert _pagu(book) == before
    assert [sheet.name for sheet in book.sheets] == ["Rencana"]


def test_subtotal_sebagai_rumus_dihitung_terus(
    buka: Buka, mesin: CalcEngine, tmp_path: Path
) -> None:
    book = buka(_buku(tmp_path, {}))
    mesin.app.jawaban += ["yes", "yes"]
    run("hitung_ulang_subtotal")
    sheet = book.sheets["Rencana"]
    assert sheet.range("F4").formula == "=SUM(F5:F6)"
    sheet.range("F5").value = 1000
    assert sheet.range("F11").value == 2000
    run("batalkan")
    assert sheet.range("F4").formula in ("900", 900)


def test_batalkan_sesudah_baris_disisipkan_dan_sel_diubah(
    buka: Buka, mesin: CalcEngine, tmp_path: Path
) -> None:
    """The cells are found where they are now; what the user wrote since is left alone."""
    book = buka(_buku(tmp_path, {"F5": 570}))
    mesin.app.jawaban += ["no", "yes"]
    run("hitung_ulang_subtotal")
    sheet = book.sheets["Rencana"]
    sheet.range("1:1").insert("down")
    sheet.range("F4").value = 12345
    mesin.app.messages.clear()
    run("batalkan")
    assert sheet.range("F4:F6").value == [12345, 900, 570]
    assert sheet.range("F12").value == 1500
    assert mesin.app.messages[0][0] == "Sel yang sudah Anda ubah lagi dibiarkan: Rencana!F4."


def test_kode_tetap_teks(buka: Buka, mesin: CalcEngine, tmp_path: Path) -> None:
    book = buka(_buku(tmp_path, {"A7": "2-17-03"}))
    mesin.app.jawaban += ["yes"]
    run("rapikan_kode")
    assert "Rencana!A7: 2-17-03 → 2.17.03" in mesin.app.messages[0][0]
    assert book.sheets["Rencana"].range("A7").value == "2.17.03"
    run("batalkan")
    assert book.sheets["Rencana"].range("A7").value == "2-17-03"


def test_usulan_hanya_di_sel_yang_dipilih(buka: Buka, mesin: CalcEngine, tmp_path: Path) -> None:
    book = buka(_buku(tmp_path, {"F4": 910, "F8": 610}))
    sheet = book.sheets["Rencana"]
    sheet.activate()
    sheet.range("F8").select()
    mesin.app.jawaban += ["yes"]
    run("terapkan_usulan")
    assert sheet.range("F4").value == 910
    assert sheet.range("F8").value == 600
    sheet.range("B3").select()
    mesin.app.messages.clear()
    run("terapkan_usulan")
    assert mesin.app.messages[0][0].startswith("Sel yang dipilih tidak punya temuan.")


def test_nama_resmi_perlu_nomenklatur(buka: Buka, mesin: CalcEngine, tmp_path: Path) -> None:
    buka(_buku(tmp_path, {}))
    run("isi_nama_resmi")
    assert "selaras nomenclature add BERKAS" in mesin.app.messages[0][0]


def test_nama_resmi_dari_nomenklatur(buka: Buka, mesin: CalcEngine, tmp_path: Path) -> None:
    listed = tmp_path / "daftar.csv"
    lines = ["kode,nomenklatur", "2.17.02,Program Pengawasan dan Pemeriksaan Koperasi"]
    lines += [f"{kode},{nama}" for kode, nama, _ in RENCANA[1:]]
    listed.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert main(["nomenclature", "add", str(listed)]) == 0
    book = buka(_buku(tmp_path, {}))
    mesin.app.jawaban += ["yes"]
    run("isi_nama_resmi")
    assert "Rencana!B3: Program Pengawasan → Program Pengawasan dan" in mesin.app.messages[0][0]
    name = book.sheets["Rencana"].range("B3").value
    assert name == "Program Pengawasan dan Pemeriksaan Koperasi"


def test_marks_and_list_follow_the_change(buka: Buka, mesin: CalcEngine, tmp_path: Path) -> None:
    book = buka(_buku(tmp_path, {"F4": 910}))
    run("periksa_buku")
    listed = book.sheets["Temuan"]
    assert "F4" in [row for row in listed.range("E1:E40").value if row]
    book.sheets["Rencana"].activate()
    mesin.app.jawaban += ["no", "yes"]
    run("hitung_ulang_subtotal")
    assert book.sheets.active.name == "Rencana"
    assert book.sheets["Rencana"].range("F4").value == 900
    assert "F4" not in [row for row in book.sheets["Temuan"].range("E1:E40").value if row]


def test_ditulis_per_blok(buka: Buka, tmp_path: Path) -> None:
    """Ten times the changes take not one call more."""
    book = buka(_buku(tmp_path, {}))
    calls = []
    for count in (40, 400):
        changes = [Perubahan("Rencana", f"Z{n}", None, n, "nilai") for n in range(1, count + 1)]
        writer.batalkan(book)
        hitungan.clear()
        writer.terapkan(book, changes)
        calls.append(sum(hitungan.values()))
        assert book.sheets["Rencana"].range(f"Z{count}").value == count
    assert calls[0] == calls[1]


def test_pagu_teks_ditolong_dengan_kata(buka: Buka, mesin: CalcEngine, tmp_path: Path) -> None:
    """Where texts stand below, nothing becomes 0; the user is told what to do first."""
    ubah: dict[str, object] = {"F5": "Rp 500", "F6": "400.000", "F9": "350,00"}
    book = buka(_buku(tmp_path, ubah))
    mesin.app.jawaban += ["yes", "yes"]
    run("hitung_ulang_subtotal")
    preview = mesin.app.messages[1][0]
    assert "Rencana!F4: 900 → 400.500" in preview
    assert "rapikan dulu dengan Terapkan Usulan." in preview
    sheet = book.sheets["Rencana"]
    assert sheet.range("F3:F4").value == [400_500, 400_500]
    assert sheet.range("F7:F8").value == [600, 600]
    assert sheet.range("F11").value == 401_100


def test_semua_jumlah_di_atas_teks_benar(buka: Buka, mesin: CalcEngine, tmp_path: Path) -> None:
    rows = {"F9": "350", "F10": "250", "F5": "500", "F6": "400", "F4": "900", "F8": "600"}
    top: dict[str, object] = {"F3": "900", "F7": "600", "F11": "1500"}
    buka(_buku(tmp_path, {**rows, **top}))
    mesin.app.jawaban += ["yes", "yes"]
    run("hitung_ulang_subtotal")
    assert mesin.app.messages[1][0].startswith("Semua subtotal sudah benar. Belum ada yang ditulis")


def test_usulan_di_atas_teks_berupa_angka(buka: Buka, mesin: CalcEngine, tmp_path: Path) -> None:
    """A text below: the suggestion is the sum itself, and says that the formula goes."""
    ubah: dict[str, object] = {"F4": "=SUM(F5:F5)", "F6": "400.000", "F3": "=F4"}
    book = buka(_buku(tmp_path, ubah))
    sheet = book.sheets["Rencana"]
    sheet.activate()
    sheet.range("F4").select()
    mesin.app.jawaban += ["yes"]
    run("terapkan_usulan")
    assert "Rencana!F4: =SUM(F5:F5) → 400.500 (rumus diganti)" in mesin.app.messages[0][0]
    assert sheet.range("F3:F4").value == [400_500, 400_500]
    mesin.app.jawaban[:] = ["no", "yes"]
    run("hitung_ulang_subtotal")
    assert sheet.range("F11").value == 401_100
