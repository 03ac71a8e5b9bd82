"""The keys of selaras-pengecualian.toml: one table for the reader and for the schema.

`docs/build_skema.py` writes selaras-pengecualian.schema.json from it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from selaras.model.waiver import Waiver
from selaras.settings.errors import ConfigError
from selaras.settings.keys import Read, Reader
from selaras.settings.selectors import chosen, unknown
from selaras.tables import BY_NAME
from selaras.values.kode_reading import read_kode
from selaras.values.text import Text

#: The one key of the file: a list of waivers.
WAIVERS_KEY = "pengecualian"

_FINGERPRINT = re.compile("[0-9a-f]{16}")


class WaiverKey(NamedTuple):
    """A key of a waiver: how it is read, and what the schema says of it."""

    #: The field of the waiver that it is for.
    field: str
    read: Read
    remark: str
    schema: Mapping[str, Any]
    required: bool = False


def _read_fingerprint(reader: Reader, name: str, value: object) -> str:
    if not isinstance(value, str) or not _FINGERPRINT.fullmatch(value.strip().lower()):
        raise reader.wrong(
            name,
            "sidik (fingerprint) temuan dari laporan JSON, 16 angka dan huruf a-f",
            "the fingerprint of a finding from a JSON report, 16 digits and letters a-f",
        )
    return value.strip().lower()


def _read_rule(reader: Reader, name: str, value: object) -> str:
    text = reader.text(name, value)
    codes = chosen(f"{reader.path}: {name}", text)
    if len(codes) > 1:
        raise reader.wrong(name, "satu aturan, misalnya JML002", "one rule, such as JML002")
    if codes[0].startswith("SYS"):
        raise reader.fail(
            Text(
                f"{name}: temuan tentang jalannya pemeriksaan (SYS) tidak dapat dikecualikan",
                f"{name}: findings of the run itself (SYS) cannot be waived",
            )
        )
    return codes[0]


def _kode(reader: Reader, name: str, value: object) -> str:
    read = read_kode(value) if isinstance(value, str) else None
    if read is None or read.kode is None:
        raise reader.wrong(
            name, 'kode di dalam tanda petik, misalnya "2.17.01"', 'a quoted code: "2.17.01"'
        )
    return str(read.kode)


def _read_table_name(reader: Reader, name: str, value: object) -> str:
    text = reader.text(name, value)
    if text not in BY_NAME:
        raise reader.fail(unknown(Text("tabel", "table"), f"{name} = {text}", text, BY_NAME))
    return text


def _read_date(reader: Reader, name: str, value: object) -> datetime.date:
    if isinstance(value, str):
        try:
            return datetime.date.fromisoformat(value.strip())
        except ValueError:
            pass
    elif isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    raise reader.wrong(name, "tanggal, misalnya 2026-12-31", "a date, such as 2026-12-31")


_TEXT_SCHEMA: Mapping[str, Any] = {"type": "string", "pattern": "\\S"}

WAIVER_KEYS: dict[str, WaiverKey] = {
    "sidik": WaiverKey(
        "fingerprint",
        _read_fingerprint,
        "Sidik (fingerprint) satu temuan, dari laporan JSON.",
        {"type": "string", "pattern": "^[0-9A-Fa-f]{16}$"},
    ),
    "aturan": WaiverKey(
        "rule_code", _read_rule, "Kode atau nama satu aturan, misalnya JML002.", _TEXT_SCHEMA,
    ),
    "kode": WaiverKey(
        "kode", _kode, "Hanya baris berkode ini, bagaimanapun kodenya ditulis.", _TEXT_SCHEMA,
    ),
    "tabel": WaiverKey("table", _read_table_name, "Hanya tabel ini.", {"enum": list(BY_NAME)}),
    "berkas": WaiverKey(
        "file",
        Reader.text,
        "Hanya buku kerja ini: nama berkasnya, bila perlu dengan foldernya (dinas-a/renja.xlsx).",
        _TEXT_SCHEMA,
    ),
    "alasan": WaiverKey(
        "reason", Reader.text, "Mengapa temuannya diterima.", _TEXT_SCHEMA, required=True,
    ),
    "pemilik": WaiverKey(
        "owner", Reader.text, "Siapa yang bertanggung jawab.", _TEXT_SCHEMA, required=True,
    ),
    "berlaku_sampai": WaiverKey(
        "last_day", _read_date, "Hari terakhir pengecualian ini berlaku.",
        {"type": "string", "format": "date"}, required=True,
    ),
}  # fmt: skip


def read_waivers(table: Mapping[str, Any], path: str) -> tuple[Waiver, ...]:
    """Return the waivers of a parsed file, in its order.

    Raises ConfigError, with the file and the number of the entry, for the first that is wrong.
    """
    reader = Reader(path)
    entries = dict(reader.table(table, "", (WAIVERS_KEY,))).get(WAIVERS_KEY, [])
    if not isinstance(entries, list):
        raise reader.wrong(WAIVERS_KEY, f"daftar [[{WAIVERS_KEY}]]", f"a list [[{WAIVERS_KEY}]]")
    return tuple(
        _read_waiver(reader, f"{WAIVERS_KEY}[{number}]", entry)
        for number, entry in enumerate(entries, 1)
    )


def _read_waiver(reader: Reader, name: str, entry: object) -> Waiver:
    values = reader.keys(
        name, entry, {key: waiver_key.read for key, waiver_key in WAIVER_KEYS.items()}
    )
    for key, waiver_key in WAIVER_KEYS.items():
        if waiver_key.required and key not in values:
            raise _build_missing_error(reader, name, Text(key, key))
    if "sidik" not in values and "aturan" not in values:
        raise _build_missing_error(reader, name, Text("sidik atau aturan", "sidik or aturan"))
    for key in ("kode", "tabel"):
        if key in values and "aturan" not in values:
            raise _build_missing_error(
                reader, name, Text(f"aturan di samping {key}", f"aturan beside {key}")
            )
    return Waiver(**{WAIVER_KEYS[key].field: value for key, value in values.items()})


def _build_missing_error(reader: Reader, name: str, what: Text) -> ConfigError:
    return reader.fail(Text(f"{name} memerlukan {what.id}", f"{name} needs {what.en}"))
