"""Workbooks in a zip file: their names, and the bytes of each.

A member is named by the path of the archive, "!/", and its name in there. An archive is bounded as
a workbook is, which is itself a zip file: members, sizes, ratio, names that lead outside. Nothing
is unpacked but the member that is read, in the memory of the child that reads it.
"""

from __future__ import annotations

import mmap
import os

from selaras.intake import limits
from selaras.intake.package import Package
from selaras.intake.refusal import Refusal, RefusalKind

ENDING = ".zip"
_INSIDE = "!/"
#: What a package of one document has, and an archive of files has not.
_DOCUMENT = ("[Content_Types].xml", "_rels/.rels", "mimetype", "META-INF/MANIFEST.MF")


def in_archive(archive: str, member: str) -> str:
    """Return the path that names a member of an archive."""
    return f"{archive}{_INSIDE}{member}"


def split_path(path: str) -> tuple[str, str] | None:
    """Return archive and member where the path names one; None for the path of a file."""
    if _INSIDE not in path or os.path.lexists(path):
        return None
    at = path.find(_INSIDE)
    while at >= 0:
        if path[:at].lower().endswith(ENDING) and os.path.isfile(path[:at]):
            return path[:at], path[at + len(_INSIDE) :]
        at = path.find(_INSIDE, at + 1)
    return None


def list_members(path: str) -> list[str] | None:
    """Return the names of an archive's files, in order; None when it is one document.

    Raises Refusal for what is no zip file, or none that is safe to unpack, and OSError.
    """
    # Looked at before it is opened: opening a pipe waits for somebody to write to it.
    if not os.path.isfile(path):
        raise Refusal(RefusalKind.UNREADABLE, "no ordinary file")
    if os.path.getsize(path) > limits.FILE_BYTES:
        raise Refusal(RefusalKind.TOO_LARGE, path)
    with open(path, "rb") as file:
        try:
            view = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except ValueError:
            raise Refusal(RefusalKind.EMPTY) from None
        with view:
            # Slices and searches are all that is done to it: only the directory is looked at.
            return file_names(Package(view))


def file_names(package: Package) -> list[str] | None:
    """Return the names of the files that an archive holds; None when it is one document."""
    if any(package.find(name) for name in _DOCUMENT):
        return None
    names = (name.replace("\\", "/") for name in package.members)
    return sorted((name for name in names if not name.endswith("/")), key=lambda n: n.split("/"))


def read_member(content: bytes, name: str) -> bytes:
    """Return a member's bytes from those of the archive. Raises Refusal."""
    package = Package(content)
    member = package.find(name)
    if member is None:
        raise Refusal(RefusalKind.UNREADABLE, f"no {name} in the archive")
    return package.read(member)
