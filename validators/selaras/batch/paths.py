"""Which workbooks are meant by the paths that the user gave."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from selaras.teks import Teks

#: What is looked for in folders. A file that is named is tried whatever its name.
ENDINGS = (
    ".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".ods", ".csv", ".tsv",
)  # fmt: skip


class NothingFoundError(Exception):
    """A path leads to no workbook; the message is for the user."""

    def __init__(self, message: Teks) -> None:
        super().__init__(message.id)
        self.message = message


def expand(paths: Iterable[str]) -> list[str]:
    """Return the workbooks meant, in the order of the arguments, a folder's in order of name.

    Folders are searched to their depth for names of workbooks, leaving out hidden files and the
    lock files that Excel makes (`~$...`). A workbook that is met twice counts once. Paths come
    back as they were given. Raises NothingFoundError for a path that leads nowhere.
    """
    found: dict[str, str] = {}
    for path in paths:
        for workbook in _expand(path):
            found.setdefault(os.path.realpath(workbook), workbook)
    return list(found.values())


def _expand(path: str) -> list[str]:
    if os.path.isdir(path):
        workbooks = sorted(_in_folder(path), key=_depth_first)
        if not workbooks:
            raise NothingFoundError(
                Teks(
                    f"tidak ada buku kerja di dalam folder: {path}",
                    f"no workbook in the folder: {path}",
                )
            )
        return workbooks
    if os.path.lexists(path):
        return [path]
    if any(sign in path for sign in "*?["):
        return _matching(path)
    raise NothingFoundError(Teks(f"berkas tidak ditemukan: {path}", f"no such file: {path}"))


def _matching(pattern: str) -> list[str]:
    # Imported here: few runs need it, as most shells expand patterns themselves.
    import glob

    workbooks: list[str] = []
    for path in sorted(glob.glob(pattern, recursive=True), key=_depth_first):
        if os.path.isdir(path):
            workbooks += sorted(_in_folder(path), key=_depth_first)
        elif is_workbook(os.path.basename(path)):
            workbooks.append(path)
    if not workbooks:
        raise NothingFoundError(
            Teks(
                f"tidak ada buku kerja yang cocok dengan pola: {pattern}",
                f"no workbook matches the pattern: {pattern}",
            )
        )
    return workbooks


def _in_folder(folder: str) -> Iterator[str]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if is_workbook(name):
                yield os.path.join(parent, name)


def is_workbook(name: str) -> bool:
    """Tell whether a file of this name is taken for a workbook when a folder is searched."""
    return name.lower().endswith(ENDINGS) and not name.startswith((".", "~$"))


def _depth_first(path: str) -> list[str]:
    return path.split(os.sep)
