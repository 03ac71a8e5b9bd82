"""The document's own plan tables: Tabel 4.1, 2.1, 2.2 and 3.1, named after one real Renja."""

from __future__ import annotations

from selaras.tables import umum
from selaras.tables.spec import Isi, Kolom, TableSpec
from selaras.teks import Teks

TABEL41 = TableSpec(
    name="Tabel 4.1",
    title=Teks(
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
        umum.no(""),
        umum.kode("1"),
        umum.nama("2"),
        umum.indikator("3"),
        umum.lokasi("4"),
        umum.target("5"),
        umum.pagu("6"),
        umum.sumber_dana("7"),
        umum.catatan("8"),
        umum.target_maju("9", wajib=False),
        umum.pagu_maju("10", wajib=False),
    ),
    kunci=("nama", "pagu"),
    basis="Permendagri 86/2017",
)

SESUDAH = ("setelah perubahan", "sesudah perubahan", "setelah", "sesudah", "perubahan", "menjadi")
SEBELUM = ("sebelum perubahan", "sebelum", "murni", "semula")

TABEL21 = TableSpec(
    name="Tabel 2.1",
    title=Teks(
        "Alokasi anggaran sebelum dan setelah perubahan",
        "Budget allocation before and after the revision",
    ),
    titles=("alokasi anggaran",),
    columns=(
        umum.no("1"),
        umum.nama("2"),
        Kolom(
            "target_sebelum",
            Isi.TARGET,
            Teks("target sebelum perubahan", "target before the revision"),
            (
                "sebelum perubahan",
                "sebelum",
                "target sebelum perubahan",
                "target",
                "target kinerja",
            ),
            groups=(*SEBELUM, "target kinerja", "target"),
            bukan=("setelah", "sesudah", "anggaran", "pagu"),
            tahun=-2,
            cetak="3",
        ),
        Kolom(
            "target_setelah",
            Isi.TARGET,
            Teks("target setelah perubahan", "target after the revision"),
            ("setelah perubahan", "setelah", "sesudah perubahan", "target setelah perubahan"),
            groups=("target kinerja", "target"),
            bukan=("sebelum", "anggaran", "pagu"),
            tahun=-2,
            cetak="4",
        ),
        Kolom(
            "apbd",
            Isi.UANG,
            Teks("anggaran APBD", "budget (APBD)"),
            ("apbd", "anggaran apbd", "apbd murni", "anggaran sebelum perubahan", "anggaran murni"),
            groups=("anggaran", "alokasi anggaran", "pagu", *SEBELUM),
            bukan=("p apbd", "papbd", "setelah", "sesudah", "perubahan apbd", "apbd perubahan"),
            tahun=-2,
            cetak="5",
        ),
        Kolom(
            "p_apbd",
            Isi.UANG,
            Teks("anggaran P-APBD", "revised budget (P-APBD)"),
            (
                "p apbd",
                "papbd",
                "perubahan apbd",
                "apbd perubahan",
                "anggaran setelah perubahan",
                "anggaran perubahan",
                "anggaran p apbd",
            ),
            groups=("anggaran", "alokasi anggaran", "pagu", *SESUDAH),
            bukan=("sebelum", "murni"),
            tahun=-2,
            cetak="6",
        ),
    ),
    kunci=("nama", "apbd", "p_apbd"),
    lazim=True,
)

TABEL22 = TableSpec(
    name="Tabel 2.2",
    title=Teks("Alokasi anggaran", "Budget allocation"),
    titles=("alokasi anggaran",),
    columns=(
        umum.no("1"),
        umum.nama("2"),
        Kolom(
            "target",
            Isi.TARGET,
            Teks("target", "target"),
            ("target kinerja", "target", "target capaian"),
            tahun=-1,
            cetak="3",
        ),
        Kolom(
            "apbd",
            Isi.UANG,
            Teks("anggaran", "budget"),
            (
                "apbd",
                "anggaran",
                "anggaran apbd",
                "alokasi anggaran",
                "jumlah anggaran",
                "pagu anggaran",
                "pagu",
            ),
            groups=("anggaran", "alokasi anggaran", "apbd"),
            bukan=("sumber", "p apbd", "realisasi", "maju"),
            tahun=-1,
            cetak="4",
        ),
    ),
    kunci=("nama", "apbd"),
    lazim=True,
)

TABEL31 = TableSpec(
    name="Tabel 3.1",
    title=Teks("Indikator kinerja utama", "Key performance indicators"),
    titles=(
        "indikator kinerja utama",
        "iku",
        "tujuan sasaran dan indikator",
        "target indikator kinerja utama",
    ),
    columns=(
        umum.no("1"),
        umum.indikator("2")._replace(
            heads=(*umum.INDIKATOR_PROGRAM, "indikator kinerja utama", "iku")
        ),
        *(
            Kolom(
                f"target_{urut}",
                Isi.TARGET,
                Teks(f"target tahun ke-{urut}", f"target of year {urut}"),
                (
                    "target",
                    "target kinerja",
                    "target tahun",
                    "target renstra",
                    "target kinerja tahun",
                ),
                bukan=("realisasi", "proyeksi", "rasio", "capaian"),
                wajib=urut <= 5,
                cetak=str(urut + 2),
                urut=urut,
            )
            for urut in (1, 2, 3, 4, 5, 6)
        ),
    ),
    kunci=("indikator", "target_1", "target_2", "target_3", "target_4"),
    lazim=True,
    tahun_bebas=True,
)
