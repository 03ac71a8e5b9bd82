"""RST008: the Renja has the programs, kegiatan and sub kegiatan of the Renstra, and no others."""

from __future__ import annotations

import re

from selaras.compare.cells import find_first_tables, find_main_plan
from selaras.compare.renstra import KODE_TABLES, find_one_sided, find_topmost
from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, book_rule
from selaras.rule.seen import PLAN_TABLES, Row, Table, Work
from selaras.values.text import capitalise

#: Longer names are cut short in messages.
LONGEST_NAME = 60
#: A note that says so explains a row.
_NEW_WORDS = re.compile(r"\b(baru|tambahan|pergeseran|perubahan renstra)\b", re.IGNORECASE)


@book_rule(
    "RST008",
    "di-luar-renstra",
    Severity.WARNING,
    needs=("kode",),
    basis="planning",
    needs_tables=(PLAN_TABLES, KODE_TABLES),
    english="""The Renja plans what the Renstra has for the year, and nothing else.

    Why: a program or sub kegiatan outside the Renstra has no target there, and one that the Renja
    lacks will miss its own. Rows are matched by code, or by name where codes were renumbered. What
    stands below a missing row is not named again. Where there is no T-C.27, T-C.29 stands in for it
    with its targets of the Renstra.

    Fix: explain the row in the notes or take it out; put in what is missing, or say why it is not
    planned. If the Renstra table lost the row, add it there.
    """,
)
def check_outside_renstra(work: Work) -> Findings:
    """Renja memuat program, kegiatan, dan sub kegiatan Renstra tahun itu, dan tidak yang lain.

    Mengapa: baris di luar Renstra tidak punya target di sana, dan baris Renstra yang tidak
    direncanakan tidak akan tercapai. Baris dicocokkan menurut kode, atau menurut nama bila kodenya
    sudah diganti. Baris di bawah baris yang tidak ada tidak disebut lagi. Bila T-C.27 tidak ada,
    dipakai T-C.29 beserta target Renstranya.

    Perbaikan: jelaskan baris itu di catatan atau keluarkan; masukkan yang belum ada atau sebutkan
    alasannya. Bila baris itu tertinggal di tabel Renstra, tambahkan di sana.
    """
    lacking = find_one_sided(work)
    if lacking is None:
        return
    plans, renstra = find_main_plan(work), find_first_tables(work, KODE_TABLES)
    for row in find_topmost(lacking.plan):
        if not _NEW_WORDS.search(row.text("catatan")):
            yield _build_not_in_renstra_finding(row, renstra[0])
    for row in find_topmost(lacking.renstra):
        yield _build_not_in_renja_finding(row, plans[0])


def _name_row(row: Row) -> str:
    level = row.level.label if row.level else ""
    name = " ".join(row.name.split())
    short = name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 3].rstrip() + "..."
    return f"{level} {row.label} ({short})"


def _build_not_in_renstra_finding(row: Row, renstra: Table) -> Finding:
    name, sheet = _name_row(row), renstra.sheet.name
    of = (
        Text("tabel Renstra T-C.27", "the Renstra's table T-C.27")
        if renstra.name == "T-C.27"
        else Text("T-C.29, yang memuat target Renstra", "T-C.29, which has the Renstra's targets")
    )
    return row.build_finding(
        "kode",
        Text(
            f"{capitalise(name)} direncanakan, tetapi tidak ada di {of.id} (lembar {sheet}).",
            f"{capitalise(name)} is planned, but is not in {of.en} (sheet {sheet}).",
        ),
        advice=Text(
            f"Jelaskan alasannya di kolom catatan, atau tambahkan barisnya di {renstra.name} "
            "bila tertinggal di sana.",
            f"Give the reason in the notes, or add the row to {renstra.name} if it was left out.",
        ),
    )


def _build_not_in_renja_finding(row: Row, plan: Table) -> Finding:
    name = _name_row(row)
    return row.build_finding(
        "kode",
        Text(
            f"{capitalise(name)} punya target Renstra, tetapi tidak direncanakan di {plan.name} "
            f"(lembar {plan.sheet.name}).",
            f"{capitalise(name)} has a target of the Renstra, but is not planned in {plan.name} "
            f"(sheet {plan.sheet.name}).",
        ),
        advice=Text(
            f"Masukkan ke {plan.name}, atau jelaskan mengapa tidak direncanakan.",
            f"Put it into {plan.name}, or explain why it is not planned.",
        ),
    )


_33 = "== T-C.33\nkode|nama|target@2024|pagu@2024\n2.17.01|P|1|5\n2.17.01.2.01|A|1|5\n"
_27 = "\n== T-C.27\nkode|nama|target_1@2024|pagu_1@2024\n2.17.01|P|1|5\n2.17.01.2.01|A|1|5"

EXAMPLES = (
    Silent(_33 + "2.17.01.2.01.01|S|1|5" + _27 + "\n2.17.01.2.01.0001|S|1|5"),
    # Renumbered; nothing planned for the year; the Renstra goes down to the kegiatan only.
    Silent(
        _33 + "2.17.01.2.01.02|B|1|5" + _27 + "\n2.17.01.2.01.03|B|1|5\n2.17.01.2.01.09|Lama|-|0"
    ),
    Silent(_33 + "2.17.01.2.01.01|S|1|5" + _27),
    Silent(
        "== T-C.33\nkode|nama|pagu|catatan\n2.17.01|P|5|\n2.17.03|Q|5|Program baru"
        "\n== T-C.29\nkode|nama|target_akhir\n2.17.01|P|1"
    ),
    Speaks(
        _33 + "2.17.01.2.02|B|1|5" + _27 + "\n2.17.01.2.03|C|1|5",
        "A4 actual=2.17.01.2.02\nLembar2!A4 actual=2.17.01.2.03",
    ),
    # What stands below a missing row is not told again.
    Speaks(
        _33 + "2.17.02|Q|1|5\n2.17.02.2.01|C|1|5" + _27,
        "A4 actual=2.17.02",
    ),
    # A list of sub kegiatan has a program that the Renstra lacks: told at its first row.
    Speaks(
        "== T-C.33\nkode|nama|pagu@2024\n2.17.02.2.01.01|S|5\n2.17.02.2.01.02|T|5" + _27,
        "A2 actual=2.17.02.2.01.01",
    ),
)
