"""The document's own plan tables: Tabel 4.1, 2.1, 2.2 and 3.1, named after one real Renja."""

from __future__ import annotations

from selaras.tables import shared
from selaras.tables.spec import ColumnSpec, Content, Paper, Period, TableSpec
from selaras.values.text import Text

TABLE41 = TableSpec(
    name="Tabel 4.1",
    title=Text(
        "Rencana program, kegiatan, dan pendanaan", "Planned programmes, activities and funding"
    ),
    titles=(
        "rencana program kegiatan dan pendanaan",
        "rencana program dan kegiatan dan pendanaan",
        "rencana program kegiatan sub kegiatan dan pendanaan",
        "program kegiatan dan pendanaan",
        "rencana kerja dan pendanaan",
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
        # The forward estimate is T-C.33's; a region may print it here too.
        shared.make_notes(""),
        shared.make_forward_target("", required=False),
        shared.make_forward_pagu("", required=False),
    ),
    key_columns=("nama", "pagu"),
    witnesses=(("indikator",), ("lokasi", "sumber_dana", "kode")),
    printed_title="Rencana Program, Kegiatan, dan Pendanaan Perangkat Daerah Tahun {n}",
    paper=Paper.A3,
    basis="Permendagri 86/2017",
)

_ALLOCATION = "Alokasi Anggaran Program, Kegiatan, dan Sub Kegiatan Tahun Anggaran "
_NAME_HEAD = "Program/Kegiatan/Sub Kegiatan"
_TARGET_LAYERS = ("Target Kinerja", "{kepala}")
_BUDGET_LAYERS = ("Anggaran (Rp)", "{kepala}")

AFTER_WORDS = (
    "setelah perubahan",
    "sesudah perubahan",
    "setelah",
    "sesudah",
    "perubahan",
    "menjadi",
)

TABLE21 = TableSpec(
    name="Tabel 2.1",
    title=Text(
        "Alokasi anggaran sebelum dan setelah perubahan",
        "Budget allocation before and after the revision",
    ),
    titles=("alokasi anggaran",),
    columns=(
        shared.make_no("1"),
        shared.make_name("2", _NAME_HEAD)._replace(width=60),
        ColumnSpec(
            "target_sebelum",
            Content.TARGET,
            Text("target sebelum perubahan", "target before the revision"),
            (
                "Sebelum Perubahan",
                "sebelum",
                "target sebelum perubahan",
                "target",
                "target kinerja",
            ),
            groups=(*shared.BEFORE_WORDS, "target kinerja", "target"),
            against=("setelah", "sesudah", "anggaran", "pagu"),
            year=-2,
            printed_number="3",
            layers=_TARGET_LAYERS,
            width=20,
        ),
        ColumnSpec(
            "target_setelah",
            Content.TARGET,
            Text("target setelah perubahan", "target after the revision"),
            ("Setelah Perubahan", "setelah", "sesudah perubahan", "target setelah perubahan"),
            groups=("target kinerja", "target"),
            against=("sebelum", "anggaran", "pagu"),
            year=-2,
            printed_number="4",
            layers=_TARGET_LAYERS,
            width=20,
        ),
        ColumnSpec(
            "apbd",
            Content.MONEY,
            Text("anggaran APBD", "budget (APBD)"),
            ("APBD", "anggaran apbd", "apbd murni", "anggaran sebelum perubahan", "anggaran murni"),
            groups=("anggaran", "alokasi anggaran", "pagu", *shared.BEFORE_WORDS),
            against=("p apbd", "papbd", "setelah", "sesudah", "perubahan apbd", "apbd perubahan"),
            year=-2,
            printed_number="5",
            layers=_BUDGET_LAYERS,
        ),
        ColumnSpec(
            "p_apbd",
            Content.MONEY,
            Text("anggaran P-APBD", "revised budget (P-APBD)"),
            (
                "P-APBD",
                "papbd",
                "perubahan apbd",
                "apbd perubahan",
                "anggaran setelah perubahan",
                "anggaran perubahan",
                "anggaran p apbd",
            ),
            groups=("anggaran", "alokasi anggaran", "pagu", *AFTER_WORDS),
            against=("sebelum", "murni"),
            year=-2,
            printed_number="6",
            layers=_BUDGET_LAYERS,
        ),
    ),
    key_columns=("nama", "apbd", "p_apbd"),
    printed_title=_ALLOCATION + "{n-2}",
    common=True,
)

TABLE22 = TableSpec(
    name="Tabel 2.2",
    title=Text("Alokasi anggaran", "Budget allocation"),
    titles=("alokasi anggaran",),
    columns=(
        shared.make_no("1"),
        shared.make_name("2", _NAME_HEAD)._replace(width=70),
        ColumnSpec(
            "target",
            Content.TARGET,
            Text("target", "target"),
            ("Target Kinerja", "target", "target capaian"),
            year=-1,
            printed_number="3",
            width=26,
        ),
        ColumnSpec(
            "apbd",
            Content.MONEY,
            Text("anggaran", "budget"),
            (
                "Anggaran APBD (Rp)",
                "apbd",
                "anggaran",
                "alokasi anggaran",
                "jumlah anggaran",
                "pagu anggaran",
                "pagu",
            ),
            groups=("anggaran", "alokasi anggaran", "apbd"),
            against=("sumber", "p apbd", "realisasi", "maju"),
            year=-1,
            printed_number="4",
        ),
    ),
    key_columns=("nama", "apbd"),
    common=True,
    printed_title=_ALLOCATION + "{n-1}",
)

TABLE31 = TableSpec(
    name="Tabel 3.1",
    title=Text("Indikator kinerja utama", "Key performance indicators"),
    titles=(
        "indikator kinerja utama",
        "iku",
        "tujuan sasaran dan indikator",
        "target indikator kinerja utama",
    ),
    columns=(
        shared.make_no("1"),
        shared.make_indikator("2")._replace(
            heads=("Indikator Kinerja Utama", *shared.INDIKATOR_HEADS, "iku"), width=56
        ),
        *(
            ColumnSpec(
                f"target_{ordinal}",
                Content.TARGET,
                Text(f"target tahun ke-{ordinal}", f"target of year {ordinal}"),
                (
                    "Target",
                    "target kinerja",
                    "target tahun",
                    "target renstra",
                    "target kinerja tahun",
                ),
                against=("realisasi", "proyeksi", "rasio", "capaian"),
                required=ordinal <= 5,
                printed_number=str(ordinal + 2),
                ordinal=ordinal,
                layers=("{kepala}", "Tahun {tahun}"),
            )
            for ordinal in (1, 2, 3, 4, 5, 6)
        ),
    ),
    key_columns=("indikator", "target_1", "target_2", "target_3", "target_4"),
    common=True,
    free_years=True,
    printed_title="Indikator Kinerja Utama Perangkat Daerah",
    period=Period.RENSTRA,
)
