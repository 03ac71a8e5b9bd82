"""What the user may set for a run: the year, tables by hand, thresholds, severities, limits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from selaras.values.finding import Severity

#: No entries; never written to.
_NO_ENTRIES: Mapping[str, Any] = {}


#: The fields of the settings by what files and the command line call them, where that is another
#: word; the same for what is in `pemda`, `opd` and `ambang`.
_FIELDS: Mapping[str, str] = {
    "tahun": "year",
    "tabel": "tables",
    "kolom": "columns",
    "wajib": "required",
    "toleransi": "tolerance",
    "ambang": "thresholds",
    "pilih": "selected",
    "abaikan": "ignored",
    "tingkat": "severities",
    "jenis": "kind",
    "nama": "name",
    "maju": "forward",
    "mirip": "likeness",
    "renstra_kesalahan": "renstra_error",
}
_KEYS = {field: key for key, field in _FIELDS.items()}


def find_field(key: str) -> str:
    """Return the field of Setting (or of a part of it) that a key of a settings file is for."""
    return _FIELDS.get(key, key)


def find_key(field: str) -> str:
    """Return what a settings file calls a field of Setting, or of a part of it."""
    return _KEYS.get(field, field)


#: Severities as files and the command line may write them.
LEVELS: Mapping[str, Severity] = {
    "error": Severity.ERROR,
    "warning": Severity.WARNING,
    "info": Severity.INFO,
    "kesalahan": Severity.ERROR,
    "peringatan": Severity.WARNING,
    "catatan": Severity.INFO,
}


class Limits(NamedTuple):
    """Bounds on one workbook: seconds for the file and for each rule, megabytes for the worker."""

    seconds: float = 60.0
    rule_seconds: float = 5.0
    megabytes: int = 1024


class Thresholds(NamedTuple):
    """Thresholds, all in percent."""

    #: Jump of a forward amount or target over the plan year (IND005).
    forward: int = 50
    #: Difference between the halves of T-C.31 that needs a reason (RKP003).
    rkpd: int = 10
    #: Difference between Renja and Renstra amounts: a warning, and an error (RST009).
    renstra: int = 10
    renstra_error: int = 25
    #: Likeness below which a name is another name (KOD006).
    name: int = 85
    #: Likeness from which two indicators or names are taken for the same.
    likeness: int = 90


#: Kinds of regional government, by the digit of their authority in codes.
PEMDA_KINDS = (
    "kabupaten",
    "kota",
    "provinsi",
    "papua",
    "papua-barat",
    "diy",
    "dki",
    "aceh",
    "bali",
)


class Pemda(NamedTuple):
    """The regional government: its kind (kabupaten, kota, provinsi ...) and its name."""

    kind: str | None = None
    name: str | None = None


class Opd(NamedTuple):
    """The agency whose plan it is."""

    kode: str | None = None
    name: str | None = None


class Setting(NamedTuple):
    """All settings that recognition, rules and policy read. The defaults fit any Renja."""

    year: int | None = None
    #: Sheet name to table name: overrides recognition ("-" for "this sheet holds no table").
    tables: Mapping[str, str] = _NO_ENTRIES
    #: Sheet name to {column key: letters}: overrides where a column stands.
    columns: Mapping[str, Mapping[str, str]] = _NO_ENTRIES
    #: Tables that must be in the workbook; None leaves it to the kind of document.
    required: tuple[str, ...] | None = None
    #: Money tolerance in rupiah.
    tolerance: int = 0
    thresholds: Thresholds = Thresholds()
    pemda: Pemda = Pemda()
    opd: Opd = Opd()
    #: Name or file of the nomenclature to check against; None takes the one of the year, or the one
    #: in use.
    nomenklatur: str | None = None
    #: Fund source to the sources that it covers; added to what is built in.
    sumber_dana: Mapping[str, tuple[str, ...]] = _NO_ENTRIES
    #: Rule codes, families or names (prefixes) to run and to leave out.
    selected: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = _NO_ENTRIES
    limits: Limits = Limits()
