"""Layouts "sipd" and "sipd-2baris": the plan as SIPD exports it, in 17 columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from renja_mojokerto import facts, style
from renja_mojokerto.codes import join_four_digits
from renja_mojokerto.document import Document
from renja_mojokerto.handed_in import build_official_sheets
from renja_mojokerto.heads import Column, Group, Head
from renja_mojokerto.plan import Block, Form, SheetPlan
from renja_mojokerto.source import Row, Table, Value

NAME = "SIPD-17"

HEAD: Head = (
    Column("no", "No", 1, 5, "center"),
    Column("kode", "Kode", 2, 19),
    Column("nama", "Urusan/Bidang Urusan/Program/Kegiatan/Sub Kegiatan", 3, 42),
    Column("indikator", "Indikator Kinerja", 4, 38),
    Column("target_akhir", "Target Akhir Periode Renstra (Tahun 2026)", 5, 14, "center"),
    Column("realisasi_lalu", "Realisasi Capaian Tahun 2022", 6, 14, "center"),
    Column("prakiraan_berjalan", "Prakiraan Capaian Tahun 2023", 7, 14, "center"),
    Group(
        "Rencana Tahun 2024",
        (
            Column("target", "Target", 8, 14, "center"),
            Column("pagu", "Pagu Indikatif (Rp)", 9, 17, "right"),
            Column("lokasi", "Lokasi", 10, 15, "center"),
            Column("sumber_dana", "Sumber Dana", 11, 17, "center"),
        ),
    ),
    Column("prioritas_nasional", "Prioritas Nasional", 12, 14),
    Column("prioritas_daerah", "Prioritas Daerah", 13, 14),
    Column("kelompok_sasaran", "Kelompok Sasaran", 14, 14),
    Group(
        "Prakiraan Maju Tahun 2025",
        (
            Column("target_maju", "Target", 15, 14, "center"),
            Column("pagu_maju", "Pagu Indikatif (Rp)", 16, 17, "right"),
        ),
    ),
    Column("penanggung_jawab", "Perangkat Daerah Penanggung Jawab", 17, 20, "center"),
)

TITLES = (
    "Rencana Kerja Perangkat Daerah Tahun 2024",
    facts.OFFICE,
)

_OF_INDICATOR = frozenset(
    {
        "indikator",
        "target_akhir",
        "realisasi_lalu",
        "prakiraan_berjalan",
        "target",
        "target_maju",
    }
)
"""The columns that stand on the indicator's row where a sub kegiatan takes two rows."""

_CODED = ("program", "kegiatan", "sub_kegiatan")


def _list_evaluated(
    document: Document,
) -> Mapping[tuple[tuple[int, ...], str], Mapping[str, Value]]:
    """Return the rows of T-C.29 by code and indicator."""
    found: dict[tuple[tuple[int, ...], str], Mapping[str, Value]] = {}
    code: Value = None
    for row in document.tables["T-C.29"].rows:
        code = row.values["kode"] or code
        found[_match(code, row.values["indikator"])] = row.values
    return found


def _match(code: Value, indicator: Value) -> tuple[tuple[int, ...], str]:
    return tuple(int(part) for part in str(code).split(".")), str(indicator).casefold()


def _build_rows(document: Document) -> Iterator[Row]:
    number, code, evaluated = 0, None, _list_evaluated(document)
    for row in document.tables["T-C.33"].rows:
        if row.kind.startswith("rincian"):
            continue
        coded = row.kind in _CODED
        if coded:
            number, code = number + 1, row.values["kode"]
        before = evaluated.get(_match(code, row.values["indikator"]), {})
        values = {key: value for key, value in row.values.items() if key != "catatan"} | {
            "no": number if coded else None,
            "target_akhir": before.get("target_akhir"),
            "realisasi_lalu": before.get("realisasi_renja"),
            "prakiraan_berjalan": before.get("target_berjalan"),
            "prioritas_nasional": None,
            "prioritas_daerah": None,
            "kelompok_sasaran": None,
            "penanggung_jawab": facts.OPD if coded else None,
        }
        if row.kind == "total":
            values["nama"] = "Jumlah"
        yield Row(row.index, row.kind, values)


def _split_into_two_rows(rows: Iterator[Row]) -> Iterator[Row]:
    """Split each sub kegiatan into the row of its name and the row of its indicator."""
    for row in rows:
        if row.kind != "sub_kegiatan":
            yield row
            continue
        for kind, of_indicator in ((row.kind, False), ("indikator", True)):
            values = {k: v for k, v in row.values.items() if (k in _OF_INDICATOR) == of_indicator}
            yield Row(row.index, kind, values)


def _build_sheets(document: Document, rows: Iterator[Row]) -> tuple[SheetPlan, ...]:
    block = Block(
        table=Table(NAME, tuple(rows)),
        head=HEAD,
        titles=TITLES,
        signed=True,
        form=Form(code=join_four_digits),
    )
    others = [
        plan for plan in build_official_sheets(document) if plan.name not in ("T-C.33", "Tabel 4.1")
    ]
    return (*others, SheetPlan("Rencana Kerja", (block,), style.PAPER_A3))


def build_sheets(document: Document) -> tuple[SheetPlan, ...]:
    """Return the sheets with one row a sub kegiatan."""
    return _build_sheets(document, _build_rows(document))


def build_two_row_sheets(document: Document) -> tuple[SheetPlan, ...]:
    """Return the sheets with two rows a sub kegiatan."""
    return _build_sheets(document, _split_into_two_rows(_build_rows(document)))
