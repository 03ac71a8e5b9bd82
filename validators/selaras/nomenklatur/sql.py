"""The SQLite file of the lists: its layout, its transactions, and words for what goes wrong."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from selaras.values.text import Text

#: Of the file's layout; another number is not read.
LAYOUT_VERSION = 1
_WAIT_SECONDS = 10.0

_LAYOUT = f"""
CREATE TABLE daftar (
    id INTEGER PRIMARY KEY,
    nama TEXT NOT NULL UNIQUE COLLATE NOCASE,
    tahun_awal INTEGER, tahun_akhir INTEGER,
    lebar_sub INTEGER NOT NULL, kewenangan TEXT NOT NULL,
    sumber TEXT NOT NULL, sha256 TEXT NOT NULL, ditambahkan TEXT NOT NULL,
    dipakai INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE entri (
    daftar INTEGER NOT NULL, kunci INTEGER NOT NULL, jenis INTEGER NOT NULL,
    nama TEXT NOT NULL, indikator TEXT NOT NULL, satuan TEXT NOT NULL,
    kinerja TEXT NOT NULL, spm TEXT NOT NULL, keterangan TEXT NOT NULL,
    PRIMARY KEY (daftar, kunci, jenis)
) WITHOUT ROWID;
CREATE TABLE penerus (
    daftar INTEGER NOT NULL, lama INTEGER NOT NULL, baru INTEGER NOT NULL,
    PRIMARY KEY (daftar, lama, baru)
) WITHOUT ROWID;
PRAGMA user_version = {LAYOUT_VERSION};
"""


class StoreError(Exception):
    """The stored lists cannot be used; the message is for the user."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.id)
        self.message = message


@contextmanager
def open_database(path: str, *, writable: bool = False) -> Iterator[sqlite3.Connection]:
    """Open the file for one transaction, which is undone where the block raises.

    Raises SimpananRusak for whatever the system or the file has against it.
    """
    with _guard(path), _run_transaction(path, writable) as connection:
        yield connection


def read_version(connection: sqlite3.Connection) -> int:
    """Return the layout's number; 0 for a file in which nothing was ever stored."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


@contextmanager
def _run_transaction(path: str, writable: bool) -> Iterator[sqlite3.Connection]:
    # Not opened as a read-only URI: what a killed run has left must be rolled back first.
    connection = sqlite3.connect(path, timeout=_WAIT_SECONDS, isolation_level=None)
    try:
        connection.execute("BEGIN IMMEDIATE" if writable else "BEGIN")
        version = read_version(connection)
        if version == 0 and writable:
            for statement in _LAYOUT.split(";"):
                connection.execute(statement)
        elif version not in (0, LAYOUT_VERSION):
            raise StoreError(
                Text(
                    f"nomenklatur tersimpan dalam susunan lain (versi {version}): {path}",
                    f"the nomenclature is stored in another layout (version {version}): {path}",
                )
            )
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.close()


def make_folder(path: str) -> None:
    """Make the folder that the file is to lie in."""
    with _guard(path):
        os.makedirs(os.path.dirname(path), exist_ok=True)


@contextmanager
def _guard(path: str) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(
            Text(
                f"nomenklatur yang tersimpan tidak dapat dipakai ({error}): {path}",
                f"the stored nomenclature cannot be used ({error}): {path}",
            )
        ) from error
    except OSError as error:
        words = error.strerror or type(error).__name__
        raise StoreError(
            Text(
                f"folder data tidak dapat ditulisi ({words}): {path}",
                f"the data folder cannot be written to ({words}): {path}",
            )
        ) from error
