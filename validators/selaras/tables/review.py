"""T-C.31 and T-C.32: the review of the draft RKPD, and what stakeholders propose."""

from __future__ import annotations

from selaras.tables import umum
from selaras.tables.spec import Isi, Kolom, TableSpec
from selaras.teks import Teks

BASIS = "Permendagri 86/2017"

RKPD = ("rancangan awal rkpd", "rkpd", "rancangan rkpd")
ANALISIS = (
    "hasil analisis kebutuhan",
    "analisis kebutuhan",
    "hasil analisa kebutuhan",
    "kebutuhan",
    "renja",
    "hasil analisis",
    "usulan perangkat daerah",
)


def _paruh(prefix: str, groups: tuple[str, ...], lawan: tuple[str, ...], awal: int) -> list[Kolom]:
    """Return the columns of one half of T-C.31."""
    sisi = Teks(" RKPD", " (RKPD)") if prefix else Teks(" Renja", " (Renja)")
    uang = (
        ("pagu indikatif", "pagu", "pagu indikatif rp", "pagu anggaran")
        if prefix
        else ("kebutuhan dana", "kebutuhan dana rp", "pagu indikatif", "kebutuhan anggaran", "dana")
    )
    return [
        Kolom(
            f"{prefix}nama",
            Isi.NAMA,
            Teks("program/kegiatan", "programme/activity") + sisi,
            umum.NAMA_PROGRAM,
            groups,
            bukan=(*lawan, "indikator", "lokasi", "target", "pagu"),
            cetak=str(awal),
        ),
        Kolom(
            f"{prefix}lokasi",
            Isi.TEKS,
            Teks("lokasi", "location") + sisi,
            ("lokasi",),
            groups,
            bukan=lawan,
            cetak=str(awal + 1),
        ),
        Kolom(
            f"{prefix}indikator",
            Isi.INDIKATOR,
            Teks("indikator", "indicator") + sisi,
            umum.INDIKATOR_PROGRAM,
            groups,
            bukan=lawan,
            cetak=str(awal + 2),
        ),
        Kolom(
            f"{prefix}target",
            Isi.TARGET,
            Teks("target", "target") + sisi,
            umum.TARGET,
            groups,
            bukan=lawan,
            tahun=0,
            cetak=str(awal + 3),
        ),
        Kolom(
            "rkpd_pagu" if prefix else "kebutuhan_dana",
            Isi.UANG,
            Teks("pagu indikatif RKPD", "RKPD ceiling")
            if prefix
            else Teks("kebutuhan dana", "funds needed"),
            uang,
            groups,
            bukan=lawan,
            tahun=0,
            cetak=str(awal + 4),
        ),
    ]


TC31 = TableSpec(
    name="T-C.31",
    title=Teks("Review terhadap rancangan awal RKPD", "Review of the draft RKPD"),
    titles=(
        "t c 31",
        "review terhadap rancangan awal rkpd",
        "reviu terhadap rancangan awal rkpd",
        "telaahan terhadap rancangan awal rkpd",
        "review rancangan awal rkpd",
    ),
    columns=(
        umum.no("1"),
        *_paruh("rkpd_", RKPD, ("hasil analisis", "analisis kebutuhan", "renja"), 2),
        *_paruh("", ANALISIS, ("rancangan awal",), 7),
        umum.catatan("12", wajib=True),
    ),
    kunci=("rkpd_nama", "nama", "rkpd_pagu", "kebutuhan_dana"),
    basis=BASIS,
)

TC32 = TableSpec(
    name="T-C.32",
    title=Teks(
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
        umum.no("1"),
        umum.nama("2"),
        umum.lokasi("3"),
        umum.indikator("4"),
        Kolom(
            "volume",
            Isi.TARGET,
            Teks("besaran/volume", "volume"),
            ("besaran volume", "besaran", "volume", "jumlah volume"),
            cetak="5",
        ),
        umum.catatan("6"),
    ),
    kunci=("nama", "volume"),
    basis=BASIS,
)
