"""RST004: the Renja's target is the Renstra's target of that year."""

from __future__ import annotations

from selaras.compare.renstra import RenstraTarget, pair_renstra_targets
from selaras.reckon.difference_words import build_difference_finding
from selaras.reckon.shown import show_cell
from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, book_rule
from selaras.rule.seen import PLAN_TABLES, Work


@book_rule(
    "RST004",
    "target-renja",
    Severity.ERROR,
    needs=("setingkat",),
    basis="planning",
    needs_tables=(PLAN_TABLES, ("T-C.27", "T-C.30")),
    english="""An indicator's target in the Renja is the Renstra's target of that year.

    Why: the Renja carries out one year of the Renstra. A target of its own lets the agency miss the
    Renstra without anyone having decided so. Only indicators that certainly are the same are
    compared, with T-C.27 (within the same code) or T-C.30; where one of the two agrees, the target
    holds.

    Fix: take over the Renstra's target, or change the Renstra first and name that in the notes.
    """,
)
def check_target_renja(work: Work) -> Findings:
    """Target suatu indikator dalam Renja sama dengan target Renstra tahun itu.

    Mengapa: Renja melaksanakan satu tahun Renstra. Target yang menyimpang membuat target Renstra
    meleset tanpa ada yang memutuskannya. Yang dibandingkan hanya indikator yang pasti sama, dengan
    T-C.27 (dalam kode yang sama) atau T-C.30; bila salah satunya cocok, target dianggap sesuai.

    Perbaikan: pakai target Renstra, atau ubah dahulu Renstra dan sebutkan perubahannya di catatan.
    """
    yield from (_build_finding(one) for one in pair_renstra_targets(work) if one.is_same is False)


def _build_finding(one: RenstraTarget) -> Finding:
    wanted, place = show_cell(one.other, one.other_key), one.other.place(one.other_key)
    where = f"({one.other.table.name}, {place.sheet}!{place.cell})"
    return build_difference_finding(
        one.row,
        one.key,
        wanted.id,
        year=one.year,
        because=Text(
            f"target Renstra tahun itu {wanted.id} {where}",
            f"the Renstra's target of that year is {wanted.en} {where}",
        )
        + one.pair.way,
        advice=Text(
            f"Isikan {wanted.id}, atau ubah dahulu Renstra dan sebutkan perubahannya di catatan.",
            f"Put in {wanted.en}, or change the Renstra first and name that in the notes.",
        ),
        related=(place,),
    )


_33 = "== T-C.33\nkode|nama|indikator|target@2024|pagu\n"
_30 = "== T-C.30\nno|indikator|target_3@2023|target_4@2024\n"
_27 = "== T-C.27\nkode|nama|indikator|target_1@2023|target_2@2024\n"

EXAMPLES = (
    Silent(_33 + "2.17.01|P|Nilai SAKIP|84,8 (A)|1\n" + _30 + "1|Nilai SAKIP|84,4 (A)|84,8"),
    Silent(_33 + "2.17.01|P|Jumlah UM|50 UM|1\n" + _27 + "2.17.01|P|Jumlah UM|50 UM|100 UM"),
    # Not certainly the same indicator; the same words under two programs.
    Silent(
        _33 + "2.17.01|P|Persentase koperasi sehat|35%|1\n2.17.02|Q|Cakupan|1%|1\n"
        "2.17.03|R|Cakupan|2%|1\n"
        + _30 + "1|Persentase koperasi yang sehat|30%|40%\n2|Cakupan|3%|3%"
    ),
    # The head was left from last year: no target of this table is of a known year.
    Silent(
        "== T-C.33\nkode|nama|indikator|target@2023|pagu|target_maju@2025\n"
        "2.17.01|P|Koperasi berkualitas|35%|1|40%\n" + _30 + "1|Koperasi Berkualitas|30%|35%"
    ),
    Speaks(
        _33 + "2.17.01|P|Koperasi berkualitas|30%|1\n" + _30 + "1|Koperasi Berkualitas|30%|35%",
        "D2 expected=35% actual=30%",
    ),
    Speaks(
        _33 + "2.17.01|P|Jumlah UM|60 UM|1\n" + _27 + "2.17.01|P|Jumlah UM|50 UM|100 UM",
        "D2 expected=100 UM actual=60 UM",
    ),
)  # fmt: skip
