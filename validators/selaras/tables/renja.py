"""The tables of the yearly work plan: T-C.29, T-C.30 and T-C.33 (Permendagri 86/2017)."""

from __future__ import annotations

from selaras.tables import shared
from selaras.tables.spec import Bentuk, Isi, Kertas, Kolom, Rumus, TableSpec
from selaras.values.text import Teks

BASIS = "Permendagri 86/2017"

_DUA_TAHUN_LALU = (
    "Target dan Realisasi Kinerja Program dan Keluaran Kegiatan Tahun {tahun}",
    "{kepala}",
)
_PER_TAHUN = ("{kepala}", "Tahun {tahun}")
_BERJALAN = (
    "Perkiraan Realisasi Capaian Target Renstra Perangkat Daerah s/d Tahun {n-1}",
    "{kepala}",
)

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
        shared.no(""),
        shared.kode("1"),
        shared.nama("2"),
        shared.indikator(
            "3", "Indikator Kinerja Program (outcome)/Kegiatan (output)/Sub Kegiatan (output)"
        ),
        Kolom(
            "target_akhir",
            Isi.TARGET,
            Teks("target akhir Renstra", "end-of-Renstra target"),
            (
                "Target Kinerja Capaian Program (Renstra Perangkat Daerah) Tahun {akhir}",
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
            lebar=16,
        ),
        Kolom(
            "realisasi_lalu",
            Isi.TARGET,
            Teks("realisasi s/d tahun n-3", "achievement up to n-3"),
            (
                "Realisasi Target Kinerja Hasil Program dan Keluaran Kegiatan s/d Tahun {tahun}",
                "realisasi target kinerja hasil program keluaran kegiatan",
                "realisasi sampai dengan tahun",
                "realisasi kinerja tahun lalu",
                "realisasi capaian",
                "realisasi",
            ),
            bukan=("tingkat", "perkiraan", "prakiraan", "berjalan", "renja"),
            tahun=-3,
            cetak="5",
            lebar=16,
        ),
        Kolom(
            "target_renja",
            Isi.TARGET,
            Teks("target Renja tahun n-2", "Renja target of n-2"),
            (
                "Target Renja Perangkat Daerah Tahun {tahun}",
                "target renja",
                "target kinerja renja",
                "target",
            ),
            groups=(
                "target dan realisasi kinerja program",
                "tahun lalu",
                "renja tahun",
                "target dan realisasi",
            ),
            bukan=("tingkat", "berjalan", "akhir", "sampai dengan", "renstra"),
            tahun=-2,
            cetak="6",
            lapis=_DUA_TAHUN_LALU,
        ),
        Kolom(
            "realisasi_renja",
            Isi.TARGET,
            Teks("realisasi Renja tahun n-2", "Renja achievement of n-2"),
            (
                "Realisasi Renja Perangkat Daerah Tahun {tahun}",
                "realisasi renja",
                "realisasi kinerja renja",
                "realisasi",
            ),
            groups=("target dan realisasi kinerja program", "tahun lalu", "target dan realisasi"),
            bukan=("tingkat", "berjalan", "perkiraan", "sampai dengan"),
            tahun=-2,
            cetak="7",
            lapis=_DUA_TAHUN_LALU,
        ),
        Kolom(
            "tingkat_realisasi",
            Isi.PERSEN,
            Teks("tingkat realisasi", "rate of achievement"),
            (
                "Tingkat Realisasi (%)",
                "tingkat realisasi",
                "persentase realisasi",
                "persentase capaian",
                "rasio",
                "persen",
            ),
            bukan=("renstra", "perkiraan", "berjalan"),
            tahun=-2,
            cetak="8",
            lapis=_DUA_TAHUN_LALU,
            rumus=Rumus(Bentuk.PERSEN, ("realisasi_renja", "target_renja")),
        ),
        Kolom(
            "target_berjalan",
            Isi.TARGET,
            Teks("target Renja tahun n-1", "Renja target of n-1"),
            (
                "Target Program dan Kegiatan (Renja Perangkat Daerah) Tahun {tahun}",
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
            lebar=17,
        ),
        Kolom(
            "realisasi_berjalan",
            Isi.TARGET,
            Teks("realisasi s/d tahun berjalan", "achievement up to the current year"),
            (
                "Realisasi Capaian Program dan Kegiatan s/d Tahun {tahun}",
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
            lapis=_BERJALAN,
            lebar=16,
            rumus=Rumus(Bentuk.KUMULATIF, ("realisasi_lalu", "realisasi_renja", "target_berjalan")),
        ),
        Kolom(
            "tingkat_capaian",
            Isi.PERSEN,
            Teks("tingkat capaian Renstra", "rate of Renstra attainment"),
            (
                "Tingkat Capaian Realisasi Target Renstra (%)",
                "tingkat capaian realisasi target renstra",
                "tingkat capaian",
                "tingkat capaian renstra",
                "persentase capaian renstra",
            ),
            groups=("perkiraan realisasi capaian target renstra", "berjalan", "perkiraan"),
            cetak="11",
            lapis=_BERJALAN,
            rumus=Rumus(Bentuk.PERSEN, ("realisasi_berjalan", "target_akhir")),
        ),
        shared.catatan("12", kepala="Catatan"),
    ),
    key_columns=("nama", "indikator", "target_akhir"),
    # A target with what came of it is any report's: here it is a year's beside the Renstra's.
    witnesses=(("target_renja", "target_berjalan"),),
    printed_title=(
        "Rekapitulasi Evaluasi Hasil Pelaksanaan Renja Perangkat Daerah dan Pencapaian Renstra "
        "Perangkat Daerah s/d Tahun {n-1}"
    ),
    kertas=Kertas.A3,
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
        shared.no("1"),
        shared.indikator("2", "Indikator"),
        Kolom(
            "spm",
            Isi.TEKS,
            Teks("SPM/standar nasional", "national standard"),
            ("SPM/Standar Nasional", "spm", "standar nasional", "standar pelayanan minimal"),
            wajib=False,
            cetak="3",
        ),
        Kolom(
            "ikk",
            Isi.TEKS,
            Teks("IKK", "key performance indicator"),
            ("IKK", "indikator kinerja kunci", "ikk pp"),
            wajib=False,
            cetak="4",
        ),
        *(
            Kolom(
                f"target_{urut}",
                Isi.TARGET,
                Teks(f"target Renstra tahun ke-{urut}", f"Renstra target of year {urut}"),
                (
                    "Target Renstra Perangkat Daerah",
                    "target renstra",
                    "target kinerja",
                    "target",
                ),
                bukan=("realisasi", "proyeksi"),
                tahun=urut - 3,
                cetak=str(4 + urut),
                lapis=_PER_TAHUN,
            )
            for urut in (1, 2, 3, 4)
        ),
        *(
            Kolom(
                f"realisasi_{urut}",
                Isi.TARGET,
                Teks(f"realisasi tahun ke-{urut}", f"achievement of year {urut}"),
                ("Realisasi Capaian", "realisasi", "realisasi kinerja", "capaian"),
                bukan=("target", "proyeksi"),
                tahun=urut - 3,
                cetak=str(8 + urut),
                lapis=_PER_TAHUN,
            )
            for urut in (1, 2)
        ),
        *(
            Kolom(
                f"proyeksi_{urut}",
                Isi.TARGET,
                Teks(f"proyeksi tahun ke-{urut}", f"projection of year {urut}"),
                ("Proyeksi", "proyeksi kinerja", "prakiraan"),
                bukan=("realisasi",),
                tahun=urut - 1,
                cetak=str(10 + urut),
                lapis=_PER_TAHUN,
            )
            for urut in (1, 2)
        ),
        shared.catatan("13", kepala="Catatan Analisis"),
    ),
    key_columns=("indikator", "target_1", "realisasi_1"),
    tahun_bebas=True,
    printed_title="Pencapaian Kinerja Pelayanan Perangkat Daerah",
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
        shared.no(""),
        shared.kode("1"),
        shared.nama("2"),
        shared.indikator("3"),
        shared.lokasi("4")._replace(lapis=shared.LAPIS_RENCANA),
        shared.target("5"),
        shared.pagu("6"),
        shared.sumber_dana("7")._replace(lapis=shared.LAPIS_RENCANA),
        shared.catatan("8"),
        shared.target_maju("9"),
        shared.pagu_maju("10"),
    ),
    key_columns=("nama", "pagu"),
    witnesses=(("indikator",), ("lokasi", "sumber_dana", "pagu_maju", "kode")),
    printed_title=(
        "Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun {n} dan Prakiraan Maju "
        "Tahun {n+1}"
    ),
    kertas=Kertas.A3,
    basis=BASIS,
)
