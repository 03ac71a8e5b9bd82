"""T-C.31 and T-C.32: the review of the draft RKPD, and what stakeholders propose."""

from __future__ import annotations

from selaras.tables import shared
from selaras.tables.columns import make_column, split_wordings
from selaras.tables.spec import ColumnSpec, Content, Paper, TableSpec
from selaras.values.text import Text

_DRAFT = ("Rancangan Awal RKPD", "{kepala}")
_DRAFT_GROUPS = "rancangan awal rkpd | rkpd | rancangan rkpd"
_NOT_DRAFT = "hasil analisis | analisis kebutuhan | renja"

_NEEDS = ("Hasil Analisis Kebutuhan", "{kepala}")
_NEEDS_GROUPS = """hasil analisis kebutuhan | analisis kebutuhan | hasil analisa kebutuhan
    | kebutuhan | renja | hasil analisis | usulan perangkat daerah"""
_NOT_NEEDS = "rancangan awal"


def _make_half(
    start: int, prefix: str, side: Text, layers: tuple[str, ...], groups: str, against: str
) -> tuple[ColumnSpec, ...]:
    """Return what both halves of T-C.31 have before their amounts."""
    return (
        make_column(str(start), f"{prefix}nama", Content.NAME,
            Text("program/kegiatan", "programme/activity") + side,
            ("Program/Kegiatan", *shared.NAME_HEADS),
            groups=groups, against=f"{against} | indikator | lokasi | target | pagu",
            layers=layers, width=30),
        make_column(
            str(start + 1), f"{prefix}lokasi", Content.TEXT, Text("lokasi", "location") + side,
            shared.LOKASI_HEADS,
            groups=groups, against=against, required=True,
            layers=layers, width=14),
        make_column(str(start + 2), f"{prefix}indikator", Content.INDIKATOR,
            Text("indikator", "indicator") + side,
            ("Indikator Kinerja", *shared.INDIKATOR_HEADS),
            groups=groups, against=against,
            layers=layers, width=30),
        make_column(
            str(start + 3), f"{prefix}target", Content.TARGET, Text("target", "target") + side,
            ("Target Capaian", *shared.TARGET_HEADS),
            groups=groups, against=against, year=0,
            layers=layers, width=13),
    )  # fmt: skip


TC31 = TableSpec(
    name="T-C.31",
    title=Text("Review terhadap rancangan awal RKPD", "Review of the draft RKPD"),
    titles=split_wordings(
        """t c 31 | review terhadap rancangan awal rkpd | reviu terhadap rancangan awal rkpd
        | telaahan terhadap rancangan awal rkpd | review rancangan awal rkpd"""),
    columns=(
        shared.make_no("1"),
        shared.make_kode("")._replace(required=False),
        *_make_half(2, "rkpd_", Text(" RKPD", " (RKPD)"), _DRAFT, _DRAFT_GROUPS, _NOT_DRAFT),
        make_column("6", "rkpd_pagu", Content.MONEY, Text("pagu indikatif RKPD", "RKPD ceiling"),
            "Pagu Indikatif (Rp) | pagu indikatif | pagu | pagu anggaran",
            groups=_DRAFT_GROUPS, against=_NOT_DRAFT, year=0,
            layers=_DRAFT),
        *_make_half(7, "", Text(" Renja", " (Renja)"), _NEEDS, _NEEDS_GROUPS, _NOT_NEEDS),
        make_column("11", "kebutuhan_dana", Content.MONEY, Text("kebutuhan dana", "funds needed"),
            "Kebutuhan Dana (Rp) | kebutuhan dana | pagu indikatif | kebutuhan anggaran | dana",
            groups=_NEEDS_GROUPS, against=_NOT_NEEDS, year=0,
            layers=_NEEDS),
        shared.make_notes("12", required=True),
    ),
    key_columns=("rkpd_nama", "nama", "rkpd_pagu", "kebutuhan_dana"),
    printed_title="Review terhadap Rancangan Awal RKPD Tahun {n}",
    paper=Paper.A3,
    basis=shared.REGULATION_86,
)  # fmt: skip

TC32 = TableSpec(
    name="T-C.32",
    title=Text("Usulan program dan kegiatan dari para pemangku kepentingan",
               "Proposals of the stakeholders"),
    titles=split_wordings(
        """t c 32 | usulan program dan kegiatan dari para pemangku kepentingan
        | usulan program kegiatan masyarakat | usulan dari pemangku kepentingan
        | usulan pemangku kepentingan"""),
    columns=(
        shared.make_no("1"),
        shared.make_name("2", "Program/Kegiatan"),
        shared.make_lokasi("3", width=22),
        shared.make_indikator("4", "Indikator Kinerja"),
        make_column("5", "volume", Content.TARGET, Text("besaran/volume", "volume"),
            "Besaran/Volume | besaran | volume | jumlah volume"),
        shared.make_notes("6", "Catatan", width=36),
    ),
    key_columns=("nama", "volume"),
    witnesses=(("indikator",),),
    printed_title="Usulan Program dan Kegiatan dari Para Pemangku Kepentingan Tahun {n}",
    basis=shared.REGULATION_86,
)  # fmt: skip
