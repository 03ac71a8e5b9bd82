"""`selaras nomenclature add`: loads a file, keeps its list, and says what was not in order."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterable
from typing import TYPE_CHECKING

from selaras.cli.parser import UsageError
from selaras.report.words import amount, clean
from selaras.values.text import Bahasa, Teks

if TYPE_CHECKING:
    from selaras.nomenklatur.load import Muatan
    from selaras.nomenklatur.store import Daftar, Simpanan


def add(options: Namespace, store: Simpanan, bahasa: Bahasa) -> list[str]:
    """Store the list that a file holds and return what to say of it.

    Raises GagalMuat for a file that gives none, SimpananRusak where it cannot be stored.
    """
    from datetime import UTC, datetime

    from selaras.nomenklatur.edition import edisi_dari, tahun_dari
    from selaras.nomenklatur.load import muat, nama_berkas
    from selaras.nomenklatur.store import DaftarBaru

    source = os.path.basename(options.file)
    given = options.name
    name = clean(" ".join(given.split())) if given else nama_berkas(options.file)
    if not name:
        raise UsageError(Teks("--name tidak boleh kosong", "--name must not be blank"))
    loaded = muat(options.file)
    edition = edisi_dari(name)
    years = options.year or tahun_dari(name)
    today = datetime.now(UTC).date().isoformat()
    replaced = any(known.nama.casefold() == name.casefold() for known in store.list_stored())
    stored = store.tambah(
        DaftarBaru(
            name,
            years,
            source,
            loaded.sha256,
            today,
            loaded.entri,
            loaded.penerus,
            loaded.lebar_sub,
        )
    )
    lines = [_loaded(stored, loaded, replaced).dalam(bahasa)]
    if edition is not None:
        lines.append(Teks(f"Edisi: {edition.nama}.", f"Edition: {edition.nama}.").dalam(bahasa))
    lines.append(_applies(stored).dalam(bahasa))
    return [*lines, *_problems(loaded, bahasa)]


def _loaded(stored: Daftar, loaded: Muatan, replaced: bool) -> Teks:
    """Return how many entries of which levels were stored, and under what name."""
    levels = [entry.tingkat for entry, _ in loaded.entri]
    by_level = {level.label: levels.count(level) for level in sorted(set(levels))}
    total = len(loaded.entri)
    levels_id = ", ".join(f"{amount(count, 'id')} {level}" for level, count in by_level.items())
    levels_en = ", ".join(f"{amount(count, 'en')} {level}" for level, count in by_level.items())
    again = Teks(" (menggantikan isinya yang lama)", " (in place of what it held)")
    message = Teks(
        f"“{stored.nama}” dimuat: {amount(total, 'id')} nomenklatur ({levels_id})",
        f"“{stored.nama}” was loaded: {amount(total, 'en')} entries ({levels_en})",
    )
    return message + (again if replaced else Teks("", "")) + Teks(".", ".")


def _applies(stored: Daftar) -> Teks:
    """Return for which documents the list counts."""
    if stored.years is not None:
        return Teks(
            f"Dipakai untuk rencana tahun {stored.years}. Untuk tahun lain: muat lagi dengan "
            "--year, atau pilih dengan selaras nomenclature use.",
            f"Used for plans of {stored.years}. For other years load it again with --year, or "
            "choose it with selaras nomenclature use.",
        )
    return Teks(
        "Tahunnya tidak diketahui: dipakai untuk semua rencana yang tahunnya tidak mempunyai "
        "daftar sendiri. Tahun dapat disebut dengan --year.",
        "Its year is not known: used for every plan whose year has no list of its own. --year "
        "tells the year.",
    )


def _problems(loaded: Muatan, bahasa: Bahasa) -> Iterable[str]:
    from selaras.nomenklatur.load.problems import KATA

    for problem in loaded.masalah:
        yield f"  {amount(problem.banyak, bahasa)} {KATA[problem.macam].dalam(bahasa)}:"
        for place, text in problem.examples:
            yield f"    {place}: {text}"
        if problem.banyak > len(problem.examples):
            rest = problem.banyak - len(problem.examples)
            yield "    " + Teks(f"dan {rest} lagi", f"and {rest} more").dalam(bahasa)
