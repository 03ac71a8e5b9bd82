"""What the report says of a workbook whose check did not come to its end."""

from __future__ import annotations

from selaras.batch.outcome import Outcome
from selaras.model.setting import Setting
from selaras.report.result import Status, WorkbookReport
from selaras.values.finding import Finding, Severity
from selaras.values.text import Text

_SPLIT = Text(
    "Pisahkan lembar yang besar ke berkas tersendiri, atau naikkan batasnya dengan {} di baris "
    "perintah.",
    "Move large sheets to a file of their own, or raise the limit with {} on the command line.",
)
_REPORT = Text(
    "Laporkan kepada pengelola Selaras; keluaran dengan SELARAS_DEBUG=1 membantu mereka.",
    "Report it to the maintainers of Selaras; the output with SELARAS_DEBUG=1 helps them.",
)
_SAVE_AGAIN = Text(
    "Buka berkas ini di Excel, simpan ulang sebagai .xlsx, lalu periksa lagi.",
    "Open the file in Excel, save it again as .xlsx, and check it again.",
)


#: Names of the rules that speak here; a test holds them against the registry, which is not asked:
#: where a child broke down, loading all rules may be what breaks.
NAMES = {"SYS002": "sistem.berkas-tak-terbaca", "SYS003": "sistem.batas-tercapai"}


def failed(path: str, outcome: Outcome, setting: Setting) -> WorkbookReport:
    """Return the report of a workbook whose child gave no report of its own."""
    limits = setting.limits
    if outcome.kind == "timeout":
        seconds = format(limits.seconds, "g")
        return report(
            path,
            "timeout",
            "SYS003",
            outcome.kind,
            Text(
                f"Pemeriksaan dihentikan karena melampaui batas waktu {seconds} detik.",
                f"The check was stopped: it took longer than the limit of {seconds} seconds.",
            ),
            _filled(_SPLIT, "--timeout"),
            setting,
        )
    if outcome.kind == "memory":
        return report(
            path,
            "timeout",
            "SYS003",
            outcome.kind,
            Text(
                f"Pemeriksaan dihentikan karena melampaui batas memori {limits.megabytes} MB.",
                f"The check was stopped: it needed more than the limit of {limits.megabytes} MB"
                " of memory.",
            ),
            _filled(_SPLIT, "--memory"),
            setting,
        )
    detail = f" ({outcome.detail})" if outcome.detail else ""
    # A panic of the native reader is an exception in Python's eyes, but none of Selaras.
    if outcome.kind == "error" and outcome.detail != "PanicException":
        return report(
            path,
            "unreadable",
            "SYS002",
            "galat",
            Text(
                f"Pemeriksaan berkas ini gagal karena galat di dalam Selaras{detail}.",
                f"The check of this file failed because of a fault in Selaras{detail}.",
            ),
            _REPORT,
            setting,
        )
    return report(
        path,
        "unreadable",
        "SYS002",
        "mogok",
        Text(
            f"Berkas ini tidak dapat dibaca: pembaca buku kerja berhenti mendadak{detail}.",
            f"The file could not be read: the workbook reader broke down{detail}.",
        ),
        _SAVE_AGAIN,
        setting,
    )


def report(
    path: str,
    status: Status,
    code: str,
    row_key: str,
    message: Text,
    advice: Text,
    setting: Setting,
) -> WorkbookReport:
    """Return a report that holds nothing but one finding of the run itself."""
    # Imported here: most runs have nothing to report of themselves.
    from selaras.engine.finish import finish_findings

    finding = Finding(
        code=code,
        name=NAMES[code],
        severity=Severity.ERROR,
        row_key=row_key,
        message=message,
        advice=advice,
    )
    findings = finish_findings([finding], None, setting)
    return WorkbookReport(path=path, sha256=None, status=status, findings=findings)


def _filled(text: Text, option: str) -> Text:
    return Text(text.id.format(option), text.en.format(option))
