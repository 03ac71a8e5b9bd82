"""Columns that several tables share, worded once."""

from __future__ import annotations

from selaras.tables.spec import Isi, Kolom
from selaras.values.text import Teks

#: What stands over the columns of the plan year, and over those of the year after it.
LAPIS_RENCANA = ("Rencana Tahun {tahun}", "{kepala}")
LAPIS_MAJU = ("Prakiraan Maju Rencana Tahun {tahun}", "{kepala}")

#: Words of a head that speak of the year after the plan year.
MAJU = ("prakiraan maju", "rencana maju", "maju", "n+1", "tahun berikutnya", "forward estimate")
#: Words of heads that look back; they tell against a column of the plan year itself.
LAMPAU = (
    *("realisasi", "capaian renstra", "sebelum", "akhir periode", "akhir renstra", "triwulan"),
    "n-1",
)

#: Words of a head over what was planned before a revision.
SEBELUM = ("sebelum perubahan", "sebelum", "murni", "semula")

#: Columns that people add to any table; they are none of its own, and tell nothing against it.
TAMBAHAN = (
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

NAMA_PROGRAM = (
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

INDIKATOR_PROGRAM = (
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


def no(cetak: str = "1", *, wajib: bool = False) -> Kolom:
    """Return the column of running numbers."""
    return Kolom(
        "no",
        Isi.NO,
        Teks("nomor", "number"),
        ("No", "nomor", "no urut", "nomor urut"),
        bukan=("kode",),
        wajib=wajib,
        cetak=cetak,
    )


def kode(cetak: str = "1") -> Kolom:
    """Return the column (or columns) of the program code."""
    return Kolom(
        "kode",
        Isi.KODE,
        Teks("kode", "code"),
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
        cetak=cetak,
    )


def nama(cetak: str = "2", kepala: str = NAMA_PROGRAM[0]) -> Kolom:
    """Return the column that names urusan, bidang, program, kegiatan and sub kegiatan."""
    return Kolom(
        "nama",
        Isi.NAMA,
        Teks("nama program/kegiatan/sub kegiatan", "name of programme/activity/sub-activity"),
        NAMA_PROGRAM if kepala == NAMA_PROGRAM[0] else (kepala, *NAMA_PROGRAM),
        bukan=("indikator", "kode", "target", "pagu", "anggaran", "tolok", "lokasi"),
        cetak=cetak,
        lebar=44,
    )


def indikator(cetak: str = "3", kepala: str = INDIKATOR_PROGRAM[0]) -> Kolom:
    """Return the column of the performance indicator."""
    return Kolom(
        "indikator",
        Isi.INDIKATOR,
        Teks("indikator kinerja", "performance indicator"),
        INDIKATOR_PROGRAM if kepala == INDIKATOR_PROGRAM[0] else (kepala, *INDIKATOR_PROGRAM),
        bukan=("target", "realisasi"),
        cetak=cetak,
        lebar=38,
    )


LOKASI = (
    *("Lokasi", "lokasi kegiatan", "lokasi pelaksanaan", "lokus", "lokus kegiatan"),
    "nama lokasi",
)


def lokasi(cetak: str = "4", *, wajib: bool = True) -> Kolom:
    """Return the column of the location."""
    return Kolom(
        "lokasi",
        Isi.TEKS,
        Teks("lokasi", "location"),
        LOKASI,
        wajib=wajib,
        cetak=cetak,
        lebar=16,
    )


TARGET = (
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
PAGU = (
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


def target(cetak: str = "5") -> Kolom:
    """Return the target of the plan year."""
    return Kolom(
        "target",
        Isi.TARGET,
        Teks("target", "target"),
        TARGET,
        groups=("rencana tahun", "tahun rencana"),
        bukan=(*MAJU, *LAMPAU, "renstra"),
        tahun=0,
        cetak=cetak,
        lapis=LAPIS_RENCANA,
    )


def pagu(cetak: str = "6") -> Kolom:
    """Return the amount of the plan year."""
    return Kolom(
        "pagu",
        Isi.UANG,
        Teks("pagu", "ceiling"),
        PAGU,
        groups=("rencana tahun", "tahun rencana"),
        bukan=(*MAJU, *LAMPAU, "sumber", "renstra"),
        tahun=0,
        cetak=cetak,
        lapis=LAPIS_RENCANA,
    )


def sumber_dana(cetak: str = "7", *, wajib: bool = True) -> Kolom:
    """Return the column of the fund source."""
    return Kolom(
        "sumber_dana",
        Isi.SUMBER,
        Teks("sumber dana", "fund source"),
        (
            "Sumber Dana",
            *("sumber pendanaan", "sumber anggaran", "sumber pembiayaan", "sumber", "nama dana"),
        ),
        wajib=wajib,
        cetak=cetak,
        lebar=15,
    )


def pagu_sebelum() -> Kolom:
    """Return the column of the amounts before a revision, in a plan that shows both."""
    return Kolom(
        "pagu_sebelum",
        Isi.UANG,
        Teks("pagu sebelum perubahan", "ceiling before the revision"),
        PAGU,
        groups=SEBELUM,
        tahun=0,
        wajib=False,
    )


def pecahan(sumber: str) -> Kolom:
    """Return the column that holds the part of the amount that one fund source pays."""
    key = "_".join(sumber.casefold().replace("-", " ").split())
    return Kolom(
        f"pagu_{key}",
        Isi.UANG,
        Teks(f"pagu {sumber}", f"ceiling from {sumber}"),
        (sumber,),
        tahun=0,
        wajib=False,
        sumber=sumber,
    )


def catatan(cetak: str, *, wajib: bool = False, kepala: str = "Catatan Penting") -> Kolom:
    """Return the column of notes."""
    return Kolom(
        "catatan",
        Isi.TEKS,
        Teks("catatan", "notes"),
        (
            kepala,
            "catatan penting",
            "catatan",
            "keterangan",
            "catatan analisis",
            "analisis",
            "penjelasan",
        ),
        wajib=wajib,
        cetak=cetak,
    )


def target_maju(cetak: str = "9", *, wajib: bool = True) -> Kolom:
    """Return the target of the year after the plan year."""
    return Kolom(
        "target_maju",
        Isi.TARGET,
        Teks("target maju", "forward target"),
        TARGET,
        groups=MAJU,
        bukan=("realisasi", "renstra"),
        tahun=1,
        bergrup=True,
        wajib=wajib,
        cetak=cetak,
        lapis=LAPIS_MAJU,
    )


def pagu_maju(cetak: str = "10", *, wajib: bool = True) -> Kolom:
    """Return the amount of the year after the plan year."""
    return Kolom(
        "pagu_maju",
        Isi.UANG,
        Teks("pagu maju", "forward ceiling"),
        PAGU,
        groups=MAJU,
        bukan=("realisasi", "sumber", "renstra"),
        tahun=1,
        bergrup=True,
        wajib=wajib,
        cetak=cetak,
        lapis=LAPIS_MAJU,
    )
