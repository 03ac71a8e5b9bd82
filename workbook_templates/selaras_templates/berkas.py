"""A new file that appears whole or not at all, and never in place of another."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def tulis_baru(path: Path, data: bytes) -> None:
    """Write a file that is not there yet. Raises FileExistsError, or OSError of any other kind."""
    if path.exists() or path.is_symlink():
        raise FileExistsError(path)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.sementara")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _beri_nama(temporary, path)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()


def _beri_nama(temporary: Path, path: Path) -> None:
    """Give the file its name unless it has been taken meanwhile."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:
        # No links on this file system (a memory stick): the name was free a moment ago.
        temporary.replace(path)
