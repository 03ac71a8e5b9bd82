"""RKP001: a program that one side has and the other lacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from selaras.compare.cells import rupiah
from selaras.compare.match import pasangkan
from selaras.compare.plan import Padan, Rencana, rencana
from selaras.compare.review import RENJA, RKPD, Reviu, Usulan, reviu
from selaras.model.row import Row
from selaras.model.work import Work
from selaras.rule.registry import Silent, Speaks, book_rule
from selaras.rule.regulations import TATA_CARA
from selaras.rules.rkp._notes import PembacaCatatan
from selaras.values.finding import Finding, Severity
from selaras.values.text import Teks

#: Names at least so alike may be one program, written in two ways: no ground for an error.
SERUPA = 0.8


@book_rule(
    "RKP001",
    "program-hilang",
    Severity.ERROR,
    basis=TATA_CARA,
    needs_tables=(("T-C.31",),),
    english="""Each program stands in both halves of T-C.31 and in the plan (T-C.33 or SIPD).

    Why: a program that the RKPD lacks has no ceiling; one that the Renja lacks leaves its ceiling
    unused; one that only T-C.33 has was never reviewed.

    Fix: add the program where it is missing, or write in the note why it was added or dropped. If
    it is there under another name, give both the same one. Programs are matched by code where both
    have one, else by name.
    """,
)
def program_hilang(work: Work) -> Iterator[Finding]:
    """Setiap program ada di kedua paruh T-C.31 dan di T-C.33 (atau bentuk SIPD).

    Mengapa: program yang tidak ada di RKPD tidak punya pagu; yang tidak ada di Renja membiarkan
    pagunya tak terpakai; yang hanya ada di T-C.33 tidak pernah direviu.

    Perbaikan: tambahkan program itu di tempat yang kurang, atau tuliskan di catatan mengapa
    ditambah atau dihapus. Bila sebenarnya ada dengan nama lain, samakan namanya. Program dicocokkan
    menurut kode bila keduanya berkode, selebihnya menurut nama.
    """
    reviews = reviu(work)
    told: set[int] = set()
    for review in reviews:
        notes = PembacaCatatan(review.table)
        left = [one for one in review.find_unpaired(RKPD) if not _dijelaskan(one, review, notes)]
        right = [one for one in review.find_unpaired(RENJA) if not _dijelaskan(one, review, notes)]
        told |= {id(one) for one in (*left, *right)}
        yield from _sepihak(
            [_Nama(one.row, RKPD.nama, one.nama) for one in left],
            [_Nama(one.row, RENJA.nama, one.nama) for one in right],
            Teks("rancangan awal RKPD (paruh kiri)", "the RKPD's half"),
            Teks("hasil analisis kebutuhan (paruh kanan)", "the half of the OPD"),
        )
    plan = rencana(work)
    if plan is not None:
        yield from _terhadap_rencana(reviews, plan, told)


def _dijelaskan(usulan: Usulan, review: Reviu, notes: PembacaCatatan) -> bool:
    """Tell whether nothing is planned there, or the note beside it says why it stands alone."""
    if rupiah(usulan.row, usulan.sisi.uang) == 0:
        return True
    beside = any(other.row is usulan.row for other in review.renja)
    own = usulan.sisi is RENJA or not beside
    return own and notes.beralasan([usulan.row])


def _terhadap_rencana(reviews: Sequence[Reviu], plan: Rencana, told: set[int]) -> Iterator[Finding]:
    """Hold the plan against the half of the OPD; what only the RKPD's half has is told already."""
    asked: list[_Nama] = []
    found: list[Padan] = []
    for review in reviews:
        matches = plan.padankan(review.renja, review)
        only_left = [one for one in review.find_unpaired(RKPD) if id(one) in told]
        found += [*matches, *plan.padankan(only_left, review)]
        known = {id(match.usulan) for match in matches}
        asked += [
            _Nama(one.row, RENJA.nama, one.nama)
            for one in review.renja
            if review.utama(one)
            and id(one) not in known
            and id(one) not in told
            and rupiah(one.row, RENJA.uang) != 0
            and plan.is_missing(one)
        ]
    planned = [
        _Nama(row, "nama", row.nama) if row.nama else _Nama(row, "kode", f"program {row.kode}")
        for row in plan.belum_direviu(reviews, found)
    ]
    where = Teks(plan.nama, plan.nama)
    yield from _sepihak(planned, asked, where, Teks("T-C.31", "T-C.31"))


class _Nama(NamedTuple):
    """A name that stands on one side only."""

    row: Row
    key: str
    nama: str


def _sepihak(
    left: Sequence[_Nama], right: Sequence[_Nama], di_kiri: Teks, di_kanan: Teks
) -> Iterator[Finding]:
    """Yield what each side has alone; names that are much alike are one story, and a doubt."""
    alike = pasangkan(left, right, lambda one: one.nama, lambda one: one.nama, SERUPA)
    told = {id(match.kiri) for match in alike}
    meant = {id(match.kanan): match.kiri for match in alike}
    for one in left:
        if id(one) not in told:
            yield _temuan(one, di_kanan, None)
    for one in right:
        yield _temuan(one, di_kiri, meant.get(id(one)))


def _temuan(one: _Nama, where: Teks, other: _Nama | None) -> Finding:
    name = " ".join(one.nama.split())
    message = Teks(f"“{name}” tidak ada di {where.id}.", f"“{name}” is not in {where.en}.")
    if other is None:
        return one.row.temuan(
            one.key,
            message,
            advice=Teks(
                f"Tambahkan di {where.id}, atau hapus di sini bila memang tidak direncanakan; di "
                "antara kedua paruh T-C.31, alasan di catatan sudah cukup.",
                f"Add it in {where.en}, or drop it here if it is not planned; between the halves "
                "of T-C.31 a reason in the note will do.",
            ),
        )
    place = other.row.place(other.key)
    finding = one.row.temuan(
        one.key,
        message
        + Teks(
            f" Yang mirip: “{other.nama}” di {place.sheet}!{place.cell}.",
            f" One is alike: “{other.nama}” at {place.sheet}!{place.cell}.",
        ),
        advice=Teks(
            "Bila keduanya program yang sama, samakan namanya; bila bukan, tambahkan yang kurang.",
            "If both are the same program, give them the same name; if not, add what is missing.",
        ),
        expected=other.nama,
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
