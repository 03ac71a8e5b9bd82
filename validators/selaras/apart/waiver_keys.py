"""The keys of selaras-pengecualian.toml: one table for the reader and for the schema.

`docs/build_skema.py` writes selaras-pengecualian.schema.json from it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from selaras.model.waiver import Pengecualian
from selaras.settings.errors import ConfigError
from selaras.settings.keys import Read, Reader
from selaras.settings.selectors import chosen, unknown
from selaras.tables import BY_NAME
from selaras.values.kode_reading import baca_kode
from selaras.values.text import Teks

#: The one key of the file: a list of waivers.
DAFTAR = "pengecualian"

_SIDIK = re.compile("[0-9a-f]{16}")


class Kunci(NamedTuple):
    """A key of a waiver: how it is read, and what the schema says of it."""

    #: The field of the waiver that it is for.
    field: str
    read: Read
    keterangan: str
    skema: Mapping[str, Any]
    wajib: bool = False


def _sidik(reader: Reader, name: str, value: object) -> str:
    if not isinstance(value, str) or not _SIDIK.fullmatch(value.strip().lower()):
        raise reader.wrong(
            name,
            "sidik (fingerprint) temuan dari laporan JSON, 16 angka dan huruf a-f",
            "the fingerprint of a finding from a JSON report, 16 digits and letters a-f",
        )
    return value.strip().lower()


def _aturan(reader: Reader, name: str, value: object) -> str:
    text = reader.text(name, value)
    codes = chosen(f"{reader.path}: {name}", text)
    if len(codes) > 1:
        raise reader.wrong(name, "satu aturan, misalnya JML002", "one rule, such as JML002")
    if codes[0].startswith("SYS"):
        raise reader.fail(
            Teks(
                f"{name}: temuan tentang jalannya pemeriksaan (SYS) tidak dapat dikecualikan",
                f"{name}: findings of the run itself (SYS) cannot be waived",
            )
        )
    return codes[0]


def _kode(reader: Reader, name: str, value: object) -> str:
    read = baca_kode(value) if isinstance(value, str) else None
    if read is None or read.kode is None:
        raise reader.wrong(
            name, 'kode di dalam tanda petik, misalnya "2.17.01"', 'a quoted code: "2.17.01"'
        )
    return str(read.kode)


def _tabel(reader: Reader, name: str, value: object) -> str:
    text = reader.text(name, value)
    if text not in BY_NAME:
        raise reader.fail(unknown(Teks("tabel", "table"), f"{name} = {text}", text, BY_NAME))
    return text


def _tanggal(reader: Reader, name: str, value: object) -> datetime.date:
    if isinstance(value, str):
        try:
            return datetime.date.fromisoformat(value.strip())
        except ValueError:
            pass
    elif isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    raise reader.wrong(name, "tanggal, misalnya 2026-12-31", "a date, such as 2026-12-31")


_TEKS: Mapping[str, Any] = {"type": "string", "pattern": "\\S"}

KEYS: dict[str, Kunci] = {
    "sidik": Kunci(
        "fingerprint",
        _sidik,
        "Sidik (fingerprint) satu temuan, dari laporan JSON.",
        {"type": "string", "pattern": "^[0-9A-Fa-f]{16}$"},
    ),
    "aturan": Kunci("rule_code", _aturan, "Kode atau nama satu aturan, misalnya JML002.", _TEKS),
    "kode": Kunci("kode", _kode, "Hanya baris berkode ini, bagaimanapun kodenya ditulis.", _TEKS),
    "tabel": Kunci("table", _tabel, "Hanya tabel ini.", {"enum": list(BY_NAME)}),
    "berkas": Kunci(
        "file",
        Reader.text,
        "Hanya buku kerja ini: nama berkasnya, bila perlu dengan foldernya (dinas-a/renja.xlsx).",
        _TEKS,
    ),
    "alasan": Kunci("reason", Reader.text, "Mengapa temuannya diterima.", _TEKS, wajib=True),
    "pemilik": Kunci("owner", Reader.text, "Siapa yang bertanggung jawab.", _TEKS, wajib=True),
    "berlaku_sampai": Kunci(
        "last_day", _tanggal, "Hari terakhir pengecualian ini berlaku.", {"type": "string", "format": "date"},
        wajib=True,
    ),
}  # fmt: skip


def read_waivers(table: Mapping[str, Any], path: str) -> tuple[Pengecualian, ...]:
    """Return the waivers of a parsed file, in its order.

    Raises ConfigError, with the file and the number of the entry, for the first that is wrong.
    """
    reader = Reader(path)
    entries = dict(reader.table(table, "", (DAFTAR,))).get(DAFTAR, [])
    if not isinstance(entries, list):
        raise reader.wrong(DAFTAR, f"daftar [[{DAFTAR}]]", f"a list [[{DAFTAR}]]")
    return tuple(
        _satu(reader, f"{DAFTAR}[{number}]", entry) for number, entry in enumerate(entries, 1)
    )


def _satu(reader: Reader, name: str, entry: object) -> Pengecualian:
    values = reader.keys(name, entry, {key: kunci.read for key, kunci in KEYS.items()})
    for key, kunci in KEYS.items():
        if kunci.wajib and key not in values:
            raise _kurang(reader, name, Teks(key, key))
    if "sidik" not in values and "aturan" not in values:
        raise _kurang(reader, name, Teks("sidik atau aturan", "sidik or aturan"))
    for key in ("kode", "tabel"):
        if key in values and "aturan" not in values:
            raise _kurang(reader, name, Teks(f"aturan di samping {key}", f"aturan beside {key}"))
    return Pengecualian(**{KEYS[key].field: value for key, value in values.items()})


def _kurang(reader: Reader, name: str, what: Teks) -> ConfigError:
    return reader.fail(Teks(f"{name} memerlukan {what.id}", f"{name} needs {what.en}"))
