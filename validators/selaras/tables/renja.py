"""The tables of the yearly work plan: T-C.29, T-C.30 and T-C.33 (Permendagri 86/2017)."""

from __future__ import annotations

from selaras.tables import umum
from selaras.tables.spec import Isi, Kolom, TableSpec
from selaras.teks import Teks

BASIS = "Permendagri 86/2017"

TC29 = TableSpec(
    name="T-C.29",
    title=Teks(
        "Rekapitulasi evaluasi hasil pelaksanaan Renja dan pencapaian Renstra",
        "Review of the results of the Renja and the attainment of the Renstra",
    ),
    titles=(
        "t c 29",
        "rekapitulasi evaluasi hasil pelaksanaan renja",
        "evaluasi hasil pelaksanaan renja perangkat daerah dan pencapaian renstra",
        "evaluasi pelaksanaan renja",
    ),
    columns=(
        umum.no(""),
        umum.kode("1"),
        umum.nama("2"),
        umum.indikator("3"),
        Kolom(
            "target_akhir",
            Isi.TARGET,
            Teks("target akhir Renstra", "end-of-Renstra target"),
            (
                "target kinerja capaian program renstra",
                "target capaian kinerja renstra",
                "target renstra",
                "target akhir renstra",
                "target akhir periode renstra",
                "target program dan kegiatan renstra",
                "target",
            ),
            groups=("renstra", "akhir periode"),
            bukan=("realisasi", "renja", "tingkat", "tahun berjalan"),
            cetak="4",
        ),
        Kolom(
            "realisasi_lalu",
            Isi.TARGET,
            Teks("realisasi s/d tahun n-3", "achievement up to n-3"),
            (
                "realisasi target kinerja hasil program keluaran kegiatan",
                "realisasi target kinerja hasil program dan keluaran kegiatan sampai dengan tahun",
                "realisasi sampai dengan tahun",
                "realisasi kinerja tahun lalu",
                "realisasi capaian",
                "realisasi",
            ),
            bukan=("tingkat", "perkiraan", "prakiraan", "berjalan", "renja"),
            tahun=-3,
            cetak="5",
        ),
        Kolom(
            "target_renja",
            Isi.TARGET,
            Teks("target Renja tahun n-2", "Renja target of n-2"),
            ("target renja", "target renja perangkat daerah", "target kinerja renja", "target"),
            groups=(
                "target dan realisasi kinerja program",
                "tahun lalu",
                "renja tahun",
                "target dan realisasi",
            ),
            bukan=("tingkat", "berjalan", "akhir", "sampai dengan", "renstra"),
            tahun=-2,
            cetak="6",
        ),
        Kolom(
            "realisasi_renja",
            Isi.TARGET,
            Teks("realisasi Renja tahun n-2", "Renja achievement of n-2"),
            (
                "realisasi renja",
                "realisasi renja perangkat daerah",
                "realisasi kinerja renja",
                "realisasi",
            ),
            groups=("target dan realisasi kinerja program", "tahun lalu", "target dan realisasi"),
            bukan=("tingkat", "berjalan", "perkiraan", "sampai dengan"),
            tahun=-2,
            cetak="7",
        ),
        Kolom(
            "tingkat_realisasi",
            Isi.PERSEN,
            Teks("tingkat realisasi", "rate of achievement"),
            (
                "tingkat realisasi",
                "tingkat realisasi persen",
                "persentase realisasi",
                "persentase capaian",
                "rasio",
                "persen",
            ),
            bukan=("renstra", "perkiraan", "berjalan"),
            tahun=-2,
            cetak="8",
        ),
        Kolom(
            "target_berjalan",
            Isi.TARGET,
            Teks("target Renja tahun n-1", "Renja target of n-1"),
            (
                "target program kegiatan renja perangkat daerah tahun berjalan",
                "target program dan kegiatan",
                "target renja tahun berjalan",
                "target renja",
                "target",
            ),
            groups=("berjalan",),
            bukan=("tingkat", "realisasi", "renstra"),
            tahun=-1,
            cetak="9",
        ),
        Kolom(
            "realisasi_berjalan",
            Isi.TARGET,
            Teks("realisasi s/d tahun berjalan", "achievement up to the current year"),
            (
                "realisasi capaian program kegiatan sampai dengan tahun berjalan",
                "realisasi capaian",
                "perkiraan realisasi capaian",
                "realisasi sampai dengan tahun berjalan",
                "capaian sampai dengan tahun",
                "realisasi",
            ),
            groups=("perkiraan realisasi capaian target renstra", "berjalan", "perkiraan"),
            bukan=("tingkat",),
            tahun=-1,
            cetak="10",
        ),
        Kolom(
            "tingkat_capaian",
            Isi.PERSEN,
            Teks("tingkat capaian Renstra", "rate of Renstra attainment"),
            (
                "tingkat capaian realisasi target renstra",
                "tingkat capaian",
                "tingkat capaian renstra",
                "persentase capaian renstra",
            ),
            groups=("perkiraan realisasi capaian target renstra", "berjalan", "perkiraan"),
            cetak="11",
        ),
        umum.catatan("12"),
    ),
    kunci=("nama", "indikator", "target_akhir"),
    basis=BASIS,
)

TC30 = TableSpec(
    name="T-C.30",
    title=Teks(
        "Pencapaian kinerja pelayanan perangkat daerah",
        "Attainment of the service performance of the agency",
    ),
    titles=(
        "t c 30",
        "pencapaian kinerja pelayanan",
        "capaian kinerja pelayanan",
        "kinerja pelayanan perangkat daerah",
    ),
    columns=(
        umum.no("1"),
        umum.indikator("2"),
        Kolom(
            "spm",
            Isi.TEKS,
            Teks("SPM/standar nasional", "national standard"),
            ("spm", "spm standar nasional", "standar nasional", "standar pelayanan minimal"),
            wajib=False,
            cetak="3",
        ),
        Kolom(
            "ikk",
            Isi.TEKS,
            Teks("IKK", "key performance indicator"),
            ("ikk", "indikator kinerja kunci", "ikk pp"),
            wajib=False,
            cetak="4",
        ),
        *(
            Kolom(
                f"target_{urut}",
                Isi.TARGET,
                Teks(f"target Renstra tahun ke-{urut}", f"Renstra target of year {urut}"),
                ("target renstra", "target renstra perangkat daerah", "target kinerja", "target"),
                bukan=("realisasi", "proyeksi"),
                tahun=urut - 3,
                cetak=str(4 + urut),
            )
            for urut in (1, 2, 3, 4)
        ),
        *(
            Kolom(
                f"realisasi_{urut}",
                Isi.TARGET,
                Teks(f"realisasi tahun ke-{urut}", f"achievement of year {urut}"),
                ("realisasi capaian", "realisasi", "realisasi kinerja", "capaian"),
                bukan=("target", "proyeksi"),
                tahun=urut - 3,
                cetak=str(8 + urut),
            )
            for urut in (1, 2)
        ),
        *(
            Kolom(
                f"proyeksi_{urut}",
                Isi.TARGET,
                Teks(f"proyeksi tahun ke-{urut}", f"projection of year {urut}"),
                ("proyeksi", "proyeksi kinerja", "prakiraan"),
                bukan=("realisasi",),
                tahun=urut - 1,
                cetak=str(10 + urut),
            )
            for urut in (1, 2)
        ),
        umum.catatan("13"),
    ),
    kunci=("indikator", "target_1", "realisasi_1"),
    tahun_bebas=True,
    basis=BASIS,
)

TC33 = TableSpec(
    name="T-C.33",
    title=Teks(
        "Rumusan rencana program dan kegiatan dan prakiraan maju",
        "Planned programmes and activities with forward estimates",
    ),
    titles=(
        "t c 33",
        "rumusan rencana program dan kegiatan",
        "rumusan program dan kegiatan",
        "rumusan rencana program kegiatan",
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
        umum.target_maju("9"),
        umum.pagu_maju("10"),
    ),
    kunci=("nama", "pagu"),
    basis=BASIS,
)
