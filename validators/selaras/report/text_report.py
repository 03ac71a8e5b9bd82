"""Report -> text for people: what was looked at, then the findings, causes first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from selaras.report.pieces import BLANK, WIDTH, Line, Piece, wrap
from selaras.report.result import RuleStatus, Verdict, WorkbookReport
from selaras.report.stories import Story, addresses, arrange
from selaras.report.text_apart import apart_count, apart_lines
from selaras.report.words import SEVERITY, VERDICT, clean, counted, place, shorten, shown
from selaras.values.finding import Finding, Severity
from selaras.values.text import Language, Text

#: Places of one story that are written out; the rest are named by their cells.
_PLACES = 5
#: Cells that are named where places are not written out.
_CELLS = 40
#: Stories of one workbook that are told; the rest are counted by rule.
_STORIES = 40


def workbook_lines(
    workbook: WorkbookReport, language: Language, *, width: int = WIDTH, quiet: bool = False
) -> Iterator[Line]:
    """Yield all that is to be said of one workbook; when quiet, only its findings."""
    if quiet and workbook.verdict in ("lolos", "perbaiki") and not _has_findings(workbook):
        return
    yield (Piece(shorten(workbook.path, 200), "strong"), Piece(f": {verdict(workbook, language)}"))
    if not quiet:
        word = VERDICT[workbook.verdict].say_in(language)
        yield from _listed(Text("Putusan", "Verdict").say_in(language), [word], width)
        for title, entries in coverage(workbook, language):
            yield from _listed(title, entries, width)
    stories = arrange(workbook)
    for story in stories[:_STORIES]:
        yield BLANK
        yield from _story(story, language, width)
    if stories[_STORIES:]:
        yield BLANK
        yield from _untold(stories[_STORIES:], language, width)
    yield from apart_lines(workbook, language, width)
    yield BLANK


def _has_findings(workbook: WorkbookReport) -> bool:
    return bool(workbook.findings or workbook.waived or workbook.known)


def run_lines(findings: Sequence[Finding], language: Language, width: int) -> Iterator[Line]:
    """Yield the findings of the run itself, which stand in no workbook."""
    for finding in findings[:_STORIES]:
        yield from _finding(finding, language, width, "")
        yield BLANK
    if findings[_STORIES:]:
        yield from _untold([Story((finding,)) for finding in findings[_STORIES:]], language, width)
        yield BLANK


def verdict(workbook: WorkbookReport, language: Language) -> str:
    """Return how the check of a workbook went, in a few words."""
    if workbook.status == "unreadable":
        return Text("tidak terbaca", "could not be read").say_in(language)
    if workbook.status == "timeout":
        return Text("pemeriksaan dihentikan", "check stopped").say_in(language)
    counts = {severity: workbook.count(severity) for severity in Severity}
    found = counted(counts, language) or Text("tidak ada temuan", "no findings").say_in(language)
    if apart := apart_count(len(workbook.waived), len(workbook.known), language):
        found += f"; {apart}"
    why = _UNCHECKED.get(workbook.verdict)
    return (
        found if why is None else f"{(VERDICT[workbook.verdict] + why).say_in(language)}; {found}"
    )


#: Why a workbook whose findings tell too little was not checked.
_UNCHECKED: dict[Verdict, Text] = {
    "kosong": Text(": belum ada tabel yang diisi", ": no table is filled in"),
    "tidak diperiksa": Text(": tidak ada tabel yang dikenali", ": no table was recognised"),
}


def coverage(workbook: WorkbookReport, language: Language) -> Iterator[tuple[str, list[str]]]:
    """Yield what was looked at, what was not, and why: a title and its entries each."""
    tables = []
    for table in workbook.tables:
        year = Text(f", tahun {table.year}", f", year {table.year}") if table.year else Text("", "")
        rows = Text(f", {table.rows} baris", f", {table.rows} rows")
        if table.is_empty:
            rows = Text(", belum diisi", ", not filled in")
        if table.codes_only:
            rows += Text(": hanya kode dan nama yang diperiksa", ": only codes and names checked")
        where = f"{shorten(table.sheet, 40)}!{table.range}"
        tables.append(f"{table.table:<10} {where}{(year + rows).say_in(language)}")
    yield Text("Tabel", "Tables").say_in(language), tables
    sheets = [
        f"{shorten(skipped.sheet, 40)}: {clean(skipped.reason.say_in(language))}"
        for skipped in workbook.skipped_sheets
    ]
    yield Text("Tanpa tabel", "No table").say_in(language), _capped(sheets, 8, language)
    for state, title in RULE_STATES:
        reasons = by_reason([rule for rule in workbook.rules if rule.status == state], language)
        yield title.say_in(language), reasons
    notes = [clean(note.say_in(language)) for note in workbook.notes]
    yield Text("Perhatian", "Note").say_in(language), _capped(notes, 12, language)


#: How rules end that did not do their work, with the titles they are listed under.
RULE_STATES = (
    ("skipped", Text("Dilewati", "Skipped")),
    ("error", Text("Aturan gagal", "Rule failed")),
    ("timeout", Text("Terlalu lama", "Took too long")),
)


def by_reason(rules: Sequence[RuleStatus], language: Language) -> list[str]:
    """Return the codes of rules, those with one reason together."""
    reasons: dict[str, list[str]] = {}
    for rule in rules:
        reasons.setdefault(clean(rule.reason.say_in(language)), []).append(rule.code)
    return [
        f"{', '.join(codes)}: {reason}" if reason else ", ".join(codes)
        for reason, codes in reasons.items()
    ]


def _listed(title: str, entries: Sequence[str], width: int) -> Iterator[Line]:
    """Entries under each other, the title beside the first."""
    margin = 15
    for index, entry in enumerate(entries):
        head = title if index == 0 else ""
        for number, line in enumerate(wrap(entry, width - margin, hang=2)):
            yield (Piece(f"  {head if number == 0 else '':<{margin - 2}}", "faint"), Piece(line))


def _capped(entries: list[str], most: int, language: Language) -> list[str]:
    if len(entries) <= most + 1:
        return entries
    more = len(entries) - most
    return [*entries[:most], Text(f"dan {more} lagi", f"and {more} more").say_in(language)]


def _story(story: Story, language: Language, width: int) -> Iterator[Line]:
    first, *others = story.findings
    yield from _finding(first, language, width, "", of=len(story.findings))
    for finding in others[: _PLACES - 1]:
        yield from _another(finding, first, language, width)
    yield from _rest(others[_PLACES - 1 :], first, language, width, "  ")
    if story.consequences:
        because = Text("Akibatnya:", "In consequence:").say_in(language)
        yield (Piece(f"  {because}", "faint"),)
        told = story.consequences[:_PLACES]
        advices: set[Text] = {first.advice}
        for finding in told:
            new = finding.advice not in advices
            advices.add(finding.advice)
            yield from _finding(finding, language, width, "    ", advice=new)
        yield from _rest(story.consequences[_PLACES:], told[-1], language, width, "      ")


def _finding(
    finding: Finding,
    language: Language,
    width: int,
    indent: str,
    *,
    of: int = 1,
    advice: bool = True,
) -> Iterator[Line]:
    """One finding: where, what stands there and what should, what it means, what to do."""
    where = place(finding) or everywhere(finding).say_in(language)
    severity = finding.severity
    head = [
        Piece(indent),
        Piece(where, "strong"),
        Piece("  ["),
        Piece(finding.code),
        Piece(" · "),
        Piece(SEVERITY[severity].say_in(language), severity.value),
        Piece("]"),
    ]
    if of > 1:
        head.append(
            Piece(Text(f"  1 dari {of} sel", f"  1 of {of} cells").say_in(language), "faint")
        )
    yield tuple(head)
    inner = f"{indent}    "
    yield from _figures(finding, language, inner)
    for line in wrap(clean(finding.message.say_in(language)), width - len(inner)):
        yield (Piece(inner + line),)
    words = clean(finding.advice.say_in(language)) if advice else ""
    if words:
        label = Text("Saran:", "Advice:").say_in(language)
        first, *others = wrap(f"{label} {words}", width - len(inner), hang=2)
        yield (Piece(f"{inner}{label}", "faint"), Piece(first.removeprefix(label)))
        for line in others:
            yield (Piece(inner + line),)


def everywhere(finding: Finding) -> Text:
    """Return where a finding is that names no cell."""
    if finding.code in ("SYS004", "SYS005"):
        return Text("seluruh pemeriksaan", "the whole run")
    return Text("seluruh buku kerja", "the whole workbook")


def _another(finding: Finding, first: Finding, language: Language, width: int) -> Iterator[Line]:
    """A further place of the same group, in less room."""
    figures = " · ".join(f"{label} {text}" for label, text in shown_values(finding, language))
    inner = "      "
    where = place(finding)
    if len(where) + len(figures) + 4 <= width:
        yield (Piece("  "), Piece(where, "strong"), Piece(f"  {figures}"))
    else:
        yield (Piece("  "), Piece(where, "strong"))
        for line in wrap(figures, width - len(inner)):
            yield (Piece(inner + line),)
    if finding.message != first.message:
        for line in wrap(clean(finding.message.say_in(language)), width - len(inner)):
            yield (Piece(inner + line),)


def _figures(finding: Finding, language: Language, indent: str) -> Iterator[Line]:
    """What is written, what should be, and the difference; numbers end in one column."""
    values = shown_values(finding, language)
    widest = max((len(text) for _, text in values if FIGURE.fullmatch(text)), default=0)
    for label, text in values:
        figure = text.rjust(widest) if FIGURE.fullmatch(text) else text
        yield (Piece(f"{indent}{label:<12}", "faint"), Piece(figure))


#: Amounts and percentages; codes, which also are digits and dots, stay where text stands.
FIGURE = re.compile(r"-?[0-9]{1,3}([.,][0-9]{3})*([.,][0-9]+)?( ?%)?|-?[0-9]+")


def shown_values(finding: Finding, language: Language) -> list[tuple[str, str]]:
    """Return what is written, what should be and the difference, with their labels."""
    return [
        (label.say_in(language), shown(value, language))
        for label, value in (
            (Text("tertulis", "written"), finding.actual),
            (Text("seharusnya", "should be"), finding.expected),
            (Text("selisih", "difference"), finding.difference),
        )
        if value is not None
    ]


def _rest(
    findings: Sequence[Finding], after: Finding, language: Language, width: int, indent: str
) -> Iterator[Line]:
    """The places that are not written out, by their cells."""
    if not findings:
        return
    cells, more = addresses(findings, _CELLS)
    count = len(findings)
    text = Text(f"dan {count} sel lain", f"and {count} more cells").say_in(language)
    if cells:
        sheet = findings[0].sheet
        if sheet is not None and sheet != after.sheet:
            cells = f"{sheet}!{cells}"
        text += f": {clean(cells)}"
    if more:
        text += Text(f", … ({more} lagi)", f", … ({more} more)").say_in(language)
    for line in wrap(text, width - len(indent), hang=2):
        yield (Piece(indent + line),)


def _untold(stories: Sequence[Story], language: Language, width: int) -> Iterator[Line]:
    """What there was no room to tell, counted by rule: nothing disappears."""
    counts: dict[str, int] = {}
    for story in stories:
        for finding in (*story.findings, *story.consequences):
            counts[finding.code] = counts.get(finding.code, 0) + 1
    total = sum(counts.values())
    each = ", ".join(f"{code} {count}" for code, count in counts.items())
    text = Text(
        f"… dan {total} temuan lain yang tidak ditulis di sini ({each}). Semuanya ada di "
        "laporan JSON: --output json=BERKAS",
        f"… and {total} more findings that are not written here ({each}). All are in the JSON "
        "report: --output json=FILE",
    )
    for line in wrap(text.say_in(language), width, hang=2):
        yield (Piece(line),)
