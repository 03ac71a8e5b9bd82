"""T-C.31 and T-C.32: the review of the draft RKPD, and what stakeholders propose."""

from __future__ import annotations

from selaras.tables import shared
from selaras.tables.spec import ColumnSpec, Content, Paper, TableSpec
from selaras.values.text import Text

BASIS = "Permendagri 86/2017"

RKPD_GROUPS = ("rancangan awal rkpd", "rkpd", "rancangan rkpd")
ANALYSIS = (
    "hasil analisis kebutuhan",
    "analisis kebutuhan",
    "hasil analisa kebutuhan",
    "kebutuhan",
    "renja",
    "hasil analisis",
    "usulan perangkat daerah",
)


def _build_half(
    prefix: str, groups: tuple[str, ...], against: tuple[str, ...], start: int
) -> list[ColumnSpec]:
    """Return the columns of one half of T-C.31."""
    side = Text(" RKPD", " (RKPD)") if prefix else Text(" Renja", " (Renja)")
    money_heads = (
        ("Pagu Indikatif (Rp)", "pagu indikatif", "pagu", "pagu anggaran")
        if prefix
        else (
            "Kebutuhan Dana (Rp)",
            "kebutuhan dana",
            "pagu indikatif",
            "kebutuhan anggaran",
            "dana",
        )
    )
    layers = ("Rancangan Awal RKPD" if prefix else "Hasil Analisis Kebutuhan", "{kepala}")
    return [
        ColumnSpec(
            f"{prefix}nama",
            Content.NAME,
            Text("program/kegiatan", "programme/activity") + side,
            ("Program/Kegiatan", *shared.NAME_HEADS),
            groups,
            against=(*against, "indikator", "lokasi", "target", "pagu"),
            printed_number=str(start),
            layers=layers,
            width=30,
        ),
        ColumnSpec(
            f"{prefix}lokasi",
            Content.TEXT,
            Text("lokasi", "location") + side,
            shared.LOKASI_HEADS,
            groups,
            against=against,
            printed_number=str(start + 1),
            layers=layers,
            width=14,
        ),
        ColumnSpec(
            f"{prefix}indikator",
            Content.INDIKATOR,
            Text("indikator", "indicator") + side,
            ("Indikator Kinerja", *shared.INDIKATOR_HEADS),
            groups,
            against=against,
            printed_number=str(start + 2),
            layers=layers,
            width=30,
        ),
        ColumnSpec(
            f"{prefix}target",
            Content.TARGET,
            Text("target", "target") + side,
            ("Target Capaian", *shared.TARGET_HEADS),
            groups,
            against=against,
            year=0,
            printed_number=str(start + 3),
            layers=layers,
            width=13,
        ),
        ColumnSpec(
            "rkpd_pagu" if prefix else "kebutuhan_dana",
            Content.MONEY,
            Text("pagu indikatif RKPD", "RKPD ceiling")
            if prefix
            else Text("kebutuhan dana", "funds needed"),
            money_heads,
            groups,
            against=against,
            year=0,
            printed_number=str(start + 4),
            layers=layers,
        ),
    ]


TC31 = TableSpec(
    name="T-C.31",
    title=Text("Review terhadap rancangan awal RKPD", "Review of the draft RKPD"),
    titles=(
        "t c 31",
        "review terhadap rancangan awal rkpd",
        "reviu terhadap rancangan awal rkpd",
        "telaahan terhadap rancangan awal rkpd",
        "review rancangan awal rkpd",
    ),
    columns=(
        shared.make_no("1"),
        shared.make_kode("")._replace(required=False),
        *_build_half("rkpd_", RKPD_GROUPS, ("hasil analisis", "analisis kebutuhan", "renja"), 2),
        *_build_half("", ANALYSIS, ("rancangan awal",), 7),
        shared.make_notes("12", required=True),
    ),
    key_columns=("rkpd_nama", "nama", "rkpd_pagu", "kebutuhan_dana"),
    printed_title="Review terhadap Rancangan Awal RKPD Tahun {n}",
    paper=Paper.A3,
    basis=BASIS,
)

TC32 = TableSpec(
    name="T-C.32",
    title=Text(
        "Usulan program dan kegiatan dari para pemangku kepentingan",
        "Proposals of the stakeholders",
    ),
    titles=(
        "t c 32",
        "usulan program dan kegiatan dari para pemangku kepentingan",
        "usulan program kegiatan masyarakat",
        "usulan dari pemangku kepentingan",
        "usulan pemangku kepentingan",
    ),
    columns=(
        shared.make_no("1"),
        shared.make_name("2", "Program/Kegiatan"),
        shared.make_lokasi("3")._replace(width=22),
        shared.make_indikator("4", "Indikator Kinerja"),
        ColumnSpec(
            "volume",
            Content.TARGET,
            Text("besaran/volume", "volume"),
            ("Besaran/Volume", "besaran", "volume", "jumlah volume"),
            printed_number="5",
        ),
        shared.make_notes("6", printed_head="Catatan")._replace(width=36),
    ),
    key_columns=("nama", "volume"),
    witnesses=(("indikator",),),
    printed_title="Usulan Program dan Kegiatan dari Para Pemangku Kepentingan Tahun {n}",
    basis=BASIS,
)
