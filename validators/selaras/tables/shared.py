"""Columns that several tables share, worded once."""

from __future__ import annotations

from selaras.tables.columns import HEAD_ALONE, make_column, split_wordings
from selaras.tables.spec import ColumnSpec, Content
from selaras.values.text import Text

REGULATION_86 = "Permendagri 86/2017"

#: What stands over the columns of the plan year, and over those of the year after it.
PLAN_LAYERS = ("Rencana Tahun {tahun}", "{kepala}")
FORWARD_LAYERS = ("Prakiraan Maju Rencana Tahun {tahun}", "{kepala}")

#: Words of a head that speak of the year after the plan year.
FORWARD_WORDS = split_wordings(
    "prakiraan maju | rencana maju | maju | n+1 | tahun berikutnya | forward estimate"
)
#: Words of heads that look back; they tell against a column of the plan year itself.
PAST_WORDS = split_wordings(
    "realisasi | capaian renstra | sebelum | akhir periode | akhir renstra | triwulan | n-1"
)

#: Words of a head over what was planned before a revision.
BEFORE_WORDS = split_wordings("sebelum perubahan | sebelum | murni | semula")

#: Columns that people add to any table; they are none of its own, and tell nothing against it.
ADDED_COLUMNS = split_wordings(
    """satuan | satuan target | penanggung jawab | unit kerja penanggung jawab
    | perangkat daerah penanggung jawab | bidang penanggung jawab | pptk | pengusul | alamat
    | kelompok sasaran | prioritas | keterangan | catatan | jenis | no | rumus | formula
    | sumber data | kriteria | predikat | permasalahan | tindak lanjut | faktor pendorong
    | faktor penghambat | seharusnya | selisih | periksa | hasil pemeriksaan"""
)

NAME_HEADS = split_wordings(
    """Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan/Sub Kegiatan
    | urusan bidang urusan pemerintahan daerah program kegiatan
    | urusan bidang urusan program kegiatan sub kegiatan
    | urusan bidang program kegiatan sub kegiatan | program kegiatan sub kegiatan
    | program kegiatan | nama program kegiatan | uraian program kegiatan | nomenklatur
    | nomenklatur urusan program kegiatan | uraian | program prioritas
    | nama program kegiatan sub kegiatan | sub kegiatan | program | nama
    | rincian program kegiatan | usulan program kegiatan"""
)
INDIKATOR_HEADS = split_wordings(
    """Indikator Kinerja Program/Kegiatan/Sub Kegiatan
    | indikator kinerja program outcome kegiatan output | indikator kinerja program kegiatan
    | indikator program kegiatan | indikator kinerja | indikator | tolok ukur kinerja
    | tolok ukur | indikator output | indikator outcome | indikator sasaran"""
)
LOKASI_HEADS = split_wordings(
    "Lokasi | lokasi kegiatan | lokasi pelaksanaan | lokus | lokus kegiatan | nama lokasi"
)
TARGET_HEADS = split_wordings(
    """Target Capaian Kinerja | target kinerja | target capaian | target | target akhir
    | volume target | besaran target | rencana target | volume | k"""
)
PAGU_HEADS = split_wordings(
    """Kebutuhan Dana/Pagu Indikatif (Rp) | kebutuhan dana pagu indikatif | pagu indikatif
    | pagu indikatif rp | kebutuhan dana | pagu | pagu anggaran | anggaran | jumlah dana | dana
    | rencana anggaran | kebutuhan anggaran | jumlah anggaran | plafon anggaran | pagu renja
    | anggaran renja | rp"""
)
_PLAN_GROUPS = ("rencana tahun", "tahun rencana")


def make_no(number: str) -> ColumnSpec:
    """Return the column of running numbers."""
    heads = "No | nomor | no urut | nomor urut"
    label = Text("nomor", "number")
    return make_column(number, "no", Content.NO, label, heads, against="kode", required=False)


def make_kode(number: str) -> ColumnSpec:
    """Return the column (or columns) of the program code."""
    heads = """Kode | kode rekening | kode program kegiatan | kode urusan program kegiatan
        | kode nomenklatur | nomor kode | no kode | kode sub kegiatan"""
    return make_column(number, "kode", Content.KODE, Text("kode", "code"), heads)


def make_name(number: str, printed_head: str = "", width: float = 44) -> ColumnSpec:
    """Return the column that names urusan, bidang, program, kegiatan and sub kegiatan."""
    return make_column(
        number,
        "nama",
        Content.NAME,
        Text("nama program/kegiatan/sub kegiatan", "name of programme/activity/sub-activity"),
        (printed_head, *NAME_HEADS) if printed_head else NAME_HEADS,
        against="indikator | kode | target | pagu | anggaran | tolok | lokasi",
        width=width,
    )


def make_indikator(number: str, printed_head: str = "", width: float = 38) -> ColumnSpec:
    """Return the column of the performance indicator."""
    return make_column(
        number,
        "indikator",
        Content.INDIKATOR,
        Text("indikator kinerja", "performance indicator"),
        (printed_head, *INDIKATOR_HEADS) if printed_head else INDIKATOR_HEADS,
        against="target | realisasi",
        width=width,
    )


def make_lokasi(
    number: str, *, required: bool = True, layers: tuple[str, ...] = HEAD_ALONE, width: float = 16
) -> ColumnSpec:
    """Return the column of the location."""
    return make_column(
        number,
        "lokasi",
        Content.TEXT,
        Text("lokasi", "location"),
        LOKASI_HEADS,
        layers=layers,
        required=required,
        width=width,
    )


def make_target(number: str) -> ColumnSpec:
    """Return the target of the plan year."""
    return make_column(
        number,
        "target",
        Content.TARGET,
        Text("target", "target"),
        TARGET_HEADS,
        groups=_PLAN_GROUPS,
        against=(*FORWARD_WORDS, *PAST_WORDS, "renstra"),
        layers=PLAN_LAYERS,
        year=0,
    )


def make_pagu(number: str) -> ColumnSpec:
    """Return the amount of the plan year."""
    return make_column(
        number,
        "pagu",
        Content.MONEY,
        Text("pagu", "ceiling"),
        PAGU_HEADS,
        groups=_PLAN_GROUPS,
        against=(*FORWARD_WORDS, *PAST_WORDS, "sumber", "renstra"),
        layers=PLAN_LAYERS,
        year=0,
    )


def make_sumber_dana(
    number: str, *, required: bool = True, layers: tuple[str, ...] = HEAD_ALONE
) -> ColumnSpec:
    """Return the column of the fund source."""
    return make_column(
        number,
        "sumber_dana",
        Content.SUMBER,
        Text("sumber dana", "fund source"),
        """Sumber Dana | sumber pendanaan | sumber anggaran | sumber pembiayaan | sumber
        | nama dana""",
        layers=layers,
        required=required,
        width=15,
    )


def make_pagu_before() -> ColumnSpec:
    """Return the column of the amounts before a revision, in a plan that shows both."""
    return ColumnSpec(
        "pagu_sebelum",
        Content.MONEY,
        Text("pagu sebelum perubahan", "ceiling before the revision"),
        PAGU_HEADS,
        BEFORE_WORDS,
        year=0,
        required=False,
    )


def make_split_pagu(sumber: str) -> ColumnSpec:
    """Return the column that holds the part of the amount that one fund source pays."""
    key = "pagu_" + "_".join(sumber.casefold().replace("-", " ").split())
    label = Text(f"pagu {sumber}", f"ceiling from {sumber}")
    return ColumnSpec(key, Content.MONEY, label, (sumber,), year=0, required=False, sumber=sumber)


def make_notes(
    number: str,
    printed_head: str = "Catatan Penting",
    *,
    required: bool = False,
    width: float = 0,
) -> ColumnSpec:
    """Return the column of notes."""
    return make_column(
        number,
        "catatan",
        Content.TEXT,
        Text("catatan", "notes"),
        f"""{printed_head} | catatan penting | catatan | keterangan | catatan analisis | analisis
        | penjelasan""",
        required=required,
        width=width,
    )


def make_forward_target(number: str, *, required: bool = True) -> ColumnSpec:
    """Return the target of the year after the plan year."""
    return make_column(
        number,
        "target_maju",
        Content.TARGET,
        Text("target maju", "forward target"),
        TARGET_HEADS,
        groups=FORWARD_WORDS,
        against="realisasi | renstra",
        layers=FORWARD_LAYERS,
        year=1,
        needs_group=True,
        required=required,
    )


def make_forward_pagu(number: str, *, required: bool = True) -> ColumnSpec:
    """Return the amount of the year after the plan year."""
    return make_column(
        number,
        "pagu_maju",
        Content.MONEY,
        Text("pagu maju", "forward ceiling"),
        PAGU_HEADS,
        groups=FORWARD_WORDS,
        against="realisasi | sumber | renstra",
        layers=FORWARD_LAYERS,
        year=1,
        needs_group=True,
        required=required,
    )
