"""Jelaskan: the rules behind the findings of the selected cell, in a message box.

A message box, not a sheet: the user stays where they are and reads three short paragraphs. The
examples of a rule are left to its page.
"""

from __future__ import annotations

from collections.abc import Sequence

from selaras.recognise.own_sheets import FINDINGS_TITLE
from selaras.report.words import SEVERITY
from selaras.rules import registry
from selaras.values.text import Language, Text, capitalise
from selaras_addin.commands.job import Press
from selaras_addin.commands.trace import say_no_findings
from selaras_addin.live.excel import grid
from selaras_addin.live.excel.messages import UserMessage
from selaras_addin.live.marks import store
from selaras_addin.live.marks.store import StoredFinding
from selaras_addin.live.sheets import findings_sheet
from selaras_addin.ribbon import LABEL

#: Rules that are explained in full in one box; of more, only their titles.
_MOST_RULES = 2

_NO_FINDING = Text(
    "Sel ini tidak punya temuan. Pilih sel yang ditandai, atau pakai "
    f"{LABEL['temuan_sebelumnya'].id} dan {LABEL['temuan_berikutnya'].id}.",
    "This cell has no finding. Select a marked cell, or use "
    f"{LABEL['temuan_sebelumnya'].en} and {LABEL['temuan_berikutnya'].en}.",
)


def jelaskan(press: Press) -> None:
    """Explain the findings of the selected cell, or of the selected row of the list."""
    sheet = press.sheet
    selection = press.selection
    if selection is None:
        raise UserMessage(_NO_FINDING)
    if grid.read_title(sheet) == FINDINGS_TITLE:
        row = findings_sheet.read_rule(sheet, selection.row)
        if row is None:
            raise UserMessage(_NO_FINDING)
        code, message = row
        press.display.show_message("\n\n".join((message, explain_rule(code, press.language))))
        return
    kept = store.read_findings(press.book)
    if not kept:
        raise UserMessage(say_no_findings(press.book))
    row_count, column_count = selection.shape
    here = [
        one
        for one in kept
        if one.sheet == sheet.name
        and selection.row <= one.row < selection.row + row_count
        and selection.column <= one.column < selection.column + column_count
    ]
    if not here:
        raise UserMessage(_NO_FINDING)
    press.display.show_message(build_explanation(here, press.language))


def build_explanation(findings: Sequence[StoredFinding], language: Language) -> str:
    """Return what the box says: the findings of one cell, then their rules."""
    first = findings[0]
    parts: list[str] = []
    for one in findings:
        if one.cell != first.cell:
            continue
        level = capitalise(SEVERITY[one.severity].say_in(language))
        told = f"{one.cell}, {level} {one.code}: {one.message}"
        advice = Text("Saran", "Advice").say_in(language)
        parts.append(f"{told}\n{advice}: {one.advice}" if one.advice else told)
    codes = list(dict.fromkeys(one.code for one in findings if one.cell == first.cell))
    parts += (explain_rule(code, language) for code in codes[:_MOST_RULES])
    return "\n\n".join(parts)


def explain_rule(code: str, language: Language) -> str:
    """Return the explanation of a rule, as `selaras explain` gives it, without its examples."""
    rule = registry().get(code)
    if rule is None:
        return code
    head = Text(f"Aturan {code}. ", f"Rule {code}. ").say_in(language)
    paragraphs = [" ".join(part.split()) for part in rule.text.say_in(language).split("\n\n")]
    basis = Text("Dasar", "Basis").say_in(language)
    return head + "\n\n".join((*paragraphs, f"{basis}: {rule.basis.say_in(language)}"))
