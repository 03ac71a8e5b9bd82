"""IND005: the forward estimate is missing, jumps, or is a copy of the plan year."""

from __future__ import annotations

from decimal import Decimal

from selaras.model.filling import is_asked
from selaras.reckon.indicator_targets import read_single_number
from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, book_rule
from selaras.rule.seen import PLAN_TABLES, Row, Table, Work, write_rupiah
from selaras.values.rupiah import convert_to_rupiah
from selaras.values.text import capitalise

#: A table with fewer rows may repeat its amounts by chance.
FEWEST_ROWS = 5
#: A target that moves less than this share has not moved.
MOVED_SHARE = Decimal("0.1")


@book_rule(
    "IND005",
    "prakiraan-maju",
    Severity.WARNING,
    needs_tables=(PLAN_TABLES,),
    columns=("pagu", "pagu_maju"),
    basis="planning",
    english="""The forward estimate (n+1) is filled in, and moves as its target does.

    Why: the estimate is the start of next year's ceiling. A blank cell, an amount that jumps while
    the target stays, or a column that repeats the plan year in every row was not thought through.
    The threshold can be set (ambang.maju). What a table leaves blank in all rows of a level above
    the lowest is not asked for there.

    Fix: fill in the amount and the target of the coming year, or explain the jump in the notes.
    """,
)
def check_forward_estimate(work: Work) -> Findings:
    """Prakiraan maju (n+1) terisi, dan bergerak searah dengan targetnya.

    Mengapa: prakiraan maju menjadi awal pagu tahun berikutnya. Sel yang kosong, pagu yang melonjak
    sementara targetnya tetap, atau kolom yang mengulang tahun rencana di setiap baris berarti belum
    dihitung. Ambangnya dapat diatur (ambang.maju). Tingkat di atas yang terendah yang memang
    tidak pernah diisi di tabel itu tidak ditagih.

    Perbaikan: isi pagu dan target tahun berikutnya, atau jelaskan lonjakannya di kolom catatan.
    """
    for table in work.named(*PLAN_TABLES):
        if "pagu" in table.columns and "pagu_maju" in table.columns:
            amounts = table.amounts["pagu"]
            rows = [row for row in table.main_rows if amounts[row.index]]
            if _is_copied(rows):
                yield _build_repeat_finding(rows[0])
            else:
                yield from _find_blank(table, rows)
                yield from _find_jumps(table, rows, work.setting.thresholds.forward)


def _is_copied(rows: list[Row]) -> bool:
    return len(rows) >= FEWEST_ROWS and all(
        row.amount("pagu") == row.amount("pagu_maju") for row in rows
    )


def _find_blank(table: Table, rows: list[Row]) -> Findings:
    amounts, targets = table.amounts["pagu_maju"], table.text["target_maju"]
    if None not in amounts and "" not in targets:
        return
    levels = {row.level for row in rows}
    keys = [key for key in ("pagu_maju", "target_maju") if key in table.columns]
    asked = {key: {level for level in levels if is_asked(table, key, level)} for key in keys}
    for row in rows:
        blank = amounts[row.index] is None and row.read_money("pagu_maju") is None
        if blank and not row.is_unknown("pagu_maju") and row.level in asked["pagu_maju"]:
            yield _build_blank_finding(row, "pagu_maju")
        wanted = row.level in asked.get("target_maju", ())
        if wanted and not targets[row.index] and row.text("target"):
            yield _build_blank_finding(row, "target_maju")


def _build_blank_finding(row: Row, key: str) -> Finding:
    label = row.table.columns[key].label
    return row.build_finding(
        key,
        Text(
            f"{capitalise(label.id)} {row.label} kosong.",
            f"The {label.en} of {row.label} is blank.",
        ),
        advice=Text(
            f"Isi {row.cell(key)}; bila tidak dilanjutkan, tulis alasannya di catatan.",
            f"Fill in {row.cell(key)}; if it is not continued, say why in the notes.",
        ),
    )


def _find_jumps(table: Table, rows: list[Row], threshold: int) -> Findings:
    plan, forward = table.amounts["pagu"], table.amounts["pagu_maju"]
    # In rupiah: one of the two columns may be in thousands.
    scale, scale_forward = (table.columns[key].scale for key in ("pagu", "pagu_maju"))
    for row in rows:
        now, then = plan[row.index], forward[row.index]
        # The rows above only add up what jumps below them.
        if row.children or not now or not then or now < 0 or then < 0:
            continue
        now, then = convert_to_rupiah(now, scale), convert_to_rupiah(then, scale_forward)
        if -threshold * now <= (then - now) * 100 <= threshold * now:
            continue
        jump = (Decimal(then) - Decimal(now)) / Decimal(now)
        if _is_target_moving(row, is_rising=jump > 0):
            continue
        percent = round(jump * 100)
        yield row.build_finding(
            "pagu_maju",
            Text(
                f"Pagu maju {row.label} {'naik' if jump > 0 else 'turun'} {abs(percent)}% "
                f"(dari {write_rupiah(now)} menjadi {write_rupiah(then)}), "
                f"sedangkan targetnya tidak ikut bergerak.",
                f"The forward amount of {row.label} {'rises' if jump > 0 else 'falls'} by "
                f"{abs(percent)}% (from {write_rupiah(now, 'en')} to {write_rupiah(then, 'en')}), "
                f"but its target does not move along.",
            ),
            advice=Text(
                "Periksa pagu dan target tahun berikutnya, atau jelaskan alasannya di catatan.",
                "Look at next year's amount and target; explain it in the notes if it is meant so.",
            ),
            related=(row.place("pagu"),),
        )


def _is_target_moving(row: Row, *, is_rising: bool) -> bool:
    """Tell whether the target moves with the amount; unclear targets count as moving."""
    now, then = (
        read_single_number(row.target("target")),
        read_single_number(row.target("target_maju")),
    )
    if now is None or then is None or now == 0:
        return True
    change = (then - now) / now
    return change >= MOVED_SHARE if is_rising else change <= -MOVED_SHARE


def _build_repeat_finding(row: Row) -> Finding:
    return row.build_finding(
        "pagu_maju",
        Text(
            "Pagu maju sama dengan pagu tahun rencana di setiap baris; tampaknya hanya disalin.",
            "The forward amount equals that of the plan year in every row; it looks like a copy.",
        ),
        advice=Text(
            "Hitung ulang prakiraan maju tahun berikutnya.",
            "Work out the forward estimate of the coming year.",
        ),
        related=(row.place("pagu"),),
    )


EXAMPLES = (
    Silent(
        "kode|nama|target|pagu|target_maju|pagu_maju\n2.17.01|P|5 unit|100|6 unit|120\n"
        "2.17.02|Q|5 unit|100|10 unit|200"
    ),
    # The form of SIPD gives sub kegiatan a forward target, and nothing above them.
    Silent(
        "kode|nama|target|pagu|target_maju|pagu_maju\n2.17.01.2.01|K|5 unit|100||120\n"
        "2.17.01.2.01.0001|S|5 unit|100|6 unit|120",
        table="SIPD-17",
    ),
    Speaks(
        "kode|nama|target|pagu|target_maju|pagu_maju\n2.17.01|P|5 unit|100|5 unit|151\n"
        "2.17.02|Q|5 unit|100||\n2.17.03|R|5 unit|100|5 unit|150",
        "F2 actual=151\nE3\nF3",
    ),
)
