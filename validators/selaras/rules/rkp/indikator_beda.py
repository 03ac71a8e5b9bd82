"""RKP005: an indicator or a target is not the same on both sides."""

from __future__ import annotations

from selaras.compare.plan import compare_indikator, find_plan
from selaras.compare.review import find_reviews
from selaras.rule import Findings, Severity, Silent, Speaks, book_rule
from selaras.rule.seen import Work


@book_rule(
    "RKP005",
    "indikator-beda",
    Severity.WARNING,
    basis="planning",
    needs_tables=(("T-C.31",),),
    english="""Indicator and target are the same in both halves of T-C.31 and in the plan.

    Why: one program has one measure. If the RKPD promises another indicator or target than the
    Renja, what was reached cannot be compared with what was planned.

    Fix: take over the indicator and target last agreed, in full. Spelling alone is only worth a
    look; case, spaces and punctuation make no difference.
    """,
)
def check_indikator_differences(work: Work) -> Findings:
    """Indikator dan target sama di kedua paruh T-C.31 dan di T-C.33 (atau bentuk SIPD).

    Mengapa: satu program satu ukuran. Bila RKPD menjanjikan indikator atau target yang lain dari
    Renja, capaiannya kelak tidak dapat dibandingkan dengan rencananya.

    Perbaikan: pakai indikator dan target yang terakhir disepakati, utuh. Beda ejaan saja cukup
    dilihat lagi; huruf besar, spasi, dan tanda baca tidak dianggap beda.
    """
    plan = find_plan(work)
    for review in find_reviews(work):
        matches = plan.match_proposals(review.renja, review) if plan else ()
        yield from compare_indikator(review, matches).build_findings()


_HEAD = (
    "== T-C.31\nno|rkpd_nama|rkpd_indikator|rkpd_target|rkpd_pagu"
    "|nama|indikator|target|kebutuhan_dana|catatan\n"
)
_TC33 = "\n== T-C.33\nkode|nama|indikator|target|pagu\n"
EXAMPLES = (
    Silent(
        _HEAD
        + "1|Program Air|Cakupan air minum|94 %|50|Program Air|Cakupan Air Minum|94%|50|"
        + _TC33
        + "1.03.03|Program Air|Cakupan air-minum|94,0%|50"
    ),
    # Further indicators in another order; T-C.33 has one more.
    Silent(
        _HEAD + "1|Program Air|Cakupan air minum|94%|50|Program Air|Jumlah sambungan|20 unit|50|\n"
        "||Jumlah sambungan|20 unit|||Cakupan air minum|94%||"
        + _TC33
        + "1.03.03|Program Air|Nilai layanan|80|50\n||Jumlah sambungan|20 unit|\n"
        "||Cakupan air minum|94%|"
    ),
    Speaks(
        _HEAD
        + "1|Program Air|Cakupan air|94%|50|Program Air|Cakupan air minum|95%|50|"
        + _TC33
        + "1.03.03|Program Air|Cakupan air minum|94%|50",
        "G2 actual=Cakupan air minum\nH2 expected=94% actual=95%",
    ),
)
