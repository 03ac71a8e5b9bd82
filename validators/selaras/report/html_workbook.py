"""One workbook as HTML: its counts, its stories, what was set apart, and what was covered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from selaras.report.html_finding import findings_html, severity_html
from selaras.report.html_story import folded, story_html
from selaras.report.markup import NO_HTML, Html, el, join
from selaras.report.result import WorkbookReport
from selaras.report.stories import arrange
from selaras.report.text_report import RULE_STATES, by_reason, verdict
from selaras.report.words import VERDICT, amount, shorten
from selaras.values.finding import Finding, Severity
from selaras.values.text import Language, Text, write_date

if TYPE_CHECKING:
    from selaras.model.waiver import Waiver


def workbook_html(workbook: WorkbookReport, number: int, language: Language) -> Html:
    """Return the section of a workbook; `number` counts the workbooks from 1."""
    counts = {severity: workbook.count(severity) for severity in Severity}
    return el(
        "section",
        el("h2", workbook.path),
        el("p", _verdict(workbook, language)),
        counts_html(counts, language)
        if any(counts.values())
        else el("p", f"{verdict(workbook, language)}."),
        *(story_html(story, language) for story in arrange(workbook)),
        *_apart(workbook, language),
        _coverage(workbook, language),
        id=f"buku-{number}",
        class_="buku pertama" if number == 1 else "buku",
    )


def _verdict(workbook: WorkbookReport, language: Language) -> Html:
    word = VERDICT[workbook.verdict].say_in(language)
    return join(Text("Putusan: ", "Verdict: ").say_in(language), el("b", word))


def counts_html(counts: dict[Severity, int], language: Language) -> Html:
    """Return how many findings of each severity there are, as a list."""
    return el(
        "ul",
        *(
            el("li", amount(count, language), " ", severity_html(severity, language))
            for severity, count in counts.items()
            if count
        ),
        class_="ringkas",
    )


# Set apart: findings that do not count


def _apart(workbook: WorkbookReport, language: Language) -> Iterator[Html]:
    by_waiver: dict[Waiver, list[Finding]] = {}
    for finding, waiver in workbook.waived:
        by_waiver.setdefault(waiver, []).append(finding)
    if by_waiver:
        title = Text("Dikecualikan", "Waived")
        yield _apart_title(title, len(workbook.waived), language)
    for waiver, findings in by_waiver.items():
        until = write_date(waiver.last_day, language)
        told = Text(
            f"{waiver.reason} ({waiver.owner}, sampai {until})",
            f"{waiver.reason} ({waiver.owner}, until {until})",
        )
        yield _folded(told, findings, language)
    if workbook.known:
        title = Text("Sudah diketahui dari laporan acuan", "Known from the baseline report")
        yield _apart_title(title, len(workbook.known), language)
        number = amount(len(workbook.known), language)
        label = Text(f"{number} temuan", f"{number} finding{'' if number == '1' else 's'}")
        yield _folded(label, workbook.known, language)


def _apart_title(what: Text, count: int, language: Language) -> Html:
    number = amount(count, language)
    rest = Text(
        f": {number} temuan, tidak dihitung",
        f": {number} finding{'' if count == 1 else 's'}, not counted",
    )
    return el("h3", (what + rest).say_in(language))


def _folded(title: Text, findings: Sequence[Finding], language: Language) -> Html:
    return folded(title, findings_html(findings, language), "lain", language, open_=False)


# What was looked at, what was not, and why


def _coverage(workbook: WorkbookReport, language: Language) -> Html:
    parts = [_tables(workbook, language)]
    sheets = [
        f"{skipped.sheet}: {skipped.reason.say_in(language)}" for skipped in workbook.skipped_sheets
    ]
    parts.append(_listed(Text("Lembar tanpa tabel", "Sheets without a table"), sheets, language))
    for state, title in RULE_STATES:
        rules = [rule for rule in workbook.rules if rule.status == state]
        parts.append(_listed(title, by_reason(rules, language), language))
    notes = [note.say_in(language) for note in workbook.notes]
    parts.append(_listed(Text("Perhatian", "Note"), notes, language))
    ran = sum(rule.status in ("ok", "findings") for rule in workbook.rules)
    count = len(workbook.known_tables)
    summary = Text(
        f"Cakupan: {count} tabel dikenali, {len(sheets)} lembar tanpa tabel, "
        f"{ran} aturan dijalankan, {len(workbook.rules) - ran} tidak",
        f"Coverage: {count} tables recognised, {len(sheets)} sheets without one, "
        f"{ran} rules run, {len(workbook.rules) - ran} not",
    )
    if workbook.sha256:
        parts.append(el("p", f"SHA-256: {workbook.sha256}", class_="redup kecil"))
    return folded(summary, parts, "cakupan", language, open_=not workbook.known_tables)


def _tables(workbook: WorkbookReport, language: Language) -> Html:
    if not workbook.tables:
        return NO_HTML
    heads = [head.say_in(language) for head in _HEADS]
    rows = []
    for table in workbook.tables:
        columns = " · ".join(f"{key} {letters}" for key, letters in table.columns.items())
        cells = (
            table.table,
            f"{shorten(table.sheet, 40)}!{table.range}",
            str(table.year or ""),
            Text("belum diisi", "not filled in").say_in(language)
            if table.is_empty
            else amount(table.rows, language),
            Text("hanya kode dan nama: ", "codes and names only: ").say_in(language) + columns
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
    Text("Tabel", "Table"),
    Text("Letak", "Place"),
    Text("Tahun", "Year"),
    Text("Baris", "Rows"),
    Text("Kolom", "Columns"),
)


def _listed(title: Text, entries: Sequence[str], language: Language) -> Html:
    if not entries:
        return NO_HTML
    items = el("ul", *(el("li", entry) for entry in entries), class_="kecil")
    return join(el("h3", title.say_in(language)), items)
