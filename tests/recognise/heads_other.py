"""Heads of the evaluation, review and Renstra tables as agencies word them."""

# ruff: noqa: E501

from __future__ import annotations

from .document import DocumentLayout

TC29 = (
    DocumentLayout(
        "resmi",
        "T-C.29",
        """
Kode | Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan | Indikator Kinerja Program (outcome)/ Kegiatan (output) | Target Kinerja Capaian Program (Renstra Perangkat Daerah) Tahun 2026 | Realisasi Target Kinerja Hasil Program dan Keluaran Kegiatan s/d Tahun 2021 | Target dan Realisasi Kinerja Program dan Keluaran Kegiatan Tahun Lalu (2022) | < | < | Target program dan kegiatan (Renja Perangkat Daerah Tahun 2023) | Perkiraan Realisasi Capaian Target Renstra Perangkat Daerah s/d tahun berjalan (2023) | < | Catatan
^ | ^ | ^ | ^ | ^ | Target Renja Perangkat Daerah tahun 2022 | Realisasi Renja Perangkat Daerah tahun 2022 | Tingkat Realisasi (%) | ^ | Realisasi Capaian Program dan Kegiatan s/d tahun berjalan 2023 | Tingkat Capaian Realisasi Target Renstra (%) | ^
1 | 2 | 3 | 4 | 5 | 6 | 7 | 8=(7/6) | 9 | 10=(5+7+9) | 11=(10/4) | 12
""",
        "kode nama indikator target_akhir realisasi_lalu target_renja realisasi_renja tingkat_realisasi target_berjalan realisasi_berjalan tingkat_capaian catatan",
        2024,
        (
            "Tabel T-C.29",
            "Rekapitulasi Evaluasi Hasil Pelaksanaan Renja Perangkat Daerah dan Pencapaian Renstra Perangkat Daerah s/d Tahun 2023",
        ),
    ),
    DocumentLayout(
        "Permendagri 54, tahun n",
        "T-C.29",
        """
KODE | < | < | < | URUSAN/BIDANG URUSAN PEMERINTAHAN DAERAH DAN PROGRAM/KEGIATAN | INDIKATOR KINERJA PROGRAM (OUTCOME)/KEGIATAN (OUTPUT) | TARGET KINERJA CAPAIAN PROGRAM (RENSTRA SKPD) TAHUN 2026 | REALISASI TARGET KINERJA HASIL PROGRAM DAN KELUARAN KEGIATAN S/D TAHUN (N-3) | TARGET DAN REALISASI KINERJA PROGRAM DAN KELUARAN KEGIATAN TAHUN LALU (N-2) | < | < | TARGET PROGRAM DAN KEGIATAN (RENJA SKPD) TAHUN BERJALAN (N-1) | PERKIRAAN REALISASI CAPAIAN TARGET RENSTRA SKPD S/D TAHUN BERJALAN | <
^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | TARGET RENJA SKPD TAHUN (N-2) | REALISASI RENJA SKPD TAHUN (N-2) | TINGKAT REALISASI (%) | ^ | REALISASI CAPAIAN PROGRAM DAN KEGIATAN S/D TAHUN BERJALAN (N-1) | TINGKAT CAPAIAN REALISASI TARGET RENSTRA (%)
1 | < | < | < | 2 | 3 | 4 | 5 | 6 | 7 | 8=(7/6) | 9 | 10=(5+7+9) | 11=(10/4)
""",
        "kode*4 nama indikator target_akhir realisasi_lalu target_renja realisasi_renja tingkat_realisasi target_berjalan realisasi_berjalan tingkat_capaian",
        None,
        ("REKAPITULASI HASIL EVALUASI PELAKSANAAN RENJA SKPD DAN PENCAPAIAN RENSTRA SKPD",),
    ),
    DocumentLayout(
        "singkat, tanpa nomor",
        "T-C.29",
        """
No | Kode | Program/Kegiatan/Sub Kegiatan | Indikator Kinerja | Satuan | Target Akhir Renstra | Realisasi s.d. 2021 | Renja Tahun 2022 | < | < | Target Renja 2023 | Perkiraan s.d. 2023 | <
^ | ^ | ^ | ^ | ^ | ^ | ^ | Target | Realisasi | % | ^ | Realisasi | Tingkat Capaian (%)
""",
        "no kode nama indikator +satuan target_akhir realisasi_lalu target_renja realisasi_renja tingkat_realisasi target_berjalan realisasi_berjalan tingkat_capaian",
        2024,
        ("Evaluasi Pelaksanaan Renja Tahun Lalu dan Capaian Renstra",),
    ),
)

TC30 = (
    DocumentLayout(
        "resmi",
        "T-C.30",
        """
No | Indikator | SPM/Standar Nasional | IKK | Target Renstra Perangkat Daerah | < | < | < | Realisasi Capaian | < | Proyeksi | < | Catatan Analisis
^ | ^ | ^ | ^ | Tahun 2022 (thn n-2) | Tahun 2023 (thn n-1) | Tahun 2024 (thn n) | Tahun 2025 (thn n+1) | Tahun 2022 (thn n-2) | Tahun 2023 (thn n-1) | Tahun 2024 (thn n) | Tahun 2025 (thn n+1) | ^
(1) | (2) | (3) | (4) | (5) | (6) | (7) | (8) | (9) | (10) | (11) | (12) | (13)
""",
        "no indikator spm ikk target_1 target_2 target_3 target_4 realisasi_1 realisasi_2 proyeksi_1 proyeksi_2 catatan",
        None,
        ("Tabel T-C.30", "Pencapaian Kinerja Pelayanan Perangkat Daerah Dinas Sosial"),
    ),
    DocumentLayout(
        "tahun angka, tanpa SPM",
        "T-C.30",
        """
NO. | INDIKATOR KINERJA SESUAI TUGAS DAN FUNGSI | SATUAN | TARGET RENSTRA OPD | | | | REALISASI CAPAIAN | | PROYEKSI | | KETERANGAN
 | | | 2021 | 2022 | 2023 | 2024 | 2021 | 2022 | 2023 | 2024 |
""",
        "no indikator +satuan target_1 target_2 target_3 target_4 realisasi_1 realisasi_2 proyeksi_1 proyeksi_2 catatan",
        None,
        ("CAPAIAN KINERJA PELAYANAN DINAS PERIKANAN",),
        merged=False,
    ),
)

_TC31 = "no rkpd_nama rkpd_lokasi rkpd_indikator rkpd_target rkpd_pagu nama lokasi indikator target kebutuhan_dana catatan"
TC31 = (
    DocumentLayout(
        "resmi",
        "T-C.31",
        """
No | Rancangan Awal RKPD | < | < | < | < | Hasil Analisis Kebutuhan | < | < | < | < | Catatan Penting
^ | Program/Kegiatan | Lokasi | Indikator Kinerja | Target Capaian | Pagu Indikatif (Rp.000) | Program/Kegiatan | Lokasi | Indikator Kinerja | Target Capaian | Kebutuhan Dana (Rp.000) | ^
(1) | (2) | (3) | (4) | (5) | (6) | (7) | (8) | (9) | (10) | (11) | (12)
""",
        _TC31,
        2024,
        ("Tabel T-C.31", "Review terhadap Rancangan Awal RKPD Tahun 2024 Kabupaten Lumajang"),
    ),
    DocumentLayout(
        "OPD menyebutnya Renja",
        "T-C.31",
        """
NO | RANCANGAN AWAL RKPD TAHUN 2025 | < | < | < | < | RENCANA KERJA PERANGKAT DAERAH TAHUN 2025 | < | < | < | < | KET.
^ | PROGRAM/ KEGIATAN/ SUB KEGIATAN | LOKASI | INDIKATOR KINERJA | TARGET | PAGU INDIKATIF (Rp) | PROGRAM/ KEGIATAN/ SUB KEGIATAN | LOKASI | INDIKATOR KINERJA | TARGET | PAGU INDIKATIF (Rp) | ^
""",
        _TC31,
        2025,
        ("TELAAHAN TERHADAP RANCANGAN AWAL RKPD",),
    ),
)

TC32 = (
    DocumentLayout(
        "resmi",
        "T-C.32",
        """
No | Program/Kegiatan | Lokasi | Indikator Kinerja | Besaran/Volume | Catatan
(1) | (2) | (3) | (4) | (5) | (6)
""",
        "no nama lokasi indikator volume catatan",
        2024,
        ("Tabel T-C.32", "Usulan Program dan Kegiatan dari Para Pemangku Kepentingan Tahun 2024"),
    ),
    DocumentLayout(
        "dengan pengusul",
        "T-C.32",
        """
No. | Usulan Program / Kegiatan | Lokasi (Desa/Kel.) | Indikator Kinerja | Volume | Satuan | Pengusul | Ket
""",
        "no nama lokasi indikator volume +satuan + catatan",
        None,
        ("Usulan Pemangku Kepentingan hasil Musrenbang Kecamatan",),
    ),
)

_JOIN = " ".join
E81 = (
    DocumentLayout(
        "resmi, K dan Rp",
        "E.81",
        """
No | Sasaran | Kode | Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan | Indikator Kinerja Program (outcome)/ Kegiatan (output) | Target Renstra Perangkat Daerah pada Tahun 2026 (Akhir Periode Renstra Perangkat Daerah) | < | Realisasi Capaian Kinerja Renstra Perangkat Daerah s/d Renja Perangkat Daerah Tahun Lalu (2022) | < | Target Kinerja dan Anggaran Renja Perangkat Daerah Tahun Berjalan yang dievaluasi (2023) | < | Realisasi Kinerja pada Triwulan | < | < | < | < | < | < | < | Realisasi Capaian Kinerja dan Anggaran Renja Perangkat Daerah yang dievaluasi (2023) | < | Tingkat Capaian Kinerja dan Realisasi Anggaran Renja Perangkat Daerah Tahun 2023 (%) | < | Realisasi Kinerja dan Anggaran Renstra Perangkat Daerah s/d Tahun 2023 | < | Tingkat Capaian Kinerja dan Realisasi Anggaran Renstra Perangkat Daerah s/d tahun 2023 (%) | < | Unit Perangkat Daerah Penanggung Jawab | Ket
^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | I | < | II | < | III | < | IV | < | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^
1 | 2 | | 3 | 4 | 5 | < | 6 | < | 7 | < | 8 | < | 9 | < | 10 | < | 11 | < | 12 = 8+9+10+11 | < | 13 = 12/7x100 | < | 14 = 6+12 | < | 15 = 14/5x100 | < | 16 | 17
^ | ^ | | ^ | ^ | K | Rp | K | Rp | K | Rp | K | Rp | K | Rp | K | Rp | K | Rp | K | Rp | K | Rp | K | Rp | K | Rp | ^ | ^
""",
        "no sasaran kode nama indikator target_akhir pagu_akhir realisasi_lalu uang_lalu target pagu realisasi_1 uang_1 realisasi_2 uang_2 realisasi_3 uang_3 realisasi_4 uang_4 realisasi uang tingkat_realisasi tingkat_uang realisasi_berjalan uang_berjalan tingkat_capaian tingkat_uang_akhir penanggung_jawab catatan",
        2023,
        (
            "Formulir E.81",
            "Evaluasi terhadap Hasil Renja Perangkat Daerah Kabupaten Lumajang",
            "Periode Pelaksanaan: 2023",
        ),
    ),
    DocumentLayout(
        "K saja, tanpa kode",
        "E.81",
        """
NO | PROGRAM/KEGIATAN/SUB KEGIATAN | INDIKATOR KINERJA | TARGET RENSTRA 2026 | REALISASI S/D TAHUN LALU (2022) | TARGET RENJA 2023 | REALISASI TRIWULAN | < | < | < | REALISASI RENJA 2023 | TINGKAT CAPAIAN RENJA (%) | PENANGGUNG JAWAB
^ | ^ | ^ | ^ | ^ | ^ | TW I | TW II | TW III | TW IV | ^ | ^ | ^
""",
        "no nama indikator target_akhir realisasi_lalu target realisasi_1 realisasi_2 realisasi_3 realisasi_4 realisasi tingkat_realisasi penanggung_jawab",
        2023,
        ("EVALUASI HASIL RENJA SAMPAI DENGAN TRIWULAN IV",),
    ),
    DocumentLayout(
        "triwulan 1 sampai 4, tidak digabung",
        "E.81",
        """
No | Kode | Urusan/Bidang Urusan Pemerintahan Daerah Dan Program/Kegiatan | Indikator Kinerja Program (outcome)/ Kegiatan (output) | Target Renstra Akhir Periode 2019 - 2023 | | Realisasi Capaian Kinerja Renstra s/d Tahun Lalu | | Target Kinerja dan Anggaran Renja Tahun Berjalan 2023 | | Realisasi Kinerja Pada Triwulan | | | | | | | | Realisasi Capaian Kinerja dan Anggaran Renja | | Tingkat Capaian Kinerja dan Anggaran Renja Tahun 2023 | | Realisasi Kinerja dan Anggaran Renstra s/d Tahun 2023 | | Tingkat Capaian Kinerja dan Anggaran Renstra s/d Tahun 2023 |
 | | | | | | | | | | 1 | | 2 | | 3 | | 4 | | | | | | | | |
 | | | | K | Rp | K | Rp | K | Rp | K | Rp | K | Rp | K | Rp | K | Rp | K | Rp | K | Rp | K | Rp | K | Rp
""",
        "no kode nama indikator target_akhir pagu_akhir realisasi_lalu uang_lalu target pagu realisasi_1 uang_1 realisasi_2 uang_2 realisasi_3 uang_3 realisasi_4 uang_4 realisasi uang tingkat_realisasi tingkat_uang realisasi_berjalan uang_berjalan tingkat_capaian tingkat_uang_akhir",
        2023,
        ("Laporan evaluasi hasil Renja Perangkat Daerah",),
        merged=False,
    ),
)


def _name_year(key: str, year_count: int = 5) -> str:
    return " ".join(f"{key}_{number}" for number in range(1, year_count + 1))


TC23 = (
    DocumentLayout(
        "resmi",
        "T-C.23",
        """
No | Indikator Kinerja sesuai Tugas dan Fungsi Perangkat Daerah | Target NSPK | Target IKK | Target Indikator Lainnya | Target Renstra Perangkat Daerah Tahun ke- | < | < | < | < | Realisasi Capaian Tahun ke- | < | < | < | < | Rasio Capaian pada Tahun ke- | < | < | < | <
^ | ^ | ^ | ^ | ^ | 1 | 2 | 3 | 4 | 5 | 1 | 2 | 3 | 4 | 5 | 1 | 2 | 3 | 4 | 5
(1) | (2) | (3) | (4) | (5) | (6) | (7) | (8) | (9) | (10) | (11) | (12) | (13) | (14) | (15) | (16) | (17) | (18) | (19) | (20)
""",
        f"no indikator nspk ikk lainnya {_name_year('target')} {_name_year('realisasi')} {_name_year('rasio')}",
        None,
        ("Tabel T-C.23", "Pencapaian Kinerja Pelayanan Perangkat Daerah"),
    ),
    DocumentLayout(
        "tahun, tanpa NSPK",
        "T-C.23",
        """
No | Indikator Kinerja | Target Renstra | < | < | < | < | Realisasi | < | < | < | < | Rasio Capaian | < | < | < | <
^ | ^ | 2019 | 2020 | 2021 | 2022 | 2023 | 2019 | 2020 | 2021 | 2022 | 2023 | 2019 | 2020 | 2021 | 2022 | 2023
""",
        f"no indikator {_name_year('target')} {_name_year('realisasi')} {_name_year('rasio')}",
        None,
        ("Pencapaian Kinerja Pelayanan Dinas Kesehatan",),
    ),
)

TC24 = (
    DocumentLayout(
        "resmi",
        "T-C.24",
        """
Uraian | Anggaran pada Tahun ke- | < | < | < | < | Realisasi Anggaran pada Tahun ke- | < | < | < | < | Rasio antara Realisasi dan Anggaran Tahun ke- | < | < | < | < | Rata-rata Pertumbuhan | <
^ | 1 | 2 | 3 | 4 | 5 | 1 | 2 | 3 | 4 | 5 | 1 | 2 | 3 | 4 | 5 | Anggaran | Realisasi
(1) | (2) | (3) | (4) | (5) | (6) | (7) | (8) | (9) | (10) | (11) | (12) | (13) | (14) | (15) | (16) | (17) | (18)
""",
        f"nama {_name_year('anggaran')} {_name_year('realisasi')} {_name_year('rasio')} tumbuh_anggaran tumbuh_realisasi",
        None,
        ("Tabel T-C.24", "Anggaran dan Realisasi Pendanaan Pelayanan Perangkat Daerah"),
    ),
    DocumentLayout(
        "program dan tahun",
        "T-C.24",
        """
NO | PROGRAM | ANGGARAN (Rp) | < | < | < | < | REALISASI ANGGARAN (Rp) | < | < | < | < | RASIO (%) | < | < | < | <
^ | ^ | 2019 | 2020 | 2021 | 2022 | 2023 | 2019 | 2020 | 2021 | 2022 | 2023 | 2019 | 2020 | 2021 | 2022 | 2023
""",
        f"no nama {_name_year('anggaran')} {_name_year('realisasi')} {_name_year('rasio')}",
        None,
        ("ANGGARAN DAN REALISASI PENDANAAN",),
    ),
)

TC25 = (
    DocumentLayout(
        "resmi",
        "T-C.25",
        """
No | Tujuan | Sasaran | Indikator Tujuan/Sasaran | Target Kinerja Tujuan/Sasaran pada Tahun ke- | < | < | < | <
^ | ^ | ^ | ^ | 1 | 2 | 3 | 4 | 5
(1) | (2) | (3) | (4) | (5) | (6) | (7) | (8) | (9)
""",
        f"no tujuan sasaran indikator {_name_year('target')}",
        None,
        ("Tabel T-C.25", "Tujuan dan Sasaran Jangka Menengah Pelayanan Perangkat Daerah"),
    ),
    DocumentLayout(
        "tahun",
        "T-C.25",
        """
NO | TUJUAN | SASARAN | INDIKATOR KINERJA | SATUAN | TARGET TAHUN | | | |
 | | | | | 2022 | 2023 | 2024 | 2025 | 2026
""",
        f"no tujuan sasaran indikator +satuan {_name_year('target')}",
        None,
        ("Tujuan dan Sasaran Jangka Menengah",),
        merged=False,
    ),
)

TC26 = (
    DocumentLayout(
        "resmi",
        "T-C.26",
        "Tujuan | Sasaran | Strategi | Arah Kebijakan",
        "tujuan sasaran strategi kebijakan",
        None,
        ("Tabel T-C.26 Tujuan, Sasaran, Strategi, dan Kebijakan", "VISI: Lumajang Maju"),
    ),
)

_TC27_YEARS = " ".join(f"target_{n} pagu_{n}" for n in range(1, 6))
TC27 = (
    DocumentLayout(
        "resmi",
        "T-C.27",
        """
Tujuan | Sasaran | Kode | Program dan Kegiatan | Indikator Kinerja Tujuan, Sasaran, Program (outcome) dan Kegiatan (output) | Data Capaian pada Tahun Awal Perencanaan | Target Kinerja Program dan Kerangka Pendanaan | < | < | < | < | < | < | < | < | < | < | < | Unit Kerja Perangkat Daerah Penanggung Jawab | Lokasi
^ | ^ | ^ | ^ | ^ | ^ | Tahun-1 | < | Tahun-2 | < | Tahun-3 | < | Tahun-4 | < | Tahun-5 | < | Kondisi Kinerja pada akhir periode Renstra Perangkat Daerah | < | ^ | ^
^ | ^ | ^ | ^ | ^ | ^ | target | Rp | target | Rp | target | Rp | target | Rp | target | Rp | target | Rp | ^ | ^
(1) | (2) | (3) | (4) | (5) | (6) | (7) | (8) | (9) | (10) | (11) | (12) | (13) | (14) | (15) | (16) | (17) | (18) | (19) | (20)
""",
        f"tujuan sasaran kode nama indikator data_awal {_TC27_YEARS} target_akhir pagu_akhir unit_kerja lokasi",
        None,
        (
            "Tabel T-C.27",
            "Rencana Program, Kegiatan, dan Pendanaan Perangkat Daerah Kabupaten Lumajang",
        ),
    ),
    DocumentLayout(
        "tahun, satuan, pagu",
        "T-C.27",
        """
NO | KODE | PROGRAM/KEGIATAN/SUB KEGIATAN | INDIKATOR KINERJA | SATUAN | KONDISI AWAL (2021) | TARGET KINERJA DAN KERANGKA PENDANAAN | < | < | < | < | < | < | < | < | < | KONDISI AKHIR RENSTRA | < | PENANGGUNG JAWAB
^ | ^ | ^ | ^ | ^ | ^ | 2022 | < | 2023 | < | 2024 | < | 2025 | < | 2026 | < | ^ | ^ | ^
^ | ^ | ^ | ^ | ^ | ^ | Target | Pagu (Rp) | Target | Pagu (Rp) | Target | Pagu (Rp) | Target | Pagu (Rp) | Target | Pagu (Rp) | Target | Pagu (Rp) | ^
""",
        f"no kode nama indikator +satuan data_awal {_TC27_YEARS} target_akhir pagu_akhir unit_kerja",
        None,
        (
            "RENCANA PROGRAM, KEGIATAN, INDIKATOR KINERJA, KELOMPOK SASARAN, DAN PENDANAAN INDIKATIF",
        ),
    ),
    DocumentLayout(
        "tahun di kepala, tidak digabung",
        "T-C.27",
        """
Kode | Program dan Kegiatan | Indikator Kinerja Program (outcome) dan Kegiatan (output) | Data Capaian pada Tahun Awal Perencanaan (2020) | Target Kinerja Program dan Kerangka Pendanaan | | | | | | | | | | | | Unit Kerja | Lokasi
 | | | | 2021 | | 2022 | | 2023 | | 2024 | | 2025 | | Kondisi Kinerja pada akhir periode Renstra | | |
 | | | | Target | Rp | Target | Rp | Target | Rp | Target | Rp | Target | Rp | Target | Rp | |
""",
        f"kode nama indikator data_awal {_TC27_YEARS} target_akhir pagu_akhir unit_kerja lokasi",
        None,
        ("Rencana Program, Kegiatan, dan Pendanaan Perangkat Daerah",),
        merged=False,
    ),
)

ALLOCATION = (
    DocumentLayout(
        "sebelum dan sesudah",
        "Tabel 2.1",
        """
No | Program/Kegiatan/Sub Kegiatan | Target Kinerja | < | Anggaran (Rp) | <
^ | ^ | Sebelum Perubahan | Setelah Perubahan | APBD | P-APBD
""",
        "no nama target_sebelum target_setelah apbd p_apbd",
        2022,
        ("Tabel 2.1 Alokasi Anggaran Program dan Kegiatan Tahun 2022",),
    ),
    DocumentLayout(
        "murni",
        "Tabel 2.2",
        "NO | NAMA PROGRAM/KEGIATAN/SUB KEGIATAN | TARGET KINERJA | ANGGARAN (Rp)",
        "no nama target apbd",
        2023,
        ("ALOKASI ANGGARAN TAHUN 2023",),
    ),
)

TABLE31 = (
    DocumentLayout(
        "iku",
        "Tabel 3.1",
        """
No | Indikator Kinerja Utama | Satuan | Target Kinerja | < | < | < | <
^ | ^ | ^ | 2022 | 2023 | 2024 | 2025 | 2026
""",
        f"no indikator +satuan {_name_year('target')}",
        None,
        ("Indikator Kinerja Utama Dinas Perhubungan",),
    ),
)
