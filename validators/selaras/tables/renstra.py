"""The tables of the five-year plan: T-C.23 to T-C.27 (Permendagri 86/2017)."""

from __future__ import annotations

from selaras.tables import shared
from selaras.tables.spec import (
    ColumnSpec,
    Content,
    FormulaKind,
    Paper,
    Period,
    PrintedFormula,
    TableSpec,
)
from selaras.values.text import Text

BASIS = "Permendagri 86/2017"
#: The years that the regulation prints. A Renstra of fewer years leaves the last ones out, and
#: one that runs into the year after its period adds a sixth.
PRINTED_YEARS = (1, 2, 3, 4, 5)
MOST_YEARS = (*PRINTED_YEARS, 6)
_FEWEST_YEARS = 3
_YEAR_LAYERS = ("{kepala}", "Tahun {tahun}")
_GROWTH_LAYERS = ("Rata-rata Pertumbuhan (%)", "{kepala}")


def _build_yearly(
    key: str,
    content: Content,
    label: Text,
    heads: tuple[str, ...],
    printed_number: int,
    against: tuple[str, ...] = (),
    groups: tuple[str, ...] = (),
    ratio: tuple[str, str] | None = None,
) -> list[ColumnSpec]:
    """Return one column for each year; `rasio` are the two that it compares."""
    return [
        ColumnSpec(
            f"{key}_{ordinal}",
            content,
            label + Text(f" tahun ke-{ordinal}", f" of year {ordinal}"),
            heads,
            groups,
            against,
            year=ordinal,
            required=ordinal <= _FEWEST_YEARS,
            printed_number=str(printed_number + ordinal - 1) if ordinal in PRINTED_YEARS else "",
            ordinal=ordinal,
            layers=_YEAR_LAYERS,
            formula=ratio
            and PrintedFormula(
                FormulaKind.PERCENT, (f"{ratio[0]}_{ordinal}", f"{ratio[1]}_{ordinal}")
            ),
        )
        for ordinal in MOST_YEARS
    ]


def _build_text(key: str, label: Text, printed_number: str, width: float = 38) -> ColumnSpec:
    return ColumnSpec(
        key, Content.TEXT, label, (key.capitalize(),), printed_number=printed_number, width=width
    )


TC23 = TableSpec(
    name="T-C.23",
    title=Text(
        "Pencapaian kinerja pelayanan perangkat daerah (Renstra)",
        "Attainment of the service performance (Renstra)",
    ),
    titles=("t c 23", "pencapaian kinerja pelayanan"),
    columns=(
        shared.make_no("1"),
        shared.make_indikator("2", "Indikator Kinerja sesuai Tugas dan Fungsi Perangkat Daerah"),
        ColumnSpec(
            "nspk",
            Content.TEXT,
            Text("target NSPK", "NSPK target"),
            ("Target NSPK", "nspk"),
            required=False,
            printed_number="3",
        ),
        ColumnSpec(
            "ikk",
            Content.TEXT,
            Text("target IKK", "IKK target"),
            ("Target IKK", "ikk"),
            required=False,
            printed_number="4",
        ),
        ColumnSpec(
            "lainnya",
            Content.TEXT,
            Text("target indikator lainnya", "other target"),
            ("Target Indikator Lainnya", "indikator lainnya"),
            required=False,
            printed_number="5",
        ),
        *_build_yearly(
            "target",
            Content.TARGET,
            Text("target", "target"),
            ("Target Renstra Perangkat Daerah", "target renstra", "target"),
            6,
            ("realisasi", "rasio", "nspk", "ikk", "lainnya"),
        ),
        *_build_yearly(
            "realisasi",
            Content.TARGET,
            Text("realisasi", "achievement"),
            ("Realisasi Capaian", "realisasi"),
            11,
            ("rasio",),
        ),
        *_build_yearly(
            "rasio",
            Content.PERCENT,
            Text("rasio capaian", "ratio"),
            ("Rasio Capaian (%)", "rasio", "tingkat capaian", "persentase capaian"),
            16,
            ratio=("realisasi", "target"),
        ),
    ),
    key_columns=("indikator", "target_1", "realisasi_1", "rasio_1"),
    free_years=True,
    printed_title="Pencapaian Kinerja Pelayanan Perangkat Daerah",
    period=Period.PREVIOUS_RENSTRA,
    paper=Paper.A3,
    basis=BASIS,
)

TC24 = TableSpec(
    name="T-C.24",
    title=Text(
        "Anggaran dan realisasi pendanaan pelayanan", "Budget and realised funding of the services"
    ),
    titles=("t c 24", "anggaran dan realisasi pendanaan"),
    columns=(
        # Its rows have no codes of their own, but many offices print some before them.
        shared.make_no("")._replace(
            heads=(*shared.make_no().heads, "kode", "kode rekening"), against=()
        ),
        shared.make_name("1", "Uraian"),
        *_build_yearly(
            "anggaran",
            Content.MONEY,
            Text("anggaran", "budget"),
            ("Anggaran pada Tahun", "anggaran"),
            2,
            ("realisasi", "rasio", "pertumbuhan", "rata"),
        ),
        *_build_yearly(
            "realisasi",
            Content.MONEY,
            Text("realisasi anggaran", "realised budget"),
            ("Realisasi Anggaran pada Tahun", "realisasi anggaran", "realisasi"),
            7,
            ("rasio", "pertumbuhan", "rata"),
        ),
        *_build_yearly(
            "rasio",
            Content.PERCENT,
            Text("rasio realisasi", "ratio"),
            ("Rasio antara Realisasi dan Anggaran (%)", "rasio"),
            12,
            ("pertumbuhan",),
            ratio=("realisasi", "anggaran"),
        ),
        ColumnSpec(
            "tumbuh_anggaran",
            Content.PERCENT,
            Text("pertumbuhan anggaran", "growth of the budget"),
            ("Anggaran", "rata pertumbuhan anggaran"),
            groups=("pertumbuhan",),
            against=("realisasi anggaran pada",),
            required=False,
            printed_number="17",
            layers=_GROWTH_LAYERS,
            formula=PrintedFormula(
                FormulaKind.GROWTH, tuple(f"anggaran_{ordinal}" for ordinal in PRINTED_YEARS)
            ),
        ),
        ColumnSpec(
            "tumbuh_realisasi",
            Content.PERCENT,
            Text("pertumbuhan realisasi", "growth of the realised budget"),
            ("Realisasi", "rata pertumbuhan realisasi"),
            groups=("pertumbuhan",),
            required=False,
            printed_number="18",
            layers=_GROWTH_LAYERS,
            formula=PrintedFormula(
                FormulaKind.GROWTH, tuple(f"realisasi_{ordinal}" for ordinal in PRINTED_YEARS)
            ),
        ),
    ),
    key_columns=("anggaran_1", "realisasi_1", "rasio_1"),
    free_years=True,
    printed_title="Anggaran dan Realisasi Pendanaan Pelayanan Perangkat Daerah",
    period=Period.PREVIOUS_RENSTRA,
    paper=Paper.A3,
    basis=BASIS,
)

TC25 = TableSpec(
    name="T-C.25",
    title=Text("Tujuan dan sasaran jangka menengah", "Medium-term goals and objectives"),
    titles=("t c 25", "tujuan dan sasaran jangka menengah"),
    columns=(
        shared.make_no("1"),
        _build_text("tujuan", Text("tujuan", "goal"), "2")._replace(against=("indikator",)),
        _build_text("sasaran", Text("sasaran", "objective"), "3")._replace(against=("indikator",)),
        shared.make_indikator("4")._replace(
            heads=("Indikator Tujuan/Sasaran", *shared.INDIKATOR_HEADS, "indikator tujuan")
        ),
        *_build_yearly(
            "target",
            Content.TARGET,
            Text("target", "target"),
            ("Target Kinerja Tujuan/Sasaran pada Tahun", "target kinerja", "target"),
            5,
            ("realisasi", "rasio"),
        ),
    ),
    key_columns=("tujuan", "sasaran", "indikator", "target_1"),
    free_years=True,
    printed_title="Tujuan dan Sasaran Jangka Menengah Pelayanan Perangkat Daerah",
    period=Period.RENSTRA,
    basis=BASIS,
)

TC26 = TableSpec(
    name="T-C.26",
    title=Text(
        "Tujuan, sasaran, strategi, dan kebijakan", "Goals, objectives, strategies and policies"
    ),
    titles=("t c 26", "tujuan sasaran strategi dan kebijakan", "tujuan sasaran strategi dan arah"),
    columns=(
        _build_text("tujuan", Text("tujuan", "goal"), "1"),
        _build_text("sasaran", Text("sasaran", "objective"), "2"),
        _build_text("strategi", Text("strategi", "strategy"), "3"),
        _build_text("kebijakan", Text("arah kebijakan", "policy"), "4")._replace(
            heads=("Arah Kebijakan", "kebijakan")
        ),
    ),
    key_columns=("tujuan", "sasaran", "strategi", "kebijakan"),
    printed_title="Tujuan, Sasaran, Strategi, dan Kebijakan",
    basis=BASIS,
)


_FINAL_LAYERS = (
    "Target Kinerja Program dan Kerangka Pendanaan",
    "Kondisi Kinerja pada Akhir Periode Renstra ({akhir})",
    "{kepala}",
)
FINAL_CONDITION = ("kondisi kinerja pada akhir periode", "akhir periode", "kondisi akhir", "akhir")
#: Parts of one year, and what came of it.
_WITHIN_YEAR = ("triwulan", "semester", "realisasi")


def _build_pair(ordinal: int) -> list[ColumnSpec]:
    """Return target and amount of one year of T-C.27."""
    groups = ("target kinerja program dan kerangka pendanaan", "kerangka pendanaan", "tahun")
    layers = ("Target Kinerja Program dan Kerangka Pendanaan", "Tahun {tahun}", "{kepala}")
    return [
        ColumnSpec(
            f"target_{ordinal}",
            Content.TARGET,
            Text(f"target tahun ke-{ordinal}", f"target of year {ordinal}"),
            ("Target", "target kinerja", "target capaian", "k"),
            groups,
            against=("akhir", "awal", *_WITHIN_YEAR),
            year=ordinal,
            required=ordinal <= _FEWEST_YEARS,
            printed_number=str(5 + 2 * ordinal) if ordinal in PRINTED_YEARS else "",
            ordinal=ordinal,
            layers=layers,
            width=11,
        ),
        ColumnSpec(
            f"pagu_{ordinal}",
            Content.MONEY,
            Text(f"pagu tahun ke-{ordinal}", f"amount of year {ordinal}"),
            ("Rp", "pagu", "pagu indikatif", "dana", "anggaran"),
            groups,
            against=(
                "akhir",
                "awal",
                "target kinerja program dan kerangka pendanaan target",
                *_WITHIN_YEAR,
            ),
            year=ordinal,
            required=ordinal <= _FEWEST_YEARS,
            printed_number=str(6 + 2 * ordinal) if ordinal in PRINTED_YEARS else "",
            ordinal=ordinal,
            layers=layers,
        ),
    ]


TC27 = TableSpec(
    name="T-C.27",
    title=Text(
        "Rencana program, kegiatan, dan pendanaan Renstra",
        "Programmes, activities and funding of the Renstra",
    ),
    titles=(
        "t c 27",
        "rencana program kegiatan dan pendanaan perangkat daerah",
        "rencana program kegiatan serta pendanaan",
        "program kegiatan indikator kinerja kelompok sasaran dan pendanaan indikatif",
    ),
    columns=(
        shared.make_no(""),
        _build_text("tujuan", Text("tujuan", "goal"), "1", 16)._replace(required=False),
        _build_text("sasaran", Text("sasaran", "objective"), "2", 16)._replace(required=False),
        shared.make_kode("3"),
        shared.make_name("4", "Program dan Kegiatan")._replace(width=32),
        shared.make_indikator(
            "5", "Indikator Kinerja Tujuan, Sasaran, Program (outcome), dan Kegiatan (output)"
        )._replace(width=28),
        ColumnSpec(
            "data_awal",
            Content.TARGET,
            Text("data awal", "baseline"),
            (
                "Data Capaian pada Tahun Awal Perencanaan",
                "data awal",
                "kondisi awal",
                "kondisi kinerja awal",
                "data capaian awal",
            ),
            required=False,
            printed_number="6",
        ),
        *(column for ordinal in MOST_YEARS for column in _build_pair(ordinal)),
        ColumnSpec(
            "target_akhir",
            Content.TARGET,
            Text("target kondisi akhir", "target at the end"),
            ("Target", "target kinerja", "kondisi akhir", "kondisi kinerja pada akhir periode"),
            groups=FINAL_CONDITION,
            printed_number="17",
            layers=_FINAL_LAYERS,
            width=11,
        ),
        ColumnSpec(
            "pagu_akhir",
            Content.MONEY,
            Text("pagu kondisi akhir", "amount at the end"),
            ("Rp", "pagu", "dana", "anggaran"),
            groups=FINAL_CONDITION,
            printed_number="18",
            layers=_FINAL_LAYERS,
            width=15,
            formula=PrintedFormula(
                FormulaKind.SUM, tuple(f"pagu_{ordinal}" for ordinal in PRINTED_YEARS)
            ),
        ),
        ColumnSpec(
            "unit_kerja",
            Content.TEXT,
            Text("unit kerja penanggung jawab", "responsible unit"),
            (
                "Unit Kerja Perangkat Daerah Penanggung Jawab",
                "unit kerja",
                "penanggung jawab",
            ),
            required=False,
            printed_number="19",
            width=14,
        ),
        shared.make_lokasi("20", required=False)._replace(width=13),
    ),
    key_columns=("nama", "target_1", "pagu_1", "target_2", "pagu_2", "target_3", "pagu_3"),
    free_years=True,
    printed_title="Rencana Program, Kegiatan, dan Pendanaan Perangkat Daerah",
    period=Period.RENSTRA,
    paper=Paper.A3,
    basis=BASIS,
)
