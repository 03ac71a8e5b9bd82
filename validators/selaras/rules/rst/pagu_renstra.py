"""RST009: the Renja's amounts stay near those of the Renstra for the year."""

from __future__ import annotations

from decimal import Decimal

from selaras.compare.cells import find_implied, find_main_plan, list_main_rows
from selaras.compare.match import index_rows
from selaras.compare.renstra import PaguRenstra, pair_pagu
from selaras.compare.years import find_column_year
from selaras.model.setting import Thresholds
from selaras.reckon.difference_words import write_amount
from selaras.reckon.shown import write_percent
from selaras.reckon.sum_words import list_sum_cells, name_pagu
from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, book_rule
from selaras.rule.seen import PLAN_TABLES, Work, strip_sign
from selaras.values.equality import round_to
from selaras.values.text import capitalise

#: Where most amounts differ by so much, one table is in thousands: that is another mistake.
OTHER_MONEY_UNIT = 100


@book_rule(
    "RST009",
    "pagu-renstra",
    Severity.WARNING,
    needs=("kode", "uang"),
    basis="planning",
    needs_tables=(PLAN_TABLES, ("T-C.27",)),
    english="""An amount of the Renja is near the amount of the Renstra for that year.

    Why: the funding of the Renstra is what its targets were reckoned on. Far less money endangers
    them, far more needs a reason. A difference over 10% is told, over 25% it is an error; both
    thresholds can be set (ambang.renstra, ambang.renstra_kesalahan). Plan year and forward estimate
    are held against the Renstra's columns of their years, row by row.

    Fix: bring the amount back to the Renstra, or explain the difference in the notes.
    """,
)
def check_pagu_renstra(work: Work) -> Findings:
    """Pagu Renja tidak jauh dari pagu Renstra tahun itu.

    Mengapa: target Renstra dihitung atas dasar pendanaannya. Dana yang jauh lebih kecil mengancam
    target, yang jauh lebih besar perlu alasan. Selisih di atas 10% disampaikan, di atas 25% menjadi
    kesalahan; kedua ambang dapat diatur (ambang.renstra, ambang.renstra_kesalahan). Tahun rencana
    dan prakiraan maju dibandingkan dengan kolom Renstra tahunnya, baris demi baris.

    Perbaikan: sesuaikan pagu dengan Renstra, atau jelaskan perbedaannya di kolom catatan.
    """
    named = work.named("T-C.27")
    renstra = index_rows(list_main_rows(named))
    for key in ("pagu", "pagu_maju"):
        pairs = [
            pair
            for table in find_main_plan(work)
            for row in (*table.main_rows, *find_implied([table], named))
            if (pair := pair_pagu(row, key, renstra)) is not None
        ]
        if not pairs:
            continue
        ratios = sorted(pair.renja / Decimal(pair.renstra) for pair in pairs)
        typical = ratios[len(ratios) // 2]
        if 1 / Decimal(OTHER_MONEY_UNIT) < typical < OTHER_MONEY_UNIT:
            for pair in pairs:
                yield from _check(pair, work.setting.thresholds)


def _check(pair: PaguRenstra, thresholds: Thresholds) -> Findings:
    if pair.mismatch is None:
        return
    difference = pair.mismatch.difference
    percent = Decimal(strip_sign(difference)) * 100 / Decimal(pair.renstra)
    if percent <= thresholds.renstra:
        return
    row, place = pair.row, pair.other.place(pair.other_key)
    severity = Severity.ERROR if percent > thresholds.renstra_error else None
    if row.is_implied:
        yield _build_implied_finding(pair, percent)._replace(own_severity=severity)
        return
    label, year = row.table.columns[pair.key].label, find_column_year(row.table, pair.key)
    more, share = difference > 0, write_percent(round_to(percent, 1))
    own, planned = write_amount(pair.renja), write_amount(pair.renstra)
    where = f"({place.sheet}!{place.cell})"
    yield row.build_finding(
        pair.key,
        Text(
            f"{capitalise(label.id)} {year} {row.label} Rp{own.id}, "
            f"{'lebih tinggi' if more else 'lebih rendah'} {share.id} dari pagu Renstra tahun itu "
            f"Rp{planned.id} {where}.",
            f"The {label.en} {year} of {row.label} is Rp{own.en}, {share.en} "
            f"{'above' if more else 'below'} the Renstra's amount for that year, "
            f"Rp{planned.en} {where}.",
        ),
        advice=Text(
            "Sesuaikan pagu dengan Renstra, atau jelaskan perbedaannya di kolom catatan.",
            "Bring the amount back to the Renstra, or explain the difference in the notes.",
        ),
        expected=pair.renstra,
        actual=pair.renja,
        difference=difference,
        related=(place,),
    )._replace(own_severity=severity)


def _build_implied_finding(pair: PaguRenstra, percent: Decimal) -> Finding:
    """Return the finding where the Renja has no row of it: at the Renstra's amount."""
    row, other = pair.row, pair.other
    year, of, name = find_column_year(row.table, pair.key), name_pagu(row), row.table.name
    more, share = pair.renja > pair.renstra, write_percent(round_to(percent, 1))
    own, planned = write_amount(pair.renja), write_amount(pair.renstra)
    return other.build_finding(
        pair.other_key,
        Text(
            f"Pagu Renstra {year} {other.label} Rp{planned.id}, sedangkan {of.id} di {name} "
            f"Rp{own.id}, {share.id} {'lebih tinggi' if more else 'lebih rendah'}.",
            f"The Renstra has Rp{planned.en} for {other.label} in {year}, but {of.en} {name} is "
            f"Rp{own.en}, {share.en} {'above' if more else 'below'} it.",
        ),
        advice=Text(
            f"Sesuaikan pagu di {name} dengan Renstra, atau jelaskan perbedaannya di sana.",
            f"Bring the amounts of {name} back to the Renstra, or explain the difference there.",
        ),
        expected=pair.renja,
        actual=pair.renstra,
        difference=pair.renstra - pair.renja,
        related=list_sum_cells(row, pair.key),
    )


_33 = "== T-C.33\nkode|nama|pagu@2024|pagu_maju@2025\n"
_27 = "== T-C.27\nkode|nama|pagu_3@2024|pagu_4@2025\n"

EXAMPLES = (
    Silent(_33 + "2.17.01|P|110|95\n" + _27 + "2.17.01|P|100|100"),
    # Nothing in the Renstra for the year; one of the tables in thousands.
    Silent(_33 + "2.17.01|P|500|\n2.17.02|Q|7000|\n" + _27 + "2.17.01|P|0|100\n2.17.02|Q|7|"),
    Speaks(
        _33
        + "2.17.01|P|120|100\n2.17.02|Q|100|70\n"
        + _27
        + "2.17.01|P|100|100\n2.17.02|Q|100|100",
        "C2 expected=100 actual=120\nD3 expected=100 actual=70",
    ),
    # The Renja lists sub kegiatan only, the Renstra programs: the sums are held against each other.
    Speaks(
        _33 + "2.17.01.2.01.01|S|50|50\n2.17.01.2.01.02|T|70|50\n" + _27 + "2.17.01|P|100|100",
        "Lembar2!C2 expected=120 actual=100",
    ),
)
