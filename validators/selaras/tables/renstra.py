"""The tables of the five-year plan: T-C.23 to T-C.27 (Permendagri 86/2017)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selaras.tables import shared
from selaras.tables.columns import make_column, repeat_yearly, split_wordings
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

if TYPE_CHECKING:
    from collections.abc import Iterator

#: The years that the regulation prints. A Renstra of fewer years leaves the last ones out, and
#: one that runs into the year after its period adds a sixth.
PRINTED_YEARS = (1, 2, 3, 4, 5)
MOST_YEARS = (*PRINTED_YEARS, 6)
_FEWEST_YEARS = 3

_GROWTH = ("Rata-rata Pertumbuhan (%)", "{kepala}")
_FRAME = "Target Kinerja Program dan Kerangka Pendanaan"
_YEAR_OF_FRAME = (_FRAME, "Tahun {tahun}", "{kepala}")
_END_OF_FRAME = (_FRAME, "Kondisi Kinerja pada Akhir Periode Renstra ({akhir})", "{kepala}")
_END_GROUPS = "kondisi kinerja pada akhir periode | akhir periode | kondisi akhir | akhir"
#: Parts of one year, and what came of it.
_WITHIN_YEAR = "triwulan | semester | realisasi"


def _repeat(*columns: ColumnSpec) -> Iterator[ColumnSpec]:
    """Yield the columns once for each year of the Renstra."""
    return repeat_yearly(
        *columns,
        years=MOST_YEARS,
        has_ordinals=True,
        required=_FEWEST_YEARS,
        printed=len(PRINTED_YEARS),
    )


def _compute(kind: FormulaKind, key: str) -> PrintedFormula:
    """Return what is worked out from all years that the regulation prints."""
    return PrintedFormula(kind, tuple(f"{key}_{ordinal}" for ordinal in PRINTED_YEARS))


def _make_aim(
    number: str,
    key: str,
    label: Text,
    heads: str,
    *,
    against: str = "",
    required: bool = True,
    width: float = 38,
) -> ColumnSpec:
    """Return a column of goals, objectives, strategies or policies."""
    return make_column(
        number, key, Content.TEXT, label, heads, against=against, required=required, width=width
    )


TC23 = TableSpec(
    name="T-C.23",
    title=Text("Pencapaian kinerja pelayanan perangkat daerah (Renstra)",
               "Attainment of the service performance (Renstra)"),
    titles=split_wordings("t c 23 | pencapaian kinerja pelayanan"),
    columns=(
        shared.make_no("1"),
        shared.make_indikator("2", "Indikator Kinerja sesuai Tugas dan Fungsi Perangkat Daerah"),
        make_column("3", "nspk", Content.TEXT, Text("target NSPK", "NSPK target"),
            "Target NSPK | nspk"),
        make_column("4", "ikk", Content.TEXT, Text("target IKK", "IKK target"),
            "Target IKK | ikk"),
        make_column("5", "lainnya", Content.TEXT, Text("target indikator lainnya", "other target"),
            "Target Indikator Lainnya | indikator lainnya"),
        *_repeat(make_column("6", "target", Content.TARGET, Text("target", "target"),
            "Target Renstra Perangkat Daerah | target renstra | target",
            against="realisasi | rasio | nspk | ikk | lainnya")),
        *_repeat(make_column("11", "realisasi", Content.TARGET, Text("realisasi", "achievement"),
            "Realisasi Capaian | realisasi",
            against="rasio")),
        *_repeat(make_column("16", "rasio", Content.PERCENT, Text("rasio capaian", "ratio"),
            "Rasio Capaian (%) | rasio | tingkat capaian | persentase capaian",
            formula=PrintedFormula(FormulaKind.PERCENT, ("realisasi", "target")))),
    ),
    key_columns=("indikator", "target_1", "realisasi_1", "rasio_1"),
    free_years=True,
    printed_title="Pencapaian Kinerja Pelayanan Perangkat Daerah",
    period=Period.PREVIOUS_RENSTRA,
    paper=Paper.A3,
    basis=shared.REGULATION_86,
)  # fmt: skip

TC24 = TableSpec(
    name="T-C.24",
    title=Text("Anggaran dan realisasi pendanaan pelayanan",
               "Budget and realised funding of the services"),
    titles=split_wordings("t c 24 | anggaran dan realisasi pendanaan"),
    columns=(
        # Its rows have no codes of their own, but many offices print some before them.
        shared.make_no("")._replace(
            heads=(*shared.make_no("").heads, "kode", "kode rekening"), against=()),
        shared.make_name("1", "Uraian"),
        *_repeat(make_column("2", "anggaran", Content.MONEY, Text("anggaran", "budget"),
            "Anggaran pada Tahun | anggaran",
            against="realisasi | rasio | pertumbuhan | rata")),
        *_repeat(make_column(
            "7", "realisasi", Content.MONEY, Text("realisasi anggaran", "realised budget"),
            "Realisasi Anggaran pada Tahun | realisasi anggaran | realisasi",
            against="rasio | pertumbuhan | rata")),
        *_repeat(make_column("12", "rasio", Content.PERCENT, Text("rasio realisasi", "ratio"),
            "Rasio antara Realisasi dan Anggaran (%) | rasio",
            against="pertumbuhan",
            formula=PrintedFormula(FormulaKind.PERCENT, ("realisasi", "anggaran")))),
        make_column("17", "tumbuh_anggaran", Content.PERCENT,
            Text("pertumbuhan anggaran", "growth of the budget"),
            "Anggaran | rata pertumbuhan anggaran",
            groups="pertumbuhan",
            against="realisasi anggaran pada",
            required=False, layers=_GROWTH,
            formula=_compute(FormulaKind.GROWTH, "anggaran")),
        make_column("18", "tumbuh_realisasi", Content.PERCENT,
            Text("pertumbuhan realisasi", "growth of the realised budget"),
            "Realisasi | rata pertumbuhan realisasi",
            groups="pertumbuhan",
            required=False, layers=_GROWTH,
            formula=_compute(FormulaKind.GROWTH, "realisasi")),
    ),
    key_columns=("anggaran_1", "realisasi_1", "rasio_1"),
    free_years=True,
    printed_title="Anggaran dan Realisasi Pendanaan Pelayanan Perangkat Daerah",
    period=Period.PREVIOUS_RENSTRA,
    paper=Paper.A3,
    basis=shared.REGULATION_86,
)  # fmt: skip

TC25 = TableSpec(
    name="T-C.25",
    title=Text("Tujuan dan sasaran jangka menengah", "Medium-term goals and objectives"),
    titles=split_wordings("t c 25 | tujuan dan sasaran jangka menengah"),
    columns=(
        shared.make_no("1"),
        _make_aim("2", "tujuan", Text("tujuan", "goal"), "Tujuan", against="indikator"),
        _make_aim("3", "sasaran", Text("sasaran", "objective"), "Sasaran", against="indikator"),
        shared.make_indikator("4")._replace(
            heads=("Indikator Tujuan/Sasaran", *shared.INDIKATOR_HEADS, "indikator tujuan")),
        *_repeat(make_column("5", "target", Content.TARGET, Text("target", "target"),
            "Target Kinerja Tujuan/Sasaran pada Tahun | target kinerja | target",
            against="realisasi | rasio")),
    ),
    key_columns=("tujuan", "sasaran", "indikator", "target_1"),
    free_years=True,
    printed_title="Tujuan dan Sasaran Jangka Menengah Pelayanan Perangkat Daerah",
    period=Period.RENSTRA,
    basis=shared.REGULATION_86,
)  # fmt: skip

TC26 = TableSpec(
    name="T-C.26",
    title=Text("Tujuan, sasaran, strategi, dan kebijakan",
               "Goals, objectives, strategies and policies"),
    titles=split_wordings(
        "t c 26 | tujuan sasaran strategi dan kebijakan | tujuan sasaran strategi dan arah"),
    columns=(
        _make_aim("1", "tujuan", Text("tujuan", "goal"), "Tujuan"),
        _make_aim("2", "sasaran", Text("sasaran", "objective"), "Sasaran"),
        _make_aim("3", "strategi", Text("strategi", "strategy"), "Strategi"),
        _make_aim("4", "kebijakan", Text("arah kebijakan", "policy"), "Arah Kebijakan | kebijakan"),
    ),
    key_columns=("tujuan", "sasaran", "strategi", "kebijakan"),
    printed_title="Tujuan, Sasaran, Strategi, dan Kebijakan",
    basis=shared.REGULATION_86,
)  # fmt: skip

TC27 = TableSpec(
    name="T-C.27",
    title=Text("Rencana program, kegiatan, dan pendanaan Renstra",
               "Programmes, activities and funding of the Renstra"),
    titles=split_wordings(
        """t c 27 | rencana program kegiatan dan pendanaan perangkat daerah
        | rencana program kegiatan serta pendanaan
        | program kegiatan indikator kinerja kelompok sasaran dan pendanaan indikatif"""),
    columns=(
        shared.make_no(""),
        _make_aim("1", "tujuan", Text("tujuan", "goal"), "Tujuan", required=False, width=16),
        _make_aim("2", "sasaran", Text("sasaran", "objective"), "Sasaran",
                  required=False, width=16),
        shared.make_kode("3"),
        shared.make_name("4", "Program dan Kegiatan", width=32),
        shared.make_indikator(
            "5", "Indikator Kinerja Tujuan, Sasaran, Program (outcome), dan Kegiatan (output)",
            width=28),
        make_column("6", "data_awal", Content.TARGET, Text("data awal", "baseline"),
            """Data Capaian pada Tahun Awal Perencanaan | data awal | kondisi awal
            | kondisi kinerja awal | data capaian awal""",
            required=False),
        *_repeat(
            make_column("7", "target", Content.TARGET, Text("target", "target"),
                "Target | target kinerja | target capaian | k",
                groups="target kinerja program dan kerangka pendanaan | kerangka pendanaan | tahun",
                against=f"akhir | awal | {_WITHIN_YEAR}",
                layers=_YEAR_OF_FRAME, width=11),
            make_column("8", "pagu", Content.MONEY, Text("pagu", "amount"),
                "Rp | pagu | pagu indikatif | dana | anggaran",
                groups="target kinerja program dan kerangka pendanaan | kerangka pendanaan | tahun",
                against="akhir | awal | target kinerja program dan kerangka pendanaan target | "
                        + _WITHIN_YEAR,
                layers=_YEAR_OF_FRAME)),
        make_column("17", "target_akhir", Content.TARGET,
            Text("target kondisi akhir", "target at the end"),
            "Target | target kinerja | kondisi akhir | kondisi kinerja pada akhir periode",
            groups=_END_GROUPS,
            layers=_END_OF_FRAME, width=11),
        make_column(
            "18", "pagu_akhir", Content.MONEY, Text("pagu kondisi akhir", "amount at the end"),
            "Rp | pagu | dana | anggaran",
            groups=_END_GROUPS,
            layers=_END_OF_FRAME, width=15,
            formula=_compute(FormulaKind.SUM, "pagu")),
        make_column("19", "unit_kerja", Content.TEXT,
            Text("unit kerja penanggung jawab", "responsible unit"),
            "Unit Kerja Perangkat Daerah Penanggung Jawab | unit kerja | penanggung jawab",
            width=14),
        shared.make_lokasi("20", required=False, width=13),
    ),
    key_columns=("nama", "target_1", "pagu_1", "target_2", "pagu_2", "target_3", "pagu_3"),
    free_years=True,
    printed_title="Rencana Program, Kegiatan, dan Pendanaan Perangkat Daerah",
    period=Period.RENSTRA,
    paper=Paper.A3,
    basis=shared.REGULATION_86,
)  # fmt: skip
