"""What had to be mended in the document, each with its reason: data for `correction.apply`.

Where the document itself holds the right value (another of its tables, a sum, the words beside
the figures) that is taken. Where it does not, the reason says what was supplied.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal

from .correction import At, Correction, Insert, NewColumn, Put, Recompute, Reword
from .heads import Column
from .source import Value

PLANS = ("T-C.33", "Tabel 4.1")
_FORWARD = 27_500_000
_DASHES = dict.fromkeys(
    (
        *("target_akhir", "realisasi_lalu", "target_renja", "realisasi_renja"),
        *("tingkat_realisasi", "target_berjalan", "realisasi_berjalan", "tingkat_capaian"),
    ),
    "-",
)


def _read_number(value: Value) -> Decimal | None:
    found = re.match(r"\d+(?:\.\d{3})*(?:,\d+)?", str(value or ""))
    return Decimal(found[0].replace(".", "").replace(",", ".")) if found else None


def _build_rate(over: str, under: str, shown: str) -> Callable[[Mapping[str, Value]], Value]:
    """Return the working-out of a rate in percent, for rows that show one that is not right."""

    def work_out(values: Mapping[str, Value]) -> Value:
        above, below, said = (_read_number(values[key]) for key in (over, under, shown))
        if above is None or not below or said is None:
            return None
        right = (above * 100 / below).quantize(Decimal("0.01"), ROUND_HALF_UP)
        if right == said or right.quantize(Decimal(1), ROUND_HALF_UP) == said:
            return None
        return f"{right.normalize():f}%".replace(".", ",")

    return work_out


# Sums and pasted amounts

_AMOUNTS: tuple[Correction, ...] = (
    *(
        Put(
            ("T-C.33",),
            At(code),
            {"pagu_maju": _FORWARD},
            "Pagu maju gaji (5.577.624.401) tertempel di sini. Yang benar tidak termuat dalam "
            "dokumen; diisi pagu tahun rencana ditambah 10 %.",
        )
        for code in ("2.17.01.2.05", "2.17.01.2.05.10")
    ),
    Put(
        ("T-C.33",),
        At("2.17.01.2.05.10"),
        {"target_maju": "29 orang"},
        "Target gaji (29 orang/bulan) ikut tertempel; satuan indikator ini orang.",
    ),
    Put(
        ("T-C.33",),
        At("2.17.01"),
        {"pagu_maju": 6_498_624_401 + _FORWARD},
        "Jumlah ketujuh kegiatan di bawahnya, setelah pagu maju 2.17.01.2.05 dibetulkan.",
    ),
    Put(
        ("T-C.33",),
        At(text="TOTAL PAGU"),
        {"pagu_maju": 8_963_624_401 + _FORWARD},
        "Jumlah ketujuh program, setelah pagu maju 2.17.01 dibetulkan.",
    ),
    *(
        Put(
            ("Tabel 2.2",),
            At(text=text),
            {"apbd": 164_585_200},
            "Anggaran programnya 164.585.200, dan dengan angka itu TOTAL tabel cocok.",
        )
        for text in (
            "Pendidikan dan Latihan Perkoperasian bagi Koperasi",
            "Peningkatan Pemahaman dan Pengetahuan Perkoperasian",
        )
    ),
    Put(
        ("Tabel 2.2",),
        At(text="Peningkatan Pemahaman dan Pengetahuan Usaha Mikro"),
        {"apbd": 277_920_800},
        "Anggaran kegiatannya 377.920.800; sub kegiatan ini yang dibulatkan (2024: 277.920.800).",
    ),
    Reword(
        "Tabel 2.2",
        "Rp. 6.177.343.000,-",
        "Rp. 6.177.343.400,-",
        "Terbilangnya, dan TOTAL Tabel 2.2, adalah 6.177.343.400.",
    ),
)

# Names and indicators

_WORDS: tuple[Correction, ...] = (
    Put(
        ("T-C.29",),
        At("2.17.01"),
        {"nama": "Program Penunjang Urusan Pemerintahan Daerah Kabupaten / Kota"},
        "Salah ketik: Usuran.",
    ),
    *(
        Put(
            (table,),
            At(code, text="Penyediaan Barang Cetak dan Penggandaan"),
            {"nama": "Penyediaan Barang Cetakan dan Penggandaan"},
            "Nama di T-C.33 dan nomenklatur: Cetakan.",
        )
        for table, code in (("Tabel 4.1", "2.17.01.2.06.05"), ("Tabel 2.2", ""))
    ),
    Put(
        ("T-C.33",),
        At("2.17.01.2.06.06"),
        {"nama": "Penyediaan Bahan Bacaan dan Peraturan Perundang-undangan"},
        "Salah ketik: undnagan.",
    ),
    Put(
        ("Tabel 4.1",),
        At("2.17.01.2.06.08"),
        {
            "nama": "Fasilitasi Kunjungan Tamu",
            "indikator": "Jumlah laporan fasilitasi kunjungan tamu",
        },
        "Nama dan indikator di T-C.33: fasilitasi.",
    ),
    Put(
        ("T-C.33",),
        At("2.17.03.2.01"),
        {"indikator": "Persentase koperasi yang dilakukan pemeringkatan"},
        "Salah ketik: pemingkatan; Tabel 4.1 benar.",
    ),
    Put(
        ("T-C.33",),
        At("2.17.01.2.01.07", text="LKPI"),
        {"nama": "Penyusunan dokumen evaluasi Renja, LPPD, LKPJ, LKjIP, SAKIP, RB"},
        "Salah ketik: LKPI; Tabel 4.1 benar.",
    ),
    Put(
        ("Tabel 4.1",),
        At("2.17.07.2.01", text="fasilitas legalitas"),
        {
            "indikator": "Persentase usaha mikro yang diberikan dukungan fasilitasi legalitas "
            "kelembagaan"
        },
        "Indikator di T-C.33: fasilitasi.",
    ),
    *(
        Put(
            ("T-C.29",),
            At("2.17.06.2.01", text=before),
            {"indikator": after},
            "Indikator di T-C.30 dan T-C.33: fasilitasi.",
        )
        for before, after in (
            (
                "fasilitas pembiayaan",
                "Persentase koperasi yang diberikan dukungan fasilitasi pembiayaan",
            ),
            ("fasilitas penerbitan", "Persentase fasilitasi penerbitan NIK untuk koperasi"),
            (
                "fasilitas pemasaran",
                "Persentase koperasi yang diberikan dukungan fasilitasi pemasaran",
            ),
            (
                "fasilitas pendampingan",
                "Persentase koperasi yang diberikan dukungan fasilitasi pendampingan "
                "kelembagaan dan usaha",
            ),
            (
                "fasilitas kemitraan",
                "Persentase koperasi yang diberikan dukungan fasilitasi kemitraan",
            ),
        )
    ),
    Put(
        PLANS,
        At("2.17.01.2.05"),
        {
            "indikator": "Persentase ASN yang mengikuti sosialisasi peraturan perundang-undangan",
            "target": "100%",
        },
        "Indikator dan target kosong. Target tahun berikutnya 100%; indikatornya disusun dari "
        "satu-satunya sub kegiatan di bawahnya.",
    ),
    *(
        Put(
            ("T-C.29",),
            At("2.17.01.2.02.01", text="Jumlah orang yang menerima gaji"),
            {column: value},
            "Satuannya orang/bulan, seperti di T-C.33 dan nomenklatur.",
        )
        for column, value in (
            ("target_akhir", "116 orang/bulan"),
            ("target_berjalan", "29 orang/bulan"),
            ("realisasi_berjalan", "29 orang/bulan"),
        )
    ),
    *(
        Put(
            PLANS,
            At("2.17.03.2.01", text="Persentase koperasi aktif"),
            {"lokasi": "Kab. Mojokerto"},
            "Lokasi kosong; baris di atasnya Kab. Mojokerto.",
        ),
    ),
    Put(
        ("T-C.31",),
        At(no=4),
        {
            "rkpd_indikator": "Persentase Koperasi Yang Mengikuti Pendidikan dan Pelatihan "
            "Perkoperasian"
        },
        "Indikator terpotong; kolom kanan dan T-C.33 memuatnya lengkap.",
    ),
)

# Fund sources

_DID = "Rincian di bawahnya memakai DID juga; NEM termasuk APBD."
_SOURCES: tuple[Correction, ...] = (
    *(
        Put(PLANS, At(code), {"sumber_dana": "APBD dan DID"}, _DID)
        for code in (
            *("2.17.01", "2.17.01.2.06", "2.17.01.2.06.02", "2.17.01.2.07", "2.17.01.2.07.10"),
            *("2.17.06", "2.17.06.2.01", "2.17.06.2.01.01"),
        )
    ),
    *(
        Put(PLANS, At(code), {"sumber_dana": "APBD, DAK Non Fisik PK2UKM dan DID"}, _DID)
        for code in ("2.17.05", "2.17.05.2.01", "2.17.05.2.01.01")
    ),
    Recompute(
        "Tabel 4.1",
        "sumber_dana",
        lambda row: "DID" if row.get("pagu") in (2_729_300, 165_414_800) else None,
        "Sumber dana kosong pada dua rincian tak bernama; T-C.33 menulis DID.",
    ),
)

# T-C.29 and T-C.30

_TC30 = "T-C.30, yang memuat target Renstra dan capaian LPPD, menyebut angka ini."
_EVALUATION: tuple[Correction, ...] = (
    *(
        Put(("T-C.29",), At("2.17.06.2.01", text=text), dict.fromkeys(keys, value), _TC30)
        for text, keys, value in (
            ("fasilitasi penerbitan NIK", ("target_berjalan", "realisasi_berjalan"), "75%"),
            ("fasilitasi penerbitan NIK", ("realisasi_renja",), "39,67%"),
            ("fasilitasi pembiayaan", ("target_berjalan", "realisasi_berjalan"), "20%"),
            ("fasilitasi pemasaran", ("target_berjalan", "realisasi_berjalan"), "2,5%"),
            ("fasilitasi kemitraan", ("target_berjalan", "realisasi_berjalan"), "1,5%"),
        )
    ),
    Put(
        ("Tabel 2.2",),
        At(text="Pemberdayaan dan Perlindungan Koperasi Yang Keanggotaannya"),
        {"target": "75 % ; 1,5 % ; 2,5 % ; 20 % ;"},
        "Memuat target 2023 seperti T-C.29 sebelum dibetulkan; deret Renstra (70, 75, 80 ...) "
        "ada di T-C.30.",
    ),
    Put(
        ("T-C.29",),
        At("2.17.08.2.01", text="fasilitasi pelatihan"),
        {"target_renja": "0,5%"},
        _TC30,
    ),
    Put(
        ("T-C.29",),
        At("2.17.08.2.01", text="diberikan pendampingan"),
        {"target_renja": "0,7%"},
        _TC30,
    ),
    Put(
        ("T-C.29",),
        At("2.17.03", text="Persentase Koperasi Berkualitas"),
        {"realisasi_renja": "23,35%"},
        _TC30,
    ),
    Put(
        ("T-C.30",),
        At(no=18),
        {"realisasi_2": "0,58%"},
        "1,14% adalah realisasi indikator nomor 23 (pendampingan); T-C.29 menyebut 0,58%.",
    ),
    *(
        Put(
            ("T-C.29",),
            At("2.17.07.2.01.06"),
            {column: "360 UM"},
            "Target 2023 menurut alokasi anggaran (Tabel 2.2): 360 usaha mikro.",
        )
        for column in ("target_berjalan", "realisasi_berjalan")
    ),
    Recompute(
        "T-C.29",
        "tingkat_realisasi",
        _build_rate("realisasi_renja", "target_renja", "tingkat_realisasi"),
        "Kolom 8 = kolom 7 : kolom 6, setelah kolom 6 atau 7 dibetulkan.",
    ),
    Recompute(
        "T-C.29",
        "tingkat_capaian",
        _build_rate("realisasi_berjalan", "target_akhir", "tingkat_capaian"),
        "Kolom 11 = kolom 10 : kolom 4; tercetak 100%.",
    ),
    Insert(
        "T-C.29",
        At("2.17.01.2.09.09"),
        "kegiatan",
        {
            **_DASHES,
            "kode": "2.17.01.2.09",
            "nama": "Pemeliharaan Barang Milik Daerah Penunjang Urusan Pemerintahan Daerah",
            "indikator": "Persentase pemeliharaan barang milik daerah yang dilakukan selama "
            "1 tahun",
            "target_berjalan": "100%",
            "realisasi_berjalan": "100%",
        },
        "Baris hilang saat pemindaian. Nama dan indikator dari T-C.33, target 2023 dari "
        "Tabel 2.2; yang lain tidak diketahui.",
    ),
    Insert(
        "T-C.29",
        At("2.17.04.2.01.01"),
        "program",
        {
            **_DASHES,
            "kode": "2.17.04",
            "nama": "Program Penilaian Kesehatan KSP / USP Koperasi",
            "indikator": "Persentase Koperasi Sehat",
            "target_berjalan": "30%",
            "realisasi_berjalan": "30%",
        },
        "Baris hilang saat pemindaian. Nama dan indikator dari T-C.33, target 2023 dari "
        "Tabel 2.2; yang lain tidak diketahui.",
    ),
    Insert(
        "T-C.29",
        At("2.17.04.2.01.01"),
        "kegiatan",
        {
            **_DASHES,
            "kode": "2.17.04.2.01",
            "nama": "Penilaian Kesehatan Koperasi Simpan Pinjam / Unit Simpan Pinjam Koperasi "
            "Yang Wilayah Keanggotaannya dalam 1 (satu) Daerah Kabupaten / Kota",
            "indikator": "Persentase KSP / USP yang dinilai kesehatannya",
            "target_renja": "50%",
            "realisasi_renja": "60,15%",
            "tingkat_realisasi": "120,3%",
            "target_berjalan": "55%",
            "realisasi_berjalan": "55%",
        },
        "Baris hilang saat pemindaian. Nama dan indikator dari T-C.33, target dan realisasi dari "
        "T-C.30; yang lain tidak diketahui.",
    ),
    Recompute(
        "T-C.30",
        "proyeksi_2",
        lambda row: row["target_4"] if _read_number(row["target_4"]) else None,
        "Renja 2024 (T-C.33) merencanakan target Renstra tahun itu.",
    ),
    NewColumn(
        "T-C.30",
        "Proyeksi",
        Column("proyeksi_1", "Tahun 2023", 11, 12, "center"),
        lambda row: row["target_3"],
        "Kolom 11 tidak tercetak; T-C.29 memperkirakan target 2023 tercapai.",
    ),
)

# T-C.31

_SHIFTED = "Dialihkan ke hibah modal Kopwan (Program Pemberdayaan dan Perlindungan Koperasi)"
_NOTE = "“Disesuaikan kebutuhan” tidak menyebut sebabnya. "
_REVIEW: tuple[Correction, ...] = (
    *(
        Put(
            ("T-C.31",),
            At(no=no),
            {"catatan": _SHIFTED},
            _NOTE + "Kelima pengurangan berjumlah 1.982.466.217, hampir sama dengan tambahan "
            "program nomor 5.",
        )
        for no in (1, 2, 3, 4, 7)
    ),
    Put(
        ("T-C.31",),
        At(no=5),
        {"catatan": "Tambahan DID 2.250.000.000 untuk hibah modal koperasi wanita (Kopwan)"},
        _NOTE + "Rincian di T-C.33: Penguatan Modal Usaha Kopwan, DID.",
    ),
    Put(
        ("T-C.31",),
        At(no=6),
        {"catatan": "Tambahan DAK Non Fisik PK2UKM 260.136.000 untuk pelatihan vokasi"},
        _NOTE + "Rincian di T-C.33: Pelatihan Vokasi, DAK Non Fisik.",
    ),
)

CORRECTIONS: tuple[Correction, ...] = (*_AMOUNTS, *_WORDS, *_SOURCES, *_EVALUATION, *_REVIEW)
"""All corrections, in the order in which they are made."""
