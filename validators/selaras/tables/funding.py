"""The document's own plan tables: Tabel 4.1, 2.1, 2.2 and 3.1, named after one real Renja."""

from __future__ import annotations

from selaras.tables import shared
from selaras.tables.columns import make_column, repeat_yearly, split_wordings
from selaras.tables.spec import Content, Paper, Period, TableSpec
from selaras.values.text import Text

TABLE41 = TableSpec(
    name="Tabel 4.1",
    title=Text("Rencana program, kegiatan, dan pendanaan",
               "Planned programmes, activities and funding"),
    titles=split_wordings(
        """rencana program kegiatan dan pendanaan | rencana program dan kegiatan dan pendanaan
        | rencana program kegiatan sub kegiatan dan pendanaan | program kegiatan dan pendanaan
        | rencana kerja dan pendanaan"""),
    columns=(
        shared.make_no(""),
        shared.make_kode("1"),
        shared.make_name("2"),
        shared.make_indikator("3"),
        shared.make_lokasi("4", layers=shared.PLAN_LAYERS),
        shared.make_target("5"),
        shared.make_pagu("6"),
        shared.make_sumber_dana("7", layers=shared.PLAN_LAYERS),
        # The forward estimate is T-C.33's; a region may print it here too.
        shared.make_notes(""),
        shared.make_forward_target("", required=False),
        shared.make_forward_pagu("", required=False),
    ),
    key_columns=("nama", "pagu"),
    witnesses=(("indikator",), ("lokasi", "sumber_dana", "kode")),
    printed_title="Rencana Program, Kegiatan, dan Pendanaan Perangkat Daerah Tahun {n}",
    paper=Paper.A3,
    basis=shared.REGULATION_86,
)  # fmt: skip

_ALLOCATION = "Alokasi Anggaran Program, Kegiatan, dan Sub Kegiatan Tahun Anggaran "
_NAME_HEAD = "Program/Kegiatan/Sub Kegiatan"
_TARGET_LAYERS = ("Target Kinerja", "{kepala}")
_BUDGET_LAYERS = ("Anggaran (Rp)", "{kepala}")
_BEFORE_WORDS = " | ".join(shared.BEFORE_WORDS)

TABLE21 = TableSpec(
    name="Tabel 2.1",
    title=Text("Alokasi anggaran sebelum dan setelah perubahan",
               "Budget allocation before and after the revision"),
    titles=("alokasi anggaran",),
    columns=(
        shared.make_no("1"),
        shared.make_name("2", _NAME_HEAD, width=60),
        make_column("3", "target_sebelum", Content.TARGET,
            Text("target sebelum perubahan", "target before the revision"),
            "Sebelum Perubahan | sebelum | target sebelum perubahan | target | target kinerja",
            groups=f"{_BEFORE_WORDS} | target kinerja | target",
            against="setelah | sesudah | anggaran | pagu",
            year=-2, layers=_TARGET_LAYERS, width=20),
        make_column("4", "target_setelah", Content.TARGET,
            Text("target setelah perubahan", "target after the revision"),
            "Setelah Perubahan | setelah | sesudah perubahan | target setelah perubahan",
            groups="target kinerja | target",
            against="sebelum | anggaran | pagu",
            year=-2, layers=_TARGET_LAYERS, width=20),
        make_column("5", "apbd", Content.MONEY, Text("anggaran APBD", "budget (APBD)"),
            "APBD | anggaran apbd | apbd murni | anggaran sebelum perubahan | anggaran murni",
            groups=f"anggaran | alokasi anggaran | pagu | {_BEFORE_WORDS}",
            against="p apbd | papbd | setelah | sesudah | perubahan apbd | apbd perubahan",
            year=-2, layers=_BUDGET_LAYERS),
        make_column(
            "6", "p_apbd", Content.MONEY, Text("anggaran P-APBD", "revised budget (P-APBD)"),
            """P-APBD | papbd | perubahan apbd | apbd perubahan | anggaran setelah perubahan
            | anggaran perubahan | anggaran p apbd""",
            groups="""anggaran | alokasi anggaran | pagu | setelah perubahan | sesudah perubahan
            | setelah | sesudah | perubahan | menjadi""",
            against="sebelum | murni",
            year=-2, layers=_BUDGET_LAYERS),
    ),
    key_columns=("nama", "apbd", "p_apbd"),
    common=True,
    printed_title=_ALLOCATION + "{n-2}",
)  # fmt: skip

TABLE22 = TableSpec(
    name="Tabel 2.2",
    title=Text("Alokasi anggaran", "Budget allocation"),
    titles=("alokasi anggaran",),
    columns=(
        shared.make_no("1"),
        shared.make_name("2", _NAME_HEAD, width=70),
        make_column("3", "target", Content.TARGET, Text("target", "target"),
            "Target Kinerja | target | target capaian",
            year=-1, width=26),
        make_column("4", "apbd", Content.MONEY, Text("anggaran", "budget"),
            """Anggaran APBD (Rp) | apbd | anggaran | alokasi anggaran | jumlah anggaran
            | pagu anggaran | pagu""",
            groups="anggaran | alokasi anggaran | apbd",
            against="sumber | p apbd | realisasi | maju",
            year=-1),
    ),
    key_columns=("nama", "apbd"),
    common=True,
    printed_title=_ALLOCATION + "{n-1}",
)  # fmt: skip

#: Which years it shows, only its heads say.
_SIX_YEARS = (None,) * 6

TABLE31 = TableSpec(
    name="Tabel 3.1",
    title=Text("Indikator kinerja utama", "Key performance indicators"),
    titles=split_wordings(
        """indikator kinerja utama | iku | tujuan sasaran dan indikator
        | target indikator kinerja utama"""),
    columns=(
        shared.make_no("1"),
        shared.make_indikator("2", width=56)._replace(
            heads=("Indikator Kinerja Utama", *shared.INDIKATOR_HEADS, "iku")),
        *repeat_yearly(
            make_column("3", "target", Content.TARGET, Text("target", "target"),
                "Target | target kinerja | target tahun | target renstra | target kinerja tahun",
                against="realisasi | proyeksi | rasio | capaian"),
            years=_SIX_YEARS, has_ordinals=True, required=5),
    ),
    key_columns=("indikator", "target_1", "target_2", "target_3", "target_4"),
    common=True,
    free_years=True,
    printed_title="Indikator Kinerja Utama Perangkat Daerah",
    period=Period.RENSTRA,
)  # fmt: skip
