"""The tables of the five-year plan: T-C.23 to T-C.27 (Permendagri 86/2017)."""

from __future__ import annotations

from selaras.tables import shared
from selaras.tables.spec import Bentuk, Isi, Kertas, Kolom, Periode, Rumus, TableSpec
from selaras.values.text import Teks

BASIS = "Permendagri 86/2017"
#: The years that the regulation prints. A Renstra of fewer years leaves the last ones out, and
#: one that runs into the year after its period adds a sixth.
TAHUN = (1, 2, 3, 4, 5)
TAHUN_TERBANYAK = (*TAHUN, 6)
_TAHUN_TERSEDIKIT = 3
_PER_TAHUN = ("{kepala}", "Tahun {tahun}")
_TUMBUH = ("Rata-rata Pertumbuhan (%)", "{kepala}")


def _tahunan(
    key: str,
    isi: Isi,
    label: Teks,
    heads: tuple[str, ...],
    cetak: int,
    bukan: tuple[str, ...] = (),
    groups: tuple[str, ...] = (),
    rasio: tuple[str, str] | None = None,
) -> list[Kolom]:
    """Return one column for each year; `rasio` are the two that it compares."""
    return [
        Kolom(
            f"{key}_{urut}",
            isi,
            label + Teks(f" tahun ke-{urut}", f" of year {urut}"),
            heads,
            groups,
            bukan,
            tahun=urut,
            wajib=urut <= _TAHUN_TERSEDIKIT,
            cetak=str(cetak + urut - 1) if urut in TAHUN else "",
            ordinal=urut,
            lapis=_PER_TAHUN,
            rumus=rasio and Rumus(Bentuk.PERSEN, (f"{rasio[0]}_{urut}", f"{rasio[1]}_{urut}")),
        )
        for urut in TAHUN_TERBANYAK
    ]


def _teks(key: str, label: Teks, cetak: str, lebar: float = 38) -> Kolom:
    return Kolom(key, Isi.TEKS, label, (key.capitalize(),), cetak=cetak, lebar=lebar)


TC23 = TableSpec(
    name="T-C.23",
    title=Teks(
        "Pencapaian kinerja pelayanan perangkat daerah (Renstra)",
        "Attainment of the service performance (Renstra)",
    ),
    titles=("t c 23", "pencapaian kinerja pelayanan"),
    columns=(
        shared.no("1"),
        shared.indikator("2", "Indikator Kinerja sesuai Tugas dan Fungsi Perangkat Daerah"),
        Kolom(
            "nspk",
            Isi.TEKS,
            Teks("target NSPK", "NSPK target"),
            ("Target NSPK", "nspk"),
            wajib=False,
            cetak="3",
        ),
        Kolom(
            "ikk",
            Isi.TEKS,
            Teks("target IKK", "IKK target"),
            ("Target IKK", "ikk"),
            wajib=False,
            cetak="4",
        ),
        Kolom(
            "lainnya",
            Isi.TEKS,
            Teks("target indikator lainnya", "other target"),
            ("Target Indikator Lainnya", "indikator lainnya"),
            wajib=False,
            cetak="5",
        ),
        *_tahunan(
            "target",
            Isi.TARGET,
            Teks("target", "target"),
            ("Target Renstra Perangkat Daerah", "target renstra", "target"),
            6,
            ("realisasi", "rasio", "nspk", "ikk", "lainnya"),
        ),
        *_tahunan(
            "realisasi",
            Isi.TARGET,
            Teks("realisasi", "achievement"),
            ("Realisasi Capaian", "realisasi"),
            11,
            ("rasio",),
        ),
        *_tahunan(
            "rasio",
            Isi.PERSEN,
            Teks("rasio capaian", "ratio"),
            ("Rasio Capaian (%)", "rasio", "tingkat capaian", "persentase capaian"),
            16,
            rasio=("realisasi", "target"),
        ),
    ),
    key_columns=("indikator", "target_1", "realisasi_1", "rasio_1"),
    tahun_bebas=True,
    printed_title="Pencapaian Kinerja Pelayanan Perangkat Daerah",
    periode=Periode.RENSTRA_LALU,
    kertas=Kertas.A3,
    basis=BASIS,
)

TC24 = TableSpec(
    name="T-C.24",
    title=Teks(
        "Anggaran dan realisasi pendanaan pelayanan", "Budget and realised funding of the services"
    ),
    titles=("t c 24", "anggaran dan realisasi pendanaan"),
    columns=(
        # Its rows have no codes of their own, but many offices print some before them.
        shared.no("")._replace(heads=(*shared.no().heads, "kode", "kode rekening"), bukan=()),
        shared.nama("1", "Uraian"),
        *_tahunan(
            "anggaran",
            Isi.UANG,
            Teks("anggaran", "budget"),
            ("Anggaran pada Tahun", "anggaran"),
            2,
            ("realisasi", "rasio", "pertumbuhan", "rata"),
        ),
        *_tahunan(
            "realisasi",
            Isi.UANG,
            Teks("realisasi anggaran", "realised budget"),
            ("Realisasi Anggaran pada Tahun", "realisasi anggaran", "realisasi"),
            7,
            ("rasio", "pertumbuhan", "rata"),
        ),
        *_tahunan(
            "rasio",
            Isi.PERSEN,
            Teks("rasio realisasi", "ratio"),
            ("Rasio antara Realisasi dan Anggaran (%)", "rasio"),
            12,
            ("pertumbuhan",),
            rasio=("realisasi", "anggaran"),
        ),
        Kolom(
            "tumbuh_anggaran",
            Isi.PERSEN,
            Teks("pertumbuhan anggaran", "growth of the budget"),
            ("Anggaran", "rata pertumbuhan anggaran"),
            groups=("pertumbuhan",),
            bukan=("realisasi anggaran pada",),
            wajib=False,
            cetak="17",
            lapis=_TUMBUH,
            rumus=Rumus(Bentuk.TUMBUH, tuple(f"anggaran_{urut}" for urut in TAHUN)),
        ),
        Kolom(
            "tumbuh_realisasi",
            Isi.PERSEN,
            Teks("pertumbuhan realisasi", "growth of the realised budget"),
            ("Realisasi", "rata pertumbuhan realisasi"),
            groups=("pertumbuhan",),
            wajib=False,
            cetak="18",
            lapis=_TUMBUH,
            rumus=Rumus(Bentuk.TUMBUH, tuple(f"realisasi_{urut}" for urut in TAHUN)),
        ),
    ),
    key_columns=("anggaran_1", "realisasi_1", "rasio_1"),
    tahun_bebas=True,
    printed_title="Anggaran dan Realisasi Pendanaan Pelayanan Perangkat Daerah",
    periode=Periode.RENSTRA_LALU,
    kertas=Kertas.A3,
    basis=BASIS,
)

TC25 = TableSpec(
    name="T-C.25",
    title=Teks("Tujuan dan sasaran jangka menengah", "Medium-term goals and objectives"),
    titles=("t c 25", "tujuan dan sasaran jangka menengah"),
    columns=(
        shared.no("1"),
        _teks("tujuan", Teks("tujuan", "goal"), "2")._replace(bukan=("indikator",)),
        _teks("sasaran", Teks("sasaran", "objective"), "3")._replace(bukan=("indikator",)),
        shared.indikator("4")._replace(
            heads=("Indikator Tujuan/Sasaran", *shared.INDIKATOR_PROGRAM, "indikator tujuan")
        ),
        *_tahunan(
            "target",
            Isi.TARGET,
            Teks("target", "target"),
            ("Target Kinerja Tujuan/Sasaran pada Tahun", "target kinerja", "target"),
            5,
            ("realisasi", "rasio"),
        ),
    ),
    key_columns=("tujuan", "sasaran", "indikator", "target_1"),
    tahun_bebas=True,
    printed_title="Tujuan dan Sasaran Jangka Menengah Pelayanan Perangkat Daerah",
    periode=Periode.RENSTRA,
    basis=BASIS,
)

TC26 = TableSpec(
    name="T-C.26",
    title=Teks(
        "Tujuan, sasaran, strategi, dan kebijakan", "Goals, objectives, strategies and policies"
    ),
    titles=("t c 26", "tujuan sasaran strategi dan kebijakan", "tujuan sasaran strategi dan arah"),
    columns=(
        _teks("tujuan", Teks("tujuan", "goal"), "1"),
        _teks("sasaran", Teks("sasaran", "objective"), "2"),
        _teks("strategi", Teks("strategi", "strategy"), "3"),
        _teks("kebijakan", Teks("arah kebijakan", "policy"), "4")._replace(
            heads=("Arah Kebijakan", "kebijakan")
        ),
    ),
    key_columns=("tujuan", "sasaran", "strategi", "kebijakan"),
    printed_title="Tujuan, Sasaran, Strategi, dan Kebijakan",
    basis=BASIS,
)


_AKHIR = (
    "Target Kinerja Program dan Kerangka Pendanaan",
    "Kondisi Kinerja pada Akhir Periode Renstra ({akhir})",
    "{kepala}",
)
KONDISI_AKHIR = ("kondisi kinerja pada akhir periode", "akhir periode", "kondisi akhir", "akhir")
#: Parts of one year, and what came of it.
_DALAM_SETAHUN = ("triwulan", "semester", "realisasi")


def _pasangan(urut: int) -> list[Kolom]:
    """Return target and amount of one year of T-C.27."""
    groups = ("target kinerja program dan kerangka pendanaan", "kerangka pendanaan", "tahun")
    lapis = ("Target Kinerja Program dan Kerangka Pendanaan", "Tahun {tahun}", "{kepala}")
    return [
        Kolom(
            f"target_{urut}",
            Isi.TARGET,
            Teks(f"target tahun ke-{urut}", f"target of year {urut}"),
            ("Target", "target kinerja", "target capaian", "k"),
            groups,
            bukan=("akhir", "awal", *_DALAM_SETAHUN),
            tahun=urut,
            wajib=urut <= _TAHUN_TERSEDIKIT,
            cetak=str(5 + 2 * urut) if urut in TAHUN else "",
            ordinal=urut,
            lapis=lapis,
            lebar=11,
        ),
        Kolom(
            f"pagu_{urut}",
            Isi.UANG,
            Teks(f"pagu tahun ke-{urut}", f"amount of year {urut}"),
            ("Rp", "pagu", "pagu indikatif", "dana", "anggaran"),
            groups,
            bukan=(
                "akhir",
                "awal",
                "target kinerja program dan kerangka pendanaan target",
                *_DALAM_SETAHUN,
            ),
            tahun=urut,
            wajib=urut <= _TAHUN_TERSEDIKIT,
            cetak=str(6 + 2 * urut) if urut in TAHUN else "",
            ordinal=urut,
            lapis=lapis,
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
        shared.no(""),
        _teks("tujuan", Teks("tujuan", "goal"), "1", 16)._replace(wajib=False),
        _teks("sasaran", Teks("sasaran", "objective"), "2", 16)._replace(wajib=False),
        shared.kode("3"),
        shared.nama("4", "Program dan Kegiatan")._replace(lebar=32),
        shared.indikator(
            "5", "Indikator Kinerja Tujuan, Sasaran, Program (outcome), dan Kegiatan (output)"
        )._replace(lebar=28),
        Kolom(
            "data_awal",
            Isi.TARGET,
            Teks("data awal", "baseline"),
            (
                "Data Capaian pada Tahun Awal Perencanaan",
                "data awal",
                "kondisi awal",
                "kondisi kinerja awal",
                "data capaian awal",
            ),
            wajib=False,
            cetak="6",
        ),
        *(kolom for urut in TAHUN_TERBANYAK for kolom in _pasangan(urut)),
        Kolom(
            "target_akhir",
            Isi.TARGET,
            Teks("target kondisi akhir", "target at the end"),
            ("Target", "target kinerja", "kondisi akhir", "kondisi kinerja pada akhir periode"),
            groups=KONDISI_AKHIR,
            cetak="17",
            lapis=_AKHIR,
            lebar=11,
        ),
        Kolom(
            "pagu_akhir",
            Isi.UANG,
            Teks("pagu kondisi akhir", "amount at the end"),
            ("Rp", "pagu", "dana", "anggaran"),
            groups=KONDISI_AKHIR,
            cetak="18",
            lapis=_AKHIR,
            lebar=15,
            rumus=Rumus(Bentuk.SUM, tuple(f"pagu_{urut}" for urut in TAHUN)),
        ),
        Kolom(
            "unit_kerja",
            Isi.TEKS,
            Teks("unit kerja penanggung jawab", "responsible unit"),
            (
                "Unit Kerja Perangkat Daerah Penanggung Jawab",
                "unit kerja",
                "penanggung jawab",
            ),
            wajib=False,
            cetak="19",
            lebar=14,
        ),
        shared.lokasi("20", wajib=False)._replace(lebar=13),
    ),
    key_columns=("nama", "target_1", "pagu_1", "target_2", "pagu_2", "target_3", "pagu_3"),
    tahun_bebas=True,
    printed_title="Rencana Program, Kegiatan, dan Pendanaan Perangkat Daerah",
    periode=Periode.RENSTRA,
    kertas=Kertas.A3,
    basis=BASIS,
)
