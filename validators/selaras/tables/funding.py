"""The document's own plan tables: Tabel 4.1, 2.1, 2.2 and 3.1, named after one real Renja."""

from __future__ import annotations

from selaras.tables import shared
from selaras.tables.spec import Isi, Kertas, Kolom, Periode, TableSpec
from selaras.values.text import Teks

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
        shared.no(""),
        shared.kode("1"),
        shared.nama("2"),
        shared.indikator("3"),
        shared.lokasi("4")._replace(lapis=shared.LAPIS_RENCANA),
        shared.target("5"),
        shared.pagu("6"),
        shared.sumber_dana("7")._replace(lapis=shared.LAPIS_RENCANA),
        # The forward estimate is T-C.33's; a region may print it here too.
        shared.catatan(""),
        shared.target_maju("", wajib=False),
        shared.pagu_maju("", wajib=False),
    ),
    key_columns=("nama", "pagu"),
    witnesses=(("indikator",), ("lokasi", "sumber_dana", "kode")),
    printed_title="Rencana Program, Kegiatan, dan Pendanaan Perangkat Daerah Tahun {n}",
    kertas=Kertas.A3,
    basis="Permendagri 86/2017",
)

_ALOKASI = "Alokasi Anggaran Program, Kegiatan, dan Sub Kegiatan Tahun Anggaran "
_NAMA = "Program/Kegiatan/Sub Kegiatan"
_LAPIS_TARGET = ("Target Kinerja", "{kepala}")
_LAPIS_ANGGARAN = ("Anggaran (Rp)", "{kepala}")

SESUDAH = ("setelah perubahan", "sesudah perubahan", "setelah", "sesudah", "perubahan", "menjadi")

TABEL21 = TableSpec(
    name="Tabel 2.1",
    title=Teks(
        "Alokasi anggaran sebelum dan setelah perubahan",
        "Budget allocation before and after the revision",
    ),
    titles=("alokasi anggaran",),
    columns=(
        shared.no("1"),
        shared.nama("2", _NAMA)._replace(lebar=60),
        Kolom(
            "target_sebelum",
            Isi.TARGET,
            Teks("target sebelum perubahan", "target before the revision"),
            (
                "Sebelum Perubahan",
                "sebelum",
                "target sebelum perubahan",
                "target",
                "target kinerja",
            ),
            groups=(*shared.SEBELUM, "target kinerja", "target"),
            bukan=("setelah", "sesudah", "anggaran", "pagu"),
            tahun=-2,
            cetak="3",
            lapis=_LAPIS_TARGET,
            lebar=20,
        ),
        Kolom(
            "target_setelah",
            Isi.TARGET,
            Teks("target setelah perubahan", "target after the revision"),
            ("Setelah Perubahan", "setelah", "sesudah perubahan", "target setelah perubahan"),
            groups=("target kinerja", "target"),
            bukan=("sebelum", "anggaran", "pagu"),
            tahun=-2,
            cetak="4",
            lapis=_LAPIS_TARGET,
            lebar=20,
        ),
        Kolom(
            "apbd",
            Isi.UANG,
            Teks("anggaran APBD", "budget (APBD)"),
            ("APBD", "anggaran apbd", "apbd murni", "anggaran sebelum perubahan", "anggaran murni"),
            groups=("anggaran", "alokasi anggaran", "pagu", *shared.SEBELUM),
            bukan=("p apbd", "papbd", "setelah", "sesudah", "perubahan apbd", "apbd perubahan"),
            tahun=-2,
            cetak="5",
            lapis=_LAPIS_ANGGARAN,
        ),
        Kolom(
            "p_apbd",
            Isi.UANG,
            Teks("anggaran P-APBD", "revised budget (P-APBD)"),
            (
                "P-APBD",
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
            lapis=_LAPIS_ANGGARAN,
        ),
    ),
    key_columns=("nama", "apbd", "p_apbd"),
    printed_title=_ALOKASI + "{n-2}",
    lazim=True,
)

TABEL22 = TableSpec(
    name="Tabel 2.2",
    title=Teks("Alokasi anggaran", "Budget allocation"),
    titles=("alokasi anggaran",),
    columns=(
        shared.no("1"),
        shared.nama("2", _NAMA)._replace(lebar=70),
        Kolom(
            "target",
            Isi.TARGET,
            Teks("target", "target"),
            ("Target Kinerja", "target", "target capaian"),
            tahun=-1,
            cetak="3",
            lebar=26,
        ),
        Kolom(
            "apbd",
            Isi.UANG,
            Teks("anggaran", "budget"),
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
            bukan=("sumber", "p apbd", "realisasi", "maju"),
            tahun=-1,
            cetak="4",
        ),
    ),
    key_columns=("nama", "apbd"),
    lazim=True,
    printed_title=_ALOKASI + "{n-1}",
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
        shared.no("1"),
        shared.indikator("2")._replace(
            heads=("Indikator Kinerja Utama", *shared.INDIKATOR_PROGRAM, "iku"), lebar=56
        ),
        *(
            Kolom(
                f"target_{urut}",
                Isi.TARGET,
                Teks(f"target tahun ke-{urut}", f"target of year {urut}"),
                (
                    "Target",
                    "target kinerja",
                    "target tahun",
                    "target renstra",
                    "target kinerja tahun",
                ),
                bukan=("realisasi", "proyeksi", "rasio", "capaian"),
                wajib=urut <= 5,
                cetak=str(urut + 2),
                ordinal=urut,
                lapis=("{kepala}", "Tahun {tahun}"),
            )
            for urut in (1, 2, 3, 4, 5, 6)
        ),
    ),
    key_columns=("indikator", "target_1", "target_2", "target_3", "target_4"),
    lazim=True,
    tahun_bebas=True,
    printed_title="Indikator Kinerja Utama Perangkat Daerah",
    periode=Periode.RENSTRA,
)
