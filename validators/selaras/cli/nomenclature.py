"""`selaras nomenclature`: the user's own lists of official names by code."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from selaras.cli import codes
from selaras.cli.nomenclature_options import add_arguments
from selaras.cli.parser import UsageError
from selaras.report.words import amount, clean
from selaras.values.text import Bahasa, Teks

if TYPE_CHECKING:
    from selaras.nomenklatur.entry import Entri, Nomenklatur
    from selaras.nomenklatur.store import Daftar, Simpanan
    from selaras.values.kode_reading import Kode

__all__ = ["add_arguments", "execute"]

#: How many hits of a search are shown.
_TERBANYAK = 50


def execute(options: Namespace, bahasa: Bahasa) -> int:
    """Do what was asked and return the exit code: 1 where a code or text is not found."""
    from selaras.nomenklatur.load import GagalMuat
    from selaras.nomenklatur.store import SimpananRusak

    try:
        return _ACTIONS[options.action](options, bahasa)
    except (GagalMuat, SimpananRusak) as error:
        raise UsageError(error.pesan) from error


def _add(options: Namespace, bahasa: Bahasa) -> int:
    from selaras.cli.nomenclature_add import add

    _print(add(options, _store(), bahasa))
    return codes.CLEAN


def _list(_options: Namespace, bahasa: Bahasa) -> int:
    store = _store()
    lists = store.list_stored()
    if not lists:
        _print([_NONE.dalam(bahasa)])
        return codes.CLEAN
    width = max(len(known.nama) for known in lists)
    years = max(len(str(known.years or "-")) for known in lists)
    lines = []
    for known in lists:
        mark = "*" if known.dipakai else " "
        count = amount(store.count_entries(known), bahasa)
        lines.append(
            f"{mark} {known.nama:<{width}}  {known.years or '-'!s:<{years}}  {count:>7}  "
            f"{known.ditambahkan}  {known.sumber}  sha256:{known.sha256[:12]}"
        )
    note = Teks(
        "* dipilih dengan use; kolom: nama, tahun rencana, banyaknya, dimuat, berkas asal",
        "* chosen with use; columns: name, plan years, entries, loaded on, source file",
    )
    _print([*lines, note.dalam(bahasa)])
    return codes.CLEAN


def _use(options: Namespace, bahasa: Bahasa) -> int:
    store = _store()
    chosen = _named(store, options.name)
    store.pakai(chosen)
    done = Teks(
        f"“{chosen.nama}” dipakai untuk rencana yang tahunnya tidak mempunyai daftar sendiri.",
        f"“{chosen.nama}” is used for plans whose year has no list of its own.",
    )
    _print([done.dalam(bahasa)])
    return codes.CLEAN


def _show(options: Namespace, bahasa: Bahasa) -> int:
    from selaras.nomenklatur import builtin
    from selaras.values.kode_reading import baca_kode

    read = baca_kode(options.code)
    if read is None or read.kode is None:
        raise UsageError(
            Teks(
                f"bukan kode: {options.code} (contoh: 2.17.01.2.01.0001)",
                f"not a code: {options.code} (example: 2.17.01.2.01.0001)",
            )
        )
    kode = read.kode
    names = builtin.nama(kode)
    found = _open(options.name, required=names is None)
    if found is None:
        _print([f"{kode}  {names}"])
        return codes.CLEAN
    entry = found.cari(kode)
    if entry is None:
        new = found.pengganti(kode)
        missing = Teks(
            f"{kode} tidak ada di nomenklatur “{found.nama}”.",
            f"{kode} is not in the nomenclature “{found.nama}”.",
        )
        _print([missing.dalam(bahasa)])
        if new is not None:
            successor = found.cari(new)
            _print([f"→ {new}  {successor.nama if successor else ''}".rstrip()])
        return codes.FOUND
    above = [
        _line(upper, known)
        for upper in reversed(list(kode.leluhur()))
        if (known := found.cari(upper)) is not None
    ]
    _print(
        [
            *above,
            _line(kode, entry),
            *_details(entry, found, bahasa),
        ]
    )
    return codes.CLEAN


def _details(entry: Entri, found: Nomenklatur, bahasa: Bahasa) -> Iterable[str]:
    besides = found.read_rincian(entry)
    rows = (
        (Teks("tingkat", "level"), entry.tingkat.label),
        (Teks("kinerja", "performance"), besides.kinerja),
        (Teks("indikator", "indicator"), entry.indikator),
        (Teks("satuan", "unit"), entry.satuan),
        (Teks("SPM", "SPM"), besides.spm),
        (Teks("keterangan", "remarks"), besides.keterangan),
        (Teks("daftar", "list"), f"{found.nama} ({found.years})" if found.years else found.nama),
    )
    labels = max(len(label.dalam(bahasa)) for label, _ in rows)
    for label, value in rows:
        if value:
            yield f"  {label.dalam(bahasa):<{labels}}  {value}"


def _search(options: Namespace, bahasa: Bahasa) -> int:
    from selaras.values.fold import lipat

    words = lipat(" ".join(options.text)).split()
    if not words:
        raise UsageError(Teks("tidak ada yang dicari", "there is nothing to search for"))
    found = _open(options.name)
    assert found is not None
    hits = [e for e in found.list_entries() if all(word in lipat(e.nama) for word in words)]
    _print(_line(entry.kode, entry) for entry in hits[:_TERBANYAK])
    if len(hits) > _TERBANYAK:
        rest = amount(len(hits) - _TERBANYAK, bahasa)
        _print([Teks(f"dan {rest} lagi", f"and {rest} more").dalam(bahasa)])
    if not hits:
        nothing = Teks(
            f"Tidak ada nama yang memuat itu di nomenklatur “{found.nama}”.",
            f"No name in the nomenclature “{found.nama}” has that in it.",
        )
        _print([nothing.dalam(bahasa)])
        return codes.FOUND
    return codes.CLEAN


def _line(kode: Kode, entry: Entri) -> str:
    """Return code and name, and the code of the list where it serves every bidang."""
    served = f"  ({entry.kode})" if entry.kode != kode else ""
    return f"{kode}  {entry.nama}{served}"


_NONE = Teks(
    "Belum ada nomenklatur. Muat dengan: selaras nomenclature add BERKAS",
    "There is no nomenclature yet. Load one with: selaras nomenclature add FILE",
)


def _open(name: str | None, *, required: bool = True) -> Nomenklatur | None:
    """Return the list of that name, or the usual one. Raises UsageError where there is none."""
    from selaras.nomenklatur.store import bawaan

    store = _store()
    lists = store.list_stored()
    if not lists and name is None and not required:
        return None
    if not lists:
        raise UsageError(_NONE)
    if name is not None:
        return store.open_list(_named(store, name))
    return store.open_list(bawaan(lists))


def _named(store: Simpanan, name: str) -> Daftar:
    from selaras.settings.selectors import unknown

    lists = store.list_stored()
    if not lists:
        raise UsageError(_NONE)
    for known in lists:
        if known.nama.casefold() == name.casefold():
            return known
    raise UsageError(
        unknown(Teks("nomenklatur", "nomenclature"), name, name, [known.nama for known in lists])
    )


def _store() -> Simpanan:
    from selaras.nomenklatur.place import berkas
    from selaras.nomenklatur.store import Simpanan

    return Simpanan(berkas())


def _print(lines: Iterable[str]) -> None:
    """Write lines; signs that a terminal would obey are left out."""
    sys.stdout.write("".join(f"{clean(line)}\n" for line in lines))


_ACTIONS: dict[str, Callable[[Namespace, Bahasa], int]] = {
    "add": _add,
    "list": _list,
    "use": _use,
    "show": _show,
    "search": _search,
}
