"""Which workbooks are meant by the paths that the user gave."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from selaras.values.text import Text

#: What is looked for in folders. A file that is named is tried whatever its name.
ENDINGS = (
    ".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".zip",
)  # fmt: skip
_ARCHIVE = ".zip"
#: What stands between an archive and its member; see `selaras.intake.zipped`.
_INSIDE = "!/"
#: The folder in which macOS puts its own files beside those that are packed.
_RESOURCE_FORKS = "__MACOSX"
_OF_PROGRAMS = frozenset(("desktop.ini", "thumbs.db", "pyproject.toml"))


class NothingFoundError(Exception):
    """A path leads to no workbook; the message is for the user."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.id)
        self.message = message


class Found(NamedTuple):
    """What the paths lead to: what is checked, and what lies beside it in folders and archives."""

    workbooks: list[str]
    others: list[str]


def expand(paths: Iterable[str]) -> list[str]:
    """Return the workbooks meant; see `find`."""
    return find_workbooks(paths).workbooks


def find_workbooks(paths: Iterable[str]) -> Found:
    """Return the workbooks meant, in the order of the arguments, a folder's in order of name.

    Folders are searched to their depth for names of workbooks, leaving out hidden files and the
    lock files that Excel makes (`~$...`). An archive (.zip) stands for the workbooks in it, named
    `arsip.zip!/folder/renja.xlsx`. A workbook that is met twice counts once. Paths come
    back as they were given. Raises NothingFoundError for a path that leads nowhere.
    """
    found: dict[str, str] = {}
    others: list[str] = []
    for path in paths:
        for file in _expand(path, others):
            for workbook in _unzipped(file, others):
                found.setdefault(_identity(workbook), workbook)
    beside = {_identity(other): other for other in sorted(others, key=_depth_first)}
    return Found(list(found.values()), [beside[key] for key in beside if key not in found])


def _unzipped(file: str, others: list[str]) -> list[str]:
    """Return the workbooks in an archive, or the file itself where it is none.

    An archive that must not be opened, or has no workbook, comes back as it is: it is refused with
    its reason when its turn comes.
    """
    if not file.lower().endswith(_ARCHIVE):
        return [file]
    # Imported here: few runs have an archive.
    from selaras.intake.refusal import Refusal
    from selaras.intake.zipped import in_archive, list_members

    try:
        members = list_members(file) or []
    except (Refusal, OSError):
        return [file]
    shown = [member for member in members if not _is_hidden(member)]
    parted: dict[bool, list[str]] = {True: [], False: []}
    for member in shown:
        # An archive within the archive is a workbook too: it is refused by name, not passed over.
        parted[is_workbook(member.split("/")[-1])].append(in_archive(file, member))
    if parted[True]:
        others += parted[False]
    return parted[True] or [file]


def file_of(workbook: str) -> str:
    """Return the file on the disk in which a workbook lies: itself, or its archive."""
    if _INSIDE not in workbook:
        return workbook
    from selaras.intake.zipped import split_path

    parts = split_path(workbook)
    return workbook if parts is None else parts[0]


def _is_hidden(member: str) -> bool:
    """Tell whether a member of an archive is none of the user's: hidden, or made by programs."""
    *folders, name = member.split("/")
    hidden = any(folder.startswith(".") or folder == _RESOURCE_FORKS for folder in folders)
    return hidden or _is_own(name)


def _is_own(name: str) -> bool:
    """Tell whether a file of this name belongs to programs, this one's settings included."""
    folded = name.lower()
    settings = folded.startswith("selaras") and folded.endswith(".toml")
    return settings or folded.startswith((".", "~$")) or folded in _OF_PROGRAMS


def _identity(workbook: str) -> str:
    file = file_of(workbook)
    return os.path.realpath(file) + workbook[len(file) :]


def _expand(path: str, others: list[str]) -> list[str]:
    if os.path.isdir(path):
        workbooks = sorted(_in_folder(path, others), key=_depth_first)
        if not workbooks:
            raise NothingFoundError(
                Text(
                    f"tidak ada buku kerja di dalam folder: {path}",
                    f"no workbook in the folder: {path}",
                )
            )
        return workbooks
    if os.path.lexists(file_of(path)):
        return [path]
    if any(sign in path for sign in "*?["):
        return _matching(path, others)
    raise NothingFoundError(Text(f"berkas tidak ditemukan: {path}", f"no such file: {path}"))


def _matching(pattern: str, others: list[str]) -> list[str]:
    # Imported here: few runs need it, as most shells expand patterns themselves.
    import glob

    workbooks: list[str] = []
    for path in sorted(glob.glob(pattern, recursive=True), key=_depth_first):
        if os.path.isdir(path):
            workbooks += sorted(_in_folder(path, others), key=_depth_first)
        elif is_workbook(os.path.basename(path)):
            workbooks.append(path)
    if not workbooks:
        raise NothingFoundError(
            Text(
                f"tidak ada buku kerja yang cocok dengan pola: {pattern}",
                f"no workbook matches the pattern: {pattern}",
            )
        )
    return workbooks


def _in_folder(folder: str, others: list[str]) -> Iterator[str]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if is_workbook(name):
                yield os.path.join(parent, name)
            elif not _is_own(name):
                others.append(os.path.join(parent, name))


def is_workbook(name: str) -> bool:
    """Tell whether a file of this name is taken for a workbook when a folder is searched."""
    return name.lower().endswith(ENDINGS) and not name.startswith((".", "~$"))


def _depth_first(path: str) -> list[str]:
    return path.split(os.sep)
