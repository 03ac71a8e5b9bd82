"""The group Perbaiki: what is to change is shown first, and Batalkan puts it back."""

from __future__ import annotations

from collections.abc import Sequence

from selaras.finding import Finding
from selaras.recognise.sendiri import buatan_selaras
from selaras.report.model import WorkbookReport
from selaras.teks import Teks
from selaras_addin.commands.kerja import Kerja
from selaras_addin.commands.periksa import baca, laporan_dan_buku, periksa_lagi
from selaras_addin.live import excel, simpanan, temuan, ubah
from selaras_addin.live.tampil import Pesan
from selaras_addin.perbaiki.perubahan import Perubahan
from selaras_addin.perbaiki.subtotal import subtotal
from selaras_addin.perbaiki.usulan import KODE, NAMA, usulan
from selaras_addin.ribbon import LABEL

#: Lines of a preview; a box with more does not fit the screen.
BARIS_PRATINJAU = 12

_CARA = Teks(
    "Tulis subtotal sebagai rumus?\n\n"
    "Ya: rumus penjumlahan, juga di sel subtotal yang kini diketik sebagai angka.\n"
    "Tidak: angka, hanya di sel yang jumlahnya keliru.",
    "Write subtotals as formulas?\n\n"
    "Yes: sum formulas, also in cells where a subtotal is typed as a number now.\n"
    "No: numbers, only in cells whose sum is wrong.",
)


def hitung_ulang_subtotal(kerja: Kerja) -> None:
    """Recompute all sums of the workbook, as formulas or as numbers."""
    book, setting, _ = baca(kerja)
    formulas = kerja.tampil.pilih(_CARA.dalam(kerja.bahasa))
    if formulas is None:
        return
    counting = Teks("menghitung subtotal ...", "recomputing sums ...")
    kerja.tampil.kemajuan(counting.dalam(kerja.bahasa))
    changes = subtotal(book, setting, "rumus" if formulas else "nilai")
    none = Teks(
        "Semua subtotal yang dapat dihitung sudah benar; tidak ada yang perlu diubah.",
        "All sums that can be recomputed are right; there is nothing to change.",
    )
    _ubah(kerja, changes, none)


def rapikan_kode(kerja: Kerja) -> None:
    """Write codes as most of their table does."""
    report, book, _ = laporan_dan_buku(kerja)
    changes = usulan(book, report.findings, lambda finding: finding.code in KODE)
    none = Teks(
        "Tidak ada kode yang dapat dirapikan: penulisannya sudah seragam, atau kodenya terpecah di "
        "beberapa sel.",
        "There is no code to tidy up: they are written alike, or split over several cells.",
    )
    _ubah(kerja, changes, none)


def isi_nama_resmi(kerja: Kerja) -> None:
    """Write the names as the nomenclature has them."""
    report, book, _ = laporan_dan_buku(kerja)
    _perlu_nomenklatur(report)
    changes = usulan(book, report.findings, lambda finding: finding.code in NAMA)
    none = Teks(
        "Semua nama sudah sama dengan nomenklatur, atau kodenya tidak terdaftar.",
        "All names are as in the nomenclature, or their codes are not in it.",
    )
    _ubah(kerja, changes, none)


def _perlu_nomenklatur(report: WorkbookReport) -> None:
    for rule in report.rules:
        if rule.code in NAMA and rule.status == "skipped":
            raise Pesan(
                Teks(
                    f"Nama resmi tidak dapat diisi: {rule.reason.id}. Muat dulu daftarnya dengan "
                    "perintah: selaras nomenclature add BERKAS",
                    f"Official names cannot be filled in: {rule.reason.en}. Load the list first "
                    "with the command: selaras nomenclature add FILE",
                )
            )


def terapkan_usulan(kerja: Kerja) -> None:
    """Apply what the findings of the selected cells suggest."""
    sheet = kerja.lembar
    if buatan_selaras(excel.judul(sheet)):
        raise Pesan(
            Teks(
                "Pilih dulu sel yang akan diperbaiki di lembarnya sendiri (klik alamat sel di "
                f"daftar ini), lalu tekan {LABEL['terapkan_usulan'].id}.",
                "Select the cell to be mended on its own sheet first (click its address in this "
                f"list), then press {LABEL['terapkan_usulan'].en}.",
            )
        )
    selected = kerja.seleksi
    if selected is None:
        raise Pesan(_tanpa_usulan(()))
    areas = excel.daerah(selected)
    report, book, _ = laporan_dan_buku(kerja)

    def dipilih(finding: Finding) -> bool:
        if finding.sheet != sheet.name or finding.position is None:
            return False
        return any(area.holds(*finding.position) for area in areas)

    changes = usulan(book, report.findings, dipilih)
    told = [finding for finding in report.findings if dipilih(finding)]
    _ubah(kerja, changes, _tanpa_usulan(told))


def _tanpa_usulan(findings: Sequence[Finding]) -> Teks:
    if not findings:
        return Teks(
            "Sel yang dipilih tidak punya temuan. Pilih sel yang ditandai, lalu ulangi.",
            "The selected cells have no finding. Select a marked cell, then try again.",
        )
    first = findings[0]
    return Teks(
        f"Temuan ini tidak punya usulan yang dapat diterapkan begitu saja. {first.advice.id}",
        f"This finding has no suggestion that can simply be applied. {first.advice.en}",
    )


def batalkan(kerja: Kerja) -> None:
    """Put back what the last Perbaiki changed."""
    with kerja.tenang():
        done = ubah.batalkan(kerja.book)
    if done is None:
        raise Pesan(
            Teks(
                "Tidak ada perubahan Selaras yang dapat dibatalkan.",
                "There is no change of Selaras to take back.",
            )
        )
    _segarkan(kerja)
    told = Teks(f"{done.kembali} sel dikembalikan", f"{done.kembali} cells put back")
    kerja.tampil.hasil(told.dalam(kerja.bahasa))
    if done.berubah:
        cells = ", ".join(done.berubah[:BARIS_PRATINJAU])
        kept = Teks(
            f"Sel yang sudah Anda ubah lagi dibiarkan: {cells}.",
            f"Cells that you have changed since are left as they are: {cells}.",
        )
        kerja.tampil.pesan(kept.dalam(kerja.bahasa))


def _ubah(kerja: Kerja, changes: Sequence[Perubahan], none: Teks) -> None:
    """Show the changes, and make them when the user agrees."""
    if not changes:
        raise Pesan(none)
    if not kerja.tampil.tanya(pratinjau(kerja, changes)):
        return
    with kerja.tenang():
        ubah.terapkan(kerja.book, changes)
    _segarkan(kerja)
    done = Teks(
        f"{len(changes)} sel diubah; tombol {LABEL['batalkan'].id} mengembalikannya",
        f"{len(changes)} cells changed; the button {LABEL['batalkan'].en} puts them back",
    )
    kerja.tampil.hasil(done.dalam(kerja.bahasa))


def pratinjau(kerja: Kerja, changes: Sequence[Perubahan]) -> str:
    """Return what the user is asked to agree to: the first changes, and how many more."""
    bahasa = kerja.bahasa
    lines = [change.kalimat(bahasa) for change in changes[:BARIS_PRATINJAU]]
    more = len(changes) - len(lines)
    if more > 0:
        lines.append(Teks(f"... dan {more} sel lain", f"... and {more} more").dalam(bahasa))
    warnings = dict.fromkeys(
        change.peringatan.dalam(bahasa) for change in changes if change.peringatan is not None
    )
    head = Teks(f"{len(changes)} sel akan diubah:", f"{len(changes)} cells will change:")
    parts = [head.dalam(bahasa), "\n".join(lines)]
    if warnings:
        attention = Teks("Perhatian", "Note").dalam(bahasa)
        parts.append("\n".join(f"{attention}: {warning}." for warning in warnings))
    parts.append(Teks("Lanjutkan?", "Go on?").dalam(bahasa))
    return "\n\n".join(parts)


def _segarkan(kerja: Kerja) -> None:
    """Check again what was checked: marks and list must not speak of what is gone.

    What the user took out of the workbook, the marks or the list, is not put back.
    """
    marked, listed = simpanan.ada(kerja.book), temuan.cari(kerja.book) is not None
    if not (marked or listed):
        return
    active = kerja.book.sheets.active
    periksa_lagi(kerja, marked=marked, listed=listed)
    kerja.ke(active)
