"""The tables of the five-year plan: T-C.23 to T-C.27 (Permendagri 86/2017)."""

from __future__ import annotations

from selaras.tables import umum
from selaras.tables.spec import Isi, Kolom, TableSpec
from selaras.teks import Teks

BASIS = "Permendagri 86/2017"
TAHUN = (1, 2, 3, 4, 5)


def _lima(
    key: str,
    isi: Isi,
    label: Teks,
    heads: tuple[str, ...],
    cetak: int,
    bukan: tuple[str, ...] = (),
    groups: tuple[str, ...] = (),
) -> list[Kolom]:
    """Return one column for each of the five years of the Renstra."""
    return [
        Kolom(
            f"{key}_{urut}",
            isi,
            label + Teks(f" tahun ke-{urut}", f" of year {urut}"),
            heads,
            groups,
            bukan,
            tahun=urut,
            cetak=str(cetak + urut - 1),
            urut=urut,
        )
        for urut in TAHUN
    ]


TC23 = TableSpec(
    name="T-C.23",
    title=Teks(
        "Pencapaian kinerja pelayanan perangkat daerah (Renstra)",
        "Attainment of the service performance (Renstra)",
    ),
    titles=("t c 23", "pencapaian kinerja pelayanan"),
    columns=(
        umum.no("1"),
        umum.indikator("2"),
        Kolom(
            "nspk",
            Isi.TEKS,
            Teks("target NSPK", "NSPK target"),
            ("target nspk", "nspk"),
            wajib=False,
            cetak="3",
        ),
        Kolom(
            "ikk", Isi.TEKS, Teks("target IKK", "IKK target"), ("target ikk", "ikk"), wajib=False
        ),
        Kolom(
            "lainnya",
            Isi.TEKS,
            Teks("target indikator lainnya", "other target"),
            ("target indikator lainnya", "indikator lainnya"),
            wajib=False,
        ),
        *_lima(
            "target",
            Isi.TARGET,
            Teks("target", "target"),
            ("target renstra", "target renstra perangkat daerah", "target"),
            6,
            ("realisasi", "rasio", "nspk", "ikk", "lainnya"),
        ),
        *_lima(
            "realisasi",
            Isi.TARGET,
            Teks("realisasi", "achievement"),
            ("realisasi capaian", "realisasi"),
            11,
            ("rasio",),
        ),
        *_lima(
            "rasio",
            Isi.PERSEN,
            Teks("rasio capaian", "ratio"),
            ("rasio capaian", "rasio", "tingkat capaian", "persentase capaian"),
            16,
        ),
    ),
    kunci=("indikator", "target_1", "realisasi_1", "rasio_1"),
    tahun_bebas=True,
    basis=BASIS,
)

TC24 = TableSpec(
    name="T-C.24",
    title=Teks(
        "Anggaran dan realisasi pendanaan pelayanan", "Budget and realised funding of the services"
    ),
    titles=("t c 24", "anggaran dan realisasi pendanaan"),
    columns=(
        umum.no("1"),
        umum.nama("2")._replace(heads=("uraian", *umum.NAMA_PROGRAM)),
        *_lima(
            "anggaran",
            Isi.UANG,
            Teks("anggaran", "budget"),
            ("anggaran", "anggaran pada tahun"),
            2,
            ("realisasi", "rasio", "pertumbuhan", "rata"),
        ),
        *_lima(
            "realisasi",
            Isi.UANG,
            Teks("realisasi anggaran", "realised budget"),
            ("realisasi anggaran", "realisasi", "realisasi anggaran pada tahun"),
            7,
            ("rasio", "pertumbuhan", "rata"),
        ),
        *_lima(
            "rasio",
            Isi.PERSEN,
            Teks("rasio realisasi", "ratio"),
            ("rasio antara realisasi dan anggaran", "rasio"),
            12,
            ("pertumbuhan",),
        ),
        Kolom(
            "tumbuh_anggaran",
            Isi.PERSEN,
            Teks("pertumbuhan anggaran", "growth of the budget"),
            ("rata pertumbuhan anggaran", "anggaran"),
            groups=("pertumbuhan",),
            bukan=("realisasi anggaran pada",),
            wajib=False,
            cetak="17",
        ),
        Kolom(
            "tumbuh_realisasi",
            Isi.PERSEN,
            Teks("pertumbuhan realisasi", "growth of the realised budget"),
            ("rata pertumbuhan realisasi", "realisasi"),
            groups=("pertumbuhan",),
            wajib=False,
            cetak="18",
        ),
    ),
    kunci=("anggaran_1", "realisasi_1", "rasio_1"),
    tahun_bebas=True,
    basis=BASIS,
)

TC25 = TableSpec(
    name="T-C.25",
    title=Teks("Tujuan dan sasaran jangka menengah", "Medium-term goals and objectives"),
    titles=("t c 25", "tujuan dan sasaran jangka menengah"),
    columns=(
        umum.no("1"),
        Kolom("tujuan", Isi.TEKS, Teks("tujuan", "goal"), ("tujuan",), bukan=("indikator",)),
        Kolom(
            "sasaran", Isi.TEKS, Teks("sasaran", "objective"), ("sasaran",), bukan=("indikator",)
        ),
        umum.indikator("4")._replace(
            heads=(*umum.INDIKATOR_PROGRAM, "indikator tujuan sasaran", "indikator tujuan")
        ),
        *_lima(
            "target",
            Isi.TARGET,
            Teks("target", "target"),
            ("target kinerja tujuan sasaran pada tahun", "target kinerja", "target"),
            5,
            ("realisasi", "rasio"),
        ),
    ),
    kunci=("tujuan", "sasaran", "indikator", "target_1"),
    tahun_bebas=True,
    basis=BASIS,
)

TC26 = TableSpec(
    name="T-C.26",
    title=Teks(
        "Tujuan, sasaran, strategi, dan kebijakan", "Goals, objectives, strategies and policies"
    ),
    titles=("t c 26", "tujuan sasaran strategi dan kebijakan", "tujuan sasaran strategi dan arah"),
    columns=(
        Kolom("tujuan", Isi.TEKS, Teks("tujuan", "goal"), ("tujuan",), cetak="1"),
        Kolom("sasaran", Isi.TEKS, Teks("sasaran", "objective"), ("sasaran",), cetak="2"),
        Kolom("strategi", Isi.TEKS, Teks("strategi", "strategy"), ("strategi",), cetak="3"),
        Kolom(
            "kebijakan",
            Isi.TEKS,
            Teks("arah kebijakan", "policy"),
            ("arah kebijakan", "kebijakan"),
            cetak="4",
        ),
    ),
    kunci=("tujuan", "sasaran", "strategi", "kebijakan"),
    basis=BASIS,
)


KONDISI_AKHIR = ("kondisi kinerja pada akhir periode", "akhir periode", "kondisi akhir", "akhir")


def _pasangan(urut: int) -> list[Kolom]:
    """Return target and amount of one year of T-C.27."""
    groups = ("target kinerja program dan kerangka pendanaan", "kerangka pendanaan", "tahun")
    return [
        Kolom(
            f"target_{urut}",
            Isi.TARGET,
            Teks(f"target tahun ke-{urut}", f"target of year {urut}"),
            ("target", "target kinerja", "target capaian", "k"),
            groups,
            bukan=("akhir", "awal"),
            tahun=urut,
            cetak=str(5 + 2 * urut),
            urut=urut,
        ),
        Kolom(
            f"pagu_{urut}",
            Isi.UANG,
            Teks(f"pagu tahun ke-{urut}", f"amount of year {urut}"),
            ("rp", "pagu", "pagu indikatif", "dana", "anggaran"),
            groups,
            bukan=("akhir", "awal", "target kinerja program dan kerangka pendanaan target"),
            tahun=urut,
            cetak=str(6 + 2 * urut),
            urut=urut,
        ),
    ]


TC27 = TableSpec(
    name="T-C.27",
    title=Teks(
        "Rencana program, kegiatan, dan pendanaan Renstra",
        "Programmes, activities and funding of the Renstra",
    ),
    titles=(
        "t c 27",
        "rencana program kegiatan dan pendanaan perangkat daerah",
        "rencana program kegiatan serta pendanaan",
        "program kegiatan indikator kinerja kelompok sasaran dan pendanaan indikatif",
    ),
    columns=(
        umum.no(""),
        Kolom("tujuan", Isi.TEKS, Teks("tujuan", "goal"), ("tujuan",), wajib=False, cetak="1"),
        Kolom(
            "sasaran", Isi.TEKS, Teks("sasaran", "objective"), ("sasaran",), wajib=False, cetak="2"
        ),
        umum.kode("3"),
        umum.nama("4"),
        umum.indikator("5")._replace(
            heads=(
                *umum.INDIKATOR_PROGRAM,
                "indikator kinerja tujuan sasaran program outcome kegiatan output",
            )
        ),
        Kolom(
            "data_awal",
            Isi.TARGET,
            Teks("data awal", "baseline"),
            (
                "data capaian pada tahun awal perencanaan",
                "data awal",
                "kondisi awal",
                "kondisi kinerja awal",
                "data capaian awal",
            ),
            wajib=False,
            cetak="6",
        ),
        *(kolom for urut in TAHUN for kolom in _pasangan(urut)),
        Kolom(
            "target_akhir",
            Isi.TARGET,
            Teks("target kondisi akhir", "target at the end"),
            ("target", "target kinerja", "kondisi akhir", "kondisi kinerja pada akhir periode"),
            groups=KONDISI_AKHIR,
            cetak="17",
        ),
        Kolom(
            "pagu_akhir",
            Isi.UANG,
            Teks("pagu kondisi akhir", "amount at the end"),
            ("rp", "pagu", "dana", "anggaran"),
            groups=KONDISI_AKHIR,
            cetak="18",
        ),
        Kolom(
            "unit_kerja",
            Isi.TEKS,
            Teks("unit kerja penanggung jawab", "responsible unit"),
            ("unit kerja perangkat daerah penanggung jawab", "unit kerja", "penanggung jawab"),
            wajib=False,
            cetak="19",
        ),
        umum.lokasi("20", wajib=False),
    ),
    kunci=("nama", "target_1", "pagu_1", "target_2", "pagu_2", "target_3", "pagu_3"),
    tahun_bebas=True,
    basis=BASIS,
)
