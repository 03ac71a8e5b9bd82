"""Findings of the run itself (SYS): the engine raises them, no rule looks for them."""

from __future__ import annotations

from selaras.rules.sys.run import (
    berkas_tak_terbaca,
    lewat_waktu,
    pengecualian_kedaluwarsa,
    pengecualian_tak_terpakai,
    rule_gagal,
)

__all__ = [
    "berkas_tak_terbaca",
    "lewat_waktu",
    "pengecualian_kedaluwarsa",
    "pengecualian_tak_terpakai",
    "rule_gagal",
]
