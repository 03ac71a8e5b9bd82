"""The forms of SIPD-RI: 17 columns (Permendagri 14/2026) and the older 19."""

from __future__ import annotations

from selaras.tables import shared
from selaras.tables.spec import Isi, Kertas, Kolom, TableSpec
from selaras.values.text import Teks

SIPD17 = TableSpec(
    name="SIPD-17",
    title=Teks("Rencana kerja (bentuk SIPD)", "Work plan (SIPD form)"),
    titles=("rencana program kegiatan dan sub kegiatan perangkat daerah", "sipd"),
    columns=(
        shared.no("1"),
        shared.kode("2"),
        shared.nama("3"),
        shared.indikator("4"),
        Kolom(
            "target_akhir",
            Isi.TARGET,
            Teks("target akhir Renstra", "end-of-Renstra target"),
            (
                "Target Akhir Renstra",
                "target akhir periode renstra",
                "target renstra",
                "target capaian akhir periode renstra",
            ),
            bukan=("realisasi", "prakiraan", "pagu"),
            cetak="5",
        ),
        Kolom(
            "realisasi_lalu",
            Isi.TARGET,
            Teks("realisasi tahun n-2", "achievement of n-2"),
            (
                "Realisasi Capaian Tahun {tahun}",
                "realisasi",
                "realisasi capaian target",
                "realisasi kinerja",
            ),
            bukan=("prakiraan", "pagu"),
            tahun=-2,
            cetak="6",
        ),
        Kolom(
            "prakiraan_berjalan",
            Isi.TARGET,
            Teks("prakiraan capaian tahun n-1", "expected achievement of n-1"),
            (
                "Prakiraan Capaian Tahun {tahun}",
                "prakiraan capaian target",
                "prakiraan realisasi",
                "prakiraan",
                "target tahun berjalan",
            ),
            bukan=("maju", "pagu"),
            tahun=-1,
            cetak="7",
        ),
        shared.target("8")._replace(
            heads=("Target Tahun {tahun}", *shared.TARGET),
            bukan=("maju", "realisasi", "akhir", "renstra", "prakiraan", "lalu", "sasaran"),
            lapis=("{kepala}",),
        ),
        shared.pagu("9")._replace(
            heads=("Pagu Indikatif Tahun {tahun} (Rp)", *shared.PAGU),
            bukan=("maju", "realisasi", "akhir", "renstra", "sumber", "lalu"),
            lapis=("{kepala}",),
        ),
        shared.lokasi("10"),
        shared.sumber_dana("11"),
        Kolom(
            "prioritas_nasional",
            Isi.TEKS,
            Teks("prioritas nasional", "national priority"),
            ("Prioritas Nasional", "dukungan prioritas nasional"),
            wajib=False,
            cetak="12",
        ),
        Kolom(
            "prioritas_daerah",
            Isi.TEKS,
            Teks("prioritas daerah", "regional priority"),
            ("Prioritas Daerah", "prioritas pembangunan daerah"),
            wajib=False,
            cetak="13",
        ),
        Kolom(
            "kelompok_sasaran",
            Isi.TEKS,
            Teks("kelompok sasaran", "target group"),
            ("Kelompok Sasaran", "sasaran", "penerima manfaat"),
            wajib=False,
            cetak="14",
        ),
        shared.target_maju("15"),
        shared.pagu_maju("16"),
        Kolom(
            "penanggung_jawab",
            Isi.TEKS,
            Teks("perangkat daerah penanggung jawab", "responsible agency"),
            (
                "Perangkat Daerah Penanggung Jawab",
                "penanggung jawab",
                "perangkat daerah pelaksana",
                "perangkat daerah",
            ),
            wajib=False,
            cetak="17",
        ),
    ),
    key_columns=("nama", "pagu", "prakiraan_berjalan"),
    printed_title="Rencana Program, Kegiatan, dan Sub Kegiatan Perangkat Daerah Tahun {n}",
    kertas=Kertas.A3,
    basis="Permendagri 14/2026",
)

TOLOK = ("tolok ukur", "tolok ukur kinerja", "indikator", "indikator kinerja")


def _pasangan(sisi: str, groups: tuple[str, ...], cetak: int, nama: Teks) -> list[Kolom]:
    """Return the pair indicator and target of one result level of the older form."""
    return [
        Kolom(
            f"indikator_{sisi}",
            Isi.INDIKATOR,
            Teks("tolok ukur ", "measure of ") + nama,
            TOLOK,
            groups,
            bukan=("maju",),
            cetak=str(cetak),
        ),
        Kolom(
            f"target_{sisi}",
            Isi.TARGET,
            Teks("target ", "target of ") + nama,
            ("target", "target kinerja"),
            groups,
            bukan=("maju",),
            tahun=0,
            cetak=str(cetak + 1),
        ),
    ]


SIPD19 = TableSpec(
    name="SIPD-19",
    title=Teks("Rencana kerja (bentuk SIPD lama)", "Work plan (older SIPD form)"),
    titles=("rencana program kegiatan dan sub kegiatan perangkat daerah", "sipd"),
    columns=(
        shared.kode("1"),
        shared.nama("6"),
        shared.lokasi("7", wajib=False),
        *_pasangan(
            "program",
            ("capaian program", "indikator program", "hasil program"),
            8,
            Teks("program", "programme"),
        ),
        *_pasangan(
            "keluaran",
            ("keluaran sub kegiatan", "keluaran", "keluaran kegiatan", "output"),
            10,
            Teks("keluaran", "output"),
        ),
        *_pasangan(
            "hasil",
            ("hasil kegiatan", "hasil", "outcome"),
            12,
            Teks("hasil", "outcome"),
        ),
        shared.pagu("14"),
        shared.sumber_dana("15", wajib=False),
        shared.catatan("16"),
        shared.target_maju("17", wajib=False),
        shared.pagu_maju("18", wajib=False),
        Kolom(
            "kelompok_sasaran",
            Isi.TEKS,
            Teks("kelompok sasaran", "target group"),
            ("kelompok sasaran",),
            wajib=False,
            cetak="19",
        ),
    ),
    key_columns=("nama", "pagu", "indikator_program", "indikator_keluaran"),
    basis="Permendagri 70/2019",
)
