"""Reports made by hand for the tests of the writers: everyday, hostile, and very long ones."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

from selaras.model.waiver import WaivedFinding, Waiver
from selaras.report.result import Report, RuleStatus, SkippedSheet, TableInfo, WorkbookReport
from selaras.values.finding import Finding, Fix, Place, Severity
from selaras.values.text import Text


def both(text: str) -> Text:
    """A text that says which language it is in."""
    return Text(text, f"en: {text}")


def finding(code: str = "JML002", cell: str | None = "O8", **more: Any) -> Finding:
    """A finding on T-C.33 with everything that a writer may show."""
    sheet = more.pop("sheet", "T-C.33")
    values: dict[str, Any] = {
        "message": both(f"Pesan {code} di {cell}."),
        "advice": both(f"Saran {code}."),
        "table": "T-C.33",
        "column": "pagu_maju",
        "name": "jumlah.program",
        "severity": Severity.ERROR,
        "group": f"{code}:T-C.33:pagu_maju",
        "fingerprint": f"{code}-{sheet}-{cell}",
    }
    return Finding(code=code, sheet=sheet, cell=cell, **(values | more))


def workbook(*findings: Finding, **more: Any) -> WorkbookReport:
    """The report of one workbook with one table and these findings."""
    values: dict[str, Any] = {
        "path": "renja.xlsx",
        "sha256": "0" * 64,
        "status": "checked",
        "tables": (
            TableInfo("T-C.33", "T-C.33", "A7:O150", 2024, 142, {"kode": "A:F", "pagu": "K"}),
        ),
        "rules": (
            RuleStatus("JML002", "findings", found=len(findings)),
            RuleStatus("KOD005", "skipped", both("nomenklatur belum dimuat")),
            RuleStatus("KOD006", "skipped", both("nomenklatur belum dimuat")),
        ),
        "skipped_sheets": (SkippedSheet("Catatan", both("tidak ada kepala tabel")),),
        "notes": (both("Makro tidak dijalankan."),),
    }
    return WorkbookReport(findings=findings, **(values | more))


CAUSE = finding(
    "JML008",
    "O21",
    severity=Severity.WARNING,
    name="jumlah.salin-tempel",
    actual=5_577_624_401,
    kode="2.17.01.2.05",
    related=(Place("T-C.33", "O17"), Place("T-C.33", "O18")),
    fingerprint="sebab",
)
EFFECT = finding(
    expected=12_076_248_802,
    actual=6_498_624_401,
    difference=-5_577_624_401,
    kode="2.17.01",
    cause="sebab",
    fix=Fix(kind="value", cell="O8", value=12_076_248_802),
)

EVIL = "\x1b[2J\x1b]0;t\x07\x00\x7f\x9b31m\u202e\u2028\ud800=cmd|'/c calc'!A1\r\n"


def everyday() -> Report:
    """A cause and its effect, amounts that are not whole, a finding on the whole workbook."""
    return Report(
        (
            workbook(
                EFFECT,
                CAUSE,
                finding("RST003", "N9", actual=Decimal("98.57"), expected=Decimal("100")),
                finding("LBR001", None, sheet=None, table=None, column=None),
            ),
            workbook(path="kosong.xlsx", tables=(), rules=(), skipped_sheets=(), notes=()),
            workbook(
                finding("SYS002", None, sheet=None, name="sistem.berkas-tak-terbaca"),
                path="rusak.xlsx",
                sha256=None,
                status="unreadable",
                tables=(),
            ),
        )
    )


WAIVER = Waiver(
    "disepakati dalam rapat", "Bappeda", datetime.date(2026, 12, 31), rule_code="RST003"
)


def apart() -> Report:
    """Findings that are waived, known before, and of the run itself."""
    dead = finding(
        "SYS004", None, sheet=None, table=None, column=None, name="sistem.pengecualian-mati",
        severity=Severity.WARNING,
    )  # fmt: skip
    waived = [finding("RST003", f"N{row}", severity=Severity.WARNING) for row in range(9, 34)]
    return Report(
        (
            workbook(
                EFFECT,
                waived=tuple(WaivedFinding(found, WAIVER) for found in waived),
                known=(CAUSE, finding("LBR001", None, sheet=None), finding("JML002", "K8")),
            ),
            workbook(path="kedua.xlsx"),
        ),
        (dead,),
    )


def hostile() -> Report:
    """Control characters and escapes wherever text comes from a workbook or a file's name."""
    return Report(
        (
            workbook(
                finding(
                    sheet=f"S{EVIL}",
                    actual=EVIL,
                    expected=EVIL,
                    kode=EVIL,
                    table=f"T{EVIL}",
                    column=EVIL,
                    message=both(f"Pesan {EVIL} selesai."),
                    advice=both(f"Saran {EVIL} selesai."),
                    related=(Place(EVIL, "A1"),),
                ),
                path=f"{EVIL}.xlsx",
                skipped_sheets=(SkippedSheet(EVIL, both(EVIL)),),
                notes=(both(EVIL),),
                waived=(
                    WaivedFinding(
                        finding(sheet=f"S{EVIL}"),
                        Waiver(EVIL, EVIL, datetime.date(2026, 1, 1), rule_code="JML002"),
                    ),
                ),
                known=(finding(sheet=f"S{EVIL}"),),
            ),
        ),
        (finding("SYS004", None, sheet=None, message=both(EVIL)),),
    )
