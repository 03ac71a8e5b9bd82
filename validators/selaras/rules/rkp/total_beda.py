"""RKP006: the total of T-C.31 is not the total of the plan."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.compare.cells import Beda, dalam_satuan, rencana_utama
from selaras.compare.plan_total import compare_totals
from selaras.compare.review import RENJA
from selaras.model.row import Row
from selaras.model.work import Work
from selaras.rule.registry import Silent, Speaks, book_rule
from selaras.rule.regulations import TATA_CARA
from selaras.tables import RENCANA
from selaras.values.finding import Finding, Place, Severity
from selaras.values.rupiah import mutlak, tulis_rupiah
from selaras.values.text import Teks


@book_rule(
    "RKP006",
    "total-beda",
    Severity.ERROR,
    needs=("total",),
    basis=TATA_CARA,
    needs_tables=(("T-C.31",), RENCANA),
    english="""The funds needed in total, in T-C.31, are the total of the plan (T-C.33 or SIPD).

    Why: both totals say how much the OPD asks for in the year; Bappeda compares them first.

    Fix: look for the program that differs (RKP004) or is missing (RKP001); if none does, one of the
    totals does not add up (JML004).
    """,
)
def total_beda(work: Work) -> Iterator[Finding]:
    """Total kebutuhan dana di T-C.31 sama dengan total pagu di T-C.33 (atau bentuk SIPD).

    Mengapa: kedua total menyatakan berapa yang diusulkan perangkat daerah tahun itu; keduanya yang
    pertama kali dibandingkan Bappeda.

    Perbaikan: cari program yang berbeda (RKP004) atau tidak ada (RKP001); bila tidak ada, salah
    satu total keliru menjumlah (JML004).
    """
    plans = rencana_utama(work)
    totals = compare_totals(work.named("T-C.31"), plans)
    if totals is not None and totals.beda is not None:
        yield _temuan(totals.row, totals.beda, plans[0].name, totals.places)


def _temuan(row: Row, found: Beda, table: str, places: tuple[Place, ...]) -> Finding:
    gap, more = mutlak(found.selisih), found.selisih > 0
    return row.temuan(
        RENJA.uang,
        Teks(
            f"Total kebutuhan dana tertulis {tulis_rupiah(found.ini)}, sedangkan total {table} "
            f"{tulis_rupiah(found.acuan)} ({'lebih' if more else 'kurang'} {tulis_rupiah(gap)}).",
            f"The funds needed in total are {tulis_rupiah(found.ini, 'en')}, but the total of "
            f"{table} is {tulis_rupiah(found.acuan, 'en')} ({tulis_rupiah(gap, 'en')} too "
            f"{'much' if more else 'little'}).",
        ),
        advice=Teks(
            "Cari program yang jumlahnya berbeda di kedua tabel; bila tidak ada, salah satu "
            "totalnya keliru menjumlah.",
            "Look for the program whose amount differs between the tables; if there is none, one "
            "of the totals is added up wrongly.",
        ),
        expected=dalam_satuan(found.acuan, row, RENJA.uang),
        difference=dalam_satuan(found.selisih, row, RENJA.uang),
        related=places,
    )


_TC31 = "== T-C.31\nno|rkpd_nama|rkpd_pagu|nama|kebutuhan_dana|catatan\n"
_TC33 = "\n== T-C.33\nkode|nama|pagu\n1.03.03|Program Air|50\n1.03.10|Program Jalan|300"
_PROGRAM = "1|Program Jalan|300|Program Jalan|300|\n2|Program Air|50|Program Air|50|"
EXAMPLES = (
    Silent(_TC31 + _PROGRAM + "\n|TOTAL|350||350|" + _TC33 + "\n|Jumlah pagu|350"),
    # No total row in T-C.33, or none in T-C.31.
    Silent(_TC31 + _PROGRAM + "\n|JUMLAH|350||350|" + _TC33),
    Silent(_TC31 + _PROGRAM + _TC33 + "\n|TOTAL|350"),
    Speaks(
        _TC31 + _PROGRAM + "\n|TOTAL|350||360|" + _TC33 + "\n|TOTAL|350",
        "E4 expected=350 actual=360",
    ),
)
