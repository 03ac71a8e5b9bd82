"""The tables of the yearly work plan: T-C.29, T-C.30 and T-C.33 (Permendagri 86/2017)."""

from __future__ import annotations

from selaras.tables import shared
from selaras.tables.columns import make_column, repeat_yearly, split_wordings
from selaras.tables.spec import Content, FormulaKind, Paper, PrintedFormula, TableSpec
from selaras.values.text import Text

_TWO_YEARS_BACK = (
    "Target dan Realisasi Kinerja Program dan Keluaran Kegiatan Tahun {tahun}",
    "{kepala}",
)
_CURRENT_YEAR = (
    "Perkiraan Realisasi Capaian Target Renstra Perangkat Daerah s/d Tahun {n-1}",
    "{kepala}",
)

TC29 = TableSpec(
    name="T-C.29",
    title=Text("Rekapitulasi evaluasi hasil pelaksanaan Renja dan pencapaian Renstra",
               "Review of the results of the Renja and the attainment of the Renstra"),
    titles=split_wordings(
        """t c 29 | rekapitulasi evaluasi hasil pelaksanaan renja
        | evaluasi hasil pelaksanaan renja perangkat daerah dan pencapaian renstra
        | evaluasi pelaksanaan renja"""),
    columns=(
        shared.make_no(""),
        shared.make_kode("1"),
        shared.make_name("2"),
        shared.make_indikator(
            "3", "Indikator Kinerja Program (outcome)/Kegiatan (output)/Sub Kegiatan (output)"),
        make_column("4", "target_akhir", Content.TARGET,
            Text("target akhir Renstra", "end-of-Renstra target"),
            """Target Kinerja Capaian Program (Renstra Perangkat Daerah) Tahun {akhir}
            | target kinerja capaian program renstra | target capaian kinerja renstra
            | target renstra | target akhir renstra | target akhir periode renstra
            | target program dan kegiatan renstra | target""",
            groups="renstra | akhir periode",
            against="realisasi | renja | tingkat | tahun berjalan",
            width=16),
        make_column("5", "realisasi_lalu", Content.TARGET,
            Text("realisasi s/d tahun n-3", "achievement up to n-3"),
            """Realisasi Target Kinerja Hasil Program dan Keluaran Kegiatan s/d Tahun {tahun}
            | realisasi target kinerja hasil program keluaran kegiatan
            | realisasi sampai dengan tahun | realisasi kinerja tahun lalu | realisasi capaian
            | realisasi""",
            against="tingkat | perkiraan | prakiraan | berjalan | renja",
            year=-3, width=16),
        make_column("6", "target_renja", Content.TARGET,
            Text("target Renja tahun n-2", "Renja target of n-2"),
            """Target Renja Perangkat Daerah Tahun {tahun} | target renja | target kinerja renja
            | target""",
            groups="""target dan realisasi kinerja program | tahun lalu | renja tahun
            | target dan realisasi""",
            against="tingkat | berjalan | akhir | sampai dengan | renstra",
            year=-2, layers=_TWO_YEARS_BACK),
        make_column("7", "realisasi_renja", Content.TARGET,
            Text("realisasi Renja tahun n-2", "Renja achievement of n-2"),
            """Realisasi Renja Perangkat Daerah Tahun {tahun} | realisasi renja
            | realisasi kinerja renja | realisasi""",
            groups="target dan realisasi kinerja program | tahun lalu | target dan realisasi",
            against="tingkat | berjalan | perkiraan | sampai dengan",
            year=-2, layers=_TWO_YEARS_BACK),
        make_column("8", "tingkat_realisasi", Content.PERCENT,
            Text("tingkat realisasi", "rate of achievement"),
            """Tingkat Realisasi (%) | tingkat realisasi | persentase realisasi
            | persentase capaian | rasio | persen""",
            against="renstra | perkiraan | berjalan",
            year=-2, layers=_TWO_YEARS_BACK,
            formula=PrintedFormula(FormulaKind.PERCENT, ("realisasi_renja", "target_renja"))),
        make_column("9", "target_berjalan", Content.TARGET,
            Text("target Renja tahun n-1", "Renja target of n-1"),
            """Target Program dan Kegiatan (Renja Perangkat Daerah) Tahun {tahun}
            | target program kegiatan renja perangkat daerah tahun berjalan
            | target program dan kegiatan | target renja tahun berjalan | target renja | target""",
            groups="berjalan",
            against="tingkat | realisasi | renstra",
            year=-1, width=17),
        make_column("10", "realisasi_berjalan", Content.TARGET,
            Text("realisasi s/d tahun berjalan", "achievement up to the current year"),
            """Realisasi Capaian Program dan Kegiatan s/d Tahun {tahun}
            | realisasi capaian program kegiatan sampai dengan tahun berjalan
            | realisasi capaian | perkiraan realisasi capaian
            | realisasi sampai dengan tahun berjalan | capaian sampai dengan tahun | realisasi""",
            groups="perkiraan realisasi capaian target renstra | berjalan | perkiraan",
            against="tingkat",
            year=-1, layers=_CURRENT_YEAR, width=16,
            formula=PrintedFormula(FormulaKind.CUMULATIVE,
                                   ("realisasi_lalu", "realisasi_renja", "target_berjalan"))),
        make_column("11", "tingkat_capaian", Content.PERCENT,
            Text("tingkat capaian Renstra", "rate of Renstra attainment"),
            """Tingkat Capaian Realisasi Target Renstra (%)
            | tingkat capaian realisasi target renstra | tingkat capaian
            | tingkat capaian renstra | persentase capaian renstra""",
            groups="perkiraan realisasi capaian target renstra | berjalan | perkiraan",
            layers=_CURRENT_YEAR,
            formula=PrintedFormula(FormulaKind.PERCENT, ("realisasi_berjalan", "target_akhir"))),
        shared.make_notes("12", "Catatan"),
    ),
    key_columns=("nama", "indikator", "target_akhir"),
    # A target with what came of it is any report's: here it is a year's beside the Renstra's.
    witnesses=(("target_renja", "target_berjalan"),),
    printed_title="Rekapitulasi Evaluasi Hasil Pelaksanaan Renja Perangkat Daerah dan Pencapaian "
                  "Renstra Perangkat Daerah s/d Tahun {n-1}",
    paper=Paper.A3,
    basis=shared.REGULATION_86,
)  # fmt: skip

TC30 = TableSpec(
    name="T-C.30",
    title=Text("Pencapaian kinerja pelayanan perangkat daerah",
               "Attainment of the service performance of the agency"),
    titles=split_wordings(
        """t c 30 | pencapaian kinerja pelayanan | capaian kinerja pelayanan
        | kinerja pelayanan perangkat daerah"""),
    columns=(
        shared.make_no("1"),
        shared.make_indikator("2", "Indikator"),
        make_column("3", "spm", Content.TEXT, Text("SPM/standar nasional", "national standard"),
            "SPM/Standar Nasional | spm | standar nasional | standar pelayanan minimal"),
        make_column("4", "ikk", Content.TEXT, Text("IKK", "key performance indicator"),
            "IKK | indikator kinerja kunci | ikk pp"),
        *repeat_yearly(
            make_column("5", "target", Content.TARGET, Text("target Renstra", "Renstra target"),
                "Target Renstra Perangkat Daerah | target renstra | target kinerja | target",
                against="realisasi | proyeksi"),
            years=range(-2, 2), has_ordinals=False),
        *repeat_yearly(
            make_column("9", "realisasi", Content.TARGET, Text("realisasi", "achievement"),
                "Realisasi Capaian | realisasi | realisasi kinerja | capaian",
                against="target | proyeksi"),
            years=range(-2, 0), has_ordinals=False),
        *repeat_yearly(
            make_column("11", "proyeksi", Content.TARGET, Text("proyeksi", "projection"),
                "Proyeksi | proyeksi kinerja | prakiraan",
                against="realisasi"),
            years=range(2), has_ordinals=False),
        shared.make_notes("13", "Catatan Analisis"),
    ),
    key_columns=("indikator", "target_1", "realisasi_1"),
    free_years=True,
    printed_title="Pencapaian Kinerja Pelayanan Perangkat Daerah",
    basis=shared.REGULATION_86,
)  # fmt: skip

TC33 = TableSpec(
    name="T-C.33",
    title=Text("Rumusan rencana program dan kegiatan dan prakiraan maju",
               "Planned programmes and activities with forward estimates"),
    titles=split_wordings(
        """t c 33 | rumusan rencana program dan kegiatan | rumusan program dan kegiatan
        | rumusan rencana program kegiatan"""),
    columns=(
        shared.make_no(""),
        shared.make_kode("1"),
        shared.make_name("2"),
        shared.make_indikator("3"),
        shared.make_lokasi("4", layers=shared.PLAN_LAYERS),
        shared.make_target("5"),
        shared.make_pagu("6"),
        shared.make_sumber_dana("7", layers=shared.PLAN_LAYERS),
        shared.make_notes("8"),
        shared.make_forward_target("9"),
        shared.make_forward_pagu("10"),
    ),
    key_columns=("nama", "pagu"),
    witnesses=(("indikator",), ("lokasi", "sumber_dana", "pagu_maju", "kode")),
    printed_title="Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun {n} "
                  "dan Prakiraan Maju Tahun {n+1}",
    paper=Paper.A3,
    basis=shared.REGULATION_86,
)  # fmt: skip
