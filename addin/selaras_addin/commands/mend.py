"""The group Perbaiki: what is to change is shown first, and Batalkan puts it back."""

from __future__ import annotations

from collections.abc import Sequence

from selaras.recognise.own_sheets import is_made_by_selaras
from selaras.report.result import WorkbookReport
from selaras.values.finding import Finding
from selaras.values.text import Text, cut_short
from selaras_addin.commands.check import build_report_and_book, check_again, read_open_book
from selaras_addin.commands.job import Press
from selaras_addin.fixes.change import CellChange
from selaras_addin.fixes.proposals import KODE_RULES, NAME_RULES, propose_changes
from selaras_addin.fixes.subtotals import find_postponed, is_held_back, recompute_sums
from selaras_addin.live.excel import grid
from selaras_addin.live.excel.messages import UserMessage
from selaras_addin.live.marks import store
from selaras_addin.live.sheets import findings_sheet
from selaras_addin.live.undo import writer
from selaras_addin.ribbon import LABEL

#: Lines of a preview; a box with more does not fit the screen.
PREVIEW_LINES = 12

_MODE_QUESTION = Text(
    "Tulis subtotal sebagai rumus?\n\n"
    "Ya: rumus penjumlahan, juga di sel subtotal yang kini diketik sebagai angka.\n"
    "Tidak: angka, hanya di sel yang jumlahnya keliru.",
    "Write subtotals as formulas?\n\n"
    "Yes: sum formulas, also in cells where a subtotal is typed as a number now.\n"
    "No: numbers, only in cells whose sum is wrong.",
)

_TEXTS_FIRST = Text(
    "Semua subtotal sudah benar. Belum ada yang ditulis sebagai rumus, karena ada angka yang "
    "tersimpan sebagai teks di bawahnya dan Excel tidak menjumlahkannya: rapikan dulu dengan "
    f"{LABEL['terapkan_usulan'].id}, lalu ulangi.",
    "All sums are right. None was written as a formula, as there are numbers stored as text below, "
    "which Excel does not add up: tidy them up first with "
    f"{LABEL['terapkan_usulan'].en}, then try again.",
)


def hitung_ulang_subtotal(press: Press) -> None:
    """Recompute all sums of the workbook, as formulas or as numbers."""
    book, setting, _ = read_open_book(press)
    formulas = press.display.ask_choice(_MODE_QUESTION.say_in(press.language))
    if formulas is None:
        return
    counting = Text("menghitung subtotal ...", "recomputing sums ...")
    press.display.say_progress(counting.say_in(press.language))
    changes = recompute_sums(book, setting, "rumus" if formulas else "nilai")
    none = Text(
        "Semua subtotal yang dapat dihitung sudah benar; tidak ada yang perlu diubah.",
        "All sums that can be recomputed are right; there is nothing to change.",
    )
    if formulas and not changes and is_held_back(book, setting):
        raise UserMessage(_TEXTS_FIRST)
    postponed = find_postponed(book, setting)
    _offer_changes(press, changes, postponed or none, [postponed] if postponed else [])


def rapikan_kode(press: Press) -> None:
    """Write codes as most of their table does."""
    report, book, _ = build_report_and_book(press)
    changes = propose_changes(book, report.findings, lambda finding: finding.code in KODE_RULES)
    none = Text(
        "Tidak ada kode yang dapat dirapikan: penulisannya sudah seragam, atau kodenya terpecah di "
        "beberapa sel.",
        "There is no code to tidy up: they are written alike, or split over several cells.",
    )
    _offer_changes(press, changes, none)


def isi_nama_resmi(press: Press) -> None:
    """Write the names as the nomenclature has them."""
    report, book, _ = build_report_and_book(press)
    _require_nomenklatur(report)
    changes = propose_changes(book, report.findings, lambda finding: finding.code in NAME_RULES)
    none = Text(
        "Semua nama sudah sama dengan nomenklatur, atau kodenya tidak terdaftar.",
        "All names are as in the nomenclature, or their codes are not in it.",
    )
    _offer_changes(press, changes, none)


def _require_nomenklatur(report: WorkbookReport) -> None:
    for rule in report.rules:
        if rule.code in NAME_RULES and rule.status == "skipped":
            raise UserMessage(
                Text(
                    f"Nama resmi tidak dapat diisi: {rule.reason.id}. Muat dulu daftarnya dengan "
                    "perintah: selaras nomenclature add BERKAS",
                    f"Official names cannot be filled in: {rule.reason.en}. Load the list first "
                    "with the command: selaras nomenclature add FILE",
                )
            )


def terapkan_usulan(press: Press) -> None:
    """Apply what the findings of the selected cells suggest."""
    sheet = press.sheet
    if is_made_by_selaras(grid.read_title(sheet)):
        raise UserMessage(
            Text(
                "Pilih dulu sel yang akan diperbaiki di lembarnya sendiri (klik alamat sel di "
                f"daftar ini), lalu tekan {LABEL['terapkan_usulan'].id}.",
                "Select the cell to be mended on its own sheet first (click its address in this "
                f"list), then press {LABEL['terapkan_usulan'].en}.",
            )
        )
    selected = press.selection
    if selected is None:
        raise UserMessage(_say_no_proposal(()))
    areas = grid.read_areas(selected)
    report, book, _ = build_report_and_book(press)

    def is_selected(finding: Finding) -> bool:
        if finding.sheet != sheet.name or finding.position is None:
            return False
        return any(area.holds(*finding.position) for area in areas)

    changes = propose_changes(book, report.findings, is_selected)
    told = [finding for finding in report.findings if is_selected(finding)]
    _offer_changes(press, changes, _say_no_proposal(told))


def _say_no_proposal(findings: Sequence[Finding]) -> Text:
    if not findings:
        return Text(
            "Sel yang dipilih tidak punya temuan. Pilih sel yang ditandai, lalu ulangi.",
            "The selected cells have no finding. Select a marked cell, then try again.",
        )
    first = findings[0]
    return Text(
        f"Temuan ini tidak punya usulan yang dapat diterapkan begitu saja. {first.advice.id}",
        f"This finding has no suggestion that can simply be applied. {first.advice.en}",
    )


def batalkan(press: Press) -> None:
    """Put back what the last Perbaiki changed."""
    with press.hold_still():
        done = writer.undo_changes(press.book)
    if done is None:
        raise UserMessage(
            Text(
                "Tidak ada perubahan Selaras yang dapat dibatalkan.",
                "There is no change of Selaras to take back.",
            )
        )
    told = Text(f"{done.put_back} sel dikembalikan", f"{done.put_back} cells put back")
    if done.gone:
        told += Text(f"; {done.gone} sel sudah tidak ada", f"; {done.gone} cells are gone")
    _finish(press, told, _say_left_over(done))


def _say_left_over(done: writer.UndoResult) -> list[Text]:
    """Return what is to be said of the cells that were not put back."""
    said: list[Text] = []
    if done.gone:
        said.append(
            Text(
                f"{done.gone} sel tidak dapat dikembalikan: baris, kolom, atau lembarnya sudah "
                "dihapus.",
                f"{done.gone} cells could not be put back: their row, column or sheet was deleted.",
            )
        )
    if done.changed:
        cells = _name_some(done.changed)
        said.append(
            Text(
                f"Sel yang sudah Anda ubah lagi dibiarkan: {cells.id}.",
                f"Cells that you have changed since are left as they are: {cells.en}.",
            )
        )
    if done.stale:
        cells = _name_some([f"{cell} ({cut_short(text, 60)})" for cell, text in done.stale])
        said.append(
            Text(
                "Sel berikut dibiarkan, karena sel yang dirujuk rumus semulanya sudah berpindah: "
                f"{cells.id}.",
                "These cells are left as they are, because what their former formulas refer to "
                f"has moved: {cells.en}.",
            )
        )
    return said


def _name_some(cells: Sequence[str]) -> Text:
    """Return the first of some cells, and how many more there are."""
    shown, more = ", ".join(cells[:PREVIEW_LINES]), len(cells) - PREVIEW_LINES
    if more <= 0:
        return Text(shown, shown)
    return Text(f"{shown}, dan {more} sel lain", f"{shown}, and {more} more")


def _offer_changes(
    press: Press, changes: Sequence[CellChange], none: Text, said: Sequence[Text] = ()
) -> None:
    """Show the changes, and make them when the user agrees; `said` is told with them."""
    if not changes:
        raise UserMessage(none)
    changes, arrays = writer.separate_arrays(press.book, changes)
    left = [_say_arrays(arrays, changes)] if arrays else []
    left += said
    if not changes:
        raise UserMessage(left[0])
    if not press.display.ask(build_preview(press, changes, left)):
        return
    with press.hold_still():
        writer.apply_changes(press.book, changes)
    done = Text(
        f"{len(changes)} sel diubah; tombol {LABEL['batalkan'].id} mengembalikannya",
        f"{len(changes)} cells changed; the button {LABEL['batalkan'].en} puts them back",
    )
    _finish(press, done)


def _say_arrays(arrays: Sequence[CellChange], changes: Sequence[CellChange]) -> Text:
    """Return what is said of changes that are not made, and of amounts that count on them."""
    cells = _name_some([f"{change.sheet}!{change.cell}" for change in arrays])
    told = Text(
        f"Sel rumus larik tidak diubah: {cells.id}.",
        f"Cells of array formulas are not changed: {cells.en}.",
    )
    if any(change.kind == "nilai" for change in changes):
        told += Text(
            " Betulkan sendiri: angka di atas menganggap jumlahnya sudah benar.",
            " Mend them yourself: the amounts above take their sums for right.",
        )
    return told


def build_preview(press: Press, changes: Sequence[CellChange], left: Sequence[Text] = ()) -> str:
    """Return what the user is asked to agree to: the first changes, and how many more.

    `left` says what is not changed.
    """
    language = press.language
    lines = [change.build_sentence(language) for change in changes[:PREVIEW_LINES]]
    more = len(changes) - len(lines)
    if more > 0:
        lines.append(Text(f"... dan {more} sel lain", f"... and {more} more").say_in(language))
    warnings = dict.fromkeys(
        change.warning.say_in(language) for change in changes if change.warning is not None
    )
    fixed = sum(change.formula is not None and change.kind != "rumus" for change in changes)
    if fixed:
        formulas = Text(
            f"{fixed} rumus diganti dengan isi yang tidak lagi mengikuti sel lain",
            f"{fixed} formulas are replaced by content that follows no other cell any more",
        )
        warnings[formulas.say_in(language)] = None
    head = Text(f"{len(changes)} sel akan diubah:", f"{len(changes)} cells will change:")
    parts = [head.say_in(language), "\n".join(lines)]
    if warnings:
        attention = Text("Perhatian", "Note").say_in(language)
        parts.append("\n".join(f"{attention}: {warning}." for warning in warnings))
    parts += [text.say_in(language) for text in left]
    parts.append(Text("Lanjutkan?", "Go on?").say_in(language))
    return "\n\n".join(parts)


def _finish(press: Press, done: Text, said: Sequence[Text] = ()) -> None:
    """Say what was done, and what else there is to say; renew marks and list."""
    language = press.language
    press.display.say_result(done.say_in(language))
    lines = [text.say_in(language) for text in said]
    try:
        _refresh(press)
    except UserMessage as stopped:
        stale = Text(
            "Tanda dan daftar temuan belum diperbarui", "Marks and findings were not renewed"
        )
        lines = [
            f"{done.say_in(language)}.",
            *lines,
            f"{stale.say_in(language)}: {stopped.text.say_in(language)}",
        ]
    if lines:
        press.display.show_message("\n\n".join(lines))


def _refresh(press: Press) -> None:
    """Check again what was checked: marks and list must not speak of what is gone.

    What the user took out of the workbook, the marks or the list, is not put back.
    """
    marked = store.has_findings(press.book)
    listed = findings_sheet.find_list(press.book) is not None
    if not (marked or listed):
        return
    active = press.book.sheets.active
    check_again(press, marked=marked, listed=listed)
    press.go_to(active)
