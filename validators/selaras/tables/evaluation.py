"""E.81, the evaluation of the Renja by quarter (Permendagri 86/2017): performance beside money."""

from __future__ import annotations

from selaras.tables import shared
from selaras.tables.columns import HEAD_ALONE, make_column, split_wordings
from selaras.tables.spec import ColumnSpec, Content, FormulaKind, Paper, PrintedFormula, TableSpec
from selaras.values.text import Text

_ROMAN = ("I", "II", "III", "IV")


def _make_pair(
    number: int,
    keys: tuple[str, str],
    label: Text,
    heads: str,
    *,
    against: str = "",
    content: tuple[Content, Content] = (Content.TARGET, Content.MONEY),
    year: int | None = None,
    ordinal: int | None = None,
    required: bool = True,
    formulas: tuple[PrintedFormula, PrintedFormula] | tuple[None, None] = (None, None),
    layers: tuple[str, ...] = HEAD_ALONE,
) -> tuple[ColumnSpec, ColumnSpec]:
    """Return one group of the form: the performance, and the money beside it where it is split."""
    performance = make_column(f"{number}a", keys[0], content[0], label, heads,
        against=against, year=year, required=required, ordinal=ordinal,
        layers=(*layers, "K"), width=9, formula=formulas[0],
    )  # fmt: skip
    above = tuple([layer.replace("{kepala}", performance.printed_head) for layer in layers])
    money = make_column(f"{number}b", keys[1], content[1], label + Text(" (anggaran)", " (money)"),
        "Rp | anggaran | keuangan | pagu",
        groups=heads, needs_group=True,
        against=against, year=year, required=False, ordinal=ordinal,
        layers=(*above, "{kepala}"), width=14 if content[1] is Content.MONEY else 9,
        formula=formulas[1],
    )  # fmt: skip
    return performance, money


def _make_rates(
    number: int,
    keys: tuple[str, str],
    label: Text,
    heads: str,
    *,
    against: str = "",
    performance: tuple[str, str],
    money: tuple[str, str],
) -> tuple[ColumnSpec, ColumnSpec]:
    """Return two rates: of the performance and of the money, each with what it compares."""
    return _make_pair(
        number,
        keys,
        label,
        heads,
        against=against,
        content=(Content.PERCENT, Content.PERCENT),
        required=False,
        formulas=(
            PrintedFormula(FormulaKind.PERCENT, performance),
            PrintedFormula(FormulaKind.PERCENT, money),
        ),
    )


def _make_quarter(ordinal: int) -> tuple[ColumnSpec, ColumnSpec]:
    roman = _ROMAN[ordinal - 1]
    return _make_pair(
        7 + ordinal, (f"realisasi_{ordinal}", f"uang_{ordinal}"),
        Text(f"realisasi triwulan {roman}", f"achievement of quarter {ordinal}"),
        """Realisasi Kinerja pada Triwulan | realisasi kinerja triwulan | realisasi triwulan
        | triwulan""",
        against="tingkat | renstra",
        year=0, ordinal=ordinal, layers=("{kepala}", roman),
    )  # fmt: skip


def _add_up(
    performance: tuple[str, ...], money: tuple[str, ...]
) -> tuple[PrintedFormula, PrintedFormula]:
    """Return how performance and money grow from these columns."""
    return (
        PrintedFormula(FormulaKind.CUMULATIVE, performance),
        PrintedFormula(FormulaKind.SUM, money),
    )


E81 = TableSpec(
    name="E.81",
    title=Text("Evaluasi hasil Renja per triwulan", "Quarterly evaluation of the Renja"),
    titles=split_wordings(
        """e 81 | evaluasi terhadap hasil renja | formulir e 81 | evaluasi hasil renja
        | evaluasi terhadap hasil rencana kerja | evaluasi hasil rencana kerja"""),
    columns=(
        shared.make_no("1"),
        make_column("2", "sasaran", Content.TEXT, Text("sasaran", "objective"),
            "Sasaran | sasaran strategis",
            against="indikator | program",
            width=15),
        shared.make_kode("3a")._replace(required=False),
        shared.make_name("3b", width=28),
        shared.make_indikator("4", width=24),
        *_make_pair(
            5, ("target_akhir", "pagu_akhir"),
            Text("target akhir Renstra", "end-of-Renstra target"),
            """Target Renstra Perangkat Daerah pada Tahun {akhir} | target renstra
            | target akhir renstra | target renstra pada tahun | target akhir periode renstra
            | target rpd pada tahun | target rpd""",
            against="realisasi | tingkat | triwulan"),
        *_make_pair(
            6, ("realisasi_lalu", "uang_lalu"),
            Text("realisasi Renstra s/d tahun lalu", "achievement up to last year"),
            """Realisasi Capaian Kinerja Renstra Perangkat Daerah s/d Renja Tahun Lalu ({tahun})
            | realisasi capaian kinerja renstra sampai dengan renja tahun lalu
            | realisasi capaian sampai dengan tahun lalu | realisasi sampai dengan tahun lalu
            | realisasi tahun lalu""",
            against="tingkat | triwulan | dievaluasi | target",
            year=-1),
        *_make_pair(
            7, ("target", "pagu"), Text("target Renja", "Renja target"),
            """Target Kinerja dan Anggaran Renja Tahun Berjalan yang Dievaluasi ({tahun})
            | target kinerja dan anggaran renja
            | target kinerja anggaran renja tahun berjalan yang dievaluasi | target renja
            | target kinerja renja | target tahun berjalan""",
            against="realisasi | tingkat | triwulan | renstra",
            year=0),
        *_make_quarter(1),
        *_make_quarter(2),
        *_make_quarter(3),
        *_make_quarter(4),
        *_make_pair(
            12, ("realisasi", "uang"), Text("realisasi Renja", "Renja achievement"),
            """Realisasi Capaian Kinerja dan Anggaran Renja yang Dievaluasi ({tahun})
            | realisasi capaian kinerja dan anggaran renja yang dievaluasi
            | realisasi capaian kinerja renja | realisasi kinerja dan anggaran renja
            | realisasi renja""",
            against="tingkat | triwulan | lalu | renstra",
            year=0,
            formulas=_add_up(("realisasi_1", "realisasi_2", "realisasi_3", "realisasi_4"),
                             ("uang_1", "uang_2", "uang_3", "uang_4"))),
        *_make_rates(
            13, ("tingkat_realisasi", "tingkat_uang"),
            Text("tingkat capaian Renja", "rate of Renja achievement"),
            """Tingkat Capaian Kinerja dan Realisasi Anggaran Renja (%)
            | tingkat capaian kinerja dan realisasi anggaran renja
            | tingkat capaian kinerja dan anggaran renja | tingkat capaian renja
            | persentase capaian renja | persentase realisasi renja""",
            against="renstra",
            performance=("realisasi", "target"), money=("uang", "pagu")),
        *_make_pair(
            14, ("realisasi_berjalan", "uang_berjalan"),
            Text("realisasi Renstra s/d tahun ini", "achievement up to this year"),
            """Realisasi Kinerja dan Anggaran Renstra s/d Tahun {tahun}
            | realisasi kinerja dan anggaran renstra sampai dengan tahun
            | realisasi kinerja renstra | realisasi capaian renstra sampai dengan tahun""",
            against="tingkat | triwulan | lalu",
            required=False,
            formulas=_add_up(("realisasi_lalu", "realisasi"), ("uang_lalu", "uang"))),
        *_make_rates(
            15, ("tingkat_capaian", "tingkat_uang_akhir"),
            Text("tingkat capaian Renstra", "rate of Renstra attainment"),
            """Tingkat Capaian Kinerja dan Realisasi Anggaran Renstra (%)
            | tingkat capaian kinerja dan realisasi anggaran renstra
            | tingkat capaian kinerja dan anggaran renstra | tingkat capaian renstra
            | persentase capaian renstra""",
            performance=("realisasi_berjalan", "target_akhir"),
            money=("uang_berjalan", "pagu_akhir")),
        make_column("16", "penanggung_jawab", Content.TEXT,
            Text("unit penanggung jawab", "responsible unit"),
            """Unit Perangkat Daerah Penanggung Jawab | perangkat daerah penanggung jawab
            | penanggung jawab | unit kerja""",
            width=14),
        shared.make_notes("17", "Keterangan", width=14),
    ),
    key_columns=("indikator", "realisasi_1", "realisasi_2", "realisasi_3"),
    basis=shared.REGULATION_86,
    printed_title="Evaluasi terhadap Hasil Renja Perangkat Daerah Lingkup {pemda} Tahun {n}",
    paper=Paper.A3,
)  # fmt: skip
