"""RKP004: T-C.31 asks for another amount than the plan of the Renja holds."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.compare.cells import beda_uang, dalam_satuan
from selaras.compare.plan import Padan, rencana
from selaras.compare.review import RENJA, reviu
from selaras.compare.shifted import Pasangan, gather_shifted
from selaras.model.work import Work
from selaras.reckon.sum_words import samakan, sebut_pagu, sel_jumlah
from selaras.rule.registry import Silent, Speaks, book_rule
from selaras.rule.regulations import TATA_CARA
from selaras.tables import RENCANA
from selaras.values.finding import Finding, Severity
from selaras.values.rupiah import mutlak, tulis_rupiah
from selaras.values.text import Teks


@book_rule(
    "RKP004",
    "beda-tc33",
    Severity.ERROR,
    needs=("uang", "program-disebut"),
    basis=TATA_CARA,
    needs_tables=(("T-C.31",), RENCANA),
    english="""The funds needed in T-C.31 are the amounts of the plan (T-C.33, or the SIPD form).

    Why: the plan is the outcome of the review. Where the two differ, nobody can tell which amount
    the OPD asks for. Where the amounts moved by a row, or are those of another column, one finding
    says so.

    Fix: see which of the two is the amount last agreed, and mend the other. A match by likeness of
    names, not by the same name or code, is only a warning.
    """,
)
def beda_tc33(work: Work) -> Iterator[Finding]:
    """Kebutuhan dana di T-C.31 sama dengan pagu di T-C.33 (atau bentuk SIPD).

    Mengapa: T-C.33 adalah hasil reviu T-C.31. Bila keduanya berbeda, tidak jelas jumlah mana yang
    diusulkan perangkat daerah. Bila angkanya bergeser satu baris atau berasal dari kolom lain, satu
    temuan menyebutnya.

    Perbaikan: pastikan angka mana yang terakhir disepakati, lalu betulkan yang lain. Padanan yang
    hanya mirip namanya, tidak sama nama atau kodenya, cukup menjadi peringatan.
    """
    plan = rencana(work)
    if plan is None:
        return
    for review in reviu(work):
        matches = [one for one in plan.padankan(review.renja, review) if not one.kembar]
        found = {id(one.usulan.row): told for one in matches if (told := _periksa(one))}
        pairs = [Pasangan(one.usulan.row, RENJA.uang, one.baris, "pagu") for one in matches]
        yield from gather_shifted(found, pairs)


def _periksa(match: Padan) -> Finding | None:
    row, plan = match.usulan.row, match.baris
    found = beda_uang(row, RENJA.uang, plan, "pagu", dari_bawah=True)
    if found is None:
        return None
    gap, more = mutlak(found.selisih), found.selisih > 0
    likeness = int(match.skor * 100)
    like = Teks(
        f" (dicocokkan menurut kemiripan nama {likeness}%)",
        f" (matched by a likeness of names of {likeness}%)",
    )
    like = like if match.skor < 1.0 else Teks("", "")
    of = sebut_pagu(plan)
    name, table = match.usulan.sebutan, plan.table.name
    places = sel_jumlah(plan, "pagu")
    finding = row.temuan(
        RENJA.uang,
        Teks(
            f"Kebutuhan dana “{name}” tertulis {tulis_rupiah(found.ini)}, sedangkan {of.id} di "
            f"{table} {tulis_rupiah(found.acuan)} ({'lebih' if more else 'kurang'} "
            f"{tulis_rupiah(gap)}){like.id}.",
            f"The funds needed for “{name}” are {tulis_rupiah(found.ini, 'en')}, but {of.en} "
            f"{table} is {tulis_rupiah(found.acuan, 'en')} ({tulis_rupiah(gap, 'en')} too "
            f"{'much' if more else 'little'}){like.en}.",
        ),
        advice=samakan(
            sel_jumlah(row, RENJA.uang), places, Teks("yang disepakati", "that was agreed")
        ),
        expected=dalam_satuan(found.acuan, row, RENJA.uang),
        difference=dalam_satuan(found.selisih, row, RENJA.uang),
        related=places,
    )
    return finding if match.pasti else finding._replace(own_severity=Severity.WARNING)


_TC31 = "== T-C.31\nno|rkpd_nama|rkpd_pagu|nama|kebutuhan_dana|catatan\n"
_TC33 = "\n== T-C.33\nkode|nama|pagu\n"
EXAMPLES = (
    # A plan without forward estimate is all the plan that the workbook has.
    Speaks(
        "== T-C.31\nno|rkpd_nama|rkpd_pagu|nama|kebutuhan_dana|catatan\n"
        "1|Program Jalan|300|Program Jalan|310|\n== Tabel 4.1\nkode|nama|pagu\n"
        "1.03.10|Program Jalan|300",
        "E2 expected=300 actual=310",
    ),
    Silent(_TC31 + "1|Program Jalan|300|PROGRAM JALAN|300|" + _TC33 + "1.03.10|Program Jalan|300"),
    # Nothing in T-C.33 says how much.
    Silent(_TC31 + "1|Program Jalan|300|Program Jalan|300|" + _TC33 + "1.03.10|Program Jalan|"),
    Speaks(
        _TC31
        + "1|Program Jalan|300|Program Jalan|290|\n2|Program Air|50|Program Air|50|"
        + _TC33
        + "1.03.03|Program Air|50\n1.03.10|Program Jalan|300",
        "E2 expected=300 actual=290",
    ),
)
