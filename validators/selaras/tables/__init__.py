"""All tables that Selaras knows, one declarative spec each."""

from __future__ import annotations

from selaras.tables.evaluation import E81
from selaras.tables.funding import TABEL21, TABEL22, TABEL31, TABEL41
from selaras.tables.renja import TC29, TC30, TC33
from selaras.tables.renstra import TC23, TC24, TC25, TC26, TC27
from selaras.tables.review import TC31, TC32
from selaras.tables.shared import TAMBAHAN
from selaras.tables.sipd import SIPD17, SIPD19
from selaras.tables.spec import Bentuk, Isi, Kertas, Kolom, Periode, Rumus, TableSpec

#: In the order in which reports list them.
SPECS: tuple[TableSpec, ...] = (
    TC23,
    TC24,
    TC25,
    TC26,
    TC27,
    TC29,
    TC30,
    TC31,
    TC32,
    TC33,
    E81,
    SIPD17,
    SIPD19,
    TABEL41,
    TABEL21,
    TABEL22,
    TABEL31,
)
BY_NAME: dict[str, TableSpec] = {spec.name: spec for spec in SPECS}

#: The forms of SIPD, which stand in for T-C.33.
SIPD = ("SIPD-17", "SIPD-19")
#: Tables that lay out the plan of one year by code, in the order in which one stands in for
#: another. Every list of plan tables comes from here.
RENCANA = ("T-C.33", *SIPD, "Tabel 4.1")

__all__ = [
    "BY_NAME",
    "RENCANA",
    "SIPD",
    "SPECS",
    "TAMBAHAN",
    "Bentuk",
    "Isi",
    "Kertas",
    "Kolom",
    "Periode",
    "Rumus",
    "TableSpec",
]
