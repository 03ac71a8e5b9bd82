"""RKP003: the OPD departs from the RKPD and does not say why."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from selaras.compare.cells import AmountMismatch, compare_amounts, convert_to_money_unit
from selaras.compare.review import RENJA, RKPD, Review, ReviewPair, find_reviews
from selaras.reckon.difference_words import write_amount
from selaras.rule import EMPTY, Finding, Findings, Severity, Silent, Speaks, Text, book_rule
from selaras.rule.seen import Money, Work, strip_sign
from selaras.rules.rkp._notes import NoteReader


@book_rule(
    "RKP003",
    "selisih-tanpa-alasan",
    Severity.WARNING,
    columns=("rkpd_pagu", "kebutuhan_dana"),
    basis="planning",
    needs_tables=(("T-C.31",),),
    english="""Where the OPD asks for much more or less than the RKPD plans, the note says why.

    Why: the review exists to settle such differences. “Adjusted to needs” only says that there is
    one; whoever verifies it needs the reason: what was added, dropped or moved, and on what ground.

    Fix: write the reason in the note, say “moved to program X because ...” or “the building was
    finished in 2023”. From which difference on a reason is due can be set (ambang.rkpd).
    """,
)
def check_unexplained_differences(work: Work) -> Findings:
    """Selisih besar antara RKPD dan kebutuhan dana dijelaskan sebabnya di catatan.

    Mengapa: reviu dibuat untuk menyelesaikan selisih seperti itu. “Disesuaikan kebutuhan” hanya
    mengulang bahwa ada selisih; verifikator memerlukan sebabnya: apa yang ditambah, dikurangi, atau
    digeser, dan atas dasar apa.

    Perbaikan: tuliskan alasannya di catatan, misalnya “digeser ke program X karena ...” atau
    “pembangunan gedung selesai tahun 2023”. Batas selisih dapat diatur (ambang.rkpd).
    """
    for review in find_reviews(work):
        notes = NoteReader(review.table)
        if notes.is_present:
            yield from _check(review, notes, work.setting.thresholds.rkpd)


def _check(review: Review, notes: NoteReader, threshold: int) -> Findings:
    """Look at each program with what is below it: a reason may stand at either."""
    blocks: list[list[ReviewPair]] = []
    for pair in review.pairs:
        if review.is_main(pair.renja) or not blocks:
            blocks.append([])
        blocks[-1].append(pair)
    for first, *below in blocks:
        if notes.read(first.renja.row).has_reason:
            continue
        silent = [
            (pair, found)
            for pair in below
            if (found := _find_difference(pair, threshold))
            and not notes.read(pair.renja.row).has_reason
        ]
        yield from (_build_finding(pair, found, notes) for pair, found in silent)
        # What is told below explains the program, as does a reason there.
        found = _find_difference(first, threshold)
        if found and not silent and not notes.has_reason([pair.renja.row for pair in below]):
            yield _build_finding(first, found, notes)


def _find_difference(pair: ReviewPair, threshold: int) -> AmountMismatch | None:
    """Return the amounts where they are further apart than the threshold, in percent."""
    found = compare_amounts(pair.renja.row, RENJA.money_key, pair.rkpd.row, RKPD.money_key)
    if (
        found is None
        or strip_sign(found.difference) * 100 <= strip_sign(found.baseline) * threshold
    ):
        return None
    return found


def _build_finding(pair: ReviewPair, found: AmountMismatch, notes: NoteReader) -> Finding:
    row, note = pair.renja.row, notes.read(pair.renja.row)
    said = Text(
        f"catatannya “{note.text}” tidak menyebut sebabnya" if note.text else "catatannya kosong",
        f"the note “{note.text}” does not say why" if note.text else "the note is blank",
    )
    off, who = _say_percent(found), pair.renja.need
    need, limit = write_amount(found.own), write_amount(found.baseline)
    return row.build_finding(
        "catatan",
        Text(
            f"{who.id} {need.id}, pagu RKPD {limit.id}{off.id}, tetapi {said.id}.",
            f"{who.en} are {need.en}, the RKPD ceiling {limit.en}{off.en}, but {said.en}.",
        ),
        position=note.position,
        advice=Text(
            "Tuliskan alasannya: apa yang ditambah, dikurangi, atau digeser, dan mengapa.",
            "Write the reason: what was added, dropped or moved, and why.",
        ),
        difference=convert_to_money_unit(found.difference, row, RENJA.money_key),
        related=(row.place(RENJA.money_key), pair.rkpd.row.place(RKPD.money_key)),
    )


def _say_percent(found: AmountMismatch) -> Text:
    """Return by how much of the ceiling the amount is off; blank where the ceiling is 0."""
    if not found.baseline:
        return EMPTY
    share = _round_share(found.difference, found.baseline)
    text = f"{strip_sign(share)}"
    more = found.difference > 0
    return Text(
        f" ({'lebih' if more else 'kurang'} {text.replace('.', ',')}%)",
        f" ({text}% {'more' if more else 'less'})",
    )


def _round_share(part: Money, whole: Money) -> Decimal:
    share = Decimal(part) * 100 / Decimal(whole)
    return share.quantize(Decimal("0.1"), ROUND_HALF_UP)


_HEAD = "no|rkpd_nama|rkpd_pagu|nama|kebutuhan_dana|catatan\n"
EXAMPLES = (
    Silent(
        _HEAD + "1|Program Jalan|300|Program Jalan|290|\n"
        "2|Program Air|300|Program Air|500|Digeser dari Program Jalan karena ruas A selesai",
        "T-C.31",
    ),
    # The reason stands at the kegiatan.
    Silent(
        _HEAD + "1|Program Air|300|Program Air|500|\n"
        "|Pipa|300|Pipa|500|Sambungan baru untuk 200 rumah",
        "T-C.31",
    ),
    Speaks(
        _HEAD + "1|Program Jalan|300|Program Jalan|500|Disesuaikan kebutuhan\n"
        "2|Program Air|90|Program Air|50|",
        "F2 actual=Disesuaikan kebutuhan\nF3",
        "T-C.31",
    ),
)
