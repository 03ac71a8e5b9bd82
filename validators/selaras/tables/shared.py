"""Columns that several tables share, worded once."""

from __future__ import annotations

from selaras.tables.spec import ColumnSpec, Content
from selaras.values.text import Text

#: What stands over the columns of the plan year, and over those of the year after it.
PLAN_LAYERS = ("Rencana Tahun {tahun}", "{kepala}")
FORWARD_LAYERS = ("Prakiraan Maju Rencana Tahun {tahun}", "{kepala}")

#: Words of a head that speak of the year after the plan year.
FORWARD_WORDS = (
    "prakiraan maju",
    "rencana maju",
    "maju",
    "n+1",
    "tahun berikutnya",
    "forward estimate",
)
#: Words of heads that look back; they tell against a column of the plan year itself.
PAST_WORDS = (
    *("realisasi", "capaian renstra", "sebelum", "akhir periode", "akhir renstra", "triwulan"),
    "n-1",
)

#: Words of a head over what was planned before a revision.
BEFORE_WORDS = ("sebelum perubahan", "sebelum", "murni", "semula")

#: Columns that people add to any table; they are none of its own, and tell nothing against it.
ADDED_COLUMNS = (
    "satuan",
    "satuan target",
    "penanggung jawab",
    "unit kerja penanggung jawab",
    "perangkat daerah penanggung jawab",
    "bidang penanggung jawab",
    "pptk",
    "pengusul",
    "alamat",
    "kelompok sasaran",
    "prioritas",
    "keterangan",
    "catatan",
    "jenis",
    "no",
    "rumus",
    "formula",
    "sumber data",
    "kriteria",
    "predikat",
    "permasalahan",
    "tindak lanjut",
    "faktor pendorong",
    "faktor penghambat",
    "seharusnya",
    "selisih",
    "periksa",
    "hasil pemeriksaan",
)

NAME_HEADS = (
    "Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan/Sub Kegiatan",
    "urusan bidang urusan pemerintahan daerah program kegiatan",
    "urusan bidang urusan program kegiatan sub kegiatan",
    "urusan bidang program kegiatan sub kegiatan",
    "program kegiatan sub kegiatan",
    "program kegiatan",
    "nama program kegiatan",
    "uraian program kegiatan",
    "nomenklatur",
    "nomenklatur urusan program kegiatan",
    "uraian",
    "program prioritas",
    "nama program kegiatan sub kegiatan",
    "sub kegiatan",
    "program",
    "nama",
    "rincian program kegiatan",
    "usulan program kegiatan",
)

INDIKATOR_HEADS = (
    "Indikator Kinerja Program/Kegiatan/Sub Kegiatan",
    "indikator kinerja program outcome kegiatan output",
    "indikator kinerja program kegiatan",
    "indikator program kegiatan",
    "indikator kinerja",
    "indikator",
    "tolok ukur kinerja",
    "tolok ukur",
    "indikator output",
    "indikator outcome",
    "indikator sasaran",
)


def make_no(printed_number: str = "1", *, required: bool = False) -> ColumnSpec:
    """Return the column of running numbers."""
    return ColumnSpec(
        "no",
        Content.NO,
        Text("nomor", "number"),
        ("No", "nomor", "no urut", "nomor urut"),
        against=("kode",),
        required=required,
        printed_number=printed_number,
    )


def make_kode(printed_number: str = "1") -> ColumnSpec:
    """Return the column (or columns) of the program code."""
    return ColumnSpec(
        "kode",
        Content.KODE,
        Text("kode", "code"),
        (
            "Kode",
            "kode rekening",
            "kode program kegiatan",
            "kode urusan program kegiatan",
            "kode nomenklatur",
            "nomor kode",
            "no kode",
            "kode sub kegiatan",
        ),
        printed_number=printed_number,
    )


def make_name(printed_number: str = "2", printed_head: str = NAME_HEADS[0]) -> ColumnSpec:
    """Return the column that names urusan, bidang, program, kegiatan and sub kegiatan."""
    return ColumnSpec(
        "nama",
        Content.NAME,
        Text("nama program/kegiatan/sub kegiatan", "name of programme/activity/sub-activity"),
        NAME_HEADS if printed_head == NAME_HEADS[0] else (printed_head, *NAME_HEADS),
        against=("indikator", "kode", "target", "pagu", "anggaran", "tolok", "lokasi"),
        printed_number=printed_number,
        width=44,
    )


def make_indikator(printed_number: str = "3", printed_head: str = INDIKATOR_HEADS[0]) -> ColumnSpec:
    """Return the column of the performance indicator."""
    return ColumnSpec(
        "indikator",
        Content.INDIKATOR,
        Text("indikator kinerja", "performance indicator"),
        INDIKATOR_HEADS if printed_head == INDIKATOR_HEADS[0] else (printed_head, *INDIKATOR_HEADS),
        against=("target", "realisasi"),
        printed_number=printed_number,
        width=38,
    )


LOKASI_HEADS = (
    *("Lokasi", "lokasi kegiatan", "lokasi pelaksanaan", "lokus", "lokus kegiatan"),
    "nama lokasi",
)


def make_lokasi(printed_number: str = "4", *, required: bool = True) -> ColumnSpec:
    """Return the column of the location."""
    return ColumnSpec(
        "lokasi",
        Content.TEXT,
        Text("lokasi", "location"),
        LOKASI_HEADS,
        required=required,
        printed_number=printed_number,
        width=16,
    )


TARGET_HEADS = (
    "Target Capaian Kinerja",
    "target kinerja",
    "target capaian",
    "target",
    "target akhir",
    "volume target",
    "besaran target",
    "rencana target",
    "volume",
    "k",
)
PAGU_HEADS = (
    "Kebutuhan Dana/Pagu Indikatif (Rp)",
    "kebutuhan dana pagu indikatif",
    "pagu indikatif",
    "pagu indikatif rp",
    "kebutuhan dana",
    "pagu",
    "pagu anggaran",
    "anggaran",
    "jumlah dana",
    "dana",
    "rencana anggaran",
    "kebutuhan anggaran",
    "jumlah anggaran",
    "plafon anggaran",
    "pagu renja",
    "anggaran renja",
    "rp",
)


def make_target(printed_number: str = "5") -> ColumnSpec:
    """Return the target of the plan year."""
    return ColumnSpec(
        "target",
        Content.TARGET,
        Text("target", "target"),
        TARGET_HEADS,
        groups=("rencana tahun", "tahun rencana"),
        against=(*FORWARD_WORDS, *PAST_WORDS, "renstra"),
        year=0,
        printed_number=printed_number,
        layers=PLAN_LAYERS,
    )


def make_pagu(printed_number: str = "6") -> ColumnSpec:
    """Return the amount of the plan year."""
    return ColumnSpec(
        "pagu",
        Content.MONEY,
        Text("pagu", "ceiling"),
        PAGU_HEADS,
        groups=("rencana tahun", "tahun rencana"),
        against=(*FORWARD_WORDS, *PAST_WORDS, "sumber", "renstra"),
        year=0,
        printed_number=printed_number,
        layers=PLAN_LAYERS,
    )


def make_sumber_dana(printed_number: str = "7", *, required: bool = True) -> ColumnSpec:
    """Return the column of the fund source."""
    return ColumnSpec(
        "sumber_dana",
        Content.SUMBER,
        Text("sumber dana", "fund source"),
        (
            "Sumber Dana",
            *("sumber pendanaan", "sumber anggaran", "sumber pembiayaan", "sumber", "nama dana"),
        ),
        required=required,
        printed_number=printed_number,
        width=15,
    )


def make_pagu_before() -> ColumnSpec:
    """Return the column of the amounts before a revision, in a plan that shows both."""
    return ColumnSpec(
        "pagu_sebelum",
        Content.MONEY,
        Text("pagu sebelum perubahan", "ceiling before the revision"),
        PAGU_HEADS,
        groups=BEFORE_WORDS,
        year=0,
        required=False,
    )


def make_split_pagu(sumber: str) -> ColumnSpec:
    """Return the column that holds the part of the amount that one fund source pays."""
    key = "_".join(sumber.casefold().replace("-", " ").split())
    return ColumnSpec(
        f"pagu_{key}",
        Content.MONEY,
        Text(f"pagu {sumber}", f"ceiling from {sumber}"),
        (sumber,),
        year=0,
        required=False,
        sumber=sumber,
    )


def make_notes(
    printed_number: str, *, required: bool = False, printed_head: str = "Catatan Penting"
) -> ColumnSpec:
    """Return the column of notes."""
    return ColumnSpec(
        "catatan",
        Content.TEXT,
        Text("catatan", "notes"),
        (
            printed_head,
            "catatan penting",
            "catatan",
            "keterangan",
            "catatan analisis",
            "analisis",
            "penjelasan",
        ),
        required=required,
        printed_number=printed_number,
    )


def make_forward_target(printed_number: str = "9", *, required: bool = True) -> ColumnSpec:
    """Return the target of the year after the plan year."""
    return ColumnSpec(
        "target_maju",
        Content.TARGET,
        Text("target maju", "forward target"),
        TARGET_HEADS,
        groups=FORWARD_WORDS,
        against=("realisasi", "renstra"),
        year=1,
        needs_group=True,
        required=required,
        printed_number=printed_number,
        layers=FORWARD_LAYERS,
    )


def make_forward_pagu(printed_number: str = "10", *, required: bool = True) -> ColumnSpec:
    """Return the amount of the year after the plan year."""
    return ColumnSpec(
        "pagu_maju",
        Content.MONEY,
        Text("pagu maju", "forward ceiling"),
        PAGU_HEADS,
        groups=FORWARD_WORDS,
        against=("realisasi", "sumber", "renstra"),
        year=1,
        needs_group=True,
        required=required,
        printed_number=printed_number,
        layers=FORWARD_LAYERS,
    )
