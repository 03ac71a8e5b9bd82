"""Heads of T-C.33, Tabel 4.1 and the SIPD forms as agencies word them."""

# ruff: noqa: E501

from __future__ import annotations

from .document import DocumentLayout

_OFFICIAL_KEYS = "nama indikator lokasi target pagu sumber_dana catatan target_maju pagu_maju"

TC33 = (
    DocumentLayout(
        "resmi",
        "T-C.33",
        """
Kode | Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan | Indikator Kinerja Program/Kegiatan | Rencana Tahun 2024 (tahun rencana) | < | < | < | Catatan Penting | Prakiraan Maju Rencana Tahun 2025 | <
^ | ^ | ^ | Lokasi | Target capaian kinerja | Kebutuhan Dana/ pagu indikatif | Sumber Dana | ^ | Target capaian kinerja | Kebutuhan Dana/ pagu indikatif
(1) | (2) | (3) | (4) | (5) | (6) | (7) | (8) | (9) | (10)
""",
        f"kode {_OFFICIAL_KEYS}",
        2024,
        (
            "Tabel T-C.33",
            "Rumusan Rencana Program dan Kegiatan Perangkat Daerah Tahun 2024",
            "dan Prakiraan Maju Tahun 2025 Kabupaten Lumajang",
            "Nama Perangkat Daerah: Dinas Koperasi dan Usaha Mikro",
        ),
    ),
    DocumentLayout(
        "tanpa gabung, tanpa judul, kode lima sel",
        "T-C.33",
        """
KODE | | | | | URUSAN / BIDANG URUSAN / PROGRAM / KEGIATAN / SUB KEGIATAN | INDIKATOR KINERJA PROGRAM / KEGIATAN / SUB KEGIATAN | RENCANA TAHUN 2025 | | | | CATATAN PENTING | PRAKIRAAN MAJU RENCANA TAHUN 2026 |
 | | | | | | | LOKASI | TARGET CAPAIAN KINERJA | KEBUTUHAN DANA / PAGU INDIKATIF (Rp) | SUMBER DANA | | TARGET CAPAIAN KINERJA | KEBUTUHAN DANA / PAGU INDIKATIF (Rp)
""",
        f"kode*5 {_OFFICIAL_KEYS}",
        2025,
        merged=False,
        top=2,
        left=1,
    ),
    DocumentLayout(
        "kode enam sel, satuan sendiri",
        "T-C.33",
        """
Kode | < | < | < | < | < | Urusan/ Bidang Urusan/ Program/ Kegiatan/ Sub Kegiatan | Indikator Kinerja Program (outcome) / Kegiatan (output) | Rencana Tahun Anggaran 2023 | < | < | < | < | Catatan | Perkiraan Maju Tahun 2024 | < | <
^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | Lokasi Output Kegiatan | Target Capaian Kinerja | Satuan | Pagu Indikatif (Rp.) | Sumber Dana | ^ | Target Capaian Kinerja | Satuan | Pagu Indikatif (Rp.)
1 | < | < | < | < | < | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12
""",
        "kode*6 nama indikator lokasi target +satuan pagu sumber_dana catatan target_maju +satuan pagu_maju",
        2023,
        ("RENCANA KERJA DINAS KOPERASI DAN UKM KOTA BATU TAHUN 2023",),
    ),
    DocumentLayout(
        "target terpisah volume dan satuan",
        "T-C.33",
        """
No | Kode Rekening | Program/Kegiatan/Sub Kegiatan | Indikator Kinerja | Lokasi | Target Kinerja 2024 | < | Pagu Indikatif 2024 | Sumber Dana | Target Prakiraan Maju 2025 | < | Pagu Prakiraan Maju 2025 | Keterangan
^ | ^ | ^ | ^ | ^ | Volume | Satuan | ^ | ^ | Volume | Satuan | ^ | ^
""",
        "no kode nama indikator lokasi target +satuan pagu sumber_dana target_maju +satuan pagu_maju catatan",
        2024,
        ("Lampiran Renja 2024",),
    ),
    DocumentLayout(
        "kepala empat baris, Rp di sel sendiri",
        "T-C.33",
        """
Kode | Urusan/Bidang Urusan/ Program/Kegiatan | Indikator Kinerja | Rencana | < | < | < | < | Catatan\\nPenting | Prakiraan Maju | < | <
^ | ^ | Program/Kegiatan | Tahun 2024 | < | < | < | < | ^ | Tahun 2025 | < | <
^ | ^ | ^ | Lokasi | Target\\nCapaian\\nKinerja | Pagu Indikatif | < | Sumber\\nDana | ^ | Target\\nCapaian\\nKinerja | Pagu Indikatif | <
1 | 2 | 3 | 4 | 5 | 6 | < | 7 | 8 | 9 | 10 | <
""",
        "kode nama indikator lokasi target rp pagu sumber_dana catatan target_maju rp pagu_maju",
        2024,
        ("TABEL T-C.33",),
    ),
    DocumentLayout(
        "kolom berpindah dan singkatan",
        "T-C.33",
        """
Kode Prog/Keg/Sub Keg | Nama Program, Kegiatan dan Sub Kegiatan | Sumber Dana | Lokasi | Indikator Kinerja (Tolok Ukur) | Target Th. 2024 | Pagu Th. 2024 (Rp) | Target Th. 2025 (N+1) | Pagu Th. 2025 (N+1) (Rp) | Ket.
""",
        "kode nama sumber_dana lokasi indikator target pagu target_maju pagu_maju catatan",
        2024,
        ("RUMUSAN RENCANA PROGRAM DAN KEGIATAN",),
    ),
    DocumentLayout(
        "tahun n, penanggung jawab, salah ketik",
        "T-C.33",
        """
Kode | Urusan / Bidang Urusan Pemerintahan Daerah & Program / Kegiatan | Indikator Kinerja Program/ Kegiatan | Rencana Tahun (n) | < | < | < | Catatan Pentng | Prakiran Maju Rencana Tahun (n+1) | < | Unit Penanggung Jawab
^ | ^ | ^ | Lokasi | Target Capian Kinerja | Kebutuhan Dana/Pagu Indikatip | Sumber Dana | ^ | Target Capaian Kinerja | Kebutuhan Dana/Pagu Indikatip | ^
""",
        f"kode {_OFFICIAL_KEYS} +",
        None,
        ("Rumusan Rencana Program dan Kegiatan Perangkat Daerah",),
    ),
    DocumentLayout(
        "bagian kode berkepala sendiri",
        "T-C.33",
        """
K O D E | < | < | < | < | URAIAN | INDIKATOR KINERJA | RENCANA TAHUN 2026 | < | < | < | PRAKIRAAN MAJU TAHUN 2027 | < | PD PENANGGUNG JAWAB
Urusan | Bidang | Program | Kegiatan | Sub Kegiatan | ^ | ^ | LOKASI | TARGET | PAGU (Rp) | SUMBER DANA | TARGET | PAGU (Rp) | ^
""",
        "kode*5 nama indikator lokasi target pagu sumber_dana target_maju pagu_maju +",
        2026,
        ("RENCANA PROGRAM DAN KEGIATAN TAHUN 2026",),
    ),
    DocumentLayout(
        "baris kosong di kepala, kolom kosong di tengah",
        "T-C.33",
        """
Kode | | Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan | Indikator Kinerja Program/Kegiatan | | Rencana Tahun 2024 | < | < | < | Catatan Penting | Prakiraan Maju Rencana Tahun 2025 | <
 | | | | | | | | | | |
 | | | | | Lokasi | Target capaian kinerja | Kebutuhan Dana/pagu indikatif | Sumber Dana | | Target capaian kinerja | Kebutuhan Dana/pagu indikatif
1 | | 2 | 3 | | 4 | 5 | 6 | 7 | 8 | 9 | 10
""",
        "kode - nama indikator - lokasi target pagu sumber_dana catatan target_maju pagu_maju",
        2024,
    ),
    DocumentLayout(
        "anggaran dan realisasi tambahan",
        "T-C.33",
        """
Kode | Urusan/Bidang Urusan/Program/Kegiatan/Sub Kegiatan | Indikator Kinerja | Realisasi Tahun 2022 | < | Rencana Tahun 2024 | < | < | < | Catatan Penting | Prakiraan Maju Tahun 2025 | <
^ | ^ | ^ | Kinerja | Anggaran (Rp) | Lokasi | Target | Pagu Indikatif | Sumber Dana | ^ | Target | Kebutuhan Dana
""",
        "kode nama indikator + +uang lokasi target pagu sumber_dana catatan target_maju pagu_maju",
        2024,
        ("Tabel T-C.33 Rumusan Rencana Program dan Kegiatan Tahun 2024",),
    ),
    DocumentLayout(
        "tanpa prakiraan maju",
        "T-C.33",
        """
NO | KODE | PROGRAM / KEGIATAN / SUB KEGIATAN | INDIKATOR | TARGET 2024 | LOKASI | PAGU INDIKATIF (Rp) | SUMBER DANA | KET
""",
        "no kode nama indikator target lokasi pagu sumber_dana catatan",
        2024,
        ("Tabel T-C.33. Rumusan Rencana Program dan Kegiatan Kecamatan Sukorejo Tahun 2024",),
    ),
    DocumentLayout(
        "kepala dipecah per baris",
        "T-C.33",
        """
 | Urusan/Bidang Urusan | Indikator Kinerja | Rencana Tahun 2024 | | | | | Prakiraan Maju |
Kode | Pemerintahan Daerah dan | Program/Kegiatan | Lokasi | Target Capaian | Pagu | Sumber | Catatan | Tahun 2025 |
 | Program/Kegiatan | | | Kinerja | Indikatif | Dana | Penting | Target | Pagu Indikatif
""",
        f"kode {_OFFICIAL_KEYS}",
        2024,
        ("Rumusan Rencana Program dan Kegiatan 2024",),
        merged=False,
    ),
)

TABLE41 = (
    DocumentLayout(
        "resmi",
        "Tabel 4.1",
        """
Kode | Urusan/Bidang Urusan/Program/Kegiatan/Sub Kegiatan | Indikator Kinerja | Lokasi | Target | Pagu Indikatif | Sumber Dana
""",
        "kode nama indikator lokasi target pagu sumber_dana",
        2024,
        ("Tabel 4.1", "Rencana Program, Kegiatan, dan Pendanaan Tahun 2024"),
    ),
    DocumentLayout(
        "dengan prakiraan maju",
        "Tabel 4.1",
        """
No | Kode | Program/Kegiatan/Sub Kegiatan | Indikator Kinerja | Rencana Tahun 2025 | < | < | < | Prakiraan Maju 2026 | <
^ | ^ | ^ | ^ | Lokasi | Target | Pagu (Rp) | Sumber Dana | Target | Pagu (Rp)
""",
        "no kode nama indikator lokasi target pagu sumber_dana target_maju pagu_maju",
        2025,
        ("Rencana Kerja dan Pendanaan Perangkat Daerah Tahun 2025",),
    ),
)

SIPD = (
    DocumentLayout(
        "17 kolom",
        "SIPD-17",
        """
No | Kode | Urusan/Bidang Urusan/Program/Kegiatan/Sub Kegiatan | Indikator Kinerja | Target Akhir Renstra | Realisasi Capaian Tahun 2025 | Prakiraan Capaian Tahun 2026 | Rencana Tahun 2027 | < | < | < | Prioritas Nasional | Prioritas Daerah | Kelompok Sasaran | Prakiraan Maju Tahun 2028 | < | Perangkat Daerah Penanggung Jawab
^ | ^ | ^ | ^ | ^ | ^ | ^ | Target | Pagu Indikatif (Rp) | Lokasi | Sumber Dana | ^ | ^ | ^ | Target | Pagu Indikatif (Rp) | ^
1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17
""",
        "no kode nama indikator target_akhir realisasi_lalu prakiraan_berjalan target pagu lokasi sumber_dana prioritas_nasional prioritas_daerah kelompok_sasaran target_maju pagu_maju penanggung_jawab",
        2027,
        ("RENCANA KERJA PERANGKAT DAERAH TAHUN 2027", "DINAS KOPERASI DAN USAHA MIKRO"),
    ),
    DocumentLayout(
        "17 kolom dengan n",
        "SIPD-17",
        """
NO | KODE | URUSAN/BIDANG URUSAN/PROGRAM/KEGIATAN/SUBKEGIATAN | INDIKATOR | TARGET AKHIR PERIODE RENSTRA PD | REALISASI CAPAIAN (N-2) | PRAKIRAAN CAPAIAN (N-1) | TAHUN RENCANA (N) | | | | PRIORITAS NASIONAL | PRIORITAS DAERAH | KELOMPOK SASARAN | PRAKIRAAN MAJU (N+1) | | PD PENANGGUNG JAWAB
 | | | | | | | TARGET | PAGU INDIKATIF | LOKASI | SUMBER DANA | | | | TARGET | PAGU INDIKATIF |
""",
        "no kode nama indikator target_akhir realisasi_lalu prakiraan_berjalan target pagu lokasi sumber_dana prioritas_nasional prioritas_daerah kelompok_sasaran target_maju pagu_maju penanggung_jawab",
        None,
        merged=False,
    ),
    DocumentLayout(
        "19 kolom",
        "SIPD-19",
        """
Kode | < | < | < | < | Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan | Lokasi | Indikator Kinerja | < | < | < | < | < | Pagu Indikatif Tahun 2024 (Rp) | Sumber Dana | Catatan Penting | Prakiraan Maju Rencana Tahun 2025 | < | Kelompok Sasaran
^ | ^ | ^ | ^ | ^ | ^ | ^ | Capaian Program | < | Keluaran Sub Kegiatan | < | Hasil Kegiatan | < | ^ | ^ | ^ | Target | Pagu Indikatif | ^
^ | ^ | ^ | ^ | ^ | ^ | ^ | Tolok Ukur | Target | Tolok Ukur | Target | Tolok Ukur | Target | ^ | ^ | ^ | ^ | ^ | ^
""",
        "kode*5 nama lokasi indikator_program target_program indikator_keluaran target_keluaran indikator_hasil target_hasil pagu sumber_dana catatan target_maju pagu_maju kelompok_sasaran",
        2024,
        ("Rencana Kerja Perangkat Daerah", "Tahun 2024"),
    ),
    DocumentLayout(
        "19 kolom, tiga indikator lalu tiga target",
        "SIPD-19",
        """
Kode | < | < | < | < | Urusan/ Bidang Urusan Pemerintahan Daerah Dan Program/ Kegiatan | Indikator Kinerja | < | < | Rencana Tahun 2022 | < | < | < | < | < | Catatan Penting | Prakiraan Maju Rencana Tahun 2023 | < | <
^ | ^ | ^ | ^ | ^ | ^ | Capaian Program | Keluaran Sub Kegiatan | Hasil Kegiatan | Lokasi Output Kegiatan | Target Capaian Kinerja | < | < | Pagu Indikatif (Rp.) | Sumber Dana | ^ | Target Capaian Kinerja | < | Kebutuhan Dana/Pagu Indikatif (Rp.)
^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | Program | Keluaran Sub Kegiatan | Hasil Kegiatan | ^ | ^ | ^ | Tolok Ukur | Target | ^
""",
        "kode*5 nama indikator_program indikator_keluaran indikator_hasil lokasi target_program target_keluaran target_hasil pagu sumber_dana catatan + target_maju pagu_maju",
        2022,
        ("RENCANA KERJA (RENJA)", "PEMERINTAH KABUPATEN MAGETAN TAHUN 2022"),
    ),
)
