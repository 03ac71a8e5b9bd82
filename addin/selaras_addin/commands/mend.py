"""The group Perbaiki: what is to change is shown first, and Batalkan puts it back."""

from __future__ import annotations

from collections.abc import Sequence

from selaras.recognise.own_sheets import buatan_selaras
from selaras.report.result import WorkbookReport
from selaras.values.finding import Finding
from selaras.values.text import Teks, pendek
from selaras_addin.commands.check import baca, laporan_dan_buku, periksa_lagi
from selaras_addin.commands.job import Kerja
from selaras_addin.fixes.change import Perubahan
from selaras_addin.fixes.proposals import KODE, NAMA, usulan
from selaras_addin.fixes.subtotals import find_postponed, subtotal, tertahan
from selaras_addin.live.excel import grid
from selaras_addin.live.excel.messages import Pesan
from selaras_addin.live.marks import store
from selaras_addin.live.sheets import findings_sheet
from selaras_addin.live.undo import writer
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

_TEKS_DULU = Teks(
    "Semua subtotal sudah benar. Belum ada yang ditulis sebagai rumus, karena ada angka yang "
    "tersimpan sebagai teks di bawahnya dan Excel tidak menjumlahkannya: rapikan dulu dengan "
    f"{LABEL['terapkan_usulan'].id}, lalu ulangi.",
    "All sums are right. None was written as a formula, as there are numbers stored as text below, "
    "which Excel does not add up: tidy them up first with "
    f"{LABEL['terapkan_usulan'].en}, then try again.",
)


def hitung_ulang_subtotal(kerja: Kerja) -> None:
    """Recompute all sums of the workbook, as formulas or as numbers."""
    book, setting, _ = baca(kerja)
    formulas = kerja.tampil.ask_choice(_CARA.dalam(kerja.bahasa))
    if formulas is None:
        return
    counting = Teks("menghitung subtotal ...", "recomputing sums ...")
    kerja.tampil.kemajuan(counting.dalam(kerja.bahasa))
    changes = subtotal(book, setting, "rumus" if formulas else "nilai")
    none = Teks(
        "Semua subtotal yang dapat dihitung sudah benar; tidak ada yang perlu diubah.",
        "All sums that can be recomputed are right; there is nothing to change.",
    )
    if formulas and not changes and tertahan(book, setting):
        raise Pesan(_TEKS_DULU)
    postponed = find_postponed(book, setting)
    _ubah(kerja, changes, postponed or none, [postponed] if postponed else [])


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
    if buatan_selaras(grid.judul(sheet)):
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
    areas = grid.daerah(selected)
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
        done = writer.batalkan(kerja.book)
    if done is None:
        raise Pesan(
            Teks(
                "Tidak ada perubahan Selaras yang dapat dibatalkan.",
                "There is no change of Selaras to take back.",
            )
        )
    told = Teks(f"{done.kembali} sel dikembalikan", f"{done.kembali} cells put back")
    if done.hilang:
        told += Teks(f"; {done.hilang} sel sudah tidak ada", f"; {done.hilang} cells are gone")
    _selesai(kerja, told, _tersisa(done))


def _tersisa(done: writer.Dibatalkan) -> list[Teks]:
    """Return what is to be said of the cells that were not put back."""
    said: list[Teks] = []
    if done.hilang:
        said.append(
            Teks(
                f"{done.hilang} sel tidak dapat dikembalikan: baris, kolom, atau lembarnya sudah "
                "dihapus.",
                f"{done.hilang} cells could not be put back: their row, column or sheet was "
                "deleted.",
            )
        )
    if done.berubah:
        cells = _sebagian(done.berubah)
        said.append(
            Teks(
                f"Sel yang sudah Anda ubah lagi dibiarkan: {cells.id}.",
                f"Cells that you have changed since are left as they are: {cells.en}.",
            )
        )
    if done.usang:
        cells = _sebagian([f"{cell} ({pendek(text, 60)})" for cell, text in done.usang])
        said.append(
            Teks(
                "Sel berikut dibiarkan, karena sel yang dirujuk rumus semulanya sudah berpindah: "
                f"{cells.id}.",
                "These cells are left as they are, because what their former formulas refer to "
                f"has moved: {cells.en}.",
            )
        )
    return said


def _sebagian(cells: Sequence[str]) -> Teks:
    """Return the first of some cells, and how many more there are."""
    shown, more = ", ".join(cells[:BARIS_PRATINJAU]), len(cells) - BARIS_PRATINJAU
    if more <= 0:
        return Teks(shown, shown)
    return Teks(f"{shown}, dan {more} sel lain", f"{shown}, and {more} more")


def _ubah(
    kerja: Kerja, changes: Sequence[Perubahan], none: Teks, said: Sequence[Teks] = ()
) -> None:
    """Show the changes, and make them when the user agrees; `said` is told with them."""
    if not changes:
        raise Pesan(none)
    changes, arrays = writer.tanpa_larik(kerja.book, changes)
    left = [_larik(arrays, changes)] if arrays else []
    left += said
    if not changes:
        raise Pesan(left[0])
    if not kerja.tampil.tanya(pratinjau(kerja, changes, left)):
        return
    with kerja.tenang():
        writer.terapkan(kerja.book, changes)
    done = Teks(
        f"{len(changes)} sel diubah; tombol {LABEL['batalkan'].id} mengembalikannya",
        f"{len(changes)} cells changed; the button {LABEL['batalkan'].en} puts them back",
    )
    _selesai(kerja, done)


def _larik(arrays: Sequence[Perubahan], changes: Sequence[Perubahan]) -> Teks:
    """Return what is said of changes that are not made, and of amounts that count on them."""
    cells = _sebagian([f"{change.sheet}!{change.cell}" for change in arrays])
    told = Teks(
        f"Sel rumus larik tidak diubah: {cells.id}.",
        f"Cells of array formulas are not changed: {cells.en}.",
    )
    if any(change.jenis == "nilai" for change in changes):
        told += Teks(
            " Betulkan sendiri: angka di atas menganggap jumlahnya sudah benar.",
            " Mend them yourself: the amounts above take their sums for right.",
        )
    return told


def pratinjau(kerja: Kerja, changes: Sequence[Perubahan], left: Sequence[Teks] = ()) -> str:
    """Return what the user is asked to agree to: the first changes, and how many more.

    `left` says what is not changed.
    """
    bahasa = kerja.bahasa
    lines = [change.build_sentence(bahasa) for change in changes[:BARIS_PRATINJAU]]
    more = len(changes) - len(lines)
    if more > 0:
        lines.append(Teks(f"... dan {more} sel lain", f"... and {more} more").dalam(bahasa))
    warnings = dict.fromkeys(
        change.peringatan.dalam(bahasa) for change in changes if change.peringatan is not None
    )
    fixed = sum(change.rumus is not None and change.jenis != "rumus" for change in changes)
    if fixed:
        formulas = Teks(
            f"{fixed} rumus diganti dengan isi yang tidak lagi mengikuti sel lain",
            f"{fixed} formulas are replaced by content that follows no other cell any more",
        )
        warnings[formulas.dalam(bahasa)] = None
    head = Teks(f"{len(changes)} sel akan diubah:", f"{len(changes)} cells will change:")
    parts = [head.dalam(bahasa), "\n".join(lines)]
    if warnings:
        attention = Teks("Perhatian", "Note").dalam(bahasa)
        parts.append("\n".join(f"{attention}: {warning}." for warning in warnings))
    parts += [teks.dalam(bahasa) for teks in left]
    parts.append(Teks("Lanjutkan?", "Go on?").dalam(bahasa))
    return "\n\n".join(parts)


def _selesai(kerja: Kerja, done: Teks, said: Sequence[Teks] = ()) -> None:
    """Say what was done, and what else there is to say; renew marks and list."""
    bahasa = kerja.bahasa
    kerja.tampil.say_result(done.dalam(bahasa))
    lines = [teks.dalam(bahasa) for teks in said]
    try:
        _segarkan(kerja)
    except Pesan as stopped:
        stale = Teks(
            "Tanda dan daftar temuan belum diperbarui", "Marks and findings were not renewed"
        )
        lines = [
            f"{done.dalam(bahasa)}.",
            *lines,
            f"{stale.dalam(bahasa)}: {stopped.teks.dalam(bahasa)}",
        ]
    if lines:
        kerja.tampil.show_message("\n\n".join(lines))


def _segarkan(kerja: Kerja) -> None:
    """Check again what was checked: marks and list must not speak of what is gone.

    What the user took out of the workbook, the marks or the list, is not put back.
    """
    marked, listed = store.ada(kerja.book), findings_sheet.cari(kerja.book) is not None
    if not (marked or listed):
        return
    active = kerja.book.sheets.active
    periksa_lagi(kerja, marked=marked, listed=listed)
    kerja.ke(active)
