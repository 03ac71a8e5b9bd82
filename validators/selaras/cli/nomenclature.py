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
from selaras.values.text import Language, Text

if TYPE_CHECKING:
    from selaras.nomenklatur.entry import KodeEntry, Nomenklatur
    from selaras.nomenklatur.store import ListStore, StoredList
    from selaras.values.kode_reading import Kode

__all__ = ["add_arguments", "execute"]

#: How many hits of a search are shown.
_MOST_SHOWN = 50


def execute(options: Namespace, language: Language) -> int:
    """Do what was asked and return the exit code: 1 where a code or text is not found."""
    from selaras.nomenklatur.load import LoadError
    from selaras.nomenklatur.store import StoreError

    try:
        return _ACTIONS[options.action](options, language)
    except (LoadError, StoreError) as error:
        raise UsageError(error.message) from error


def _add(options: Namespace, language: Language) -> int:
    from selaras.cli.nomenclature_add import add

    _print(add(options, _store(), language))
    return codes.CLEAN


def _list(_options: Namespace, language: Language) -> int:
    store = _store()
    lists = store.list_stored()
    if not lists:
        _print([_NONE.say_in(language)])
        return codes.CLEAN
    width = max(len(known.name) for known in lists)
    years = max(len(str(known.years or "-")) for known in lists)
    lines = []
    for known in lists:
        mark = "*" if known.is_chosen else " "
        count = amount(store.count_entries(known), language)
        lines.append(
            f"{mark} {known.name:<{width}}  {known.years or '-'!s:<{years}}  {count:>7}  "
            f"{known.added}  {known.sumber}  sha256:{known.sha256[:12]}"
        )
    note = Text(
        "* dipilih dengan use; kolom: nama, tahun rencana, banyaknya, dimuat, berkas asal",
        "* chosen with use; columns: name, plan years, entries, loaded on, source file",
    )
    _print([*lines, note.say_in(language)])
    return codes.CLEAN


def _use(options: Namespace, language: Language) -> int:
    store = _store()
    chosen = _named(store, options.name)
    store.choose(chosen)
    done = Text(
        f"“{chosen.name}” dipakai untuk rencana yang tahunnya tidak mempunyai daftar sendiri.",
        f"“{chosen.name}” is used for plans whose year has no list of its own.",
    )
    _print([done.say_in(language)])
    return codes.CLEAN


def _show(options: Namespace, language: Language) -> int:
    from selaras.nomenklatur import builtin
    from selaras.values.kode_reading import read_kode

    read = read_kode(options.code)
    if read is None or read.kode is None:
        raise UsageError(
            Text(
                f"bukan kode: {options.code} (contoh: 2.17.01.2.01.0001)",
                f"not a code: {options.code} (example: 2.17.01.2.01.0001)",
            )
        )
    kode = read.kode
    names = builtin.find_name(kode)
    found = _open(options.name, required=names is None)
    if found is None:
        _print([f"{kode}  {names}"])
        return codes.CLEAN
    entry = found.find(kode)
    if entry is None:
        new = found.find_replacement(kode)
        missing = Text(
            f"{kode} tidak ada di nomenklatur “{found.name}”.",
            f"{kode} is not in the nomenclature “{found.name}”.",
        )
        _print([missing.say_in(language)])
        if new is not None:
            successor = found.find(new)
            _print([f"→ {new}  {successor.name if successor else ''}".rstrip()])
        return codes.FOUND
    above = [
        _line(upper, known)
        for upper in reversed(list(kode.list_ancestors()))
        if (known := found.find(upper)) is not None
    ]
    _print(
        [
            *above,
            _line(kode, entry),
            *_details(entry, found, language),
        ]
    )
    return codes.CLEAN


def _details(entry: KodeEntry, found: Nomenklatur, language: Language) -> Iterable[str]:
    besides = found.read_rincian(entry)
    rows = (
        (Text("tingkat", "level"), entry.level.label),
        (Text("kinerja", "performance"), besides.performance),
        (Text("indikator", "indicator"), entry.indikator),
        (Text("satuan", "unit"), entry.measure),
        (Text("SPM", "SPM"), besides.spm),
        (Text("keterangan", "remarks"), besides.remark),
        (Text("daftar", "list"), f"{found.name} ({found.years})" if found.years else found.name),
    )
    labels = max(len(label.say_in(language)) for label, _ in rows)
    for label, value in rows:
        if value:
            yield f"  {label.say_in(language):<{labels}}  {value}"


def _search(options: Namespace, language: Language) -> int:
    from selaras.values.fold import fold

    words = fold(" ".join(options.text)).split()
    if not words:
        raise UsageError(Text("tidak ada yang dicari", "there is nothing to search for"))
    found = _open(options.name)
    assert found is not None
    hits = [e for e in found.list_entries() if all(word in fold(e.name) for word in words)]
    _print(_line(entry.kode, entry) for entry in hits[:_MOST_SHOWN])
    if len(hits) > _MOST_SHOWN:
        rest = amount(len(hits) - _MOST_SHOWN, language)
        _print([Text(f"dan {rest} lagi", f"and {rest} more").say_in(language)])
    if not hits:
        nothing = Text(
            f"Tidak ada nama yang memuat itu di nomenklatur “{found.name}”.",
            f"No name in the nomenclature “{found.name}” has that in it.",
        )
        _print([nothing.say_in(language)])
        return codes.FOUND
    return codes.CLEAN


def _line(kode: Kode, entry: KodeEntry) -> str:
    """Return code and name, and the code of the list where it serves every bidang."""
    served = f"  ({entry.kode})" if entry.kode != kode else ""
    return f"{kode}  {entry.name}{served}"


_NONE = Text(
    "Belum ada nomenklatur. Muat dengan: selaras nomenclature add BERKAS",
    "There is no nomenclature yet. Load one with: selaras nomenclature add FILE",
)


def _open(name: str | None, *, required: bool = True) -> Nomenklatur | None:
    """Return the list of that name, or the usual one. Raises UsageError where there is none."""
    from selaras.nomenklatur.store import choose_default

    store = _store()
    lists = store.list_stored()
    if not lists and name is None and not required:
        return None
    if not lists:
        raise UsageError(_NONE)
    if name is not None:
        return store.open_list(_named(store, name))
    return store.open_list(choose_default(lists))


def _named(store: ListStore, name: str) -> StoredList:
    from selaras.settings.selectors import unknown

    lists = store.list_stored()
    if not lists:
        raise UsageError(_NONE)
    for known in lists:
        if known.name.casefold() == name.casefold():
            return known
    raise UsageError(
        unknown(Text("nomenklatur", "nomenclature"), name, name, [known.name for known in lists])
    )


def _store() -> ListStore:
    from selaras.nomenklatur.place import find_lists_file
    from selaras.nomenklatur.store import ListStore

    return ListStore(find_lists_file())


def _print(lines: Iterable[str]) -> None:
    """Write lines; signs that a terminal would obey are left out."""
    sys.stdout.write("".join(f"{clean(line)}\n" for line in lines))


_ACTIONS: dict[str, Callable[[Namespace, Language], int]] = {
    "add": _add,
    "list": _list,
    "use": _use,
    "show": _show,
    "search": _search,
}
