"""Files that appear whole or not at all."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write a file in place of one that is there. Raises OSError; that one is then as it was."""
    with _beside(path, data) as temporary:
        temporary.replace(path)


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet. Raises FileExistsError, or OSError of any other kind."""
    if path.exists() or path.is_symlink():
        raise FileExistsError(path)
    with _beside(path, data) as temporary:
        try:
            os.link(temporary, path)
        except FileExistsError:
            raise
        except OSError:
            # No links on this file system (a memory stick): the name was free a moment ago.
            temporary.replace(path)


@contextlib.contextmanager
def _beside(path: Path, data: bytes) -> Iterator[Path]:
    """Give a file beside `path` that holds the bytes, safe on the disk; it goes in the end."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.sementara")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        yield temporary
    except OSError as error:
        # Nobody knows of the file beside it.
        if error.filename is not None:
            error.filename = str(path)
        raise
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()
