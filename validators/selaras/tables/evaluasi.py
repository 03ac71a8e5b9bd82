"""E.81, the evaluation of the Renja by quarter (Permendagri 86/2017): performance beside money."""

from __future__ import annotations

from selaras.tables import umum
from selaras.tables.spec import Isi, Kolom, TableSpec
from selaras.teks import Teks

BASIS = "Permendagri 86/2017"
ROMAWI = ("I", "II", "III", "IV")

#: Wordings of the lower head over the money where a group is split in "K" and "Rp".
RP = ("rp", "anggaran", "keuangan", "pagu")

TARGET_RENSTRA = (
    "target renstra",
    "target akhir renstra",
    "target renstra pada tahun",
    "target akhir periode renstra",
)
REALISASI_LALU = (
    "realisasi capaian kinerja renstra sampai dengan renja tahun lalu",
    "realisasi capaian sampai dengan tahun lalu",
    "realisasi sampai dengan tahun lalu",
    "realisasi tahun lalu",
)
TARGET_RENJA = (
    "target kinerja dan anggaran renja",
    "target kinerja anggaran renja tahun berjalan yang dievaluasi",
    "target renja",
    "target kinerja renja",
    "target tahun berjalan",
)
TRIWULAN = (
    "realisasi kinerja pada triwulan",
    "realisasi kinerja triwulan",
    "realisasi triwulan",
    "triwulan",
)
REALISASI_RENJA = (
    "realisasi capaian kinerja dan anggaran renja yang dievaluasi",
    "realisasi capaian kinerja renja",
    "realisasi kinerja dan anggaran renja",
    "realisasi renja",
)
TINGKAT_RENJA = (
    "tingkat capaian kinerja dan realisasi anggaran renja",
    "tingkat capaian kinerja dan anggaran renja",
    "tingkat capaian renja",
    "persentase capaian renja",
    "persentase realisasi renja",
)
REALISASI_RENSTRA = (
    "realisasi kinerja dan anggaran renstra sampai dengan tahun",
    "realisasi kinerja renstra",
    "realisasi capaian renstra sampai dengan tahun",
)
TINGKAT_RENSTRA = (
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
) -> tuple[Kolom, Kolom]:
    """Return one group of the form: the performance, and the money beside it where it is split."""
    kinerja = Kolom(
        keys[0],
        isi[0],
        label,
        heads,
        bukan=bukan,
        tahun=tahun,
        wajib=wajib,
        cetak=str(cetak),
        urut=urut,
    )
    money = Teks("anggaran ", "money: ")
    uang = Kolom(
        keys[1],
        isi[1],
        money + label,
        RP,
        groups=heads,
        bukan=bukan,
        tahun=tahun,
        wajib=False,
        bergrup=True,
        urut=urut,
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
        umum.no("1"),
        Kolom(
            "sasaran",
            Isi.TEKS,
            Teks("sasaran", "objective"),
            ("sasaran", "sasaran strategis"),
            bukan=("indikator", "program"),
            wajib=False,
            cetak="2",
        ),
        umum.kode("")._replace(wajib=False),
        umum.nama("3"),
        umum.indikator("4"),
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
        ),
        *_pasangan(
            ("tingkat_realisasi", "tingkat_uang"),
            Teks("tingkat capaian Renja", "rate of Renja achievement"),
            TINGKAT_RENJA,
            ("renstra",),
            13,
            isi=(Isi.PERSEN, Isi.PERSEN),
            wajib=False,
        ),
        *_pasangan(
            ("realisasi_berjalan", "uang_berjalan"),
            Teks("realisasi Renstra s/d tahun ini", "achievement up to this year"),
            REALISASI_RENSTRA,
            ("tingkat", "triwulan", "lalu"),
            14,
            wajib=False,
        ),
        *_pasangan(
            ("tingkat_capaian", "tingkat_uang_akhir"),
            Teks("tingkat capaian Renstra", "rate of Renstra attainment"),
            TINGKAT_RENSTRA,
            (),
            15,
            isi=(Isi.PERSEN, Isi.PERSEN),
            wajib=False,
        ),
        Kolom(
            "penanggung_jawab",
            Isi.TEKS,
            Teks("unit penanggung jawab", "responsible unit"),
            (
                "perangkat daerah penanggung jawab",
                "unit perangkat daerah penanggung jawab",
                "penanggung jawab",
                "unit kerja",
            ),
            wajib=False,
            cetak="16",
        ),
        umum.catatan("17"),
    ),
    kunci=("indikator", "realisasi_1", "realisasi_2", "realisasi_3"),
    basis=BASIS,
)
