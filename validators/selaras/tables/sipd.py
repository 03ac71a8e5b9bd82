"""The forms of SIPD-RI: 17 columns (Permendagri 14/2026) and the older 19."""

from __future__ import annotations

from selaras.tables import shared
from selaras.tables.columns import HEAD_ALONE, make_column
from selaras.tables.spec import ColumnSpec, Content, Paper, TableSpec
from selaras.values.text import Text

_TITLES = ("rencana program kegiatan dan sub kegiatan perangkat daerah", "sipd")

SIPD17 = TableSpec(
    name="SIPD-17",
    title=Text("Rencana kerja (bentuk SIPD)", "Work plan (SIPD form)"),
    titles=_TITLES,
    columns=(
        shared.make_no("1"),
        shared.make_kode("2"),
        shared.make_name("3"),
        shared.make_indikator("4"),
        make_column("5", "target_akhir", Content.TARGET,
            Text("target akhir Renstra", "end-of-Renstra target"),
            """Target Akhir Renstra | target akhir periode renstra | target renstra
            | target capaian akhir periode renstra""",
            against="realisasi | prakiraan | pagu"),
        make_column("6", "realisasi_lalu", Content.TARGET,
            Text("realisasi tahun n-2", "achievement of n-2"),
            """Realisasi Capaian Tahun {tahun} | realisasi | realisasi capaian target
            | realisasi kinerja""",
            against="prakiraan | pagu",
            year=-2),
        make_column("7", "prakiraan_berjalan", Content.TARGET,
            Text("prakiraan capaian tahun n-1", "expected achievement of n-1"),
            """Prakiraan Capaian Tahun {tahun} | prakiraan capaian target | prakiraan realisasi
            | prakiraan | target tahun berjalan""",
            against="maju | pagu",
            year=-1),
        shared.make_target("8")._replace(
            heads=("Target Tahun {tahun}", *shared.TARGET_HEADS),
            against=("maju", "realisasi", "akhir", "renstra", "prakiraan", "lalu", "sasaran"),
            layers=HEAD_ALONE),
        shared.make_pagu("9")._replace(
            heads=("Pagu Indikatif Tahun {tahun} (Rp)", *shared.PAGU_HEADS),
            against=("maju", "realisasi", "akhir", "renstra", "sumber", "lalu"),
            layers=HEAD_ALONE),
        shared.make_lokasi("10"),
        shared.make_sumber_dana("11"),
        make_column("12", "prioritas_nasional", Content.TEXT,
            Text("prioritas nasional", "national priority"),
            "Prioritas Nasional | dukungan prioritas nasional"),
        make_column("13", "prioritas_daerah", Content.TEXT,
            Text("prioritas daerah", "regional priority"),
            "Prioritas Daerah | prioritas pembangunan daerah"),
        make_column(
            "14", "kelompok_sasaran", Content.TEXT, Text("kelompok sasaran", "target group"),
            "Kelompok Sasaran | sasaran | penerima manfaat"),
        shared.make_forward_target("15"),
        shared.make_forward_pagu("16"),
        make_column("17", "penanggung_jawab", Content.TEXT,
            Text("perangkat daerah penanggung jawab", "responsible agency"),
            """Perangkat Daerah Penanggung Jawab | penanggung jawab | perangkat daerah pelaksana
            | perangkat daerah"""),
    ),
    key_columns=("nama", "pagu", "prakiraan_berjalan"),
    printed_title="Rencana Program, Kegiatan, dan Sub Kegiatan Perangkat Daerah Tahun {n}",
    paper=Paper.A3,
    basis="Permendagri 14/2026",
)  # fmt: skip


def _make_pair(number: int, result: str, name: Text, groups: str) -> tuple[ColumnSpec, ColumnSpec]:
    """Return indicator and target of one level of results in the older form."""
    return (
        make_column(str(number), f"indikator_{result}", Content.INDIKATOR,
            Text("tolok ukur ", "measure of ") + name,
            "tolok ukur | tolok ukur kinerja | indikator | indikator kinerja",
            groups=groups, against="maju"),
        make_column(str(number + 1), f"target_{result}", Content.TARGET,
            Text("target ", "target of ") + name,
            "target | target kinerja",
            groups=groups, against="maju",
            year=0),
    )  # fmt: skip


SIPD19 = TableSpec(
    name="SIPD-19",
    title=Text("Rencana kerja (bentuk SIPD lama)", "Work plan (older SIPD form)"),
    titles=_TITLES,
    columns=(
        shared.make_kode("1"),
        shared.make_name("6"),
        shared.make_lokasi("7", required=False),
        *_make_pair(8, "program", Text("program", "programme"),
                    "capaian program | indikator program | hasil program"),
        *_make_pair(10, "keluaran", Text("keluaran", "output"),
                    "keluaran sub kegiatan | keluaran | keluaran kegiatan | output"),
        *_make_pair(12, "hasil", Text("hasil", "outcome"),
                    "hasil kegiatan | hasil | outcome"),
        shared.make_pagu("14"),
        shared.make_sumber_dana("15", required=False),
        shared.make_notes("16"),
        shared.make_forward_target("17", required=False),
        shared.make_forward_pagu("18", required=False),
        make_column(
            "19", "kelompok_sasaran", Content.TEXT, Text("kelompok sasaran", "target group"),
            "kelompok sasaran"),
    ),
    key_columns=("nama", "pagu", "indikator_program", "indikator_keluaran"),
    basis="Permendagri 70/2019",
)  # fmt: skip
