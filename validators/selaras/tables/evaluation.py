"""E.81, the evaluation of the Renja by quarter (Permendagri 86/2017): performance beside money."""

from __future__ import annotations

from selaras.tables import shared
from selaras.tables.spec import Bentuk, Isi, Kertas, Kolom, Rumus, TableSpec
from selaras.values.text import Teks

BASIS = "Permendagri 86/2017"
ROMAWI = ("I", "II", "III", "IV")

#: Wordings of the lower head over the money where a group is split in "K" and "Rp".
RP = ("Rp", "anggaran", "keuangan", "pagu")

TARGET_RENSTRA = (
    "Target Renstra Perangkat Daerah pada Tahun {akhir}",
    "target renstra",
    "target akhir renstra",
    "target renstra pada tahun",
    "target akhir periode renstra",
    "target rpd pada tahun",
    "target rpd",
)
REALISASI_LALU = (
    "Realisasi Capaian Kinerja Renstra Perangkat Daerah s/d Renja Tahun Lalu ({tahun})",
    "realisasi capaian kinerja renstra sampai dengan renja tahun lalu",
    "realisasi capaian sampai dengan tahun lalu",
    "realisasi sampai dengan tahun lalu",
    "realisasi tahun lalu",
)
TARGET_RENJA = (
    "Target Kinerja dan Anggaran Renja Tahun Berjalan yang Dievaluasi ({tahun})",
    "target kinerja dan anggaran renja",
    "target kinerja anggaran renja tahun berjalan yang dievaluasi",
    "target renja",
    "target kinerja renja",
    "target tahun berjalan",
)
TRIWULAN = (
    "Realisasi Kinerja pada Triwulan",
    "realisasi kinerja triwulan",
    "realisasi triwulan",
    "triwulan",
)
REALISASI_RENJA = (
    "Realisasi Capaian Kinerja dan Anggaran Renja yang Dievaluasi ({tahun})",
    "realisasi capaian kinerja dan anggaran renja yang dievaluasi",
    "realisasi capaian kinerja renja",
    "realisasi kinerja dan anggaran renja",
    "realisasi renja",
)
TINGKAT_RENJA = (
    "Tingkat Capaian Kinerja dan Realisasi Anggaran Renja (%)",
    "tingkat capaian kinerja dan realisasi anggaran renja",
    "tingkat capaian kinerja dan anggaran renja",
    "tingkat capaian renja",
    "persentase capaian renja",
    "persentase realisasi renja",
)
REALISASI_RENSTRA = (
    "Realisasi Kinerja dan Anggaran Renstra s/d Tahun {tahun}",
    "realisasi kinerja dan anggaran renstra sampai dengan tahun",
    "realisasi kinerja renstra",
    "realisasi capaian renstra sampai dengan tahun",
)
TINGKAT_RENSTRA = (
    "Tingkat Capaian Kinerja dan Realisasi Anggaran Renstra (%)",
    "tingkat capaian kinerja dan realisasi anggaran renstra",
    "tingkat capaian kinerja dan anggaran renstra",
    "tingkat capaian renstra",
    "persentase capaian renstra",
)


def _pasangan(
    keys: tuple[str, str],
    label: Teks,
    heads: tuple[str, ...],
    bukan: tuple[str, ...],
    cetak: int,
    *,
    isi: tuple[Isi, Isi] = (Isi.TARGET, Isi.UANG),
    tahun: int | None = None,
    urut: int | None = None,
    wajib: bool = True,
    dari: tuple[Bentuk, Bentuk, tuple[str, ...], tuple[str, ...]] | None = None,
    lapis: tuple[str, ...] = ("{kepala}",),
) -> tuple[Kolom, Kolom]:
    """Return one group of the form: the performance, and the money beside it where it is split.

    `dari` says how the two are worked out, and from which columns each.
    """
    kinerja = Kolom(
        keys[0],
        isi[0],
        label,
        heads,
        bukan=bukan,
        tahun=tahun,
        wajib=wajib,
        cetak=f"{cetak}a",
        ordinal=urut,
        lapis=(*lapis, "K"),
        lebar=9,
        rumus=Rumus(dari[0], dari[2]) if dari else None,
    )
    money = Teks(" (anggaran)", " (money)")
    uang = Kolom(
        keys[1],
        isi[1],
        label + money,
        RP,
        groups=heads,
        bukan=bukan,
        tahun=tahun,
        wajib=False,
        bergrup=True,
        cetak=f"{cetak}b",
        ordinal=urut,
        lebar=14 if isi[1] is Isi.UANG else 9,
        lapis=(*(layer.replace("{kepala}", heads[0]) for layer in lapis), "{kepala}"),
        rumus=Rumus(dari[1], dari[3]) if dari else None,
    )
    return kinerja, uang


def _triwulan(urut: int) -> tuple[Kolom, Kolom]:
    return _pasangan(
        (f"realisasi_{urut}", f"uang_{urut}"),
        Teks(f"realisasi triwulan {ROMAWI[urut - 1]}", f"achievement of quarter {urut}"),
        TRIWULAN,
        ("tingkat", "renstra"),
        7 + urut,
        tahun=0,
        urut=urut,
        lapis=("{kepala}", ROMAWI[urut - 1]),
    )


E81 = TableSpec(
    name="E.81",
    title=Teks("Evaluasi hasil Renja per triwulan", "Quarterly evaluation of the Renja"),
    titles=(
        "e 81",
        "evaluasi terhadap hasil renja",
        "formulir e 81",
        "evaluasi hasil renja",
        "evaluasi terhadap hasil rencana kerja",
        "evaluasi hasil rencana kerja",
    ),
    columns=(
        shared.no("1"),
        Kolom(
            "sasaran",
            Isi.TEKS,
            Teks("sasaran", "objective"),
            ("Sasaran", "sasaran strategis"),
            bukan=("indikator", "program"),
            wajib=False,
            cetak="2",
            lebar=15,
        ),
        shared.kode("3a")._replace(wajib=False),
        shared.nama("3b")._replace(lebar=28),
        shared.indikator("4")._replace(lebar=24),
        *_pasangan(
            ("target_akhir", "pagu_akhir"),
            Teks("target akhir Renstra", "end-of-Renstra target"),
            TARGET_RENSTRA,
            ("realisasi", "tingkat", "triwulan"),
            5,
        ),
        *_pasangan(
            ("realisasi_lalu", "uang_lalu"),
            Teks("realisasi Renstra s/d tahun lalu", "achievement up to last year"),
            REALISASI_LALU,
            ("tingkat", "triwulan", "dievaluasi", "target"),
            6,
            tahun=-1,
        ),
        *_pasangan(
            ("target", "pagu"),
            Teks("target Renja", "Renja target"),
            TARGET_RENJA,
            ("realisasi", "tingkat", "triwulan", "renstra"),
            7,
            tahun=0,
        ),
        *(kolom for urut in (1, 2, 3, 4) for kolom in _triwulan(urut)),
        *_pasangan(
            ("realisasi", "uang"),
            Teks("realisasi Renja", "Renja achievement"),
            REALISASI_RENJA,
            ("tingkat", "triwulan", "lalu", "renstra"),
            12,
            tahun=0,
            dari=(
                Bentuk.KUMULATIF,
                Bentuk.SUM,
                ("realisasi_1", "realisasi_2", "realisasi_3", "realisasi_4"),
                ("uang_1", "uang_2", "uang_3", "uang_4"),
            ),
        ),
        *_pasangan(
            ("tingkat_realisasi", "tingkat_uang"),
            Teks("tingkat capaian Renja", "rate of Renja achievement"),
            TINGKAT_RENJA,
            ("renstra",),
            13,
            isi=(Isi.PERSEN, Isi.PERSEN),
            wajib=False,
            dari=(Bentuk.PERSEN, Bentuk.PERSEN, ("realisasi", "target"), ("uang", "pagu")),
        ),
        *_pasangan(
            ("realisasi_berjalan", "uang_berjalan"),
            Teks("realisasi Renstra s/d tahun ini", "achievement up to this year"),
            REALISASI_RENSTRA,
            ("tingkat", "triwulan", "lalu"),
            14,
            wajib=False,
            dari=(
                Bentuk.KUMULATIF,
                Bentuk.SUM,
                ("realisasi_lalu", "realisasi"),
                ("uang_lalu", "uang"),
            ),
        ),
        *_pasangan(
            ("tingkat_capaian", "tingkat_uang_akhir"),
            Teks("tingkat capaian Renstra", "rate of Renstra attainment"),
            TINGKAT_RENSTRA,
            (),
            15,
            isi=(Isi.PERSEN, Isi.PERSEN),
            wajib=False,
            dari=(
                Bentuk.PERSEN,
                Bentuk.PERSEN,
                ("realisasi_berjalan", "target_akhir"),
                ("uang_berjalan", "pagu_akhir"),
            ),
        ),
        Kolom(
            "penanggung_jawab",
            Isi.TEKS,
            Teks("unit penanggung jawab", "responsible unit"),
            (
                "Unit Perangkat Daerah Penanggung Jawab",
                "perangkat daerah penanggung jawab",
                "penanggung jawab",
                "unit kerja",
            ),
            wajib=False,
            cetak="16",
            lebar=14,
        ),
        shared.catatan("17", kepala="Keterangan")._replace(lebar=14),
    ),
    key_columns=("indikator", "realisasi_1", "realisasi_2", "realisasi_3"),
    basis=BASIS,
    printed_title="Evaluasi terhadap Hasil Renja Perangkat Daerah Lingkup {pemda} Tahun {n}",
    kertas=Kertas.A3,
)
