"""SYS: a rule that crashed, a file that could not be read, a limit reached, a dead waiver."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selaras.rule import Finding, Severity, Text
from selaras.rule.registry import RuleCard, run_rule
from selaras.values.text import write_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from selaras.model.waiver import Waiver

run_rule(
    "SYS001",
    "aturan-gagal",
    Severity.ERROR,
    text=Text(
        "Sebuah aturan berhenti karena galat di dalam Selaras sendiri.\n\n"
        "Mengapa: pemeriksaan lain tetap berjalan, tetapi yang diperiksa aturan ini belum pasti "
        "benar.\n\n"
        "Perbaikan: laporkan kepada pengelola Selaras beserta nama aturan dan berkasnya.",
        "A rule stopped because of a fault in Selaras itself.\n\n"
        "Why: the other checks went on, but what this rule looks at has not been checked.\n\n"
        "Fix: report it to the maintainers of Selaras with the rule's name and the file.",
    ),
    module=__name__,
)
run_rule(
    "SYS002",
    "berkas-tak-terbaca",
    Severity.ERROR,
    text=Text(
        "Sebuah berkas tidak dapat dibaca, sehingga tidak diperiksa.\n\n"
        "Mengapa: berkas yang tidak terbaca tidak boleh dianggap benar. Alasannya disebut: "
        "terkunci kata sandi, bukan buku kerja Excel, rusak, terlalu besar, dan sebagainya.\n\n"
        "Perbaikan: ikuti saran pada temuan; biasanya membuka berkas di Excel lalu menyimpannya "
        "sebagai Buku Kerja Excel (.xlsx).",
        "A file could not be read, and so was not checked.\n\n"
        "Why: a file that was not read must not pass for a good one. The reason is named: "
        "password, not an Excel workbook, damaged, too large, and so on.\n\n"
        "Fix: follow the advice of the finding; mostly to open the file in Excel and save it as an "
        "Excel workbook (.xlsx).",
    ),
    module=__name__,
)
run_rule(
    "SYS003",
    "batas-tercapai",
    Severity.ERROR,
    text=Text(
        "Batas waktu atau memori tercapai sebelum pemeriksaan selesai.\n\n"
        "Mengapa: satu berkas yang sangat besar atau dibuat untuk mengganggu tidak boleh "
        "menghentikan pemeriksaan berkas lain.\n\n"
        "Perbaikan: pisahkan lembar yang besar, atau naikkan batas dengan --timeout dan --memory.",
        "A limit of time or memory was reached before the check was done.\n\n"
        "Why: one very large or hostile file must not stop the check of the others.\n\n"
        "Fix: split large sheets, or raise the limits with --timeout and --memory.",
    ),
    module=__name__,
)
run_rule(
    "SYS004",
    "pengecualian-mati",
    Severity.WARNING,
    text=Text(
        "Setiap pengecualian di selaras-pengecualian.toml masih berlaku dan mengenai sebuah "
        "temuan.\n\n"
        "Mengapa: pengecualian yang kedaluwarsa tidak lagi menutupi temuannya, dan yang tidak "
        "mengenai apa pun menandakan masalahnya sudah selesai atau sidiknya keliru.\n\n"
        "Perbaikan: hapus pengecualian itu, atau perbarui alasan dan tanggal berlakunya.",
        "Every waiver of selaras-pengecualian.toml is still valid and answers for a finding.\n\n"
        "Why: an expired waiver no longer covers its finding, and one that matches nothing means "
        "that the trouble is over or its fingerprint is wrong.\n\n"
        "Fix: delete the waiver, or renew its reason and its date.",
    ),
    module=__name__,
)
run_rule(
    "SYS005",
    "berkas-lain",
    Severity.INFO,
    text=Text(
        "Semua berkas di dalam folder dan arsip yang diperiksa adalah buku kerja.\n\n"
        "Mengapa: PDF, dokumen Word, dan gambar di antara buku kerja tidak diperiksa; tabel di "
        "dalamnya tidak boleh dianggap benar.\n\n"
        "Perbaikan: bila di antaranya ada tabel rencana, minta buku kerja Excel-nya (.xlsx).",
        "All files in the folders and archives that are checked are workbooks.\n\n"
        "Why: PDFs, Word documents and pictures among the workbooks are not checked; tables in "
        "them must not pass for good ones.\n\n"
        "Fix: where one of them holds a table of the plan, ask for its Excel workbook (.xlsx).",
    ),
    module=__name__,
)

#: So many names are told; a folder may hold thousands.
_MOST_NAMED = 20


def build_other_files_finding(names: Sequence[str]) -> Finding:
    """Return SYS005 for the files of a run that were not checked."""
    count, rest = len(names), len(names) - _MOST_NAMED
    shown = ", ".join(names[:_MOST_NAMED])
    more = Text(f", dan {rest} lainnya", f", and {rest} more") if rest > 0 else Text("", "")
    files = "file was" if count == 1 else "files were"
    return Finding(
        code="SYS005",
        name="sistem.berkas-lain",
        severity=Severity.INFO,
        message=Text(
            f"{count} berkas lain tidak diperiksa: {shown}{more.id}.",
            f"{count} other {files} not checked: {shown}{more.en}.",
        ),
        advice=Text(
            "Bila di antaranya ada tabel rencana, minta buku kerja Excel-nya (.xlsx).",
            "Where one of them holds a table of the plan, ask for its Excel workbook (.xlsx).",
        ),
    )


def build_expired_waiver_finding(number: int, waiver: Waiver, file: str) -> Finding:
    """Return SYS004 for a waiver that is over: the `number`-th of its file, counted from 1."""
    day = waiver.last_day
    return _build_dead_waiver_finding(
        waiver,
        _name_waiver(number, waiver, file)
        + Text(
            f" hanya berlaku sampai {write_date(day, 'id')}; temuannya kini dihitung lagi.",
            f" was valid until {write_date(day, 'en')} only; its findings count again.",
        ),
        Text(
            "Hapus bila masalahnya sudah selesai; bila belum, perbarui alasan dan berlaku_sampai.",
            "Delete it if the trouble is over; if not, renew its reason and berlaku_sampai.",
        ),
    )


def build_unused_waiver_finding(number: int, waiver: Waiver, file: str) -> Finding:
    """Return SYS004 for a waiver that no finding of the run matched."""
    return _build_dead_waiver_finding(
        waiver,
        _name_waiver(number, waiver, file)
        + Text(" tidak mengenai satu temuan pun.", " matches no finding at all."),
        Text(
            "Hapus bila masalahnya sudah selesai; bila belum, cocokkan isinya dengan laporan "
            "terbaru.",
            "Delete it if the trouble is over; if not, compare what it says with the latest "
            "report.",
        ),
    )


def _build_dead_waiver_finding(waiver: Waiver, message: Text, advice: Text) -> Finding:
    return Finding(
        code="SYS004",
        name="sistem.pengecualian-mati",
        severity=Severity.WARNING,
        row_key=waiver.label,
        message=message,
        advice=advice,
    )


def _name_waiver(number: int, waiver: Waiver, file: str) -> Text:
    what = f"({waiver.label}; {waiver.owner})"
    return Text(f"Pengecualian ke-{number} di {file} {what}", f"Waiver {number} of {file} {what}")


def build_failed_rule_finding(rule: RuleCard, error: Exception) -> Finding:
    """Return SYS001 for a rule that raised."""
    what = type(error).__name__
    return Finding(
        code="SYS001",
        name="sistem.aturan-gagal",
        severity=Severity.ERROR,
        row_key=rule.code,
        message=Text(
            f"Aturan {rule.code} berhenti karena galat di dalam Selaras ({what}); "
            "aturan lain tetap dijalankan.",
            f"Rule {rule.code} stopped because of a fault in Selaras ({what}); "
            "the other rules were run.",
        ),
        advice=Text(
            "Laporkan kepada pengelola Selaras; hasil aturan ini belum lengkap.",
            "Report it to the maintainers of Selaras; the result of this rule is incomplete.",
        ),
    )


def build_unreadable_file_finding(message: Text, advice: Text, kind: str) -> Finding:
    """Return SYS002 for a file that was refused; `kind` tells refusals apart."""
    return Finding(
        code="SYS002",
        name="sistem.berkas-tak-terbaca",
        severity=Severity.ERROR,
        row_key=kind,
        message=message,
        advice=advice,
    )


def build_timeout_finding(rule: RuleCard, seconds: float) -> Finding:
    """Return SYS003 for a rule that took longer than it may."""
    return Finding(
        code="SYS003",
        name="sistem.batas-tercapai",
        severity=Severity.ERROR,
        row_key=rule.code,
        message=Text(
            f"Aturan {rule.code} dihentikan karena melampaui batas waktu {seconds:g} detik; "
            "temuannya belum lengkap.",
            f"Rule {rule.code} was stopped at its limit of {seconds:g} seconds; "
            "its findings are incomplete.",
        ),
        advice=Text(
            "Pisahkan lembar yang sangat besar ke berkas tersendiri, lalu periksa lagi.",
            "Move very large sheets to a file of their own and check again.",
        ),
    )
