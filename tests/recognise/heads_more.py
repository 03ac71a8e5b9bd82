"""More heads, each as one agency or one application words it."""

# ruff: noqa: E501

from __future__ import annotations

from .document import DocumentLayout

VARIETIES = (
    DocumentLayout(
        "renja sederhana",
        "T-C.33",
        "No | Kode | Program/Kegiatan/Sub Kegiatan | Indikator Kinerja | Target | Satuan | Anggaran (Rp) | Sumber Dana | Lokasi | Ket",
        "no kode nama indikator target +satuan pagu sumber_dana lokasi catatan",
        2024,
        ("Rumusan Rencana Program dan Kegiatan Tahun 2024",),
    ),
    DocumentLayout(
        "renja PD pelaksana",
        "T-C.33",
        """KODE | NOMENKLATUR URUSAN KABUPATEN/KOTA | INDIKATOR | TAHUN 2025 | < | < | < | < | TAHUN 2026 (PRAKIRAAN MAJU) | < | PELAKSANA
^ | ^ | ^ | TARGET | SATUAN | PAGU (Rp) | SUMBER DANA | LOKASI | TARGET | PAGU (Rp) | ^""",
        "kode nama indikator target +satuan pagu sumber_dana lokasi target_maju pagu_maju +",
        2025,
        ("RUMUSAN RENCANA PROGRAM DAN KEGIATAN",),
    ),
    DocumentLayout(
        "outcome output dua indikator",
        "T-C.33",
        """Kode | Urusan/ Bidang/ Program/ Kegiatan/ Sub Kegiatan | Indikator Kinerja Program/ Kegiatan/ Sub Kegiatan | Rencana Tahun 2025 | < | < | < | Catatan Penting | Prakiraan Maju Rencana Tahun 2026 | <
^ | ^ | ^ | Lokasi | Target Capaian Kinerja | Kebutuhan Dana/ Pagu Indikatif (Rp.) | Sumber Dana | ^ | Target Capaian Kinerja | Kebutuhan Dana/ Pagu Indikatif (Rp.)
1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10
""",
        "kode nama indikator lokasi target pagu sumber_dana catatan target_maju pagu_maju",
        2025,
        ("RENCANA KERJA PERANGKAT DAERAH",),
    ),
    DocumentLayout(
        "P-Renja: sebelum sesudah",
        "T-C.33",
        """Kode | Program/Kegiatan/Sub Kegiatan | Indikator Kinerja | Sebelum Perubahan | < | Setelah Perubahan | < | Bertambah/Berkurang | Sumber Dana | Lokasi
^ | ^ | ^ | Target | Pagu | Target | Pagu | ^ | ^ | ^""",
        "kode nama indikator + pagu_sebelum target pagu +uang sumber_dana lokasi",
        2024,
        ("Rumusan Rencana Program dan Kegiatan Perubahan Renja Tahun 2024",),
    ),
    DocumentLayout(
        "TC27 rp juta",
        "T-C.27",
        """Tujuan | Sasaran | Kode | Program, Kegiatan, dan Sub Kegiatan | Indikator Kinerja | Kondisi Kinerja Awal RPJMD (Tahun 2021) | Target Kinerja dan Kerangka Pendanaan | < | < | < | < | < | < | < | < | < | Kondisi Kinerja pada Akhir Periode Renstra | < | Unit Kerja Penanggung Jawab
^ | ^ | ^ | ^ | ^ | ^ | Tahun 2022 | < | Tahun 2023 | < | Tahun 2024 | < | Tahun 2025 | < | Tahun 2026 | < | ^ | ^ | ^
^ | ^ | ^ | ^ | ^ | ^ | Target | Rp. (juta) | Target | Rp. (juta) | Target | Rp. (juta) | Target | Rp. (juta) | Target | Rp. (juta) | Target | Rp. (juta) | ^""",
        "tujuan sasaran kode nama indikator data_awal "
        + " ".join(f"target_{n} pagu_{n}" for n in range(1, 6))
        + " target_akhir pagu_akhir unit_kerja",
        None,
        ("Rencana Program, Kegiatan, dan Pendanaan Perangkat Daerah",),
    ),
    DocumentLayout(
        "TC27 enam tahun",
        "T-C.27",
        """KODE | PROGRAM/KEGIATAN/SUB KEGIATAN | INDIKATOR | SATUAN | KONDISI AWAL | 2022 | < | 2023 | < | 2024 | < | 2025 | < | 2026 | < | KONDISI AKHIR | <
^ | ^ | ^ | ^ | ^ | K | Rp | K | Rp | K | Rp | K | Rp | K | Rp | K | Rp""",
        "kode nama indikator +satuan data_awal "
        + " ".join(f"target_{n} pagu_{n}" for n in range(1, 6))
        + " target_akhir pagu_akhir",
        None,
        ("T-C.27",),
    ),
    DocumentLayout(
        "TC29 sd tahun",
        "T-C.29",
        """Kode | Urusan/Bidang Urusan/Program/Kegiatan/Sub Kegiatan | Indikator Kinerja Program (Outcome)/ Kegiatan (Output) | Target Capaian Kinerja Renstra Tahun 2026 | Realisasi Target Kinerja s/d Tahun 2022 (n-3) | Target dan Realisasi Kinerja Program/Kegiatan Tahun 2023 | < | < | Target Program/Kegiatan Renja Tahun 2024 | Perkiraan Realisasi Capaian Target Program/Kegiatan Renstra s/d Tahun 2024 | <
^ | ^ | ^ | ^ | ^ | Target | Realisasi | Tingkat Realisasi (%) | ^ | Realisasi Capaian | Tingkat Capaian Realisasi Target Renstra (%)""",
        "kode nama indikator target_akhir realisasi_lalu target_renja realisasi_renja tingkat_realisasi target_berjalan realisasi_berjalan tingkat_capaian",
        2025,
        ("Rekapitulasi Evaluasi Hasil Pelaksanaan Renja",),
    ),
    DocumentLayout(
        "TC29 kosong tahun",
        "T-C.29",
        """kode | Urusan/Bidang Urusan Pemerintahan Daerah Dan Program/Kegiatan | Indikator Kinerja Program (outcome)/ Kegiatan (output) | target capaian kinerja Renstra OPD Tahun ........ (akhir periode Renstra OPD) | Realisasi target kinerja hasil program dan keluaran kegiatan s/d tahun ...... (tahun n-3) | Target dan realisasi kinerja program dan keluaran kegiatan OPD tahun ....... (tahun lalu /n-2) | < | < | Target program / kegiatan Renja OPD tahun berjalan (tahun n-1) | Perkiraan realisasi capaian target program/kegiatan Renstra OPD s/d dengan tahun ..... ... (tahun berjalan/n-1) | < | Catatan
^ | ^ | ^ | ^ | ^ | Target | Realisasi | Tingkat Realisasi (%) | ^ | Realisasi Capaian | Tingkat Capaian Realisasi | ^""",
        "kode nama indikator target_akhir realisasi_lalu target_renja realisasi_renja tingkat_realisasi target_berjalan realisasi_berjalan tingkat_capaian catatan",
        None,
        ("Rekapitulasi Hasil Evaluasi Pelaksanaan Renja OPD",),
    ),
    DocumentLayout(
        "E81 tiga subkolom",
        "E.81",
        """No | Kode | Program, Kegiatan | Indikator Kinerja Tujuan, Sasaran, Program(outcome) dan Kegiatan (output) | Target Renstra SKPD pada Tahun 2019 s/d 2024 (periode Renstra SKPD) | < | < | Realisasi Capaian Kinerja Renstra SKPD sampai dengan Renja SKPD Tahun Lalu | < | < | Target kinerja dan anggaran Renja SKPD Tahun Berjalan Tahun 2023 yang dievaluasi | < | < | Realisasi Kinerja Pada Triwulan | < | < | < | < | < | < | < | < | < | < | < | Realisasi Capaian Kinerja dan Anggaran Renja SKPD yang dievaluasi | < | < | Unit OPD Penanggung Jawab
^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | I | < | < | II | < | < | III | < | < | IV | < | < | ^ | ^ | ^ | ^
^ | ^ | ^ | ^ | K | Satuan | Rp | K | Satuan | Rp | K | Satuan | Rp | K | Satuan | Rp | K | Satuan | Rp | K | Satuan | Rp | K | Satuan | Rp | K | Satuan | Rp | ^""",
        "no kode nama indikator target_akhir +satuan pagu_akhir realisasi_lalu +satuan uang_lalu target +satuan pagu realisasi_1 +satuan uang_1 realisasi_2 +satuan uang_2 realisasi_3 +satuan uang_3 realisasi_4 +satuan uang_4 realisasi +satuan uang penanggung_jawab",
        2023,
        ("EVALUASI HASIL RENJA",),
    ),
    DocumentLayout(
        "E81 kinerja/anggaran tanpa renstra",
        "E.81",
        """KODE | PROGRAM/KEGIATAN/SUB KEGIATAN | INDIKATOR | TARGET RENJA 2024 | < | REALISASI TW I | < | REALISASI TW II | < | REALISASI TW III | < | REALISASI TW IV | < | TOTAL REALISASI RENJA | < | KETERANGAN
^ | ^ | ^ | Kinerja | Anggaran | Kinerja | Anggaran | Kinerja | Anggaran | Kinerja | Anggaran | Kinerja | Anggaran | Kinerja | Anggaran | ^""",
        "kode nama indikator target pagu realisasi_1 uang_1 realisasi_2 uang_2 realisasi_3 uang_3 realisasi_4 uang_4 realisasi uang catatan",
        2024,
        ("FORMULIR E.81",),
    ),
    DocumentLayout(
        "TC30 IKU",
        "T-C.30",
        """No | Indikator Kinerja | Target Renstra | < | < | Realisasi | < | Proyeksi | < | Catatan
^ | ^ | 2022 | 2023 | 2024 | 2022 | 2023 | 2024 | 2025 | ^""",
        "no indikator target_1 target_2 target_3 realisasi_1 realisasi_2 proyeksi_1 proyeksi_2 catatan",
        None,
        ("Pencapaian Kinerja Pelayanan",),
    ),
    DocumentLayout(
        "TC31 unmerged",
        "T-C.31",
        """NO | RANCANGAN AWAL RKPD | | | | | HASIL ANALISIS KEBUTUHAN | | | | | CATATAN PENTING
 | Program/Kegiatan | Lokasi | Indikator Kinerja | Target Capaian | Pagu Indikatif (Rp) | Program/Kegiatan | Lokasi | Indikator Kinerja | Target Capaian | Kebutuhan Dana (Rp) |""",
        "no rkpd_nama rkpd_lokasi rkpd_indikator rkpd_target rkpd_pagu nama lokasi indikator target kebutuhan_dana catatan",
        2024,
        ("Review terhadap Rancangan Awal RKPD Tahun 2024",),
        False,
    ),
    DocumentLayout(
        "SIPD17 satuan",
        "SIPD-17",
        """NO | KODE | URUSAN/ BIDANG URUSAN/ PROGRAM/ KEGIATAN/ SUB KEGIATAN | INDIKATOR KINERJA | SATUAN | TARGET AKHIR RENSTRA | REALISASI 2025 | PRAKIRAAN CAPAIAN 2026 | RENCANA 2027 | < | < | < | PRIORITAS NASIONAL | PRIORITAS DAERAH | KELOMPOK SASARAN | PRAKIRAAN MAJU 2028 | < | PERANGKAT DAERAH PENANGGUNG JAWAB
^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | TARGET | PAGU INDIKATIF | LOKASI | SUMBER DANA | ^ | ^ | ^ | TARGET | PAGU INDIKATIF | ^""",
        "no kode nama indikator +satuan target_akhir realisasi_lalu prakiraan_berjalan target pagu lokasi sumber_dana prioritas_nasional prioritas_daerah kelompok_sasaran target_maju pagu_maju penanggung_jawab",
        2027,
        (),
    ),
    DocumentLayout(
        "TC24 uraian",
        "T-C.24",
        """Uraian | Anggaran pada Tahun | < | < | < | < | Realisasi Anggaran pada Tahun | < | < | < | < | Rasio antara Realisasi & Anggaran Tahun | < | < | < | < | Rata-rata Pertumbuhan | <
^ | 2017 | 2018 | 2019 | 2020 | 2021 | 2017 | 2018 | 2019 | 2020 | 2021 | 2017 | 2018 | 2019 | 2020 | 2021 | Anggaran | Realisasi""",
        "nama "
        + " ".join(f"{k}_{n}" for k in ("anggaran", "realisasi", "rasio") for n in range(1, 6))
        + " tumbuh_anggaran tumbuh_realisasi",
        None,
        ("Anggaran dan Realisasi Pendanaan Pelayanan",),
    ),
    DocumentLayout(
        "TC33 tahun dua digit",
        "T-C.33",
        "Kode | Program / Kegiatan / Sub Kegiatan | Indikator | Lokasi | Target Thn 2024 | Pagu Indikatif Thn 2024 | Sumber Pendanaan | Catatan | Target Thn 2025 | Kebutuhan Dana Thn 2025",
        "kode nama indikator lokasi target pagu sumber_dana catatan target_maju pagu_maju",
        2024,
        ("T-C.33",),
    ),
    DocumentLayout(
        "Tabel 31 iku",
        "Tabel 3.1",
        "No | Tujuan/Sasaran | Indikator Kinerja Utama | Satuan | Target 2022 | Target 2023 | Target 2024 | Target 2025 | Target 2026",
        "no + indikator +satuan " + " ".join(f"target_{n}" for n in range(1, 6)),
        None,
        ("Indikator Kinerja Utama",),
    ),
    DocumentLayout(
        "32 kecil",
        "T-C.32",
        "No | Program/Kegiatan/Sub Kegiatan | Lokasi | Indikator Kinerja | Besaran / Volume | Catatan",
        "no nama lokasi indikator volume catatan",
        None,
        (),
    ),
    DocumentLayout(
        "33 pagu jadi anggaran",
        "T-C.33",
        """Kode | Program/Kegiatan | Indikator Kinerja | Target Kinerja | < | Kebutuhan Dana | < | Lokasi | Sumber Dana
^ | ^ | ^ | 2024 | 2025 | 2024 | 2025 | ^ | ^""",
        "kode nama indikator target target_maju pagu pagu_maju lokasi sumber_dana",
        2024,
        ("Rumusan Rencana Program dan Kegiatan",),
    ),
)
