"""Titles and heads with years in them: as a formula of the settings, and what it shows."""

from __future__ import annotations

import re
from typing import NamedTuple

from selaras.tables import Kolom, Periode, TableSpec
from selaras_templates.setting import Setelan

#: Defined names of the cells of "Pengaturan".
TAHUN, AWAL, OPD, PEMDA, KOTA = (
    "tahun_rencana",
    "awal_renstra",
    "nama_opd",
    "nama_pemda",
    "tempat_tanda_tangan",
)

_TANDA = re.compile(r"\{(n|tahun|akhir|pemda|opd|kota)([+-]\d)?\}")


class Kalimat(NamedTuple):
    """What a cell says: text, and the formula that makes it where it depends on the settings."""

    teks: str
    rumus: str = ""


def kalimat(
    pola: str, setelan: Setelan, periode: Periode = Periode.RENCANA, geser: int = 0
) -> Kalimat:
    """Return a sentence; {tahun} is the year of a column that lies `geser` years from its base."""
    parts: list[str] = []
    text = ""
    end = 0
    for found in _TANDA.finditer(pola):
        parts += _petik(pola[end : found.start()])
        text += pola[end : found.start()]
        end = found.end()
        expression, value = _nilai(found[1], int(found[2] or 0), setelan, periode, geser)
        parts.append(expression)
        text += value
    if not parts and not end:
        return Kalimat(pola)
    parts += _petik(pola[end:])
    return Kalimat(text + pola[end:], "=" + "&".join(parts))


def _petik(text: str) -> list[str]:
    return ['"' + text.replace('"', '""') + '"'] if text else []


def _nilai(
    tanda: str, tambah: int, setelan: Setelan, periode: Periode, geser: int
) -> tuple[str, str]:
    if tanda == "pemda":
        return PEMDA, setelan.pemda
    if tanda == "opd":
        return OPD, setelan.opd
    if tanda == "kota":
        return KOTA, setelan.kota
    if tanda == "akhir":
        return f"({AWAL}+4)", str(setelan.renstra_start + 4)
    if tanda == "n" or periode is Periode.RENCANA:
        offset = tambah if tanda == "n" else geser
        return _geser(TAHUN, offset), str(setelan.tahun + offset)
    offset = geser + setelan.tahun_dasar(periode) - setelan.renstra_start
    return _geser(AWAL, offset), str(setelan.renstra_start + offset)


def _geser(name: str, offset: int) -> str:
    return f"({name}{offset:+d})" if offset else name


def lapis(spec: TableSpec, kolom: Kolom, setelan: Setelan) -> tuple[Kalimat, ...]:
    """Return what stands in the head of a column, from the topmost line down."""
    return tuple(
        kalimat(line.replace("{kepala}", kolom.printed_head), setelan, spec.periode, compute_shift(spec, kolom))
        for line in kolom.lapis
    )


def compute_shift(spec: TableSpec, kolom: Kolom) -> int:
    """Return how many years a column lies from the base year of its table."""
    if kolom.tahun is not None:
        return kolom.tahun
    # The key indicators begin with the year before the Renstra.
    return kolom.ordinal - 1 if kolom.ordinal and spec.periode is not Periode.RENCANA else 0
