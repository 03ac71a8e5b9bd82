"""One workbook as HTML: its counts, its stories, what was set apart, and what was covered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from selaras.report.html_finding import findings_html, severity_html
from selaras.report.html_story import folded, story_html
from selaras.report.markup import KOSONG, Html, el, join
from selaras.report.result import WorkbookReport
from selaras.report.stories import arrange
from selaras.report.text_report import RULE_STATES, by_reason, verdict
from selaras.report.words import VERDICT, amount, shorten
from selaras.values.finding import Finding, Severity
from selaras.values.text import Bahasa, Teks, tanggal

if TYPE_CHECKING:
    from selaras.model.waiver import Pengecualian


def workbook_html(workbook: WorkbookReport, number: int, bahasa: Bahasa) -> Html:
    """Return the section of a workbook; `number` counts the workbooks from 1."""
    counts = {severity: workbook.count(severity) for severity in Severity}
    return el(
        "section",
        el("h2", workbook.path),
        el("p", _verdict(workbook, bahasa)),
        counts_html(counts, bahasa)
        if any(counts.values())
        else el("p", f"{verdict(workbook, bahasa)}."),
        *(story_html(story, bahasa) for story in arrange(workbook)),
        *_apart(workbook, bahasa),
        _coverage(workbook, bahasa),
        id=f"buku-{number}",
        class_="buku pertama" if number == 1 else "buku",
    )


def _verdict(workbook: WorkbookReport, bahasa: Bahasa) -> Html:
    word = VERDICT[workbook.verdict].dalam(bahasa)
    return join(Teks("Putusan: ", "Verdict: ").dalam(bahasa), el("b", word))


def counts_html(counts: dict[Severity, int], bahasa: Bahasa) -> Html:
    """Return how many findings of each severity there are, as a list."""
    return el(
        "ul",
        *(
            el("li", amount(count, bahasa), " ", severity_html(severity, bahasa))
            for severity, count in counts.items()
            if count
        ),
        class_="ringkas",
    )


# Set apart: findings that do not count


def _apart(workbook: WorkbookReport, bahasa: Bahasa) -> Iterator[Html]:
    by_waiver: dict[Pengecualian, list[Finding]] = {}
    for finding, waiver in workbook.waived:
        by_waiver.setdefault(waiver, []).append(finding)
    if by_waiver:
        title = Teks("Dikecualikan", "Waived")
        yield _apart_title(title, len(workbook.waived), bahasa)
    for waiver, findings in by_waiver.items():
        until = tanggal(waiver.berlaku_sampai, bahasa)
        told = Teks(
            f"{waiver.alasan} ({waiver.pemilik}, sampai {until})",
            f"{waiver.alasan} ({waiver.pemilik}, until {until})",
        )
        yield _folded(told, findings, bahasa)
    if workbook.known:
        title = Teks("Sudah diketahui dari laporan acuan", "Known from the baseline report")
        yield _apart_title(title, len(workbook.known), bahasa)
        number = amount(len(workbook.known), bahasa)
        label = Teks(f"{number} temuan", f"{number} finding{'' if number == '1' else 's'}")
        yield _folded(label, workbook.known, bahasa)


def _apart_title(what: Teks, count: int, bahasa: Bahasa) -> Html:
    number = amount(count, bahasa)
    rest = Teks(
        f": {number} temuan, tidak dihitung",
        f": {number} finding{'' if count == 1 else 's'}, not counted",
    )
    return el("h3", (what + rest).dalam(bahasa))


def _folded(title: Teks, findings: Sequence[Finding], bahasa: Bahasa) -> Html:
    return folded(title, findings_html(findings, bahasa), "lain", bahasa, open_=False)


# What was looked at, what was not, and why


def _coverage(workbook: WorkbookReport, bahasa: Bahasa) -> Html:
    parts = [_tables(workbook, bahasa)]
    sheets = [
        f"{skipped.sheet}: {skipped.reason.dalam(bahasa)}" for skipped in workbook.skipped_sheets
    ]
    parts.append(_listed(Teks("Lembar tanpa tabel", "Sheets without a table"), sheets, bahasa))
    for state, title in RULE_STATES:
        rules = [rule for rule in workbook.rules if rule.status == state]
        parts.append(_listed(title, by_reason(rules, bahasa), bahasa))
    notes = [note.dalam(bahasa) for note in workbook.notes]
    parts.append(_listed(Teks("Perhatian", "Note"), notes, bahasa))
    ran = sum(rule.status in ("ok", "findings") for rule in workbook.rules)
    count = len(workbook.known_tables)
    summary = Teks(
        f"Cakupan: {count} tabel dikenali, {len(sheets)} lembar tanpa tabel, "
        f"{ran} aturan dijalankan, {len(workbook.rules) - ran} tidak",
        f"Coverage: {count} tables recognised, {len(sheets)} sheets without one, "
        f"{ran} rules run, {len(workbook.rules) - ran} not",
    )
    if workbook.sha256:
        parts.append(el("p", f"SHA-256: {workbook.sha256}", class_="redup kecil"))
    return folded(summary, parts, "cakupan", bahasa, open_=not workbook.known_tables)


def _tables(workbook: WorkbookReport, bahasa: Bahasa) -> Html:
    if not workbook.tables:
        return KOSONG
    heads = [head.dalam(bahasa) for head in _HEADS]
    rows = []
    for table in workbook.tables:
        columns = " · ".join(f"{key} {letters}" for key, letters in table.columns.items())
        cells = (
            table.table,
            f"{shorten(table.sheet, 40)}!{table.range}",
            str(table.year or ""),
            Teks("belum diisi", "not filled in").dalam(bahasa)
            if table.is_empty
            else amount(table.rows, bahasa),
            Teks("hanya kode dan nama: ", "codes and names only: ").dalam(bahasa) + columns
            if table.codes_only
            else columns,
        )
        name, where, *others = zip(cells, heads, strict=True)
        rows.append(
            el(
                "tr",
                *(el("td", cell, data_judul=head, class_="utuh") for cell, head in (name, where)),
                *(el("td", cell, data_judul=head) for cell, head in others),
            )
        )
    return el(
        "table",
        el("thead", el("tr", *(el("th", head) for head in heads))),
        el("tbody", *rows),
        class_="tumpuk kecil",
    )


_HEADS = (
    Teks("Tabel", "Table"),
    Teks("Letak", "Place"),
    Teks("Tahun", "Year"),
    Teks("Baris", "Rows"),
    Teks("Kolom", "Columns"),
)


def _listed(title: Teks, entries: Sequence[str], bahasa: Bahasa) -> Html:
    if not entries:
        return KOSONG
    items = el("ul", *(el("li", entry) for entry in entries), class_="kecil")
    return join(el("h3", title.dalam(bahasa)), items)
