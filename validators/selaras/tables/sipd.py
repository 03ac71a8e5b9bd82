"""The forms of SIPD-RI: 17 columns (Permendagri 14/2026) and the older 19."""

from __future__ import annotations

from selaras.tables import shared
from selaras.tables.spec import ColumnSpec, Content, Paper, TableSpec
from selaras.values.text import Text

SIPD17 = TableSpec(
    name="SIPD-17",
    title=Text("Rencana kerja (bentuk SIPD)", "Work plan (SIPD form)"),
    titles=("rencana program kegiatan dan sub kegiatan perangkat daerah", "sipd"),
    columns=(
        shared.make_no("1"),
        shared.make_kode("2"),
        shared.make_name("3"),
        shared.make_indikator("4"),
        ColumnSpec(
            "target_akhir",
            Content.TARGET,
            Text("target akhir Renstra", "end-of-Renstra target"),
            (
                "Target Akhir Renstra",
                "target akhir periode renstra",
                "target renstra",
                "target capaian akhir periode renstra",
            ),
            against=("realisasi", "prakiraan", "pagu"),
            printed_number="5",
        ),
        ColumnSpec(
            "realisasi_lalu",
            Content.TARGET,
            Text("realisasi tahun n-2", "achievement of n-2"),
            (
                "Realisasi Capaian Tahun {tahun}",
                "realisasi",
                "realisasi capaian target",
                "realisasi kinerja",
            ),
            against=("prakiraan", "pagu"),
            year=-2,
            printed_number="6",
        ),
        ColumnSpec(
            "prakiraan_berjalan",
            Content.TARGET,
            Text("prakiraan capaian tahun n-1", "expected achievement of n-1"),
            (
                "Prakiraan Capaian Tahun {tahun}",
                "prakiraan capaian target",
                "prakiraan realisasi",
                "prakiraan",
                "target tahun berjalan",
            ),
            against=("maju", "pagu"),
            year=-1,
            printed_number="7",
        ),
        shared.make_target("8")._replace(
            heads=("Target Tahun {tahun}", *shared.TARGET_HEADS),
            against=("maju", "realisasi", "akhir", "renstra", "prakiraan", "lalu", "sasaran"),
            layers=("{kepala}",),
        ),
        shared.make_pagu("9")._replace(
            heads=("Pagu Indikatif Tahun {tahun} (Rp)", *shared.PAGU_HEADS),
            against=("maju", "realisasi", "akhir", "renstra", "sumber", "lalu"),
            layers=("{kepala}",),
        ),
        shared.make_lokasi("10"),
        shared.make_sumber_dana("11"),
        ColumnSpec(
            "prioritas_nasional",
            Content.TEXT,
            Text("prioritas nasional", "national priority"),
            ("Prioritas Nasional", "dukungan prioritas nasional"),
            required=False,
            printed_number="12",
        ),
        ColumnSpec(
            "prioritas_daerah",
            Content.TEXT,
            Text("prioritas daerah", "regional priority"),
            ("Prioritas Daerah", "prioritas pembangunan daerah"),
            required=False,
            printed_number="13",
        ),
        ColumnSpec(
            "kelompok_sasaran",
            Content.TEXT,
            Text("kelompok sasaran", "target group"),
            ("Kelompok Sasaran", "sasaran", "penerima manfaat"),
            required=False,
            printed_number="14",
        ),
        shared.make_forward_target("15"),
        shared.make_forward_pagu("16"),
        ColumnSpec(
            "penanggung_jawab",
            Content.TEXT,
            Text("perangkat daerah penanggung jawab", "responsible agency"),
            (
                "Perangkat Daerah Penanggung Jawab",
                "penanggung jawab",
                "perangkat daerah pelaksana",
                "perangkat daerah",
            ),
            required=False,
            printed_number="17",
        ),
    ),
    key_columns=("nama", "pagu", "prakiraan_berjalan"),
    printed_title="Rencana Program, Kegiatan, dan Sub Kegiatan Perangkat Daerah Tahun {n}",
    paper=Paper.A3,
    basis="Permendagri 14/2026",
)

RESULT_HEADS = ("tolok ukur", "tolok ukur kinerja", "indikator", "indikator kinerja")


def _build_pair(
    result: str, groups: tuple[str, ...], printed_number: int, name: Text
) -> list[ColumnSpec]:
    """Return the pair indicator and target of one result level of the older form."""
    return [
        ColumnSpec(
            f"indikator_{result}",
            Content.INDIKATOR,
            Text("tolok ukur ", "measure of ") + name,
            RESULT_HEADS,
            groups,
            against=("maju",),
            printed_number=str(printed_number),
        ),
        ColumnSpec(
            f"target_{result}",
            Content.TARGET,
            Text("target ", "target of ") + name,
            ("target", "target kinerja"),
            groups,
            against=("maju",),
            year=0,
            printed_number=str(printed_number + 1),
        ),
    ]


SIPD19 = TableSpec(
    name="SIPD-19",
    title=Text("Rencana kerja (bentuk SIPD lama)", "Work plan (older SIPD form)"),
    titles=("rencana program kegiatan dan sub kegiatan perangkat daerah", "sipd"),
    columns=(
        shared.make_kode("1"),
        shared.make_name("6"),
        shared.make_lokasi("7", required=False),
        *_build_pair(
            "program",
            ("capaian program", "indikator program", "hasil program"),
            8,
            Text("program", "programme"),
        ),
        *_build_pair(
            "keluaran",
            ("keluaran sub kegiatan", "keluaran", "keluaran kegiatan", "output"),
            10,
            Text("keluaran", "output"),
        ),
        *_build_pair(
            "hasil",
            ("hasil kegiatan", "hasil", "outcome"),
            12,
            Text("hasil", "outcome"),
        ),
        shared.make_pagu("14"),
        shared.make_sumber_dana("15", required=False),
        shared.make_notes("16"),
        shared.make_forward_target("17", required=False),
        shared.make_forward_pagu("18", required=False),
        ColumnSpec(
            "kelompok_sasaran",
            Content.TEXT,
            Text("kelompok sasaran", "target group"),
            ("kelompok sasaran",),
            required=False,
            printed_number="19",
        ),
    ),
    key_columns=("nama", "pagu", "indikator_program", "indikator_keluaran"),
    basis="Permendagri 70/2019",
)
