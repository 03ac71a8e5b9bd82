"""T-C.31 and T-C.32: the review of the draft RKPD, and what stakeholders propose."""

from __future__ import annotations

from selaras.tables import shared
from selaras.tables.spec import Isi, Kertas, Kolom, TableSpec
from selaras.values.text import Teks

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
    lapis = ("Rancangan Awal RKPD" if prefix else "Hasil Analisis Kebutuhan", "{kepala}")
    return [
        Kolom(
            f"{prefix}nama",
            Isi.NAMA,
            Teks("program/kegiatan", "programme/activity") + sisi,
            ("Program/Kegiatan", *shared.NAMA_PROGRAM),
            groups,
            bukan=(*lawan, "indikator", "lokasi", "target", "pagu"),
            cetak=str(awal),
            lapis=lapis,
            lebar=30,
        ),
        Kolom(
            f"{prefix}lokasi",
            Isi.TEKS,
            Teks("lokasi", "location") + sisi,
            shared.LOKASI,
            groups,
            bukan=lawan,
            cetak=str(awal + 1),
            lapis=lapis,
            lebar=14,
        ),
        Kolom(
            f"{prefix}indikator",
            Isi.INDIKATOR,
            Teks("indikator", "indicator") + sisi,
            ("Indikator Kinerja", *shared.INDIKATOR_PROGRAM),
            groups,
            bukan=lawan,
            cetak=str(awal + 2),
            lapis=lapis,
            lebar=30,
        ),
        Kolom(
            f"{prefix}target",
            Isi.TARGET,
            Teks("target", "target") + sisi,
            ("Target Capaian", *shared.TARGET),
            groups,
            bukan=lawan,
            tahun=0,
            cetak=str(awal + 3),
            lapis=lapis,
            lebar=13,
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
            lapis=lapis,
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
        shared.no("1"),
        shared.kode("")._replace(wajib=False),
        *_paruh("rkpd_", RKPD, ("hasil analisis", "analisis kebutuhan", "renja"), 2),
        *_paruh("", ANALISIS, ("rancangan awal",), 7),
        shared.catatan("12", wajib=True),
    ),
    key_columns=("rkpd_nama", "nama", "rkpd_pagu", "kebutuhan_dana"),
    printed_title="Review terhadap Rancangan Awal RKPD Tahun {n}",
    kertas=Kertas.A3,
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
        shared.no("1"),
        shared.nama("2", "Program/Kegiatan"),
        shared.lokasi("3")._replace(lebar=22),
        shared.indikator("4", "Indikator Kinerja"),
        Kolom(
            "volume",
            Isi.TARGET,
            Teks("besaran/volume", "volume"),
            ("Besaran/Volume", "besaran", "volume", "jumlah volume"),
            cetak="5",
        ),
        shared.catatan("6", kepala="Catatan")._replace(lebar=36),
    ),
    key_columns=("nama", "volume"),
    witnesses=(("indikator",),),
    printed_title="Usulan Program dan Kegiatan dari Para Pemangku Kepentingan Tahun {n}",
    basis=BASIS,
)
