"""The tables of the yearly work plan: T-C.29, T-C.30 and T-C.33 (Permendagri 86/2017)."""

from __future__ import annotations

from selaras.tables import shared
from selaras.tables.spec import ColumnSpec, Content, FormulaKind, Paper, PrintedFormula, TableSpec
from selaras.values.text import Text

BASIS = "Permendagri 86/2017"

_TWO_YEARS_BACK = (
    "Target dan Realisasi Kinerja Program dan Keluaran Kegiatan Tahun {tahun}",
    "{kepala}",
)
_YEAR_LAYERS = ("{kepala}", "Tahun {tahun}")
_CURRENT_LAYERS = (
    "Perkiraan Realisasi Capaian Target Renstra Perangkat Daerah s/d Tahun {n-1}",
    "{kepala}",
)

TC29 = TableSpec(
    name="T-C.29",
    title=Text(
        "Rekapitulasi evaluasi hasil pelaksanaan Renja dan pencapaian Renstra",
        "Review of the results of the Renja and the attainment of the Renstra",
    ),
    titles=(
        "t c 29",
        "rekapitulasi evaluasi hasil pelaksanaan renja",
        "evaluasi hasil pelaksanaan renja perangkat daerah dan pencapaian renstra",
        "evaluasi pelaksanaan renja",
    ),
    columns=(
        shared.make_no(""),
        shared.make_kode("1"),
        shared.make_name("2"),
        shared.make_indikator(
            "3", "Indikator Kinerja Program (outcome)/Kegiatan (output)/Sub Kegiatan (output)"
        ),
        ColumnSpec(
            "target_akhir",
            Content.TARGET,
            Text("target akhir Renstra", "end-of-Renstra target"),
            (
                "Target Kinerja Capaian Program (Renstra Perangkat Daerah) Tahun {akhir}",
                "target kinerja capaian program renstra",
                "target capaian kinerja renstra",
                "target renstra",
                "target akhir renstra",
                "target akhir periode renstra",
                "target program dan kegiatan renstra",
                "target",
            ),
            groups=("renstra", "akhir periode"),
            against=("realisasi", "renja", "tingkat", "tahun berjalan"),
            printed_number="4",
            width=16,
        ),
        ColumnSpec(
            "realisasi_lalu",
            Content.TARGET,
            Text("realisasi s/d tahun n-3", "achievement up to n-3"),
            (
                "Realisasi Target Kinerja Hasil Program dan Keluaran Kegiatan s/d Tahun {tahun}",
                "realisasi target kinerja hasil program keluaran kegiatan",
                "realisasi sampai dengan tahun",
                "realisasi kinerja tahun lalu",
                "realisasi capaian",
                "realisasi",
            ),
            against=("tingkat", "perkiraan", "prakiraan", "berjalan", "renja"),
            year=-3,
            printed_number="5",
            width=16,
        ),
        ColumnSpec(
            "target_renja",
            Content.TARGET,
            Text("target Renja tahun n-2", "Renja target of n-2"),
            (
                "Target Renja Perangkat Daerah Tahun {tahun}",
                "target renja",
                "target kinerja renja",
                "target",
            ),
            groups=(
                "target dan realisasi kinerja program",
                "tahun lalu",
                "renja tahun",
                "target dan realisasi",
            ),
            against=("tingkat", "berjalan", "akhir", "sampai dengan", "renstra"),
            year=-2,
            printed_number="6",
            layers=_TWO_YEARS_BACK,
        ),
        ColumnSpec(
            "realisasi_renja",
            Content.TARGET,
            Text("realisasi Renja tahun n-2", "Renja achievement of n-2"),
            (
                "Realisasi Renja Perangkat Daerah Tahun {tahun}",
                "realisasi renja",
                "realisasi kinerja renja",
                "realisasi",
            ),
            groups=("target dan realisasi kinerja program", "tahun lalu", "target dan realisasi"),
            against=("tingkat", "berjalan", "perkiraan", "sampai dengan"),
            year=-2,
            printed_number="7",
            layers=_TWO_YEARS_BACK,
        ),
        ColumnSpec(
            "tingkat_realisasi",
            Content.PERCENT,
            Text("tingkat realisasi", "rate of achievement"),
            (
                "Tingkat Realisasi (%)",
                "tingkat realisasi",
                "persentase realisasi",
                "persentase capaian",
                "rasio",
                "persen",
            ),
            against=("renstra", "perkiraan", "berjalan"),
            year=-2,
            printed_number="8",
            layers=_TWO_YEARS_BACK,
            formula=PrintedFormula(FormulaKind.PERCENT, ("realisasi_renja", "target_renja")),
        ),
        ColumnSpec(
            "target_berjalan",
            Content.TARGET,
            Text("target Renja tahun n-1", "Renja target of n-1"),
            (
                "Target Program dan Kegiatan (Renja Perangkat Daerah) Tahun {tahun}",
                "target program kegiatan renja perangkat daerah tahun berjalan",
                "target program dan kegiatan",
                "target renja tahun berjalan",
                "target renja",
                "target",
            ),
            groups=("berjalan",),
            against=("tingkat", "realisasi", "renstra"),
            year=-1,
            printed_number="9",
            width=17,
        ),
        ColumnSpec(
            "realisasi_berjalan",
            Content.TARGET,
            Text("realisasi s/d tahun berjalan", "achievement up to the current year"),
            (
                "Realisasi Capaian Program dan Kegiatan s/d Tahun {tahun}",
                "realisasi capaian program kegiatan sampai dengan tahun berjalan",
                "realisasi capaian",
                "perkiraan realisasi capaian",
                "realisasi sampai dengan tahun berjalan",
                "capaian sampai dengan tahun",
                "realisasi",
            ),
            groups=("perkiraan realisasi capaian target renstra", "berjalan", "perkiraan"),
            against=("tingkat",),
            year=-1,
            printed_number="10",
            layers=_CURRENT_LAYERS,
            width=16,
            formula=PrintedFormula(
                FormulaKind.CUMULATIVE, ("realisasi_lalu", "realisasi_renja", "target_berjalan")
            ),
        ),
        ColumnSpec(
            "tingkat_capaian",
            Content.PERCENT,
            Text("tingkat capaian Renstra", "rate of Renstra attainment"),
            (
                "Tingkat Capaian Realisasi Target Renstra (%)",
                "tingkat capaian realisasi target renstra",
                "tingkat capaian",
                "tingkat capaian renstra",
                "persentase capaian renstra",
            ),
            groups=("perkiraan realisasi capaian target renstra", "berjalan", "perkiraan"),
            printed_number="11",
            layers=_CURRENT_LAYERS,
            formula=PrintedFormula(FormulaKind.PERCENT, ("realisasi_berjalan", "target_akhir")),
        ),
        shared.make_notes("12", printed_head="Catatan"),
    ),
    key_columns=("nama", "indikator", "target_akhir"),
    # A target with what came of it is any report's: here it is a year's beside the Renstra's.
    witnesses=(("target_renja", "target_berjalan"),),
    printed_title=(
        "Rekapitulasi Evaluasi Hasil Pelaksanaan Renja Perangkat Daerah dan Pencapaian Renstra "
        "Perangkat Daerah s/d Tahun {n-1}"
    ),
    paper=Paper.A3,
    basis=BASIS,
)

TC30 = TableSpec(
    name="T-C.30",
    title=Text(
        "Pencapaian kinerja pelayanan perangkat daerah",
        "Attainment of the service performance of the agency",
    ),
    titles=(
        "t c 30",
        "pencapaian kinerja pelayanan",
        "capaian kinerja pelayanan",
        "kinerja pelayanan perangkat daerah",
    ),
    columns=(
        shared.make_no("1"),
        shared.make_indikator("2", "Indikator"),
        ColumnSpec(
            "spm",
            Content.TEXT,
            Text("SPM/standar nasional", "national standard"),
            ("SPM/Standar Nasional", "spm", "standar nasional", "standar pelayanan minimal"),
            required=False,
            printed_number="3",
        ),
        ColumnSpec(
            "ikk",
            Content.TEXT,
            Text("IKK", "key performance indicator"),
            ("IKK", "indikator kinerja kunci", "ikk pp"),
            required=False,
            printed_number="4",
        ),
        *(
            ColumnSpec(
                f"target_{ordinal}",
                Content.TARGET,
                Text(f"target Renstra tahun ke-{ordinal}", f"Renstra target of year {ordinal}"),
                (
                    "Target Renstra Perangkat Daerah",
                    "target renstra",
                    "target kinerja",
                    "target",
                ),
                against=("realisasi", "proyeksi"),
                year=ordinal - 3,
                printed_number=str(4 + ordinal),
                layers=_YEAR_LAYERS,
            )
            for ordinal in (1, 2, 3, 4)
        ),
        *(
            ColumnSpec(
                f"realisasi_{ordinal}",
                Content.TARGET,
                Text(f"realisasi tahun ke-{ordinal}", f"achievement of year {ordinal}"),
                ("Realisasi Capaian", "realisasi", "realisasi kinerja", "capaian"),
                against=("target", "proyeksi"),
                year=ordinal - 3,
                printed_number=str(8 + ordinal),
                layers=_YEAR_LAYERS,
            )
            for ordinal in (1, 2)
        ),
        *(
            ColumnSpec(
                f"proyeksi_{ordinal}",
                Content.TARGET,
                Text(f"proyeksi tahun ke-{ordinal}", f"projection of year {ordinal}"),
                ("Proyeksi", "proyeksi kinerja", "prakiraan"),
                against=("realisasi",),
                year=ordinal - 1,
                printed_number=str(10 + ordinal),
                layers=_YEAR_LAYERS,
            )
            for ordinal in (1, 2)
        ),
        shared.make_notes("13", printed_head="Catatan Analisis"),
    ),
    key_columns=("indikator", "target_1", "realisasi_1"),
    free_years=True,
    printed_title="Pencapaian Kinerja Pelayanan Perangkat Daerah",
    basis=BASIS,
)

TC33 = TableSpec(
    name="T-C.33",
    title=Text(
        "Rumusan rencana program dan kegiatan dan prakiraan maju",
        "Planned programmes and activities with forward estimates",
    ),
    titles=(
        "t c 33",
        "rumusan rencana program dan kegiatan",
        "rumusan program dan kegiatan",
        "rumusan rencana program kegiatan",
    ),
    columns=(
        shared.make_no(""),
        shared.make_kode("1"),
        shared.make_name("2"),
        shared.make_indikator("3"),
        shared.make_lokasi("4")._replace(layers=shared.PLAN_LAYERS),
        shared.make_target("5"),
        shared.make_pagu("6"),
        shared.make_sumber_dana("7")._replace(layers=shared.PLAN_LAYERS),
        shared.make_notes("8"),
        shared.make_forward_target("9"),
        shared.make_forward_pagu("10"),
    ),
    key_columns=("nama", "pagu"),
    witnesses=(("indikator",), ("lokasi", "sumber_dana", "pagu_maju", "kode")),
    printed_title=(
        "Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun {n} dan Prakiraan Maju "
        "Tahun {n+1}"
    ),
    paper=Paper.A3,
    basis=BASIS,
)
