"""What the document says around its tables: who, where, when, titles and paragraphs."""

from __future__ import annotations

from collections.abc import Mapping

OPD = "Dinas Koperasi dan Usaha Mikro"
REGION = "Kabupaten Mojokerto"
OFFICE = f"{OPD} {REGION}"
DOCUMENT = "Rancangan Akhir Rencana Kerja 2024"

TITLES: Mapping[str, tuple[str, ...]] = {
    "Tabel 2.1": (
        "Tabel 2.1",
        "Alokasi Anggaran Program, Kegiatan dan Sub Kegiatan Tahun Anggaran 2022",
        OFFICE,
    ),
    "Tabel 2.2": (
        "Tabel 2.2",
        "Alokasi Anggaran Program, Kegiatan dan Sub Kegiatan Tahun Anggaran 2023",
        OFFICE,
    ),
    "T-C.29": (
        "Tabel 2.3 (T-C.29)",
        "Rekapitulasi Evaluasi Hasil Pelaksanaan Renja Perangkat Daerah dan Pencapaian Renstra "
        "Perangkat Daerah s/d Tahun 2023",
        OFFICE,
    ),
    "T-C.30": (
        "Tabel 2.4 (T-C.30)",
        "Pencapaian Kinerja Pelayanan Perangkat Daerah",
        OFFICE,
    ),
    "T-C.31": (
        "Tabel 2.5 (T-C.31)",
        "Review terhadap Rancangan Awal RKPD Tahun 2024",
        OFFICE,
    ),
    "T-C.32": (
        "Tabel 2.6 (T-C.32)",
        "Usulan Program dan Kegiatan dari Para Pemangku Kepentingan Tahun 2024",
        OFFICE,
    ),
    "Tabel 3.1": (
        "Tabel 3.1",
        "Indikator Kinerja Utama Tahun 2021 - 2026",
        OFFICE,
    ),
    "T-C.33": (
        "Tabel 3.3 (T-C.33)",
        "Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun 2024 dan Prakiraan Maju "
        "Tahun 2025",
        OFFICE,
    ),
    "Tabel 4.1": (
        "Tabel 4.1",
        "Rencana Program, Kegiatan dan Pendanaan Perangkat Daerah Tahun 2024",
        OFFICE,
    ),
}

PARAGRAPHS: Mapping[str, tuple[str, ...]] = {
    "Tabel 2.1": (
        f"Pada Tahun Anggaran 2022, {OFFICE} memperoleh alokasi anggaran melalui APBD sebesar "
        "Rp. 6.071.587.000,- (enam milyar tujuh puluh satu juta lima ratus delapan puluh tujuh "
        "ribu rupiah).",
        "Melalui P-APBD Tahun Anggaran 2022, alokasi anggaran tersebut berubah menjadi sebesar "
        "Rp. 8.540.987.000,- (delapan milyar lima ratus empat puluh juta sembilan ratus delapan "
        "puluh tujuh ribu rupiah). Rincian alokasi anggaran menurut program, kegiatan dan sub "
        "kegiatan disajikan pada Tabel 2.1 berikut.",
    ),
    "Tabel 2.2": (
        f"Pada Tahun Anggaran 2023, {OFFICE} memperoleh alokasi anggaran melalui APBD sebesar "
        "Rp. 6.177.343.000,- (enam milyar seratus tujuh puluh tujuh juta tiga ratus empat puluh "
        "tiga ribu empat ratus rupiah). Rincian alokasi anggaran menurut program, kegiatan dan "
        "sub kegiatan disajikan pada Tabel 2.2 berikut.",
    ),
    "Tabel 4.1": (
        f"Untuk melaksanakan program, kegiatan dan sub kegiatan pada Tahun 2024, {OFFICE} "
        "membutuhkan dana sebesar Rp 8.886.334.700,- (Delapan milyar delapan ratus delapan puluh "
        "enam juta tiga ratus tiga puluh empat ribu tujuh ratus rupiah). Rencana program, "
        "kegiatan dan pendanaannya disajikan pada Tabel 4.1 berikut.",
    ),
}

SIGNED = frozenset({"T-C.29", "T-C.30", "T-C.31", "T-C.32", "T-C.33", "Tabel 4.1"})
"""The tables that close with a signature block."""

SIGNATURE = (
    "Mojokerto, ............ Juni 2023",
    f"Kepala {OPD}",
    REGION,
    "",
    "",
    "",
    "..................................................",
    "NIP. ..........................................",
)
