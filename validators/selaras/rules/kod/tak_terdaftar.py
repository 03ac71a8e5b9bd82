"""KOD005: a code that the nomenclature of the year does not have."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from selaras.compare.official import (
    adapt_kode,
    find_most_alike,
    find_name_owner,
    group_by_table,
    propose_kode,
)
from selaras.rule import Finding, Findings, Severity, Silent, Speaks, Text, book_rule
from selaras.rule.seen import Row, Work
from selaras.values.kode_reading import Kode

if TYPE_CHECKING:
    from selaras.nomenklatur.entry import KodeEntry, Nomenklatur


@book_rule(
    "KOD005",
    "tak-terdaftar",
    Severity.WARNING,
    reads="codes",
    needs=("kode", "nomenklatur"),
    basis="kode",
    english="""Every code stands in the nomenclature that belongs to the year of the plan.

    Why: the national system does not accept a code that the list does not have; often it comes from
    an older edition. Codes are compared by their numbers (01 is 0001), and X.XX.01 serves every
    bidang urusan.

    Fix: use the code that replaced it, or the one that the list gives the name; where the list
    itself is another edition's, load the right one (selaras nomenclature add).
    """,
)
def check_unlisted_kode(work: Work) -> Findings:
    """Setiap kode terdapat dalam nomenklatur yang berlaku untuk tahun rencana.

    Mengapa: SIPD tidak menerima kode yang tidak ada di daftarnya; sering kode itu berasal dari
    edisi lama. Kode dibandingkan menurut angkanya (01 sama dengan 0001), dan X.XX.01 berlaku untuk
    semua bidang urusan.

    Perbaikan: pakai kode penggantinya, atau kode yang diberikan daftar kepada nama itu; bila daftar
    yang dimuat bukan edisinya, muat yang tepat (selaras nomenclature add).
    """
    nomenclature = work.nomenklatur
    assert nomenclature is not None
    by_table = [(rows, official) for _, rows, official in group_by_table(work)]
    authorised = (
        row.kode
        for rows, _ in by_table
        for row in rows
        if row.kode is not None and len(row.kode.parts) > 3
    )
    first = next(authorised, None)
    if first is not None and not any(
        map(nomenclature.has_kewenangan_of, chain((first,), authorised))
    ):
        yield _build_other_list_finding(nomenclature, first)
        return
    siblings: dict[Kode, list[KodeEntry]] = {}
    for rows, official in by_table:
        if None not in official:
            continue
        for row, found in zip(rows, official, strict=True):
            kode = row.kode
            if found is not None or kode is None:
                continue
            parent = kode.parent
            if parent is not None and parent not in siblings:
                siblings[parent] = nomenclature.find_children(parent)
            yield _build_finding(row, kode, nomenclature, siblings[parent] if parent else [])


def _build_finding(
    row: Row, kode: Kode, nomenclature: Nomenklatur, siblings: list[KodeEntry]
) -> Finding:
    new = nomenclature.find_replacement(kode)
    fix = None
    if new is not None:
        entry = nomenclature.find(new)
        name = f" “{entry.name}”" if entry else ""
        advice = Text(f"Kode ini diganti {new}{name}.", f"It was replaced by {new}{name}.")
        fix = row.fix_kode(str(new))
    elif (named := find_name_owner(row.name, siblings)) is not None:
        right = adapt_kode(kode, named)
        fix = propose_kode(row, right)
        advice = Text(
            f"Nama baris ini berkode {right} di nomenklatur; periksa kodenya.",
            f"The nomenclature gives the name of this row the code {right}; check the code.",
        )
    elif (near := find_most_alike(row.name, siblings)) is not None:
        other = adapt_kode(kode, near)
        advice = Text(
            f"Periksa kodenya; nama yang paling mirip di bawah {kode.parent}: {other} "
            f"“{near.name}”.",
            f"Check the code; the most similar name below {kode.parent}: {other} “{near.name}”.",
        )
    else:
        advice = Text(
            "Periksa kodenya; bila benar menurut edisi lain, cari padanannya dengan "
            "selaras nomenclature search.",
            "Check the code; where it is right by another edition, look for its counterpart with "
            "selaras nomenclature search.",
        )
    return row.build_finding(
        "kode",
        Text(
            f"Kode {kode} tidak ada di nomenklatur “{nomenclature.name}”.",
            f"The code {kode} is not in the nomenclature “{nomenclature.name}”.",
        ),
        advice=advice,
        expected=str(new) if new else None,
        fix=fix,
    )


def _build_other_list_finding(nomenclature: Nomenklatur, kode: Kode) -> Finding:
    """Return one finding for the workbook where the list is for another kind of government."""
    digit = kode.parts[3]
    return Finding(
        message=Text(
            f"Nomenklatur “{nomenclature.name}” tidak memuat satu pun kode berkewenangan {digit} "
            f"(seperti {kode}): kode tidak diperiksa terhadapnya.",
            f"The nomenclature “{nomenclature.name}” has no code of authority {digit} (such as "
            f"{kode}): codes were not held against it.",
        ),
        advice=Text(
            "Muat nomenklatur untuk jenis pemerintah daerah ini.",
            "Load the nomenclature for this kind of government.",
        ),
        row_key=nomenclature.name,
    )


_REGISTER = (
    "== nomenklatur\nX.XX.01|PROGRAM PENUNJANG URUSAN\nX.XX.01.2.01|Perencanaan Kinerja\n"
    "X.XX.01.2.01.0001|Penyusunan Dokumen\nX.XX.01.2.01.0007|Evaluasi Kinerja|||X.XX.01.2.01.0003\n"
    "== T-C.33\n"
)
EXAMPLES = (
    # Two digits or four, and any bidang urusan for X.XX.
    Silent(
        f"{_REGISTER}kode|nama|pagu\n2.17.01|Program Penunjang Urusan|3\n"
        "2.17.01.2.01|Perencanaan Kinerja|3\n2.17.01.2.01.01|Penyusunan Dokumen|3"
    ),
    # One that was replaced, and one that never was.
    Speaks(
        f"{_REGISTER}kode|nama|pagu\n2.17.01|Program Penunjang Urusan|3\n"
        "2.17.01.2.01|Perencanaan Kinerja|3\n2.17.01.2.01.0003|Evaluasi Kinerja|1\n"
        "2.17.01.2.01.0009|Penyusunan Dokumen|2",
        "A4 expected=2.17.01.2.01.0007 actual=2.17.01.2.01.0003\nA5 actual=2.17.01.2.01.0009",
    ),
)
