"""E.81, the evaluation of the Renja by quarter (Permendagri 86/2017): performance beside money."""

from __future__ import annotations

from selaras.tables import shared
from selaras.tables.spec import ColumnSpec, Content, FormulaKind, Paper, PrintedFormula, TableSpec
from selaras.values.text import Text

BASIS = "Permendagri 86/2017"
ROMAN = ("I", "II", "III", "IV")

#: Wordings of the lower head over the money where a group is split in "K" and "Rp".
MONEY_HEADS = ("Rp", "anggaran", "keuangan", "pagu")

RENSTRA_TARGET = (
    "Target Renstra Perangkat Daerah pada Tahun {akhir}",
    "target renstra",
    "target akhir renstra",
    "target renstra pada tahun",
    "target akhir periode renstra",
    "target rpd pada tahun",
    "target rpd",
)
PREVIOUS_REALISASI = (
    "Realisasi Capaian Kinerja Renstra Perangkat Daerah s/d Renja Tahun Lalu ({tahun})",
    "realisasi capaian kinerja renstra sampai dengan renja tahun lalu",
    "realisasi capaian sampai dengan tahun lalu",
    "realisasi sampai dengan tahun lalu",
    "realisasi tahun lalu",
)
RENJA_TARGET = (
    "Target Kinerja dan Anggaran Renja Tahun Berjalan yang Dievaluasi ({tahun})",
    "target kinerja dan anggaran renja",
    "target kinerja anggaran renja tahun berjalan yang dievaluasi",
    "target renja",
    "target kinerja renja",
    "target tahun berjalan",
)
QUARTER_HEADS = (
    "Realisasi Kinerja pada Triwulan",
    "realisasi kinerja triwulan",
    "realisasi triwulan",
    "triwulan",
)
RENJA_REALISASI = (
    "Realisasi Capaian Kinerja dan Anggaran Renja yang Dievaluasi ({tahun})",
    "realisasi capaian kinerja dan anggaran renja yang dievaluasi",
    "realisasi capaian kinerja renja",
    "realisasi kinerja dan anggaran renja",
    "realisasi renja",
)
RENJA_ACHIEVEMENT = (
    "Tingkat Capaian Kinerja dan Realisasi Anggaran Renja (%)",
    "tingkat capaian kinerja dan realisasi anggaran renja",
    "tingkat capaian kinerja dan anggaran renja",
    "tingkat capaian renja",
    "persentase capaian renja",
    "persentase realisasi renja",
)
RENSTRA_REALISASI = (
    "Realisasi Kinerja dan Anggaran Renstra s/d Tahun {tahun}",
    "realisasi kinerja dan anggaran renstra sampai dengan tahun",
    "realisasi kinerja renstra",
    "realisasi capaian renstra sampai dengan tahun",
)
RENSTRA_ACHIEVEMENT = (
    "Tingkat Capaian Kinerja dan Realisasi Anggaran Renstra (%)",
    "tingkat capaian kinerja dan realisasi anggaran renstra",
    "tingkat capaian kinerja dan anggaran renstra",
    "tingkat capaian renstra",
    "persentase capaian renstra",
)


def _build_pair(
    keys: tuple[str, str],
    label: Text,
    heads: tuple[str, ...],
    against: tuple[str, ...],
    printed_number: int,
    *,
    content: tuple[Content, Content] = (Content.TARGET, Content.MONEY),
    year: int | None = None,
    ordinal: int | None = None,
    required: bool = True,
    worked_out: tuple[FormulaKind, FormulaKind, tuple[str, ...], tuple[str, ...]] | None = None,
    layers: tuple[str, ...] = ("{kepala}",),
) -> tuple[ColumnSpec, ColumnSpec]:
    """Return one group of the form: the performance, and the money beside it where it is split.

    `dari` says how the two are worked out, and from which columns each.
    """
    performance_column = ColumnSpec(
        keys[0],
        content[0],
        label,
        heads,
        against=against,
        year=year,
        required=required,
        printed_number=f"{printed_number}a",
        ordinal=ordinal,
        layers=(*layers, "K"),
        width=9,
        formula=PrintedFormula(worked_out[0], worked_out[2]) if worked_out else None,
    )
    money = Text(" (anggaran)", " (money)")
    money_column = ColumnSpec(
        keys[1],
        content[1],
        label + money,
        MONEY_HEADS,
        groups=heads,
        against=against,
        year=year,
        required=False,
        needs_group=True,
        printed_number=f"{printed_number}b",
        ordinal=ordinal,
        width=14 if content[1] is Content.MONEY else 9,
        layers=(*(layer.replace("{kepala}", heads[0]) for layer in layers), "{kepala}"),
        formula=PrintedFormula(worked_out[1], worked_out[3]) if worked_out else None,
    )
    return performance_column, money_column


def _build_quarter(ordinal: int) -> tuple[ColumnSpec, ColumnSpec]:
    return _build_pair(
        (f"realisasi_{ordinal}", f"uang_{ordinal}"),
        Text(f"realisasi triwulan {ROMAN[ordinal - 1]}", f"achievement of quarter {ordinal}"),
        QUARTER_HEADS,
        ("tingkat", "renstra"),
        7 + ordinal,
        year=0,
        ordinal=ordinal,
        layers=("{kepala}", ROMAN[ordinal - 1]),
    )


E81 = TableSpec(
    name="E.81",
    title=Text("Evaluasi hasil Renja per triwulan", "Quarterly evaluation of the Renja"),
    titles=(
        "e 81",
        "evaluasi terhadap hasil renja",
        "formulir e 81",
        "evaluasi hasil renja",
        "evaluasi terhadap hasil rencana kerja",
        "evaluasi hasil rencana kerja",
    ),
    columns=(
        shared.make_no("1"),
        ColumnSpec(
            "sasaran",
            Content.TEXT,
            Text("sasaran", "objective"),
            ("Sasaran", "sasaran strategis"),
            against=("indikator", "program"),
            required=False,
            printed_number="2",
            width=15,
        ),
        shared.make_kode("3a")._replace(required=False),
        shared.make_name("3b")._replace(width=28),
        shared.make_indikator("4")._replace(width=24),
        *_build_pair(
            ("target_akhir", "pagu_akhir"),
            Text("target akhir Renstra", "end-of-Renstra target"),
            RENSTRA_TARGET,
            ("realisasi", "tingkat", "triwulan"),
            5,
        ),
        *_build_pair(
            ("realisasi_lalu", "uang_lalu"),
            Text("realisasi Renstra s/d tahun lalu", "achievement up to last year"),
            PREVIOUS_REALISASI,
            ("tingkat", "triwulan", "dievaluasi", "target"),
            6,
            year=-1,
        ),
        *_build_pair(
            ("target", "pagu"),
            Text("target Renja", "Renja target"),
            RENJA_TARGET,
            ("realisasi", "tingkat", "triwulan", "renstra"),
            7,
            year=0,
        ),
        *(column for ordinal in (1, 2, 3, 4) for column in _build_quarter(ordinal)),
        *_build_pair(
            ("realisasi", "uang"),
            Text("realisasi Renja", "Renja achievement"),
            RENJA_REALISASI,
            ("tingkat", "triwulan", "lalu", "renstra"),
            12,
            year=0,
            worked_out=(
                FormulaKind.CUMULATIVE,
                FormulaKind.SUM,
                ("realisasi_1", "realisasi_2", "realisasi_3", "realisasi_4"),
                ("uang_1", "uang_2", "uang_3", "uang_4"),
            ),
        ),
        *_build_pair(
            ("tingkat_realisasi", "tingkat_uang"),
            Text("tingkat capaian Renja", "rate of Renja achievement"),
            RENJA_ACHIEVEMENT,
            ("renstra",),
            13,
            content=(Content.PERCENT, Content.PERCENT),
            required=False,
            worked_out=(
                FormulaKind.PERCENT,
                FormulaKind.PERCENT,
                ("realisasi", "target"),
                ("uang", "pagu"),
            ),
        ),
        *_build_pair(
            ("realisasi_berjalan", "uang_berjalan"),
            Text("realisasi Renstra s/d tahun ini", "achievement up to this year"),
            RENSTRA_REALISASI,
            ("tingkat", "triwulan", "lalu"),
            14,
            required=False,
            worked_out=(
                FormulaKind.CUMULATIVE,
                FormulaKind.SUM,
                ("realisasi_lalu", "realisasi"),
                ("uang_lalu", "uang"),
            ),
        ),
        *_build_pair(
            ("tingkat_capaian", "tingkat_uang_akhir"),
            Text("tingkat capaian Renstra", "rate of Renstra attainment"),
            RENSTRA_ACHIEVEMENT,
            (),
            15,
            content=(Content.PERCENT, Content.PERCENT),
            required=False,
            worked_out=(
                FormulaKind.PERCENT,
                FormulaKind.PERCENT,
                ("realisasi_berjalan", "target_akhir"),
                ("uang_berjalan", "pagu_akhir"),
            ),
        ),
        ColumnSpec(
            "penanggung_jawab",
            Content.TEXT,
            Text("unit penanggung jawab", "responsible unit"),
            (
                "Unit Perangkat Daerah Penanggung Jawab",
                "perangkat daerah penanggung jawab",
                "penanggung jawab",
                "unit kerja",
            ),
            required=False,
            printed_number="16",
            width=14,
        ),
        shared.make_notes("17", printed_head="Keterangan")._replace(width=14),
    ),
    key_columns=("indikator", "realisasi_1", "realisasi_2", "realisasi_3"),
    basis=BASIS,
    printed_title="Evaluasi terhadap Hasil Renja Perangkat Daerah Lingkup {pemda} Tahun {n}",
    paper=Paper.A3,
)
