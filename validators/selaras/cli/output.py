"""Where reports go: standard output, and files that appear whole or not at all."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from selaras.cli.parser import UsageError
from selaras.report.result import WorkbookReport
from selaras.values.finding import Finding
from selaras.values.text import Text

FORMATS = ("text", "json", "jsonl", "html")


class Writer(Protocol):
    """Turns a report into text, a workbook at a time."""

    def start(self) -> str:
        """Return what comes before the first workbook."""
        ...

    def workbook(self, workbook: WorkbookReport) -> str:
        """Return the part of one workbook."""
        ...

    def finish(self, findings: Sequence[Finding]) -> str:
        """Return what comes after the last workbook: the findings of the run itself first."""
        ...


class Screen:
    """Standard output."""

    def __init__(self, *, raw: bool) -> None:
        """`raw`: bytes of UTF-8 whatever the terminal's encoding, for programs that read."""
        self._raw = raw

    def write(self, text: str) -> None:
        """Write now, so that a reader need not wait for the last workbook."""
        if self._raw:
            sys.stdout.buffer.write(encode(text))
            sys.stdout.buffer.flush()
        else:
            sys.stdout.write(text)
            sys.stdout.flush()

    def commit(self) -> None:
        """Do nothing: all is written."""

    def abort(self) -> None:
        """Do nothing: what is written is written."""


class AtomicFile:
    """A file that takes its name only when it is complete and safe on the disk."""

    def __init__(self, path: str) -> None:
        """Start a temporary file beside `path`. Raises UsageError where that cannot be."""
        self._path = path
        folder, name = os.path.split(path)
        self._temporary = os.path.join(folder, f".{name}.{os.getpid()}.sementara")
        try:
            # One that an earlier, killed run with this process number left is worth nothing; "x"
            # then refuses whatever else might lie there in its place.
            with contextlib.suppress(FileNotFoundError):
                os.unlink(self._temporary)
            self._file = open(self._temporary, "xb")  # noqa: SIM115 - lives as long as the run
        except OSError as error:
            raise cannot_write(path, error) from error

    def write(self, text: str) -> None:
        """Add text to the temporary file."""
        self._file.write(encode(text))

    def commit(self) -> None:
        """Give the complete file its name."""
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        os.replace(self._temporary, self._path)

    def abort(self) -> None:
        """Leave nothing behind."""
        self._file.close()
        with contextlib.suppress(OSError):
            os.unlink(self._temporary)


class Output:
    """One report on its way to one place."""

    def __init__(self, make_writer: Callable[[], Writer], sink: Screen | AtomicFile) -> None:
        self._make_writer = make_writer
        self._sink = sink

    def start(self) -> None:
        """Load the writer and write what comes before the first workbook."""
        self._writer = self._make_writer()
        self._write(self._writer.start())

    def workbook(self, workbook: WorkbookReport) -> None:
        """Write the part of one workbook."""
        self._write(self._writer.workbook(workbook))

    def finish(self, findings: Sequence[Finding]) -> None:
        """Write what comes after the last workbook, and make the report final."""
        self._write(self._writer.finish(findings))
        self._sink.commit()

    def abort(self) -> None:
        """Drop a report that will not be complete."""
        self._sink.abort()

    def _write(self, text: str) -> None:
        if text:
            self._sink.write(text)


def encode(text: str) -> bytes:
    """Return UTF-8; lone surrogates (odd file names) become escapes, which JSON understands."""
    return text.encode("utf-8", "backslashreplace")


def split_output(option: str) -> tuple[str, str]:
    """Return the format and the path of FORMAT=FILE. Raises UsageError for anything else."""
    form, equals, path = option.partition("=")
    if not equals or form not in FORMATS or not path:
        raise UsageError(
            Text(
                f"--output memerlukan FORMAT=BERKAS dengan format {', '.join(FORMATS)}: {option}",
                f"--output needs FORMAT=FILE with a format of {', '.join(FORMATS)}: {option}",
            )
        )
    return form, path


def guard(paths: Iterable[str], inputs: Sequence[str]) -> None:
    """Raise UsageError where a report would overwrite a file that is read, or another report."""
    read = {os.path.realpath(path) for path in inputs}
    read |= {identity for path in inputs if (identity := _identity(path))}
    seen: set[str] = set()
    for path in paths:
        real = os.path.realpath(path)
        if real in read or _identity(path) in read:
            raise UsageError(
                Text(
                    f"--output tidak boleh menimpa berkas yang dibaca: {path}",
                    f"--output must not overwrite a file that is read: {path}",
                )
            )
        if os.path.isdir(path):
            raise UsageError(
                Text(f"--output menunjuk folder: {path}", f"--output names a folder: {path}")
            )
        if real in seen:
            raise UsageError(
                Text(
                    f"dua --output menunjuk berkas yang sama: {path}",
                    f"two --output options name the same file: {path}",
                )
            )
        seen.add(real)


def _identity(path: str) -> str | None:
    """Return what tells a file apart whatever its names (hard links, letter case)."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    return f"{status.st_dev}:{status.st_ino}" if status.st_ino else None


def cannot_write(path: str | os.PathLike[str], error: OSError) -> UsageError:
    """Return what is said where the system lets a file not be written."""
    why = reason(error)
    return UsageError(
        Text(f"tidak dapat menulis {path}: {why.id}", f"cannot write {path}: {why.en}")
    )


def reason(error: OSError) -> Text:
    """Return why the system refused, in words for people."""
    if isinstance(error, FileNotFoundError):
        return Text("foldernya tidak ada", "its folder does not exist")
    if isinstance(error, PermissionError):
        return Text("tidak ada izin", "no permission")
    if isinstance(error, NotADirectoryError):
        return Text("jalurnya melewati sebuah berkas", "its path leads through a file")
    words = error.strerror or type(error).__name__
    return Text(words, words)
