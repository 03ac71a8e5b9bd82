"""RKP001: a program that one side has and the other lacks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from selaras.compare.cells import read_in_rupiah
from selaras.compare.match import pair_texts
from selaras.compare.plan import PlanMatch, PlanRows, find_plan
from selaras.compare.review import RENJA, RKPD, Proposal, Review, find_reviews
from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, book_rule
from selaras.rule.seen import Row, Work
from selaras.rules.rkp._notes import NoteReader

#: Names at least so alike may be one program, written in two ways: no ground for an error.
NAMES_ALIKE = 0.8


@book_rule(
    "RKP001",
    "program-hilang",
    Severity.ERROR,
    basis="planning",
    needs_tables=(("T-C.31",),),
    english="""Each program stands in both halves of T-C.31 and in the plan (T-C.33 or SIPD).

    Why: a program that the RKPD lacks has no ceiling; one that the Renja lacks leaves its ceiling
    unused; one that only T-C.33 has was never reviewed.

    Fix: add the program where it is missing, or write in the note why it was added or dropped. If
    it is there under another name, give both the same one. Programs are matched by code where both
    have one, else by name.
    """,
)
def check_missing_programs(work: Work) -> Findings:
    """Setiap program ada di kedua paruh T-C.31 dan di T-C.33 (atau bentuk SIPD).

    Mengapa: program yang tidak ada di RKPD tidak punya pagu; yang tidak ada di Renja membiarkan
    pagunya tak terpakai; yang hanya ada di T-C.33 tidak pernah direviu.

    Perbaikan: tambahkan program itu di tempat yang kurang, atau tuliskan di catatan mengapa
    ditambah atau dihapus. Bila sebenarnya ada dengan nama lain, samakan namanya. Program dicocokkan
    menurut kode bila keduanya berkode, selebihnya menurut nama.
    """
    reviews = find_reviews(work)
    told: set[Proposal] = set()
    for review in reviews:
        notes = NoteReader(review.table)
        left = [one for one in review.find_unpaired(RKPD) if not _is_explained(one, review, notes)]
        right = [
            one for one in review.find_unpaired(RENJA) if not _is_explained(one, review, notes)
        ]
        told |= {*left, *right}
        yield from _find_one_sided(
            [_LoneName(one.row, RKPD.name, one.name) for one in left],
            [_LoneName(one.row, RENJA.name, one.name) for one in right],
            Text("rancangan awal RKPD (paruh kiri)", "the RKPD's half"),
            Text("hasil analisis kebutuhan (paruh kanan)", "the half of the OPD"),
        )
    plan = find_plan(work)
    if plan is not None:
        yield from _compare_with_plan(reviews, plan, told)


def _is_explained(proposal: Proposal, review: Review, notes: NoteReader) -> bool:
    """Tell whether nothing is planned there, or the note beside it says why it stands alone."""
    if read_in_rupiah(proposal.row, proposal.side.money_key) == 0:
        return True
    beside = any(other.row is proposal.row for other in review.renja)
    own = proposal.side is RENJA or not beside
    return own and notes.has_reason([proposal.row])


def _compare_with_plan(reviews: Sequence[Review], plan: PlanRows, told: set[Proposal]) -> Findings:
    """Hold the plan against the half of the OPD; what only the RKPD's half has is told already."""
    asked: list[_LoneName] = []
    found: list[PlanMatch] = []
    for review in reviews:
        matches = plan.match_proposals(review.renja, review)
        only_left = [one for one in review.find_unpaired(RKPD) if one in told]
        found += [*matches, *plan.match_proposals(only_left, review)]
        known = {match.proposal for match in matches}
        asked += [
            _LoneName(one.row, RENJA.name, one.name)
            for one in review.renja
            if review.is_main(one)
            and one not in known
            and one not in told
            and read_in_rupiah(one.row, RENJA.money_key) != 0
            and plan.is_missing(one)
        ]
    planned = [
        _LoneName(row, "nama", row.name)
        if row.name
        else _LoneName(row, "kode", f"program {row.kode}")
        for row in plan.find_unreviewed(reviews, found)
    ]
    where = Text(plan.name, plan.name)
    yield from _find_one_sided(planned, asked, where, Text("T-C.31", "T-C.31"))


class _LoneName(NamedTuple):
    """A name that stands on one side only."""

    row: Row
    key: str
    name: str


def _find_one_sided(
    left: Sequence[_LoneName], right: Sequence[_LoneName], on_left: Text, on_right: Text
) -> Findings:
    """Yield what each side has alone; names that are much alike are one story, and a doubt."""
    alike = pair_texts(left, right, lambda one: one.name, lambda one: one.name, NAMES_ALIKE)
    told = {match.left for match in alike}
    meant = {match.right: match.left for match in alike}
    for one in left:
        if one not in told:
            yield _build_finding(one, on_right, None)
    for one in right:
        yield _build_finding(one, on_left, meant.get(one))


def _build_finding(one: _LoneName, where: Text, other: _LoneName | None) -> Finding:
    name = " ".join(one.name.split())
    message = Text(f"“{name}” tidak ada di {where.id}.", f"“{name}” is not in {where.en}.")
    if other is None:
        return one.row.build_finding(
            one.key,
            message,
            advice=Text(
                f"Tambahkan di {where.id}, atau hapus di sini bila memang tidak direncanakan; di "
                "antara kedua paruh T-C.31, alasan di catatan sudah cukup.",
                f"Add it in {where.en}, or drop it here if it is not planned; between the halves "
                "of T-C.31 a reason in the note will do.",
            ),
        )
    place = other.row.place(other.key)
    finding = one.row.build_finding(
        one.key,
        message
        + Text(
            f" Yang mirip: “{other.name}” di {place.sheet}!{place.cell}.",
            f" One is alike: “{other.name}” at {place.sheet}!{place.cell}.",
        ),
        advice=Text(
            "Bila keduanya program yang sama, samakan namanya; bila bukan, tambahkan yang kurang.",
            "If both are the same program, give them the same name; if not, add what is missing.",
        ),
        expected=other.name,
        related=(place,),
    )
    return finding._replace(own_severity=Severity.WARNING)


_TC31 = "== T-C.31\nno|rkpd_nama|rkpd_pagu|nama|kebutuhan_dana|catatan\n"
_TC33 = "\n== T-C.33\nkode|nama|pagu\n1.03.03|Program Air|50\n1.03.10|Program Jalan|300"
EXAMPLES = (
    Silent(
        _TC31 + "1|Program Jalan|300|PROGRAM JALAN|300|\n2|Program Air|50|Program Air|50|" + _TC33
    ),
    # Dropped, with the reason; new, with the reason; named on the left only.
    Silent(
        _TC31 + "1|Program Jalan|300|||Pindah ke Dinas Perhubungan\n"
        "2|||Program Irigasi|70|Amanat Perda 5/2023\n3|Program Air|50||50|"
    ),
    # A row that was copied is one program all the same.
    Silent(
        _TC31
        + "1|Program Jalan|300|Program Jalan|300|\n2|Program Air|50|Program Air|50|"
        + _TC33
        + "\n1.03.10|Program Jalan|300"
    ),
    Speaks(
        _TC31 + "1|Program Jalan|300|Program Jalan|300|\n2|Program Air|50|||" + _TC33,
        "B3 actual=Program Air",
    ),
    Speaks(
        _TC31
        + "1|Program Jalan|300|Program Jalan|300|\n2|Program Irigasi|9|Program Irigasi|9|"
        + _TC33,
        "D3 actual=Program Irigasi\nLembar2!B2 actual=Program Air",
    ),
)
