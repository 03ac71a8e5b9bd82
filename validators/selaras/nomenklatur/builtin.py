"""What is known without any list: the urusan and bidang urusan with their official names.

Source: Permendagri 90/2019, lampiran. Names of programs and below come from the user's list.
"""

from __future__ import annotations

from collections.abc import Mapping

from selaras.values.kode import Kode

URUSAN: Mapping[int, str] = {
    1: "URUSAN PEMERINTAHAN WAJIB YANG BERKAITAN DENGAN PELAYANAN DASAR",
    2: "URUSAN PEMERINTAHAN WAJIB YANG TIDAK BERKAITAN DENGAN PELAYANAN DASAR",
    3: "URUSAN PEMERINTAHAN PILIHAN",
    4: "UNSUR PENDUKUNG URUSAN PEMERINTAHAN",
    5: "UNSUR PENUNJANG URUSAN PEMERINTAHAN",
    6: "UNSUR PENGAWASAN URUSAN PEMERINTAHAN",
    7: "UNSUR KEWILAYAHAN",
    8: "UNSUR PEMERINTAHAN UMUM",
    9: "UNSUR KEKHUSUSAN",
}

_BIDANG = "URUSAN PEMERINTAHAN BIDANG "

BIDANG_URUSAN: Mapping[tuple[int, int], str] = {
    (1, 1): f"{_BIDANG}PENDIDIKAN",
    (1, 2): f"{_BIDANG}KESEHATAN",
    (1, 3): f"{_BIDANG}PEKERJAAN UMUM DAN PENATAAN RUANG",
    (1, 4): f"{_BIDANG}PERUMAHAN DAN KAWASAN PERMUKIMAN",
    (1, 5): f"{_BIDANG}KETENTERAMAN DAN KETERTIBAN UMUM SERTA PERLINDUNGAN MASYARAKAT",
    (1, 6): f"{_BIDANG}SOSIAL",
    (2, 7): f"{_BIDANG}TENAGA KERJA",
    (2, 8): f"{_BIDANG}PEMBERDAYAAN PEREMPUAN DAN PERLINDUNGAN ANAK",
    (2, 9): f"{_BIDANG}PANGAN",
    (2, 10): f"{_BIDANG}PERTANAHAN",
    (2, 11): f"{_BIDANG}LINGKUNGAN HIDUP",
    (2, 12): f"{_BIDANG}ADMINISTRASI KEPENDUDUKAN DAN PENCATATAN SIPIL",
    (2, 13): f"{_BIDANG}PEMBERDAYAAN MASYARAKAT DAN DESA",
    (2, 14): f"{_BIDANG}PENGENDALIAN PENDUDUK DAN KELUARGA BERENCANA",
    (2, 15): f"{_BIDANG}PERHUBUNGAN",
    (2, 16): f"{_BIDANG}KOMUNIKASI DAN INFORMATIKA",
    (2, 17): f"{_BIDANG}KOPERASI, USAHA KECIL, DAN MENENGAH",
    (2, 18): f"{_BIDANG}PENANAMAN MODAL",
    (2, 19): f"{_BIDANG}KEPEMUDAAN DAN OLAHRAGA",
    (2, 20): f"{_BIDANG}STATISTIK",
    (2, 21): f"{_BIDANG}PERSANDIAN",
    (2, 22): f"{_BIDANG}KEBUDAYAAN",
    (2, 23): f"{_BIDANG}PERPUSTAKAAN",
    (2, 24): f"{_BIDANG}KEARSIPAN",
    (3, 25): f"{_BIDANG}KELAUTAN DAN PERIKANAN",
    (3, 26): f"{_BIDANG}PARIWISATA",
    (3, 27): f"{_BIDANG}PERTANIAN",
    (3, 28): f"{_BIDANG}KEHUTANAN",
    (3, 29): f"{_BIDANG}ENERGI DAN SUMBER DAYA MINERAL",
    (3, 30): f"{_BIDANG}PERDAGANGAN",
    (3, 31): f"{_BIDANG}PERINDUSTRIAN",
    (3, 32): f"{_BIDANG}TRANSMIGRASI",
    (4, 1): "SEKRETARIAT DAERAH",
    (4, 2): "SEKRETARIAT DPRD",
    (5, 1): "PERENCANAAN",
    (5, 2): "KEUANGAN",
    (5, 3): "KEPEGAWAIAN",
    (5, 4): "PENDIDIKAN DAN PELATIHAN",
    (5, 5): "PENELITIAN DAN PENGEMBANGAN",
    (5, 6): "PENGELOLAAN PERBATASAN",
    (5, 7): "PENGELOLAAN PENGHUBUNG",
    (6, 1): "INSPEKTORAT DAERAH",
    # Kecamatan in a kabupaten or kota, kecamatan administrasi in DKI Jakarta.
    (7, 1): "KECAMATAN",
    (7, 2): "KOTA ADMINISTRASI",
    (7, 3): "KABUPATEN ADMINISTRASI",
    (8, 1): "KESATUAN BANGSA DAN POLITIK",
    (9, 1): "KEKHUSUSAN ACEH",
    (9, 2): "KEKHUSUSAN PAPUA",
    (9, 3): "KEKHUSUSAN PAPUA BARAT",
}


def find_name(kode: Kode) -> str | None:
    """Return the official name of an urusan or bidang urusan; None for any other code."""
    parts = kode.parts
    if len(parts) == 1:
        return URUSAN.get(parts[0])
    return BIDANG_URUSAN.get((parts[0], parts[1])) if len(parts) == 2 else None
